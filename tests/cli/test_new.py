"""`huanjie new`: from a few answers to a record that passes the check."""

import io
from pathlib import Path

import pytest

from huanjie.__main__ import main
from huanjie.cli import CLEAN, FOUND, WRONG_USE
from huanjie.model.base import FieldGroup, Record
from huanjie.model.fields import fields_of, own_kinds
from tests.conftest import Write
from tests.support.asking import ANSWERS, ANY
from tests.support.reports import REPORTS


def needed(model: type[FieldGroup], above: str = "") -> list[str]:
    """Arguments for all that a kind needs, as an editor might type it."""
    given = []
    for field in fields_of(model):
        if field.required and field.group:
            given += needed(field.group, f"{above}{field.name}.")
        elif field.required:
            answer = "1" if field.choices else ANY.get(field.kind, "") if field.sort == "ref" else ANSWERS[field.sort]
            answer = field.example if field.sort in ("line", "count") and field.example else answer
            given += [f"--{above}{field.name}", answer]
    return given


@pytest.mark.parametrize("kind", [kind for kind in own_kinds() if kind.kind != "election"], ids=lambda kind: kind.kind)
def test_a_record_of_each_kind_passes_the_check(
    kind: type[Record], folder: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder({})
    name = ["--file", "new-one"] if kind.filed == "folder" else []
    made = main(["new", kind.kind, "--content", str(content), *name, *needed(kind)])
    assert (made, capsys.readouterr().out.split("\n")[0].split(" ")[0]) == (CLEAN, "写好了")
    assert main(["check", str(content)]) == CLEAN


def test_what_is_not_given_is_asked_for_until_it_can_be_taken(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder({})
    typed = ["推进会", "哪天呢", "二〇一六年六月二日", "2", "走到了哪一步。", "repport", "report"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(typed) + "\n"))
    assert main(["new", "meetings", "--content", str(content)]) == CLEAN
    assert (content / "meetings" / "2016-06-02.yml").read_text("utf-8") == (
        "title: 推进会\ndate: 2016-06-02\nsort: 推进会\nsummary: 走到了哪一步。\nsource: report\n"
    )
    output = capsys.readouterr().out
    assert "日期“哪天呢”读不懂" in output
    assert "没有编号为“repport”的来源；是不是“report”？" in output


@pytest.mark.parametrize(
    ("given", "typed", "made"),
    [
        ([], ["12"], "number: 12, level: 县级"),
        ([], ["第12选区"], "number: 12, level: 县级"),
        (["--id", "hongqilu"], ["", "红旗路社区选区"], "level: 县级, name: 红旗路社区选区, id: hongqilu"),
        (["--name", "机关选区", "--id", "jiguan"], [], "level: 县级, name: 机关选区, id: jiguan"),
    ],
)
def test_a_constituency_is_asked_for_its_number_or_else_its_name(
    folder: Write, monkeypatch: pytest.MonkeyPatch, given: list[str], typed: list[str], made: str
) -> None:
    content = folder({"areas/town.yml": "title: 示例镇\nsort: 镇\nsource: report\n"})
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(typed) + "\n"))
    arguments = ["--in", "town", "--level", "县级", *given]
    assert main(["new", "constituencies", "--content", str(content), *arguments]) == CLEAN
    assert (content / "areas" / "town.yml").read_text("utf-8").endswith(f"constituencies:\n  - {{{made}}}\n")


