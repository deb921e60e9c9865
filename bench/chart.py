"""The benchmark's rows as a picture: a line for each tool, both axes logarithmic, so that 45° is linear."""

from collections.abc import Callable, Sequence
from html import escape
from math import log10
from typing import Protocol

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 60, 210, 20, 50
COLOURS = ("#a3231f", "#17498a", "#4a4e55", "#2e7d32", "#8e5b00", "#6a1b9a", "#00695c", "#ad1457")


class Measured(Protocol):
    """A row: one tool at one size."""

    @property
    def tool(self) -> str:
        """What was run."""

    @property
    def records(self) -> int:
        """How many records it was run with."""

    @property
    def wall(self) -> float:
        """Seconds it took."""


def svg(rows: Sequence[Measured]) -> str:
    """Draw the rows."""
    least, most = (log10(pick(row.records for row in rows)) for pick in (min, max))
    low, high = log10(min(row.wall for row in rows)) - 0.1, log10(max(row.wall for row in rows)) + 0.1
    spread = most - least or 1

    def at(row: Measured) -> tuple[float, float]:
        x = LEFT + (WIDTH - LEFT - RIGHT) * (log10(row.records) - least) / spread
        return x, HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (log10(row.wall) - low) / (high - low)

    drawn = [_axes(rows, at, low, high)]
    for number, tool in enumerate(dict.fromkeys(row.tool for row in rows)):
        points = [at(row) for row in rows if row.tool == tool]
        colour, (x, y) = COLOURS[number % len(COLOURS)], points[-1]
        path = " ".join(f"{across:.1f},{down:.1f}" for across, down in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(tool)}</text>')
    title = "<title>Seconds to build, by number of records</title>"
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return "\n".join([head, title, *drawn, "</svg>"]) + "\n"


def _axes(rows: Sequence[Measured], at: Callable[[Measured], tuple[float, float]], low: float, high: float) -> str:
    lines = []
    for size in sorted({row.records for row in rows}):
        x = at(next(row for row in rows if row.records == size))[0]
        lines.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    for power in range(int(low) - 1, int(high) + 1):
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (power - low) / (high - low)
        if TOP <= y <= HEIGHT - BOTTOM:
            lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#cfcdc6"/>')
            lines.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    return "\n".join(lines)
