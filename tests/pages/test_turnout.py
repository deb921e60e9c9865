"""Pages on what announcements say of a vote: the turnout, polling stations, numbers without names, stated totals."""

from datetime import date

import pytest

from huanjie.model.areas import Area
from huanjie.model.election import Election
from huanjie.pages.results.counting import Counted
from tests.conftest import Write
from tests.support.pages import edition, made, rendered, text
from tests.support.sums import elected
from tests.support.towns import town
from tests.support.votes import polled, vote, voted

SHARE = "公布的参选率是"
OF = " ÷ 登记选民 3,565 名"


def counted(folder: Write, **figures: str) -> Counted:
    """The first vote as the page of its constituency has it."""
    (page, *_) = made("constituencies", edition(folder(polled(voters="3565", vote=vote("甲 2500 yes", **figures)))))
    reported = page.context["vote"]
    assert isinstance(reported, Counted)
    return reported


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"turnout": "97.90%", "participants": "3490"}, f"97.90%；参加投票 3,490 名{OF} ≈ 97.8962%，四舍五入"),
        ({"turnout": "97.89%", "participants": "3490"}, f"97.89%；参加投票 3,490 名{OF} ≈ 97.8962%，后面的小数去掉"),
        ({"turnout": "100%", "participants": "3565"}, f"100%；参加投票 3,565 名{OF} = 100%，正好一样"),
        ({"turnout": "96%", "participants": "3490"}, f"96%；参加投票 3,490 名{OF} ≈ 97.89%，和公布的不一样，没有说明"),
        ({"turnout": "97.9%", "returned": "3490"}, f"97.9%；收回选票 3,490 张{OF} ≈ 97.896%，四舍五入"),
        ({"turnout": "98.02%"}, "98.02%；登记选民 3,565 名，没有哪个人数算出来正好是这么多，没有说明"),
    ],
)
def test_the_stated_turnout_stands_beside_the_computed_one(folder: Write, figures: dict[str, str], said: str) -> None:
    reported = counted(folder, **figures)
    assert ("公布的参选率", said.partition("；")[0]) in reported.figures
    assert [sentence.startswith(f"{SHARE} {said}") for sentence in reported.sentences if SHARE in sentence] == [True]


@pytest.mark.parametrize(
    ("turnout", "said"),
    [
        ("98%", "是 3,476 至 3,529 名：过半数，选举有效（选举法（2015 年）第四十四条第一款）。"),
        ("50%", "是 1,765 至 1,818 名。"),
        ("45%", "是 1,587 至 1,639 名：没有过半数，选举无效（选举法（2015 年）第四十四条第一款）。"),
    ],
)
def test_a_turnout_says_how_many_took_part_where_nobody_counted_them(folder: Write, turnout: str, said: str) -> None:
    sentences = counted(folder, turnout=turnout).sentences
    assert f"参加投票的人数没有记录，按公布的参选率（四舍五入或者去尾）和登记选民 3,565 名推算，{said}" in sentences


def test_figures_and_stations_of_a_vote_are_told(folder: Write) -> None:
    stations = (
        "[{name: 机关投票站, voters: 861, in_person: 568, by_proxy: 293}, {name: 社区投票站, participants: 2629}]"
    )
    reported = counted(folder, in_person="2900", by_proxy="590", stations=stations)
    assert reported.figures[:3] == (
        ("参加投票的选民", "2,900 + 590 = 3,490 名"),
        ("自己来投票", "2,900 名"),
        ("委托别人投票", "590 名"),
    )
    assert reported.stations
    assert reported.stations.columns == ("选民", "参加投票", "自己来投票", "委托别人投票")
    assert [row.cells for row in reported.stations.rows] == [
        ("861 名", "861 名", "568 名", "293 名"),
        ("没有记录", "2,629 名", "没有记录", "没有记录"),
    ]


def test_numbers_without_names_are_told_as_such(folder: Write) -> None:
    lines = {"candidates": "", "candidate_count": "2", "nominee_count": "2", "vote": vote(elected_count="1")}
    page = text(rendered("constituencies", folder(polled(**lines)))["areas/town/county-1/"])
    for said in (
        "当选1名，没有公布姓名",
        "正式候选人2名，没有公布姓名",
        "初步候选人2名，没有公布姓名",
        "当选1名，选满",
    ):
        assert said in page


def results(folder: Write, *totals: str, **lines: str) -> dict[str, str]:
    """The text of the pages of results of a county with these totals, and of a town without constituencies."""
    given = elected("9", *totals)
    return {address: text(page) for address, page in rendered("results", folder({**given, **town(**lines)})).items()}


def test_totals_stand_for_results_of_which_no_constituency_is_known(folder: Write) -> None:
    area = "[{of: 参加投票选民, level: 县级, value: 900, turnout: 90%}]"
    reported = results(
        folder,
        "of: 登记选民, value: 1000",
        "of: 参加投票选民, level: 县级, value: 900, turnout: 90%, published: 2016-07-01",
        "of: 当选代表, level: 县级, value: 8",
        voters="1000",
        totals=area,
    )
    whole, own = reported["results/"], reported["results/town/"]
    for said in ("900名", "公布的参选率90%", "900名÷登记选民1,000名=90%，正好一样", "8名", "来源：报道"):
        assert said in whole
    assert "公布的是900名" in whole
    assert "没有分选区公布的总数" in own


def test_there_is_no_page_of_results_before_one_is_known(folder: Write) -> None:
    assert results(folder, "of: 登记选民, value: 1000") == {}


@pytest.mark.parametrize(
    ("today", "known"), [(date(2016, 6, 28), []), (date(2016, 6, 29), ["of"]), (date(2016, 7, 2), ["of", "published"])]
)
def test_totals_of_the_result_are_known_when_they_are_published(folder: Write, today: date, known: list[str]) -> None:
    without = "of: 参加投票选民, level: 县级, value: 900"
    dated = "of: 收回选票, level: 县级, value: 900, published: 2016-07-02"
    own = f"[{{{without}}}, {{{dated}}}]"
    page = edition(folder({**elected("9", without, dated), **town(totals=own)}), today)
    names = {"参加投票选民": "of", "收回选票": "published"}
    for totals in (page.records.one(Election).totals, page.records.of(Area)[0].totals):
        assert [names[str(total.of)] for total in totals] == known
    assert bool([*made("results", page)]) is bool(known)


@pytest.mark.parametrize(("today", "expected"), [(date(2016, 6, 19), False), (date(2016, 6, 20), True)])
def test_the_number_of_candidates_is_known_with_their_list(folder: Write, today: date, expected: object) -> None:
    shown = edition(folder(polled(candidates="", candidate_count="2", vote="")), today)
    (page, *_) = made("constituencies", shown)
    assert bool(page.context["candidate_count"]) is expected


def test_reserved_seats_are_told_beside_all_seats(folder: Write) -> None:
    lines = {"seats": "3", "reserved_seats": "1"}
    area = town(voted(1, "乡级", seats="2", candidates="", vote=""), **lines)
    assert "代表名额3名，其中预留1名" in text(rendered("areas", folder(area))["areas/town/"])
