"""Bodies that run the election: the election committees and their members."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from huanjie.model.base import Entry
from huanjie.model.facts import Ref
from huanjie.model.people import Person
from huanjie.model.values import Line, Prose, Several, Slug, one_of


class Body(Entry):
    """机构：选举委员会和它的成员、职责。"""

    kind: ClassVar[str] = "bodies"
    filed: ClassVar[Literal["one", "list", "folder"]] = "list"
    name: ClassVar[str] = "机构"

    id: Slug = Field(description="编号，如 election-committee")
    title: Line = Field(description="名称，如 示例区选举委员会")
    sort: Annotated[Line, one_of("选举委员会", "领导小组", "办公室", "其他")] = Field(
        description="选举委员会、领导小组、办公室、其他"
    )
    level: Annotated[Line, one_of("县级", "乡级")] = Field(description="哪一级的选举：县级或者乡级")
    duties: Several[Line] = Field((), description="职责，一条一项")
    members: Several[Person] = Field((), description="成员和职务")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")
    note: Prose | None = Field(None, description="读者需要知道的说明")
