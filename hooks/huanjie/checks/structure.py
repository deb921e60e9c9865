"""Checks on the structure of deputies and candidates: sums that have to agree."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.election import Election
from huanjie.model.structure import Structure


@check("T201", WARNING)
def classes_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各类人数相加不等于一共几名。

    读者会自己加一遍；加不拢，就不知道哪个数可信。各类可以重复计算的写 overlapping；来源只公布了几类的，在 note 里写明。
    错：total: 222，男 160、女 61
    对：total: 222，男 160、女 62
    """
    for structure in records.of(Structure):
        whole, counts = structure.total.agreed, [part.count.agreed for part in structure.parts]
        known = [count for count in counts if count is not None]
        if whole is None or len(known) < len(counts) or structure.overlapping or sum(known) == whole:
            continue
        if sum(known) < whole and structure.note:
            continue  # some classes were not published, and the note says so
        added = " + ".join(map(str, known))
        right = "请核对这几个数；可以重复计算的写 overlapping，来源只公布了几类的在 note 里写明"
        yield Finding(structure.total[0].at, f"一共 {whole} 名，各类相加是 {added} = {sum(known)}", right)


@check("T202", WARNING)
def total_is_not_the_number_of_deputies(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """代表构成的总数和代表总数不一致。

    同一届代表，一页写 222 名，一页写 240 名，读者会问差别在哪里。有原因的在 note 里写明，就不再提示。
    错：election.yml 里代表总数 222 名，代表构成写 total: 240
    对：两处都是 222 名；或者加一行 note: 包括后来补选的代表
    """
    deputies = {
        total.level: total.value.values
        for total in records.one(Election).totals
        if total.of == "代表" and total.area is None and total.value
    }
    for structure in records.of(Structure):
        known = deputies.get(structure.level)
        if known is None or structure.of != "代表" or structure.area or structure.note:
            continue
        for total in structure.total:
            if total.value not in known and not total.about:
                wrong = f"一共 {total.value} 名，而 election.yml 里代表总数是 {'、'.join(map(str, known))} 名"
                yield Finding(total.at, wrong, "请核对这两个数；有原因的请在 note 里写明")
