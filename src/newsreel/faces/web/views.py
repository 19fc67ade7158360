"""What the pages show, ready for templates: facts with their words, quotes in context, conflicts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from newsreel.faces.web.wording import Words
from newsreel.model import Claim, Conflict, Entity, Fact, Report, Slots, Voice
from newsreel.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

SECTIONS = {
    "now": ("production_status", "filming_start", "filming_end", "filming_location", "release_date", "episodes"),
    "who": ("cast_member",),
    "made": (
        "director", "screenwriter", "creator", "showrunner", "producer", "executive_producer", "composer",
        "cinematographer", "production_company", "platform", "distributor",
    ),
    "from": ("based_on",),
    "what": ("work_type", "genre", "country", "alias", "logline"),
    "life": ("occupation", "nationality", "age", "birth_date", "career_start", "agency", "award", "org_kind"),
}  # fmt: skip
CREDITS = "credits"
MOST_RIVALS = 3
"""So many of the facts that contradict one are told beside it; all of them stand on the page of conflicts."""
CONTEXT = 90
"""So many code points of the text around a quote are shown on either side."""
_PLACE = {p: (i, j) for i, ps in enumerate(SECTIONS.values()) for j, p in enumerate(ps)}
_SECTION = {p: name for name, ps in SECTIONS.items() for p in ps}
GONE = ("superseded", "denied")
"""Verdicts of what does not stand any more."""
_PATHS = {"work": "title", "person": "person", "organization": "company"}


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that carry a claim, in their context; `path` leads to the place in the report."""

    before: str
    words: str
    after: str
    lang: str
    outlet: str
    date: str
    path: str
    url: str
    how: str
    status: str
    denies: bool


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact as a line: label, answer and certainty, who said it, and what contradicts it."""

    id: str
    path: str
    predicate: str
    section: str
    label: str
    value: str
    href: str
    value_lang: str
    detail: str
    verdict: str
    glyph: str
    word: str
    who: str
    reason: str
    gone: bool
    first_date: str
    against: tuple[str, ...] = ()

    @property
    def bare(self) -> FactView:
        """The same without its detail, for a column of its own."""
        return replace(self, detail="")


@dataclass(slots=True)
class Names:
    """The names and kinds of entities that facts point to, fetched once each."""

    reel: Newsreel
    known: dict[str, Entity] = field(default_factory=dict)

    def prepare(self, facts: Iterable[Fact]) -> None:
        """Fetch all that these facts point to, at once."""
        ids = {fact.subject for fact in facts} | {str(fact.object) for fact in facts if fact.object_is_entity}
        self.known.update(self.reel.those(ids - self.known.keys()))

    def entity(self, entity_id: str) -> Entity:
        """The entity of an id."""
        if entity_id not in self.known:
            self.known[entity_id] = self.reel.entity(entity_id)
        return self.known[entity_id]


@dataclass(frozen=True, slots=True)
class CreditView:
    """A credit as a row of a table; `year` is that of the work's release or of the first news of it."""

    view: FactView
    year: str


def entity_path(entity: Entity, suffix: str = "") -> str:
    """The stable address of an entity's page."""
    return f"/{_PATHS.get(entity.kind, 'thing')}/{entity.id}{suffix}"


def report_path(report_id: str, anchor: str = "") -> str:
    """The address of a report's page."""
    return f"/report/{quote(report_id, safe='')}{'#' + anchor if anchor else ''}"


