"""Stages before a vote that are not lawful: seats, nominations, candidates, days of lists, votes put off."""

from dataclasses import replace
from datetime import timedelta

from district.elections.records import Constituency, Nomination, Postponement
from district.elections.stages import person
from tests.support.breaks import BESIDE, breaks, by_election, judged, known, last_rerun, with_by_election, with_rerun

DAY = timedelta(days=1)
NOT_LATER_THAN = {
    "voter_list": 20,
    "nominees_list": 15,
    "candidates_list": 7,
}  # days before the vote: articles 28 to 32


@breaks("C202")
def four_seats(case: Constituency) -> Constituency | None:
    return replace(case, seats=4, congress=None, review=None)


@breaks("C220")
def as_many_candidates_as_seats(case: Constituency) -> Constituency | None:
    return replace(case, candidates=case.candidates[: case.seats], withdrawn={})


@breaks("C220")
def more_than_twice_as_many_candidates(case: Constituency) -> Constituency | None:
    more = tuple(person(case.setting.name, case.number, 20 + place) for place in range(2 * case.seats + 1))
    candidates = (*case.candidates, *more)[: 2 * case.seats + 1]
    return replace(case, candidates=candidates, nominees=(*case.nominees, *more), withdrawn={})


@breaks("C228")
def a_candidate_twice(case: Constituency) -> Constituency | None:
    return replace(case, candidates=(*case.candidates, case.candidates[0]), withdrawn={})


@breaks("C269")
def too_few_candidates_left(case: Constituency) -> Constituency | None:
    if case.withdrawn:
        return None
    gone = case.candidates[case.seats :]
    return replace(case, withdrawn=dict.fromkeys(gone, case.lists["candidates_list"] + DAY))


@breaks("C268")
def a_candidate_whom_nobody_nominated(case: Constituency) -> Constituency | None:
    stranger = person(case.setting.name, case.number, 21)
    return replace(case, candidates=(*case.candidates[:-1], stranger))


@breaks("C223")
def nominated_and_not_listed(case: Constituency) -> Constituency | None:
    left = person(case.setting.name, case.number, 22)
    return replace(case, nominations=(*case.nominations, Nomination("选民联名", (left,), voters=10)))


@breaks("C221")
def nine_voters_nominate(case: Constituency) -> Constituency | None:
    return replace(case, nominations=(*case.nominations, Nomination("选民联名", case.nominees[:1], voters=9)))


@breaks("C222")
def one_nominates_more_than_seats(case: Constituency) -> Constituency | None:
    names = case.nominees[: case.seats + 1]
    return replace(case, nominations=(*case.nominations, Nomination("政党", names, who="示例总支部")))


@breaks("C222")
def one_nominates_more_than_seats_in_two_goes(case: Constituency) -> Constituency | None:
    first, rest = case.nominees[: case.seats], case.nominees[case.seats : case.seats + 1]
    both = (Nomination("人民团体", first, who="示例总会"), Nomination("人民团体", rest, who="示例总会"))
    return replace(case, nominations=(*case.nominations, *both))


@breaks("C242")
def four_mandates(case: Constituency) -> Constituency | None:
    return replace(case, most_mandates=4)


@breaks("C227")
def a_relative_counts(case: Constituency) -> Constituency | None:
    return replace(case, workers=((person(case.setting.name, case.number, 23), case.candidates[0]),))


@breaks("C210")
def the_voter_list_a_day_late(case: Constituency) -> Constituency | None:
    return _late(case, "voter_list")


@breaks("C210")
def the_nominees_a_day_late(case: Constituency) -> Constituency | None:
    return _late(case, "nominees_list")


@breaks("C210")
def the_candidates_a_day_late(case: Constituency) -> Constituency | None:
    return _late(case, "candidates_list")


def _late(case: Constituency, name: str) -> Constituency:
    return replace(case, lists={**case.lists, name: case.held - (NOT_LATER_THAN[name] - 1) * DAY})


