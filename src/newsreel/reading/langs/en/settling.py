"""The last look at drafts of an English report: words of the vocabulary for what was said, companies by what they do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreel.model import Period
from newsreel.reading.document import Referent
from newsreel.reading.langs.en import lexicon, roles
from newsreel.reading.langs.en.attribution import foresee, temper
from newsreel.reading.langs.en.companies import makes_or_carries
from newsreel.reading.langs.en.doubts import may_stand
from newsreel.reading.langs.en.ensembles import ensembles
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.lives import told_alone
from newsreel.reading.langs.en.standing import COMPANY, EARLIER, as_framed, one_maker, stands

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Draft

_RELATIONS = (
    (r"spin|offshoot|spun", "spin_off"), (r"prequel", "prequel"), (r"sequel|follow|continu", "sequel"),
    (r"remake|remak|redo|retell|reimagin|re-imagin", "remake"), (r"reboot|reviv|relaunch", "reboot"), (r"inspired", "inspired_by"),
)  # fmt: skip
_PLATFORMS = frozenset({"streamer", "broadcaster"})
# "Harbor star Ann Lee" acted there, whatever she does now
_ACTS_IN = re.compile(
    r"\b(?:stars?|act(?:ors?|ress(?:es)?|ing|ed)|leads?|alum\w*|breakout|co-stars?|starr(?:ed|ing)|roles?|appear\w*)\b"
)
_SAME = frozenset({"cast_member", "director", "screenwriter", "creator"})


def settle(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Drafts with canonical words, each where it can stand."""
    drafts = _once_named(document, told_alone(document, ensembles(document, drafts)))
    crafts = _roles(drafts)
    out = []
    for draft in (d for d in drafts if may_stand(document, d)):
        _words(document, draft)
        temper(document, draft)
        if draft.predicate in COMPANY and isinstance(draft.object, Referent):
            makes_or_carries(document, draft, draft.object)
        if draft.rule.endswith(EARLIER) and not _ACTS_IN.search(document.text[draft.start : draft.end]):
            _craft(document, draft, crafts)
        _of_earlier(document, draft)
        if draft.predicate == "release_date" and draft.object is not None:
            _venue(document, draft)
        if draft.predicate in ("release_date", "filming_start", "filming_end") and isinstance(draft.object, str):
            _planned(document, draft)
        if stands(document, draft):
            out.append(draft)
    out = one_maker(_part_of_one(as_framed(_back_at_their_post(document, out))))
    _to_what_is_made(document, out)
    _named_once(out)
    out = _with_cameras(document, _without_parts_as_works(document, out))
    out = _dated_wraps(_without_characters(out))
    foresee(document, out)
    return out


_CREW = frozenset({"director", "screenwriter", "composer", "cinematographer", "showrunner", "creator"})
_BACK = re.compile(
    r"(?:[’']s|\b(?:is|are|be|was|were|come|comes|came|coming)) back\b|\b(?:returns?|returned|returning|remains?|stays?|aboard)\b"
)


