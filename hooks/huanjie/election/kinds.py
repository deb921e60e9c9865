"""The kinds of vote that a constituency may hold, each with its slug and its name in law or practice."""

from enum import Enum


class Kind(Enum):
    """A kind of vote."""

    FIRST = "first"
    REPEAT = "repeat"  # all anew, because the vote before was void
    SECOND = "second"  # among those whose equal votes left a seat open
    RERUN = "rerun"  # for the seats that a valid vote left open
    BY_ELECTION = "by-election"
    RECALL = "recall"

    @property
    def slug(self) -> str:
        """The kind as addresses and data have it."""
        return self.value

    @property
    def chinese(self) -> str:
        """The name of the kind."""
        return _CHINESE[self]

    @property
    def called(self) -> str:
        """The name of the vote in a notice: a recall is one only once it has passed."""
        return "表决罢免要求" if self is Kind.RECALL else self.chinese

    @property
    def whole(self) -> bool:
        """Whether everything is elected as in a first vote: enough voters take part, and a majority of them decides."""
        return self in (Kind.FIRST, Kind.REPEAT)

    @property
    def followed_by_law(self) -> bool:
        """Whether the law names the vote that follows where seats stay open: not after a rerun or a second vote."""
        return self.whole

    @property
    def of_term(self) -> bool:
        """Whether such a vote opens or completes an election, and is none that is held later in the term."""
        return self not in (Kind.BY_ELECTION, Kind.RECALL)


_CHINESE = {
    Kind.FIRST: "第一次投票",
    Kind.REPEAT: "重新选举",
    Kind.SECOND: "再次投票",
    Kind.RERUN: "另行选举",
    Kind.BY_ELECTION: "补选",
    Kind.RECALL: "罢免",
}
