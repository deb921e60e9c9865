"""The words that reports use, from `words.yml`, as patterns."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from huanjie.imports.reports.damage import HOLE

HAN = f"\u3400-\u9fff{HOLE}"  # an unreadable place counts as a character


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yml").read_text("utf-8"))
    return lists


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list, the longest first."""
    return tuple(sorted(dict.fromkeys(_lists()[name].split()), key=len, reverse=True))


@cache
def one_of(name: str) -> str:
    """A pattern for any word of a list."""
    return f"(?:{'|'.join(map(re.escape, words(name)))})"


def sort_of(title: str) -> str:
    """The sort of a meeting by its name."""
    for sort, signs in _lists()["sorts"].items():
        if any(sign in title for sign in signs.split()):
            return str(sort)
    return "其他会议"
