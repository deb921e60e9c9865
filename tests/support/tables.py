"""A town and its bodies as files, which imported tables change."""

AREA = """\
title: 城关镇   # 县城
sort: 镇
source: report
localities: [东村, {name: 西村, sort: 村}]
stations:
  - id: station-1
    title: 东村投票站
    serves: [东村]
constituencies:
  - number: 1
    level: 县级
    covers: [东村]
    candidates:
      - 张三   # 第一名
"""

BODIES = """\
- id: committee
  title: 示例县选举委员会
  sort: 选举委员会
  level: 县级
  source: report
  members:
    - {name: 王五, posts: 主任}
"""

FILES: dict[str, str | bytes] = {"areas/chengguan.yml": AREA, "bodies.yml": BODIES}
