"""Checks on nominations and candidates, each at its boundary."""

import pytest

from tests.conftest import Write
from tests.support.towns import constituency, ids, messages, town


def names(count: int) -> str:
    return f"[{', '.join(f'候选人{number}' for number in range(count))}]" if count else ""


def nomination(by: str, people: str, voters: str = "") -> str:
    return f"{{by: {by}, names: {people}{f', voters: {voters}' if voters else ''}}}"


@pytest.mark.parametrize(
    ("seats", "candidates", "expected"),
    [
        ("1", 1, ["C220"]),
        ("1", 2, []),
        ("1", 3, ["C220"]),
        ("2", 2, ["C220"]),
        ("2", 3, []),
        ("2", 4, []),
        ("2", 5, ["C220"]),
        ("3", 3, ["C220"]),
        ("3", 4, []),
        ("3", 6, []),
        ("3", 7, ["C220"]),
        ("3", 0, []),  # nobody recorded them
        ("unknown", 7, []),
        ("[1, 2]", 7, []),  # how many seats is not known
        ("", 7, []),
    ],
)
def test_there_are_more_candidates_than_seats_by_the_ratio(
    folder: Write, seats: str, candidates: int, expected: list[str]
) -> None:
    assert ids(folder, town(constituency(seats=seats, candidates=names(candidates)))) == expected


@pytest.mark.parametrize(
    ("seats", "day", "right", "article"),
    [
        ("2", "", "3 至 4 名", "（2015 年）第三十条第二款"),
        ("1", "2021-06-28", "2 名", "（2020 年）第三十一条第二款"),
    ],
)
def test_the_ratio_is_shown_with_the_article_of_its_day(
    folder: Write, seats: str, day: str, right: str, article: str
) -> None:
    ratio = f"比应选名额多 1/3 至 1 倍，不足一名的进一名，选举法{article}"
    assert messages(folder, town(constituency(seats=seats, polling_day=day, candidates="张某"))) == [
        f"应选 {seats} 名，正式候选人 1 名；候选人应有 {right}（{ratio}）"
    ]


@pytest.mark.parametrize(
    ("by", "voters", "expected"),
    [
        ("选民联名", "9", ["C221"]),
        ("选民联名", "10", []),
        ("选民联名", "[9, 10]", []),  # disputed
        ("选民联名", "unknown", []),
        ("选民联名", "", []),
        ("人民团体", "9", []),  # an organisation needs no voters
    ],
)
def test_ten_voters_nominate(folder: Write, by: str, voters: str, expected: list[str]) -> None:
    record = constituency(seats="2", nominations=f"[{nomination(by, '张某', voters)}]", nominees="张某")
    assert ids(folder, town(record)) == expected


@pytest.mark.parametrize(
    ("seats", "nominations", "expected"),
    [
        ("2", [("政党", "[张某, 李某]")], []),
        ("2", [("政党", "[张某, 李某, 王某]")], ["C222"]),
        ("2", [("选民联名", "[张某, 李某, 王某]")], ["C222"]),
        ("2", [("政党", "[张某, 李某]"), ("人民团体", "[王某, 赵某]")], []),  # each nominator for itself
        ("unknown", [("政党", "[张某, 李某, 王某]")], []),
        ("[2, 3]", [("政党", "[张某, 李某, 王某]")], []),
    ],
)
def test_nobody_nominates_more_than_there_are_seats(
    folder: Write, seats: str, nominations: list[tuple[str, str]], expected: list[str]
) -> None:
    records = ", ".join(nomination(by, people) for by, people in nominations)
    assert ids(folder, town(constituency(seats=seats, nominations=f"[{records}]"))) == expected


@pytest.mark.parametrize(
    ("nominations", "nominees", "expected"),
    [
        ([("政党", "[张某, 李某]", "")], "[张某, 李某]", []),
        ([("政党", "[张某, 李某]", "")], "[张某, 王某]", ["C223"]),
        ([("政党", "[张某, 李某]", "")], "[王某, 赵某]", ["C223", "C223"]),
        ([("政党", "李某", ""), ("人民团体", "李某", "")], "张某", ["C223"]),  # a person is missed once
        ([("选民联名", "李某", "10")], "张某", ["C223"]),
        ([("选民联名", "李某", "9")], "张某", []),  # no valid nomination, and not listed
        ([("政党", "[张某, 李某]", "")], "", []),  # the list is not recorded
        ([("政党", "张某", "")], "[张某, 李某]", []),  # not every nomination is recorded
    ],
)
def test_everyone_nominated_is_listed(
    folder: Write, nominations: list[tuple[str, str, str]], nominees: str, expected: list[str]
) -> None:
    records = ", ".join(nomination(*record) for record in nominations)
    assert ids(folder, town(constituency(nominations=f"[{records}]", nominees=nominees))) == expected


@pytest.mark.parametrize(
    ("nominees", "fields", "expected"),
    [
        (4, {}, []),
        (5, {}, ["C224"]),
        (5, {"primary": "{day: 2016-06-18}"}, []),
        (5, {"note": "经选民小组讨论、协商确定。"}, []),
        (5, {"candidates": ""}, []),  # not yet, or not recorded
        (5, {"seats": "unknown"}, []),
        (0, {}, []),
    ],
)
def test_it_is_told_how_nominees_became_candidates(
    folder: Write, nominees: int, fields: dict[str, str], expected: list[str]
) -> None:
    record = constituency(**{"seats": "2", "candidates": names(3), "nominees": names(nominees), **fields})
    assert ids(folder, town(record)) == expected


ZHANG = "{name: 张某, introduction: 教师}"


