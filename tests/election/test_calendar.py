"""When a constituency votes and when voting ends, in every way in which a day can be known or not."""

from datetime import date

import pytest

from huanjie.election.calendar import Precision, days_of_later_vote
from tests.conftest import Write
from tests.support.polls import polls
from tests.support.towns import election

PUT_OFF = "{decided_on: 2016-06-25, by: 区选举委员会, reason: 桥断了。%s}"
TWO_DAYS = "polling_until: 2016-06-29\n"


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


UNTIL = {"postponed": PUT_OFF % ", until: 2016-07-10"}


@pytest.mark.parametrize(
    ("more", "lines", "days", "precision"),
    [
        ("", {}, "2016-06-28", "exact"),
        (TWO_DAYS, {}, "2016-06-28 2016-06-29", "exact"),
        ("polling_until: unknown\n", {}, "2016-06-28 ?", "exact"),  # it went on, and nobody knows until when
        (TWO_DAYS, {"polling_day": "2016-07-05"}, "2016-07-05", "exact"),  # not with the others
        (TWO_DAYS, {"polling_until": "2016-06-30"}, "2016-06-28 2016-06-30", "exact"),
        ("", {"polling_day": "2016-07-05", "polling_until": "2016-07-07"}, "2016-07-05 2016-07-07", "exact"),
        ("", {"polling_day": "2016-07-05", "polling_until": "unknown"}, "2016-07-05 ?", "exact"),
        ("", {"polling_day": "unknown"}, "", "unknown"),  # not the day of the others
        ("", {"polling_day": "2016-07"}, "", "rough"),
        ("", {"polling_day": "2016"}, "", "rough"),
        ("", {"polling_day": "unknown-07-05"}, "", "rough"),
        ("", {"polling_day": "[2016-07-05, 2016-07-06]"}, "", "disputed"),
        ("", {"polling_day": "[2016-07-05, 2016-07-05]"}, "2016-07-05", "exact"),
        ("", UNTIL, "2016-07-10", "exact"),
        (TWO_DAYS, UNTIL, "2016-07-10", "exact"),
        ("", {"postponed": PUT_OFF % ""}, "", "open"),
        ("", {"postponed": PUT_OFF % ", until: unknown"}, "", "open"),
        ("", {"postponed": PUT_OFF % ", until: 2016-07"}, "", "rough"),
        ("", {**UNTIL, "polling_day": "unknown"}, "2016-07-10", "exact"),
        ("", {"postponed": PUT_OFF % "", "polling_day": "unknown"}, "", "open"),
        ("", {**UNTIL, "polling_day": "2016-07-11"}, "2016-07-11", "exact"),
    ],
)  # fmt: skip
def test_a_constituency_votes_on_its_own_day_or_the_one_it_was_put_off_to_or_with_all_others(
    folder: Write, more: str, lines: dict[str, str], days: str, precision: str
) -> None:
    first, _, last = days.partition(" ")
    voting = polls(folder, election(more=more), **lines)[0].days
    expected = (day(first), None if last == "?" else day(last or first), Precision(precision))
    assert (voting.first, voting.last, voting.precision) == expected


@pytest.mark.parametrize(
    ("polling", "earliest", "latest"),
    [
        ("2016-07-05", "2016-07-05", "2016-07-05"),
        ("2016-07", "2016-07-01", "2016-07-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),  # a leap year
        ("2016", "2016-01-01", "2016-12-31"),
        ("[2016-07-05, 2016-07-09]", "2016-07-05", "2016-07-09"),
        ("[2016-07, 2016-09-02]", "2016-07-01", "2016-09-02"),
        ("unknown-07-05", "", ""),
        ("unknown", "", ""),
    ],
)
def test_a_day_that_is_not_certain_has_limits(folder: Write, polling: str, earliest: str, latest: str) -> None:
    days = polls(folder, polling_day=polling)[0].days
    assert (days.earliest, days.latest) == (day(earliest), day(latest))


@pytest.mark.parametrize(
    ("lines", "today", "over", "ahead"),
    [
        ({"polling_day": "2016-07-05"}, "2016-07-04", False, True),
        ({"polling_day": "2016-07-05"}, "2016-07-05", False, True),
        ({"polling_day": "2016-07-05"}, "2016-07-06", True, False),
        ({"polling_day": "2016-07-05", "polling_until": "2016-07-07"}, "2016-07-07", False, False),
        ({"polling_day": "2016-07-05", "polling_until": "2016-07-07"}, "2016-07-08", True, False),
        ({"polling_day": "2016-07-05", "polling_until": "unknown"}, "2016-07-08", False, False),
        ({"polling_day": "2016-07"}, "2016-07-31", False, False),
        ({"polling_day": "2016-07"}, "2016-08-01", True, False),
        ({"polling_day": "2016-07"}, "2016-07-01", False, True),
        ({"polling_day": "2016"}, "2016-12-31", False, False),
        ({"polling_day": "2016"}, "2017-01-01", True, False),
        ({"polling_day": "unknown"}, "2030-01-01", False, False),
    ],
)
def test_voting_is_over_or_ahead_only_for_certain(
    folder: Write, lines: dict[str, str], today: str, *, over: bool, ahead: bool
) -> None:
    days, on = polls(folder, **lines)[0].days, date.fromisoformat(today)
    assert (days.over(on), days.ahead(on)) == (over, ahead)


def test_every_day_of_voting_is_given(folder: Write) -> None:
    days = polls(folder, polling_day="2016-06-29", polling_until="2016-07-01")[0].days
    assert [*days.every] == [date(2016, 6, 29), date(2016, 6, 30), date(2016, 7, 1)]


def test_a_day_that_is_not_certain_gives_no_days_of_voting(folder: Write) -> None:
    assert [*polls(folder, polling_day="2016-07")[0].days.every] == []


@pytest.mark.parametrize(("held", "first"), [("2016-07-20", "2016-07-20"), ("unknown", ""), ("2016-07", "")])
def test_a_later_vote_has_the_one_day_that_is_recorded(folder: Write, held: str, first: str) -> None:
    _, rerun = polls(folder, reruns=f"[{{day: {held}, seats: 1}}]")
    assert (rerun.days.first, rerun.days.last) == (day(first), day(first))
    assert days_of_later_vote(rerun.constituency.reruns[0]) == rerun.days
