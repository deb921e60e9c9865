"""A resident finds the polling station in Chromium: by typing, in three taps without scripts, and is told when not."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, expect

from tests.support import chromium, example_site
from tests.support.axe import violations
from tests.support.chromium import Reader, reading

pytestmark = pytest.mark.browser
example, site = example_site.example, example_site.site
browser, regular, phone = chromium.browser, chromium.regular, chromium.phone


def typed(reader: Reader, name: str) -> list[str]:
    """What is found for a name, each result with its first words."""
    reader.open("find/")
    box = reader.page.get_by_role("searchbox", name="您住的村、社区，或者单位叫什么")
    box.fill(name)
    box.focus()
    expect(reader.page.locator("#find-status")).to_have_text(re.compile("找到|相近|没有取到"))
    return [text.split("\n")[0] for text in reader.page.locator("#find-found > li").all_inner_texts()]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("西石坡村", ["西石坡村"]),
        ("西石坡", ["西石坡村"]),
        ("xishipo", ["西石坡村"]),
        ("Xi Shi Po cun", ["西石坡村"]),
        ("xī shí pō", ["西石坡村"]),
        ("xsp", ["西石坡村", "下水坡村"]),
        ("xisipo", ["西石坡村"]),  # who does not tell s from sh
        ("老东石坡", ["东石坡村"]),  # as people call it
        ("東石坡村", ["东石坡村"]),
        ("白杨镇东石坡村", ["东石坡村"]),
        ("baiyang dongshipo", ["东石坡村"]),
        ("东石坡村三组", ["东石坡村"]),  # more than a name
        ("白杨镇", ["白杨镇"]),
        ("bygds", ["白杨供电所"]),
        ("changchuanweish", ["长川镇卫生院"]),
        ("没有这个村", []),
    ],
)
def test_a_place_is_found_as_it_is_typed(phone: Reader, name: str, found: list[str]) -> None:
    assert typed(phone, name) == found
    assert phone.troubles == []


def test_a_result_tells_station_address_and_hours_and_leads_there(phone: Reader) -> None:
    typed(phone, "西石坡")
    result = phone.page.locator("#find-found > li").first
    expect(result).to_contain_text("西石坡村村委会图书室，上午8时至晚上6时")
    result.get_by_role("link", name="西石坡村投票站").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("白杨镇西石坡村投票站")


def test_who_comes_back_finds_the_results_again(phone: Reader) -> None:
    typed(phone, "西石坡")
    phone.page.get_by_role("link", name="县级第 75 选区").click()
    phone.page.go_back()
    expect(phone.page.locator("#find-found > li")).to_have_count(1)


def test_who_finds_nothing_is_told_what_to_try_and_whom_to_call(phone: Reader) -> None:
    typed(phone, "<b>没有</b>")
    expect(phone.page.locator("#find-status")).to_have_text("没有找到“<b>没有</b>”。")
    assert phone.page.locator("#find-none a[href^='tel:']").is_visible()


def test_names_are_loaded_when_somebody_types_and_nothing_else_is_ever_asked_for(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("find/")
        reader.settle()
        before = [*reader.loaded]
        assert "/find/places.js" not in before
        typed(reader, "西石坡")
        reader.settle()
        assert {*reader.loaded} - {*before} == {"/find/places.js"}
        assert reader.page.url.endswith("/find/")


def test_results_are_accessible_and_large_enough_to_tap(phone: Reader) -> None:
    typed(phone, "xsp")
    phone.sees(AXE_SCRIPT)
    assert violations(phone) == []
    small = (
        "[...document.querySelectorAll('#find-found a')].filter(one => one.getBoundingClientRect().height < 44).length"
    )
    assert phone.sees(small) == 0


def test_without_scripts_there_is_no_box_to_type_in(browser: Browser, site: str) -> None:
    with reading(browser, site, scripts=False) as reader:
        reader.open("find/")
        assert not reader.page.locator("#find").is_visible()
