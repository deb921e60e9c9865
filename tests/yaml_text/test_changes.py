"""What changed between two versions of a file, as a diff."""

from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.yaml_text.changes import diff

OLD = ["a", "b", "b", "c", "d", "e", "f"]
NEW = ["a", "b", "b", "x", "d", "f", "g"]


def test_it_is_the_diff_that_people_know() -> None:
    assert [*diff(OLD, NEW, "旧", "新")] == [*unified_diff(OLD, NEW, "旧", "新", n=1, lineterm="")]


@pytest.mark.parametrize(("before", "after"), [([], []), ([], ["a"]), (["a"], []), (OLD, OLD), (OLD, NEW)])
def test_what_is_nothing_or_everything_is_told_too(before: list[str], after: list[str]) -> None:
    assert [*diff(before, after, "旧", "新")] == [*unified_diff(before, after, "旧", "新", n=1, lineterm="")]


LINES = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(LINES, LINES)
def test_the_new_version_follows_from_the_old_one_and_the_diff(before: list[str], after: list[str]) -> None:
    assert applied(before, [*diff(before, after, "旧", "新")]) == after


def applied(before: list[str], told: list[str]) -> list[str]:
    """What a diff makes of a text."""
    after: list[str] = []
    done = 0
    for line in told[2:]:
        if line.startswith("@@"):
            first, _, size = line.split()[1].removeprefix("-").partition(",")
            start = int(first) - (size != "0")
            after += before[done:start]
            done = start
            continue
        if line[0] in " -":
            assert before[done] == line[1:]
            done += 1
        after += [line[1:]] if line[0] in " +" else []
    return after + before[done:]
