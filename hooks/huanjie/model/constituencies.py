"""Constituencies: the places covered, seats, steps with their days, candidates and results."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from huanjie.model import numbering
from huanjie.model.base import FieldGroup, Filed, Record, Voting, refuse
from huanjie.model.clocks import TypedClock
from huanjie.model.days import TypedDay, all_after, up_to
from huanjie.model.facts import NONE_STATED, Facts, Ref
from huanjie.model.levels import Level, TypedLevel
from huanjie.model.lists import NAMES, PostedList
from huanjie.model.nominations import Candidate, Nomination, Primary
from huanjie.model.numbering import ConstituencyNumber, Order
from huanjie.model.people import Name
from huanjie.model.results import ByElection, Recall, Rerun, Vote, Worker
from huanjie.model.stations import Covered
from huanjie.model.vacancies import Vacancy
from huanjie.model.values import Count, Line, Prose, Several, Slug


class Waiver(FieldGroup):
    """对一项不符的说明：哪一条检查，为什么。会在网页上公开。"""

    id: Line = Field(description="检查的编号，如 C210")
    reason: Prose = Field(description="为什么会这样，怎样补救的")


class Postponement(FieldGroup):
    """这个选区推迟投票。"""

    decided_on: Facts[TypedDay] = Field(description="哪天决定推迟，如 2026-11-15")
    by: Line = Field(description="谁决定的，如 区选举委员会")
    reason: Prose = Field(description="为什么推迟，如 山洪冲断了进村的桥")
    until: Facts[TypedDay] = Field(NONE_STATED, description="推迟到哪天；还没定写 unknown")
    note: Prose | None = Field(None, description="读者需要知道的说明，如 哪些村照常投票")


class CandidatesMeeting(FieldGroup):
    """候选人和选民见面的一次活动。"""

    day: Facts[TypedDay] = Field(description="哪天，如 2026-11-14")
    begins: Facts[TypedClock] = Field(NONE_STATED, description="几点开始，24 小时制，如 15:00")
    place: Line = Field(description="在哪里，如 东村村委会会议室")
    meeting: Annotated[Ref, Ref.to("meetings")] | None = Field(None, description="有会议记录的，写会议的编号")
    note: Prose | None = Field(None, description="读者需要知道的说明")


class Constituency(Record):
    """选区：怎样划分，选几名代表，每一步哪天公布，谁是候选人，选举结果。"""

    kind: ClassVar[str] = "constituencies"
    filed: ClassVar[Filed] = "within"
    noun: ClassVar[str] = "选区"
    either: ClassVar[tuple[str, ...]] = ("number", "name")

    number: ConstituencyNumber | None = Field(
        None, description="选区编号，照公布的写，如 12；用字母、汉字编号的写 A、甲、东-1；没有编号的不写，写名称"
    )
    level: TypedLevel = Field(description="选哪一级人大的代表：县级或者乡级")
    name: Line | None = Field(None, description="选区名称，如 城关第一选区；没有就不写，没有编号的要写")
    id: Slug | None = Field(None, description="写在网址里的编号，如 hongqilu；编号是数、是字母的不写")
    covers: Several[Covered] = Field((), description="包括哪些村、社区、单位，一条一个")
    seats: Facts[Count] = Field(NONE_STATED, description="应选代表名额，如 2；各来源不一致时逐条列出")
    population: Facts[Count] = Field(NONE_STATED, description="人口数；不详写 unknown，不要写 0")
    voters: Facts[Count] = Field(NONE_STATED, description="登记选民数；不详写 unknown，不要写 0")
    polling_day: Facts[TypedDay] = Field(NONE_STATED, description="选举日；和全区同一天就不写")
    polling_until: Facts[TypedDay] = Field(NONE_STATED, description="投票到哪天结束；一天投完就不写")
    postponed: Postponement | None = Field(None, description="推迟投票；没有推迟就不写")
    reason: Prose | None = Field(None, description="为什么补选，如 原代表调离本区；只办补选的网站才写")
    announced: Facts[TypedDay] = Field(NONE_STATED, description="补选公告哪天发布，如 2026-11-04；只办补选的网站才写")
    voter_list: Facts[TypedDay] = Field(NONE_STATED, description="选民名单公布日期，如 2026-10-28")
    nominees_list: Facts[TypedDay] = Field(NONE_STATED, description="初步候选人名单公布日期")
    candidates_list: Facts[TypedDay] = Field(NONE_STATED, description="正式候选人名单公布日期")
    result_list: Facts[TypedDay] = Field(NONE_STATED, description="选举结果公布日期")
    posted_at: Several[Line] = Field((), description="名单和公告张贴在哪里，一条一处，如 东村村委会公示栏")
    lists: tuple[PostedList, ...] = Field((), description="各份名单是谁发布的、有哪几栏；各选区都一样的写在 steps")
    nominations: tuple[Nomination, ...] = Field((), description="提名推荐，一次写一条")
    nominees: Several[Name] = Field((), description="公布的初步候选人，一条一个姓名")
    nominee_count: Facts[Count] = Field(NONE_STATED, description="初步候选人几名，没有公布姓名时用，如 12")
    primary: Primary | None = Field(None, description="预选；没有预选就不写")
    consultation: Prose | None = Field(None, description="正式候选人是怎样讨论、协商定下来的")
    candidates: Several[Candidate] = Field((), description="正式候选人，按公布的顺序")
    candidate_count: Facts[Count] = Field(NONE_STATED, description="正式候选人几名，没有公布姓名时用，如 3")
    candidates_meetings: tuple[CandidatesMeeting, ...] = Field((), description="候选人和选民见面的活动")
    workers: tuple[Worker, ...] = Field((), description="监票人、计票人")
    most_mandates: Facts[Count] = Field(NONE_STATED, description="一名选民最多接受了几人委托")
    vote: Vote | None = Field(None, description="投票结果；还没有就不写")
    reruns: tuple[Rerun, ...] = Field((), description="另行选举，一次写一条")
    by_elections: tuple[ByElection, ...] = Field((), description="补选，一次写一条")
    recalls: tuple[Recall, ...] = Field((), description="罢免，一次写一条")
    vacancies: tuple[Vacancy, ...] = Field((), description="代表出缺：辞职、调离、去世等，一人一条；罢免写在 recalls")
    waivers: tuple[Waiver, ...] = Field((), description="对不符之处的说明，会公开")
    note: Prose | None = Field(None, description="读者需要知道的说明")

    @model_validator(mode="after")
    def _has_an_address(self) -> Self:
        if self.number is None and self.name is None:
            refuse("M102", "这个选区没有写编号", "请写 number，如 number: 12；没有编号的，写 name（公布的名称）和 id")
        if not self._own_address:
            wrong = f"编号“{self.number}”不能写进网址" if self.number else "没有编号的选区，网址里要有一个 id"
            spelt = numbering.suggested_id(str(self.number or self.name)) or "hongqilu"
            refuse("M102", wrong, f"请加一行 id: {spelt}（只用小写英文字母、数字和连字符，定了以后不改）")
        return self

    @property
    def _own_address(self) -> str:
        return str(self.id or numbering.address(self.number))

    @property
    def label(self) -> str:
        """The constituency by its number, or by its name where it has no number."""
        return numbering.label(self.number, self.name)

    @property
    def by_number(self) -> str:
        """The same with the level: both congresses number from 1."""
        return f"{self.level}{' ' if self.label[0].isascii() else ''}{self.label}"

    @property
    def _and_name(self) -> str:
        return f"（{self.name}）" if self.number and self.name else ""

    @property
    def title(self) -> str:
        """The name on pages: the number and the name, as far as it has them."""
        return f"{self.label}{self._and_name}"

    @property
    def heading(self) -> str:
        """The same with the level."""
        return f"{self.by_number}{self._and_name}"

    @property
    def order(self) -> Order:
        """Its place in a list by number; one without a number comes last."""
        return numbering.order(self.number)

    @property
    def short_slug(self) -> str:
        """Its address below its area's: the level, and its id or its number."""
        return f"{Level(self.level).slug}-{self._own_address}"  # a form that is still being filled in has a text

    @property
    def area(self) -> str:
        """The address of its area."""
        return self.slug.partition("/")[0]

    @property
    def standing(self) -> tuple[Candidate, ...]:
        """The candidates who did not withdraw."""
        return tuple(candidate for candidate in self.candidates if candidate.withdrew is None)

    @property
    def nominated(self) -> int | None:
        """The number of first nominees: by their names, else as stated; None where neither is known."""
        return len(self.nominees) or self.nominee_count.agreed

    @property
    def listed(self) -> int | None:
        """The number of formal candidates: by their names, else as stated; None where neither is known."""
        return len(self.candidates) or self.candidate_count.agreed

    def as_of(self, today: date, voting: Voting) -> Self:
        """The constituency as it was public; a result without a day is public once the vote is over."""
        lists = ("voter_list", "nominees_list", "candidates_list", "result_list")
        changed: dict[str, object] = {name: up_to(getattr(self, name), today) for name in ("announced", *lists)}
        ahead_of = [name for name, field in zip(NAMES, lists, strict=True) if all_after(getattr(self, field), today)]
        changed["lists"] = tuple(posted for posted in self.lists if posted.list not in ahead_of)
        if all_after(self.voter_list, today):
            changed["voters"] = NONE_STATED
        if all_after(self.nominees_list, today):
            changed |= {"nominations": (), "nominees": (), "nominee_count": NONE_STATED, "primary": None}
        elif self.primary:
            changed["primary"] = self.primary.as_of(today)
        if self.postponed and all_after(self.postponed.decided_on, today):
            changed |= {"postponed": None, "polling_day": NONE_STATED, "polling_until": NONE_STATED}
        if all_after(self.candidates_list, today):
            changed |= {"consultation": None, "candidates": (), "candidate_count": NONE_STATED}
        else:
            changed["candidates"] = tuple(candidate.as_of(today) for candidate in self.candidates)
        changed["vacancies"] = tuple(vacancy for vacancy in self.vacancies if vacancy.was_public(today))
        return self.showing(**changed, **self._votes(today, voting=voting(self)))

    def _votes(self, today: date, *, voting: bool) -> dict[str, object]:
        """The fields with the result of the vote, and with the votes after it."""
        if all_after(self.result_list, today) if self.result_list else voting:
            nothing = dict.fromkeys(("reruns", "workers", "by_elections", "recalls"), ())
            return {"vote": None, "most_mandates": NONE_STATED, **nothing}
        announced = (by_election for by_election in self.by_elections if not all_after(by_election.announced, today))
        return {
            "reruns": tuple(rerun.as_of(today) for rerun in self.reruns),
            "by_elections": tuple(by_election.as_of(today) for by_election in announced),
            "recalls": tuple(recall.as_of(today) for recall in self.recalls if not all_after(recall.day, today)),
        }
