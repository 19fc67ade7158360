"""What a report is about: one on sport, the stage or music borrows the words of the screen trade."""

from __future__ import annotations

import re
from functools import cache

from newsreel.reading.pack import load_data

# A report is of another field when that field's words are this many times as frequent as those of the screen.
OUTWEIGHS = 2
LEAST = 4


@cache
def _words() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    data = load_data("en", "topics")

    def any_of(words: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(str, words))})(?![\w-])", re.IGNORECASE)

    return any_of(data["screen"]), {name: any_of(words) for name, words in data["other"].items()}


def weights(text: str) -> tuple[int, int, str]:
    """How many words of the screen trade, how many of the field that comes next, and that field's name."""
    screen, others = _words()
    counts = {name: len(pattern.findall(text)) for name, pattern in others.items()}
    field = max(counts, key=lambda name: counts[name])
    return len(screen.findall(text)), counts[field], field


def elsewhere(text: str) -> bool:
    """Whether a report is plainly about another field."""
    screen, other, _field = weights(text)
    return other >= LEAST and other >= OUTWEIGHS * screen
