"""The statute pack and its reading: versions, articles, deadlines, seats, citations."""

import re
import textwrap
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from huanjie.checks import CHECKS
from huanjie.chinese.numerals import arabic, chinese
from huanjie.law.citations import citations
from huanjie.law.deadlines import COMPLETED, POLLING_DAY, Deadline, deadlines, earliest_polling_day, months_after
from huanjie.law.pack import PACK, LegalRule, events, laws, legal_rules
from huanjie.law.seats import seats
from huanjie.law.statute import Statute
from huanjie.yaml_text import Fields, Items, Text, read
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared" / "law"  # the checked table, at hand only where the project is developed
DAYS = st.dates(date(2015, 8, 29), date(2035, 12, 31))
FIRST_DAY = date(2015, 8, 29)


def by_event(polling_day: date, province: str = "") -> dict[str, Deadline]:
    """The national deadlines of a polling day by event; the whole election taken to be completed on that day."""
    statute = Statute(polling_day, province)
    return {
        deadline.event: deadline for deadline in deadlines(statute, {POLLING_DAY: polling_day, COMPLETED: polling_day})
    }


# ---- The pack ----


@pytest.mark.parametrize(("version", "articles"), [("2015", 59), ("2020", 60)])
def test_every_article_of_the_electoral_law_is_there_once(version: str, articles: int) -> None:
    numbers = [article.numbers[version] for article in laws()["electoral-law"].articles if version in article.numbers]
    assert sorted(numbers) == list(range(1, articles + 1))


def test_every_article_has_a_heading_a_topic_and_a_summary_in_each_of_its_versions() -> None:
    for law in laws().values():
        versions = {str(version.id) for version in law.versions}
        for article in law.articles:
            assert set(article.numbers) <= versions
            assert article.topic in law.topics
            for version in article.numbers:
                assert len(article.says(version)) >= 8, (law.id, article.numbers)


def test_a_version_whose_first_day_is_not_known_has_the_day_of_its_adoption() -> None:
    assert all(version.since or version.adopted for law in laws().values() for version in law.versions)


def test_every_day_has_exactly_one_version_of_the_electoral_law() -> None:
    versions = laws()["electoral-law"].versions
    for number in range(FIRST_DAY.toordinal(), date(2035, 12, 31).toordinal() + 1):
        assert sum(version.in_force(date.fromordinal(number)) for version in versions) == 1


@pytest.mark.parametrize(
    ("law", "day", "version"),
    [
        ("electoral-law", date(2015, 8, 28), None),
        ("electoral-law", date(2015, 8, 29), "2015"),
        ("electoral-law", date(2020, 10, 17), "2015"),
        ("electoral-law", date(2020, 10, 18), "2020"),
        ("organic-law", date(2022, 3, 11), "2015"),
        ("organic-law", date(2022, 3, 12), "2022"),
        ("deputies-law", date(2016, 6, 28), "2015"),  # the newest version has no known first day, and is none of 2016
        ("deputies-law", date(2025, 3, 11), "2015"),  # whose first day is not known: from the day after its adoption
        ("deputies-law", date(2025, 3, 12), "2025"),
        ("gansu-rules", date(2016, 7, 28), None),
        ("gansu-rules", date(2016, 7, 29), "2016"),
        ("public-security-law", date(2025, 12, 31), "2012"),
        ("public-security-law", date(2026, 1, 1), "2025"),
    ],
)
def test_the_version_in_force_is_that_of_the_day(law: str, day: date, version: str | None) -> None:
    in_force = laws()[law].version(day)
    assert (str(in_force.id) if in_force else None) == version


def test_every_rule_rests_on_an_article_of_the_pack_in_each_of_its_versions() -> None:
    for rule in legal_rules().values():
        assert rule.articles
        for version, provision in rule.articles.items():
            assert laws()[str(rule.law)].article(version, provision.article), (rule.id, version)
            assert "{" not in rule.answer_in(version)


def test_no_answer_types_a_number_of_the_law() -> None:
    for rule in legal_rules().values():
        assert not re.search(r"\d", re.sub(r"\{[^}]*\}", "", str(rule.answer))), rule.id


