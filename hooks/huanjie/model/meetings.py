"""Meetings: when, where, who spoke and said what, who came, what was shown and decided."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from huanjie.model.base import Entry, Record
from huanjie.model.days import TypedClock, TypedDay
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.people import Person
from huanjie.model.points import Point, numbered
from huanjie.model.values import Count, Flag, Line, Prose, Several, one_of

SESSIONS_OF_CONGRESS = ("预备会议", "代表大会会议")


class Session(Record):
    """会议的一个时段。开几天、分几段，就写几条。"""

    day: Facts[TypedDay] = Field(NONE_STATED, description="这一段的日期；与会议日期相同可以不写")
    half: Annotated[Line, one_of("上午", "下午", "晚上", "全天")] | None = Field(
        None, description="上午、下午、晚上或者全天"
    )
    begins: Facts[TypedClock] = Field(NONE_STATED, description="开始时间，24 小时制，如 09:00")
    ends: Facts[TypedClock] = Field(NONE_STATED, description="结束时间，24 小时制，如 11:30")
    title: Line | None = Field(None, description="这一段做什么，如 分组讨论")


class Speech(Record):
    """一次讲话。"""

    speaker: Person = Field(description="讲话人和职务")
    topic: Line | None = Field(None, description="讲什么，一句话")
    points: tuple[Point, ...] = Field((), description="讲话的要点，按原来的顺序和层次")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")


class Group(Record):
    """按职务或者按单位出席的一批人。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="哪些人，如 各乡镇党委书记")
    due: Facts[Count] = Field(NONE_STATED, description="应到人数")
    present: Facts[Count] = Field(NONE_STATED, description="实到人数")
    note: Prose | None = Field(None, description="读者需要知道的说明")


class Attendance(Record):
    """谁出席了会议：点名的、只写职务的、成批写的，和应到实到人数。"""

    due: Facts[Count] = Field(NONE_STATED, description="应到人数，如 240；不详写 unknown")
    present: Facts[Count] = Field(NONE_STATED, description="实到人数，如 206；不详写 unknown")
    people: Several[Person] = Field((), description="写了姓名的人")
    posts: Several[Group] = Field((), description="只写职务、没写姓名的人，如 区法院院长")
    groups: Several[Group] = Field((), description="成批写的人，如 各乡镇党委书记")


class Material(Record):
    """会上放映、印发、传阅的材料。"""

    shorthand: ClassVar[str] = "title"

    title: Line = Field(description="材料名称，照原样，如 《警示录》")
    sort: Line | None = Field(None, description="是什么，如 警示教育片")
    shown: Line | None = Field(None, description="什么时候、怎样用的，如 讲话前观看")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪个宣传主题，写主题的编号")


class Outcome(Record):
    """一项决定的结果。"""

    shorthand: ClassVar[str] = "text"

    text: Prose = Field(description="结果怎样，如 通过")
    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天有结果")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    meeting: Annotated[Ref, Ref.to("meetings")] | None = Field(None, description="在哪次会议上有的结果，写会议的编号")


class Decision(Record):
    """会议定下的一件事。"""

    shorthand: ClassVar[str] = "text"

    text: Prose = Field(description="定了什么")
    method: Line | None = Field(None, description="怎样决定的，如 举手表决")
    owner: Several[Line] = Field((), description="由谁负责，一条一个单位")
    due: Facts[TypedDay] = Field(NONE_STATED, description="什么时候以前要做完；不详写 unknown")
    outcome: Outcome | None = Field(None, description="后来怎样；还没有结果就不写")


class Meeting(Entry):
    """会议：换届选举工作的一次会议，一个文件一次。"""

    kind: ClassVar[str] = "meetings"
    filed: ClassVar[Literal["one", "list", "folder"]] = "folder"
    name: ClassVar[str] = "会议"

    title: Line = Field(description="会议名称，如 区、乡镇两级人大换届选举工作推进会")
    date: Facts[TypedDay] = Field(description='会议日期，如 2016-05-31；年份不详写 "unknown-05-31"')
    sort: Annotated[
        Line, one_of("动员会", "推进会", "培训会", "选举委员会会议", "主席团会议", *SESSIONS_OF_CONGRESS, "其他会议")
    ] = Field(
        description="哪一种会议：动员会、推进会、培训会、选举委员会会议、主席团会议、预备会议、代表大会会议、其他会议"
    )
    level: Annotated[Line, one_of("县级", "乡级")] | None = Field(
        None, description="代表大会的会议属于哪一级：县级或者乡级"
    )
    summary: Prose = Field(description="一两句话：这次会议做了什么")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="整份记录出自哪个来源，写来源的编号")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    policies: Several[Annotated[Ref, Ref.to("policies")]] = Field((), description="讲到哪些政策材料，写材料的编号")
    sessions: tuple[Session, ...] = Field((), description="时段，开几段写几条")
    place: Facts[Line] = Field(NONE_STATED, description="地点；不详写 unknown")
    organiser: Facts[Line] = Field(NONE_STATED, description="召开会议的单位；不详写 unknown")
    chair: Several[Person] = Field((), description="主持人和职务")
    speeches: tuple[Speech, ...] = Field((), description="讲话，一人一次写一条")
    attendance: Attendance | None = Field(None, description="谁出席了会议")
    materials: Several[Material] = Field((), description="会上放映或印发的材料")
    decisions: Several[Decision] = Field((), description="会议定下的事，一条一件")
    note: Prose | None = Field(None, description="读者需要知道的说明")
    draft: Flag = Field(default=False, description="写 yes 表示草稿，不发布")

    @property
    def points(self) -> Iterator[tuple[str, Point]]:
        """Every point of every speech with its id on the meeting's page: speech-1-2-1."""
        for number, speech in enumerate(self.speeches, 1):
            yield from numbered(speech.points, f"speech-{number}")
