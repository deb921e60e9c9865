"""Checks on who is recorded elected, each at its boundary: what it says on either side."""

import pytest

from tests.conftest import Write
from tests.support.towns import ids, messages, town
from tests.support.votes import polled, vote, voted


@pytest.mark.parametrize(
    ("tallies", "participants", "expected"),
    [
        (["甲 401 yes"], "800", []),
        (["甲 400 yes"], "800", ["C233"]),  # exactly half is too few
        (["甲 401 yes"], "801", []),
        (["甲 400 yes"], "801", ["C233"]),
        (["丙 401 yes"], "800", []),  # written in, which is lawful
        (["甲 [400,401] yes"], "800", []),
        (["甲 400 yes"], "unknown", []),
        (["甲 400 yes"], "[800, 798]", []),
    ],
)
def test_the_elected_have_more_than_half_of_those_who_took_part(
    folder: Write, tallies: list[str], participants: str, expected: list[str]
) -> None:
    assert ids(folder, polled(vote=vote(*tallies, participants=participants))) == expected


@pytest.mark.parametrize(
    ("tallies", "participants", "expected"),
    [
        (["甲 500 yes", "乙 480"], "800", []),
        (["甲 480 yes", "乙 500"], "800", ["C234"]),
        (["甲 480 yes", "乙 470", "丙 500"], "800", ["C234"]),
        (["甲 500 yes", "丙 510"], "800", ["C234"]),  # written in, with a majority
        (["甲 400 yes", "乙 390"], "790", []),
        (["甲 300 yes", "乙 400"], "800", ["C233"]),  # nobody has a majority
        (["甲 480 yes", "乙 unknown"], "800", []),
        (["甲 480 yes", "乙 500"], "unknown", []),
        (["甲 260 yes", "乙 270"], "500", ["C232", "C274"]),  # void: more votes elect nobody
    ],
)
def test_of_those_with_a_majority_the_most_votes_are_elected(
    folder: Write, tallies: list[str], participants: str, expected: list[str]
) -> None:
    assert ids(folder, polled(vote=vote(*tallies, participants=participants))) == expected


AGAIN = "[{{seats: 1, tallies: [{{name: 乙, votes: 300, elected: yes}}, {{name: 丙, votes: 300}}]{}}}]"


@pytest.mark.parametrize(
    ("note", "expected"),
    [("", ["再次投票票数还是相等怎么办，法律没有写明；怎样定下的，请在这次的 note 里写明"]), (", note: 抽签。", [])],
)
def test_no_law_is_cited_for_votes_that_are_equal_once_more(folder: Write, note: str, expected: list[str]) -> None:
    first = vote("甲 520 yes", "乙 480", "丙 480", participants="800")
    made = polled(seats="2", candidates="[甲, 乙, 丙]", vote=first, reruns=AGAIN.format(note))
    assert [message.split("写着当选；")[1] for message in messages(folder, made)] == expected


SECOND = "[{seats: 1, tallies: [{name: 乙, votes: 400, elected: yes}, {name: 丙, votes: 300}]}]"


@pytest.mark.parametrize(
    ("tallies", "reruns", "expected"),
    [
        (["甲 520 yes", "乙 480 yes", "丙 480"], "", ["C235"]),
        (["甲 520 yes", "乙 480 yes", "丙 479"], "", []),
        (["甲 500 yes", "乙 500 yes", "丙 480"], "", []),  # equal, and a seat for each
        (["甲 520 yes", "乙 450 yes", "丙 450"], "", ["C233"]),  # without a majority nobody is elected
        (["甲 520 yes", "乙 480 yes", "丙 unknown"], "", []),
        (["甲 520 yes", "乙 480", "丙 480"], "", ["C237"]),
        (["甲 520 yes", "乙 480", "丙 480"], SECOND, []),
        (["甲 520 yes", "乙 480 yes", "丙 480"], SECOND, []),  # marked in both votes, and one person
    ],
)
def test_those_who_are_tied_vote_again(folder: Write, tallies: list[str], reruns: str, expected: list[str]) -> None:
    held = vote(*tallies, participants="900")
    assert ids(folder, polled(seats="2", candidates="[甲, 乙, 丙]", vote=held, reruns=reruns)) == expected


def test_a_second_vote_may_be_among_any_number_and_has_no_threshold(folder: Write) -> None:
    rerun = vote("甲 201 yes", "乙 200", "丙 199", seats="1", returned="800")
    held = vote("甲 460", "乙 460", "丙 460", participants="900")
    assert ids(folder, polled(candidates="[甲, 乙]", vote=held, reruns=f"[{rerun}]")) == []


