"""The invented district: the example's areas are what it writes, and a new one passes every check."""

from datetime import date
from pathlib import Path

import pytest

from district.delimitation import apportion
from district.generate import SEED, example, held
from district.shili import AREAS
from huanjie.checks.report import check_folder
from huanjie.findings import NOTICE
from huanjie.model.areas import Area
from tests.conftest import ROOT, Write
from tests.support.district import FRAME, files

COMMITTED = ROOT / "examples" / "shili" / "content" / "areas"
TODAY = date(2026, 11, 24)


def test_the_areas_of_the_example_are_what_the_generator_writes() -> None:
    assert {path.name: path.read_text("utf-8") for path in COMMITTED.iterdir()} == dict(example())


def test_two_runs_give_the_same_bytes_and_another_seed_gives_others() -> None:
    assert files(3, 7) == files(3, 7)
    assert not set(files(3, 7).values()) & set(files(3, 8).values())


@pytest.mark.parametrize(("areas", "seed"), [(1, 1), (3, 7), (5, 8)])
def test_a_new_district_passes_every_check(areas: int, seed: int, folder: Write) -> None:
    report = check_folder(folder(FRAME | files(areas, seed)), TODAY)
    assert [finding.message for finding in report.findings if finding.severity > NOTICE] == []
    assert len(report.records.of(Area)) == areas


def test_every_place_of_an_area_votes_in_one_constituency_of_each_level_and_has_a_station(folder: Write) -> None:
    report = check_folder(folder(FRAME | files(3, 7)), TODAY)
    for area in report.records.of(Area):
        everywhere = sorted((place.name, part) for place in area.localities for part in place.groups or ("",))
        groups = {place.name: place.groups or ("",) for place in area.localities}
        for level in {constituency.level for constituency in area.constituencies}:
            covers = [place for own in area.constituencies if own.level == level for place in own.covers]
            assert (
                sorted((place.name, part) for place in covers for part in place.part or groups[place.name])
                == everywhere
            )
        serves = [place for station in area.stations for place in station.serves]
        assert sorted((place.name, part) for place in serves for part in place.part or groups[place.name]) == everywhere


def test_the_people_of_all_constituencies_add_up_to_those_of_the_district() -> None:
    wards = [ward for area in held(AREAS, SEED) for ward in area.wards if ward.run.level == "县级"]
    assert sum(int(str(ward.record["population"])) for ward in wards) == sum(plan.population for plan in AREAS)
    assert sum(ward.run.seats for ward in wards) == sum(plan.county_seats for plan in AREAS)


def test_a_number_is_parted_without_a_rest() -> None:
    assert apportion(10, [1, 1, 1]) == [3, 4, 3]


def test_the_example_has_the_findings_that_are_meant_to_be_there() -> None:
    report = check_folder(Path(COMMITTED.parent), TODAY)
    places = sorted(
        (finding.at.file, finding.id) for finding in report.findings if finding.at.file.startswith("areas/")
    )
    assert places == [("areas/changchuan.yml", "C210"), ("areas/heishui.yml", "C237"), ("areas/qingshi.yml", "C211")]
