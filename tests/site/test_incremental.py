"""A build that takes over what has not changed leaves, byte for byte, the site that a build from nothing makes."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from district.chance import Chance
from district.meetings import frame, meetings
from huanjie.checks.report import check_folder
from tests.conftest import ROOT
from tests.support.district import FRAME, files

TODAY = date(2026, 11, 24)
STORY = """\
title: 示例村怎样登记外出的选民
published: 2026-11-20
summary: 逐户打电话，打不通的托邻居带话。
passages:
  - title: 怎样做的
    text: 第一天打通一半，第三天全部打通。
themes: [experience]
source: report
"""
NOTICE = """\
title: 示例区选举委员会公告
posted_on: 2026-08-20
text: 选举日是 2026 年 11 月 18 日，见选举法第七条。
issuer: 示例区选举委员会
themes: [progress]
source: report
"""
POLICY = """\
title: 示例区换届选举工作方案
sort: 方案
issued_on: 2026-07-01
summary: 依照选举法第三条安排登记和投票。
themes: [policy]
source: report
"""
CITING = "policies: [plan]\n"
CONFIG = (ROOT / "mkdocs.yml").read_text("utf-8")
NUMBER = re.compile(r"(?<=[a-z]: )(\d{2,4})$")
PROSE = re.compile(r"(?<=summary: |  title: |   text: )(?=[^\W\d\"'{\[])")


@dataclass(frozen=True)
class Folder:
    """A project of about 100 records, and a seeded choice of what happens to them."""

    path: Path
    chance: Chance

    @property
    def content(self) -> Path:
        return self.path / "content"

    def pick(self, pattern: str) -> Path:
        return self.chance.pick(sorted(self.content.glob(pattern)))

    def add(self) -> None:
        """A copy of a meeting, under another day and name."""
        meeting = self.pick("meetings/**/*.yml")
        meeting.with_name(f"2026-01-{self.chance.between(10, 28)}-new.yml").write_text(
            re.sub(r"(?m)^date: .*$", f"date: 2026-01-{self.chance.between(10, 28)}", meeting.read_text("utf-8")),
            "utf-8",
        )

    def rename(self) -> None:
        meeting = self.pick("meetings/**/*.yml")
        meeting.rename(meeting.with_name(f"{meeting.stem}-{self.chance.between(0, 99)}.yml"))

    def remove(self) -> None:
        self.pick("meetings/**/*.yml").unlink()

    def cite(self) -> None:
        """A meeting names the policy, so that the policy's page names the meeting."""
        meeting = self.pick("meetings/**/*.yml")
        text = meeting.read_text("utf-8")
        meeting.write_text(text if CITING in text else text + CITING, "utf-8")

    def count(self) -> None:
        self._change(NUMBER, lambda match: str(int(match[0]) + 1))

    def word(self) -> None:
        self._change(PROSE, lambda _: "又")

    def drop_line(self) -> None:
        """A village, a candidate or a vote is not there any more."""
        area = self.pick("areas/*.yml")
        lines = area.read_text("utf-8").splitlines(keepends=True)
        del lines[self.chance.between(10, len(lines) - 1)]
        area.write_text("".join(lines), "utf-8")

    def _change(self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> None:
        file = self.pick("**/*.yml")
        lines = file.read_text("utf-8").split("\n")
        if able := [number for number, line in enumerate(lines) if pattern.search(line)]:
            number = self.chance.pick(able)
            lines[number] = pattern.sub(change, lines[number], count=1)
            file.write_text("\n".join(lines), "utf-8")


CHANGES = (Folder.add, Folder.rename, Folder.remove, Folder.cite, Folder.count, Folder.word, Folder.drop_line)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "one"
    more = {"stories/phone.yml": STORY, "notices/first.yml": NOTICE, "policies/plan.yml": POLICY}
    themes = {name: text for name, text in frame() if name == "themes.yml"}
    for name, text in {**FRAME, **themes, **files(2, 7), **dict(meetings(12)), **more}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "hooks").symlink_to(ROOT / "hooks")
    return folder


def built(folder: Path) -> dict[str, bytes]:
    """Build the site, and give every file of it."""
    command = [sys.executable, "-m", "huanjie", "build", "--today", str(TODAY)]
    known = os.environ | {"HUANJIE_SITE_URL": "https://example.org/"}
    finished = subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, check=False, timeout=120)
    assert finished.returncode == 0, finished.stderr
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def changed(project: Path, seed: int) -> None:
    """Let three things happen to the records; one that would leave a wrong record does not happen."""
    chance = Chance("incremental", seed)
    for number in range(3):
        before = project.with_name("before")
        shutil.copytree(project / "content", before)
        chance.pick(CHANGES)(Folder(project, Chance(seed, number)))
        if check_folder(project / "content", TODAY).refused:
            shutil.rmtree(project / "content")
            before.rename(project / "content")
        else:
            shutil.rmtree(before)


@pytest.mark.build
def test_a_build_after_any_change_is_a_build_from_nothing(project: Path, tmp_path: Path) -> None:
    built(project)
    for seed in range(4):
        changed(project, seed)
        fresh = tmp_path / f"fresh-{seed}"
        shutil.copytree(project, fresh, symlinks=True, ignore=shutil.ignore_patterns("site"))
        incremental, cold = built(project), built(fresh)
        assert incremental.keys() == cold.keys()
        assert [name for name in cold if incremental[name] != cold[name]] == [], seed


@pytest.mark.build
def test_a_page_that_is_as_it_was_is_the_same_file(project: Path) -> None:
    built(project)
    site = project / "site"
    before = {path: path.stat().st_ino for path in site.rglob("index.html")}
    meeting = next((project / "content" / "meetings").rglob("*.yml"))
    meeting.write_text(meeting.read_text("utf-8").replace("summary: ", "summary: 又"), "utf-8")
    built(project)
    others = {path for path in before if path.stat().st_ino != before[path]}
    own = site / meeting.relative_to(project / "content").with_suffix("") / "index.html"
    assert own in others
    assert {path.relative_to(site).parts[0] for path in others} <= {"meetings", "themes", "index.html"}


@pytest.mark.build
def test_a_page_that_somebody_changed_on_the_site_is_written_anew(project: Path) -> None:
    first = built(project)
    (project / "site" / "policies" / "plan" / "index.html").write_text("anything", "utf-8")
    (project / "site" / "index.html").unlink()
    assert built(project) == first
