"""What a ballot looks like: for each number of seats that occurs a blank one, and examples of valid and void ones.

Whether an example is void is what the law's formula says of it. The marks are examples: each ballot explains its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.law import Statute
from huanjie.law.guidance import steps
from huanjie.model.election import Election
from huanjie.pages import Edition, Page
from huanjie.pages.guiding import constituencies
from huanjie.pages.questions import grounds

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


def pages(edition: Edition) -> Iterator[Page]:
    """The page of sample ballots."""
    statute = edition.statute
    if not statute.article("ballot-not-more-than-seats"):
        return
    yield Page(
        address="vote/ballot/",
        title="选票的样子",
        template="vote_ballot.html",
        description="按应选几名画出选票：怎样赞成、反对、弃权、另选别人，选几个人有效，怎样作废。",
        context={
            "samples": [(seats, [*_ballots(statute, seats)]) for seats in _seats(edition)],
            "grounds": grounds(statute, RULES),
            "ordered": statute.article("gansu-list-order"),
            "step": next(step for step in steps() if step.id == "ballot"),
        },
        record=edition.records.one(Election).at.file,
    )


def _seats(edition: Edition) -> list[int]:
    """The numbers of seats that constituencies have here; all that the law allows while none is recorded."""
    here = {seats for one in constituencies(edition.records) if (seats := one.seats.only)}
    least, most = edition.statute.between("constituency-seats") or (1, 0)
    return sorted(here & {*range(least, most + 1)}) or [*range(least, most + 1)]


def _ballots(statute: Statute, seats: int) -> Iterator[Ballot]:
    """A blank ballot with as few candidates as the law allows, and what voters may make of it."""
    fewest, _ = statute.between("candidate-ratio", seats=seats) or (seats + 1, 0)
    names = tuple(f"候选人{name}" for name in CANDIDATES[:fewest])

    def filled(what: str, title: str, marks: list[str], written_in: str = "") -> Ballot:
        chosen = marks.count(FOR) + bool(written_in)
        valid = statute.holds("ballot-not-more-than-seats", choices_on_ballot=chosen, constituency_seats=seats)
        both = tuple(zip(names, marks, strict=True))
        return Ballot(f"seats-{seats}-{what}", title, both, written_in, chosen, bool(valid))

    rest = fewest - seats
    yield Ballot(f"seats-{seats}-blank", "空白选票", tuple((name, "") for name in names))
    yield filled("full", "选满名额，其余反对", [FOR] * seats + [AGAINST] * rest)
    fewer = [FOR] * (seats - 1) + [AGAINST] + [ABSTAIN] * rest
    yield filled("fewer", "少选，有的反对，有的弃权", fewer)
    yield filled("other", "另选别人", [FOR] * (seats - 1) + [AGAINST] * (rest + 1), WRITTEN_IN)
    yield filled("void", "选多了", [FOR] * (seats + 1) + [AGAINST] * (rest - 1))
    yield filled("void-other", "选满了，又另选别人", [FOR] * seats + [AGAINST] * rest, WRITTEN_IN)
