"""Whatever names, keys, tags and values hold, it is shown and not obeyed: by every command, in every form."""

import io
import json
import os
import re
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from mkdocs import livereload

from huanjie.__main__ import main
from huanjie.checks.report import check_folder
from huanjie.site import mkdocs_log
from huanjie.site.preview.panel import Panel
from huanjie.site.preview.waiting_page import _page
from tests.conftest import Write
from tests.support.spreadsheets import xlsx

TODAY = date(2026, 11, 24)
RED, ORDER, ROUND = "\x1b[31m", "\n::error title=假的::", "\u202e\u2066"
ODD = f"甲{RED}{ORDER}{ROUND}\x85\u2028\x9b1m\r乙"
NAMES = [f"{ODD}.yml", f"meetings/{ODD}.yml", f"{ODD}/x.yml", "::error::.yml", " ::error::x", "##[error]x.txt"]
QUOTED = json.dumps("甲\n::error::乙 ##[error]丙", ensure_ascii=False)
MEETING = "title: 会\ndate: 2016-06-02\nsort: 推进会\nsummary: 到了。\nsource: report\nthemes: progress\n"
# What the reader lets through to a message, and what it tells itself.
BAD = {
    "keys": f"{MEETING}{QUOTED}: 1\n",
    "values": f"{MEETING}note: 好\nattendance: {{present: {QUOTED}}}\n",
    "days": f"title: 会\ndate: {QUOTED}\nsort: {QUOTED}\nsummary: 到了。\nsource: {QUOTED}\nthemes: [{QUOTED}]\n",
    "tags": f"{MEETING}note: !%1B%5B31m%0A::error::%E2%80%AE 好\n",
    "twice": f"{MEETING}{QUOTED}: 1\n{QUOTED}: 2\n",
    "bytes": f"{MEETING}note: {ODD}\n",
    "escapes": f'{MEETING}note: "\\e[31m\\n::error::\\u202e\\N\\L"\n',
    "text": "::error::x ##[error]y\n",
    "lines": f"{MEETING}note: |\n  ##[error]甲\n  ::error::乙\n {RED}\n",
}
COMMAND = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^:]*::")


