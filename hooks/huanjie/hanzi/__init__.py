"""Chinese characters: how each is read aloud, and the simplified form of the traditional ones."""

from functools import cache
from pathlib import Path

import yaml


@cache
def traditional() -> dict[int, str]:
    """The simplified character for each traditional one."""
    text = "".join(_table("traditional.yml")["pairs"].split())
    return {ord(one): other for one, other in zip(text[::2], text[1::2], strict=True)}


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """For each character its readings in pinyin without tones; several where all are in common use."""
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in _table("pinyin.yml").items():
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found


@cache
def daily() -> dict[str, str]:
    """The characters of daily use by the one reading that GB 2312 lists them under, in its order."""
    return _table("daily.yml")


def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = yaml.load((Path(__file__).parent / name).read_text("utf-8"), yaml.CSafeLoader)
    return table
