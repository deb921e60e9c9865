"""Results announced for several constituencies at once: the figures and names, on pages and in a notice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huanjie.election.places import joint_by_election, joint_result, joint_results
from huanjie.election.poll import Poll
from huanjie.model.areas import Area, JointResult
from huanjie.model.base import Record
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.people import Name
from huanjie.pages import Edition
from huanjie.pages.shared.facts import FactView, day, number, view

FIGURES = (("发出选票", "issued"), ("收回选票", "returned"), ("有效票", "valid"), ("无效票", "invalid"))


@dataclass(frozen=True)
class Joint:
    """A joint result: the constituencies, the vote, its day and figures; `ballots` only where stated."""

    constituencies: Sequence[Record]
    by_election: str
    published: FactView
    participants: FactView
    ballots: tuple[tuple[str, FactView], ...]
    elected: FactView
    names: tuple[Name, ...]
    note: str | None


def joint(edition: Edition, constituencies: Sequence[Constituency], poll: Poll | None = None) -> Iterator[Joint]:
    """The results that constituencies share with others, each once: all, or those of a by-election or of the term."""
    shared = {
        id(result): (area, result)
        for constituency in constituencies
        for area, result in joint_results(edition.records, constituency)
    }
    wanted = {id(_of(edition, poll))} if poll else {*shared}
    yield from (_joint(edition, area, result) for key, (area, result) in shared.items() if key in wanted)


def _of(edition: Edition, poll: Poll) -> JointResult | None:
    if poll.of_election:
        return joint_result(edition.records, poll.constituency)
    return joint_by_election(edition.records, poll)


def _joint(edition: Edition, area: Area, result: JointResult) -> Joint:
    records = edition.records

    def count(facts: Facts[int]) -> FactView:
        return view(facts, records, area.source, number)

    ballots = ((label, getattr(result, field)) for label, field in FIGURES)
    when = "或 ".join(day(value) for value in result.by_election.values)
    return Joint(
        constituencies=records.resolve(result.constituencies),
        by_election="" if result.of_term else f"{when}补选",
        published=view(result.published, records, area.source, day),
        participants=count(result.participants),
        ballots=tuple((label, count(facts)) for label, facts in ballots if facts or facts.gaps),
        elected=count(result.elected),
        names=result.names,
        note=result.note,
    )


def published(edition: Edition, poll: Poll) -> Facts[Day]:
    """The day on which the result of a vote was published, alone or together with others."""
    result = _of(edition, poll)
    return poll.published or (result.published if result else NONE_STATED)


def result_published(edition: Edition, poll: Poll) -> bool:
    """Whether the result of a vote is published, alone or together with others."""
    return bool(poll.published) or _of(edition, poll) is not None


def joint_notice(edition: Edition, poll: Poll) -> tuple[str, ...]:
    """The paragraphs of a notice on a joint result; empty where the constituency has none."""
    result = _of(edition, poll)
    if result is None or poll.tallies:
        return ()
    names = [str(constituency.heading) for constituency in edition.records.resolve(result.constituencies)]
    together = f"{'、'.join(names)}的结果{'合在一起' if len(names) > 1 else ''}公布。"
    parts = (
        ("参加投票", result.participants, "名"),
        *((what, getattr(result, field), "张") for what, field in FIGURES),
    )
    stated = "，".join(
        f"{what} {number(facts.agreed)} {unit}" for what, facts, unit in parts if facts.agreed is not None
    )
    count = f"当选代表 {result.count} 名" if result.count is not None else ""
    people = f"{count}：{'、'.join(result.names)}。" if result.names else f"{count}。"
    return tuple(filter(None, (together, f"{stated}。" if stated else "", people if count else "")))
