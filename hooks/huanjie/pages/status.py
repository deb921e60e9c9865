"""Where a constituency stands on the day of the edition, in the words that lists and pages share.

Elected is not confirmed, postponed is not cancelled, and what is still missing is told.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from huanjie.law.deadlines import LISTS, written
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.results import Rerun, Review, Vote
from huanjie.pages import Edition
from huanjie.rules.constituencies import area_of, joint_result, polling_day, voting_ends
from huanjie.rules.elected import elected, tied


def status(edition: Edition, one: Constituency) -> str:
    """How far a constituency has come, in a few words; "" while nothing is recorded."""
    if one.postponed:
        until = exact_day(one.postponed.until)
        if not until:
            return "投票推迟，日期还没有定"
        if not edition.past(until):
            return f"投票推迟到{written(until)}"
    if one.vote and one.vote.tallies:
        return _outcome(edition, one)
    if joint_result(edition.records, one):
        return "结果和别的选区合在一起公布"
    ends = voting_ends(edition.records, one)
    if ends and edition.past(ends):
        return "投票已经结束，结果还没有记录"
    published = [name for name, (field, _) in LISTS.items() if getattr(one, field)]
    return f"{published[-1]}已经公布" if published else ""


def _outcome(edition: Edition, one: Constituency) -> str:
    seats, chosen = one.seats.only, len(elected(one))
    if seats is None or chosen >= seats:
        return f"当选 {chosen} 名" + ("，选满" if seats else "")
    what = "再次投票" if tied(edition.statute, one) else "另行选举"
    then = f"没有{what}日期的记录"
    if open_days := [day for rerun in one.reruns if (day := exact_day(rerun.day)) and not rerun.tallies]:
        last = max(open_days)
        then = f"{written(last)}{what}" + ("，结果还没有记录" if edition.past(last) else "")
    return f"当选 {chosen} 名，还缺 {seats - chosen} 名，{then}"


def review(edition: Edition, one: Constituency) -> Review | None:
    """The review of the credentials of the deputies of its congress, where it is known."""
    if one.level == "乡级":
        return area_of(edition.records, one).review
    congresses = edition.records.one(Election).congresses
    return next((congress.review for congress in congresses if congress.level == "县级"), None)


def confirmed(edition: Edition, one: Constituency, vote: Vote | None) -> str:
    """Say how far the confirmation of those elected in a vote has come: elected is not yet confirmed."""
    article = edition.statute.article("deputy-list-published")
    found = review(edition, one)
    day = exact_day(found.day) if found else None
    held = exact_day(vote.day) if isinstance(vote, Rerun) else polling_day(edition.records, one)
    if found is None or (day and held and day < held):  # a review before a vote confirmed nobody elected in it
        return f"当选还不是最后确认：代表资格要经过审查、确认和公布（{article}）。" if article else ""
    chosen = {tally.name for tally in (*elected(one), *(vote.tallies if vote else ())) if tally.elected}
    refused = [name for name in found.refused if name in chosen]
    when = f"{written(day)}，" if day else ""
    if refused:
        return f"{when}{found.by}确认代表资格时，没有确认：{'、'.join(refused)}（{article}）。"
    return f"{when}{found.by}确认代表资格有效（{article}）。"


def voting_days(edition: Edition, one: Constituency) -> Iterator[date]:
    """Every day on which the constituency votes: its polling days, and those of its reruns and by-elections."""
    first = polling_day(edition.records, one)
    last = voting_ends(edition.records, one)
    if first:
        yield from (first + timedelta(days=count) for count in range(((last or first) - first).days + 1))
    for vote in (*one.reruns, *one.by_elections):
        if day := exact_day(vote.day):
            yield day
