"""Townships and subdistricts: their localities, polling stations, constituencies, and congresses."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from huanjie.model.base import FieldGroup, Filed, Record, Voting, refuse
from huanjie.model.constituencies import Constituency
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.people import Name
from huanjie.model.results import Review
from huanjie.model.stations import Station
from huanjie.model.totals import AreaTotal
from huanjie.model.values import Count, Line, Prose, Several, one_of
from huanjie.model.work import Work

TOWNSHIPS = ("乡", "民族乡", "镇")  # these elect a congress of their own
SUBDISTRICT, OTHER = "街道", "其他"
ELSEWHERE = ("农场", "林场", "牧场", "开发区", "学校", "企业", OTHER)  # neither; their voters elect the county's


class Locality(FieldGroup):
    """乡镇、街道里的一个村、社区或者单位。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="名称，如 东村")
    sort: Annotated[str, one_of("村", "社区", "单位")] = Field("村", description="村、社区或者单位；不写就是村")
    aliases: Several[Line] = Field((), description="群众平时的叫法，一条一个，如 老东庄")
    groups: Several[Line] = Field((), description="分成哪几部分，如 [一组, 二组]；村分在几个选区时要写")
    elsewhere: Prose | None = Field(None, description="这里的选民都在别处登记时，写在哪里；在本地登记不写")


class JointResult(FieldGroup):
    """几个选区合在一起公布的结果。"""

    constituencies: Several[Annotated[Ref, Ref.to("constituencies")]] = Field(
        description="哪几个选区，写编号，如 [dongguan/county-5, dongguan/county-6]"
    )
    published: Facts[TypedDay] = Field(NONE_STATED, description="哪天公布的")
    by_election: Facts[TypedDay] = Field(
        NONE_STATED, description="合在一起公布的是补选的，写哪天投票，如 2018-06-20；换届选举不写"
    )
    participants: Facts[Count] = Field(NONE_STATED, description="几个选区合计的参加投票选民数")
    issued: Facts[Count] = Field(NONE_STATED, description="合计发出的选票数")
    returned: Facts[Count] = Field(NONE_STATED, description="合计收回的选票数")
    valid: Facts[Count] = Field(NONE_STATED, description="合计有效票数")
    invalid: Facts[Count] = Field(NONE_STATED, description="合计无效票数")
    elected: Facts[Count] = Field(NONE_STATED, description="几个选区合计当选几名")
    names: Several[Name] = Field((), description="公布了当选的人、没有写明各在哪个选区的，一条一个姓名")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def of_term(self) -> bool:
        """Whether it is a result of the election of the term, and not of a by-election."""
        return not self.by_election and not self.by_election.gaps

    @property
    def count(self) -> int | None:
        """The number of the elected: as stated, else by their names."""
        return len(self.names) if self.names and not self.elected and not self.elected.gaps else self.elected.agreed


class Area(Record):
    """乡镇、街道，或者农场、开发区这样单独划分选区的地方：一个文件一个，里面的村和单位、投票站、选区逐个写。"""

    kind: ClassVar[str] = "areas"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "乡镇街道"

    title: Line = Field(description="名称，如 示例镇")
    sort: Annotated[Line, one_of(*TOWNSHIPS, SUBDISTRICT, *ELSEWHERE)] = Field(
        description="乡、民族乡、镇或者街道；都不是的写农场、林场、牧场、开发区、学校、企业，再没有合适的写其他"
    )
    sort_name: Line | None = Field(None, description="网页上叫什么，如 矿区；sort 写其他的要写，别的不用写")
    population: Facts[Count] = Field(NONE_STATED, description="人口数；不详写 unknown，不要写 0")
    voters: Facts[Count] = Field(NONE_STATED, description="登记选民数；不详写 unknown，不要写 0")
    seats: Facts[Count] = Field(NONE_STATED, description="乡级人大的代表总名额；没有乡级人大的不写，如街道、农场")
    reserved_seats: Facts[Count] = Field(NONE_STATED, description="其中预留、这次没有分到选区的名额，如 2；没有就不写")
    term: Facts[Count] = Field(NONE_STATED, description="乡级人大第几届，写数；没有乡级人大的不写")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="整份记录出自哪个来源，写来源的编号")
    localities: Several[Locality] = Field((), description="有哪些村、社区、单位，一条一个")
    stations: tuple[Station, ...] = Field((), description="投票站，一个一条")
    constituencies: tuple[Constituency, ...] = Field((), description="选区，一个一条")
    joint_results: tuple[JointResult, ...] = Field((), description="几个选区合在一起公布的结果")
    work_done: tuple[Work, ...] = Field((), description="到某一天做了多少，一次报告一条")
    totals: tuple[AreaTotal, ...] = Field((), description="没有分选区公布的总数，一条一个")
    review: Review | None = Field(None, description="乡级人大代表的资格审查；还没有就不写")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        if self.sort == OTHER and self.sort_name is None:
            refuse("M102", "sort 写了“其他”，没有写是什么地方", "请加一行 sort_name，如 sort_name: 矿区")
        return self

    @property
    def has_congress(self) -> bool:
        """Whether its voters elect a congress of their own: those of a subdistrict or a state farm do not."""
        return self.sort in TOWNSHIPS

    @property
    def group(self) -> str:
        """The group of areas that totals count it in: townships, subdistricts, others."""
        return "乡镇" if self.has_congress else SUBDISTRICT if self.sort == SUBDISTRICT else OTHER

    @property
    def called(self) -> str:
        """The word for this kind of area on pages."""
        return str(self.sort_name or self.sort)

    @property
    def within(self) -> Iterator[tuple[str, Record]]:
        """The constituencies and the polling stations."""
        yield from ((constituency.short_slug, constituency) for constituency in self.constituencies)
        yield from ((str(station.id), station) for station in self.stations)

    def as_of(self, today: date, voting: Voting) -> Self:
        """The area with its constituencies as they were known."""
        ongoing = voting(None)
        return self.showing(
            constituencies=tuple(constituency.as_of(today, voting) for constituency in self.constituencies),
            joint_results=tuple(
                result
                for result in self.joint_results
                if not (all_after(result.published, today) if result.published else ongoing)
            ),
            work_done=tuple(work for work in self.work_done if work.was_public(today)),
            totals=tuple(total for total in self.totals if total.was_public(today, voting=ongoing)),
            review=self.review if self.review and self.review.was_public(today, voting=ongoing) else None,
        )
