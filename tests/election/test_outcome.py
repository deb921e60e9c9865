"""What a vote came to, at the boundaries that the articles set; what cannot be known, and which figure is missing."""

import pytest

from huanjie.election.counting import thresholds
from huanjie.election.outcome import Outcome, State
from huanjie.election.validity import Void, quorum
from tests.conftest import Write
from tests.support.polls import days_of, names, outcome, polls
from tests.support.towns import election
from tests.support.votes import vote

TWO = {"seats": "2", "candidates": "[甲, 乙, 丙]"}
VERSIONS = [{}, days_of(2020, 10, 17), days_of(2020, 10, 18), days_of(2026)]


def held(*tallies: str, **figures: str) -> str:
    return vote(*tallies, **({"participants": "800", "returned": "800"} | figures))


@pytest.mark.parametrize("days", VERSIONS)
@pytest.mark.parametrize(
    ("voters", "participants", "satisfied"),
    [
        ("1000", "501", True),
        ("1000", "500", False),  # exactly half is too few
        ("1001", "501", True),
        ("1001", "500", False),
        ("[999, 1000]", "500", None),  # by one source enough, by the other not
        ("[998, 999]", "500", True),
        ("1000", "[499, 500]", False),
        ("1000", "[500, 501]", None),
        ("unknown", "500", None),
        ("1000", "{value: 500, about: 约五百人}", None),
        ("1", "1", True),
    ],
)
def test_a_vote_is_valid_when_more_than_half_of_the_voters_took_part(
    folder: Write, days: dict[str, str], voters: str, participants: str, *, satisfied: bool | None
) -> None:
    came_to = outcome(folder, voters=voters, vote=vote("甲 400 yes", participants=participants), **days)
    assert came_to.enough_voters is satisfied
    assert (came_to.void == (Void.FEW_VOTERS,)) is (satisfied is False)


@pytest.mark.parametrize(
    ("figures", "satisfied"),
    [
        ({"returned": "501"}, True),  # so many ballots need so many voters
        ({"returned": "500"}, None),
        ({"valid": "490", "invalid": "11"}, True),
        ({"valid": "490", "invalid": "10"}, None),
    ],
)
def test_ballots_show_that_enough_took_part_where_nobody_counted_them(
    folder: Write, figures: dict[str, str], *, satisfied: bool | None
) -> None:
    assert outcome(folder, voters="1000", vote=vote("甲 400 yes", **figures)).enough_voters is satisfied


@pytest.mark.parametrize(
    ("participants", "returned", "satisfied"),
    [
        ("600", "600", True),
        ("600", "601", False),
        ("[600, 601]", "601", None),
        ("[599, 600]", "601", False),
        ("600", "[600, 601]", None),
        ("unknown", "601", None),
        ("600", "unknown", None),
    ],
)
def test_a_vote_is_void_with_more_ballots_than_people(
    folder: Write, participants: str, returned: str, *, satisfied: bool | None
) -> None:
    came_to = outcome(folder, vote=vote("甲 400 yes", participants=participants, returned=returned))
    assert came_to.ballots_in_bounds is satisfied
    assert (came_to.elected == ()) is (satisfied is False)


def test_a_vote_may_be_void_for_both_reasons(folder: Write) -> None:
    came_to = outcome(folder, vote=vote("甲 400 yes", participants="500", returned="501"))
    assert (came_to.state, came_to.void) == (State.VOID, (Void.FEW_VOTERS, Void.MANY_BALLOTS))
    assert (names(came_to.by_sums), names(came_to.elected), names(came_to.recorded)) == ("", "", "甲")
    assert came_to.agrees is False


