"""Excerpts are of records: of what the walk tells and leaves shut, no byte is shown by anything."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from huanjie.__main__ import main
from huanjie.checks.report import check_folder, excerpts
from huanjie.desk.backend import FormBackend, MissingError, RefusedError
from huanjie.model.fields import own_kinds
from huanjie.site.preview.panel import Panel
from huanjie.site.preview.waiting_page import _page
from tests.conftest import Write

TODAY = date(2026, 11, 24)
HIDDEN = "KEYWORD=hunter2"
LEAKS = ("KEY", "hunter", "WORD=")


def link(path: Path, target: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def linked(path: Path, target: Path) -> Path:
    link(path, target)
    return path


SHUT: dict[str, Callable[[Path, Path], object]] = {
    "a link to a record of its own": lambda content, secret: link(content / "meetings/2016-06-02.yml", secret),
    "a link to a list": lambda content, secret: link(content / "sources.yml", secret),
    "a link to the one file": lambda content, secret: link(content / "election.yml", secret),
    "a link over another": lambda content, secret: link(
        content / "meetings/2016-06-02.yml", linked(content.parent / "between", secret)
    ),
    "a link with a bad name": lambda content, secret: link(content / "meetings/甲 乙.yml", secret),
    "a link to a folder": lambda content, secret: link(content / "notices", secret.parent),
    "a bad name": lambda content, _: (content / "meetings/甲.yml").write_text(HIDDEN, "utf-8"),
    "another ending": lambda content, _: (content / "meetings/a.yaml").write_text(HIDDEN, "utf-8"),
    "no record": lambda content, _: (content / "secret.txt").write_text(HIDDEN, "utf-8"),
    "no kind": lambda content, _: (content / "secret.yml").write_text(HIDDEN, "utf-8"),
    "too large": lambda content, _: (content / "meetings/a.yml").write_text(HIDDEN * 100_000, "utf-8"),
    "a pipe": lambda content, _: os.mkfifo(content / "meetings/a.yml"),
}


@pytest.fixture(params=SHUT)
def shut(request: pytest.FixtureRequest, folder: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A content folder with something that must not be opened."""
    content, outside = folder({}), tmp_path / "outside"
    outside.mkdir()
    secret = outside / "secret"
    secret.write_text(f"{HIDDEN}\n", "utf-8")
    SHUT[request.param](content, secret)
    monkeypatch.chdir(content.parent)
    return content


def is_kept(*shown: str) -> bool:
    return any(shown) and not [leak for leak in LEAKS for one in shown if leak in one]


COMMANDS = (
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "github"],
    ["fix"],
    ["fix", "--write"],
    ["due"],
    ["diff", "./content"],
    ["new", "sources", "--label", "甲", "--summary", "乙", "--published_on", "2016-06-29", "--id", "new"],
    ["new", "themes", "--title", "甲", "--question", "乙", "--summary", "丙", "--id", "new"],
    ["law", "what-if", "--polling-day", "2016-06-28"],
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_shows_a_byte_of_it(shut: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert shut.is_dir()
    main(words)
    told = capsys.readouterr()
    assert is_kept(told.out, told.err)


def test_neither_build_nor_preview_shows_a_byte_of_it(shut: Path) -> None:
    report = check_folder(shut, TODAY)
    panel = Panel()
    panel.tell(report, report.records)
    serve = panel.around(lambda _, go: [go("200 OK", [("Content-Type", "text/html")]) or b"<body>"], "/")
    shown = b"".join(serve({"PATH_INFO": "/"}, lambda *_: None)).decode()
    assert is_kept(report.text("content/"), shown, _page(report).decode())


def test_the_desk_shows_no_byte_of_it(shut: Path) -> None:
    backend = FormBackend(shut)
    said: list[object] = ["-"]
    for kind in own_kinds():
        try:
            said += backend.records(kind.kind)
            said.append(backend.record(f"{kind.kind}.yml"))
            said.append(backend.record(f"{kind.kind}/2016-06-02.yml"))
        except (MissingError, RefusedError) as why:
            said.append(str(why))
    assert is_kept(json.dumps(said, ensure_ascii=False))


def test_a_comparison_with_a_version_of_git_shows_no_byte_of_it(shut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (["init", "-q", "-b", "main"], ["add", "content"], ["commit", "-qm", "one"]):
        subprocess.run([*own, *command], check=True)
    assert shut.is_dir()
    for words in (["diff", "main"], ["diff", "main", "main"]):
        main(words)
        told = capsys.readouterr()
        assert is_kept(told.out, told.err)


def test_records_are_shown_and_links_among_them_too(folder: Write) -> None:
    content = folder({"meetings/2016-06-02.yml": "甲\n", "meetings/.hidden.yml": f"{HIDDEN}\n", "a.txt": f"{HIDDEN}\n"})
    link(content / "meetings/2016-06-03.yml", content / "meetings/2016-06-02.yml")
    link(content / "meetings/2016-06-04.yml", content / "meetings/.hidden.yml")
    link(content / "meetings/2016-06-05.yml", content / "a.txt")
    lines = excerpts(content)
    assert lines("meetings/2016-06-02.yml") == lines("meetings/2016-06-03.yml") == ["甲", ""]
    assert lines("meetings/2016-06-04.yml") == lines("meetings/2016-06-05.yml") == lines("a.txt") == []
    assert lines("meetings/.hidden.yml") == lines("nowhere.yml") == lines("../outside") == []
