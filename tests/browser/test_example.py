"""The example in Chromium: one page of every kind, notices on paper, tables that sort."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from tests.support import chromium, example_site
from tests.support.axe import violations
from tests.support.chromium import DESKTOP, PHONE, Reader, reading
from tests.support.kinds import KINDS
from tests.support.shifts import SHIFTED, SHIFTS
from tests.support.unseen import UNSEEN

pytestmark = pytest.mark.browser
example, site = example_site.example, example_site.site
browser, regular, phone = chromium.browser, chromium.regular, chromium.phone


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_every_kind_is_accessible_keeps_still_never_scrolls_sideways_and_loads_without_an_error(
    phone: Reader, address: str
) -> None:
    phone.page.add_init_script(SHIFTS)
    phone.open(address)
    phone.settle()
    assert phone.sees(SHIFTED) < 0.05
    phone.page.set_viewport_size({"width": 320, "height": 800})
    assert phone.sees("document.scrollingElement.scrollWidth") <= 320
    phone.sees(AXE_SCRIPT)
    found = {}
    for width in (PHONE, DESKTOP):
        phone.page.set_viewport_size({"width": width, "height": 800})
        found[width] = violations(phone)
    assert found == {PHONE: [], DESKTOP: []}
    assert phone.troubles == []


# All that can be tapped, pressed or typed in, with what is folded away opened.
WAYS = """
    for (const one of document.querySelectorAll("details")) one.open = true;
    const shown = {visibilityProperty: true, opacityProperty: true};
    const ways = [...document.querySelectorAll("a[href], button, summary, input, select")]
        .filter(one => one.checkVisibility(shown));
"""
# What the Tab key leaves out or takes out of turn, and what does not show that it has the focus.
UNREACHED = f"""() => {{ {WAYS}
    return ways.filter(one => {{
        one.focus({{preventScroll: true}});
        const style = getComputedStyle(one);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        return one.tabIndex !== 0 || document.activeElement !== one || !outlined;
    }}).map(one => one.outerHTML);
}}"""
# What is lower than a finger needs and is no link within a sentence, whose line it would tear apart.
SMALL = f"""() => {{ {WAYS}
    const alone = one => {{
        let block = one.parentElement;
        while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
        const copy = block.cloneNode(true);
        for (const way of copy.querySelectorAll("a, button, summary")) way.remove();
        return getComputedStyle(one).display !== "inline" || copy.textContent.trim().length < 2;
    }};
    return ways.filter(one => one.getBoundingClientRect().height < 44 && !one.matches(".md-skip") && alone(one))
        .map(one => one.outerHTML);
}}"""
# What stands elsewhere than it is read; the theme's contents, beside the text on wide screens, are read before it.
MOVED = """() => [...document.querySelectorAll("body *")].filter(one => {
    const {order, flexDirection, flexWrap} = getComputedStyle(one);
    const back = [flexDirection, flexWrap].some(way => way.endsWith("reverse"));
    return (order !== "0" || back) && !one.matches("[data-md-type=toc]");
}).map(one => one.outerHTML)"""

# Cells in which a day would be torn into a character a line.
NARROW = """() => [...document.querySelectorAll(".hj-table :is(th, td)")]
    .filter(one => one.checkVisibility() && one.clientWidth < 68).map(one => one.outerHTML)"""


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_every_kind_is_for_keys_and_fingers_and_is_read_in_the_order_in_which_it_stands(
    phone: Reader, address: str
) -> None:
    phone.open(address)
    phone.page.keyboard.press("Tab")  # who goes by keys sees the focus
    assert {"unreached": phone.sees(UNREACHED), "small": phone.sees(SMALL)} == {"unreached": [], "small": []}
    for width in (PHONE, 640, DESKTOP):  # 640 is what is left of 1280 at a zoom of 200 %
        phone.page.set_viewport_size({"width": width, "height": 800})
        assert phone.sees(MOVED) == []
        assert phone.sees("document.scrollingElement.scrollWidth") <= width
    assert phone.sees(NARROW) == []
    read_out = phone.sees("[...document.querySelectorAll('.hj-unseen')].map(one => one.textContent)")
    put_away = {*phone.sees(UNSEEN), *read_out, "0"}  # a table's row becomes a card, without what says nothing
    phone.page.set_viewport_size({"width": 320, "height": 256})  # and at 400 %
    assert {*map(str.strip, phone.sees(UNSEEN))} <= {*map(str.strip, put_away)}


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
