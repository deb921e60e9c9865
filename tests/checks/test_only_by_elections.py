"""A site that is only of a by-election: what it is asked for, and what a general election alone is asked for."""

import re
from datetime import date

import pytest

from tests.conftest import ROOT, Write
from tests.support.towns import ELECTION, constituency, ids, messages, town
from tests.support.votes import vote

LISTS = {"announced": "2026-11-06", "voter_list": "", "nominees_list": "2026-11-10", "candidates_list": "2026-11-12"}
OPEN = {
    "seats": "1",
    "voters": "1000",
    "reason": "原代表调离本区",
    "candidates": "[甲, 乙]",
    "result_list": "2026-11-21",
    **LISTS,
}
BEFORE, AFTER = date(2026, 11, 1), date(2026, 11, 24)


def only(*constituencies: str, province: str = "gansu", more: str = "", **lines: str) -> list[dict[str, str | bytes]]:
    """Write a by-election of a county on 2026-11-20, with one constituency where none is given."""
    text = re.sub(r"(?:steps|totals):\n(?:  - .*\n)+", "", ELECTION)
    text = text.replace("2016-06-28", "2026-11-20").replace("换届选举", "补选") + f"sort: 补选\n{more}"
    text += f"province: {province}\n" if province else ""
    seats = constituencies or (vacant(1, "县级", **lines),)
    return [{"election.yml": text}, town(*seats, population="30000", seats="60")]


def vacant(number: int = 1, level: str = "县级", **lines: str) -> str:
    """Write a constituency that holds a by-election and keeps every rule, with other lines; one given as "" is none."""
    return constituency(number, level, **{**OPEN, **lines})


def voted(*tallies: str, **figures: str) -> dict[str, str]:
    """Write the vote of a constituency in which 600 of 1000 voters took part."""
    return {"vote": vote(*tallies, **({"participants": "600", "returned": "600"} | figures))}


def test_a_by_election_that_keeps_every_rule_is_asked_for_nothing_of_a_general_election(folder: Write) -> None:
    assert ids(folder, *only(**voted("甲 301 yes", "乙 290")), today=AFTER) == []


# ---- Days: those of the province, and no others ----


@pytest.mark.parametrize("province", ["gansu", ""])
@pytest.mark.parametrize(
    ("lines", "in_gansu"),
    [
        ({"announced": "2026-11-12"}, []),  # a day to spare
        ({"announced": "2026-11-13"}, ["C211"]),  # seven days before
        ({"announced": "2026-11-14"}, ["C210"]),
        ({"nominees_list": "2026-11-15"}, ["C211", "C213"]),
        ({"nominees_list": "2026-11-16", "candidates_list": "2026-11-16"}, ["C210"]),
        ({"candidates_list": "2026-11-17"}, ["C211"]),
        ({"candidates_list": "2026-11-18"}, ["C210"]),
        ({"voter_list": "2026-11-19"}, []),  # no law says how long before a by-election
        ({"result_list": "2026-11-23"}, ["C211"]),
        ({"result_list": "2026-11-24"}, ["C210"]),
    ],
)
def test_the_days_of_a_by_election_are_those_of_the_province(
    folder: Write, lines: dict[str, str], in_gansu: list[str], province: str
) -> None:
    expected = in_gansu if province else [name for name in in_gansu if name == "C213"]
    assert sorted(ids(folder, *only(province=province, **lines), today=AFTER)) == expected


@pytest.mark.parametrize(
    ("province", "missing"),
    [("gansu", "补选公告、初步候选人名单、正式候选人名单、选举结果"), ("", "")],
)
def test_only_the_lists_that_the_province_asks_for_are_asked_for(folder: Write, province: str, missing: str) -> None:
    fields = ("announced", "nominees_list", "candidates_list", "result_list")
    reported = messages(folder, *only(province=province, **dict.fromkeys(fields, "")))
    fix = f"查得到的请写进 {'、'.join(fields)}，查不到的写 unknown"
    expected = [f"没有记录哪天公布：{missing}；{fix}"] if missing else []
    assert [text for text in reported if "没有记录哪天公布" in text] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"voter_list": "2026-11-14", "announced": "2026-11-12"}, []),  # in whatever order
        ({"voter_list": "2026-11-21"}, ["C213"]),  # after the vote
        ({"nominees_list": "2026-11-13"}, ["C213"]),  # after the formal candidates
    ],
)
def test_the_order_of_the_steps_is_asked_for_where_the_law_sets_one(
    folder: Write, lines: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, *only(**lines), today=AFTER) == expected


def test_steps_of_a_general_election_are_not_asked_for(folder: Write) -> None:
    texts = only(more="steps:\n  - {event: voter-list-published, day: 2026-11-15}\n")
    assert ids(folder, *texts, today=AFTER) == ["L209"]  # until when to object and to sue


