"""The explainer pack: answers hold for the law in force, type none of its numbers, and give way to an office."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from huanjie.checks import CHECKS
from huanjie.content.records import Records
from huanjie.law.explainers import More, articles, bare, explained, explainers, replaced, topics
from huanjie.law.pack import laws, legal_rules
from huanjie.law.references import filled
from huanjie.law.statute import Statute
from huanjie.model.questions import TOPICS, Question
from huanjie.model.themes import Theme
from huanjie.pages import plan
from tests.conftest import ROOT, Write
from tests.support.pages import edition, links, rendered, texts

IN_2016, IN_2026 = Statute(date(2016, 6, 28)), Statute(date(2026, 11, 18))
IN_GANSU = Statute(date(2026, 11, 18), "gansu")
IN_GANSU_2016 = Statute(date(2016, 12, 1), "gansu")
STATUTES = (IN_2016, IN_2026, IN_GANSU, IN_GANSU_2016, Statute(date(2021, 9, 28)))
# A number with a unit in which the law counts; "one" and "several" of everyday speech are none.
_COUNTED = re.compile(
    r"[二两三四五六七八九十百千万]+ ?(?:天|日|周岁|岁|年|个月|届|元|倍|人|名|票)|分之|第[一二三四五六七八九十百]+[条项]"
)
# The constituencies that the law's table tells apart, not what it allows; and the hotline of all public services.
_CASES = ("选两名的", "选三名的", "热线 12345")


def written(slug: str) -> Iterator[str]:
    """Everything that is typed in a question of the pack."""
    explainer = explainers()[slug]
    yield from (
        explainer.title,
        *explainer.also,
        explainer.short,
        explainer.answer,
        *(more.text for more in explainer.more),
    )


def answers(statute: Statute) -> dict[str, str]:
    return {question.slug: filled(f"{question.short}\n{question.answer}", statute) for question in explained(statute)}


def test_there_are_at_least_95_questions_and_several_on_every_topic() -> None:
    assert len(explainers()) >= 95
    assert {str(topic.topic): len(topic.questions) >= 5 for topic in topics()} == dict.fromkeys(TOPICS, True)


@pytest.mark.parametrize("slug", explainers())
def test_a_question_has_other_wordings_a_short_answer_and_plain_words(slug: str) -> None:
    explainer = explainers()[slug]
    assert len(explainer.also) >= 2
    assert len(filled(explainer.short, IN_2026)) <= 60
    assert len(explainer.answer) > 50
    assert explainer.title.endswith("？")
    assert not re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}", "", "".join(written(slug))))


@pytest.mark.parametrize("slug", explainers())
def test_no_number_of_the_law_is_typed(slug: str) -> None:
    for text in written(slug):
        bare_text = re.sub(r"\{[^}]*\}", "", text)
        for case in _CASES:
            bare_text = bare_text.replace(case, "")
        assert not re.search(r"\d", bare_text)
        assert not _COUNTED.search(bare_text)


@pytest.mark.parametrize("statute", [IN_2016, IN_GANSU])
def test_the_checks_of_words_find_nothing_that_is_hard_to_read_or_unfair(statute: Statute) -> None:
    records = Records({Question.kind: {question.slug: question for question in explained(statute)}})
    checks = [check for name, check in CHECKS.items() if name.startswith("W")]
    assert checks
    assert [finding for check in checks for finding in check.find(records, statute, statute.day)] == []


def test_no_wording_stands_in_two_questions() -> None:
    wordings = Counter(bare(wording) for question in explained(IN_2026) for wording in (question.title, *question.also))
    assert [wording for wording, times in wordings.items() if times > 1] == []


@pytest.mark.parametrize("statute", STATUTES)
def test_every_reference_means_something_under_every_law_and_every_answer_rests_on_some_of_it(statute: Statute) -> None:
    for slug, answer in answers(statute).items():
        explainer = explainers()[slug]
        assert "{" not in answer, slug
        assert any(statute.cite(legal_rules()[str(rule)]) for rule in explainer.rules) or any(
            articles(explainer, statute)
        ), slug


def test_every_rule_article_and_law_that_is_named_exists() -> None:
    for slug, explainer in explainers().items():
        assert set(explainer.rules) <= set(legal_rules()), slug
        cited = {where for statute in STATUTES for where, _, _ in articles(explainer, statute)}
        assert len(cited) >= len(explainer.articles), slug
        assert all(more.under.partition(" ")[0] in laws() for more in explainer.more), slug


@pytest.mark.parametrize(
    ("slug", "in_2016", "in_2026"),
    [
        ("county-deputies-how-many", "基数是 120 名", "基数是 140 名"),
        ("township-deputies-how-many", "基数是 40 名", "基数是 45 名"),
        ("fines-and-detention", "警告或者 200 元", "警告或者 500 元"),
        ("officials-who-break-the-rules", "行政处分", "政务处分"),
    ],
)
def test_another_polling_day_changes_what_the_answers_say(slug: str, in_2016: str, in_2026: str) -> None:
    before, after = answers(IN_2016)[slug], answers(IN_2026)[slug]
    assert (in_2016 in before, in_2026 in before) == (True, False)
    assert (in_2016 in after, in_2026 in after) == (False, True)


@pytest.mark.parametrize(
    ("slug", "said", "under"),
    [
        ("where-and-when-to-vote", "应当召开选举大会", [IN_GANSU_2016]),
        ("in-custody-or-prison", "受拘留处罚的，有工作单位的在单位登记", [IN_GANSU, IN_GANSU_2016]),
        ("how-a-recall-goes", "姓名和原选区、罢免的理由", [IN_GANSU, IN_GANSU_2016]),
        ("invalid-or-rerun", "也叫“另行选举”", [IN_GANSU, IN_GANSU_2016]),
        ("invalid-or-rerun", "怎样重新选，国家的法律没有写明", list(STATUTES)),
        ("who-elects-higher", "没有市级这一层的地方", list(STATUTES)),
        ("relatives-as-tellers", "候选人本人也不得", [IN_GANSU, IN_GANSU_2016]),
    ],
)
def test_an_answer_says_what_a_province_or_version_asks_and_elsewhere_leaves_it_open(
    slug: str, said: str, under: list[Statute]
) -> None:
    assert [statute for statute in STATUTES if said in answers(statute)[slug]] == under


@pytest.mark.parametrize(("statute", "said"), [(IN_2016, False), (IN_2026, False), (IN_GANSU, True)])
def test_what_a_province_adds_is_said_where_it_is_in_force(statute: Statute, said: bool) -> None:  # noqa: FBT001  # table
    assert ("甘肃" in "".join(answers(statute).values())) == said


def test_articles_are_numbered_as_in_the_version_in_force() -> None:
    explainer = explainers()["deputies-report-to-voters"]
    assert [where for where, _, _ in articles(explainer, IN_2016)] == ["代表法（2015 年）第四十五条"]
    assert [where for where, _, _ in articles(explainer, IN_2026)] == ["代表法（2025 年）第五十八条"]


def test_whatever_only_one_province_or_version_says_is_marked_as_local_or_stands_apart() -> None:
    for slug, explainer in explainers().items():
        assert "甘肃" not in f"{explainer.short}{explainer.answer}", slug
        if any(more.under.startswith("gansu") for more in explainer.more) and "各省" in explainer.answer:
            assert explainer.local, slug


# ---- The office's own questions ----

SOME = ("questions/what-to-bring/", "questions/topics/8/", "questions/when-the-list-is-posted/")
OWN = "title: {title}\ntopic: 投票\nshort: 带身份证。\nrules: ballot-collection\n"


def own(folder: Write, typed: str, name: str = "cards") -> tuple[Records, Statute]:
    of = edition(folder({f"questions/{name}.yml": typed}))
    return of.records, of.statute


@pytest.mark.parametrize(
    ("typed", "name", "gone"),
    [
        (OWN.format(title="东村投票站要看什么证件？"), "cards", {}),
        (
            OWN.format(title="东村投票站要看什么证件？") + "replaces: what-to-bring\n",
            "cards",
            {"what-to-bring": "cards"},
        ),
        (OWN.format(title="去投票，要带什么"), "cards", {"what-to-bring": "cards"}),  # the same but for punctuation
        (OWN.format(title="东村呢？") + "also: 户口本能不能领选票\n", "cards", {"what-to-bring": "cards"}),
        ("title: 去投票要带什么？\ntopic: 投票\n", "cards", {}),  # no answer yet: that of the pack stays
        ("title: 证件呢？\ntopic: 投票\nreplaces: what-to-bring\n", "cards", {}),
        (OWN.format(title="东村投票站要看什么证件？"), "what-to-bring", {"what-to-bring": "what-to-bring"}),
    ],
)
def test_an_office_replaces_a_question_by_name_by_address_or_by_answering_it(
    folder: Write, typed: str, name: str, gone: dict[str, str]
) -> None:
    records, statute = own(folder, typed, name)
    cited = replaced(records.of(Question), statute)
    assert {slug: local.slug for slug, local in cited.items()} == gone


def test_at_the_address_of_a_replaced_question_stands_the_way_to_the_offices_own(folder: Write) -> None:
    typed = OWN.format(title="东村投票站要看什么证件？") + "replaces: what-to-bring\n"
    pages = rendered("questions", folder({"questions/cards.yml": typed}), among=SOME)
    assert texts(pages["questions/what-to-bring/"], "./p/a") == ["东村投票站要看什么证件？"]
    listed = texts(pages["questions/topics/8/"], "./ul/li/a")
    assert listed[0] == "东村投票站要看什么证件？"
    assert "去投票要带什么？" not in listed


def test_a_question_of_the_pack_says_what_it_is_and_gives_the_days_of_this_election(folder: Write) -> None:
    page = rendered("questions", folder({}), among=SOME)["questions/when-the-list-is-posted/"]
    assert "最迟在选举日前20天公布，一般贴在村、社区和单位。" in texts(page, "./div")
    assert texts(page, "./dl/div/dd/b") == ["2016年6月8日"]
    assert "这是照法律写的通用解答" in "".join(texts(page, "./p"))


@pytest.mark.build
def test_every_way_on_leads_to_a_page() -> None:
    of = edition(ROOT / "examples" / "shili" / "content", date(2026, 11, 28))
    there = {planned.address for planned in plan(of)}
    assert {str(lead.to) for explainer in explainers().values() for lead in explainer.leads} <= there


def test_a_way_on_is_shown_only_where_the_site_has_its_page(folder: Write) -> None:
    pages = rendered("questions", folder({}), among=("questions/whom-to-report-to/", "questions/five-levels/"))
    assert ("../../congress/", "看图：谁选谁") in links(pages["questions/five-levels/"])
    assert "../../discipline/" not in [address for address, _ in links(pages["questions/whom-to-report-to/"])]


@pytest.mark.build
@pytest.mark.parametrize("content", ["content", "examples/shili/content"])
def test_every_theme_of_the_publicity_plan_is_filled_from_records_and_from_the_pack(content: str) -> None:
    of = edition(ROOT / content, date(2026, 11, 28))
    slugs = {str(ref.slug) for question in explained(of.statute) for ref in question.themes}
    for theme in of.records.of(Theme):
        assert of.records.citing(theme)
        assert theme.slug in slugs


def test_a_paragraph_that_belongs_to_a_version_stands_in_that_version_only() -> None:
    (officials,) = (explainer for explainer in explainers().values() if explainer.id == "officials-who-break-the-rules")
    assert [type(more) for more in officials.more] == [More, More]
    assert [more.applies(IN_2016) for more in officials.more] == [False, True]
    assert [more.applies(IN_2026) for more in officials.more] == [True, False]
