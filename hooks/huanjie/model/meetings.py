"""Meetings: day and place, speeches, attendance, material, decisions."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import Field, PrivateAttr

from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after, exact_day
from huanjie.model.decisions import Decision
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.levels import TypedLevel
from huanjie.model.people import Person
from huanjie.model.points import Point, numbered
from huanjie.model.sessions import Change, Session, Venue
from huanjie.model.values import Count, Flag, Line, Prose, Several, one_of
from huanjie.yaml_text import Text

SESSIONS_OF_CONGRESS = ("预备会议", "代表大会会议")
CANDIDATES_MEET = "候选人见面会"  # introduces candidates, so pages hide it on polling day
SORTS = (
    "动员会",
    "推进会",
    "培训会",
    "选举委员会会议",
    "联席会议",
    CANDIDATES_MEET,
    "主席团会议",
    *SESSIONS_OF_CONGRESS,
    "其他会议",
)


class Speech(FieldGroup):
    """一次讲话。"""

    speaker: Person = Field(description="讲话人和职务")
    topic: Line | None = Field(None, description="讲什么，一句话")
    points: tuple[Point, ...] = Field((), description="讲话的要点，按原来的顺序和层次")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")


class Group(FieldGroup):
    """按职务或者按单位出席的一批人。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="哪些人，如 各乡镇党委书记")
    due: Facts[Count] = Field(NONE_STATED, description="应到人数")
    present: Facts[Count] = Field(NONE_STATED, description="实到人数")
    note: Prose | None = Field(None, description="读者需要知道的说明")


class Attendance(FieldGroup):
    """谁出席了会议：点名的、只写职务的、成批写的，和应到实到人数。"""

    due: Facts[Count] = Field(NONE_STATED, description="应到人数，如 240；不详写 unknown")
    present: Facts[Count] = Field(NONE_STATED, description="实到人数，如 206；不详写 unknown")
    people: Several[Person] = Field((), description="写了姓名的人")
    posts: Several[Group] = Field((), description="只写职务、没写姓名的人，如 区法院院长")
    groups: Several[Group] = Field((), description="成批写的人，如 各乡镇党委书记")
    and_others: Flag = Field(default=False, description="来源在最后写了“等”、没有写全的，写 yes")


class Material(FieldGroup):
    """会上放映、印发、传阅的材料。"""

    shorthand: ClassVar[str] = "title"

    title: Line = Field(description="材料名称，照原样，如 《警示录》")
    sort: Line | None = Field(None, description="是什么，如 警示教育片")
    shown: Line | None = Field(None, description="什么时候、怎样用的，如 讲话前观看")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪个宣传主题，写主题的编号")


