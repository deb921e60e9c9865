"""Discipline of the election: forbidden acts and their sanctions, channels to report them, published cases."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup, Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Line, Prose, Several, Slug


class Forbidden(FieldGroup):
    """一种不许做的事，和做了的后果。"""

    id: Slug = Field(description="编号，写在网址里，如 bribery")
    title: Line = Field(description="不许做什么，如 不许用钱物拉票")
    what: Prose = Field(description="用大白话说：怎样算")
    sanction: Prose = Field(description="做了有什么后果；法律里的数写成 {规则编号.名称}")
    rules: Several[Line] = Field((), description="根据哪些法律规则，写规则编号，如 offence-bribery")
    policies: Several[Annotated[Ref, Ref.to("policies")]] = Field((), description="根据哪些政策材料，写材料的编号")


class Channel(FieldGroup):
    """一个举报的渠道。"""

    title: Line = Field(description="名称，如 12380 举报电话")
    how: Line = Field(description="号码、网址或者地址")
    takes: Prose | None = Field(None, description="受理什么，什么时候有人")


class Case(FieldGroup):
    """公开通报的一个案例。"""

    title: Line = Field(description="一句话：谁做了什么；不写与事情无关的个人情况")
    published: Facts[TypedDay] = Field(NONE_STATED, description="哪天通报的")
    what: Prose = Field(description="事情的经过和处理，照通报写")
    source: Annotated[Ref, Ref.to("sources")] | None = Field(None, description="出自哪个来源；不写就用整份记录的来源")
    forbidden: Line | None = Field(None, description="属于上面哪一种，写编号，如 bribery")


class Discipline(Record):
    """选举纪律：什么不许做，有什么后果，到哪里举报，通报了哪些案例。"""

    kind: ClassVar[str] = "discipline"
    filed: ClassVar[Filed] = "one"
    noun: ClassVar[str] = "选举纪律"

    summary: Prose = Field(description="概要，一两句话：这次选举的纪律要求")
    forbidden: tuple[Forbidden, ...] = Field((), description="不许做的事，一种一条")
    channels: tuple[Channel, ...] = Field((), description="举报的渠道，一个一条")
    cases: tuple[Case, ...] = Field((), description="公开通报的案例，一个一条")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="出自哪个来源，写来源的编号")

    @property
    def heading(self) -> str:
        """The noun: there is only one such page."""
        return self.noun

    def as_of(self, today: date, voting: Voting) -> Self:  # noqa: ARG002  # no vote is shown here
        """The discipline with the cases that had been published."""
        return self.showing(cases=tuple(case for case in self.cases if not all_after(case.published, today)))
