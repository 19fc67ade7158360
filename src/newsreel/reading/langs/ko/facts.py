"""What nouns say in passing: types, genres, countries, occupations, ages, kinds of organisations, plots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import nations, persons
from newsreel.reading.langs.ko.lexicon import alternation, words

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_THIS = re.compile(
    r"(?<![가-힣])(?:이|이번|해당|새|첫) (?:[가-힣A-Z]{1,6} )?(드라마|영화|시리즈|예능|다큐멘터리|SF영화|"
    r"애니메이션)(?=[는은가의를에 ,.]|와|이|로)|"
    r"(?<![가-힣])(드라마|영화)(?:는|은|가|의(?! ?전당)|를|에는|에서는|에) |(?<![가-힣])(드라마|영화|시리즈)(?:다|이다|"
    r"이고|이며)(?=[ .,])"
)
_SET_BEFORE = re.compile(
    r"(영화|드라마|연극|뮤지컬|예능|소설|웹툰|시리즈)(?:들은|들|은|로는)?(?:[ =]|, )*(?:[한두세네]|다섯|여섯|"
    r"\d+)? ?(?:편|작품)?(?:은|인)?[,=: ]*$"
)
_SET_AFTER = re.compile(
    r"(?:이라는|라는|과 같은|와 같은| 같은| 등의| 등|이|가|은|는)? ?(?:그의 |같은 |여러 |두 |세 |한국)?(영화|"
    r"드라마|연극|뮤지컬|예능|소설|웹툰|"
    r"시리즈)(?=[를을로에의이가은는다,. ]|$|들)"
)
# "'가' '나' 등 다채로운 소재의 드라마들도": what a row of titles is, said a few words behind it.
_SET_FAR = re.compile(
    r"(?:\(가제\))?(?: ?등| 같은|(?:과|와) 같은)(?:의)? (?:[가-힣]{1,7} ){0,4}(영화|드라마|예능|시리즈|다큐멘터리|"
    r"애니메이션)"
    r"(?=들|도 |가 |이 |를 |을 |과 |와 )"
)
# "오리지널 영화는 A 감독의 '가', B 감독의 '나'가 공개된다": said of all titles of the sentence.
_SET_TOPIC = re.compile(
    r"(?:먼저 |우선 |또 |한국 |오리지널 |올해 |신작 )*(영화|드라마|예능|시리즈|다큐멘터리|"
    r"애니메이션)(?: 부문)?(?:는|은|로는|으로는|에서는|에는|의 경우) "
)
_SLOT_BEFORE = re.compile(
    r"(월화극|수목극|금토극|주말극|일일극|토일극|월화드라마|수목드라마|금토드라마|주말드라마|드라마|"
    r"영화)(?:으로|로) [^,.]{0,16}$"
)
# "SBS '가' 뒤로 처음 찍는 드라마", "드라마는 '가' 이후 5년 만".
_SINCE_AFTER = re.compile(r"^(?: ?이후| ?뒤로?| ?이래)[^.,]{0,24}?(?:처음|만에|만의)[^.,]{0,14}?(드라마|영화)")
_SINCE_BEFORE = re.compile(r"(드라마|영화)(?:는|로는|로선) (?:[^ .,]{1,8} )?[‘'\"<]?$")
_SLOT_AFTER = re.compile(
    r"^(?:을|를|은|는|이|가) [^,.]{0,20}?(월화극|수목극|금토극|주말극|월화드라마|수목드라마|금토드라마|"
    r"토일드라마|주말드라마|일일드라마)(?:의|으로|로)"
)


def passing(document: Document) -> Iterator[Draft]:
    """All claims that stand in noun phrases."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        yield from persons.persons(document, sentence)
        yield from _types(document, sentence)
        yield from _genres(document, sentence)
        yield from nations.of_works(document, sentence)
        yield from nations.of_sets(sentence, document.text)
        yield from nations.of_companies(document, sentence)
    yield from _organisations(document)
    yield from _main_type(document)


