"""Checks on the course of a constituency, each at its boundary: its days, postponed, its result, its deputies."""

from datetime import date

import pytest

from tests.conftest import Write
from tests.support.towns import constituency, ids, town
from tests.support.votes import vote, voted

OTHER = "2016-05-21"
POSTPONED = "{decided_on: 2016-06-25, by: 区选举委员会, reason: 桥断了。, until: %s}"


@pytest.mark.parametrize(
    ("usual", "lines", "expected"),
    [
        (3, {"voter_list": OTHER}, ["C250"]),
        (2, {"voter_list": OTHER}, []),  # two are no custom
        (3, {"voter_list": "2016-06-01"}, []),
        (3, {"voter_list": "unknown"}, []),
        (3, {"voter_list": "2016-05"}, []),
        (3, {"voter_list": f"[2016-06-01, {OTHER}]"}, []),  # the sources disagree
        (3, {"nominees_list": "2016-06-11"}, ["C250"]),
        (3, {"voter_list": OTHER, "note": "补登了矿上的职工，名单 5 月 21 日单独张贴。"}, []),
        (3, {"voter_list": OTHER, "note": "经预选确定候选人。"}, ["C250"]),  # speaks of something else
        (3, {"voter_list": OTHER, "polling_day": "2016-07-05"}, []),  # it has a day of its own
        (3, {"voter_list": OTHER, "level": "乡级"}, []),  # alone of its level
    ],
)
def test_a_day_unlike_all_others_is_looked_at(
    folder: Write, usual: int, lines: dict[str, str], expected: list[str]
) -> None:
    constituencies = [constituency(number) for number in range(1, usual + 1)]
    odd = constituency(9, lines.get("level", "县级"), **{name: day for name, day in lines.items() if name != "level"})
    assert ids(folder, town(*constituencies, odd)) == expected


def test_two_constituencies_with_another_day_are_not_odd(folder: Write) -> None:
    constituencies = [constituency(number) for number in (1, 2, 3)]
    assert ids(folder, town(*constituencies, *(constituency(number, voter_list=OTHER) for number in (4, 5)))) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"result_list": "2016-06-30"}, ["C250"]),
        ({"result_list": "2016-06-30", "polling_until": "2016-06-29"}, []),  # it went on a day longer than the others
        ({"voter_list": OTHER, "polling_until": "2016-06-29"}, ["C250"]),  # which says nothing of a list before it
    ],
)
def test_a_vote_that_goes_on_explains_a_later_result(folder: Write, lines: dict[str, str], expected: list[str]) -> None:
    constituencies = [constituency(number, result_list="2016-06-29") for number in (1, 2, 3)]
    odd = constituency(9, **{"result_list": "2016-06-29"} | lines)
    assert ids(folder, town(*constituencies, odd)) == expected


def test_the_neighbours_are_those_of_the_same_area(folder: Write) -> None:
    constituencies = [constituency(number) for number in (1, 2, 3)]
    assert ids(folder, town(*constituencies), town(constituency(4, voter_list=OTHER), name="b")) == []


@pytest.mark.parametrize(
    ("until", "polling_day", "expected"),
    [
        ("2016-07-05", "2016-07-05", []),
        ("2016-07-05", "2016-07-04", ["C251"]),
        ("2016-07-05", "", []),  # it counts from the day it was postponed to
        ("2016-07-05", "unknown", ["C251"]),
        ("unknown", "", []),  # not decided yet
        ("2016-07", "", []),
        ("[2016-07-05, 2016-07-06]", "", []),  # the sources disagree
    ],
)
def test_a_postponed_vote_has_its_new_day(folder: Write, until: str, polling_day: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(postponed=POSTPONED % until, polling_day=polling_day))) == expected


@pytest.mark.parametrize(("day", "expected"), [(4, ["C251"]), (5, []), (6, [])])
def test_no_result_is_known_before_the_postponed_day(folder: Write, day: int, expected: list[str]) -> None:
    own = voted(postponed=POSTPONED % "2016-07-05", polling_day="2016-07-05")
    assert ids(folder, town(own), today=date(2016, 7, day)) == expected


@pytest.mark.parametrize(
    ("day", "lines", "expected"),
    [
        (date(2016, 7, 5), {}, []),  # seven days after
        (date(2016, 7, 6), {}, ["C252"]),
        (date(2016, 7, 6), {"note": "还在核对。"}, []),
        (date(2016, 7, 6), {"vote": vote(participants="800")}, []),
        (date(2016, 7, 6), {"polling_day": "unknown"}, []),
        (date(2016, 7, 6), {"postponed": POSTPONED % "unknown"}, []),  # it did not vote then
        (date(2016, 7, 12), {"postponed": POSTPONED % "2016-07-05", "polling_day": "2016-07-05"}, []),
        (date(2016, 7, 13), {"postponed": POSTPONED % "2016-07-05", "polling_day": "2016-07-05"}, ["C252"]),
    ],
)
def test_a_result_is_missed_when_the_neighbours_have_theirs(
    folder: Write, day: date, lines: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, town(voted(1), constituency(2, seats="1", **lines)), today=day) == expected


