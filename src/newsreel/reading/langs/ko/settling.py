"""A last look at all drafts: values for dates, what cannot be, what follows from the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.attribution import nearest
from newsreel.reading.dates import DateMention, resolve
from newsreel.reading.document import Mention, Referent
from newsreel.reading.langs.ko import (
    adapted,
    agreeing,
    announced,
    attribution,
    castlines,
    castnames,
    creditlines,
    interviews,
    moves,
    roles,
)
from newsreel.reading.langs.ko.replaced import replaced
from newsreel.reading.moving import over_others

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft

_CREW = frozenset(
    {"director", "screenwriter", "producer", "composer", "cinematographer", "creator", "executive_producer"}
)
_PRINT = frozenset({"book", "webtoon", "manga", "album"})
_DATED = frozenset({"release_date", "filming_start", "filming_end"})


def settle(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts that stand, in the order in which they were made."""
    if not any(m.kind == "W" for m in document.mentions):
        return []
    drafts = [d for d in drafts if d.object is not None or d.status == "unannounced"]
    adapted.pass_on(document, drafts)
    drafts = over_others(drafts, moves.RULE)
    begun = {id(d.subject) for d in drafts if d.predicate in {"filming_start", "filming_end"}}
    drafts = [d for d in drafts if d.rule != "ko/state/began" or id(d.subject) not in begun]
    ended = {id(d.subject) for d in drafts if d.predicate == "filming_end"}
    drafts = [d for d in drafts if not (d.object == "completed" and id(d.subject) in ended)]
    for draft in drafts:
        if draft.status == "unannounced" and not draft.by:
            draft.by = tuple(name for _, name in draft.within)
        _put_off(document, draft)
        _date(document, draft)
        _said_in_passing(draft)
        if draft.rule == "ko/agency/person" and (hero := document.notes.get("hero")) is not None:
            draft.subject = hero  # whose agency speaks in a report about somebody
    drafts = agreeing.led_elsewhere(drafts)
    _own_news(document, drafts)
    _parallel(document, drafts)
    _professions(drafts)
    for draft in drafts:
        _place(document, draft)
    kept = agreeing.corrected([d for d in drafts if _possible(document, d)])
    kept.extend(_unanswered(kept, _voiced(document, list(castnames.named(document, kept)))))
    kept = replaced(document, kept)
    _no_people(document.text, kept)
    _roles(document, kept)
    _authors(kept)
    for draft in kept:
        draft.status = draft.status or "stated"
    announced.pass_on(document, kept)
    interviews.answered(document, kept)
    return kept


_EPITHETS = frozenset(
    f"ko/{name}"
    for name in (
        "crew/director-of", "crew/director-title", "crew/nth-work", "crew/possessive", "credits/earlier-work",
    )
)  # fmt: skip
# What an offer or a rumour is about; all else in its sentence is said in passing.
_OFFERED = frozenset({"cast_member", "director", "screenwriter", "platform", "release_date", "producer"})
_NOUN_RULES = frozenset({"ko/crew/director-of", "ko/crew/possessive", "ko/source/remake", "ko/source/same-name"})


def _said_in_passing(draft: Draft) -> None:
    """What stands in a noun phrase, is over, or names the speaker is the report's own word, not the announcement."""
    if draft.status in {"considering", "rumored"} and (draft.rule in _EPITHETS or draft.predicate not in _OFFERED):
        draft.status, draft.by = "stated", ()
    if draft.status not in {"confirmed", "reported"}:
        return
    speaker = isinstance(draft.object, Referent) and draft.object.name in draft.by
    office = draft.predicate in {"production_company", "distributor", "agency"}
    named = speaker and draft.rule.startswith("ko/crew/label-")  # "연출자 A 감독이 … 털어놨다"
    if draft.rule in _NOUN_RULES or (speaker and office) or named:
        draft.status, draft.by = "stated", ()


def _place(document: Document, draft: Draft) -> None:
    """A part said with a title of its own ("A는 '가'에서 오산 역을 맡았다") is a part in that work."""
    if draft.rule == "ko/cast/lead-is" and (owner := _owner(document, draft)) is not None:
        draft.subject, draft.background = owner, owner is not document.focus[draft.sentence.index].work
    if draft.predicate != "cast_member" or not draft.rule.startswith("ko/cast/") or not draft.slots.get("character"):
        return
    inside = [
        m
        for m in draft.sentence.mentions
        if m.kind == "W"
        and draft.start < m.start < draft.end
        and re.match(r"(?:\([^)]*\))?(?: 시즌 ?\d)?(?:에서|에선|에|속)", document.text[m.end : m.end + 20])
    ]
    inside = inside or _put_before(document, draft)
    if inside and inside[-1].referent is not None and inside[-1].referent is not draft.subject:
        draft.subject, draft.background = inside[-1].referent, True
        draft.status, draft.by = "stated", ()


