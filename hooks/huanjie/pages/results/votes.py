"""The results of a constituency's votes: the first, later votes by their day, joint results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from huanjie.election.deputies import deputies
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.term import elected, number_elected
from huanjie.election.votes import votes
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts
from huanjie.pages import Edition
from huanjie.pages.results.counting import Counted, counted
from huanjie.pages.results.joint import Joint, joint
from huanjie.pages.results.recalls import recall_outcome
from huanjie.pages.results.station_counts import station_table
from huanjie.pages.results.vacancies import called_off, vacancies, why
from huanjie.pages.shared.facts import FactView, day, named, number, view
from huanjie.pages.shared.status import confirmed, review


@dataclass(frozen=True)
class Later:
    """A vote that followed the first: its id, its heading and day, the record, and what came out of it.

    `figures` are those of a recall, `counted` those of an election; `outcome` tells a recall's, or a vote called off.
    """

    id: str
    title: str
    day: FactView
    record: object
    figures: tuple[tuple[str, FactView, str], ...] = ()
    counted: Counted | None = None
    outcome: str = ""
    why: str = ""
    joint: tuple[Joint, ...] = ()


def results(edition: Edition, area: Area, constituency: Constituency) -> dict[str, object]:
    """The result of each vote, or the joint result that includes it."""
    polls = votes(edition.records, edition.statute, constituency)
    first, *later = polls
    begun = [poll for poll in polls if not poll.days.earliest or edition.reached(poll.days.earliest)]
    today = deputies(begun, date.max, review(edition, constituency))
    after = [*_later(edition, area, later)]
    added = any(not deputy.poll.of_election for deputy in today.serving)
    changed = bool(today.recalled or today.left or added)
    return {
        "elected": [deputy.name for deputy in today.serving],
        "elected_label": "现在的代表" if changed else "当选的人",
        "nobody": changed and not today.serving and not any(vote.joint for vote in after),
        "unnamed": today.unnamed,
        "without_names": "" if today.serving else _without_names(begun),
        "confirmed": "" if changed else confirmed(edition, first),
        "vote": counted(first, confirmed(edition, first), station_table(edition, first)) if constituency.vote else None,
        "vote_sources": named(
            edition.records,
            (constituency.vote.source,) if constituency.vote and constituency.vote.source else area.source,
        ),
        "vacancies": [*vacancies(edition, constituency)],
        "later": after,
        "joint": [*joint(edition, [constituency], first)],
    }


def _without_names(polls: Sequence[Poll]) -> str:
    """The sentence on the number of those elected where no record has a name."""
    number = 0 if elected(polls) else number_elected(polls)
    return f"当选 {number} 名，没有公布姓名" if number else ""


def _later(edition: Edition, area: Area, polls: Sequence[Poll]) -> Iterator[Later]:
    reruns = sum(poll.of_election for poll in polls)
    for poll in polls:
        when = view(poll.days.begins, edition.records, area.source, day)
        if poll.recall:
            figures = tuple(_recall_figures(edition, area, poll))
            title = f"罢免{poll.recall.name}"
            yield Later(poll.identity, title, when, poll.recall, figures, outcome=recall_outcome(Outcome(poll)))
            continue
        count = counted(poll, confirmed(edition, poll), station_table(edition, poll))
        again = f"第 {poll.number} 次" if reruns > 1 and poll.of_election else ""
        off = called_off(poll)
        title = f"{again}{poll.kind.chinese if poll.settled else '再投一次票'}{'（取消了）' if off else ''}"
        shared = () if poll.of_election else tuple(joint(edition, [poll.constituency], poll))
        cause = "" if poll.of_election else why(poll)
        yield Later(poll.identity, title, when, poll.record, counted=count, outcome=off, why=cause, joint=shared)


def _recall_figures(edition: Edition, area: Area, poll: Poll) -> Iterator[tuple[str, FactView, str]]:
    def count(facts: Facts[int]) -> FactView:
        return view(facts, edition.records, area.source, number)

    if recall := poll.recall:
        yield "联名要求罢免", count(recall.signatories), "名"
        yield "原选区选民", count(recall.voters), "名"
        yield "同意罢免", count(recall.votes), "票"