def is_safe(text: str, *, annotations: bool = False) -> bool:
    """Whether there is nothing in it that a terminal or a CI run obeys, but our own annotations."""
    unseen = [char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    orders = [line for line in text.split("\n") if line.strip().startswith("::")]
    return (
        not unseen and not re.search(r"##\w*\[", text) and all(annotations and COMMAND.match(line) for line in orders)
    )


@pytest.fixture
def hostile(folder: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder full of such names and values, and somebody who stands in it."""
    content = folder({f"meetings/{name}.yml": text for name, text in BAD.items()})
    for name in NAMES:
        path = content / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(MEETING, "utf-8")
    Path(os.fsdecode(os.fsencode(content) + b"/\xff\x1b.yml")).write_text("a: 1\n", "utf-8")
    monkeypatch.chdir(content)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{ODD}\n" * 3))
    return content


@pytest.mark.parametrize(
    "words",
    [
        ["check", "."],
        ["check", ".", "--format", "json"],
        ["check", ".", "--format", "github"],
        ["check", *(f"meetings/{name}.yml" for name in BAD)],
        ["check", ODD],
        ["fix", "."],
        ["fix", ODD],
        ["due", "."],
        ["due", ODD],
        ["diff", "."],
        ["diff", ODD],
        ["diff", ".", ODD],
        ["explain", ODD],
        ["explain", f"meetings.{ODD}"],
        ["law", "article", ODD, "1"],
        ["law", "article", "选举法", ODD],
        ["law", "deadlines", "--polling-day", "2026-11-18", "--province", ODD],
        ["law", "what-if", "--polling-day", "2026-11-18", "."],
        ["new", ODD],
        ["new", "meetings", f"--{ODD}", "1"],
        ["new", "meetings", "--content", ".", "--title", ODD, "--date", ODD],
        ["new", "meetings", "--content", ODD],
        ["new", "areas.localities", "--content", ".", "--in", ODD],
        ["import", "text", ODD],
        ["import", "table", ODD],
        ["import", "table", "election.yml", "--kind", ODD, "--content", "."],
        ["build", "--config", ODD],
        ["desk", ODD],
        ["schema", ODD],
        [ODD],
        [f"--{ODD}"],
    ],
    ids=lambda words: re.sub(r"\W+", "-", " ".join(words)),
)
def test_no_command_passes_on_what_a_terminal_or_a_ci_run_obeys(
    hostile: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert hostile.is_dir()
    try:
        main(words)
    except SystemExit as end:
        assert end.code  # noqa: PT017  # of argparse
    output = capsys.readouterr()
    assert output.out + output.err
    assert is_safe(output.out, annotations="github" in words), output.out
    assert is_safe(output.err), output.err


def test_every_name_and_value_is_told_and_can_be_seen(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "."])
    output = capsys.readouterr().out
    assert r"名字“甲\u001b[31m\n::error title=假的::\u202e\u2066\u0085\u2028\u009b1m\r乙.yml”里有不能用的字符" in output
    assert all(f"meetings/{name}.yml" in output for name in BAD)
    assert hostile.is_dir()


def test_json_holds_the_names_as_they_are(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", ".", "--format", "json"])
    assert f"meetings/{ODD}.yml" in {finding["file"] for finding in json.loads(capsys.readouterr().out)}
    assert hostile.is_dir()


def test_the_preview_shows_them_too(hostile: Path) -> None:
    report = check_folder(hostile, TODAY)
    panel = Panel()
    panel.tell(report, report.records)
    serve = panel.around(lambda _, go: [go("200 OK", [("Content-Type", "text/html")]) or b"<body>"], "/")
    served = b"".join(serve({"PATH_INFO": "/"}, lambda *_: None))
    for page in (served, _page(report)):
        text = page.decode()
        assert r"\u001b[31m\n::error" in text
        assert is_safe(text)


GOOD = {
    "meetings/2016-06-02.yml": MEETING.replace("title: 会", "title: '<!-- ![x](http://evil.example) @huanjie #1 `会`'")
    + "decisions:\n  - {text: '::error:: ##[error] <!-- @x', owner: ['@甲'], due: 2016-06-30}\n",
    "sources.yml": "- {id: bulletin, label: 公报, summary: 公报。}\n"
    "- {id: report, label: 报道, summary: 报道。, address: 'http://evil.example/'}\n",  # S305
}


def test_markdown_of_due_and_diff_hides_and_notifies_nobody(
    folder: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = folder({})
    monkeypatch.chdir(content.parent)
    (content.parent / "old").mkdir()
    for path in content.rglob("*.yml"):
        target = content.parent / "old" / path.relative_to(content)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    for file, text in GOOD.items():
        (content / file).write_text(text, "utf-8")
    for words in (["due", "--today", "2016-07-01", "--format", "markdown"], ["diff", "old", "--today", "2016-07-01"]):
        main(words)
        output = capsys.readouterr().out
        assert "error" in output or "evil" in output
        assert is_safe(output)
        assert not re.search(r"<!|(?<!\\)!?\[(?! \])|@\w|(?<!\\)`(?!content)[^:]*`|://", output), output


def test_a_table_is_told_without_its_controls(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({})
    odd = "甲\n::error::乙\u202e ##[error]丙"
    table = content.parent / "table.xlsx"
    rows: list[list[object]] = [["编号", "村名", "选区", odd], ["1", odd, odd, odd], ["2", f"{odd}{odd}", odd, odd]]
    table.write_bytes(xlsx({"表\u202e": rows, "表二": [[odd, "村名", odd], *rows[1:]]}))
    for words in ([], ["--kind", "places"], ["--kind", "constituencies"], ["--kind", "stations"]):
        main(["import", "table", str(table), "--content", str(content), *words])
        output = capsys.readouterr()
        assert is_safe(output.out + output.err), output


def test_a_report_is_told_without_its_controls(
    folder: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    content = folder({})
    report = tmp_path / "report.txt"
    text = f"换届推进会召开{ODD}\n2016年6月2日，区委召开推进会。{ODD}张三主持会议。##[error]他指出。\n"
    report.write_text(text, "utf-8")
    for words in (["--print"], []):
        main(["import", "text", str(report), "--content", str(content), *words])
        output = capsys.readouterr()
        assert is_safe(output.out + output.err), output


def test_what_mkdocs_says_of_a_browser_is_shown_too(caplog: pytest.LogCaptureFixture) -> None:
    mkdocs_log.listen()
    with caplog.at_level("INFO", "mkdocs"):
        livereload.log.info(f"Browser connected: {ODD} %s", RED)
    assert is_safe(caplog.messages[0].replace("\n", " "))
