"""The congress system as a picture and a table that say the same, and what one vote decides."""

import pytest

from huanjie.pages.congress.congress import ARROWS, LEVELS, VOTERS
from tests.conftest import FIXTURES, Write
from tests.support.pages import links, rendered, text, texts


def test_the_picture_and_the_table_say_who_elects_whom() -> None:
    page = rendered("congress", FIXTURES / "smallest")["congress/"]
    picture = next((element for element in page.iter() if str(element.tag).endswith("svg")), None)
    assert picture is not None
    said = text(picture)
    rows = texts(page, "./table/tbody/tr")
    assert [row[:4] for row in rows] == ["全国人大", "省级人大", "市级人大", "县级人大", "乡级人大"]
    assert [row[-4:] for row in rows] == ["间接选举"] * 3 + ["直接选举"] * 2
    assert [name in said for name in ("全国人大", "省级人大", "市级人大", "县级人大", "乡级人大", "选民")] == [True] * 6
    assert picture.get("aria-labelledby") == "congress-title congress-text"


def test_arrows_lead_from_those_who_elect_to_the_congress_that_they_elect() -> None:
    direct = [arrow for arrow in ARROWS if arrow.direct]
    assert [(arrow.below, arrow.above) for arrow in direct] == [(VOTERS, LEVELS[4].foot), (VOTERS, LEVELS[3].foot)]
    indirect = [arrow for arrow in ARROWS if not arrow.direct]
    assert [arrow.below for arrow in indirect] == [level.y for level in LEVELS[1:4]]


def test_no_arrow_crosses_the_box_of_a_township() -> None:
    township = LEVELS[-1]
    through = [arrow for arrow in ARROWS if arrow.above < township.y < arrow.below]
    assert all(arrow.x > township.width for arrow in through)


@pytest.mark.parametrize(
    ("polling_day", "article"),
    [("2016-06-28", "选举法（2015年）第二条第二款"), ("2026-11-18", "选举法（2020年）第三条第二款")],
)
def test_its_articles_are_those_of_the_law_in_force(folder: Write, polling_day: str, article: str) -> None:
    election = (FIXTURES / "smallest" / "election.yml").read_text("utf-8").replace("2016-06-28", polling_day)
    page = rendered("congress", folder({"election.yml": election}))["congress/"]
    assert article in [said for _, said in links(page, "./ul/li/a")]


def test_what_one_vote_decides_is_reckoned_by_the_law() -> None:
    page = rendered("why", FIXTURES / "smallest")["why/"]
    assert texts(page, "./ol/li") == [
        "先算来了多少人：至少要501人参加投票，选举才有效；来500人，正好一半，不够，这个选区的选举就无效。",
        "再算得了多少票：有600人参加投票的话，候选人至少要得301票，才能当选；得300票，正好一半，不够。",
    ]


@pytest.mark.parametrize(("ended", "expected"), [("", "一步一步：我要投票"), ("ended: yes\n", "这次选举的经过")])
def test_after_the_election_it_leads_to_what_came_of_it(folder: Write, ended: str, expected: str) -> None:
    typed = (FIXTURES / "smallest" / "election.yml").read_text("utf-8").replace("ended: yes\n", "")
    page = rendered("why", folder({"election.yml": typed + ended}))["why/"]
    assert texts(page, "./ul/li/a")[0] == expected


def test_the_theme_of_importance_is_named_where_the_plan_has_it(folder: Write) -> None:
    themes = "- {id: importance, title: 换届的意义, question: 为什么？, summary: 为什么要换届。}\n"
    typed = (FIXTURES / "smallest" / "themes.yml").read_text("utf-8") + themes
    page = rendered("why", folder({"themes.yml": typed}))["why/"]
    assert ("../themes/importance/", "记录里怎么说：换届的意义") in links(page)


def test_a_theme_lists_what_the_pack_says_on_it_and_the_office_does_not(folder: Write) -> None:
    themes = "- {id: importance, title: 换届的意义, question: 为什么？, summary: 为什么要换届。}\n"
    own = "title: 一票有什么用？\ntopic: 为什么要换届\nshort: 有\nreplaces: does-my-vote-count\nrules: turnout-quorum\n"
    typed = (FIXTURES / "smallest" / "themes.yml").read_text("utf-8") + themes
    content = folder({"themes.yml": typed, "questions/own.yml": own})
    page = rendered("themes", content)["themes/importance/"]
    listed = [address for address, _ in links(page, "./ul/li/a")]
    assert "../../questions/why-elect-again/" in listed
    assert "../../questions/does-my-vote-count/" not in listed
    assert len([address for address in listed if "questions/" in str(address)]) <= 12
