"""A page for each rule of law: the question, the answer, an example, its articles, and how this election kept it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from huanjie.checks import CHECKS, Check
from huanjie.law.deadlines import limit
from huanjie.law.pack import LegalRule, Version, laws, legal_rules
from huanjie.law.statute import NATIONAL, Cited, Statute
from huanjie.model.areas import Area
from huanjie.model.questions import Question
from huanjie.pages import Edition, Page, PagePlan, address_of, cited_address, rule_address
from huanjie.pages.about.checks import check_address
from huanjie.pages.progress.deadlines import Compared, compared
from huanjie.pages.questions.stream import stream

RELATED = 8  # questions on the page of a rule
EXAMPLE_DAY = date(2026, 11, 18)
LEVELS = {"county": "县级", "township": "乡级"}


@dataclass(frozen=True)
class InVersion:
    """An article or a rule in a version of the law; `says` is empty where the version lacks it."""

    version: Version
    number: str
    says: str = ""
    address: str = ""


Held = tuple[Check, str, int]  # a check, the page that explains it, how much it found


@dataclass(frozen=True)
class Beside:
    """The context of a rule beside the law: its days in this election, checks, questions that rest on it.

    `constituencies` says whether there are any, so that something could be checked; `topic` is where the others of its
    topic are listed.
    """

    recorded: list[Compared]
    checks: list[Held]
    questions: list[tuple[str, str]]
    constituencies: bool
    topic: str


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """A page for each national rule and for those of the province."""
    facts = compared(edition)
    counts = Counter(finding.id for finding in edition.findings)
    recorded = any(area.constituencies for area in edition.records.of(Area))
    questions = _questions(edition)
    rules = [rule for rule in legal_rules().values() if rule.scope in (NATIONAL, edition.statute.province)]
    topics = [*dict.fromkeys(str(rule.topic) for rule in rules)]
    for rule in rules:
        here = [row for row in facts if row.deadline.rule is rule]
        held = _checks(edition.statute, rule, counts)
        about = questions.get(str(rule.id), [])[:RELATED]
        beside = Beside(here, held, about, recorded, f"law/#topic-{topics.index(str(rule.topic)) + 1}")
        yield PagePlan(rule_address(rule), partial(_rule, edition.statute, rule, beside))


def _questions(edition: Edition) -> dict[str, list[tuple[str, str]]]:
    """For each rule the questions that rest on it: what each asks, and its page."""
    resting: dict[str, list[tuple[str, str]]] = {}
    for question in stream(edition.records.of(Question), edition.statute):
        for rule in question.rules:
            resting.setdefault(str(rule), []).append((question.heading, address_of(question)))
    return resting


@cache
def rules_on() -> dict[str, list[LegalRule]]:
    """The rules that rest on each article, by the article's address."""
    by_article: dict[str, list[LegalRule]] = {}
    for rule in legal_rules().values():
        for address in dict.fromkeys(wording.address for wording in _in_versions(rule) if wording.address):
            by_article.setdefault(address, []).append(rule)
    return by_article


def _in_versions(rule: LegalRule) -> list[InVersion]:
    law = laws()[str(rule.law)]
    wordings = []
    for version in law.versions:
        provision = rule.articles.get(str(version.id))
        if provision is None:
            wordings.append(InVersion(version, ""))
            continue
        cited = Cited(law, version, provision)
        wordings.append(InVersion(version, cited.article, rule.answer_in(str(version.id)), cited_address(cited)))
    return wordings


def _rule(statute: Statute, rule: LegalRule, beside: Beside) -> Page:
    cited = statute.cite(rule)
    return Page(
        address=rule_address(rule),
        title=str(rule.title),
        template="law/rule.html",
        description=str(rule.question),
        context={
            "rule": rule,
            "example": _worked(statute, rule),
            "law": laws()[str(rule.law)],
            "levels": "、".join(LEVELS[str(level)] for level in rule.levels),
            "answer": statute.answer(rule) if cited else "",
            "cited": cited,
            "version": statute.version(str(rule.law)),
            "cited_address": cited_address(cited) if cited else "",
            "versions": _in_versions(rule),
            "recorded": beside.recorded,
            "checks": beside.checks,
            "questions": beside.questions,
            "constituencies": beside.constituencies,
            "topic": beside.topic,
        },
    )


def _checks(statute: Statute, rule: LegalRule, counts: Counter[str]) -> list[Held]:
    """The checks that hold the records to a rule of law; none where it was not in force."""
    return [
        (check, check_address(check.id), counts[check.id])
        for check in sorted(CHECKS.values(), key=lambda check: check.id)
        if rule.id in check.law and statute.cite(rule)
    ]


def _worked(statute: Statute, rule: LegalRule) -> str:
    """An example of a deadline, on a day of the coming round; a rule that is no deadline brings its own."""
    if rule.example or not rule.deadline:
        return str(rule.example or "")
    law = replace(statute, day=EXAMPLE_DAY, province=_province(rule), by_election=False)
    deadline = limit(law, str(rule.id), EXAMPLE_DAY)
    return f"假如{deadline.sum}。" if deadline else ""


def _province(rule: LegalRule) -> str:
    return "" if rule.scope == NATIONAL else str(rule.scope)
