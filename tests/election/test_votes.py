"""The list of all votes of a constituency: of what kind each is, in what order, by which law, for how many seats."""

from datetime import date

import pytest

from huanjie.election.deputies import deputies
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.term import elected
from huanjie.election.votes import next_kind
from huanjie.model.results import Review
from huanjie.yaml_text import read
from tests.conftest import Write
from tests.support.polls import days_of, names, polls
from tests.support.towns import election
from tests.support.votes import vote

SHORT = vote("甲 500 yes", "乙 300", "丙 200", participants="800", returned="800")
TIED = vote("甲 500 yes", "乙 410", "丙 410", participants="800", returned="800")
FEW = vote("甲 400", "乙 100", participants="500", returned="500")
MANY = vote("甲 400 yes", "乙 100", participants="600", returned="601")
TWO = {"seats": "2", "candidates": "[甲, 乙, 丙]"}


def kinds(folder: Write, **lines: str) -> list[str]:
    return [poll.kind.slug for poll in polls(folder, **lines)]


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (SHORT, "rerun"),
        (TIED, "second"),
        (FEW, "repeat"),
        (MANY, "repeat"),
        ("", "rerun"),  # nothing is known of the first vote
        (vote("甲 500 yes", "乙 300", "丙 200"), "rerun"),
    ],
)
def test_what_follows_the_first_vote_depends_on_what_it_came_to(folder: Write, first: str, kind: str) -> None:
    lines = {**TWO, "vote": first, "reruns": "[{day: 2016-07-05, seats: 1}]"}
    assert kinds(folder, **lines) == ["first", kind]


@pytest.mark.parametrize(
    ("first", "reruns", "expected"),
    [
        (FEW, [FEW, SHORT], ["repeat", "repeat"]),  # void again
        (FEW, [SHORT, "{}"], ["repeat", "rerun"]),
        (FEW, [TIED, "{}"], ["repeat", "second"]),
        (SHORT, [vote("乙 250", "丙 249", valid="790", returned="800"), "{}"], ["rerun", "rerun"]),  # fails again
        (SHORT, [vote("乙 300", "丙 300", valid="790", returned="800"), "{}"], ["rerun", "second"]),
        (SHORT, [vote("乙 300 yes", "丙 290", participants="600", returned="601"), "{}"], ["rerun", "repeat"]),
        (TIED, [vote("乙 300", "丙 300"), "{}"], ["second", "second"]),
        (SHORT, ["{}", "{}"], ["rerun", "rerun"]),
    ],
)
def test_each_further_vote_follows_from_the_one_before(
    folder: Write, first: str, reruns: list[str], expected: list[str]
) -> None:
    dated = [
        f"{{day: 2016-07-{5 + place:02}, seats: {'2' if first is FEW else '1'}{', ' if len(said) > 2 else ''}{said[1:]}"
        for place, said in enumerate(reruns)
    ]
    assert kinds(folder, **{**TWO, "vote": first, "reruns": f"[{', '.join(dated)}]"})[1:] == expected


def test_reruns_come_in_the_order_of_their_days_and_keep_their_places(folder: Write) -> None:
    late, early = vote("乙 300", "丙 299", seats="1", day="2016-07-20"), vote(seats="1", day="2016-07-10")
    held = polls(folder, **{**TWO, "vote": SHORT, "reruns": f"[{late}, {early}]"})
    assert [(poll.identity, poll.days.first) for poll in held] == [
        ("result", date(2016, 6, 28)),
        ("rerun-2", date(2016, 7, 10)),
        ("rerun-1", date(2016, 7, 20)),
    ]


def test_by_elections_and_recalls_come_by_their_days_and_unknown_ones_last(folder: Write) -> None:
    by_election = "{seats: 1, reason: 调离, day: %s}"
    recalls = "[{name: 甲, day: 2018-03-01}, {name: 乙}]"
    more = f"[{by_election % '2018-06-01'}, {by_election % '2017-01'}]"
    held = polls(folder, by_elections=more, recalls=recalls)
    assert [poll.identity for poll in held] == ["result", "by-election-2", "recall-1", "by-election-1", "recall-2"]