def test_the_pack_is_the_table_that_was_checked() -> None:
    """Ids, articles and parameters as frozen in law-table.txt: a change there is a change of law, made on purpose."""
    lines = [
        f"{rule.id} | {rule.law} | {where(rule)} | {dict(rule.params)} | {arithmetic(rule)}"
        for rule in legal_rules().values()
    ]
    assert lines == (ROOT / "tests" / "law" / "law-table.txt").read_text("utf-8").splitlines()


def where(rule: LegalRule) -> str:
    return "; ".join(
        f"{version}: {provision.article} {provision.para or '-'} {provision.item or '-'}"
        for version, provision in rule.articles.items()
    )


def arithmetic(rule: LegalRule) -> str:
    limit = rule.deadline
    return f"{limit.event} {limit.relation} {limit.reference}" if limit else str(rule.formula or "-")


@pytest.mark.parametrize("part", ["", "deadline", "articles.2015"])
def test_a_key_that_no_code_reads_is_refused_in_the_pack(part: str) -> None:
    rule = (PACK / "rules.yml").read_text("utf-8").partition("- id: voter-list-published\n")[2].partition("\n- id")[0]
    fields = read("rules.yml", f"id: voter-list-published\n{textwrap.dedent(rule)}".encode())
    assert isinstance(fields, Fields)
    assert LegalRule.model_validate(fields).event == "voter-list-published"
    within: Any = fields
    for name in filter(None, part.split(".")):
        within = within[name]
    within[Text("check", fields.at)] = Text("20", fields.at)
    with pytest.raises(ValidationError, match="check"):
        LegalRule.model_validate(fields)


def test_every_deadline_is_between_events_of_the_pack() -> None:
    limits = [rule.deadline for rule in legal_rules().values() if rule.deadline]
    assert {str(event) for limit in limits for event in (limit.event, limit.reference)} <= set(events())


def test_the_pack_agrees_with_the_shared_table_while_it_is_at_hand() -> None:
    table = SHARED / "rules.yml"
    rules = yaml.safe_load(table.read_text("utf-8"))["rules"] if table.exists() else []
    assert [rule["id"] for rule in rules] in ([], list(legal_rules()))
    for rule in rules:
        ours = legal_rules()[rule["id"]]
        assert (ours.law, ours.kind, list(ours.levels)) == (rule["law"], rule["kind"], rule["level"])
        for version, where in rule["articles"].items():
            number = where["article"] if isinstance(where, dict) else where
            assert ours.articles[str(version)].article == number


def test_the_pack_reads_like_any_record() -> None:
    for path in PACK.glob("*.yml"):
        assert not isinstance(read(path.name, path.read_bytes()), tuple), path
    assert isinstance(read("rules.yml", (PACK / "rules.yml").read_bytes()), Items)


# ---- Deadlines ----


@pytest.mark.parametrize(
    ("polling_day", "event", "day", "article"),
    [
        (date(2021, 11, 10), "voter-list-published", date(2021, 10, 21), "选举法（2020 年）第二十八条"),
        (date(2021, 11, 10), "nominees-published", date(2021, 10, 26), "选举法（2020 年）第三十二条第一款"),
        (date(2021, 11, 10), "formal-candidates-published", date(2021, 11, 3), "选举法（2020 年）第三十二条第一款"),
        (date(2021, 11, 10), "objection-filed", date(2021, 10, 26), "选举法（2020 年）第二十九条"),
        (date(2021, 11, 10), "objection-decided", date(2021, 10, 29), "选举法（2020 年）第二十九条"),
        (date(2021, 11, 10), "voter-suit-filed", date(2021, 11, 5), "选举法（2020 年）第二十九条"),
        (date(2021, 11, 10), "voter-suit-judged", date(2021, 11, 9), "选举法（2020 年）第二十九条"),
        (date(2021, 11, 10), "first-session-opened", date(2022, 1, 10), "地方组织法（2015 年）第十六条"),
        (date(2016, 6, 28), "voter-list-published", date(2016, 6, 8), "选举法（2015 年）第二十七条"),
        (date(2016, 6, 28), "nominees-published", date(2016, 6, 13), "选举法（2015 年）第三十一条第一款"),
        (date(2016, 6, 28), "formal-candidates-published", date(2016, 6, 21), "选举法（2015 年）第三十一条第一款"),
    ],
)
def test_deadlines_follow_from_the_polling_day(polling_day: date, event: str, day: date, article: str) -> None:
    deadline = by_event(polling_day)[event]
    assert (deadline.day, deadline.cited.text) == (day, article)


