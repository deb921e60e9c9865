"""A vote as arithmetic: turnout over half, ballots not over voters, majorities, ties, seats open, the third."""

from collections.abc import Iterator

from huanjie.election.counting import THIRD, Reading, thresholds
from huanjie.election.figures import number_taking_part
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.validity import LOCAL_QUORUM, Void, half_of_local_quorum, quorum, quorum_rule, rules_known
from huanjie.law.pack import legal_rules
from huanjie.model.results import Tally
from huanjie.pages.results.ballots import ballots, difference
from huanjie.pages.results.by_elections import for_the_province_to_say, half_took_part, missing_seats
from huanjie.pages.results.turnout import stated_turnout
from huanjie.pages.shared.facts import number

HALF = "50.0%"  # what a share close to the half is rounded to, on whichever side it lies
BALLOTS = {"returned": "收回的选票", "valid": "有效票"}


def sentences(came_to: Outcome) -> Iterator[str]:
    """The sentences on a vote, each by the law of the vote's own day."""
    match came_to.poll.kind:
        case Kind.BY_ELECTION if came_to.poll.first:
            yield from _only_by_election(came_to)
        case Kind.BY_ELECTION:
            yield from _by_election(came_to)
        case Kind.SECOND:
            yield from ballots(came_to)
            yield f"这是票数相等以后的再次投票，{_most_votes(came_to)}。"
            yield from _still_equal(came_to)
        case Kind.RERUN:
            yield from _rerun(came_to)
        case _:
            yield from _anew(came_to.poll)
            yield from _whole(came_to)
            yield from _seats(came_to)
    yield from difference(came_to.poll)


def _anew(poll: Poll) -> Iterator[str]:
    if poll.kind is Kind.REPEAT:
        before = "第一次" if poll.after and poll.after.first else "上一次"
        yield f"{before}投票选举无效，这一次从头再选，有效和当选的条件同第一次一样。"


def _whole(came_to: Outcome) -> Iterator[str]:
    """The conditions of a first vote: enough voters, no more ballots than they, a majority of those who took part."""
    yield from _turnout(came_to)
    yield from stated_turnout(came_to)
    yield from ballots(came_to)
    law = came_to.poll.law
    article = law.article(LOCAL_QUORUM if law.by_election else "elected-majority")
    yield from _majority(came_to, article) if article else for_the_province_to_say(law)


def _most_votes(came_to: Outcome) -> str:
    law = came_to.poll.law
    return f"得票多的当选（{law.article('tie')}）" if rules_known(law) else "怎样定，看本省的补选办法"


def _only_by_election(came_to: Outcome) -> Iterator[str]:
    """A by-election that is all that the records are of: by the province's rules, or that we have none of them."""
    law = came_to.poll.law
    article = law.article(LOCAL_QUORUM)
    yield from _turnout(came_to)
    yield from ballots(came_to)
    yield from _majority(came_to, article) if article else for_the_province_to_say(law)
    yield from _seats(came_to)


def _turnout(came_to: Outcome) -> Iterator[str]:
    poll = came_to.poll
    voters, participants = poll.voters.agreed, number_taking_part(poll.ballots)
    if voters and half_of_local_quorum(poll):
        yield from half_took_part(poll)
    if not voters or participants is None or came_to.enough_voters is None:
        return
    enough = "过半数" if came_to.void else "过半数，选举有效"  # which too many ballots undo
    verdict = enough if came_to.enough_voters else "没有过半数，选举无效"
    figures = f"登记选民 {number(voters)} 名，参加投票 {number(participants)} 名"
    share = f"{100 * participants / voters:.1f}%"
    needed = quorum(poll)
    close = f"，过半数要 {number(needed)} 名{_by(participants - needed)}" if share == HALF and needed else ""
    yield f"{figures}，占 {share}{close}：{verdict}（{poll.law.article(quorum_rule(poll))}）。"


def _by(difference: int) -> str:
    """By how many votes or voters something is decided."""
    if not difference:
        return "，正好够"
    return f"，多 {difference}" if difference > 0 else f"，少 {-difference}"


def _majority(came_to: Outcome, article: str) -> Iterator[str]:
    needed = [threshold.votes for threshold in thresholds(came_to.poll) if threshold.base == "participants"]
    if len(needed) == 1 and not came_to.void:
        yield f"参加投票的选民过半数赞成才能当选，这里至少要得 {number(needed[0])} 票（{article}）。"


def _seats(came_to: Outcome) -> Iterator[str]:
    poll, seats, chosen = came_to.poll, came_to.poll.seats.agreed, came_to.number
    if came_to.void or seats is None or not (poll.tallies or chosen) or not came_to.result_known:
        return
    missing = seats - chosen
    full = "。" if came_to.tied else "，选满了。"
    yield f"应选 {seats} 名，这一次当选 {chosen} 名" + (f"，还缺 {missing} 名。" if missing > 0 else full)
    if came_to.tied:
        yield f"{_equal(came_to.tied)}，名额不够：{_again(came_to)}{_most_votes(came_to)}。"
        return
    if missing > 0 and poll.law.by_election:
        yield from missing_seats(poll.law)
    elif missing > 0 and (article := poll.law.article("rerun-for-missing-seats")):
        allowed = poll.law.between("rerun-for-missing-seats", missing_seats=missing)
        many = f"，候选人{_range(*allowed)}" if allowed else ""
        yield f"缺的名额另行选举，按第一次得票多少的顺序定候选人{many}（{article}）。"
    elif not missing and _over(came_to) and (over := poll.law.article("more-majorities-than-seats")):
        yield f"过半数的人多于名额，得票多的当选（{over}）。"


