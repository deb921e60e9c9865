"""The notices of a constituency as its office posts them on a wall: made from the records, one A4 page each."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.law.deadlines import written
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.posting_texts import candidates, nominees, postponed, result, voter_list, voting_again
from huanjie.rules.constituencies import polling_day
from huanjie.rules.elected import tied

TO_FILL_IN = "　　　　年　　月　　日"  # by hand, when it is posted: the record has no day


@dataclass(frozen=True)
class Posting:
    """One notice: its id on the page, what it is, its title, its paragraphs (prose), the day on which it was posted."""

    id: str
    what: str
    title: str
    paragraphs: tuple[str, ...]
    day: str


def pages(edition: Edition) -> Iterator[Page]:
    """The notices of each constituency, on one page; only those for which the records say enough."""
    committees = {(str(body.level), body.area.slug if body.area else ""): body for body in _committees(edition)}
    for area in edition.records.of(Area):
        for one in area.constituencies:
            polling = polling_day(edition.records, one)
            statute = edition.statute.on(polling) if polling else edition.statute
            yield Page(
                address=f"{address_of(one)}notices/",
                title=f"{area.heading}{one.heading}的公告",
                template="postings.html",
                description=f"{area.heading}{one.heading}的名单、投票和结果公告，每张一页 A4 纸，可以打印张贴。",
                context={
                    "area": area,
                    "constituency": one,
                    "postings": [*_postings(edition, area, one, statute)],
                    "issuer": _issuer(edition, area, one, committees),
                },
                record=area.at.file,
                changed=last_change(edition.records, area),
                searched=False,
            )


def _committees(edition: Edition) -> Iterator[Body]:
    return (body for body in edition.records.of(Body) if body.sort == "选举委员会")


def _issuer(edition: Edition, area: Area, one: Constituency, committees: dict[tuple[str, str], Body]) -> str:
    """Who posts the notice: the committee that runs this election."""
    own = committees.get((one.level, area.slug if one.level == "乡级" else ""))
    place = area.heading if one.level == "乡级" else str(edition.records.one(Election).area)
    return own.heading if own else f"{place}选举委员会"


def _postings(edition: Edition, area: Area, one: Constituency, statute: Statute) -> Iterator[Posting]:
    name = f"{area.heading if one.level == '乡级' else edition.records.one(Election).area}人大代表{one.title}"
    counted_again = any(rerun.tallies for rerun in one.reruns)  # then the recorded day may not be that of this result
    made = [
        ("voters", "选民名单", one.voter_list, voter_list(edition, one, statute)),
        ("nominees", "初步候选人名单", one.nominees_list, nominees(one)),
        ("candidates", "正式候选人名单和投票", one.candidates_list, candidates(edition, one, statute)),
        ("postponed", "推迟投票", one.postponed.decided_on if one.postponed else None, postponed(edition, one)),
        ("result", "选举结果", None if counted_again else one.result_list, result(one, one.vote, statute)),
    ]
    for place, rerun in enumerate(one.reruns, 1):
        what = "再次投票" if tied(statute, one) else "另行选举"
        made.append((f"rerun-{place}", what, None, voting_again(edition, one, rerun, what, statute)))
        made.append((f"rerun-{place}-result", f"{what}结果", rerun.result_list, result(one, rerun, statute)))
    for identity, what, days, paragraphs in made:
        if paragraphs:
            day = exact_day(days) if days else None
            yield Posting(identity, what, f"{name}{what}公告", paragraphs, written(day) if day else TO_FILL_IN)
