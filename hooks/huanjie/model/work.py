"""The progress of work by a day, as offices report it: 76 of 81 villages have finished registration."""

from datetime import date
from typing import Annotated

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Count, Line, Prose, one_of

UNITS = ("村", "社区", "村和社区", "单位", "选区", "投票站", "选民小组", "乡镇", "街道", "乡镇和街道")


class Work(FieldGroup):
    """一项工作到某一天做了多少，如 81 个村有 76 个完成了选民登记。"""

    day: Facts[TypedDay] = Field(description="到哪天为止，如 2016-06-05；不详写 unknown")
    what: Line = Field(description="哪项工作，如 选民登记")
    of: Annotated[Line, one_of(*UNITS)] = Field(description=f"按什么数：{'、'.join(UNITS)}")
    completed: Facts[Count] = Field(description="几个做完了，如 76；不详写 unknown")
    total: Facts[Count] = Field(NONE_STATED, description="一共几个，如 81")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    def was_public(self, today: date) -> bool:
        """Whether the day has come."""
        return not all_after(self.day, today)
