"""The example's records as tables: brought back into the same records they change nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from huanjie.content.loading import load
from huanjie.content.records import Records
from huanjie.imports import tables
from huanjie.imports.tables.kinds import kinds
from huanjie.imports.tables.mapping import Mapping, drafted, mapping_of
from huanjie.imports.tables.sheets import sheets
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.facts import Facts
from tests.conftest import ROOT
from tests.support.spreadsheets import xlsx

pytestmark = pytest.mark.build

CONTENT = ROOT / "examples" / "shili" / "content"
Cells = list[object]


@pytest.fixture(scope="module")
def records() -> Records:
    return load(CONTENT)[0]


def said(facts: Facts[Any]) -> object:
    """What is stated, if it is stated once."""
    return str(facts[0].value) if len(facts) == 1 else None


def key(one: Constituency, area: Area) -> Cells:
    return [area.title, one.level, str(one.number)]


def constituencies(area: Area) -> Iterator[Cells]:
    for one in area.constituencies:
        covers = [] if any(covered.area for covered in one.covers) else [covered.text for covered in one.covers]
        days = [said(one.voter_list), said(one.result_list)]
        yield [*key(one, area), "、".join(covers), said(one.seats), said(one.voters), *days, "、".join(one.posted_at)]


def localities(area: Area) -> Iterator[Cells]:
    for one in area.localities:
        yield [area.title, one.name, one.sort, "、".join(one.groups), "，".join(one.aliases)]


def stations(area: Area) -> Iterator[Cells]:
    for one in area.stations:
        hours = f"{said(one.opens)}至{said(one.closes)}" if one.opens and one.closes else None
        serves = "、".join(covered.text for covered in one.serves)
        yield [area.title, one.title, said(one.address), hours, one.phone, serves, one.access]


def candidates(area: Area) -> Iterator[Cells]:
    for one in area.constituencies:
        for person in one.candidates:
            told = [person.sex, person.nationality, person.born, person.education, person.party, person.post]
            yield [*key(one, area), person.name, *told]


def results(area: Area) -> Iterator[Cells]:
    for one in area.constituencies:
        vote = one.vote
        for tally in vote.tallies if vote else ():
            votes = [said(tally.votes), said(tally.against), said(tally.abstained), "√" if tally.elected else ""]
            yield [*key(one, area), vote and said(vote.valid), vote and said(vote.invalid), tally.name, *votes]


HEAD = ["乡镇", "级别", "选区编号"]
TABLES: dict[str, tuple[Cells, Callable[[Area], Iterator[Cells]]]] = {
    "constituencies": (
        [*HEAD, "所含村组", "名额", "选民数", "选民名单公布日期", "选举结果公布日期", "张贴地点"],
        constituencies,
    ),
    "localities": (["乡镇", "名称", "类别", "村民小组", "别名"], localities),
    "stations": (["乡镇", "投票站", "地址", "投票时间", "联系电话", "服务范围", "无障碍"], stations),
    "candidates": ([*HEAD, "姓名", "性别", "民族", "出生年份", "学历", "党派", "职务"], candidates),
    "results": ([*HEAD, "有效票", "无效票", "姓名", "赞成", "反对", "弃权", "当选"], results),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_examples_records_changes_none_of_them(records: Records, name: str) -> None:
    head, cells_of = TABLES[name]
    cells = [row for area in records.of(Area) for row in cells_of(area)]
    several = sheets("表.xlsx", xlsx({"表": [head, *cells]}))
    kind = tables.kind_of(several)
    assert kind is kinds()[name]
    given = mapping_of("", drafted(kind, tables.column_names(tables.best_sheet(several, kind)[1]), {}))
    assert isinstance(given, Mapping)
    made = tables.imported(
        tables.fitting(several, given), given, records, lambda file: (CONTENT / file).read_bytes(), {}
    )
    assert (made.skipped, made.files, made.taken) == ([], {}, len(cells))
