"""Polling-day quiet: introductions of candidates stop for the day of the vote in China, whenever the page was built."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page

from huanjie.model.constituencies import Constituency
from tests.support import chromium
from tests.support.chromium import served
from tests.support.example import CONTENT, checked
from tests.support.example_site import build

pytestmark = pytest.mark.browser
browser = chromium.browser

EVE, POLLING_DAY = "2026-11-17", "2026-11-18"
CONSTITUENCY, MEETING = "areas/dongguan/county-8/", "meetings/2026-11-12-dongguan-8/"
SPEECH = "讲了在哪里上班"
NEUTRAL = "选举日当天不显示候选人的介绍"


def introductions() -> list[str]:
    """What the candidates of the constituency say of themselves."""
    (one,) = (one for one in checked(CONTENT).records.of(Constituency) if one.slug == "dongguan/county-8")
    return [text for candidate in one.candidates if (text := candidate.introduction)]


@pytest.fixture(scope="module")
def as_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the example built the day before the vote and on the day itself."""
    eve, day = (build(tmp_path_factory.mktemp(day), "--today", day) for day in (EVE, POLLING_DAY))
    with served(eve) as before, served(day) as during:
        yield {EVE: before, POLLING_DAY: during}


@pytest.fixture
def abroad(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a reader whose own day begins 13 hours after the day in China; with scripts, or told to be without."""
    scripts = getattr(request, "param", True)
    context = browser.new_context(timezone_id="America/New_York", java_script_enabled=scripts)
    yield context.new_page()
    context.close()


def introduced(page: Page, texts: list[str]) -> bool:
    """Whether the texts are shown; if not, the neutral sentence stands in place of them."""
    shown = {page.get_by_text(text).locator("visible=true").count() > 0 for text in texts}
    neutral = page.get_by_text(NEUTRAL).locator("visible=true").count() > 0
    assert shown == {not neutral}
    return not neutral


@pytest.mark.parametrize(
    ("built", "now", "abroad", "shown"),
    [
        (EVE, "2026-11-17T20:00+08:00", True, True),
        (EVE, "2026-11-17T23:59+08:00", True, True),
        (EVE, "2026-11-18T00:01+08:00", True, False),  # 11:01 of the day before, where the reader is
        (EVE, "2026-11-18T23:59+08:00", True, False),
        (EVE, "2026-11-19T00:01+08:00", True, True),
        (POLLING_DAY, "2026-11-18T00:01+08:00", True, False),
        (POLLING_DAY, "2026-11-18T12:00+08:00", False, False),
        (POLLING_DAY, "2026-11-19T00:01+08:00", True, True),
    ],
    indirect=["abroad"],
)
def test_introductions_stop_on_polling_day_in_china_and_come_back(
    as_of: dict[str, str], abroad: Page, built: str, now: str, *, shown: bool
) -> None:
    abroad.clock.set_fixed_time(datetime.fromisoformat(now))
    abroad.goto(as_of[built] + CONSTITUENCY)
    assert introduced(abroad, introductions()) == shown
    abroad.goto(as_of[built] + MEETING)
    assert introduced(abroad, [SPEECH]) == shown


def test_a_page_left_open_the_evening_before_is_neutral_when_the_reader_comes_back(
    as_of: dict[str, str], abroad: Page
) -> None:
    abroad.clock.set_fixed_time(datetime.fromisoformat("2026-11-17T23:00+08:00"))
    abroad.goto(as_of[EVE] + CONSTITUENCY)
    assert introduced(abroad, introductions())
    abroad.clock.set_fixed_time(datetime.fromisoformat("2026-11-18T07:00+08:00"))
    abroad.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert not introduced(abroad, introductions())


@pytest.mark.parametrize("built", [EVE, POLLING_DAY])
def test_the_search_finds_no_introduction(as_of: dict[str, str], abroad: Page, built: str) -> None:
    for words, there in (("山洪", True), *((text, False) for text in [*introductions(), SPEECH])):
        abroad.goto(f"{as_of[built]}search/?q={words}")
        abroad.locator("[data-search-state=done]").wait_for(state="attached")
        assert (words in abroad.locator("[data-hj-list]").inner_text()) == there
