"""What pages and notices say of votes: never two things on one page, and of each vote what it came to."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.pages import rendered, text, texts
from tests.support.towns import constituency, election, town
from tests.support.votes import LAWFUL, vote

COUNTY = "areas/town/county-1/"
TODAY = date(2019, 1, 1)
GANSU = election(more="province: gansu\n")
RESULT = {"result_list": "2016-06-30"}
TWO = {**LAWFUL, **RESULT, "seats": "2", "candidates": "[甲, 乙, 丙]"}
FEW = vote("甲 450 yes", "乙 300", participants="500", returned="500")
MANY = vote("甲 450 yes", "乙 100", participants="600", returned="601")


def made(folder: Write, *files: dict[str, str | bytes], **lines: str) -> Path:
    """A folder with the one constituency."""
    page = {
        path: said
        for more in (town(constituency(**{**LAWFUL, **RESULT, **lines})), *files)
        for path, said in more.items()
    }
    return folder(page)


def said(content: Path, subject: str, address: str, today: date = TODAY) -> str:
    """All that a page says, without white space."""
    return text(rendered(subject, content, today)[address])


def notice(content: Path, identity: str, today: date = TODAY) -> str:
    """All that one notice says."""
    page = rendered("sheets", content, today)[f"{COUNTY}notices/"]
    return next((text(part) for part in page.iter("section") if part.get("aria-labelledby") == identity), "")


# ---- Void ----


@pytest.mark.parametrize("figures", [FEW, MANY])
def test_a_void_vote_is_void_wherever_it_is_told(folder: Write, figures: str) -> None:
    content = made(folder, vote=figures)
    page, poster = said(content, "constituencies", COUNTY), said(content, "posters", f"{COUNTY}poster/")
    assert "选举无效，没有重新选举日期的记录" in page
    assert "选举无效" in poster
    for shown in (page, poster, notice(content, "result")):
        assert "选满" not in shown
        assert "当选代表1名" not in shown
        assert "当选1名" not in shown
    assert notice(content, "result").startswith("示例区人大代表第1选区选举结果公告登记选民1,000名")
    assert "没有人当选，依法重新选举。" in notice(content, "result")
    whole = said(content, "results", "results/")
    assert "当选代表0名" in whole
    assert "投票率" not in whole.split("按乡镇、街道")[0]


def test_a_void_vote_for_want_of_voters_calls_no_ballot_valid(folder: Write) -> None:
    page = said(made(folder, vote=FEW), "constituencies", COUNTY)
    assert "不多于投票的人数（" in page
    assert "不多于投票的人数，有效" not in page


def test_after_a_void_vote_the_one_held_anew_counts(folder: Write) -> None:
    again = vote("甲 400 yes", "乙 300", seats="1", day="2016-07-05", participants="700", returned="700")
    content = made(folder, vote=FEW, reruns=f"[{again}]")
    assert "当选1名，选满" in said(content, "constituencies", COUNTY)
    assert "70.0%" in said(content, "results", "results/town/")  # and not the turnout of the void one
    assert "50.0%" not in said(content, "results", "results/town/")
    assert notice(content, "rerun-1").startswith("示例区人大代表第1选区重新选举公告本选区第一次投票选举无效")
    assert "重新选举结果公告" in notice(content, "rerun-1-result")


# ---- One vote decides ----


@pytest.mark.parametrize(
    ("voters", "participants", "expected"),
    [
        ("3120", "1561", "占50.0%，过半数要1,561名，正好够：过半数，选举有效"),
        ("3120", "1560", "占50.0%，过半数要1,561名，少1：没有过半数，选举无效"),
        ("3120", "1562", "占50.1%：过半数，选举有效"),
        ("31200", "15602", "占50.0%，过半数要15,601名，多1：过半数，选举有效"),
    ],
)
def test_a_sum_close_to_the_half_is_told_in_votes(folder: Write, voters: str, participants: str, expected: str) -> None:
    content = made(folder, voters=voters, vote=vote("甲 1200", "乙 300", participants=participants))
    assert expected in said(content, "constituencies", COUNTY)


def test_the_share_of_a_person_close_to_the_half_tells_the_votes_needed(folder: Write) -> None:
    content = made(folder, voters="3120", vote=vote("甲 1001 yes", "乙 300", participants="2001"))
    assert "占投票人数50.0%，过半数要1,001票" in said(content, "constituencies", COUNTY)


# ---- Ties ----


def test_a_tie_is_not_called_filled(folder: Write) -> None:
    content = made(folder, vote=vote("甲 450 yes", "乙 450", participants="800", returned="800"))
    page = said(content, "constituencies", COUNTY)
    assert "选满" not in page
    assert "当选1名，票数相等，没有再次投票日期的记录" in page
    assert "甲、乙票数相等，依法再次投票" in notice(content, "result")


EQUAL = vote(
    "乙 400", "丙 400", seats="1", day="2016-07-05", participants="800", returned="800", result_list="2016-07-06"
)


def test_what_follows_votes_that_are_equal_once_more_is_not_called_law(folder: Write) -> None:
    first = vote("甲 500 yes", "乙 450", "丙 450", participants="890", returned="890")
    content = made(folder, **{**TWO, "vote": first, "reruns": f"[{EQUAL}]"})
    page = said(content, "constituencies", COUNTY)
    assert "当选1名，还缺1名，票数还是相等。" in page
    assert "这以后怎么办，法律没有写明" in page
    assert page.count("票数相等，再次投票") == len("乙丙")  # in the first vote alone
    assert "乙、丙票数相等，依法再次投票" in notice(content, "result")
    assert notice(content, "rerun-1").startswith("示例区人大代表第1选区再次投票公告本选区第一次投票后还缺代表1名，依法")
    assert "乙、丙票数相等，定不下谁当选。" in notice(content, "rerun-1-result")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (vote("乙 200", "丙 100", seats="1", day="2016-07-05", participants="800", returned="800"), "另行选举"),
        (EQUAL, "再次投票"),
    ],
)
def test_a_third_vote_follows_from_the_one_before_and_not_from_the_first(
    folder: Write, second: str, expected: str
) -> None:
    third = vote(seats="1", day="2016-07-12", candidates="[乙, 丙]")
    lines = {**TWO, "seats": "3", "candidates": "[甲, 乙, 丙, 丁]"}
    first = vote("甲 500 yes", "丁 450 yes", "乙 300", "丙 200", participants="800", returned="800")
    content = made(folder, **{**lines, "vote": first, "reruns": f"[{second}, {third}]"})
    why = f"本选区上一次投票后还缺代表1名，再投一次票（{expected}）。候选人"
    assert why in notice(content, "rerun-2")


def test_figures_of_a_vote_are_a_record_although_nobody_knows_who_was_elected(folder: Write) -> None:
    content = made(folder, vote=vote(participants="800", returned="800"))
    assert said(content, "constituencies", COUNTY).startswith("示例town县级第1选区有投票的记录，没有谁当选的记录。")


# ---- A third ----

SHORT = {**TWO, "vote": vote("甲 500 yes", "乙 300", "丙 200", participants="800", returned="800")}


@pytest.mark.parametrize(
    ("valid", "votes", "expected", "not_told"),
    [
        (
            "2397",
            "799",
            "按收回的选票2,400张算，至少要得800票，没有人够；按有效票2,397张算，至少要得799票，乙够",
            "但按收回",
        ),
        ("2400", "799", "但按收回的选票算，至少要得800票", "没有写明"),
        ("2397", "800", "但按收回的选票算，至少要得800票", "没有写明"),
    ],
)
def test_both_readings_of_a_third_are_told_where_they_differ(
    folder: Write, valid: str, votes: str, expected: str, not_told: str
) -> None:
    rerun = vote(f"乙 {votes} yes", "丙 700", seats="1", day="2016-07-05", returned="2400", valid=valid)
    page = said(made(folder, **{**SHORT, "reruns": f"[{rerun}]"}), "constituencies", COUNTY)
    assert expected in page
    assert not_told not in page


# ---- Recalls and by-elections ----

BY_ELECTION = vote(
    "丁 400 yes", seats="1", day="2018-06-01", announced="2018-05-20", reason="罢免出缺", candidates="[丁]",
    participants="700", returned="700", result_list="2018-06-02",
)  # fmt: skip
FULL = {**TWO, "vote": vote("甲 500 yes", "乙 450 yes", "丙 200", participants="800", returned="800")}


def recall(votes: str, marked: str, voters: str = "1000") -> str:
    return f"[{{name: 甲, day: 2018-03-01, signatories: 60, voters: {voters}, votes: {votes}, recalled: {marked}}}]"


@pytest.mark.parametrize(
    ("votes", "marked", "voters", "expected"),
    [
        ("501", "yes", "1000", "罢免通过：要有原选区过半数的选民同意，1,000名至少要501票（"),
        ("500", "no", "1000", "没有罢免：要有原选区过半数的选民同意"),
        (
            "501",
            "no",
            "1000",
            "过半数要501票，同意的有501票（选举法（2015年）第五十二条第一款），过半数；记录里没有写罢免通过",
        ),
        ("500", "yes", "1000", "记录写着罢免通过；原选区选民1,000名，过半数要501票，同意的有500票"),
        ("501", "no", "unknown", "现有的数不够判断"),
    ],
)
def test_a_recall_is_told_by_its_sum_and_its_mark(
    folder: Write, votes: str, marked: str, voters: str, expected: str
) -> None:
    page = said(made(folder, **{**FULL, "recalls": recall(votes, marked, voters)}), "constituencies", COUNTY)
    assert expected in page
    assert not (marked == "no" and "罢免通过：" in page)
    assert not (votes == "501" and "没有罢免" in page)


def test_the_deputies_are_those_of_today_and_what_followed_stands_by_its_day(folder: Write) -> None:
    content = made(folder, **{**FULL, "recalls": recall("501", "yes"), "by_elections": f"[{BY_ELECTION}]"})
    page = rendered("constituencies", content, TODAY)[COUNTY]
    assert "现在的代表乙、丁" in text(page)
    headings = [heading for heading in texts(page, ".//h2") if "罢免" in heading or "补选" in heading]
    assert headings == ["罢免甲：2018年3月1日", "补选：2018年6月1日"]
    assert "当选2名，选满；后来罢免1名，补选1名" in text(page)
    before = said(content, "constituencies", COUNTY, date(2018, 2, 1))
    assert "当选的人甲、乙" in before


def test_a_by_election_has_notices_of_its_own_by_who_holds_it(folder: Write) -> None:
    content = made(folder, GANSU, **{**FULL, "by_elections": f"[{BY_ELECTION}]"})
    called, counted = notice(content, "by-election-1"), notice(content, "by-election-1-result")
    assert "原因：罢免出缺。依法由原选区补选代表1名" in called
    assert "投票日期：2018年6月1日。" in called
    assert called.endswith("示例区人民代表大会常务委员会2018年5月20日")
    assert "当选代表1名：丁。" in counted


def test_who_left_before_a_by_election_is_not_guessed(folder: Write) -> None:
    page = said(made(folder, **{**FULL, "by_elections": f"[{BY_ELECTION}]"}), "constituencies", COUNTY)
    assert "现在的代表甲、乙、丁其中1名已经出缺，记录里没有写是谁" in page


# ---- Unknown is not nought; a document of a day ----


def test_a_result_without_names_is_not_nought(folder: Write) -> None:
    content = made(folder, vote=vote("甲 unknown", "乙 unknown", participants="800"))
    assert "有投票的记录，没有谁当选的记录" in said(content, "constituencies", COUNTY)
    assert "当选代表没有全部记录" in said(content, "results", "results/")
    assert notice(content, "result").count("当选") == 0


def test_ballots_that_do_not_add_up_are_told_beside_the_figures(folder: Write) -> None:
    figures = {"participants": "600", "returned": "598", "valid": "590", "invalid": "5"}
    page = said(made(folder, vote=vote("甲 400 yes", "乙 100", **figures)), "constituencies", COUNTY)
    assert "有效票和无效票相加是595张，和收回的选票相差3张，没有说明。" in page


def test_the_list_of_candidates_made_anew_is_that_of_its_day(folder: Write) -> None:
    withdrew = "{name: 丁, withdrew: {day: %s, reason: 本人不接受推荐}}"
    lines = {**TWO, "candidates": f"[甲, 乙, 丙, {withdrew % '2016-06-22'}]", "candidates_list": "2016-06-20"}
    content = made(folder, **lines)
    reported = notice(content, "candidates", date(2016, 6, 27))
    assert "共4名" in reported
    assert "名单公布以后的变化：丁于2016年6月22日不再参选。" in reported
    assert "共4名" in notice(content, "candidates", date(2016, 6, 21))


def test_voting_on_several_days_is_told_with_its_last(folder: Write) -> None:
    content = made(folder, election(more="polling_until: 2016-06-30\n"), result_list="2016-07-02")
    assert "投票已经在2016年6月28日至6月30日举行" in said(content, "home", "", date(2016, 7, 5))


def test_voting_on_several_days_forbids_introductions_on_all_of_them(folder: Write) -> None:
    content = made(folder, election(more="polling_until: 2016-06-30\n"), result_list="2016-07-02")
    page = said(content, "deadlines", "law/deadlines/")
    assert "2016年6月28日至2016年6月30日不得：介绍候选人" in page


def test_a_result_published_for_one_constituency_is_not_called_joint(folder: Write) -> None:
    lines = {"vote": "", "result_list": "", "candidates": "[甲, 乙]"}
    one = constituency(**{**LAWFUL, **lines})
    joint = "[{constituencies: [town/county-1], published: 2016-06-30, participants: 800, elected: 1}]"
    content = folder(town(one, joint_results=joint))
    page = said(content, "constituencies", COUNTY)
    assert "结果公布（" in page
    assert "合在一起" not in page


def test_voters_are_told_where_nobody_counted_who_took_part(folder: Write) -> None:
    content = made(folder, voters="940", vote=vote("甲 500 yes", "乙 100"))
    assert "共1个940没有记录" in said(content, "results", "results/")  # who took part is not recorded
