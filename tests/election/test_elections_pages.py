"""The pages of two thousand elections, read by their structure: each says of every vote what the oracle says."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest

from district.elections.generate import SETTINGS
from district.elections.records import Constituency, Setting
from huanjie.__main__ import main
from huanjie.pages import Edition
from huanjie.pages.shared.rendering import render
from tests.support import election_oracle as oracle
from tests.support import election_sentences as wanted
from tests.support import elections_read as reading
from tests.support.election_oracle import Judged
from tests.support.elections import Wrong, address, notices_differ, page_differs
from tests.support.elections_drawn import checked, drawn
from tests.support.pages import made, text

ALL = pytest.mark.parametrize("setting", SETTINGS, ids=[setting.name for setting in SETTINGS])
LEVELS = {"county": "县级", "township": "乡级"}
RESULTS = ("选举结果", "再投一次票的结果", "补选结果")
SOON = 9  # days
pytestmark = pytest.mark.build


@cache
def pages(setting: Setting, subject: str, below: str = "") -> dict[str, Element]:
    """The pages of a subject by their addresses, or those below one."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    edition = Edition.of(checked().reports[setting.name])
    selected = (page for page in made(subject, edition) if page.address.startswith(below))
    return {page.address: parser.parseFragment(render(page)) for page in selected}


@ALL
def test_the_page_of_each_constituency_says_what_its_votes_came_to(setting: Setting) -> None:
    by_address = pages(setting, "constituencies")
    assert {
        case.slug: wrong for case in drawn()[setting.name] if (wrong := page_differs(case, by_address[address(case)]))
    } == {}


@ALL
def test_the_notices_of_each_constituency_say_what_its_votes_came_to(setting: Setting) -> None:
    by_address = pages(setting, "sheets")
    cases = {
        case.slug: (case, reading.notices(by_address[f"{address(case)}notices/"])) for case in drawn()[setting.name]
    }
    wrong = {
        slug: differences for slug, (case, notices) in cases.items() if (differences := notices_differ(case, notices))
    }
    assert wrong == {}


@ALL
def test_posters_and_results_say_of_each_constituency_what_its_page_says(setting: Setting) -> None:
    posters, results = pages(setting, "posters", "areas/"), pages(setting, "results")
    wrong: Wrong = {}
    for case in drawn()[setting.name]:
        state = wanted.state(case)
        said = reading.poster(posters[f"{address(case)}poster/"])
        if state and f"{state}。" not in said:
            wrong[f"{case.slug} poster"] = (said, state)
        judged = oracle.term(case, setting.today)
        if not judged:
            continue
        row = reading.results_of_area(results[f"results/{case.slug}/"])[address(case).split("/")[2]]
        names = "、".join(oracle.elected(judged))
        nobody = "没有记录" if oracle.standing(case, judged) == "unknown" else "没有人当选"
        if row != reading.Row(names or nobody, state):
            wrong[case.slug] = (row, names or nobody, state)
    assert wrong == {}


@ALL
def test_the_results_as_a_whole_count_no_void_vote(setting: Setting) -> None:
    read = reading.results(pages(setting, "results")["results/"])
    for slug, level in LEVELS.items():
        cases = [(case, oracle.term(case, setting.today)) for case in drawn()[setting.name] if case.level == level]
        stands = {case.slug: oracle.standing(case, judged) for case, judged in cases}
        elected = sum(len(oracle.elected(judged)) for _, judged in cases)
        assert read[slug].elected == ("没有全部记录" if "unknown" in stands.values() else f"{elected:,}名")
        assert read[slug].open == {name for name, state in stands.items() if state in ("void", "tied", "short")}
        came = [figures for case, judged in cases if (figures := _took_part(case, judged))]
        voters, participants = (sum(figures) for figures in zip(*came, strict=True))
        assert read[slug].turnout == f"登记选民{voters:,}名，参加投票{participants:,}名"


def _took_part(case: Constituency, judged: list[Judged]) -> tuple[int, int] | None:
    """The voters and those of them who came to the vote that the election rests on, if it is not void."""
    whole = [vote for vote in judged if vote.kind in ("first", "repeat")]
    figure = whole[-1].count.participants if whole and whole[-1].count and not whole[-1].void else None
    if figure is None or figure.exact is None or case.voters.exact is None:
        return None
    return case.voters.exact, figure.exact


@ALL
def test_votes_to_come_and_results_to_publish_are_in_the_list_of_what_is_due(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = checked().folders[setting.name]
    main(["due", str(folder), "--today", str(setting.today), "--days", str(SOON), "--format", "json"])
    names = {*wanted.KINDS.values(), "补选", "推迟的投票", *(f"公布{name}" for name in RESULTS)}
    tasks = [task for task in json.loads(capsys.readouterr().out) if task["what"] in names]
    listed = {(task["day"], task["what"], task["file"].removeprefix(f"{folder}/")) for task in tasks}
    due = {(day, what, case) for case in drawn()[setting.name] for day, what in (*_coming(case), *_to_publish(case))}
    soon = {(str(day), what, f"areas/{case.slug}.yml") for day, what, case in due if (day - setting.today).days <= SOON}
    assert listed == soon


def _coming(case: Constituency) -> Iterator[tuple[date, str]]:
    """The votes from today on."""
    today, judged = case.setting.today, oracle.term(case, case.setting.today)
    for vote in case.reruns:
        if vote.day and vote.day >= today and judged and not vote.count:
            yield vote.day, wanted.KINDS[oracle.next_kind(judged[-1])]
    yield from ((vote.day, "补选") for vote in case.by_elections if vote.day and not vote.count)
    if case.postponed and not case.first and case.held >= today:
        yield case.held, "推迟的投票"


def _to_publish(case: Constituency) -> Iterator[tuple[date, str]]:
    """The last days for results that are not public yet."""
    limit = oracle.published_by(case, case.polling_until or case.held)
    if limit and not case.reruns and not ("result_list" in case.lists and oracle.published(case, case.setting.today)):
        yield limit, f"公布{RESULTS[0]}"
    for name, votes in zip(RESULTS[1:], (case.reruns, case.by_elections), strict=True):
        for vote in votes:
            last = oracle.published_by(case, vote.day) if vote.day else None
            if last and not (vote.published and vote.published <= case.setting.today):
                yield last, f"公布{name}"


@ALL
def test_the_home_page_counts_what_the_oracle_counts(setting: Setting) -> None:
    said = text(pages(setting, "home")[""])
    stands = Counter(oracle.standing(case, oracle.term(case, setting.today)) for case in drawn()[setting.name])
    published = sum(
        "result_list" in case.lists and oracle.published(case, setting.today) for case in drawn()[setting.name]
    )
    waiting = sum(bool(case.postponed) and not case.first for case in drawn()[setting.name])
    later = f"；{waiting}个推迟投票，还没有结果" if waiting else ""
    counted = f"{sum(stands.values())}个选区里，{published}个已经公布结果，其中{stands['void']}个选举无效"
    assert f"{counted}、{stands['short'] + stands['tied']}个没有选满{later}。" in said
