"""Bodies that run the election: election committees and their offices, with members, duties and contacts."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.addresses import Mail
from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.levels import TypedLevel
from huanjie.model.people import Person
from huanjie.model.values import Line, Prose, Several, Slug, one_of


class Member(Person):
    """机构的一名成员。"""

    duty: Line | None = Field(None, description="负责什么，如 选民登记")
    left: Facts[TypedDay] = Field(NONE_STATED, description="不再担任的日期；还在任不写")

    @property
    def has_left(self) -> bool:
        """Whether they left, on a recorded or an unknown day."""
        return bool(self.left or self.left.gaps)


class Contact(FieldGroup):
    """对外公开的联系方式。写公开的办公电话，不写个人手机号。"""

    phone: Several[Line] = Field((), description="办公电话，一条一个")
    address: Line | None = Field(None, description="地址")
    hours: Line | None = Field(None, description="什么时候有人接待，如 工作日 08:30 至 17:30")
    mail: Mail | None = Field(None, description="公开的电子邮箱，如 xuanban@example.gov.cn")


class Body(Record):
    """机构：选举委员会和它的成员、职责、联系方式。"""

    kind: ClassVar[str] = "bodies"
    filed: ClassVar[Filed] = "list"
    noun: ClassVar[str] = "机构"

    id: Slug = Field(description="编号，如 election-committee")
    title: Line = Field(description="名称，如 示例区选举委员会")
    sort: Annotated[Line, one_of("选举委员会", "领导小组", "办公室", "其他")] = Field(
        description="选举委员会、领导小组、办公室、其他"
    )
    level: TypedLevel = Field(description="哪一级的选举：县级或者乡级")
    area: Annotated[Ref, Ref.to("areas")] | None = Field(None, description="乡镇、街道的机构，写那个乡镇、街道的编号")
    parent: Annotated[Ref, Ref.to("bodies")] | None = Field(None, description="下设的机构，写属于哪个机构的编号")
    duties: Several[Line] = Field((), description="职责，一条一项")
    members: Several[Member] = Field((), description="成员和职务")
    contact: Contact | None = Field(None, description="对外公开的联系方式")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def serving(self) -> tuple[Member, ...]:
        """The members who have not left."""
        return tuple(member for member in self.members if not member.has_left)

    def as_of(self, today: date, voting: Voting) -> Self:  # noqa: ARG002  # no vote is shown here
        """The body without departures that were still to come."""
        members = tuple(
            member.showing(left=NONE_STATED) if all_after(member.left, today) else member for member in self.members
        )
        return self.showing(members=members)
