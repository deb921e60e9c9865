"""The type size of a poster that fills its sheet and never runs over: an estimate, in millimetres.

The sheet's measures are those of `poster.css`; a test prints the fullest posters and counts the sheets.
"""

from collections.abc import Iterator, Sequence
from math import ceil

SIZES = (28, 24, 20, 17, 15, 13, 11)  # points
WIDTH, HEIGHT = 172, 236  # of the sheet, without its margins
FOOT, KIND, GROUNDS = 62, 16, 16  # the code with the telephone; the line above the title; the articles
LINE, GAP = 1.5, 0.5  # of a line, and between two paragraphs, in widths of a character
LABEL, TITLE = 8, 1.5  # characters that the label of a fact takes; a title's type beside that of the text
POINT = 0.3528  # millimetres

Facts = Sequence[tuple[str, Sequence[str]]]


def largest(title: str, paragraphs: Sequence[str], facts: Facts, *, grounds: bool) -> int:
    """The largest type in which everything has room; the smallest where nothing has."""
    room = HEIGHT - FOOT - KIND - (GROUNDS if grounds else 0)
    return next((size for size in SIZES if sum(_heights(size, title, paragraphs, facts)) <= room), SIZES[-1])


def _heights(size: int, title: str, paragraphs: Sequence[str], facts: Facts) -> Iterator[float]:
    """The height of each part in a type of this size."""
    wide = size * POINT
    yield _lines(title, WIDTH / wide / TITLE) * wide * TITLE * LINE
    for paragraph in paragraphs:
        yield (_lines(paragraph, WIDTH / wide) * LINE + GAP) * wide
    for _, texts in facts:
        yield sum(_lines(text, WIDTH / wide - LABEL) * LINE + GAP for text in texts) * wide + wide


def _lines(text: str, characters: float) -> int:
    """The number of lines of a text; a figure or a letter is half as wide as a Chinese character."""
    width = sum(0.6 if character.isascii() else 1 for character in text)
    return ceil(width / (characters - 1))  # a line does not end before a full stop
