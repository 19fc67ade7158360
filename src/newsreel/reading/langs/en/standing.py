"""What can stand of what was read in English: no posts said as parts, no songs, prizes, languages or stages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Referent
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.topics import weights

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Draft

COMPANY = frozenset({"platform", "production_company", "distributor"})
EARLIER = ("bracket-credits", "known-for", "cast/epithet", "cast/epithet-of")
_POST_NOT_PART = re.compile(
    r"\b(?:(?:key|colou?r|background|make-?up|special effects|CG|concept) artists?|animators?|(?:character|sound|art|costume|production|set) (?:designers?|supervisors?)|writers?|screenwriters?|producers?|directors?|creators?|co-creators?|showrunners?|composers?|editors?)\b",
    re.IGNORECASE,
)
_STAGED = frozenset({"cast_member", "director", "release_date", "producer", "production_status"})
_ON_STAGE = re.compile(
    r"\b(?:Theatre|Theater|Playhouse|Broadway|West End|Old Vic|Royal Court|Almeida|Gielgud|[Oo]pera|[Bb]allet|Donmar|stage (?:play|musical|adaptation|version|production))\b"
)
_ON_SCREEN = re.compile(r"\b(?:films?|movies?|series|screen|TV|television|Netflix|drama|streaming|cinemas?)\b")


def stands(document: Document, draft: Draft) -> bool:
    """Whether a draft is a claim: its subject and object can be what they are said to be, and its words say it."""
    if draft.subject is draft.object or not draft.predicate or (draft.predicate == "country" and not _country(draft)):
        return False
    if draft.rule.endswith(EARLIER) and draft.subject.name in lexicon.organizations():
        return False  # "Disney star Ann Lee"
    if draft.predicate in _OF_PEOPLE and _no_credit(document, draft):
        return False
    if draft.predicate in _STAGED and _staged(document, draft):
        return False
    if draft.predicate in COMPANY and isinstance(draft.object, Referent):
        return org_kind(draft.object, draft.object.name) not in {"outlet", "agency", "group"}
    return True


_OF_PEOPLE = frozenset(
    {
        "cast_member",
        "director",
        "screenwriter",
        "creator",
        "composer",
        "producer",
        "executive_producer",
        "showrunner",
        "cinematographer",
    }
)
_POST_ONLY = re.compile(
    r"(?:[\w-]+ )?(?:producers?|directors?|writers?|showrunners?|screenwriters?|editors?|composers?|hosts? of .*)",
    re.IGNORECASE,
)
_PRIZES = re.compile(r"\b(?:Awards?|Winning|Nominated|Nominee|Winner|Emmys?|Oscars?)\b", re.IGNORECASE)
_SONG = re.compile(r"\b(?:song|track|single|music video|dance number|dialogue|lyric)s?\b[^.;]{0,70}$")


def _no_credit(document: Document, draft: Draft) -> bool:
    """What is no credit in a work: a post said as a part, a prize, a song of a film."""
    role = str(draft.slots.get("role") or "")
    if draft.rule.endswith(("/is-role", "/is", "/gapped")) and _POST_NOT_PART.search(role):
        return True
    if draft.rule.endswith(("/as", "/named-as", "/aboard-as", "/part-in-work")) and _POST_ONLY.fullmatch(role):
        return True
    if draft.predicate == "cast_member" and draft.mention is not None and _is_part(document, draft.mention):
        return True
    return _PRIZES.search(draft.subject.name) is not None or _of_song(document, draft)


# "stars Ann Lee as matriarch Rin Calder": Calder acts nowhere
_AS_PART = re.compile(
    r"\b(?:playing|portraying|voicing|(?:who|he|she) (?:also )?(?:plays?|played|portrays?|portrayed)|(?:roles?|parts?|character) of) (?:the |an? |his |her |their )?(?:(?!(?:and|or|by|with|opposite|alongside|host|to|for|in|on|it|them)\b)[a-z][\w’'-]* ){0,3}$|(?<!such )(?<!just )(?<!same )(?<!known )\bas (?:the |an? |his |her |their |real-life )?(?:(?!(?:and|or|well|did|does|will|do|is|are|was|has|have|had|would|with|by|fellow|actor|actress|star|much|can|could|newcomer|veteran|it|in|for|played|told|directed|opposite)\b)[a-z][\w’'-]* ){1,3}$"
)


def _is_part(document: Document, mention: Mention) -> bool:
    """Whether a name stands there as somebody's part."""
    start = max(0, mention.start - 48)
    return _AS_PART.search(document.text, start, mention.start) is not None


def _of_song(document: Document, draft: Draft) -> bool:
    """Who wrote or composed a song of a film is no maker of the film."""
    if draft.predicate not in {"composer", "screenwriter", "director"}:
        return False
    return _SONG.search(document.text, max(draft.sentence.start, draft.start - 90), draft.start) is not None


def _country(draft: Draft) -> bool:
    """Whether a country is said, not a language alone ("the Hindi remake", "an English-language film")."""
    said = draft.mention.text if draft.mention is not None else ""
    return bool(draft.object) and not said.endswith("-language") and said not in lexicon.languages()


def _staged(document: Document, draft: Draft) -> bool:
    """What is shown on a stage is no production of the screen."""
    if draft.subject.facts.get("type") == "play":
        return True
    told: dict[int, bool] = document.notes.setdefault("staged", {})
    at = draft.sentence.index
    if at not in told:
        text = document.text[draft.sentence.start : draft.sentence.end]
        told[at] = not _ON_SCREEN.search(text) and (_ON_STAGE.search(text) is not None or _of_stage(document))
    return told[at]


_LEAD = 3  # sentences, the headline among them


def _of_stage(document: Document) -> bool:
    """Whether a report opens on the stage and does not speak of the screen there."""
    if "of stage" not in document.notes:
        lead = document.sentences[:_LEAD]
        text = document.text[lead[0].start : lead[-1].end] if lead else ""
        document.notes["of stage"] = (
            bool(_ON_STAGE.search(text)) and not _ON_SCREEN.search(text) and weights(document.text)[0] <= 1
        )
    told: bool = document.notes["of stage"]
    return told


_CREDITED = frozenset({"cast_member", "director", "screenwriter", "creator"})


def as_framed(drafts: list[Draft]) -> list[Draft]:
    """Without what a sentence says as plain where it says it as denied or open: "declined an offer to star in Harbor"."""
    told = {_what(d) for d in drafts if d.fixed and d.status in {"denied", "considering"} and d.predicate in _CREDITED}
    plain = {_what(d) for d in drafts if not d.fixed and d.status == "stated" and d.predicate in _CREDITED}
    return [d for d in drafts if d.fixed or (_what(d) not in told and (d.status != "denied" or _what(d) not in plain))]


def one_maker(drafts: list[Draft]) -> list[Draft]:
    """Without directors told only by "Lee's Harbor" where the report says who else directs it: Lee may be its star."""
    said: dict[int, set[int]] = {}
    for d in drafts:
        if d.predicate == "director" and d.rule.endswith("directed-by") and d.status != "denied":
            said.setdefault(id(d.subject), set()).add(id(d.object))
    return [
        d
        for d in drafts
        if d.predicate != "director"
        or not d.rule.endswith("possessive-director")
        or id(d.object) in said.get(id(d.subject), {id(d.object)})
    ]


def _what(draft: Draft) -> tuple[int, str, int, int]:
    return draft.sentence.index, draft.predicate, id(draft.subject), id(draft.object)
