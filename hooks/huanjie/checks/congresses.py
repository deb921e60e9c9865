"""Checks on congresses: townships elect their own; subdistricts, state farms and the like do not."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.areas import Area

_OWN = {"seats": "代表名额", "term": "第几届", "review": "代表资格审查"}  # of a township's congress only


@check("A209", WARNING)
def congress_where_there_is_none(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """街道、农场、开发区这样的地方，写了乡级人大的选区、名额、届次或者资格审查。

    乡、民族乡、镇才有自己的人民代表大会；别的地方的选民只选县级代表，或者参加某个乡、镇的选举。写错了，那里的人会以为
    自己要选乡级代表，去找一个没有的选区。多半是 sort 或者 level 写错了。
    错：sort: 街道，选区写 level: 乡级
    对：sort: 街道，选区写 level: 县级；参加某个镇的选举的，写在那个镇的文件里，covers 写 {name: 一队, area: nongchang}
    """
    for area in (area for area in records.of(Area) if not area.has_congress):
        none = f"{area.title}是{area.called}，没有自己的乡级人大"
        for name, what in _OWN.items():
            if getattr(area, name):
                right = f"请删去 {name}；是乡、民族乡、镇的，请改 sort"
                yield Finding(area.place_of(name), f"{none}，却写了{what}", right)
        for constituency in area.constituencies:
            if constituency.level == "乡级":
                right = "请核对 level；参加某个乡、镇的选举的，把选区写进那个乡、镇的文件，在 covers 里写 area"
                yield Finding(constituency.place_of("level"), f"{none}，却有{constituency.by_number}", right)
