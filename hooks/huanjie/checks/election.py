"""Checks on the election as a whole: totals and their parts, figures on which sources disagree."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.base import FieldGroup
from huanjie.model.election import Election
from huanjie.model.facts import Fact, Facts

if TYPE_CHECKING:
    from huanjie.model.totals import Total


@check("E201", WARNING)
def parts_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """分项相加不等于总数。

    乡镇和街道的数加起来应当等于总数；不相等时，至少有一个数抄错了，或者来源自己就不一致。
    还有农场、开发区这样的地方，又没有写“其他”的数，只看是不是多了。
    错：选区 120 个，其中乡镇 77 个、街道 42 个
    对：选区 120 个，其中乡镇 77 个、街道 43 个
    """
    groups = {"乡镇", "街道", *(area.group for area in records.of(Area))}
    totals: dict[tuple[str, str | None], list[Total]] = defaultdict(list)
    for total in records.one(Election).totals:
        totals[total.of, total.level].append(total)
    for (of, _), group in totals.items():
        wholes = [total for total in group if total.area is None]
        parts = [total for total in group if total.area is not None]
        missing = groups - {str(total.area) for total in parts}
        if len(wholes) != 1 or missing & {"乡镇", "街道"}:
            continue
        if any(len(total.value.values) != 1 for total in group):
            continue  # a gap or a disagreement has no sum; E202 is about the latter
        whole, added = wholes[0].value[0], sum(total.value[0].value for total in parts)
        if added > whole.value or (added < whole.value and not missing):
            sums = " + ".join(str(total.value[0].value) for total in parts)
            right = "请核对这几个数；来源本身不一致时，把各来源的数都写上"
            yield Finding(whole.at, f"{of}总数是 {whole.value}，分项相加是 {sums} = {added}", right)


@check("E202", NOTICE)
def sources_disagree_unexplained(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """几个来源的数不一致，没有说明。

    网站会把每个数和它的来源都写出来。读者会问为什么不一样：来源解释了就写上，没有解释就照实说没有解释。
    错：区人大代表，一个来源 222 名，一个来源 240 名，没有 note
    对：同上，加一行 note: 两个来源都没有说明差别从哪里来
    """
    for total in records.one(Election).totals:
        if total.value.disagree and total.note is None:
            values = "、".join(str(value) for value in total.value.values)
            yield Finding(
                total.value[0].at,
                f"几个来源的数不一致（{values}），没有说明",
                "请加一行 note: …，写明来源怎样解释，或者没有解释",
            )


@check("E203", WARNING)
def total_given_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个总数写了两条。

    两条会在页面上各占一行，读者不知道看哪一个。几个来源的数应写在同一条里。
    错：两条 of: 登记选民
    对：一条 of: 登记选民，value 下面列出各来源的数
    """
    first: dict[tuple[str, str | None, str | None], Total] = {}
    for total in records.one(Election).totals:
        known = first.setdefault((total.of, total.level, total.area), total)
        if known is not total:
            yield Finding(
                total.at,
                f"“{total.of}”这个总数在第 {known.at.line} 行已经写过",
                "请合成一条，各来源的数列在 value 下面",
            )


@check("E204", WARNING)
def totals_of_an_unknown_level(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """代表总数没有写明是哪一级。

    区代表和乡镇代表是两级代表大会的代表，分别选举、分别计数；不写明，读者会把两个数看混。
    错：of: 代表，没有 level
    对：of: 代表，level: 县级
    """
    levels = [congress.level for congress in records.one(Election).congresses]
    for total in records.one(Election).totals:
        if total.of in {"代表", "当选代表"} and total.level not in levels:
            right = f"请写 level，选 {'、'.join(levels)}"
            yield Finding(total.at, f"{total.of}总数没有写明哪一级，或者这一级不在 congresses 里", right)


@check("E209", WARNING)
def one_source_with_two_values(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个来源，写了两个不同的数或者日子。

    几个来源不一致才逐条列出；都出自一个来源，网页也会说“各来源不一致”，过半数这样的核对也会停下来。
    多半是后一条的 source 写错了，或者忘了写；来源自己前后不一样的，在 note 里写明。
    错：voters: [{value: 1000, source: result-table}, {value: 1001, source: result-table}]
    对：voters: [{value: 1000, source: result-table}, {value: 1001, source: report}]
    """
    everything: list[Election | Area] = [records.one(Election), *records.of(Area)]
    for record in everything:
        for facts, source in _sourced(record, ""):
            yield from _from_one_source(facts, source)


def _sourced(record: FieldGroup, above: str) -> Iterator[tuple[Facts[object], str]]:
    """All facts of a record, each with the source of those that name none: its part's own, else that of the whole."""
    source = getattr(record, "source", None) or ()
    sources = source if isinstance(source, tuple) else (source,)
    own = (str(sources[0].slug) if len(sources) == 1 else "") if sources else above
    for value in record.__dict__.values():
        if isinstance(value, Facts):
            yield value, own
        elif isinstance(value, (tuple, FieldGroup)):
            for part in value if isinstance(value, tuple) else (value,):
                yield from _sourced(part, own) if isinstance(part, FieldGroup) else ()


def _from_one_source(facts: Facts[object], own: str) -> Iterator[Finding]:
    """Two values of one source, `own` being that of facts that name none; "" where it is not known."""
    if not facts.disagree:
        return
    stated: dict[str, Fact[object]] = {}
    for fact in facts:
        source = str(fact.source.slug) if fact.source else own
        known = stated.setdefault(source, fact) if source else fact
        if known.value != fact.value and not known.note and not fact.note:
            wrong = f"“{known.typed}”和“{fact.typed}”出自同一个来源（{source}）"
            yield Finding(fact.at, wrong, "请写明各出自哪个 source；来源自己前后不一样的，请写 note")
