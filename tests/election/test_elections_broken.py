"""Every way to break an election is found in every election that can be broken so."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

import pytest

from district.elections.generate import SETTINGS
from district.elections.records import Constituency
from district.elections.stages import person
from district.elections.yaml import area
from huanjie.checks.report import check_folder
from tests.support import breaks_elected, breaks_figures, breaks_later, breaks_stages, breaks_terms
from tests.support.breaks import BESIDE, BREAKS, Break
from tests.support.elections_drawn import MANY, checked, drawn, findings_by_area, written

SUBJECTS = (
    breaks_elected,
    breaks_figures,
    breaks_later,
    breaks_stages,
    breaks_terms,
)  # each takes its own into the list
pytestmark = pytest.mark.build
OF_A_KIND = 12  # elections that each way is tried on, from all over the two thousand
LEAST = 8
STRIDE = 337  # prime to their number, so that every one of them comes up


@dataclass(frozen=True)
class Tried:
    """An election that was broken: the way, the case, its findings counted, and those of before."""

    name: str
    slug: str
    after: Counter[tuple[str, str]]
    before: Counter[tuple[str, str]]


def test_there_are_many_ways_to_break_an_election() -> None:
    assert len(BREAKS) >= 100
    assert all(subject.__name__ for subject in SUBJECTS)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[Tried]:
    """Elections from all over the two thousand, each broken in one way, and what is found in them and was before."""
    tried = []
    before = {name: findings_by_area(report) for name, report in checked().reports.items()}
    made = [(case, each) for each in BREAKS.values() for case in _spread(each)]
    for setting in SETTINGS:
        own = [(case, each) for case, each in made if case.setting is setting]
        folder = written(tmp_path_factory.mktemp(setting.name), setting, ())
        for number, (case, each) in enumerate(own, 1):
            changed = each.made(case)
            assert changed is not None
            (folder / "areas").mkdir(exist_ok=True)
            (folder / f"areas/m-{number:04}.yml").write_text(_renamed(area(changed), case, number), "utf-8")
        findings = findings_by_area(check_folder(folder, setting.today))
        tried += [
            Tried(each.name, case.slug, findings[f"m-{number:04}"], before[setting.name][case.slug])
            for number, (case, each) in enumerate(own, 1)
        ]
    return tried


def _spread(each: Break) -> list[Constituency]:
    """Elections that can be broken so, from all over the two thousand."""
    everyone = [case for cases in drawn().values() for case in cases]
    apart = (everyone[place * STRIDE % MANY] for place in range(MANY))
    return [*islice((case for case in apart if each.made(case)), OF_A_KIND)]


def _renamed(text: str, case: Constituency, number: int) -> str:
    """Give an election names and a number that no other in its folder has."""
    names = {
        person(case.setting.name, case.number, place): person(case.setting.name, number, place) for place in range(30)
    }
    names |= {f"number: {case.number + more}\n": f"number: {number + more}\n" for more in (0, BESIDE)}
    return re.sub("|".join(names), lambda match: names[match.group()], text)


def test_whatever_is_broken_is_found(broken: list[Tried]) -> None:
    missed = {
        (attempt.name, attempt.slug): dict(attempt.after)
        for attempt in broken
        if not any(name in BREAKS[attempt.name].ids for name, _ in attempt.after - attempt.before)
    }
    assert missed == {}


def test_each_way_is_tried_on_elections_enough(broken: list[Tried]) -> None:
    tried = Counter(attempt.name for attempt in broken)
    assert {name: tried[name] for name in BREAKS if tried[name] < LEAST} == {}
