"""What happens during a term: reviews of credentials, recalls, by-elections with and without a choice."""

from dataclasses import replace
from datetime import timedelta

from district.chance import Chance
from district.elections.counts import ballots, counted, filled
from district.elections.records import Constituency, LaterVote, Recall, Review, sure
from district.elections.stages import person

ENOUGH_VOTERS = 200  # for a recall to be asked for by fifty of them
SIGNATORIES = {"县级": 50, "乡级": 30}


def elected(one: Constituency) -> list[str]:
    """Who is marked elected in the votes of the term."""
    counts = [one.first, *(vote.count for vote in one.reruns)]
    return [*dict.fromkeys(name for count in counts if count for name in count.marked)]


def reviewed(chance: Chance, one: Constituency) -> Constituency:
    """Let the township's congress review who was elected; one may be refused."""
    people = elected(one)
    if one.level != "乡级" or not people or not chance.happens(0.35):
        return one
    refused = (people[0],) if chance.happens(0.4) else ()
    day = max([one.polling_until or one.held, *(vote.day for vote in one.reruns if vote.day)]) + timedelta(days=12)
    kinds = (*one.kinds, "refused" if refused else "confirmed")
    review = Review(day, len(people) - len(refused), refused)
    return replace(one, review=review, congress=one.seats, kinds=kinds)


def after_the_election(chance: Chance, one: Constituency) -> Constituency:
    """Let deputies be recalled and followed, some of them."""
    refused = one.review.refused if one.review else ()
    people = [name for name in elected(one) if name not in refused]
    if people and (one.voters.exact or 0) >= ENOUGH_VOTERS and chance.happens(0.3):
        one = _recalled(chance, one, people[0])
    if people and chance.happens(0.3):
        one = _filled_again(chance, one)
    return one


def _recalled(chance: Chance, one: Constituency, name: str) -> Constituency:
    now = (one.voters.exact or 0) + chance.between(-3, 3)
    both = (now, one.voters.exact or 0)  # the law names no date at which the voters are counted
    half = max(both) // 2
    passed = chance.happens(0.6)
    votes = half + chance.between(1, 9) if passed else min(both) // 2 - chance.between(0, 9)
    signed = SIGNATORIES[one.level] + chance.between(0, 5)
    day = one.setting.polling_day + timedelta(days=chance.between(200, 300))
    recall = Recall(name, day, sure(now), signed, sure(votes), passed)
    return replace(one, recalls=(recall,), kinds=(*one.kinds, "recall passed" if passed else "recall failed"))


def _filled_again(chance: Chance, one: Constituency) -> Constituency:
    """Hold a by-election for one seat, or call one that is still to come."""
    kinds: tuple[str, ...]
    names = tuple(person(one.setting.name, one.number, 10 + place) for place in range(chance.between(1, 2)))
    ahead = chance.happens(0.25)
    today = one.setting.today
    day = today + timedelta(days=chance.between(1, 6)) if ahead else today - timedelta(days=chance.between(60, 120))
    vote = LaterVote(day, 1, names, announced=day - timedelta(days=chance.between(7, 12)), reason="原代表调离本区")
    if ahead:
        kinds = ("by-election ahead",)
    else:
        outcome = chance.pick(("full", "full", "full", "short", "few"))
        made = ballots(chance, one.voters.exact or 0, enough=outcome != "few")
        votes = filled(chance, made, names, 1, 0 if outcome == "short" else 1)
        marked = [name for name in names if votes[name] >= made.majority] if outcome == "full" else []
        published = day + timedelta(days=chance.between(1, 3))
        vote = replace(vote, count=counted(chance, made, votes, marked, 1), published=published)
        kinds = (f"by-election {outcome}",) + (("uncontested",) if len(names) == 1 else ())
    return replace(one, by_elections=(vote,), kinds=(*one.kinds, *kinds))
