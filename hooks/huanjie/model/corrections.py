"""Corrections of this site: the wrong text, the right one, the day, the record."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import Facts, Ref
from huanjie.model.values import Line, Prose, Slug


class Correction(Record):
    """更正：网站上写错过的一处，哪天改的，改成什么。"""

    kind: ClassVar[str] = "corrections"
    filed: ClassVar[Filed] = "list"
    noun: ClassVar[str] = "更正"
    on_one_page: ClassVar[bool] = True
    dated: ClassVar[str] = "day"
    gist: ClassVar[str] = "now"

    id: Slug = Field(description="编号，如 2026-10-30-1")
    day: Facts[TypedDay] = Field(description="哪天更正的，如 2026-10-30")
    record: Annotated[Ref, Ref.to_any()] = Field(description="改的是哪份记录，如 constituencies/dongguan/county-5")
    was: Prose = Field(description="原来怎样写")
    now: Prose = Field(description="现在怎样写")
    reason: Prose = Field(description="为什么错了，怎样发现的")
    reported_by: Line | None = Field(None, description="谁指出的；群众指出的写“读者”，不写姓名")

    @property
    def heading(self) -> str:
        """The correction by its day."""
        return f"{self.day[0].value if self.day else ''} 更正"

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The correction, once it was made."""
        return None if all_after(self.day, today) else self