@pytest.mark.parametrize("days", VERSIONS)
@pytest.mark.parametrize(
    ("seats", "tallies", "figures", "by_sums", "tied"),
    [
        ("1", ["甲 401", "乙 300"], {}, "甲", ""),
        ("1", ["甲 400", "乙 300"], {}, "", ""),  # exactly half is too few
        ("1", ["甲 401", "乙 300"], {"participants": "801", "returned": "801"}, "甲", ""),
        ("1", ["甲 400", "乙 300"], {"participants": "801", "returned": "801"}, "", ""),
        ("2", ["甲 500", "乙 450", "丙 420"], {}, "甲乙", ""),
        ("2", ["甲 500", "乙 420", "丙 450"], {}, "甲丙", ""),
        ("2", ["甲 500", "乙 450", "丙 450"], {}, "甲", "乙丙"),  # a tie of the last seat
        ("2", ["甲 500", "乙 500", "丙 450"], {}, "甲乙", ""),  # equal, and seats for both
        ("2", ["甲 450", "乙 450", "丙 450"], {}, "", "甲乙丙"),
        ("2", ["甲 500", "乙 400", "丙 400"], {}, "甲", ""),  # equal without a majority: no tie
        ("1", ["甲 450", "乙 100", "丁 500"], {}, "丁", ""),  # written in
        ("2", ["甲 500", "乙 unknown"], {}, None, ""),
        ("2", ["甲 500", "乙 [300,500]"], {}, None, ""),  # sources differ
        ("unknown", ["甲 500"], {}, None, ""),
        ("1", ["甲 500", "乙 300"], {"others": "400"}, "甲", ""),
        ("1", ["甲 500", "乙 300"], {"others": "401"}, None, ""),  # one of them may have as many
        ("1", ["甲 600", "乙 100"], {"participants": "unknown"}, "甲", ""),  # of all voters it would be enough
        ("1", ["甲 500", "乙 100"], {"participants": "unknown"}, None, ""),
        ("1", ["甲 400", "乙 100"], {"participants": "unknown"}, "", ""),  # too few for the ballots alone
    ],
)
def test_who_is_elected_by_the_sums(  # noqa: PLR0913, PLR0917  # a table of columns
    folder: Write,
    days: dict[str, str],
    seats: str,
    tallies: list[str],
    figures: dict[str, str],
    by_sums: str,
    tied: str,
) -> None:
    came_to = outcome(folder, seats=seats, vote=held(*tallies, **figures), **days)
    assert (names(came_to.by_sums), names(came_to.tied)) == (by_sums, tied)


@pytest.mark.parametrize(
    ("lines", "state", "short", "agrees"),
    [
        ({"vote": held("甲 401 yes", "乙 300")}, "complete", 0, True),
        ({"vote": held("甲 401", "乙 300")}, "short", 1, False),  # has a majority and is not marked
        ({"vote": held("甲 400 yes", "乙 300")}, "complete", 0, False),
        ({"vote": held("甲 400", "乙 300")}, "short", 1, True),
        ({"vote": held("甲 500 yes", "乙 450 yes")}, "complete", 0, False),  # more elected than seats
        ({"vote": held("甲 450", "乙 450")}, "tied", 1, True),
        ({"vote": held("甲 450 yes", "乙 450")}, "tied", 0, False),  # marked without a second vote
        ({**TWO, "vote": held("甲 500 yes", "乙 450", "丙 450")}, "tied", 1, True),
        ({**TWO, "vote": held("甲 500 yes", "乙 300", "丙 200")}, "short", 1, True),
        ({"vote": held("甲 401 yes", participants="500", returned="500")}, "void", 1, False),
        ({"vote": vote(participants="800")}, "unknown", None, None),  # who was elected is not recorded
        ({"vote": held("甲 unknown", "乙 unknown")}, "unknown", None, None),
        ({"vote": held("甲 unknown yes", "乙 unknown")}, "complete", 0, None),
        ({"seats": "unknown", "vote": held("甲 500 yes")}, "unknown", None, None),
        ({"vote": ""}, "ahead", None, None),
    ],
)
def test_how_a_vote_stands(
    folder: Write, lines: dict[str, str], state: str, short: int | None, *, agrees: bool | None
) -> None:
    came_to = outcome(folder, **lines)
    assert (came_to.state, came_to.short, came_to.agrees) == (State(state), short, agrees)


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ({"vote": held("甲 500 yes")}, ()),
        ({"vote": vote("甲 500 yes", returned="500")}, ("participants", "returned")[:1]),
        ({"vote": vote("甲 400 yes", participants="800")}, ("returned",)),
        ({"vote": held("甲 500 yes"), "voters": "unknown"}, ("voters",)),
        ({"vote": held("甲 unknown yes")}, ("votes",)),
        ({"vote": held("甲 500 yes"), "seats": "unknown"}, ("seats",)),
        ({"vote": held("甲 500 yes", participants="[800, 801]")}, ()),  # either way it is enough
        ({"vote": held("甲 500 yes", participants="[500, 801]", returned="500")}, ("participants",)),
    ],
)
def test_the_missing_figures_are_named(folder: Write, lines: dict[str, str], missing: tuple[str, ...]) -> None:
    assert outcome(folder, **lines).missing == missing


