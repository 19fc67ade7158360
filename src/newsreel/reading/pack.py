"""What a language brings: the contract that every folder under langs/ fulfils with files of the same names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any, Protocol

import yaml

from newsreel.model.errors import VocabularyError

if TYPE_CHECKING:
    from newsreel.model import Report
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.frames import Draft, FrameSet, Match

LANGUAGES = ("en", "ko", "ja")
Guard = Callable[["Document", "Match"], bool]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say how sure something is, or on whose word: "is in talks", "Ilgan Sports reported", 검토 중.

    `start` and `end` are code points of the stored text. `reach` says what the cue governs: "sentence", "before" and
    "after" (that side of the cue), "clause" (what shares a code point with `scope`, the clause as the pack cuts it).
    With `carries` it goes on governing the following sentences of the paragraph that name no other voice. `rule` names
    it for explanations. `first`: the voice that had the news first; what others confirm beside it, it has said, too.
    """

    start: int
    end: int
    status: str
    by: tuple[str, ...] = ()
    reach: str = "sentence"
    carries: bool = False
    rule: str = ""
    scope: tuple[int, int] | None = None
    first: bool = False


class Pack(Protocol):
    """A language as the engine sees it. Analysers load in `prepare`, never before a report has passed the gate."""

    lang: str
    frames: FrameSet
    guards: Mapping[str, Guard]

    def relevant(self, text: str) -> bool:
        """Whether the text may speak of a production at all; must cost next to nothing."""

    def sentences(self, report: Report) -> list[Sentence]:
        """The report's sentences in order, each in its zone; furniture is marked as such or left out."""

    def mentions(self, document: Document) -> list[Mention]:
        """Everything that frames may bind to, referents linked inside the report; may note document.main_work."""

    def follow(self, document: Document) -> None:
        """Fill document.focus, one Focus a sentence, and document.main_work."""

    def value(self, document: Document, mention: Mention, predicate: str, tense: str) -> Any:
        """What a mention without a referent gives to a predicate: EDTF, a number, a word of the vocabulary."""

    def readers(self) -> Iterable[Callable[[Document], Iterable[Draft]]]:
        """What frames cannot say: functions that read claims from a whole document (cast lists, loglines)."""

    def cues(self, document: Document, sentence: Sentence) -> list[Cue]:
        """The cues of a sentence, in order."""

    def settle(self, document: Document, drafts: list[Draft]) -> list[Draft]:
        """A last look at all drafts with their statuses: drop what cannot be, add what follows."""


@cache
def pack_for(language: str) -> Pack:
    """The pack of a language, made once; KeyError for a language that has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    module = import_module(f"newsreel.reading.langs.{language}")
    pack: Pack = module.PACK()
    return pack


@cache
def load_data(language: str, name: str) -> Any:
    """The content of langs/LANGUAGE/data/NAME.yml; VocabularyError when it is missing or no YAML."""
    package = resources.files(f"newsreel.reading.langs.{language}").joinpath("data", f"{name}.yml")
    try:
        text = package.read_text(encoding="utf-8")
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(str(error), where=f"{language}/{name}.yml") from error
