"""What came out of a constituency's votes: the first, and what followed, by its day; joint results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from huanjie.election.deputies import deputies
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.places import joint_results
from huanjie.election.poll import Poll
from huanjie.election.votes import votes
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts
from huanjie.pages import Edition
from huanjie.pages.counting import Counted, counted
from huanjie.pages.facts import Shown, day, named, number, shown
from huanjie.pages.recalls import recall_outcome
from huanjie.pages.status import confirmed, review


@dataclass(frozen=True)
class Later:
    """A vote that followed the first: its id, its heading and day, the record, and what came out of it.

    `figures` are those of a recall, `counted` those of an election.
    """

    id: str
    title: str
    day: Shown
    record: object
    figures: tuple[tuple[str, Shown, str], ...] = ()
    counted: Counted | None = None
    outcome: str = ""
    again: bool = False


def results(edition: Edition, area: Area, one: Constituency) -> dict[str, object]:
    """What came out of each vote, or where it was announced together with others'."""
    polls = votes(edition.records, edition.statute, one)
    first, *later = polls
    begun = [poll for poll in polls if not poll.days.earliest or edition.reached(poll.days.earliest)]
    today = deputies(begun, date.max, review(edition, one))
    changed = bool(today.recalled) or any(deputy.poll.kind is Kind.BY_ELECTION for deputy in today.serving)
    return {
        "elected": [deputy.name for deputy in today.serving],
        "elected_label": "现在的代表" if changed else "当选的人",
        "unnamed": today.unnamed,
        "none_left": bool(today.recalled) and not today.serving,
        "confirmed": "" if changed else confirmed(edition, first),
        "vote": counted(first, confirmed(edition, first)) if one.vote else None,
        "vote_sources": named(edition.records, (one.vote.source,) if one.vote and one.vote.source else area.source),
        "later": [*_later(edition, area, later)],
        "joint": [*joint(edition, [one])],
    }


def _later(edition: Edition, area: Area, polls: Sequence[Poll]) -> Iterator[Later]:
    reruns = sum(poll.kind.of_term for poll in polls)
    for poll in polls:
        when = shown(poll.days.begins, edition.records, area.source, day)
        if poll.recall:
            figures = tuple(_recall_figures(edition, area, poll))
            title = f"罢免{poll.recall.name}"
            yield Later(poll.identity, title, when, poll.recall, figures, outcome=recall_outcome(Outcome(poll)))
            continue
        told = counted(poll, confirmed(edition, poll))
        again = f"第 {poll.number} 次" if reruns > 1 and poll.kind.of_term else ""
        title = f"{again}{poll.kind.chinese if poll.settled else '再投一次票'}"
        yield Later(poll.identity, title, when, poll.record, counted=told, again=poll.kind.of_term)


def _recall_figures(edition: Edition, area: Area, poll: Poll) -> Iterator[tuple[str, Shown, str]]:
    def count(facts: Facts[int]) -> Shown:
        return shown(facts, edition.records, area.source, number)

    if recall := poll.recall:
        yield "联名要求罢免", count(recall.signatories), "名"
        yield "原选区选民", count(recall.voters), "名"
        yield "同意罢免", count(recall.votes), "票"


def joint(edition: Edition, several: Sequence[Constituency]) -> Iterator[dict[str, object]]:
    """The results that constituencies share with others, each once, in whichever area they are filed."""
    shared = {id(result): (area, result) for one in several for area, result in joint_results(edition.records, one)}
    yield from (_joint(edition, area, result) for area, result in shared.values())


def _joint(edition: Edition, area: Area, result: JointResult) -> dict[str, object]:
    records = edition.records
    return {
        "with": records.found(result.constituencies),
        "published": shown(result.published, records, area.source, day),
        "participants": shown(result.participants, records, area.source, number),
        "elected": shown(result.elected, records, area.source, number),
        "note": result.note,
    }
