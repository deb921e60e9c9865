"""`huanjie import text`: what it writes, tells and refuses."""

import io
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from huanjie.__main__ import main
from huanjie.checks.report import check_folder
from huanjie.cli import CLEAN, WRONG_USE
from tests.conftest import Write
from tests.support import reports

REPORT = str(reports.REPORTS / "training.txt")
TODAY = date(2026, 11, 24)


def ids(content: Path, file: str) -> set[str]:
    return {one.id for one in check_folder(content, TODAY).findings if one.at.file == file}


def test_a_report_becomes_a_draft_named_by_its_day_that_stops_nothing_and_is_not_published(
    folder: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder({})
    assert main(["import", "text", REPORT, "--content", str(content)]) == CLEAN
    told = capsys.readouterr().out
    assert f"写好了草稿 {content}/meetings/2026-09-15.yml" in told
    assert "主持：尹素兰" in told
    assert ids(content, "meetings/2026-09-15.yml") == {"R104", "M222"}


def test_each_doubtful_place_is_told_with_its_line(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({})
    main(["import", "text", str(reports.REPORTS / "damaged.txt"), "--content", str(content)])
    lines = (content / "meetings" / "unknown-05-31.yml").read_text("utf-8").split("\n")
    told = re.findall("第 ([0-9]+) 行：(.*)", capsys.readouterr().out)
    assert len(told) == 6
    assert all(f"【?{why}】" in lines[int(number) - 1] for number, why in told)


def test_a_draft_cannot_be_published_while_a_mark_is_left(folder: Write) -> None:
    content = folder({})
    main(["import", "text", REPORT, "--content", str(content), "--source", "report"])
    path = content / "meetings" / "2026-09-15.yml"
    text = path.read_text("utf-8").replace("draft: yes\n", "themes: progress\n")
    path.write_text(text, "utf-8")
    assert ids(content, "meetings/2026-09-15.yml") == {"M221"}
    path.write_text(re.sub("【[?].*?】", "培训登记员。", text), "utf-8")
    assert ids(content, "meetings/2026-09-15.yml") == set()


def test_the_source_that_is_proposed_passes_the_check_and_is_like_no_other(folder: Write) -> None:
    content = folder({})
    labels = []
    for name in ("2026-09-15", "2026-09-15-2"):
        assert main(["import", "text", REPORT, "--content", str(content), "--name", name]) == CLEAN
        _, _, proposed = (content / "meetings" / f"{name}.yml").read_text("utf-8").partition("如：\n")
        record = "".join(f"{line[2:]}\n" for line in proposed.split("\nsource:")[0].split("\n"))
        labels += re.findall("label: (.*)", record)
        with (content / "sources.yml").open("a", encoding="utf-8") as sources:
            sources.write(record)
    assert labels == ["9月15日培训会报道", "9月15日培训会报道-2"]
    assert ids(content, "sources.yml") == {"S301"}  # nobody cites them yet


def test_a_report_is_read_from_standard_input_and_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(REPORT).read_bytes())))
    assert main(["import", "text", "-", "--print"]) == CLEAN
    assert "title: 选民登记业务培训班\n" in capsys.readouterr().out


def test_what_an_editor_has_written_is_never_overwritten(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({"meetings/2026-09-15.yml": "title: 我的\n"})
    arguments = ["import", "text", REPORT, "--content", str(content)]
    assert main(arguments) == WRONG_USE
    assert "--name 2026-09-15-2" in capsys.readouterr().err
    assert (content / "meetings" / "2026-09-15.yml").read_text("utf-8") == "title: 我的\n"
    assert main([*arguments, "--name", "2026-09-15-2"]) == CLEAN


@pytest.mark.parametrize(
    ("raw", "options"),
    [
        (None, []),  # no such file
        (b"", []),
        (b"\x00\n \xe3\x80\x80\n", []),  # nothing that can be read
        ("会".encode() * 40_000, []),
        (b"1" * 1_000_001, []),
        (b"ok", ["--content", "no-such-folder"]),
        (b"ok", ["--name", "a/b"]),
        (b"ok", ["--name", "../sources"]),
    ],
)
def test_wrong_use_ends_in_status_2_says_why_and_writes_nothing(
    folder: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    raw: bytes | None,
    options: list[str],
) -> None:
    content = folder({})
    monkeypatch.chdir(content.parent)
    if raw is not None:
        Path("report.txt").write_bytes(raw)
    before = sorted(content.rglob("*"))
    assert main(["import", "text", "report.txt", *options]) == WRONG_USE
    assert capsys.readouterr().err.startswith("huanjie: ")
    assert sorted(content.rglob("*")) == before
