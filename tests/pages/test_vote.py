"""I want to vote: the guide, the situations, sample ballots, the remedy slip; and the arithmetic behind them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.law import Statute
from huanjie.law.birthdays import birthdays
from huanjie.law.guidance import BY_ELECTION, Group, Guide, Passage, Situation, Step, groups, steps
from huanjie.law.pack import legal_rules
from huanjie.law.references import references, resolve
from huanjie.law.remedies import answer_may_come_late, remedies
from huanjie.model.leaves import leaves
from huanjie.yaml_text import Text
from tests.conftest import ROOT, Write
from tests.support.example import CONTENT, pages_of, shown
from tests.support.pages import BODIES, links, rendered, texts

LAWS = [Statute(date(2016, 6, 28)), Statute(date(2016, 12, 1), "gansu"), Statute(date(2026, 11, 18), "gansu")]
LAWS += [Statute(date(2021, 5, 1)), replace(LAWS[0], province="gansu")]
LAWS += [Statute(date(2026, 11, 20), province, by_election=True) for province in ("", "gansu")]
DAYS = dict.fromkeys(("polling", "born-by", "born-after", "leap", "other"), "那天")
TOLD: tuple[Step | Group, ...] = (*steps(), *groups())


def situations() -> Iterator[Situation]:
    return (situation for group in groups() for situation in group.situations)


def passages(one: object) -> Iterator[Passage]:
    """Every passage in a step or group, however deep."""
    for value in dict(one).values() if isinstance(one, Step | Group | Situation) else ():
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Passage):
                yield inner
            yield from passages(inner)


# ---- The texts ----


@pytest.mark.parametrize("one", TOLD, ids=lambda one: str(one.id))
def test_no_number_of_the_law_is_typed_into_the_guide(one: Step | Group) -> None:
    typed = re.compile(
        r"[0-9]|(?<!第)[二三四五六七八九十百千两][天日年人名岁条款票周倍成]|第[一二三四五六七八九十]+[条款]"
    )
    said = [re.sub(r"\{[^}]*\}", "", str(text)) for text in leaves(one, Text) if not text.isascii()]
    assert said
    assert [text for text in said if typed.search(text.replace("二月二十九日", ""))] == []


@pytest.mark.parametrize("statute", LAWS, ids=lambda law: f"{law.day} {law.province} {law.by_election}")
def test_every_number_and_day_that_the_guide_names_is_known_where_it_is_said(statute: Statute) -> None:
    for days in (DAYS, {}):
        guide = Guide(statute, days)
        reported = [text for step in steps() for text in guide.paragraphs((*step.says, *step.wrong))]
        reported += [text for group in groups() for text in guide.paragraphs(group.says)]
        for situation in situations():
            if guide.applies(situation.when):
                reported += [
                    guide.filled(situation.title),
                    *guide.paragraphs((*situation.short, *situation.says, *situation.todo)),
                ]
        assert len(reported) > 150
        assert [found.typed for text in reported for found in references(text) if not resolve(statute, found)] == []


def test_every_rule_that_the_guide_rests_on_is_in_the_pack_and_each_text_rests_on_one_in_force() -> None:
    several: list[Step | Situation] = [*steps(), *situations()]
    named = {str(rule) for one in several for rule in (*one.rules, *one.dates)}
    named |= {str(rule) for step in steps() for rule in step.of_by_election}
    conditions = {
        str(name) for passage_owner in TOLD for each in passages(passage_owner) for name in (*each.when, *each.unless)
    }
    assert named | {name for name in conditions if not name.startswith("day.")} - {BY_ELECTION} <= legal_rules().keys()
    assert {name.removeprefix("day.") for name in conditions if name.startswith("day.")} <= DAYS.keys()
    for statute in LAWS:
        assert [
            one.id
            for one in several
            for rules in (one.grounds(statute) if isinstance(one, Step) else one.rules,)
            if not any(statute.cite(legal_rules()[str(rule)]) for rule in rules)
        ] == []


def test_ids_of_groups_and_situations_are_addresses_and_stand_once() -> None:
    ids = Counter([*(str(group.id) for group in groups()), *(str(situation.id) for situation in situations())])
    assert [one for one, times in ids.items() if times > 1] == []
    assert {str(slug) for group in groups() for slug in group.also} <= {str(situation.id) for situation in situations()}
    assert (len(steps()), sum(1 for _ in situations()) >= 31) == (9, True)


@pytest.mark.parametrize(
    ("statute", "said"),
    [
        (Statute(date(2016, 6, 28), "gansu"), False),  # the rules of 2016 were not in force yet
        (Statute(date(2016, 12, 1), "gansu"), True),
        (Statute(date(2026, 11, 18), "gansu"), True),
        (Statute(date(2026, 11, 18)), False),  # another province
    ],
)
def test_what_a_province_adds_is_said_only_where_its_rules_were_in_force(statute: Statute, *, said: bool) -> None:
    school = next(situation for situation in situations() if situation.id == "student-at-school")
    (short,) = Guide(statute, {}).paragraphs(school.short)
    assert ("在校学生在学校登记" in short, "请问学校和选举委员会" in short) == (said, not said)


# ---- The arithmetic ----


@pytest.mark.parametrize(
    ("polling", "by", "after", "unsettled"),
    [
        (date(2016, 6, 28), date(1998, 6, 28), date(1998, 6, 29), None),
        (date(2026, 11, 18), date(2008, 11, 18), date(2008, 11, 19), None),
        (date(2026, 2, 28), date(2008, 2, 28), date(2008, 3, 1), date(2008, 2, 29)),  # no article settles it
        (date(2026, 3, 1), date(2008, 3, 1), date(2008, 3, 2), None),
        (date(2027, 2, 28), date(2009, 2, 28), date(2009, 3, 1), None),
        (date(2028, 2, 29), date(2010, 2, 28), date(2010, 3, 1), None),
    ],
)
def test_who_is_old_enough_on_the_polling_day(polling: date, by: date, after: date, unsettled: date | None) -> None:
    result = birthdays(Statute(polling), polling)
    assert result
    assert (result.by, result.after, result.unsettled) == (by, after, unsettled)


@given(st.dates(date(2016, 1, 1), date(2060, 1, 1)), st.integers(-800, 800))
def test_born_by_the_day_means_the_birthday_has_come(polling: date, shift: int) -> None:
    result = birthdays(Statute(polling), polling)
    assert result
    born = result.by + timedelta(days=shift)
    whole_years = polling.year - born.year - ((polling.month, polling.day) < (born.month, born.day))
    if born != result.unsettled:
        assert (born <= result.by) == (whole_years >= 18)
        assert (born >= result.after) == (whole_years < 18)


@pytest.mark.parametrize(
    ("posted", "days"),
    [
        (
            date(2026, 10, 28),
            {
                "objection-filed": ("2026-11-01", "2026-11-02"),  # the day of posting is the first of five
                "objection-decided": ("2026-11-04", None),  # the committee's days are counted as everywhere
                "voter-suit-filed": ("2026-11-12", "2026-11-13"),  # a day earlier than the usual count
                "voter-suit-judged": ("2026-11-17", None),
            },
        ),
        (None, {"voter-suit-filed": ("2026-11-12", "2026-11-13"), "voter-suit-judged": ("2026-11-17", None)}),
    ],
)
def test_the_stricter_count_is_only_for_what_the_voter_does(
    posted: date | None, days: dict[str, tuple[str, str | None]]
) -> None:
    polling = date(2026, 11, 18)
    result = remedies(Statute(polling), posted, polling)
    assert {
        finding.event: (str(finding.day), str(finding.at_most) if finding.at_most else None) for finding in result
    } == days


@pytest.mark.parametrize(("posted", "late"), [(date(2026, 11, 4), False), (date(2026, 11, 6), True)])
def test_a_list_posted_so_late_that_the_answer_may_come_after_the_last_day_to_sue(posted: date, *, late: bool) -> None:
    assert answer_may_come_late(remedies(Statute(date(2026, 11, 18)), posted, date(2026, 11, 18))) is late


# ---- The pages ----


def facts(page: Element) -> dict[str, str]:
    """What a page's lists of facts say, by label, without white space."""
    return dict(zip(texts(page, ".//dl/div/dt"), texts(page, ".//dl/div/dd"), strict=True))


