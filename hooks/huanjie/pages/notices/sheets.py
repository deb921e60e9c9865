"""The notices that a constituency's office posts on a wall: made from the records, an A4 sheet each."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.election.calendar import first_result
from huanjie.election.kinds import Kind
from huanjie.election.poll import Poll
from huanjie.election.validity import rules_known
from huanjie.election.votes import law_of, votes
from huanjie.law import Statute
from huanjie.law.deadlines import written
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.facts import NONE_STATED
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.notices.texts import candidates, nominees, postponed, voter_list
from huanjie.pages.notices.votes import announced, result, voting_again
from huanjie.pages.results.joint import joint_notice, published

TO_FILL_IN = "　　　　年　　月　　日"  # by hand, when it is posted: the record has no day


@dataclass(frozen=True)
class NoticeSheet:
    """A notice on its sheet of paper: its id on the page, kind and title, paragraphs (prose), day, who posts it."""

    id: str
    kind: str
    title: str
    paragraphs: tuple[str, ...]
    day: str
    issuer: str


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each constituency, with the notices for which the records say enough."""
    committees = {(str(body.level), body.area.slug if body.area else ""): body for body in _committees(edition)}
    for area in edition.records.of(Area):
        for constituency in area.constituencies:
            name = f"{area.heading}{constituency.heading}"
            issuer = _issuer(edition, area, constituency, committees)
            yield Page(
                address=f"{address_of(constituency)}notices/",
                title=f"{name}的公告",
                template="notices/sheets.html",
                description=f"{name}的名单、投票和结果公告，每张一页 A4 纸，可以打印张贴。",
                context={
                    "area": area,
                    "constituency": constituency,
                    "notice_sheets": [*_sheets(edition, area, constituency, issuer)],
                },
                record=area.at.file,
                changed=last_change(edition.records, area),
                searched=False,
            )


def _committees(edition: Edition) -> Iterator[Body]:
    return (body for body in edition.records.of(Body) if body.sort == "选举委员会")


def _issuer(edition: Edition, area: Area, constituency: Constituency, committees: dict[tuple[str, str], Body]) -> str:
    """The issuer of a notice: this election's committee; in a by-election without a committee the standing body."""
    own = committees.get((constituency.level, area.slug if constituency.level == "乡级" else ""))
    place = area.heading if constituency.level == "乡级" else str(edition.records.one(Election).area)
    if own is None and edition.statute.by_election:
        return _standing_issuer(edition, area, constituency, edition.statute)
    return own.heading if own else f"{place}选举委员会"


def _standing_issuer(edition: Edition, area: Area, constituency: Constituency, law: Statute) -> str:
    """The issuer of a by-election's notice; "" to fill in by hand where the province's rules are not known.

    In Gansu it is the congress's own standing body (article 55, first paragraph), in Beijing a body set up for it.
    """
    if not rules_known(law):
        return ""
    if constituency.level == "乡级":
        return f"{area.heading}人民代表大会主席团"
    return f"{edition.records.one(Election).area}人民代表大会常务委员会"


def _result(edition: Edition, poll: Poll) -> tuple[str, ...]:
    """The result of a vote, by its own figures or by those of a joint result."""
    return result(poll) or joint_notice(edition, poll)


def _sheets(edition: Edition, area: Area, constituency: Constituency, issuer: str) -> Iterator[NoticeSheet]:
    place = area.heading if constituency.level == "乡级" else edition.records.one(Election).area
    name = f"{place}人大代表{constituency.title}"
    statute = law_of(edition.records, edition.statute, constituency)
    first, *later = votes(edition.records, edition.statute, constituency)
    counted_again = any(poll.tallies for poll in later if poll.of_election)  # the day may be that of another result
    put_off = constituency.postponed.decided_on if constituency.postponed else NONE_STATED
    standing = candidates(edition, constituency, statute)
    what = "补选" if statute.by_election else ""
    counted_on = first_result(constituency) if counted_again else published(edition, first)
    made = [
        ("announced", what, constituency.announced, announced(edition, first), issuer),
        ("voters", "选民名单", constituency.voter_list, voter_list(edition, constituency, statute), issuer),
        ("nominees", f"{what}初步候选人名单", constituency.nominees_list, nominees(constituency), issuer),
        ("candidates", f"{what}正式候选人名单和投票", constituency.candidates_list, standing, issuer),
        ("postponed", f"{what}推迟投票", put_off, postponed(edition, constituency), issuer),
        ("result", f"{what or '选举'}结果", counted_on, _result(edition, first), issuer),
    ]
    for poll in (poll for poll in later if poll.kind is not Kind.RECALL):
        kind = poll.kind.chinese
        own = issuer if poll.of_election else _standing_issuer(edition, area, constituency, poll.law)
        days = poll.cancelled.decided_on if poll.cancelled else poll.announced
        made.append((poll.identity, kind, days, voting_again(edition, poll), own))
        made.append((f"{poll.identity}-result", f"{kind}结果", published(edition, poll), _result(edition, poll), own))
    for identity, kind, days, paragraphs, own in made:
        if paragraphs:
            day = written(exact) if (exact := exact_day(days)) else TO_FILL_IN
            yield NoticeSheet(identity, kind, f"{name}{kind}公告", paragraphs, day, own)