def test_a_deadline_shows_its_sum() -> None:
    assert by_event(date(2021, 11, 10))["voter-list-published"].sum == "选举日 2021年11月10日 减 20 天 = 2021年10月21日"


@given(DAYS)
def test_before_means_a_difference_of_days_and_the_stricter_reading_is_a_day_earlier(polling_day: date) -> None:
    for event, days in {"voter-list-published": 20, "nominees-published": 15, "formal-candidates-published": 7}.items():
        deadline = by_event(polling_day)[event]
        assert polling_day - deadline.day == timedelta(days=days)
        assert deadline.strict == deadline.day - timedelta(days=1)


@example(date(2016, 2, 29))
@example(date(2028, 3, 20))
@example(date(2032, 2, 29))
@example(date(2020, 10, 18))
@given(DAYS)
def test_every_dated_rule_is_kept_on_its_day_and_breached_the_day_after(polling_day: date) -> None:
    every = by_event(polling_day, "gansu").values()
    assert {"voter-list-published", "objection-filed", "voter-suit-judged"} <= {deadline.event for deadline in every}
    for deadline in every:
        day_after = deadline.day + timedelta(days=1)
        assert (deadline.breached(deadline.day), deadline.breached(day_after)) == (
            (True, False) if deadline.forbidden else (False, True)
        )
        assert deadline.margin(deadline.day - timedelta(days=1)) == 1
        assert f"{deadline.day.year}年{deadline.day.month}月{deadline.day.day}日" in deadline.sum
        assert deadline.cited.pack_article is not None


@given(DAYS)
def test_what_counts_from_a_late_list_moves_with_it(polling_day: date) -> None:
    posted = polling_day - timedelta(days=10)
    days = {POLLING_DAY: polling_day, "voter-list-published": posted}
    chain = {deadline.event: deadline for deadline in deadlines(Statute(polling_day), days)}
    assert chain["objection-filed"].day == posted + timedelta(days=5)
    assert chain["objection-filed"].assumed == ""
    assert chain["objection-decided"].day == posted + timedelta(days=8)
    assert chain["objection-decided"].assumed == "objection-filed"
    assert chain["voter-suit-filed"].day == polling_day - timedelta(days=5)


def test_nothing_counts_from_the_end_of_the_election_while_that_day_is_not_known() -> None:
    events = [deadline.event for deadline in deadlines(Statute(date(2016, 6, 28)), {POLLING_DAY: date(2016, 6, 28)})]
    assert "first-session-opened" not in events
    assert "deputy-list-published" not in events


def test_the_province_adds_its_own_rules_only_from_the_day_they_are_in_force() -> None:
    assert "result-published" not in by_event(date(2016, 6, 28), "gansu")
    assert by_event(date(2021, 11, 10), "gansu")["result-published"].day == date(2021, 11, 13)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 31), date(2028, 2, 29)),
        (date(2026, 6, 28), date(2026, 8, 28)),
    ],
)
def test_two_months_end_on_the_same_day_or_the_last_of_a_shorter_month(start: date, end: date) -> None:
    assert months_after(start, 2) == end


@given(DAYS)
def test_the_earliest_polling_day_is_the_first_on_which_nothing_published_is_late(posted: date) -> None:
    statute = Statute(posted)
    earliest = earliest_polling_day(statute, {"voter-list-published": posted})
    assert earliest is not None
    day = earliest[0]
    assert not by_event(day)["voter-list-published"].breached(posted)
    assert by_event(day - timedelta(days=1))["voter-list-published"].breached(posted)


# ---- Seats ----


