"""Charts as inline SVG made at build time: bars with the label above each, so that a phone can show them."""

from collections.abc import Iterable
from dataclasses import dataclass

LINE, WIDTH = 46, 360  # units between bars; units across: about one to a pixel on a phone


@dataclass(frozen=True)
class Bar:
    """A bar: its height on the chart and its length (units), its label, and its value in words."""

    y: int
    width: float
    label: str
    text: str


@dataclass(frozen=True)
class Chart:
    """Bars under a title; a table beside it has the same numbers."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        """Units from the top to the bottom."""
        return len(self.bars) * LINE + LINE // 4


def chart(name: str, title: str, rows: Iterable[tuple[str, float, str]], whole: float = 0) -> Chart | None:
    """Draw rows of label, value and the value as written; `whole` is the value of a full bar. None without rows.

    Values are not negative; where all are 0 the bars have no length.
    """
    listed = list(rows)
    if not listed:
        return None
    longest = whole or max(value for _, value, _ in listed) or 1
    bars = tuple(
        Bar(number * LINE, round(WIDTH * value / longest, 1), label, text)
        for number, (label, value, text) in enumerate(listed)
    )
    return Chart(name, title, "；".join(f"{label} {text}" for label, _, text in listed), bars)
