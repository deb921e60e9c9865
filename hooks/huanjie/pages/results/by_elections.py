"""Sentences on what the nation's law leaves to the provinces in a by-election."""

from collections.abc import Iterator

from huanjie.election.poll import Poll
from huanjie.election.validity import LOCAL_QUORUM, rules_known
from huanjie.law import Statute
from huanjie.pages.shared.facts import number


def for_the_province_to_say(law: Statute) -> Iterator[str]:
    """Say that the province decides what makes a by-election valid and elects, and that we lack its rules."""
    if article := law.article("by-election-candidates"):
        yield f"多少人参加才有效、多少票才当选，看本省的补选办法（{article}）；本站没有收录，这里不作判断。"


def half_took_part(poll: Poll) -> Iterator[str]:
    """Say that exactly half took part, and that the province's rules say both of it."""
    voters, article = poll.voters.agreed or 0, poll.law.article(LOCAL_QUORUM)
    figures = f"登记选民 {number(voters)} 名，参加投票 {number(voters // 2)} 名，正好一半"
    yield f"{figures}：算不算过半数，细则自己说得不一致，这里不作判断（{article}）。"


def missing_seats(law: Statute) -> Iterator[str]:
    """The sentence on the seats that a by-election left open: the general rules, where the province applies them."""
    if rules_known(law) and (article := law.article("rerun-for-missing-seats")):
        yield f"缺的名额另行选举（{article}）。"
    else:
        yield "缺的名额怎样再选，看本省的补选办法。"
