"""The notices of a constituency as its office posts them on a wall: made from the records, one A4 page each."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.law.deadlines import limit, written
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.results import Rerun
from huanjie.model.stations import Station
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.facts import clock, number
from huanjie.rules.constituencies import polling_day, stations_of
from huanjie.rules.elected import elected, tied


@dataclass(frozen=True)
class Posting:
    """One notice: its id on the page, its title, its paragraphs (prose), and the day on which it was posted."""

    id: str
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
    made = (
        ("voters", "选民名单", one.voter_list, _voter_list(one, statute)),
        ("nominees", "初步候选人名单", one.nominees_list, _nominees(one)),
        ("candidates", "正式候选人名单和投票", one.candidates_list, _candidates(edition, one, statute)),
        ("postponed", "推迟投票", one.postponed.decided_on if one.postponed else None, _postponed(one)),
        ("result", "选举结果", one.result_list, _result(one, statute)),
    )
    for identity, what, days, paragraphs in made:
        if paragraphs:
            day = exact_day(days) if days else None
            yield Posting(identity, f"{name}{what}公告", paragraphs, written(day) if day else "")
    for place, rerun in enumerate(one.reruns, 1):
        what = "再次投票" if tied(statute, one) else "另行选举"
        yield Posting(f"rerun-{place}", f"{name}{what}公告", _rerun(statute, one, rerun, what), "")


def _voter_list(one: Constituency, statute: Statute) -> tuple[str, ...]:
    posted, voters, polling = exact_day(one.voter_list), one.voters.only, statute.day
    if not posted:
        return ()
    where = f"，张贴在{'、'.join(one.posted_at)}" if one.posted_at else ""
    told = [f"本选区的选民名单已经公布{where}。" + (f"名单上共有选民 {number(voters)} 名。" if voters else "")]
    told.append(f"本选区包括：{_covers(one)}。")
    objection, suit = limit(statute, "objection-filed", posted), limit(statute, "voter-suit-filed", polling)
    if objection:
        told.append(
            f"请您查看自己和家人的名字。对名单有不同意见的，可以在名单公布之日起 {objection_days(statute)} 日内"
            f"（{written(objection.day)}以前）向选举委员会申诉（{objection.cited.text}）。"
        )
    if suit:
        told.append(f"对申诉的决定不服的，可以在{written(suit.day)}以前向法院起诉（{suit.cited.text}）。")
    return tuple(told)


def objection_days(statute: Statute) -> int:
    """The number of days in which objections to the voter list can be made."""
    return int(statute.params("objection-filed")["days"])


def _covers(one: Constituency) -> str:
    return "、".join(covered.text for covered in one.covers) or "没有记录"


def _nominees(one: Constituency) -> tuple[str, ...]:
    if not one.nominees:
        return ()
    seats = f"本选区应选代表 {one.seats.only} 名。" if one.seats.only else ""
    return (
        f"{seats}经政党、人民团体和选民推荐，代表候选人初步名单共 {len(one.nominees)} 人，现予公布：",
        "、".join(one.nominees),
        "名单交各选民小组讨论、协商，再确定正式候选人。",
    )


def _candidates(edition: Edition, one: Constituency, statute: Statute) -> tuple[str, ...]:
    if not one.standing:
        return ()
    seats, polling = one.seats.only, polling_day(edition.records, one)
    told = [f"本选区正式代表候选人共 {len(one.standing)} 名，按排列的顺序：", "、".join(c.name for c in one.standing)]
    if seats:
        cited = statute.article("ballot-not-more-than-seats")
        told.append(f"应选代表 {seats} 名。每张选票选的人数，等于或者少于 {seats} 名的有效，多于的作废（{cited}）。")
    until = exact_day(one.polling_until)
    if polling:
        told.append(f"投票日期：{written(polling)}{f'至{written(until)}' if until else ''}。")
    stations = [_station(edition, station) for station in stations_of(edition.records, one)]
    if stations:
        told.append(f"投票地点和时间：{'；'.join(stations)}。")
    told.append("请带身份证或者选民证领取选票。" if statute.article("ballot-collection") else "")
    return tuple(filter(None, told))


def _station(edition: Edition, station: Station) -> str:
    opens, closes = station.opens.only or edition.records.one(Election).polling_begins.only, station.closes.only
    hours = f"，{clock(opens)}{f'至{clock(closes)}' if closes else '开始'}" if opens else ""
    address = f"（{station.address.only}）" if station.address.only else ""
    return f"{station.title}{address}{hours}"


def _postponed(one: Constituency) -> tuple[str, ...]:
    if one.postponed is None:
        return ()
    until = exact_day(one.postponed.until)
    then = f"推迟到{written(until)}投票。" if until else "推迟投票，投票的日期另行公告。"
    return (f"因{one.postponed.reason.rstrip('。')}，经{one.postponed.by}决定，本选区{then}",)


def _rerun(statute: Statute, one: Constituency, rerun: Rerun, what: str) -> tuple[str, ...]:
    day, seats = exact_day(rerun.day), rerun.seats.only
    rule = "tie" if tied(statute, one) else "rerun-for-missing-seats"
    told = [f"本选区第一次投票后还缺代表 {seats} 名，依法{what}（{statute.article(rule)}）。" if seats else ""]
    told.append(f"候选人：{'、'.join(rerun.candidates)}。" if rerun.candidates else "")
    told.append(f"投票日期：{written(day)}。" if day else "投票日期另行公告。")
    return tuple(filter(None, told))


def _result(one: Constituency, statute: Statute) -> tuple[str, ...]:
    vote, chosen = one.vote, elected(one)
    if vote is None or not vote.tallies:
        return ()
    figures = [(one.voters, "登记选民", "名"), (vote.participants, "参加投票", "名"), (vote.issued, "发出选票", "张")]
    figures += [(vote.returned, "收回选票", "张"), (vote.valid, "有效票", "张"), (vote.invalid, "无效票", "张")]
    known = [(label, facts.only, unit) for facts, label, unit in figures if facts.only is not None]
    counted = "，".join(f"{label} {number(count)} {unit}" for label, count, unit in known)
    told = [(tally.name, tally.votes.only) for tally in vote.tallies if tally.votes.only is not None]
    votes = "；".join(f"{name} {number(count)} 票" for name, count in told)
    missing = (one.seats.only or len(chosen)) - len(chosen)
    names = "、".join(str(tally.name) for tally in chosen) or "没有"
    return tuple(
        filter(
            None,
            (
                f"{counted}。" if counted else "",
                f"得票：{votes}。" if votes else "",
                f"当选代表（{len(chosen)} 名）：{names}。" + (f"还缺 {missing} 名。" if missing > 0 else ""),
                f"代表资格经审查确认以后另行公布（{statute.article('qualification-review')}）。",
            ),
        )
    )
