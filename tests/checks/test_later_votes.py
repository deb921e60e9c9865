"""Checks on votes after the first, by-elections among them, each at its boundary: what it says on either side."""

from datetime import date

import pytest

from tests.conftest import Write
from tests.support.polls import days_of
from tests.support.towns import election, ids, messages
from tests.support.votes import polled, vote

GANSU = election(more="province: gansu\n")
SHORT = {
    "seats": "2",
    "candidates": "[甲, 乙, 丙]",
    "vote": vote("甲 500 yes", "乙 300", "丙 200", participants="800", returned="800"),
}
TIED = {"vote": vote("甲 450", "乙 450", "丁 20", participants="800", returned="800")}
FEW = {"vote": vote("甲 400", "乙 90", participants="500", returned="500")}


def by_election(*tallies: str, **figures: str) -> str:
    lines = {
        "seats": "1",
        "day": "2018-06-01",
        "reason": "调离",
        "announced": "2018-05-20",
        "result_list": "2018-06-02",
    }
    return f"[{vote(*tallies, **(lines | figures))}]"


def rerun(*tallies: str, **figures: str) -> str:
    return f"[{vote(*tallies, **({'seats': '1', 'day': '2016-07-05', 'result_list': '2016-07-06'} | figures))}]"


# ---- By-elections: what every vote is looked at for ----


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"participants": "600", "returned": "600"}, []),
        ({"participants": "600", "returned": "601", "issued": "601"}, ["C230", "C249"]),
        ({"returned": "600", "valid": "590", "invalid": "9"}, ["C231"]),
        ({"returned": "600", "issued": "599"}, ["C231"]),
        ({"valid": "349"}, ["C238", "C264"]),
        ({"participants": "1001", "returned": "900"}, ["C239", "C257"]),
        ({"participants": "1001", "returned": "900", "note": "补选时登记选民 1200 名。"}, []),
        ({"participants": "501"}, []),
        ({"participants": "500"}, ["C256"]),
        ({"participants": "500", "note": "补选时登记选民 900 名。"}, []),
    ],
)
def test_a_by_election_passes_the_checks_of_figures(
    folder: Write, figures: dict[str, str], expected: list[str]
) -> None:
    more = by_election("丁 350 yes", candidates="[丁]", **figures)
    assert sorted(ids(folder, polled(by_elections=more))) == expected


@pytest.mark.parametrize("gansu", [True, False])
@pytest.mark.parametrize(("votes", "enough"), [("401", True), ("400", False)])
def test_a_by_election_takes_a_majority_for_certain_where_the_province_says_so(
    folder: Write, votes: str, *, gansu: bool, enough: bool
) -> None:
    more = by_election(f"丁 {votes} yes", participants="800", returned="800")
    expected = [] if enough else ["C233" if gansu else "C257"]
    assert ids(folder, polled(by_elections=more), *([GANSU] if gansu else [])) == expected


@pytest.mark.parametrize(
    ("seats", "candidates", "expected"),
    [("1", "[丁]", []), ("2", "[丁, 戊]", []), ("2", "[丁]", ["C258"]), ("2", "", []), ("unknown", "[丁]", [])],
)
def test_a_by_election_needs_no_more_candidates_than_seats_and_no_fewer(
    folder: Write, seats: str, candidates: str, expected: list[str]
) -> None:
    lines = {"seats": seats} | ({"candidates": candidates} if candidates else {})
    assert ids(folder, polled(by_elections=by_election(**lines))) == expected


@pytest.mark.parametrize(
    ("tallies", "seats", "expected"),
    [
        (["丁 500 yes", "戊 450 yes"], "1", ["C236"]),
        (["丁 500 yes", "戊 450 yes"], "2", []),
        (["丁 450", "戊 450 yes"], "1", ["C235"]),
        (["丁 460", "戊 450 yes"], "1", ["C234"]),
        (["丁 450", "戊 300"], "1", ["C267"]),
        (["丁 350", "戊 300"], "1", []),
    ],
)
def test_a_by_election_elects_by_the_order_of_votes(
    folder: Write, tallies: list[str], seats: str, expected: list[str]
) -> None:
    more = by_election(*tallies, seats=seats, participants="800", returned="800")
    assert ids(folder, polled(by_elections=more), GANSU) == expected


