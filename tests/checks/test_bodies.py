"""Checks on bodies, each at its boundary: telephone numbers, members named twice, the size of a committee."""

import pytest

from tests.conftest import Write
from tests.support.towns import election, ids


def body(sort: str = "办公室", level: str = "县级", **fields: str) -> dict[str, str | bytes]:
    lines = {"title": "示例区机构", "sort": sort, "level": level, "source": "report", **fields}
    return {"bodies.yml": "- id: body\n" + "".join(f"  {field}: {value}\n" for field, value in lines.items())}


def gansu(year: int) -> dict[str, str | bytes]:
    """An election in Gansu with every step of its own recorded."""
    text = str(election(year=year)["election.yml"])
    step = f"  - {{event: result-published, day: {year}-06-29}}\n"
    return {"election.yml": text.replace("totals:", f"{step}totals:") + "province: gansu\n"}


@pytest.mark.parametrize(
    ("phone", "expected"),
    [
        ("0938-8210000", []),
        ("8210000", []),
        ("12380", []),
        ("01082100000", []),  # eleven figures that begin with 0
        ("13900000000", ["B202"]),
        ("139-0000-0000", ["B202"]),
        ("+86 139 0000 0000", ["B202"]),
        ("１３９００００００００", ["B202"]),  # noqa: RUF001  # full-width figures are typed
        ("13900000000（王某）", ["B202"]),
        ("139000000000", []),  # twelve
    ],
)
def test_a_public_telephone_is_a_line_of_the_office(folder: Write, phone: str, expected: list[str]) -> None:
    assert ids(folder, body(contact=f'{{phone: "{phone}"}}')) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("[王某, 王某]", ["B201"]),
        ("[王某, 王某, 王某]", ["B201", "B201"]),
        ("[王某, {name: 王某, posts: 主任}]", ["B201"]),
        ("[{name: 王某, posts: 主任}, 王某]", ["B201"]),
        ("[{name: 王某, posts: 主任}, {name: 王某, posts: 主任}]", ["B201"]),
        ("[{name: 王某, posts: 主任}, {name: 王某, posts: 副主任}]", []),
        ("[{name: 王某, left: 2016-05-01}, 王某]", []),
        ("[{name: 王某, left: unknown}, 王某]", []),
        ("[unknown, unknown]", []),
    ],
)
def test_a_name_stands_once_among_those_who_serve(folder: Write, members: str, expected: list[str]) -> None:
    assert ids(folder, body(members=members)) == expected


@pytest.mark.parametrize(
    ("year", "sort", "level", "members", "expected"),
    [
        (2021, "选举委员会", "县级", 8, ["B203"]),
        (2021, "选举委员会", "县级", 9, []),
        (2021, "选举委员会", "县级", 13, []),
        (2021, "选举委员会", "县级", 14, ["B203"]),
        (2021, "选举委员会", "乡级", 4, ["B203"]),
        (2021, "选举委员会", "乡级", 5, []),
        (2021, "选举委员会", "乡级", 9, []),
        (2021, "选举委员会", "乡级", 10, ["B203"]),
        (2021, "办公室", "县级", 2, []),
        (2016, "选举委员会", "县级", 8, []),  # the text of before July 2016 is not at hand
    ],
)
def test_a_committee_has_as_many_members_as_the_province_says(  # noqa: PLR0913, PLR0917  # a row has that many columns
    folder: Write, year: int, sort: str, level: str, members: int, expected: list[str]
) -> None:
    names = ", ".join(f"{chr(ord('丁') + number)}某" for number in range(members))
    assert [
        name for name in ids(folder, gansu(year), body(sort, level, members=f"[{names}]")) if name[0] == "B"
    ] == expected
