"""From home in three taps, without scripts; and a page built days before the vote is right when it is read later."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from playwright.sync_api import Browser

from huanjie.checks.report import check_folder
from huanjie.law import Statute
from huanjie.law.deadlines import of_election
from huanjie.model.election import Election
from tests.conftest import ROOT, Project
from tests.support import chromium
from tests.support.chromium import reading, served

pytestmark = pytest.mark.browser
browser = chromium.browser


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of 2016 as if it were built eight days before the vote."""
    project = Project(tmp_path_factory.mktemp("early"))
    election = project.content / "election.yml"
    election.write_text(election.read_text("utf-8").replace("ended: yes\n", ""), "utf-8")
    finished = project.run("huanjie", "build", "--today", "2016-06-20")
    assert finished.returncode == 0, finished.stderr
    with served(project.site) as address:
        yield address


@pytest.mark.parametrize(
    ("now", "scripts", "told"),
    [
        ("2016-06-27T23:59+08:00", True, "选举日是2016年6月28日，还有 1 天。"),
        ("2016-06-26T12:00+08:00", True, "选举日是2016年6月28日，还有 2 天。"),
        ("2016-06-28T00:01+08:00", True, "今天是选举日，上午9时开始投票。"),
        (
            "2016-06-29T00:01+08:00",
            True,
            "选举日（2016年6月28日）已经过了。这一页是在那以前写的，还没有结果。",
        ),
        ("2016-06-29T00:01+08:00", False, "选举日是2016年6月28日。"),
    ],
)
def test_the_state_is_that_of_the_readers_day_in_china(
    early: str, browser: Browser, now: str, told: str, *, scripts: bool
) -> None:
    context = browser.new_context(timezone_id="America/New_York", java_script_enabled=scripts)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    for address in ("", "progress/"):
        page.goto(early + address)
        assert page.locator(".hj-state:visible").all_inner_texts() == [told]
    context.close()


STAGE = "今天：2016年6月{}日"


# Devices ahead of China, in it, and far behind, and one whose calendar has another year.
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Asia/Shanghai", "UTC", "America/Los_Angeles"])
@pytest.mark.parametrize("locale", ["zh-CN", "th-TH-u-ca-buddhist"])
def test_no_zone_and_no_calendar_of_a_device_moves_the_day_in_china(
    early: str, browser: Browser, zone: str, locale: str
) -> None:
    context = browser.new_context(timezone_id=zone, locale=locale)
    page = context.new_page()
    for minute, left, stage in (
        ("2016-06-20T15:59:59Z", 8, STAGE.format(20)),
        ("2016-06-20T16:00:00Z", 7, STAGE.format(21)),
        ("2016-06-21T15:59:59Z", 7, STAGE.format(21)),  # the last day on which the picture holds
        ("2016-06-21T16:00:00Z", 6, "这一页写到这里"),
    ):
        page.clock.set_fixed_time(datetime.fromisoformat(minute))
        page.goto(f"{early}progress/")
        assert page.locator(".hj-state:visible").inner_text() == f"选举日是2016年6月28日，还有 {left} 天。"
        assert page.locator("[data-hj-today]").text_content() == stage
    context.close()


def test_a_page_left_open_over_midnight_counts_again_when_the_reader_comes_back(early: str, browser: Browser) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat("2016-06-27T23:00+08:00"))
    page.goto(early)
    page.clock.set_fixed_time(datetime.fromisoformat("2016-06-28T07:00+08:00"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator(".hj-state:visible").all_inner_texts() == ["今天是选举日，上午9时开始投票。"]
    page.close()


def test_paper_has_the_date_and_no_count(early: str, browser: Browser) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat("2016-06-20T12:00+08:00"))
    page.goto(early)
    page.emulate_media(media="print")
    assert page.locator(".hj-state:visible").all_inner_texts() == ["选举日是2016年6月28日。"]
    page.close()


@pytest.mark.parametrize(("slowed", "scripts"), [(4, True), (1, False)])
def test_from_home_to_the_next_deadline_and_its_sum(
    early: str, browser: Browser, slowed: int, *, scripts: bool
) -> None:
    today = date(2016, 6, 20)
    election = check_folder(ROOT / "content", today).records.one(Election)
    derived = of_election(Statute.of(election, today), election)
    ahead = next(one for one, _ in derived if one.event == "formal-candidates-published")
    with reading(browser, early, scripts=scripts) as reader:
        reader.slow_down(slowed)
        reader.open("")
        reader.page.get_by_role("link", name=f"{ahead.title}的最后一天").first.click()
        section = reader.page.locator("section:target")
        assert ahead.sum in section.inner_text()
        assert ahead.cited.text in section.inner_text()
