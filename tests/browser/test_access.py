"""Readable and usable by everybody: axe, keyboard, fingers, dark and light, Chinese throughout."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, expect

from tests.support import chromium
from tests.support.axe import violations
from tests.support.chromium import DESKTOP, PHONE, Reader, reading
from tests.support.kinds import PAGES

pytestmark = pytest.mark.browser
browser, site = chromium.browser, chromium.site
regular, phone = chromium.regular, chromium.phone


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_fault_on_phone_and_desktop_in_light_and_dark(phone: Reader, address: str) -> None:
    phone.open(address)
    phone.sees(AXE_SCRIPT)
    found = {PHONE: violations(phone)}
    phone.page.set_viewport_size({"width": DESKTOP, "height": 800})
    found[DESKTOP] = violations(phone)
    assert found == {PHONE: [], DESKTOP: []}


@pytest.mark.parametrize("address", ["", "meetings/2016-05-31/"])
def test_axe_finds_no_fault_in_the_open_drawer(phone: Reader, address: str) -> None:
    phone.open(address)
    phone.sees(AXE_SCRIPT)
    phone.page.get_by_role("button", name="栏目", exact=True).click()
    assert phone.page.locator("#hj-drawer").is_visible()
    assert violations(phone) == []


FOCUS = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const [box] = one.getClientRects();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const style = getComputedStyle(one);
    return {
        name: one.innerText.trim() || one.ariaLabel || one.placeholder,
        part: one.closest(".md-skip, .md-header, .md-tabs, .md-nav, .md-content, .hj-footer").classList[0],
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        uncovered: one.contains(document.elementFromPoint(x, y)),
    };
}"""


@pytest.mark.parametrize(
    ("width", "parts"),
    [
        (PHONE, ["md-skip", "md-header", "md-content", "hj-footer"]),
        (DESKTOP, ["md-skip", "md-header", "md-tabs", "md-nav", "md-content", "hj-footer"]),
    ],
)
def test_the_tab_key_goes_through_the_page_in_order_and_shows_where_it_is(
    browser: Browser, site: str, width: int, parts: list[str]
) -> None:
    with reading(browser, site, width=width) as reader:
        reader.open("meetings/2016-05-31/")
        reader.page.keyboard.press("Tab")
        stops = []
        while focus := reader.sees(FOCUS):
            stops.append(focus)
            reader.page.keyboard.press("Tab")
    assert stops[0]["name"] == "跳到正文"
    assert list(dict.fromkeys(stop["part"] for stop in stops)) == parts
    assert [stop for stop in stops if not (stop["outlined"] and stop["uncovered"])] == []


def test_the_skip_link_leads_past_header_and_contents(browser: Browser, site: str) -> None:
    with reading(browser, site, width=DESKTOP) as reader:
        reader.open("meetings/2016-05-31/")
        for key in ("Tab", "Enter", "Tab"):
            reader.page.keyboard.press(key)
        assert reader.sees("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("size", ["", "largest"])
def test_the_open_drawer_is_as_high_as_the_screen_and_begins_with_its_top(
    browser: Browser, site: str, size: str
) -> None:
    with reading(browser, site) as reader:
        reader.page.add_init_script(f"localStorage.setItem('hj-size', '{size}')")
        reader.open("progress/")
        reader.page.get_by_role("button", name="栏目", exact=True).click()
        box = reader.page.locator(".md-sidebar--primary").bounding_box()
        assert box is not None
        assert (box["y"], box["height"]) == (0, 800)
        drawer = reader.page.locator("#hj-drawer")
        expect(drawer.get_by_role("button", name="关闭栏目")).to_be_in_viewport()
        expect(drawer.get_by_role("link", name="我要投票")).to_be_in_viewport()


def test_the_drawer_opened_by_the_keyboard_takes_the_focus_and_gives_it_back(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("progress/")
        opener = reader.page.get_by_role("button", name="栏目", exact=True)
        panel = reader.page.locator(f"#{opener.get_attribute('aria-controls')}")
        opener.press("Enter")
        assert panel.locator(":focus").count() == 1
        assert opener.get_attribute("aria-expanded") == "true"
        reader.page.keyboard.press("Escape")
        assert not panel.is_visible()
        assert opener.get_attribute("aria-expanded") == "false"
        assert opener.evaluate("one => one === document.activeElement")


def test_the_drawer_closes_when_the_tab_key_leaves_it(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("progress/")
        reader.page.get_by_role("button", name="栏目", exact=True).press("Enter")
        reader.page.locator("#hj-drawer :is(a, button)").last.press("Tab")
        assert not reader.page.locator("#hj-drawer").is_visible()


BACKGROUND = "getComputedStyle(document.body).backgroundColor"
DARK, LIGHT, PAPER = "rgb(23, 25, 29)", "rgb(253, 251, 246)", "rgb(255, 255, 255)"


def test_dark_follows_the_device_until_the_keyboard_chooses_light_and_the_next_page_knows(
    browser: Browser, site: str
) -> None:
    with reading(browser, site, scheme="dark", width=DESKTOP) as reader:
        reader.open("")
        assert reader.sees(BACKGROUND) == DARK
        reader.page.get_by_role("button", name="换成浅色").press("Enter")
        assert reader.sees(BACKGROUND) == LIGHT
        reader.open("meetings/")
        assert reader.sees(BACKGROUND) == LIGHT
        reader.page.get_by_role("button", name="换成深色").press("Space")
        assert reader.sees(BACKGROUND) == DARK
        reader.page.emulate_media(media="print")
        assert reader.sees(BACKGROUND) == PAPER


SMALL = """() => [...document.querySelectorAll("button, .hj-chips > li > *, .hj-footer a, #hj-drawer a, .hj-name")]
    .filter(one => one.checkVisibility({visibilityProperty: true}))
    .map(one => [one.innerText, one.getBoundingClientRect().height])
    .filter(([, height]) => height < 44)"""


@pytest.mark.parametrize("address", PAGES)
def test_everything_made_for_fingers_is_at_least_44_pixels_high(phone: Reader, address: str) -> None:
    phone.open(address)
    assert phone.sees(SMALL) == []
    if (opener := phone.page.get_by_role("button", name="栏目", exact=True)).is_visible():
        opener.click()
        assert phone.sees(SMALL) == []


# All that a reader may see or hear: text, also of the two panels, and the attributes that are read out.
WORDS = """() => {
    const words = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const quoted = "script, style, .hj-rule p";  // the checks quote what editors type
    while (walker.nextNode())
        if (!walker.currentNode.parentElement.closest(quoted)) words.push(walker.currentNode.data);
    for (const name of ["aria-label", "title", "placeholder", "alt", "data-label"])
        for (const one of document.querySelectorAll(`[${name}]`)) words.push(one.getAttribute(name));
    return words.join("\\n");
}"""
NAMES = re.compile(
    r"[\w-]+(\.[\w-]+)*(/[\w./-]*)?\.yml"  # the records' files
    r"|\.yml|YAML|UTF-8|Tab"  # what they are written in, and with
    r"|/([\w-]+/)+"  # the printed address of a page
    r"|(https?://)?[\w-]+(\.[\w-]+)+(/[\w./?=-]*)?"  # addresses on the web
)


@pytest.mark.parametrize("address", PAGES)
def test_no_english_word_stands_anywhere(phone: Reader, address: str) -> None:
    phone.open(address)
    words = NAMES.sub("", phone.sees(WORDS))
    assert re.findall(r"[A-Za-z]{2,}", words) == []
