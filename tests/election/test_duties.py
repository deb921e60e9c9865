"""What each constituency owes by which day, and how it stands, each at its boundary."""

from datetime import date

import pytest

from huanjie.checks.report import check_folder
from huanjie.election.agenda import ComingVote, coming_votes
from huanjie.election.duties import Duty, duties
from huanjie.law import Statute
from huanjie.model.election import Election
from tests.conftest import Write
from tests.support.gansu import GANSU, IN_2017
from tests.support.towns import TODAY, constituency, election, town, without_steps
from tests.support.votes import vote

MOVED = "{decided_on: 2016-06-25, by: 区选举委员会, reason: 桥断了, until: 2016-07-05}"
NOT_YET_SET = "{decided_on: 2017-06-25, by: 区选举委员会, reason: 桥断了}"
RERUN_OF_2017 = {**IN_2017, "result_list": "2017-06-30", "seats": "2"}


def _owed(folder: Write, files: tuple[dict[str, str | bytes], ...], today: date) -> list[Duty]:
    report = check_folder(folder({path: text for part in files for path, text in part.items()}), today)
    assert not report.refused, report.text("")
    return list(duties(report.records, Statute.of(report.records.one(Election), today), today))


def owed(folder: Write, *files: dict[str, str | bytes], today: date = TODAY) -> dict[str, tuple[str, str, int | None]]:
    """For the one constituency: each duty's last day, how it stands, the days to spare."""
    return {duty.name: (str(duty.deadline.day), duty.state, duty.spare) for duty in _owed(folder, files, today)}


@pytest.mark.parametrize(
    ("today", "voter_list", "expected"),
    [
        (TODAY, "2016-06-07", ("done", 1)),
        (TODAY, "2016-06-08", ("done", 0)),  # the very day
        (TODAY, "2016-06-09", ("done", -1)),  # a day late
        (TODAY, "", ("unrecorded", None)),
        (date(2016, 6, 9), "", ("unrecorded", None)),
        (date(2016, 6, 8), "", ("ahead", None)),  # there is still the day
        (date(2016, 6, 1), "unknown", ("unknown", None)),
        (TODAY, "unreadable", ("unknown", None)),
        (TODAY, "2016-06", ("unknown", None)),  # not known to the day
        (TODAY, "[2016-06-07, 2016-06-09]", ("unknown", None)),  # sources differ on what decides
    ],
)
def test_a_duty_says_how_it_stands(
    folder: Write, today: date, voter_list: str, expected: tuple[str, int | None]
) -> None:
    by_name = owed(folder, without_steps(), town(constituency(voter_list=voter_list)), today=today)
    assert by_name["选民名单"] == ("2016-06-08", *expected)


def test_every_list_with_a_last_day_is_owed_and_a_result_where_the_province_sets_one(folder: Write) -> None:
    assert owed(folder, GANSU, town(constituency(**IN_2017, result_list="2017-07-02"))) == {
        "选民名单": ("2017-06-08", "done", 7),
        "初步候选人名单": ("2017-06-13", "done", 3),
        "正式候选人名单": ("2017-06-21", "done", 1),
        "选举结果": ("2017-07-01", "done", -1),
    }


def test_elsewhere_no_day_is_set_for_a_result(folder: Write) -> None:
    assert "选举结果" not in owed(folder, town(constituency(result_list="2018-01-01")))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"polling_day": "2016-07-05", "postponed": MOVED}, "2016-06-15"),
        ({"postponed": MOVED}, "2016-06-15"),  # the new day stands only in the postponement
        ({"polling_day": "unknown", "postponed": MOVED}, "2016-06-15"),  # as its page says
        ({"postponed": MOVED.replace(", until: 2016-07-05", "")}, None),  # never from the day on which nobody voted
        ({"polling_day": "2016-07-05"}, "2016-06-15"),
        ({}, "2016-06-08"),
    ],
)
def test_a_postponed_constituency_counts_from_its_own_day(
    folder: Write, lines: dict[str, str], expected: str | None
) -> None:
    by_name = owed(folder, town(constituency(**lines)))
    assert by_name.get("选民名单", (None,))[0] == expected