@pytest.mark.parametrize(
    ("seats", "tallies", "rerun", "expected"),
    [
        ("2", ["甲 500 yes", "乙 490 yes"], [], []),
        ("2", ["甲 500 yes", "乙 490 yes", "丙 480 yes"], [], ["C236"]),
        ("2", ["甲 500 yes", "乙 400", "丙 300"], ["乙 400 yes", "丙 300"], []),
        ("2", ["甲 500 yes", "乙 490 yes", "丙 300"], ["乙 300", "丙 400 yes"], ["C236"]),
        ("2", ["甲 500 yes", "乙 490 yes"], ["乙 400 yes", "丙 300"], []),  # marked in both votes, and one person
        ("unknown", ["甲 500 yes", "乙 490 yes", "丙 480 yes"], [], []),
        ("[2, 3]", ["甲 500 yes", "乙 490 yes", "丙 480 yes"], [], []),
    ],
)
def test_no_more_are_elected_than_there_are_seats(
    folder: Write, seats: str, tallies: list[str], rerun: list[str], expected: list[str]
) -> None:
    reruns = f"[{vote(*rerun, seats='1')}]" if rerun else ""
    held = vote(*tallies, participants="800")
    assert ids(folder, polled(seats=seats, candidates="[甲, 乙, 丙]", vote=held, reruns=reruns)) == expected


GAP_TOLD = "{tallies: [{name: 甲, votes: {value: unknown, note: 公告没有写得票数}, elected: yes}]}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"vote": vote("甲 unknown yes")}, ["C243"]),
        ({"vote": vote("甲 unreadable yes", "乙 unknown")}, ["C243"]),
        ({"vote": vote("甲 500 yes", "乙 unknown")}, []),  # not elected
        ({"vote": GAP_TOLD}, []),
        ({"candidates": ""}, ["C243"]),
        ({"candidates": "", "note": "公告没有写候选人"}, []),
        ({"candidates": "", "vote": vote(participants="800")}, []),  # no result yet
        ({"vote": vote("丙 500 yes", "甲 200")}, []),  # written in, which is lawful
    ],
)
def test_a_result_says_how_many_votes_and_who_stood(folder: Write, lines: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, polled(**lines)) == expected


WINS, LOSES = vote("张三 500 yes", "丙 200"), vote("张三 400", "丙 410 yes", participants="800")
NAMED = {"vote": WINS, "note": "第 1 选区的张三是另一个人"}


@pytest.mark.parametrize(
    ("level", "other", "name", "expected"),
    [
        ("县级", {"level": "县级", "vote": WINS}, "town", ["C246"]),
        ("县级", {"level": "县级", "vote": WINS}, "village", ["C246"]),  # one congress, whatever the area
        ("乡级", {"level": "乡级", "vote": WINS}, "town", ["C246"]),
        ("乡级", {"level": "乡级", "vote": WINS}, "village", ["C246"]),  # neither town is part of the other
        ("县级", {"level": "乡级", "vote": WINS}, "town", []),  # a county, and a town within it
        ("县级", {"level": "县级", "vote": LOSES}, "town", []),
        ("县级", {"level": "县级", **NAMED}, "town", []),
        ("县级", {"level": "县级", **NAMED, "note": "没有预选"}, "town", ["C246"]),
    ],
)
def test_one_name_is_elected_once(
    folder: Write, level: str, other: dict[str, str], name: str, expected: list[str]
) -> None:
    first, two = voted(1, level=level, vote=WINS), voted(2, candidates="[丙, 丁]", **other)
    towns = (town(first, two),) if name == "town" else (town(first), town(two, name=name))
    assert ids(folder, *towns) == expected


@pytest.mark.parametrize(
    ("level", "rest"),
    [
        ("县级", ""),
        ("乡级", "一个人不得同时当两个互不隶属的地方的代表（选举法（2015 年）第四十七条）；"),
    ],
)
def test_two_towns_are_told_with_the_article(folder: Write, level: str, rest: str) -> None:
    first, two = (voted(number, level=level, vote=WINS, candidates="", note="没有写") for number in (1, 2))
    assert messages(folder, town(first), town(two, name="village")) == [
        f"“张三”在示例town第 1 选区也写着当选{level}代表；{rest}请核对；是同名的两个人，请在选区的 note 里写明这个名字"
    ]
