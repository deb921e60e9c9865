"""Searching as readers do it: the box on every page, and the page of results."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, expect

from tests.support import chromium
from tests.support.axe import AXE, violations
from tests.support.chromium import DESKTOP, PHONE, Reader, reading, served
from tests.support.example_site import build

pytestmark = pytest.mark.browser
browser = chromium.browser
DONE = "[data-search-state=done]"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented district's site."""
    return build(tmp_path_factory.mktemp("district"), "--today", "2026-11-24")


@pytest.fixture(scope="module")
def site(district: Path) -> Iterator[str]:
    with served(district) as address:
        yield address


def results(reader: Reader) -> list[str]:
    """The addresses of the results, when they are complete."""
    reader.page.locator(DONE).wait_for(state="attached")
    links = reader.page.locator("a[data-result]").evaluate_all("all => all.map(one => one.href)")
    return [link.removeprefix(reader.site) for link in links]


def test_nothing_of_the_search_is_loaded_before_somebody_turns_to_it(browser: Browser, site: str) -> None:
    with reading(browser, site, width=DESKTOP) as reader:
        reader.open("progress/")
        reader.settle()
        assert [path for path in reader.loaded if "search" in path or "lunr" in path or "worker" in path] == []
        with reader.page.expect_response("**/assets/search/search.js"):
            reader.page.get_by_role("searchbox").focus()


