"""The texts of a constituency's notices, a few paragraphs each; empty where the records do not say enough."""

from datetime import date

from huanjie.election.calendar import voting_days
from huanjie.election.places import stations_of
from huanjie.law import Statute
from huanjie.law.deadlines import Deadline, limit, written, written_span
from huanjie.model.constituencies import Constituency
from huanjie.model.days import Day, exact_day, up_to
from huanjie.model.election import Election
from huanjie.model.facts import Facts
from huanjie.model.nominations import Candidate
from huanjie.model.stations import Station
from huanjie.pages import Edition
from huanjie.pages.shared.facts import clock, number


def voter_list(edition: Edition, constituency: Constituency, statute: Statute) -> tuple[str, ...]:
    """The notice of the voter list: where it hangs, the constituency's extent, the last days to object and to sue."""
    posted, voters = exact_day(constituency.voter_list), constituency.voters.agreed
    polling = called_for(edition, constituency, constituency.voter_list)
    if not posted:
        return ()
    where = f"，张贴在{'、'.join(constituency.posted_at)}" if constituency.posted_at else ""
    paragraphs = [f"本选区的选民名单已经公布{where}。" + (f"名单上共有选民 {number(voters)} 名。" if voters else "")]
    paragraphs.append(f"本选区包括：{_covers(constituency)}。")
    objection = limit(statute, "objection-filed", posted)
    suit = limit(statute, "voter-suit-filed", polling) if polling else None
    if objection:
        days = statute.params("objection-filed")["days"]
        paragraphs.append(
            f"请您查看自己和家人的名字。对名单有不同意见的，可以在名单公布之日起 {days} 日内"
            f"（{_by(objection)}）向{_whom(statute)}提出申诉（{objection.cited.text}）。"
        )
    if suit:
        paragraphs.append(f"对申诉的决定不服的，可以向人民法院起诉（{_by(suit)}；{suit.cited.text}）。")
    return tuple(paragraphs)


def _by(last: Deadline) -> str:
    """The last day, and that of the stricter reading: who trusts the later day may lose the right."""
    safe = f"；按更严的算法，最好不晚于{written(last.strict)}" if last.strict else ""
    return f"最迟{written(last.day)}{safe}"


def _whom(statute: Statute) -> str:
    """Who runs the vote: the committee of a general election is none of a by-election."""
    return "主持补选的机构" if statute.by_election else "选举委员会"


def called_for(edition: Edition, constituency: Constituency, posted: Facts[Day]) -> date | None:
    """The polling day as it stood when a notice was posted: a vote put off later was still called for the first day."""
    if constituency.postponed and (decided := exact_day(constituency.postponed.decided_on)) and up_to(posted, decided):
        return exact_day(edition.records.one(Election).polling_day)
    return voting_days(edition.records, constituency).first


def _covers(constituency: Constituency) -> str:
    return "、".join(covered.text for covered in constituency.covers) or "没有记录"


def nominees(constituency: Constituency) -> tuple[str, ...]:
    """The names that were put forward."""
    if not constituency.nominees:
        return ()
    seats = f"本选区应选代表 {constituency.seats.agreed} 名。" if constituency.seats.agreed else ""
    return (
        f"{seats}经政党、人民团体和选民推荐，代表候选人初步名单共 {len(constituency.nominees)} 人，现予公布：",
        "、".join(constituency.nominees),
        "名单交各选民小组讨论、协商，再确定正式候选人。",
    )


def candidates(edition: Edition, constituency: Constituency, statute: Statute) -> tuple[str, ...]:
    """The notice of candidates: the list as posted, the seats, when and where to vote, what to bring; later changes."""
    standing = _standing(constituency)
    if not standing:
        return ()
    seats, polling = constituency.seats.agreed, called_for(edition, constituency, constituency.candidates_list)
    paragraphs = [f"本选区正式代表候选人共 {len(standing)} 名，按排列的顺序：", "、".join(c.name for c in standing)]
    if seats:
        cited = statute.article("ballot-not-more-than-seats")
        paragraphs.append(
            f"应选代表 {seats} 名。每张选票选的人数，等于或者少于 {seats} 名的有效，多于的作废（{cited}）。"
        )
    days = voting_days(edition.records, constituency)
    until = days.last if polling == days.first else None
    if polling:
        paragraphs.append(f"投票日期：{written_span(polling, until or polling)}。")
    paragraphs.append(voting_places(edition, constituency))
    who = _whom(statute)
    paragraphs.append(
        f"领取选票凭身份证或者选民证，以{who}的规定为准。" if statute.article("ballot-collection") else ""
    )
    paragraphs += [_withdrew(candidate) for candidate in standing if candidate.withdrew]
    return tuple(filter(None, paragraphs))


def _standing(constituency: Constituency) -> list[Candidate]:
    """The candidates on the day of posting: who withdrew later was on the list."""
    posted = exact_day(constituency.candidates_list)
    return [
        candidate
        for candidate in constituency.candidates
        if candidate.withdrew is None or (posted and (gone := exact_day(candidate.withdrew.day)) and gone > posted)
    ]


def _withdrew(candidate: Candidate) -> str:
    day = exact_day(candidate.withdrew.day) if candidate.withdrew else None
    return f"名单公布以后的变化：{candidate.name}于{written(day)}不再参选。" if day else ""


def voting_places(edition: Edition, constituency: Constituency) -> str:
    """The sentence on where and when to vote; "" where no station is recorded."""
    stations = [_station(edition, station) for station in stations_of(edition.records, constituency)]
    return f"投票地点和时间：{'；'.join(stations)}。" if stations else ""


def _station(edition: Edition, station: Station) -> str:
    opens, closes = station.opens.agreed or edition.records.one(Election).polling_begins.agreed, station.closes.agreed
    hours = f"，{clock(opens)}{f'至{clock(closes)}' if closes else '开始'}" if opens else ""
    address = f"（{station.address.agreed}）" if station.address.agreed else ""
    return f"{station.title}{address}{hours}"


def postponed(edition: Edition, constituency: Constituency) -> tuple[str, ...]:
    """The notice of a postponement: by whom, why, until when, and where the vote will be."""
    if constituency.postponed is None:
        return ()
    until = exact_day(constituency.postponed.until)
    then = f"推迟到{written(until)}投票" if until else "推迟投票，投票的日期另行公告"
    why = constituency.postponed.reason.rstrip("。")
    paragraphs = (f"经{constituency.postponed.by}决定，本选区{then}。", f"原因：{why}。")
    return (*paragraphs, where) if until and (where := voting_places(edition, constituency)) else paragraphs
