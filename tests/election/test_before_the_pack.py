"""An election of a day whose law the pack lacks: said by the check, the commands and the pages, and never a crash."""

from datetime import date

import pytest

from huanjie.__main__ import main
from huanjie.checks.report import check_folder
from huanjie.pages import Edition, every_page
from huanjie.pages.shared.rendering import render
from tests.conftest import Write
from tests.support.pages import rendered, text
from tests.support.towns import TODAY, election, ids, town
from tests.support.votes import voted

GAP = "本站收录的选举法从2015年8月29日起；这次选举在那以前，期限、名额、票数都没有照法律核对。"


def on(day: str) -> dict[str, str | bytes]:
    """An election on a day, its steps without days."""
    said = str(election()["election.yml"]).replace("polling_day: 2016-06-28", f"polling_day: {day}")
    return {"election.yml": said.split("steps:")[0] + "totals:" + said.split("totals:")[1]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1953-06-01", ["L212"]),
        ("2003", ["L212"]),
        ("2003-12", ["L212"]),
        ("2015-08-28", ["L212"]),
        ("2015-08-29", []),
        ("2015-08", ["L212"]),  # when it began
        ("2026-11-24", []),
        ("2026-11-25", ["L204"]),
        ("2026-12", ["L204"]),
        ("2027", ["L204"]),
        ("2100-12-31", ["L204"]),
        ("unknown", []),
        ("unknown-04-10", []),
    ],
)
def test_a_day_that_the_pack_does_not_reach_is_told_once(folder: Write, day: str, expected: list[str]) -> None:
    assert [name for name in ids(folder, on(day)) if name in ("L204", "L212")] == expected


@pytest.mark.build
@pytest.mark.parametrize("day", ["1953-06-01", "2003-12", "2015-08-28", "2100-12-31", "unknown"])
def test_every_page_is_made_for_every_day(folder: Write, day: str) -> None:
    lists = dict.fromkeys(("voter_list", "nominees_list", "candidates_list"), "unknown")
    report = check_folder(folder(on(day) | town(voted(1, **lists), voted(2, "乡级", **lists))), TODAY)
    assert not report.refused, report.text("")
    for page in every_page(Edition.of(report)):
        assert render(page)
        assert "{" not in page.title + page.description


def test_pages_say_that_nothing_was_checked(folder: Write) -> None:
    content = folder(on("2014-06-28") | town(voted()))
    assert GAP in text(rendered("home", content, TODAY)[""])
    assert GAP in text(rendered("constituencies", content, TODAY)["areas/town/county-1/"])


def test_a_day_known_by_its_month_is_told(folder: Write) -> None:
    home = text(rendered("home", folder(on("2021-12")), date(2022, 6, 1))[""])
    assert "选举日在2021年12月，具体哪天没有记录。" in home
    assert "还没有确定" not in home


@pytest.mark.parametrize(
    "question",
    [
        "deadlines --polling-day 2015-08-28",
        "what-if --polling-day 2015-08-28",
        "remedies --posted 2015-08-01 --polling-day 2015-08-28",
        "seats --level county --population 650000 --on 2015-08-28",
        "article 选举法 28 --on 2015-08-28",
    ],
)
def test_the_law_commands_say_that_they_cannot_answer(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", *question.split()]) == 2
    assert "没有收录" in capsys.readouterr().err
    assert main(["law", *question.replace("2015-08-28", "2015-08-29").split()]) == 0
