"""Decisions of a meeting, and their outcomes."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Line, Prose, Several


class Outcome(FieldGroup):
    """一项决定的结果。"""

    shorthand: ClassVar[str] = "text"

    text: Prose = Field(description="结果怎样，如 通过")
    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天有结果")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    meeting: Annotated[Ref, Ref.to("meetings")] | None = Field(None, description="在哪次会议上有的结果，写会议的编号")


class Decision(FieldGroup):
    """会议定下的一件事。"""

    shorthand: ClassVar[str] = "text"

    text: Prose = Field(description="定了什么")
    method: Line | None = Field(None, description="怎样决定的，如 举手表决")
    owner: Several[Line] = Field((), description="由谁负责，一条一个单位")
    due: Facts[TypedDay] = Field(NONE_STATED, description="什么时候以前要做完；不详写 unknown")
    outcome: Outcome | None = Field(None, description="后来怎样；还没有结果就不写")

    def as_of(self, today: date) -> Self:
        """The decision without an outcome that was still to come."""
        return self.showing(outcome=None) if self.outcome and all_after(self.outcome.day, today) else self
