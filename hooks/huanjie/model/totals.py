"""Totals stated by sources: of the whole election, of a level or kind of area, of a township."""

from datetime import date
from typing import Annotated

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.levels import TypedLevel
from huanjie.model.percent import Percent
from huanjie.model.values import Count, Line, Prose, one_of

RESULTS = ("参加投票选民", "发出选票", "收回选票", "有效票", "无效票", "当选代表")
_OF = ("登记选民", "选区", "代表", "初步候选人", "正式候选人", *RESULTS)
_OF_AREA = ("初步候选人", "正式候选人", *RESULTS)
_TURNOUT = "公布的参选率，照写，如 98.02%；of 写 参加投票选民，没有公布人数的 value 写 unknown"
_PUBLISHED = "哪天公布的；选举的结果要写，在这之前网站不显示"


class Total(FieldGroup):
    """一个总数。按级别或者地方分开统计的，各写一条。"""

    of: Annotated[Line, one_of(*_OF)] = Field(description="数的是什么，如 参加投票选民")
    level: TypedLevel | None = Field(None, description="哪一级；不分级不写")
    area: Annotated[Line, one_of("乡镇", "街道", "其他")] | None = Field(
        None, description="哪一类地方：乡镇、街道，两样都不是的写其他；不分地方不写"
    )
    value: Facts[Count] = Field(description="数，如 123456；各来源不一致时逐条列出")
    turnout: Facts[Percent] = Field(NONE_STATED, description=_TURNOUT)
    published: Facts[TypedDay] = Field(NONE_STATED, description=_PUBLISHED)
    note: Prose | None = Field(None, description="读者需要知道的说明，例如各来源为什么不一致")

    def was_public(self, today: date, *, voting: bool) -> bool:
        """Whether it was public on a day; a result without a day is public once the vote is over."""
        return _was_public(self, today, voting=voting)


class AreaTotal(FieldGroup):
    """一个乡镇、街道的一个总数，没有分选区公布的。"""

    of: Annotated[Line, one_of(*_OF_AREA)] = Field(description="数的是什么，如 参加投票选民")
    level: TypedLevel = Field(description="选哪一级代表的：县级或者乡级")
    value: Facts[Count] = Field(description="数，如 12345；不详写 unknown")
    turnout: Facts[Percent] = Field(NONE_STATED, description=_TURNOUT)
    published: Facts[TypedDay] = Field(NONE_STATED, description=_PUBLISHED)
    note: Prose | None = Field(None, description="读者需要知道的说明")

    def was_public(self, today: date, *, voting: bool) -> bool:
        """Whether it was public on a day; a result without a day is public once the vote is over."""
        return _was_public(self, today, voting=voting)


def _was_public(total: Total | AreaTotal, today: date, *, voting: bool) -> bool:
    return not (all_after(total.published, today) if total.published else voting and total.of in RESULTS)
