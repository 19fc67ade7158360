"""Credit blocks and cast lists: labels with what they list, and lines that pair a character with an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.labels import labelled, predicates_of
from newsreel.reading.langs.en.phrases import NUMBER_WORDS
from newsreel.reading.langs.en.trades import CRAFTS
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_PAIR = re.compile(r"[•*\-–—>★▪ ]*")


def blocks(document: Document) -> Iterable[Draft]:
    """Claims of labelled lists and of cast lines."""
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE):
            continue
        yield from labelled(document, sentence)
        yield from _cast_line(document, sentence)
        yield from _leader(document, sentence)


def _cast_line(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in "Zoro: Ann Lee", "Ann Lee as Zoro", "Ann Lee – Zoro" alone on a line."""
    text = document.text
    row = [m for m in sentence.mentions if m.kind in "PCXW" and not bracketed(text, sentence.start, m.start)]
    if len(row) < 2 or not _PAIR.fullmatch(text[sentence.start : row[0].start]):  # noqa: PLR2004 - a pair
        return
    a, b = row[0], row[1]
    told = _WITH_ROLE.fullmatch(text[a.end : b.start]) if a.kind in "CXP" and b.kind == "P" else None
    between = _ASIDE.sub("", text[a.end : b.start])
    if told is None and not _BETWEEN.fullmatch(between):
        return
    rest = re.sub(r"\([^()]*\)", "", text[b.end : sentence.end]).strip()
    if rest and rest[0] not in ",.;(":
        return
    work = document.work_at(sentence.start)
    if work is None or predicates_of(a.text.strip()):
        return
    both = a.kind == b.kind == "P"
    if told is not None or (
        b.kind == "P"
        and a.kind in "CXP"
        and between.strip() not in {"as", "="}
        and (not both or (" " in b.text and not _actors_first(document)))
    ):
        actor, character = b, a
    elif a.kind == "P" and b.kind in "CXPW":
        actor, character = a, b
    else:
        return
    if actor.referent is None:
        return
    slots = {"character": character.text}
    if (role := told or (_ROLE_BEHIND.match(text, b.end, sentence.end) if character is b else None)) is not None:
        slots["role"] = role["role"]
    yield Draft(
        "cast_member",
        work,
        actor.referent,
        sentence,
        a.start,
        b.end,
        "en/credits/cast-line",
        slots,
        mention=actor,
    )


_LED = re.compile(r"(?P<part>[A-Z][\w.’' -]{1,30}?) ?(?:\.{3,}|…+|\t+|\|) ?")


