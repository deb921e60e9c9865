"""The sentences on the ballots of a vote: whether they are more than the people, and whether they add up."""

from collections.abc import Iterator

from huanjie.election.figures import stated
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.pages.shared.facts import number


def ballots(came_to: Outcome) -> Iterator[str]:
    """The sentence on ballots and participants: the vote is void where there are more ballots."""
    vote, article = came_to.poll.ballots, came_to.poll.law.article("ballots-not-more-than-voters")
    returned = vote.returned.agreed if vote else None
    if returned is None or came_to.ballots_in_bounds is None:
        return
    fine = "不多于投票的人数" if came_to.void else "不多于投票的人数，有效"
    verdict = fine if came_to.ballots_in_bounds else "多于投票的人数，选举无效"
    yield f"收回选票 {number(returned)} 张，{verdict}（{article}）。"


def difference(poll: Poll) -> Iterator[str]:
    """Ballots that do not add up, and nobody says why."""
    vote = poll.ballots
    if vote is None or vote.note:
        return
    returned, valid, invalid = (stated(facts) for facts in (vote.returned, vote.valid, vote.invalid))
    exact = [bounds.exact for bounds in (returned, valid, invalid) if bounds]
    if len(exact) < len(("returned", "valid", "invalid")) or None in exact:
        return
    whole, parts = exact[0] or 0, sum(count or 0 for count in exact[1:])
    if whole != parts:
        yield f"有效票和无效票相加是 {number(parts)} 张，和收回的选票相差 {number(abs(whole - parts))} 张，没有说明。"
