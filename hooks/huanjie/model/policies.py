"""Policy material: plans, notices and rules of procedure, with their points and the material that they replace."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.points import Point, numbered
from huanjie.model.values import Flag, Line, Prose, Several, one_of


class Section(FieldGroup):
    """政策材料的一条或者一节。"""

    number: Line | None = Field(None, description="编号，照原样，如 第三条")
    title: Line | None = Field(None, description="标题")
    points: Several[Point] = Field(description="这一节定了什么，一条一点，用自己的话写")


class Policy(Record):
    """政策材料：方案、通知、办法，一个文件一份。"""

    kind: ClassVar[str] = "policies"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "政策材料"
    dated: ClassVar[str] = "issued_on"

    title: Line = Field(description="名称，照原样，如 全区宣传报道方案")
    sort: Annotated[Line, one_of("方案", "通知", "意见", "办法", "规定", "公告", "其他")] = Field(
        description="哪一种材料：方案、通知、意见、办法、规定、公告、其他"
    )
    issuer: Facts[Line] = Field(NONE_STATED, description="发文单位；不详写 unknown")
    number: Facts[Line] = Field(NONE_STATED, description="文号；不详写 unknown")
    issued_on: Facts[TypedDay] = Field(NONE_STATED, description="发文日期，如 2016-05-20；不详写 unknown")
    effective_on: Facts[TypedDay] = Field(NONE_STATED, description="施行日期；不详写 unknown")
    summary: Prose = Field(description="概要，一两句话：这份材料讲什么")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    replaces: Several[Annotated[Ref, Ref.to("policies")]] = Field((), description="代替了哪份材料，写材料的编号")
    sections: tuple[Section, ...] = Field((), description="各条各节")
    note: Prose | None = Field(None, description="读者需要知道的说明")
    draft: Flag = Field(default=False, description="草稿，写 yes 就不发布")

    @property
    def points(self) -> Iterator[tuple[str, Point]]:
        """Every point of every section with its id on the policy's page: section-1-2."""
        for number, section in enumerate(self.sections, 1):
            yield from numbered(section.points, f"section-{number}")

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The policy, once it was issued."""
        return None if all_after(self.issued_on, today) else self
