"""The counts of a constituency's polling stations, as a table: only the columns that some station has."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huanjie.election.figures import number_taking_part
from huanjie.election.poll import Poll
from huanjie.model.results import StationCount
from huanjie.model.stations import Station
from huanjie.pages import Edition
from huanjie.pages.shared.facts import GAPS, number

if TYPE_CHECKING:
    from huanjie.model.facts import Facts

COLUMNS = (
    ("选民", "voters", "名"),
    ("参加投票", "participants", "名"),
    ("自己来投票", "in_person", "名"),
    ("委托别人投票", "by_proxy", "名"),
    ("发出选票", "issued", "张"),
    ("收回选票", "returned", "张"),
    ("有效票", "valid", "张"),
    ("无效票", "invalid", "张"),
)


@dataclass(frozen=True)
class Row:
    """A polling station: its name, its page if any, its cells in the order of the columns."""

    name: str
    station: Station | None
    cells: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class StationTable:
    """The columns that any station has, and a row for each station."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def station_table(edition: Edition, poll: Poll) -> StationTable | None:
    """The figures of each polling station; None where none are recorded."""
    counts = poll.ballots.stations if poll.ballots else ()
    columns = [column for column in COLUMNS if any(_said(count, column[1]) for count in counts)]
    if not columns:
        return None
    rows = tuple(_row(edition, count, columns) for count in counts)
    return StationTable(tuple(label for label, _, _ in columns), rows)


def _row(edition: Edition, count: StationCount, columns: list[tuple[str, str, str]]) -> Row:
    stations = edition.records.resolve([count.station]) if count.station else ()
    station = next((record for record in stations if isinstance(record, Station)), None)
    cells = tuple(_written(count, field, unit) for _, field, unit in columns)
    return Row(str(count.name), station, cells, count.note)


def _said(count: StationCount, field: str) -> bool:
    facts: Facts[int] = getattr(count, field)
    return bool(facts or facts.gaps) or (field == "participants" and number_taking_part(count) is not None)


def _written(count: StationCount, field: str, unit: str) -> str:
    facts: Facts[int] = getattr(count, field)
    if facts:
        return "或 ".join(fact.about or f"{number(fact.value)} {unit}" for fact in facts)
    if field == "participants" and (added := number_taking_part(count)) is not None:
        return f"{number(added)} {unit}"
    return GAPS[facts.gaps[0].value] if facts.gaps else "没有记录"