def _back_at_their_post(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without those of a work's crew who are but said to be back or to stay: they are so at their post, not in the cast."""
    crew = {(id(d.subject), id(d.object)) for d in drafts if d.predicate in _CREW}
    return [
        d
        for d in drafts
        if d.predicate != "cast_member"
        or (id(d.subject), id(d.object)) not in crew
        or d.slots.get("character")
        or d.slots.get("role")
        or not _BACK.search(document.text, d.start, d.end)
    ]


_LEAD = 200  # code points in which a report may speak of a work that it names later
_AHEAD = 150


def _once_named(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without what would be said of a work long before the report names it: there the text tells of another."""
    first: dict[int, int] = {}
    for m in document.mentions:
        if m.referent is not None:
            first.setdefault(id(m.referent), m.start)
    return [
        d for d in drafts if d.subject.kind != "work" or d.start < _LEAD or first.get(id(d.subject), 0) - d.end < _AHEAD
    ]


def _part_of_one(drafts: list[Draft]) -> list[Draft]:
    """Without the part that only the work spoken of before has, where the words of another rule name its work."""
    named: dict[tuple[int, int, str], set[int]] = {}
    for draft in drafts:
        if _has_part(draft) and _names_its_work(draft):
            named.setdefault(_part(draft), set()).add(id(draft.subject))
    return [
        d
        for d in drafts
        if not _has_part(d) or _names_its_work(d) or id(d.subject) in named.get(_part(d), {id(d.subject)})
    ]


def _has_part(draft: Draft) -> bool:
    return draft.predicate == "cast_member" and bool(draft.slots.get("character"))


def _part(draft: Draft) -> tuple[int, int, str]:
    return draft.sentence.index, id(draft.object), str(draft.slots["character"])


def _names_its_work(draft: Draft) -> bool:
    return any(
        m.kind == "W" and m.referent is draft.subject and draft.start <= m.start and m.end <= draft.end
        for m in draft.sentence.mentions
    )


_MADE_OF = re.compile(r"\b(?:adaptation|version|take|reimagining|retelling)s? (?:of|on)\b")


def _to_what_is_made(document: Document, drafts: list[Draft]) -> None:
    """What is said of an adaptation named by its source ("leads an adaptation of the manga Harbor") is the adaptation's."""
    made = {(id(d.object), d.sentence.index): d.subject for d in drafts if d.predicate == "based_on"}
    for draft in drafts:
        work = made.get((id(draft.subject), draft.sentence.index))
        if work is None or draft.predicate in {"creator", "work_type", "genre", "alias"}:
            continue
        if _MADE_OF.search(document.text, draft.start, draft.end) or draft.rule.endswith("cast/with"):
            draft.subject = work


_CAMERA = re.compile(r"\bbehind the camera\b")


def _with_cameras(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without those "behind the camera" of a work that somebody else is said to direct: they photograph it."""
    sure = [d for d in drafts if d.predicate == "director" and not _CAMERA.search(document.text, d.start, d.end)]
    directed = {id(d.subject): {id(s.object) for s in sure if s.subject is d.subject} for d in sure}
    return [
        d
        for d in drafts
        if d.predicate != "director"
        or not _CAMERA.search(document.text, d.start, d.end)
        or not directed.get(id(d.subject), set()) - {id(d.object)}
    ]


def _without_parts_as_works(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without works of one word that begin a bracket of a cast line: "Rin: Ann Lee (Colm, Harbor Light)" tells her part there."""
    rows: dict[tuple[int, int], list[Draft]] = {}
    for d in drafts:
        if d.rule.endswith("bracket-credits") and ": " in document.text[d.sentence.start : d.start]:
            rows.setdefault((d.sentence.index, id(d.object)), []).append(d)
    gone = {
        id(d)
        for row in rows.values()
        for d in row
        if len(row) > 1 and " " not in d.subject.name and f"({d.subject.name}, " in document.text[d.start : d.end]
    }
    return [d for d in drafts if id(d) not in gone]


def _named_once(drafts: list[Draft]) -> None:
    """A character's name is no role beside it."""
    names = {(id(d.subject), id(d.object)): d.slots["character"] for d in drafts if d.slots.get("character")}
    for draft in drafts:
        if draft.slots.get("role") and names.get((id(draft.subject), id(draft.object))) == draft.slots["role"]:
            del draft.slots["role"]


def _dated_wraps(drafts: list[Draft]) -> list[Draft]:
    """A shoot whose last day is told is told by that day, not as completed."""
    ended = {id(d.subject) for d in drafts if d.predicate == "filming_end" and d.object is not None}
    return [
        d
        for d in drafts
        if not (d.predicate == "production_status" and d.object == "completed" and id(d.subject) in ended)
    ]


def _without_characters(drafts: list[Draft]) -> list[Draft]:
    """Without those said to be cast whom somebody else plays ("Jack Morton joins a club … Jake Manley as Morton")."""
    played: dict[str, set[int]] = {}
    for d in drafts:
        if d.predicate == "cast_member" and d.slots.get("character") and isinstance(d.object, Referent):
            played.setdefault(str(d.slots["character"]), set()).add(id(d.object))
    if not played:
        return drafts
    return [
        d
        for d in drafts
        if d.predicate != "cast_member" or d.slots.get("character") or d.slots.get("role") or not _played(d, played)
    ]


def _played(draft: Draft, played: dict[str, set[int]]) -> bool:
    return isinstance(draft.object, Referent) and any(
        played.get(name, set()) - {id(draft.object)} for name in draft.object.names
    )


_PARTS_PLAYED = ("cast/plays", "cast/plays-x", "cast/plays-anyone", "cast/kin")
_WHO_PLAYED = re.compile(
    r",? (?:\([^()]*\) ?)?,?who (?:also |once |previously |memorably )*(?:played|portrayed|voiced|starred as)\b"
)
_IN_EPITHET = re.compile(r"(?:['’]s)? (?:[\w-]+ )?(?:star|actor|actress|alum|alumna|alumnus|grad|veteran|breakout)s? $")


def _of_earlier(document: Document, draft: Draft) -> None:
    """In "Harbor actor Ann Lee, who played Rin" the part was played in Harbor."""
    if draft.predicate != "cast_member" or not draft.rule.endswith(_PARTS_PLAYED):
        return
    actor = next((m for m in draft.sentence.mentions if m.referent is draft.object and m.start >= draft.start), None)
    if actor is None or not _WHO_PLAYED.match(document.text, actor.end):
        return
    for work in draft.sentence.mentions:
        if work.kind == "W" and work.referent is not None and work.end <= actor.start:  # noqa: SIM102 - one case after the other
            if _IN_EPITHET.fullmatch(document.text[work.end : actor.start]):
                draft.subject, draft.background = work.referent, True


def _roles(drafts: list[Draft]) -> dict[int, str]:
    """What each person mainly does in this report."""
    roles: dict[int, str] = {}
    for draft in drafts:
        if draft.predicate in _SAME | {"composer", "cinematographer", "showrunner", "producer"} and isinstance(  # noqa: SIM102 - one case after the other
            draft.object, Referent
        ):
            if not draft.rule.endswith((*EARLIER, "possessive-director")):
                roles.setdefault(id(draft.object), draft.predicate)
    return roles


_MADE_BY = re.compile(r"(?<!played )(?<!voiced )(?<!portrayed )(?<!fronted )(?<!headlined )(?<!led )\bby $")


def _said_to_direct(draft: Draft) -> bool:
    """Whether the sentence calls the person a director ("The Danish director is known for Harbor")."""
    return any(
        m.kind == "P"
        and m.indirect
        and m.referent is draft.object
        and m.text.endswith(("director", "filmmaker", "helmer"))
        for m in draft.sentence.mentions
    )


# "Lee (producer of Harbor and Kite)": the bracket says what somebody did there.
_SAID_IN_BRACKET = re.compile(
    r" ?\((?:the |an? |co-)?(?P<craft>executive producer|producer|creator|screenwriter|writer|director|showrunner)s? (?:of|on|behind) "
)
_CRAFTS = {"executive producer": "executive_producer", "writer": "screenwriter"}


def _craft(document: Document, draft: Draft, roles: dict[int, str]) -> None:
    said = _SAID_IN_BRACKET.match(document.text, draft.mention.end) if draft.mention is not None else None
    if said is not None:
        draft.predicate = _CRAFTS.get(said["craft"], said["craft"])
        return
    role = roles.get(id(draft.object))
    if (
        role is None
        and isinstance(draft.object, Referent)
        and draft.object.facts.get("craft") in {"director", "producer"}
    ):
        role = draft.object.facts["craft"]
    crafts = draft.object.facts.get("crafts", ()) if isinstance(draft.object, Referent) else ()
    if role in {None, "screenwriter", "creator"} and ("director" in crafts or _said_to_direct(draft)):
        role = "director"
    if (
        role is None
        and draft.mention is not None
        and _MADE_BY.search(document.text, max(0, draft.mention.start - 40), draft.mention.start)
    ):
        draft.predicate = ""
    if role is None and isinstance(draft.object, Referent) and draft.object.facts.get("craft") == "crew":
        draft.predicate = ""
    if role in {"director", "screenwriter", "composer", "cinematographer", "creator", "producer"}:
        draft.predicate = role
    elif role == "showrunner":
        draft.predicate = "creator"


def _words(document: Document, draft: Draft) -> None:
    slots: dict[str, Any] = draft.slots
    if draft.predicate == "based_on":
        how = str(slots.get("relation") or "").lower()
        slots["relation"] = next((word for pattern, word in _RELATIONS if re.search(pattern, how)), "adaptation")
    if draft.predicate == "age" and isinstance(draft.object, str):
        draft.object = int(draft.object)
    if draft.predicate == "cast_member":
        _no_name(document, draft)
        roles.told(document, draft)


_GOES_ON = re.compile(
    r"(?: (?!(?:who|whose|that|which|in|with|on|and|from|trying|opposite|alongside|for|at|as)\b)[a-z][\w-]*){1,3}"
)


def _no_name(document: Document, draft: Draft) -> None:
    """What stands behind "a" is no character's name: "as an FBI agent" tells a role."""
    name = str(draft.slots.get("character") or "")
    text = document.text[draft.start : draft.end + 40]
    at = max(text.find(f" a {name} "), text.find(f" an {name} ")) if name else -1
    if at >= 0:
        start = text.index(name, at)
        said = _GOES_ON.match(text, start + len(name))
        if said:
            del draft.slots["character"]
            draft.slots.setdefault("role", text[start : said.end()])


def _venue(document: Document, draft: Draft) -> None:
    """Where a work is shown on a day: the place, festival or service in the words of the showing, or the next to them."""
    if draft.slots.get("venue"):
        return
    near = [m for m in draft.sentence.mentions if m.start >= draft.start - 2 and m.end <= draft.end + 40]
    shown = [m for m in near if _shows(document, m)]
    if shown:
        draft.slots["venue"] = min(shown, key=lambda m: (max(m.end - draft.end, 0), m.start)).text


def _shows(document: Document, m: Mention) -> bool:
    if m.kind == "L":
        inside = re.search(r"\bin (?:the )?$", document.text[max(0, m.start - 8) : m.start])
        return bool(m.text in lexicon.places() and inside and lexicon.places()[m.text])
    if m.kind == "A":
        return re.search(r"\bin (?:the )$", document.text[max(0, m.start - 8) : m.start]) is not None
    return m.kind == "E" or (m.kind == "O" and org_kind(m.referent, m.text) in _PLATFORMS)


def _planned(document: Document, draft: Draft) -> None:
    if draft.status not in ("stated", "confirmed", "reported"):
        return
    try:
        period = Period.parse(str(draft.object))
    except ValueError:
        return
    if period.start > document.anchor or (period.end > document.anchor and _coming(document, draft)):
        draft.status = "planned"


def _coming(document: Document, draft: Draft) -> bool:
    stretch = document.text[max(draft.sentence.start, draft.start - 28) : draft.end].lower()
    return not stretch.endswith("today") and bool(
        re.search(
            r"\b(?:will|later|next|upcoming|due|slated|expected|scheduled|set to|to be|starts|begins|opens|premieres|tonight|targeting|this (?:fall|autumn|winter|summer|spring))\b",
            stretch,
        )
    )