def test_the_guide_has_nine_steps_with_days_articles_and_what_to_do(folder: Write) -> None:
    page = rendered("vote", folder({"bodies.yml": BODIES}))["vote/"]
    titles = [title for title in texts(page, "./h2") if title.startswith("第")]
    assert [title[:4] for title in titles] == [f"第{number}步：" for number in range(1, 10)]
    assert len([one for one in texts(page, "./p") if one.startswith("不对了怎么办：")]) == 9
    assert len([one for one in texts(page, "./p") if one.startswith("根据：选举法（2015年）")]) == 9
    reported = facts(page)
    assert reported["公布选民名单"] == (
        "最迟2016年6月8日（已经过去）选举日2016年6月28日减20天=2016年6月8日（选举法（2015年）第二十七条）实际：2016年6月1日"
    )
    assert "2016年6月5日" in reported["对选民名单提出申诉"]  # posted on 1 June: that day is the first of five
    assert "2016年6月6日" in reported["对选民名单提出申诉"]  # by the wider reading
    assert ("tel:0000-5550100", "0000-5550100") in links(page)


@pytest.mark.parametrize(
    ("polling", "in_time", "too_late"),
    [
        ("2016-06-28", "1998年6月28日或者以前出生", "1998年6月29日或者以后出生"),
        ("2016-07-05", "1998年7月5日或者以前出生", "1998年7月6日或者以后出生"),
    ],
)
def test_whose_birthday_is_the_day_after_polling_reads_that_he_cannot_vote_yet(
    folder: Write, polling: str, in_time: str, too_late: str
) -> None:
    election = (ROOT / "tests" / "fixtures" / "smallest" / "election.yml").read_text("utf-8")
    pages = rendered("situations", folder({"election.yml": election.replace("2016-06-28", polling)}))
    group = pages["vote/situations/age/"]
    assert "年龄算到哪一天，选举法没有写明" in texts(group, "./p")[0]
    assert texts(group, "./ul/li/a/b")[:2] == [in_time, too_late]
    assert texts(group, "./ul/li/a/span")[1].startswith("这次不能投票。")
    answer = pages["vote/situations/born-too-late/"]
    assert texts(answer, "./h1") == [too_late]
    assert texts(answer, "./div[@id='answer']")[0].endswith("您还不满18周岁。")
    assert "差一天也不够：选举日的第二天才满的，这次不能投。" in texts(answer, "./p")
    assert ("../../../law/electoral-law/2020/4/", "选举法（2015年）第三条第一款") in links(answer)


