"""Checks on names in lists: none twice, and in the order that the law sets."""

import pytest

from tests.conftest import Write
from tests.support.towns import constituency, election, ids, messages, town
from tests.support.votes import polled, vote


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"nominees": "[张某, 李某]"}, []),
        ({"nominees": "[张某, 李某, 张某]"}, ["C228"]),
        ({"nominees": "[张某, 张某, 张某]"}, ["C228", "C228"]),
        ({"nominees": "[张某（东村）, 张某（西村）]"}, []),
        ({"candidates": "[张某, 张某]"}, ["C228"]),
        ({"nominees": "[张某, 李某]", "candidates": "[张某, 李某]"}, []),  # two lists
    ],
)
def test_a_name_is_once_in_a_list(folder: Write, lines: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, town(constituency(**lines))) == expected


def test_a_name_is_once_in_a_count_and_may_be_again_in_the_rerun(folder: Write) -> None:
    rerun = "{seats: 1, candidates: [乙, 丙], tallies: [{name: 乙, votes: 400, elected: yes}, {name: 丙, votes: 300}]}"
    once = polled(
        seats="2", candidates="[甲, 乙, 丙]", vote=vote("甲 500 yes", "乙 300", "丙 200"), reruns=f"[{rerun}]"
    )
    assert ids(folder, once) == []


def test_a_name_twice_in_a_count_or_a_rerun_is_told(folder: Write) -> None:
    rerun = "{seats: 1, candidates: [乙, 丙], tallies: [{name: 乙, votes: 400}, {name: 乙, votes: 400}]}"
    twice = polled(candidates="", vote=vote("甲 300", "甲 300"), reruns=f"[{rerun}]", note="来源没有写候选人。")
    assert ids(folder, twice) == ["C228", "C228"]


PRIMARY = "{tallies: [{name: 王某, votes: 200}, {name: 陈某, votes: 300}]}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"nominees": "[王某, 陈某]"}, []),  # 4 and 7 strokes
        ({"nominees": "[陈某, 王某]"}, ["C229"]),
        ({"nominees": "[陈某, 张某, 李某]"}, []),  # 7 strokes each
        ({"nominees": "[王某, 郯某, 陈某]"}, []),  # the table does not have the second
        ({"nominees": "[陈某, 郯某, 王某]"}, ["C229"]),
        ({"nominees": "[陈某, 王某, 赵某, 丁某]"}, ["C229"]),  # once a list
        ({"nominees": "[陈某, 王某]", "candidates": "[陈某, 王某]"}, ["C229", "C229"]),
        ({"candidates": "[陈某, 王某]"}, ["C229"]),
        ({"candidates": "[陈某, 王某]", "primary": PRIMARY}, []),  # in the order of the primary
        ({"candidates": "[陈某, 王某]", "primary": "{day: unknown}"}, []),
        ({"nominees": "[陈某, 王某]", "primary": PRIMARY}, ["C229"]),  # before the primary
    ],
)
def test_lists_in_gansu_stand_in_the_order_of_strokes(
    folder: Write, lines: dict[str, str], expected: list[str]
) -> None:
    gansu = election(more="province: gansu\n")
    own = constituency(polling_day="2021-06-28", result_list="2021-06-29", **lines)
    assert ids(folder, gansu, town(own)) == expected


def test_lists_elsewhere_stand_in_any_order(folder: Write) -> None:
    assert ids(folder, town(constituency(nominees="[陈某, 王某]", candidates="[陈某, 王某]"))) == []


def primary(**votes: str) -> str:
    return f"{{tallies: [{', '.join(f'{{name: {name}, votes: {count}}}' for name, count in votes.items())}]}}"


@pytest.mark.parametrize(
    ("votes", "candidates", "expected"),
    [
        ({"甲": "300", "乙": "280", "丙": "250"}, "[甲, 乙]", []),
        ({"甲": "300", "乙": "280", "丙": "250"}, "[乙, 甲]", ["C255"]),  # the order
        ({"甲": "300", "乙": "280", "丙": "250"}, "[甲, 丙]", ["C255"]),  # who is on the list
        ({"甲": "300", "乙": "280", "丙": "280"}, "[甲, 丙]", []),  # equal: either
        ({"甲": "300", "乙": "280", "丙": "280"}, "[甲, 丙, 乙]", []),
        ({"甲": "300", "乙": "0", "丙": "0"}, "[甲, 丙]", []),
        ({"甲": "300", "乙": "unknown", "丙": "250"}, "[丙, 甲]", []),
        ({"甲": "300", "乙": "{value: 280, about: 近三百票}"}, "[乙, 甲]", []),
        ({"甲": "300", "乙": "[280, 310]"}, "[乙, 甲]", []),  # the sources disagree
        ({"甲": "300", "乙": "280"}, "", []),  # the list is not entered
        (
            {"甲": "300", "乙": "280", "丙": "250"},
            "[甲, {name: 乙, withdrew: {day: unknown, reason: 本人提出。}}, 丙]",
            [],
        ),
    ],
)
def test_the_candidates_are_those_of_the_primary_in_its_order(
    folder: Write, votes: dict[str, str], candidates: str, expected: list[str]
) -> None:
    assert ids(folder, town(constituency(primary=primary(**votes), candidates=candidates))) == expected


def test_who_was_not_in_the_primary_is_not_said_to_have_no_votes(folder: Write) -> None:
    own = constituency(primary=primary(甲="300", 乙="280"), candidates="[甲, 丁]")
    wrong = "正式候选人依次是 甲 300 票、丁 没有票数，和预选得票的顺序不一致"
    right = "请核对预选得票和名单的顺序（直接选举若干规定（1983 年）第十项第三款）；有人退出的，请在选区的 note 里写明"
    assert messages(folder, town(own)) == [f"{wrong}；{right}"]


def test_somebody_who_stepped_back_after_the_primary_is_explained_in_a_note(folder: Write) -> None:
    own = constituency(primary=primary(甲="300", 乙="280", 丙="250"), candidates="[乙, 丙]", note="甲不接受提名。")
    assert ids(folder, town(own)) == []