class Meeting(Record):
    """会议：换届选举工作的一次会议，一个文件一次。"""

    kind: ClassVar[str] = "meetings"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "会议"
    dated: ClassVar[str] = "date"

    title: Line = Field(description="会议名称，如 区、乡镇两级人大换届选举工作推进会")
    date: Facts[TypedDay] = Field(description='会议日期，如 2016-05-31；年份不详写 "unknown-05-31"')
    sort: Annotated[Line, one_of(*SORTS)] = Field(description=f"哪一种会议：{'、'.join(SORTS)}")
    level: TypedLevel | None = Field(None, description="代表大会的会议属于哪一级：县级或者乡级")
    summary: Prose = Field(description="概要，一两句话：这次会议做了什么")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="整份记录出自哪个来源，写来源的编号")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    policies: Several[Annotated[Ref, Ref.to("policies")]] = Field((), description="讲到哪些政策材料，写材料的编号")
    constituencies: Several[Annotated[Ref, Ref.to("constituencies")]] = Field(
        (), description="只关一个或者几个选区的，写选区的编号，如 dongguan/county-5"
    )
    until: Facts[TypedDay] = Field(NONE_STATED, description="会开到哪天；一天开完就不写")
    announced: Facts[TypedDay] = Field(NONE_STATED, description="会前就要让群众知道的，写哪天通知的")
    notice: Prose | None = Field(None, description="会前通知的内容：开什么会，谁可以来")
    minutes: Facts[TypedDay] = Field(NONE_STATED, description="会议记录哪天公布；开会当天公布的不写")
    changes: tuple[Change, ...] = Field((), description="改期、改地点、取消，一次写一条")
    held: Annotated[Line, one_of("现场", "视频", "现场和视频")] | None = Field(
        None, description="怎样开的：现场、视频、现场和视频；不详不写"
    )
    sessions: tuple[Session, ...] = Field((), description="时段，开几段写几条")
    venues: Several[Venue] = Field((), description="有几个会场的，一个一条")
    place: Facts[Line] = Field(NONE_STATED, description="地点；不详写 unknown")
    organiser: Facts[Line] = Field(NONE_STATED, description="召开会议的单位；不详写 unknown")
    chair: Several[Person] = Field((), description="主持人和职务")
    speeches: tuple[Speech, ...] = Field((), description="讲话，一人一次写一条")
    attendance: Attendance | None = Field(None, description="谁出席了会议")
    materials: Several[Material] = Field((), description="会上放映或印发的材料")
    decisions: Several[Decision] = Field((), description="会议定下的事，一条一件")
    note: Prose | None = Field(None, description="读者需要知道的说明")
    draft: Flag = Field(default=False, description="草稿，写 yes 就不发布")
    _days: frozenset[dt.date] = PrivateAttr(frozenset())  # those that `days` has beyond the fields

    @property
    def points(self) -> Iterator[tuple[str, Point]]:
        """Every point of every speech with its id on the meeting's page: speech-1-2-1."""
        for number, speech in enumerate(self.speeches, 1):
            yield from numbered(speech.points, f"speech-{number}")

    @property
    def cancelled(self) -> Change | None:
        """The change that cancelled it, if it was cancelled."""
        return next((change for change in self.changes if change.sort == "取消"), None)

    @property
    def days(self) -> frozenset[dt.date]:
        """Every day for which it was ever called, also days that the public does not know yet."""
        stated = (*self.date, *(fact for change in self.changes for fact in change.was))
        return self._days | {fact.value.exact for fact in stated if fact.value.exact}

    def over(self, today: dt.date) -> bool:
        """Whether its last day is past, as far as that day is known."""
        last = exact_day(self.until or self.date)
        return last is not None and last < today

    def untold(self, today: dt.date) -> str:
        """The reason why the minutes are not shown yet; "" once they are."""
        ahead = all_after(self.date, today)
        if not ahead and not all_after(self.minutes, today):
            return ""
        if self.cancelled:
            return "这次会议取消了。"
        missing = "会议已经开过，记录还没有公布。" if self.over(today) else "会议记录还没有公布。"
        return "会议还没有召开。" if ahead else missing

    def as_of(self, today: dt.date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The meeting as announced, until its minutes are public; None while it was not announced."""
        known = self._before([change for change in self.changes if all_after(change.decided_on, today)])
        if all_after(known.date, today) and (not self.announced or all_after(self.announced, today)):
            return None
        if not (untold := known.untold(today)):
            return known.showing(decisions=tuple(decision.as_of(today) for decision in self.decisions))
        notice = None if known.cancelled or known.over(today) else self.notice
        return known.showing(
            summary=notice or Text(untold, self.at),
            venues=tuple(venue.showing(chair=(), present=NONE_STATED) for venue in known.venues),
            sessions=tuple(session.showing(ends=NONE_STATED) for session in known.sessions),
            **dict.fromkeys(("chair", "speeches", "materials", "decisions"), ()),
            **dict.fromkeys(("attendance", "note")),
        )

    def _before(self, to_come: list[Change]) -> Self:
        """The meeting as it was called before changes that are still to come; the first of them has the old data."""
        if not to_come:
            return self
        changed: dict[str, object] = {"changes": tuple(change for change in self.changes if change not in to_come)}
        if moved := next((change for change in to_come if change.was), None):
            changed |= {"date": moved.was, "until": NONE_STATED, "sessions": ()}  # these were typed for the new day
        if moved := next((change for change in to_come if change.was_at), None):
            changed |= {"place": moved.was_at, "venues": ()}
        known = self.showing(**changed)
        known._days = self.days  # noqa: SLF001  # of its own class
        return known
