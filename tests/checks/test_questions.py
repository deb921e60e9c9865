"""Checks on questions, each at its boundary: what is ground enough, how long one may wait, what may be referred to."""

import pytest

from tests.conftest import Write
from tests.support.towns import ids

POLICY: dict[str, str | bytes] = {"policies/plan.yml": "title: 方案\nsort: 方案\nsummary: 怎样办。\nsource: report\n"}


def question(**fields: str) -> dict[str, str | bytes]:
    lines = {"title": "我能替几个人投票？", "topic": "委托和流动票箱", **fields}
    return {"questions/proxy.yml": "".join(f"{field}: {value}\n" for field, value in lines.items())}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"answer": "三个。"}, ["Q201"]),
        ({"short": "三个。"}, ["Q201"]),
        ({"answer": "三个。", "rules": "proxy-limit"}, []),
        ({"answer": "三个。", "policies": "plan"}, []),
        ({"answer": "三个，见选举法第四十一条。"}, []),
        ({"short": "三个，见选举法第四十一条。", "answer": "三个。"}, []),  # a citation in either
        ({"answer": "三个，见选举法。"}, ["Q201"]),  # no article, nothing to look up
        ({"answer": "三个。", "local": "yes"}, ["Q201"]),
        ({}, []),  # no answer yet, and nobody says since when
    ],
)
def test_an_answer_rests_on_something(folder: Write, fields: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, POLICY, question(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"asked_on": "2026-11-17"}, []),  # the seventh day
        ({"asked_on": "2026-11-16"}, ["Q202"]),
        ({"asked_on": "2026-11-16", "short": "问办公室。", "rules": "proxy-limit"}, []),
        ({"asked_on": "2026-10"}, []),  # not known to the day
        ({"asked_on": "unknown"}, []),
    ],
)
def test_a_question_may_wait_a_week(folder: Write, fields: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, question(**fields)) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{proxy-limit.count} 人", []),
        ("{proxy-limit.count.more} 人", ["Q204"]),
        ("{public-security-penalty.serious.detention_days.1} 天", []),
        ("{public-security-penalty.serious.detention_days} 天", ["Q204"]),
        ("{proxy_limit.count} 人", ["Q204"]),
        ("{party-leadership-principle.value}", ["Q204"]),  # in force since 2020 only
        ("{proxy-limit} 人", []),  # no reference: left alone
    ],
)
def test_a_reference_has_a_number_in_the_version_in_force(folder: Write, answer: str, expected: list[str]) -> None:
    assert ids(folder, question(answer=f'"{answer}"', rules="proxy-limit")) == expected
