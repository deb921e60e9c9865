"""Elections as plain values -> the files of a content folder."""

from collections.abc import Iterable, Mapping
from datetime import date

from district.elections.records import Constituency, Count, Figure, LaterVote, Nomination, Recall, Setting
from district.yaml import Node, Record, Row, document

SOURCES: Record = {"label": "报道", "summary": "示例区选举的报道。", "published_on": "2016-06-29"}
SECOND: Record = {"label": "公告", "summary": "示例区选举的公告。", "published_on": "2016-06-30"}


def files(setting: Setting, constituencies: Iterable[Constituency]) -> dict[str, str]:
    """Write the files of a content folder: the election, its sources, an area for each constituency."""
    made = {f"areas/{ward.slug}.yml": area(ward) for ward in constituencies}
    return {"election.yml": _election(setting), "sources.yml": _sources(), **made}


def _sources() -> str:
    return "".join(
        f"- id: {name}\n" + "".join(f"  {key}: {value}\n" for key, value in fields.items())
        for name, fields in (("report", SOURCES), ("second", SECOND))
    )


def _election(setting: Setting) -> str:
    congress = Row({"level": "县级", "name": "示例区人民代表大会", "short": "区人大", "term": 8})
    record: Record = {
        "title": "示例区换届选举",
        "area": "示例区",
        "region": "示例省示例市",
        "summary": "示例区选举产生新一届区人民代表大会的代表。",
        "source": ["report", "second"],
        "congresses": [congress],
        "polling_day": str(setting.polling_day),
    }
    return document((), record | ({"province": setting.province} if setting.province else {}))


def area(ward: Constituency) -> str:
    """Write the file of an area with its constituency, and those beside it."""
    record: Record = {"title": f"示例{ward.slug}", "sort": "镇", "source": ["report", "second"]}
    if ward.congress is not None:
        record["seats"] = ward.congress
    if review := ward.review:
        by = "示例镇人民代表大会主席团"
        fields: Record = {"day": str(review.day), "by": by, "confirmed": review.confirmed}
        record["review"] = Row(fields | ({"refused": list(review.refused)} if review.refused else {}))
    record["constituencies"] = [_constituency(own) for own in (ward, *ward.beside)]
    return document((), record)


def _constituency(ward: Constituency) -> Record:
    record: Record = {"number": ward.number, "level": ward.level, "seats": ward.seats, "voters": _figure(ward.voters)}
    record |= {"population": ward.population} if ward.population is not None else {}
    record |= {name: str(day) for name, day in ward.lists.items()}
    record |= _days({"polling_day": ward.polling_day, "polling_until": ward.polling_until})
    if ward.postponed:
        until = str(ward.postponed.until) if ward.postponed.until else "unknown"
        postponed: Record = {"decided_on": str(ward.postponed.decided), "by": "区选举委员会", "reason": "山洪冲断了桥"}
        record["postponed"] = Row({**postponed, "until": until})
    record["nominations"] = [_nomination(nomination) for nomination in ward.nominations]
    record |= {"nominees": list(ward.nominees), "candidates": [_candidate(ward, name) for name in ward.candidates]}
    workers = [_worker(name, of) for name, of in ward.workers]
    record |= {"workers": workers} if workers else {}
    record |= {"most_mandates": ward.most_mandates} if ward.most_mandates is not None else {}
    record |= {"vote": Row(_count(ward.first))} if ward.first else {}
    record |= {"reruns": [Row(_later(vote)) for vote in ward.reruns]} if ward.reruns else {}
    record |= {"by_elections": [Row(_later(vote)) for vote in ward.by_elections]} if ward.by_elections else {}
    record |= {"recalls": [Row(_recall(recall)) for recall in ward.recalls]} if ward.recalls else {}
    record |= {"note": ward.note} if ward.note else {}
    return {name: value for name, value in record.items() if value != []}


def _nomination(nomination: Nomination) -> Row:
    row = Row({"by": nomination.by, "names": list(nomination.names)})
    row |= {"who": nomination.who} if nomination.who else {}
    return Row(row | ({"voters": nomination.voters} if nomination.voters is not None else {}))


def _candidate(ward: Constituency, name: str) -> Node:
    if name not in ward.withdrawn:
        return name
    return Row({"name": name, "withdrew": {"day": str(ward.withdrawn[name]), "reason": "本人不接受推荐"}})


def _worker(name: str, of: str) -> Node:
    return Row({"name": name, "role": "监票人"} | ({"relative_of": of} if of else {}))


def _days(days: Mapping[str, date | None]) -> Record:
    return {name: str(day) for name, day in days.items() if day}


def _figure(figure: Figure) -> Node:
    if not figure.values:
        return Row({"value": "unknown", "note": figure.note}) if figure.note else "unknown"
    if figure.about:
        return Row({"value": figure.values[0], "about": figure.about})
    if len(figure.values) == 1:
        return figure.values[0]
    return [Row({"value": value, "source": name}) for value, name in zip(figure.values, figure.sources, strict=False)]


def _count(count: Count) -> Record:
    names = ("participants", "issued", "returned", "valid", "invalid", "others")
    figures = {name: getattr(count, name) for name in names}
    record: Record = {name: _figure(figure) for name, figure in figures.items() if figure is not None}
    if count.votes:
        record["tallies"] = [_tally(count, name) for name in count.votes]
    return record | ({"note": count.note} if count.note else {})


def _tally(count: Count, name: str) -> Node:
    tally: Record = {"name": name, "votes": _figure(count.votes[name])}
    tally |= {"against": count.against[name]} if name in count.against else {}
    tally |= {"abstained": count.abstained[name]} if name in count.abstained else {}
    return tally | ({"elected": "yes"} if name in count.marked else {})


def _later(vote: LaterVote) -> Record:
    record: Record = {"day": str(vote.day) if vote.day else "unknown", "seats": vote.seats}
    record |= {"candidates": list(vote.candidates)} if vote.candidates else {}
    record |= _days({"result_list": vote.published, "announced": vote.announced})
    record |= {"reason": vote.reason} if vote.reason else {}
    return record | (_count(vote.count) if vote.count else {})


def _recall(recall: Recall) -> Record:
    record: Record = {"name": recall.name, "day": str(recall.day), "voters": _figure(recall.voters)}
    record |= {"signatories": recall.signatories, "votes": _figure(recall.votes)}
    return record | ({"recalled": "yes"} if recall.passed else {})
