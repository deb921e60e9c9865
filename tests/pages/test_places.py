"""Places that are neither township nor subdistrict: how they are checked, counted and called."""

import shutil
from pathlib import Path

import pytest

from huanjie.checks.report import check_folder
from huanjie.model.areas import Area
from huanjie.pages import Edition, plan
from huanjie.pages.areas.areas import by_sort
from huanjie.pages.results.totals import totals as figures
from huanjie.pages.shared.edition import PLACES
from huanjie.pages.shared.place_words import compact, either, place_words
from tests.conftest import FIXTURES, Write
from tests.support.towns import TODAY, constituency, election, ids, messages, town


@pytest.mark.parametrize(
    ("sort", "group", "called"),
    [
        ("乡", "乡镇", "乡"),
        ("民族乡", "乡镇", "民族乡"),
        ("镇", "乡镇", "镇"),
        ("街道", "街道", "街道"),
        ("农场", "其他", "农场"),
        ("林场", "其他", "林场"),
        ("牧场", "其他", "牧场"),
        ("开发区", "其他", "开发区"),
        ("学校", "其他", "学校"),
        ("企业", "其他", "企业"),
        ("其他\nsort_name: 矿区", "其他", "矿区"),
        ("农场\nsort_name: 国营农场", "其他", "国营农场"),
    ],
)
def test_a_place_is_of_one_kind_and_called_by_it(folder: Write, sort: str, group: str, called: str) -> None:
    report = check_folder(folder(town(constituency(), sort=sort)), TODAY)
    (area,) = report.records.of(Area)
    assert (report.findings, area.group, area.called) == ((), group, called)


@pytest.mark.parametrize(
    ("sort", "fields", "expected"),
    [
        ("其他", {}, ["sort 写了“其他”，没有写是什么地方；请加一行 sort_name，如 sort_name: 矿区"]),
        ("农场", {"seats": "unknown"}, []),
        (
            "街道",
            {"seats": "40"},
            ["示例town是街道，没有自己的乡级人大，却写了代表名额；请删去 seats；是乡、民族乡、镇的，请改 sort"],
        ),
        (
            "开发区",
            {"term": "8"},
            ["示例town是开发区，没有自己的乡级人大，却写了第几届；请删去 term；是乡、民族乡、镇的，请改 sort"],
        ),
    ],
)
def test_only_a_township_has_a_congress(folder: Write, sort: str, fields: dict[str, str], expected: list[str]) -> None:
    assert messages(folder, town(sort=sort, **fields)) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("镇", []), ("民族乡", []), ("街道", ["A209"]), ("农场", ["A209"]), ("其他\nsort_name: 矿区", ["A209"])],
)
def test_only_a_township_elects_deputies_of_its_own(folder: Write, sort: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(level="乡级"), sort=sort)) == expected


def test_a_townships_constituency_may_reach_into_a_farm(folder: Write) -> None:
    farm = town(name="farm", sort="农场", localities="[一队]")
    assert ids(folder, farm, town(constituency(level="乡级", covers="{name: 一队, area: farm}"))) == []


TOTAL = "  - {{of: 选区, level: 县级, {}value: {}}}\n"


def totals(**parts: int) -> dict[str, str | bytes]:
    """Write an election with a whole of 120 constituencies, and parts by kind of place."""
    rows = [TOTAL.format("", 120), *(TOTAL.format(f"area: {area}, ", value) for area, value in parts.items())]
    return election(more="".join(rows))


@pytest.mark.parametrize(
    ("sorts", "parts", "expected"),
    [
        ([], {"乡镇": 77, "街道": 43}, []),
        ([], {"乡镇": 77, "街道": 42}, ["E201"]),
        (["农场"], {"乡镇": 77, "街道": 42}, []),  # the farm has the one that is missing
        (["农场"], {"乡镇": 77, "街道": 44}, ["E201"]),  # more than there are, whatever the farm has
        (["农场"], {"乡镇": 77, "街道": 42, "其他": 1}, []),
        (["农场"], {"乡镇": 77, "街道": 42, "其他": 2}, ["E201"]),
        ([], {"乡镇": 77, "街道": 42, "其他": 1}, []),  # its record is still to be entered
        ([], {"乡镇": 77, "其他": 1}, []),
    ],
)
def test_parts_add_up_with_what_is_neither(
    folder: Write, sorts: list[str], parts: dict[str, int], expected: list[str]
) -> None:
    assert ids(folder, totals(**parts), *(town(sort=sort) for sort in sorts)) == expected


