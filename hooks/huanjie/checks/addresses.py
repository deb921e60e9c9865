"""Checks on the addresses of records: no two pages of the site may have one."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import ERROR, Finding
from huanjie.law import Statute
from huanjie.model import KINDS
from huanjie.model.base import Record

# The pages of the site below the pages of a kind and of a record; test_addresses_taken.py holds this to all pages.
LISTS = frozenset({"years", "topics"})
BELOW = frozenset({"poster", "notices"})
PART = 40  # no list is cut in parts of fewer


@check("S307", ERROR)
def address_taken(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """记录的地址和网站的另一页重复了。

    一份记录的网页，地址就是它的文件名或者编号。网站自己的页也有地址，如按年份的列表；两页只有一个地址，就有一页看不到。
    错：meetings/years/2016.yml（会议按年份的列表就在这里）
    对：meetings/2016-05-31.yml
    """
    for folder, slugs in _addresses(records).items():
        first: dict[str, Record] = {}
        for record in slugs:
            why = taken(folder, record.slug, len(slugs))
            if other := first.setdefault(record.slug, record):
                why = why if other is record else f"已经是另一份记录的（{other.at.file} 第 {other.at.line} 行）"
            if why:
                right = "请给文件改名，如 2016-05-31.yml" if record.filed == "folder" else "请换一个编号"
                yield Finding(record.at, f"“{folder}/{record.slug}/”这个地址{why}", right)


def _addresses(records: Records) -> dict[str, list[Record]]:
    """The records that have a page each, by the folder in which it lies."""
    by_folder: dict[str, list[Record]] = {}
    for kind in KINDS.values():
        if kind.filed != "one" and not kind.on_one_page:
            by_folder.setdefault("areas" if kind.filed == "within" else kind.kind, []).extend(records.of(kind))
    return by_folder


def taken(folder: str, slug: str, count: int) -> str:
    """Name the page that has the address of a record of `count` records already; "" where it is free."""
    *above, last = slug.split("/")
    if above and above[0] in LISTS:
        return f"是“{folder}/{above[0]}/”里列表的"
    if above and last in BELOW:
        return "是另一页的附页的"
    if last.isdecimal() and 1 < int(last) <= 1 + count // PART and (not above or above[0] in LISTS):
        return f"是列表第 {int(last)} 页的"
    return ""
