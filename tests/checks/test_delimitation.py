"""Checks on how constituencies are drawn: each has its own number, each village is in one."""

import pytest

from tests.conftest import Write
from tests.support.towns import constituency, ids, messages, town


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("a", 1, "县级"), ("b", 1, "县级"), ["C204"]),
        (("a", 1, "县级"), ("b", 2, "县级"), []),
        (("a", 1, "乡级"), ("b", 1, "乡级"), []),  # two congresses
        (("a", 1, "县级"), ("b", 1, "乡级"), []),
    ],
)
def test_a_number_is_used_once_in_a_congress(
    folder: Write, first: tuple[str, int, str], second: tuple[str, int, str], expected: list[str]
) -> None:
    towns = [town(constituency(number, level), name=name) for name, number, level in (first, second)]
    assert ids(folder, *towns) == expected


@pytest.mark.parametrize(("level", "expected"), [("乡级", ["R102"]), ("县级", [])])
def test_a_number_is_used_once_in_a_township(folder: Write, level: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(1, "乡级"), constituency(1, level))) == expected


@pytest.mark.parametrize(
    ("level", "covers", "expected"),
    [
        ("县级", "[东村, 南村]", ["C205"]),
        ("县级", "[西村, 东村]", ["C205", "C205"]),
        ("县级", "[东村一组, 南村]", []),
        ("乡级", "[东村, 南村]", []),  # everybody votes for both congresses
        ("县级", "", []),
    ],
)
def test_a_village_is_in_one_constituency(folder: Write, level: str, covers: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(1, covers="[东村, 西村]"), constituency(2, level, covers=covers))) == expected


def test_villages_of_one_name_in_two_areas_are_two_villages(folder: Write) -> None:
    towns = [town(constituency(number, covers="东村"), name=f"t{number}") for number in (1, 2)]
    assert ids(folder, *towns) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("{name: 东村, part: 一组}", "{name: 东村, part: 二组}", []),
        ("{name: 东村, part: [一组, 二组]}", "{name: 东村, part: [三组, 二组]}", ["C205"]),
        ("东村", "{name: 东村, part: 二组}", ["C205"]),  # the whole has every part
        ("东村", "{name: 东村, area: b}", []),  # another village of that name
    ],
)
def test_a_village_divided_in_parts_has_each_part_in_one_constituency(
    folder: Write, first: str, second: str, expected: list[str]
) -> None:
    towns = [town(constituency(1, covers=f"[{first}]"), constituency(2, covers=f"[{second}]")), town(name="b")]
    assert ids(folder, *towns) == expected


@pytest.mark.parametrize(
    ("localities", "covers", "expected"),
    [
        ("[东村]", "[东村]", []),
        ("", "[东村]", []),  # nobody listed the places yet
        ("[东村]", "[东村, 东庄]", ["localities 里没有“东庄”；请核对；名单里漏写的，请补进 localities"]),
        ("[石坡西村]", "[石坡西村, 石坡村]", ["localities 里没有“石坡村”；是不是“石坡西村”？"]),
        ("[{name: 东村, aliases: 老庄}]", "[东村, 老庄]", ["localities 里没有“老庄”；是不是“东村”？"]),
        ("[{name: 东村, groups: [一组, 二组]}]", "[{name: 东村, part: [一组, 二组]}]", []),
        (
            "[{name: 东村, groups: [一组, 二组]}]",
            "[{name: 东村, part: [一组, 二组, 三组]}]",
            ["“东村”没有“三组”这一部分；localities 里写的是：一组、二组；请核对"],
        ),
        (
            "[东村]",
            "[{name: 东村, part: [一组, 二组]}]",
            ["localities 里没有写“东村”分成哪几部分；请在 localities 里写上 groups，如 groups: [一组, 二组]"],
        ),
    ],
)
def test_a_constituency_covers_places_that_are_listed(
    folder: Write, localities: str, covers: str, expected: list[str]
) -> None:
    reported = messages(folder, town(constituency(covers=covers), **listed(localities)))
    assert [message.removeprefix("示例town的 ") for message in reported] == expected


