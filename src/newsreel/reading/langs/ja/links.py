"""What belongs together in a report: names of one bearer, works of one title, and what the text is about where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import Focus, Mention, Referent
from newsreel.reading.langs.ja.adapting import MADE_INTO, MADE_TYPES
from newsreel.reading.langs.ja.mainwork import EVENT, in_passing, main_work
from newsreel.reading.langs.ja.sections import dates_next, headings_of
from newsreel.reading.langs.ja.titles import key
from newsreel.reading.langs.ja.whom import headlined, named_last, people_at, person_topic

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

# A type that opens a sentence stands within so many characters of its start.
_TOPIC = 5
# The author stands at most so far before the source, and the title so far behind it.
_AUTHOR, _TITLE_BEHIND = 12, 30
_TOPIC_LEAD = 14
_TOPIC_MARK = re.compile(
    r"(?:（[^）]{0,40}）|\([^)]{0,40}\))?(?:からは|は|では|には|も|の(?:ほう|方)は|が、|で(?=[、は])|という|の(?:脚本|監督|演出|主演|音楽|原作|主人公|ヒロイン)(?:は|を|に(?:は)?))"
)
_SAME = re.compile(r"同(?:作品|作|ドラマ|映画|番組|シリーズ|アニメ)(?!者|家|成|業|賞)")
_SCOPE = re.compile(
    r"(?:[（(][^）)]{0,40}[）)])?(?:など|ほか)?(?:(?P<topic>(?:で|に)?(?:は|も)|(?:で|に)おいて(?:は|も))|の(?:初回|最終回)?(?:放送|公開|配信|撮影|上映|主演|ヒロイン|監督|脚本|音楽|キャスト)(?:日|開始|時期)?(?:が|は|も)|に(?!続|次|つい|よ|対|関|向)|として|で(?!知られ|人気|注目|話題|ある|監督デビュー|評価)|が|を)"
)
_ORIGINAL_TOPIC = re.compile(r"(?:オリジナル|元のドラマ|元の映画|原典|原作|元)(?:版)?(?:の|は|では)")
_MADE = re.compile(r"(?:した|する|の|た|る|が原作の|ドラマ|映画|アニメ|シリーズ)$")
_TYPE_TOPIC = re.compile(r"(?:版)?(?:に(?:は|ついて)|では|は|の(?:ほう|主演|脚本|監督|演出|キャスト|放送|公開))")
_BRACKET_BEHIND = re.compile(r"[（(][^（）()]{1,60}[）)]")


def follow(document: Document) -> None:  # noqa: C901, PLR0912 - one pass, each state in its turn
    """Set what every sentence is about: the work of its section, of its own first words, or the report's main work."""
    document.main_work = main_work(document)
    headings = headings_of(document)
    document.notes["sections"] = list(dict.fromkeys(headings.values()))
    work = document.main_work
    section: Referent | None = None
    person = headlined(document)
    people: tuple[Referent, ...] = ()
    paragraph = told = -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            work = section or document.main_work
            if sentence.index in headings:
                work = section = headings[sentence.index]
            elif section is not None and (after := dates_next(document, sentence, headings)) is not None:
                work = section = after
            elif section is not None and document.text[sentence.start] in "◆◇●■◎★":
                section = None
                work = document.main_work
        if (typed := _type_topic(document, sentence)) is not None:
            work = typed
        elif (same := _same(document, sentence)) is not None:
            work = same
        elif meant := list(_of_two(document, sentence)):
            work = meant[0][1]
        elif document.notes.get("original") is not None and _ORIGINAL_TOPIC.match(document.text, sentence.start):
            work = document.notes["original"]
        if sentence.zone == "body" and _THIS_WORK.match(document.text, sentence.start, sentence.end):
            work = section or document.main_work or work
        topic = _topic(document, sentence.mentions, sentence.start)
        if topic is None and sentence.paragraph != told and sentence.index not in headings:
            topic = _news(document, sentence)
        told = sentence.paragraph
        if topic is not None and topic.referent is not None and sentence.index not in headings:
            work = topic.referent
        someone, firm = person_topic(document, sentence)
        if someone is None and _EARLIER.match(document.text, sentence.start):
            someone, firm = _director_before(document, sentence) or someone, True
        if someone is not None and (firm or person is None):
            person = someone
        persons = [m.referent for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        following = _goes_over(document, sentence, work)
        document.focus[sentence.index] = Focus(work=work, person=person, people=people)
        person = named_last(document, sentence) or person
        work = following or work
        if persons:
            people = tuple(dict.fromkeys(persons))
    _same_named(document)
    document.works_at = _works_at(document)
    document.people_at = people_at(document)


# …が陶芸家を目指す「A」。 …「A」を編成する。: what such a sentence brings up is what the next ones are about.
_BROUGHT_UP = re.compile(
    r"(?:[（(][^（）()]{0,40}[）)])?(?:(?:だ|である|です)?。|を[^。「」『』、]{0,16}(?:編成|放送|公開|配信|製作|制作|映画化|ドラマ化|リメイク|始め|控え)(?:する|した|すると|している|される)?"
    r"(?:という|予定)?。|"
    r"(?:が|の[^、。「」『』]{0,16}が)[^。「」『』]{0,60}(?:決定|決ま|発表さ|明らかにな|解禁さ|公開さ|放送さ|配信さ|到着)[^。「」『』、]{0,10}。)$"
)


# 脚本賞は『A』の佐藤: the next sentences tell of A.
_PRIZED = re.compile(r"(?:[^。、「」『』はがを]{0,20})(?:賞|グランプリ|パルムドール|熊|獅子)(?:に)?は、?")
_ITS_SOURCE = re.compile(
    r"下敷き|原作|もとに|もとは|元は|基に|ベース|原案|モチーフ|前作|続編|スピンオフ|劇中|主題歌|以来|受賞"
)


def _goes_over(document: Document, sentence: Sentence, work: Referent | None) -> Referent | None:
    """The one title of a sentence that ends with it, or with what is done with it."""
    named = [m for m in sentence.mentions if m.kind == "W" and not m.indirect]
    if sentence.zone != "body" or len({id(m.referent) for m in named}) != 1 or named[0].referent is work:
        return None
    last = named[-1]
    if _PRIZED.match(document.text, sentence.start, last.start):
        return last.referent
    if _ITS_SOURCE.search(document.text, sentence.start, sentence.end) or in_passing(document, sentence, last):
        return None
    if not _BROUGHT_UP.match(document.text[last.end : sentence.end]):
        return None
    return last.referent


# 前作『A』に続き: of the director whom the sentence before names.
_EARLIER = re.compile(
    r"(?:前作|前々作|次回作|監督作|デビュー作|代表作|[0-9０-９一二三四]作目)(?:の|は|となる|に|で|では)?[「『]"
)


def _director_before(document: Document, sentence: Sentence) -> Referent | None:
    """The one person called 監督 in the sentence before, of the same paragraph."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return None
    ones = {id(m.referent): m.referent for m in before.mentions if m.referent and m.referent.facts.get("directs")}
    return next(iter(ones.values())) if len(ones) == 1 else None


# その続編となる本作は: the report's own work.
_THIS_WORK = re.compile(r"(?:[^。、「」『』はが]{0,16}(?:となる|である|の)?)?本作(?:品)?(?:は|では|で|の|が|も|に|を)")


_SAME_NEAR = 30
# So many sentences back a title may stand that 同作 means.
_BACK = 3


def _same(document: Document, sentence: Sentence) -> Referent | None:
    """What 同作 means at the head of a sentence: the one title of the sentence before, in its paragraph."""
    match = _SAME.search(document.text, sentence.start, min(sentence.end, sentence.start + _SAME_NEAR))
    if (
        match is None
        or sentence.index == 0
        or any(m.kind == "W" and m.start < match.start() for m in sentence.mentions)
    ):
        return None
    for before in reversed(document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if before.paragraph != sentence.paragraph:
            return None
        named = [m for m in before.mentions if m.kind == "W" and not m.indirect and not in_passing(document, before, m)]
        ones = list(dict.fromkeys(m.referent for m in named))
        if ones:
            return ones[0] if len(ones) == 1 else None
    return None


# 今年7月から放送された「A」。: all that stands before describes it.
_LAST = re.compile(r"(?:[（(][^（）()]{0,40}[）)])?。?$")


def _described(document: Document, sentence: Sentence) -> Referent | None:
    """The one title of a sentence that ends with it."""
    named = [m for m in sentence.mentions if m.kind == "W" and not m.indirect]
    if sentence.zone != "body" or len(named) != 1 or named[0].start - sentence.start < _LONG_LEAD:
        return None
    if "は" in re.sub(r"「[^」]*」|では|には", "", document.text[sentence.start : named[0].start]):
        return None
    ends = _LAST.fullmatch(document.text, named[0].end, sentence.end)
    return named[0].referent if ends and document.text[named[0].start - 1] not in "はがも、" else None


# From so many characters on, what stands before a title describes it.
_LONG_LEAD = 16


def _of_two(document: Document, sentence: Sentence) -> Iterator[tuple[int, Referent]]:
    """Where 前者は and 後者は stand, with the first or second of the two works that the sentences before named last."""
    for match in _EITHER.finditer(document.text, sentence.start, sentence.end):
        for before in reversed(document.sentences[max(0, sentence.index - 2) : sentence.index]):
            named = list(dict.fromkeys(m.referent for m in before.mentions if m.kind == "W" and m.referent is not None))
            if len(named) == 2:  # noqa: PLR2004 - the former and the latter
                yield match.start(), named[match[1] == "後"]
                break


_EITHER = re.compile(r"(前|後)者(?:は|の|も|では|が)")


def _works_at(document: Document) -> list[tuple[int, Referent | None]]:
    """Where words begin to speak of another work than their sentence: behind 『A』では, 『A』に, to the comma."""
    changes: list[tuple[int, Referent | None]] = []
    for sentence in document.sentences:
        focus = _described(document, sentence) or document.focus[sentence.index].work
        changes.append((sentence.start, focus))
        changes += _of_two(document, sentence)
        here = focus
        for mention in sentence.mentions:
            if mention.kind != "W" or mention.referent is None or mention.indirect:
                continue
            if behind := _BRACKET_BEHIND.match(document.text, mention.end, sentence.end):
                changes += [(mention.end, mention.referent), (behind.end(), here)]
            match = _SCOPE.match(document.text, mention.end, sentence.end)
            if match is None:
                continue
            changes.append((mention.end if match[0].startswith("の") else match.end(), mention.referent))
            here = mention.referent
            if not match["topic"] and not document.text.startswith("が、", match.end() - 1):
                comma = _scope_end(document, sentence, match.end())
                if comma >= 0:
                    changes.append((comma, focus))
                    here = focus
    return sorted(changes, key=lambda change: change[0])


def _scope_end(document: Document, sentence: Sentence, at: int) -> int:
    """Where what is said of a work named in passing ends: at a comma, or before the person whom it describes."""
    ends = [document.text.find("、", at, sentence.end)]
    ends += [
        m.start for m in sentence.mentions if m.start > at and m.kind in "PX" and document.text[m.start - 1] in "たる"
    ]
    return min((e for e in ends if e >= 0), default=-1)


def _topic(document: Document, mentions: list[Mention], start: int) -> Mention | None:
    """The work that a sentence opens with as what it speaks of."""
    for mention in mentions:
        if mention.start - start > _TOPIC_LEAD:
            return None
        if mention.kind == "W" and not mention.indirect and _TOPIC_MARK.match(document.text, mention.end):
            return mention
    return None


# What is told as news: 連続ドラマ『A』に出演することが分かった.
_NEWS = re.compile(
    r"(?:が|を|と)?(?:[0-9０-９]{1,2}日、?)?"
    r"(?:報告した|報告しました|発表しました|決定しました|分かりました|わかりました|明らかになりました|分かった|わかった|明らかになった|明らかとなった|発表された|発表した|決定した|決まった)。?$"
)


def _news(document: Document, sentence: Sentence) -> Mention | None:
    """The one title of a paragraph's first sentence that tells news, where it is not the report's main work."""
    if sentence.zone != "body":
        return None
    named = [m for m in sentence.mentions if m.kind == "W" and not m.indirect and not in_passing(document, sentence, m)]
    held = [m for m in named if EVENT.match(document.text, m.end, sentence.end)]
    if len({id(m.referent) for m in held}) == 1:
        return held[0] if held[0].referent is not document.main_work else None
    if not _NEWS.search(document.text, sentence.start, sentence.end):
        return None
    ones = {id(m.referent) for m in named}
    return named[0] if len(ones) == 1 and named[0].referent is not document.main_work else None


def _type_topic(document: Document, sentence: Sentence) -> Referent | None:
    """The work meant by a sentence that opens with its type, where one only is of it: 映画版は."""
    for mention in sentence.mentions[:1]:
        if mention.kind != "T" or mention.start - sentence.start > _TOPIC:
            return None
        if not _TYPE_TOPIC.match(document.text, mention.end):
            return None
        fits = [
            r
            for r in document.referents
            if r.kind == "work" and r.facts.get("type") == mention.value and not r.facts.get("source")
        ]
        if not any(m.referent in fits and m.start < mention.start for m in document.mentions):
            return None  # what is named further on is not yet meant
        return fits[0] if len(fits) == 1 else None
    return None


def _same_named(document: Document) -> None:
    """Sources called "the comic of the same name" get the name of the work in focus, and one bearer a work and type."""
    made: dict[tuple[int, str], Referent] = {}
    named = {(key(r.name), str(r.facts.get("type"))): r for r in document.referents if r.kind == "work"}
    for sentence in document.sentences:
        for mention in sentence.mentions:
            if mention.kind != "W" or not mention.indirect or mention.referent is not None:
                continue
            focus = _nearest_work(document, sentence.mentions, mention) or document.focus[sentence.index].work
            if focus is None:
                continue
            known = named.get((key(focus.name), str(mention.value)))
            referent = known if known is not None and known is not focus else made.get((id(focus), str(mention.value)))
            if referent is None:
                referent = document.refer("work", focus.name)
                for name in focus.names:
                    referent.call(name)
                made[id(focus), str(mention.value)] = referent
            referent.facts.setdefault("type", mention.value)
            referent.facts["source"] = focus
            _typed_by(document, mention, focus)
            mention.referent = referent
            author = next(
                (m for m in sentence.mentions if m.kind in "PX" and 0 < mention.start - m.end <= _AUTHOR), None
            )
            if author is not None:
                referent.call(f"{author.text}の{document.text[mention.start : mention.end]}")


def _typed_by(document: Document, mention: Mention, made: Referent) -> None:
    """What a source is said to be made into is of that type: 佐藤花の小説を映画化した本作."""
    match = MADE_INTO.match(document.text, mention.end)
    type_ = MADE_TYPES.get(match["type"] or match["version"], "") if match else ""
    if match is not None and type_ and not made.facts.get("type"):
        made.facts["type"] = type_
        made.facts["type_at"] = (mention.start, match.end())


def _nearest_work(document: Document, mentions: list[Mention], mention: Mention) -> Referent | None:
    """The title that stands right behind 同名漫画を映像化した: the work that shares the name."""
    for other in mentions:
        if (
            other.start >= mention.end
            and other.kind == "W"
            and not other.indirect
            and other.start - mention.end <= _TITLE_BEHIND
        ):
            sentence = document.sentence_at(other.start)
            made = _MADE.search(document.text[mention.end : other.start])
            return other.referent if made and sentence and not in_passing(document, sentence, other) else None
    return None
