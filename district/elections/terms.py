"""Events during a term: reviews of credentials, recalls, by-elections with and without competition."""

from dataclasses import replace
from datetime import timedelta

from district.chance import Chance
from district.elections.counts import ballots, counted, filled
from district.elections.records import Constituency, LaterVote, Recall, Review, sure
from district.elections.stages import person

ENOUGH_VOTERS = 200  # for a recall to be asked for by fifty of them
SIGNATORIES = {"县级": 50, "乡级": 30}


def elected(ward: Constituency) -> list[str]:
    """List the people marked elected in the votes of the term."""
    counts = [ward.first, *(vote.count for vote in ward.reruns)]
    return [*dict.fromkeys(name for count in counts if count for name in count.marked)]


def reviewed(chance: Chance, ward: Constituency) -> Constituency:
    """Let the township's congress review the elected; it may refuse a deputy."""
    people = elected(ward)
    if ward.level != "乡级" or not people or not chance.happens(0.35):
        return ward
    refused = (people[0],) if chance.happens(0.4) else ()
    day = max([ward.polling_until or ward.held, *(vote.day for vote in ward.reruns if vote.day)]) + timedelta(days=12)
    kinds = (*ward.kinds, "refused" if refused else "confirmed")
    review = Review(day, len(people) - len(refused), refused)
    return replace(ward, review=review, congress=ward.seats, kinds=kinds)


def after_the_election(chance: Chance, ward: Constituency) -> Constituency:
    """Let some deputies be recalled, and others be replaced in a by-election."""
    refused = ward.review.refused if ward.review else ()
    people = [name for name in elected(ward) if name not in refused]
    if people and (ward.voters.exact or 0) >= ENOUGH_VOTERS and chance.happens(0.3):
        ward = _recalled(chance, ward, people[0])
    if people and chance.happens(0.3):
        ward = _filled_again(chance, ward)
    return ward


def _recalled(chance: Chance, ward: Constituency, name: str) -> Constituency:
    now = (ward.voters.exact or 0) + chance.between(-3, 3)
    both = (now, ward.voters.exact or 0)  # the law names no date at which the voters are counted
    half = max(both) // 2
    passed = chance.happens(0.6)
    votes = half + chance.between(1, 9) if passed else min(both) // 2 - chance.between(0, 9)
    signed = SIGNATORIES[ward.level] + chance.between(0, 5)
    day = ward.setting.polling_day + timedelta(days=chance.between(200, 300))
    recall = Recall(name, day, sure(now), signed, sure(votes), passed)
    return replace(ward, recalls=(recall,), kinds=(*ward.kinds, "recall passed" if passed else "recall failed"))


def _filled_again(chance: Chance, ward: Constituency) -> Constituency:
    """Hold a by-election for one seat, or call one that is still to come."""
    kinds: tuple[str, ...]
    names = tuple(person(ward.setting.name, ward.number, 10 + place) for place in range(chance.between(1, 2)))
    ahead = chance.happens(0.25)
    today = ward.setting.today
    day = today + timedelta(days=chance.between(1, 6)) if ahead else today - timedelta(days=chance.between(60, 120))
    vote = LaterVote(day, 1, names, announced=day - timedelta(days=chance.between(7, 12)), reason="原代表调离本区")
    if ahead:
        kinds = ("by-election ahead",)
    else:
        outcome = chance.pick(("full", "full", "full", "short", "few"))
        made = ballots(chance, ward.voters.exact or 0, enough=outcome != "few")
        votes = filled(chance, made, names, 1, 0 if outcome == "short" else 1)
        marked = [name for name in names if votes[name] >= made.majority] if outcome == "full" else []
        published = day + timedelta(days=chance.between(1, 3))
        vote = replace(vote, count=counted(chance, made, votes, marked, 1), published=published)
        kinds = (f"by-election {outcome}",) + (("uncontested",) if len(names) == 1 else ())
    return replace(ward, by_elections=(vote,), kinds=(*ward.kinds, *kinds))
