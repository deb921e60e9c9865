"""Lawful elections of every kind and shape, fixed by a seed: the first vote, and the votes until every seat is filled.

Each has a planned course ("full", "tied", "void") and figures drawn for it. Nothing here comes from the law pack, so
that a test may hold our own answers to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from district.chance import Chance
from district.elections.counts import Ballots, ballots, counted, crowded, filled, later, tied
from district.elections.records import Constituency, Count, LaterVote, Setting, sure
from district.elections.stages import called
from district.elections.terms import after_the_election, reviewed
from district.elections.unknowns import blurred

SETTINGS = (
    Setting("a", date(2016, 6, 28), date(2019, 1, 1)),
    Setting("b", date(2016, 12, 20), date(2019, 6, 1), "gansu"),
    Setting("c", date(2026, 11, 18), date(2029, 6, 1)),
    Setting("d", date(2026, 11, 18), date(2029, 1, 1), "gansu"),
    Setting("e", date(2026, 11, 18), date(2026, 11, 22), "gansu"),  # days after the vote: what follows is to come
    Setting("f", date(2016, 6, 28), date(2016, 7, 2)),
)
PLANS = ("full",) * 8 + ("crowded",) * 2 + ("short",) * 5 + ("tied",) * 3 + ("few", "few", "many", "unknown", "unknown")
VOID, TIED = ("few", "many"), ("tied", "still tied")
FOLLOWS = dict.fromkeys(VOID, "repeat") | dict.fromkeys(TIED, "second")  # anything else: a rerun
A_WEEK = 7
MOST_ROUNDS = 3  # votes after the first


def elections(setting: Setting, many: int, seed: int = 1) -> Iterator[Constituency]:
    """Make the constituencies of an election, each with a course of its own."""
    for number in range(1, many + 1):
        yield _course(Chance(seed, setting.name, number), setting, number)


def close(setting: Setting) -> bool:
    """Whether today is in the week of the vote, when most later votes are still to come."""
    return (setting.today - setting.polling_day).days < A_WEEK


def _course(chance: Chance, setting: Setting, number: int) -> Constituency:
    ward = called(chance, setting, number)
    if ward.postponed and close(setting):
        return replace(ward, kinds=(*ward.kinds, "postponed", "ahead"))
    if chance.happens(0.03):
        return replace(ward, kinds=(*ward.kinds, "no result"))
    plan = chance.pick(PLANS)
    count, plan = _voted(chance, ward, plan, ward.seats, _standing(ward))
    last = ward.polling_until or ward.held
    lists = {**ward.lists, "result_list": last + timedelta(days=chance.between(1, 2 if close(setting) else 3))}
    ward = replace(ward, first=count, lists=lists, kinds=(*ward.kinds, plan))
    if plan == "unknown":
        return blurred(chance, ward)
    ward = _followed(chance, ward, plan, last)
    return ward if close(setting) else after_the_election(chance, reviewed(chance, ward))


def _standing(ward: Constituency) -> list[str]:
    return [name for name in ward.candidates if name not in ward.withdrawn]


def _voted(chance: Chance, ward: Constituency, plan: str, seats: int, names: Sequence[str]) -> tuple[Count, str]:
    """Hold a vote for all seats by a plan; "full" where the ballots do not allow the plan."""
    made = ballots(chance, ward.voters.exact or 0, enough=plan != "few")
    if plan == "few":
        return counted(chance, made, filled(chance, made, names, seats, seats), (), seats), plan
    if plan == "many":
        count = counted(chance, made, filled(chance, made, names, seats, seats), (), seats)
        more = made.participants + chance.between(1, 3)
        figures = {"issued": sure(more), "returned": sure(more), "invalid": sure(more - made.valid)}
        return replace(count, **figures, note="多发了票"), plan  # type: ignore[arg-type]  # fields by their names
    votes, marked, plan = _by_plan(chance, made, plan, seats, names)
    return counted(chance, made, votes, marked, seats), plan


def _by_plan(
    chance: Chance, made: Ballots, plan: str, seats: int, names: Sequence[str]
) -> tuple[Mapping[str, int], list[str], str]:
    """Draw the votes of a valid vote, the people elected and the outcome."""
    if plan == "crowded" and (over := crowded(chance, made, names, seats)):
        most = sorted(over.items(), key=lambda pair: -pair[1])[:seats]
        return over, [name for name, _ in most], plan
    if plan == "tied" and seats > 1 and (drawn := tied(chance, made, names, seats)):
        votes, equal = drawn
        return votes, [name for name, count in votes.items() if count > votes[equal[0]]], plan
    winners = chance.between(0, seats - 1) if plan == "short" else seats
    votes = filled(chance, made, names, seats, winners)
    marked = [name for name, count in votes.items() if count >= made.majority]
    return votes, marked, "short" if plan == "short" else "unknown" if plan == "unknown" else "full"


@dataclass(frozen=True)
class Before:
    """The state of an election before another vote: the outcome of the last, and the people elected so far.

    `votes` are those of the last vote for all seats; they decide who runs in a rerun.
    """

    plan: str
    count: Count
    votes: Mapping[str, int]
    elected: frozenset[str]

    def then(self, plan: str, count: Count) -> "Before":
        """Give the state after another vote."""
        votes = count.by_name if self.plan in VOID else self.votes
        return Before(plan, count, votes, self.elected | {*count.marked})


def _followed(chance: Chance, ward: Constituency, plan: str, held: date) -> Constituency:
    """Add the votes that have to follow, until every seat is filled, or the next one is not held yet."""
    if ward.first is None:
        return ward
    before = Before(plan, ward.first, ward.first.by_name, frozenset(ward.first.marked))
    for _ in range(MOST_ROUNDS):
        full = ward.seats == len(before.elected) or before.plan == "between"
        if full or chance.happens(0.5 if before.plan == "few" and ward.reruns else 0.1):
            return ward
        open_seats, kind = ward.seats - len(before.elected), FOLLOWS.get(before.plan, "rerun")
        held += timedelta(days=chance.between(5, 7))
        vote = LaterVote(held, open_seats, tuple(_who_stands(chance, ward, before)))
        ward = replace(ward, kinds=(*ward.kinds, kind))
        if held >= ward.setting.today:
            return replace(ward, reruns=(*ward.reruns, vote), kinds=(*ward.kinds, "ahead"))
        if kind == "repeat":
            plans = ("full", "short", "tied", "few")
            count, plan = _voted(chance, ward, chance.pick(plans), ward.seats, vote.candidates)
        else:
            count, plan = _voted_later(chance, ward, kind, open_seats, vote.candidates)
        vote = replace(vote, count=count, published=held + timedelta(days=chance.between(1, 3)))
        ward = replace(ward, reruns=(*ward.reruns, vote), kinds=(*ward.kinds, f"{kind} {plan}"))
        before = before.then(plan, count)
    return ward


def _who_stands(chance: Chance, ward: Constituency, before: Before) -> list[str]:
    """Choose the candidates: all after a void vote, the equal after a tie, else those with most votes of the rest."""
    if before.plan in VOID:
        return _standing(ward)
    open_seats = ward.seats - len(before.elected)
    if before.plan in TIED:
        rest = {name: count for name, count in before.count.by_name.items() if name not in before.elected}
        return [name for name, count in rest.items() if count == max(rest.values())]
    many = chance.between(-(-4 * open_seats // 3), 2 * open_seats) if open_seats > 1 else 2
    left = [name for name in before.votes if name not in before.elected]
    return sorted(left, key=lambda name: -before.votes[name])[:many]


def _voted_later(chance: Chance, ward: Constituency, kind: str, seats: int, names: Sequence[str]) -> tuple[Count, str]:
    """Hold a rerun, or a second vote among candidates with equal votes."""
    made = ballots(chance, ward.voters.exact or 0)
    lowest, highest = -(-made.valid // 3), -(-made.returned // 3)
    outcome = chance.pick(("full",) * 4 + (("tied",) if kind == "second" else ("short", "tied", "between")))
    if outcome == "between" and lowest == highest:
        outcome = "short"
    votes = later(chance, made, names, seats, outcome)
    best = [name for name in sorted(names, key=lambda name: -votes[name])[:seats] if votes[name] >= lowest]
    marked = best if outcome == "full" or (outcome == "between" and chance.happens(0.5)) else []
    return counted(chance, made, votes, marked, seats), "still tied" if outcome == "tied" else outcome