def test_a_question_leads_to_its_answer(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("search/?q=我在外地打工能不能投票")
        assert results(reader)[0] == "questions/working-away/"
        assert reader.page.locator("mark").count()
        assert reader.troubles == []


@pytest.mark.parametrize(
    ("query", "answered"),
    [("我在外地打工能不能投票", True), ("低保怎么申请", True), ("去哪里了解候选人的情况", False)],
)
def test_an_answer_stands_above_only_where_one_wording_asks_so(
    browser: Browser, site: str, query: str, *, answered: bool
) -> None:
    with reading(browser, site) as reader:
        reader.open(f"search/?q={query}")
        assert results(reader)
        reader.settle()
        expect(reader.page.locator("[data-hj-answer]")).to_be_visible(visible=answered)


def test_all_that_was_found_can_be_shown(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("search/?q=能不能手机上投票")
        shown, more = len(results(reader)), reader.page.get_by_role("button", name="再看")
        count = int(re.sub(r"\D", "", reader.page.locator("[data-hj-status]").inner_text()))
        assert shown < count
        while more.is_visible():
            told = int(re.sub(r"\D", "", more.inner_text()))
            more.click()
            expect(reader.page.locator("a[data-result]")).to_have_count(shown + told)
            shown += told
        assert shown == count


@pytest.mark.parametrize(
    "query", ["我在外地打工能不能投票", "xuanmindengjibanfa", "选民正丢了", "选民登记", "選民登記辦法", "疫苗"]
)
def test_a_first_query_takes_six_files_and_40_kilobytes(
    browser: Browser, district: Path, site: str, query: str
) -> None:
    with reading(browser, site) as reader:
        reader.open(f"search/?q={query}")
        results(reader)
        files = [path for path in reader.loaded if re.match(r"assets/search/[^xf]", path.lstrip("/"))]
        assert 0 < len(files) <= 6
        assert sum(len(gzip.compress((district / path.lstrip("/")).read_bytes(), 9)) for path in files) < 40_000


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_no_fault_in_results_and_suggestions(browser: Browser, site: str, width: int) -> None:
    with reading(browser, site, width=width) as reader:
        reader.open("search/?q=投票")
        assert results(reader)
        reader.sees(AXE_SCRIPT)
        assert violations(reader) == []
    with reading(browser, site, width=DESKTOP) as reader:
        reader.open("")
        reader.page.get_by_role("searchbox").fill("投票站")
        reader.page.locator(".hj-suggestions a").first.wait_for()
        reader.sees(AXE_SCRIPT)
        assert reader.sees(AXE.replace("axe.run(", "axe.run('.md-header', ")) == []


def test_excerpts_are_loaded_for_the_results_that_are_seen(browser: Browser, site: str) -> None:
    with reading(browser, site, width=PHONE) as reader:
        reader.open("search/?q=投票")
        shown = results(reader)
        reader.settle()
        texts = [path for path in reader.loaded if "/search/x" in path]
        assert 0 < len(texts) < len(shown)
        last = reader.page.locator(".hj-excerpt").last
        expect(last).to_be_empty()
        last.scroll_into_view_if_needed()
        expect(last).not_to_be_empty()


def test_the_way_back_leads_to_the_query_before(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("search/?q=选民证")
        first = results(reader)
        box = reader.page.locator("main").get_by_role("searchbox")
        box.fill("流动票箱")
        box.press("Enter")
        expect(reader.page).to_have_url(f"{site}search/?q=%E6%B5%81%E5%8A%A8%E7%A5%A8%E7%AE%B1")
        assert results(reader) != first
        reader.page.go_back()
        expect(box).to_have_value("选民证")
        assert results(reader) == first


def test_what_is_typed_is_text_and_never_html(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("search/?q=<img src=x onerror=document.title=1>选民证")
        results(reader)
        assert reader.page.locator("main img").count() == 0
        reader.open("search/?q=<b>鲲鹏</b>")
        results(reader)
        assert "没有找到“<b>鲲鹏</b>”" in reader.page.locator("[data-hj-status]").inner_text()


def test_with_scripts_off_the_link_leads_to_a_table_of_contents(browser: Browser, site: str) -> None:
    with reading(browser, site, scripts=False) as reader:
        reader.open("progress/")
        reader.page.get_by_role("link", name="搜索", exact=True).click()
        expect(reader.page).to_have_url(f"{site}search/")
        assert reader.page.get_by_role("link", name="枣林镇", exact=True).is_visible()
        assert reader.page.locator("input:visible").count() == 0


def test_it_works_in_a_folder_without_a_server(browser: Browser, district: Path) -> None:
    with reading(browser, f"file://{district}/") as reader:
        reader.open("search/index.html?q=代投")
        assert results(reader)[0] == "glossary/index.html#proxy"
        assert reader.troubles == []


def test_who_searched_before_searches_again_without_a_network(browser: Browser, district: Path) -> None:
    with served(district) as site, reading(browser, site) as reader:
        reader.open("search/?q=选民证")
        first = results(reader)
        reader.page.evaluate("navigator.serviceWorker.ready")
        reader.page.wait_for_function("async () => (await caches.match('../assets/huanjie.css')) !== undefined")
        reader.open("search/?q=选民证")  # the worker keeps what is fetched from now on
        assert results(reader) == first
        reader.page.context.set_offline(True)
        reader.open("search/?q=选民证")
        assert results(reader) == first


def test_one_kind_alone_can_be_shown(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("search/?q=委托投票")
        before = results(reader)
        reader.page.get_by_text("只看一种").click()
        reader.page.get_by_role("button", name="规则").click()
        after = results(reader)
        assert after
        assert {address.split("/")[1] for address in after} == {"rules"}
        assert reader.page.locator(":focus").get_attribute("aria-pressed") == "true"
        reader.page.get_by_role("button", name="全部种类").click()
        assert results(reader) == before


def test_the_arrow_keys_go_from_the_box_through_suggestions_and_escape_leads_back(browser: Browser, site: str) -> None:
    with reading(browser, site, width=DESKTOP) as reader:
        reader.open("progress/")
        box = reader.page.get_by_role("searchbox")
        box.fill("枣林镇")
        reader.page.locator(".hj-suggestions a").first.wait_for()
        reader.page.keyboard.press("ArrowDown")
        assert reader.sees("document.activeElement.innerText") == "乡镇街道 枣林镇"
        reader.page.keyboard.press("Escape")
        expect(box).to_be_focused()
        expect(reader.page.locator(".hj-suggestions")).to_be_hidden()


def test_an_input_method_that_is_still_asking_starts_no_search(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.open("search/?q=选民证")
        before = results(reader)
        box = reader.page.locator("main").get_by_role("searchbox")
        box.dispatch_event("compositionstart")
        box.fill("xuanqu")
        box.press("Enter")
        assert results(reader) == before
        assert "选民证" in reader.page.title()
        box.fill("选区")
        box.dispatch_event("compositionend")
        expect(reader.page).to_have_title("选区 - 搜索 - 示例区 2026 年换届选举（虚构）")


def test_a_file_that_does_not_come_is_told_and_the_contents_are_shown(browser: Browser, site: str) -> None:
    with reading(browser, site) as reader:
        reader.page.route("**/assets/search/t*.js", lambda route: route.abort())
        reader.open("search/?q=选民证")
        reader.page.locator("[data-search-state=failed]").wait_for(state="attached")
        assert "没有取到" in reader.page.locator("[data-hj-status]").inner_text()
        assert reader.page.get_by_role("heading", name="按拼音").is_visible()
