"""The pages of the law: no rule without its article, no article without its meaning, citations that lead there."""

import re
from pathlib import Path

import pytest

from tests.conftest import Project, article, elements

pytestmark = pytest.mark.build
MEETING = "2016-10-21.yml"


def cite(project: Project, text: str, polling_day: str) -> None:
    """Put a citation into a meeting, of an election on another day."""
    election = project.content / "election.yml"
    election.write_text(election.read_text("utf-8").replace("2016-06-28", polling_day), "utf-8")
    meeting = project.content / "meetings" / MEETING
    summary = re.sub(r"^summary: .*$", f"summary: {text}", meeting.read_text("utf-8"), flags=re.MULTILINE)
    meeting.write_text(summary, "utf-8")


def test_no_rule_stands_without_its_article(built: Path) -> None:
    pages = [*built.glob("law/rules/*/index.html")]
    assert len(pages) == 141
    for page in pages:
        text = article(page)
        assert re.search(r"第[一二三四五六七八九十百]+[条项]", text), page
        assert re.search(r"根据：.+第.+[条项]|这里没有收录|没有这一条规则", text), page


def test_a_rule_shows_an_example_and_how_this_election_was_checked(built: Path) -> None:
    quorum = article(built / "law" / "rules" / "turnout-quorum" / "index.html")
    assert "501人参加投票，有效" in quorum
    assert "这次选举还没有选区的记录，没有核对。" in quorum
    dated = article(built / "law" / "rules" / "voter-list-published" / "index.html")
    assert "假如选举日2026年11月18日减20天=2026年10月29日。" in dated


def test_a_rule_leads_to_the_questions_that_rest_on_it(built: Path) -> None:
    page = built / "law" / "rules" / "voter-list-published" / "index.html"
    links = [element.get("href", "") for element in elements(page) if element.tag == "a"]
    asked = [link for link in links if "questions/" in link and not link.endswith("../questions/")]
    assert 1 <= len(asked) <= 8
    for link in asked:
        answer = (page.parent / link / "index.html").resolve()
        assert 'law/rules/voter-list-published/"' in answer.read_text("utf-8"), link


def test_no_article_page_stands_without_what_it_says(built: Path) -> None:
    pages = [*built.glob("law/electoral-law/*/*/index.html")]
    assert len(pages) == 60
    for page in pages:
        (lead,) = (element for element in elements(page) if element.get("class") == "hj-lead")
        assert len("".join(lead.itertext())) > 8, page


def test_old_and_new_numbers_lead_to_one_page(built: Path) -> None:
    page = article(built / "law" / "electoral-law" / "2020" / "28" / "index.html")
    assert page.startswith("选举法第二十七条公布选民名单")
    assert (
        "2015年版2015年8月29日起施行，到2020年10月17日：第二十七条（这次选举适用）2020年版2020年10月18日起施行：第二十八条"
        in page
    )


def test_a_citation_becomes_a_link_to_the_article_as_of_the_election(project: Project) -> None:
    cite(project, "按照《选举法》第28条公布选民名单。", "2021-11-10")
    assert project.build().returncode == 0
    page = project.site / "meetings" / "2016-10-21" / "index.html"
    (link,) = (element for element in elements(page) if element.text == "《选举法》第28条")
    assert link.get("href") == "../../law/electoral-law/2020/28/"
    assert (link.get("title") or "").startswith("选民名单应当在选举日的 20 日以前公布")
    touched = article(project.site / "law" / "electoral-law" / "2020" / "28" / "index.html")
    assert "这次选举的记录里提到这一条的秦州区第八届人民代表大会第一次会议预备会议" in touched


def test_an_article_that_the_law_of_the_day_lacks_stops_the_build(project: Project) -> None:
    cite(project, "按照选举法第六十条办理。", "2016-06-28")
    stopped = project.build()
    assert stopped.returncode == 1
    assert "错误 L207 “选举法第六十条”不存在：选举法（2015 年）共 59 条" in stopped.stderr


@pytest.mark.parametrize(
    ("polling_day", "day", "number"),
    [("2016-06-28", "2016年6月8日", "二十七"), ("2021-11-10", "2021年10月21日", "二十八")],
)
def test_the_deadlines_follow_the_polling_day_and_its_version(
    project: Project, polling_day: str, day: str, number: str
) -> None:
    cite(project, "没有引用。", polling_day)
    assert project.build().returncode == 0
    page = article(project.site / "law" / "deadlines" / "index.html")
    assert f"= {day}".replace(" ", "") in page
    assert f"年）第{number}条" in page
    assert "节假日的，选举法没有规定可以顺延" in page


def test_a_polling_day_after_the_pack_was_checked_is_told_to_readers(project: Project) -> None:
    cite(project, "没有引用。", "2027-03-01")
    finished = project.build()
    assert "提示 L204" in finished.stderr
    assert "请留意法律有没有新的修改" in article(project.site / "law" / "index.html")


def test_disputed_polling_days_are_told_above_the_deadlines(project: Project, built: Path) -> None:
    reported = "各来源的选举日不一致，这里按最早的一天推算。"
    assert reported not in article(built / "law" / "deadlines" / "index.html")
    election = project.content / "election.yml"
    both = "polling_day: [2016-06-28, {value: 2016-06-30, source: report-2016-10-21}]\n"
    election.write_text(election.read_text("utf-8").replace("polling_day: 2016-06-28\n", both), "utf-8")
    assert project.build().returncode == 0
    page = article(project.site / "law" / "deadlines" / "index.html")
    assert reported in page
    assert "选举日2016年6月28日减20天=2016年6月8日" in page
