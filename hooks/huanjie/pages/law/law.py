"""The law for readers: each law with its versions, a page for each article, a page for each rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from huanjie.chinese.numerals import chinese
from huanjie.law.citations import citations, cites_something, law_named
from huanjie.law.deadlines import of_election
from huanjie.law.pack import Article, Law, LegalRule, Version, legal_rules
from huanjie.law.statute import NATIONAL, Statute
from huanjie.model.articles import ArticleText
from huanjie.model.base import Record
from huanjie.model.election import Election
from huanjie.pages import Edition, Page, PagePlan, article_address, law_address, rule_address
from huanjie.pages.law.rules import InVersion, rules_on
from huanjie.pages.shared.status_line import law_gap


@dataclass(frozen=True)
class Row:
    """An article in a list: its number as of the election, what it says, and its page."""

    article: Article
    number: str
    says: str
    address: str


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The laws, their articles and the rules of law."""
    statute = edition.statute
    rules = [rule for rule in legal_rules().values() if rule.scope in (NATIONAL, statute.province)]
    yield Page(
        address="law/",
        title="法规",
        template="law/law.html",
        description="选举法等法律的每一条，用大白话说是什么意思；每条规则回答什么问题，出自哪一条。",
        context={
            "laws": [(law, statute.version(str(law.id)), law_address(law)) for law in statute.laws],
            "topics": _by_topic(rules),
            "checked_until": min(law.checked_until for law in statute.laws if law.checked_until),
            "beyond": bool(statute.unchecked),
            "dated": bool(of_election(statute, edition.records.one(Election))),
            "law_gap": law_gap(statute),
        },
    )
    touched = _touched(edition)
    texts = {_text_address(record): record for record in edition.records.of(ArticleText)}
    for law in statute.laws:
        yield PagePlan(law_address(law), partial(_law, statute, law))
        for place, article in enumerate(law.articles):
            address = article_address(law, article)
            made = partial(_article, statute, law, place, touched.get(address, []), texts.get(address))
            yield PagePlan(address, made)


def _text_address(record: ArticleText) -> str:
    law = law_named(str(record.law))
    article = law.article(str(record.version), record.number) if law else None
    return article_address(law, article) if law and article else ""


def _touched(edition: Edition) -> dict[str, list[Record]]:
    """The records whose prose cites an article, by the article's address."""
    touched: dict[str, dict[int, Record]] = {}
    for record, texts in edition.records.texts:
        if not isinstance(record, ArticleText):
            for text in filter(cites_something, texts):
                for citation in citations(text, edition.statute):
                    if citation.article:
                        touched.setdefault(article_address(citation.law, citation.article), {})[id(record)] = record
    return {address: list(records.values()) for address, records in touched.items()}


def _ordinal(law: Law, number: int) -> str:
    return f"第{chinese(number)}{law.unit or '条'}"


def _row(law: Law, article: Article, version: Version | None) -> Row:
    valid = version if version and version.id in article.numbers else None
    if valid is None:
        valid = next(
            version_before for version_before in reversed(law.versions) if version_before.id in article.numbers
        )
    number = _ordinal(law, article.numbers[str(valid.id)])
    if valid is not version:
        number = f"（{valid.id} 年）{number}"
    return Row(article, number, article.says(str(valid.id)), article_address(law, article))


def _law(statute: Statute, law: Law) -> Page:
    version = statute.version(str(law.id))
    rows = [_row(law, article, version) for article in law.articles]
    return Page(
        address=law_address(law),
        title=str(law.short),
        template="law/articles.html",
        description=f"{law.title}的各个版本，和每一条的意思。",
        context={
            "law": law,
            "version": version,
            "topics": [(topic, [row for row in rows if row.article.topic == topic]) for topic in law.topics],
        },
    )


def _article(statute: Statute, law: Law, place: int, touched: list[Record], text: ArticleText | None) -> Page:
    version = statute.version(str(law.id))
    article = law.articles[place]
    row = _row(law, article, version)
    near = law.articles[max(place - 1, 0) : place], law.articles[place + 1 : place + 2]
    before, after = (next((_row(law, neighbour, version) for neighbour in neighbours), None) for neighbours in near)
    return Page(
        address=row.address,
        title=f"{law.short}{row.number} {article.heading}",
        template="law/article.html",
        description=row.says,
        context={
            "law": law,
            "law_address": law_address(law),
            "article": article,
            "version": version,
            "says": row.says,
            "touched": touched,
            "before": before,
            "after": after,
            "text": text,
            "versions": [_article_in(law, article, version) for version in law.versions],
            "rules": [(rule, rule_address(rule)) for rule in rules_on().get(row.address, ())],
        },
    )


def _article_in(law: Law, article: Article, version: Version) -> InVersion:
    number = article.numbers.get(str(version.id))
    return (
        InVersion(version, _ordinal(law, number), article.says(str(version.id))) if number else InVersion(version, "")
    )


def _by_topic(rules: list[LegalRule]) -> list[tuple[str, list[tuple[LegalRule, str]]]]:
    topics: dict[str, list[tuple[LegalRule, str]]] = {}
    for rule in rules:
        topics.setdefault(str(rule.topic), []).append((rule, rule_address(rule)))
    return list(topics.items())