def with_query(path: str, **query: str) -> str:
    """A path with the query parts that are not empty."""
    kept = {key: value for key, value in query.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def in_sections(views: Iterable[FactView]) -> dict[str, list[FactView]]:
    """Views by section, in the order in which a page shows them."""
    order = (*SECTIONS, CREDITS)
    found: dict[str, list[FactView]] = {}
    for view in views:
        found.setdefault(view.section, []).append(view)
    return {name: found[name] for name in order if name in found}


class FactViews:
    """Makes views of facts about one entity, in one language, as of one day."""

    def __init__(self, reel: Newsreel, words: Words, about: str, conflicts: Iterable[Conflict] = ()) -> None:
        self.reel = reel
        self.words = words
        self.about = about
        self.names = Names(reel)
        self.conflicts = tuple(conflicts)
        self._reports: dict[str, Report] = {}
        self._plain: dict[str, FactView] = {}

    def all(self, facts: Iterable[Fact], *, as_of: str = "") -> list[FactView]:
        """Views in order: by section and predicate, what was overtaken or denied last, else the first heard first."""
        listed = list(facts)
        self.names.prepare(listed)
        by_id = {fact.id: fact for fact in listed}
        ordered = sorted(
            listed,
            key=lambda f: (
                _PLACE.get(f.predicate, (99, 0)),
                f.verdict in GONE,
                f.object is None,
                f.first_date,
                f.id,
            ),
        )
        return [self.one(fact, by_id, as_of=as_of) for fact in ordered]

    def one(self, fact: Fact, others: Mapping[str, Fact] | None = None, *, as_of: str = "") -> FactView:
        """The view of one fact; `others` are those that a conflict may point to. Quotes are fetched by `quotes`."""
        turned = fact.subject != self.about and fact.object == self.about
        shown = fact.subject if turned else fact.object
        value, href, lang = self._value(fact, shown, entity=turned or fact.object_is_entity, as_of=as_of)
        verdict = vocabulary().verdicts[fact.verdict]
        return FactView(
            id=fact.id,
            path=with_query(f"/fact/{fact.subject}/{fact.id}", as_of=as_of),
            predicate=fact.predicate,
            section=CREDITS if turned else _SECTION.get(fact.predicate, "what"),
            label=self.words(f"predicates.{fact.predicate}"),
            value=value,
            href=href,
            value_lang=lang,
            detail=self.detail_of(fact.slots, self.words),
            verdict=fact.verdict,
            glyph=verdict["glyph"],
            word=self.words(f"verdicts.{fact.verdict}"),
            who=self.who(fact),
            reason=fact.reason,
            gone=fact.verdict in GONE,
            first_date=fact.first_date,
            against=self._against(fact, others or {}),
        )

    def _value(self, fact: Fact, shown: object, *, entity: bool, as_of: str) -> tuple[str, str, str]:
        if shown is None:
            return self.words("values.not_announced"), "", ""
        if entity:
            thing = self.names.entity(str(shown))
            other = self.names.entity(self.about)
            alike = fact.predicate == "based_on" and thing.id != other.id and thing.name in other.names
            return (
                self._typed(thing) if alike else thing.name,
                with_query(entity_path(thing), as_of=as_of),
                script_lang(thing.name),
            )
        objects = vocabulary().predicates[fact.predicate].objects
        if shown is True:
            return self.words("values.told"), "", ""
        if "date" in objects:
            return self.words.date(str(shown)), "", ""
        if "country" in objects:
            return self.words.country(str(shown)), "", ""
        return self.words.word(shown), "", script_lang(str(shown))

    def _typed(self, thing: Entity) -> str:
        """The name of a work with its type, where another of that name is told of."""
        facts = self.reel.facts_of([thing.id], "work_type").get(thing.id, [])
        kind = next((self.words.word(fact.object) for fact in facts if fact.object), "")
        return f"{thing.name} [{kind}]" if kind else thing.name

    @staticmethod
    def detail_of(slots: Slots, w: Words) -> str:
        """The slots as one phrase: character, role, billing, relation, venue, date."""
        parts = [
            slots.character,
            slots.role,
            slots.billing and w.word(slots.billing),
            slots.relation and w.word(slots.relation),
            slots.venue,
            slots.as_ and w.word(slots.as_),
            slots.for_,
            slots.date and w.date(slots.date),
        ]
        return ", ".join(part for part in parts if part)

    def who(self, fact: Fact) -> str:
        """On whose word: the first voice with its day, independent origins, relays."""
        w = self.words
        if not fact.origins:
            return ""
        first = min(fact.origins, key=lambda o: (o.date, o.report))
        relays = sum(len(origin.relays) for origin in fact.origins)
        parts = [w("dossier.first", outlet=first.voice, date=w.day(first.date))]
        parts.append(w.count("dossier.origins", len(fact.origins)))
        if relays:
            parts.append(w.count("dossier.relays", relays))
        return " · ".join(parts)

    def _against(self, fact: Fact, others: Mapping[str, Fact]) -> tuple[str, ...]:
        lines = []
        for conflict in self.conflicts:
            if fact.id not in conflict.facts:
                continue
            rivals = [other for other in conflict.facts if other != fact.id and other in others]
            for other in sorted(rivals, key=lambda one: -len(others[one].origins))[:MOST_RIVALS]:
                view = self._plain.get(other) or self._plain.setdefault(other, self.one(others[other]))
                lines.append(" · ".join(filter(None, (view.value, view.detail, view.word, view.who))))
            lines.append(conflict.reason or self.words("dossier.open_question"))
        return tuple(dict.fromkeys(line for line in lines if line))

    def quotes(self, fact: Fact) -> tuple[Quote, ...]:
        """Every claim for and against a fact as a quote in context, in order of hearing."""
        voices = fact.voices
        claims = self.reel.claims([voice.claim for voice in voices])
        return tuple(self.quote(claims[v.claim], v) for v in voices if v.claim in claims)

    def quote(self, claim: Claim, voice: Voice) -> Quote:
        """One claim's words in their context."""
        report = self._report(voice.report)
        before, words, after = cut_out(report.text, claim.span.start, claim.span.end)
        return Quote(
            before=before,
            words=words,
            after=after,
            lang=report.language,
            outlet=voice.outlet or report.outlet or report.id,
            date=self.words.day(voice.date),
            path=report_path(report.id, f"c-{claim.id}"),
            url=report.url if report.url.startswith(("http://", "https://")) else "",
            how=self.how(voice),
            status=self.words.word(claim.status),
            denies=voice.denies,
        )

    def how(self, voice: Voice) -> str:
        """How a voice came to it: its own news, a party speaking, passing on."""
        keys = {"own": "its_own", "party": "speaks", "relay": "passes_on", "copy": "copies", "distort": "changed_it"}
        return self.words(f"dossier.{keys.get(voice.kind, 'background')}", speaker=voice.speaker or voice.source)

    def _report(self, report_id: str) -> Report:
        if report_id not in self._reports:
            self._reports[report_id] = self.reel.report(report_id)
        return self._reports[report_id]


def cut_out(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words between two code points, with what stands before and after them, to the bounds of the line."""
    left = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    stop = text.find("\n", end)
    right = min(stop if stop >= 0 else len(text), end + CONTEXT)
    opening = "…" if left > text.rfind("\n", 0, start) + 1 else ""
    closing = "…" if right < (stop if stop >= 0 else len(text)) else ""
    return opening + text[left:start], text[start:end], text[end:right] + closing


def script_lang(name: str) -> str:
    """The language that a name's script tells: "ko" for Hangul, "ja" for kana, "" where it tells none."""
    if any("\uac00" <= c <= "\ud7a3" for c in name):
        return "ko"
    if any("\u3040" <= c <= "\u30ff" for c in name):
        return "ja"
    return ""
