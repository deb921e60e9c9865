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
    several = (page for page in made(subject, edition) if page.address.startswith(below))
    return {page.address: parser.parseFragment(render(page)) for page in several}


@ALL
def test_the_page_of_each_constituency_says_what_its_votes_came_to(setting: Setting) -> None:
    shown = pages(setting, "constituencies")
    assert {one.slug: wrong for one in drawn()[setting.name] if (wrong := page_differs(one, shown[address(one)]))} == {}


@ALL
def test_the_notices_of_each_constituency_say_what_its_votes_came_to(setting: Setting) -> None:
    shown = pages(setting, "sheets")
    several = {one.slug: (one, reading.notices(shown[f"{address(one)}notices/"])) for one in drawn()[setting.name]}
    wrong = {slug: told for slug, (one, notices) in several.items() if (told := notices_differ(one, notices))}
    assert wrong == {}


@ALL
def test_posters_and_results_say_of_each_constituency_what_its_page_says(setting: Setting) -> None:
    posters, results = pages(setting, "posters", "areas/"), pages(setting, "results")
    wrong: Wrong = {}
    for one in drawn()[setting.name]:
        state = wanted.state(one)
        said = reading.poster(posters[f"{address(one)}poster/"])
        if state and f"{state}。" not in said:
            wrong[f"{one.slug} poster"] = (said, state)
        judged = oracle.term(one, setting.today)
        if not judged:
            continue
        row = reading.results_of_area(results[f"results/{one.slug}/"])[address(one).split("/")[2]]
        names = "、".join(oracle.elected(judged))
        nobody = "没有记录" if oracle.standing(one, judged) == "unknown" else "没有人当选"
        if row != reading.Row(names or nobody, state):
            wrong[one.slug] = (row, names or nobody, state)
    assert wrong == {}


@ALL
def test_the_results_as_a_whole_count_no_void_vote(setting: Setting) -> None:
    read = reading.results(pages(setting, "results")["results/"])
    for slug, level in LEVELS.items():
        several = [(one, oracle.term(one, setting.today)) for one in drawn()[setting.name] if one.level == level]
        stands = {one.slug: oracle.standing(one, judged) for one, judged in several}
        elected = sum(len(oracle.elected(judged)) for _, judged in several)
        assert read[slug].elected == ("没有全部记录" if "unknown" in stands.values() else f"{elected:,}名")
        assert read[slug].open == {name for name, state in stands.items() if state in ("void", "tied", "short")}
        came = [figures for one, judged in several if (figures := _took_part(one, judged))]
        voters, participants = (sum(figures) for figures in zip(*came, strict=True))
        assert read[slug].turnout == f"登记选民{voters:,}名，参加投票{participants:,}名"


def _took_part(one: Constituency, judged: list[Judged]) -> tuple[int, int] | None:
    """The voters and those of them who came to the vote that the election rests on, if it is not void."""
    whole = [vote for vote in judged if vote.kind in ("first", "repeat")]
    figure = whole[-1].count.participants if whole and whole[-1].count and not whole[-1].void else None
    if figure is None or figure.exact is None or one.voters.exact is None:
        return None
    return one.voters.exact, figure.exact


@ALL
def test_votes_to_come_and_results_to_publish_are_in_the_list_of_what_is_due(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = checked().folders[setting.name]
    main(["due", str(folder), "--today", str(setting.today), "--days", str(SOON), "--format", "json"])
    names = {*wanted.KINDS.values(), "补选", "推迟的投票", *(f"公布{name}" for name in RESULTS)}
    tasks = [task for task in json.loads(capsys.readouterr().out) if task["what"] in names]
    told = {(task["day"], task["what"], task["file"].removeprefix(f"{folder}/")) for task in tasks}
    due = {(day, what, one) for one in drawn()[setting.name] for day, what in (*_coming(one), *_to_publish(one))}
    soon = {(str(day), what, f"areas/{one.slug}.yml") for day, what, one in due if (day - setting.today).days <= SOON}
    assert told == soon


def _coming(one: Constituency) -> Iterator[tuple[date, str]]:
    """The votes from today on."""
    today, judged = one.setting.today, oracle.term(one, one.setting.today)
    for vote in one.reruns:
        if vote.day and vote.day >= today and judged and not vote.count:
            yield vote.day, wanted.KINDS[oracle.next_kind(judged[-1])]
    yield from ((vote.day, "补选") for vote in one.by_elections if vote.day and not vote.count)
    if one.postponed and not one.first and one.held >= today:
        yield one.held, "推迟的投票"


def _to_publish(one: Constituency) -> Iterator[tuple[date, str]]:
    """The last days for results that are not public yet."""
    limit = oracle.published_by(one, one.polling_until or one.held)
    if limit and not one.reruns and not ("result_list" in one.lists and oracle.is_public(one, one.setting.today)):
        yield limit, f"公布{RESULTS[0]}"
    for name, votes in zip(RESULTS[1:], (one.reruns, one.by_elections), strict=True):
        for vote in votes:
            last = oracle.published_by(one, vote.day) if vote.day else None
            if last and not (vote.published and vote.published <= one.setting.today):
                yield last, f"公布{name}"


@ALL
def test_the_home_page_counts_what_the_oracle_counts(setting: Setting) -> None:
    said = text(pages(setting, "home")[""])
    stands = Counter(oracle.standing(one, oracle.term(one, setting.today)) for one in drawn()[setting.name])
    published = sum(
        oracle.is_public(one, setting.today) and "result_list" in one.lists for one in drawn()[setting.name]
    )
    waiting = sum(bool(one.postponed) and not one.first for one in drawn()[setting.name])
    later = f"；{waiting}个推迟投票，还没有结果" if waiting else ""
    told = f"{sum(stands.values())}个选区里，{published}个已经公布结果，其中{stands['void']}个选举无效"
    assert f"{told}、{stands['short'] + stands['tied']}个没有选满{later}。" in said
