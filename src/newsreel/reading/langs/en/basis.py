"""Guards of frames about what works come from: which is the source, and whether it has a name of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Match


def _only(match: Match, name: str) -> Mention | None:
    row = match.bound.get(name)
    return row[0] if row else None


# "her credits include the adaptation of Harbor" is told of another work than this report's
_CREDITS_AHEAD = re.compile(r"\b(?:credits|known for|including|such as|best known|worked on)\b[^.;]*$")
_PLAYED_IN = re.compile(
    r"\b(?:[Ss]tars?|[Ss]tarring|[Cc]ast|[Jj]oin(?:s|ed|ing)?|[Ll]eads?|[Aa]ppears?|[Rr]oles?|[Pp]lays?)\b[^.;]{0,60}? (?:in|for) (?:the |an? )?(?:[\w-]+ ){0,3}$"
)
_ADAPTS = re.compile(r"\badapt(?:s|ing|ed)?\b(?! from)[^.;]*$")
_INTO = re.compile(
    r"[\"”’']*,? (?:into|for (?:the (?:big |small )?screen|TV|television|film|cinema)|for (?:[A-Z][\w+]+ ?){1,3}|as an?)\b"
)


def adapts_into(document: Document, match: Match) -> bool:
    """As in "Ann Lee will adapt Bo Kim's novel Harbor into a series": the series and the novel share the name."""
    return match.bound["work"][0].referent is not None and _twin_of(document, match)


def not_itself(document: Document, match: Match) -> bool:
    """A work is not based on itself: the work before, or failing that the host, must be another."""
    source = _only(match, "source")
    if source is None or source.referent is None:
        return False
    before = document.text[match.sentence.start : source.start]
    after = document.text[match.bound["source"][-1].end : match.sentence.end]
    if match.bound.get("work") is None and _PLAYED_IN.search(document.text, match.sentence.start, match.start):
        return False  # "to star in the adaptation of Lee's Harbor" tells nothing of the work told of before
    if _CREDITS_AHEAD.search(before) or (_ADAPTS.search(before) and _INTO.match(after)):
        return False
    work = _only(match, "work")
    subject = work.referent if work else document.work_at(match.start)
    sources = {id(m.referent) for m in match.bound["source"]}
    if id(subject) in sources and work is not None:
        return False
    if id(subject) in sources:
        subject = document.focus[match.sentence.index].work
        if id(subject) in sources or subject is None:
            subject = document.main_work
        if id(subject) in sources or subject is None:
            return False
        match.bound["work"] = [Mention(source.start, source.end, "W", subject.name, referent=subject)]
    return True


_NOT_FROM = re.compile(
    r"\b(?:nothing to do with|no relation (?:to|of)|unrelated to|not (?:to be )?confused with|rather than(?: from| on)?|not(?: from| based on| taken from| an adaptation of| adapted from)?|instead of|in common with|no (?:adaptation|remake|version) of|n['’]t (?:based on|from|an adaptation of)) (?:the |an? |on )?(?:[\w’'-]+ ){0,3}$",
)


def _twin(document: Document, match: Match, name: str) -> bool:
    kind = _only(match, "type")
    begins = kind.start if kind is not None and match.text.get("author") is None else match.start
    if kind is not None and _NOT_FROM.search(document.text[match.sentence.start : max(begins, match.start)][-70:]):
        return False  # "has nothing to do with the novel of that name"
    twins = document.notes.setdefault("twins", {})
    host = document.work_at(match.start) or document.main_work
    if host is None or kind is None:
        return False
    slot = (id(host), kind.value, name)
    if slot not in twins:
        twins[slot] = document.refer("work", name)
        twins[slot].facts["type"] = kind.value
    match.bound["twin"] = [Mention(kind.start, kind.end, "W", name, referent=twins[slot])]
    return True


def source_of_same_name(document: Document, match: Match) -> bool:
    """The source that shares its adaptation's name becomes a work of its own."""
    host = document.work_at(match.start) or document.main_work
    kind = _only(match, "type")
    if host is None or kind is None or not _twin(document, match, host.name):
        return False
    if (twin := match.bound["twin"][0].referent) is not None and (m := _OF_SAME.match(document.text, kind.end)):
        twin.call(document.text[kind.start : m.end()])
    return True


_OF_SAME = re.compile(r",? (?:of|with|by|under) (?:the |that |a )?(?:same|identical)?-? ?(?:name|title)")


