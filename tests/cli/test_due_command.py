"""`huanjie due`: what is past and not recorded, what is due today, what comes in the next days."""

import json
from pathlib import Path
from typing import Any

import pytest

from huanjie.__main__ import CLEAN, FOUND, WRONG_USE, main
from huanjie.cli.due import HELP
from tests.conftest import FIXTURES, Write
from tests.support.gansu import GANSU
from tests.support.towns import ELECTION, constituency, town, without_steps

MEETING = (FIXTURES / "smallest" / "meetings" / "2016-05-31.yml").read_text("utf-8")
NONE_PUBLISHED = dict.fromkeys(("voter_list", "nominees_list", "candidates_list"), "")
ARTICLE = "选举法（2015 年）第二十七条"


@pytest.fixture
def at_home(folder: Write, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Make a content folder and stand beside it."""

    def write(files: dict[str, str | bytes]) -> Path:
        content = folder(files)
        monkeypatch.chdir(content.parent)
        return content

    return write


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["due", *words]) == CLEAN
    return capsys.readouterr().out


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    parsed: list[dict[str, Any]] = json.loads(output(capsys, *words, "--format", "json"))
    return parsed


def groups(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str, str]]:
    return [(row["group"], row["day"], row["what"]) for row in rows(capsys, *words)]


@pytest.mark.parametrize(
    ("today", "group"),
    [
        ("2016-05-31", None),  # eight days ahead
        ("2016-06-01", "ahead"),
        ("2016-06-07", "ahead"),
        ("2016-06-08", "today"),
        ("2016-06-09", "overdue"),
        ("2016-12-31", "overdue"),
    ],
)
def test_a_list_is_due_until_it_is_recorded(
    at_home: Write, capsys: pytest.CaptureFixture[str], today: str, group: str | None
) -> None:
    at_home(without_steps() | town(constituency(**NONE_PUBLISHED)))
    listed = [row["group"] for row in rows(capsys, "--today", today) if row["what"] == "公布选民名单"]
    assert listed == ([group] if group else [])


@pytest.mark.parametrize(("days", "count"), [("0", 1), ("4", 1), ("5", 2), ("13", 3)])
def test_one_may_look_further_ahead(at_home: Write, capsys: pytest.CaptureFixture[str], days: str, count: int) -> None:
    at_home(without_steps() | town(constituency(**NONE_PUBLISHED)))
    assert len(rows(capsys, "--today", "2016-06-08", "--days", days)) == count


def test_text_tells_day_what_where_article_and_line(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    at_home(without_steps() | town(constituency(**NONE_PUBLISHED)))
    assert output(capsys, "--today", "2016-06-13") == (
        "过了期限没有记录：1 件\n"
        f"  2016-06-08 公布选民名单：示例town县级第 1 选区（{ARTICLE}） content/areas/town.yml:5\n"
        "\n"
        "今天（2016-06-13）：1 件\n"
        "  2016-06-13 公布初步候选人名单：示例town县级第 1 选区（选举法（2015 年）第三十一条第一款）"
        " content/areas/town.yml:5\n"
    )


def test_markdown_is_a_list_to_tick_off_and_takes_nothing_that_was_typed_for_markup(
    at_home: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    at_home({"meetings/2016-05-31.yml": MEETING + "decisions: [{text: 贴 *公告*。, due: 2016-06-10}]\n"})
    assert output(capsys, "--today", "2016-06-10", "--format", "markdown") == (
        "## 今天（2016-06-10）：1 件\n"
        "- [ ] 2016-06-10 办“贴 \\*公告\\*”：示例区推进会 `content/meetings/2016-05-31.yml:7`\n"
    )


def test_json_has_a_row_for_each(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    content = at_home(without_steps() | town(constituency(**NONE_PUBLISHED)))
    assert rows(capsys, str(content), "--today", "2016-06-08", "--days", "0") == [
        {
            "group": "today",
            "day": "2016-06-08",
            "what": "公布选民名单",
            "where": "示例town县级第 1 选区",
            "article": ARTICLE,
            "file": f"{content}/areas/town.yml",
            "line": 5,
        }
    ]


def test_without_areas_the_steps_of_the_whole_election_are_due(
    at_home: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    at_home(without_steps())
    listed = rows(capsys, "--today", "2016-06-08", "--days", "0")
    assert [(row["what"], row["where"], row["file"]) for row in listed] == [
        ("公布选民名单", "示例区", "content/election.yml")
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"coverage.yml": "- {id: a, title: 登记, theme: progress, unit: 甲, channel: 报纸, due: 2016-06-10}\n"},
            [("today", "2016-06-10", "发布“登记”（报纸）")],
        ),
        (
            {
                "coverage.yml": "- {id: a, title: 登记, theme: progress, unit: 甲, channel: 报纸, due: 2016-06-10, "
                "published: 2016-06-09}\n"
            },
            [],
        ),
        (
            {"meetings/2016-05-31.yml": MEETING + "decisions: [{text: 贴公告, due: 2016-06-09}]\n"},
            [("overdue", "2016-06-09", "办“贴公告”")],
        ),
        (
            {"meetings/2016-05-31.yml": MEETING + "decisions: [{text: 贴公告, due: 2016-06-09, outcome: 贴了}]\n"},
            [],
        ),
        (
            {"questions/a.yml": "title: 怎样投票？\ntopic: 投票\nasked_on: 2016-06-03\n"},
            [("today", "2016-06-10", "答复“怎样投票？”")],  # a week after it was asked
        ),
        ({"questions/a.yml": "title: 怎样投票？\ntopic: 投票\nasked_on: 2016-06-02\nshort: 到投票站投。\n"}, []),
        (
            town(constituency(reruns="[{seats: 1, day: 2016-06-12}]", polling_day="2016-06-08", result_list="unknown")),
            [("ahead", "2016-06-12", "另行选举")],
        ),
        (
            town(
                constituency(
                    polling_day="2016-06-17",
                    postponed="{decided_on: 2016-06-01, by: 甲, reason: 桥断了, until: 2016-06-17}",
                )
            ),
            [("ahead", "2016-06-17", "推迟的投票")],
        ),
    ],
)
def test_plan_decisions_questions_and_votes_are_told_while_they_are_to_be_done(
    at_home: Write,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, str | bytes],
    expected: list[tuple[str, str, str]],
) -> None:
    at_home(files)
    lists = ("公布选民名单", "公布初步候选人名单", "公布正式候选人名单")
    listed = groups(capsys, "--today", "2016-06-10")
    assert [row for row in listed if row[2] not in lists] == expected


def test_nothing_recorded_after_the_day_is_known_on_it(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    at_home(without_steps() | town(constituency()))  # published on 1 June
    assert ("ahead", "2016-06-08", "公布选民名单") in groups(capsys, "--today", "2016-05-31", "--days", "8")
    assert ("ahead", "2016-06-08", "公布选民名单") not in groups(capsys, "--today", "2016-06-01")


def test_the_election_may_name_the_day(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    files = without_steps() | town(constituency(**NONE_PUBLISHED))
    files["election.yml"] = str(files["election.yml"]) + "shown_as_of: 2016-06-08\n"
    at_home(files)
    assert groups(capsys, "--days", "0") == [("today", "2016-06-08", "公布选民名单")]
    assert groups(capsys, "--days", "0", "--today", "2016-06-07") == []  # what the command says comes first


def test_where_nothing_is_to_be_done_it_says_so(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    at_home({})
    assert output(capsys, "--today", "2016-06-25") == (
        "没有过了期限的事，今天（2016-06-25）和今后 7 天也没有要做的。\n"
    )
    assert rows(capsys, "--today", "2016-06-25") == []


@pytest.mark.parametrize(
    "files",
    [
        {"meetings/2016-05-31.yml": MEETING.replace("date: 2016-05-31", "date: 5月31日")},
        {"election.yml": "title\n"},
        {"election.yml": ELECTION.replace("title:", "titel:")},
    ],
)
def test_content_with_errors_is_counted_and_ends_in_status_1(
    at_home: Write, capsys: pytest.CaptureFixture[str], files: dict[str, str | bytes]
) -> None:
    at_home(files)
    assert main(["due"]) == FOUND
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "记录有错误，算不出该做的事：1 个错误。请先运行 huanjie check。\n"


def test_a_folder_that_is_none_is_wrong_use(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    at_home({})
    assert main(["due", "no-such-folder"]) == WRONG_USE
    assert capsys.readouterr().err == "huanjie: 没有内容文件夹“no-such-folder”\n"


@pytest.mark.parametrize("words", [("--days", "-1"), ("--days", "七"), ("--today", "11月10日"), ("--format", "xml")])
def test_a_command_written_wrongly_shows_its_use(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["due", *words])
    assert ended.value.code == WRONG_USE
    assert "用法：" in capsys.readouterr().err


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
def test_no_day_is_too_far_away(at_home: Write, capsys: pytest.CaptureFixture[str], today: str) -> None:
    at_home(GANSU | town(constituency(**NONE_PUBLISHED)))
    output(capsys, "--today", today, "--days", "99999999999")


def test_help_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert HELP in "".join(capsys.readouterr().out.split())


def test_of_a_by_election_is_due_what_the_province_asks_for(at_home: Write, capsys: pytest.CaptureFixture[str]) -> None:
    text = str(without_steps()["election.yml"]) + "sort: 补选\nprovince: gansu\n"
    by_election: dict[str, str | bytes] = {"election.yml": text.replace("2016-06-28", "2026-11-20")}
    at_home(by_election | town(constituency(**NONE_PUBLISHED, reason="调离")))
    assert groups(capsys, "--today", "2026-11-14") == [
        ("overdue", "2026-11-13", "公布补选公告"),
        ("ahead", "2026-11-15", "公布初步候选人名单"),
        ("ahead", "2026-11-17", "公布正式候选人名单"),
    ]