def _over(came_to: Outcome) -> bool:
    """Whether somebody had a majority and was not elected."""
    needed = [threshold.votes for threshold in thresholds(came_to.poll)]
    votes = [tally.votes.agreed for tally in came_to.poll.tallies if not tally.elected]
    return bool(needed) and any(count is not None and count >= max(needed) for count in votes)


def _equal(tied: tuple[Tally, ...]) -> str:
    return f"{'、'.join(str(tally.name) for tally in tied)}都是 {number(tied[0].votes[0].value)} 票"


def _again(came_to: Outcome) -> str:
    return "在他们中间再次投票，" if rules_known(came_to.poll.law) else ""


def _still_equal(came_to: Outcome) -> Iterator[str]:
    if came_to.tied:
        then = "；这以后怎么办，法律没有写明" if rules_known(came_to.poll.law) else ""
        yield f"{_equal(came_to.tied)}，还是定不下谁当选{then}。"


def _rerun(came_to: Outcome) -> Iterator[str]:
    poll, seats = came_to.poll, came_to.poll.seats.agreed
    yield from stated_turnout(came_to)
    yield from ballots(came_to)
    if seats and poll.law.by_election:
        yield f"这一次还要选 {seats} 名。"
    elif seats:
        allowed = poll.law.between("rerun-for-missing-seats", missing_seats=seats)
        article = poll.law.article("rerun-for-missing-seats")
        many = f"，候选人应有{_range(*allowed)}（{article}）" if allowed else ""
        yield f"这一次还要选 {seats} 名{many}。"
    if not rules_known(poll.law):
        yield from for_the_province_to_say(poll.law)
    elif not came_to.void:
        yield from _third(came_to)
        yield from _still_missing(came_to)


def _still_missing(came_to: Outcome) -> Iterator[str]:
    """The sentence on seats that a rerun left open: the law only says how they are filled after the first vote."""
    if came_to.poll.counted and came_to.short and not came_to.tied:
        chosen = came_to.number
        result = f"这一次当选 {chosen} 名" if chosen else "这一次没有人当选"
        yield f"{result}，还缺 {came_to.short} 名；这以后怎么办，法律没有写明。"


def _third(came_to: Outcome) -> Iterator[str]:
    """The third of the ballots: of those returned, and of the valid ones too where that elects somebody else."""
    law, needed = came_to.poll.law, thresholds(came_to.poll)
    article, returned = law.article(THIRD), [threshold for threshold in needed if threshold.base == "returned"]
    if came_to.disputed:
        readings = "；".join(_by_reading(reading) for reading in came_to.disputed)
        yield f"得票多的当选，但不得少于选票的三分之一（{article}）；作废的票算不算在内，法律没有写明。{readings}。"
    elif len(returned) == 1:
        votes = number(returned[0].votes)
        yield f"得票多的当选，但按收回的选票算，至少要得 {votes} 票（{article}）。"
    elif article:
        yield f"{law.answer(legal_rules()[THIRD])}（{article}）"
    if came_to.tied:
        yield f"{_equal(came_to.tied)}，定不下谁当选。"


def _by_reading(reading: Reading) -> str:
    base, size, votes = BALLOTS[reading.threshold.base], number(reading.threshold.size), number(reading.threshold.votes)
    people = "、".join(str(tally.name) for tally in reading.elected)
    return f"按{base} {size} 张算，至少要得 {votes} 票，{f'{people}够' if people else '没有人够'}"


def _by_election(came_to: Outcome) -> Iterator[str]:
    poll, law = came_to.poll, came_to.poll.law
    voters = poll.voters.agreed
    if seats := poll.seats.agreed:
        article = law.article("by-election-candidates")
        equal = f"候选人和名额一样多，补选可以这样（{article}）。" if article and len(poll.candidates) == seats else ""
        yield f"补选 {seats} 名代表。{equal}"
    participants = number_taking_part(poll.ballots)
    if half_of_local_quorum(poll):
        yield from half_took_part(poll)
    if voters and participants is not None and came_to.enough_voters is not None:
        verdict = "过半数" if came_to.enough_voters else "没有过半数"
        when = "补选时" if poll.own_voters else "换届选举时"
        figures = f"参加投票 {number(participants)} 名；按{when}登记的选民 {number(voters)} 名算"
        verdict += "，选举无效" if Void.FEW_VOTERS in came_to.void else ""
        yield f"{figures}，{verdict}（{law.article(LOCAL_QUORUM)}）。"
    yield from ballots(came_to)
    if article := law.article(LOCAL_QUORUM):
        yield from _majority(came_to, article)
    if came_to.tied:
        yield f"{_equal(came_to.tied)}，名额不够：{_again(came_to)}{_most_votes(came_to)}。"


def _range(least: int, most: int) -> str:
    return f" {least} 名" if least == most else f" {least} 至 {most} 名"
