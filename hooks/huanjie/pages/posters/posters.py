"""Posters to put up: a sheet of A4 for each step of a voter, each constituency, each question and each topic.

None once the election has ended: who met one then would take an old day for one to come.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from huanjie.election.places import area_of, stations_of
from huanjie.election.votes import first_vote, votes
from huanjie.law.deadlines import lists, written
from huanjie.law.guidance import steps
from huanjie.law.references import filled
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.questions import Question
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change, poster_address
from huanjie.pages.areas.places import voting, where
from huanjie.pages.bodies.bodies import whom_to_ask
from huanjie.pages.posters.type_size import largest
from huanjie.pages.questions.questions import grounds
from huanjie.pages.questions.stream import Topic, answer, by_topic, stream
from huanjie.pages.results.joint import joint_notice
from huanjie.pages.results.totals import congress_of
from huanjie.pages.results.vacancies import why
from huanjie.pages.shared.prose import plain
from huanjie.pages.shared.status import status
from huanjie.pages.vote.guide import dated, guide

ADDRESS = "posters/"
MOST = 6  # stations, questions, articles on a sheet; the page that the code leads to has them all
PLACES = 14


@dataclass(frozen=True)
class Poster:
    """The content of a sheet: its kind and title, paragraphs (prose), facts, and the page with more."""

    kind: str
    title: str
    paragraphs: tuple[str, ...]
    target: str
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    grounds: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The size of its type."""
        return largest(self.title, self.paragraphs, self.facts, grounds=bool(self.grounds))


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The list of posters, and each of them; nothing once the election has ended."""
    if edition.records.one(Election).ended:
        return
    yield PagePlan(ADDRESS, partial(_list, edition))
    for step in steps():
        yield PagePlan(_step_address(str(step.id)), partial(_step, edition, str(step.id)))
    for constituency in edition.records.of(Constituency):
        yield PagePlan(poster_address(edition, address_of(constituency)), partial(_constituency, edition, constituency))
    questions = stream(edition.records.of(Question), edition.statute)
    for question in questions:
        if answer(question):
            yield PagePlan(poster_address(edition, address_of(question)), partial(_question, edition, question))
    for topic in by_topic(questions):
        yield PagePlan(_topic_address(topic), partial(_topic, edition, topic.title))


def _list(edition: Edition) -> Page:
    topics = by_topic(stream(edition.records.of(Question), edition.statute))
    return Page(
        address=ADDRESS,
        title="可以张贴的海报",
        template="posters/posters.html",
        description="每张一页 A4 纸，字大，可以打印贴在村里、单位门口：投票的每一步、各类问答、每个选区。",
        context={
            "steps": [(str(step.title), _step_address(str(step.id))) for step in steps()],
            "topics": [(topic.title, _topic_address(topic)) for topic in topics],
            "areas": bool(edition.records.of(Area)),
        },
    )


def _step_address(name: str) -> str:
    return f"{ADDRESS}steps/{name}/"


def _topic_address(topic: Topic) -> str:
    return f"{ADDRESS}topics/{topic.number}/"


def _sheet(edition: Edition, address: str, poster: Poster, *sources: Area | Question, day: date | None = None) -> Page:
    """A page with a poster on it; `day` is the newest day of the records behind it."""
    return Page(
        address=address,
        title=f"海报：{poster.title}",
        template="posters/poster.html",
        description=f"一页 A4 纸的海报，可以打印张贴：{plain(poster.title)}。",
        context={
            "poster": poster,
            "election": edition.records.one(Election),
            "ask": whom_to_ask(edition.records),
            "day": written(day) if day else "",
        },
        changed=last_change(edition.records, *sources),
        searched=False,
    )


def _newest(edition: Edition, days: Iterable[date | None]) -> date | None:
    """The newest of some days, none that is still to come.

    Who reads the sheet on a wall sees by it how old the records are; the day of the build would not tell that.
    """
    return max((day for day in days if day and edition.reached(day)), default=None)


def _known_since(edition: Edition, constituency: Constituency) -> Iterator[date | None]:
    """The days from which the public knows what its sheet tells: of its lists, of a postponement, of its votes."""
    stated = [getattr(constituency, field) for field, _ in lists(edition.statute).values()]
    for facts in (*stated, constituency.postponed.decided_on if constituency.postponed else ()):
        yield from (fact.value.exact for fact in facts)
    polls = votes(edition.records, edition.statute, constituency)
    yield from (day for poll in polls for day in poll.days.every if edition.past(day))
    yield from (exact_day(stated) for poll in polls for stated in (poll.announced, poll.published))


def _step(edition: Edition, name: str) -> Page:
    place, step = next((place, step) for place, step in enumerate(steps(), 1) if step.id == name)
    cited = grounds(edition.statute, step.grounds(edition.statute))
    poster = Poster(
        kind=f"我要投票：第 {place} 步",
        title=str(step.title),
        paragraphs=guide(edition).paragraphs(step.says),
        target=f"vote/#{name}",
        facts=tuple((deadline.title, (f"最迟{deadline.day}",)) for deadline in dated(edition, step.dates)),
        grounds=tuple(dict.fromkeys(ground.where for ground in cited))[:MOST],
    )
    day = last_change(edition.records, edition.records.one(Election))
    return _sheet(edition, _step_address(name), poster, day=day)


def _constituency(edition: Edition, constituency: Constituency) -> Page:
    records, area = edition.records, area_of(edition.records, constituency)
    polling_stations = stations_of(records, constituency)
    covers = "、".join(covered.text for covered in constituency.covers[:PLACES])
    more = f"等 {len(constituency.covers)} 处" if len(constituency.covers) > PLACES else ""
    stations = [f"{station.title}：{where(records, station).text}" for station in polling_stations[:MOST]]
    rest = [f"另有 {len(polling_stations) - MOST} 个投票站，见网页"] if len(polling_stations) > MOST else []
    seats = f" {constituency.seats.agreed} 名" if constituency.seats.agreed else ""
    by_election = "补选" if edition.statute.by_election else ""
    now, first = status(edition, constituency), first_vote(records, edition.statute, constituency)
    poster = Poster(
        kind=area.heading,
        title=constituency.heading,
        paragraphs=(*([f"{now}。"] if now else ()), *joint_notice(edition, first)[1:]),
        target=address_of(constituency),
        facts=(
            ("选什么", (f"{by_election}{congress_of(records, constituency)}代表{seats}",)),
            *((("为什么补选", (f"{reason}。",)),) if (reason := why(first)) else ()),
            ("包括", (f"{covers}{more}" or "没有记录",)),
            ("哪天投票", (voting(edition, constituency),)),
            ("在哪里投票", (*stations, *rest) or ("没有记录",)),
        ),
    )
    day = _newest(edition, [last_change(records, area), *_known_since(edition, constituency)])
    return _sheet(edition, poster_address(edition, address_of(constituency)), poster, area, day=day)


def _question(edition: Edition, question: Question) -> Page:
    cited = grounds(edition.statute, question.rules)
    poster = Poster(
        kind=str(question.topic),
        title=str(question.title),
        paragraphs=tuple(filled(answer(question), edition.statute).split("\n\n")),
        target=address_of(question),
        grounds=tuple(dict.fromkeys(ground.where for ground in cited))[:MOST],
    )
    stated = (fact.value.exact for facts in (question.asked_on, question.answered_on) for fact in facts)
    day = _newest(edition, [last_change(edition.records, question), *stated])
    return _sheet(edition, poster_address(edition, address_of(question)), poster, question, day=day)


def _topic(edition: Edition, title: str) -> Page:
    questions = stream(edition.records.of(Question), edition.statute)
    topic = next(topic for topic in by_topic(questions) if topic.title == title)
    poster = Poster(
        kind="问答",
        title=topic.title,
        paragraphs=tuple(str(question.title) for question in topic.questions[:MOST]),
        target=topic.address,
    )
    return _sheet(edition, _topic_address(topic), poster)
