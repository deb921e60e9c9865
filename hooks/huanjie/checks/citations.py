"""Checks on the articles of law that records cite."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import ERROR, NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.law.citations import SAME, Citation, citations, cites_something, law_named
from huanjie.law.pack import laws
from huanjie.model.articles import ArticleText
from huanjie.model.days import exact_day
from huanjie.yaml_text import Text


@check("L207", ERROR)
def cited_article_does_not_exist(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """引用的法律条文不存在。

    群众照着条号去查，查不到，就不再相信网站的其他内容。
    错：2016 年的选举，写“选举法第六十条”（那时只有五十九条）
    对：选举法第五十九条
    """
    for text in _texts(records):
        for citation in citations(text, statute):
            if citation.version and citation.article is None and citation.complete:
                law = f"{citation.law.short}（{citation.version.id} 年）"
                wrong = f"“{citation.typed}”不存在：{law}共 {citation.last} {citation.unit}"
                yield Finding(text.at, wrong, "请核对条号")


@check("L208", WARNING)
def cited_number_of_another_version(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写明了版本的条号，和这次选举适用的版本不同。

    2020 年修改以后，选举法第二条以后的条号都往后移了一位；写旧条号，群众会查到别的内容。
    错：2021 年的选举，写“2015 年选举法第二十七条”
    对：2021 年的选举，写“选举法第二十八条”
    """
    for text in _texts(records):
        for citation in citations(text, statute):
            if citation.moved and citation.version:
                wrong = f"“{citation.typed}”是 {citation.dated} 年版的条号，这次选举适用 {citation.version.id} 年版"
                yield Finding(text.at, wrong, f"请改成“{citation.version.id} 年{citation.law.short}{citation.moved}”")


@check("L213", NOTICE)
def cited_without_its_year(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """引用条文没有写年份，记录那天和选举那天的法律，这个条号说的不是一件事。

    法律修改以后条号会移动。网页按这次选举适用的版本解释条号；记录是另一个版本施行的时候写的，说的可能是另一条。
    错：2016 年的选举，2021 年的会议写“选举法第二十八条”
    对：2016 年的选举，2021 年的会议写“2015 年选举法第二十七条”
    """
    for record, texts in records.texts:
        day = exact_day(getattr(record, record.dated)) if record.dated else None
        if day and not isinstance(record, ArticleText):
            for text in filter(cites_something, texts):
                for citation in citations(text, statute):
                    yield from _two_meanings(text, citation, day)


def _two_meanings(text: Text, citation: Citation, day: date) -> Iterator[Finding]:
    """Tell both articles that a citation without its year may mean; 同法 goes with the law named before it."""
    meant = citation.otherwise(day)
    if meant and citation.version and citation.article and citation.typed.strip("《》")[:2] not in SAME:
        version, article = meant
        wrong = (
            f"“{citation.typed}”没有写年份：{day} 施行的是 {version.id} 年版，那里是“{article.heading}”；"
            f"这次选举适用 {citation.version.id} 年版，这里是“{citation.article.heading}”"
        )
        first, second = citation.dated_as(version, article), citation.dated_as(citation.version, citation.article)
        yield Finding(text.at, wrong, f"指前一条的，请写“{first}”；指后一条的，请写“{second}”")


@check("L210", ERROR)
def text_of_no_article(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """收录的条文原文对不上任何一条法律。

    对不上，原文就没有地方显示；多半是法律的名称、版本或者条号写错了。
    错：law: 选举法，version: 2015，number: 60（那一版只有五十九条）
    对：law: 选举法，version: 2020，number: 60
    """
    for record in records.of(ArticleText):
        law = law_named(str(record.law))
        if law is None:
            names = "、".join(str(known.short) for known in laws().values())
            yield Finding(record.place_of("law"), f"没有收录“{record.law}”", f"收录的有：{names}")
        elif law.article(str(record.version), record.number) is None:
            wrong = f"{law.short} {record.version} 年版里，没有收录第 {record.number} {law.unit or '条'}"
            yield Finding(record.place_of("number"), wrong, "请核对版本和条号")


def _texts(records: Records) -> Iterator[Text]:
    return (
        text
        for record, texts in records.texts
        if not isinstance(record, ArticleText)  # a statute cites its own articles as of its own version
        for text in texts
        if cites_something(text)
    )
