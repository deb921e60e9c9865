"""The command line: what it prints and the status it ends with."""

import json
import re
from pathlib import Path

import pytest

from huanjie import yaml_text
from huanjie.__main__ import CLEAN, FOUND, WRONG_USE, main
from huanjie.checks import CHECKS
from huanjie.content import loading
from huanjie.model import base
from tests.conftest import FIXTURES, Project, Write

MEETING = "meetings/2016-05-31.yml"
GOOD = (FIXTURES / "smallest" / MEETING).read_text("utf-8")
WRONG = GOOD.replace("date: 2016-05-31", "date: 5月31日")  # an error
DOUBTFUL = GOOD + "attendance: {due: 20, present: 21}\n"  # a warning
REMARKABLE = GOOD + "draft: yes\n"  # notices


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (GOOD, [], CLEAN),
        (GOOD, ["--strict"], CLEAN),
        (REMARKABLE, ["--strict"], CLEAN),
        (DOUBTFUL, [], CLEAN),
        (DOUBTFUL, ["--strict"], FOUND),
        (WRONG, [], FOUND),
        (WRONG, ["--strict"], FOUND),
        (WRONG, ["--format", "json"], FOUND),
        (WRONG, ["--format", "github"], FOUND),
    ],
)
def test_errors_end_in_status_1_and_warnings_only_when_strict(
    folder: Write, text: str, options: list[str], status: int
) -> None:
    assert main(["check", str(folder({MEETING: text})), *options]) == status


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no-such-folder"],
        ["check", "content/meetings/no-such-file.yml"],
        ["check", "outside"],
        ["build", "--config", "no-such-file.yml"],
        ["explain", "M999"],
    ],
)
def test_wrong_use_ends_in_status_2_and_says_why(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(folder({}).parent)
    Path("outside").mkdir()
    assert main(arguments) == WRONG_USE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("huanjie: ")


@pytest.mark.parametrize(
    "arguments", [[], ["chekc"], ["check", "--format", "xml"], ["check", "--no-such-option"], ["explain"]]
)
def test_a_command_that_is_none_ends_in_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == WRONG_USE


# ---- Which findings ----

BROKEN: dict[str, str | bytes] = {
    MEETING: WRONG,
    "meetings/2016/a.yml": "title\n",
    "policies/b.yml": "",
}
A, B = "meetings/2016/a.yml", "policies/b.yml"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], [MEETING, A, B]),  # content, where one stands
        (["content"], [MEETING, A, B]),
        (["content/"], [MEETING, A, B]),
        (["content/meetings"], [MEETING, A]),
        (["content/meetings/2016"], [A]),
        ([f"content/{MEETING}"], [MEETING]),
        ([f"content/{A}", "content/policies"], [A, B]),
        (["content/meetings", f"content/{MEETING}"], [MEETING, A]),  # each once
        (["content/sources.yml"], []),
    ],
)
def test_only_what_lies_below_the_paths_is_told(
    folder: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    paths: list[str],
    expected: list[str],
) -> None:
    monkeypatch.chdir(folder(BROKEN).parent)
    status = main(["check", *paths, "--format", "json"])
    assert [finding["file"] for finding in json.loads(capsys.readouterr().out)] == [
        f"content/{file}" for file in expected
    ]
    assert status == (FOUND if expected else CLEAN)


@pytest.mark.parametrize(("path", "expected"), [("2016-05-31.yml", 1), (".", 2), ("..", 3), ("../policies", 1)])
def test_one_may_stand_inside_the_content_folder(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str, expected: int
) -> None:
    monkeypatch.chdir(folder(BROKEN) / "meetings")
    assert main(["check", path, "--format", "json"]) == FOUND
    reported = json.loads(capsys.readouterr().out)
    assert len(reported) == expected
    assert all(Path(finding["file"]).is_file() for finding in reported)


def test_a_folder_called_content_may_lack_its_election(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({})
    (content / "election.yml").unlink()
    assert main(["check", str(content)]) == FOUND
    assert "S209" in capsys.readouterr().out


def test_several_content_folders_give_one_array(folder: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = folder({MEETING: WRONG})
    assert main(["check", str(content), str(FIXTURES / "smallest"), "--format", "json"]) == FOUND
    assert [finding["file"] for finding in json.loads(capsys.readouterr().out)] == [f"{content.as_posix()}/{MEETING}"]


# ---- Forms ----


def test_text_shows_the_line_with_a_caret_and_counts(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder({MEETING: WRONG}).parent)
    assert main(["check"]) == FOUND
    assert capsys.readouterr().out == (
        "content/meetings/2016-05-31.yml:2:7: 错误 M103 "
        '日期“5月31日”没有年份；请写成 2016-05-31，年份不详时写 "unknown-05-31"\n'
        "    2 | date: 5月31日\n"
        "      |       ^^^^^^^\n"
        " 改成 | date: 2016-05-31\n"
        "1 个错误\n"
        "编号的解释：huanjie explain M103；写了“改成”的可以代改：huanjie fix\n"
    )


def test_github_gets_a_command_for_each_finding(
    folder: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder({MEETING: WRONG}).parent)
    main(["check", "--format", "github"])
    assert capsys.readouterr().out == (
        "::error file=content/meetings/2016-05-31.yml,line=2,col=7,title=错误 M103::"
        '日期“5月31日”没有年份；请写成 2016-05-31，年份不详时写 "unknown-05-31"\n'
    )


@pytest.mark.parametrize(("form", "printed"), [("text", "没有发现问题。\n"), ("json", "[]\n"), ("github", "")])
def test_nothing_found_is_said_in_every_form(
    folder: Write, capsys: pytest.CaptureFixture[str], form: str, printed: str
) -> None:
    assert main(["check", str(folder({})), "--format", form]) == CLEAN
    assert capsys.readouterr().out == printed


def test_the_repository_and_the_smallest_folder_pass_strictly(capsys: pytest.CaptureFixture[str]) -> None:
    root = FIXTURES.parent.parent
    assert main(["check", str(root / "content"), str(FIXTURES / "smallest"), "--strict"]) == CLEAN
    assert capsys.readouterr().out == "没有发现问题。\n"


@pytest.mark.parametrize("name", sorted({*CHECKS, *yaml_text.FAULTS, *base.FAULTS, *loading.FAULTS}))
def test_every_id_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name.lower()]) == CLEAN
    assert capsys.readouterr().out.startswith(f"{name}（")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("R104", "R104（提示）草稿，不会发布。\n"),
        ("R105", "R105（警告）这种文件不会发布。\n"),
        ("S101", "S101（错误）文件编码不是 UTF-8。\n"),
    ],
)
def test_an_explanation_says_how_much_it_weighs(name: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", name])
    assert capsys.readouterr().out == expected


def test_an_id_that_is_none_names_near_misses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "M20"]) == WRONG_USE
    output = capsys.readouterr().err
    assert re.fullmatch(
        r"huanjie: 没有编号 M20，是不是 M2\d\d、M2\d\d、M2\d\d？\n", output
    )  # which three: new rules change it


def test_the_command_runs_as_a_module(project: Project) -> None:
    (project.content / MEETING).write_text(WRONG, "utf-8")
    finished = project.run("huanjie", "check")
    assert (finished.returncode, finished.stderr) == (FOUND, "")
    assert "\n1 个错误\n" in finished.stdout