@pytest.mark.parametrize(
    ("sorts", "words", "title", "choice", "groups"),
    [
        (["镇", "街道"], "乡镇、街道", "乡镇街道", "乡镇或者街道", ["街道", "乡镇"]),
        (["镇"], "乡镇、街道", "乡镇街道", "乡镇或者街道", ["乡镇"]),
        (["农场", "镇"], "乡镇、街道、农场", "乡镇街道、农场", "乡镇、街道或者农场", ["乡镇", "农场"]),
        (
            ["其他\nsort_name: 矿区", "街道", "农场", "农场"],
            "乡镇、街道、农场、矿区",
            "乡镇街道、农场、矿区",
            "乡镇、街道、农场或者矿区",
            ["街道", "农场、矿区"],
        ),
        (
            ["农场", "林场", "牧场", "学校"],
            "乡镇、街道、其他地方",
            "乡镇街道、其他地方",
            "乡镇、街道或者其他地方",
            ["其他地方"],
        ),
    ],
)
def test_headings_name_the_kinds_of_places_that_there_are(  # noqa: PLR0913, PLR0917  # a row has that many columns
    folder: Write, sorts: list[str], words: str, title: str, choice: str, groups: list[str]
) -> None:
    files = {path: text for at, sort in enumerate(sorts) for path, text in town(name=f"t{at}", sort=sort).items()}
    areas = check_folder(folder(files), TODAY).records.of(Area)
    said = place_words(areas)
    assert (said, compact(said), either(said)) == (words, title, choice)
    assert [name for name, _ in by_sort(areas)] == groups


@pytest.mark.parametrize(
    ("sorts", "label"),
    [([], "其他地方"), (["农场"], "农场"), (["农场", "开发区"], "农场、开发区")],
)
def test_a_total_of_what_is_neither_is_called_by_what_that_is(folder: Write, sorts: list[str], label: str) -> None:
    files = [town(name=f"t{at}", sort=sort) for at, sort in enumerate(sorts)]
    whole = {path: text for one in (totals(乡镇=77, 街道=42, 其他=1), *files) for path, text in one.items()}
    *_, figure = figures(check_folder(folder(whole), TODAY).records)
    assert [part.label for part in figure.parts] == ["乡镇", "街道", label]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("其他", []), ("街道", ["E205"]), ("乡镇", ["E205"])],  # the voters of the farm are counted where they belong
)
def test_voters_of_a_farm_count_as_those_of_what_is_neither(folder: Write, kind: str, expected: list[str]) -> None:
    several = [
        town(name="farm", sort="农场", voters="300"),
        town(voters="500"),
        town(name="s", sort="街道", voters="500"),
    ]
    reported = election(more=f"  - {{of: 登记选民, area: {kind}, value: 300}}\n")
    assert ids(folder, reported, *several) == expected


def test_pages_are_made_again_where_another_kind_of_place_comes_in(tmp_path: Path) -> None:
    words = {}
    for name, sorts in {"towns": ["镇"], "more": ["镇", "街道"], "farm": ["镇", "农场"]}.items():
        content = tmp_path / name
        shutil.copytree(FIXTURES / "smallest", content)
        (content / "areas").mkdir()
        for at, sort in enumerate(sorts):
            (content / "areas" / f"t{at}.yml").write_text(f"title: 甲\nsort: {sort}\nsource: report\n", "utf-8")
        edition = Edition.of(check_folder(content, TODAY))
        words[name] = edition.stamp([PLACES]), {planned.places for planned in plan(edition)}
    assert words["towns"] == words["more"]
    assert words["towns"][0] != words["farm"][0]
    assert words["farm"][1] == {"乡镇、街道、农场"}
