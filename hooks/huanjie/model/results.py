"""What came out of the vote: ballots, votes for each person, reruns, recalls; and who counted."""

from typing import Annotated

from pydantic import Field

from huanjie.model.base import Record
from huanjie.model.days import TypedDay
from huanjie.model.facts import NONE_STATED, Facts
from huanjie.model.values import Count, Flag, Line, Several, one_of


class Tally(Record):
    """一个人得了多少票。另选的人也写。"""

    name: Line = Field(description="姓名")
    votes: Facts[Count] = Field(description="得票数，如 512；不详写 unknown")
    elected: Flag = Field(default=False, description="当选写 yes")


class Vote(Record):
    """一次投票的数。"""

    participants: Facts[Count] = Field(NONE_STATED, description="参加投票的选民数，委托别人投的也算")
    issued: Facts[Count] = Field(NONE_STATED, description="发出的选票数")
    returned: Facts[Count] = Field(NONE_STATED, description="收回的选票数")
    valid: Facts[Count] = Field(NONE_STATED, description="有效票数")
    invalid: Facts[Count] = Field(NONE_STATED, description="无效票数")
    tallies: tuple[Tally, ...] = Field((), description="每个人的得票，一人一条")


class Rerun(Vote):
    """另行选举：第一次没有选满，再选一次。"""

    day: Facts[TypedDay] = Field(NONE_STATED, description="哪天投票")
    seats: Facts[Count] = Field(description="这一次还要选几名")
    candidates: Several[Line] = Field((), description="这一次的候选人，一条一个姓名；不写就算得票的都是候选人")


class Recall(Record):
    """一次罢免。"""

    name: Line = Field(description="被提出罢免的代表")
    voters: Facts[Count] = Field(NONE_STATED, description="罢免时原选区的全体选民数")
    signatories: Facts[Count] = Field(NONE_STATED, description="联名要求罢免的选民数")
    votes: Facts[Count] = Field(NONE_STATED, description="赞成罢免的票数")
    recalled: Flag = Field(default=False, description="罢免通过写 yes")


class Worker(Record):
    """一名监票人或者计票人。"""

    name: Line = Field(description="姓名")
    role: Annotated[Line, one_of("总监票人", "监票人", "计票人")] = Field(description="总监票人、监票人或者计票人")
    relative_of: Line | None = Field(None, description="是哪名候选人的近亲属；不是就不写")
