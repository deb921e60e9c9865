"""On paper: every poster is one full sheet, and no page prints what only a screen can use."""

import re

import pytest
from playwright.sync_api import expect

from huanjie.pages.posters.posters import Poster
from tests.support import chromium, example_site
from tests.support.chromium import Reader
from tests.support.example import CONTENT, TODAY, pages_of

pytestmark = pytest.mark.browser
example, site = example_site.example, example_site.site
browser, regular, phone = chromium.browser, chromium.regular, chromium.phone


def fullest(pattern: str) -> list[str]:
    """The addresses of the three posters of a kind that say most."""
    sizes = {}
    for address, page in pages_of(CONTENT, TODAY).items():
        poster = page.context.get("poster")
        if re.fullmatch(pattern, address) and isinstance(poster, Poster):
            sizes[address] = len("".join([*poster.paragraphs, *(text for _, texts in poster.facts for text in texts)]))
    return sorted(sizes, key=lambda address: sizes[address])[-3:]


A4 = 673  # what the margins leave of its width, in pixels
KINDS = ("posters/steps/.*", "posters/topics/.*", "areas/.*", "questions/.*")


@pytest.mark.parametrize("address", [address for kind in KINDS for address in fullest(kind)])
def test_a_poster_is_one_sheet_and_nothing_runs_over(phone: Reader, address: str) -> None:
    phone.page.set_viewport_size({"width": A4, "height": 800})
    phone.page.emulate_media(media="print")
    phone.open(address)
    assert len(re.findall(rb"/Type\s*/Page\b", phone.page.pdf(format="A4"))) == 1
    assert phone.sees("(sheet => sheet.scrollHeight - sheet.clientHeight)(document.querySelector('.hj-poster'))") <= 2
    expect(phone.page.get_by_text("这是演示用的虚构网站")).to_be_visible()  # nobody may take it for a real one


def test_a_poster_without_a_code_says_the_address_of_its_page(phone: Reader) -> None:
    phone.open("posters/steps/listed/")
    expect(phone.page.locator(".hj-poster-address")).to_have_text(f"{phone.site}vote/#listed")


ON_A_SCREEN = "header, .md-tabs, .hj-path, footer.hj-footer, #find, .hj-screen, nav[aria-label=分页]"


@pytest.mark.parametrize(
    "address",
    ["", "find/", "find/x/", "areas/dongguan/", "areas/xiguan/county-20/", "results/", "questions/my-one-vote/"],
)
def test_a_printed_page_has_no_navigation_and_says_its_address(phone: Reader, address: str) -> None:
    phone.open(address)
    phone.page.emulate_media(media="print")
    assert phone.page.locator(ON_A_SCREEN).locator("visible=true").count() == 0
    phone.sees("dispatchEvent(new Event('beforeprint'))")
    expect(phone.page.locator("#page-address")).to_have_text(phone.site + address)
    assert phone.page.locator("details:not([open])").count() == 0
    signs = "[...document.querySelectorAll('.hj-sort')].map(one => getComputedStyle(one, '::after').content)"
    assert {*phone.sees(signs)} <= {"none"}  # paper does not sort
    wide = "[...document.querySelectorAll('table, svg')].filter(one => one.scrollWidth > one.clientWidth + 1).length"
    assert phone.sees(wide) == 0


def test_no_picture_takes_more_than_half_a_sheet(phone: Reader) -> None:
    phone.page.set_viewport_size({"width": A4, "height": 800})
    phone.page.emulate_media(media="print")
    for address in ("law/deadlines/", "progress/", "results/"):
        phone.open(address)
        pictures = phone.page.locator("main svg[role=img]").evaluate_all("all => all.map(one => one.clientHeight)")
        assert pictures
        assert max(pictures) <= 480  # of 990 pixels between the margins
