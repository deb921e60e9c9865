"""How we check: every check that a record passes before it is published, generated from the checks themselves."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from huanjie import findings, yaml_text
from huanjie.checks import CHECKS
from huanjie.content import loading
from huanjie.findings import Severity
from huanjie.model import base
from huanjie.pages import Edition, Page

SEVERITIES = {
    Severity.ERROR: "记录有错，或者发布不安全。网站不会生成，原来的网站不动。",
    Severity.WARNING: "请编辑核对。网站照常生成。",
    Severity.BREACH: "记录没有错，是事情没有照法律办。网页照实写，不隐瞒。",
    Severity.NOTICE: "值得知道。网站照常生成。",
}
SUBJECTS = {  # the letters of the ids, in the order in which a record meets them
    "S": "文件和来源",
    "M": "栏目和会议",
    "R": "编号和引用",
    "E": "总数",
    "B": "机构",
    "P": "政策材料",
    "L": "法定时限和法律引用",
    "C": "选区和候选人",
    "C-VOTES": "投票和结果",
    "A": "投票站和村社",
    "T": "代表构成",
    "N": "公告",
    "Q": "问答",
    "D": "选举纪律",
    "V": "宣传计划",
    "W": "用语",
    "K": "更正",
}
OF_THE_VOTE = 230  # from this number on, the ids of constituencies are about votes and results


@dataclass(frozen=True)
class Check:
    """One check as readers see it; `lines` explain it, where it has an explanation."""

    id: str
    severity: Severity
    title: str
    lines: tuple[str, ...]
    findings_now: int


def pages(edition: Edition) -> Iterator[Page]:
    """The page "How we check", and a page for each subject."""
    counts = Counter(finding.id for finding in edition.findings)
    every = sorted(_checks(counts), key=lambda check: check.id)
    subjects = {name: [check for check in every if subject(check.id) == name] for name in _subjects(every)}
    yield Page(
        address="about/checks/",
        title="我们怎样核对",
        template="about/checks.html",
        description="每份记录发布之前要过的每一道检查：查什么，为什么查，今天查出几处。",
        context={
            "severities": [(severity.word, text) for severity, text in SEVERITIES.items()],
            "subjects": [
                (_name(name), f"about/checks/{name.lower()}/", len(checks), sum(check.findings_now for check in checks))
                for name, checks in subjects.items()
            ],
            "total": len(edition.findings),
            "summary": findings.summary(edition.findings),
        },
    )
    for name, checks in subjects.items():
        yield _subject(name, checks)


def _subject(name: str, checks: list[Check]) -> Page:
    return Page(
        address=f"about/checks/{name.lower()}/",
        title=f"核对：{_name(name)}",
        template="about/checks_subject.html",
        description=f"{_name(name)}的每一道检查：查什么，为什么查，今天查出几处。",
        context={"checks": checks},
    )


def _checks(counts: Counter[str]) -> Iterator[Check]:
    for check in CHECKS.values():
        yield Check(check.id, check.severity, check.title, tuple(check.explanation.split("\n")), counts[check.id])
    for fault, text in (yaml_text.FAULTS | base.FAULTS | loading.FAULTS).items():
        yield Check(fault, findings.FAULT_SEVERITY.get(fault, Severity.ERROR), text, (), counts[fault])


def subject(check: str) -> str:
    """The subject of an id: its letter; constituencies have so many that those of the vote stand apart."""
    return "C-VOTES" if check[0] == "C" and int(check[1:]) >= OF_THE_VOTE else check[0]


def check_address(check: str) -> str:
    """The address where a check is explained."""
    return f"about/checks/{subject(check).lower()}/#{check}"


def _subjects(checks: list[Check]) -> list[str]:
    """The subjects there are, the known ones in their order and new ones after them."""
    there = dict.fromkeys(subject(check.id) for check in checks)
    return [name for name in (*SUBJECTS, *(name for name in there if name not in SUBJECTS)) if name in there]


def _name(name: str) -> str:
    return SUBJECTS.get(name, f"{name} 类")
