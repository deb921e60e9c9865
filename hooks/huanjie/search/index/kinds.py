"""The kinds of pages, by the beginning of their address: how they are called, how much they weigh, how they lie."""

import re
from dataclasses import dataclass
from typing import Literal

# Pages that answer the same query should lie together in the index: a query then needs few files for its results.
Lie = Literal["topic", "place", "time", "rest"]
LIES = ("topic", "place", "time", "rest")


@dataclass(frozen=True)
class Kind:
    """A kind of page. `weight` was set on tests/search/queries-dev.yml; a list of pages weighs less than a page."""

    name: str
    address: str
    weight: float
    lie: Lie


PLACE = "地方"  # a page like that of a town, of what is neither town nor subdistrict
KINDS = (
    Kind("目录", r"questions/(topics/|$)|themes/|decisions/|(meetings|stories)/(years/|$)", 0.55, "topic"),
    Kind("问答", r"questions/(?!topics/)[^/]+/", 1.25, "topic"),
    Kind("规则", r"law/rules/", 1.1, "topic"),
    Kind("法规", r"law/[^/]+/[^/]+/[^/]+/", 1.05, "topic"),
    Kind("我要投票", r"vote/", 1.05, "topic"),
    Kind("词语", r"glossary/#", 1.1, "topic"),
    Kind("政策材料", r"policies/.", 1.05, "topic"),
    Kind("纪律", r"discipline/", 1.0, "topic"),
    Kind("机构", r"bodies/.", 1.0, "topic"),
    Kind("乡镇街道", r"areas/[^/]+/$", 1.0, "place"),
    Kind("投票站", r"areas/[^/]+/station-", 1.05, "place"),
    Kind("选区", r"areas/[^/]+/.", 1.05, "place"),
    Kind("候选人", r"candidates/.", 0.95, "place"),
    Kind("结果", r"results/.", 1.0, "place"),
    Kind("公告", r"notices/.", 1.0, "time"),
    Kind("会议记录", r"meetings/(?!years/|decisions/).", 1.0, "time"),
    Kind("经验做法", r"stories/(?!years/).", 1.0, "time"),
    Kind("更正", r"corrections/", 0.9, "rest"),
    Kind("核对", r"about/checks/.", 0.7, "rest"),
    Kind("来源", r"sources/", 0.6, "rest"),
    Kind("其他", r"", 0.75, "topic"),
    Kind(PLACE, r"(?!)", 1.0, "place"),  # by its record: no address tells a state farm from a town
)
ORDER = {kind.name: number for number, kind in enumerate(KINDS)}


def kind_of(address: str) -> str:
    """The kind of the page at an address."""
    return next(kind.name for kind in KINDS if re.match(kind.address, address))
