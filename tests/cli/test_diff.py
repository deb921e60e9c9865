"""What `huanjie diff` tells of a change: days, numbers, pages, findings; the same between folders and git versions."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from huanjie.checks.report import check_folder
from huanjie.diff import comparison
from tests.conftest import Project

DAY = date(2016, 11, 1)
MEETING = "meetings/2016-10-21.yml"


def change_text(project: Project, file: str, old: str, new: str) -> str:
    """Change one file and tell what follows from it."""
    before = check_folder(project.content, DAY)
    path = project.content / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return comparison(before, check_folder(project.content, DAY), DAY)


@pytest.mark.parametrize(
    ("file", "old", "new", "heading", "line"),
    [
        (
            MEETING,
            "date: 2016-10-21",
            "date: 2016-10-23",
            "日期变了",
            "2016-10-21 改为 2016-10-23（推后 2 天）",
        ),
        (MEETING, "present: 206", "present: 207", "数变了", "谁出席了会议·实到人数，206 改为 207（多 1）"),
        (MEETING, "present: 206", "present: unreadable", "数变了", "实到人数，206 改为 原稿无法辨认"),
        (MEETING, "place: unknown", "place: 大礼堂", "别的内容改了", "地点，不详 改为 大礼堂"),
        (
            "election.yml",
            "totals:\n",
            "totals:\n  - {of: 参加投票选民, level: 县级, value: unknown, turnout: 98.02%}\n",
            "别的内容改了",
            "各项总数，没有写 改为 参加投票选民",
        ),
        (MEETING, "present: 206", "present: 306", "核对新发现的", "警告 M201：实到 306 人"),
    ],
)
def test_a_change_is_told_in_words_under_its_heading(  # noqa: PLR0913, PLR0917  # a table of many columns
    project: Project, file: str, old: str, new: str, heading: str, line: str
) -> None:
    text = change_text(project, file, old, new)
    assert f"\n## {heading}\n" in text
    assert line in text[text.index(heading) :].split("\n## ")[0]


def test_a_percentage_is_told_among_the_figures_by_what_it_counts(project: Project) -> None:
    total = "  - {of: 参加投票选民, level: 县级, value: unknown, turnout: 98.02%}\n"
    change_text(project, "election.yml", "totals:\n", f"totals:\n{total}")
    text = change_text(project, "election.yml", "turnout: 98.02%", "turnout: 98.2%")
    assert "各项总数“参加投票选民 县级”·公布的参选率，98.02% 改为 98.2%" in text[text.index("\n## 数变了\n") :]


def test_no_change_and_moved_lines_are_no_news(project: Project) -> None:
    text = change_text(project, MEETING, "date: 2016-10-21", "\n# 一条说明\n\ndate: 2016-10-21")
    assert text == "# 这次改动对网站的影响\n\n网站上的内容没有变化。\n"


def test_a_page_that_is_gone_or_new_is_told_with_its_address(project: Project) -> None:
    before = check_folder(project.content, DAY)
    meeting = project.content / MEETING
    meeting.rename(meeting.with_name("2016-10-21-first.yml"))
    text = comparison(before, check_folder(project.content, DAY), DAY)
    assert "## 网页没有了，原来的网址会打不开" in text
    gone, new = text.split("## 新的网页")
    assert "（meetings/2016-10-21/）" in gone
    assert "（meetings/2016-10-21-first/）" in new


def test_what_was_wrong_and_is_right_is_told_as_cured(project: Project) -> None:
    change_text(project, MEETING, "present: 206", "present: 306")
    text = change_text(project, MEETING, "present: 306", "present: 206")
    assert "## 改好了的\n\n- 警告 M201" in text


def test_a_change_that_breaks_a_record_says_that_there_will_be_no_site(project: Project) -> None:
    text = change_text(project, MEETING, "present: 206", "present: 二百")
    assert "网站不会生成" in text
    assert "- 错误 M105：“二百”不是数（meetings/2016-10-21.yml 第 14 行）" in text


def git(folder: Path, *command: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *command], cwd=folder, check=True)  # noqa: S607


def test_folders_and_versions_of_git_are_compared_alike(project: Project) -> None:
    git(project.folder, "init", "-q", "-b", "main")
    git(project.folder, "add", "content")
    git(project.folder, "commit", "-qm", "one")
    shutil.copytree(project.content, project.folder / "old")
    meeting = project.content / MEETING
    meeting.write_text(meeting.read_text("utf-8").replace("present: 206", "present: 207"), "utf-8")
    by_folder = project.run("huanjie", "diff", "old", "content")
    by_version = project.run("huanjie", "diff", "main")
    assert by_folder.returncode == by_version.returncode == 0
    assert "206 改为 207" in by_folder.stdout
    assert by_version.stdout == by_folder.stdout
    assert "不是文件夹，也不是" in project.run("huanjie", "diff", "nowhere").stderr
    assert project.run("huanjie", "diff", "").returncode == 2
