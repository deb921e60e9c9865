"""Sources: the documents that facts cite, with the damage and gaps of each."""

from datetime import date
from typing import ClassVar, Self

from pydantic import Field

from huanjie.model.addresses import Address
from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.values import Line, Prose, Several, Slug


class Damage(FieldGroup):
    """来源里读不出来或者显然有错的一处。"""

    part: Line = Field(description="在哪里，如 开头署名处")
    what: Prose = Field(description="坏成什么样，如 字符损坏，无法辨认")


class Source(Record):
    """来源：记录里的内容出自哪份材料，材料有什么损坏和缺漏。"""

    kind: ClassVar[str] = "sources"
    filed: ClassVar[Filed] = "list"
    noun: ClassVar[str] = "来源"
    dated: ClassVar[str] = "published_on"

    id: Slug = Field(description="编号，记录里用它指明来源，如 report-2016-05-31")
    label: Line = Field(description="短名称，写在每个数字旁边，各个来源不要一样，如 选举日报道")
    title: Facts[Line] = Field(NONE_STATED, description="原标题；不详写 unknown")
    publisher: Facts[Line] = Field(NONE_STATED, description="在哪里发表，如 示例区政府网；不详写 unknown")
    supplied_by: Facts[Line] = Field(NONE_STATED, description="供稿的单位，如 区外宣办")
    reporters: Several[Line] = Field((), description="记者姓名")
    published_on: Facts[TypedDay] = Field(NONE_STATED, description="发表日期，如 2016-06-29；不详写 unknown")
    retrieved_on: Facts[TypedDay] = Field(NONE_STATED, description="我们取得这份材料的日期；不详写 unknown")
    address: Facts[Address] = Field(NONE_STATED, description="网址，以 https:// 或 http:// 开头；不详写 unknown")
    summary: Prose = Field(description="概要，一两句话：这份材料说了什么")
    damage: tuple[Damage, ...] = Field((), description="损坏和读不出的地方，一条一处")
    missing: Several[Line] = Field((), description="读者会想知道、材料里没有说的，如 投票率")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def heading(self) -> str:
        """The short name."""
        return str(self.label)

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The source, once it was published."""
        return None if all_after(self.published_on, today) else self
