"""Whom a report speaks of where: the person of its headline, of a sentence's first words, of a profile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

# The name that a sentence speaks of stands within so many characters of its start.
_LEAD = 14
_PERSON_TOPIC = re.compile(
    r"(?:さん|氏|監督|ら)?(?:[（(][^（）()]{1,40}[）)])?(?:さん|氏)?(?:は|も|にとって|にとりまして|、|が(?!演じ|扮)|に(?=は))"
)
# 佐藤花（さとう・はな） 1998年生まれ: a profile.
_PROFILE = re.compile(
    r"(?:監督|氏|さん)?[　 :：／/]{1,2}(?:本名[^。]{0,10}。?)?[0-9０-９]{4}年[^。]{0,24}(?:生まれ|生。|出身)"
)
# What may stand before the person whom a sentence speaks of: "かたや", "弊社所属の", nothing that has a particle.
_OPENS = re.compile(
    r"[◇◆■●▽▼★☆・\s　「]?(?:[^、。はがをでも「」]{0,10}の|[一-龥ァ-ヴー]{2,8}(?:で|兼|・)|"
    r"(?:一方|なお|また|かたや|対する|さらに|そして|今回|ちなみに|同じく)、?|[^、。はがをにで「」]{0,5})?"
)
_SPEAKS_OF = re.compile(r"(?:さん|氏|監督|ら|PD)?(?:[（(][0-9]{2}[）)])?(?:は|も|が|にとって)")


def people_at(document: Document) -> list[tuple[int, Referent | None]]:
    """Who is spoken of: the topic of the sentence, or of the one before."""
    changes: list[tuple[int, Referent | None]] = []
    for sentence in document.sentences:
        changes.append((sentence.start, document.focus[sentence.index].person))
        changes += [
            (mention.start, mention.referent)
            for mention in sentence.mentions
            if mention.kind == "P"
            and mention.referent is not None
            and _SPEAKS_OF.match(document.text, mention.end, sentence.end)
        ]
    return changes


# 〈この人に聞く〉佐藤花: what a series of articles is called before the name.
_MARKED = re.compile(r"[〈【《＜\[][^〉】》＞\]]{1,16}[〉】》＞\]]\s?")
_SHOWN = re.compile(r"(?:監督|氏|さん)?(?:だ|です|でした|だった|である)?[。！!]?")


def named_last(document: Document, sentence: Sentence) -> Referent | None:
    """The person with whom a sentence ends that leads up to a name (渚を演じるのは佐藤花)."""
    last = sentence.mentions[-1] if sentence.mentions else None
    if last is None or last.kind not in "PX" or sentence.zone != "body":
        return None
    led = re.search(r"の(?:は|が)、?[^。、はが]{0,30}$", document.text[sentence.start : last.start]) is not None
    alone = last.referent is not None and sentence.mentions[0] is last and bool(last.referent.facts.get("occupations"))
    return last.referent if (led or alone) and _SHOWN.fullmatch(document.text, last.end, sentence.end) else None


_TOLD_OF = re.compile(
    r"(?:監督|さん|氏|プロデューサー)?(?:[（(][^（）()]{1,40}[）)])?(?:監督|さん|氏)?"
    r"(?:は|が|も|、|。|[　 ]|といえば|へ|に(?:は|つい|聞))"
)


def headlined(document: Document) -> Referent | None:
    """The person with whom the headline opens."""
    for sentence in document.sentences[:1]:
        for mention in sentence.mentions[:1]:
            opens = _MARKED.match(document.text, sentence.start)
            alone = mention.kind == "X" and (mention.start, mention.end) == (sentence.start, sentence.end)
            if sentence.zone == "body" and not _TOLD_OF.match(document.text, mention.end, sentence.end):
                return None  # 佐藤監督の弟子の林が…: of another
            if (mention.kind == "P" or alone) and mention.start - (opens.end() if opens else sentence.start) <= 1:
                document.notes["headlined"] = mention.referent
                return mention.referent
    return None


def person_topic(document: Document, sentence: Sentence) -> tuple[Referent | None, bool]:
    """Whom a sentence opens with, and whether as its topic (は) rather than as a subject that passes (が)."""
    mentions, start = sentence.mentions, sentence.start
    if document.text.startswith(("監督は", "監督が", "監督自身", "監督も", "同監督は"), start):
        before = [
            m
            for m in document.mentions
            if m.start < start and m.referent is not None and m.referent.facts.get("directs")
        ]
        return (before[-1].referent if before else None), True
    for mention in mentions:
        if mention.start - start > _LEAD:
            return _far_topic(document, sentence), False
        if mention.kind not in "PX" or mention.referent is None or sentence.zone == "listing":
            continue
        if not _OPENS.fullmatch(document.text, start, mention.start):
            return None, False
        topic = _PERSON_TOPIC.match(document.text, mention.end)
        if _PROFILE.match(document.text, mention.end, sentence.end):
            mention.referent.facts["profiled"] = True
            return mention.referent, True
        if topic or document.text[start] in "◇◆■〈":
            return mention.referent, not topic or not topic[0].endswith("が")
    return _far_topic(document, sentence), False


# “…”と呼ばれるモデルで俳優の佐藤花さんが、…: nothing but what describes the name stands before it.
_FAR_TOPIC = re.compile(r"[がは](?:、|[0-9０-９]{1,2}(?:月[0-9０-９]{1,2})?日)")
_DESCRIBES = re.compile(r"(?:[^、。はが「」『』]|[「『][^」』]{1,40}[」』]){0,60}")


def _far_topic(document: Document, sentence: Sentence) -> Referent | None:
    """The first name of a sentence as its subject, behind a long description."""
    first = next((m for m in sentence.mentions if m.kind == "P" and m.referent is not None), None)
    if first is None or sentence.zone != "body" or not _FAR_TOPIC.match(document.text, first.end, sentence.end):
        return None
    return first.referent if _DESCRIBES.fullmatch(document.text, sentence.start, first.start) else None
