"""Checks on corrections."""

from collections.abc import Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records
from huanjie.findings import WARNING, Finding
from huanjie.law import Statute
from huanjie.model.corrections import Correction


@check("K201", WARNING)
def nothing_corrected(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """更正前后写得一样。

    读者看不出改了什么，会以为网站在掩饰。空格和换行不同的也算一样。
    错：was: 登记选民 501924 人，now: 登记选民 501924 人
    对：was: 登记选民 501942 人，now: 登记选民 501924 人
    """
    for correction in records.of(Correction):
        if "".join(correction.was.split()) == "".join(correction.now.split()):
            yield Finding(correction.now.at, "更正以后和原来写得一样", "请在 was 里写原来的，now 里写现在的")
