"""My situation: a few taps from one's own case to the answer, the article, the next step and whom to call.

A tree of pages, so that it works without scripts and keeps nothing of what a reader chose.
"""

from collections.abc import Iterator
from functools import partial

from huanjie.law.guidance import Group, Guide, Situation, groups
from huanjie.law.references import filled
from huanjie.model.election import Election
from huanjie.pages import Edition, Page, PagePlan
from huanjie.pages.questions.questions import grounds
from huanjie.pages.shared.prose import plain
from huanjie.pages.vote.guide import Whom, dated, guide, leads, subjects

ADDRESS = "vote/situations/"


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The first question, a page for each of its answers, and one for each situation."""
    told, there = guide(edition), subjects(edition.records)
    yield Page(
        address=ADDRESS,
        title="我的情况",
        template="vote/situations.html",
        description="点几下，看您这种情况能不能投票，根据哪一条，下一步做什么，问谁。",
        context={
            "ended": _ended(edition),
            "groups": [(group, told.filled(group.title), _choices(told, group)) for group in told.groups()],
        },
    )
    for group in told.groups():
        yield PagePlan(f"{ADDRESS}{group.id}/", partial(_group, edition, told, str(group.id)))
        for one in group.situations:
            if told.arises(one):
                yield PagePlan(f"{ADDRESS}{one.id}/", partial(_situation, edition, told, str(one.id), there))


def _ended(edition: Edition) -> bool:
    return edition.records.one(Election).ended


def _choices(told: Guide, group: Group) -> list[tuple[str, str, str]]:
    """The situations of a group: address, how a reader says it, the answer in a sentence."""
    return [
        (f"{ADDRESS}{one.id}/", told.filled(one.title), "".join(told.paragraphs(one.short)))
        for one in told.situations(group)
    ]


def _group(edition: Edition, told: Guide, slug: str) -> Page:
    group = next(one for one in groups() if one.id == slug)
    title = told.filled(group.title)
    return Page(
        address=f"{ADDRESS}{slug}/",
        title=plain(filled(title, edition.statute)),
        template="vote/group.html",
        description=f"{plain(filled(title, edition.statute))}：{group.ask}选一种，看能不能投票，下一步做什么。",
        context={
            "ended": _ended(edition),
            "group": group,
            "says": told.paragraphs(group.says),
            "choices": _choices(told, group),
            "ask": Whom.of(edition),
        },
        searched=False,  # its situations are
    )


def _situation(edition: Edition, told: Guide, slug: str, there: tuple[str, ...]) -> Page:
    group, one = next((group, one) for group in groups() for one in group.situations if one.id == slug)
    short = "".join(told.paragraphs(one.short))
    others = [(address, title) for address, title, _ in _choices(told, group) if address != f"{ADDRESS}{slug}/"]
    return Page(
        address=f"{ADDRESS}{slug}/",
        title=told.filled(one.title),
        template="vote/situation.html",
        description=plain(filled(short, edition.statute)),
        context={
            "ended": _ended(edition),
            "short": short,
            "says": told.paragraphs(one.says),
            "todo": told.paragraphs(one.todo),
            "leads": leads(one.leads, there),
            **_rests_on(edition, one),
            "group": (f"{ADDRESS}{group.id}/", told.filled(group.title)),
            "others": others,
        },
    )


def _rests_on(edition: Edition, one: Situation) -> dict[str, object]:
    return {
        "dates": dated(edition, one.dates),
        "grounds": grounds(edition.statute, one.rules),
        "call": one.call or "",
        "ask": Whom.of(edition),
    }