@pytest.mark.parametrize(
    ("lines", "place", "article"),
    [
        ({}, 0, "选举法（2015 年）第四十四条第一款"),
        (days_of(2020, 10, 17), 0, "选举法（2015 年）第四十四条第一款"),
        (days_of(2020, 10, 18), 0, "选举法（2020 年）第四十五条第一款"),
        ({"reruns": "[{seats: 1, day: 2020-10-18}]"}, 1, "选举法（2020 年）第四十五条第一款"),
        ({"reruns": "[{seats: 1}]"}, 1, "选举法（2015 年）第四十四条第一款"),
        ({"by_elections": "[{seats: 1, reason: 调离, day: 2021-03}]"}, 1, "选举法（2020 年）第四十五条第一款"),
        ({"recalls": "[{name: 甲, day: 2020-10-17}]"}, 1, "选举法（2015 年）第四十四条第一款"),
        ({"polling_day": "2014-06-28"}, 0, ""),  # the pack has no law of that day
        ({"polling_day": "2003-12"}, 0, ""),
    ],
)
def test_each_vote_has_the_law_of_its_own_day(folder: Write, lines: dict[str, str], place: int, article: str) -> None:
    assert polls(folder, **lines)[place].law.article("elected-majority") == article


@pytest.mark.parametrize(
    ("first", "open_seats", "settled"),
    [
        (SHORT, 1, True),
        (FEW, 2, True),
        (MANY, 2, True),  # whom a void vote names is not elected
        (vote("甲 500 yes", "乙 300", "丙 200"), None, False),  # nobody knows how many took part
        (vote("甲 unknown", participants="800"), None, False),
        ("", None, False),  # it may have been void, or tied
    ],
)
def test_it_is_known_how_many_seats_are_left(
    folder: Write, first: str, open_seats: int | None, *, settled: bool
) -> None:
    _, rerun = polls(folder, **{**TWO, "vote": first, "reruns": "[{seats: 1}]"})
    assert (rerun.open_seats, rerun.settled) == (open_seats, settled)


@pytest.mark.parametrize(("first", "kind"), [(SHORT, Kind.RERUN), (TIED, Kind.SECOND), (FEW, Kind.REPEAT)])
def test_what_kind_of_vote_has_to_follow_is_known_before_it_is_recorded(folder: Write, first: str, kind: Kind) -> None:
    assert next_kind(polls(folder, **{**TWO, "vote": first})) is kind


@pytest.mark.parametrize(
    ("record", "today", "to_come"),
    [
        ("{seats: 1, day: 2016-07-05}", date(2016, 7, 5), True),
        ("{seats: 1, day: 2016-07-05}", date(2016, 7, 6), False),
        ("{seats: 1, day: 2016-07}", date(2016, 7, 31), True),
        ("{seats: 1, day: 2016-07}", date(2016, 8, 1), False),
        ("{seats: 1}", date(2030, 1, 1), True),  # no day is set
        (vote("乙 300", seats="1", day="2016-07-05"), date(2016, 7, 5), False),
        (vote(seats="1", participants="unknown"), date(2016, 7, 5), False),
    ],
)
def test_a_vote_is_to_come_until_its_day_is_over_or_it_is_counted(
    folder: Write, record: str, today: date, *, to_come: bool
) -> None:
    _, rerun = polls(folder, vote=SHORT, reruns=f"[{record}]")
    assert rerun.to_come(today) == to_come


# ---- Who are the deputies ----

BY_ELECTION = "[{day: 2018-06-01, seats: 1, reason: 罢免, tallies: [{name: 丁, votes: 400, elected: yes}]}]"
RECALLED = "[{name: 甲, day: 2018-03-01, voters: 1000, votes: %s, recalled: %s}]"
FULL = {**TWO, "vote": vote("甲 500 yes", "乙 450 yes", "丙 200", participants="800", returned="800")}