@pytest.mark.parametrize(
    ("localities", "covers", "expected"),
    [
        ("[东村]", "[{name: 东村, area: b}]", []),  # as b lists it
        ("[东村]", "[{name: 西村, area: b}]", ["C206"]),
        ("", "[{name: 西村, area: b}]", []),
    ],
)
def test_a_place_of_another_area_is_looked_up_there(
    folder: Write, localities: str, covers: str, expected: list[str]
) -> None:
    own = town(constituency(covers=covers))
    assert ids(folder, own, town(name="b", sort="街道", **listed(localities))) == expected


@pytest.mark.parametrize(
    ("localities", "covers", "expected"),
    [
        ("[东村, 西村]", "[东村, 西村]", []),
        ("[东村, 西村]", "[东村]", ["C207"]),
        ("[东村, {name: 西村, elsewhere: 在东村登记。}]", "[东村]", []),
        ("[东村, {name: 西村, groups: [一组, 二组]}]", "[东村, 西村]", []),
        ("[东村, {name: 西村, groups: [一组, 二组]}]", "[东村, {name: 西村, part: 一组}]", ["C207"]),
        ("[东村, {name: 西村, groups: [一组, 二组]}]", "[东村, {name: 西村, part: [一组, 二组]}]", []),
        ("[东村, {name: 西村, groups: [一组, 二组]}]", "[东村]", ["C207"]),
        ("[东村]", "", []),  # nobody recorded what the constituency covers
    ],
)
def test_every_place_is_in_a_constituency(folder: Write, localities: str, covers: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(covers=covers), **listed(localities))) == expected


def test_a_place_may_be_in_the_constituency_of_another_area(folder: Write) -> None:
    own = town(constituency(1, covers="[东村]"), **listed("[东村, 西村]"))
    joint = town(constituency(2, covers="[北村, {name: 西村, area: town}]"), name="b", sort="街道")
    assert ids(folder, own, joint) == []


@pytest.mark.parametrize(
    ("sort", "levels", "expected"),
    [
        ("镇", ["县级"], ["C207"]),  # nothing of the township's own constituencies is entered
        ("镇", ["县级", "乡级"], ["C207", "C207"]),
        ("镇", [], []),
    ],
)
def test_a_place_is_in_a_constituency_of_each_level_that_is_entered(
    folder: Write, sort: str, levels: list[str], expected: list[str]
) -> None:
    constituencies = [constituency(number, level, covers="[东村]") for number, level in enumerate(levels, 1)]
    assert ids(folder, town(*constituencies, sort=sort, **listed("[东村, 西村]"))) == expected


def test_nobody_is_left_out_while_a_constituency_does_not_say_what_it_covers(folder: Write) -> None:
    constituencies = [constituency(1, covers="[东村]"), constituency(2)]
    assert ids(folder, town(*constituencies, **listed("[东村, 西村]"))) == []


@pytest.mark.parametrize(("level", "expected"), [("县级", ["C207"]), ("乡级", [])])
def test_staff_of_a_unit_may_elect_the_county_alone(folder: Write, level: str, expected: list[str]) -> None:
    own = town(constituency(1, level, covers="[东村]"), **listed("[东村, {name: 电厂, sort: 单位}]"))
    assert ids(folder, own) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2", "2", []),
        ("2", "", ["C208"]),
        ("2", "unknown", []),  # looked for, and not known
        ("{value: 2, about: 两名左右}", "", ["C208"]),
        ("", "", []),  # nobody recorded any
        ("unknown", "", []),
    ],
)
def test_seats_are_recorded_where_the_neighbours_have_them(
    folder: Write, first: str, second: str, expected: list[str]
) -> None:
    assert ids(folder, town(constituency(1, seats=first), constituency(2, seats=second))) == expected


def test_seats_of_another_area_ask_for_nothing(folder: Write) -> None:
    assert ids(folder, town(constituency(1, seats="2")), town(constituency(2), name="b")) == []


def listed(localities: str) -> dict[str, str]:
    """The places of a town; none when given as ""."""
    return {"localities": localities} if localities else {}
