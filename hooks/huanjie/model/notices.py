"""Official notices, as the office posted them."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Flag, Line, Prose, Several


class Notice(Record):
    """公告：选举委员会发布的公告，一个文件一份。选区的名单和结果公告由网站自动生成，不用写在这里。"""

    kind: ClassVar[str] = "notices"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "公告"
    dated: ClassVar[str] = "posted_on"
    gist: ClassVar[str] = "text"

    title: Line = Field(description="公告的标题，如 关于选民登记的公告")
    number: Facts[Line] = Field(NONE_STATED, description="编号，如 第 1 号；没有编号不写")
    issuer: Line = Field(description="谁发布的，如 示例区选举委员会")
    posted_on: Facts[TypedDay] = Field(description="发布日期，如 2026-09-10；不详写 unknown")
    text: Prose = Field(description="公告的正文；空一行就是另起一段")
    areas: Several[Annotated[Ref, Ref.to("areas")]] = Field((), description="只关几个乡镇、街道的，写编号")
    constituencies: Several[Annotated[Ref, Ref.to("constituencies")]] = Field((), description="只关几个选区的，写编号")
    replaces: Several[Annotated[Ref, Ref.to("notices")]] = Field((), description="代替了哪份公告，写编号")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field((), description="出自哪个来源；就是本单位发布的不写")
    draft: Flag = Field(default=False, description="草稿，写 yes 就不发布")

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The notice, once it was posted."""
        return None if all_after(self.posted_on, today) else self
