"""Checks on reruns and recalls, each at its boundary: what it says on either side."""

from datetime import date

import pytest

from tests.conftest import Write
from tests.support.towns import ids, messages
from tests.support.votes import polled, vote


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"vote": vote("甲 500 yes", "乙 400", participants="800")}, ["C237"]),
        ({"vote": vote("甲 500 yes", "乙 410 yes", participants="800")}, []),
        ({"vote": vote("甲 300", "乙 200", participants="800")}, ["C237"]),  # nobody has a majority
        ({"vote": vote("甲 300", "乙 200", participants="500")}, ["C274"]),  # void: not a matter of missing seats
        ({"vote": vote("甲 500 yes", "乙 400", participants="800"), "reruns": "[{seats: 1}]"}, []),
        ({"vote": vote("甲 500 yes", "乙 400", participants="800"), "seats": "unknown"}, []),
        ({"vote": vote(participants="800")}, []),  # who was elected is not recorded
        ({"vote": ""}, []),
    ],
)
def test_seats_left_open_are_filled_by_a_rerun(folder: Write, lines: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, polled(**{"seats": "2", "candidates": "[甲, 乙, 丙]", **lines})) == expected


@pytest.mark.parametrize(
    ("polling", "today", "expected"),
    [
        ("", date(2016, 6, 29), ["C237"]),
        ("", date(2016, 6, 28), []),  # the polling day itself
        ("2016-07-05", date(2016, 7, 6), ["C237"]),
        ("2016-07-05", date(2016, 7, 5), []),
        ("unknown", date(2016, 7, 6), []),  # a day of its own that nobody knows is not the election's
    ],
)
def test_seats_are_open_once_the_polling_day_has_passed(
    folder: Write, polling: str, today: date, expected: list[str]
) -> None:
    held = vote("甲 500 yes", "乙 400", participants="800")
    record = polled(seats="2", candidates="[甲, 乙, 丙]", vote=held, polling_day=polling)
    assert ids(folder, record, today=today) == expected


@pytest.mark.parametrize(
    ("seats", "standing", "expected"),
    [
        ("1", "甲乙", []),
        ("1", "甲", ["C240"]),
        ("1", "甲乙丙", ["C240"]),
        ("2", "甲乙", ["C240"]),
        ("2", "甲乙丙", []),
        ("2", "甲乙丙丁", []),
        ("2", "甲乙丙丁戊", ["C240"]),
        ("1", "甲乙子丑", []),  # two of them had no vote in the first round: they are written in
        ("1", "甲子", []),  # enough names, whoever they are
        ("1", "", []),  # who stood is not recorded
        ("unknown", "甲乙丙", []),
    ],
)
def test_a_rerun_has_candidates_by_the_ratio_on_its_seats(
    folder: Write, seats: str, standing: str, expected: list[str]
) -> None:
    filled = 3 - int(seats) if seats.isdecimal() else 0  # by people who were written in
    others = [f"{name} 500 yes" for name in "寅卯"[:filled]]
    held = vote(*(f"{name} 100" for name in "甲乙丙丁戊"), *others, participants="800")
    rerun = vote(*(f"{name} 90" for name in standing), seats=seats)
    record = polled(seats="3", candidates="[甲, 乙, 丙, 丁, 戊]", vote=held, reruns=f"[{rerun}]")
    assert ids(folder, record) == expected


UNCOUNTED = vote("甲 500 yes", "乙 400", "丙 300")  # nobody knows how many took part


@pytest.mark.parametrize("first", ["", UNCOUNTED])
@pytest.mark.parametrize(
    ("candidates", "seats", "expected"),
    [
        ("甲", "1", ["C240", "C241"]),  # so few are none who were tied
        ("甲乙", "1", []),  # who was tied needs no third
        ("甲乙丙", "1", []),
        ("甲乙丙丁戊己", "1", []),  # three for each seat of the constituency may be tied
        ("甲乙丙丁戊己庚", "1", ["C240", "C241"]),
        ("甲乙", "2", ["C240", "C241"]),
        ("甲乙丙", "2", []),
        ("甲乙", "unknown", []),
        ("", "1", []),  # who has votes may be written in
    ],
)
def test_a_rerun_is_judged_where_it_cannot_be_one_among_the_tied(
    folder: Write, first: str, candidates: str, seats: str, expected: list[str]
) -> None:
    figures = {"candidates": f"[{', '.join(candidates)}]"} if candidates else {}
    rerun = vote("甲 299 yes", "乙 90", seats=seats, valid="900", note="公告就是这样写的。", **figures)
    reported = ids(folder, polled(seats="2", candidates="", vote=first, reruns=f"[{rerun}]"))
    assert sorted(name for name in reported if name in {"C240", "C241"}) == expected


