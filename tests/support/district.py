"""The files of an invented district of any size, with the election and the sources that it needs."""

from district.generate import district

ELECTION = """\
title: 示例区换届选举
area: 示例区
region: 示例省示例市
summary: 示例区选举产生新一届区人民代表大会的代表。
source: report
congresses:
  - {level: 县级, name: 示例区人民代表大会, short: 区人大, term: 10}
  - {level: 乡级, name: 各乡镇人民代表大会, short: 乡镇人大, term: 10}
polling_day: 2026-11-18
"""

SOURCE = "- {{id: {id}, label: 表 {id}, summary: 示例区的表。, published_on: 2026-11-20}}\n"

SOURCES = "".join(SOURCE.format(id=name) for name in ("report", "constituency-table", "voter-table", "result-table"))

FRAME: dict[str, str | bytes] = {"election.yml": ELECTION, "sources.yml": SOURCES}


def files(areas: int, seed: int) -> dict[str, str | bytes]:
    return {f"areas/{name}": text for name, text in district(areas, seed)}