@breaks("C210")
def the_result_a_day_late(case: Constituency) -> Constituency | None:
    """Gansu, article 37: within three days after voting ended."""
    if case.setting.province != "gansu" or case.reruns or "result_list" not in case.lists:
        return None
    last = case.polling_until or case.held
    return replace(case, lists={**case.lists, "result_list": last + 4 * DAY})


@breaks("C210")
def the_result_of_a_later_vote_a_day_late(case: Constituency) -> Constituency | None:
    held = last_rerun(case) if known(case) and case.setting.province == "gansu" else None
    return with_rerun(case, replace(held[0], published=held[0].day + 4 * DAY)) if held and held[0].day else None


@breaks("C210")
def the_result_of_a_by_election_a_day_late(case: Constituency) -> Constituency | None:
    held = by_election(case) if case.setting.province == "gansu" else None
    return with_by_election(case, replace(held[0], published=held[0].day + 4 * DAY)) if held and held[0].day else None


@breaks("C210")
def the_notice_of_a_by_election_a_day_late(case: Constituency) -> Constituency | None:
    """Gansu: seven days before the by-election."""
    vote = case.by_elections[0] if case.by_elections and case.setting.province == "gansu" else None
    return with_by_election(case, replace(vote, announced=vote.day - 6 * DAY)) if vote and vote.day else None


@breaks("C213")
def nominees_before_the_voters(case: Constituency) -> Constituency | None:
    return replace(case, lists={**case.lists, "nominees_list": case.lists["voter_list"] - DAY})


@breaks("C213")
def the_result_before_the_vote(case: Constituency) -> Constituency | None:
    return replace(case, lists={**case.lists, "result_list": case.held - DAY})


@breaks("C225")
def a_candidate_of_two_constituencies(case: Constituency) -> Constituency | None:
    first = replace(case, first=None, reruns=(), recalls=(), by_elections=(), congress=None, review=None)
    return replace(first, beside=(replace(first, number=case.number + BESIDE),))


@breaks("C271")
def four_times_the_people_for_a_deputy(case: Constituency) -> Constituency | None:
    other = replace(case, number=case.number + BESIDE, population=4000 * case.seats, candidates=(), withdrawn={})
    other = replace(other, nominees=(), nominations=(), first=None, reruns=(), recalls=(), by_elections=(), workers=())
    return replace(case, population=1000 * case.seats, beside=(other,), congress=None, review=None)


@breaks("C203")
def one_seat_more_than_the_congress_has(case: Constituency) -> Constituency | None:
    return replace(case, congress=case.seats + 1) if case.level == "乡级" and not case.review else None


@breaks("C251")
def not_the_day_that_it_was_put_off_to(case: Constituency) -> Constituency | None:
    return replace(case, polling_day=case.setting.polling_day) if case.postponed else None


@breaks("C270")
def put_off_after_the_vote(case: Constituency) -> Constituency | None:
    day = case.setting.polling_day
    return replace(case, postponed=replace(case.postponed, decided=day + DAY)) if case.postponed else None


@breaks("C270")
def put_off_to_an_earlier_day(case: Constituency) -> Constituency | None:
    if not case.postponed or case.first:
        return None
    return replace(case, postponed=replace(case.postponed, until=case.setting.polling_day - DAY))


@breaks("C273")
def put_off_a_day_too_long(case: Constituency) -> Constituency | None:
    if case.setting.province != "gansu" or "ahead" in case.kinds or not case.postponed:
        return None
    day = case.setting.polling_day
    return replace(case, postponed=Postponement(day - DAY, day + 8 * DAY))


@breaks("C273")
def held_anew_a_day_too_late(case: Constituency) -> Constituency | None:
    if case.setting.province != "gansu" or not case.reruns or not known(case) or not judged(case)[0].void:
        return None
    last = case.polling_until or case.held
    again = replace(case.reruns[0], day=last + 8 * DAY, published=last + 9 * DAY)
    return replace(case, reruns=(again,), by_elections=(), recalls=())
