"""How names in kanji may be read: the analyser's readings in kana, all of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Any

from newsreel.resolving.letters import KANA, KANJI, script
from newsreel.resolving.sounds import katakana

_MOST_READINGS = 12
# Characters that are written in an older and a newer form in one and the same name (常用漢字表, list of old forms).
_OLD_FORMS = str.maketrans(
    "澤邊邉濱廣國學齋齊斎櫻眞黑嶋島冨髙﨑瀨龍瀧德惠榮豐澁藏實壽圓與萬會來條樣將淺櫛驒彌禮塚濵",
    "沢辺辺浜広国学斉斉斉桜真黒島島富高崎瀬竜滝徳恵栄豊渋蔵実寿円与万会来条様将浅櫛騨弥礼塚浜",
)


def modern(name: str) -> str:
    """The name with older forms of its characters made the newer ones: 渡邊 and 渡辺 are one surname."""
    return name.translate(_OLD_FORMS)


@lru_cache(maxsize=1)
def _analyser() -> tuple[Any, Any]:
    """SudachiPy with its core dictionary; loaded only when the first kanji comes."""
    import sudachipy

    dictionary = sudachipy.Dictionary(dict="core")
    return dictionary, dictionary.tokenizer()


@lru_cache(maxsize=1 << 14)
def readings(name: str) -> tuple[str, ...]:
    """The ways to read a Japanese name, in katakana with a space between its words, the likeliest first.

    At most 12; none for a name that is not written in kanji and kana. Readings are those of SudachiDict core: of every
    word those that a name may have, or else any.
    """
    bare = "".join(letter for letter in name if script(letter) in (KANJI, KANA))
    if not bare or not any(script(letter) == KANJI for letter in bare):
        return ()
    dictionary, tokenizer = _analyser()
    words = [_word_readings(dictionary, m.surface(), m.reading_form()) for m in tokenizer.tokenize(bare)]
    return tuple(
        dict.fromkeys(" ".join(choice) for choice, _ in zip(product(*words), range(_MOST_READINGS), strict=False))
    )


def _word_readings(dictionary: Any, surface: str, first: str) -> list[str]:
    if not any(script(letter) == KANJI for letter in surface):
        return [katakana(surface)]
    found = [first]
    found += [m.reading_form() for m in dictionary.lookup(surface) if "人名" in m.part_of_speech()]
    return list(dict.fromkeys(reading for reading in found if reading))