def _leader(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in "Will ...... Ann Lee", where no name is seen in the part: lines of a cast, two or more of one make."""
    text = document.text
    said = _LED.match(text, sentence.start, sentence.end)
    who = next((m for m in sentence.mentions if m.kind == "P"), None)
    if said is None or who is None or who.referent is None or who.start != said.end() or predicates_of(said["part"]):
        return
    work = document.work_at(sentence.start)
    if work is None or any(m.start < said.end() and m.kind != "X" for m in sentence.mentions):
        return
    near = (s for s in document.sentences[max(0, sentence.index - 2) : sentence.index + 3] if s is not sentence)
    if any(_LED.match(text, s.start, s.end) for s in near):
        slots = {"character": said["part"]}
        yield Draft(
            "cast_member",
            work,
            who.referent,
            sentence,
            sentence.start,
            who.end,
            "en/credits/leader",
            slots,
            mention=who,
        )


_ASIDE = re.compile(r" ?(?:\([^()]*\)|\[[^\[\]]*\])")
_BETWEEN = re.compile(r" ?(?::|–|—|-|=|\.{3,}|…+|\||\t+|→|as) ?(?:Mr\.? |Mrs\.? |Ms\.? )?")
_WITH_ROLE = re.compile(r", (?P<role>(?:who )?[a-z][^–—:=.;()]{2,60}?) ?(?:–|—|=|:|-(?= )) ?")
_ROLE_BEHIND = re.compile(
    r",? (?:the |an? )?(?P<role>(?!(?:and|with|who|in|from|as|is)\b)[a-z][\w’' -]{2,50}?)(?=[,.;(]|$| who\b| of\b)"
)
_ROW = re.compile(r" ?(?::|–|—|-|\.{3,}|…+|\||\t+|→) ?(?:Mr\.? |Mrs\.? |Ms\.? )?")


def bracketed(text: str, start: int, position: int) -> bool:
    """Whether a place stands in a bracket opened since `start`."""
    return text.count("(", start, position) > text.count(")", start, position)


def _actors_first(document: Document) -> bool:
    """Whether the cast lines of a report name the actor before the character, going by those with one person only."""
    if "actors first" not in document.notes:
        votes = 0
        for sentence in document.sentences:
            row = [m for m in sentence.mentions if m.kind in "PCXW"][:2]
            if len(row) == 2 and _PAIR.fullmatch(document.text[sentence.start : row[0].start]):  # noqa: PLR2004 - a pair
                a, b = row
                if _ROW.fullmatch(document.text[a.end : b.start]) and (a.kind == "P") != (b.kind == "P"):
                    votes += 1 if a.kind == "P" else -1
        document.notes["actors first"] = votes > 0
    return bool(document.notes["actors first"])


_POSTS = {
    "director": "director", "co-director": "director", "helmer": "director", "writer": "screenwriter", "screenwriter": "screenwriter",
    "scriptwriter": "screenwriter", "co-writer": "screenwriter", "head writer": "screenwriter", "producer": "producer", "co-producer": "producer",
    "executive producer": "executive_producer", "exec producer": "executive_producer", "co-executive producer": "executive_producer", "co-exec producer": "executive_producer",
    "ep": "executive_producer", "showrunner": "showrunner", "co-showrunner": "showrunner", "creator": "creator", "co-creator": "creator",
    "composer": "composer", "cinematographer": "cinematographer", "director of photography": "cinematographer", "dop": "cinematographer",
}  # fmt: skip
_POST = "|".join(sorted(_POSTS, key=len, reverse=True))
_IS_POST = Sought(
    r"(?i)(?: ?[(\[][^()\[\]]*[)\]])?,?(?: who)? (?:(?:will|would|also|still|already|is|are|was|were|be|been|has|have|had|to|both|again|currently|now|set|"
    r"himself|herself|reportedly) )*(?:(?:serves?|serving|served|acts?|acting|returns?|back|credited|attached|on board|onboard|aboard|come|comes|signed on|stays on|remains) )?"
    r"(?:as )?(?:(?:an?|the|its|their|his|her|lead|set-up|setup|supervising|pilot|opening-block|series|chief|main|one of the|among the) )*"
    rf"((?:{_POST})s?(?:(?:,? and |, |/|-| as well as )(?:an? |the )?(?:{_POST})s?)*)(?=[ ,.;:)]|$)(?!,? and (?:an? )?former)(?!(?:['’]s|s['’]))",
)
_AUX = re.compile(r"\b(?:is|are|was|were|be|been|as|serv\w+|act(?:s|ing)?|credited|attached)\b", re.IGNORECASE)


_ALSO_POST = Sought(
    rf"(?i),? and (?:(?:will|is|also|are|to|currently) )*(?:serv(?:e|es|ing)|act(?:s|ing)?|on board|return(?:s|ing)?) as (?:an? |the )?((?:{_POST})s?(?:(?:,? and |, |/)(?:an? )?(?:{_POST})s?)*)(?=[ ,.;:)]|$)",
)
_BESIDE = re.compile(r",? (?:alongside|along with|together with|as will|as do|as does|with) (?:fellow )?$")
_NEXT = re.compile(r"(?: ?\([^()]*\))?(?:,? and |, | & )(?:[a-z][\w’'-]* ){0,3}$")


def posts(document: Document) -> Iterable[Draft]:
    """As in "Ann Lee is the director", "Bo Kim and Cy Roe serve as writers and executive producers"."""
    text = document.text
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE):
            continue
        people = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        for i, m in enumerate(people):
            if not document.may_stand(_IS_POST, m.end, sentence.end):
                continue
            said = _IS_POST.compiled.match(text, m.end, sentence.end)
            if said is None or not _AUX.search(text, m.end, said.start(1)):
                continue
            work = _work_of_post(document, sentence, m, said)
            if work is None:
                continue
            row = people[i : i + 1] if _ALONE.match(text, m.end) else _joined_before(text, people[: i + 1])
            yield from _posts_of(document, sentence, row, said, work)
            yield from _posts_of(
                document, sentence, _named_beside(text, people[i + 1 :], said.end()), said, work, last=True
            )
        for said in document.matches(_ALSO_POST, sentence):
            before = [m for m in people if m.end <= said.start()]
            who = document.person_at(said.start())
            work = document.work_at(said.start())
            one = next((m for m in reversed(before) if m.referent is who), None)
            if one is not None and work is not None:
                beside = _named_beside(text, [m for m in people if m.start >= said.end()], said.end())
                yield from _posts_of(document, sentence, [one], said, work)
                yield from _posts_of(document, sentence, beside, said, work, last=True)


# "…, and Bo Kim is the cinematographer": nobody else is
_ALONE = re.compile(r"(?: ?\([^()]*\))?,? (?:who )?(?:also )?(?:is|was|serves|acts|stays|remains|has)\b")


def _work_of_post(document: Document, sentence: Sentence, m: Mention, said: re.Match[str]) -> Referent | None:
    work = document.work_at(m.start)
    after = re.match(r" (?:of|on|for|behind) (?:the )?[^,.;]{0,40}", document.text[said.end() : sentence.end])
    if after:
        limit = said.end() + after.end()
        named = next((w for w in sentence.mentions if w.kind == "W" and said.end() <= w.start <= limit), None)
        return named.referent if named is not None else work
    return work


def _joined_before(text: str, people: list[Mention]) -> list[Mention]:
    """The last of some people and those joined to them."""
    row = [people[-1]]
    for earlier in reversed(people[:-1]):
        if not re.fullmatch(r"(?: ?\([^()]*\))?(?:,? and |, | & )", text[earlier.end : row[0].start]):
            break
        row.insert(0, earlier)
    return row


def _named_beside(text: str, people: list[Mention], end: int) -> list[Mention]:
    """Those who hold a post "alongside" the ones said to hold it."""
    row: list[Mention] = []
    for m in people:
        between = text[row[-1].end if row else end : m.start]
        if not (_NEXT.fullmatch(between) if row else _BESIDE.fullmatch(between)):
            break
        row.append(m)
    return row


def _posts_of(  # noqa: PLR0913 - a draft is made of all of them
    document: Document,
    sentence: Sentence,
    row: list[Mention],
    said: re.Match[str],
    work: Referent,
    *,
    last: bool = False,
) -> Iterator[Draft]:
    """The posts said, or the `last` of them ("writer and executive producer alongside Ann Lee"), for all of a row."""
    words = re.split(r",? and |, |/|(?<!co)-| as well as ", said.group(1))
    for word in words[-1:] if last else words:
        post = re.sub(r"^(?:an? |the )", "", word.strip().lower())
        predicate = _POSTS.get(post) or _POSTS.get(post.removesuffix("s"))
        rule = f"en/credits/post-{post.replace(' ', '-').removesuffix('s')}"
        for member in row if predicate else ():
            start = min(row[0].start, said.start())
            end = max(said.end(), member.end)
            yield Draft(predicate or "", work, member.referent, sentence, start, end, rule, mention=member)


def epithets(document: Document) -> Iterable[Draft]:
    """Earlier credits in a name's epithet ("Harbor actress Ann Lee", "Harbor's Ann Lee"), by the occupation it names."""
    text = document.text
    for sentence in document.sentences:
        row = sentence.mentions
        for i, m in enumerate(row[:-1]):
            if m.kind != "W" or m.referent is None or m.indirect:
                continue
            jobs: list[str] = []
            j, here = i + 1, m.end
            while (
                j < len(row)
                and row[j].kind == "J"
                and re.fullmatch(r"(?:['’]s)?,? ?(?:[a-z-]+ )?|[-/]| and ", text[here : row[j].start])
            ):
                jobs.append(str(row[j].value))
                here, j = row[j].end, j + 1
            if (
                not jobs
                or j >= len(row)
                or row[j].kind != "P"
                or row[j].referent is None
                or text[here : row[j].start].strip()
            ):
                continue
            for job in jobs:
                if predicate := CRAFTS.get(job):
                    person = row[j]
                    yield Draft(
                        predicate,
                        m.referent,
                        person.referent,
                        sentence,
                        m.start,
                        person.end,
                        "en/credits/epithet",
                        background=True,
                        mention=person,
                    )


_IDIOM = re.compile(
    r"\b(?:out of|in|into|get|gets|bigger|whole|going to|to) $"
)  # "out of the picture", "went to the movies"
_NAMED_NEXT = re.compile(r",? [\"“‘']?[A-Z][\w’']+[^.;]{0,40}, ")  # "this Chilean documentary, The Mole, and"


def _not_meant(document: Document, m: Mention) -> bool:
    """Whether a word that points back speaks of many works, of none, or of one that is named behind it."""
    low = m.text.lower()
    if low.endswith(("movies", "films", "shows", "dramas", "documentaries")):
        return True
    if low in {"the picture", "the movie"} and _IDIOM.search(document.text, max(0, m.start - 12), m.start):
        return True
    return low.startswith("this ") and _NAMED_NEXT.match(document.text, m.end) is not None


_PARTS = re.compile(r"(\w+)-(?:part|episode)\b")


_CHANNELS = frozenset({"streamer", "broadcaster"})
_ITS_CHANNEL = re.compile(r"[A-Za-z]+ (?P<name>(?:[A-Z0-9][\w+!é]*)(?: [A-Z0-9][\w+]*)*)(?:['’]s)? [a-z]")


def _shown_by(document: Document, sentence: Sentence, mention: Mention) -> Iterator[Draft]:
    """The channel within a word that points back: "the ITV soap"."""
    said = _ITS_CHANNEL.match(mention.text)
    name = said["name"] if said else ""
    work = mention.referent
    if lexicon.organizations().get(name) not in _CHANNELS or work is None or work is not document.main_work:
        return
    known = next((r for r in document.referents if r.kind == "organization" and name in r.names), None)
    channel = known or document.refer("organization", name)
    yield Draft(
        "platform", work, channel, sentence, mention.start, mention.end, "en/points-back/shown-by", mention=mention
    )  # fmt: skip


def anaphors(document: Document) -> Iterable[Draft]:
    """What a word that points back says of its work: "the four-part series"."""
    types = lexicon.lexemes("types")
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE):
            continue
        for m in sentence.mentions:
            if m.kind != "W" or not m.indirect or m.referent is None:
                continue
            words = str(m.value).split(" ")
            kind = types.get(" ".join(words[-2:])) or types.get(words[-1])
            if (
                not _not_meant(document, m)
                and kind in {"film", "series", "documentary", "special", "animation_series"}
                and m.referent.facts.get("type") in (None, kind)
                and m.referent is document.main_work
            ):
                yield Draft("work_type", m.referent, kind, sentence, m.start, m.end, "en/points-back/type", mention=m)
            yield from _shown_by(document, sentence, m)
            parts = _PARTS.search(m.text)
            count = parts.group(1) if parts else ""
            number = int(count) if count.isdigit() else NUMBER_WORDS.get(count.lower(), 0)
            if number > 1:
                yield Draft("episodes", m.referent, number, sentence, m.start, m.end, "en/points-back/parts", mention=m)
