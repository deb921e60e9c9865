"""Checks on the discipline of the election."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import ERROR, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.model.discipline import Discipline, Forbidden


@check("D201", ERROR)
def case_of_nothing_forbidden(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """案例写的编号不在“不许做的事”里。

    案例要放在它违反的那一条下面；编号对不上，读者就看不到它为什么受处理。
    错：forbidden 里有 id: bribery，案例写 forbidden: bribes
    对：案例写 forbidden: bribery
    """
    for discipline in records.of(Discipline):
        known = [str(forbidden.id) for forbidden in discipline.forbidden]
        for case in discipline.cases:
            if case.forbidden is not None and case.forbidden not in known:
                near = near_misses(case.forbidden, known)
                choices = f"已有的编号：{'、'.join(known)}" if known else "请先在 forbidden 里写上这一种"
                right = f"是不是 {'、'.join(near)}？" if near else choices
                yield Finding(case.forbidden.at, f"不许做的事里没有编号“{case.forbidden}”", right)


@check("D202", WARNING)
def nowhere_to_report(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """没有写到哪里举报。

    只说不许做，不说看见了找谁，群众没法监督。
    错：没有 channels 这一栏
    对：channels: [{title: 举报电话, how: 12380}]
    """
    for discipline in records.of(Discipline):
        if not discipline.channels:
            yield Finding(
                discipline.place_of("channels"), "没有写到哪里举报", "请加 channels，写举报的电话、网址或者地址"
            )


@check("D203", ERROR)
def forbidden_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """两种不许做的事用了同一个编号。

    编号写在网址里；两条一个号，链接就不知道指哪一条。
    错：两条都写 id: bribery
    对：一条写 id: bribery，一条写 id: coercion
    """
    for discipline in records.of(Discipline):
        first: dict[str, Forbidden] = {}
        for forbidden in discipline.forbidden:
            known = first.setdefault(forbidden.id, forbidden)
            if known is not forbidden:
                wrong = f"编号“{forbidden.id}”已经用过了，在第 {known.at.line} 行"
                yield Finding(forbidden.id.at, wrong, "请换一个编号，或者删去其中一条")
