"""The congress system: five levels as a picture and as a table, who elects whom, and what is asked about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from huanjie.law.explainers import explainers
from huanjie.law.pack import legal_rules
from huanjie.model.questions import Question
from huanjie.pages import Edition, Page, PagePlan
from huanjie.pages.questions.questions import articles_of, grounds
from huanjie.pages.questions.stream import by_topic, stream

TOPICS = ("人大制度", "代表的工作")
MOST = 12  # questions that the page names; the rest stand under their topics
RULES = ("directly-elected-levels", "army-elects-separately", "term-length", "first-session")
GAP, HEIGHT, LEFT, WIDE, NARROW = 46, 54, 8, 344, 168  # units of the picture, 360 across


@dataclass(frozen=True)
class Level:
    """A level of congress: its name, the places that have such a congress, who elects its deputies, and its box."""

    name: str
    where: str
    elected_by: str
    direct: bool
    y: int
    width: int = WIDE

    @property
    def foot(self) -> int:
        """The lower edge of its box."""
        return self.y + HEIGHT


@dataclass(frozen=True)
class Arrow:
    """An arrow from those who elect to the congress that they elect, with what is written beside it."""

    x: int
    below: int
    above: int
    text: str
    direct: bool


NATION, PROVINCE, CITY, COUNTY, TOWNSHIP, VOTERS = (number * (HEIGHT + GAP) + 2 for number in range(6))
LEVELS = (
    Level("全国人大", "全国一个", "省级人大，还有军队、香港、澳门按各自的办法", direct=False, y=NATION),
    Level("省级人大", "省、自治区、直辖市", "市级人大；没有市级的地方（如直辖市）由县级人大", direct=False, y=PROVINCE),
    Level("市级人大", "设区的市、自治州", "县级人大", direct=False, y=CITY),
    Level("县级人大", "县、自治县、不设区的市、市辖区", "选民", direct=True, y=COUNTY),
    Level("乡级人大", "乡、民族乡、镇", "选民", direct=True, y=TOWNSHIP, width=NARROW),
)
FOOT = VOTERS + HEIGHT
ARROWS = (
    *(Arrow(180, above.foot + GAP, above.foot, "间接选举", direct=False) for above in LEVELS if not above.direct),
    Arrow(LEFT + NARROW // 2, VOTERS, LEVELS[-1].foot, "直接选举", direct=True),
    Arrow(266, VOTERS, LEVELS[-2].foot, "直接选举", direct=True),
)


def pages(edition: Edition) -> Iterator[PagePlan]:
    """The page on the congress system."""
    yield PagePlan("congress/", partial(_congress, edition))


def _congress(edition: Edition) -> Page:
    questions = [
        question
        for topic in by_topic(stream(edition.records.of(Question), edition.statute))
        for question in topic.questions
        if topic.title in TOPICS
    ]
    rests = [*grounds(edition.statute, RULES), *articles_of(edition.statute, explainers()["five-levels"])]
    return Page(
        address="congress/",
        title="人大制度",
        template="congress/congress.html",
        description="从乡镇到全国，人大一共五级：哪几级由选民直接选，往上怎样选，代表怎样替大家议事。",
        context={
            "levels": LEVELS,
            "arrows": ARROWS,
            "voters": VOTERS,
            "foot": FOOT,
            "left": LEFT,
            "wide": WIDE,
            "height": HEIGHT,
            "township_chair": edition.statute.answer(legal_rules()["township-chair"]),
            "questions": questions[:MOST],
            "grounds": rests,
        },
    )
