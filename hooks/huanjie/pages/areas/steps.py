"""The steps of a constituency: each list that it publishes, with the lawful and the recorded day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from huanjie.election.duties import RESULT, counted_from
from huanjie.election.lists import posted_list
from huanjie.law import Statute
from huanjie.law.deadlines import limit, lists, written
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.lists import PostedList
from huanjie.pages import Edition
from huanjie.pages.progress.deadlines import outcome
from huanjie.pages.shared.facts import FactView, day, view


@dataclass(frozen=True)
class Step:
    """A step of a constituency, numbered among all: the lawful day with its sum and article, and the recorded one."""

    number: int
    name: str
    lawful: str
    sum: str
    article: str
    rule: str
    recorded: FactView
    outcome: str
    issued: str


def steps(edition: Edition, area: Area, constituency: Constituency, statute: Statute) -> Iterator[Step]:
    """The lists that the law has a constituency publish, in their order; a list without a last day only if recorded."""
    for place, (name, (field, rule)) in enumerate(lists(statute).items(), 1):
        facts, issued = getattr(constituency, field), _issued(edition, constituency, name, rule)
        recorded = view(facts, edition.records, area.source, day)
        start = counted_from(edition.records, constituency, field)
        deadline = limit(statute, rule, start) if start else None
        if deadline is None:
            if facts or issued:
                again = field == RESULT and any(not rerun.cancelled for rerun in constituency.reruns)
                remark = "再投过一次票，记下的不一定是第一次结果的日期" if again else ""
                yield Step(place, f"公布{name}", _without(statute, start), "", "", "", recorded, remark, issued)
            continue
        exact = exact_day(facts)
        said = outcome(deadline, exact) if exact else "" if edition.past(deadline.day) else "还没有到期限"
        cited, last = deadline.cited.text, written(deadline.day)
        yield Step(place, f"公布{name}", last, deadline.sum, cited, rule, recorded, said, issued)


def _issued(edition: Edition, constituency: Constituency, name: str, rule: str) -> str:
    """The sentence on who issued a list and on its columns; "" where neither is recorded."""
    recorded = posted_list(edition.records, constituency, name, rule)
    if recorded is None:
        return ""
    parts = (
        f"{recorded.issuer}公布" if recorded.issuer else "",
        f"写有{'、'.join(recorded.columns)}" if recorded.columns else "",
        str(recorded.note).rstrip("。") if isinstance(recorded, PostedList) and recorded.note else "",
    )
    return "，".join(filter(None, parts))


def _without(statute: Statute, start: date | None) -> str:
    """The reason why a list has no last day: no known day of the vote, or no law on lists before a by-election."""
    return "收录的规定没有写，看补选公告" if statute.by_election and start else "推算不出"
