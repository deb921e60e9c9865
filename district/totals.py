"""Sums over all areas, as they stand in election.yml."""

from collections.abc import Iterator, Mapping, Sequence

from district.area_plans import COUNTY, SUBDISTRICT, TOWNSHIP
from district.areas import Area
from district.wards import Ward
from district.yaml import Record


def totals(areas: Sequence[Area]) -> Iterator[str]:
    """Tell each sum in a line, and how it is parted."""
    towns = [area for area in areas if area.plan.sort != SUBDISTRICT]
    streets = [area for area in areas if area.plan.sort == SUBDISTRICT]
    for where, several in (("", areas), ("乡镇", towns), ("街道", streets)):
        yield f"登记选民{where}：{sum(int(str(area.record['voters'])) for area in several)}"
    for level in (COUNTY, TOWNSHIP):
        for where, several in (("", areas), ("乡镇", towns), ("街道", streets)):
            wards = _wards(several, level)
            yield f"选区，{level}{where}：{len(wards)}"
            yield f"　　名额：{sum(one.run.seats for one in wards)}"
            yield f"　　已经当选的代表：{_elected(wards) + _together(several, level, 'elected')}"
            came = sum(vote.participants for one in wards if (vote := one.anew or one.count))
            yield f"　　参加投票的选民：{came + _together(several, level, 'participants')}"


def _wards(areas: Sequence[Area], level: str) -> list[Ward]:
    return [one for area in areas for one in area.wards if one.run.level == level]


def _elected(wards: Sequence[Ward]) -> int:
    """Those of the first votes, and those of the votes that completed them."""
    first = sum(len(one.count.elected) for one in wards if one.count)
    reruns = [rerun for one in wards for rerun in _several(one.record, "reruns")]
    return first + sum("elected" in tally for rerun in reruns for tally in _several(rerun, "tallies"))


def _several(record: Record, key: str) -> list[Record]:
    several = record.get(key)
    return [dict(one) for one in several if isinstance(one, Mapping)] if isinstance(several, list) else []


def _together(areas: Sequence[Area], level: str, figure: str) -> int:
    """What was told for several constituencies of a township together."""
    results = [one for area in areas for one in _several(area.more, "joint_results")]
    return sum(int(str(one[figure])) for one in results) if level == TOWNSHIP else 0
