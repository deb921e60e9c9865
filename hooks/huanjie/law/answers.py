"""Answers of the law to people and programs: deadlines, seats, articles, what-if, rules; as rows and as lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from huanjie.chinese.numerals import arabic
from huanjie.law.citations import law_named
from huanjie.law.deadlines import (
    BY_ELECTION_DAY,
    COMPLETED,
    POLLING_DAY,
    Deadline,
    deadlines,
    earliest_polling_day,
    of_election,
    written,
)
from huanjie.law.pack import Law, Provision, laws, legal_rules
from huanjie.law.seats import seats
from huanjie.law.statute import Statute, provinces
from huanjie.model.election import Election

Row = Mapping[str, str | int | None]


class NoAnswerError(ValueError):
    """The pack has no answer to a question; the message gives the reason in Chinese."""


@dataclass(frozen=True)
class Answer:
    """An answer: rows for programs, and lines for people."""

    rows: tuple[Row, ...]
    lines: tuple[str, ...]


def answer_deadlines(polling_day: date | None, level: str, province: str, by_election: date | None = None) -> Answer:
    """Every deadline of an election on a polling day; the end of the whole election is taken to be that day.

    Without a polling day, those of a by-election alone. Raises NoAnswerError where neither day is given, for a
    province whose rules the pack lacks, and for a day whose law it lacks.
    """
    first = polling_day or by_election
    if first is None:
        raise NoAnswerError("请写选举日 --polling-day，或者补选日 --by-election-day")  # noqa: EM101, TRY003  # one place
    if province and province not in provinces():
        raise NoAnswerError(f"没有收录“{province}”的实施细则；收录的有：{'、'.join(provinces())}")  # noqa: EM102  # one place
    statute = _reaching(Statute(first, province, level, by_election=polling_day is None))
    days = {POLLING_DAY: first, COMPLETED: first}
    every = deadlines(statute, days | ({BY_ELECTION_DAY: by_election} if by_election else {}))
    return Answer(tuple(map(_row, every)), tuple(map(_line, every)))


def _reaching(statute: Statute) -> Statute:
    """The law of a day; raises NoAnswerError where the pack has no electoral law of that day."""
    if statute.begins:
        raise NoAnswerError(f"{statute.day} 施行的选举法，这里没有收录；收录的从 {statute.begins} 起")  # noqa: EM102, TRY003  # one place
    return statute


def _row(deadline: Deadline) -> Row:
    return {
        "id": str(deadline.rule.id),
        "event": deadline.event,
        "title": deadline.title,
        "date": deadline.day.isoformat(),
        "strict_date": deadline.strict.isoformat() if deadline.strict else None,
        "law": str(deadline.cited.law.short),
        "version": str(deadline.cited.version.id),
        "article": deadline.cited.article,
        "sum": deadline.sum,
        "assumed": deadline.assumed or None,
    }


def _line(deadline: Deadline) -> str:
    kind = "不得" if deadline.forbidden else "最迟"
    return f"{deadline.day} {kind} {deadline.title}：{deadline.sum}（{deadline.cited.text}）"


def answer_seats(level: str, population: int, on: date) -> Answer:
    """How many deputies a congress may have for a population; raises NoAnswerError where no law is known."""
    try:
        allowed = seats(Statute(on), level, population)
    except KeyError:
        raise NoAnswerError(f"{on} 施行的选举法，这里没有收录") from None  # noqa: EM102, TRY003  # one place
    row: Row = {
        "level": level,
        "population": population,
        "least": allowed.least,
        "most": allowed.most,
        "sum": allowed.sum,
        "law": str(allowed.cited.law.short),
        "version": str(allowed.cited.version.id),
        "article": allowed.cited.article,
    }
    line = f"{allowed.least} 至 {allowed.most} 名：{allowed.sum}（{allowed.cited.text}）"
    return Answer((row,), (line, allowed.note) if allowed.note else (line,))


def _named(name: str) -> Law:
    if law := law_named(name):
        return law
    names = "、".join(str(law.short) for law in laws().values())
    raise NoAnswerError(f"没有收录“{name}”；收录的有：{names}")  # noqa: EM102  # one place


def answer_article(name: str, number: str, on: date) -> Answer:
    """Summarize an article as of a day, with its number in every version."""
    law = _named(name)
    version = law.version(on)
    wanted = arabic(number.removeprefix("第").removesuffix("条").removesuffix("项"))
    article = law.article(str(version.id), wanted) if version and wanted else None
    if version is None or article is None:
        raise NoAnswerError(f"{on} 施行的{law.short}里，没有收录“{number}”这一条")  # noqa: EM102, TRY003  # one place
    numbers = {str(each.id): article.numbers.get(str(each.id)) for each in law.versions}
    says = article.says(str(version.id))
    row = {
        "law": str(law.short),
        "version": str(version.id),
        "number": wanted,
        "heading": str(article.heading),
        "says": says,
        "official": str(law.official),
    }
    moved = "；".join(f"{year} 年版{f'第 {number} 条' if number else '没有这一条'}" for year, number in numbers.items())
    head = f"{law.short}（{version.id} 年）第 {wanted} {law.unit or '条'} {article.heading}"
    return Answer((row,), (head, says, moved, f"这是大白话，不是原文；原文：{law.official}"))


def answer_what_if(election: Election | None, polling_day: date, today: date) -> Answer:
    """Every deadline of a supposed polling day, and which of them can no longer be met.

    Raises NoAnswerError for a day whose law the pack lacks.
    """
    province = str(election.province or "") if election else ""
    statute = _reaching(Statute(polling_day, province, by_election=bool(election and election.by_election)))
    recorded = {str(step.event): step.exact for step in election.steps if step.exact} if election else {}
    published = {event: day for event, day in recorded.items() if day}
    current = of_election(Statute.of(election, today), election) if election else ()
    now = {deadline.rule.id: deadline.day for deadline, _ in current}
    rows, lines = list[Row](), list[str]()
    if earliest := earliest_polling_day(statute, published):
        day, rule = earliest
        lines.append(f"按已经公布的内容，最早可以在 {written(day)} 投票（由“{rule.title}”决定）")
    for deadline in deadlines(statute, {**published, POLLING_DAY: polling_day}):
        state = _state(deadline, published.get(deadline.event), today)
        rows.append({**_row(deadline), "before": _iso(now.get(deadline.rule.id)), "state": state})
        before = now.get(deadline.rule.id)
        moved = f"，原来是 {before}" if before and before != deadline.day else ""
        lines.append(f"{_line(deadline)}：{state}{moved}")
    return Answer(tuple(rows), tuple(lines))


REMEDIES = ("objection-filed", "objection-decided", "voter-suit-filed", "voter-suit-judged")


def answer_remedies(posted: date, polling_day: date) -> Answer:
    """The voter's own last days, from the day a list was posted: to object, to be answered, to sue, to be judged.

    Raises NoAnswerError for a day whose law the pack lacks.
    """
    days = {POLLING_DAY: polling_day, "voter-list-published": posted}
    last = {
        deadline.event: deadline for deadline in deadlines(Statute(polling_day), days) if deadline.event in REMEDIES
    }
    if not last:
        raise NoAnswerError(f"{polling_day} 施行的选举法，这里没有收录")  # noqa: EM102, TRY003  # one place
    lines = [*map(_line, last.values())]
    if last["objection-decided"].day > last["voter-suit-filed"].day:
        lines.append("名单公布得晚：处理申诉的最后一天在起诉的最后一天以后，申诉和起诉要抓紧。")
    return Answer(tuple(map(_row, last.values())), tuple(lines))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _state(deadline: Deadline, recorded: date | None, today: date) -> str:
    if deadline.forbidden:
        return "当天不得进行"
    if recorded:
        return "已经做了，按时" if not deadline.breached(recorded) else "已经做了，晚于期限"
    return "来不及了" if deadline.day < today else f"还有 {(deadline.day - today).days} 天"


def answer_rules() -> Answer:
    """Every rule of law: id, title, its article in each version."""
    rows = []
    for rule in legal_rules().values():
        law = laws()[str(rule.law)]
        row = {"id": str(rule.id), "kind": str(rule.kind), "title": str(rule.title), "law": str(law.short)}
        rows.append(row | {"articles": _where(law, rule.articles)})
    return Answer(tuple(rows), tuple(f"{row['id']} {row['title']}（{row['law']} {row['articles']}）" for row in rows))


def _where(law: Law, articles: Mapping[str, Provision]) -> str:
    return "，".join(f"{version} 年第 {at.article} {law.unit or '条'}" for version, at in articles.items())