_OWNED = re.compile(r"[’'”>》〉]?(?:\([^)]*\))?의 (?:두 |세 |남녀 |원조 )?")


def _owner(document: Document, draft: Draft) -> Referent | None:
    """The title whose leads are spoken of: "'가'의 두 주인공 A와 B"."""
    works = [m for m in draft.sentence.mentions if m.kind == "W" and m.end <= draft.start]
    return works[-1].referent if works and _OWNED.fullmatch(document.text, works[-1].end, draft.start) else None


def _own_news(document: Document, drafts: list[Draft]) -> None:
    """The platform that announces the report's work vouches for carrying it, also where the headline only names it."""
    own = {
        id(d.object): d.by
        for d in drafts
        if (d.predicate, d.status) == ("platform", "confirmed")
        and isinstance(d.object, Referent)
        and d.object.name in d.by
    }
    for draft in drafts:
        if draft.predicate == "platform" and draft.subject is document.main_work and draft.status == "stated":
            draft.by = own.get(id(draft.object), ())
            draft.status = "confirmed" if draft.by else draft.status


def _put_before(document: Document, draft: Draft) -> list[Mention]:
    """The title with 에서 that stands before a part and its actor: "'가'에서 … 오산 역을 맡은 한지우는"."""
    works = [m for m in draft.sentence.mentions if m.kind == "W" and m.end <= draft.start]
    if not works:
        return []
    between = document.text[works[-1].end : draft.start]
    named = any(m.kind == "P" and works[-1].end <= m.start < draft.start for m in draft.sentence.mentions)
    if named and not re.search(r"(?:연기한|맡은|분한|나온) [^ ]{1,9}(?: [^ ]{1,9})?(?:와|과|,) $", between):
        return []
    led = re.match(r"(?:\([^)]*\))?(?: 시즌 ?\d)?(?:에서(?:는)?| 속) ", between)
    told = re.search(r"[다요]\. |(?:으며|했고|이고|지만), |[한던은인] $", between)
    return works[-1:] if led and not told else []


_BY_PROFESSION = frozenset({"ko/credits/earlier-work", "ko/credits/in-a-work", "ko/credits/works-in-brackets"})


def _professions(drafts: list[Draft]) -> None:
    """Who directs or writes one work and plays in none did the same for the earlier works named with the name."""
    crew: dict[int, str] = {}
    players: set[int] = set()
    for draft in drafts:
        if draft.rule in _BY_PROFESSION or not isinstance(draft.object, Referent):
            continue
        if draft.predicate in {"director", "screenwriter", "cinematographer", "composer"}:
            crew.setdefault(id(draft.object), draft.predicate)
        elif draft.predicate == "cast_member" and draft.slots:
            players.add(id(draft.object))
    for draft in drafts:
        if (
            draft.rule in _BY_PROFESSION
            and draft.predicate == "cast_member"
            and id(draft.object) in crew
            and id(draft.object) not in players
        ):
            draft.predicate = crew[id(draft.object)]


_DENIABLE = frozenset({"cast_member", "director", "screenwriter", "release_date", "based_on", "platform"})
_PUT_OFF = re.compile(r"무기한|보류|미뤘|밀렸|연기(?:됐|했|하기로)|취소|공개 안 한다|늦췄")
_EQUAL = re.compile(r"(?:에|와|과)? ?(?:해당|맞먹|대응)| 격")


def _parallel(document: Document, drafts: list[Draft]) -> None:
    """A의 오산에 해당하는 …: parts of the original, named beside those of the remake."""
    sources = {
        id(d.subject): d.object for d in drafts if d.predicate == "based_on" and d.slots.get("relation") == "remake"
    }
    for draft in drafts:
        if draft.rule not in {"ko/cast/actors-own-char", "ko/cast/actors-char"}:
            continue
        if _EQUAL.match(document.text[draft.end : draft.end + 8]):
            source = sources.get(id(draft.subject))
            if isinstance(source, Referent):
                draft.subject, draft.background, draft.status, draft.by = source, True, "stated", ()


# "당초 11월 방영 예정이던": a plan that another has taken the place of.
_AT_FIRST = re.compile(r"(?:당초|애초|원래|본래|기존에?는?|처음에는)[^.]{0,20}$")
_WAS_PLANNED = re.compile(
    r"[^.,]{0,12}?(?:예정(?:이었던|이던|이었으나|이었지만|됐던|됐으나|됐지만|돼 있|이었는데)|하려던|하려 했|"
    r"하기로 했(?:던|으나|지만)|(?:잡혀|확정돼) 있)"
)


