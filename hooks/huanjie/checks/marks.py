"""Checks on marks: a doubtful place that `huanjie import` found is settled before anything is published."""

from collections.abc import Iterable, Iterator
from datetime import date

from huanjie.checks import check
from huanjie.content.records import Records, references
from huanjie.findings import ERROR, NOTICE, Finding
from huanjie.law import Statute
from huanjie.model.leaves import leaves
from huanjie.model.marks import marks
from huanjie.yaml_text import Place, Text, shorten


@check("M221", ERROR)
def published_with_a_mark(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """要发布的记录里还有存疑的标记。

    标记写明导入时哪里读不准。没有核对就发布，读者看到的可能是错的。
    错：title: 换届选举【?这里读不出】会
    对：title: 换届选举工作推进会
    """
    for _, texts in records.texts:
        for at, why in _marks((text.at, text) for text in texts):
            right = "请对照原件改好，删去标记；一时核对不了的，加一行 draft: yes"
            yield Finding(at, f"这里存疑：{shorten(why, 60)}", right)


@check("M222", NOTICE)
def draft_with_a_mark(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """草稿里还有存疑的标记。

    发布以前要逐处核对；核对完了，再删去 draft 那一行。
    错：draft: yes，chair: 王【?这里读不出】
    对：chair: 王某某
    """
    for shelf in records.drafts.values():
        for record in shelf.values():
            typed = ((text.at, str(text)) for text in leaves(record, Text))
            cited = ((ref.at, ref.slug) for ref in references(record))
            for at, why in _marks((*typed, *cited)):
                yield Finding(at, f"这里存疑：{shorten(why, 60)}", "请对照原件改好，删去标记")


def _marks(texts: Iterable[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    return ((at, why) for at, text in texts for why in marks(text))
