"""Townships, subdistricts and constituencies: what each covers, its steps and their days, who stands, what came out."""

from collections.abc import Iterator
from dataclasses import dataclass

from huanjie.findings import BREACH, Finding
from huanjie.law import Statute
from huanjie.law.deadlines import LISTS, limit, written
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.facts import Facts
from huanjie.pages import Edition, Page, address_of, last_change
from huanjie.pages.deadlines import outcome
from huanjie.pages.facts import Shown, day, named, number, shown
from huanjie.pages.results import counted
from huanjie.rules.constituencies import counted_from, polling_day


@dataclass(frozen=True)
class Step:
    """A step of a constituency: the lawful day with its sum and article, and the recorded one."""

    name: str
    lawful: str
    sum: str
    article: str
    rule: str
    recorded: Shown
    outcome: str


@dataclass(frozen=True)
class Remark:
    """A breach as the public reads it, with the office's explanation where it gave one."""

    text: str
    waiver: str


def pages(edition: Edition) -> Iterator[Page]:
    """The list of areas, a page for each, a page for each constituency; nothing while there are no areas."""
    areas = edition.records.of(Area)
    if not areas:
        return
    yield Page(
        address="areas/",
        title="乡镇街道和选区",
        template="areas.html",
        description="按乡镇、街道查选区：包括哪些村和社区，选几名代表，名单哪天公布，谁当选。",
        context={"areas": areas},
        changed=last_change(edition.records, *areas),
    )
    for area in areas:
        yield _area(edition, area)
        for place, constituency in enumerate(area.constituencies):
            following = area.constituencies[place + 1 : place + 2]
            yield _constituency(edition, area, constituency, following[0].at.line if following else None)


def _area(edition: Edition, area: Area) -> Page:
    def count(facts: Facts[int]) -> Shown:
        return shown(facts, edition.records, area.source, number)

    return Page(
        address=address_of(area),
        title=area.heading,
        template="area.html",
        description=f"{area.heading}的选区，共 {len(area.constituencies)} 个。",
        context={
            "area": area,
            "population": count(area.population),
            "seats": count(area.seats),
            "constituencies": [
                (one, address_of(one), count(one.seats), count(one.voters)) for one in area.constituencies
            ],
            "sources": named(edition.records, area.source),
        },
        record=area.at.file,
        changed=last_change(edition.records, area),
    )


def _constituency(edition: Edition, area: Area, one: Constituency, end: int | None) -> Page:
    records = edition.records
    own = one.polling_day
    polling = own if own or own.gaps else records.one(Election).polling_day
    exact = polling_day(records, one)
    statute = edition.statute.on(exact) if exact else edition.statute
    seats = one.seats.only
    return Page(
        address=address_of(one),
        title=f"{area.heading} {one.title}",
        template="constituency.html",
        description=f"{area.heading}{one.title}：{one.level}人大代表的选举。",
        context={
            "area": area,
            "constituency": one,
            "polling_day": shown(polling, records, area.source, day),
            "seats": shown(one.seats, records, area.source, number),
            "voters": shown(one.voters, records, area.source, number),
            "steps": [*_steps(edition, area, one, statute)] if exact else [],
            "range": statute.between("candidate-ratio", seats=seats) if seats else None,
            "range_article": statute.article("candidate-ratio"),
            "vote": counted(statute, one, one.vote) if one.vote else None,
            "reruns": [(rerun, counted(statute, one, rerun)) for rerun in one.reruns],
            "remarks": [*_remarks(edition.findings, one, end)],
            "sources": named(records, area.source),
        },
        record=area.at.file,
        changed=last_change(records, area),
    )


def _steps(edition: Edition, area: Area, one: Constituency, statute: Statute) -> Iterator[Step]:
    for name, (field, rule) in LISTS.items():
        facts = getattr(one, field)
        recorded = shown(facts, edition.records, area.source, day)
        start = counted_from(edition.records, one, field)
        deadline = limit(statute, rule, start) if start else None
        if deadline is None:
            if facts:
                yield Step(f"公布{name}", "没有可算的期限", "", "", "", recorded, "")
            continue
        exact = exact_day(facts)
        said = outcome(deadline, exact) if exact else ""
        yield Step(f"公布{name}", written(deadline.day), deadline.sum, deadline.cited.text, rule, recorded, said)


def _remarks(findings: tuple[Finding, ...], one: Constituency, end: int | None) -> Iterator[Remark]:
    """The breaches found in the lines of a constituency; the next one begins at line `end`."""
    reasons = {str(waiver.id): str(waiver.reason) for waiver in one.waivers}
    for finding in findings:
        inside = (
            finding.at.file == one.at.file and one.at.line <= finding.at.line and (not end or finding.at.line < end)
        )
        if inside and finding.severity == BREACH:
            yield Remark(f"{finding.wrong}；{finding.right}。", reasons.get(finding.id, ""))
