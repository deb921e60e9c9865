"""Two thousand made-up elections, lawful and of every kind, against an oracle that was written from the articles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

import pytest

from district.elections.generate import SETTINGS
from district.elections.records import Constituency, Setting
from huanjie.election.deputies import deputies
from huanjie.election.kinds import Kind
from huanjie.election.outcome import Outcome, State
from huanjie.election.poll import Poll
from huanjie.election.term import standing
from huanjie.election.votes import votes
from huanjie.findings import NOTICE
from huanjie.law import Statute
from huanjie.model.areas import Area
from huanjie.model.election import Election
from huanjie.model.results import Tally
from tests.support import election_oracle as oracle
from tests.support.elections_drawn import MANY, checked, drawn

pytestmark = pytest.mark.build
WAYS = {  # of each kind of course at least so many, or the two thousand prove little
    **dict.fromkeys(("full", "short", "tied", "few", "many", "crowded", "postponed", "several days", "withdrew"), 60),
    **dict.fromkeys(("rerun full", "rerun short", "second full", "repeat full", "second still tied"), 40),
    **dict.fromkeys(("by-election full", "by-election few", "by-election short", "uncontested", "ahead"), 40),
    **dict.fromkeys(("recall passed", "recall failed", "refused", "confirmed", "no result", "by-election ahead"), 40),
    **dict.fromkeys(("rerun between", "rerun still tied", "repeat short", "repeat few", "repeat tied"), 20),
    **dict.fromkeys(("voters unknown", "votes unknown", "participants unknown", "participants dispute"), 15),
    **dict.fromkeys(("participants about", "returned unknown", "turnout alone"), 15),
}


def test_the_generator_makes_elections_of_every_kind() -> None:
    kinds = Counter(kind for cases in drawn().values() for case in cases for kind in case.kinds)
    assert sum(map(len, drawn().values())) == MANY
    assert {kind: kinds[kind] for kind, least in WAYS.items() if kinds[kind] < least} == {}
    voters = {value for cases in drawn().values() for case in cases for value in case.voters.values}
    assert {case.level for cases in drawn().values() for case in cases} == {"县级", "乡级"}
    assert (min(voters), max(voters)) == (21, 40_000)


def test_the_generator_marks_those_whom_the_articles_elect() -> None:
    for slug, judged in ((each.slug, vote) for each in everyone() for vote in oracle.term(each, each.setting.today)):
        assert judged.count is not None
        if judged.void or judged.elected is not None:
            assert set(judged.count.marked) == judged.chosen, slug


def everyone() -> Iterator[Constituency]:
    yield from (case for cases in drawn().values() for case in cases)


def test_no_lawful_election_gives_an_alarm() -> None:
    right = {case.slug: {"C230"} for case in everyone() if any(map(many, oracle.term(case, case.setting.today)))}
    right |= {case.slug: {"C230"} for case in everyone() if "many" in case.kinds}  # told although not yet published
    alarms = {
        (finding.at.file, finding.id): finding.message
        for report in checked().reports.values()
        for finding in report.findings
        if finding.severity != NOTICE
        and finding.id not in right.get(finding.at.file.removeprefix("areas/").removesuffix(".yml"), set())
    }
    assert alarms == {}


def many(judged: oracle.Judged) -> bool:
    return judged.count is not None and oracle.many_ballots(judged.count) is True


# ---- What each vote came to ----

STATES = {
    State.AHEAD: "ahead",
    State.VOID: "void",
    State.TIED: "tied",
    State.SHORT: "short",
    State.COMPLETE: "complete",
    State.UNKNOWN: "unknown",
}
Answer = tuple[str, object]  # what is asked, and the answer


@pytest.mark.parametrize("setting", SETTINGS, ids=[setting.name for setting in SETTINGS])
def test_what_each_vote_came_to_agrees_with_the_oracle(setting: Setting) -> None:
    records = checked().reports[setting.name].as_of(setting.today).records
    statute = Statute.of(records.one(Election), setting.today)
    wrong = {}
    for case in drawn()[setting.name]:
        area = records.get(Area, case.slug)
        polls = votes(records, statute, area.constituencies[0])
        now = {deputy.name for deputy in deputies(polls, setting.today, area.review).serving}
        ours, theirs = (
            [*_ours(polls), ("deputies", now)],
            [*_theirs(case), ("deputies", oracle.deputies(case, setting.today))],
        )
        if ours != theirs:
            wrong[case.slug] = (case.kinds, ours, theirs)
    assert wrong == {}


@pytest.mark.parametrize("later", [0, 2, 3, 9, 30, 260])
def test_who_the_deputies_are_on_a_day_agrees_with_the_oracle(later: int) -> None:
    wrong = {}
    for setting in SETTINGS:
        day = setting.polling_day + timedelta(days=later)
        records = checked().reports[setting.name].as_of(day).records
        statute = Statute.of(records.one(Election), day)
        for case in drawn()[setting.name]:
            area = records.get(Area, case.slug)
            now = deputies(votes(records, statute, area.constituencies[0]), day, area.review).serving
            if {deputy.name for deputy in now} != oracle.deputies(case, day):
                wrong[case.slug] = (case.kinds, now)
    assert wrong == {}


def _names(tallies: Iterable[Tally] | None) -> set[str] | None:
    return None if tallies is None else {str(tally.name) for tally in tallies}


def _ours(polls: Sequence[Poll]) -> Iterator[Answer]:
    for poll in polls:
        came_to = Outcome(poll)
        if poll.recall:
            yield "recall", came_to.state is State.PASSED
        elif poll.counted:
            yield f"{poll.kind.slug} void", bool(came_to.void)
            if poll.kind is not Kind.BY_ELECTION:
                yield f"{poll.kind.slug} by the figures", _names(came_to.by_sums)
                yield f"{poll.kind.slug} tied", _names(came_to.tied)
            yield f"{poll.kind.slug} elected", _names(came_to.elected)
    yield "standing", STATES[standing(polls)]


def _theirs(case: Constituency) -> Iterator[Answer]:
    today = case.setting.today
    judged = oracle.term(case, today)
    for vote in judged:
        yield f"{vote.kind} void", vote.void is True
        yield f"{vote.kind} by the figures", set() if vote.void else vote.elected
        yield f"{vote.kind} tied", vote.tied
        yield f"{vote.kind} elected", vote.chosen
    for recall in case.recalls:
        yield "recall", oracle.recall_passed(case, recall.voters, recall.votes)
    for held in case.by_elections:
        if held.count:
            vote = oracle.by_election(case, held, held.count)
            yield "by-election void", vote.void is True
            yield "by-election elected", vote.chosen
    yield "standing", oracle.standing(case, judged)
