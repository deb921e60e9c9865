"""The kinds of pages, by the beginning of their address: how they are called, and how much they weigh in a ranking.

Their order is the order of the pages in the index: those asked for most come first, and pages found together lie close.
"""

import re

# The weights were set on tests/search-queries-dev.yml; a list of pages weighs less than the page itself.
KINDS: tuple[tuple[str, str, float], ...] = (
    ("问答", r"questions/(?!topics/)[^/]+/", 1.15),
    ("规则", r"law/rules/", 1.1),
    ("法规", r"law/[^/]+/[^/]+/[^/]+/", 1.05),
    ("乡镇街道", r"areas/[^/]+/$", 1.0),
    ("公告", r"notices/.", 1.0),
    ("政策材料", r"policies/.", 1.05),
    ("纪律", r"discipline/", 1.0),
    ("会议记录", r"meetings/(?!years/).", 1.0),
    ("经验做法", r"stories/(?!years/).", 1.0),
    ("机构", r"bodies/.", 1.0),
    ("投票站", r"areas/[^/]+/station-", 1.0),
    ("选区", r"areas/[^/]+/.", 1.0),
    ("候选人", r"candidates/", 0.95),
    ("结果", r"results/", 1.0),
    ("更正", r"corrections/", 0.9),
    ("核对", r"about/checks/.", 0.7),
    ("来源", r"sources/", 0.6),
    ("其他", r"", 0.75),
)


def kind_of(address: str) -> str:
    """The kind of the page at an address."""
    return next(name for name, pattern, _ in KINDS if re.match(pattern, address))
