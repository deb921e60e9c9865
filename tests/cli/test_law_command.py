"""`huanjie law`: what it answers, in text and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from huanjie.__main__ import CLEAN, WRONG_USE, main
from huanjie.law.pack import legal_rules
from tests.conftest import Write


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["law", *words]) == CLEAN
    return capsys.readouterr().out


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(answer(capsys, *words, "--format", "json"))
    return listed


def test_deadlines_give_day_sum_law_version_and_article(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {row["id"]: row for row in rows(capsys, "deadlines", "--polling-day", "2021-11-10")}
    assert listed["voter-list-published"] == {
        "id": "voter-list-published",
        "event": "voter-list-published",
        "title": "公布选民名单",
        "date": "2021-10-21",
        "strict_date": "2021-10-20",
        "law": "选举法",
        "version": "2020",
        "article": "第二十八条",
        "sum": "选举日 2021年11月10日 减 20 天 = 2021年10月21日",
        "assumed": None,
    }
    assert listed["nominees-published"]["date"] == "2021-10-26"
    assert listed["formal-candidates-published"]["date"] == "2021-11-03"


def test_the_same_deadlines_of_2016_stand_one_number_lower(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {row["id"]: row for row in rows(capsys, "deadlines", "--polling-day", "2016-06-28")}
    assert (listed["voter-list-published"]["date"], listed["voter-list-published"]["article"]) == (
        "2016-06-08",
        "第二十七条",
    )
    assert listed["voter-list-published"]["version"] == "2015"


def test_level_and_province_choose_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    national = {row["id"] for row in rows(capsys, "deadlines", "--polling-day", "2021-11-10", "--level", "township")}
    with_gansu = {row["id"] for row in rows(capsys, "deadlines", "--polling-day", "2021-11-10", "--province", "gansu")}
    assert "gansu-result-published" in with_gansu - national


def test_a_by_election_has_deadlines_of_its_own_in_gansu(capsys: pytest.CaptureFixture[str]) -> None:
    days = ("--polling-day", "2026-11-18", "--by-election-day", "2028-05-20", "--province", "gansu")
    listed = {row["id"]: row["date"] for row in rows(capsys, "deadlines", *days)}
    assert listed["gansu-by-election-notice"] == "2028-05-13"
    assert listed["gansu-by-election-formal-candidates"] == "2028-05-17"


def test_seats_show_their_sum(capsys: pytest.CaptureFixture[str]) -> None:
    text = answer(capsys, "seats", "--level", "county", "--population", "650000", "--on", "2016-06-28")
    assert text.startswith(
        "120 至 250 名：120 + 650,000 ÷ 5,000（取整 130）= 250（选举法（2015 年）第十一条第一款第三项）"
    )


@pytest.mark.parametrize("number", ["28", "第二十八条", "二十八"])
def test_an_article_is_found_however_its_number_is_written(capsys: pytest.CaptureFixture[str], number: str) -> None:
    (row,) = rows(capsys, "article", "《选举法》", number, "--on", "2021-01-01")
    assert (row["version"], row["number"], row["heading"]) == ("2020", 28, "公布选民名单")


def test_what_if_tells_the_earliest_day_and_what_moves(capsys: pytest.CaptureFixture[str], folder: Write) -> None:
    first, *others = answer(capsys, "what-if", "--polling-day", "2016-07-05", str(folder({}))).splitlines()
    title = legal_rules()["formal-candidates-published"].title  # made public on 20 June, seven days before
    assert first == f"按已经公布的内容，最早可以在 2016年6月27日 投票（由“{title}”决定）"
    (voter_list,) = (line for line in others if "公布选民名单：" in line)
    assert voter_list.endswith("：已经做了，按时，原来是 2016-06-08")


def test_remedies_follow_from_the_day_the_list_was_posted(capsys: pytest.CaptureFixture[str]) -> None:
    listed = rows(capsys, "remedies", "--posted", "2026-10-28", "--polling-day", "2026-11-18")
    assert [(row["event"], row["date"]) for row in listed] == [
        ("objection-filed", "2026-11-02"),
        ("objection-decided", "2026-11-05"),
        ("voter-suit-filed", "2026-11-13"),
        ("voter-suit-judged", "2026-11-17"),
    ]


def test_a_late_list_is_told_to_squeeze_the_remedies(capsys: pytest.CaptureFixture[str]) -> None:
    assert "要抓紧" in answer(capsys, "remedies", "--posted", "2026-11-08", "--polling-day", "2026-11-18")


def test_every_rule_of_law_is_listed_with_its_article(capsys: pytest.CaptureFixture[str]) -> None:
    listed = rows(capsys, "rules")
    assert len(listed) == 141
    assert all("第" in row["articles"] for row in listed)


@pytest.mark.parametrize(
    "words",
    [
        ("article", "选举法", "60", "--on", "2016-06-28"),
        ("article", "村规民约", "1"),
        ("article", "选举法", "甲"),
        ("seats", "--level", "county", "--population", "650000", "--on", "2010-01-01"),
        ("deadlines", "--polling-day", "2021-11-10", "--province", "nowhere"),
    ],
)
def test_a_question_about_nothing_is_wrong_use_and_says_what_there_is(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert main(["law", *words]) == WRONG_USE
    assert capsys.readouterr().err.startswith("huanjie: ")


@pytest.mark.parametrize(
    ("province", "expected"),
    [
        (
            ("--province", "gansu"),
            {
                "gansu-by-election-notice": "2026-11-13",
                "gansu-by-election-nominees": "2026-11-15",
                "gansu-by-election-formal-candidates": "2026-11-17",
                "gansu-result-published": "2026-11-23",
            },
        ),
        ((), {}),
    ],
)
def test_deadlines_of_a_by_election_alone(
    capsys: pytest.CaptureFixture[str], province: tuple[str, ...], expected: dict[str, str]
) -> None:
    """No list of a general election has a last day; what a voter may do against one stands in the nation's law."""
    listed = {row["id"]: row["date"] for row in rows(capsys, "deadlines", "--by-election-day", "2026-11-20", *province)}
    rights = {
        "voter-suit-filed": "2026-11-15",
        "voter-suit-judged": "2026-11-19",
        "candidate-introduction-stops": "2026-11-20",
    }
    assert listed == rights | expected


def test_deadlines_of_no_day_ask_for_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "deadlines"]) == WRONG_USE
    assert "请写选举日 --polling-day，或者补选日 --by-election-day" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("deadlines", "--polling-day", "2021-02-30"),
        ("seats", "--level", "village"),
        ("seats", "--population", "-1"),
    ],
)
def test_a_question_asked_wrongly_shows_its_use(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["law", *words])
    assert ended.value.code == WRONG_USE
    assert "用法：" in capsys.readouterr().err


def test_what_if_works_without_any_records(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "选举法（2020 年）第二十八条" in answer(
        capsys, "what-if", "--polling-day", "2026-12-20", str(tmp_path / "none")
    )