def source_without_name(document: Document, match: Match) -> bool:
    """A source said by author and type alone is a work named so ("Ann Lee's novel")."""
    author, kind = _only(match, "author"), _only(match, "type")
    if (
        author is None
        or kind is None
        or author.referent is None
        or kind.value not in {"book", "manga", "webtoon", "play", "game", "short"}
    ):
        return False
    host = document.work_at(match.start) or document.main_work
    if host is None:
        return False
    if named := NAMED_AFTER.match(document.text, kind.end):
        title = _TITLE.match(document.text, named.end() - 1)
        if title is None or kind.value in {"play", "game", "short"}:
            return False
        return _twin(document, match, title.group())
    ok = _twin(document, match, host.name)
    twin = match.bound["twin"][0].referent if ok else None
    if twin is not None:
        twin.call(f"{author.referent.name}'s {kind.text}")
        told = document.text[author.start : kind.end]
        if author.end < kind.start:  # "Ann Lee's best-selling 1998 novel"
            twin.call(told)
            twin.call(_POSSESSOR.sub("", document.text[author.end : kind.end]))
        twin.call(kind.text)
    return ok


_POSSESSOR = re.compile(r"^['’]?s? ")


def source_of_kind(document: Document, match: Match) -> bool:
    """A source told by its kind alone ("takes up the comic that began in 1988"), with the year that is its own."""
    kind, host = _only(match, "type"), document.work_at(match.start) or document.main_work
    if kind is None or host is None or kind.value not in _WRITTEN or host.facts.get("type") in _WRITTEN:
        return False
    if NAMED_AFTER.match(document.text, kind.end) or any(
        m.kind == "W" and not m.indirect and 0 <= m.start - kind.end <= NEAR for m in match.sentence.mentions
    ):
        return False  # "based on the novel that Lee wrote, Harbor"
    if not _twin(document, match, host.name):
        return False
    twin = match.bound["twin"][0].referent
    if twin is not None:
        first = max((m.end() for m in _DETERMINER.finditer(document.text, match.start, kind.start)), default=kind.start)
        twin.call(document.text[first : kind.end])
        twin.call(kind.text)
    document.notes.setdefault("told of sources", set()).update(m.start for m in match.bound.get("year", ()))
    return True


def source_by_author(document: Document, match: Match) -> bool:
    """A source that its author alone stands for: "out of Ann Lee", "from the Bo Kim thriller"; it has its adaptation's name."""
    author, work, kind = _only(match, "author"), _only(match, "work"), _only(match, "type")
    host = work.referent if work is not None else document.work_at(match.start) or document.main_work
    if (
        author is None
        or author.referent is None
        or host is None
        or author.indirect
        or host.facts.get("type") in _WRITTEN
    ):
        return False
    twins = document.notes.setdefault("twins", {})
    if any(key[0] == id(host) for key in twins):
        return False  # told elsewhere with its kind
    twin = twins.setdefault((id(host), "", host.name), document.refer("work", host.name))
    if kind is not None:
        twin.call(f"{author.referent.name}'s {kind.text}")
        twin.call(document.text[author.start : kind.end])
    match.bound["twin"] = [Mention(author.start, author.end, "W", host.name, referent=twin)]
    return True


def source_of_thing(document: Document, match: Match) -> bool:
    """A source of another kind, which its words name: "started as a podcast", "a magazine article by Ann Lee"."""
    work, thing = _only(match, "work"), match.text.get("thing", "")
    host = work.referent if work is not None else document.work_at(match.start) or document.main_work
    if host is None or not thing:
        return False
    at = document.text.find(thing, match.start, match.end + 1)
    bare = _DETERMINER.sub("", thing, count=1)
    source = document.refer("work", bare)
    for name in (thing, thing.rsplit(" ", 1)[-1], *(" ".join(bare.split()[-2:]),)):
        source.call(name)
    match.bound["twin"] = [Mention(max(at, match.start), match.end, "W", bare, referent=source)]
    return True


NEAR = 40  # code points between a type word and a name that may be the source's
_WRITTEN = frozenset({"book", "manga", "webtoon", "play", "game"})
_DETERMINER = re.compile(r"\b(?:[Tt]he|[Aa]n?|his own|her own|their own|its) ")


