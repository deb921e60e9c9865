"""The status of a constituency on the day of the edition, in the words that lists and pages share.

Elected is not confirmed, postponed is not cancelled, and the words name what is still missing.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from huanjie.election.calendar import VotingDays
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome, State
from huanjie.election.places import area_of, joint_by_election, joint_result
from huanjie.election.poll import Poll
from huanjie.election.term import elected, number_elected, standing
from huanjie.election.votes import next_kind, votes
from huanjie.law.deadlines import lists, written
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.results import Review
from huanjie.pages import Edition
from huanjie.pages.shared.facts import day as write_day

NOBODY_NAMED = "有投票的记录，没有谁当选的记录"


def status(edition: Edition, constituency: Constituency) -> str:
    """The status of a constituency in a few words; "" while nothing is recorded."""
    polls = votes(edition.records, edition.statute, constituency)
    if (text := _postponed(edition, polls[0])) or (text := _came_to(edition, polls)):
        return text
    if shared := joint_result(edition.records, constituency):
        return "结果和别的选区合在一起公布" if len(shared.constituencies) > 1 else "结果已经公布，没有得票的记录"
    if any(poll.counted for poll in polls if poll.of_election):
        return NOBODY_NAMED
    if (latest := polls[0].days.latest) and edition.past(latest):
        return "投票已经结束，结果还没有记录"
    published = [name for name, (field, _) in lists(edition.statute).items() if getattr(constituency, field)]
    return f"{published[-1]}已经公布" if published else ""


def _postponed(edition: Edition, first: Poll) -> str:
    """The words for a postponed vote, until it is held."""
    if not first.constituency.postponed or first.counted:
        return ""
    if not first.days.begins:
        return "投票推迟，日期还没有定"
    over = first.days.latest and edition.past(first.days.latest)
    return "" if over else f"投票推迟到{written_days(first.days)}"


def _came_to(edition: Edition, polls: Sequence[Poll]) -> str:
    """The words for the results, once votes for people or a void vote are recorded."""
    if not any(poll.tallies or Outcome(poll).number or Outcome(poll).void for poll in polls if poll.of_election):
        return ""
    return _term(edition, polls) + _afterwards(polls) + "".join(_by_elections_ahead(edition, polls))


def written_days(days: VotingDays) -> str:
    """The first day of voting as far as it is known, each that sources give."""
    return "或 ".join(write_day(value) for value in days.begins.values)


def _term(edition: Edition, polls: Sequence[Poll]) -> str:
    term = [poll for poll in polls if poll.of_election and poll.counted]
    last, seats, chosen = Outcome(term[-1]), polls[0].seats.agreed, number_elected(polls)
    stands = standing(polls)
    if stands is State.VOID:
        return f"选举无效，{_then(edition, polls, term)}"
    if not last.result_known and not chosen:
        return NOBODY_NAMED
    if seats is None or stands is State.COMPLETE:
        return f"当选 {chosen} 名" + ("，选满" if seats else "")
    short = f"，还缺 {seats - chosen} 名" if seats > chosen else "，票数相等"
    return f"当选 {chosen} 名{short}，{_then(edition, polls, term)}"


def _then(edition: Edition, polls: Sequence[Poll], term: Sequence[Poll]) -> str:
    """The vote that has to follow: its day, or that none is recorded."""
    ahead = [poll for poll in polls if poll.of_election and poll.days.first and not (poll.counted or poll.cancelled)]
    if not ahead and not term[-1].whole:  # what follows that, no law says
        return "票数还是相等" if Outcome(term[-1]).tied else f"{term[-1].kind.chinese}没有选满"
    if not ahead:
        return f"没有{next_kind(term).chinese}日期的记录"
    last = max(ahead, key=lambda poll: poll.days.first or date.min)
    passed = bool(last.days.first and edition.past(last.days.first))
    return f"{written_days(last.days)}{last.kind.chinese}" + ("，结果还没有记录" if passed else "")


def _afterwards(polls: Sequence[Poll]) -> str:
    """The words for later changes: vacancies, recalls, and deputies elected in by-elections."""
    recalled = sum(poll.kind is Kind.RECALL and Outcome(poll).state is State.PASSED for poll in polls)
    filled = sum(Outcome(poll).number for poll in polls if not poll.first and poll.kind is Kind.BY_ELECTION)
    left = 0 if polls[0].kind is Kind.BY_ELECTION else len(polls[0].constituency.vacancies)  # which it then fills
    counts = ((left, "出缺"), (recalled, "罢免"), (filled, "补选"))
    changes = [f"{what} {count} 名" for count, what in counts if count]
    return f"；后来{'，'.join(changes)}" if changes else ""


def _by_elections_ahead(edition: Edition, polls: Sequence[Poll]) -> Iterator[str]:
    """The by-elections of which nothing is counted yet: when, and for how many seats."""
    for poll in polls:
        counted = poll.counted or joint_by_election(edition.records, poll)
        if not (poll.of_election or poll.recall or counted or poll.cancelled) and poll.days.begins:
            over = poll.days.latest is not None and edition.past(poll.days.latest)
            seats = f" {poll.seats.agreed} 名" if poll.seats.agreed else ""
            yield f"；{written_days(poll.days)}补选{seats}" + ("，结果还没有记录" if over else "")


def review(edition: Edition, constituency: Constituency) -> Review | None:
    """The review of the credentials of the deputies of its congress, where it is known."""
    if constituency.level == "乡级":
        return area_of(edition.records, constituency).review
    congresses = edition.records.one(Election).congresses
    return next((congress.review for congress in congresses if congress.level == "县级"), None)


def confirmed(edition: Edition, poll: Poll) -> str:
    """Say how far the confirmation of those elected in a vote has come: elected is not yet confirmed."""
    article = poll.law.article("by-election-review" if poll.law.by_election else "deputy-list-published")
    reviewed, held = review(edition, poll.constituency), poll.days.first
    day = exact_day(reviewed.day) if reviewed else None
    # A review before a vote confirmed nobody elected in it, nor certainly one of an unknown day during the term.
    before = day < held if day and held else not poll.of_election
    if reviewed is None or before:
        return f"当选还不是最后确认：代表资格要经过审查、确认和公布（{article}）。" if article else ""
    polls = votes(edition.records, edition.statute, poll.constituency)
    chosen = {str(tally.name) for tally in (*elected(polls), *Outcome(poll).elected)}
    refused = [name for name in reviewed.refused if str(name) in chosen]
    when = f"{written(day)}，" if day else ""
    if refused:
        return f"{when}{reviewed.by}确认代表资格时，没有确认：{'、'.join(refused)}（{article}）。"
    return f"{when}{reviewed.by}确认代表资格有效（{article}）。"
