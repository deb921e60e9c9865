"""The guide for this election, its days, the ways on and whom to call: shared by the pages that guide a voter."""

from collections.abc import Iterable
from dataclasses import dataclass

from huanjie.content.records import Records
from huanjie.election.calendar import voting_days
from huanjie.election.totals import results_known
from huanjie.law.birthdays import birthdays
from huanjie.law.deadlines import of_election, written
from huanjie.law.guidance import Guide, Lead
from huanjie.law.remedies import remedy
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.discipline import Discipline
from huanjie.model.election import Election
from huanjie.pages import Edition, rule_address
from huanjie.pages.bodies.bodies import Reached, whom_to_ask
from huanjie.pages.progress.deadlines import between
from huanjie.pages.shared.status_line import DaysLeft


@dataclass(frozen=True)
class Dated:
    """A day of this election: what, the last day with its sum and article; how far off it is."""

    title: str
    day: str
    sum: str
    article: str
    address: str
    wider: str
    recorded: str
    left: DaysLeft


@dataclass(frozen=True)
class Whom:
    """Whom to call; `township`: whether townships elect too, whose own committees answer for it, `bodies` if listed."""

    office: Reached | None
    township: bool
    bodies: bool

    @classmethod
    def of(cls, edition: Edition) -> "Whom":
        """Find the office of this election."""
        records = edition.records
        township = any(congress.level == "乡级" for congress in records.one(Election).congresses)
        return cls(whom_to_ask(records), township, bool(records.of(Body)))


def guide(edition: Edition) -> Guide:
    """The guide with the days of this election, none while the polling day is not known; looks through everything."""
    first = exact_day(edition.records.one(Election).polling_day)
    if not first:
        return Guide(edition.statute, {})
    born = birthdays(edition.statute, first)
    days = {"polling": first} | ({"born-by": born.by, "born-after": born.after} if born else {})
    others = {
        day
        for constituency in edition.records.of(Constituency)
        if (day := voting_days(edition.records, constituency).first)
    } - {first}
    days |= {"leap": born.unsettled} if born and born.unsettled else {}
    days |= {"other": max(others)} if others else {}
    return Guide(edition.statute, {name: written(day) for name, day in days.items()})


def dated(edition: Edition, rules: Iterable[str]) -> list[Dated]:
    """The days of some rules, in their order; a rule that counts from an unrecorded day is left out."""
    by_rule = {
        str(deadline.rule.id): (deadline, step)
        for deadline, step in of_election(edition.statute, edition.records.one(Election))
        if not deadline.assumed
    }
    rows = []
    for deadline, step in (by_rule[rule] for rule in rules if rule in by_rule):
        own = remedy(deadline, edition.statute)
        recorded = step.exact if step else None
        rows.append(
            Dated(
                title=own.title,
                day=written(own.day),
                sum=own.sum,
                article=deadline.cited.text,
                address=rule_address(deadline.rule),
                wider=written(own.at_most) if own.at_most else "",
                recorded=written(recorded) if recorded else between(edition.records, edition.statute, deadline),
                left=DaysLeft.until(edition, own.day),
            )
        )
    return rows


def subjects(records: Records) -> tuple[str, ...]:
    """The subjects of this site that a way may lead to; looks through all constituencies."""
    has = {
        "areas": bool(records.of(Area)),
        "candidates": any(constituency.candidates for constituency in records.of(Constituency)),
        "results": results_known(records),
        "discipline": bool(records.of(Discipline)),
    }
    return tuple(name for name, there in has.items() if there)


def leads(leads: Iterable[Lead], there: tuple[str, ...]) -> list[tuple[str, str]]:
    """The ways on, those whose page this site has."""
    return [(str(lead.to), str(lead.says)) for lead in leads if lead.needs is None or lead.needs in there]
