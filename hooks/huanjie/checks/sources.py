"""Checks on sources and themes: sources without a citation or a label of their own, themes without records."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.days import exact_day
from huanjie.model.sources import Source
from huanjie.model.themes import Theme


@check("S301", NOTICE)
def source_never_cited(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """没有记录用到这个来源。

    来源页会列出哪些记录用了它；没有用到的来源，读者看不出它为什么在这里。
    错：sources.yml 里有一个来源，哪份记录也没有写它的编号
    对：在用到它的记录里写 source: 编号
    """
    for source in records.of(Source):
        if not records.citing(source):
            yield Finding(
                source.place_of("id"), f"没有记录用到来源“{source.id}”", "请在用到它的记录里写上编号；用不着就删去"
            )


@check("S302", WARNING)
def source_retrieved_before_published(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """取得日期早于发表日期。

    材料发表以后才能取得；早于发表日期，多半是日期打错了。
    错：published_on: 2016-06-29，retrieved_on: 2016-06-09
    对：published_on: 2016-06-29，retrieved_on: 2016-07-01
    """
    for source in records.of(Source):
        published, retrieved = exact_day(source.published_on), exact_day(source.retrieved_on)
        if published and retrieved and retrieved < published:
            wrong = f"取得日期“{retrieved}”早于发表日期“{published}”"
            yield Finding(source.retrieved_on[0].at, wrong, "请核对两个日期")


@check("S303", NOTICE)
def theme_without_records(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """主题页上什么也没有。

    读者点开主题，只看到一句“还没有记录”。
    错：themes.yml 里有 experience，哪份记录也没有写 themes: [experience]
    对：在有关的会议、要点或政策材料里写上主题的编号
    """
    for theme in records.of(Theme):
        if not records.citing(theme):
            yield Finding(
                theme.place_of("id"), f"没有记录属于主题“{theme.title}”", "请在有关的记录里写上这个主题的编号"
            )


@check("S304", WARNING)
def label_of_two_sources(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """两个来源的短名称一样。

    短名称写在每个数字旁边。两份材料叫一个名字，读者分不清数字出自哪一份，编辑从列表里选也容易选错。
    错：两个来源都写 label: 推进会报道
    对：一个写 label: 6月3日推进会报道，另一个写 label: 10月21日推进会报道
    """
    named: dict[str, Source] = {}
    for source in records.of(Source):
        first = named.setdefault(source.label, source)
        if first is not source:
            wrong = f"短名称“{source.label}”和来源“{first.id}”的一样"
            published = exact_day(source.published_on)
            day = f"如“{published.month}月{published.day}日{source.label}”" if published else "如加上日期"
            yield Finding(source.place_of("label"), wrong, f"请写出区别，{day}")
