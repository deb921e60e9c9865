"""What a reader can set and tap: the size of the type, dark and light, a word that is explained where it stands."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.support import chromium, example_site
from tests.support.chromium import PHONE, reading

pytestmark = pytest.mark.browser
example, site = example_site.example, example_site.site
browser = chromium.browser

PAGE = "areas/xiguan/county-20/"
SIZE = "parseFloat(getComputedStyle(document.querySelector('.hj-facts dd')).fontSize)"


def test_the_size_of_the_type_goes_up_twice_and_is_remembered_on_the_next_page(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open(PAGE)
        sizes = [reader.sees(SIZE)]
        for offered in ("大字", "更大"):
            reader.page.get_by_role("button", name=re.compile(f"字号换成 ?{offered}")).click()
            sizes.append(reader.sees(SIZE))
        assert sizes[0] >= 18
        assert sizes == sorted(set(sizes))
        reader.open("questions/left-off-list/")
        assert reader.sees(SIZE) == sizes[-1]
        assert reader.sees("document.scrollingElement.scrollWidth") <= PHONE
        reader.page.get_by_role("button", name=re.compile("字号换成 ?标准")).click()
        assert reader.sees(SIZE) == sizes[0]


def test_dark_is_chosen_in_the_drawer_of_a_phone_and_remembered(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("")
        light = reader.sees("getComputedStyle(document.body).backgroundColor")
        reader.page.get_by_role("button", name="栏目", exact=True).click()
        reader.page.get_by_role("button", name="换成深色").click()
        reader.open(PAGE)
        assert reader.sees("getComputedStyle(document.body).backgroundColor") != light
        reader.page.get_by_role("button", name="栏目", exact=True).click()
        reader.page.get_by_role("button", name="换成浅色").click()
        assert reader.sees("getComputedStyle(document.body).backgroundColor") == light


@pytest.mark.parametrize("scripts", [True, False])
def test_a_word_that_is_tapped_is_explained_where_the_reader_is(browser: Browser, site: str, *, scripts: bool) -> None:
    with reading(browser, site, scripts=scripts) as reader:
        reader.open(PAGE)
        word = reader.page.locator(".hj-term", has_text="另行选举").first
        word.click()
        said = reader.page.locator("#term-rerun")
        box = said.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < box["y"] + box["height"] <= 800  # on the screen, wherever the reader was
        assert "再选一次" in said.inner_text()
        said.get_by_role("link", name="回到原处").click()
        assert not reader.sees("document.querySelector('#term-rerun:target')")
        assert word.is_visible()


@pytest.mark.parametrize("away", ["Escape", "beside"])
def test_an_explanation_goes_away(browser: Browser, site: str, away: str) -> None:
    with reading(browser, site) as reader:
        reader.open(PAGE)
        reader.page.locator(".hj-term", has_text="另行选举").first.click()
        assert reader.sees("!!document.querySelector('#term-rerun:target')")
        if away == "Escape":
            reader.page.keyboard.press("Escape")
        else:
            reader.page.mouse.click(20, 120)
        assert not reader.sees("document.querySelector('#term-rerun:target')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_has_lines_and_small_type_in_the_colour_of_the_text(
    browser: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    with reading(browser, site) as reader:
        reader.page.emulate_media(color_scheme=scheme, contrast="more")
        reader.open(PAGE)
        colour = "getComputedStyle(document.querySelector('{}')).{}"
        text, small = (reader.sees(colour.format(one, "color")) for one in (".hj-facts dd", ".hj-note"))
        line = reader.sees(colour.format(".hj-facts > div", "borderBottomColor"))
        assert (line, small) == (text, text)
