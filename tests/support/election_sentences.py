"""The sentences that pages must have on an election, by the oracle, and those that they must not have."""

from collections.abc import Iterator
from datetime import date

from district.elections.records import Constituency, LaterVote
from tests.support import election_oracle as oracle
from tests.support.election_oracle import Judged

KINDS = {"repeat": "重新选举", "second": "再次投票", "rerun": "另行选举"}
Wanted = tuple[str, bool]  # words, and whether they are to be there


def state(constituency: Constituency) -> str:
    """The state of a constituency that has voted; "" where nobody has, or it is not known who was elected."""
    judged = oracle.term(constituency, constituency.setting.today)
    if not judged:
        return ""
    stands, many = oracle.standing(constituency, judged), len(oracle.elected(judged))
    sentences = {
        "complete": f"当选{many}名，选满",
        "void": f"选举无效，{_next(constituency, judged)}",
        "short": f"当选{many}名，还缺{constituency.seats - many}名，{_next(constituency, judged)}",
        "tied": f"当选{many}名，还缺{constituency.seats - many}名，{_next(constituency, judged)}",
        "unknown": "有投票的记录，没有谁当选的记录",
    }
    return sentences[stands] + _afterwards(constituency) if stands in sentences else ""


def _next(constituency: Constituency, judged: list[Judged]) -> str:
    kind = KINDS[oracle.next_kind(judged[-1])]
    ahead = [vote.day for vote in constituency.reruns if not vote.count and vote.day]
    if ahead:
        return f"{_written(ahead[-1])}{kind}"
    if judged[-1].kind in ("second", "rerun"):  # article 45 says nothing of what follows these
        return "票数还是相等" if judged[-1].tied else f"{KINDS[judged[-1].kind]}没有选满"
    return f"没有{kind}日期的记录"


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _afterwards(constituency: Constituency) -> str:
    recalled = sum(oracle.recall_passed(constituency, each.voters, each.votes) is True for each in constituency.recalls)
    elected = [
        oracle.by_election(constituency, vote, vote.count).chosen for vote in constituency.by_elections if vote.count
    ]
    parts = [f"罢免{recalled}名"] * bool(recalled) + [f"补选{len(names)}名" for names in elected if names]
    ahead = [vote for vote in constituency.by_elections if vote.day and not vote.count]
    late = {vote.day: "，结果还没有记录" if vote.day < constituency.setting.today else "" for vote in ahead if vote.day}
    coming = "".join(f"；{_written(vote.day)}补选{vote.seats}名{late[vote.day]}" for vote in ahead if vote.day)
    return (f"；后来{'，'.join(parts)}" if parts else "") + coming


def of_person(judged: Judged, name: str) -> str:
    """The outcome of a vote for a person."""
    if judged.void:
        return "选举无效"
    if name in judged.chosen:
        return "当选"
    if name in judged.tied:
        return "票数相等，再次投票" if judged.kind in ("first", "repeat") else "票数相等"
    return "没有当选"


def of_vote(constituency: Constituency, judged: Judged) -> Iterator[Wanted]:
    """The words of the page on a vote of the term, and those that it must not have."""
    count, many = judged.count, len(judged.chosen)
    if count is None:
        return
    if judged.void:
        yield "没有过半数，选举无效", judged.few
        yield "多于投票的人数，选举无效", oracle.many_ballots(count) is True
        yield from (
            (words, False) for words in ("选满", "这一次当选", "还缺", "至少要得", "人数，有效", "过半数，选举有效")
        )
        return
    yield "选举无效。", False
    if judged.kind in ("first", "repeat"):
        sure = (
            oracle.few_voters(constituency.voters, count) is False and count.participants and count.participants.exact
        )
        yield "过半数，选举有效", bool(sure and constituency.voters.exact)
        if count.participants and count.participants.exact:
            yield f"至少要得{judged.needed[0]:,}票", True
        if judged.elected is not None:
            full = f"应选{judged.open_seats}名，这一次当选{many}名"
            yield full + ("，选满了。" if not judged.short else f"，还缺{judged.short}名。"), True
            yield "另行选举", judged.short > 0 and not judged.tied
    if judged.kind == "rerun":
        thirds = judged.needed
        yield "作废的票算不算在内，法律没有写明", judged.elected is None
        yield f"按收回的选票算，至少要得{thirds[0]:,}票", judged.elected is not None
    if judged.kind == "second":
        yield "这以后怎么办，法律没有写明", bool(judged.tied)
    yield "名额不够：在他们中间再次投票，得票多的当选", bool(judged.tied) and judged.kind in ("first", "repeat")


def of_result_notice(judged: Judged) -> Iterator[Wanted]:
    """The words of the notice of a result, and those that it must not have."""
    yield "选举无效", judged.void is True
    yield "依法重新选举", judged.void is True
    yield "当选代表", bool(judged.chosen)
    if judged.void or judged.elected is not None:  # else the page says what the record does
        yield "没有人当选", bool(judged.void) or not judged.chosen
        yield "还缺", not judged.void and judged.short > 0
    yield "票数相等", bool(judged.tied)
    yield "票数相等，依法再次投票", bool(judged.tied) and judged.kind in ("first", "repeat")


def of_notice_before(vote: LaterVote, kind: str, before: Judged) -> Iterator[Wanted]:
    """The words of the notice of a vote that follows another, and those that it must not have."""
    after = "第一次" if before.kind == "first" else "上一次"
    reason = (
        f"本选区{after}投票选举无效，依法重新选举" if kind == "repeat" else f"本选区{after}投票后还缺代表{vote.seats}名"
    )
    yield reason, True
    yield "、".join(vote.candidates), True
    # The law says what follows a first vote; not what follows a rerun or a second vote.
    yield f"依法{KINDS[kind]}", before.kind in ("first", "repeat") or bool(before.void)
