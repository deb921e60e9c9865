"""Nominations, the primary election, and formal candidates of a constituency."""

from typing import Annotated, ClassVar

from pydantic import Field

from huanjie.model.base import Record
from huanjie.model.days import TypedDay
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.values import Count, Line, Prose, Several, one_of


class Nomination(Record):
    """一次提名推荐：谁推荐，推荐了谁。"""

    by: Annotated[Line, one_of("政党", "人民团体", "政党和人民团体联合", "选民联名")] = Field(
        description="谁推荐：政党、人民团体、政党和人民团体联合、选民联名"
    )
    who: Line | None = Field(None, description="推荐的政党或者团体的名称；选民联名不写姓名")
    voters: Facts[Count] = Field(NONE_STATED, description="选民联名时有几人联名；不详写 unknown")
    names: Several[Line] = Field(description="推荐的人，一条一个姓名")


class Primary(Record):
    """预选：正式候选人意见不能较为一致时进行。"""

    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天进行")
    participants: Facts[Count] = Field(NONE_STATED, description="参加预选的选民数")


class Candidate(Record):
    """一名正式候选人。"""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="姓名")
    introduction: Prose | None = Field(None, description="基本情况，用自己的话写")
