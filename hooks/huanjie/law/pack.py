"""The statute pack: laws with their versions and articles, and the rules of law with their parameters, as data.

The pack is the YAML in `data`, read by the same reader and held to the same kind of model as an editor's records; a
province's rules, or a law that an editor adds, have the same shape (see docs/law.md).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from huanjie.law.values import ALL, ByVersion, DayInForce, Number, Parameters, readable
from huanjie.model.base import FieldGroup
from huanjie.model.values import Flag, Line, Prose, Several, Slug, one_of
from huanjie.yaml_text import Fields, Items, read

PACK = Path(__file__).parent / "data"
RELATIONS = ("at-least-days-before", "within-days-after", "within-months-after", "before", "not-on")


class Version(FieldGroup):
    """法律的一个版本，和它施行的日期。"""

    id: Line = Field(description="版本，写修改的年份，如 2020")
    adopted: DayInForce = Field(None, description="哪天通过的；施行的日期没有查到时写")
    since: DayInForce = Field(alias="from", description="从哪天起施行")
    until: DayInForce = Field(description="到哪天为止；现行的写 none")
    note: Prose | None = Field(None, description="说明")

    @property
    def applied_from(self) -> date:
        """The day from which the version is applied here: where its first day is not known, that after its adoption."""
        return self.since or (self.adopted or date(int(self.id), 12, 31)) + timedelta(days=1)

    def in_force(self, on: date) -> bool:
        """Whether the version is applied on a day."""
        return self.applied_from <= on and (self.until is None or on <= self.until)


class Article(FieldGroup):
    """法律的一条：各版本里是第几条，说的是什么。"""

    numbers: Mapping[str, Number] = Field(description="各版本里的条号")
    heading: Line = Field(description="短标题")
    topic: Line = Field(description="属于哪个题目")
    summary: ByVersion[Prose] = Field(description="用大白话说这一条的意思；各版本不同就分开写")
    changed: Prose | None = Field(None, description="各版本有什么不同")
    note: Prose | None = Field(None, description="说明")

    def says(self, version: str) -> str:
        """Summarize the article in a version, in plain words."""
        return str(self.summary.get(version) or self.summary[ALL])


class Law(FieldGroup):
    """一部法律。"""

    id: Slug = Field(description="编号")
    title: Line = Field(description="全称")
    short: Line = Field(description="简称")
    aliases: tuple[Line, ...] = Field((), description="别的叫法")
    kind: Line = Field(description="法律、决定、地方性法规或者宪法")
    level: Line = Field(description="national，或者省的编号，如 gansu")
    unit: Annotated[Line, one_of("条", "项")] | None = Field(None, description="按条还是按项引用")
    official: Line = Field(description="官方数据库的网址")
    checked_until: DayInForce = Field(description="核对到哪天")
    versions: tuple[Version, ...] = Field(description="各版本")
    topics: tuple[Line, ...] = Field(description="题目，按阅读的顺序")
    articles: tuple[Article, ...] = Field(description="各条")

    def version(self, on: date) -> Version | None:
        """The version in force on a day, the newest where limits are not known; None where the pack has none."""
        return next((version for version in reversed(self.versions) if version.in_force(on)), None)

    def article(self, version: str, number: int) -> Article | None:
        """The article that has a number in a version."""
        return next((article for article in self.articles if article.numbers.get(version) == number), None)


class Provision(FieldGroup):
    """法律里的一处：第几条第几款第几项。"""

    article: Number = Field(description="条")
    para: Line | None = Field(None, description="款；最后一款写 last")
    item: Line | None = Field(None, description="项")


class TimeLimit(FieldGroup):
    """一条期限：哪件事，从哪件事算起，在前还是在后；天数写在 params 里。"""

    event: Line = Field(description="哪件事")
    relation: Annotated[Line, one_of(*RELATIONS)] = Field(description="怎样算")
    reference: Line = Field(description="从哪件事算起")


class LegalRule(FieldGroup):
    """法律的一条规则：一个问题，一个答案，算得出来的写明怎样算。"""

    id: Slug = Field(description="编号，永久不变")
    kind: Line = Field(description="哪一种规则")
    levels: Several[Line] = Field(description="county、township")
    scope: Line = Field(description="national，或者省的编号")
    topic: Line = Field(description="属于哪个题目")
    law: Line = Field(description="哪部法律")
    articles: Mapping[str, Provision] = Field(description="各版本里的出处")
    params: Parameters = Field(default_factory=dict, description="数，分版本")
    deadline: TimeLimit | None = Field(None, description="定了期限的，写怎样算")
    formula: Line | None = Field(None, description="算得出来的，写算式")
    by_election: Flag = Field(default=False, description="定了日子、从选举日算起的，补选也照办的写 yes")
    title: Line = Field(description="短标题")
    question: Line = Field(description="群众会怎样问")
    answer: Prose = Field(description="答案；数写成 {名称}")
    example: Prose | None = Field(None, description="算一个例子")
    note: Prose | None = Field(None, description="法律没有说清楚的地方")

    @property
    def event(self) -> str:
        """The event that the rule sets a day for; "" where it sets none."""
        return str(self.deadline.event) if self.deadline else ""

    @property
    def relation(self) -> str:
        """The relation of that day to the one it counts from, one of RELATIONS; "" where the rule sets none."""
        return str(self.deadline.relation) if self.deadline else ""

    def params_in(self, version: str) -> Mapping[str, Any]:
        """The parameters of a version."""
        return {**self.params.get(ALL, {}), **self.params.get(version, {})}

    def answer_in(self, version: str) -> str:
        """The answer with the numbers of a version."""
        return str(self.answer).format_map(readable(self.params_in(version)))


class Event(FieldGroup):
    """选举中的一件事。"""

    id: Slug = Field(description="编号")
    title: Line = Field(description="名称")
    duty: Flag = Field(default=False, description="是不是由选举机构做、要公开的事")


def read_pack(name: str) -> Fields | Items:
    """Read a file of the pack; raises ValueError where the reader finds a fault in it."""
    path = PACK / name
    value = read(path.name, path.read_bytes())
    if isinstance(value, tuple):
        raise ValueError(value)  # noqa: TRY004  # the type is right, the text was not
    return value


@cache
def laws() -> Mapping[str, Law]:
    """All laws of the pack by id; the Electoral Law first."""
    names = sorted(path for path in PACK.glob("*.yml") if path.stem not in ("rules", "events", "glossary"))
    every = {str(law.id): law for law in (Law.model_validate(read_pack(path.name)) for path in names)}
    return {"electoral-law": every["electoral-law"], **every}


@cache
def legal_rules() -> Mapping[str, LegalRule]:
    """All rules of law by id, in the order of an election."""
    return {str(rule.id): rule for rule in map(LegalRule.model_validate, read_pack("rules.yml"))}


@cache
def events() -> Mapping[str, Event]:
    """The events of an election by id."""
    return {str(event.id): event for event in map(Event.model_validate, read_pack("events.yml"))}
