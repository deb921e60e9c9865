"""The way from a village's name to its constituencies and its polling station, without scripts and for the script."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from huanjie.model.areas import Area
from huanjie.pages.areas.find_index import names
from huanjie.pages.shared.paging import MOST
from tests.conftest import FIXTURES, Write
from tests.support.example import CONTENT, TODAY, checked, pages_of
from tests.support.pages import edition, links, rendered, text
from tests.support.towns import constituency, town

VOTED = date(2016, 7, 10)
BEFORE = date(2016, 6, 25)
STATION = """\
stations:
  - {id: station-1, title: 东村投票站, address: 东村村委会一楼, opens: 08:00, closes: 18:00, serves: [东村, 长川村]}
"""
POSTPONED = "{{decided_on: 2016-06-24, by: 选举委员会, reason: 下雨, until: {}}}"
PLACES = "[{name: 东村, aliases: [老东庄]}, 长川村, {name: 示例厂, sort: 单位, elsewhere: 在各自的村登记}, 3号院]"


def one_town(**more: str) -> dict[str, str | bytes]:
    """A town of four places: a station serves two, one registers elsewhere, one is named by a number."""
    files = town(
        constituency(1, covers="[东村, 长川村, 3号院]", seats="2", **more),
        constituency(1, level="乡级", covers="[{name: 东村, part: [一组]}, 长川村]", seats="2"),
        localities=PLACES,
    )
    return {name: str(told) + STATION for name, told in files.items()}


def rows(page: Element) -> dict[str, str]:
    """The table of a page: what stands in each row, by the name of the place."""
    return {
        text(row[0]): " ".join(text(cell) for cell in row[1:])
        for row in page.iter("tr")
        if row[0].get("scope") == "row"
    }


def index(content: Path, today: date = VOTED) -> dict[str, Any]:
    """What the reader's script gets."""
    reported: dict[str, Any] = json.loads(names(edition(content, today)).removeprefix("hjPlaces(").removesuffix(");\n"))
    return reported


def test_without_areas_there_is_no_page() -> None:
    assert rendered("find", FIXTURES / "smallest") == {}


def test_the_first_page_leads_to_every_township_and_letter(folder: Write) -> None:
    result = rendered("find", folder(one_town()))
    assert [*result] == ["find/", "find/c/", "find/d/", "find/s/", "find/other/"]
    leads = [href for href, _ in links(result["find/"])]
    assert {"../areas/town/", *(f"../{address}" for address in result if address != "find/")} <= {*leads}


def test_a_row_tells_both_constituencies_the_station_its_address_and_its_hours(folder: Write) -> None:
    result = rendered("find", folder(one_town()), BEFORE)
    assert rows(result["find/d/"]) == {
        "东村也叫老东庄示例town": "县级第1选区乡级第1选区（一组）2016年6月28日投票 "
        "东村投票站东村村委会一楼，上午8时至晚上6时"
    }
    assert rows(result["find/s/"]) == {"示例厂示例town": "在各自的村登记"}
    assert rows(result["find/other/"]) == {"3号院示例town": "县级第1选区2016年6月28日投票 没有记录"}


@pytest.mark.parametrize(
    ("more", "today", "expected"),
    [
        ({}, BEFORE, "2016年6月28日投票"),
        ({}, date(2016, 6, 28), "2016年6月28日投票"),
        ({}, VOTED, "投票已经结束"),
        ({"polling_day": "2016-07-12"}, VOTED, "2016年7月12日投票"),
        ({"polling_day": "2016-06-27", "polling_until": "2016-06-29"}, BEFORE, "2016年6月27日至6月29日投票"),
        ({"polling_day": "unknown"}, BEFORE, "投票日期没有记录"),
        (
            {"postponed": "{decided_on: 2016-06-24, by: 选举委员会, reason: 下雨, until: unknown}"},
            BEFORE,
            "投票推迟，日期还没有定",
        ),
        (
            {"postponed": "{decided_on: 2016-06-24, by: 选举委员会, reason: 下雨, until: 2016-07-05}"},
            BEFORE,
            "2016年7月5日投票",
        ),
    ],
)
def test_a_row_tells_when_the_constituency_votes_next(
    folder: Write, more: dict[str, str], today: date, expected: str
) -> None:
    page = rendered("find", folder(one_town(**more)), today)["find/other/"]
    assert expected in rows(page)["3号院示例town"]


def test_a_township_of_many_villages_goes_on_on_further_pages(folder: Write) -> None:
    villages = "、".join(f"西{number}村" for number in range(2 * MOST + 1)).split("、")
    result = rendered("find", folder(town(constituency(1), localities=f"[{', '.join(villages)}]")))
    several = [rows(result[address]) for address in ("find/x/", "find/x/2/", "find/x/3/")]
    assert "find/x/4/" not in result
    assert all(len(part) <= MOST for part in several)
    assert sum(len(part) for part in several) == len(villages)
    assert (
        len([*result["find/"].iter("li")]) == 2
    )  # the first page names a township and a letter, however many villages


def test_every_place_of_the_example_stands_under_its_letter_once() -> None:
    pages = [
        page
        for address, page in pages_of(CONTENT, TODAY).items()
        if address.startswith("find/") and page.record is None
    ]
    placed = [one.place for page in pages for one in page.context.get("places", ())]  # type: ignore[attr-defined]
    named = [(one.area.slug, one.name) for one in placed]
    areas = checked(CONTENT).records.of(Area)
    assert sorted(named) == sorted((area.slug, str(one.name)) for area in areas for one in area.localities)


def test_a_constituency_that_reaches_into_another_township_is_found_there() -> None:
    page = pages_of(CONTENT, TODAY)["areas/shaping/"]
    row = next(one for one in page.context["places"] if one.place.name == "沙沟村")  # type: ignore[attr-defined]
    assert {one.area for one, *_ in row.constituencies} == {"shaping", "shuangquan"}


def test_the_script_gets_names_readings_and_texts_without_anybody_of_flesh_and_blood(folder: Write) -> None:
    reported = index(folder(one_town()), BEFORE)
    assert reported["areas"] == [["town", "示例town"]]
    assert reported["places"][0] == [0, ["东村", "老东庄"], [0], [0, [1, "一组"]]]
    assert reported["places"][2] == [0, ["示例厂"], [], [], "在各自的村登记"]
    _, name, *texts = reported["stations"][0]
    assert [reported["texts"][one].replace("\t", name) for one in texts] == [
        "station-1",
        "东村投票站",
        "东村村委会一楼，上午8时至晚上6时",
    ]
    assert {sound for sound, characters in reported["sounds"].items() if "长" in characters} == {"chang", "zhang"}
    assert "東东" in reported["traditional"]
    assert reported.keys() == {"areas", "constituencies", "stations", "places", "texts", "sounds", "traditional"}


@pytest.mark.build
def test_the_names_of_the_example_are_a_small_file() -> None:
    reported = names(edition(CONTENT, TODAY))
    assert len(reported.encode()) < 150 * len(json.loads(reported[9:-3])["places"])
