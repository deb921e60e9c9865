"""The sessions and venues of a meeting, and the changes to them."""

from typing import Annotated, ClassVar

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.clocks import TypedClock
from huanjie.model.days import TypedDay
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.people import Person
from huanjie.model.values import Count, Line, Prose, Several, one_of


class Session(FieldGroup):
    """会议的一个时段。开几天、分几段，就写几条。"""

    day: Facts[TypedDay] = Field(NONE_STATED, description="这一段的日期；与会议日期相同可以不写")
    half: Annotated[Line, one_of("上午", "下午", "晚上", "全天")] | None = Field(
        None, description="上午、下午、晚上或者全天"
    )
    begins: Facts[TypedClock] = Field(NONE_STATED, description="开始时间，24 小时制，如 09:00")
    ends: Facts[TypedClock] = Field(NONE_STATED, description="结束时间，24 小时制，如 11:30")
    title: Line | None = Field(None, description="这一段做什么，如 分组讨论")


class Venue(FieldGroup):
    """会场。视频会议有主会场和分会场，一个一条。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="地点，如 东关街道办事处三楼会议室")
    sort: Annotated[str, one_of("主会场", "分会场", "会场")] = Field("会场", description="主会场、分会场或者会场")
    chair: Several[Person] = Field((), description="这个会场的主持人")
    present: Facts[Count] = Field(NONE_STATED, description="这个会场到会人数")


class Change(FieldGroup):
    """会议的一次变动：改期、改地点或者取消。"""

    sort: Annotated[Line, one_of("改期", "改地点", "取消")] = Field(description="改期、改地点或者取消")
    decided_on: Facts[TypedDay] = Field(NONE_STATED, description="哪天决定的")
    was: Facts[TypedDay] = Field(NONE_STATED, description="改期以前定在哪天；取消、改地点不写")
    was_at: Facts[Line] = Field(NONE_STATED, description="改地点以前定在哪里")
    reason: Prose = Field(description="为什么")
