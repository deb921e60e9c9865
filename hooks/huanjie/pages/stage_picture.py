"""The stages as a picture: one below the other, each with a mark of its own shape, and today between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from huanjie.law.deadlines import written
from huanjie.model.election import Election
from huanjie.pages import Edition
from huanjie.pages.stages import AHEAD, DONE, NEXT, NOW, PART, UNRECORDED, Stage

LINE, GAP = 24, 18  # units: a line of text, and between two rows
SHAPES = {DONE: "done", PART: "part", NOW: "next", NEXT: "next", AHEAD: "ahead"}  # others are dashed
TODAY, DASHED = "today", "dashed"


@dataclass(frozen=True)
class Row:
    """A stage in the picture, or today: how far down its first line stands, its shape, its lines of text."""

    y: int
    shape: str
    title: str
    lines: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Where the row comes to its end."""
        return self.y + LINE * len(self.lines) + GAP


@dataclass(frozen=True)
class Picture:
    """The rows of the picture, from the top; the description tells what stands in it.

    `today` is the day that the picture calls so, for the script that knows better; "" on a site that shows one day.
    """

    id: str
    title: str
    description: str
    rows: tuple[Row, ...]
    today: str

    @property
    def height(self) -> int:
        """Units from the top to the bottom."""
        return self.rows[-1].end


def picture(edition: Edition, name: str, title: str, several: Sequence[Stage]) -> Picture:
    """Draw the stages with today between those that are past and those that are to come, while the election goes on."""
    rows: list[Row] = []
    ended = edition.records.one(Election).ended
    for shape, head, lines in _past(several) if ended else _told(several, edition.today):
        rows.append(Row(rows[-1].end + LINE if rows else LINE, shape, head, lines))
    told = "；".join(f"{one.title}：{'，'.join(lines_of(one))}" for one in several)
    live = edition.records.one(Election).shown_as_of is None
    today = edition.today.isoformat() if live else ""
    return Picture(name, title, told if ended else f"{told}。今天是{written(edition.today)}。", tuple(rows), today)


def _past(several: Sequence[Stage]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    return ((SHAPES.get(stage.standing, DASHED), stage.title, lines_of(stage)) for stage in several)


def _told(several: Sequence[Stage], today: date) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    marked = False
    for stage in several:
        if not marked and _to_come(stage, today):
            marked = True
            yield TODAY, f"今天：{written(today)}", ()
        yield SHAPES.get(stage.standing, DASHED), stage.title, lines_of(stage)
    if not marked:
        yield TODAY, f"今天：{written(today)}", ()


def _to_come(stage: Stage, today: date) -> bool:
    """Whether today comes before a stage, as far as that is known."""
    if stage.standing in (NOW, NEXT, AHEAD):
        return True
    if stage.day is None:
        return stage.standing == UNRECORDED
    return stage.standing != DONE and stage.day > today


def lines_of(stage: Stage) -> tuple[str, ...]:
    """What is said of a stage, a line each."""
    lawful, recorded = f"最迟 {stage.lawful}" if stage.lawful else "", stage.recorded and f"实际 {stage.recorded}"
    return tuple(line for line in (stage.standing, stage.told, recorded, lawful) if line)
