"""The shapes of real votes can be written without tricks: two days, postponed, tied, held again, together."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import Write
from tests.support.pages import links, text, texts
from tests.support.shapes import COUNTY, page, rows, says
from tests.support.towns import constituency, election, town
from tests.support.votes import FIGURES, KEPT, vote

RESULT = {"result_list": "2016-06-30"}
TWO_SEATS = {**KEPT, **RESULT, "seats": "2", "candidates": "[甲, 乙, 丙]"}
LAST = "polling_until: 2016-06-29\n"
COUNTED = {"participants": "800", "issued": "800", "returned": "800", "valid": "790", "invalid": "10"}
TALLIES = "{name: 甲, votes: 500, elected: yes}, {name: 乙, votes: 200}"


def state(shown: Element) -> str:
    """What the page says first: how far the constituency has come."""
    return texts(shown, "./p[@class='hj-state']")[0]


# ---- Days ----


@pytest.mark.parametrize("own", [True, False])
def test_voting_on_two_days(folder: Write, *, own: bool) -> None:
    days = {"polling_day": "2016-06-28", "polling_until": "2016-06-29"} if own else {}
    result = {**KEPT, "result_list": "2016-07-01"}
    content = folder(town(constituency(**result, **days)) | (election() if own else election(more=LAST)))
    shown = page(content)
    assert says(shown, "哪天投票") == ["2016年6月28日", "2016年6月29日"]
    assert state(shown) == "当选1名，选满。"
    posted = page(content, f"{COUNTY}notices/", "sheets", date(2016, 6, 25))
    assert "投票日期：2016年6月28日至6月29日。" in texts(posted, ".//section/p")
    assert "结束" not in state(page(content, today=date(2016, 6, 29)))  # people vote today
    assert "已经结束" in state(page(content, today=date(2016, 6, 30)))


@pytest.mark.parametrize("until", ["", ", until: unknown"])
def test_a_postponed_constituency_with_no_day_yet(folder: Write, until: str) -> None:
    postponed = f"{{decided_on: 2016-06-25, by: 区选举委员会, reason: 桥断了{until}}}"
    content = folder(town(constituency(seats="1", voters="1000", candidates="[甲, 乙]", postponed=postponed)))
    assert says(page(content, today=date(2016, 6, 24)), "哪天投票") == ["2016年6月28日"]
    shown = page(content)
    assert (state(shown), says(shown, "哪天投票")) == ("投票推迟，日期还没有定。", ["还没有定"])
    assert "2016年6月1日" in "".join(rows(shown, "step-1")[0])  # its lists were published all the same


def test_a_postponed_constituency_votes_on_its_new_day(folder: Write) -> None:
    postponed = "{decided_on: 2016-06-25, by: 区选举委员会, reason: 桥断了, until: 2016-07-20}"
    lines = constituency(seats="1", candidates="[甲, 乙]", postponed=postponed)
    shown = page(folder(town(lines) | election(more=LAST)))
    assert (state(shown), says(shown, "哪天投票")) == ("投票推迟到2016年7月20日。", ["2016年7月20日"])
    assert {one.get("data-hj-quiet") for one in shown.iter()} == {None, "2016-07-20"}


# ---- Candidates ----


def test_a_candidate_who_withdrew(folder: Write) -> None:
    withdrew = "{name: 丁, withdrew: {day: 2016-06-22, reason: 本人不接受推荐}}"
    content = folder(town(constituency(seats="2", candidates=f"[甲, 乙, 丙, {withdrew}]")))
    assert "不再参选" not in text(page(content, today=date(2016, 6, 21)))
    shown = page(content, today=date(2016, 6, 22))
    assert texts(shown, ".//li[@id='candidate-4']") == ["丁不再参选2016年6月22日：本人不接受推荐"]


def test_a_preliminary_election(folder: Write) -> None:
    primary = (
        "{day: 2016-06-15, participants: {value: 1000, about: 近千人}, tallies: "
        "[{name: 乙, votes: 300}, {name: 甲, votes: 290}, {name: 丙, votes: unreadable}]}"
    )
    joined = "[{by: 选民联名, voters: {value: 100, about: 近百人}, names: 丙}]"
    nominees = {"nominees": "[甲, 乙, 丙]", "nominations": joined}
    content = folder(town(constituency(seats="1", candidates="[乙, 甲]", primary=primary, **nominees)))
    assert "300" not in text(page(content, today=date(2016, 6, 15)))
    shown = page(content, today=date(2016, 6, 25))
    assert texts(shown, "./ul/li") == ["乙：300票", "甲：290票", "丙：原稿无法辨认"]
    assert any(said.startswith("2016年6月15日进行预选，参加的选民近千人") for said in texts(shown, "./p"))
    assert "近百人）推荐：丙" in texts(shown, "./details/ul/li")[0]


# ---- What came out ----


def test_a_result_for_three_constituencies_together(folder: Write) -> None:
    several = [constituency(number, seats="1", voters="1000", covers=f"[村{number}]") for number in (1, 2)]
    third = town(constituency(3, seats="1", voters="1000", covers="[村3]"), name="north")
    together = "[town/county-1, town/county-2, north/county-3]"
    said = f"[{{constituencies: {together}, published: 2016-06-30, participants: 2400, elected: 3}}]"
    content = folder(town(*several, joint_results=said) | third)
    for address in (COUNTY, "areas/north/county-3/"):
        shown = page(content, address)
        assert "参加投票2,400名，当选3名" in "".join(texts(shown, "./p"))
        assert {"../../../areas/town/county-1/", "../../../areas/north/county-3/"} <= {to for to, _ in links(shown)}
        assert "还没有结果" in "".join(texts(page(content, address, today=date(2016, 6, 29)), "./p"))
    for address in ("results/town/", "results/north/"):
        assert "参加投票2,400名，当选3名" in "".join(texts(page(content, address, "results"), "./p"))


def test_a_result_for_three_constituencies_of_which_not_everything_is_known(folder: Write) -> None:
    several = [constituency(number, seats="1") for number in (1, 2, 3)]
    together = "[town/county-1, town/county-2, town/county-3]"
    said = f"[{{constituencies: {together}, participants: {{value: 2400, about: 两千多人}}, elected: unknown}}]"
    content = folder(town(*several, joint_results=said))
    told = texts(page(content, "results/town/", "results"), "./p")
    assert "参加投票两千多人，当选不详" in "".join(told)
    assert "应选3名，当选没有全部记录" in told[0]


def test_seats_left_open(folder: Write) -> None:
    open_seat = {**TWO_SEATS, "vote": vote("甲 500 yes", "乙 300", "丙 200", **COUNTED)}
    rerun = "[{day: 2016-07-20, seats: 1, candidates: [乙, 丙]}]"
    assert state(page(folder(town(constituency(**open_seat, reruns=rerun))))) == (
        "当选1名，还缺1名，2016年7月20日另行选举。"
    )


def test_a_tie_with_its_second_vote(folder: Write) -> None:
    tie = {**TWO_SEATS, "vote": vote("甲 500 yes", "乙 450", "丙 450", **COUNTED)}
    second = "[{day: 2016-07-02, seats: 1, result_list: 2016-07-03, tallies: [{name: 乙, votes: 400, elected: yes}]}]"
    content = folder(town(constituency(**tie, reruns=second)))
    between = page(content, today=date(2016, 7, 1))
    assert state(between) == "当选1名，还缺1名，2016年7月2日再次投票。"
    assert [row[2] for row in rows(between, "result-person")] == ["当选", "票数相等，再次投票", "票数相等，再次投票"]
    shown = page(content)
    assert (state(shown), rows(shown, "rerun-1")[0][::2]) == ("当选2名，选满。", ["乙", "当选"])


# ---- What followed ----

BY_ELECTION = (
    "[{announced: 2016-09-01, day: 2016-09-20, seats: 1, candidates: [丙, 丁], reason: 原代表调离本区, "
    "result_list: 2016-09-21, tallies: [{name: 丙, votes: 400, elected: yes}, {name: 戊, votes: 1}]}]"
)


def test_a_by_election(folder: Write) -> None:
    files = town(constituency(**KEPT, **RESULT, by_elections=BY_ELECTION))
    content = folder(files | election(", review: {day: 2016-07-08, by: 区人大常委会}"))
    ahead = page(content, today=date(2016, 9, 1))
    assert texts(ahead, ".//h2[@id='by-election-1']") == ["补选：2016年9月20日"]
    assert rows(ahead, "by-election-1") == []
    shown = page(content, today=date(2016, 9, 21))
    assert [row[::2] for row in rows(shown, "by-election-1")] == [["丙", "当选"], ["戊（另选）", "没有当选"]]
    said = texts(shown, "./p")
    confirmed = [place for place, one in enumerate(said) if "2016年7月8日，区人大常委会确认" in one]
    assert len(confirmed) == 1  # the review of July says nothing of who was elected in September
    assert "当选还不是最后确认" in "".join(said[confirmed[0] + 1 :])


@pytest.mark.parametrize(("votes", "recalled", "said"), [(600, "yes", "罢免通过"), (400, "no", "没有罢免")])
def test_a_recall(folder: Write, votes: int, recalled: str, said: str) -> None:
    figures = f"voters: 1000, signatories: 60, votes: {votes}, recalled: {recalled}"
    recall = f"[{{name: 甲, day: 2016-09-20, {figures}}}]"
    shown = page(folder(town(constituency(**KEPT, **RESULT, recalls=recall))), today=date(2016, 9, 22))
    assert texts(shown, ".//h2[@id='recall-1']") == ["罢免甲：2016年9月20日"]
    labels = ("联名要求罢免", "原选区选民", "同意罢免")
    assert [says(shown, label) for label in labels] == [["60名"], ["1,000名"], [f"{votes}票"]]
    assert any(one.startswith(said) for one in texts(shown, "./p"))


def test_a_result_without_recorded_candidates_calls_nobody_written_in(folder: Write) -> None:
    result = {"seats": "1", "voters": "1000", "vote": f"{{{FIGURES}, tallies: [{TALLIES}]}}", "note": "报道没有写。"}
    assert [row[0] for row in rows(page(folder(town(constituency(**result)))), "result-person")] == ["甲", "乙"]
