"""The consonants of a name in coarse classes: what stays the same however a name is spelled, in any script.

Letters: K (g, k, q, hard c), T (d, t), P (b, p, f, v), C (j, z, ch, zh), S (s, sh, x, soft c), H, L (l, r), M, N, and
G for the ng that closes a syllable. Vowels and half-vowels have none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreel.resolving.sounds import is_syllable, jamo

_ONSETS = dict(zip("ㄱㄲㅋㄴㄷㄸㅌㄹㅁㅂㅃㅍㅅㅆㅈㅉㅊㅎㅇ", [*"KKKNTTTLMPPPSSCCCH", ""], strict=True))
_CODAS = dict(zip("ㄱㄲㅋㄳㄺㄴㄵㄶㄷㅅㅆㅈㅊㅌㅎㄹㄼㄽㄾㅀㅁㄻㅂㅍㅄㄿㅇ", "KKKKKNNNTTTTTTTLLLLLMMPPPPG", strict=True))
_LATIN = re.compile(
    r"(?P<G>ng(?![aeiouyw]))"
    r"|(?P<KS>(?<=[aeiou])x)"
    r"|(?P<C>s?ch(?![rl])|tch|tsch|cz|zh|dj|ts|tz|dz|[jz])"
    r"|(?P<S>sh|sz|ss|[sx]|c(?=[eiy]))"
    r"|(?P<P>ph|bh|[bpfv])"
    r"|(?P<T>th|dh|[dt])"
    r"|(?P<K>ch|ck|gh|kh|[gkqc])"
    r"|(?P<L>rh|[lr])"
    r"|(?P<M>m)"
    r"|(?P<N>n)"
    r"|(?P<H>h(?=[aeiouyw]))"
)


@lru_cache(maxsize=65536)
def skeleton_of_latin(word: str) -> str:
    """The classes of a word in letters from a to z; hyphens part syllables."""
    return squeezed("".join(_latin_part(part) for part in word.split("-")))


def _latin_part(part: str) -> str:
    return "".join(match.lastgroup or "" for match in _LATIN.finditer(part))


@lru_cache(maxsize=65536)
def skeleton_of_hangul(word: str) -> str:
    """The classes of a word in Hangul."""
    made = []
    for letter in word:
        if is_syllable(letter):
            onset, _, coda = jamo(letter)
            made.append(_ONSETS[onset] + (_CODAS[coda] if coda else ""))
    return squeezed("".join(made))


def squeezed(classes: str) -> str:
    """Runs of one class as one: "Philipp", "Anna"."""
    return _RUN.sub(r"\1", classes)


_RUN = re.compile(r"(.)\1+")
