"""What reaches the reader: on every screen and on paper, with scripts and without, in few bytes and from one host."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser

from tests.conftest import Project
from tests.support import chromium
from tests.support.chromium import DESKTOP, PHONE, Reader, reading, served
from tests.support.kinds import PAGES
from tests.support.unseen import UNSEEN

pytestmark = pytest.mark.browser
browser, site = chromium.browser, chromium.site
regular, phone = chromium.regular, chromium.phone


@pytest.mark.parametrize("address", PAGES)
def test_a_page_loads_without_an_error_and_from_its_own_host_only(browser: Browser, site: str, address: str) -> None:
    with reading(browser, site) as reader:
        reader.open(address)
        reader.settle()
        assert reader.troubles == []
        assert reader.loaded  # it did listen


@pytest.mark.parametrize("address", ["", "meetings/2016-05-31/", "law/deadlines/", "about/checks/c/"])
def test_a_first_visit_costs_less_than_100_kilobytes(
    browser: Browser, site: str, built: Path, address: str, record_property: Callable[[str, object], None]
) -> None:
    with reading(browser, site) as reader:
        reader.open(address)
        reader.settle()
        files = [built / path.lstrip("/") for path in dict.fromkeys(reader.loaded)]
    whole = [path / "index.html" if path.is_dir() else path for path in files]
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in whole}
    record_property("bytes", sizes)
    assert sum(sizes.values()) < 100_000, sizes


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scrolls_sideways(phone: Reader, address: str) -> None:
    # 320 by 256 is what is left of 1280 by 1024 at a zoom of 400 %.
    phone.open(address)
    for width, height in ((320, 800), (320, 256), (PHONE, 800), (600, 800), (1000, 800), (DESKTOP, 800)):
        phone.page.set_viewport_size({"width": width, "height": height})
        assert phone.sees("document.documentElement.scrollWidth") <= width
        assert phone.sees("document.body.scrollWidth") <= width


@pytest.mark.parametrize("address", PAGES)
def test_with_scripts_off_all_text_of_a_page_is_there(browser: Browser, site: str, address: str) -> None:
    with reading(browser, site, scripts=False) as reader:
        reader.open(address)
        assert reader.sees(UNSEEN) == []
        reader.page.set_viewport_size({"width": DESKTOP, "height": 800})
        assert reader.sees(UNSEEN) == []


def test_a_row_of_a_table_names_its_columns_on_a_phone(browser: Browser, site: str) -> None:
    heads = "[...document.querySelectorAll('.hj-table thead th')].slice(1).map(one => one.textContent)"
    row = "[...document.querySelector('.hj-table tbody tr').querySelectorAll('td')]"
    labels = f"{row}.map(one => getComputedStyle(one, '::before').content.slice(1, -2))"
    with reading(browser, site, width=PHONE) as reader:
        reader.open("meetings/2016-10-21/")
        assert reader.sees(labels) == reader.sees(heads)
        reader.page.set_viewport_size({"width": DESKTOP, "height": 800})
        assert reader.page.get_by_role("columnheader").all_inner_texts()[1:] == reader.sees(heads)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_with_scripts_off_every_section_is_one_plain_link_away_from_home(
    browser: Browser, site: str, width: int
) -> None:
    with reading(browser, site, width=width, scripts=False) as reader:
        reader.open("")
        links = reader.page.locator("a:visible").evaluate_all("all => all.map(one => one.href)")
        sections = ("progress/", "meetings/", "policies/", "themes/", "sources/", "about/")
        assert [section for section in sections if site + section not in links] == []
        assert reader.page.locator("button:visible, input:visible").count() == 0  # nothing that would not work


def test_with_scripts_off_dark_follows_the_device(browser: Browser, site: str) -> None:
    with reading(browser, site, scheme="dark", scripts=False) as reader:
        reader.open("")
        assert reader.sees("getComputedStyle(document.body).backgroundColor") == "rgb(23, 25, 29)"


# ---- On paper ----

AWAY = ".md-header, .md-tabs, .md-sidebar, .md-skip, .hj-path, .hj-around, .hj-footer"
A4 = 673  # 210 mm less the two margins of 16 mm, at 96 dots an inch


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("address", ["", "progress/", "meetings/2016-05-31/", "meetings/2016-10-21/"])
def test_a_printed_page_has_the_address_and_not_the_navigation(
    browser: Browser, site: str, address: str, *, scripts: bool
) -> None:
    with reading(browser, site, width=A4, scripts=scripts) as reader:
        reader.open(address)
        assert reader.page.pdf(format="A4").startswith(b"%PDF")  # beforeprint is told, as when a reader prints
        reader.page.emulate_media(media="print")
        assert reader.page.locator(AWAY).locator("visible=true").all_inner_texts() == []
        assert reader.page.locator(".hj-print").is_visible()
        shown = reader.page.locator("#page-address").inner_text()
        assert shown == (site + address if scripts else f"秦州区 2016 年换届选举 /{address}")
        assert reader.sees(UNSEEN) == []
        assert reader.sees("document.documentElement.scrollWidth") <= A4


def test_with_scripts_off_a_printed_page_has_the_public_address_that_the_build_was_told(
    browser: Browser, project: Project
) -> None:
    assert project.build(HUANJIE_SITE_URL="https://example.org/huanjie/").returncode == 0
    with served(project.site) as site, reading(browser, site, scripts=False) as reader:
        reader.open("meetings/2016-05-31/")
        reader.page.emulate_media(media="print")
        shown = reader.page.locator(".hj-print").inner_text()
        assert shown == "本页地址：https://example.org/huanjie/meetings/2016-05-31/"


# ---- Where figures come from, and where links lead ----

# Every value shown, whose section of the page has no link to a source that can be seen.
UNSOURCED = """() => [...document.querySelectorAll(".hj-value")].filter(value => {
    let piece = value;
    while (!piece.parentElement.matches("article, section")) piece = piece.parentElement;
    for (let first = piece.previousElementSibling; first && !piece.matches("h2"); first = first.previousElementSibling)
        piece = first;
    for (let one = piece; one && (one === piece || !one.matches("h2")); one = one.nextElementSibling)
        for (const link of one.querySelectorAll("a[href*='sources/']"))
            if (link.checkVisibility()) return false;
    return true;
}).map(value => value.textContent)"""


@pytest.mark.parametrize("address", [address for address in PAGES if not address.startswith("sources/report-")])
def test_every_figure_and_date_stands_in_a_section_that_links_to_its_source(phone: Reader, address: str) -> None:
    phone.open(address)
    assert phone.sees(UNSOURCED) == []


def test_copied_under_a_path_every_link_style_and_script_of_every_page_still_works(
    browser: Browser, built: Path, tmp_path: Path
) -> None:
    shutil.copytree(built, tmp_path / "a" / "b")
    hrefs = "[...document.querySelectorAll('a[href]')].map(one => one.href)"
    styled = "[...document.querySelectorAll('link[rel=stylesheet]')].every(one => one.sheet.cssRules.length > 0)"
    with served(tmp_path) as root, reading(browser, site := f"{root}a/b/") as reader:
        waiting, ids, fragments = [site], {}, set()
        while waiting:
            reader.open(waiting.pop().removeprefix(site))
            ids[reader.page.url] = set(reader.sees("[...document.querySelectorAll('[id]')].map(one => one.id)"))
            assert reader.sees(styled)
            assert reader.sees("document.documentElement.classList.contains('js')")
            links = [urldefrag(href) for href in reader.sees(hrefs) if href.startswith(root)]
            fragments |= {link for link in links if link.fragment}
            waiting += {link.url for link in links} - ids.keys() - set(waiting)
        assert reader.troubles == []
    assert {link for link in fragments if link.fragment not in ids[link.url]} == set()
    pages = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")}
    assert {url.removeprefix(site).rstrip("/") or "." for url in ids} == pages
