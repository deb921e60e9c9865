"""Checks on sums of people, voters, constituencies and deputies, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.support.sums import elected
from tests.support.towns import LISTS, constituency, ids, messages, town
from tests.support.votes import vote, voted

ABOUT = "{value: 1000, about: 近千人}"


def parted(level: str, *parts: str) -> list[str]:
    """Constituencies of a seat each, with as many voters as people."""
    return [
        constituency(number, level, seats="1", voters=part, population=part) for number, part in enumerate(parts, 1)
    ]


@pytest.mark.parametrize(
    ("stated", "parts", "expected"),
    [
        ("1000", ["600", "400"], []),
        ("1000", ["600", "401"], ["E205", "E206"]),
        ("1000", ["600", "399"], ["E205", "E206"]),
        ("1000", ["600", "unknown"], []),
        ("1000", ["600", ""], []),
        ("1000", ["600", ABOUT], []),
        (ABOUT, ["600", "300"], []),
        ("unknown", ["600", "400"], []),
        ("[1000, 1001]", ["600", "401"], []),  # the sources disagree
        ("{value: 1000, note: 驻军家属另外登记。}", ["600", "399"], []),
    ],
)
def test_the_constituencies_of_the_county_come_to_the_figures_of_the_area(
    folder: Write, stated: str, parts: list[str], expected: list[str]
) -> None:
    area = town(*parted("县级", *parts), voters=stated, population=stated)
    assert [name for name in ids(folder, elected("2"), area) if name != "E202"] == expected


@pytest.mark.parametrize(
    ("seats", "parts", "expected"),
    [
        ("3", ["600", "399"], []),  # one of three may not be entered
        ("unknown", ["600", "399"], []),
        ("3", ["600", "401"], ["E205", "E206"]),  # too many is too many
        ("2", [], []),
    ],
)
def test_of_a_county_that_is_partly_entered_only_too_many_is_told(
    folder: Write, seats: str, parts: list[str], expected: list[str]
) -> None:
    reported = ids(folder, elected(seats), town(*parted("县级", *parts), voters="1000", population="1000"))
    assert [name for name in reported if name != "C203"] == expected


@pytest.mark.parametrize(
    ("seats", "parts", "expected"),
    [
        ("2", ["600", "400"], []),
        ("2", ["600", "401"], ["E205", "E206"]),
        ("2", ["600", "399"], ["E206"]),  # staff of some units elect the county alone
        ("unknown", ["600", "399"], []),
    ],
)
def test_the_constituencies_of_a_township_come_to_its_figures(
    folder: Write, seats: str, parts: list[str], expected: list[str]
) -> None:
    area = town(*parted("乡级", *parts), seats=seats, voters="1000", population="1000")
    assert [name for name in ids(folder, area) if name != "C201"] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1000", "500", []),
        ("900", "600", []),  # only together
        ("1000", "501", ["E205"]),
        ("1000", "499", ["E205"]),
        ("1000", "unknown", []),
        ("1000", ABOUT, []),
    ],
)
def test_areas_that_share_a_constituency_agree_as_a_whole(
    folder: Write, first: str, second: str, expected: list[str]
) -> None:
    assert ids(folder, elected("3"), *shared(first, second)) == expected


def test_it_is_told_which_areas_share_a_constituency(folder: Write) -> None:
    wrong = "示例b、示例town有共同的选区，登记选民合计写 1,501，各县级选区相加是 1,500，差 1"
    right = "请核对；来源本身不一致时，把各来源的数都写上；另有原因的在 note 里写明"
    assert messages(folder, elected("3"), *shared("1000", "501")) == [f"{wrong}；{right}"]


def shared(first: str, second: str) -> list[dict[str, str | bytes]]:
    """Two areas with their voters, and a constituency of the first that takes in a village of the second."""
    joint = constituency(2, seats="1", voters="700", covers="[北村, {name: 东村, area: b}]")
    own = town(constituency(1, seats="1", voters="500"), joint, voters=first)
    return [own, town(constituency(3, seats="1", voters="300"), name="b", sort="街道", voters=second)]


@pytest.mark.parametrize(
    ("total", "voters", "expected"),
    [
        ("value: 1500", ["1000", "500"], []),
        ("value: 1500", ["1000", "501"], ["E205"]),
        ("value: 1500", ["1000", "499"], ["E205"]),
        ("value: 1500", ["1000", ""], []),
        ("value: 1500", ["1000", ABOUT], []),
        ("value: {value: 1500, about: 一千五百多人}", ["1000", "400"], []),
        ("value: 1500, note: 包括后来补登的 1 名。", ["1000", "499"], []),
        ("area: 乡镇, value: 1000", ["1000", "500"], []),
        ("area: 街道, value: 500", ["1000", "500"], []),
        ("area: 街道, value: 501", ["1000", "500"], ["E205"]),
        ("level: 县级, value: 1501", ["1000", "500"], ["E205"]),
        ("level: 乡级, value: 900", ["1000", "500"], []),  # the areas state who elects the county
    ],
)
def test_the_voters_of_the_areas_come_to_the_total(
    folder: Write, total: str, voters: list[str], expected: list[str]
) -> None:
    assert ids(folder, elected("2", f"of: 登记选民, {total}"), *two(voters=voters)) == expected


def two(**figures: list[str]) -> list[dict[str, str | bytes]]:
    """A town and a subdistrict with a seat each, and a figure each."""
    names = [("town", "镇"), ("b", "街道")]
    return [
        town(
            constituency(number, seats="1"),
            name=name,
            sort=sort,
            **{field: pair[number - 1] for field, pair in figures.items() if pair[number - 1]},
        )
        for number, (name, sort) in enumerate(names, 1)
    ]


@pytest.mark.parametrize(
    ("seats", "population", "expected"),
    [
        ("2", "1500", []),
        ("2", "1501", ["E206"]),
        ("2", "1499", ["E206"]),
        ("3", "1501", []),  # an area may not be entered
        ("3", "1499", ["E206"]),
        ("2", "{value: 2000, about: 两千来人}", []),
    ],
)
def test_the_people_of_the_areas_come_to_those_of_the_county(
    folder: Write, seats: str, population: str, expected: list[str]
) -> None:
    whole = elected(seats, more=f", population: {population}")
    reported = ids(folder, whole, *two(population=["1000", "500"]))
    assert [name for name in reported if name not in {"C201", "C203"}] == expected


BOTH = "}\n  - {level: 乡级, name: 各乡镇人民代表大会, short: 乡镇人大"


@pytest.mark.parametrize(
    ("seats", "total", "expected"),
    [
        ("2", "value: 2", []),
        ("2", "value: 1", ["E207"]),
        ("2", "value: 3", ["E207"]),
        ("3", "value: 3", []),  # one is still to be entered
        ("unknown", "value: 3", []),
        ("3", "value: 1", ["E207"]),
        ("2", "value: {value: 3, about: 三个左右}", []),
        ("2", "value: 3, note: 包括军队的选区。", []),
        ("2", "level: 县级, value: 3", ["E207"]),
        ("2", "level: 乡级, value: 3", []),  # none of them is entered
        ("2", "area: 街道, value: 1", []),
        ("2", "area: 街道, value: 2", ["E207"]),
    ],
)
def test_the_constituencies_are_as_many_as_the_total(
    folder: Write, seats: str, total: str, expected: list[str]
) -> None:
    reported = ids(folder, elected(seats, f"of: 选区, {total}"), *two())
    assert [name for name in reported if name != "C203"] == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("value: 1", []),  # those of the county
        ("value: 2", []),  # those of the township
        ("value: 3", []),  # both
        ("value: 4", ["E207"]),
        ("value: 0", ["E207"]),
        ("level: 县级, value: 2", ["E207"]),
        ("level: 乡级, value: 1", ["E207"]),
        ("level: 乡级, value: 2", []),
    ],
)
def test_a_total_of_no_level_may_mean_one_or_both(folder: Write, total: str, expected: list[str]) -> None:
    own = town(constituency(9, seats="1"), *parted("乡级", "600", "400"), seats="2")
    assert ids(folder, elected("1", f"of: 选区, {total}", more=BOTH), own) == expected


@pytest.mark.parametrize(
    ("total", "seats", "expected"),
    [
        ("value: 2", "2", []),
        ("value: 1", "2", ["E208"]),
        ("value: 3", "2", ["E208"]),
        ("value: 3", "3", []),  # a constituency is still to be entered
        ("value: 3", "unknown", []),
        ("value: 3", "3, army_seats: 1", []),  # with those of the army
        ("value: 2", "3, army_seats: 1", []),  # without
        ("value: 4", "3, army_seats: 1", ["E208"]),
        ("value: {value: 3, about: 三名左右}", "2", []),
        ("value: 3, note: 包括后来补选的一名。", "2", []),
        ("value: [2, 3]", "2", []),
        ("area: 乡镇, value: 2", "2", []),
        ("area: 乡镇, value: 1", "2", ["E208"]),
        ("area: 街道, value: 2", "2", []),  # none of them is entered
    ],
)
def test_the_deputies_are_as_many_as_were_elected(folder: Write, total: str, seats: str, expected: list[str]) -> None:
    own = town(voted(1), voted(2, candidates="[丙, 丁]", vote=vote("丙 500 yes", "丁 200", participants="800")))
    reported = ids(folder, elected(seats, f"of: 代表, level: 县级, {total}"), own)
    assert [name for name in reported if name not in {"C203", "E202"}] == expected


POSTPONED = "{decided_on: 2016-06-25, by: 区选举委员会, reason: 桥断了。, until: unknown}"


@pytest.mark.parametrize(
    "waiting",
    [
        {"note": "还没有结果。"},
        {"vote": "{participants: 800}"},  # nobody is named
        {"postponed": POSTPONED},
    ],
)
def test_the_deputies_are_not_counted_while_a_result_is_missing(folder: Write, waiting: dict[str, str]) -> None:
    own = town(voted(1), constituency(2, seats="1", **waiting))
    assert ids(folder, elected("2", "of: 代表, level: 县级, value: 2"), own) == []


@pytest.mark.parametrize(
    ("elected_together", "expected"), [("2", []), ("1", ["E208"]), ("unknown", []), ("{value: 1, about: 一两名}", [])]
)
def test_a_result_of_several_constituencies_counts_as_one(
    folder: Write, elected_together: str, expected: list[str]
) -> None:
    joint = f"[{{constituencies: [town/county-2, town/county-3], elected: {elected_together}}}]"
    parts = [constituency(number, seats="1") for number in (2, 3)]
    own = town(voted(1), *parts, joint_results=joint)
    assert ids(folder, elected("3", "of: 代表, level: 县级, value: 3"), own) == expected


@pytest.mark.parametrize(("seats", "expected"), [("1", ["E208"]), ("2", [])])
def test_the_deputies_of_the_townships_are_counted_once_every_area_is_entered(
    folder: Write, seats: str, expected: list[str]
) -> None:
    own = town(constituency(9, seats="1", note="还没有结果。"), voted(1, "乡级"), seats="1")
    reported = ids(folder, elected(seats, "of: 代表, level: 乡级, value: 908", more=BOTH), own)
    assert [name for name in reported if name != "C203"] == expected


@pytest.mark.parametrize(
    ("voters", "expected"),
    [
        ("[{value: 1000, source: report}, {value: 1001, source: report}]", ["E209"]),
        ("[1000, {value: 1001, source: report}]", ["E209"]),  # the record's own source
        ("[{value: 1000, source: report}, {value: 1001, source: report, note: 表里两处不同}]", []),
        ("[1000, 1001]", ["E209"]),
        ("1000", []),
    ],
)
def test_one_source_has_one_value(folder: Write, voters: str, expected: list[str]) -> None:
    assert ids(folder, town(voters=voters, source="report")) == expected


@pytest.mark.parametrize(
    ("source", "participants", "expected"),
    [
        ("bulletin", "[600, 601]", ["E209"]),  # the vote's own source counts, and not the record's
        ("bulletin", "[600, {value: 601, source: report}]", []),
        ("report", "[600, {value: 601, source: report}]", ["E209"]),
    ],
)
def test_what_names_no_source_is_from_the_source_of_its_part(
    folder: Write, source: str, participants: str, expected: list[str]
) -> None:
    vote = f"{{source: {source}, participants: {participants}}}"
    area = town(constituency(**LISTS, voters="1000", vote=vote), source="report")
    assert [name for name in ids(folder, area) if name == "E209"] == expected


def test_a_record_of_two_sources_may_have_two_figures(folder: Write) -> None:
    assert ids(folder, town(voters="[1000, 1001]", source="[report, bulletin]")) == []
