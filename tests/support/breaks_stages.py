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
def four_seats(one: Constituency) -> Constituency | None:
    return replace(one, seats=4, congress=None, review=None)


@breaks("C220")
def as_many_candidates_as_seats(one: Constituency) -> Constituency | None:
    return replace(one, candidates=one.candidates[: one.seats], withdrawn={})


@breaks("C220")
def more_than_twice_as_many_candidates(one: Constituency) -> Constituency | None:
    more = tuple(person(one.setting.name, one.number, 20 + place) for place in range(2 * one.seats + 1))
    candidates = (*one.candidates, *more)[: 2 * one.seats + 1]
    return replace(one, candidates=candidates, nominees=(*one.nominees, *more), withdrawn={})


@breaks("C228")
def a_candidate_twice(one: Constituency) -> Constituency | None:
    return replace(one, candidates=(*one.candidates, one.candidates[0]), withdrawn={})


@breaks("C269")
def too_few_candidates_left(one: Constituency) -> Constituency | None:
    if one.withdrawn:
        return None
    gone = one.candidates[one.seats :]
    return replace(one, withdrawn=dict.fromkeys(gone, one.lists["candidates_list"] + DAY))


@breaks("C268")
def a_candidate_whom_nobody_nominated(one: Constituency) -> Constituency | None:
    stranger = person(one.setting.name, one.number, 21)
    return replace(one, candidates=(*one.candidates[:-1], stranger))


@breaks("C223")
def nominated_and_not_listed(one: Constituency) -> Constituency | None:
    left = person(one.setting.name, one.number, 22)
    return replace(one, nominations=(*one.nominations, Nomination("选民联名", (left,), voters=10)))


@breaks("C221")
def nine_voters_nominate(one: Constituency) -> Constituency | None:
    return replace(one, nominations=(*one.nominations, Nomination("选民联名", one.nominees[:1], voters=9)))


@breaks("C222")
def one_nominates_more_than_seats(one: Constituency) -> Constituency | None:
    names = one.nominees[: one.seats + 1]
    return replace(one, nominations=(*one.nominations, Nomination("政党", names, who="示例总支部")))


@breaks("C222")
def one_nominates_more_than_seats_in_two_goes(one: Constituency) -> Constituency | None:
    first, rest = one.nominees[: one.seats], one.nominees[one.seats : one.seats + 1]
    both = (Nomination("人民团体", first, who="示例总会"), Nomination("人民团体", rest, who="示例总会"))
    return replace(one, nominations=(*one.nominations, *both))


@breaks("C242")
def four_mandates(one: Constituency) -> Constituency | None:
    return replace(one, most_mandates=4)


@breaks("C227")
def a_relative_counts(one: Constituency) -> Constituency | None:
    return replace(one, workers=((person(one.setting.name, one.number, 23), one.candidates[0]),))


@breaks("C210")
def the_voter_list_a_day_late(one: Constituency) -> Constituency | None:
    return _late(one, "voter_list")


@breaks("C210")
def the_nominees_a_day_late(one: Constituency) -> Constituency | None:
    return _late(one, "nominees_list")


@breaks("C210")
def the_candidates_a_day_late(one: Constituency) -> Constituency | None:
    return _late(one, "candidates_list")


def _late(one: Constituency, name: str) -> Constituency:
    return replace(one, lists={**one.lists, name: one.held - (NOT_LATER_THAN[name] - 1) * DAY})


@breaks("C210")
def the_result_a_day_late(one: Constituency) -> Constituency | None:
    """Gansu, article 37: within three days after voting ended."""
    if one.setting.province != "gansu" or one.reruns or "result_list" not in one.lists:
        return None
    last = one.polling_until or one.held
    return replace(one, lists={**one.lists, "result_list": last + 4 * DAY})


@breaks("C210")
def the_result_of_a_later_vote_a_day_late(one: Constituency) -> Constituency | None:
    held = last_rerun(one) if known(one) and one.setting.province == "gansu" else None
    return with_rerun(one, replace(held[0], published=held[0].day + 4 * DAY)) if held and held[0].day else None


@breaks("C210")
def the_result_of_a_by_election_a_day_late(one: Constituency) -> Constituency | None:
    held = by_election(one) if one.setting.province == "gansu" else None
    return with_by_election(one, replace(held[0], published=held[0].day + 4 * DAY)) if held and held[0].day else None


@breaks("C210")
def the_notice_of_a_by_election_a_day_late(one: Constituency) -> Constituency | None:
    """Gansu: seven days before the by-election."""
    vote = one.by_elections[0] if one.by_elections and one.setting.province == "gansu" else None
    return with_by_election(one, replace(vote, announced=vote.day - 6 * DAY)) if vote and vote.day else None


@breaks("C213")
def nominees_before_the_voters(one: Constituency) -> Constituency | None:
    return replace(one, lists={**one.lists, "nominees_list": one.lists["voter_list"] - DAY})


@breaks("C213")
def the_result_before_the_vote(one: Constituency) -> Constituency | None:
    return replace(one, lists={**one.lists, "result_list": one.held - DAY})


@breaks("C225")
def a_candidate_of_two_constituencies(one: Constituency) -> Constituency | None:
    first = replace(one, first=None, reruns=(), recalls=(), by_elections=(), congress=None, review=None)
    return replace(first, beside=(replace(first, number=one.number + BESIDE),))


@breaks("C271")
def four_times_the_people_for_a_deputy(one: Constituency) -> Constituency | None:
    other = replace(one, number=one.number + BESIDE, population=4000 * one.seats, candidates=(), withdrawn={})
    other = replace(other, nominees=(), nominations=(), first=None, reruns=(), recalls=(), by_elections=(), workers=())
    return replace(one, population=1000 * one.seats, beside=(other,), congress=None, review=None)


@breaks("C203")
def one_seat_more_than_the_congress_has(one: Constituency) -> Constituency | None:
    return replace(one, congress=one.seats + 1) if one.level == "乡级" and not one.review else None


@breaks("C251")
def not_the_day_that_it_was_put_off_to(one: Constituency) -> Constituency | None:
    return replace(one, polling_day=one.setting.polling_day) if one.postponed else None


@breaks("C270")
def put_off_after_the_vote(one: Constituency) -> Constituency | None:
    day = one.setting.polling_day
    return replace(one, postponed=replace(one.postponed, decided=day + DAY)) if one.postponed else None


@breaks("C270")
def put_off_to_an_earlier_day(one: Constituency) -> Constituency | None:
    if not one.postponed or one.first:
        return None
    return replace(one, postponed=replace(one.postponed, until=one.setting.polling_day - DAY))


@breaks("C273")
def put_off_a_day_too_long(one: Constituency) -> Constituency | None:
    if one.setting.province != "gansu" or "ahead" in one.kinds or not one.postponed:
        return None
    day = one.setting.polling_day
    return replace(one, postponed=Postponement(day - DAY, day + 8 * DAY))


@breaks("C273")
def held_anew_a_day_too_late(one: Constituency) -> Constituency | None:
    if one.setting.province != "gansu" or not one.reruns or not known(one) or not judged(one)[0].void:
        return None
    last = one.polling_until or one.held
    again = replace(one.reruns[0], day=last + 8 * DAY, published=last + 9 * DAY)
    return replace(one, reruns=(again,), by_elections=(), recalls=())