@pytest.mark.parametrize(
    ("rerun", "expected"),
    [
        ("{seats: 1, day: 2017-07-05}", ("2017-07-08", "unrecorded", None)),
        ("{seats: 1, day: 2017-07-05, result_list: 2017-07-08}", ("2017-07-08", "done", 0)),
        ("{seats: 1, day: 2017-07-05, result_list: 2017-07-09}", ("2017-07-08", "done", -1)),
        ("{seats: 1, day: unknown}", None),
        ("{seats: 1}", None),  # not set for a day
    ],
)
def test_a_rerun_owes_its_result_from_its_own_day(
    folder: Write, rerun: str, expected: tuple[str, str, int | None] | None
) -> None:
    by_name = owed(folder, GANSU, town(constituency(**RERUN_OF_2017, reruns=f"[{rerun}]")))
    assert by_name.get("再投一次票的结果") == expected


@pytest.mark.parametrize(
    ("reruns", "published", "expected"),
    [
        ("{seats: 1, day: 2017-07-05}", "2017-06-30", ("2017-07-01", "done", 1)),  # there was no other vote before
        ("{seats: 1, day: 2017-07-05}", "2017-07-04", ("2017-07-01", "done", -3)),
        ("{seats: 1, day: 2017-07-05}", "2017-07-05", None),  # it may be the result of the vote of that day
        ("{seats: 1, day: 2017-07-05}", "2017-07", None),
        ("{seats: 1, day: 2017-07-05}", "", None),
        ("{seats: 1, day: 2017-07-05}, {seats: 1, day: unknown}", "2017-06-30", None),
        ("{seats: 1, day: 2017-07-09}, {seats: 1, day: 2017-07-05}", "2017-07-05", None),
    ],
)
def test_a_first_result_is_owed_where_it_is_certain_which_vote_it_tells(
    folder: Write, reruns: str, published: str, expected: tuple[str, str, int] | None
) -> None:
    lines = RERUN_OF_2017 | {"result_list": published, "reruns": f"[{reruns}]"}
    assert owed(folder, GANSU, town(constituency(**lines))).get("选举结果") == expected


@pytest.mark.parametrize(
    ("lines", "notice", "result"),
    [
        ("", ("2018-05-25", "unrecorded", None), ("2018-06-04", "unrecorded", None)),
        (", announced: 2018-05-25, result_list: 2018-06-04", ("2018-05-25", "done", 0), ("2018-06-04", "done", 0)),
        (", announced: 2018-05-26, result_list: 2018-06-05", ("2018-05-25", "done", -1), ("2018-06-04", "done", -1)),
    ],
)
def test_a_by_election_owes_its_notice_and_its_result(
    folder: Write, lines: str, notice: tuple[str, str, int | None], result: tuple[str, str, int | None]
) -> None:
    by_election = f"[{{seats: 1, reason: 调离, day: 2018-06-01{lines}}}]"
    by_name = owed(folder, GANSU, town(constituency(**IN_2017, by_elections=by_election)))
    assert (by_name["补选公告"], by_name["补选结果"]) == (notice, result)


def test_a_rerun_owes_no_result_by_a_day_elsewhere(folder: Write) -> None:
    assert "再投一次票的结果" not in owed(folder, town(constituency(reruns="[{seats: 1, day: 2016-07-05}]")))


def test_a_day_recorded_for_all_constituencies_counts_where_one_has_none_of_its_own(folder: Write) -> None:
    by_name = owed(folder, town(constituency(voter_list="", nominees_list="2016-06-13")))
    assert by_name["选民名单"] == ("2016-06-08", "done", 7)  # 2016-06-01, in election.yml
    assert by_name["初步候选人名单"] == ("2016-06-13", "done", 0)  # and not 2016-06-10


def test_a_shared_result_counts_for_each_constituency(folder: Write) -> None:
    record = constituency(**IN_2017)
    area = town(record, joint_results="[{constituencies: [town/county-1], published: 2017-06-30}]")
    assert owed(folder, GANSU, area)["选举结果"] == ("2017-07-01", "done", 1)


