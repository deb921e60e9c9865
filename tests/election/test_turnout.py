"""Participants by every figure of a source; a stated turnout beside the turnout that the figures give."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

import pytest

from huanjie.election.figures import by_turnout, participants
from huanjie.election.outcome import Outcome, State
from huanjie.election.turnout import Agreement, agree, turnouts
from tests.conftest import Write
from tests.support.polls import polls
from tests.support.votes import vote

EQUAL, ROUNDED, CUT, RAISED, NONE = Agreement


@pytest.mark.parametrize(
    ("stated", "part", "whole", "expected"),
    [
        ("98", "980", "1000", EQUAL),
        ("98.00", "980", "1000", EQUAL),
        ("98.0", "980", "1000", EQUAL),
        ("97.90", "3490", "3565", ROUNDED),  # 97.8962
        ("97.89", "3490", "3565", CUT),
        ("97.9", "3490", "3565", ROUNDED),
        ("97.8", "3490", "3565", CUT),
        ("98", "3490", "3565", ROUNDED),
        ("97", "3490", "3565", CUT),
        ("97.91", "3490", "3565", NONE),
        ("97.88", "3490", "3565", NONE),
        ("96", "3490", "3565", NONE),
        ("33.33", "1", "3", ROUNDED),  # which is to cut it off, too
        ("33.34", "1", "3", RAISED),
        ("33.35", "1", "3", NONE),
        ("33.32", "1", "3", NONE),
        ("80.1", "800", "1000", NONE),  # what needs no rounding is not raised
        ("12.5", "125", "1000", EQUAL),
        ("13", "125", "1000", ROUNDED),  # a half goes up
        ("12", "125", "1000", CUT),
        ("11", "125", "1000", NONE),
        ("14", "125", "1000", NONE),
        ("100", "1000", "1000", EQUAL),
        ("100", "3564", "3565", ROUNDED),  # 99.97
        ("99", "3564", "3565", CUT),
        ("100.0", "3563", "3565", RAISED),  # 99.944 is 99.9
        ("0", "0", "1000", EQUAL),
        ("0", "4", "1000", ROUNDED),
        ("99.999999", "999999", "1000000", NONE),  # 99.9999 and no more
    ],
)
def test_a_stated_percentage_comes_out_of_two_figures(stated: str, part: str, whole: str, expected: Agreement) -> None:
    assert agree(Decimal(stated), int(part), int(whole)) is expected


@pytest.mark.parametrize(
    ("turnout", "figures", "expected"),
    [
        ("80%", {"participants": "800"}, [("participants", 800, EQUAL)]),
        ("80%", {"in_person": "700", "by_proxy": "100"}, [("participants", 800, EQUAL)]),
        ("79.9%", {"participants": "800", "returned": "799"}, [("returned", 799, EQUAL)]),
        ("79.9%", {"participants": "800", "returned": "798"}, [("participants", 800, NONE)]),
        ("70%", {"participants": "800", "in_person": "700", "by_proxy": "100"}, [("in_person", 700, EQUAL)]),
        ("79.9%", {"returned": "799"}, [("returned", 799, EQUAL)]),
        ("79.9%", {"returned": "798"}, []),  # 799 may have taken part
        ("79.95%", {"returned": "798"}, [("", 799, NONE)]),  # no number out of 1,000 is that much
        ("101%", {}, [("", 1000, NONE)]),
        ("{value: 80, about: 八成左右}", {"participants": "700"}, []),
        ("unknown", {"participants": "700"}, []),
        ("[80%, 79%]", {"participants": "800"}, [("participants", 800, EQUAL), ("participants", 800, NONE)]),
    ],
)
def test_a_stated_turnout_is_of_the_first_figure_that_gives_it(
    folder: Write, turnout: str, figures: dict[str, str], expected: list[tuple[str, int, Agreement]]
) -> None:
    (poll,) = polls(folder, vote=vote("甲 500 yes", turnout=turnout, **figures))
    assert [(turnout.base, turnout.part, turnout.agreement) for turnout in turnouts(poll)] == expected


@pytest.mark.parametrize("voters", ["unknown", "0", "[1000, 1001]", ""])
def test_nothing_is_compared_while_the_voters_are_not_known(folder: Write, voters: str) -> None:
    (poll,) = polls(folder, voters=voters, vote=vote(turnout="80%", participants="700"))
    assert [*turnouts(poll)] == []


def test_a_by_election_has_voters_whom_nobody_counted(folder: Write) -> None:
    election = vote("丙 500 yes", seats="1", reason="原代表调离", turnout="60%", participants="700")
    assert [[*turnouts(poll)] for poll in polls(folder, by_elections=f"[{election}]")] == [[], []]


@pytest.mark.parametrize(
    ("turnout", "voters", "expected"),
    [
        ("50.1%", "1000", (501, 501)),  # 501 alone: 50.05 is the least, 50.2 is too much
        ("50%", "1000", (495, 509)),
        ("98.02%", "100000", (98015, 98029)),
        ("98.02%", "3565", None),  # 3,494 is 98.01 % and 3,495 is 98.04 %
        ("98.04%", "3565", (3495, 3495)),
        ("100%", "1000", (995, 1000)),
        ("0%", "1000", (0, 9)),
        ("105%", "1000", None),
        ("[50.1%, 50.3%]", "1000", (501, 503)),
        ("80%", "[1000, 1001]", (795, 810)),
        ("80%", "unknown", None),
        ("{value: 80, about: 八成左右}", "1000", None),
    ],
)
def test_a_turnout_leaves_open_how_many_took_part(
    folder: Write, turnout: str, voters: str, expected: tuple[int, int] | None
) -> None:
    (poll,) = polls(folder, voters=voters, vote=vote(turnout=turnout))
    assert poll.ballots
    bounds = by_turnout(poll.ballots.turnout, poll.voters)
    assert (bounds and (bounds.least, bounds.most)) == expected


@pytest.mark.parametrize(
    ("figures", "satisfied"),
    [
        ({"turnout": "50.1%"}, True),
        ({"turnout": "50%"}, None),  # 495 to 509, and it takes 501
        ({"turnout": "50.0%"}, False),  # 500 and no other number
        ({"turnout": "50.05%"}, None),  # no number is that much
        ({"turnout": "49.9%"}, False),
        ({"turnout": "49%"}, False),
        ({"turnout": "49%", "participants": "501"}, True),  # who was counted comes first
        ({"turnout": "49%", "returned": "490"}, None),  # it may be the share of ballots that came back
        ({"turnout": "49%", "returned": "470"}, None),
        ({"turnout": "49%", "issued": "510"}, None),
        ({"turnout": "49%", "in_person": "490"}, None),  # or of those who came, without the proxies
        ({"turnout": "60%", "returned": "600"}, True),  # by the ballots
        ({"in_person": "300", "by_proxy": "201"}, True),
        ({"in_person": "300", "by_proxy": "200"}, False),
        ({"in_person": "501"}, True),
        ({"in_person": "500"}, None),
        ({"in_person": "500", "by_proxy": "unknown"}, None),
        ({"participants": "unknown", "in_person": "300", "by_proxy": "200"}, False),
        ({"in_person": "[300, 301]", "by_proxy": "200"}, None),
    ],
)
def test_whether_enough_took_part_is_certain_by_every_reading(
    folder: Write, figures: dict[str, str], satisfied: object
) -> None:
    (poll,) = polls(folder, vote=vote(**figures))
    assert Outcome(poll).enough_voters is satisfied
    assert (Outcome(poll).state is State.VOID) is (satisfied is False)


def test_those_who_came_and_those_who_had_others_vote_are_all_who_took_part(folder: Write) -> None:
    (poll,) = polls(folder, vote=vote(in_person="568", by_proxy="293"))
    assert participants(poll).exact == 861


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"elected_count": "2"}, (2, 0, State.COMPLETE)),
        ({"elected_count": "1"}, (1, 1, State.SHORT)),
        ({"elected_count": "0"}, (0, 2, State.SHORT)),
        ({"elected_count": "unknown"}, (0, None, State.UNKNOWN)),
        ({"elected_count": "2", "participants": "500"}, (0, 2, State.VOID)),
    ],
)
def test_how_many_were_elected_is_known_without_their_names(
    folder: Write, figures: dict[str, str], expected: tuple[int, int | None, State]
) -> None:
    (poll,) = polls(folder, seats="2", vote=vote(**figures))
    came_to = Outcome(poll)
    assert (came_to.number, came_to.short, came_to.state) == expected


@pytest.mark.parametrize("decimals", [0, 1, 2, 3])
def test_whatever_is_rounded_or_cut_off_agrees_and_what_is_two_off_does_not(decimals: int) -> None:
    unit = Decimal(1).scaleb(-decimals)
    for whole in (1, 3, 7, 120):
        for part in range(whole + 1):
            exact = Decimal(100 * part) / whole
            for way in (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP):
                assert agree(exact.quantize(unit, way), part, whole) is not NONE
            assert agree(exact.quantize(unit, ROUND_HALF_UP) + 2 * unit, part, whole) is NONE
