"""Stories: experience and good practice, told in prose."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Flag, Line, Prose, Several


class Passage(FieldGroup):
    """文章的一节。"""

    shorthand: ClassVar[str] = "text"

    title: Line | None = Field(None, description="小标题")
    text: Prose = Field(description="正文；空一行就是另起一段")


class Story(Record):
    """经验做法：一篇文章，一个文件一篇。"""

    kind: ClassVar[str] = "stories"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "经验做法"
    dated: ClassVar[str] = "published"

    title: Line = Field(description="标题")
    summary: Prose = Field(description="概要，一两句话：讲的是什么")
    author: Several[Line] = Field((), description="作者或者供稿单位")
    published: Facts[TypedDay] = Field(NONE_STATED, description="哪天发表的，如 2026-11-05；不详写 unknown")
    area: Annotated[Ref, Ref.to("areas")] | None = Field(None, description="讲哪个乡镇、街道的，写编号")
    constituencies: Several[Annotated[Ref, Ref.to("constituencies")]] = Field((), description="讲到哪些选区，写编号")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    passages: Several[Passage] = Field(description="正文，一节一条")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")
    draft: Flag = Field(default=False, description="草稿，写 yes 就不发布")

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The story, once it was published."""
        return None if all_after(self.published, today) else self
