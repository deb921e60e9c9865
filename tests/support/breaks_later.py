"""Votes that follow a first one, broken: reruns, second votes, votes held anew."""

from dataclasses import replace
from datetime import timedelta

from district.elections.records import Constituency, sure
from district.elections.stages import person
from tests.support.breaks import breaks, by_election, exact, judged, known, last_rerun, with_by_election, with_rerun

DAY = timedelta(days=1)


def _stranger(case: Constituency) -> str:
    return person(case.setting.name, case.number, 24)


@breaks("C241")
def one_vote_less_than_a_third(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "rerun") if known(case) else None
    count = held[0].count if held else None
    if not held or count is None or not count.marked:
        return None
    votes = {**count.votes, count.marked[0]: sure(-(-exact(count.valid) // 3) - 1)}
    return with_rerun(case, replace(held[0], count=replace(count, votes=votes, against={}, abstained={})))


@breaks("C259")
def more_votes_passed_over_in_a_later_vote(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "rerun", "second") if known(case) else None
    count = held[0].count if held else None
    if not held or count is None or not count.marked:
        return None
    others = [name for name in count.votes if name not in count.marked]
    fewest = min(count.marked, key=lambda name: count.by_name[name])
    if not others or count.by_name[others[0]] >= count.by_name[fewest]:
        return None
    marked = tuple(name for name in (*count.marked, others[0]) if name != fewest)
    return with_rerun(case, replace(held[0], count=replace(count, marked=marked)))


@breaks("C235")
def one_of_the_tied_of_a_later_vote_elected(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "rerun", "second") if known(case) else None
    if not held or not held[1].tied or held[0].count is None:
        return None
    chosen = replace(held[0].count, marked=(*held[0].count.marked, min(held[1].tied)))
    return with_rerun(case, replace(held[0], count=chosen))


@breaks("C260")
def fewer_votes_stand_in_the_rerun(case: Constituency) -> Constituency | None:
    votes = judged(case) if known(case) else []
    if len(votes) < 2 or votes[1].kind != "rerun" or votes[0].count is None:
        return None
    had, rerun = votes[0].count.by_name, case.reruns[0]
    most = max(rerun.candidates, key=lambda name: had[name])
    out = [
        name for name in had if name not in rerun.candidates and name not in votes[0].chosen and had[name] < had[most]
    ]
    if not out:
        return None
    count = replace(rerun.count, votes={}, marked=(), against={}, abstained={}) if rerun.count else None
    standing = tuple(out[0] if name == most else name for name in rerun.candidates)
    return replace(case, reruns=(replace(rerun, candidates=standing, count=count),), by_elections=(), recalls=())


@breaks("C240")
def as_many_candidates_as_seats_in_a_rerun(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "rerun") if known(case) else None
    return with_rerun(case, replace(held[0], candidates=held[0].candidates[: held[0].seats])) if held else None


@breaks("C240")
def too_many_candidates_in_a_rerun(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "rerun") if known(case) else None
    if not held:
        return None
    more = tuple(person(case.setting.name, case.number, 24 + place) for place in range(5))
    return with_rerun(case, replace(held[0], candidates=(*held[0].candidates, *more)[: 2 * held[0].seats + 1]))


@breaks("C261")
def others_than_the_tied_stand(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "second") if known(case) else None
    return with_rerun(case, replace(held[0], candidates=(*held[0].candidates, _stranger(case)))) if held else None


@breaks("C240", "C260")
def who_is_elected_already_stands_again(case: Constituency) -> Constituency | None:
    votes = judged(case) if known(case) else []
    if len(votes) < 2 or votes[1].kind != "rerun" or not votes[0].chosen:
        return None
    again = replace(case.reruns[0], candidates=(min(votes[0].chosen), *case.reruns[0].candidates[1:]))
    return replace(case, reruns=(again, *case.reruns[1:]))


@breaks("C262")
def a_seat_more_than_is_open(case: Constituency) -> Constituency | None:
    held = last_rerun(case) if known(case) else None
    if not held or held[1].void or any(vote.elected is None and not vote.void for vote in judged(case)[:-1]):
        return None
    return with_rerun(case, replace(held[0], seats=held[0].seats + 1))


@breaks("C263")
def a_later_vote_before_the_first(case: Constituency) -> Constituency | None:
    held = last_rerun(case) if known(case) else None
    return with_rerun(case, replace(held[0], day=case.held - DAY)) if held and len(case.reruns) == 1 else None


@breaks("C263")
def a_by_election_before_the_first_vote(case: Constituency) -> Constituency | None:
    held = by_election(case)
    return with_by_election(case, replace(held[0], day=case.held - DAY)) if held else None


@breaks("C263")
def a_recall_before_the_first_vote(case: Constituency) -> Constituency | None:
    return replace(case, recalls=(replace(case.recalls[0], day=case.held - DAY),)) if case.recalls else None


@breaks("C233")
def one_vote_less_than_it_takes_in_a_vote_held_anew(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "repeat") if known(case) else None
    count = held[0].count if held else None
    if not held or count is None or not count.marked or held[1].void:
        return None
    votes = {**count.votes, count.marked[0]: sure(held[1].needed[0] - 1)}
    return with_rerun(case, replace(held[0], count=replace(count, votes=votes, against={}, abstained={})))


@breaks("C232")
def elected_in_a_vote_held_anew_with_too_few(case: Constituency) -> Constituency | None:
    held = last_rerun(case, "repeat") if known(case) else None
    if not held or not held[1].few or held[0].count is None:
        return None
    return with_rerun(case, replace(held[0], count=replace(held[0].count, marked=held[0].candidates[:1])))


@breaks("C237")
def no_vote_for_the_missing_seats(case: Constituency) -> Constituency | None:
    follows = known(case) and case.reruns and case.held < case.setting.today and not judged(case)[0].void
    return replace(case, reruns=(), review=None, recalls=(), by_elections=()) if follows else None


@breaks("C274")
def no_vote_after_a_void_one(case: Constituency) -> Constituency | None:
    last = case.polling_until or case.held
    follows = known(case) and case.reruns and judged(case)[0].void and last < case.setting.today and not case.postponed
    return replace(case, reruns=(), review=None, recalls=(), by_elections=()) if follows else None


@breaks("C272")
def a_later_vote_without_a_result(case: Constituency) -> Constituency | None:
    held = last_rerun(case) if known(case) else None
    if not held or not held[0].day or held[0].day + 8 * DAY > case.setting.today:
        return None
    return with_rerun(case, replace(held[0], count=None, published=None))


@breaks("C272")
def a_by_election_without_a_result(case: Constituency) -> Constituency | None:
    held = by_election(case)
    return with_by_election(case, replace(held[0], count=None, published=None)) if held else None
