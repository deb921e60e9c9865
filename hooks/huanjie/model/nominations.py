"""Nominations, the primary election, and formal candidates of a constituency."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import FieldGroup
from huanjie.model.days import TypedDay, all_after, still_voting
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.people import Name
from huanjie.model.values import Count, Line, Prose, Several, never_unknown, one_of

_YEAR = "请写年份，如 1985；不详就删去这一行"


class Nomination(FieldGroup):
    """一次提名推荐：谁推荐，推荐了谁。"""

    by: Annotated[Line, one_of("政党", "人民团体", "政党和人民团体联合", "选民联名")] = Field(
        description="谁推荐：政党、人民团体、政党和人民团体联合、选民联名"
    )
    who: Line | None = Field(None, description="推荐的政党或者团体的名称；选民联名不写姓名")
    voters: Facts[Count] = Field(NONE_STATED, description="选民联名时有几人联名；不详写 unknown")
    names: Several[Name] = Field(description="推荐的人，一条一个姓名")


class PrimaryVotes(FieldGroup):
    """一个人在预选中得了多少票。"""

    name: Name = Field(description="姓名")
    votes: Facts[Count] = Field(description="得票数；不详写 unknown")


class Primary(FieldGroup):
    """预选：正式候选人意见不能较为一致时进行。"""

    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天进行")
    participants: Facts[Count] = Field(NONE_STATED, description="参加预选的选民数")
    tallies: tuple[PrimaryVotes, ...] = Field((), description="每个人的得票，一人一条")

    def as_of(self, today: date) -> Self:
        """The preliminary election as known on a day: no figures before it is over."""
        return self.showing(participants=NONE_STATED, tallies=()) if still_voting(self.day, today) else self


class Withdrawal(FieldGroup):
    """候选人不再参选。"""

    day: Facts[TypedDay] = Field(description="哪天，如 2026-11-12")
    reason: Prose = Field(description="为什么，如 本人书面提出不接受推荐")


class Candidate(FieldGroup):
    """一名正式候选人。"""

    shorthand: ClassVar[str] = "name"

    name: Name = Field(description="姓名")
    sex: Annotated[Line, one_of("男", "女")] | None = Field(None, description="男或者女")
    nationality: Line | None = Field(None, description="民族，如 汉族")
    born: Annotated[Count, never_unknown(_YEAR)] | None = Field(None, description="哪年出生，只写年份，如 1985")
    education: Line | None = Field(None, description="学历，如 大专")
    party: Line | None = Field(None, description="党派，如 中共党员、群众；没有公布的不写")
    post: Line | None = Field(None, description="单位和职务，或者职业，如 东村村民")
    introduction: Prose | None = Field(None, description="基本情况，用自己的话写；每个人写得一样长")
    withdrew: Withdrawal | None = Field(None, description="不再参选；没有就不写")

    def as_of(self, today: date) -> Self:
        """The candidate as known on a day: a withdrawal that is still to come is none."""
        return self.showing(withdrew=None) if self.withdrew and all_after(self.withdrew.day, today) else self
