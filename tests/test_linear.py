"""No text takes the square of its time: the worst strings that a search found, ten times as long, in at most 15 times.

The strings were found by trying, for every pattern and every function here, its own characters, words and beginnings,
alone and in pairs, over and over. What is measured is the processor's time, not the clock's, as often as it takes to
see it; what is done in no time at all is not measured.
"""

import faulthandler
import gc
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from time import process_time

import pytest
from markupsafe import Markup, escape

from huanjie.checks import CHECKS, Check
from huanjie.checks.report import check_folder
from huanjie.content.fixes import fixed
from huanjie.content.loading import load
from huanjie.content.reading import reading
from huanjie.content.records import Records
from huanjie.findings import as_text
from huanjie.imports.reports.cleaning import clean
from huanjie.imports.reports.decoding import decode
from huanjie.imports.reports.speakers import Floor
from huanjie.imports.tables.sheets import UnreadableError, sheets
from huanjie.imports.tables.values import RefusedError, value_of
from huanjie.law import Statute
from huanjie.law.citations import citations
from huanjie.law.references import filled
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.pages import Edition, plan
from huanjie.pages.law.glossary import Words
from huanjie.pages.shared.phones import dialling
from huanjie.pages.shared.prose import inline, plain, prose
from huanjie.pages.shared.rendering import render
from huanjie.search.index.folding import fold
from huanjie.search.index.postings import of_text
from huanjie.search.index.sections import sections
from huanjie.search.index.terms import name_terms, terms
from huanjie.yaml_text.changes import diff
from huanjie.yaml_text.editing import fields
from tests.conftest import Write
from tests.support.linear import FIRST, LARGE, MOST, NO_TIME, SMALL, TEXTS, Make, over

pytestmark = pytest.mark.build  # half a minute of the processor's time
MUCH_TIME = 1.0  # seconds for 10 KB: even in a straight line, 1 MB would take minutes
HANGS = 600  # seconds after which the tests end where they are: what should take one would take years
SEEN = 0.02  # seconds in which what is small is done often enough to be measured
TODAY = date(2016, 7, 1)
MEETING = "meetings/2016-05-31.yml"

Work = Callable[[str], object]