# "오는 23일 첫 방송이 되어야 하지만": what does not come about.
_HAD_TO = re.compile(r"[^.,]{0,10}(?:되어야|돼야|해야|했어야|됐어야) (?:하지만|했지만|했으나|하나|했던)")


def _put_off(document: Document, draft: Draft) -> None:
    """A date that the sentence takes back is denied; what is merely said in the sentence of a denial is not."""
    dated = draft.predicate in {"release_date", "filming_start", "filming_end"} and draft.object
    if dated and (
        (draft.predicate == "release_date" and _PUT_OFF.search(document.text[draft.start : draft.sentence.end]))
        or (
            _AT_FIRST.search(document.text, draft.sentence.start, draft.start + 2)
            and _WAS_PLANNED.match(document.text, draft.end)
        )
        or _HAD_TO.match(document.text, draft.end)
    ):
        draft.status = "denied"
    elif draft.status == "denied" and not draft.fixed and not _denied(document, draft):
        draft.status, draft.by = "stated", ()


_LEFT_ONLY = re.compile(r"무산|불발|사실무근|사실이 아니|미정|미뤄|연기됐|취소|부인")


_NO_SLOT = re.compile(r"편성(?:이|은|도)? (?:[^ .]{1,8} )?(?:불발|무산)")  # what has no slot loses no writer


def _denied(document: Document, draft: Draft) -> bool:
    """Whether a claim may be what a denial is about: that somebody leaves takes back no date and no platform."""
    if _NO_SLOT.search(document.text, draft.sentence.start, draft.sentence.end):
        return draft.predicate in {"release_date", "platform"}
    if draft.predicate in {"release_date", "platform", "based_on"}:
        return _LEFT_ONLY.search(document.text, draft.sentence.start, draft.sentence.end) is not None
    return draft.predicate in _DENIABLE


_IN_BRACKETS = "ko/cast/char-bracket-actor"
_LEADS = re.compile(r"\)? (?:주연|출연)(?:의|작|한)")  # "한지우(별이) 주연의": another name of hers


def _no_people(text: str, drafts: list[Draft]) -> None:
    """Who plays in something is no part: "고현정 역으로 박진희가 투입됐다"."""
    cast = {d.object.name for d in drafts if d.predicate == "cast_member" and isinstance(d.object, Referent)}
    for draft in drafts:
        if draft.slots.get("character") in cast or (draft.rule == _IN_BRACKETS and _LEADS.match(text, draft.end)):
            draft.slots.pop("character", None)


_PHRASE = re.compile(r"[^.다]{2,18}$|[^.]{2,18}(?<!다)$")


def _told_behind(document: Document, draft: Draft) -> dict[str, str]:
    """The role that the few words behind a line of the cast give: "▲오산=한지우. 남장 유생."."""
    sentences = document.sentences
    behind = sentences[draft.sentence.index + 1] if draft.sentence.index + 1 < len(sentences) else None
    if behind is None or behind.paragraph != draft.sentence.paragraph:
        return {}
    text = document.text[behind.start : behind.end].rstrip(". ")
    return {"role": text} if _PHRASE.fullmatch(text) else {}


# "그 곁에는 형사 한별이 있다. 말수 적은 이 인물은 A의 몫": the part named in the sentence before.
_THIS_PART = re.compile(r"(?<![가-힣])(?:이|그|해당) (?:인물|역|역할|배역|캐릭터)(?:은|는|을|를|에|에는) ")


def _part_before(document: Document, draft: Draft) -> str:
    """The one part of the sentence before, where a sentence says who plays "this part"."""
    here = draft.sentence
    if draft.mention is None or not here.index or any(m.kind == "C" for m in here.mentions):
        return ""
    said = _THIS_PART.search(document.text, here.start, here.end)
    people = {m.text for m in here.mentions if m.kind == "P"}
    parts = {m.text for m in document.sentences[here.index - 1].mentions if m.kind == "C"}
    return parts.pop() if said is not None and len(people) == 1 and len(parts) == 1 else ""


_LEAD_ROLE = re.compile(r"(?:^|[ 남여자])주인공$|^타이틀롤$")


