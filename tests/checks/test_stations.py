"""Checks on polling stations and mobile boxes, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.support.towns import ELECTION, election, ids, messages, town

HOURS = {"opens": "08:00", "closes": "18:00"}


def station(route: str = "", **fields: str) -> dict[str, str | bytes]:
    lines = {"title": "东村投票站", "address": "村委会", "serves": "东村", **HOURS, **fields}
    boxes = {"boxes": f"[{{name: 1 号, route: [{route}]}}]"} if route else {}
    text = ", ".join(f"{field}: {value}" for field, value in (lines | boxes).items() if value)
    return town(stations=f"[{{id: station-1, {text}}}]")


@pytest.mark.parametrize(
    ("hours", "expected"),
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
def test_a_station_says_where_and_when(folder: Write, hours: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, station(**hours)) == expected


def test_hours_of_the_whole_election_need_not_be_repeated(folder: Write) -> None:
    begins = election(more="polling_begins: 08:00\n")
    assert ids(folder, begins, station(opens="")) == []


@pytest.mark.parametrize(
    ("route", "expected"),
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
def test_a_box_goes_on_in_time(folder: Write, route: str, expected: list[str]) -> None:
    assert ids(folder, election(more="polling_until: 2016-06-29\n"), station(route)) == expected


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [
        ("", "2016-06-28", []),
        ("", "2016-06-27", ["A208"]),
        ("", "2016-06-29", ["A208"]),
        ("2016-06-29", "2016-06-29", []),
        ("2016-06-29", "2016-06-30", ["A208"]),
        ("", "unknown", []),
        ("", "2016-06", []),
    ],
)
def test_a_box_comes_round_while_people_vote(folder: Write, until: str, day: str, expected: list[str]) -> None:
    everywhere = election(more=f"polling_until: {until}\n") if until else election()
    assert ids(folder, everywhere, station(f"{{place: 甲, arrives: 09:00, day: {day}}}")) == expected


LATER = "{place: 甲, arrives: 15:00}, {place: 乙, arrives: 09:00, day: 2016-06-29}"


def test_a_box_that_starts_on_the_day_of_its_station_goes_on_in_time(folder: Write) -> None:
    assert ids(folder, station(LATER, day="2016-06-29")) == ["A205"]


def test_times_are_not_compared_across_days_that_are_not_known(folder: Write) -> None:
    undated = ELECTION.replace("polling_day: 2016-06-28", "polling_day: unknown")
    back = "{place: 甲, arrives: 09:00, day: 2016-06-29}, {place: 乙, arrives: 15:00}"
    assert "A205" not in ids(folder, {"election.yml": undated}, station(back))


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("老庄", "是不是“西村”？"),  # what people call it
        ("东村村", "是不是“东村”？"),  # a slip
        ("北庄", "请核对名称，漏写的请补进 localities；已有：东村、西村"),
    ],
)
def test_a_station_for_no_locality_is_told_which_was_meant(folder: Write, typed: str, fix: str) -> None:
    served = station(serves=f"[东村, 西村, {typed}]")["areas/town.yml"]
    listed: dict[str, str | bytes] = {
        "areas/town.yml": f"{served!s}localities: [东村, {{name: 西村, aliases: 老庄}}]\n",
    }
    assert messages(folder, listed) == [f"示例town的 localities 里没有“{typed}”；{fix}"]
