"""Townships and subdistricts: what lies in each, its polling stations, its constituencies, its own congress."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import Entry, Filed, Record
from huanjie.model.constituencies import Constituency
from huanjie.model.days import TypedDay, later
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.results import Review
from huanjie.model.stations import Station
from huanjie.model.totals import AreaTotal
from huanjie.model.values import Count, Line, Prose, Several, one_of


class Locality(Record):
    """乡镇、街道里的一个村、社区或者单位。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="名称，如 东村")
    sort: Annotated[str, one_of("村", "社区", "单位")] = Field("村", description="村、社区或者单位；不写就是村")
    aliases: Several[Line] = Field((), description="群众平时的叫法，一条一个，如 老东庄")
    groups: Several[Line] = Field((), description="分成哪几部分，如 [一组, 二组]；村分在几个选区时要写")
    elsewhere: Prose | None = Field(None, description="这里的选民都在别处登记时，写在哪里；在本地登记不写")


class JointResult(Record):
    """几个选区合在一起公布的结果。"""

    constituencies: Several[Annotated[Ref, Ref.to("constituencies")]] = Field(
        description="哪几个选区，写编号，如 [dongguan/county-5, dongguan/county-6]"
    )
    published: Facts[TypedDay] = Field(NONE_STATED, description="哪天公布的")
    participants: Facts[Count] = Field(NONE_STATED, description="几个选区合计的参加投票选民数")
    elected: Facts[Count] = Field(NONE_STATED, description="几个选区合计当选几名")
    note: Prose | None = Field(None, description="读者需要知道的说明")


class Area(Entry):
    """乡镇或者街道：一个文件一个，里面的村和单位、投票站、选区逐个写。"""

    kind: ClassVar[str] = "areas"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "乡镇街道"

    title: Line = Field(description="名称，如 示例镇")
    sort: Annotated[Line, one_of("乡", "民族乡", "镇", "街道")] = Field(description="乡、民族乡、镇或者街道")
    population: Facts[Count] = Field(NONE_STATED, description="人口数；不详写 unknown，不要写 0")
    voters: Facts[Count] = Field(NONE_STATED, description="登记选民数；不详写 unknown，不要写 0")
    seats: Facts[Count] = Field(NONE_STATED, description="乡级人大的代表总名额；街道不写")
    reserved_seats: Facts[Count] = Field(NONE_STATED, description="其中预留、这次没有分到选区的名额，如 2；没有就不写")
    term: Facts[Count] = Field(NONE_STATED, description="乡级人大第几届，写数；街道不写")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field(description="整份记录出自哪个来源，写来源的编号")
    localities: Several[Locality] = Field((), description="有哪些村、社区、单位，一条一个")
    stations: tuple[Station, ...] = Field((), description="投票站，一个一条")
    constituencies: tuple[Constituency, ...] = Field((), description="选区，一个一条")
    joint_results: tuple[JointResult, ...] = Field((), description="几个选区合在一起公布的结果")
    totals: tuple[AreaTotal, ...] = Field((), description="没有分选区公布的总数，一条一个")
    review: Review | None = Field(None, description="乡级人大代表的资格审查；还没有就不写")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def within(self) -> Iterator[tuple[str, Entry]]:
        """The constituencies and the polling stations."""
        yield from ((one.short_slug, one) for one in self.constituencies)
        yield from ((str(one.id), one) for one in self.stations)

    def as_of(self, today: date, polling_day: date | None) -> Self:
        """The area with what was known of its constituencies."""
        voting = polling_day is not None and today <= polling_day
        return self.showing(
            constituencies=tuple(one.as_of(today, polling_day) for one in self.constituencies),
            joint_results=tuple(
                one for one in self.joint_results if not (later(one.published, today) if one.published else voting)
            ),
            totals=tuple(total for total in self.totals if total.known(today, voting=voting)),
            review=self.review if self.review and self.review.known(today, voting=voting) else None,
        )
