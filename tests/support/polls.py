"""Votes for the tests of `election/`: the polls of the first constituency of a small town, and their outcomes."""

from datetime import date

from huanjie.checks.report import check
from huanjie.election.outcome import Outcome
from huanjie.election.poll import Poll
from huanjie.election.votes import votes
from huanjie.law import Statute
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from tests.conftest import Write
from tests.support.towns import TODAY
from tests.support.votes import polled


def polls(folder: Write, *files: dict[str, str | bytes], **lines: str) -> tuple[Poll, ...]:
    """Every vote of a constituency that has voted, with other lines, and files beside it."""
    content = folder({path: text for more in (polled(**lines), *files) for path, text in more.items()})
    records = check(content, TODAY).records
    (constituency, *_) = records.of(Constituency)
    return votes(records, Statute.of(records.one(Election), TODAY), constituency)


def outcome(folder: Write, place: int = 0, /, **lines: str) -> Outcome:
    """What one of the votes came to."""
    return Outcome(polls(folder, **lines)[place])


def names(tallies: tuple[object, ...] | None) -> str | None:
    """The names of some people as one word; None where it is not known who they are."""
    return None if tallies is None else "".join(str(getattr(tally, "name", tally)) for tally in tallies)


def days_of(year: int, month: int = 6, day: int = 28) -> dict[str, str]:
    """A polling day of its own in another year, with lists published in time."""
    lists = {"voter_list": f"{year}-{month:02}-01", "nominees_list": f"{year}-{month:02}-02"}
    return {"polling_day": str(date(year, month, day)), **lists, "candidates_list": f"{year}-{month:02}-03"}
