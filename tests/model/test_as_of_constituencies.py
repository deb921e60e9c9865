"""A constituency as of a day: each step the day before, the day, the day after; and what was shown stays shown."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huanjie.election.calendar import still_voting
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.results import Vote
from huanjie.yaml_text import Fields, read
from tests.conftest import Write
from tests.support.as_of import AFTER, DAY, OVER, POLLING, SINCE, Told
from tests.support.as_of import shown as around
from tests.support.towns import ELECTION, constituency, town

VOTE = "{tallies: [{name: 甲, votes: 500, elected: yes}]}"
BY_ELECTION = "[{seats: 1, reason: 调离, announced: 2016-07-15, day: 2016-07-30, tallies: [{name: 丙, votes: 9}]}]"

JUNE = st.integers(1, 30).map(lambda dom: f"2016-06-{dom:02}")
DAYS = (
    st.sampled_from(["unknown", "2016", "2016-06", "2016-07"])
    | JUNE
    | st.tuples(JUNE, JUNE).map(lambda two: f"[{{value: {two[0]}}}, {{value: {two[1]}}}]")
)
LISTS = ("voter_list", "nominees_list", "candidates_list", "result_list", "polling_day", "polling_until")
WITHIN = ("primary", "withdrew", "decided", "until", "rerun", "rerun_list", "announced", "by_election", "recall")
TALLIES = "tallies: [{name: 甲, votes: 9, elected: yes}]"


def typed(days: dict[str, str]) -> str:
    """A constituency with something at every step; a step without a day has none in the record."""

    def on(field: str, name: str) -> str:
        return f"{field}: {days[name]}, " if name in days else ""

    announced = on("announced", "announced") + on("day", "by_election")
    again = f"{on('day', 'rerun')}{on('result_list', 'rerun_list')}seats: 1, {TALLIES}"
    lines = {name: days.get(name, "") for name in LISTS} | {
        "voters": "900",
        "nominees": "[甲, 乙]",
        "primary": f"{{{on('day', 'primary')}tallies: [{{name: 甲, votes: 9}}]}}",
        "candidates": f"[甲, {{name: 乙, withdrew: {{day: {days.get('withdrew', 'unknown')}, reason: 病}}}}]",
        "workers": "[{name: 丁, role: 计票人}]",
        "vote": f"{{{TALLIES}}}",
        "reruns": f"[{{{again}}}]",
        "by_elections": f"[{{{announced}seats: 1, reason: 调离, {TALLIES}}}]",
        "recalls": f"[{{name: 甲, {on('day', 'recall')}recalled: yes}}]",
    }
    if "decided" in days:
        lines["postponed"] = f"{{decided_on: {days['decided']}, {on('until', 'until')}by: 会, reason: 雨}}"
    return f"title: 镇\nsort: 镇\nsource: report\nconstituencies:\n{constituency(**lines)}"


def shown(it: Constituency) -> set[str]:
    """Everything that a reader can see of the steps, the vote and what followed."""
    told = {name for name in (*LISTS[:4], "voters", "nominees", "vote", "workers", "postponed") if getattr(it, name)}
    told |= {f"{candidate.name} stands" for candidate in it.candidates}
    told |= {f"{candidate.name} withdrew" for candidate in it.candidates if candidate.withdrew}
    told |= {"primary"} if it.primary and it.primary.tallies else set()
    told |= {"recall"} if it.recalls else set()
    return told | counted("rerun", it.reruns) | counted("by-election", it.by_elections)


def counted(name: str, several: tuple[Vote, ...]) -> set[str]:
    return {name for _ in several} | {f"{name} counted" for vote in several if vote.tallies}


def known(it: Constituency, day: date, polling_day: date | None) -> Constituency:
    """The constituency as known on a day, where all others vote on another, or nobody knows on which."""
    value = read("election.yml", ELECTION.replace("2016-06-28", str(polling_day or "unknown")).encode())
    assert isinstance(value, Fields), value
    return it.as_of(day, still_voting(Election.model_validate(value), day))


@given(
    st.dictionaries(st.sampled_from([*LISTS, *WITHIN]), DAYS),
    st.none() | st.integers(1, 30).map(lambda dom: date(2016, 6, dom)),
    st.dates(date(2016, 5, 25), date(2016, 8, 5)),
    st.integers(0, 60),
)
def test_what_is_shown_stays_shown(days: dict[str, str], polling_day: date | None, first: date, later: int) -> None:
    value = read("areas/town.yml", typed(days).encode())
    assert isinstance(value, Fields), value
    it = Area.model_validate(value).constituencies[0]
    then = first + timedelta(later)
    assert shown(known(it, first, polling_day)) <= shown(known(it, then, polling_day))
    assert shown(known(it, then, polling_day)) <= shown(it)


@given(st.dictionaries(st.sampled_from(WITHIN), DAYS), st.dates(date(2016, 5, 25), date(2016, 6, 28)))
def test_nothing_that_came_out_of_the_vote_is_shown_before_it_is_over(days: dict[str, str], today: date) -> None:
    days.pop("decided", None)  # a postponed vote is over on another day
    value = read("areas/town.yml", typed(days).encode())
    assert isinstance(value, Fields), value
    it = Area.model_validate(value).constituencies[0]
    it = known(it, today, date(2016, 6, 28))
    assert shown(it) & {"vote", "workers", "rerun", "by-election", "recall"} == set()


def votes(several: tuple[Vote, ...]) -> list[list[str]]:
    """Who has votes in each of several votes."""
    return [[str(tally.name) for tally in vote.tallies] for vote in several]


@pytest.mark.parametrize(
    ("lines", "day", "told", "seen"),
    [
        ({"voter_list": "2016-06-15", "voters": "900"}, DAY, SINCE, lambda it: bool(it.voter_list and it.voters)),
        ({"nominees_list": "2016-06-15", "nominees": "[甲]"}, DAY, SINCE, lambda it: bool(it.nominees)),
        ({"candidates_list": "2016-06-15", "candidates": "[甲]"}, DAY, SINCE, lambda it: bool(it.candidates)),
        (
            {"primary": "{day: 2016-06-15, tallies: [{name: 甲, votes: 9}]}"},
            DAY,
            OVER,
            lambda it: bool(it.primary.tallies),
        ),
        (
            {"candidates": "[{name: 甲, withdrew: {day: 2016-06-22, reason: 病}}]"},
            date(2016, 6, 22),
            ("甲", "", ""),
            lambda it: "".join(person.name for person in it.standing),
        ),
        ({"vote": VOTE, "result_list": "2016-06-30"}, date(2016, 6, 30), SINCE, lambda it: it.vote is not None),
        ({"vote": VOTE}, POLLING, OVER, lambda it: it.vote is not None),
        ({"vote": VOTE, "polling_until": "2016-06-29"}, date(2016, 6, 29), OVER, lambda it: it.vote is not None),
        (
            {"vote": VOTE, "postponed": "{decided_on: 2016-06-20, by: 会, reason: 桥断了, until: 2016-07-15}"},
            AFTER,
            OVER,
            lambda it: it.vote is not None,
        ),
        (
            {
                "polling_day": "2016-07-15",
                "polling_until": "2016-07-16",
                "postponed": "{decided_on: 2016-06-22, by: 会, reason: 桥断了, until: 2016-07-15}",
            },
            date(2016, 6, 22),
            SINCE,
            lambda it: bool(it.postponed or it.polling_day or it.polling_until),
        ),
        (
            {"reruns": "[{day: 2016-07-15, seats: 1, tallies: [{name: 乙, votes: 9}]}]"},
            AFTER,
            ([[]], [[]], [["乙"]]),
            lambda it: votes(it.reruns),
        ),
        (
            {"reruns": "[{day: 2016-07, result_list: 2016-07-15, seats: 1, tallies: [{name: 乙, votes: 9}]}]"},
            AFTER,
            ([[]], [["乙"]], [["乙"]]),
            lambda it: votes(it.reruns),
        ),
        (
            {"reruns": "[{day: 2016-07, seats: 1, tallies: [{name: 乙, votes: 9}]}]"},
            date(2016, 7, 1),
            ([[]], [["乙"]], [["乙"]]),
            lambda it: votes(it.reruns),
        ),
        ({"by_elections": BY_ELECTION}, AFTER, ([], [[]], [[]]), lambda it: votes(it.by_elections)),
        (
            {"by_elections": BY_ELECTION},
            date(2016, 7, 30),
            ([[]], [[]], [["丙"]]),
            lambda it: votes(it.by_elections),
        ),
        (
            {"by_elections": "[{seats: 1, reason: 调离}]"},  # nobody knows when: not before anybody was elected
            POLLING,
            ([], [], [[]]),
            lambda it: votes(it.by_elections),
        ),
        ({"recalls": "[{name: 甲, day: 2016-07-15}]"}, AFTER, SINCE, lambda it: bool(it.recalls)),
        (
            {"recalls": "[{name: 甲, day: 2016-07-15, votes: 600, recalled: yes}]"},
            date(2016, 7, 15),  # on which nobody knows yet what comes of it
            ([], [False], [True]),
            lambda it: [bool(recall.recalled and recall.votes) for recall in it.recalls],
        ),
        (
            {"reruns": f"[{{day: 2016-07-15, seats: 1, note: 没有人当选。, {TALLIES}}}]"},
            date(2016, 7, 15),  # what is noted of a result is a part of it
            ([None], [None], ["没有人当选。"]),
            lambda it: [vote.note for vote in it.reruns],
        ),
        (
            {"reruns": "[{day: 2016-07-15, seats: 1, note: 候选人丙不愿参选。}]"},
            date(2016, 7, 15),  # of a vote without a result it may be a reason to come
            (["候选人丙不愿参选。"],) * 3,
            lambda it: [vote.note for vote in it.reruns],
        ),
        ({"recalls": "[{name: 甲}]"}, POLLING, OVER, lambda it: bool(it.recalls)),
        ({"workers": "[{name: 丁, role: 计票人}]"}, POLLING, OVER, lambda it: bool(it.workers)),
    ],
)
def test_a_constituency_shows_a_step_from_its_day(
    folder: Write, lines: dict[str, str], day: date, told: Told, seen: Callable[[Constituency], object]
) -> None:
    assert around(folder, town(constituency(**lines)), day, lambda records: seen(records.of(Constituency)[0])) == told
