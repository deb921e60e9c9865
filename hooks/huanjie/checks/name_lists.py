"""Checks on names in the lists of a constituency: none twice, and in the order that the law sets."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from huanjie.checks import check
from huanjie.chinese import strokes
from huanjie.content.records import Records
from huanjie.election.votes import constituencies
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.yaml_text import Text


def _lists(constituency: Constituency) -> Iterator[tuple[str, Sequence[Text]]]:
    yield "初步候选人", constituency.nominees
    yield "正式候选人", [candidate.name for candidate in constituency.candidates]
    if constituency.vote:
        yield "得票的人", [tally.name for tally in constituency.vote.tallies]
    for rerun in constituency.reruns:
        yield "另行选举得票的人", [tally.name for tally in rerun.tallies]


@check("C228", WARNING)
def name_twice_in_a_list(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个名字在一份名单里写了两次。

    多半是粘贴时重复了；真是同名的两个人，选票上也要分得开，名字后面写明单位。
    错：candidates: [张某, 李某, 张某]
    对：candidates: [张某（东村）, 李某, 张某（西村）]
    """
    for _, constituency, _ in constituencies(records, statute):
        for what, names in _lists(constituency):
            seen: set[str] = set()
            for name in names:
                if name in seen:
                    right = "重复的请删去一条；同名的两个人请在名字后面写明单位"
                    yield Finding(name.at, f"{what}里“{name}”写了两次", right)
                seen.add(name)


@check("C229", NOTICE, "gansu-list-order")
def list_not_in_the_order_of_strokes(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """名单没有按姓名笔画排列。

    谁排前谁排后，选民会看成是谁更受看重；按笔画排，就没有这个问题。经过预选的正式候选人按预选得票排，不在此列。
    错：candidates: [陈某, 王某]（陈 7 画，王 4 画）
    对：candidates: [王某, 陈某]
    """
    for _, constituency, law in constituencies(records, statute):
        article = law.article("gansu-list-order")
        lists = [*_lists(constituency)][: 1 if constituency.primary else 2] if article else []
        for what, names in lists:
            counted = [(count, name) for name in names if (count := strokes(name))]
            for (more, before), (fewer, after) in pairwise(counted):
                if more > fewer:
                    wrong = f"{what}里“{before}”（{more} 画）排在“{after}”（{fewer} 画）前面"
                    yield Finding(after.at, wrong, f"名单应按姓名笔画排列（{article}）；公布时就是这样排的，不用改")
                    break


@check("C255", WARNING, "primary-election", "formal-list-order-after-primary")
def candidates_against_the_primary(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """正式候选人和预选的得票顺序不一致。

    预选时得票多的当正式候选人，名单也按得票排。不一致，选民会问为什么还要预选。有人退出等情形，在 note 里写明。
    错：预选王某 300 票、李某 280 票、张某 250 票，正式候选人写李某、王某
    对：正式候选人写王某、李某
    """
    for _, constituency, law in constituencies(records, statute):
        tallies = constituency.primary.tallies if constituency.primary else ()
        article = law.article("formal-list-order-after-primary")
        counted = {str(tally.name): tally.votes.agreed for tally in tallies}
        names = [str(candidate.name) for candidate in constituency.candidates]
        if not names or not tallies or None in counted.values() or not article or constituency.note:
            continue
        best = sorted((count or 0 for count in counted.values()), reverse=True)[: len(names)]
        if [counted.get(name) for name in names] != best:
            results = (f"{counted[name]} 票" if name in counted else "没有票数" for name in names)
            listed = "、".join(f"{name} {result}" for name, result in zip(names, results, strict=True))
            right = f"请核对预选得票和名单的顺序（{article}）；有人退出的，请在选区的 note 里写明"
            wrong = f"正式候选人依次是 {listed}，和预选得票的顺序不一致"
            yield Finding(constituency.place_of("candidates"), wrong, right)
