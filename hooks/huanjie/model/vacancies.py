"""Seats that fell vacant during the term, and cancelled votes: day, authority, reason."""

from datetime import date
from typing import Annotated

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.people import Name
from huanjie.model.values import Line, Prose, one_of

RESIGNED, ORDERED, MOVED, DIED = "辞职", "责令辞职", "调离或者迁出", "去世"
# The reasons why a mandate ends under the Deputies Law; a recall is recorded as a vote.
REASONS = (
    *(RESIGNED, ORDERED, MOVED, DIED),
    *("未经批准两次不出席会议", "丧失中国国籍", "被剥夺政治权利", "丧失行为能力", "其他"),
)


class Vacancy(FieldGroup):
    """一名代表出缺：辞职、调离、去世等。被罢免的写在 recalls 里。"""

    name: Name = Field(description="不再任代表的人，如 张某")
    reason: Annotated[Line, one_of(*REASONS)] = Field(description=f"为什么：{'、'.join(REASONS)}")
    day: Facts[TypedDay] = Field(description="哪天出缺的，辞职的写接受辞职那天，如 2018-03-05；不详写 unknown")
    accepted_by: Line | None = Field(None, description="辞职由谁接受的，如 区人大常委会；不是辞职不写")
    announced: Facts[TypedDay] = Field(NONE_STATED, description="哪天公告的；在这以前网站不显示")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    def was_public(self, today: date) -> bool:
        """Whether it was public on a day."""
        return not all_after(self.announced or self.day, today)


class Cancellation(FieldGroup):
    """一次定了日子的投票取消了。"""

    decided_on: Facts[TypedDay] = Field(description="哪天决定取消，如 2018-05-10；不详写 unknown")
    by: Line = Field(description="谁决定的，如 区人大常委会")
    reason: Prose = Field(description="为什么取消，如 候选人退出，剩下的人数不够")
