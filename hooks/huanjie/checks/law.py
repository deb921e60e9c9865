"""Checks on the statutory deadlines of the whole election."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.election.spans import breaches, ends
from huanjie.findings import BREACH, ERROR, NOTICE, WARNING, Finding, near_misses
from huanjie.law import Statute
from huanjie.law.deadlines import list_events, of_election, written
from huanjie.law.pack import events
from huanjie.law.statute import provinces
from huanjie.model.areas import Area
from huanjie.model.election import Election, Step


@check("L201", BREACH)
def later_than_the_law_allows(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一步的实际日期晚于法定时限。

    时限从选举日推算，晚一天，群众查对、申诉、了解候选人的时间就少一天。算式和条文写在“法定时限”页上。
    错：选举日 2026-11-18，选民名单 2026-10-30 公布
    对：选举日 2026-11-18，选民名单 2026-10-29 公布
    """
    election = records.one(Election)
    for deadline, step in of_election(statute, election) if election.polling_day.agreed else ():
        certain = step and not deadline.assumed  # a day that counts from a day we only derived proves nothing
        for stated in breaches(step, deadline) if step and certain else ():
            what = f"{deadline.title}“{stated.typed}”" + ("结束" if step and step.until else "")
            if deadline.forbidden:
                over = "，中间有不得进行的日子" if step and step.until else "，正是不得进行的一天"
                wrong, right = f"{what}{over}", "请核对日期"
            else:
                late = -deadline.margin(stated.value.exact) if stated.value.exact else 0
                wrong, right = f"{what}，比期限晚 {late} 天", f"最迟应在 {deadline.day}"
            yield Finding(stated.at, wrong, f"{right}（{deadline.sum}，{deadline.cited.text}）")


@check("L202", NOTICE)
def kept_to_the_very_day(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """一步正好在期限当天。

    通行的做法是按相差几天来算，当天算按时；也有人主张中间要隔满那么多天，那样就晚了一天。值得知道，不用改。
    错：选举日 2026-11-18，选民名单 2026-10-29 公布（按更严的算法晚一天）
    对：选举日 2026-11-18，选民名单 2026-10-28 公布
    """
    for deadline, step in of_election(statute, records.one(Election)):
        for stated in ends(step) if step else ():
            if deadline.strict and stated.value.exact == deadline.day:
                wrong = f"{deadline.title}“{stated.typed}”，正好在期限当天（{deadline.cited.text}）"
                yield Finding(stated.at, wrong, f"按通行的算法是按时；按更严的算法应在 {deadline.strict} 以前")


@check("L203", NOTICE)
def steps_not_recorded(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """有时限的步骤没有记录实际日期。

    没有记录不等于没有做；网页会写“没有记录实际日期”。记上了，群众才看得到这一步是不是按时。
    错：选举日已经过了，没有写选民名单哪天公布
    对：steps 里写 event: voter-list-published，day: 2026-10-28
    """
    election = records.one(Election)
    counted = any(area.constituencies for area in records.of(Area))  # C212 is about the lists of each constituency
    listed = list_events(statute) if counted else ()
    due = [
        deadline.title
        for deadline, step in of_election(statute, election)
        if deadline.day < today
        and events()[deadline.event].duty
        and deadline.event not in listed
        and not (step and (step.day or step.day.gaps))
    ]
    if due:
        names = "、".join(dict.fromkeys(due))
        yield Finding(
            election.place_of("steps"),
            f"{len(set(due))} 步没有记录实际日期：{names}",
            "查得到的请写进 steps，查不到的写 unknown",
        )


@check("L204", NOTICE)
def polling_day_beyond_the_pack(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选举日晚于法律核对到的日子。

    软件里的法律核对到某一天为止；选举日在那以后，要留意法律有没有新的修改。
    错：法律核对到 2026-11-24，选举日 2027-03-01
    对：法律核对以后重新发布软件，或者确认没有修改
    """
    last = min(statute.unchecked, default=None)
    for stated in records.one(Election).polling_day if last else ():
        if not last or not stated.value.after(last):
            continue
        wrong = f"选举日“{stated.typed}”晚于软件里的法律核对到的日子（{written(last)}）"
        yield Finding(stated.at, wrong, "请留意法律有没有新的修改")


@check("L212", NOTICE)
def polling_day_before_the_pack(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选举日早于软件里收录的选举法。

    那时候的期限、票数照什么法律，软件里没有，所以一样也没有核对；没有发现问题，不等于没有问题。
    错：收录的选举法从 2015-08-29 起，选举日 2011-12-15
    对：知道就好，不用改；页面上也会写明
    """
    for stated in records.one(Election).polling_day if statute.begins else ():
        wrong = f"选举日“{stated.typed}”早于软件里收录的选举法（从 {statute.begins} 起）"
        yield Finding(stated.at, wrong, "期限、名额、票数都没有照法律核对，页面上会写明")
        break


@check("L205", ERROR)
def unknown_step(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """步骤的编号不认识。

    编号认不出来，就算不出期限，网页上也显示不了这一步。
    错：event: voters-list
    对：event: voter-list-published
    """
    for step in records.one(Election).steps:
        if step.event not in events():
            near = near_misses(str(step.event), events())
            right = f"是不是“{near[0]}”（{events()[near[0]].title}）？" if near else f"可以写：{'、'.join(events())}"
            yield Finding(step.place_of("event"), f"没有“{step.event}”这一步", right)


@check("L211", WARNING)
def step_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一步写了两次。

    两处日期不同，读者不知道信哪一个。几个来源不一致时，写在同一步的 day 下面。
    错：两条 event: voter-list-published
    对：一条 event: voter-list-published，day 下面列出各来源的日期
    """
    first: dict[str, Step] = {}
    for step in records.one(Election).steps:
        known = first.setdefault(str(step.event), step)
        if known is not step:
            at = step.place_of("event")
            yield Finding(
                at, f"“{step.event}”这一步在第 {known.at.line} 行已经写过", "请合成一条，几个日期列在 day 下面"
            )


@check("L206", ERROR)
def unknown_province(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """省的编号不认识。

    软件里没有这个省的实施细则，写了也用不上。
    错：province: ganshu
    对：province: gansu
    """
    election = records.one(Election)
    if election.province and election.province not in provinces():
        right = f"现在有：{'、'.join(provinces())}；没有的请删去这一行"
        yield Finding(election.place_of("province"), f"没有编号为“{election.province}”的省的实施细则", right)


@check("L209", NOTICE, "objection-decided", "voter-suit-filed")
def objections_squeezed(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """名单公布得晚，申诉和起诉的时间挤在一起。

    申诉、处理、起诉一环接一环。名单公布得晚，处理申诉的最后一天会落在起诉的最后一天以后，群众来不及上法院。
    错：选举日 2026-11-18，名单 2026-11-08 公布
    对：选举日 2026-11-18，名单 2026-10-28 公布
    """
    by_event = {deadline.event: deadline for deadline, _ in of_election(statute, records.one(Election))}
    decided, suit = by_event.get("objection-decided"), by_event.get("voter-suit-filed")
    for step in records.one(Election).steps:
        if step.event == "voter-list-published" and step.day and decided and suit and decided.day > suit.day:
            wrong = f"名单“{step.day[0].typed}”公布，处理申诉最晚到 {decided.day}，而起诉最晚到 {suit.day}"
            yield Finding(step.place_of("day"), wrong, "请尽快处理申诉，并告诉申诉人起诉的最后一天")
