"""No record takes the place of another page: what the rule knows is held to the pages that the site really has."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from huanjie.checks.addresses import PART, taken
from huanjie.checks.report import check_folder
from huanjie.law.explainers import explainers
from huanjie.model import KINDS
from huanjie.pages import Edition, address_of, plan
from huanjie.pages.questions.stream import MOST as MOST_ASKED
from huanjie.pages.shared.paging import MOST
from tests.conftest import ROOT, Write

TODAY = date(2026, 11, 30)
SITES = [ROOT / "content", ROOT / "examples" / "shili" / "content"]
FOLDERS = [kind.kind for kind in KINDS.values() if kind.filed in ("folder", "list") and not kind.on_one_page]


@pytest.mark.parametrize("content", SITES, ids=["real", "example"])
def test_every_address_below_a_kind_that_is_no_record_is_known_to_be_taken(content: Path) -> None:
    edition = Edition.of(check_folder(content, TODAY))
    records = {address_of(record): record for kind in KINDS.values() for record in edition.records.of(kind)}
    addresses = Counter(planned.address for planned in plan(edition))
    assert [address for address, times in addresses.items() if times > 1] == []
    free = []
    for address in addresses.keys() - records.keys():
        folder, _, rest = address.partition("/")
        slug = rest.removesuffix("/")
        if folder in FOLDERS and slug and slug not in explainers() and not taken(folder, slug, MOST):
            above = records.get(f"{folder}/{slug.rpartition('/')[0]}/")
            free += [] if above and above.filed == "list" else [address]  # an id has no slash
    assert free == []
    assert min(MOST, MOST_ASKED) >= PART


MEETING = "title: 又一次\ndate: 2016-06-02\nsort: 推进会\nsummary: 又一次推进。\nsource: report\nthemes: progress\n"


@pytest.mark.parametrize(
    ("file", "wrong"),
    [
        ("meetings/years/2016.yml", "“meetings/years/2016/”这个地址是“meetings/years/”里列表的"),
        ("meetings/years/2016/a.yml", "是“meetings/years/”里列表的"),
        ("meetings/2016-05-31/poster.yml", "是另一页的附页的"),
        ("meetings/years.yml", ""),
        ("meetings/2016/05-31.yml", ""),
        ("meetings/2.yml", ""),  # the list has no second part
    ],
)
def test_a_record_cannot_take_the_place_of_another_page(file: str, wrong: str, folder: Write) -> None:
    result = [finding for finding in check_folder(folder({file: MEETING}), TODAY).findings if finding.id == "S307"]
    assert [(finding.id, finding.at.file) for finding in result] == ([("S307", file)] if wrong else [])
    assert all(wrong in finding.wrong for finding in result)


def test_the_second_part_of_a_long_list_is_taken() -> None:
    assert taken("notices", "2", 39) == ""
    assert taken("notices", "2", 101) == "是列表第 2 页的"
    assert taken("notices", "1", 101) == taken("notices", "no-2", 101) == ""


STATION = "title: 东村投票站\nserves: 东村\naddress: 村委会\n"


def test_a_station_cannot_have_the_address_of_a_constituency(folder: Write) -> None:
    content = folder(
        {
            "areas/a.yml": "title: 城关镇\nsort: 镇\nsource: report\n"
            "constituencies:\n  - {number: 1, level: 县级, name: 第一选区, covers: [东村], seats: 2}\n"
            "localities: [{name: 东村, sort: 村}]\n"
            "stations:\n  - {id: county-1, title: 投票站, address: 村委会, opens: 08:00, closes: 12:00, serves: 东村}\n"
        }
    )
    result = [finding for finding in check_folder(content, TODAY).findings if finding.id == "S307"]
    assert [finding.wrong for finding in result] == [
        "“areas/a/county-1/”这个地址已经是另一份记录的（areas/a.yml 第 5 行）"
    ]
