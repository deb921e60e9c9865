"""The words of the field: those that are terms of their own, and the topics that decide which pages lie together."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from huanjie.search.index.folding import fold

LONG = 3  # characters from which on a word is a term of its own; two are a pair, as any two


@cache
def topics() -> tuple[tuple[str, ...], ...]:
    """The words of each topic, as they are compared."""
    return tuple(tuple(map(fold, line.split())) for line in _table()["topics"])


@cache
def words() -> tuple[str, ...]:
    """All words, as they are compared."""
    plain = str(_table()["plain"]).split()
    return tuple(sorted({*(word for topic in topics() for word in topic), *map(fold, plain)}))


def long_words(text: str) -> Iterator[str]:
    """Every word in a folded text that is a term of its own, also those in which a longer one begins."""
    pattern, beginnings = _long_words()
    for word in pattern.findall(text):
        yield from beginnings[word]


@cache
def _long_words() -> tuple["re.Pattern[str]", dict[str, list[str]]]:
    longest_first = sorted((word for word in words() if len(word) >= LONG), key=len, reverse=True)
    beginnings = {word: [other for other in longest_first if word.startswith(other)] for word in longest_first}
    return re.compile(f"(?=({'|'.join(longest_first)}))"), beginnings


def topic_of(names: str) -> int:
    """The number of the first topic that the folded names of a page have; after all of them where they have none."""
    for number, topic in enumerate(topics()):
        if any(word in names for word in topic):
            return number
    return len(topics())


def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = yaml.safe_load((Path(__file__).parents[1] / "data" / "words.yml").read_text("utf-8"))
    return table
