"""Checks on the figures of a vote, each at its boundary: what it says on either side."""

import pytest

from tests.conftest import Write
from tests.support.towns import ids, messages
from tests.support.votes import polled, vote


@pytest.mark.parametrize(
    ("participants", "returned", "expected"),
    [
        ("600", "598", []),
        ("600", "600", []),  # as many ballots as voters
        ("600", "601", ["C230", "C274"]),
        ("600", "unknown", []),
        ("unknown", "601", []),
        ("[600, 601]", "601", []),  # one of the sources allows it
        ("[600, 600]", "601", ["C230", "C274"]),  # they agree
    ],
)
def test_no_more_ballots_come_back_than_voters_took_part(
    folder: Write, participants: str, returned: str, expected: list[str]
) -> None:
    assert ids(folder, polled(vote=vote(participants=participants, returned=returned))) == expected


def test_a_rerun_is_held_to_its_figures_too(folder: Write) -> None:
    rerun = vote(seats="1", participants="1001", issued="1001", returned="1002", valid="900", invalid="100")
    expected = ["C230", "C231", "C231", "C239"]
    assert sorted(ids(folder, polled(vote="", reruns=f"[{rerun}]"))) == expected


@pytest.mark.parametrize(("marked", "marking"), [("yes", "，写着 1 人当选；"), ("", "；")])
def test_who_is_marked_elected_in_spite_of_too_many_ballots_is_told(folder: Write, marked: str, marking: str) -> None:
    (message,) = messages(folder, polled(vote=vote(f"甲 500 {marked}", participants="600", returned="601")))[:1]
    assert message.startswith(f"收回选票 601 张，参加投票的选民 600 名，多出 1 张{marking}最多应是 600 张")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"issued": "600", "returned": "600"}, []),
        ({"issued": "600", "returned": "601"}, ["C231"]),
        ({"issued": "600", "returned": "unknown"}, []),
        ({"issued": "[600, 602]", "returned": "601"}, []),
        ({"returned": "600", "valid": "590", "invalid": "10"}, []),
        ({"returned": "600", "valid": "590", "invalid": "9"}, ["C231"]),
        ({"returned": "600", "valid": "590", "invalid": "9", "note": "公告就是这样写的。"}, []),
        ({"returned": "600", "valid": "590", "invalid": "11"}, ["C231"]),
        ({"returned": "600", "valid": "590"}, []),  # a gap is not 0
        ({"returned": "600", "valid": "590", "invalid": "unknown"}, []),
        ({"valid": "590", "invalid": "11"}, []),
        ({"issued": "600", "returned": "601", "valid": "590", "invalid": "10"}, ["C231", "C231"]),  # two faults
    ],
)
def test_ballots_add_up(folder: Write, figures: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, polled(vote=vote(**figures))) == expected


@pytest.mark.parametrize(
    ("voters", "participants", "elected", "expected"),
    [
        ("1000", "501", "yes", []),
        ("1000", "500", "yes", ["C232", "C274"]),  # exactly half is too few
        ("1001", "501", "yes", []),
        ("1001", "500", "yes", ["C232", "C274"]),
        ("1000", "500", "", ["C274"]),  # void, and nobody is said to be elected
        ("unknown", "500", "yes", []),
        ("1000", "unknown", "yes", []),
        ("[998, 1000]", "500", "yes", []),
    ],
)
def test_nobody_is_elected_unless_more_than_half_of_the_voters_took_part(
    folder: Write, voters: str, participants: str, elected: str, expected: list[str]
) -> None:
    held = vote(f"甲 450 {elected}", participants=participants)
    assert ids(folder, polled(voters=voters, vote=held)) == expected


@pytest.mark.parametrize(
    ("seats", "valid", "tallies", "expected"),
    [
        ("2", "400", ["甲 400 yes", "乙 400 yes"], []),  # every ballot full
        ("2", "400", ["甲 400 yes", "乙 401 yes"], ["C238", "C264"]),
        ("1", "400", ["甲 300 yes", "乙 101"], ["C238"]),
        ("2", "unknown", ["甲 400 yes", "乙 401 yes"], []),
        ("[1, 2]", "400", ["甲 400 yes", "乙 401 yes"], ["C264"]),
        ("2", "400", ["甲 801 yes", "乙 300 yes", "丙 unknown"], ["C264"]),  # what nobody knows has no sum
    ],
)
def test_votes_in_sum_are_no_more_than_ballots_allow(
    folder: Write, seats: str, valid: str, tallies: list[str], expected: list[str]
) -> None:
    candidates = "[甲, 乙]" if seats == "1" else "[甲, 乙, 丙]"
    held = polled(seats=seats, candidates=candidates, vote=vote(*tallies, valid=valid))
    assert ids(folder, held) == expected


