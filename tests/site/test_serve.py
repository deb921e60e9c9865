"""The live preview: what an editor saves is what the browser shows; a wrong record keeps the last good page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import Project
from tests.support import chromium
from tests.support.serving import read_until, started

pytestmark = pytest.mark.browser
browser = chromium.browser


@contextmanager
def serving(project: Project) -> Iterator[tuple[str, IO[str]]]:
    """A live server of the project that can be asked: its address, and what it says."""
    with started(project) as (address, stream):
        read_until(stream, "Ctrl+C")
        yield address, stream


@pytest.fixture
def server(project: Project) -> Iterator[tuple[str, IO[str]]]:
    with serving(project) as one:
        yield one


def test_an_edited_record_shows_in_the_browser_and_a_wrong_one_keeps_the_last_page(
    project: Project, server: tuple[str, IO[str]], browser: Browser
) -> None:
    address, stream = server
    meeting = project.content / "meetings" / "2016-10-21.yml"
    good = meeting.read_text("utf-8")
    page = browser.new_page()
    page.goto(f"{address}meetings/2016-10-21/")
    present = page.locator("#present")
    expect(present).to_contain_text("206 人")

    meeting.write_text(good.replace("present: 206", "present: 207"), "utf-8")
    expect(present).to_contain_text("207 人", timeout=15_000)

    meeting.write_text(good.replace("present: 206", "present: 二百零六"), "utf-8")
    assert re.search(r"meetings/2016-10-21.yml:14:12: 错误 M105", read_until(stream, "没有重新生成"))
    another = browser.new_page()
    another.goto(f"{address}meetings/2016-10-21/", wait_until="commit")  # the live reload may come in between
    expect(another.locator("#present")).to_contain_text("207 人")

    meeting.write_text(good, "utf-8")
    expect(present).to_contain_text("206 人", timeout=15_000)


def test_the_preview_tells_its_address_and_how_it_ends_and_nothing_of_pages_without_output(project: Project) -> None:
    with started(project) as (address, stream):
        text = read_until(stream, "Ctrl+C")
    assert text.endswith(f"\n预览开着：用浏览器打开 {address} ；看完按 Ctrl+C 结束。\n")
    assert "skipped" not in text


def test_what_follows_from_an_edit_comes_after_it_and_an_edit_against_the_rules_is_taken_back(
    project: Project, server: tuple[str, IO[str]], browser: Browser
) -> None:
    address, stream = server
    meeting = project.content / "meetings" / "2016-10-21.yml"
    good = meeting.read_text("utf-8")
    title = re.search(r"^title: (.*)$", good, re.MULTILINE)
    assert title is not None
    listed = browser.new_page()
    listed.goto(f"{address}meetings/")
    expect(listed.locator("main")).to_contain_text(title[1])

    meeting.write_text(good.replace(title[0], "title: 改过名称的会"), "utf-8")
    expect(listed.locator("main")).to_contain_text("改过名称的会", timeout=15_000)

    meeting.write_text(good.replace(title[0], "title: 选举法第六百条的会"), "utf-8")
    assert "错误 L207" in read_until(stream, "没有重新生成")
    page = browser.new_page()
    page.goto(f"{address}meetings/2016-10-21/", wait_until="commit")
    expect(page.locator("h1")).to_contain_text("改过名称的会", timeout=15_000)


def test_what_is_found_in_a_record_stands_on_its_page_and_an_error_on_every_page_until_it_is_cured(
    project: Project, server: tuple[str, IO[str]], browser: Browser
) -> None:
    address, _ = server
    meeting = project.content / "meetings" / "2016-10-21.yml"
    good = meeting.read_text("utf-8")
    page, other = browser.new_page(), browser.new_page()
    page.goto(f"{address}meetings/2016-10-21/")
    other.goto(f"{address}themes/")
    expect(page.locator("h1")).to_be_visible()
    expect(other.locator(".hj-found")).to_have_count(0)

    meeting.write_text(good.replace("present: 206", "present: 306"), "utf-8")  # more than were due
    expect(page.locator(".hj-found")).to_contain_text("M2", timeout=15_000)
    expect(page.locator(".hj-found")).to_contain_text("meetings/2016-10-21.yml 第 14 行")
    expect(other.locator(".hj-found")).to_have_count(0)

    meeting.write_text(good.replace("present: 206", "present: 二百零六"), "utf-8")
    for one in (page, other):
        expect(one.locator(".hj-found.wrong")).to_contain_text("M105", timeout=15_000)
    expect(page.locator("#present")).to_contain_text("306 人")  # the last that was good

    meeting.write_text(good, "utf-8")
    for one in (page, other):
        expect(one.locator(".hj-found.wrong")).to_have_count(0, timeout=15_000)
    expect(page.locator("#present")).to_contain_text("206 人")


def test_a_record_that_is_wrong_from_the_beginning_is_told_until_the_site_can_take_its_place(
    project: Project, browser: Browser
) -> None:
    meeting = project.content / "meetings" / "2016-10-21.yml"
    good = meeting.read_text("utf-8")
    meeting.write_text(good.replace("present: 206", "present: 二百零六"), "utf-8")
    with serving(project) as (address, _):
        page = browser.new_page()
        page.goto(f"{address}meetings/2016-10-21/")
        expect(page.locator(".hj-found.wrong li")).to_have_count(1)
        expect(page.locator(".hj-found.wrong")).to_contain_text("M105")
        expect(page.locator(".hj-found.wrong")).to_contain_text("meetings/2016-10-21.yml 第 14 行")

        meeting.write_text(good.replace("title:", "titel:"), "utf-8")
        expect(page.locator(".hj-found.wrong")).to_contain_text("M101", timeout=15_000)

        meeting.write_text(good, "utf-8")
        expect(page.locator("#present")).to_contain_text("206 人", timeout=30_000)
        meeting.write_text(good.replace("present: 206", "present: 207"), "utf-8")
        expect(page.locator("#present")).to_contain_text("207 人", timeout=15_000)


def test_no_page_of_a_built_site_has_what_the_preview_tells(built: Path) -> None:
    pages = [page.read_text("utf-8") for page in built.rglob("*.html")]
    assert len(pages) > 100
    assert not [page for page in pages if "hj-found" in page]