SHORT = {**TWO, "vote": held("甲 500 yes", "乙 300", "丙 200")}


@pytest.mark.parametrize("day", ["2016-07-05", "2020-10-18", "2026-12-01"])
@pytest.mark.parametrize(
    ("tallies", "figures", "by_sums", "disputed"),
    [
        (["乙 800", "丙 799"], {"returned": "2400", "valid": "2400"}, "乙", 0),  # a third is enough
        (["乙 799", "丙 700"], {"returned": "2400", "valid": "2400"}, "", 0),
        (["乙 799", "丙 700"], {"returned": "2400", "valid": "2397"}, None, 2),  # whether void ballots count decides
        (["乙 799", "丙 700"], {"returned": "2397", "valid": "2390"}, "乙", 0),
        (["乙 301", "丙 200"], {"returned": "901", "valid": "901"}, "乙", 0),
        (["乙 300", "丙 200"], {"returned": "901", "valid": "901"}, "", 0),
        (["乙 400", "丙 400"], {"returned": "900", "valid": "900"}, "", 0),  # a tie within the rerun
        (["乙 400", "丙 300"], {"returned": "900"}, "乙", 0),  # enough of all ballots, so of the valid ones too
        (["乙 299", "丙 200"], {"returned": "900"}, None, 0),
        (["乙 300", "丙 200"], {"valid": "900"}, None, 0),
        (["乙 400", "丁 410"], {"returned": "900", "valid": "900"}, "丁", 0),  # written in
    ],
)
def test_a_rerun_takes_the_most_votes_and_a_third_of_the_ballots(  # noqa: PLR0913, PLR0917  # a table of columns
    folder: Write, day: str, tallies: list[str], figures: dict[str, str], by_sums: str | None, disputed: int
) -> None:
    rerun = vote(*tallies, seats="1", day=day, **figures)
    came_to = outcome(folder, 1, **SHORT, reruns=f"[{rerun}]")
    assert (names(came_to.by_sums), len(came_to.disputed)) == (by_sums, disputed)
    assert bool(came_to.tied) == (tallies == ["乙 400", "丙 400"])


def test_both_readings_of_a_third_are_worked_out(folder: Write) -> None:
    rerun = vote("乙 799 yes", "丙 700", seats="1", returned="2400", valid="2397")
    _, poll = polls(folder, **SHORT, reruns=f"[{rerun}]")
    assert [(threshold.base, threshold.size, threshold.votes) for threshold in thresholds(poll)] == [
        ("returned", 2400, 800),
        ("valid", 2397, 799),
    ]
    assert [(reading.threshold.base, names(reading.elected)) for reading in Outcome(poll).disputed] == [
        ("returned", ""),
        ("valid", "乙"),
    ]