def test_while_the_polling_day_is_not_known_no_birthday_is_named(folder: Write) -> None:
    election = (ROOT / "tests" / "fixtures" / "smallest" / "election.yml").read_text("utf-8")
    pages = rendered("situations", folder({"election.yml": election.replace("2016-06-28", "unknown")}))
    assert not {"vote/situations/born-in-time/", "vote/situations/born-too-late/"} & pages.keys()
    assert "选举日还没有确定，或者没有记录。定了以后，这里会写出哪天出生的算满。" in texts(
        pages["vote/situations/age/"], "./p"
    )


AREA = """\
title: 示例镇
sort: 镇
source: report
constituencies:
  - {number: 1, level: 县级, seats: 2, voter_list: 2016-06-03}
  - {number: 2, level: 县级, seats: 2}
  - {number: 3, level: 乡级, seats: 1, voter_list: 2016-06-03, polling_day: 2016-07-05}
"""


def test_the_slip_counts_from_the_day_of_ones_own_list_and_one_sheet_serves_all_who_share_it(folder: Write) -> None:
    pages = rendered("remedy", folder({"areas/town.yml": AREA}))
    rows = pages["vote/remedy/areas/town/"].findall("./table/tbody/tr")
    assert [texts(row, "./*") for row in rows] == [
        ["县级第1选区", "2016年6月3日", "2016年6月7日", "2016年6月22日"],
        ["县级第2选区", "2016年6月1日", "2016年6月5日", "2016年6月22日"],  # its own is not recorded: that of all
        ["乡级第3选区", "2016年6月3日", "2016年6月7日", "2016年6月29日"],  # votes a week later
    ]
    sheets = [address for address in pages if "-to-" in address]
    assert sheets == [
        "vote/remedy/2016-06-01-to-2016-06-28/",
        "vote/remedy/2016-06-03-to-2016-06-28/",
        "vote/remedy/2016-06-03-to-2016-07-05/",
    ]
    reported = facts(pages[sheets[2]])
    assert reported["申诉最迟"].startswith("2016年6月7日（已经过去）公布当天算第1天，第5天是2016年6月7日")
    assert reported["起诉最迟"].startswith("2016年6月29日（已经过去）选举日往前数6天")


