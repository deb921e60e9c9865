"""What came out of a constituency's votes: the first, reruns, by-elections, recalls, joint results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.facts import Facts
from huanjie.model.results import Recall, Rerun, Vote
from huanjie.pages import Edition
from huanjie.pages.counting import Counted, counted
from huanjie.pages.facts import Shown, day, named, number, shown
from huanjie.pages.status import confirmed
from huanjie.rules.constituencies import joint_results
from huanjie.rules.elected import elected


@dataclass(frozen=True)
class Recalled:
    """A recall: whom it was to remove, when it was put to the vote, the figures, what came of it."""

    name: str
    day: Shown
    figures: tuple[tuple[str, Shown, str], ...]
    outcome: str


def results(edition: Edition, area: Area, one: Constituency, statute: Statute) -> dict[str, object]:
    """What came out of each vote, or where it was announced together with others'."""

    def told(vote: Vote) -> tuple[Vote, Counted, Shown]:
        held = vote.day if isinstance(vote, Rerun) else one.polling_day
        said = confirmed(edition, one, vote)
        return vote, counted(statute, one, vote, said), shown(held, edition.records, area.source, day)

    return {
        "elected": [str(tally.name) for tally in elected(one)],
        "confirmed": confirmed(edition, one, one.vote),
        "vote": told(one.vote) if one.vote else None,
        "vote_sources": named(edition.records, (one.vote.source,) if one.vote and one.vote.source else area.source),
        "reruns": [told(rerun) for rerun in one.reruns],
        "by_elections": [told(vote) for vote in one.by_elections],
        "recalls": [_recalled(edition, area, recall) for recall in one.recalls],
        "joint": [*joint(edition, [one])],
    }


def joint(edition: Edition, several: Sequence[Constituency]) -> Iterator[dict[str, object]]:
    """The results that constituencies share with others, each once, in whichever area they are filed."""
    found = {id(result): (area, result) for one in several for area, result in joint_results(edition.records, one)}
    yield from (_joint(edition, area, result) for area, result in found.values())


def _joint(edition: Edition, area: Area, result: JointResult) -> dict[str, object]:
    records = edition.records
    return {
        "with": records.found(result.constituencies),
        "published": shown(result.published, records, area.source, day),
        "participants": shown(result.participants, records, area.source, number),
        "elected": shown(result.elected, records, area.source, number),
        "note": result.note,
    }


def _recalled(edition: Edition, area: Area, recall: Recall) -> Recalled:
    def count(facts: Facts[int]) -> Shown:
        return shown(facts, edition.records, area.source, number)

    held = exact_day(recall.day)
    article = (edition.statute.on(held) if held else edition.statute).article("recall-majority")
    voted = recall.votes or recall.votes.gaps
    failed = f"没有罢免：要有原选区过半数的选民同意（{article}）。" if voted else "没有表决结果的记录。"
    return Recalled(
        name=str(recall.name),
        day=shown(recall.day, edition.records, area.source, day),
        figures=(
            ("联名要求罢免", count(recall.signatories), "名"),
            ("原选区选民", count(recall.voters), "名"),
            ("同意罢免", count(recall.votes), "票"),
        ),
        outcome=f"罢免通过（{article}）。" if recall.recalled else failed,
    )
