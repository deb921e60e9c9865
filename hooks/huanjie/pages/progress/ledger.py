"""The ledger of duties: what the law asks of each constituency by which day, and what is recorded of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from huanjie.election.calendar import voting_days
from huanjie.election.duties import BY_ELECTION_NOTICE, BY_ELECTION_RESULT, RERUN_RESULT, Duty, duties
from huanjie.law.deadlines import lists, written
from huanjie.model.areas import Area, JointResult
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election, Step
from huanjie.model.facts import Ref
from huanjie.model.results import Rerun
from huanjie.pages import Edition, Page, PagePlan, address_of, last_change, rule_address
from huanjie.pages.areas.areas import LEVELS
from huanjie.pages.progress.deadlines import outcome
from huanjie.pages.progress.spans import span
from huanjie.pages.shared.facts import FactView, day, named, view

EARLY, ON_THE_DAY, LATE = "早于期限", "期限当天", "晚于期限"
WITHOUT_DAY = {"unrecorded": "没有记录", "unknown": "哪天不能确定", "ahead": "还没到期"}
STANDINGS = (EARLY, ON_THE_DAY, LATE, *WITHOUT_DAY.values())
OF_LATER_VOTES = (RERUN_RESULT, BY_ELECTION_NOTICE, BY_ELECTION_RESULT)


@dataclass(frozen=True)
class Row:
    """A duty of a constituency; `evidence` is the address of the recorded day.

    `together` is the address of a day that was recorded for all constituencies at once, else "".
    """

    id: str
    constituency: Constituency
    evidence: str
    together: str
    limit: str
    recorded: FactView
    outcome: str


def pages(edition: Edition) -> Iterator[Page | PagePlan]:
    """The ledger in figures and a page for each area; nothing while there is no duty with a day."""
    owed: dict[str, list[Duty]] = {}
    for duty in duties(edition.records, edition.statute, edition.today):
        owed.setdefault(duty.constituency.area, []).append(duty)
    areas = [area for area in edition.records.of(Area) if area.slug in owed]
    if not areas:
        return
    yield Page(
        address="ledger/",
        title="法定事项台账",
        template="progress/ledger.html",
        description="每个选区依法要公布的名单和结果：最迟哪天，实际哪天，有多少早于期限，多少晚于期限，多少没有记录。",
        context={
            "columns": STANDINGS,
            "levels": [*_counted(edition, [duty for own in owed.values() for duty in own])],
            "areas": [(area, f"ledger/{area.slug}/", len(area.constituencies)) for area in areas],
        },
        changed=last_change(edition.records, *areas),
        searched=False,
    )
    for area in areas:
        yield PagePlan(f"ledger/{area.slug}/", partial(_area, edition, area, owed[area.slug]))


def _names(edition: Edition) -> tuple[str, ...]:
    """The names of duties in the order of an election; those of a by-election during the term come last."""
    return (*dict.fromkeys((*lists(edition.statute), *OF_LATER_VOTES)),)


def _counted(edition: Edition, duties: Iterable[Duty]) -> Iterator[tuple[str, list[tuple[str, str, Counter[str]]]]]:
    """For each level and duty: how many there are, and how many stand how."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    for duty in duties:
        counted.setdefault((str(duty.constituency.level), duty.name), Counter())[standing(duty)] += 1
    for level in LEVELS:
        rows = [
            (f"公布{name}", f"{counts.total()} {'个选区' if name in lists(edition.statute) else '次'}", counts)
            for name in _names(edition)
            if (counts := counted.get((level, name)))
        ]
        if rows:
            yield level, rows


def standing(duty: Duty) -> str:
    """The state of a duty, in the words that head the columns."""
    if duty.spare is None:
        return WITHOUT_DAY[duty.state]
    return EARLY if duty.spare > 0 else LATE if duty.spare < 0 else ON_THE_DAY


def _area(edition: Edition, area: Area, duties: list[Duty]) -> Page:
    return Page(
        address=f"ledger/{area.slug}/",
        title=f"{area.heading}的法定事项台账",
        template="progress/ledger_area.html",
        description=f"{area.heading}每个选区依法要公布的名单和结果：最迟哪天，实际哪天，相差几天，在哪里看。",
        context={
            "area": area,
            "sources": named(edition.records, area.source),
            "levels": [
                (
                    level,
                    [(name, _sums(owed), [_row(edition, area, duty) for duty in owed]) for name, owed in named_duties],
                )
                for level in LEVELS
                if (named_duties := [*_named(edition, duties, level)])
            ],
        },
        record=area.at.file,
        changed=last_change(edition.records, area),
        searched=False,
    )


def _named(edition: Edition, duties: list[Duty], level: str) -> Iterator[tuple[str, list[Duty]]]:
    """The duties of a level by their name, in the order of an election."""
    for name in _names(edition):
        if owed := [duty for duty in duties if duty.name == name and duty.constituency.level == level]:
            yield name, owed


def _sums(duties: Iterable[Duty]) -> list[tuple[str, str, str]]:
    """The different sums by which the last days were found, each with its article and the page of its rule."""
    return list(
        dict.fromkeys(
            (duty.deadline.sum, duty.deadline.cited.text, rule_address(duty.deadline.rule)) for duty in duties
        )
    )


def _row(edition: Edition, area: Area, duty: Duty) -> Row:
    sources = _sources(edition, area, duty)
    recorded = view(duty.stated, edition.records, sources, day)
    if duty.done:
        said = outcome(duty.deadline, duty.done)
    else:
        said = "还没有到期限" if duty.state == "ahead" else f"实际日期{recorded.missing or '不能确定到哪一天'}"
    notice = "-notice" if duty.name == BY_ELECTION_NOTICE else ""
    return Row(
        id=f"{duty.constituency.short_slug}-{_anchor(edition, duty)}{notice}",
        constituency=duty.constituency,
        evidence=_evidence(edition, duty),
        together=_together(edition, duty),
        limit=written(duty.deadline.day),
        recorded=span(duty.within, edition.records, sources) if isinstance(duty.within, Step) else recorded,
        outcome=said,
    )


def _sources(edition: Edition, area: Area, duty: Duty) -> tuple[Ref, ...]:
    if isinstance(duty.within, Step):
        return duty.within.source or edition.records.one(Election).source
    if isinstance(duty.within, Rerun) and duty.within.source:
        return (duty.within.source,)
    return area.source


def _anchor(edition: Edition, duty: Duty) -> str:
    """The id of the duty on the constituency's page, where each list has the number of its place among all."""
    if duty.name in OF_LATER_VOTES:
        return f"{'rerun' if duty.name == RERUN_RESULT else 'by-election'}-{duty.number}"
    return f"step-{[field for field, _ in lists(edition.statute).values()].index(duty.field) + 1}"


def _evidence(edition: Edition, duty: Duty) -> str:
    """The address of the duty on the constituency's page."""
    own = address_of(duty.constituency)
    if isinstance(duty.within, JointResult) and duty.name not in OF_LATER_VOTES:
        return f"{own}#result"
    if not isinstance(duty.within, Rerun) and voting_days(edition.records, duty.constituency).first is None:
        return own  # which shows no steps then
    return f"{own}#{_anchor(edition, duty)}"


def _together(edition: Edition, duty: Duty) -> str:
    """The address of a day that was recorded for all constituencies at once; "" where there is no such day or page."""
    dated = any(fact.value.exact for fact in edition.records.one(Election).polling_day)
    return f"law/deadlines/#{duty.deadline.rule.id}" if isinstance(duty.within, Step) and dated else ""