def test_a_duty_knows_the_line_to_write_it_into(folder: Write) -> None:
    files = (without_steps(), town(constituency(1), constituency(2, voter_list="")))
    lines = {(str(duty.constituency.number), duty.field): duty.at.line for duty in _owed(folder, files, TODAY)}
    assert lines["1", "voter_list"] == 7
    assert lines["2", "voter_list"] == lines["1", "candidates_list"] + 1  # where the constituency begins


def test_nothing_is_owed_while_no_polling_day_is_known(folder: Write) -> None:
    text = str(election()["election.yml"]).replace("polling_day: 2016-06-28", "polling_day: unknown")
    assert owed(folder, {"election.yml": text}, town(constituency())) == {}


def _coming(folder: Write, today: date, **lines: str) -> list[ComingVote]:
    files = {**GANSU, **town(constituency(**{**IN_2017, **lines}))}
    files["election.yml"] = str(files["election.yml"]).replace("polling_day: 2016", "polling_day: 2017")
    report = check_folder(folder(files), today)
    assert not report.refused, report.text("")
    return list(coming_votes(report.records, Statute.of(report.records.one(Election), today), today))


@pytest.mark.parametrize(
    ("today", "lines", "expected"),
    [
        (date(2017, 7, 5), {"reruns": "[{seats: 1, day: 2017-07-05}]"}, [("另行选举", "2017-07-05")]),
        (date(2017, 7, 6), {"reruns": "[{seats: 1, day: 2017-07-05}]"}, []),
        (date(2017, 7, 1), {"reruns": "[{seats: 1}]"}, []),
        (
            date(2017, 7, 1),
            {
                "reruns": "[{seats: 1, day: 2017-07-05}]",
                "seats": "1",
                "vote": vote("甲 420", "乙 420", participants="800"),
            },
            [("再次投票", "2017-07-05")],
        ),
        (
            date(2017, 7, 1),
            {"reruns": "[{seats: 1, day: 2017-07-05}]", "voters": "1000", "vote": vote("甲 420", participants="500")},
            [("重新选举", "2017-07-05")],
        ),
        (
            date(2018, 6, 1),
            {"by_elections": "[{seats: 1, day: 2018-06-01, reason: 调离}]"},
            [("补选", "2018-06-01")],
        ),
        (date(2018, 6, 2), {"by_elections": "[{seats: 1, day: 2018-06-01, reason: 调离}]"}, []),
        (date(2018, 3, 1), {"recalls": "[{name: 甲, day: 2018-03-01}]"}, [("表决罢免要求", "2018-03-01")]),
        (
            date(2017, 7, 1),
            {"polling_day": "2017-07-05", "postponed": MOVED.replace("2016", "2017")},
            [("推迟的投票", "2017-07-05")],
        ),
        (date(2017, 7, 6), {"polling_day": "2017-07-05", "postponed": MOVED.replace("2016", "2017")}, []),
        (date(2017, 6, 20), {"polling_day": ""}, []),  # with everybody
        (date(2017, 6, 28), {"polling_day": "", "polling_until": "2017-06-29"}, [("投票的最后一天", "2017-06-29")]),
        (date(2017, 6, 30), {"polling_day": "", "polling_until": "2017-06-29"}, []),
        (date(2017, 6, 29), {"polling_day": "2017-06-30"}, [("投票", "2017-06-30")]),  # on a day of its own
        (date(2017, 6, 30), {"polling_day": "2017-06-30", "voters": "9", "vote": vote("甲 4", participants="5")}, []),
        (
            date(2017, 7, 10),
            {"polling_day": "", "postponed": NOT_YET_SET},
            [("推迟的投票最迟在这一天，还没有定哪天", "2017-07-05")],  # seven days after the day of the others
        ),
    ],
)
def test_votes_to_come(folder: Write, today: date, lines: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert [(vote.name, str(vote.day)) for vote in _coming(folder, today, **lines)] == expected
