"""Results: ballots, votes for each person, reruns, by-elections, recalls; and the people who counted."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.days import TypedDay, all_after, still_voting, up_to
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.people import Name
from huanjie.model.percent import Percent
from huanjie.model.vacancies import Cancellation
from huanjie.model.values import Count, Flag, Line, Prose, Several, one_of


class Tally(FieldGroup):
    """一个人得了多少票。另选的人也写。"""

    name: Name = Field(description="姓名")
    votes: Facts[Count] = Field(description="得票数（赞成票），如 512；不详写 unknown")
    against: Facts[Count] = Field(NONE_STATED, description="反对票数；没有公布的不写")
    abstained: Facts[Count] = Field(NONE_STATED, description="弃权票数；没有公布的不写")
    elected: Flag = Field(default=False, description="是否当选，当选写 yes")


class StationCount(FieldGroup):
    """一个投票站的人数和票数，只算这个选区的选民。"""

    name: Line = Field(description="投票站名称，照公布的写，如 东村投票站")
    station: Annotated[Ref, Ref.to("stations")] | None = Field(
        None, description="有记录的投票站，写编号，如 dongguan/station-1；没有就不写"
    )
    voters: Facts[Count] = Field(NONE_STATED, description="在这个投票站投票的选民数，只算这个选区的，如 861")
    participants: Facts[Count] = Field(NONE_STATED, description="参加投票的选民数，委托别人投的也算")
    in_person: Facts[Count] = Field(NONE_STATED, description="自己来投票的选民数，如 568")
    by_proxy: Facts[Count] = Field(NONE_STATED, description="委托别人投票的选民数，如 293")
    issued: Facts[Count] = Field(NONE_STATED, description="发出的选票数")
    returned: Facts[Count] = Field(NONE_STATED, description="收回的选票数")
    valid: Facts[Count] = Field(NONE_STATED, description="有效票数")
    invalid: Facts[Count] = Field(NONE_STATED, description="无效票数")
    note: Prose | None = Field(None, description="读者需要知道的说明")


class Vote(FieldGroup):
    """一次投票的数。"""

    participants: Facts[Count] = Field(NONE_STATED, description="参加投票的选民数，委托别人投的也算")
    in_person: Facts[Count] = Field(NONE_STATED, description="自己来投票的选民数，如 568；没有分开公布的不写")
    by_proxy: Facts[Count] = Field(NONE_STATED, description="委托别人投票的选民数，如 293；没有分开公布的不写")
    turnout: Facts[Percent] = Field(NONE_STATED, description="公布的参选率，照写，如 98.02%；没有公布的不写，网站会算")
    issued: Facts[Count] = Field(NONE_STATED, description="发出的选票数")
    returned: Facts[Count] = Field(NONE_STATED, description="收回的选票数")
    unreturned: Facts[Count] = Field(NONE_STATED, description="发出去、没有收回的选票数；没有公布的不写")
    spoilt: Facts[Count] = Field(NONE_STATED, description="写坏了、换领新票的选票数；没有公布的不写")
    valid: Facts[Count] = Field(NONE_STATED, description="有效票数")
    invalid: Facts[Count] = Field(NONE_STATED, description="无效票数")
    elected_count: Facts[Count] = Field(NONE_STATED, description="当选几名，没有公布姓名时用，如 2")
    tallies: tuple[Tally, ...] = Field((), description="每个人的得票，一人一条")
    others: Facts[Count] = Field(NONE_STATED, description="另选其他人的票合计，没有逐个写姓名时用")
    stations: tuple[StationCount, ...] = Field((), description="各投票站的数，一站一条；没有分开公布的不写")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def counts(self) -> "tuple[Vote | StationCount, ...]":
        """Its own figures, and those of each polling station."""
        return (self, *self.stations)

    @property
    def counted(self) -> bool:
        """Whether any figure is recorded, or recorded as unknown."""
        figures = [getattr(self, name) for name in NO_FIGURES]
        return any(figure or getattr(figure, "gaps", ()) for figure in figures)


_FIGURES: tuple[str, ...] = (
    *("participants", "in_person", "by_proxy", "turnout", "issued", "returned", "unreturned", "spoilt"),
    *("valid", "invalid", "elected_count", "others"),
)
NO_FIGURES: dict[str, object] = dict.fromkeys(_FIGURES, NONE_STATED) | {"tallies": (), "stations": ()}


class Rerun(Vote):
    """另行选举：第一次没有选满，再选一次；票数相等的再次投票也写在这里。"""

    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天投票")
    seats: Facts[Count] = Field(description="这一次还要选几名")
    candidates: Several[Name] = Field((), description="这一次的候选人，一条一个姓名；不写就算得票的都是候选人")
    result_list: Facts[TypedDay] = Field(NONE_STATED, description="结果公布日期")
    cancelled: Cancellation | None = Field(None, description="这次投票取消了；没有取消就不写")

    def as_of(self, today: date) -> Self:
        """The vote as known on a day: before its result only that it will be held, or that it was cancelled.

        A note on a result is a part of it.
        """
        hidden = all_after(self.result_list, today) if self.result_list else still_voting(self.day, today)
        changed: dict[str, object] = NO_FIGURES | {"result_list": up_to(self.result_list, today)} if hidden else {}
        if hidden and any(getattr(self, figure) for figure in NO_FIGURES):
            changed["note"] = None
        if self.cancelled and all_after(self.cancelled.decided_on, today):
            changed["cancelled"] = None
        return self.showing(**changed) if changed else self


class ByElection(Rerun):
    """补选：代表出缺以后，原选区再选。"""

    announced: Facts[TypedDay] = Field(NONE_STATED, description="补选公告哪天发布")
    reason: Prose | None = Field(None, description="为什么出缺，如 原代表调离本区；写了 replaces 的可以不写")
    replaces: Several[Name] = Field((), description="补谁的缺，一条一个姓名；辞职、调离等写在 vacancies 里")
    voters: Facts[Count] = Field(NONE_STATED, description="补选时的登记选民数；不写就按换届选举时的算")


class Recall(FieldGroup):
    """一次罢免。"""

    name: Line = Field(description="被提出罢免的代表")
    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天表决")
    voters: Facts[Count] = Field(NONE_STATED, description="罢免时原选区的全体选民数")
    signatories: Facts[Count] = Field(NONE_STATED, description="联名要求罢免的选民数")
    votes: Facts[Count] = Field(NONE_STATED, description="赞成罢免的票数")
    recalled: Flag = Field(default=False, description="罢免是否通过，通过写 yes")

    def as_of(self, today: date) -> Self:
        """The recall as known on a day: without its result while the vote goes on."""
        return self.showing(votes=NONE_STATED, recalled=False) if still_voting(self.day, today) else self


class Worker(FieldGroup):
    """一名监票人或者计票人。"""

    name: Name = Field(description="姓名")
    role: Annotated[Line, one_of("总监票人", "监票人", "计票人")] = Field(description="总监票人、监票人或者计票人")
    relative_of: Line | None = Field(None, description="是哪名候选人的近亲属；不是就不写")


class Review(FieldGroup):
    """代表资格审查：当选以后，审查过了才最后确认。"""

    day: Facts[TypedDay] = Field(description="哪天确认代表资格有效，如 2026-12-05；不详写 unknown")
    by: Line = Field(description="谁确认的，如 区人大常委会")
    confirmed: Facts[Count] = Field(NONE_STATED, description="确认有效的几名")
    refused: Several[Name] = Field((), description="没有确认的，一条一个姓名")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    def was_public(self, today: date, *, voting: bool) -> bool:
        """Whether it was public on a day; a review without a day is public once the vote is over."""
        return not (all_after(self.day, today) if self.day else voting)
