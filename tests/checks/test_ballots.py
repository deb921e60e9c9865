"""Checks on the votes for each candidate and the ballots that were issued, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.support.towns import ids
from tests.support.votes import polled, vote

WITHDREW = "{name: 丙, withdrew: {day: 2016-06-21, reason: 本人提出。}}"
MARKED = "{name: 甲, votes: 500, against: 200, abstained: 90, elected: yes}"
PLAIN = "{name: 甲, votes: 500, elected: yes}"


def counted(*tallies: str, note: str = "") -> str:
    return f"{{participants: 800, valid: 790, tallies: [{', '.join(tallies)}]{f', note: {note}' if note else ''}}}"


@pytest.mark.parametrize(
    ("candidates", "tallies", "expected"),
    [
        ("[甲, 乙]", [MARKED, "{name: 乙, votes: 200}"], []),
        ("[甲, 乙]", [MARKED], ["C247"]),
        ("[甲, 乙]", [MARKED, "{name: 乙, votes: unknown}"], []),  # stood, and the votes were not published
        ("[甲, 乙]", [PLAIN], []),  # only who was elected: no whole table
        ("[甲, 乙]", ["{name: 甲, votes: 500, abstained: 0, elected: yes}"], ["C247"]),
        ("[甲, 乙]", ["{name: 甲, votes: 500, against: unknown, elected: yes}"], []),
        ("[甲, 乙]", [MARKED, "{name: 乙, votes: 200}", "{name: 丁, votes: 3}"], []),  # written in
        (f"[甲, {WITHDREW}]", [MARKED], ["C269"]),  # and nobody is left to choose from
        (f"[甲, {WITHDREW}]", [MARKED, "{name: 丙, votes: 20}"], ["C247", "C269"]),
        (f"[甲, {WITHDREW}]", [PLAIN, "{name: 丙, votes: 20}"], ["C247", "C269"]),
    ],
)
def test_everybody_who_stood_is_in_the_count_and_nobody_who_withdrew(
    folder: Write, candidates: str, tallies: list[str], expected: list[str]
) -> None:
    assert sorted(ids(folder, polled(candidates=candidates, vote=counted(*tallies)))) == expected


def test_voters_may_write_in_one_who_withdrew(folder: Write) -> None:
    explained = counted(PLAIN, "{name: 丙, votes: 20}", note="20 名选民另选了丙。")
    assert ids(folder, polled(candidates=f"[甲, {WITHDREW}]", vote=explained)) == ["C269"]


def test_a_vote_without_names_leaves_out_nobody(folder: Write) -> None:
    assert ids(folder, polled(vote="{participants: 800}")) == []


@pytest.mark.parametrize(
    ("against", "abstained", "note", "expected"),
    [
        ("200", "90", "", []),
        ("200", "89", "", ["C248"]),
        ("200", "91", "", ["C248"]),
        ("200", "unknown", "", []),
        ("200", "{value: 80, about: 近百张}", "", []),
        ("200", "[90, 80]", "", []),  # the sources disagree
        ("290", "0", "", []),
        ("200", "80", "10 张票对甲的一栏无法辨认。", []),
    ],
)
def test_the_marks_for_a_candidate_are_as_many_as_the_valid_ballots(
    folder: Write, against: str, abstained: str, note: str, expected: list[str]
) -> None:
    own = f"{{name: 甲, votes: 500, against: {against}, abstained: {abstained}, elected: yes}}"
    assert ids(folder, polled(vote=counted(own, "{name: 乙, votes: 200}", note=note))) == expected


@pytest.mark.parametrize(("valid", "expected"), [("790", []), ("789", ["C248"]), ("{value: 800, about: 近八百}", [])])
def test_the_marks_in_a_rerun_add_up_too(folder: Write, valid: str, expected: list[str]) -> None:
    rerun = f"{{seats: 1, valid: {valid}, tallies: [{MARKED}, {{name: 乙, votes: 200}}]}}"
    assert ids(folder, polled(vote=vote("甲 300", "乙 300", participants="800"), reruns=f"[{rerun}]")) == expected


@pytest.mark.parametrize(
    ("issued", "participants", "note", "expected"),
    [
        ("800", "800", "", []),
        ("801", "800", "", ["C249"]),
        ("799", "800", "", ["C249"]),
        ("810", "800", "写错作废、重新领取 10 张。", []),
        ("unknown", "800", "", []),
        ("810", "unknown", "", []),
        ("{value: 810, about: 八百来张}", "800", "", []),
        ("[800, 810]", "800", "", []),  # the sources disagree
    ],
)
def test_as_many_ballots_are_issued_as_voters_take_part(
    folder: Write, issued: str, participants: str, note: str, expected: list[str]
) -> None:
    figures = {"issued": issued, "participants": participants, **({"note": note} if note else {})}
    assert ids(folder, polled(vote=vote("甲 500 yes", "乙 200", **figures))) == expected
