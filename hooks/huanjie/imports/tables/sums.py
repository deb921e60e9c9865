"""Compare the sums in a table with the rows above them: a difference shows that a figure was mistyped."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from huanjie.imports.tables.kinds import Kind
from huanjie.imports.tables.values import sort_of

_FIGURE = re.compile(r"(?P<figure>\d[\d,]*)\D?")


class Sums:
    """The sums of the rows; a row of sums may count the rows since the last such row, or all rows."""

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
        """Say where a row of sums differs from the rows; "" where it does not."""
        self._whole += self._part
        differences = [*self._differences(cells, at)]
        self._part.clear()
        return "、".join(differences)

    def _differences(self, cells: Mapping[str, str], at: Mapping[str, str]) -> Iterator[str]:
        for column in sorted(self._counted & cells.keys()):
            stated, part, whole = _figure(cells[column]), self._part[column], self._whole[column]
            if stated is not None and stated not in (part, whole) and whole:
                yield f"{at[column]} 写 {stated}，上面各行相加是 {part or whole}"


def _figure(text: str) -> int | None:
    match = _FIGURE.fullmatch(text)
    return int(match["figure"].replace(",", "")) if match else None
