"""Bytes to text: which encoding a file is in, found out from its bytes alone.

A byte order mark decides; then what only one encoding has (the zeros of UTF-16, the escapes of ISO-2022-JP); then
strict UTF-8; then the encodings that Korean, Japanese and Western pages still come in, each tried strictly and judged
by whether the text it gives is made of the characters that such news is written with. Where two readings are equally
good the order of `_LEGACY` decides, so the same bytes always give the same text.
"""

from __future__ import annotations

import codecs
import re

from newsreel.model.errors import UnreadableInput

MAX_BYTES = 4 * 1024 * 1024
"""More than this is no press report: 4 MiB is about 700,000 words."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("cp949", "cp932", "euc_jp", "cp1252")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-んァ-ヶー]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_HALF_KANA = re.compile("[｡-ﾟ]")
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_MAX_CONTROL_SHARE = 0.001
_MAX_DAMAGE_SHARE = 0.002
_MIN_SCORE = 0.5


def decode(data: bytes, where: str) -> str:
    """The text of a file, with line ends as U+000A, without a byte order mark, with no lone surrogate in it.

    A lone surrogate becomes U+FFFD: one code point for one, so that offsets hold. Raises UnreadableInput, naming
    `where`, for what is empty, too large, binary or in an encoding that cannot be told.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableInput(
            f"too large for one report: more than {MAX_BYTES // 1024 // 1024} MiB",
            where=where,
            advice="split it into one file a report",
        )
    text = _decoded(data, where)
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise _binary(where)
    text = _SURROGATE.sub("\ufffd", text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableInput("empty", where=where, advice="leave it out, or fetch it again")
    return text


def _binary(where: str) -> UnreadableInput:
    return UnreadableInput("binary, not text", where=where, advice="give text or HTML files")


def _decoded(data: bytes, where: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _cut_short(data[len(mark) :], encoding)
    if b"\0" in data:
        pairs = _pairs(data)
        if pairs is None:
            raise _binary(where)
        return _cut_short(data, pairs)
    if b"\x1b$" in data:
        return data.decode("iso2022_jp", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _legacy(data, where)


def _cut_short(data: bytes, encoding: str) -> str:
    """A text in a known encoding: lone surrogates stay one code point each, spoilt or cut off bytes are replaced."""
    try:
        return data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")


def _pairs(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters, spaces and line ends leave a zero in every other byte."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > even and odd / half > 0.05 and even / half < 0.01:  # noqa: PLR2004 - shares of zero bytes
        return "utf-16-le"
    if even > odd and even / half > 0.05 and odd / half < 0.01:  # noqa: PLR2004 - the same, the other way round
        return "utf-16-be"
    return None


def _damaged(data: bytes) -> str | None:
    """UTF-8 with a lone surrogate or a few spoilt bytes, such as a text cut in the middle of a character."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    outside = len(_OUTSIDE_ASCII.findall(text))
    damage = text.count("\ufffd")
    return text if damage <= max(1, _MAX_DAMAGE_SHARE * len(text)) and outside > 10 * damage else None


def _legacy(data: bytes, where: str) -> str:
    """The best reading in an older encoding; UnreadableInput if none looks like language."""
    best, best_score = "", _MIN_SCORE
    for encoding in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (score := _likeness(text, encoding)) > best_score:
            best, best_score = text, score
    if not best:
        raise UnreadableInput("its encoding cannot be told", where=where, advice="save it as UTF-8")
    return best


def _likeness(text: str, encoding: str) -> float:
    """How much of what is not ASCII is what the encoding's language is written with, 0 to 1."""
    foreign = len(_OUTSIDE_ASCII.findall(text)) or 1
    if encoding == "cp949":
        return (len(_HANGUL.findall(text)) - len(_KANA.findall(text))) / foreign
    if encoding == "cp1252":
        letters = sum(c.isalpha() or c in "‘’“”–—…©«» " for c in text if c > "\x7f")
        return 0.9 * letters / foreign if foreign < 0.3 * len(text) else 0.0
    kana = len(_KANA.findall(text))
    written = kana + len(_IDEOGRAPH.findall(text)) + sum(text.count(mark) for mark in "、。「」『』・　（）！？")
    return (written - 2 * len(_HALF_KANA.findall(text))) / foreign if kana else 0.0
