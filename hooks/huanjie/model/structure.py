"""The structure of the deputies or candidates, only by sums of the office; nobody is counted here."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.levels import TypedLevel
from huanjie.model.values import Count, Line, Prose, Several, Slug, one_of


class Part(FieldGroup):
    """一类人有几名。"""

    name: Line = Field(description="哪一类，如 女")
    count: Facts[Count] = Field(description="几名，如 62；不详写 unknown")


class Structure(Record):
    """代表构成：按性别、民族、学历、党派或者职业的合计数，由选举机构公布，不逐人统计。"""

    kind: ClassVar[str] = "structure"
    filed: ClassVar[Filed] = "list"
    noun: ClassVar[str] = "代表构成"
    on_one_page: ClassVar[bool] = True

    id: Slug = Field(description="编号，如 county-sex")
    of: Annotated[str, one_of("代表", "正式候选人")] = Field(
        "代表", description="数的是代表还是正式候选人；不写就是代表"
    )
    level: TypedLevel = Field(description="哪一级：县级或者乡级")
    area: Annotated[Ref, Ref.to("areas")] | None = Field(None, description="只数一个乡镇的，写编号；合计不写")
    by: Annotated[Line, one_of("性别", "民族", "学历", "党派", "职业", "年龄")] = Field(
        description="按什么分：性别、民族、学历、党派、职业、年龄"
    )
    total: Facts[Count] = Field(NONE_STATED, description="一共几名，如 222")
    parts: tuple[Part, ...] = Field(description="各类几名，一类一条")
    overlapping: Line | None = Field(None, description="各类可以重复计算的，写明怎样重复；不重复不写")
    published: Facts[TypedDay] = Field(NONE_STATED, description="哪天公布的")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def heading(self) -> str:
        """The level, the people counted, and the criterion."""
        return f"{self.level}{self.of}按{self.by}"

    def as_of(self, today: date, voting: Voting) -> Self | None:
        """The sums, once they were published; of deputies never before the vote."""
        early = not self.published and self.of == "代表" and voting(None)
        return None if early or all_after(self.published, today) else self