@pytest.mark.parametrize(("sort", "asked"), [("镇", True), ("街道", False), ("农场", False)])
def test_only_a_townships_committee_is_asked_about_a_townships_list(folder: Write, sort: str, asked: bool) -> None:  # noqa: FBT001  # a column of the table
    area = f"title: 示例地\nsort: {sort}\nsource: report\nconstituencies:\n  - {{number: 1, level: 县级, seats: 2}}\n"
    body = {"id": "own", "title": "示例地选举委员会", "sort": "选举委员会", "level": "乡级", "area": "town"}
    said = ", ".join(f"{name}: {value}" for name, value in body.items())
    bodies = f"- {{{said}, contact: {{phone: 0938-1}}, source: report}}\n"
    pages = rendered("remedy", folder({"areas/town.yml": area, "bodies.yml": bodies}))
    reported = "".join(pages["vote/remedy/areas/town/"].itertext())
    assert ("选乡镇代表的名单" in reported) == asked


_MARKS = re.compile(r"[^\w|：]|_|空着|\uff3f")  # the marks beside the words, and the line to write on


def ballots(page: Element) -> list[tuple[str, str, str]]:
    """Of each sample: its title, what stands on it, what is said of it."""
    return [
        (
            element.findtext("h2", ""),
            _MARKS.sub("", "|".join(texts(element, "./table/tbody/tr"))),
            texts(element, "./p")[0],
        )
        for element in page.iter("section")
    ]


def test_sample_ballots_are_valid_or_void_by_how_many_are_chosen(folder: Write) -> None:
    pages = rendered("ballot", folder({"areas/town.yml": AREA}))
    assert [*pages] == ["vote/ballot/", "vote/ballot/1/", "vote/ballot/2/"]  # no constituency has three
    assert ballots(pages["vote/ballot/2/"])[1:] == [
        (
            "选满名额，其余反对",
            "候选人甲赞成|候选人乙赞成|候选人丙反对|另选：",
            "✓有效。一共选了2人，正好是应选的2名。",
        ),
        (
            "少选，有的反对，有的弃权",
            "候选人甲赞成|候选人乙反对|候选人丙弃权|另选：",
            "✓有效。一共选了1人，少于应选的2名。",
        ),
        (
            "另选别人",
            "候选人甲赞成|候选人乙反对|候选人丙反对|另选：选民壬赞成",
            "✓有效。一共选了2人，正好是应选的2名。",
        ),
        (
            "选多了",
            "候选人甲赞成|候选人乙赞成|候选人丙赞成|另选：",
            "✗作废。一共选了3人，比应选的2名多。",
        ),
        (
            "选满了，又另选别人",
            "候选人甲赞成|候选人乙赞成|候选人丙反对|另选：选民壬赞成",
            "✗作废。一共选了3人，比应选的2名多。",
        ),
    ]


def test_without_constituencies_there_is_a_sample_for_every_number_of_seats_that_the_law_allows(folder: Write) -> None:
    assert [*rendered("ballot", folder({}))][1:] == ["vote/ballot/1/", "vote/ballot/2/", "vote/ballot/3/"]


@pytest.mark.build
@pytest.mark.parametrize("content", [CONTENT, ROOT / "content"], ids=["example", "real"])
@pytest.mark.parametrize("day", [date(2016, 5, 1), date(2026, 11, 10), date(2026, 11, 18), date(2026, 11, 24)])
def test_on_no_day_is_a_number_or_a_day_of_the_guide_left_unfilled(content: Path, day: date) -> None:
    pages = [page for address, page in pages_of(content, day).items() if address.startswith("vote/")]
    assert len(pages) > 45
    assert [page.address for page in pages if re.search(r"\{[\w.-]+\}", shown(page))] == []


@pytest.mark.parametrize(("ended", "rows"), [("no", 16), ("yes", 0)])
def test_whose_lists_have_no_recorded_day_reads_the_last_day_off_a_calendar(
    folder: Write, ended: str, rows: int
) -> None:
    election = (ROOT / "tests" / "fixtures" / "smallest" / "election.yml").read_text("utf-8")
    changed = election.replace("day: 2016-06-01", "day: unknown") + f"ended: {ended}\n"
    page = rendered("remedy", folder({"election.yml": changed}))["vote/remedy/"]
    calendar = [texts(row, "./*") for row in page.findall("./table/tbody/tr")]
    assert len(calendar) == rows
    assert (["2016年6月8日公布", "2016年6月12日"] in calendar) is (rows > 0)
