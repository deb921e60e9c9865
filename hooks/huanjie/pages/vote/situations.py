"""My situation: a few taps from a reader's own case to the answer, the article, the next step and whom to call.

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
    """The first question, a page for each of its answers, and a page for each situation."""
    guidance, there = guide(edition), subjects(edition.records)
    yield Page(
        address=ADDRESS,
        title="我的情况",
        template="vote/situations.html",
        description="点几下，看您这种情况能不能投票，根据哪一条，下一步做什么，问谁。",
        context={
            "ended": _ended(edition),
            "groups": [(group, guidance.filled(group.title), _choices(guidance, group)) for group in guidance.groups()],
        },
    )
    for group in guidance.groups():
        yield PagePlan(f"{ADDRESS}{group.id}/", partial(_group, edition, guidance, str(group.id)))
        for situation in group.situations:
            if guidance.arises(situation):
                yield PagePlan(
                    f"{ADDRESS}{situation.id}/", partial(_situation, edition, guidance, str(situation.id), there)
                )


def _ended(edition: Edition) -> bool:
    return edition.records.one(Election).ended


def _choices(guidance: Guide, group: Group) -> list[tuple[str, str, str]]:
    """The situations of a group: address, how a reader says it, the answer in a sentence."""
    return [
        (f"{ADDRESS}{situation.id}/", guidance.filled(situation.title), "".join(guidance.paragraphs(situation.short)))
        for situation in guidance.situations(group)
    ]


def _group(edition: Edition, guidance: Guide, slug: str) -> Page:
    group = next(choice for choice in groups() if choice.id == slug)
    title = guidance.filled(group.title)
    return Page(
        address=f"{ADDRESS}{slug}/",
        title=plain(filled(title, edition.statute)),
        template="vote/group.html",
        description=f"{plain(filled(title, edition.statute))}：{group.ask}选一种，看能不能投票，下一步做什么。",
        context={
            "ended": _ended(edition),
            "group": group,
            "says": guidance.paragraphs(group.says),
            "choices": _choices(guidance, group),
            "ask": Whom.of(edition),
        },
        searched=False,  # its situations are
    )


def _situation(edition: Edition, guidance: Guide, slug: str, there: tuple[str, ...]) -> Page:
    group, situation = next(
        (group, situation) for group in groups() for situation in group.situations if situation.id == slug
    )
    short = "".join(guidance.paragraphs(situation.short))
    others = [(address, title) for address, title, _ in _choices(guidance, group) if address != f"{ADDRESS}{slug}/"]
    return Page(
        address=f"{ADDRESS}{slug}/",
        title=guidance.filled(situation.title),
        template="vote/situation.html",
        description=plain(filled(short, edition.statute)),
        context={
            "ended": _ended(edition),
            "short": short,
            "says": guidance.paragraphs(situation.says),
            "todo": guidance.paragraphs(situation.todo),
            "leads": leads(situation.leads, there),
            **_rests_on(edition, situation),
            "group": guidance.filled(group.title),
            "group_address": f"{ADDRESS}{group.id}/",
            "others": others,
        },
    )


def _rests_on(edition: Edition, situation: Situation) -> dict[str, object]:
    return {
        "dates": dated(edition, situation.dates),
        "grounds": grounds(edition.statute, situation.rules),
        "call": situation.call or "",
        "ask": Whom.of(edition),
    }
