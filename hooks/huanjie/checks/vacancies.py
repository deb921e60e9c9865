"""Checks on vacancies and votes that were called off: who left, who accepted it, and whether by-elections fit."""

import re
from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.deputies import gone, open_seats
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.votes import constituencies, later_votes, recorded_votes, votes
from huanjie.findings import WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.results import ByElection
from huanjie.model.vacancies import RESIGNED

# Bodies of whose names it is certain that they may not accept a resignation at that level.
NOT_ACCEPTING = {
    "县级": re.compile("选举委员会|主席团|人民政府|党委"),
    "乡级": re.compile("常务委员会|常委会|选举委员会|主席团|人民政府|党委"),
}


def _vacant(records: Records, statute: Statute) -> Iterator[tuple[Constituency, tuple[Poll, ...]]]:
    """The constituencies with a vacancy, each with its votes."""
    for _, constituency, _ in constituencies(records, statute):
        if constituency.vacancies:
            yield constituency, votes(records, statute, constituency)


@check("C285", WARNING)
def vacancy_of_somebody_not_elected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写了出缺的人，没有在这个选区当选过，或者出缺的日子在投票以前。

    名字对不上，网页上这个人就还是代表。多半是打错了字，或者写到了别的选区；上一届选出来的，
    在选区的 note 里写明这个名字。
    错：这个选区当选的是张某，vacancies 写 name: 章某
    对：vacancies 写 name: 张某
    """
    for constituency, polls in _vacant(records, statute):
        elected = {str(tally.name): poll for poll in reversed(polls) for tally in Outcome(poll).recorded}
        for vacancy in constituency.vacancies if elected and not statute.by_election else ():
            name, day = str(vacancy.name), exact_day(vacancy.day)
            if name not in elected and name not in (constituency.note or ""):
                near = near_misses(name, elected)
                right = f"是不是“{near[0]}”？" if near else "请核对名字和选区；上一届选出来的请在选区的 note 里写明"
                yield Finding(vacancy.place_of("name"), f"这个选区没有“{name}”当选的记录", right)
            elif name in elected and day and (first := elected[name].days.first) and day < first:
                wrong = f"“{name}”出缺的日子“{vacancy.day[0].typed}”在当选的那次投票（{first}）以前"
                yield Finding(vacancy.day[0].at, wrong, "请核对日期")


@check("C286", WARNING)
def more_seats_than_vacancies(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选的名额，比记录里空着的名额多。

    空出几名，补选几名。多了，多半是有人出缺漏记了，或者名额抄错了。另有原因的，在这次补选的 note 里写明。
    错：应选 2 名都当选了，vacancies 记了 1 人，补选写 seats: 2
    对：补选写 seats: 1，或者 vacancies 再记 1 人
    """
    for poll, election in recorded_votes(records, statute, Kind.BY_ELECTION):
        constituency = poll.constituency
        vacant = open_seats(votes(records, statute, constituency), poll) if gone(constituency) else None
        seats = poll.seats.agreed
        explained = election.note or poll.first  # whose vacancies are those of deputies elected before the records
        if seats is not None and vacant is not None and seats > vacant and not explained:
            wrong = f"补选 {seats} 名，记录里空着的名额只有 {vacant} 名"
            yield Finding(poll.seats[0].at, wrong, "请核对；漏记的写进 vacancies，另有原因的请在这次补选的 note 里写明")


@check("C287", WARNING, "resignation")
def resignation_accepted_by_another_body(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """接受辞职的，不是法律写的那个机关。

    县级代表的辞职由本级人大常委会接受，乡级代表的由本级人大接受。写成别的机关，多半是抄错了；真是这样，辞职算不算数要问清楚。
    错：乡级代表，accepted_by: 示例镇人大主席团
    对：accepted_by: 示例镇人民代表大会
    """
    for constituency, polls in _vacant(records, statute):
        for vacancy in constituency.vacancies:
            body, day = vacancy.accepted_by, exact_day(vacancy.day)
            law = polls[0].law.on(day) if day else polls[0].law
            article = law.article("resignation")
            if vacancy.reason == RESIGNED and body and article and NOT_ACCEPTING[constituency.level].search(body):
                whose = "本级人大常委会" if constituency.level == "县级" else "本级人大"
                wrong = f"{constituency.level}代表“{vacancy.name}”的辞职，写由“{body}”接受"
                yield Finding(vacancy.place_of("accepted_by"), wrong, f"应由{whose}接受（{article}），请核对")


@check("C288", WARNING)
def by_election_without_a_vacancy(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """补选没有写为什么出缺，或者补的那个人没有出缺的记录。

    原选区的选民要知道补的是谁的缺。写 reason，或者在 replaces 里写姓名，再在 vacancies 里写这个人为什么出缺。
    错：replaces: 章某，vacancies 写的是张某
    对：replaces: 张某
    """
    for poll, election in recorded_votes(records, statute, Kind.BY_ELECTION):
        if not isinstance(election, ByElection):
            continue
        known = gone(poll.constituency)
        if not election.reason and not election.replaces:
            yield Finding(election.at, "这次补选没有写为什么出缺", "请写 reason: …，或者 replaces: 出缺的人的姓名")
        for name in election.replaces if not election.reason or known else ():
            if str(name) not in known:
                near = near_misses(str(name), known)
                right = f"是不是“{near[0]}”？" if near else "请写进 vacancies；被罢免的写进 recalls"
                yield Finding(election.place_of("replaces"), f"没有“{name}”出缺的记录", right)


@check("C289", WARNING)
def cancelled_after_it_was_held(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """写着取消了的投票，却有得票的记录，或者决定取消的日子在投票以后。

    取消了的投票没有举行，没有票数。举行了的，删去 cancelled；决定取消的日子多半打错了月份。
    错：补选 day: 2018-06-20，cancelled 写 decided_on: 2018-06-21
    对：cancelled 写 decided_on: 2018-06-11
    """
    for poll in later_votes(records, statute):
        off, last = poll.cancelled, poll.days.last
        decided = exact_day(off.decided_on) if off else None
        if off and poll.counted:
            yield Finding(off.at, f"这次{poll.kind.chinese}取消了，却有得票的记录", "举行了的请删去 cancelled")
        elif off and decided and last and decided > last:
            wrong = f"“{off.decided_on[0].typed}”决定取消，而{poll.kind.chinese}定在 {last}"
            yield Finding(off.decided_on[0].at, wrong, "请核对这两个日期")
