"""The nominations of a constituency and its preliminary election."""

from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts
from huanjie.pages import Edition
from huanjie.pages.shared.facts import FactView, day, number, view


def nominated(edition: Edition, area: Area, constituency: Constituency) -> dict[str, object]:
    """Each nomination with its number of voters; of the preliminary election its day, who took part, and the votes."""

    def count(facts: Facts[int]) -> FactView | None:
        return view(facts, edition.records, area.source, number) if facts or facts.gaps else None

    primary, nominees = constituency.primary, None if constituency.nominees else count(constituency.nominee_count)
    return {
        "nominations": [(nomination, count(nomination.voters)) for nomination in constituency.nominations],
        "nominee_count": nominees,
        "candidate_count": None if constituency.candidates else count(constituency.candidate_count),
        "primary_day": view(primary.day, edition.records, area.source, day) if primary else None,
        "primary_came": count(primary.participants) if primary else None,
        "primary_votes": [(tally.name, count(tally.votes)) for tally in primary.tallies] if primary else [],
    }
