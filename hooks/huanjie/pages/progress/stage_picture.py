"""The stages as a picture: one below the other, each with a mark of its own shape, and today between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from huanjie.law.deadlines import written
from huanjie.model.election import Election
from huanjie.pages import Edition
from huanjie.pages.progress.stages import AHEAD, DONE, NEXT, NOW, PART, RUNNING, UNRECORDED, Stage

LINE, GAP = 24, 18  # units: a line of text, and between two rows
SHAPES = {DONE: "done", PART: "part", NOW: "next", RUNNING: "next", NEXT: "next", AHEAD: "ahead"}  # others are dashed
TODAY, DASHED = "today", "dashed"


@dataclass(frozen=True)
class Row:
    """A stage in the picture, or today: the height of its first line, its shape, its lines of text."""

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
    """The rows of the picture, from the top; the description has the same in words.

    A page that may be read on other days says how far it goes; where it goes to `until`, or no day is known on which
    that changes, the reader's script writes today in place of it.
    """

    id: str
    title: str
    description: str
    rows: tuple[Row, ...]
    live: bool
    until: date | None

    @property
    def height(self) -> int:
        """Units from the top to the bottom."""
        return self.rows[-1].end


def picture(edition: Edition, name: str, title: str, stages: Sequence[Stage]) -> Picture:
    """Draw the stages with today between those that are past and those that are to come, while the election goes on."""
    rows: list[Row] = []
    ended, today = edition.records.one(Election).ended, edition.today
    mark = f"今天：{written(today)}" if edition.fixed else "这一页写到这里"
    for shape, head, lines in _past(stages) if ended else _with_today(stages, today, mark):
        rows.append(Row(rows[-1].end + LINE if rows else LINE, shape, head, lines))
    description = "；".join(f"{stage.title}：{'，'.join(lines_of(stage))}" for stage in stages)
    if edition.fixed and not ended:
        description += f"。今天是{written(today)}。"
    return Picture(name, title, description, tuple(rows), not edition.fixed, _until(stages, today))


def _until(stages: Sequence[Stage], today: date) -> date | None:
    """The last day on which today stands where it does, as far as the stages to come have days."""
    return min(
        (stage.day for stage in stages if stage.day and stage.day >= today and stage.standing != DONE), default=None
    )


def _past(stages: Sequence[Stage]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    return ((SHAPES.get(stage.standing, DASHED), stage.title, lines_of(stage)) for stage in stages)


def _with_today(stages: Sequence[Stage], today: date, mark: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    marked = False
    for stage in stages:
        if not marked and _to_come(stage, today):
            marked = True
            yield TODAY, mark, ()
        yield SHAPES.get(stage.standing, DASHED), stage.title, lines_of(stage)
    if not marked:
        yield TODAY, mark, ()


def _to_come(stage: Stage, today: date) -> bool:
    """Whether today comes before a stage, as far as that is known."""
    if stage.standing in (NOW, RUNNING, NEXT, AHEAD):
        return True
    if stage.day is None:
        return stage.standing == UNRECORDED
    return stage.standing != DONE and stage.day > today


def lines_of(stage: Stage) -> tuple[str, ...]:
    """What is said of a stage, a line each."""
    lawful, recorded = f"最迟 {stage.lawful}" if stage.lawful else "", stage.recorded and f"实际 {stage.recorded}"
    return tuple(line for line in (stage.standing, stage.sentence, recorded, lawful) if line)
