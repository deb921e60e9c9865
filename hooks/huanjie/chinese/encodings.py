"""Bytes -> the encodings that they may be in, the likeliest first, each with the text that it gives.

That an encoding decodes the bytes proves nothing: nearly all Big5 is GBK as well, with other characters. The evidence
is the text: people write characters in frequent use; a wrong encoding gives rare ones and letters of other scripts.
The weight of an encoding is the logarithm of the probability of its text, a sum over the characters, so a long text may
be certain where a short one of the same kind is not.
"""

import re
from collections import Counter
from functools import cache
from math import log
from typing import NamedTuple

from huanjie.chinese import everyday, frequent, traditional

_NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16（记事本里叫“Unicode”）",
    "utf-16-le": "UTF-16（记事本里叫“Unicode”）",
    "utf-16-be": "UTF-16（记事本里叫“Unicode big endian”）",
    "gb18030": "GBK（记事本里叫“ANSI”）",
    "cp950": "Big5（繁体中文 Windows 的记事本里叫“ANSI”）",
    "big5hkscs": "Big5-HKSCS（香港的 Big5）",
    "cp932": "Shift-JIS（日文）",
    "euc_jp": "EUC-JP（日文）",
    "euc_kr": "EUC-KR（韩文）",
}
_CHINESE = ("utf-16-le", "utf-16-be", "gb18030", "cp950", "big5hkscs")
_FOREIGN = ("cp932", "euc_jp", "euc_kr")  # read only to see that a text is likelier to be in one of them
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # with which UTF-16 begins, in both orders of its bytes

# The share of a Chinese text that the characters of a kind make up, and how many there are of the kind.
_SHARES = {
    "first": (0.44, 200),  # of the thousand in most frequent use
    "second": (0.23, 400),
    "third": (0.09, 400),
    "everyday": (0.10, 2755),
    "punctuation": (0.12, 30),
    "wide": (0.02, 94),  # letters, digits and signs in full width
    "other": (0.015, 20_000),  # Chinese characters that are not in everyday use
    "foreign": (0.004, 400_000),  # letters of other scripts, which a Chinese text hardly has
    "lost": (0.0001, 100_000),  # replacements of bytes that the encoding has no character for
}
_WEIGHTS = {kind: log(share / size) for kind, (share, size) in _SHARES.items()}
_ASCII_WEIGHT = log(1 / 50)
# Kana and hangul are foreign but in the encodings of their languages: how probable each is there.
_OWN_SCRIPTS = {
    "cp932": (re.compile("[\u3041-\u30fe]"), log(0.6 / 170)),
    "euc_jp": (re.compile("[\u3041-\u30fe]"), log(0.6 / 170)),
    "euc_kr": (re.compile("[\uac00-\ud7a3]"), log(0.8 / 2350)),
}
_RARE = log(1 / 20_000)  # how probable a file in one of these is, before it is looked at
_NONE = re.compile("(?!)")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_WIDE = range(0xFF01, 0xFF5F)
_PUNCTUATION = frozenset("、。，．；：？！“”‘’（）《》〈〉「」『』【】—…·\u3000〇％～–•")  # noqa: RUF001  # as printed
_JUNK = -9.6  # how probable a character is on the average where bytes are no Chinese text in this encoding (measured)
_CERTAIN = log(10_000)  # how many times likelier the likeliest must be than the next


class Reading(NamedTuple):
    """The text that an encoding gives; `whole` where every byte could be decoded, `likely` where it may be a text."""

    encoding: str
    text: str
    whole: bool
    weight: float  # the logarithm of how probable the text is
    likely: bool

    @property
    def name(self) -> str:
        """The name of the encoding in the dialogs where people choose it."""
        return _NAMES[self.encoding]


def readings(raw: bytes) -> list[Reading]:
    """Read the bytes in each encoding that may be theirs, the likeliest first; UTF-8 alone where they are UTF-8."""
    if raw.startswith(_MARKS):
        return [_reading(raw, "utf-16")]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    as_utf8 = _reading(raw, "utf-8")
    if as_utf8.whole and b"\0" not in raw:  # it says itself whether it is; UTF-16 of ASCII is UTF-8 too
        return [as_utf8]
    others = [_reading(raw, encoding) for encoding in (*_CHINESE, *_FOREIGN)]
    return sorted([as_utf8, *others], key=lambda reading: reading.weight, reverse=True)  # of equals the first


def certain(raw: bytes) -> Reading | None:
    """Give the one reading that the bytes can have; None where that is not certain."""
    first, *others = readings(raw)
    if not others:
        return first if first.whole else None
    sure = all(first.weight - rival.weight >= _CERTAIN for rival in others if rival.text != first.text)
    return first if sure and first.whole and first.likely and first.encoding not in _FOREIGN else None


def likeliest(raw: bytes) -> Reading:
    """Give the likeliest reading in an encoding of Chinese, certain or not."""
    return next(reading for reading in readings(raw) if reading.encoding not in _FOREIGN)


def possible(raw: bytes) -> list[str]:
    """Name the encodings in which the bytes may be a text, the likeliest first; some have two codecs."""
    return list(dict.fromkeys(reading.name for reading in readings(raw) if reading.likely and reading.whole))


def _reading(raw: bytes, encoding: str) -> Reading:
    try:
        text, whole = raw.decode(encoding), True
    except UnicodeDecodeError:
        text, whole = raw.decode(encoding, "replace"), False
    counts = Counter(text)
    weights = {character: _weight(character, encoding) for character in counts if not character.isascii()}
    written = sum(counts[character] for character in weights)
    weight = sum(counts[character] * weights[character] for character in weights)
    plain = sum(count * _plain(character) for character, count in counts.items() if character.isascii())
    before = _RARE if encoding in _FOREIGN else 0.0
    return Reading(encoding, text, whole, before + weight + plain, weight - _JUNK * written >= _CERTAIN)


def _plain(character: str) -> float:
    return _ASCII_WEIGHT if character.isprintable() or character in "\n\r\t" else _WEIGHTS["foreign"]


def _weight(character: str, encoding: str) -> float:
    script, weight = _OWN_SCRIPTS.get(encoding, (_NONE, 0))
    return weight if script.match(character) else _WEIGHTS[_kind(character)]


@cache
def _ranks() -> dict[str, str]:
    """The kind of each of the thousand characters in most frequent use."""
    kinds = [kind for kind in ("first", "second", "third") for _ in range(_SHARES[kind][1])]
    return dict(zip(frequent(), kinds, strict=True))


def _kind(character: str) -> str:
    if character in _PUNCTUATION:
        return "punctuation"
    if character == "\ufffd":
        return "lost"
    if ord(character) in _WIDE:
        return "wide"
    if not _HAN.match(character):
        return "foreign"
    if ranked := _ranks().get(character) or _ranks().get(character.translate(traditional())):
        return ranked
    return "everyday" if everyday(character) else "other"
