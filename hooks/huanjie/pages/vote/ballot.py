"""Sample ballots: for each number of seats that occurs a blank ballot, and examples of valid and void ballots.

The law's formula decides whether an example is void. The marks are examples: each ballot explains its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from huanjie.law import Statute
from huanjie.law.guidance import steps
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.pages import Edition, Page, PagePlan
from huanjie.pages.questions.questions import grounds

ADDRESS = "vote/ballot/"
CANDIDATES = "甲乙丙丁戊己庚辛"
FOR, AGAINST, ABSTAIN = "○ 赞成", "× 反对", "（空着）弃权"  # noqa: RUF001  # the cross that ballots have
WRITTEN_IN = "选民壬"
RULES = ("secret-ballot", "vote-options", "ballot-not-more-than-seats", "assisted-ballot", "gansu-list-order")


@dataclass(frozen=True)
class Ballot:
    """A ballot as somebody filled it in: each candidate's mark, who was written in, how many were chosen; or blank."""

    id: str
    title: str
    marks: tuple[tuple[str, str], ...]
    written_in: str = ""
    chosen: int = 0
    valid: bool = True

    @property
    def mark(self) -> str:
        """The mark beside a written-in name."""
        return FOR if self.written_in else ""


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The page on ballots, and a page of samples for each number of seats."""
    statute = edition.statute.nearest
    if not statute.article("ballot-not-more-than-seats"):
        return
    sizes = _seats(edition)
    yield Page(
        address=ADDRESS,
        title="选票的样子",
        template="vote/ballot.html",
        description="怎样赞成、反对、弃权、另选别人，选几个人有效，怎样作废；按应选几名看选票的样子。",
        context={
            "sizes": [(seats, f"{ADDRESS}{seats}/") for seats in sizes],
            "areas": bool(edition.records.of(Area)),
            "grounds": grounds(statute, RULES),
            "step": next(step for step in steps() if step.id == "ballot"),
        },
        record=edition.records.one(Election).at.file,
    )
    for seats in sizes:
        yield PagePlan(f"{ADDRESS}{seats}/", partial(_samples, edition, seats, tuple(sizes)))


def ballot_address(statute: Statute, seats: int | None) -> str:
    """The address of the samples for a number of seats; "" where the law knows no such constituency."""
    least, most = statute.nearest.between("constituency-seats") or (1, 0)
    return f"{ADDRESS}{seats}/" if seats and least <= seats <= most else ""


def _samples(edition: Edition, seats: int, sizes: tuple[int, ...]) -> Page:
    return Page(
        address=f"{ADDRESS}{seats}/",
        title=f"应选 {seats} 名的选票",
        template="vote/ballots.html",
        description=f"应选 {seats} 名代表的选票是什么样子：选到 {seats} 人有效，选多了作废。",
        context={
            "seats": seats,
            "ballots": [*_ballots(edition.statute.nearest, seats)],
            "others": [(size, f"{ADDRESS}{size}/") for size in sizes if size != seats],
            "ordered": edition.statute.article("gansu-list-order"),
        },
        searched=False,
    )


def _seats(edition: Edition) -> list[int]:
    """The numbers of seats that constituencies have here; all that the law allows while none is recorded."""
    here = {seats for constituency in edition.records.of(Constituency) if (seats := constituency.seats.agreed)}
    least, most = edition.statute.nearest.between("constituency-seats") or (1, 0)
    lawful = range(least, most + 1)
    return sorted(here.intersection(lawful)) or [*lawful]


def _ballots(statute: Statute, seats: int) -> Iterator[Ballot]:
    """A blank ballot with as few candidates as the law allows, and what voters may make of it."""
    fewest, _ = statute.between("candidate-ratio", seats=seats) or (seats + 1, 0)
    names = tuple(f"候选人{name}" for name in CANDIDATES[:fewest])

    def filled(what: str, title: str, marks: list[str], written_in: str = "") -> Ballot:
        chosen = marks.count(FOR) + bool(written_in)
        valid = statute.satisfies("ballot-not-more-than-seats", choices_on_ballot=chosen, constituency_seats=seats)
        both = tuple(zip(names, marks, strict=True))
        return Ballot(what, title, both, written_in, chosen, bool(valid))

    rest = fewest - seats
    yield Ballot("blank", "空白选票", tuple((name, "") for name in names))
    yield filled("full", "选满名额，其余反对", [FOR] * seats + [AGAINST] * rest)
    fewer = [FOR] * (seats - 1) + [AGAINST] + [ABSTAIN] * rest
    yield filled("fewer", "少选，有的反对，有的弃权", fewer)
    yield filled("other", "另选别人", [FOR] * (seats - 1) + [AGAINST] * (rest + 1), WRITTEN_IN)
    yield filled("void", "选多了", [FOR] * (seats + 1) + [AGAINST] * (rest - 1))
    yield filled("void-other", "选满了，又另选别人", [FOR] * seats + [AGAINST] * rest, WRITTEN_IN)