@pytest.mark.parametrize(
    ("on", "level", "population", "least", "most"),
    [
        ("2016-06-28", "county", 49_999, 1, 129),
        ("2016-06-28", "county", 50_000, 120, 130),
        ("2016-06-28", "county", 54_999, 120, 130),
        ("2016-06-28", "county", 55_000, 120, 131),
        ("2016-06-28", "county", 650_000, 120, 250),
        ("2016-06-28", "county", 1_650_000, 120, 450),
        ("2016-06-28", "county", 1_655_000, 120, 450),
        ("2021-11-10", "county", 650_000, 140, 270),
        ("2021-11-10", "county", 1_549_999, 140, 449),
        ("2021-11-10", "county", 1_550_000, 140, 450),
        ("2021-11-10", "county", 1_560_000, 140, 450),
        ("2016-06-28", "township", 1_999, 1, 41),
        ("2016-06-28", "township", 2_000, 40, 41),
        ("2016-06-28", "township", 180_000, 40, 160),
        ("2016-06-28", "township", 181_500, 40, 160),
        ("2021-11-10", "township", 3_000, 45, 47),
        ("2021-11-10", "township", 172_500, 45, 160),
        ("2021-11-10", "township", 174_000, 45, 160),
    ],
)
def test_seats_follow_from_the_population(on: str, level: str, population: int, least: int, most: int) -> None:
    answer = seats(Statute(date.fromisoformat(on)), level, population)
    assert (answer.least, answer.most) == (least, most)


def test_seats_show_their_sum_and_article() -> None:
    answer = seats(Statute(date(2016, 6, 28)), "county", 650_000)
    assert answer.sum == "120 + 650,000 ÷ 5,000（取整 130）= 250"
    assert answer.cited.text == "选举法（2015 年）第十一条第一款第三项"


# ---- Citations ----


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("按选举法第二十八条办", [("electoral-law", 28)]),
        ("按《选举法》第28条第二款办", [("electoral-law", 28)]),
        ("选举法第 \uff12\uff18 条", [("electoral-law", 28)]),
        ("选举法第二十八条和同法第三十条", [("electoral-law", 28), ("electoral-law", 30)]),
        ("同法第三十条", []),  # no law was named before
        ("选举法第六条。劳动合同法第三十九条、香港基本法第六十条", [("electoral-law", 6)]),  # other laws' names end so
        (
            "选举法第六条。依照该法第七条；同法第八条",
            [("electoral-law", 6), ("electoral-law", 7), ("electoral-law", 8)],
        ),
        ("学习选举法\n\n第二条 当选", []),  # an article of the notice itself
        ("学习选举法\n第二条 当选", []),
        ("《省实施细则》第三十条", [("gansu-rules", 30)]),
        ("直接选举若干规定第五项", [("direct-election-provisions", 5)]),
        ("选举法的第一部分", []),
        ("刑法第二百五十六条", [("criminal-law", 256)]),
    ],
)
def test_citations_are_found_however_they_are_written(text: str, meant: list[tuple[str, int]]) -> None:
    statute = Statute(date(2021, 11, 10), "gansu")
    assert [(str(citation.law.id), citation.number) for citation in citations(text, statute)] == meant


@pytest.mark.parametrize(
    ("day", "text", "exists", "moved"),
    [
        (date(2016, 6, 28), "选举法第五十九条", True, ""),
        (date(2016, 6, 28), "选举法第六十条", False, ""),
        (date(2021, 11, 10), "选举法第六十条", True, ""),
        (date(2021, 11, 10), "2015 年选举法第二十七条", True, "第二十八条"),
        (date(2021, 11, 10), "2020 年选举法第二十八条", True, ""),
    ],
)
def test_a_citation_means_the_article_as_of_the_election(day: date, text: str, exists: bool, moved: str) -> None:  # noqa: FBT001  # a table
    (citation,) = citations(text, Statute(day))
    assert (citation.article is not None, citation.moved) == (exists, moved)


@given(st.integers(1, 999))
def test_numerals_round_trip(number: int) -> None:
    assert arabic(chinese(number)) == number
    assert arabic(str(number)) == number


@given(st.text("零一二三四五六七八九十百第0\uff11\uff12〇两 "))
def test_any_numeral_reads_or_is_none(text: str) -> None:
    value = arabic(text)
    assert value is None or value >= 0


def test_the_first_day_of_the_pack_is_the_first_day_of_its_first_version() -> None:
    assert laws()["electoral-law"].versions[0].since == FIRST_DAY


def test_every_check_rests_on_rules_of_law_that_are_there() -> None:
    named = {law for check in CHECKS.values() for law in check.law}
    assert named <= set(legal_rules())
    assert len(named) >= 30
