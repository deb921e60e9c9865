"""Rules on polling stations and mobile boxes, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.towns import election, ids, town

HOURS = {"opens": "08:00", "closes": "18:00"}


def station(route: str = "", **fields: str) -> dict[str, str | bytes]:
    lines = {"title": "东村投票站", "address": "村委会", "serves": "东村", **HOURS, **fields}
    boxes = {"boxes": f"[{{name: 1 号, route: [{route}]}}]"} if route else {}
    text = ", ".join(f"{field}: {value}" for field, value in (lines | boxes).items() if value)
    return town(stations=f"[{{id: station-1, {text}}}]")


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ({"opens": "08:00", "closes": "08:01"}, []),
        ({"opens": "08:00", "closes": "08:00"}, ["A203"]),
        ({"opens": "08:00", "closes": "06:00"}, ["A203"]),
        ({"opens": "08:00", "closes": "unknown"}, []),
        ({"opens": "08:00", "closes": ""}, ["A206"]),
        ({"opens": "", "closes": ""}, ["A206"]),  # told once
        ({"address": ""}, ["A206"]),
        ({"closes": "", "sort": "选举大会"}, []),  # a meeting ends when all have voted
        ({"address": "", "sort": "选举大会"}, ["A206"]),
    ],
)
def test_a_station_says_where_and_when(folder: Write, hours: dict[str, str], found: list[str]) -> None:
    assert ids(folder, station(**hours)) == found


def test_hours_of_the_whole_election_need_not_be_repeated(folder: Write) -> None:
    begins = election(more="polling_begins: 08:00\n")
    assert ids(folder, begins, station(opens="")) == []


@pytest.mark.parametrize(
    ("route", "found"),
    [
        ("{place: 甲, arrives: 09:00, leaves: 09:00}", []),  # a stop of a moment
        ("{place: 甲, arrives: 09:00, leaves: 08:59}", ["A205"]),
        ("{place: 甲, leaves: 09:30}, {place: 乙, arrives: 09:30}", []),
        ("{place: 甲, leaves: 09:30}, {place: 乙, arrives: 09:29}", ["A205"]),
        ("{place: 甲, arrives: 09:30}, {place: 乙}, {place: 丙, arrives: 09:00}", ["A205"]),
        ("{place: 甲, arrives: 15:00}, {place: 乙, arrives: 09:00, day: 2016-06-29}", []),
        ("{place: 甲, arrives: 09:00, day: 2016-06-29}, {place: 乙, arrives: 15:00}", ["A205"]),  # back on polling day
        ("{place: 甲, arrives: 15:00}, {place: 乙, arrives: 09:00, day: unknown}", []),
        ("{place: 甲, arrives: [15:00, 16:00]}, {place: 乙, arrives: 09:00}", []),  # which is right is not known
    ],
)
def test_a_box_goes_on_in_time(folder: Write, route: str, found: list[str]) -> None:
    assert ids(folder, station(route)) == found
