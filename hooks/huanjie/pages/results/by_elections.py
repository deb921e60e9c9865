"""Sentences on what the nation's law leaves to the provinces in a by-election."""

from collections.abc import Iterator

from huanjie.election.validity import LOCAL_QUORUM
from huanjie.law import Statute


def for_the_province_to_say(law: Statute) -> Iterator[str]:
    """Say that the province decides what makes a by-election valid and elects, and that we lack its rules."""
    if article := law.article("by-election-candidates"):
        yield f"多少人参加才有效、多少票才当选，看本省的补选办法（{article}）；本站没有收录，这里不作判断。"


def missing_seats(law: Statute) -> Iterator[str]:
    """The sentence on the seats that a by-election left open: the general rules, where the province applies them."""
    if law.article(LOCAL_QUORUM) and (article := law.article("rerun-for-missing-seats")):
        yield f"缺的名额另行选举（{article}）。"
    else:
        yield "缺的名额怎样再选，看本省的补选办法。"
