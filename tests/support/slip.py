"""A slip of an editor's finger: lines of a good record and a seeded chance -> broken lines. Slips on one line."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

Lines = list[str]


class Broken(NamedTuple):
    """A broken file, the line that the finding must point at, and the lines that were meant, if not the old."""

    lines: Lines | bytes
    line: int
    meant: Lines | None = None


Slip = Callable[[Lines, Random], Broken | None]

WORDS = re.compile(r"^(?:title|summary): [^\s\"'|>\[{#].*")


def pick(lines: Lines, chance: Random, pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
    """Pick a line that has the pattern: its index and the match."""
    prose = {number for number, line in enumerate(lines) if re.search(r": [|>]", line)}
    ends = min(prose, default=len(lines))  # below it is prose, in which nothing is a slip
    hits = [(number, match) for number, line in enumerate(lines[:ends]) if (match := pattern.search(line))]
    return chance.choice(hits) if hits else None


def on_a_line(pattern: re.Pattern[str], change: Callable[[re.Match[str], Random], str]) -> Slip:
    """Make a slip on a line that has the pattern."""

    def slip(lines: Lines, chance: Random) -> Broken | None:
        if not (picked := pick(lines, chance, pattern)):
            return None
        number, match = picked
        line = lines[number]
        new = line[: match.start()] + change(match, chance) + line[match.end() :]
        return Broken([*lines[:number], new, *lines[number + 1 :]], number + 1)

    return slip


def in_the_text(more: str) -> Slip:
    """Make a slip that adds a sign to a text, which then needs quotes."""

    def slip(lines: Lines, chance: Random) -> Broken | None:
        if not (picked := pick(lines, chance, WORDS)):
            return None
        number, match = picked
        key, _, value = match[0].partition(": ")
        broken, meant = (
            [*lines[:number], text, *lines[number + 1 :]]
            for text in (f"{key}: {value}{more}", f'{key}: "{value}{more}"')
        )
        return Broken(broken, number + 1, meant)

    return slip