def test_the_votes_of_a_rerun_are_bounded_by_its_own_seats(folder: Write) -> None:
    rerun = vote("乙 400 yes", "丙 1", seats="1", valid="400")
    held = vote("甲 500 yes", "乙 400", "丙 300", participants="800")
    record = polled(seats="2", candidates="[甲, 乙, 丙]", vote=held, reruns=f"[{rerun}]")
    assert ids(folder, record) == ["C238"]


@pytest.mark.parametrize(
    ("voters", "participants", "expected"),
    [
        ("1000", "1000", []),
        ("1000", "1001", ["C239"]),
        ("unknown", "1001", []),
        ("1000", "unknown", []),
        ("[1000, 1001]", "1001", []),
    ],
)
def test_no_more_take_part_than_are_registered(
    folder: Write, voters: str, participants: str, expected: list[str]
) -> None:
    assert ids(folder, polled(voters=voters, vote=vote(participants=participants))) == expected


@pytest.mark.parametrize(
    ("mandates", "expected"), [("2", []), ("3", []), ("4", ["C242"]), ("unknown", []), ("[3, 4]", []), ("", [])]
)
def test_nobody_votes_for_more_than_the_law_allows(folder: Write, mandates: str, expected: list[str]) -> None:
    assert ids(folder, polled(most_mandates=mandates)) == expected


def days(year: int) -> dict[str, str]:
    """The polling day and the lists of another year."""
    lists = {"voter_list": f"{year}-06-01", "nominees_list": f"{year}-06-10", "candidates_list": f"{year}-06-20"}
    return {"polling_day": f"{year}-06-28", **lists}


BROKEN = vote("甲 400 yes", "乙 300", participants="800")
SPLIT = vote("甲 300", "乙 200", participants="800")
RERUN = vote("甲 299 yes", "乙 200", seats="1", valid="900", day="2021-07-05")


@pytest.mark.parametrize(
    ("lines", "article"),
    [
        ({"vote": BROKEN}, "选举法（2015 年）第四十四条第一款"),
        ({"vote": BROKEN, **days(2021)}, "选举法（2020 年）第四十五条第一款"),
        ({"vote": SPLIT, "reruns": f"[{RERUN}]"}, "选举法（2020 年）第四十五条第五款"),
    ],
)
def test_the_law_is_that_of_the_day_of_the_vote(folder: Write, lines: dict[str, str], article: str) -> None:
    (message,) = messages(folder, polled(**lines))
    assert message.endswith(f"（{article}）")


def test_where_no_version_is_in_force_nothing_is_said(folder: Write) -> None:
    assert ids(folder, polled(vote=BROKEN, most_mandates="4", **days(2014))) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            {"vote": vote(participants="600", returned="601")},
            (
                "收回选票 601 张，参加投票的选民 600 名，多出 1 张；"
                "最多应是 600 张，多了选举无效（选举法（2015 年）第四十三条第一款）；"
                "委托别人投的没有算进参加投票的，请先算上"
            ),
        ),
        (
            {"vote": vote("甲 450 yes", participants="500")},
            (
                "登记选民 1000 名，参加投票 500 名，写着 1 人当选；"
                "至少要有 501 名选民参加，选举才有效（选举法（2015 年）第四十四条第一款）"
            ),
        ),
        (
            {"vote": vote("甲 401 yes", "乙 400", valid="800")},
            (
                "有效票 800 张，应选 1 名，而各人得票合计 801；"
                "合计最多应是 800 乘 1 = 800（从选举法（2015 年）第四十三条第二款推算），请核对"
            ),
        ),
        ({"most_mandates": "4"}, "一名选民接受了 4 人委托；最多应是 3 人（选举法（2015 年）第四十一条）"),
    ],
)
def test_a_message_says_what_would_be_right_with_its_article(
    folder: Write, lines: dict[str, str], message: str
) -> None:
    reported = [text for text in messages(folder, polled(**lines)) if "没有重新选举的记录" not in text]
    assert reported == [message]