def webtoon_of_store(document: Document, match: Match) -> bool:
    """As in "a Naver Webtoon of the same title": who carries the webtoon names its kind."""
    store, host = match.bound["store"][0], document.work_at(match.start) or document.main_work
    if host is None or "webtoon" not in document.text[match.start : match.end].lower():
        return False
    match.bound["type"] = [Mention(store.start, store.end, "T", store.text, "webtoon")]
    return _twin(document, match, host.name)


def not_host(document: Document, match: Match) -> bool:
    """Offspring of the work spoken of is another work."""
    row = match.bound["work"]
    host = document.work_at(match.start)
    if any(m.referent is host for m in row):
        host = document.main_work
    if host is None or any(m.referent is host for m in row):
        return False
    match.bound["clause"] = [Mention(match.start, match.end, "W", host.name, referent=host)]
    return True


def one_child(document: Document, match: Match) -> bool:
    """One sequel is one work, whatever the list goes on with."""
    if match.text.get("how") and not match.text["how"].endswith("s"):
        match.bound["work"] = match.bound["work"][:1]
    return not_itself(document, match)


# a name that no list knows, right behind the type word: "the web novel 달의 정원", "the play The Kitchen"
_TITLE = re.compile(r"[A-Z][\w’'-]*(?:(?: (?:and|the|of|in|a|an|to|for|on|at|with|from|&))* [A-Z][\w’'-]*)+")
NAMED_AFTER = re.compile(r"[\"”’']? (?:[\"“‘'《『【]|[A-Z](?=[a-z’']+(?: [A-Za-z]|[.,;)]|$))|[^\x00-\u024f‘’“”–—…•])")


def adapts_named(document: Document, match: Match) -> bool:
    """As in "Her adaptation of Lee's novel Harbor" makes two works of the name, unless the adaptation has another."""
    work = match.bound["work"][0].referent
    return _twin_of(document, match) and (work is document.main_work or document.work_at(match.start) is work)


def screen_version(document: Document, match: Match) -> bool:
    """As in "a television anime of Ann Lee's Harbor manga": what is made is for the screen, and both have the name."""
    made = _only(match, "made")
    return (made is None or made.value in _SCREEN) and adapts_named(document, match)


_SCREEN = frozenset({"film", "series", "animation_series", "animation_film", "special", "short"})


def rights_named(document: Document, match: Match) -> bool:
    """Whoever buys the rights to a book makes something of its name from it."""
    return _twin_of(document, match)


def _twin_of(document: Document, match: Match) -> bool:
    """Bind the source of one name with its adaptation."""
    work = match.bound["work"][0].referent
    kind = _only(match, "type")
    if work is None or kind is None or kind.value not in {"book", "manga", "webtoon", "play", "game"}:
        return False
    twins = document.notes.setdefault("twins", {})
    slot = (id(work), kind.value, work.name)
    if slot not in twins:
        twins[slot] = document.refer("work", work.name)
        twins[slot].facts["type"] = kind.value
        if work.facts.get("type") == kind.value:
            del work.facts["type"]
    match.bound["twin"] = [Mention(kind.start, kind.end, "W", work.name, referent=twins[slot])]
    return True


def source_named(document: Document, match: Match) -> bool:
    """A named source with its type word, of another work; what is "from the series" was seen there as often as it comes from it."""
    kind = _only(match, "type")
    if kind is None or not not_itself(document, match):
        return False
    if str(match.text.get("how", "")).lower() == "from":
        return kind.value in _WRITTEN
    return kind.value in _WRITTEN or kind.value in {"film", "series", "animation_series"}


_WRITTEN = frozenset({"book", "manga", "webtoon", "play", "game", "short"})


def written_source(document: Document, match: Match) -> bool:
    """An author makes books, comics and plays."""
    kind, work = _only(match, "type"), _only(match, "work")
    known = (
        kind.value
        if kind is not None
        else work.referent.facts.get("type")
        if work is not None and work.referent
        else None
    )
    return known in {"book", "manga", "webtoon", "play", "game"}


GUARDS = {
    f.__name__: f
    for f in (
        not_itself,
        source_of_same_name,
        source_without_name,
        source_named,
        written_source,
        adapts_named,
        adapts_into,
        source_of_kind,
        source_by_author,
        source_of_thing,
        not_host,
        one_child,
        webtoon_of_store,
        screen_version,
        rights_named,
    )
}