def _roles(document: Document, drafts: list[Draft]) -> None:
    """Characters without a role phrase of their own take the one that the report gives them elsewhere."""
    known = roles.roles(document)
    for draft in drafts:
        if draft.predicate == "cast_member" and "character" not in draft.slots and "role" not in draft.slots:
            draft.slots |= {"character": part} if (part := _part_before(document, draft)) else {}
        character = draft.slots.get("character")
        if draft.predicate == "cast_member" and character and "role" not in draft.slots and known.get(character):
            draft.slots["role"] = known[character]
        if draft.rule == "ko/cast/char-equals-actor" and "role" not in draft.slots:
            draft.slots |= _told_behind(document, draft)
        if _LEAD_ROLE.search(draft.slots.get("role", "")):
            draft.slots.setdefault("billing", "lead")
        if draft.predicate == "cast_member" and str(draft.subject.facts.get("type", "")).startswith("animation"):
            draft.slots.setdefault("billing", "voice")


def _authors(drafts: list[Draft]) -> None:
    """A 작가 who made the book or webtoon is its author, no screenwriter."""
    made = {
        id(d.object): d.subject.facts.get("type", "book")
        for d in drafts
        if d.predicate == "creator" and isinstance(d.object, Referent)
    }
    writes = {id(d.object) for d in drafts if d.predicate == "screenwriter"}
    for draft in drafts:
        kind = made.get(id(draft.subject))
        if (
            draft.predicate == "occupation"
            and draft.object == "screenwriter"
            and kind in _PRINT
            and id(draft.subject) not in writes
        ):
            draft.object = {"webtoon": "webtoon_artist", "manga": "manga_artist"}.get(kind, "author")


def _unanswered(drafts: list[Draft], named: list[Draft]) -> list[Draft]:
    """The drafts without those that pass on what a party has answered: "앞서 한 매체는 … 출연한다고 보도했다"."""
    answered = {(id(d.subject), id(d.object)) for d in drafts if d.rule == "ko/answer/part"}
    return [d for d in named if not d.by or (id(d.subject), id(d.object)) not in answered]


def _voiced(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Drafts made last, with the status that the words around give them."""
    for draft in drafts:
        cue = nearest(document, attribution.cues(document, draft.sentence), draft)
        if cue is not None:
            draft.status, draft.by = cue.status, cue.by
        _put_off(document, draft)
    return drafts


_AHEAD = re.compile(
    r"예정|계획|목표|앞두|방침|돌입할|들어갈|시작할|것으로 (?:보|예상|전망)|"
    r"(?:시작|돌입|공개|개봉|방송|방영)(?:된|한)다|들어간다|첫선을 보인다|찾아간다|전파를 탄다|베일을 벗는다"
)


def _date(document: Document, draft: Draft) -> None:
    if isinstance(draft.object, Mention):
        value = draft.object.value
        draft.object = resolve(value).edtf if isinstance(value, DateMention) else value
    if (
        draft.predicate in _DATED
        and isinstance(draft.object, str)
        and draft.status in {"stated", "confirmed", "reported"}
    ):
        published = document.report.published
        period = Period.parse(draft.object)
        from_label = max(draft.sentence.start, draft.start - 12)
        ahead = _AHEAD.search(document.text[from_label : draft.sentence.end]) is not None
        if published is not None and period.end > published and (period.start > published or ahead):
            if draft.status == "reported":
                return
            draft.status = "planned"


def _possible(document: Document, draft: Draft) -> bool:  # noqa: PLR0911 - one case after another
    subject, obj = draft.subject, draft.object
    misread = draft.rule.startswith("ko/cast/") and castlines.CAST_LINE.match(document.text, draft.sentence.start)
    if obj is subject or misread or agreeing.taken_back(document, draft):
        return False
    kinds = {"cast_member": "person", "director": "person", "screenwriter": "person", "producer": "person"}
    if draft.predicate in kinds and not (isinstance(obj, Referent) and obj.kind == "person" and subject.kind == "work"):
        return False
    if draft.predicate == "cast_member" and isinstance(obj, Referent):
        if subject.facts.get("type") in _PRINT:
            return False
        label = creditlines.profession(obj)
        if label in _CREW and not draft.slots.get("character") and not draft.slots.get("billing"):
            return False
    if (
        draft.predicate == "based_on"
        and draft.slots.get("relation") == "remake"
        and isinstance(obj, Referent)
        and obj.facts.get("type") in _PRINT
    ):
        draft.slots["relation"] = "adaptation"
    if draft.predicate == "director" and isinstance(obj, Referent) and creditlines.profession(obj) == "screenwriter":
        return "크리에이터" in document.text[draft.start : draft.end]
    if draft.predicate == "screenwriter" and "크리에이터" in document.text[draft.start : draft.end]:
        return False
    if draft.predicate == "release_date" and obj is not None and draft.status == "unannounced":
        return False
    return not (draft.predicate == "release_date" and isinstance(obj, str) and not re.match(r"\d{4}", obj))