def numbered(line: str, before: str = "", times: int = 1) -> Make:
    """Lines that each have a number of their own in the place of {}, all of them so many times."""

    def make(size: int) -> str:
        return before + "".join(line.format(number) for number in range(size // len(line) // times)) * times

    return make


def seconds(work: Work, text: str, least: float) -> float:
    """The processor's time for one call, of so many that they take at least so long together."""
    gc.disable()  # as a run of ours does
    faulthandler.dump_traceback_later(HANGS, exit=True, file=sys.__stderr__ or 2)
    try:
        began, calls, taken = process_time(), 0, -1.0
        while taken < least:
            work(text)
            calls, taken = calls + 1, process_time() - began
    finally:
        faulthandler.cancel_dump_traceback_later()
        gc.enable()
    return taken / calls


def grows_evenly(work: Work, make: Make) -> bool:
    """Whether ten times as much takes at most 15 times as long: once in five is enough, for others use the machine."""
    small, large = make(SMALL), make(LARGE)
    work(make(FIRST))  # what is made once is made here
    least = seconds(work, small, 0)
    if least > MUCH_TIME:
        return False
    most = seconds(work, large, 0)
    for _ in range(5):
        if most < NO_TIME:
            return True
        least = min(least, seconds(work, small, SEEN))
        if most < MOST * least:
            return True
        most = min(most, seconds(work, large, 0))
    return False


def read(text: str) -> None:
    """Read a record and show what was found, as `huanjie check` does."""
    found = reading((MEETING, text.encode())).findings
    as_text(found, lambda _: text.split("\n"))


def paragraph(text: str) -> Markup:
    return Markup(f"<p>{escape(text)}</p>")  # noqa: S704  # as prose gives it


def decoded(text: str) -> None:
    clean(decode(text.encode()))


def table(text: str) -> None:
    with suppress(UnreadableError):
        sheets("x.csv", f"选区,{text}".encode())


def cell(text: str) -> None:
    with suppress(RefusedError):
        value_of(Constituency, "covers", text)


def spoken(text: str) -> None:
    Floor().rest(text, text)
    Floor().clause(text)


FILES = {
    "brackets without end on lines": over("\n{{", "title: "),
    "brackets without end": over("[", "title: "),
    "a list in brackets without end": over("x, ", "title: ["),
    "spaces in a text that goes wrong": over(" ", "title: {a", "b\n"),
    "spaces in quotes without end": over(" ", 'title: a\n b: "c', "d"),
    "blank lines": over("\n", "title: a", "b"),
    "lines that go on": over("  b\n", "title: a\n"),
    "quotes without end, fields below": over("c: d\n", 'title: "b\n'),
    "fields in quotes": over(" b: c\n", 'title: "x\n', '"'),
    "fields twice": numbered("k{}: 1\n", times=2),
    "one field over and over": over("title: a\n"),
    "unknown fields": numbered("k{}: 1\n"),
    "fields with no space": numbered("k{}:1\n"),
    "full-width colons": numbered("k{}：1\n"),
    "full-width spaces": over("\u3000b: 1\n", "title: a\n"),
    "lines taken for text": over("    · b\n", "title:\n  - x\n"),
    "dashes": over("- ", "title: "),
    "dashes on lines": over("- - - x\n"),
    "dashes without a space": over("-a: b\n"),
    "the same in a list": over("  - same thing\n", "title:\n"),
    "comments that cut": over("a: b #c\n"),
    "signs of a comment": over(" #x # ", "title: b"),
    "anchors": numbered("k{}: &a x\n"),
    "tags": numbered("k{}: !x y\n"),
    "merged": over("<<: {a: b}\n"),
    "keys over several lines": over("? a\n"),
    "tabs": over("\tb\tc\n", "title:\n"),
    "what is not seen": over("\u200b", "title: "),
    "control characters": over("\x01\u200b\u202e\n", "title: "),
    "wide blanks before a field": over("\u3000 ", "title: a\n", "b："),
    "a long name": over("a", "", ": 1\n"),
    "a long day": over("十", "date: "),
    "a long name of a person": over("主任", "chair: "),
    "a long address": over("a.", "source: http://"),
    "a long count": over("1,", "attendance: {present: ", "1}"),
}


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_a_file_is_read_in_linear_time(make: Make) -> None:
    assert grows_evenly(read, make)


def test_a_file_is_put_right_in_linear_time() -> None:
    def fix(text: str) -> None:
        fixed(MEETING, text.encode())

    assert grows_evenly(fix, over("\u3000b: 1\n", "title: a\n"))
    assert grows_evenly(fix, over(" ", "title: {a", "b\n"))


# Records that say a text where people write sentences.
SAYING = {
    "meetings/2016-06-02.yml": (
        "title: 会\ndate: 2016-06-02\nsort: 推进会\nsummary: {0}\nnote: {0}\nsource: report\nthemes: progress\n"
    ),
    "notices/no-1.yml": "title: 公告\nissuer: 选举委员会\nposted_on: 2016-06-02\nthemes: progress\ntext: {0}\n",
    "questions/asked.yml": (
        "title: 问？\ntopic: 登记\nshort: {0}\nanswer: {0}\nasked_on: 2016-06-02\nanswered_on: 2016-06-03\n"
        "answered_by: 办公室\nthemes: progress\nsource: report\n"
    ),
}
FUNCTIONS: dict[str, Work] = {
    "prose": prose,
    "inline": inline,
    "plain": plain,
    "telephones": lambda text: dialling(paragraph(f"{text}0931-8880000"), ("09318880000",)),
    "words explained": lambda text: Words().mark(paragraph(f"{text}选民")),
    "citations": lambda text: [*citations(f"{text}第一条", Statute(TODAY))],
    "references": lambda text: filled(text, Statute(TODAY)),
    "sections": sections,
    "folding": fold,
    "terms": terms,
    "terms of a name": name_terms,
    "the index": lambda text: of_text(text[:100], (), paragraph(text), ()),
    "writing": lambda text: fields({"a": text, "b": [text]}, 0),
    "decoding": decoded,
    "who speaks": spoken,
    "a table": table,
    "a list in a cell": cell,
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("work", FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_text_is_worked_on_in_linear_time(work: Work, make: Make) -> None:
    assert grows_evenly(work, make)


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_every_check_looks_at_a_text_in_linear_time(folder: Write, make: Make) -> None:
    """Each check of its own, on records in which a meeting, a notice and an area say the text."""
    content = folder({})

    def records_with(text: str) -> Records:
        typed = json.dumps(f"{text}。", ensure_ascii=False)
        for name, record in SAYING.items():
            (content / name).parent.mkdir(exist_ok=True)
            (content / name).write_text(record.format(typed), "utf-8")
        return load(content)[0]

    known = {size: records_with(make(size - FIRST)) for size in (FIRST, SMALL, LARGE)}
    for check in CHECKS.values():

        def run(size: str, check: Check = check) -> None:
            records = known[len(size)]
            sum(1 for _ in check.find(records, Statute.of(records.one(Election), TODAY), TODAY))

        assert grows_evenly(run, lambda size: " " * size), check.id


def test_a_change_of_every_record_is_shown_in_linear_time() -> None:
    def change(text: str) -> None:
        [*diff(text.split("\n"), text.replace("seats: 1", "seats: 2").split("\n"), "", "")]

    assert grows_evenly(change, numbered("- number: {}\n  level: 县级\n  seats: 1\n"))


LISTS = {  # what a list says over and over, in which record, and the pages that show it
    "totals": (
        "election.yml",
        "  - {{of: 代表, level: 县级, area: 乡镇, value: {0}}}\n  - {{of: 代表, value: {0}}}\n",
        ("", "progress/"),
    ),
    "members": (
        "bodies.yml",
        "    - {{name: 王{0}, posts: 委员{0}}}\n",
        ("bodies/", "bodies/committee/"),
    ),
}
BODY = "- id: committee\n  title: 选举委员会\n  sort: 选举委员会\n  level: 县级\n  source: report\n  members:\n"


@pytest.mark.parametrize(("file", "line", "addresses"), LISTS.values(), ids=LISTS)
def test_pages_that_show_a_list_are_made_in_linear_time(
    folder: Write, file: str, line: str, addresses: tuple[str, ...]
) -> None:
    content = folder({})
    before = (content / file).read_text("utf-8") if (content / file).exists() else BODY

    def edition_with(size: int) -> Edition:
        (content / file).write_text(numbered(line, before)(size), "utf-8")
        return Edition.of(check_folder(content, TODAY))

    known = {size: edition_with(size) for size in (FIRST, SMALL, LARGE)}

    def show(size: str) -> None:
        for planned in plan(known[len(size)]):
            if planned.address in addresses:
                render(planned.page)

    assert grows_evenly(show, lambda size: " " * size)
