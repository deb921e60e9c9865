"""Checks on totals of the result, each at its boundary: beside constituencies and areas, and beside each other."""

import pytest

from tests.conftest import Write
from tests.support.sums import elected
from tests.support.towns import ids, town
from tests.support.votes import vote, voted

LEVEL = "level: 县级"


def results(folder: Write, seats: str, *totals: str, area: str = "", more: str = "") -> list[str]:
    """What is found of an election with these totals and two constituencies of 800 and 700 who took part."""
    constituencies = [
        voted(number, nominees="[甲, 乙]", vote=vote("甲 500 yes", "乙 200", participants=taking, issued=taking))
        for number, taking in enumerate(("800", "700"), 1)
    ]
    lines = {"totals": f"[{{{area}}}]"} if area else {}
    given = elected(seats, *(f"{LEVEL}, {total}" for total in totals), more=more)
    return [name for name in ids(folder, given, town(*constituencies, **lines)) if name not in ("C225", "C246")]


@pytest.mark.parametrize(
    ("seats", "total", "expected"),
    [
        ("2", "of: 参加投票选民, value: 1500", []),
        ("2", "of: 参加投票选民, value: 1501", ["E210"]),
        ("2", "of: 参加投票选民, value: 1499", ["E210"]),
        ("unknown", "of: 参加投票选民, value: 1501", []),  # constituencies may be missing
        ("unknown", "of: 参加投票选民, value: 1499", ["E210"]),
        ("2", "of: 参加投票选民, value: unknown", []),
        ("2", "of: 参加投票选民, value: 1501, note: 一个选区的数后来改过。", []),
        ("2", "of: 参加投票选民, value: {value: 1501, note: 后来改过。}", []),
        ("2", "of: 发出选票, value: 1500", []),
        ("2", "of: 发出选票, value: 1502", ["E210"]),
        ("2", "of: 收回选票, value: 9000", []),  # no constituency says
        ("2", "of: 初步候选人, value: 4", []),
        ("2", "of: 初步候选人, value: 5", ["E210"]),
        ("2", "of: 正式候选人, value: 4", []),
        ("2", "of: 正式候选人, value: 3", ["E210"]),
        ("2", "of: 当选代表, value: 2", []),
        ("2", "of: 当选代表, value: 3", ["E208"]),
    ],
)
def test_totals_of_the_result_are_those_of_the_constituencies(
    folder: Write, seats: str, total: str, expected: list[str]
) -> None:
    assert results(folder, seats, total) == expected


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("of: 参加投票选民, level: 县级, value: 1500", []),
        ("of: 参加投票选民, level: 县级, value: 1501", ["E210"]),
        ("of: 参加投票选民, level: 县级, value: 1499", ["E210"]),
        ("of: 当选代表, level: 县级, value: 2", []),
        ("of: 当选代表, level: 县级, value: 1", ["E210"]),
        ("of: 当选代表, level: 乡级, value: 9", []),  # whose constituencies are not entered
    ],
)
def test_totals_of_an_area_are_those_of_its_constituencies(folder: Write, area: str, expected: list[str]) -> None:
    assert results(folder, "2", area=area) == expected


@pytest.mark.parametrize(("value", "expected"), [("1500", []), ("1501", []), ("1499", ["E210"])])
def test_totals_of_areas_come_to_the_whole_where_no_constituency_is_known(
    folder: Write, value: str, expected: list[str]
) -> None:
    areas = [
        town(name=name, totals=f"[{{of: 参加投票选民, {LEVEL}, value: {taking}}}]")
        for name, taking in (("east", "800"), ("west", "700"))
    ]
    assert ids(folder, elected("9", f"{LEVEL}, of: 参加投票选民, value: {value}"), *areas) == expected


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: 1000"], []),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: 1001"], ["E211"]),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: 800, turnout: 80%"], []),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: 796, turnout: 80%"], []),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: 796, turnout: 79%"], []),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: 796, turnout: 81%"], ["E211"]),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: unknown, turnout: 81%"], []),
        (["of: 登记选民, value: 1000", "of: 参加投票选民, value: unknown, turnout: 81.25%"], ["E211"]),
        (["of: 参加投票选民, value: 796, turnout: 81%"], []),
        (["of: 发出选票, value: 800", "of: 收回选票, value: 800"], []),
        (["of: 发出选票, value: 800", "of: 收回选票, value: 801"], ["E211"]),
        (["of: 收回选票, value: 800", "of: 有效票, value: 790", "of: 无效票, value: 10"], []),
        (["of: 收回选票, value: 800", "of: 有效票, value: 790", "of: 无效票, value: 9"], ["E211"]),
        (["of: 收回选票, value: 800", "of: 有效票, value: 790"], []),
        (["of: 收回选票, value: 800", "of: 有效票, value: 790", "of: 无效票, value: 9, note: 照写。"], []),
    ],
)
def test_totals_agree_with_each_other(folder: Write, totals: list[str], expected: list[str]) -> None:
    assert ids(folder, elected("9", *(f"{LEVEL}, {total}" for total in totals))) == expected


@pytest.mark.parametrize(("level", "expected"), [("县级", ["E211"]), ("乡级", [])])
def test_voters_of_no_level_are_those_of_the_county(folder: Write, level: str, expected: list[str]) -> None:
    whole, taking = "of: 登记选民, value: 1000", f"of: 参加投票选民, level: {level}, value: 1001"
    assert ids(folder, elected("9", whole, taking)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"seats": "6", "reserved_seats": "1"}, []),
        ({"seats": "5", "reserved_seats": "1"}, ["C203"]),
        ({"seats": "6"}, ["C203"]),
        ({"seats": "6", "reserved_seats": "0"}, ["C203"]),
        ({"seats": "6", "reserved_seats": "unknown"}, []),  # nobody knows how many
        ({"seats": "6", "reserved_seats": "[1, 2]"}, []),
    ],
)
@pytest.mark.parametrize("level", ["县级", "乡级"])
def test_seats_held_in_reserve_are_in_no_constituency(
    folder: Write, level: str, lines: dict[str, str], expected: list[str]
) -> None:
    constituencies = [
        voted(number, level, seats=seats, vote="", candidates="") for number, seats in enumerate(("3", "2"), 1)
    ]
    if level == "乡级":
        assert ids(folder, town(*constituencies, **lines)) == expected
        return
    reserved = f", reserved_seats: {lines['reserved_seats']}" if "reserved_seats" in lines else ""
    assert ids(folder, elected(lines["seats"], more=reserved), town(*constituencies)) == expected


@pytest.mark.parametrize(("reserved", "expected"), [("1", ["E208"]), ("2", [])])
def test_with_the_reserved_seats_every_constituency_is_entered(
    folder: Write, reserved: str, expected: list[str]
) -> None:
    reported = results(folder, "3", "of: 当选代表, value: 3", more=f", reserved_seats: {reserved}")
    assert [name for name in reported if name != "C203"] == expected