@pytest.mark.parametrize(("participants", "expected"), [("500", []), ("501", ["C267"])])
def test_a_majority_elects_nobody_in_a_by_election_with_too_few_voters(
    folder: Write, participants: str, expected: list[str]
) -> None:
    more = by_election("丁 300", participants=participants, returned="500")
    assert ids(folder, polled(by_elections=more), GANSU) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"announced": "2018-05-24", "result_list": "2018-06-03"}, []),
        ({"announced": "2018-05-25", "result_list": "2018-06-04"}, ["C211", "C211"]),
        ({"announced": "2018-05-26", "result_list": "2018-06-05"}, ["C210", "C210"]),
        ({"announced": "unknown", "result_list": "unknown"}, []),
    ],
)
def test_a_by_election_is_announced_and_its_result_published_in_time(
    folder: Write, figures: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, polled(by_elections=by_election(**figures)), GANSU) == expected


# ---- Reruns and second votes ----


@pytest.mark.parametrize(
    ("lines", "tallies", "expected"),
    [
        (SHORT, ["乙 300 yes", "丙 290"], []),
        (SHORT, ["乙 300", "丙 290 yes"], ["C259"]),
        (SHORT, ["乙 300 yes", "丙 300"], ["C235"]),
        (SHORT, ["乙 300", "丙 300"], []),
        (SHORT, ["甲 400", "乙 300 yes"], []),  # who is a deputy already is not passed over
        (TIED, ["甲 300 yes", "乙 290"], []),
        (TIED, ["甲 290 yes", "乙 300"], ["C259"]),
        (FEW, ["甲 401 yes", "乙 300"], []),
        (FEW, ["甲 400 yes", "乙 300"], ["C233"]),  # held anew: half of those who took part is too few
    ],
)
def test_a_later_vote_elects_by_the_order_of_votes(
    folder: Write, lines: dict[str, str], tallies: list[str], expected: list[str]
) -> None:
    figures = {"participants": "800"} if lines is FEW else {}
    figures |= {"returned": "800"}
    assert ids(folder, polled(**{**lines, "reruns": rerun(*tallies, **figures)})) == expected


def test_more_votes_elect_nobody_in_a_void_rerun(folder: Write) -> None:
    void = rerun("乙 300", "丙 290 yes", participants="799", returned="800")
    assert ids(folder, polled(**{**SHORT, "reruns": void})) == ["C230", "C274"]


@pytest.mark.parametrize(
    ("candidates", "note", "expected"),
    [
        ("[乙, 丙]", "", []),
        ("[丙, 丁]", "", ["C260"]),
        ("[丙, 丁]", "乙不愿意再参选。", []),
        ("[乙, 丁]", "", ["C260"]),  # 丁 had fewer votes than 丙
        ("[乙, 戊]", "", ["C260"]),  # 戊 had none
        ("[甲, 乙]", "", ["C260"]),  # 甲 is a deputy already
        ("[甲, 乙]", "甲放弃当选。", []),
    ],
)
def test_the_candidates_of_a_rerun_are_the_next_by_votes(
    folder: Write, candidates: str, note: str, expected: list[str]
) -> None:
    first = vote("甲 500 yes", "乙 300", "丙 200", "丁 20", participants="800", returned="800")
    figures = {"candidates": candidates} | ({"note": note} if note else {})
    assert ids(folder, polled(**{**SHORT, "vote": first, "reruns": rerun(**figures)})) == expected


@pytest.mark.parametrize(("candidates", "expected"), [("[甲, 乙]", []), ("[乙, 甲]", []), ("[甲, 丁]", ["C261"])])
def test_only_the_tied_stand_in_a_second_vote(folder: Write, candidates: str, expected: list[str]) -> None:
    assert ids(folder, polled(**{**TIED, "reruns": rerun(candidates=candidates)})) == expected


