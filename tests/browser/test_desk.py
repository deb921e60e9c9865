"""An editor fills forms in Chromium; what is written on disk is what the editor meant, and nothing else."""

from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from huanjie.__main__ import main
from huanjie.cli import CLEAN, desk
from huanjie.model import KINDS
from huanjie.model.fields import fields_of
from tests.conftest import ROOT, Project
from tests.support import chromium
from tests.support.chromium import Reader, reading
from tests.support.policy import LISTENING

DEEP = """speeches:
  - speaker: unknown
    points:
      - text: 一层
        points:
          - text: 二层
            points:
              - text: 三层
                points:
                  - text: 四层 # 表单里没有
                    points: [五层]
"""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (ROOT / "desk" / desk.PROGRAM).is_file(), reason="Decap CMS is not there: make node"),
]
browser = chromium.browser


@pytest.fixture
def editor(browser: Browser, project: Project) -> Iterator[Reader]:
    """Somebody at the desk of the repository's own records."""
    with desk.server(project.content, ROOT / "desk", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with reading(browser, f"http://127.0.0.1:{server.server_port}/", width=chromium.DESKTOP) as editor:
            editor.page.add_init_script(LISTENING)
            yield editor
            assert editor.sees("blocked") == []  # the desk's own policy lets its forms work
        server.shutdown()


def saved(page: Page) -> None:
    page.get_by_role("button", name="存盘").click()
    page.get_by_role("menuitem", name="现在存盘").click()
    expect(page.get_by_text("核对过了，已经存盘")).to_be_visible()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_every_kind_of_record_has_a_form(editor: Reader) -> None:
    for kind in KINDS.values():
        record = f"entries/{kind.kind}" if kind.filed == "one" else "new"
        editor.open(f"#/collections/{kind.kind}/{record}")
        field = fields_of(kind)[0]
        expect(editor.page.get_by_label(field.title).first).to_be_visible()
    assert editor.troubles == []


def test_a_meeting_is_filled_in_and_passes_the_check(editor: Reader, project: Project) -> None:
    page = editor.page
    editor.open("")
    page.get_by_role("link", name="会议”类型的内容").click()
    page.get_by_label("会议名称").fill("选举工作人员培训会")
    page.get_by_label("会议日期").fill("2016-06-02")
    choose(page, "哪一种会议", "培训会")
    page.get_by_label("概要").fill("培训了选举工作人员。\n\n一共半天。")
    choose(page, "整份记录出自哪个来源", "2016-06-29 选举日报道（report-2016-06-29）")
    page.get_by_role("button", name="新增讲话", exact=True).click()
    speech = page.locator("[id^=speeches-field]")
    speech.get_by_label("姓名", exact=True).fill("unknown")
    speech.get_by_role("button", name="新增讲话的要点").click()
    speech.get_by_label("这一条的小标题 (可以不填)").fill("把好“三道关”")
    speech.get_by_role("button", name="新增下面再分的条").click()
    speech.get_by_label("这一条的内容 (可以不填)").last.fill("登记: 一户一户核对。")
    saved(page)
    made = project.content / "meetings" / "2016-06-02.yml"
    assert made.read_text("utf-8") == (
        "title: 选举工作人员培训会\n"
        "date: 2016-06-02\n"
        "sort: 培训会\n"
        "summary: |-\n  培训了选举工作人员。\n\n  一共半天。\n"
        "source: report-2016-06-29\n"
        "speeches:\n"
        "  - speaker: unknown\n"
        "    points:\n"
        '      - {title: 把好“三道关”, points: ["登记: 一户一户核对。"]}\n'
    )
    assert main(["check", str(project.content)]) == CLEAN
    expect(page.get_by_role("status").filter(has_text="警告：这次会议没有写属于哪个主题")).to_be_visible()
    assert [one for one in editor.troubles if "404" not in one] == []  # it asks whether the name is free


def test_the_first_field_that_is_missing_is_named_until_it_is_filled(editor: Reader) -> None:
    page = editor.page
    editor.open("#/collections/sources/new")
    page.get_by_label("编号").fill("report-2")
    page.get_by_role("button", name="存盘").click()
    page.get_by_role("menuitem", name="现在存盘").click()
    told = page.locator("#told")
    expect(told).to_have_text("没有存：“短名称”还没有填")
    page.get_by_label("短名称").fill("又一份")
    expect(told).to_have_text("没有存：“概要”还没有填")
    page.get_by_label("概要").fill("说了事。")
    saved(page)
    expect(told).to_have_text("")
    expect(page.locator(".Toastify__toast--error")).to_have_count(0)


def test_one_field_of_a_record_is_changed_and_not_one_byte_beside_it(editor: Reader, project: Project) -> None:
    record = project.content / "election.yml"
    before = record.read_text("utf-8")
    editor.open("#/collections/election/entries/election")
    reason = editor.page.get_by_label("属于哪个省、市")
    expect(reason).to_have_value("甘肃省天水市")
    reason.fill("甘肃省")
    saved(editor.page)
    assert record.read_text("utf-8") == before.replace("region: 甘肃省天水市", "region: 甘肃省")
    assert "# 三份材料都没有写这几步在哪一天。" in before
    assert editor.troubles == []


def test_a_value_gets_its_source_a_wrong_one_is_told_and_what_lies_deeper_stays(
    editor: Reader, project: Project
) -> None:
    record = project.content / "meetings" / "2016-10-21.yml"
    before = record.read_text("utf-8") + DEEP
    record.write_text(before, "utf-8")
    assert "\ndate: 2016-10-21\n" in before
    editor.open("#/collections/meetings/entries/2016-10-21")
    date = editor.page.get_by_label("会议日期")
    expect(date).to_have_value("2016-10-21")
    beside = editor.page.locator(".facts").filter(has=date)
    beside.get_by_role("button", name="附来源、说明").click()
    beside.get_by_label("怎样推定的").fill("报道没有写年份。")
    date.fill("10月21日")
    editor.page.get_by_role("button", name="存盘").click()
    editor.page.get_by_role("menuitem", name="现在存盘").click()
    expect(editor.page.get_by_text("日期“10月21日”没有年份；请写成 2016-10-21")).to_be_visible()
    assert record.read_text("utf-8") == before
    date.fill("2016-10-21")
    saved(editor.page)
    expect(editor.page.locator(".Toastify__toast--error")).to_have_count(0)
    now = "\ndate:\n  value: 2016-10-21\n  inferred: 报道没有写年份。\n"
    assert record.read_text("utf-8") == before.replace("\ndate: 2016-10-21\n", now)
