"""`huanjie due`: what editors have to do now: past and not recorded, today, in the next days."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from huanjie import findings
from huanjie.checks.questions import PATIENCE
from huanjie.checks.report import check_folder
from huanjie.cli import CLEAN, FOUND, complain, hand_over, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.content.records import Records
from huanjie.election.agenda import coming_votes
from huanjie.election.calendar import still_voting
from huanjie.election.duties import duties
from huanjie.election.places import area_of
from huanjie.election.spans import begun, running
from huanjie.findings import escaping
from huanjie.law import Statute
from huanjie.law.deadlines import list_events, of_election
from huanjie.law.pack import events
from huanjie.model.areas import Area
from huanjie.model.coverage import Coverage
from huanjie.model.days import exact_day
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.questions import Question
from huanjie.system import clock
from huanjie.yaml_text import Place, shorten

HELP = "列出该做的事：过了期限没有记录的、今天的、今后几天的"
LONGEST = 60  # characters of what was decided
OVERDUE, TODAY, AHEAD = "overdue", "today", "ahead"


@dataclass(frozen=True)
class Task:
    """Something to do by a day: what, where, by which article, and where it is or will be recorded."""

    day: date
    what: str
    where: str
    at: Place
    article: str = ""

    @property
    def text(self) -> str:
        """The task in one line, without its place."""
        return f"{self.day} {self.what}：{self.where}" + (f"（{self.article}）" if self.article else "")


Groups = Mapping[str, Sequence[Task]]


def add(parser: Parser) -> None:
    """Say what may be written."""
    content, content_help = Path("content"), "内容文件夹；不写就是 content"
    parser.arguments.add_argument(
        "content", nargs="?", type=Path, default=content, metavar="CONTENT", help=content_help
    )
    parser.day("--today", "按哪一天算，如 2026-11-10；不写就是 election.yml 写的那天，或者今天")
    parser.arguments.add_argument("--days", type=_days, default=7, metavar="N", help="今后几天，如 14；不写就是 7")
    forms, forms_help = ("text", "json", "markdown"), "给人看、给程序看，或者贴进任务单"
    parser.arguments.add_argument("--format", choices=forms, default="text", help=forms_help)


def run(options: Namespace) -> int:
    """List what is to be done."""
    content: Path = options.content
    if not content.is_dir():
        return usage_error(f"没有内容文件夹“{content}”")
    report = check_folder(content, options.today or clock.today())
    if report.refused:
        complain(f"记录有错误，算不出该做的事：{findings.summary(report.findings)}。请先运行 huanjie check。")
        return FOUND
    today: date = options.today or report.today
    records = report.records.as_of(today, still_voting(report.records.one(Election), today))
    groups = grouped(tasks(records, Statute.of(records.one(Election), today), today), today, options.days)
    names = {OVERDUE: "过了期限没有记录", TODAY: f"今天（{today}）", AHEAD: f"今后 {options.days} 天"}
    if options.format == "json":
        hand_over(_json(groups, content))
    else:
        say(_text(groups, names, content, options.format))
    return CLEAN


def _days(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def grouped(tasks_due: Iterable[Task], today: date, days: int) -> Groups:
    """The tasks by group, each in the order of days and places; those that lie further ahead are left out."""
    groups: dict[str, list[Task]] = {OVERDUE: [], TODAY: [], AHEAD: []}
    for task in sorted(tasks_due, key=lambda task: (task.day, task.at, task.what)):
        left = (task.day - today).days
        if left <= days:
            groups[OVERDUE if left < 0 else AHEAD if left else TODAY].append(task)
    return groups


def tasks(records: Records, statute: Statute, today: date) -> Iterator[Task]:
    """Everything that has a day and is not done."""
    yield from _lists(records, statute, today)
    yield from _steps(records, statute, today)
    yield from _running(records, today)
    yield from _votes(records, statute, today)
    yield from _plan(records)
    yield from _decisions(records)
    yield from _questions(records)


def _lists(records: Records, statute: Statute, today: date) -> Iterator[Task]:
    for duty in duties(records, statute, today):
        if duty.state in ("unrecorded", "ahead"):
            where = f"{area_of(records, duty.constituency).heading}{duty.constituency.heading}"
            yield Task(duty.deadline.day, f"公布{duty.name}", where, duty.at, duty.deadline.cited.text)


def _running(records: Records, today: date) -> Iterator[Task]:
    """The last days of steps that go on, such as voter registration."""
    election = records.one(Election)
    for step, end in running(election.steps, today):
        yield Task(end, f"{events()[step.event].title}到这一天结束", str(election.area), step.until[0].at)


def _steps(records: Records, statute: Statute, today: date) -> Iterator[Task]:
    """The steps of the whole election; constituencies, once there are any, owe the lists."""
    election = records.one(Election)
    counted = any(area.constituencies for area in records.of(Area))
    listed = list_events(statute) if counted else ()
    for deadline, step in of_election(statute, election):
        recorded = step and (begun(step, today) or step.day.gaps)
        if events()[deadline.event].duty and deadline.event not in listed and not recorded:
            at = step.at if step else election.place_of("steps")
            yield Task(deadline.day, deadline.title, str(election.area), at, deadline.cited.text)


def _votes(records: Records, statute: Statute, today: date) -> Iterator[Task]:
    for vote in coming_votes(records, statute, today):
        where = f"{area_of(records, vote.constituency).heading}{vote.constituency.heading}"
        yield Task(vote.day, vote.name, where, vote.at, vote.article)


def _plan(records: Records) -> Iterator[Task]:
    for task in records.of(Coverage):
        due, settled = exact_day(task.due), bool(task.published or task.published.gaps or task.dropped)
        if due and not settled:
            yield Task(due, f"发布“{task.title}”（{task.channel}）", str(task.unit), task.due[0].at)


def _decisions(records: Records) -> Iterator[Task]:
    for meeting in records.of(Meeting):
        for decision in meeting.decisions:
            due = exact_day(decision.due)
            if due and decision.outcome is None:
                who = "、".join(decision.owner)
                where = f"{meeting.heading}，{who}负责" if who else meeting.heading
                yield Task(due, f"办“{shorten(decision.text.removesuffix('。'), LONGEST)}”", where, decision.due[0].at)


def _questions(records: Records) -> Iterator[Task]:
    for question in records.of(Question):
        asked_on = exact_day(question.asked_on)
        if asked_on and question.short is None and question.answer is None:
            day = asked_on + timedelta(days=PATIENCE)
            yield Task(day, f"答复“{question.title}”", f"{asked_on} 问的", question.asked_on[0].at)


def _place(task: Task, content: Path) -> str:
    return f"{(content / task.at.file).as_posix()}:{task.at.line}"


def _text(groups: Groups, names: Mapping[str, str], content: Path, form: str) -> str:
    """Every group that has tasks under its heading, in the requested form."""
    mark, line = ("## ", _ticked) if form == "markdown" else ("", _line)
    blocks = [
        "".join([f"{mark}{names[group]}：{len(group_tasks)} 件\n", *(line(task, content) for task in group_tasks)])
        for group, group_tasks in groups.items()
        if group_tasks
    ]
    return "\n".join(blocks) or f"没有过了期限的事，{names[TODAY]}和{names[AHEAD]}也没有要做的。\n"


def _line(task: Task, content: Path) -> str:
    return f"  {escaping.line(f'{task.text} {_place(task, content)}')}\n"


def _ticked(task: Task, content: Path) -> str:
    return f"- [ ] {escaping.markdown(task.text)} {escaping.code(_place(task, content))}\n"


def _json(groups: Groups, content: Path) -> str:
    rows = [
        {
            "group": group,
            "day": task.day.isoformat(),
            "what": task.what,
            "where": task.where,
            "article": task.article or None,
            "file": (content / task.at.file).as_posix(),
            "line": task.at.line,
        }
        for group, group_tasks in groups.items()
        for task in group_tasks
    ]
    return f"{escaping.as_json(rows)}\n"