@pytest.mark.parametrize(
    ("level", "first", "second", "expected"),
    [
        ("县级", "张某", "张某", ["C225"]),
        ("县级", "张某", "李某", []),
        ("乡级", "张某", "张某", []),  # a candidate for each of the two congresses
        ("县级", ZHANG, "张某", ["C225"]),
        ("县级", ZHANG, ZHANG, ["C225"]),  # the same person, it seems
        ("县级", ZHANG, "{name: 张某, introduction: 医生}", []),
    ],
)
def test_a_name_stands_in_one_constituency(
    folder: Write, level: str, first: str, second: str, expected: list[str]
) -> None:
    towns = [
        town(constituency(1, candidates=f"[{first}]"), name="a"),
        town(constituency(2, level, candidates=f"[{second}]"), name="b"),
    ]
    assert ids(folder, *towns) == expected


@pytest.mark.parametrize(
    ("sort", "level", "members", "expected"),
    [
        ("选举委员会", "县级", "[张某, 李某]", ["C226"]),
        ("选举委员会", "县级", "[李某, {name: 张某, posts: 主任}]", ["C226"]),
        ("选举委员会", "县级", "[李某]", []),
        ("选举委员会", "县级", "[unknown]", []),
        ("选举委员会", "乡级", "[张某]", []),  # runs the other election
        ("领导小组", "县级", "[张某]", []),  # the law speaks of the committee
    ],
)
def test_a_candidate_is_not_on_the_election_committee(
    folder: Write, sort: str, level: str, members: str, expected: list[str]
) -> None:
    body = f"- {{id: body, title: 示例区机构, sort: {sort}, level: {level}, members: {members}, source: report}}\n"
    assert ids(folder, {"bodies.yml": body}, town(constituency(candidates="[张某, 王某]"))) == expected


@pytest.mark.parametrize(
    ("worker", "expected"),
    [
        ("{name: 李某, role: 监票人, relative_of: 张某}", ["C227"]),
        ("{name: 李某, role: 计票人, relative_of: 张某}", ["C227"]),
        ("{name: 李某, role: 总监票人, relative_of: 张某}", ["C227"]),
        ("{name: 李某, role: 监票人, relative_of: 赵某}", []),  # no candidate here
        ("{name: 李某, role: 监票人}", []),
    ],
)
def test_relatives_of_candidates_do_not_count_votes(folder: Write, worker: str, expected: list[str]) -> None:
    assert ids(folder, town(constituency(candidates="[张某, 王某]", workers=f"[{worker}]"))) == expected


def test_without_a_version_in_force_nothing_is_said(folder: Write) -> None:
    """The Electoral Law of the pack begins on 29 August 2015."""
    record = constituency(
        polling_day="2015-06-28",
        voter_list="2015-06-27",
        nominees_list="2015-06-27",
        candidates_list="2015-06-27",
        seats="9",
        candidates=names(1),
        nominations=f"[{nomination('选民联名', names(10), '1')}]",
        workers="[{name: 李某, role: 监票人, relative_of: 候选人0}]",
    )
    assert ids(folder, town(record)) == []


@pytest.mark.parametrize(
    ("who", "people", "expected"),
    [
        (("示例镇党委", "示例镇党委"), ("张某", "李某"), []),
        (("示例镇党委", "示例镇党委"), ("[张某, 李某]", "王某"), ["C222"]),  # in two entries
        (("示例镇党委", "示例镇党委"), ("[张某, 李某]", "李某"), []),
        (("示例镇党委", "示例镇妇联"), ("[张某, 李某]", "王某"), []),
    ],
)
def test_an_organisation_nominates_no_more_in_two_entries(
    folder: Write, who: tuple[str, str], people: tuple[str, str], expected: list[str]
) -> None:
    records = ", ".join(f"{{by: 政党, who: {name}, names: {named}}}" for name, named in zip(who, people, strict=True))
    assert ids(folder, town(constituency(seats="2", nominations=f"[{records}]"))) == expected


def test_two_of_one_name_are_two_candidates(folder: Write) -> None:
    assert ids(folder, town(constituency(seats="1", candidates="[张某, 张某]"))) == ["C228"]


@pytest.mark.parametrize(
    ("nominees", "candidates", "note", "expected"),
    [
        ("[张某, 李某]", "[张某, 李某]", "", []),
        ("[张某, 李某]", "[张某, 王某]", "", ["C268"]),
        ("[张某, 李某]", "[张某, 王某]", "王某是补充推荐的。", []),
        ("[张某, 李某]", "[张某（东村）, 张某（西村）]", "", []),
        ("", "[张某, 王某]", "", []),  # the list of nominees is not recorded
    ],
)
def test_candidates_come_from_the_nominees(
    folder: Write, nominees: str, candidates: str, note: str, expected: list[str]
) -> None:
    assert ids(folder, town(constituency(seats="1", nominees=nominees, candidates=candidates, note=note))) == expected


@pytest.mark.parametrize(
    ("withdrawn", "note", "expected"),
    [(0, "", []), (1, "", []), (2, "", ["C269"]), (2, "选票已经印好，不再补充。", [])],
)
def test_it_is_told_when_a_withdrawal_leaves_no_choice(
    folder: Write, withdrawn: int, note: str, expected: list[str]
) -> None:
    gone = ["{name: %s, withdrew: {day: 2016-06-22, reason: 本人不接受推荐}}" % name for name in "丁丙"[:withdrawn]]  # noqa: UP031  # braces
    names = ["甲", "乙", *"丙丁"[: 2 - withdrawn], *gone]
    assert ids(folder, town(constituency(seats="2", candidates=f"[{', '.join(names)}]", note=note))) == expected