# ---- Candidates and seats ----


@pytest.mark.parametrize(
    ("seats", "candidates", "expected"),
    [
        ("1", "[甲]", []),
        ("1", "[甲, 乙]", []),
        ("1", "[甲, 乙, 丙]", []),
        ("2", "[甲, 乙]", []),
        ("2", "[甲]", ["C258"]),
        ("4", "[甲, 乙, 丙, 丁]", ["C202"]),
    ],
)
@pytest.mark.parametrize("counted", [False, True])
def test_a_by_election_may_have_as_many_candidates_as_seats(
    folder: Write, seats: str, candidates: str, expected: list[str], *, counted: bool
) -> None:
    lines = {"seats": seats, "candidates": candidates} | (voted("甲 301 yes") if counted else {"result_list": ""})
    reported = ids(folder, *only(**lines), today=AFTER if counted else BEFORE)
    assert [name for name in reported if name != "C237"] == expected


def test_the_seats_of_the_congress_and_people_per_deputy_are_not_asked_for(folder: Write) -> None:
    lines = [
        vacant(1, population="9000", candidates="[甲, 乙]"),
        vacant(2, population="1500", candidates="[丙, 丁]"),
        vacant(1, "乡级", candidates="[戊]"),
    ]
    assert ids(folder, *only(*lines), today=AFTER) == []


# ---- Votes ----


@pytest.mark.parametrize(
    ("province", "figures", "expected"),
    [
        ("gansu", {"participants": "501", "returned": "501"}, []),
        ("gansu", {"participants": "500", "returned": "500"}, ["C256"]),  # half: its rules say both
        ("gansu", {"participants": "499", "returned": "499"}, ["C232", "C274"]),
        ("", {"participants": "501", "returned": "501"}, []),
        ("", {"participants": "500", "returned": "500"}, ["C256"]),  # a province may have another rule
        ("", {"participants": "500", "returned": "500", "note": "本省的办法不要求过半数。"}, []),
        ("gansu", {"returned": "601"}, ["C230", "C274"]),
        ("gansu", {"participants": "1001"}, ["C233", "C239"]),
    ],
)
def test_enough_voters_have_to_take_part_for_certain_where_the_province_says_so(
    folder: Write, province: str, figures: dict[str, str], expected: list[str]
) -> None:
    texts = only(province=province, **voted("甲 400 yes", "乙 90", **figures))
    assert sorted(ids(folder, *texts, today=AFTER)) == expected


@pytest.mark.parametrize(
    ("province", "votes", "expected"),
    [("gansu", "301", []), ("gansu", "300", ["C233"]), ("", "301", []), ("", "300", ["C257"])],
)
def test_a_majority_elects_for_certain_where_the_province_says_so(
    folder: Write, province: str, votes: str, expected: list[str]
) -> None:
    assert ids(folder, *only(province=province, **voted(f"甲 {votes} yes", "乙 200")), today=AFTER) == expected


@pytest.mark.parametrize(
    ("province", "candidates", "votes", "expected"),
    [
        ("gansu", "[甲, 乙]", "200", []),
        ("gansu", "[甲]", "200", []),  # as many candidates as seats
        ("gansu", "[甲, 乙]", "199", ["C241"]),
        ("", "[甲, 乙]", "199", []),
    ],
)
def test_a_rerun_of_a_by_election_may_have_one_candidate(
    folder: Write, province: str, candidates: str, votes: str, expected: list[str]
) -> None:
    again = {"seats": "1", "day": "2026-11-22", "result_list": "2026-11-23", "returned": "600", "valid": "600"}
    reruns = f"[{vote(f'甲 {votes} yes', '乙 100', candidates=candidates, **again)}]"
    lines = {**voted("甲 280", "乙 270"), "reruns": reruns}
    reported = ids(folder, *only(province=province, **lines), today=AFTER)
    assert [name for name in reported if name not in ("C211", "C260")] == expected


# ---- What is written where ----


def test_a_by_election_says_why_the_seat_is_vacant(folder: Write) -> None:
    assert ids(folder, *only(reason=""), today=AFTER) == ["C298"]


@pytest.mark.parametrize("lines", [{"reason": "原代表调离"}, {"announced": "2016-06-01"}, {"announced": "unknown"}])
def test_a_general_election_has_no_vacant_seats(folder: Write, lines: dict[str, str]) -> None:
    assert ids(folder, town(constituency(**lines))) == ["C299"]


def test_the_constituency_in_the_editors_guide_keeps_every_rule(folder: Write) -> None:
    guide = (ROOT / "docs" / "editors.md").read_text("utf-8")
    (piece,) = (text for text in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "reason" in text)
    assert ids(folder, *only(piece), today=BEFORE) == []
