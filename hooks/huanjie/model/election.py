"""The election itself: the congresses elected, the polling day, and the totals by level and kind of area."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, WrapValidator

from huanjie.model.base import FieldGroup, Filed, Record, Voting, refuse
from huanjie.model.clocks import TypedClock
from huanjie.model.days import TypedDay, all_after, exact_day
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.levels import TypedLevel
from huanjie.model.people import Person
from huanjie.model.points import Point, numbered
from huanjie.model.results import Review
from huanjie.model.totals import Total
from huanjie.model.values import Count, Flag, Line, Prose, Several, Slug, one_of, refuse_empty
from huanjie.model.work import Work
from huanjie.yaml_text import Value


def _known_day(value: Value, handler: Any) -> Any:  # noqa: ANN401  # pydantic's own signature for a wrap validator
    right = "请写日期，如 2026-11-24；按今天的情况显示的，删去这一行"
    refuse_empty(value, right)
    if value in ("unknown", "unreadable"):
        refuse("M103", f"“{value}”不是日期", right)
    return handler(value)


BY_ELECTION = "补选"


class Congress(FieldGroup):
    """要选举产生的一级人民代表大会。"""

    level: TypedLevel = Field(description="哪一级：县级或者乡级")
    name: Line = Field(description="名称，如 示例区人民代表大会；乡级可以合写，如 各乡镇人民代表大会")
    short: Line = Field(description="简称，写在数字旁边，如 区人大")
    population: Facts[Count] = Field(
        NONE_STATED, description="县级写全县、全区的人口数，用来算代表名额；乡级写在各乡镇里"
    )
    seats: Facts[Count] = Field(NONE_STATED, description="县级人大的代表总名额；乡级写在各乡镇里")
    army_seats: Facts[Count] = Field(NONE_STATED, description="其中由军队选的名额")
    reserved_seats: Facts[Count] = Field(NONE_STATED, description="其中预留、这次没有分到选区的名额，如 2；没有就不写")
    term: Facts[Count] = Field(NONE_STATED, description="第几届，写数，如 8；不详写 unknown")
    review: Review | None = Field(None, description="县级人大代表的资格审查；乡级写在各乡镇里；还没有就不写")


class Polling(FieldGroup):
    """选举日当天的情况。"""

    points: Several[Point] = Field((), description="各选区怎样投票，一条一点")
    voters: Several[Person] = Field((), description="报道里点名的、在自己选区投票的人")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")


class Step(FieldGroup):
    """选举中的一步，和它实际在哪一天；做几天的，从哪天到哪天。"""

    event: Slug = Field(description="哪一步，写编号，如 voter-list-published（公布选民名单）")
    day: Facts[TypedDay] = Field(description="实际的日期，如 2016-06-08；做几天的写第一天；不详写 unknown")
    until: Facts[TypedDay] = Field(NONE_STATED, description="做几天的写最后一天，如 2016-06-20；一天做完的不写")
    announced: Facts[TypedDay] = Field(NONE_STATED, description="事先公告了从哪天到哪天的，写公告的日期，如 2016-05-25")
    issuer: Line | None = Field(None, description="公布名单的，写谁发布的，如 示例区选举委员会")
    columns: Several[Line] = Field((), description="公布名单的，写名单上有哪几栏，如 [姓名, 性别, 年龄]")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field((), description="出自哪个来源；不写就用整份记录的来源")
    waiver: Prose | None = Field(None, description="晚于法定时限时的说明；会在网页上公开")

    @property
    def exact(self) -> date | None:
        """The day, where it is known to the day and the sources agree."""
        return exact_day(self.day)

    def as_of(self, today: date) -> Self:
        """The step as known on a day: only if announced or begun; then its end is known too, so nobody comes late."""
        announced = bool(self.announced) and not all_after(self.announced, today)
        if announced or not all_after(self.day, today):
            return self
        return self.showing(day=NONE_STATED, until=NONE_STATED, issuer=None, columns=())


class Called(FieldGroup):
    """当地的说法：大家怎样叫，网站上写的是哪个词。搜索时当作一个词。"""

    word: Line = Field(description="网站上写的词，如 选举委员会")
    also: Several[Line] = Field(description="大家的说法，如 换届办")


class Election(Record):
    """这次选举：选哪几级人大，哪天投票，各项总数。"""

    kind: ClassVar[str] = "election"
    filed: ClassVar[Filed] = "one"
    noun: ClassVar[str] = "选举"
    dated: ClassVar[str] = "polling_day"

    title: Line = Field(description="这次选举的名称，如 示例区 2026 年区、乡镇两级人大换届选举")
    sort: Annotated[str, one_of("换届选举", BY_ELECTION)] = Field(
        "换届选举", description="换届选举或者补选；不写就是换届选举。只办补选的网站写 补选"
    )
    area: Line = Field(description="哪个县、区，如 示例区")
    region: Line = Field(description="属于哪个省、市，如 示例省示例市")
    summary: Prose = Field(description="概要，一两句话：这是一次什么选举")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")
    congresses: tuple[Congress, ...] = Field(description="选举哪几级人民代表大会，一级一条")
    polling_day: Facts[TypedDay] = Field(description="选举日，如 2026-11-18；还没定写 unknown")
    polling_until: Facts[TypedDay] = Field(NONE_STATED, description="投票到哪天结束；一天投完就不写")
    polling_begins: Facts[TypedClock] = Field(NONE_STATED, description="几点开始投票，24 小时制，如 09:00")
    polling: Polling | None = Field(None, description="选举日当天的情况；还没到就不写")
    province: Slug | None = Field(None, description="用哪个省的实施细则，写编号，如 gansu；没有就不写")
    steps: tuple[Step, ...] = Field((), description="各步实际的日期，一步一条")
    work_done: tuple[Work, ...] = Field((), description="到某一天做了多少，一次报告一条")
    totals: tuple[Total, ...] = Field((), description="各项总数，一条一个")
    quiet: Flag = Field(default=True, description="选举日当天不显示候选人的介绍；写 no 表示照常显示")
    ended: Flag = Field(default=False, description="这次选举已经全部结束，是就写 yes，网站会写明")
    invented: Flag = Field(default=False, description="内容是虚构的、只作演示，是就写 yes，每一页都会写明")
    called: tuple[Called, ...] = Field((), description="当地的说法，搜索时当作网站上的词，一个词一条")
    shown_as_of: Annotated[TypedDay, WrapValidator(_known_day)] | None = Field(
        None, description="网站按哪一天的情况显示，如 2026-11-24；不写就是今天"
    )
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def by_election(self) -> bool:
        """Whether seats that fell vacant are filled in the middle of a term, and nothing else is elected."""
        return self.sort == BY_ELECTION

    @property
    def short(self) -> str:
        """The short word for this election."""
        return "补选" if self.by_election else "选举"

    @property
    def day_called(self) -> str:
        """The word for the day of its vote."""
        return f"{self.short}日"

    @property
    def points(self) -> Iterator[tuple[str, Point]]:
        """The points on the polling day, each with its id on the page of progress: polling-1."""
        return numbered(self.polling.points if self.polling else (), "polling")

    def as_of(self, today: date, voting: Voting) -> Self:
        """The election with the totals, steps and reviews that were public; nothing of the polling before it began."""
        ongoing, first = voting(None), exact_day(self.polling_day)
        return self.showing(
            totals=tuple(total for total in self.totals if total.was_public(today, voting=ongoing)),
            work_done=tuple(work for work in self.work_done if work.was_public(today)),
            steps=tuple(step.as_of(today) for step in self.steps),
            congresses=tuple(
                congress.showing(
                    review=congress.review
                    if congress.review and congress.review.was_public(today, voting=ongoing)
                    else None
                )
                for congress in self.congresses
            ),
            polling=None if first and today < first else self.polling,
        )