def test_no_result_is_missed_while_the_area_has_none(folder: Write) -> None:
    assert ids(folder, town(constituency(1)), town(voted(2), name="b")) == []


def joined(**figures: str) -> dict[str, str | bytes]:
    """Two constituencies of 3 seats and 1900 voters whose result is published as one, beside one with its own."""
    parts = constituency(1, seats="2", voters="1000"), constituency(2, seats="1", voters="900")
    which = figures.pop("constituencies", "[town/county-1, town/county-2]")
    lines = ", ".join(f"{name}: {figure}" for name, figure in figures.items())
    return {
        path: f"{text!s}joint_results:\n  - {{constituencies: {which}, {lines}}}\n"
        for path, text in town(*parts, voted(3)).items()
    }


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"elected": "3"}, []),  # and no result of their own is missed
        ({"elected": "4"}, ["C253"]),
        ({"participants": "1900"}, []),
        ({"participants": "1901"}, ["C253"]),
        ({"participants": "{value: 2000, about: 近两千人}"}, []),
        ({"elected": "[3, 4]"}, []),  # the sources disagree
        ({"elected": "unknown"}, []),
    ],
)
def test_a_joint_result_keeps_within_its_parts(folder: Write, figures: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, joined(**figures)) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"elected": "2"}, ["C252", "C253"]),  # it would be counted twice, and the second has no result
        ({"participants": "1700"}, ["C252"]),  # only the turnout was published for both
    ],
)
def test_a_constituency_with_its_own_result_is_in_no_joint_one(
    folder: Write, figures: dict[str, str], expected: list[str]
) -> None:
    assert sorted(ids(folder, joined(constituencies="[town/county-1, town/county-3]", **figures))) == expected


def reviewed(*constituencies: str, seats: str = "1", review: str = "confirmed: 1") -> dict[str, str | bytes]:
    """A town whose deputies were confirmed."""
    return town(*constituencies, seats=seats, review=f"{{day: 2016-07-10, by: 镇人大主席团, {review}}}")


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("confirmed: 1", []),
        ("confirmed: 2", ["C254"]),
        ("confirmed: 0", ["C254"]),
        ("confirmed: 0, refused: 甲", []),
        ("confirmed: 1, refused: 甲", ["C254"]),
        ("confirmed: unknown", []),
        ("confirmed: {value: 2, about: 两名左右}", []),
        ("confirmed: 0, note: 甲当选以后调走了，没有审查。", []),
    ],
)
def test_as_many_are_confirmed_as_were_elected(folder: Write, review: str, expected: list[str]) -> None:
    assert ids(folder, reviewed(voted(1, "乡级"), review=review)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-07-10", ["C254"]),  # the day of the review
        ("2016-07-11", []),  # whoever was elected then is reviewed on another day
    ],
)
def test_a_review_says_nothing_of_those_elected_after_it(folder: Write, day: str, expected: list[str]) -> None:
    first = vote("甲 500 yes", "乙 200", "丙 100", participants="800", returned="800", valid="800")
    again = "{name: 乙, votes: 400, elected: yes}, {name: 丙, votes: 300}"
    reruns = f"[{{seats: 1, day: {day}, participants: 700, tallies: [{again}]}}]"
    seated = voted(1, "乡级", seats="2", candidates="[甲, 乙, 丙]", vote=first, reruns=reruns)
    assert ids(folder, reviewed(seated, seats="2")) == expected


@pytest.mark.parametrize(
    ("constituencies", "seats"),
    [
        ([], "60"),  # none is entered
        ([voted(1, "乡级")], "unknown"),
        ([voted(1, "乡级"), constituency(2, "乡级", seats="1", note="结果还没有公布。")], "2"),
        ([voted(1, "乡级"), voted(2, "乡级", candidates="[丙, 丁]", vote="{participants: 800}")], "2"),  # no names
        ([voted(1, "县级")], "60"),  # another congress
    ],
)
def test_an_area_that_is_partly_entered_says_nothing_of_who_was_confirmed(
    folder: Write, constituencies: list[str], seats: str
) -> None:
    assert ids(folder, reviewed(*constituencies, seats=seats, review="confirmed: 60")) == []


@pytest.mark.parametrize(
    ("decided", "until", "expected"),
    [
        ("2016-06-25", "2016-07-05", []),
        ("2016-06-28", "2016-07-05", []),
        ("2016-06-29", "2016-07-05", ["C270"]),
        ("2016-06-20", "2016-06-28", []),
        ("2016-06-20", "2016-06-27", ["C270"]),  # and no list is called late by that day
        ("unknown", "unknown", []),
    ],
)
def test_a_vote_is_put_off_before_it_is_held_and_to_a_later_day(
    folder: Write, decided: str, until: str, expected: list[str]
) -> None:
    postponed = f"{{decided_on: {decided}, by: 区选举委员会, reason: 桥断了。, until: {until}}}"
    assert ids(folder, town(constituency(postponed=postponed))) == expected
