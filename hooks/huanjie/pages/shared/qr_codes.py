"""QR codes, drawn as a single path: a telephone's camera reads the address of a page from paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # modules of white around a code, as the standard wants them


@dataclass(frozen=True)
class Code:
    """A code: what it says, how many modules wide it is with its white edge, and the path of its dark ones."""

    text: str
    size: int
    path: str


def code(text: str) -> Code:
    """Draw the code of a text, so that it is still read when up to 15 of 100 parts of it are soiled."""
    rows = [*segno.make(text, error="m", micro=False).matrix]
    path = "".join(
        f"M{start + QUIET} {number + QUIET}h{length}v1h-{length}z"
        for number, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Code(text, len(rows) + 2 * QUIET, path)


def _runs(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The start and the length of each run of dark modules in a row."""
    start = 0
    for dark, modules in groupby(row):
        length = sum(1 for _ in modules)
        if dark:
            yield start, length
        start += length
