"""The texts of notices of votes: of a later vote, why and how it is held; of a result, the figures and the elected."""

from collections.abc import Iterator
from datetime import date

from huanjie.election.counting import THIRD
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.validity import LOCAL_QUORUM, Void, quorum_rule, rules_known
from huanjie.law.deadlines import written
from huanjie.law.pack import legal_rules
from huanjie.pages import Edition
from huanjie.pages.notices.texts import called_for, voting_places
from huanjie.pages.results.vacancies import called_off, why
from huanjie.pages.shared.facts import number
from huanjie.pages.shared.status import written_days

GROUNDS = {Kind.SECOND: "tie", Kind.RERUN: "rerun-for-missing-seats"}


def voting_again(edition: Edition, poll: Poll) -> tuple[str, ...]:
    """The notice of a later vote: its reason, candidates, day and place, and the votes that elect."""
    if off := called_off(poll):
        return (off,)
    day = poll.days.first
    paragraphs = [_why(poll)]
    paragraphs.append(f"候选人：{'、'.join(poll.candidates)}。" if poll.candidates else "")
    paragraphs.append(_when(poll, day))
    paragraphs.append(voting_places(edition, poll.constituency) if day else "")
    paragraphs.append(_takes(poll))
    return tuple(filter(None, paragraphs))


def announced(edition: Edition, poll: Poll) -> tuple[str, ...]:
    """Why a by-election is held that the records are of, when and where, and what it takes to be elected."""
    if not poll.completes_by_election:
        return ()
    day = called_for(edition, poll.constituency, poll.announced)
    places = voting_places(edition, poll.constituency) if day else ""
    return tuple(filter(None, (_why(poll), _when(poll, day), places, _takes(poll))))


def _when(poll: Poll, day: date | None) -> str:
    """When a vote is held, as far as it is known."""
    if day is None and poll.days.begins:
        return f"投票日期：{written_days(poll.days)}{'' if poll.counted else '，哪一天另行公告'}。"
    return f"投票日期：{written(day)}。" if day else "投票日期另行公告。"


def _why(poll: Poll) -> str:
    seats, what = poll.seats.agreed, poll.kind.chinese
    if poll.kind is Kind.REPEAT:
        by_law = "依法" if rules_known(poll.law) else ""
        return f"本选区{_after(poll)}投票选举无效，{by_law}{what}。"
    if poll.kind is Kind.BY_ELECTION:
        many = f"补选代表 {seats} 名" if seats else "补选代表"
        reason = f"原因：{cause}。" if (cause := why(poll)) else ""
        return f"{reason}依法由原选区{many}（{poll.law.article('vacancy-filled-by')}）。"
    return f"本选区{_after(poll)}投票后还缺代表 {seats} 名，{_ground(poll)}。" if seats else ""


def _after(poll: Poll) -> str:
    """The vote that made this vote necessary."""
    return "第一次" if poll.after is None or poll.after.first else "上一次"


def _ground(poll: Poll) -> str:
    """By which article there is another vote; none says what follows a rerun or a second vote."""
    if not rules_known(poll.law) or (poll.after and not poll.after.whole):
        return f"再投一次票（{poll.kind.chinese}）"
    return f"依法{poll.kind.chinese}（{poll.law.article(GROUNDS[poll.kind])}）"


def _takes(poll: Poll) -> str:
    """The condition of election in the words of the rule, where it differs from that of a first vote."""
    rule = {Kind.RERUN: THIRD, Kind.BY_ELECTION: LOCAL_QUORUM}.get(poll.kind, "")
    article = poll.law.article(rule) if rule and rules_known(poll.law) else ""
    return f"{poll.law.answer(legal_rules()[rule])}（{article}）" if article else ""


def result(poll: Poll) -> tuple[str, ...]:
    """The result of a single vote; a later vote has its own notice. Of a void vote the text says why it is void."""
    came_to = Outcome(poll)
    if came_to.void:
        return (*filter(None, [_figures(poll)]), *_void(came_to))
    if not poll.tallies:
        return ()
    counted = [(tally.name, tally.votes.agreed) for tally in poll.tallies]
    votes = "；".join(f"{name} {number(count)} 票" for name, count in counted if count is not None)
    reviewed = poll.law.article("by-election-review" if poll.law.by_election else "deputy-list-published")
    confirmed = f"代表资格经审查确认以后另行公布（{reviewed}）。"
    paragraphs = (
        _figures(poll),
        f"得票：{votes}。" if votes else "",
        _chosen(came_to),
        confirmed if came_to.recorded else "",
    )
    return tuple(filter(None, paragraphs))


def _void(came_to: Outcome) -> Iterator[str]:
    law = came_to.poll.law
    if Void.FEW_VOTERS in came_to.void:
        yield f"参加投票的选民没有过半数，选举无效（{law.article(quorum_rule(came_to.poll))}）。"
    if Void.MANY_BALLOTS in came_to.void:
        yield f"收回的选票多于投票的人数，选举无效（{law.article('ballots-not-more-than-voters')}）。"
    yield "没有人当选，依法重新选举。" if rules_known(law) else "没有人当选。"


def _figures(poll: Poll) -> str:
    vote = poll.ballots
    if vote is None:
        return ""
    registered = "登记选民" if poll.own_voters else "换届选举时登记选民"
    figures = (
        (poll.voters, registered, "名"),
        (vote.participants, "参加投票", "名"),
        (vote.in_person, "自己来投票", "名"),
        (vote.by_proxy, "委托别人投票", "名"),
        (vote.issued, "发出选票", "张"),
        (vote.returned, "收回选票", "张"),
        (vote.valid, "有效票", "张"),
        (vote.invalid, "无效票", "张"),
    )
    stated = [f"{label} {number(facts.agreed)} {unit}" for facts, label, unit in figures if facts.agreed is not None]
    return f"{'，'.join(stated)}。" if stated else ""


def _chosen(came_to: Outcome) -> str:
    names, seats = [str(tally.name) for tally in came_to.recorded], came_to.poll.seats.agreed
    if not names and not came_to.result_known:
        return ""
    chosen = came_to.recorded_number
    named = f"{'：' if len(names) == chosen else '，其中有'}{'、'.join(names)}" if names else ""
    sentence = f"当选代表 {chosen} 名{named}。" if chosen else "没有人当选。"
    equal = "、".join(str(tally.name) for tally in came_to.tied)
    if not seats or (chosen >= seats and not equal):
        return sentence
    open_seats = f"应选 {seats} 名，还缺 {seats - chosen} 名" if chosen < seats else f"应选 {seats} 名"
    undecided = came_to.poll.kind in (Kind.SECOND, Kind.RERUN) or not rules_known(came_to.poll.law)
    then = "定不下谁当选" if undecided else "依法再次投票"
    return f"{sentence}{open_seats}" + (f"，{equal}票数相等，{then}。" if equal else "。")
