"""Sums in a table, held against the rows above them: a sum that differs tells of a figure that was typed wrong."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from huanjie.imports.tables.kinds import Kind
from huanjie.imports.tables.values import sort_of

_FIGURE = re.compile(r"(?P<figure>\d[\d,]*)\D?")


class Sums:
    """Adds up what the rows count; a sum may be that of the rows since the last one, or of all."""

    def __init__(self, kind: Kind) -> None:
        """Begin with nothing."""
        self._counted = {
            column
            for column in kind.columns
            if (level := kind.step_of(column)) is not None
            and column not in (*kind.needed, "born")  # a year
            and sort_of(kind.steps[level].model, column) is int
        }
        self._part, self._whole = Counter[str](), Counter[str]()

    def add(self, cells: Mapping[str, str], repeated: Mapping[str, range], number: int) -> None:
        """Count a row; a cell merged with the rows above is counted once."""
        for column in self._counted & cells.keys():
            if number == repeated.get(column, (number,))[0]:
                self._part[column] += _figure(cells[column]) or 0

    def differing(self, cells: Mapping[str, str], at: Mapping[str, str]) -> str:
        """Where a row of sums differs from the rows; nothing where it does not."""
        self._whole += self._part
        told = [*self._told(cells, at)]
        self._part.clear()
        return "、".join(told)

    def _told(self, cells: Mapping[str, str], at: Mapping[str, str]) -> Iterator[str]:
        for column in sorted(self._counted & cells.keys()):
            said, part, whole = _figure(cells[column]), self._part[column], self._whole[column]
            if said is not None and said not in (part, whole) and whole:
                yield f"{at[column]} 写 {said}，上面各行相加是 {part or whole}"


def _figure(text: str) -> int | None:
    found = _FIGURE.fullmatch(text)
    return int(found["figure"].replace(",", "")) if found else None