def test_a_constituency_without_an_address_is_not_written(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({"areas/town.yml": "title: 示例镇\nsort: 镇\nsource: report\n"})
    arguments = ["--in", "town", "--level", "县级", "--number", "甲"]
    assert main(["new", "constituencies", "--content", str(content), *arguments]) == FOUND
    assert "请加一行 id: jia" in capsys.readouterr().out


MEETING = ["--title", "会", "--date", "2016-05-31", "--sort", "推进会", "--summary", "开会。", "--source", "report"]


def test_a_file_that_is_there_is_left_alone_and_the_day_gets_a_number(folder: Write) -> None:
    content = folder({})
    was = (content / "meetings" / "2016-05-31.yml").read_bytes()
    assert main(["new", "meetings", "--content", str(content), *MEETING]) == CLEAN
    assert (content / "meetings" / "2016-05-31.yml").read_bytes() == was
    assert (content / "meetings" / "2016-05-31-2.yml").exists()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["meetings", "--titel", "会"], "没有“--titel”这一栏，是不是 --title？"),
        (["meetings", "--title"], "“--title”后面没有内容"),
        (["meetings", "--title", "会", "--date", "5月"], "--date：日期“5月”读不懂"),
        (["meetings", "--title", "会"], "没有写：还缺 --date"),  # nobody answers
        (["meetings", "--file", "2016-05-31", *MEETING], "没有动它；请用 --file 另起一个名字"),
        (["meetings", "--file", "会议", *MEETING], "“会议”不能作文件名"),
        (["election", "--title", "选举"], "election.yml，没有动它"),
        (["questions", "--title", "谁能投票？", "--topic", "1"], "没有写：还缺 --file"),
        (["stations", "--in", "dongguan"], "没有编号为“dongguan”的乡镇街道"),
        (["stations"], "没有写：还缺 --in"),
        (["meeting"], "是不是“meetings”？"),
        (["areas.locality"], "是不是“areas.localities”？"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    typed: list[str], expected: str, folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    content = folder({})
    before = everything(content)
    assert main(["new", *typed[:1], "--content", str(content), *typed[1:]]) == WRONG_USE
    assert expected in capsys.readouterr().err
    assert everything(content) == before


AREA = """# 东关街道
title: 东关街道
sort: 街道
source: report
localities:
  # 先写社区
  - {name: 东村, sort: 社区}  # 老城
note: 只作示例。
"""
CONSTITUENCY = ["--number", "8", "--level", "县级", "--covers", "东村"]
STATION = ["--id", "station-1", "--title", "东村投票站", "--serves", "东村"]


def test_one_more_goes_into_the_record_that_holds_it_and_all_else_stays(folder: Write) -> None:
    content = folder({"areas/dongguan.yml": AREA})
    into = ["--content", str(content), "--in", "dongguan"]
    for kind, typed in (("areas.localities", ["--name", "西村"]), ("stations", STATION)):
        assert main(["new", kind, *into, *typed]) == CLEAN
    west = ["--id", "station-2", "--title", "西村投票站", "--serves", "东村、西村"]
    assert main(["new", "stations", *into, *west]) == CLEAN
    assert (content / "areas" / "dongguan.yml").read_text("utf-8") == AREA.replace(
        "  # 老城\n",
        "  # 老城\n"
        "  - {name: 西村}\n"
        "stations:\n"
        "  - {id: station-1, title: 东村投票站, serves: 东村}\n"
        "  - {id: station-2, title: 西村投票站, serves: [东村, 西村]}\n",
    )


def test_what_the_check_refuses_of_one_more_is_not_written(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder({"areas/dongguan.yml": AREA})
    monkeypatch.setattr("sys.stdin", io.StringIO("dongguan\n"))
    assert main(["new", "constituencies", "--content", str(content), *CONSTITUENCY]) == CLEAN
    before = everything(content)
    assert main(["new", "constituencies", "--content", str(content), "--in", "dongguan", *CONSTITUENCY]) == FOUND
    assert "没有写" in capsys.readouterr().out
    assert everything(content) == before


THEMES = "# 主题\n- id: progress  # 进展\n  title: 进展\n  question: 走到哪？\n  summary: 记录。\n"


def test_a_list_keeps_its_bytes_and_what_does_not_pass_is_taken_back(folder: Write) -> None:
    content = folder(
        {"themes.yml": "# 主题\n- id: progress  # 进展\n  title: 进展\n  question: 走到哪？\n  summary: 记录。\n"}
    )
    before = everything(content)
    theme = ["--title", "纪律", "--question", "什么不能做？", "--summary", "规矩。"]
    assert main(["new", "themes", "--content", str(content), "--id", "progress", *theme]) == FOUND
    assert everything(content) == before
    assert main(["new", "themes", "--content", str(content), "--id", "discipline", *theme]) == CLEAN
    assert (content / "themes.yml").read_bytes().startswith(before["themes.yml"])


def everything(content: Path) -> dict[str, bytes]:
    files = (path for path in content.rglob("*") if path.is_file())
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ["a" * 77, "con", "lpt1", "-a", "a/b", "../a"])
def test_a_name_that_no_system_or_not_every_one_can_hold_is_refused(name: str, folder: Write) -> None:
    content = folder({})
    before = sorted(content.rglob("*"))
    given = ["--title", "办法", "--sort", "办法", "--summary", "办法。", "--source", "report", "--themes", "progress"]
    assert main(["new", "policies", "--content", str(content), f"--file={name}", *given]) == WRONG_USE
    report = str(REPORTS / "training.txt")
    assert main(["import", "text", report, "--content", str(content), f"--name={name}"]) == WRONG_USE
    assert sorted(content.rglob("*")) == before