def _types(document: Document, sentence: Sentence) -> Iterator[Draft]:  # noqa: C901 - one case after another
    text = document.text
    carried = ""
    last_end = -1
    for i, mention in enumerate(sentence.mentions):
        work = mention.referent
        if mention.kind != "W" or work is None:
            continue
        left = text[max(sentence.start, mention.start - 24) : mention.start]
        said = _type_before().search(left)
        joined = last_end >= 0 and re.fullmatch(
            r"(?:\([^)]{0,12}\))?(?:\s?[,·/&]\s?|와 |과 |\s|(?:에서|로|으로|에)?,? ?)", text[last_end : mention.start]
        )
        word = ""
        right = text[mention.end : min(sentence.end, mention.end + 40)]
        if said:
            word = said[1]
        elif slot := _SLOT_BEFORE.search(left) or _SLOT_AFTER.match(
            re.sub(r"^\([^)]*\)", "", text[mention.end : mention.end + 120])
        ):
            word = slot[1]
        elif (since := _SINCE_AFTER.match(right)) or (
            (since := _SINCE_BEFORE.search(left)) and re.match(r" ?이후|뒤| 뒤", right)
        ):
            word = since[1]
        elif joined and carried:
            word = carried
        if (
            not word
            and (row := _row_end(sentence, i, text)) is not None
            and (after := _SET_AFTER.match(text[row : row + 24]))
            and (after.start(1) > 1 or row != mention.end)
        ):
            word = after[1]
        word = word or _of_set(sentence, i, text)
        if not word and (before := _SET_BEFORE.search(left)) and "편" in before[0] + right[:1]:
            word = before[1]
        carried, last_end = word, mention.end
        if word:
            kind = words().type_of[word]
            kind = _as_told(work, word, left, right) or kind
            work.facts.setdefault("type", kind)
            yield Draft(
                "work_type", work, kind, sentence, max(sentence.start, mention.start - 24), mention.end, "ko/title/type"
            )
            genre = words().type_genre.get(word)
            if genre:
                yield Draft(
                    "genre",
                    work,
                    genre,
                    sentence,
                    max(sentence.start, mention.start - 24),
                    mention.end,
                    "ko/title/type-genre",
                )
        elif (
            m := re.match(
                r"(?:라는|이라는)? ?(?:\([^)]{0,30}\))?(?:라는 )?(시리즈|드라마|영화)(?=[의는은이가를을 ])",
                text[mention.end : mention.end + 44],
            )
        ) and m.start(1) <= 2:  # noqa: PLR2004 - characters
            yield Draft(
                "work_type",
                work,
                words().type_of[m[1]],
                sentence,
                mention.start,
                mention.end + m.end(1),
                "ko/title/type-after",
            )


def _as_told(work: Referent, word: str, left: str, right: str) -> str:
    """What the words around a title make of a word that says two things: a book, a film; "" for all others."""
    if word in {"장편", "단편"} and _BORROWED.match(right):
        work.facts["type"] = "book"
        return "book"
    return "film" if word == "사극" and _BY_DIRECTOR.search(left) else ""


def _of_set(sentence: Sentence, i: int, text: str) -> str:
    """The type that a few words behind a row of titles, or before a list of them, give to each; "" without one."""
    row = _row_end(sentence, i, text)
    far = _SET_FAR.match(text, row, sentence.end) if row is not None else None
    if far is not None:
        return far[1]
    work, listed = sentence.mentions[i].referent, _SET_TOPIC.match(text, sentence.start, sentence.end)
    count = sum(m.kind == "W" for m in sentence.mentions)
    several = count > (1 if listed is not None and "로" in listed[0][-4:] else 2)
    return listed[1] if listed is not None and several and work is not None and not work.facts.get("type") else ""


def _row_end(sentence: Sentence, i: int, text: str) -> int | None:
    """Where the row of titles ends that a title stands in."""
    end = sentence.mentions[i].end
    for following in sentence.mentions[i + 1 :]:
        if following.kind != "W" or not re.fullmatch(
            r"(?:\([^)]{0,12}\))?\s?(?:[,·/&]|와|과)?\s?", text[end : following.start]
        ):
            break
        end = following.end
    return end


