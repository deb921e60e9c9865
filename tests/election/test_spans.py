"""Steps that take days, each at its boundary: known in advance, running, over; against deadlines; on the pages."""

from datetime import date

import pytest

from huanjie.checks.report import check_folder
from huanjie.cli.due import tasks
from huanjie.law import Statute
from huanjie.model.election import Election
from tests.conftest import Write
from tests.support.pages import rendered, text
from tests.support.progress import progress, standings
from tests.support.spans import Files, steps
from tests.support.towns import ids


def registration(days: str = "day: 2016-05-20, until: 2016-05-31") -> Files:
    return steps(f"event: voter-registration, {days}")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("day: 2016-05-20, until: 2016-05-31", []),
        ("day: 2016-05-20, until: 2016-05-20", []),
        ("day: 2016-05-20, until: 2016-05-19", ["L220"]),
        ("day: 2016-05-20, until: unknown", []),
        ("day: 2016-05, until: 2016-04", []),  # no certain day
        ("day: 2016-05-20, until: 2016-05-31, announced: 2016-05-31", []),
        ("day: 2016-05-20, until: 2016-05-31, announced: 2016-06-01", ["L220"]),
        ("day: 2016-05-20, until: 2016-06-01", []),  # the list is of that day
        ("day: 2016-05-20, until: 2016-06-02", ["L221"]),
        ("day: 2016-06-02", ["L221"]),
        ("day: 2016-05-20, until: 2016-06-02, waiver: 6 月 2 日只补登。", []),
    ],
)
def test_a_span_ends_after_it_begins_and_registration_before_the_list(
    folder: Write, days: str, expected: list[str]
) -> None:
    assert ids(folder, registration(days)) == expected


@pytest.mark.parametrize(
    ("event", "days", "expected"),
    [
        ("voter-list-published", "day: 2016-06-01, until: 2016-06-07", []),
        ("voter-list-published", "day: 2016-06-01, until: 2016-06-08", ["L202"]),  # the very day
        ("voter-list-published", "day: 2016-06-01, until: 2016-06-09", ["L201"]),  # the last list came late
        ("voter-list-published", "day: 2016-06-09, until: unknown", ["L201"]),
        ("candidate-introduction", "day: 2016-06-22, until: 2016-06-27", []),
        ("candidate-introduction", "day: 2016-06-22, until: 2016-06-28", ["L201"]),
        ("candidate-introduction", "day: 2016-06-22, until: 2016-06-30", ["L201"]),  # it goes on over polling day
        ("candidate-introduction", "day: 2016-06-29, until: 2016-06-30", []),
    ],
)
def test_a_deadline_is_kept_by_the_last_day(folder: Write, event: str, days: str, expected: list[str]) -> None:
    other = "  - {event: voter-list-published, day: 2016-06-01}\n"
    files = steps(f"event: {event}, {days}")
    text = str(files["election.yml"])
    assert ids(folder, {"election.yml": text.replace(other, "") if event in other else text}) == expected


@pytest.mark.parametrize(
    ("today", "announced", "standing"),
    [
        (date(2016, 5, 9), ", announced: 2016-05-10", ""),
        (
            date(2016, 5, 10),
            ", announced: 2016-05-10",
            "还没到：定在2016年5月20日至5月31日",
        ),  # told before it begins: voters have to come in time
        (date(2016, 5, 19), "", ""),  # nobody says that it was announced: a day to come is a plan
        (date(2016, 5, 20), "", "正在进行"),
        (date(2016, 5, 31), "", "正在进行"),
        (date(2016, 6, 1), "", "已经完成"),
    ],
)
def test_registration_is_shown_from_its_announcement_on(
    folder: Write, today: date, announced: str, standing: str
) -> None:
    page = progress(folder(registration(f"day: 2016-05-20, until: 2016-05-31{announced}")), today)
    rows = dict(standings(page))
    assert rows.get("选民登记", "").replace("下一步", "还没到") == standing
    if standing:
        assert "2016年5月20日至5月31日" in text(page)


def test_what_comes_next_tells_the_last_day_of_what_goes_on(folder: Write) -> None:
    content = folder(registration("day: 2016-05-20, until: 2016-05-31, announced: 2016-05-10"))
    assert "2016年5月31日选民登记的最后一天" in text(progress(content, date(2016, 5, 25)))
    assert "2016年5月20日选民登记开始（2016年5月20日至5月31日）" in text(progress(content, date(2016, 5, 15)))
    page = rendered("deadlines", content, date(2016, 6, 3))["law/deadlines/"]
    assert "选民登记2016年5月20日至5月31日" in text(page)


def test_due_tells_the_last_day_of_registration(folder: Write) -> None:
    report = check_folder(folder(registration()), date(2016, 5, 25))
    for today, listed in ((date(2016, 5, 31), True), (date(2016, 6, 1), False)):
        records = report.as_of(today).records
        due = [*tasks(records, Statute.of(records.one(Election), today), today)]
        assert any(task.what == "选民登记到这一天结束" and task.day == date(2016, 5, 31) for task in due) is listed