@pytest.mark.parametrize(
    ("lines", "seats", "expected"),
    [
        (SHORT, "1", []),
        (SHORT, "2", ["C262"]),
        (FEW, "1", []),
        (FEW, "2", ["C262"]),
        (TIED, "1", []),
        (TIED, "2", ["C262"]),
        ({**SHORT, "vote": vote("甲 500 yes", "乙 300", "丙 200")}, "2", []),  # nobody knows how many took part
        (SHORT, "unknown", []),
    ],
)
def test_a_later_vote_is_for_the_seats_that_were_open(
    folder: Write, lines: dict[str, str], seats: str, expected: list[str]
) -> None:
    assert ids(folder, polled(**{**lines, "reruns": rerun(seats=seats)})) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"reruns": "[{seats: 1, day: 2016-06-28, note: 还在核对。}]"}, []),
        ({"reruns": "[{seats: 1, day: 2016-06-27, note: 还在核对。}]"}, ["C263"]),
        ({"by_elections": by_election(day="2016-06-27")}, ["C263"]),
        ({"recalls": "[{name: 甲, day: 2016-06-27}]"}, ["C263"]),
        ({"reruns": "[{seats: 1, day: unknown}]"}, []),
        ({"reruns": "[{seats: 1, day: 2016-06}]"}, []),
    ],
)
def test_no_later_vote_is_before_the_first(folder: Write, lines: dict[str, str], expected: list[str]) -> None:
    first = SHORT if "reruns" in lines else {}
    assert ids(folder, polled(**{**first, **lines}), today=date(2026, 1, 1)) == expected


# ---- First votes and recalls ----


@pytest.mark.parametrize(
    ("votes", "figures", "expected"),
    [
        ("590", {"valid": "590", "returned": "600", "participants": "600"}, []),
        ("591", {"valid": "590", "returned": "600", "participants": "600"}, ["C238", "C264"]),
        ("600", {"participants": "600"}, []),
        ("601", {"participants": "600"}, ["C264"]),
        ("[590,601]", {"participants": "600"}, []),
        ("601", {"participants": "unknown"}, []),
    ],
)
def test_nobody_has_more_votes_than_there_are_ballots(
    folder: Write, votes: str, figures: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, polled(vote=vote(f"甲 {votes} yes", **figures))) == expected


@pytest.mark.parametrize(
    ("others", "expected"), [("89", []), ("90", []), ("91", ["C238"]), ("unknown", []), ("[90, 91]", [])]
)
def test_votes_written_in_count_in_the_sum(folder: Write, others: str, expected: list[str]) -> None:
    held = vote("甲 500 yes", "乙 200", valid="790", participants="800", others=others)
    assert ids(folder, polled(vote=held)) == expected


@pytest.mark.parametrize("days", [{}, days_of(2026)])
@pytest.mark.parametrize(
    ("tallies", "figures", "expected"),
    [
        (["甲 401 yes", "乙 300"], {"returned": "800"}, []),
        (["甲 400 yes", "乙 300"], {"returned": "800"}, ["C233"]),  # so many ballots need so many people
        (["甲 400 yes", "乙 300"], {"returned": "799"}, []),
        (["甲 400 yes", "乙 300"], {"valid": "790", "invalid": "10"}, ["C233"]),
        (["甲 400 yes", "乙 300"], {}, []),
    ],
)
def test_ballots_alone_may_show_that_there_is_no_majority(
    folder: Write, days: dict[str, str], tallies: list[str], figures: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, polled(vote=vote(*tallies, **figures), **days)) == expected


@pytest.mark.parametrize(
    ("tallies", "note", "expected"),
    [
        (["甲 500 yes", "乙 401", "丙 300"], "", ["C267"]),
        (["甲 500 yes", "乙 401", "丙 300"], "乙放弃当选。", ["C237"]),
        (["甲 500 yes", "乙 400", "丙 300"], "", ["C237"]),
        (["甲 500 yes", "乙 401 yes", "丙 300"], "", []),
    ],
)
def test_who_has_a_majority_and_a_seat_is_elected(
    folder: Write, tallies: list[str], note: str, expected: list[str]
) -> None:
    figures = {"participants": "800", "returned": "800"} | ({"note": note} if note else {})
    assert ids(folder, polled(**{**SHORT, "vote": vote(*tallies, **figures)})) == expected


@pytest.mark.parametrize(
    ("votes", "marked", "voters", "expected"),
    [
        ("501", "no", "1000", ["C265"]),
        ("500", "no", "1000", []),
        ("501", "yes", "1000", []),
        ("501", "no", "1002", []),  # of the voters of the election it is enough, of those of the recall not
        ("501", "no", "unknown", []),
        ("500", "yes", "1000", ["C245"]),
        ("501", "yes", "1002", []),
    ],
)
def test_a_recall_is_marked_as_its_sum_is(
    folder: Write, votes: str, marked: str, voters: str, expected: list[str]
) -> None:
    recall = f"[{{name: 甲, day: 2018-03-01, voters: {voters}, votes: {votes}, recalled: {marked}}}]"
    assert ids(folder, polled(recalls=recall)) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("voters: 1000, signatories: 1000, votes: 1000, recalled: yes", []),
        ("voters: 1000, signatories: 60, votes: 1001, recalled: yes", ["C239"]),
        ("voters: 1000, signatories: 1001, votes: 501, recalled: yes", ["C239"]),
        ("voters: [1000, 1002], signatories: 1001, votes: 1001, recalled: yes", []),
        ("voters: unknown, signatories: 60, votes: 1001, recalled: yes", []),  # more may be registered by then
    ],
)
def test_no_more_people_recall_than_are_registered(folder: Write, figures: str, expected: list[str]) -> None:
    assert ids(folder, polled(recalls=f"[{{name: 甲, day: 2018-03-01, {figures}}}]")) == expected


