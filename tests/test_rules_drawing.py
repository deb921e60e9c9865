"""Rules on how constituencies are drawn: each has its own number, each village is in one."""

import pytest

from tests.conftest import Write
from tests.towns import constituency, ids, town


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("a", 1, "县级"), ("b", 1, "县级"), ["C204"]),
        (("a", 1, "县级"), ("b", 2, "县级"), []),
        (("a", 1, "乡级"), ("b", 1, "乡级"), []),  # two congresses
        (("a", 1, "县级"), ("b", 1, "乡级"), []),
    ],
)
def test_a_number_is_used_once_in_a_congress(
    folder: Write, first: tuple[str, int, str], second: tuple[str, int, str], found: list[str]
) -> None:
    towns = [town(constituency(number, level), name=name) for name, number, level in (first, second)]
    assert ids(folder, *towns) == found


@pytest.mark.parametrize(("level", "found"), [("乡级", ["R102"]), ("县级", [])])
def test_a_number_is_used_once_in_a_township(folder: Write, level: str, found: list[str]) -> None:
    assert ids(folder, town(constituency(1, "乡级"), constituency(1, level))) == found


@pytest.mark.parametrize(
    ("level", "covers", "found"),
    [
        ("县级", "[东村, 南村]", ["C205"]),
        ("县级", "[西村, 东村]", ["C205", "C205"]),
        ("县级", "[东村一组, 南村]", []),
        ("乡级", "[东村, 南村]", []),  # everybody votes for both congresses
        ("县级", "", []),
    ],
)
def test_a_village_is_in_one_constituency(folder: Write, level: str, covers: str, found: list[str]) -> None:
    assert ids(folder, town(constituency(1, covers="[东村, 西村]"), constituency(2, level, covers=covers))) == found


def test_villages_of_one_name_in_two_areas_are_two_villages(folder: Write) -> None:
    towns = [town(constituency(number, covers="东村"), name=f"t{number}") for number in (1, 2)]
    assert ids(folder, *towns) == []
