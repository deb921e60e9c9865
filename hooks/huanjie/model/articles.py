"""Official texts of single articles that an office adds to its site: the pack itself carries no statute text."""

from typing import Annotated, ClassVar

from pydantic import Field

from huanjie.model.base import Filed, Record
from huanjie.model.facts import Ref
from huanjie.model.values import Count, Line, Prose, Several, never_unknown


class ArticleText(Record):
    """法律条文的官方原文，由编辑自己收录，一个文件一条。"""

    kind: ClassVar[str] = "articles"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "条文原文"

    law: Line = Field(description="哪部法律，写简称或者编号，如 选举法")
    version: Line = Field(description="哪个版本，写年份，如 2020")
    number: Annotated[Count, never_unknown("请写第几条，如 28")] = Field(description="第几条，写数，如 28")
    text: Prose = Field(description="官方公布的原文，照录")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="原文从哪里来，写来源的编号")

    @property
    def heading(self) -> str:
        """The article as it is cited."""
        return f"{self.law}（{self.version} 年）第 {self.number} 条"
