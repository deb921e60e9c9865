"""Chinese characters: how each is read aloud, how frequent it is, and the simplified form of the traditional ones."""

from functools import cache
from pathlib import Path

import yaml

_FIRST_LEVEL = range(0xB0, 0xD8)  # first bytes of its 3,755 characters


@cache
def traditional() -> dict[int, str]:
    """The simplified character for each traditional one."""
    text = "".join(_table("traditional.yml")["pairs"].split())
    return {ord(old): simplified for old, simplified in zip(text[::2], text[1::2], strict=True)}


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """For each character its readings in common use, in pinyin without tones."""
    syllables: dict[str, tuple[str, ...]] = {}
    for syllable, characters in _table("pinyin.yml").items():
        for character in characters:
            syllables[character] = (*syllables.get(character, ()), syllable)
    return syllables


@cache
def daily() -> dict[str, str]:
    """The characters of daily use by the one reading that GB 2312 lists them under, in its order."""
    return _table("daily.yml")


@cache
def frequent() -> str:
    """The thousand characters in most frequent use, the commonest first."""
    return "".join(_table("frequent.yml")["characters"].split())


def everyday(character: str) -> bool:
    """Whether a Chinese character is in everyday use, in its simplified or its traditional form.

    Those are the first level of GB 2312, sorted by sound; the rarer characters of the second are sorted by radical.
    """
    for form in (character, character.translate(traditional())):
        raw = form.encode("gb2312", "ignore")
        if raw and raw[0] in _FIRST_LEVEL:
            return True
    return False


def strokes(name: str) -> int:
    """The strokes of the first character of somebody's surname; 0 where the table does not have it."""
    surnames = _surnames()
    return surnames.get(name[:2]) or surnames.get(name[:1], 0)  # 欧阳 before 欧


@cache
def _surnames() -> dict[str, int]:
    return {surname: int(count) for surname, count in _table("strokes.yml").items()}


def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = yaml.load((Path(__file__).parent / name).read_text("utf-8"), yaml.CSafeLoader)
    return table
