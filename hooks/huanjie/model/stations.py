"""Polling stations and mobile boxes: place, hours, access."""

from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup, Filed, Record
from huanjie.model.clocks import TypedClock
from huanjie.model.days import TypedDay
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Count, Line, Prose, Several, Slug, one_of


class Covered(FieldGroup):
    """一个村、社区或者单位，或者它的一部分。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="名称，和 localities 里写的一样，如 东村")
    part: Several[Line] = Field((), description="只有一部分时，写哪几部分，如 [一组, 二组]；全部在内不写")
    area: Annotated[Ref, Ref.to("areas")] | None = Field(
        None, description="在别的乡镇、街道时，写那份记录的编号，如 beishan；在本地不写"
    )

    @property
    def text(self) -> str:
        """The name on pages, with the parts."""
        return f"{self.name}（{'、'.join(self.part)}）" if self.part else str(self.name)

    def meets(self, other: Self) -> bool:
        """Whether two entries of the same area overlap; an entry without parts is the whole place."""
        apart = self.part and other.part and {*self.part}.isdisjoint(other.part)
        return self.name == other.name and not apart


class Stop(FieldGroup):
    """流动票箱的一站。"""

    place: Line = Field(description="在哪里停，如 东村卫生室")
    arrives: Facts[TypedClock] = Field(NONE_STATED, description="几点到，24 小时制，如 09:30")
    leaves: Facts[TypedClock] = Field(NONE_STATED, description="几点走，24 小时制，如 10:00")
    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天；和选举日同一天就不写")


class MobileBox(FieldGroup):
    """一只流动票箱：给谁用，谁负责，走哪条路线。"""

    name: Line = Field(description="名称，如 1 号流动票箱")
    who: Prose | None = Field(None, description="给谁用，如 卧床的病人和行动不便的老人")
    scrutineers: Facts[Count] = Field(NONE_STATED, description="几名监票人跟着")
    tellers: Facts[Count] = Field(NONE_STATED, description="几名计票人跟着")
    route: tuple[Stop, ...] = Field((), description="路线，按先后一站一条")


class Station(Record):
    """投票站：在哪里，几点到几点，怎样进去，给哪些村和社区用。"""

    kind: ClassVar[str] = "stations"
    filed: ClassVar[Filed] = "within"
    noun: ClassVar[str] = "投票站"

    id: Slug = Field(description="编号，写在网址里，如 station-1")
    title: Line = Field(description="名称，如 东村投票站")
    sort: Annotated[str, one_of("投票站", "选举大会")] = Field(
        "投票站", description="投票站或者选举大会；不写就是投票站"
    )
    address: Facts[Line] = Field(NONE_STATED, description="地址，写到群众找得到，如 东村村委会一楼大厅")
    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天投票；和选举日同一天就不写")
    opens: Facts[TypedClock] = Field(NONE_STATED, description="几点开始投票，24 小时制，如 08:00")
    closes: Facts[TypedClock] = Field(NONE_STATED, description="几点结束投票，24 小时制，如 18:00")
    access: Prose | None = Field(None, description="坐轮椅、行动不便的人怎样进去，如 门口有坡道")
    phone: Line | None = Field(None, description="联系电话，写座机")
    serves: Several[Covered] = Field(description="给哪些村、社区、单位的选民用，一条一个")
    boxes: tuple[MobileBox, ...] = Field((), description="从这里出发的流动票箱")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @property
    def slug(self) -> str:
        """Its area's address and its own id."""
        return self._slug