@pytest.mark.parametrize(
    ("lines", "today", "serving", "left", "unnamed"),
    [
        (FULL, date(2016, 6, 28), "甲乙", "", 0),
        (FULL, date(2016, 6, 27), "", "", 0),
        ({**FULL, "recalls": RECALLED % (501, "yes")}, date(2018, 2, 28), "甲乙", "", 0),
        ({**FULL, "recalls": RECALLED % (501, "yes")}, date(2018, 3, 1), "乙", "甲", 0),
        ({**FULL, "recalls": RECALLED % (500, "no")}, date(2018, 3, 1), "甲乙", "", 0),
        ({**FULL, "recalls": RECALLED % (500, "yes")}, date(2018, 3, 1), "甲乙", "", 0),  # exactly half is too few
        ({**FULL, "recalls": RECALLED % ("unknown", "yes")}, date(2018, 3, 1), "乙", "甲", 0),
        ({**FULL, "recalls": RECALLED % (501, "yes"), "by_elections": BY_ELECTION}, date(2018, 6, 1), "乙丁", "甲", 0),
        ({**FULL, "by_elections": BY_ELECTION}, date(2018, 5, 31), "甲乙", "", 0),
        ({**FULL, "by_elections": BY_ELECTION}, date(2018, 6, 1), "甲乙丁", "", 1),  # who left is not recorded
        ({**TWO, "vote": MANY}, date(2018, 6, 1), "", "", 0),  # nobody is elected in a void vote
        ({**TWO, "vote": MANY, "reruns": f"[{vote('乙 500 yes', seats='2', participants='700', returned='700')}]"},
         date(2018, 6, 1), "乙", "", 0),
        ({**TWO, "vote": SHORT, "reruns": f"[{vote('乙 300 yes', seats='1')}]"}, date(2018, 6, 1), "甲乙", "", 0),
    ],
)  # fmt: skip
def test_the_deputies_of_a_day_are_those_elected_and_not_gone(  # noqa: PLR0913, PLR0917  # a table of columns
    folder: Write, lines: dict[str, str], today: date, serving: str, left: str, unnamed: int
) -> None:
    term = deputies(polls(folder, **lines), today)
    gone = "".join(deputy.name for deputy, _ in term.recalled)
    assert (names(term.serving), gone, term.unnamed) == (serving, left, unnamed)


def test_who_was_not_confirmed_is_no_deputy(folder: Write) -> None:
    held = polls(folder, **FULL)
    review = Review.model_validate(read("election.yml", "day: 2016-07-10\nby: 区人大常委会\nrefused: [乙]\n".encode()))
    assert names(deputies(held, date(2018, 1, 1), review).serving) == "甲"


def test_who_is_elected_for_the_term_is_told_once_and_by_no_void_vote(folder: Write) -> None:
    again = vote("甲 500 yes", "乙 410 yes", seats="2", participants="800", returned="800")
    assert names(elected(polls(folder, **{**TWO, "vote": MANY, "reruns": f"[{again}]"}))) == "甲乙"


# ---- A by-election that is all that the records are of ----


@pytest.mark.parametrize(
    ("first", "follows"),
    [(SHORT, "rerun"), (TIED, "second"), (FEW.replace("500", "499"), "repeat"), (MANY, "repeat")],
)
def test_a_by_election_opens_the_records_and_is_completed_like_any_other(
    folder: Write, first: str, follows: str
) -> None:
    by_election = election(more="sort: 补选\nprovince: gansu\n", year=2026)
    lines = {**TWO, "vote": first, "reruns": "[{day: 2026-07-05, seats: 1}]"}
    opening, completing = polls(folder, by_election, **lines)
    assert [opening.kind.slug, opening.identity, opening.first] == ["by-election", "result", True]
    assert [completing.kind.slug, completing.identity] == [follows, "rerun-1"]
    assert all(poll.of_election and poll.law.by_election for poll in (opening, completing))


@pytest.mark.parametrize(
    ("province", "participants", "void"),
    [("gansu", "499", True), ("gansu", "500", False), ("", "499", False)],  # of exactly half, Gansu's rules say both
)
def test_a_by_election_is_void_for_few_voters_for_certain_where_the_province_says_so(
    folder: Write, province: str, participants: str, *, void: bool
) -> None:
    more = f"sort: 补选\n{f'province: {province}' if province else ''}\n"
    (poll,) = polls(folder, election(more=more, year=2026), **TWO, vote=FEW.replace("500", participants))
    assert bool(Outcome(poll).void) is void
