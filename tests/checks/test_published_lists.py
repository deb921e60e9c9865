"""Checks on the lists of a constituency, each at its boundary."""

from datetime import date

import pytest

from tests.conftest import Write
from tests.support.gansu import GANSU, IN_2017
from tests.support.towns import TODAY, constituency, election, ids, messages, town, without_steps


@pytest.mark.parametrize(
    ("field", "day", "expected"),
    [
        ("voter_list", "2016-06-07", []),  # 21 days before: a day to spare
        ("voter_list", "2016-06-08", ["C211"]),  # 20: the very day
        ("voter_list", "2016-06-09", ["C210"]),  # 19: a day late
        ("voter_list", "[2016-06-07, 2016-06-09]", ["C210"]),  # one of the sources says so
        ("voter_list", "2016-06", []),  # not known to the day
        ("voter_list", "unknown", []),  # a gap in the record is not a breach
        ("nominees_list", "2016-06-12", []),
        ("nominees_list", "2016-06-13", ["C211"]),
        ("nominees_list", "2016-06-14", ["C210"]),
        ("candidates_list", "2016-06-20", []),
        ("candidates_list", "2016-06-21", ["C211"]),
        ("candidates_list", "2016-06-22", ["C210"]),
        ("result_list", "2016-12-31", []),  # the law of the country sets no day
    ],
)
def test_every_list_is_held_to_its_deadline(folder: Write, field: str, day: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(**{field: day}))) == expected


@pytest.mark.parametrize(
    ("polling_day", "voter_list", "expected"),
    [
        ("2016-07-05", "2016-06-14", []),
        ("2016-07-05", "2016-06-15", ["C211"]),
        ("2016-07-05", "2016-06-16", ["C210"]),
        ("unknown", "2016-06-16", []),  # another day than the election's, and not known
        ("[2016-07-05, 2016-07-06]", "2016-06-16", []),
        ("2016-07", "2016-06-16", []),
    ],
)
def test_a_constituency_that_votes_on_another_day_counts_from_that_day(
    folder: Write, polling_day: str, voter_list: str, expected: list[str]
) -> None:
    record = constituency(polling_day=polling_day, voter_list=voter_list, nominees_list="unknown")
    assert ids(folder, town(record)) == expected


@pytest.mark.parametrize("polling_day", ["unknown", "[2016-06-28, 2016-06-29]", "2016-06"])
def test_nothing_is_held_to_a_day_that_is_not_known(folder: Write, polling_day: str) -> None:
    text = str(election()["election.yml"]).replace("polling_day: 2016-06-28", f"polling_day: {polling_day}")
    late = constituency(voter_list="2016-06-25", nominees_list="", candidates_list="2016-06-27")
    assert [name for name in ids(folder, {"election.yml": text}, town(late)) if name.startswith("C")] == []


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("2017-06-30", []),
        ("2017-07-01", ["C211"]),  # three days after the vote
        ("2017-07-02", ["C210"]),
        ("unknown", []),
        ("", ["C212"]),
    ],
)
def test_a_result_in_gansu_is_published_in_days(folder: Write, result: str, expected: list[str]) -> None:
    assert ids(folder, GANSU, town(constituency(**IN_2017, result_list=result))) == expected


@pytest.mark.parametrize(
    ("files", "day"),
    [
        (election(), IN_2017),  # another province
        (GANSU, {}),  # 2016-06-28: before the version of the rules that is known
    ],
)
def test_no_day_is_set_for_a_result_elsewhere(
    folder: Write, files: dict[str, str | bytes], day: dict[str, str]
) -> None:
    assert ids(folder, files, town(constituency(**day, result_list="2018-01-01"))) == []


@pytest.mark.parametrize(
    ("today", "fields", "expected"),
    [
        (date(2016, 6, 8), ("voter_list",), []),  # there is still the day
        (date(2016, 6, 9), ("voter_list",), ["C212"]),
        (date(2016, 6, 13), ("nominees_list",), []),
        (date(2016, 6, 14), ("nominees_list",), ["C212"]),
        (date(2016, 6, 21), ("candidates_list",), []),
        (date(2016, 6, 22), ("candidates_list",), ["C212"]),
        (TODAY, ("voter_list", "nominees_list", "candidates_list"), ["C212"]),  # once a constituency
    ],
)
def test_a_list_nobody_recorded_is_told_when_its_day_has_passed(
    folder: Write, today: date, fields: tuple[str, ...], expected: list[str]
) -> None:
    record = town(constituency(**dict.fromkeys(fields, "")))
    assert [name for name in ids(folder, without_steps(), record, today=today) if name.startswith("C")] == expected


def test_what_is_not_recorded_is_told_with_the_fields_to_write(folder: Write) -> None:
    assert messages(folder, without_steps(), town(constituency(voter_list="", candidates_list=""))) == [
        "没有记录哪天公布：选民名单、正式候选人名单；查得到的请写进 voter_list、candidates_list，查不到的写 unknown"
    ]


def test_a_step_recorded_for_the_whole_election_is_not_asked_of_each_constituency(folder: Write) -> None:
    assert ids(folder, town(constituency(voter_list=""))) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"voter_list": "2016-06-02", "nominees_list": "2016-06-02"}, []),  # on one day
        ({"voter_list": "2016-06-02", "nominees_list": "2016-06-01"}, ["C213"]),
        ({"nominees_list": "2016-06-11", "candidates_list": "2016-06-10"}, ["C213"]),
        ({"candidates_list": "2016-06-28"}, ["C210"]),
        ({"candidates_list": "2016-06-29"}, ["C210", "C213"]),  # after the vote
        ({"result_list": "2016-06-28"}, []),
        ({"result_list": "2016-06-27"}, ["C213"]),
        ({"voter_list": "2016-06-05", "nominees_list": "unknown", "candidates_list": "2016-06-04"}, ["C213"]),
        ({"voter_list": "2016-06-02", "nominees_list": "[2016-06-01, 2016-06-03]"}, []),  # sources differ
        ({"voter_list": "2016-06-02", "nominees_list": "2016-05"}, []),  # not known to the day
    ],
)
def test_the_steps_follow_each_other(folder: Write, days: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, town(constituency(**days))) == expected
