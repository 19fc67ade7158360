"""How sure something is, as glyph, word and colour together: never colour alone."""

from __future__ import annotations

from rich.text import Text

from newsreel.vocabulary import vocabulary

COLOURS = {
    "confirmed": "green",
    "released": "green",
    "reported": "yellow",
    "stated": "yellow",
    "considering": "cyan",
    "planned": "cyan",
    "rumored": "magenta",
    "unannounced": "bright_black",
    "denied": "red",
    "disputed": "red",
    "superseded": "bright_black",
}
DIM = "bright_black"
HEAD = "bold"
_PLAIN_WORDS = {"unannounced": "not announced", "considering": "considered"}
_STATUS_GLYPHS = {"stated": "◐"}


def glyph(word: str) -> str:
    """The mark of a verdict or status."""
    row = vocabulary().verdicts.get(word)
    return str(row["glyph"]) if row else _STATUS_GLYPHS.get(word, "·")


def certainty(word: str) -> Text:
    """A verdict or status as people read it: "● confirmed"."""
    return Text(f"{glyph(word)} {_PLAIN_WORDS.get(word, word)}", style=COLOURS.get(word, ""))


def legend(verdicts: set[str]) -> Text:
    """What the marks used mean, in the vocabulary's order."""
    words = [word for word in vocabulary().verdicts if word in verdicts]
    return Text("   ").join([certainty(word) for word in words])


def dim(text: str) -> Text:
    """Something that stands back."""
    return Text(text, style=DIM)
