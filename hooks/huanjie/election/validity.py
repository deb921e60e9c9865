"""Whether the figures of a vote satisfy the law: enough voters, no more ballots than people, enough for a recall."""

from enum import Enum
from functools import cache

from huanjie.election.figures import Bounds, enough, least, participants_for_quorum, stated, took_part
from huanjie.election.kinds import Kind
from huanjie.election.poll import Poll
from huanjie.law import Statute

QUORUM, BALLOTS, RECALL = "turnout-quorum", "ballots-not-more-than-voters", "recall-majority"
LOCAL_QUORUM = "gansu-by-election-quorum"
# The name of the registered voters in the formula of each rule.
VOTERS = dict.fromkeys((LOCAL_QUORUM, RECALL), "registered_voters_of_constituency") | {QUORUM: "registered_voters"}


class Void(Enum):
    """A reason for which a vote is void."""

    FEW_VOTERS = "few-voters"
    MANY_BALLOTS = "many-ballots"


def enough_voters(poll: Poll) -> bool | None:
    """Whether enough voters took part; None where that is not known, or the law does not require it."""
    vote, rule = poll.ballots, quorum_rule(poll)
    if vote is None or not rule:
        return None
    voters = stated(poll.voters)
    if voters is None or half_of_local_quorum(poll):
        return None
    return enough(poll.law, rule, ("voters_participating", participants_for_quorum(poll)), (VOTERS[rule], voters))


def half_of_local_quorum(poll: Poll) -> bool:
    """Whether exactly half took part in a by-election, of which Gansu's rules say that it is enough and that it is not.

    Gansu, article 55, second paragraph: 超过…二分之一以上.
    """
    taking, voters = participants_for_quorum(poll).exact, poll.voters.agreed
    return quorum_rule(poll) == LOCAL_QUORUM and taking is not None and voters == 2 * taking


def rules_known(law: Statute) -> bool:
    """Whether the pack has the rules of a vote: those of a by-election are the province's to make (article 57)."""
    return not law.by_election or bool(law.article(LOCAL_QUORUM))


def enough_voters_in_by_election(poll: Poll) -> bool | None:
    """Whether enough took part in a by-election, by its own voters and those of the election of the term.

    The province does not say which of them count, nor whether exactly half is enough: every reading must agree.
    """
    vote, rule = poll.ballots, quorum_rule(poll)
    if rule != LOCAL_QUORUM or not poll.own_voters or vote is None:
        return None
    bases = [base for facts in (poll.voters, poll.constituency.voters) if (base := stated(facts))]
    taking = participants_for_quorum(poll)
    if any(2 * (taking.most or 0) in (base.least, base.most) for base in bases):
        return None
    answers = {enough(poll.law, rule, ("voters_participating", taking), (VOTERS[rule], base)) for base in bases}
    return answers.pop() if len(answers) == 1 else None


def ballots_in_bounds(poll: Poll) -> bool | None:
    """Whether the ballots are no more than those who took part."""
    vote = poll.ballots
    if vote is None or not poll.law.article(BALLOTS):
        return None
    taking, returned = took_part(vote), stated(vote.returned)
    if taking is None or returned is None or taking.most is None or returned.most is None:
        return None
    if _ballots_allowed(poll.law, returned.most, taking.least):
        return True
    return None if _ballots_allowed(poll.law, returned.least, taking.most) else False


@cache  # many checks look at the same votes
def _ballots_allowed(law: Statute, returned: int, participants: int) -> bool:
    return bool(law.satisfies(BALLOTS, ballots_cast=returned, voters_participating=participants))


def enough_for_recall(poll: Poll) -> bool | None:
    """Whether enough voters agreed to a recall; None where that cannot be known.

    The law does not say whether the voters of the election count or those of the recall: both must agree.
    """
    recall = poll.recall
    agreed, voters = (stated(recall.votes), stated(recall.voters)) if recall else (None, None)
    if agreed is None or voters is None:
        return None
    registered = stated(poll.constituency.voters)
    results = {_recalls(poll, agreed, base) for base in (voters, registered) if base}
    return results.pop() if len(results) == 1 else None


def _recalls(poll: Poll, agreed: Bounds, voters: Bounds) -> bool | None:
    return enough(poll.law, RECALL, ("votes_for_recall", agreed), (VOTERS[RECALL], voters))


def quorum_rule(poll: Poll) -> str:
    """The rule that requires enough voters: of a whole election, of a by-election where the province has it; or ""."""
    if not (poll.whole or poll.kind is Kind.BY_ELECTION):
        return ""
    if poll.law.by_election:
        return LOCAL_QUORUM if poll.law.article(LOCAL_QUORUM) else ""
    return QUORUM


def quorum(poll: Poll) -> int | None:
    """The number of voters that have to take part; None where that is not known, or the law does not require it."""
    rule, voters = quorum_rule(poll), poll.voters.agreed
    return least(poll.law, rule, "voters_participating", VOTERS[rule], voters) if rule and voters is not None else None
