"""The remedy slip: a voter's own last days to object to a list and to sue, from the day on which it was posted.

A sheet depends on nothing but two days, the list's and the vote's, so there is one for each pair of them that occurs,
however many constituencies share it; the lists by area lead to it. Whose list has no recorded day fills one in by hand.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from huanjie.content.records import Records
from huanjie.election.calendar import voting_days
from huanjie.law.deadlines import limit, written
from huanjie.law.remedies import answer_may_come_late, remedies
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.pages import Edition, Page, PagePlan, last_change, rule_address
from huanjie.pages.bodies.bodies import Reached
from huanjie.pages.questions.questions import grounds
from huanjie.pages.shared.status_line import DaysLeft
from huanjie.pages.vote.guide import Whom

ADDRESS = "vote/remedy/"
LIST = "voter-list-published"
EARLIER, LATER = 10, 5  # days around the last lawful one on which lists are posted, for who must read a calendar
RULES = ("objection-filed", "objection-decided", "voter-suit-filed", "voter-suit-judged", "voter-suit-court")


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The way to a voter's own sheet, a list of constituencies for each area, and the sheets."""
    records = edition.records
    areas = [area for area in records.of(Area) if area.constituencies]
    everywhere = (_whole(records), exact_day(records.one(Election).polling_day))
    pairs = {_pair(records, constituency) for constituency in records.of(Constituency)}
    yield Page(
        address=ADDRESS,
        title="名单不对：申诉和起诉的最后一天",
        template="vote/remedy.html",
        description="从选民名单贴出那天算，申诉最迟哪天，起诉最迟哪天，向谁提；可以打印。",
        context={
            "areas": areas,
            "posted_everywhere": written(everywhere[0]) if everywhere[0] else "",
            "sheet": _address(everywhere),
            "calendar": [] if all(posted for posted, _ in pairs or {everywhere}) else [*_calendar(edition)],
            **_sheet_of(edition, (None, everywhere[1])),
        },
    )
    for posted, polling in sorted(pairs | {everywhere}, key=str):
        if posted:
            yield PagePlan(_address((posted, polling)), partial(_sheet, edition, posted, polling))
    for area in areas:
        yield PagePlan(f"{ADDRESS}areas/{area.slug}/", partial(_area, edition, area))


Pair = tuple[date | None, date | None]  # when the list was posted, and when the vote is


def _pair(records: Records, constituency: Constituency) -> Pair:
    return exact_day(constituency.voter_list) or _whole(records), voting_days(records, constituency).first


def _whole(records: Records) -> date | None:
    """The day on which the lists of the whole election were posted, where a single day is recorded."""
    return next((step.exact for step in records.one(Election).steps if step.event == LIST), None)


def sheet_address(records: Records, constituency: Constituency) -> str:
    """The address of a constituency's sheet; the blank sheet while the day of its list is not recorded."""
    pair = _pair(records, constituency)
    return _address(pair) if pair[0] else ADDRESS


def _address(pair: Pair) -> str:
    """The address of a sheet: the day of the list and the day of the vote."""
    return f"{ADDRESS}{'-to-'.join(day.isoformat() for day in pair if day)}/"


def _calendar(edition: Edition) -> Iterator[tuple[str, str]]:
    """For each day on which a list may be posted, the last day to object; nothing once the election has ended."""
    election = edition.records.one(Election)
    polling = exact_day(election.polling_day)
    posting = limit(edition.statute, LIST, polling) if polling and not election.ended else None
    if posting:
        for day in (posting.day + timedelta(days=shift) for shift in range(-EARLIER, LATER + 1)):
            objection = next(remedies(edition.statute, day, None))
            yield written(day), written(objection.day)


def _sheet(edition: Edition, posted: date, polling: date | None) -> Page:
    vote = f"，{written(polling)}投票" if polling else ""
    return Page(
        address=_address((posted, polling)),
        title=f"{written(posted)}公布的名单{vote}：申诉和起诉的最后一天",
        template="vote/remedy_sheet.html",
        description=f"{written(posted)}公布的选民名单{vote}，有不同意见的，申诉、起诉最迟在哪一天。可以打印。",
        context=_sheet_of(edition, (posted, polling)),
        searched=False,
    )


def _sheet_of(edition: Edition, pair: Pair) -> dict[str, object]:
    posted, polling = pair
    statute = edition.statute.on(polling) if polling else edition.statute
    steps = tuple(remedies(statute, posted, polling))
    objection = statute.params("objection-filed")["days"] if statute.article("objection-filed") else None
    return {
        "posted": written(posted) if posted else "",
        "polling": written(polling) if polling else "",
        "remedies": [
            (step, written(step.day), written(step.at_most) if step.at_most else "", rule_address(step.deadline.rule))
            for step in steps
        ],
        "left": {step.event: DaysLeft.until(edition, step.day) for step in steps},
        "late": answer_may_come_late(steps),
        "days": objection,
        "ended": edition.records.one(Election).ended,
        "grounds": grounds(statute, RULES),
        "ask": Whom.of(edition),
    }


def _area(edition: Edition, area: Area) -> Page:
    records, ask = edition.records, Whom.of(edition)
    committees = [body for body in records.citing(area) if isinstance(body, Body) and body.sort == "选举委员会"]
    own = committees if area.has_congress else []  # that of a state farm answers for no township's list
    return Page(
        address=f"{ADDRESS}areas/{area.slug}/",
        title=f"{area.heading}：名单不对，最迟哪天申诉、起诉",
        template="vote/remedy_area.html",
        description=f"{area.heading}各选区的选民名单哪天公布，申诉和起诉的最后一天。",
        context={
            "area": area,
            "rows": [_row(edition, constituency) for constituency in area.constituencies],
            "own": next((reached for body in own if (reached := Reached.of(body)).phones), None),
            "ask": replace(ask, township=ask.township and area.has_congress),
        },
        record=area.at.file,
        changed=last_change(records, area),
        searched=False,
    )


def _row(edition: Edition, constituency: Constituency) -> tuple[Constituency, str, str, dict[str, str]]:
    """A constituency with the day of its list, the sheet for it, and its own last days."""
    posted, polling = _pair(edition.records, constituency)
    statute = edition.statute.on(polling) if polling else edition.statute
    days = {step.event: written(step.day) for step in remedies(statute, posted, polling)}
    return constituency, written(posted) if posted else "", sheet_address(edition.records, constituency), days
