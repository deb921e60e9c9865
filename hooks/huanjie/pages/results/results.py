"""Results: by level, by township and subdistrict, by constituency; turnout and seats filled, as chart and as table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from huanjie.content.records import Records
from huanjie.election.figures import number_taking_part
from huanjie.election.joint import joint_result_needed
from huanjie.election.outcome import Outcome, State
from huanjie.election.places import area_of, joint_result
from huanjie.election.poll import Poll
from huanjie.election.term import known_number, standing, whole_vote
from huanjie.election.totals import results_known
from huanjie.election.votes import votes
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.levels import Level
from huanjie.model.totals import RESULTS
from huanjie.pages import Edition, Page, PagePlan, last_change
from huanjie.pages.areas.areas import LEVELS
from huanjie.pages.results.joint import joint
from huanjie.pages.results.lines import lines
from huanjie.pages.results.totals import Figure, area_totals, label_of, stated_of_area, stated_of_level
from huanjie.pages.shared.charts import chart
from huanjie.pages.shared.place_words import compact
from huanjie.pages.shared.status import status


@dataclass(frozen=True)
class Summed:
    """Constituencies added up: how many there are and have a result, and the figures of those that have one.

    `voters` and `participants` count only where both are known, so that the turnout is one of the same people;
    `elected`, `seats` and `registered` (all voters) are None where one of their parts is not known; `stated` are the
    totals that sources state of them, by what they count.
    """

    name: str
    address: str
    constituencies: int
    with_result: int
    voters: int
    participants: int
    elected: int | None
    seats: int | None
    registered: int | None = None
    stated: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def turnout(self) -> float | None:
        """Those who took part, in per cent of the registered voters."""
        return 100 * self.participants / self.voters if self.voters else None


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The results as a whole and a page for each area; nothing before the first result."""
    if not results_known(edition.records):
        return
    areas = [area for area in edition.records.of(Area) if _has_result(edition.records, area)]
    yield Page(
        address="results/",
        title="补选结果" if edition.statute.by_election else "选举结果",
        template="results/results.html",
        description=f"各级、各{compact(edition.places)}的投票率、当选人数和没有选满的名额。",
        context={"levels": [_level(edition, level) for level in LEVELS if _has_figures(edition.records, level)]},
        changed=last_change(edition.records, *areas),
    )
    for area in areas:
        yield PagePlan(f"results/{area.slug}/", partial(_area, edition, area))


def _has_result(records: Records, area: Area) -> bool:
    return bool(area.totals) or any(
        constituency.vote or joint_result(records, constituency) for constituency in area.constituencies
    )


def _has_figures(records: Records, level: str) -> bool:
    """Whether a level has constituencies, or totals of its result."""
    return bool(_at(records.of(Area), level)) or any(of in stated_of_level(records, level) for of in RESULTS)


def _at(areas: Iterable[Area], level: str) -> list[Constituency]:
    return [constituency for area in areas for constituency in area.constituencies if constituency.level == level]


def _level(edition: Edition, level: Level) -> dict[str, object]:
    areas = edition.records.of(Area)
    rows = [row for area in areas if (row := _row(edition, area, level)).constituencies or row.stated]
    drawn = [(row.name, row.turnout, f"{row.turnout:.1f}%") for row in rows if row.turnout is not None]
    name = f"turnout-{level.slug}"
    waiting = [constituency for constituency in _at(areas, level) if _undecided(edition, constituency)]
    return {
        "level": level,
        "label": label_of(edition.records, level),
        "whole": summed(edition, "合计", "", _at(areas, level)),
        "stated": [figure for of, figure in stated_of_level(edition.records, level).items() if of in RESULTS],
        "rows": rows,
        "chart": chart(name, f"{label_of(edition.records, level)}选举的投票率", drawn, 100),
        "open": [_named(edition, constituency) for constituency in waiting],
        "postponed": [
            _named(edition, constituency)
            for constituency in _at(areas, level)
            if constituency.postponed and not constituency.vote
        ],
    }


def _row(edition: Edition, area: Area, level: str) -> Summed:
    address = f"results/{area.slug}/" if _has_result(edition.records, area) else ""
    row = summed(edition, area.heading, address, _at([area], level))
    return replace(row, stated=stated_of_area(edition.records, area, level))


def _named(edition: Edition, constituency: Constituency) -> tuple[Constituency, str, str]:
    return (
        constituency,
        f"{area_of(edition.records, constituency).title}{constituency.title}",
        status(edition, constituency),
    )


def _undecided(edition: Edition, constituency: Constituency) -> bool:
    """Whether there is a result, and seats are still open."""
    stands = standing(votes(edition.records, edition.statute, constituency))
    return stands in (State.VOID, State.TIED, State.SHORT)


def summed(edition: Edition, name: str, address: str, constituencies: Sequence[Constituency]) -> Summed:
    """Add up constituencies; a result published for several together counts once, and a void vote not at all."""
    shared = [result for constituency in constituencies if (result := joint_result(edition.records, constituency))]
    together = {id(result): result for result in shared if joint_result_needed(edition.records, result)}
    slugs = {ref.slug for result in together.values() for ref in result.constituencies}
    alone = [constituency for constituency in constituencies if constituency.slug not in slugs]
    polls = [votes(edition.records, edition.statute, constituency) for constituency in alone]
    counted = [*filter(None, (_took_part(whole_vote(own)) for own in polls))]
    for result in together.values():
        parts = [edition.records.get(Constituency, ref.slug).voters.agreed for ref in result.constituencies]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and result.participants.agreed is not None:
            counted.append((sum(known), result.participants.agreed))
    return Summed(
        name=name,
        address=address,
        constituencies=len(constituencies),
        with_result=sum(bool(constituency.vote) or constituency.slug in slugs for constituency in constituencies),
        voters=sum(voters for voters, _ in counted),
        participants=sum(taking for _, taking in counted),
        elected=_sum([*map(known_number, polls), *(result.count for result in together.values())]),
        seats=_sum([constituency.seats.agreed for constituency in constituencies]),
        registered=_sum([constituency.voters.agreed for constituency in constituencies]),
    )


def _took_part(poll: Poll) -> tuple[int, int] | None:
    """The voters and those who took part, where both are known and the vote is not void."""
    voters, participants = poll.voters.agreed, number_taking_part(poll.ballots)
    if voters is None or participants is None or Outcome(poll).void:
        return None
    return voters, participants


def _sum(parts: Sequence[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _area(edition: Edition, area: Area) -> Page:
    levels = [(level, [*lines(edition, area, level)]) for level in LEVELS]
    return Page(
        address=f"results/{area.slug}/",
        title=f"{area.heading}的{'补选' if edition.statute.by_election else '选举'}结果",
        template="results/area.html",
        description=f"{area.heading}各选区的投票率、无效票和当选的人。",
        context={
            "area": area,
            "levels": [(level, label_of(edition.records, level), rows) for level, rows in levels if rows],
            "stated": area_totals(edition.records, area),
            "joint": [*joint(edition, area.constituencies)],
            "wholes": {level: summed(edition, level, "", _at([area], level)) for level, rows in levels if rows},
        },
        record=area.at.file,
        changed=last_change(edition.records, area),
    )
