"""Figures of a vote that add up, and the people elected by them."""

from collections.abc import Sequence
from dataclasses import dataclass

from district.chance import Chance
from district.yaml import Node, Record, Row

WINNING = (0.57, 0.84)  # of the valid ballots, so that it is more than half of the participants too
MOST_OF_A_LOSER = 0.46
VOID = 0.03


@dataclass
class Count:
    """The figures of a vote, and the people elected by them."""

    seats: int
    participants: int
    returned: int
    valid: int
    votes: dict[str, int]
    against: dict[str, int]
    others: int
    elected: tuple[str, ...]

    def record(self) -> Record:
        """Write the figures as in a record, everybody in the order of the ballot."""
        figures: Record = {
            "participants": self.participants,
            "issued": self.participants,
            "returned": self.returned,
            "valid": self.valid,
            "invalid": self.returned - self.valid,
            "tallies": [self._tally(name) for name in self.votes],
        }
        return figures | ({"others": self.others} if self.others else {})

    def _tally(self, name: str) -> Row:
        votes, against = self.votes[name], self.against[name]
        figures: dict[str, Node] = {"name": name, "votes": votes, "against": against}
        figures["abstained"] = self.valid - votes - against
        return Row(figures | ({"elected": "yes"} if name in self.elected else {}))


def usual(names: Sequence[str], seats: int, participants: int, chance: Chance) -> Count:
    """Hold a vote that fills every seat."""
    winners = sorted((chance.share(*WINNING) for _ in range(seats)), reverse=True)
    losing = [chance.share(0.5, 1) for _ in names[seats:]]
    left = seats - sum(winners) - 0.04
    losers = sorted((min(MOST_OF_A_LOSER, left * weight / sum(losing)) for weight in losing), reverse=True)
    return count(dict(zip(chance.shuffled(names), winners + losers, strict=True)), names, seats, participants, chance)


def count(shares: dict[str, float], ballot: Sequence[str], seats: int, participants: int, chance: Chance) -> Count:
    """Count a vote from each candidate's share of the valid ballots; shares fall from the first name to the last."""
    returned = participants - chance.between(0, min(6, participants // 60))
    valid = returned - round(returned * chance.share(0, VOID))
    votes: dict[str, int] = {}
    for name, share in shares.items():  # no two alike by chance
        votes[name] = min([round(valid * share), *(fewest - 1 for fewest in votes.values())])
    return counted({name: votes[name] for name in ballot}, seats, (participants, returned, valid), chance)


def counted(votes: dict[str, int], seats: int, ballots: tuple[int, int, int], chance: Chance) -> Count:
    """Finish a vote of which the votes for each are known: participants, ballots returned, ballots valid."""
    participants, returned, valid = ballots
    room = min(valid * seats - sum(votes.values()), valid // 60)
    against = {name: round((valid - number) * chance.share(0.2, 0.5)) for name, number in votes.items()}
    most_first = sorted(votes, key=lambda name: -votes[name])
    passed = [name for name in most_first if 2 * votes[name] > participants]
    others = chance.between(0, max(room, 0))
    return Count(seats, participants, returned, valid, votes, against, others, tuple(passed[:seats]))
