"""Townships and subdistricts, and their constituencies: what each covers, its seats, its steps and their days."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from huanjie.model.base import Entry, Record
from huanjie.model.days import TypedDay
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.nominations import Candidate, Nomination, Primary
from huanjie.model.results import Recall, Rerun, Vote, Worker
from huanjie.model.values import Count, Line, Prose, Several, one_of


class Waiver(Record):
    """对一项不符的说明：哪一条检查，为什么。会在网页上公开。"""

    id: Line = Field(description="检查的编号，如 C210")
    reason: Prose = Field(description="为什么会这样，怎样补救的")


class Constituency(Record):
    """选区：怎样划分，选几名代表，每一步哪天公布，谁是候选人，选举结果。"""

    number: Count = Field(description="选区编号，写阿拉伯数字，如 12")
    level: Annotated[Line, one_of("县级", "乡级")] = Field(description="选哪一级人大的代表：县级或者乡级")
    name: Line | None = Field(None, description="选区名称，如 城关第一选区；没有就不写")
    covers: Several[Line] = Field((), description="包括哪些村、社区、单位，一条一个")
    seats: Facts[Count] = Field(NONE_STATED, description="应选代表名额，如 2；各来源不一致时逐条列出")
    population: Facts[Count] = Field(NONE_STATED, description="人口数；不详写 unknown，不要写 0")
    voters: Facts[Count] = Field(NONE_STATED, description="登记选民数；不详写 unknown，不要写 0")
    polling_day: Facts[TypedDay] = Field(NONE_STATED, description="选举日；和全区同一天就不写")
    voter_list: Facts[TypedDay] = Field(NONE_STATED, description="选民名单公布日期，如 2026-10-28")
    nominees_list: Facts[TypedDay] = Field(NONE_STATED, description="初步候选人名单公布日期")
    candidates_list: Facts[TypedDay] = Field(NONE_STATED, description="正式候选人名单公布日期")
    result_list: Facts[TypedDay] = Field(NONE_STATED, description="选举结果公布日期")
    nominations: tuple[Nomination, ...] = Field((), description="提名推荐，一次写一条")
    nominees: Several[Line] = Field((), description="公布的初步候选人，一条一个姓名")
    primary: Primary | None = Field(None, description="预选；没有预选就不写")
    candidates: Several[Candidate] = Field((), description="正式候选人，按公布的顺序")
    workers: tuple[Worker, ...] = Field((), description="监票人、计票人")
    most_mandates: Facts[Count] = Field(NONE_STATED, description="一名选民最多接受了几人委托")
    vote: Vote | None = Field(None, description="投票结果；还没有就不写")
    reruns: tuple[Rerun, ...] = Field((), description="另行选举，一次写一条")
    recalls: tuple[Recall, ...] = Field((), description="罢免，一次写一条")
    waivers: tuple[Waiver, ...] = Field((), description="对不符之处的说明，会公开")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def title(self) -> str:
        """What the constituency is called on pages."""
        return f"第 {self.number} 选区" + (f"（{self.name}）" if self.name else "")

    @property
    def slug(self) -> str:
        """Its id on its area's page: the level and the number."""
        return f"{'county' if self.level == '县级' else 'township'}-{self.number}"


class Area(Entry):
    """乡镇或者街道：一个文件一个，里面的选区逐个写。"""

    kind: ClassVar[str] = "areas"
    filed: ClassVar[Literal["one", "list", "folder"]] = "folder"
    name: ClassVar[str] = "乡镇街道"

    title: Line = Field(description="名称，如 示例镇")
    sort: Annotated[Line, one_of("乡", "民族乡", "镇", "街道")] = Field(description="乡、民族乡、镇或者街道")
    population: Facts[Count] = Field(NONE_STATED, description="人口数；不详写 unknown，不要写 0")
    seats: Facts[Count] = Field(NONE_STATED, description="乡级人大的代表总名额；街道不写")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="整份记录出自哪个来源，写来源的编号")
    constituencies: tuple[Constituency, ...] = Field((), description="选区，一个一条")
    note: Prose | None = Field(None, description="读者需要知道的说明")
