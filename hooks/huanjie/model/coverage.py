"""The publicity plan: tasks with theme, unit, channel, day due, and the day when they were done."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.addresses import Address
from huanjie.model.base import Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Line, Prose, Several, Slug, one_of


class Coverage(Record):
    """宣传任务：宣传计划里的一项，由谁、什么时候、在哪里发。"""

    kind: ClassVar[str] = "coverage"
    filed: ClassVar[Filed] = "list"
    noun: ClassVar[str] = "宣传任务"
    on_one_page: ClassVar[bool] = True
    dated: ClassVar[str] = "due"
    gist: ClassVar[str] = "title"

    id: Slug = Field(description="编号，如 task-12")
    title: Line = Field(description="宣传什么，如 选民登记怎样办")
    theme: Annotated[Ref, Ref.to("themes")] = Field(description="属于哪个宣传主题，写主题的编号")
    unit: Line = Field(description="哪个单位负责，如 区融媒体中心")
    due: Facts[TypedDay] = Field(description="什么时候以前要发，如 2026-10-20；没有定写 unknown")
    channel: Annotated[Line, one_of("网站", "报纸", "电视", "广播", "微信", "宣传栏", "入户", "会议", "其他")] = Field(
        description="在哪里发：网站、报纸、电视、广播、微信、宣传栏、入户、会议、其他"
    )
    published: Facts[TypedDay] = Field(NONE_STATED, description="实际哪天发的；还没发不写")
    address: Address | None = Field(None, description="发在网上的，写网址")
    record: Annotated[Ref, Ref.to_any()] | None = Field(None, description="发在本站的，写那份记录，如 questions/proxy")
    dropped: Prose | None = Field(None, description="不再做的，写原因")
    policy: Annotated[Ref, Ref.to("policies")] | None = Field(None, description="出自哪份宣传方案，写材料的编号")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field((), description="出自哪个来源，写来源的编号")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    def as_of(self, today: date, voting: Voting) -> Self:  # noqa: ARG002  # no vote is shown here
        """The task on the day: not done while its day of publication was still to come."""
        if not all_after(self.published, today):
            return self
        return self.showing(published=NONE_STATED, address=None, record=None)
