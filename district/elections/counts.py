"""The figures of a vote, drawn for a planned outcome; they often just meet the law's halves and thirds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from district.chance import Chance
from district.elections.records import Count, sure

JUST = 0.35  # of the votes: as many as it takes, or one too few


@dataclass(frozen=True)
class Ballots:
    """The ballots of a vote: who took part, how many ballots were returned, how many of them are valid."""

    participants: int
    returned: int
    valid: int

    @property
    def majority(self) -> int:
        """More than half of those who took part."""
        return self.participants // 2 + 1


def ballots(chance: Chance, voters: int, *, enough: bool = True) -> Ballots:
    """Draw the ballots of a vote with a quorum (more than half of the voters), or without."""
    half = voters // 2
    if enough:
        participants = half + 1 if chance.happens(JUST) else chance.between(half + 1, voters)
    else:
        participants = half if chance.happens(JUST) else chance.between(max(1, half // 2), half)
    spoilt = min(3, participants // 12)
    returned = participants - chance.between(0, spoilt)
    return Ballots(participants, returned, returned - chance.between(0, min(spoilt + participants // 60, returned - 1)))


def filled(chance: Chance, made: Ballots, names: Sequence[str], seats: int, winners: int) -> dict[str, int]:
    """Draw votes that give a majority to exactly `winners` candidates, in any order of the names."""
    left, votes = made.valid * seats, dict.fromkeys(names, 0)
    shuffled = chance.shuffled(names)
    for name in shuffled[:winners]:
        votes[name] = made.majority if chance.happens(JUST) else chance.between(made.majority, made.valid)
        left -= votes[name]
    for name in shuffled[winners:]:
        most = min(made.majority - 1, made.valid, left)
        votes[name] = most if chance.happens(JUST) else chance.between(0, most)
        left -= votes[name]
    return votes


def crowded(chance: Chance, made: Ballots, names: Sequence[str], seats: int) -> dict[str, int] | None:
    """Draw different votes that give a majority to one more than the seats; None where ballots are too few."""
    first, *others = shuffled = chance.shuffled(names)
    votes = {name: made.majority + seats - place for place, name in enumerate(shuffled[: seats + 1])}
    if votes[first] > made.valid or sum(votes.values()) > made.valid * seats:
        return None
    return dict.fromkeys(names, 0) | votes if others else None


def tied(chance: Chance, made: Ballots, names: Sequence[str], seats: int) -> tuple[dict[str, int], list[str]] | None:
    """Draw equal votes, with a majority, for too few seats, and name the equal; None where ballots are too few."""
    before = chance.between(0, seats - 1)
    shuffled = chance.shuffled(names)[: seats + 1]
    ahead, equal = shuffled[:before], shuffled[before:]
    votes = dict.fromkeys(names, 0) | dict.fromkeys(equal, made.majority) | dict.fromkeys(ahead, made.majority + 1)
    fits = len(equal) > seats - before and max(votes.values()) <= made.valid
    return (votes, equal) if fits and sum(votes.values()) <= made.valid * seats else None


def later(chance: Chance, made: Ballots, names: Sequence[str], seats: int, outcome: str) -> dict[str, int]:
    """Votes of a rerun: "full", "short", "tied" or "between" the third of the valid and that of all ballots."""
    lowest, highest = -(-made.valid // 3), -(-made.returned // 3)
    shuffled = chance.shuffled(names)
    if outcome == "tied":
        return dict.fromkeys(names, min(highest + chance.between(0, 2), made.valid * seats // len(names)))
    if outcome == "between":
        return dict.fromkeys(names, 0) | {shuffled[0]: lowest}
    votes, left = dict.fromkeys(names, 0), made.valid * seats
    if outcome == "full":
        for place, name in enumerate(shuffled[:seats]):
            votes[name] = highest + seats - place if chance.happens(JUST) else max(highest + 1, made.valid - place)
            left -= votes[name]
    for name in shuffled[seats if outcome == "full" else 0 :]:
        most = min(lowest - 1 if outcome == "short" else highest, left)
        votes[name] = most if chance.happens(JUST) else chance.between(0, max(0, most))
        left -= votes[name]
    return votes


def counted(chance: Chance, made: Ballots, votes: Mapping[str, int], marked: Sequence[str], seats: int) -> Count:
    """Give all figures of a vote; some votes have votes against, abstentions and write-in votes."""
    whole = chance.happens(0.4)
    against = {name: chance.between(0, made.valid - count) for name, count in votes.items()} if whole else {}
    left = made.valid * seats - sum(votes.values())
    others = chance.between(1, min(3, left)) if left > 0 and chance.happens(0.2) else 0
    return Count(
        participants=sure(made.participants),
        issued=sure(made.participants),
        returned=sure(made.returned),
        valid=sure(made.valid),
        invalid=sure(made.returned - made.valid),
        others=sure(others) if others else None,
        votes={name: sure(count) for name, count in votes.items()},
        against=against,
        abstained={name: made.valid - votes[name] - against[name] for name in against},
        marked=tuple(name for name in votes if name in marked),
    )
