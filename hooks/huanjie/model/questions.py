"""Questions that people ask, in their own words, and the answers with their rules and policies."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from huanjie.model.base import Filed, Record, Voting
from huanjie.model.days import TypedDay, all_after
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.values import Flag, Line, Prose, Several, one_of

TOPICS = (
    "为什么要换届",
    "人大制度",
    "谁能投票",
    "选民登记",
    "选民名单",
    "选区和名额",
    "候选人",
    "投票",
    "委托和流动票箱",
    "计票和结果",
    "罢免和补选",
    "纪律和举报",
    "代表的工作",
    "其他",
)


class Question(Record):
    """问答：群众问的一个问题和答案，一个文件一问。"""

    kind: ClassVar[str] = "questions"
    filed: ClassVar[Filed] = "folder"
    noun: ClassVar[str] = "问答"
    dated: ClassVar[str] = "answered_on"
    gist: ClassVar[str] = "short"

    title: Line = Field(description="问题，用群众自己的话，如 我在外地打工，怎样投票？")
    also: Several[Line] = Field((), description="别的问法，一条一个，如 不在家能不能投票")
    topic: Annotated[Line, one_of(*TOPICS)] = Field(description=f"属于哪一类：{'、'.join(TOPICS)}")
    short: Prose | None = Field(None, description="一句话的答案；还没有答复就不写")
    answer: Prose | None = Field(None, description="完整的答案；法律里的数写成 {规则编号.名称}，如 {proxy-limit.count}")
    rules: Several[Line] = Field((), description="根据哪些法律规则，写规则编号，如 proxy-limit")
    policies: Several[Annotated[Ref, Ref.to("policies")]] = Field((), description="根据哪些政策材料，写材料的编号")
    replaces: Several[Line] = Field((), description="代替哪个通用解答，写它的编号，就是网址里 questions/ 后面那一段")
    local: Flag = Field(default=False, description="答案要看本省、本地规定，是就写 yes，页面会提醒读者问本地的办公室")
    asked_on: Facts[TypedDay] = Field(NONE_STATED, description="哪天有人问的")
    answered_on: Facts[TypedDay] = Field(NONE_STATED, description="哪天答复的")
    answered_by: Line | None = Field(None, description="谁答复的，如 区选举委员会办公室")
    themes: Several[Annotated[Ref, Ref.to("themes")]] = Field((), description="属于哪些宣传主题，写主题的编号")
    source: Several[Annotated[Ref, Ref.to("sources")]] = Field((), description="问题出自哪里，写来源的编号；没有就不写")

    def as_of(self, today: date, voting: Voting) -> Self | None:  # noqa: ARG002  # no vote is shown here
        """The question once it was asked, with its answer once it was given."""
        if all_after(self.asked_on, today):
            return None
        if not all_after(self.answered_on, today):
            return self
        unanswered = self.showing(short=None, answer=None, rules=(), policies=())
        return unanswered.showing(answered_on=NONE_STATED, answered_by=None)
