"""What is kept between runs never changes what is found, and can be spoilt or deleted at any time."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from huanjie import keeping
from huanjie.checking import check, told
from huanjie.findings import Finding
from huanjie.keeping import Keeping
from tests.conftest import Project

TODAY = date(2026, 11, 24)


def found(content: Path) -> tuple[Finding, ...]:
    return told(content, TODAY, Keeping(content))


def spoil(project: Project) -> None:
    meeting = project.content / "meetings" / "2016-10-21.yml"
    meeting.write_text(meeting.read_text("utf-8").replace("present: 206", "present: 260"), "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        spoil,
        lambda project: (project.content / "meetings" / "2016-10-21.yml").rename(
            project.content / "meetings" / "a.yaml"
        ),
        lambda project: (project.content / "bodies.yml").write_text("- id: no\n", "utf-8"),
        lambda project: (project.content / "policies" / "publicity-plan.yml").unlink(),
        lambda project: (project.content / "meetings" / "bad name.yml").write_text("title: x\n", "utf-8"),
    ],
)
def test_what_is_found_after_a_change_is_what_a_first_look_finds(
    project: Project, change: Callable[[Project], object]
) -> None:
    before = found(project.content)
    assert found(project.content) == before == check(project.content, TODAY).findings
    change(project)
    after = found(project.content)
    assert found(project.content) == after == check(project.content, TODAY).findings
    assert after != before


def test_another_day_is_asked_anew(project: Project) -> None:
    held = date(2016, 10, 20)
    found(project.content)
    assert told(project.content, held, Keeping(project.content)) == check(project.content, held).findings


@pytest.mark.parametrize("spoilt", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_spoilt_file_is_as_good_as_none(project: Project, spoilt: bytes) -> None:
    expected = found(project.content)
    Keeping(project.content).file.write_bytes(spoilt)
    assert found(project.content) == expected
    assert found(project.content) == expected
    with closing(sqlite3.connect(Keeping(project.content).file)) as base:
        assert base.execute("SELECT count(*) FROM readings").fetchone()[0] > 0


def test_two_builds_at_once_do_not_disturb_each_other(project: Project) -> None:
    expected = found(project.content)
    with closing(sqlite3.connect(Keeping(project.content).file)) as other:
        other.execute("BEGIN IMMEDIATE")  # another build is writing
        spoil(project)
        assert {finding.id for finding in found(project.content)} > {finding.id for finding in expected}


def test_what_an_older_version_of_the_code_kept_is_removed(project: Project) -> None:
    kept = Keeping(project.content)
    kept.folder.mkdir()
    old = kept.folder / "readings-0123456789ab.sqlite"
    old.write_bytes(b"")
    found(project.content)
    assert (old.exists(), kept.file.exists()) == (False, True)


@pytest.mark.parametrize("name", ["a.py", "a.yml", "a.html", "reader/a.js", "a.css", "a.xml", "a.svg"])
def test_whatever_the_package_has_decides_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(keeping, "PACKAGE", tmp_path)
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("1", "utf-8")
    before = Keeping(tmp_path).file
    file.write_text("2", "utf-8")
    assert Keeping(tmp_path).file != before


def test_a_run_that_is_killed_leaves_what_the_next_can_use(project: Project) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "huanjie", "check"], cwd=project.folder, stdout=subprocess.DEVNULL
    )
    process.kill()
    process.wait()
    assert found(project.content) == check(project.content, TODAY).findings
