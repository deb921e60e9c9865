"""Every kind of record as of a day: the day before, the day, the day after; and what was shown once stays shown."""

from collections.abc import Callable
from datetime import date

import pytest

from huanjie.content.records import Records
from huanjie.model.areas import Area
from huanjie.model.base import Record
from huanjie.model.bodies import Body
from huanjie.model.corrections import Correction
from huanjie.model.coverage import Coverage
from huanjie.model.discipline import Discipline
from huanjie.model.election import Election
from huanjie.model.meetings import Meeting
from huanjie.model.notices import Notice
from huanjie.model.policies import Policy
from huanjie.model.questions import Question
from huanjie.model.sources import Source
from huanjie.model.stories import Story
from huanjie.model.structure import Structure
from tests.conftest import FIXTURES, Write
from tests.support.as_of import AFTER, DAY, OVER, POLLING, SINCE, Files, Told, shown
from tests.support.towns import ELECTION, constituency, election, town

MEETING = "title: 会\nsort: 推进会\nsummary: 开过了。\nsource: report\n"
SOURCES = (FIXTURES / "smallest" / "sources.yml").read_text("utf-8")
STRUCTURE = "- {id: sex, level: 县级, by: 性别, parts: [{name: 男, count: 12}], source: report"


def there(kind: type[Record]) -> Callable[[Records], object]:
    """Whether there is a record of a kind."""
    return lambda records: bool(records.of(kind))


def one(text: str, path: str) -> Files:
    return {path: text}


@pytest.mark.parametrize(
    ("files", "day", "told", "seen"),
    [
        (one("title: 问？\ntopic: 其他\nasked_on: 2016-06-15\n", "questions/a.yml"), DAY, SINCE, there(Question)),
        (
            one("title: 问？\ntopic: 其他\nshort: 能。\nanswered_on: 2016-06-15\n", "questions/a.yml"),
            DAY,
            (None, "能。", "能。"),
            lambda records: records.of(Question)[0].short,
        ),
        (one("title: 告\nissuer: 会\nposted_on: 2016-06-15\ntext: 文。\n", "notices/a.yml"), DAY, SINCE, there(Notice)),
        (
            one("title: 文\nsummary: 讲。\npublished: 2016-06-15\npassages: 文。\nsource: report\n", "stories/a.yml"),
            DAY,
            SINCE,
            there(Story),
        ),
        (
            one("title: 案\nsort: 方案\nissued_on: 2016-06-15\nsummary: 讲。\nsource: report\n", "policies/a.yml"),
            DAY,
            SINCE,
            there(Policy),
        ),
        (
            one(f"{MEETING}date: 2016-07-10\nannounced: 2016-06-15\nnotice: 来。\n", "meetings/a.yml"),
            DAY,
            (None, "来。", "来。"),
            lambda records: records.get(Meeting, "a").summary if "a" in records.by_kind["meetings"] else None,
        ),
        (
            one(f"{MEETING}date: 2016-06-15\nannounced: 2016-06-01\n", "meetings/a.yml"),
            DAY,
            ("会议还没有召开。", "开过了。", "开过了。"),
            lambda records: records.get(Meeting, "a").summary,
        ),
        (
            one(f"{MEETING}date: 2016-06-10\nminutes: 2016-06-15\n", "meetings/a.yml"),
            DAY,
            ("会议已经开过，记录还没有公布。", "开过了。", "开过了。"),
            lambda records: records.get(Meeting, "a").summary,
        ),
        (
            one(
                f"{MEETING}date: 2016-06-01\ndecisions: [{{text: 定, outcome: {{text: 办, day: 2016-06-15}}}}]\n",
                "meetings/a.yml",
            ),
            DAY,
            SINCE,
            lambda records: records.get(Meeting, "a").decisions[0].outcome is not None,
        ),
        (
            one(
                "- {id: a, title: 登, theme: progress, unit: 台, due: unknown, channel: 报纸, published: 2016-06-15}",
                "coverage.yml",
            ),
            DAY,
            SINCE,
            lambda records: bool(records.of(Coverage)[0].published),
        ),
        (
            one("- {id: a, day: 2016-06-15, record: sources/report, was: 甲, now: 乙, reason: 错}", "corrections.yml"),
            DAY,
            SINCE,
            there(Correction),
        ),
        (one(f"{STRUCTURE}, published: 2016-06-15}}", "structure.yml"), DAY, SINCE, there(Structure)),
        (one(f"{STRUCTURE}}}", "structure.yml"), POLLING, OVER, there(Structure)),
        (
            one(
                "summary: 纪\nsource: report\ncases: [{title: 拉票, published: 2016-06-15, what: 拉。}]",
                "discipline.yml",
            ),
            DAY,
            SINCE,
            lambda records: bool(records.of(Discipline)[0].cases),
        ),
        (
            one(
                "- {id: a, title: 会, sort: 其他, level: 县级, members: {name: 孙, left: 2016-06-15}, source: report}",
                "bodies.yml",
            ),
            DAY,
            SINCE,
            lambda records: bool(records.of(Body)[0].members[0].left),
        ),
        (
            one(f"{SOURCES}- {{id: later, label: 后, summary: 后。, published_on: 2016-06-15}}\n", "sources.yml"),
            DAY,
            SINCE,
            lambda records: "later" in {source.slug for source in records.of(Source)},
        ),
        (
            election(more="  - {of: 登记选民, value: 900, published: 2016-06-15}\n"),
            DAY,
            SINCE,
            lambda records: len(records.one(Election).totals) > 1,
        ),
        (
            election(more="polling: {points: [投了。], source: report}\n"),
            POLLING,
            SINCE,
            lambda records: records.one(Election).polling is not None,
        ),
        (
            election(", review: {day: 2016-07-15, by: 区人大}"),
            AFTER,
            SINCE,
            lambda records: records.one(Election).congresses[0].review is not None,
        ),
        (
            election(", review: {day: unknown, by: 区人大}"),
            POLLING,
            OVER,
            lambda records: records.one(Election).congresses[0].review is not None,
        ),
        (
            town(review="{day: unknown, by: 镇人大}"),
            POLLING,
            OVER,
            lambda records: records.of(Area)[0].review is not None,
        ),
        (
            town(constituency(), joint_results="[{constituencies: town/county-1, published: 2016-07-15}]"),
            AFTER,
            SINCE,
            lambda records: bool(records.of(Area)[0].joint_results),
        ),
        (
            town(constituency(), joint_results="[{constituencies: town/county-1}]"),
            POLLING,
            OVER,
            lambda records: bool(records.of(Area)[0].joint_results),
        ),
    ],
)
def test_a_record_is_shown_from_its_day(
    folder: Write, files: Files, day: date, told: Told, seen: Callable[[Records], object]
) -> None:
    assert shown(folder, files, day, seen) == told


def test_a_step_to_come_has_no_day_yet(folder: Write) -> None:
    seen = shown(folder, {"election.yml": ELECTION}, date(2016, 6, 10), lambda it: bool(it.one(Election).steps[1].day))
    assert seen == SINCE