PASSED = "{name: 甲, day: 2018-03-01, voters: 1000, votes: 501, recalled: yes}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"recalls": f"[{PASSED}, {{name: 甲, day: 2018-07-01}}]"}, ["C266"]),
        ({"recalls": "[{name: 甲, day: 2018-03-01, voters: 1000, votes: 400}, {name: 甲, day: 2018-07-01}]"}, []),
        (
            {
                "recalls": f"[{PASSED}, {{name: 甲, day: 2018-07-01}}]",
                "by_elections": by_election("甲 500 yes", participants="800"),  # in between
            },
            [],
        ),
        ({"recalls": f"[{PASSED}, {{name: 甲, day: 2018-07-01}}]", "note": "甲在补选中又当选。"}, []),
    ],
)
def test_nobody_is_recalled_twice(folder: Write, lines: dict[str, str], expected: list[str]) -> None:
    assert ids(folder, polled(**lines)) == expected


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("甲", {}, []),
        ("乙", {}, ["C266"]),
        ("乙", {"note": "乙是上一届选出的代表。"}, []),
        ("丁", {"by_elections": by_election("丁 500 yes", participants="800")}, []),
        ("乙", {"vote": ""}, []),  # who was elected is not recorded
    ],
)
def test_only_who_was_elected_can_be_recalled(
    folder: Write, name: str, lines: dict[str, str], expected: list[str]
) -> None:
    assert ids(folder, polled(recalls=f"[{{name: {name}, day: 2018-07-01}}]", **lines)) == expected


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            {**SHORT, "reruns": rerun("乙 300", "丙 290 yes")},
            "“丙”得 290 票，写着当选；“乙”得 300 票，没有写当选；得票多的应当选（选举法（2015 年）第四十四条第五款）",
        ),
        (
            {"by_elections": by_election(seats="2", candidates="[丁]", day="2021-06-01", announced="2021-05-01",
                                         result_list="2021-06-02")},
            "补选 2 名，候选人有 1 名；候选人至少应有 2 名（选举法（2020 年）第五十七条第四款）",
        ),
        (
            {"by_elections": by_election("丁 350 yes", participants="500")},
            (
                "换届时登记选民 1000 名，补选参加投票 500 名，写着 1 人当选；"
                "至少要有 501 名选民参加（选举法（2015 年）第四十四条第一款）；"
                "本省的补选办法另有规定的，请在 note 里写明"
            ),
        ),
        (
            {"recalls": "[{name: 甲, day: 2021-03-01, voters: 1000, votes: 501}]"},
            (
                "原选区选民 1000 名，同意罢免“甲”的 501 票，过了半数，没有写通过；"
                "通过了的请写 recalled: yes（选举法（2020 年）第五十三条第一款）"
            ),
        ),
    ],
)  # fmt: skip
def test_a_message_says_what_would_be_right_with_the_article_of_its_day(
    folder: Write, lines: dict[str, str], message: str
) -> None:
    assert messages(folder, polled(**lines)) == [message]


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        ({"reruns": "[{seats: 1, day: 2016-07-05}]"}, date(2016, 7, 12), []),
        ({"reruns": "[{seats: 1, day: 2016-07-05}]"}, date(2016, 7, 13), ["C272"]),
        ({"reruns": "[{seats: 1, day: 2016-07-05, note: 还在核对。}]"}, date(2016, 7, 13), []),
        ({"reruns": "[{seats: 1, day: 2016-07-05, participants: 700}]"}, date(2016, 7, 13), []),
        ({"reruns": "[{seats: 1}]"}, date(2016, 7, 13), []),
        ({"by_elections": "[{seats: 1, day: 2018-06-01, reason: 调离}]"}, date(2018, 6, 8), []),
        ({"by_elections": "[{seats: 1, day: 2018-06-01, reason: 调离}]"}, date(2018, 6, 9), ["C272"]),
    ],
)
def test_the_result_of_a_later_vote_is_missed_after_a_week(
    folder: Write, lines: dict[str, str], today: date, expected: list[str]
) -> None:
    first = SHORT if "reruns" in lines else {}
    assert ids(folder, polled(**{**first, **lines}), today=today) == expected


