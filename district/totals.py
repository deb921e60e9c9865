"""Totals of all areas, as election.yml has them."""

from collections.abc import Iterator, Mapping, Sequence

from district.area_plans import COUNTY, SUBDISTRICT, TOWNSHIP
from district.areas import Area
from district.wards import Ward
from district.yaml import Record


def totals(areas: Sequence[Area]) -> Iterator[str]:
    """Write each total in a line, and its parts."""
    towns = [area for area in areas if area.plan.sort != SUBDISTRICT]
    streets = [area for area in areas if area.plan.sort == SUBDISTRICT]
    for where, part in (("", areas), ("乡镇", towns), ("街道", streets)):
        yield f"登记选民{where}：{sum(int(str(area.record['voters'])) for area in part)}"
    for level in (COUNTY, TOWNSHIP):
        for where, part in (("", areas), ("乡镇", towns), ("街道", streets)):
            wards = _wards(part, level)
            yield f"选区，{level}{where}：{len(wards)}"
            yield f"　　名额：{sum(ward.run.seats for ward in wards)}"
            yield f"　　已经当选的代表：{_elected(wards) + _together(part, level, 'elected')}"
            came = sum(vote.participants for ward in wards if (vote := ward.anew or ward.count))
            yield f"　　参加投票的选民：{came + _together(part, level, 'participants')}"


def _wards(areas: Sequence[Area], level: str) -> list[Ward]:
    return [ward for area in areas for ward in area.wards if ward.run.level == level]


def _elected(wards: Sequence[Ward]) -> int:
    """Count the deputies of the first votes and of the reruns."""
    first = sum(len(ward.count.elected) for ward in wards if ward.count)
    reruns = [rerun for ward in wards for rerun in _rows(ward.record, "reruns")]
    return first + sum("elected" in tally for rerun in reruns for tally in _rows(rerun, "tallies"))


def _rows(record: Record, key: str) -> list[Record]:
    rows = record.get(key)
    return [dict(row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _together(areas: Sequence[Area], level: str, figure: str) -> int:
    """Add up a figure of the joint results of townships."""
    results = [result for area in areas for result in _rows(area.more, "joint_results")]
    return sum(int(str(result[figure])) for result in results) if level == TOWNSHIP else 0
