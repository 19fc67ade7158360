"""Japanese: how the Japanese press writes of films and television, gathered for the engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsreel.reading.compiling import compile_frames
from newsreel.reading.frames import FrameSet
from newsreel.reading.langs.ja import attribution, frames, links, sentences, tenses
from newsreel.reading.langs.ja import mentions as mentions_
from newsreel.reading.langs.ja.settling import settle
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.model import Report
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.frames import Draft
    from newsreel.reading.pack import Cue, Guard

_GATE = re.compile(
    r"放送|上映|ヒロイン|テレビ小説|降板|続編|映画|ドラマ|アニメ|監督|俳優|女優|主演|出演|脚本|声優|大河|朝ドラ|連ドラ|公開|配信|封切|ロードショー|キャスト|リメイク|実写|シリーズ|Netflix|クランク|メガホン|映像化|劇場|主役|主人公|シーズン[0-9０-９]"
)
# What joins the members of a list.
_SEPARATORS = (
    r"、|のほか、|と、|と|や|・|／|/|，|,|＆|&|,\s|、そして|そして|、さらに|、および|×|ならびに|及び|\s|　|」「"
    r"|それに|、それに|"
)
# Frames are for prose; lists are read by credits.py.
_PROSE = ["headline", "body", "caption"]
_FRAME_FILES = ("frames_cast", "frames_staff", "frames_work", "frames_relays")


class PACK:
    """The Japanese pack; nothing of the analyser loads before a report has passed `relevant`."""

    lang = "ja"
    guards: Mapping[str, Guard] = frames.GUARDS

    @cached_property
    def frames(self) -> FrameSet:
        """The frames of all files, in the order of the files."""
        rows = []
        for name in _FRAME_FILES:
            data = {**load_data("ja", name)}
            data["macros"] = {**load_data("ja", "macros"), **(data.get("macros") or {})}
            for row in data["frames"]:
                row.setdefault("zones", _PROSE)
            rows += compile_frames("ja", data, _SEPARATORS, dict(self.guards))
        return FrameSet(rows)

    def relevant(self, text: str) -> bool:
        """Whether a word of film or television stands in the text."""
        return _GATE.search(text) is not None

    def sentences(self, report: Report) -> list[Sentence]:
        """Lines are paragraphs; furniture is left out."""
        return sentences.split(report)

    def mentions(self, document: Document) -> list[Mention]:
        """Titles, names, organisations, roles, dates, words."""
        return mentions_.mentions(document)

    def follow(self, document: Document) -> None:
        """What each sentence is about."""
        links.follow(document)

    def value(self, document: Document, mention: Mention, predicate: str, tense: str) -> Any:
        """A date as EDTF, a number, a word of the vocabulary, or the words themselves."""
        return tenses.value_of(mention, tense or tenses.tense_at(document, mention, predicate))

    def readers(self) -> Iterable[Callable[[Document], Iterable[Draft]]]:
        """What is read without frames: trades and ages, types, brackets behind titles, lists, plots."""
        return frames.READERS

    def cues(self, document: Document, sentence: Sentence) -> list[Cue]:
        """The cues of a sentence."""
        return attribution.cues(document, sentence)

    def settle(self, document: Document, drafts: list[Draft]) -> list[Draft]:
        """Works put right by what stands before, roles filled in, dates in the future planned, conflicts dropped."""
        return settle(document, drafts)