@cache
def _type_before() -> re.Pattern[str]:
    return re.compile(rf"({words().types})(?:인| )?\s?$")


_BORROWED = re.compile(r"에서 (?:출발[한했]|이야기|모티브|소재|뼈대)|(?:을|를|이|가) (?:원작|바탕|토대|밑그림)")
_BY_DIRECTOR = re.compile(r"감독의 (?:[^ ]{1,6} )?사극 ?[‘'<《〈]?$")  # who directs as a 감독 makes films


# "세기의 로맨스를 완성하려는", "판타지 장르에 강했다": what the plot or the maker has to do with, no genre of the work.
_OBJECT = re.compile(r"(?:를|을) (?!그린|담은|표방|내세|그려|선보|예고)| 장르(?:에|를|의 대가|에서)")


@cache
def _genre_phrase() -> re.Pattern[str]:
    genres = alternation(words().data["genres"])
    heads = alternation(words().data["genre_heads"])
    return re.compile(
        rf"(?<![가-힣])((?:(?:{genres})(?: |·)?){{1,3}})({heads})?(?=[은는이가을를의로과와도.,)다]|이다|물|극|"
        rf"이라|\s|$)"
    )


def _genres(document: Document, sentence: Sentence) -> Iterator[Draft]:
    work = document.focus[sentence.index].work
    if work is None or sentence.zone == HEADLINE:
        return
    text = document.text[sentence.start : sentence.end]
    if any(m.kind == "P" and m.start - sentence.start < 6 for m in sentence.mentions) and not any(  # noqa: PLR2004 - characters
        m.kind == "W" and m.referent is work for m in sentence.mentions
    ):
        return
    for m in _genre_phrase().finditer(text):
        parts = re.findall(alternation(words().data["genres"]), m[1])
        head = words().data["genre_heads"].get(m[2] or "", "")
        modifiers = set(words().data["genre_modifiers"])
        if not m[2] and (all(p in modifiers for p in parts) or _OBJECT.match(text[m.end() :])):
            continue
        if any(
            q.kind in "PWOC" and q.start < sentence.start + m.end() and sentence.start + m.start() < q.end
            for q in sentence.mentions
        ):
            continue
        if head == "drama" and not all(p in modifiers for p in parts):
            head = ""
        name = " ".join([*(words().data["genres"][p] for p in parts), *([head] if head else [])])
        at = sentence.start + m.end()
        named = next((q.referent for q in sentence.mentions if q.kind == "W" and 0 <= q.start - at <= 2), None)  # noqa: PLR2004
        yield Draft(
            "genre",
            named or work,
            name,
            sentence,
            sentence.start + m.start(),
            sentence.start + m.end(),
            "ko/title/genre",
        )


def _organisations(document: Document) -> Iterator[Draft]:
    for referent in document.referents:
        said = referent.facts.get("said")
        if referent.kind == "organization" and said:
            sentence = document.sentence_at(said[0])
            if sentence is not None and said[2] and said[2] != "distributor":
                yield Draft(
                    "org_kind", referent, said[2], sentence, said[0], min(said[1], sentence.end), "ko/organisation/kind"
                )


def _main_type(document: Document) -> Iterator[Draft]:
    """이 드라마, 영화는: a type said of the work in focus without its title."""
    for sentence in document.sentences:
        work = document.focus[sentence.index].work
        if sentence.zone not in {BODY, LISTING} or work is None or work.facts.get("type"):
            continue
        m = _THIS.search(document.text, sentence.start, sentence.end)
        word = (m[1] or m[2] or m[3]) if m else ""
        if m and word in words().type_of:
            work.facts["type"] = words().type_of[word]
            yield Draft("work_type", work, words().type_of[word], sentence, m.start(), m.end(), "ko/title/this-type")