IN_2017 = {**days_of(2017), "polling_day": "", "result_list": "unknown"}
GANSU_2017 = election(more="province: gansu\n", year=2017)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"postponed": "2017-07-05"}, []),
        ({"postponed": "2017-07-06"}, ["C273"]),
        ({"vote": FEW["vote"], "reruns": rerun(day="2017-07-05", result_list="2017-07-06")}, []),
        ({"vote": FEW["vote"], "reruns": rerun(day="2017-07-06", result_list="2017-07-07")}, ["C273"]),
        ({**SHORT, "reruns": rerun(day="2017-07-20", result_list="2017-07-21")}, []),  # for missing seats no day is set
        (
            # Where voting goes on, the law does not say from which of its days the seven count.
            {
                "polling_until": "2017-06-30",
                "vote": FEW["vote"],
                "reruns": rerun(day="2017-07-07", result_list="unknown"),
            },
            [],
        ),
        (
            {
                "polling_until": "2017-06-30",
                "vote": FEW["vote"],
                "reruns": rerun(day="2017-07-08", result_list="unknown"),
            },
            ["C273"],
        ),
    ],
)
def test_a_province_sets_a_last_day_for_postponed_and_repeated_votes(
    folder: Write, lines: dict[str, str], expected: list[str]
) -> None:
    if "postponed" in lines:
        put_off = f"{{decided_on: 2017-06-25, by: 区选举委员会, reason: 桥断了, until: {lines['postponed']}}}"
        lines = {"postponed": put_off, "vote": ""}
    assert ids(folder, GANSU_2017, polled(**{**IN_2017, **lines}), today=date(2017, 7, 7)) == expected


PUT_OFF = "{decided_on: 2016-06-27, by: 区选举委员会, reason: 桥断了, until: 2016-06-28}"
VOID_AGAIN = {"participants": "499", "returned": "499"}


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        (FEW, date(2016, 6, 29), ["C274"]),
        (FEW, date(2016, 6, 28), []),  # the polling day itself
        ({"vote": vote("甲 400 yes", "乙 90", participants="501", returned="501")}, date(2016, 6, 29), []),
        ({"vote": vote("甲 400 yes", participants="600", returned="601")}, date(2016, 6, 29), ["C230", "C274"]),
        ({**FEW, "reruns": "[{seats: 1, day: unknown}]"}, date(2016, 6, 29), []),
        ({**FEW, "reruns": rerun("甲 300", "乙 190", **VOID_AGAIN)}, date(2016, 7, 6), ["C274"]),
        ({**FEW, "reruns": rerun("甲 300", "乙 190", **VOID_AGAIN)}, date(2016, 7, 5), []),
        ({**FEW, "reruns": rerun("甲 300 yes", participants="501", returned="501")}, date(2016, 7, 6), []),
        ({**FEW, "postponed": PUT_OFF}, date(2016, 6, 29), []),
    ],
)  # fmt: skip
def test_a_void_vote_is_held_anew(folder: Write, lines: dict[str, str], today: date, expected: list[str]) -> None:
    assert ids(folder, polled(**lines), today=today) == expected


@pytest.mark.parametrize(
    ("gansu", "last_day"),
    [
        (False, ""),
        (
            True,
            (
                "，最迟应在 2017-07-05（选举日 2017年6月28日 加 7 天 = 2017年7月5日，"
                "甘肃省实施细则（2016 年）第三十七条第一款）"
            ),
        ),
    ],
)
def test_a_void_vote_says_what_follows_and_until_when(folder: Write, last_day: str, *, gansu: bool) -> None:
    files = [GANSU_2017] if gansu else [election(year=2017)]
    (message,) = messages(folder, *files, polled(**{**IN_2017, **FEW}))
    assert message == (
        "第一次投票无效（选举法（2015 年）第四十四条第一款），没有重新选举的记录；"
        f"要重新选举{last_day}；请写进 reruns，还没有定哪天的写 day: unknown"
    )
