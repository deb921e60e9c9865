"""Lawful elections of every kind and shape, fixed by a seed: the first vote, and the votes until every seat is filled.

A course is planned ("full", "tied", "void") and figures are drawn that come to it; nothing here is read from the law
pack, so that a test may hold our own answers to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from district.chance import Chance
from district.elections.counts import Ballots, ballots, counted, crowded, filled, later, tied
from district.elections.records import Constituency, Count, LaterVote, Postponement, Setting, sure
from district.elections.stages import formal, nominated, person
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
VOTERS = (21, 22, 60, 100, 101, 333, 999, 1000, 1561, 3120, 8001, 40_000)
PLANS = ("full",) * 8 + ("crowded",) * 2 + ("short",) * 5 + ("tied",) * 3 + ("few", "few", "many", "unknown", "unknown")
VOID, TIED = ("few", "many"), ("tied", "still tied")
FOLLOWS = dict.fromkeys(VOID, "repeat") | dict.fromkeys(TIED, "second")  # anything else: a rerun
A_WEEK = 7
MOST_ROUNDS = 3  # votes after the first


def elections(setting: Setting, many: int, seed: int = 1) -> Iterator[Constituency]:
    """Constituencies of one election, each with a course of its own."""
    for number in range(1, many + 1):
        yield _course(Chance(seed, setting.name, number), setting, number)


def close(setting: Setting) -> bool:
    """Whether the election is looked at in the week of the vote, when most of what follows is still to come."""
    return (setting.today - setting.polling_day).days < A_WEEK


def _course(chance: Chance, setting: Setting, number: int) -> Constituency:
    one = _called(chance, setting, number)
    if one.postponed and close(setting):
        return replace(one, kinds=(*one.kinds, "postponed", "ahead"))
    if chance.happens(0.03):
        return replace(one, kinds=(*one.kinds, "no result"))
    plan = chance.pick(PLANS)
    count, plan = _voted(chance, one, plan, one.seats, _standing(one))
    last = one.polling_until or one.held
    lists = {**one.lists, "result_list": last + timedelta(days=chance.between(1, 2 if close(setting) else 3))}
    one = replace(one, first=count, lists=lists, kinds=(*one.kinds, plan))
    if plan == "unknown":
        return blurred(chance, one)
    one = _followed(chance, one, plan, last)
    return one if close(setting) else after_the_election(chance, reviewed(chance, one))


def _called(chance: Chance, setting: Setting, number: int) -> Constituency:
    """A constituency before its vote: voters, seats, lists, who stands."""
    seats, voters, day = chance.between(1, 3), chance.pick(VOTERS), setting.polling_day
    until, postponed, kinds = None, None, []
    if chance.happens(0.08):
        put_off = day + timedelta(days=chance.between(5, 7))
        postponed, kinds = Postponement(day - timedelta(days=chance.between(0, 3)), put_off), ["postponed"]
    elif chance.happens(0.1):
        until, kinds = day + timedelta(days=chance.between(1, 2)), ["several days"]
    begins = postponed.until if postponed and postponed.until else day
    lists = {
        "voter_list": begins - timedelta(days=chance.between(20, 27)),
        "nominees_list": begins - timedelta(days=chance.between(15, 18)),
        "candidates_list": begins - timedelta(days=chance.between(7, 12)),
    }
    names = [person(setting.name, number, place) for place in range(9)]
    candidates = formal(chance, names, seats)
    nominations, nominees = nominated(chance, names[: len(candidates) + chance.between(0, 2)], seats)
    one = Constituency(
        setting,
        number,
        level=chance.pick(("县级", "乡级")),
        seats=seats,
        voters=sure(voters),
        lists=lists,
        nominations=nominations,
        nominees=nominees,
        candidates=candidates,
        polling_until=until,
        postponed=postponed,
        workers=((names[8], ""),) if chance.happens(0.3) else (),
        most_mandates=chance.between(0, 3) if chance.happens(0.4) else None,
        kinds=tuple(kinds),
    )
    if len(candidates) > -(-4 * seats // 3) and chance.happens(0.3):
        gone = lists["candidates_list"] - timedelta(days=1)
        one = replace(one, withdrawn={candidates[0]: gone}, kinds=(*one.kinds, "withdrew"))
    return one


def _standing(one: Constituency) -> list[str]:
    return [name for name in one.candidates if name not in one.withdrawn]


def _voted(chance: Chance, one: Constituency, plan: str, seats: int, names: Sequence[str]) -> tuple[Count, str]:
    """A whole vote by a plan; "full" where the ballots do not allow the plan."""
    made = ballots(chance, one.voters.exact or 0, enough=plan != "few")
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
    """Votes of a valid vote, who is elected by them, and what the vote came to."""
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
    """Where the election of the term is before another vote: what the last one came to, and who is elected so far.

    `votes` are those of the whole vote, by which the candidates of a rerun are found.
    """

    plan: str
    count: Count
    votes: Mapping[str, int]
    elected: frozenset[str]

    def then(self, plan: str, count: Count) -> "Before":
        """Where it is after another vote."""
        votes = count.by_name if self.plan in VOID else self.votes
        return Before(plan, count, votes, self.elected | {*count.marked})


def _followed(chance: Chance, one: Constituency, plan: str, held: date) -> Constituency:
    """Add the votes that have to follow, until every seat is filled, or the next one is not held yet."""
    if one.first is None:
        return one
    before = Before(plan, one.first, one.first.by_name, frozenset(one.first.marked))
    for _ in range(MOST_ROUNDS):
        full = one.seats == len(before.elected) or before.plan == "between"
        if full or chance.happens(0.5 if before.plan == "few" and one.reruns else 0.1):
            return one
        open_seats, kind = one.seats - len(before.elected), FOLLOWS.get(before.plan, "rerun")
        held += timedelta(days=chance.between(5, 7))
        vote = LaterVote(held, open_seats, tuple(_who_stands(chance, one, before)))
        one = replace(one, kinds=(*one.kinds, kind))
        if held >= one.setting.today:
            return replace(one, reruns=(*one.reruns, vote), kinds=(*one.kinds, "ahead"))
        if kind == "repeat":
            plans = ("full", "short", "tied", "few")
            count, plan = _voted(chance, one, chance.pick(plans), one.seats, vote.candidates)
        else:
            count, plan = _voted_later(chance, one, kind, open_seats, vote.candidates)
        vote = replace(vote, count=count, published=held + timedelta(days=chance.between(1, 3)))
        one = replace(one, reruns=(*one.reruns, vote), kinds=(*one.kinds, f"{kind} {plan}"))
        before = before.then(plan, count)
    return one


def _who_stands(chance: Chance, one: Constituency, before: Before) -> list[str]:
    """All again after a void vote, those with equal votes after a tie, else those with the most votes of the rest."""
    if before.plan in VOID:
        return _standing(one)
    open_seats = one.seats - len(before.elected)
    if before.plan in TIED:
        rest = {name: count for name, count in before.count.by_name.items() if name not in before.elected}
        return [name for name, count in rest.items() if count == max(rest.values())]
    many = chance.between(-(-4 * open_seats // 3), 2 * open_seats) if open_seats > 1 else 2
    left = [name for name in before.votes if name not in before.elected]
    return sorted(left, key=lambda name: -before.votes[name])[:many]


def _voted_later(chance: Chance, one: Constituency, kind: str, seats: int, names: Sequence[str]) -> tuple[Count, str]:
    """A rerun, or a second vote among those with equal votes."""
    made = ballots(chance, one.voters.exact or 0)
    lowest, highest = -(-made.valid // 3), -(-made.returned // 3)
    outcome = chance.pick(("full",) * 4 + (("tied",) if kind == "second" else ("short", "tied", "between")))
    if outcome == "between" and lowest == highest:
        outcome = "short"
    votes = later(chance, made, names, seats, outcome)
    best = [name for name in sorted(names, key=lambda name: -votes[name])[:seats] if votes[name] >= lowest]
    marked = best if outcome == "full" or (outcome == "between" and chance.happens(0.5)) else []
    return counted(chance, made, votes, marked, seats), "still tied" if outcome == "tied" else outcome
