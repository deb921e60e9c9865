"""Which counts of a breakdown are not shown, so that no one is pointed at."""

from itertools import product

import pytest

from huanjie.pages.congress.structure import FEW, suppressed


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([160, 62], set()),
        ([215, 5], set()),  # five are enough
        ([216, 4], {0, 1}),  # four are too few, and the total less 216 would tell them
        ([100, 80, 4, 20], {2, 3}),  # the smallest other goes too
        ([100, 80, 4, 5, 20], {2, 3}),
        ([100, 80, 1, 5, 20], {2, 3, 4}),  # 1 + 5 = 6 could be nothing but 1 + 5
        ([100, 80, 3, 2], {2, 3}),  # 5 may be 1 + 4 as well
        ([100, 80, 1, 1], {1, 2, 3}),  # 2 may not
        ([100, 80, 4, 4], {1, 2, 3}),  # nor may 8
        ([100, 80, 3, 0], {1, 2}),  # a 0 adds nothing to the sum, so it hides nothing
        ([3, 0], {0, 1}),
        ([100, None, 3], {0, 2}),  # what nobody knows hides nothing
        ([0, 222], set()),
        ([], set()),
    ],
)
def test_few_people_are_not_shown_nor_told_by_subtraction(counts: list[int | None], hidden: set[int]) -> None:
    assert suppressed(counts) == hidden


@pytest.mark.parametrize(("counts", "hidden"), [([100, 3], {1}), ([100, 80], set()), ([1, 1, 30], {0, 1})])
def test_parts_that_overlap_cannot_be_subtracted(counts: list[int], hidden: set[int]) -> None:
    assert suppressed(counts, overlapping=True) == hidden


def test_whoever_knows_the_total_and_the_method_cannot_tell_a_hidden_count() -> None:
    for counts in product(range(10), repeat=4):
        hidden = suppressed(counts)
        few = [place for place in hidden if 0 < counts[place] <= FEW]
        visible = [count for place, count in enumerate(counts) if place not in hidden and count]
        if not few or not visible:
            continue  # nothing to hide, or nothing left to show
        added = len(hidden) - len(few)
        whole = sum(counts[place] for place in hidden)
        possible = [
            guess
            for guess in product(range(1, FEW + 1), repeat=len(few))
            if _could_be_added(whole - sum(guess), added, min(visible))
        ]
        assert all(len({guess[place] for guess in possible}) > 1 for place in range(len(few))), counts


def _could_be_added(rest: int, added: int, most: int) -> bool:
    return added * (FEW + 1) <= rest <= added * most
