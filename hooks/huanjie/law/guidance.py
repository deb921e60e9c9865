"""The guide for voters (`guide/`): its steps and situations as data, and those that apply to one election.

Texts name numbers of rules ({voting-age.years}, filled where prose is shown) and days of the election ({day.polling},
filled here). A passage may depend on a rule, which holds where it was in force, or on a day, which must be known.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from pydantic import Field

from huanjie.law.pack import legal_rules, read_pack
from huanjie.law.references import references, resolve
from huanjie.law.statute import Statute
from huanjie.model.base import FieldGroup
from huanjie.model.values import Line, Prose, Several, Slug

DAY, BY_ELECTION = "day", "by-election"


class Passage(FieldGroup):
    """一段话；有条件的，写明条件。"""

    shorthand: ClassVar[str] = "says"

    says: Prose = Field(description="说什么")
    when: Several[Line] = Field((), description="什么时候才说：规则的编号，日子的名字（day.polling），或者 by-election")
    unless: Several[Line] = Field((), description="什么时候不说，写法同上")


class Lead(FieldGroup):
    """一个去处。"""

    to: Line = Field(description="网页的地址")
    says: Line = Field(description="链接的文字")
    needs: Line | None = Field(None, description="有哪一类记录才有这一页")


class Step(FieldGroup):
    """选民要走的一步。"""

    id: Slug = Field(description="编号")
    title: Line = Field(description="名称")
    says: Several[Passage] = Field(description="怎样做")
    wrong: Several[Passage] = Field(description="不对的时候怎么办")
    rules: Several[Slug] = Field(description="根据哪几条规则")
    of_by_election: Several[Slug] = Field((), description="补选根据哪几条规则；和 rules 一样就不写")
    dates: Several[Slug] = Field((), description="写出哪几条规则的日子")
    leads: tuple[Lead, ...] = Field((), description="去处")

    def grounds(self, statute: Statute) -> tuple[Slug, ...]:
        """The rules that the step rests on, in a whole election or in a by-election."""
        return (statute.by_election and self.of_by_election) or self.rules


class Situation(FieldGroup):
    """一种情况：答案，下一步，问谁。"""

    id: Slug = Field(description="编号，也是地址，永久不变")
    title: Line = Field(description="读者怎样说自己的情况")
    when: Several[Line] = Field((), description="什么时候才有这一种")
    short: Several[Passage] = Field(description="一句话的答案")
    says: Several[Passage] = Field(description="多说几句")
    todo: Several[Passage] = Field(description="接下来做什么，按次序")
    rules: Several[Slug] = Field(description="根据哪几条规则")
    dates: Several[Slug] = Field((), description="写出哪几条规则的日子")
    leads: tuple[Lead, ...] = Field((), description="去处")
    call: Line | None = Field(None, description="问谁；不写就是选举委员会")


class Group(FieldGroup):
    """问卷的一问，和它的各种回答。"""

    id: Slug = Field(description="编号，也是地址，永久不变")
    title: Line = Field(description="名称")
    ask: Line = Field(description="问什么")
    says: Several[Passage] = Field((), description="先说明什么")
    also: Several[Slug] = Field((), description="别的问题下也合适的情况")
    situations: tuple[Situation, ...] = Field(description="各种情况")


@dataclass(frozen=True)
class Guide:
    """The guide for one election: the law that holds, and the days that are known, written out, by name."""

    statute: Statute
    days: Mapping[str, str]

    def applies(self, when: Iterable[str], unless: Iterable[str] = ()) -> bool:
        """Whether all conditions hold, and none of those that must not."""
        return all(map(self._holds, when)) and not any(map(self._holds, unless))

    def _holds(self, condition: str) -> bool:
        if condition == BY_ELECTION:
            return self.statute.by_election
        kind, _, name = condition.partition(".")
        return name in self.days if kind == DAY else self.statute.cite(legal_rules()[condition]) is not None

    def paragraphs(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """The passages that apply, with the days of this election; none with a number of a law not known here."""
        applying = (passage for passage in passages if self.applies(passage.when, passage.unless))
        return tuple(self.filled(passage.says) for passage in applying if self._known(passage.says))

    def _known(self, text: str) -> bool:
        """Whether every day that a text names is known, and every number."""
        return all(
            reference.param in self.days if reference.rule == DAY else resolve(self.statute, reference) is not None
            for reference in references(text)
        )

    def filled(self, text: str) -> str:
        """The text with its days; raises KeyError for one that is not known, which its condition must keep out."""
        done, parts = 0, []
        for reference in references(text):
            if reference.rule == DAY:
                parts += [text[done : reference.start], self.days[reference.param]]
                done = reference.end
        return "".join([*parts, text[done:]])

    def groups(self) -> tuple[Group, ...]:
        """The groups that can be asked about here: none whose title names a number of a law not known here."""
        return tuple(group for group in groups() if self._known(group.title))

    def situations(self, group: Group) -> Iterator[Situation]:
        """The situations of a group that can arise here, its own first."""
        known = {str(situation.id): situation for other in groups() for situation in other.situations}
        for situation in (*group.situations, *(known[str(slug)] for slug in group.also)):
            if self.arises(situation):
                yield situation

    def arises(self, situation: Situation) -> bool:
        """Whether a situation can arise here, and its title names nothing that is not known."""
        return self.applies(situation.when) and self._known(situation.title)


@cache
def steps() -> tuple[Step, ...]:
    """The steps of a voter, in their order."""
    return tuple(map(Step.model_validate, read_pack("guide/steps.yml")))


@cache
def groups() -> tuple[Group, ...]:
    """The groups of situations, in their order."""
    return tuple(map(Group.model_validate, read_pack("guide/situations.yml")))
