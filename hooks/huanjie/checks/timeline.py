"""Checks on the timeline of a constituency: days unlike its neighbours', postponed, no result, counted together."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from huanjie.checks import check
from huanjie.checks.sums import at_level, entered
from huanjie.content.records import Records
from huanjie.election.calendar import days_of_election, voting_days
from huanjie.election.duties import RESULT
from huanjie.election.places import joint_result
from huanjie.election.term import number_elected
from huanjie.election.votes import constituencies, votes
from huanjie.findings import NOTICE, WARNING, Finding
from huanjie.law import Statute
from huanjie.law.deadlines import lists
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.results import Review

ENOUGH = 3  # constituencies of an area with one day, before another day looks odd
PATIENCE = timedelta(days=7)  # after the vote, before a missing result is worth a word


@check("C250", NOTICE)
def day_unlike_the_others(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """这个选区公布名单的日期，和同一个乡镇、街道的其他选区都不一样。

    一个乡镇的名单多半同一天张贴；只有一个不同，可能是抄错了日期。真是不同的，在 note 里写出这个日期和原因。
    错：别的选区都是 2026-10-28，只有这个选区是 2026-10-18，没有 note
    对：同上，note: 补登矿上的职工，名单 10 月 18 日单独张贴
    """
    for name, (field, _) in lists(statute).items():
        for group in _neighbours(records):
            days = Counter(exact_day(getattr(constituency, field)) for constituency in group)
            usual, times = max(days.items(), key=lambda pair: pair[1])
            for constituency in group:
                published = getattr(constituency, field)
                day = exact_day(published)
                odd = day and day != usual and days[day] == 1 and times >= ENOUGH
                if usual and odd and not _explained(constituency, field, day):
                    wrong = f"公布{name}是 {day}，同一级的其他选区多是 {usual}"
                    yield Finding(published[0].at, wrong, "请核对；真是不同的，请在 note 里写出这个日期和原因")


def _explained(constituency: Constituency, field: str, day: date | None) -> bool:
    """Whether a record gives a reason for a list published on a day unlike the others'."""
    longer = field == RESULT and constituency.polling_until  # counted later, because voting went on
    own_day = constituency.postponed or constituency.polling_day or constituency.reruns
    return bool(constituency.waivers or own_day or longer or _mentions(constituency.note, day))


def _mentions(note: str | None, day: date | None) -> bool:
    """Whether a note mentions a day: a note about something else explains no date."""
    return note is not None and day is not None and f"{day.month}月{day.day}日" in "".join(note.split())


def _neighbours(records: Records) -> Iterator[list[Constituency]]:
    """The constituencies of each area and level."""
    for area in records.of(Area):
        for level in ("县级", "乡级"):
            if group := at_level(level, [area]):
                yield group


@check("C251", WARNING)
def voted_before_the_postponed_day(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """推迟投票的选区，选举日写的不是推迟到的那天，或者在那天以前就有了结果。

    推迟了，时限和网页上的日子都要跟着改；不然选民会在原来那天白跑一趟。
    错：postponed 写 until: 2026-11-25，polling_day: 2026-11-18
    对：polling_day: 2026-11-25，或者不写
    """
    for _, constituency, _ in constituencies(records, statute):
        until = exact_day(constituency.postponed.until) if constituency.postponed else None
        polling = None if constituency.polling_day.gaps else voting_days(records, constituency).first
        if constituency.postponed and until and polling != until:
            right = f"请写 polling_day: {until}；推迟的日子有变，请改 until"
            yield Finding(constituency.postponed.at, f"投票推迟到 {until}，选举日写的是 {polling or '不详'}", right)
        elif constituency.vote and until and today < until:
            at = constituency.place_of("vote")
            yield Finding(at, f"投票推迟到 {until}，还没有到，却有了投票结果", "请核对日期和结果是不是这个选区的")


@check("C270", WARNING)
def postponed_too_late_or_to_an_earlier_day(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """决定推迟的日子在选举日以后，或者推迟到的日子比选举日还早。

    推迟，是在投票以前决定往后推。日子颠倒，多半是打错了月份；选区的各项时限都会跟着算错，所以先不按它推算。
    错：选举日 2026-11-18，decided_on: 2026-11-19
    对：选举日 2026-11-18，decided_on: 2026-11-15
    """
    polling = days_of_election(records.one(Election))
    for _, constituency, _ in constituencies(records, statute):
        postponed = constituency.postponed
        decided, until = (exact_day(postponed.decided_on), exact_day(postponed.until)) if postponed else (None, None)
        if postponed and decided and polling.last and decided > polling.last:
            yield Finding(postponed.decided_on[0].at, f"{decided} 决定推迟 {polling.last} 的投票", "请核对这两个日期")
        if postponed and until and polling.first and until < polling.first:
            wrong = f"选举日是 {polling.first}，推迟到 {until}，反而早了"
            yield Finding(postponed.until[0].at, wrong, "请核对推迟到的日期")


@check("C252", NOTICE)
def no_result_after_the_vote(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """投票过了一个星期，同一个乡镇、街道的别的选区有了结果，这个选区没有。

    选民投了票，最想知道的是结果。还没有公布的，写明为什么。
    错：选举日 2026-11-18，今天 2026-11-26，没有 vote
    对：写上 vote；几个选区合在一起公布的，写进这个乡镇的 joint_results
    """
    for area, constituency, _ in constituencies(records, statute):
        polling = voting_days(records, constituency).last
        others = any(other.vote for other in area.constituencies)
        known = constituency.vote or joint_result(records, constituency) or constituency.note
        postponed = constituency.postponed
        if postponed and exact_day(postponed.until) != voting_days(records, constituency).first:
            continue  # it did not vote on that day
        if polling and today > polling + PATIENCE and others and not known:
            wrong = f"{polling} 投票，还没有结果的记录"
            yield Finding(constituency.place_of("number"), wrong, "请写 vote；还没有公布的，请在 note 里写明为什么")


@check("C254", WARNING)
def confirmed_differs_from_elected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """资格审查确认的人数，和当选的人数对不上。

    当选的人都要经过资格审查；少了的，要写明是谁没有确认。选区没有录完、还有选区没有结果、审查以后又投过票时，不作比较。
    错：当选 63 名，confirmed: 62，没有写 refused
    对：confirmed: 62，refused: [张某]
    """
    for area in records.of(Area):
        review = area.review
        own = at_level("乡级", [area])
        if not review or review.note or review.confirmed.agreed is None or not entered(area):
            continue
        counted = all(each.vote and (each.vote.tallies or each.vote.elected_count) for each in own)
        if not counted or _voted_again_after(review, own):
            continue
        count, confirmed = sum(number_elected(votes(records, statute, each)) for each in own), review.confirmed.agreed
        if confirmed + len(review.refused) != count:
            wrong = f"确认 {confirmed} 名，没有确认的写了 {len(review.refused)} 名，当选的有 {count} 名"
            right = "请核对；没有确认的请写进 refused，另有原因的请在 note 里写明"
            yield Finding(review.confirmed[0].at, wrong, right)


def _voted_again_after(review: Review, constituencies: list[Constituency]) -> bool:
    """Whether somebody may have been elected later, who is reviewed on another day."""
    day = exact_day(review.day)
    held = [exact_day(rerun.day) for constituency in constituencies for rerun in constituency.reruns]
    return day is not None and any(later is not None and later > day for later in held)
