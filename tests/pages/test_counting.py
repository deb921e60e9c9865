"""A void election told: too few voters or too many ballots, and the vote held anew, to which no lower third applies."""

import pytest

from huanjie.pages.results.counting import Counted
from tests.conftest import Write
from tests.support.pages import edition, made
from tests.support.towns import town
from tests.support.votes import vote, voted

VOID = {
    "half of the voters": vote("甲 400", "乙 100", participants="500", returned="500"),
    "a ballot too many": vote("甲 400 yes", "乙 100", participants="600", returned="601"),
}
AGAIN = "[{seats: 1, day: 2016-07-05, candidates: [甲, 乙], participants: 700, returned: 700, tallies: []}]"


def told(folder: Write, **lines: str) -> dict[str, list[tuple[str, ...]]]:
    """The sentences of the first vote and of the reruns, as the page of the constituency has them."""
    pages = made("constituencies", edition(folder(town(voted(1, **lines)))))
    context = next(iter(pages)).context
    first, later = context["vote"], context["later"]
    assert isinstance(later, list)
    return {"vote": [_sentences(first)], "reruns": [_sentences(one.counted) for one in later]}


def _sentences(counted: object) -> tuple[str, ...]:
    assert isinstance(counted, Counted)
    return counted.sentences


@pytest.mark.parametrize("figures", VOID.values(), ids=VOID)
def test_a_void_election_is_told_void_and_never_valid(folder: Write, figures: str) -> None:
    (sentences,) = told(folder, vote=figures)["vote"]
    whole = "".join(sentences)
    assert ("选举无效" in whole, "选举有效" in whole, "才能当选" in whole, "还缺" in whole) == (
        True,
        False,
        False,
        False,
    )


@pytest.mark.parametrize("figures", VOID.values(), ids=VOID)
def test_the_vote_after_a_void_one_takes_a_majority_not_a_third(folder: Write, figures: str) -> None:
    (sentences,) = told(folder, vote=figures, reruns=AGAIN)["reruns"]
    whole = "".join(sentences)
    assert ("从头再选" in whole, "至少要得 351 票" in whole, "三分之一" in whole) == (True, True, False)


def test_seats_left_open_by_a_valid_vote_take_a_third(folder: Write) -> None:
    figures = vote("甲 300", "乙 290", participants="700", returned="700")
    (sentences,) = told(folder, vote=figures, reruns=AGAIN)["reruns"]
    whole = "".join(sentences)
    assert ("从头再选" in whole, "至少要得 234 票" in whole) == (False, True)
