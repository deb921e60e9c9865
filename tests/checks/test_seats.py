"""Checks on seats and on what constituencies cover, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.support.towns import constituency, election, ids, messages, town


@pytest.mark.parametrize(
    ("year", "congress", "expected"),
    [
        (2016, "population: 400000, seats: 200", []),  # 120 + 80
        (2016, "population: 400000, seats: 201", ["C201"]),
        (2016, "population: 400000, seats: 120", []),  # additions are allowed, not owed
        (2016, "population: 400000, seats: 119", ["C201"]),
        (2016, "population: 400000, seats: {value: 119, note: 省里核定的数}", []),
        (2021, "population: 400000, seats: 220", []),  # 140 + 80 since 2020
        (2021, "population: 400000, seats: 221", ["C201"]),
        (2021, "population: 400000, seats: 139", ["C201"]),
        (2016, "population: 404999, seats: 201", ["C201"]),  # no addition for part of a step
        (2016, "population: 405000, seats: 201", []),
        (2016, "population: 1800000, seats: 450", []),
        (2016, "population: 1800000, seats: 451", ["C201"]),  # the cap
        (2016, "population: 49999, seats: 100", []),  # few people: below the base
        (2016, "population: 50000, seats: 100", ["C201"]),
        (2016, "population: unknown, seats: 500", []),
        (2016, "seats: 500", []),
        (2016, "population: [400000, 500000], seats: 500", []),  # which population counts is not known
        (2016, "population: 400000, seats: [200, 201]", ["C201"]),  # the one that is too many
        (2016, "population: 400000, seats: unknown", []),
        (2015, "population: 400000, seats: 500", ["L212"]),  # no version of the law is known for June 2015
    ],
)
def test_seats_of_a_county_follow_from_its_population(
    folder: Write, year: int, congress: str, expected: list[str]
) -> None:
    assert ids(folder, election(f", {congress}", year=year)) == expected


@pytest.mark.parametrize(
    ("year", "sort", "population", "seats", "expected"),
    [
        (2016, "镇", "30000", "60", []),  # 40 + 20
        (2016, "镇", "30000", "61", ["C201"]),
        (2016, "镇", "30000", "40", []),
        (2016, "镇", "30000", "39", ["C201"]),
        (2021, "镇", "30000", "65", []),  # 45 + 20 since 2020
        (2021, "镇", "30000", "66", ["C201"]),
        (2016, "镇", "200000", "161", ["C201"]),
        (2016, "乡", "1999", "20", []),
        (2016, "乡", "2000", "20", ["C201"]),
        (2016, "街道", "30000", "61", ["A209"]),  # has no congress
        (2016, "农场", "30000", "61", ["A209"]),
        (2016, "镇", "unknown", "61", []),
        (2016, "镇", "30000", "unknown", []),
    ],
)
def test_seats_of_a_township_follow_from_its_population(  # noqa: PLR0913, PLR0917  # a row has that many columns
    folder: Write, year: int, sort: str, population: str, seats: str, expected: list[str]
) -> None:
    assert ids(folder, election(year=year), town(sort=sort, population=population, seats=seats)) == expected


@pytest.mark.parametrize(
    ("area", "seats", "addition"),
    [
        (
            "示例县",
            201,
            "；省级人大常委会决定另加名额的，最多 210 名（选举法（2015 年）第十一条第三款），请在这个数的 note 里写明",
        ),
        (
            "示例县",
            210,
            "；省级人大常委会决定另加名额的，最多 210 名（选举法（2015 年）第十一条第三款），请在这个数的 note 里写明",
        ),
        ("示例县", 211, ""),  # more than the addition explains
        ("示例县", 119, ""),
        ("示例区", 201, ""),  # a district gets none
    ],
)
def test_the_additional_seats_are_named_where_they_could_explain_it(
    folder: Write, area: str, seats: int, addition: str
) -> None:
    county = election(f", population: 400000, seats: {seats}", area=area)
    assert messages(folder, county) == [
        (
            f"代表总名额写 {seats} 名；人口 400,000，应在 120 至 200 名之间"
            f"（120 + 400,000 ÷ 5,000（取整 80）= 200，选举法（2015 年）第十一条第一款第三项）{addition}"
        )
    ]


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        ("0", ["C202"]),
        ("1", []),
        ("3", []),
        ("4", ["C202"]),
        ("[3, 4]", []),  # the sources disagree
        ("unknown", []),
        ("", []),
    ],
)
def test_a_constituency_elects_one_to_three(folder: Write, seats: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(seats=seats))) == expected


@pytest.mark.parametrize(
    ("day", "article"),
    [
        ("", "（2015 年）第二十四条第二款"),
        ("2021-06-28", "（2020 年）第二十五条第二款"),
        ("unknown", "（2015 年）第二十四条第二款"),
    ],
)
def test_the_law_of_a_constituency_is_that_of_its_own_polling_day(folder: Write, day: str, article: str) -> None:
    assert messages(folder, town(constituency(seats="4", polling_day=day))) == [
        f"应选 4 名代表；每个选区应选 1 至 3 名（选举法{article}）"
    ]


@pytest.mark.parametrize(
    ("congress", "seats", "expected"),
    [
        ("seats: 5", ("3", "2"), []),
        ("seats: 6", ("3", "2"), ["C203"]),
        ("seats: {value: 6, note: 留一个名额以后补选}", ("3", "2"), []),
        ("seats: 4", ("3", "2"), ["C203"]),
        ("seats: 6, army_seats: 1", ("3", "2"), []),
        ("seats: 5, army_seats: 1", ("3", "2"), ["C203"]),
        ("seats: 9, army_seats: unknown", ("3", "2"), []),  # nobody knows how many the army elects
        ("seats: 9, army_seats: [1, 2]", ("3", "2"), []),
        ("seats: 9", ("3", "unknown"), []),  # a gap has no sum
        ("seats: 9", ("3", ""), []),
        ("seats: 9", ("3", "[1, 2]"), []),
        ("seats: [5, 6]", ("3", "3"), []),  # E202 and the page tell of sources that differ
        ("seats: unknown", ("3", "2"), []),
        ("seats: 9", (), []),  # no constituency is recorded yet
    ],
)
def test_seats_of_all_areas_add_up_to_those_of_the_county(
    folder: Write, congress: str, seats: tuple[str, ...], expected: list[str]
) -> None:
    towns = [town(constituency(number, seats=count), name=f"t{number}") for number, count in enumerate(seats)]
    assert ids(folder, election(f", {congress}"), *towns) == expected


@pytest.mark.parametrize(
    ("sort", "level", "total", "expected"),
    [
        ("镇", "乡级", "2", []),
        ("镇", "乡级", "3", ["C203"]),
        ("镇", "乡级", "1", ["C203"]),
        ("镇", "县级", "3", []),  # those of the county do not count
        ("街道", "乡级", "3", ["A209", "A209"]),  # it has no congress: neither the seats nor the constituency can be
        ("农场", "乡级", "3", ["A209", "A209"]),
        ("农场", "县级", "unknown", []),
        ("镇", "乡级", "unknown", []),
    ],
)
def test_seats_of_a_township_add_up_to_its_own(
    folder: Write, sort: str, level: str, total: str, expected: list[str]
) -> None:
    assert ids(folder, town(constituency(level=level, seats="2"), sort=sort, seats=total)) == expected


HINT = "由军队选的写进 army_seats，预留的写进 reserved_seats，还没有录入的选区请补上"


@pytest.mark.parametrize(
    ("congress", "wrong", "hint"),
    [
        ("seats: 9", " = 5，总名额是 9，少 4", f"；{HINT}"),
        ("seats: 6, army_seats: 2", " + 军队 2 名 = 7，总名额是 6，多 1", ""),
    ],
)
def test_a_sum_is_shown_as_a_reader_would_do_it(folder: Write, congress: str, wrong: str, hint: str) -> None:
    constituencies = [constituency(number, seats=seats) for number, seats in enumerate("212")]
    said = f"名额合计 1 个选区各 1 名 + 2 个选区各 2 名{wrong}；请核对各选区的 seats 和这个总名额{hint}"
    assert messages(folder, election(f", {congress}"), town(*constituencies)) == [said]


@pytest.mark.parametrize(
    ("population", "seats", "note", "expected"),
    [
        ("7999", "1", "", []),
        ("8000", "1", "", ["C271"]),
        ("8000", "2", "", []),
        ("8000", "1", "山高路远，单独划了一个选区。", []),
        ("unknown", "1", "", []),
        ("8000", "unknown", "", []),
    ],
)
def test_people_per_deputy_are_not_four_times_apart(
    folder: Write, population: str, seats: str, note: str, expected: list[str]
) -> None:
    other = constituency(2, seats=seats, population=population, note=note)
    assert ids(folder, town(constituency(1, seats="1", population="2000"), other)) == expected
