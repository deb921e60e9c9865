"""The arithmetic of the pack: exact, and only what a formula may be."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.law.formula import evaluate
from huanjie.law.pack import legal_rules
from huanjie.law.statute import Statute

TODAY = Statute(date(2026, 11, 18), "gansu")


@pytest.mark.parametrize(
    ("formula", "names", "value"),
    [
        ("1 + 2 * 3", {}, 7),
        ("4 * seats / 3", {"seats": 2}, Fraction(8, 3)),
        ("ceil(4 * seats / 3)", {"seats": 2}, 3),
        ("floor(population / step)", {"population": 9_999, "step": 5_000}, 1),
        ("min(cap, base + 1)", {"cap": 450, "base": 450}, 450),
        ("sum(votes) <= 10", {"votes": [4, 6]}, True),
        ("1 <= x <= 3", {"x": 4}, False),
        ("50 if level == 'county' else 30", {"level": "township"}, 30),
        ("not (a and b)", {"a": True, "b": False}, True),
    ],
)
def test_formulas_are_exact(formula: str, names: dict[str, object], value: object) -> None:
    assert evaluate(formula, names) == value


@pytest.mark.parametrize(
    "formula",
    ["", "a b", "__import__('os')", "a.b", "[1]", "open('x')", "lambda: 1", "a if", "1 ** 9", "x[0]", "{}", "True"],
)
def test_nothing_but_a_formula_is_evaluated(formula: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        evaluate(formula, {"a": 1, "x": [1]})


def test_every_formula_of_the_pack_can_be_evaluated() -> None:
    formulas = [rule.formula for rule in legal_rules().values() if rule.formula]
    for formula in formulas:
        with pytest.raises(KeyError):  # its inputs are missing, and nothing else is wrong with it
            evaluate(formula, {})
    assert len(formulas) == 12


@given(st.integers(1, 2_000_000))
def test_exactly_half_is_not_more_than_half(voters: int) -> None:
    half = voters // 2
    holds = [
        TODAY.satisfies("turnout-quorum", voters_participating=n, registered_voters=voters) for n in (half, half + 1)
    ]
    assert holds == [False, True]


@given(st.integers(1, 2_000_000))
def test_a_third_of_the_ballots_is_enough_in_a_rerun(ballots: int) -> None:
    third = -(-ballots // 3)
    holds = [TODAY.satisfies("rerun-threshold", votes_for=n, ballots_cast=ballots) for n in (third - 1, third)]
    assert holds == [False, True]


@pytest.mark.parametrize(("seats", "candidates"), [(1, (2, 2)), (2, (3, 4)), (3, (4, 6))])
def test_candidates_are_a_third_to_once_more_than_seats(seats: int, candidates: tuple[int, int]) -> None:
    assert TODAY.between("candidate-ratio", seats=seats) == candidates


@pytest.mark.parametrize(("level", "enough"), [("county", 50), ("township", 30)])
def test_a_recall_is_asked_for_by_enough_voters(level: str, enough: int) -> None:
    holds = [TODAY.satisfies("recall-request", signatories=n, level=level) for n in (enough - 1, enough)]
    assert holds == [False, True]


def test_a_rule_that_no_version_in_force_has_says_nothing() -> None:
    before = Statute(date(2010, 1, 1))
    assert before.satisfies("turnout-quorum", voters_participating=1, registered_voters=9) is None
    assert before.between("constituency-seats") is None
    assert before.article("constituency-seats") == ""
