"""The example in Chromium: one page of every kind, notices on paper, tables that sort."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from tests import chromium, example_site
from tests.chromium import DESKTOP, PHONE, Reader, reading
from tests.test_browser_access import violations

pytestmark = pytest.mark.browser
example, site = example_site.example, example_site.site
browser, regular, phone = chromium.browser, chromium.regular, chromium.phone

KINDS = (
    "",
    "progress/",
    "progress/areas/",
    "progress/areas/songpo/",
    "decisions/",
    "decisions/2026/",
    "ledger/",
    "ledger/xiguan/",
    "results/",
    "results/xiguan/",
    "structure/",
    "posters/",
    "posters/steps/listed/",
    "areas/dongguan/county-13/poster/",
    "find/",
    "find/x/",
    "areas/",
    "areas/qingshi/",
    "areas/dongguan/",
    "areas/xiguan/county-20/",  # a rerun
    "areas/shiqiao/township-7/",  # a tie
    "areas/songpo/county-106/",  # postponed
    "areas/changchuan/county-103/",  # a late list
    "areas/shaping/township-21/",
    "areas/liyuan/station-2/",
    "areas/xiguan/county-20/notices/",
    "candidates/",
    "candidates/nanhu/",
    "meetings/",
    "meetings/2026-10-14-online/",  # several venues
    "meetings/2026-10-22-mobile-boxes/",  # moved
    "meetings/2026-11-12-dongguan-8/",  # candidates meet voters
    "meetings/2026-11-15-songpo-drill/",  # cancelled
    "notices/",
    "notices/no-1/",
    "policies/",
    "policies/proxy-form-first/",  # replaced
    "policies/publicity-plan/",
    "discipline/",
    "questions/",
    "questions/topics/1/",
    "questions/left-off-list/",
    "questions/how-to-object/",  # of the pack
    "questions/what-to-bring/",  # answered by the office
    "why/",
    "congress/",
    "stories/",
    "stories/ramp-at-wenmiao/",
    "stories/years/2026/",
    "themes/",
    "themes/experience/",
    "coverage/",
    "bodies/",
    "bodies/election-committee/",
    "corrections/",
    "glossary/",
    "sources/",
    "vote/situations/born-too-late/",
    "vote/ballot/",
    "vote/remedy/areas/songpo/",
    "vote/remedy/2026-10-28-to-2026-11-18/",
    "search/",
)


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_every_kind_is_accessible_never_scrolls_sideways_and_loads_without_an_error(
    phone: Reader, address: str
) -> None:
    phone.open(address)
    phone.settle()
    phone.page.set_viewport_size({"width": 320, "height": 800})
    assert phone.sees("document.scrollingElement.scrollWidth") <= 320
    phone.sees(AXE_SCRIPT)
    found = {}
    for width in (PHONE, DESKTOP):
        phone.page.set_viewport_size({"width": width, "height": 800})
        found[width] = violations(phone)
    assert found == {PHONE: [], DESKTOP: []}
    assert phone.troubles == []


# ---- Notices on paper ----

SHEETS = "areas/xiguan/county-20/notices/"
INVENTED = "这是演示用的虚构网站"


def sheets_of_paper(reader: Reader) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", reader.page.pdf(format="A4")))


@pytest.mark.parametrize("address", [f"{SHEETS}#candidates", "notices/no-4/", "notices/no-8/"])
def test_one_notice_is_printed_alone_on_one_sheet(phone: Reader, address: str) -> None:
    phone.open(address)
    assert sheets_of_paper(phone) == 1
    phone.page.emulate_media(media="print")
    assert phone.page.locator(".hj-sheet").locator("visible=true").count() == 1
    assert phone.page.get_by_text(INVENTED).is_visible()  # nobody may take it off a wall for a real one


def test_all_notices_of_a_constituency_are_printed_on_a_sheet_each(phone: Reader) -> None:
    phone.open(SHEETS)
    several = phone.page.locator(".hj-sheet").count()
    assert several > 1
    assert sheets_of_paper(phone) == several


# ---- Tables ----


def test_the_keyboard_sorts_a_table_of_results(browser: Browser, site: str) -> None:
    with reading(browser, site, width=DESKTOP) as reader:
        reader.open("results/")
        table = reader.page.locator("table").first
        head, cells = table.get_by_role("columnheader", name="投票率"), table.locator("td[data-label=投票率]")
        turnouts = "all => all.map(one => Number(one.dataset.value))"
        as_built = cells.evaluate_all(turnouts)
        table.get_by_role("button", name="参加投票").focus()
        for key, said, backwards in (("Tab", None, None), ("Enter", "descending", True), ("Space", "ascending", False)):
            reader.page.keyboard.press(key)
            expected = as_built if backwards is None else sorted(as_built, reverse=backwards)
            assert (head.get_attribute("aria-sort"), cells.evaluate_all(turnouts)) == (said, expected)
            assert head.locator(":focus").count() == 1
        assert reader.page.locator("[aria-sort]").count() == 1
        assert as_built not in (sorted(as_built), sorted(as_built, reverse=True))  # it did change
