"""A page that was built the evening before the vote is still right when it is read on the day, and after it."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser

from tests import chromium
from tests.chromium import served
from tests.conftest import Project

pytestmark = pytest.mark.browser
browser = chromium.browser


@pytest.fixture(scope="module")
def eve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of 2016 as if it were built on the eve of the vote."""
    project = Project(tmp_path_factory.mktemp("eve"))
    election = project.content / "election.yml"
    election.write_text(election.read_text("utf-8").replace("ended: yes\n", ""), "utf-8")
    finished = project.run("huanjie", "build", "--today", "2016-06-27")
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
            "选举日（2016年6月28日）已经过了。这一页写的是2016年6月27日的情况，还没有结果。",
        ),
        ("2016-06-29T00:01+08:00", False, "选举日是2016年6月28日，还有 1 天。"),
    ],
)
def test_the_state_is_that_of_the_readers_day_in_china(
    eve: str, browser: Browser, now: str, told: str, *, scripts: bool
) -> None:
    context = browser.new_context(timezone_id="America/New_York", java_script_enabled=scripts)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    for address in ("", "progress/"):
        page.goto(eve + address)
        assert page.locator(".hj-state:visible").all_inner_texts() == [told]
    context.close()