@pytest.mark.parametrize(
    ("votes", "by_sums", "state"),
    [("乙 300, 丙 200", "乙", "complete"), ("乙 1, 丙 0", "乙", "complete"), ("乙 300, 丙 300", "", "tied")],
)
def test_a_second_vote_takes_only_the_most_votes(folder: Write, votes: str, by_sums: str, state: str) -> None:
    tie = {**TWO, "vote": held("甲 500 yes", "乙 450", "丙 450")}
    marked = [f"{said} yes" if by_sums and said.startswith(by_sums) else said for said in votes.split(", ")]
    came_to = outcome(folder, 1, **tie, reruns=f"[{vote(*marked, seats='1', participants='600')}]")
    assert (names(came_to.by_sums), came_to.state) == (by_sums, State(state))


@pytest.mark.parametrize(
    ("again", "state"),
    [
        (vote("甲 401 yes", "乙 300", seats="1", participants="800", returned="800"), "complete"),
        (vote("甲 400", "乙 300", seats="1", participants="800", returned="800"), "short"),  # no third, but a majority
        (vote("甲 400 yes", seats="1", participants="500", returned="500"), "void"),
    ],
)
def test_a_vote_held_anew_takes_what_a_first_one_takes(folder: Write, again: str, state: str) -> None:
    few = vote("甲 400", "乙 100", participants="500", returned="500")
    assert outcome(folder, 1, vote=few, reruns=f"[{again}]").state is State(state)


GANSU = election(more="province: gansu\n")


@pytest.mark.parametrize(
    ("figures", "province", "satisfied", "by_sums"),
    [
        ({"participants": "501", "returned": "501"}, True, True, "丁"),
        ({"participants": "500", "returned": "500"}, True, None, "丁"),  # of exactly half, Gansu's rules say both
        ({"participants": "499", "returned": "499"}, True, False, "丁"),
        ({"participants": "500", "returned": "500"}, False, None, "丁"),  # the province sets the rules of by-elections
        ({"participants": "600", "returned": "600"}, True, True, ""),
        ({"participants": "650", "returned": "651"}, True, True, ""),
    ],
)
def test_a_by_election_with_one_candidate(
    folder: Write, figures: dict[str, str], by_sums: str, *, province: bool, satisfied: bool | None
) -> None:
    more = vote("丁 300 yes", seats="1", day="2018-06-01", reason="调离", candidates="[丁]", **figures)
    held = polls(folder, *([GANSU] if province else []), by_elections=f"[{more}]")
    came_to = Outcome(held[1])
    assert (came_to.enough_voters, names(came_to.by_sums)) == (satisfied, by_sums)
    assert quorum(held[1]) == (501 if province else None)
    assert (came_to.state is State.VOID) == ("651" in figures.values())


@pytest.mark.parametrize("day", ["2018-03-01", "2021-03-01"])
@pytest.mark.parametrize(
    ("votes", "voters", "marked", "state"),
    [
        ("501", "1000", "yes", "passed"),
        ("500", "1000", "no", "failed"),  # exactly half is too few
        ("500", "1000", "yes", "disputed"),
        ("501", "1000", "no", "disputed"),  # not marked
        ("unknown", "1000", "yes", "passed"),
        ("unknown", "1000", "no", "unknown"),
        ("501", "unknown", "no", "unknown"),
        ("501", "1002", "no", "unknown"),  # of those of the election it is enough, of those of the recall not
        ("501", "1002", "yes", "passed"),
        ("", "1000", "no", "ahead"),
    ],
)
def test_a_recall_takes_more_than_half_of_all_voters(  # noqa: PLR0913, PLR0917  # a table of columns
    folder: Write, day: str, votes: str, voters: str, marked: str, state: str
) -> None:
    figures = f"voters: {voters}, recalled: {marked}{f', votes: {votes}' if votes else ''}"
    came_to = outcome(folder, 1, recalls=f"[{{name: 甲, day: {day}, {figures}}}]")
    assert came_to.state is State(state)


def test_where_the_pack_has_no_law_nothing_is_known(folder: Write) -> None:
    came_to = outcome(folder, polling_day="2014-06-28", vote=held("甲 401 yes"))
    assert (came_to.enough_voters, came_to.ballots_in_bounds, came_to.by_sums, came_to.void) == (None, None, None, ())
    assert came_to.state is State.COMPLETE