@pytest.mark.parametrize(("valid", "expected"), [("897", ["C240"]), ("900", ["C240", "C241"]), ("unknown", ["C240"])])
def test_a_rerun_alone_is_held_to_its_third_at_the_boundary(folder: Write, valid: str, expected: list[str]) -> None:
    rerun = vote("甲 299 yes", seats="1", valid=valid, candidates="[甲]")
    assert ids(folder, polled(candidates="", vote="", reruns=f"[{rerun}]")) == expected


@pytest.mark.parametrize(
    ("votes", "valid", "expected"),
    [
        ("300", "900", []),  # a third is enough
        ("299", "900", ["C241"]),
        ("301", "901", []),
        ("300", "901", ["C241"]),
        ("299", "unknown", []),
        ("unknown", "900", ["C243"]),
        ("[299,300]", "900", []),
    ],
)
def test_who_is_elected_in_a_rerun_has_the_share_the_law_asks_for(
    folder: Write, votes: str, valid: str, expected: list[str]
) -> None:
    rerun = vote(f"甲 {votes} yes", "乙 200", seats="1", valid=valid)
    assert ids(folder, polled(vote=vote("甲 300", "乙 200", participants="800"), reruns=f"[{rerun}]")) == expected


@pytest.mark.parametrize(
    ("level", "signatories", "expected"),
    [
        ("县级", "50", []),
        ("县级", "49", ["C244"]),
        ("乡级", "30", []),
        ("乡级", "29", ["C244"]),
        ("县级", "unknown", []),
        ("县级", "[49, 50]", []),
    ],
)
def test_a_recall_is_asked_for_by_enough_voters(
    folder: Write, level: str, signatories: str, expected: list[str]
) -> None:
    recall = f"[{{name: 甲, signatories: {signatories}, votes: 600}}]"
    assert ids(folder, polled(level=level, recalls=recall)) == expected


@pytest.mark.parametrize(
    ("votes", "recalled", "voters", "expected"),
    [
        ("501", "yes", "1000", []),
        ("500", "yes", "1000", ["C245"]),  # exactly half is too few
        ("500", "yes", "1001", ["C245"]),
        ("501", "yes", "1001", []),
        ("500", "no", "1000", []),
        ("unknown", "yes", "1000", []),
        ("500", "yes", "unknown", []),
        ("[500, 501]", "yes", "1000", []),
    ],
)
def test_a_recall_passes_with_more_than_half_of_all_voters(
    folder: Write, votes: str, recalled: str, voters: str, expected: list[str]
) -> None:
    recall = f"[{{name: 甲, voters: {voters}, votes: {votes}, recalled: {recalled}}}]"
    assert ids(folder, polled(recalls=recall)) == expected


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            {"level": "乡级", "recalls": "[{name: 甲, signatories: 29, votes: 600}]"},
            "29 名选民联名要求罢免“甲”；罢免乡级代表，至少应有 30 名选民联名（选举法（2015 年）第四十九条第一款）",
        ),
        (
            {
                "vote": vote("甲 300", "乙 200", participants="800"),
                "reruns": f"[{vote('甲 299 yes', '乙 200', seats='1', valid='900')}]",
            },
            "有效票 900 张，“甲”得 299 票，写着当选；至少要得 300 票才能当选（选举法（2015 年）第四十四条第五款）",
        ),
        (
            {"seats": "2", "candidates": "[甲, 乙, 丙]"},
            (
                "应选 2 名，当选 1 名，还缺 1 名，没有另行选举的记录；"
                "缺的名额应当另行选举（选举法（2015 年）第四十四条第四款）；举行了的请写进 reruns"
            ),
        ),
        (
            {"vote": vote("甲 500", "乙 500", participants="900")},
            (
                "应选 1 名，当选 0 名，还缺 1 名，没有再次投票的记录；"
                "缺的名额应当再次投票（选举法（2015 年）第四十四条第三款）；举行了的请写进 reruns"
            ),
        ),
    ],
)
def test_a_message_says_what_would_be_right_with_its_article(
    folder: Write, lines: dict[str, str], message: str
) -> None:
    assert messages(folder, polled(**lines)) == [message]


def test_a_request_that_was_not_put_to_the_vote_is_no_breach(folder: Write) -> None:
    assert ids(folder, polled(recalls="[{name: 甲, signatories: 49}]")) == []


def test_a_rerun_is_not_judged_while_a_tie_in_the_first_vote_is_possible(folder: Write) -> None:
    rerun = vote("甲 299 yes", "乙 290", "丙 280", seats="1", valid="900")
    assert ids(folder, polled(vote=vote("甲 500", "乙 500"), reruns=f"[{rerun}]")) == []
