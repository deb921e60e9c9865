"""Breaks of the stages before a vote: seats, nominations, candidates, days of lists, postponed votes."""

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
def four_seats(ward: Constituency) -> Constituency | None:
    return replace(ward, seats=4, congress=None, review=None)


@breaks("C220")
def as_many_candidates_as_seats(ward: Constituency) -> Constituency | None:
    return replace(ward, candidates=ward.candidates[: ward.seats], withdrawn={})


@breaks("C220")
def more_than_twice_as_many_candidates(ward: Constituency) -> Constituency | None:
    more = tuple(person(ward.setting.name, ward.number, 20 + place) for place in range(2 * ward.seats + 1))
    candidates = (*ward.candidates, *more)[: 2 * ward.seats + 1]
    return replace(ward, candidates=candidates, nominees=(*ward.nominees, *more), withdrawn={})


@breaks("C228")
def a_candidate_twice(ward: Constituency) -> Constituency | None:
    return replace(ward, candidates=(*ward.candidates, ward.candidates[0]), withdrawn={})


@breaks("C269")
def too_few_candidates_left(ward: Constituency) -> Constituency | None:
    if ward.withdrawn:
        return None
    gone = ward.candidates[ward.seats :]
    return replace(ward, withdrawn=dict.fromkeys(gone, ward.lists["candidates_list"] + DAY))


@breaks("C268")
def a_candidate_whom_nobody_nominated(ward: Constituency) -> Constituency | None:
    stranger = person(ward.setting.name, ward.number, 21)
    return replace(ward, candidates=(*ward.candidates[:-1], stranger))


@breaks("C223")
def nominated_and_not_listed(ward: Constituency) -> Constituency | None:
    left = person(ward.setting.name, ward.number, 22)
    return replace(ward, nominations=(*ward.nominations, Nomination("选民联名", (left,), voters=10)))


@breaks("C221")
def nine_voters_nominate(ward: Constituency) -> Constituency | None:
    return replace(ward, nominations=(*ward.nominations, Nomination("选民联名", ward.nominees[:1], voters=9)))


@breaks("C222")
def one_nominates_more_than_seats(ward: Constituency) -> Constituency | None:
    names = ward.nominees[: ward.seats + 1]
    return replace(ward, nominations=(*ward.nominations, Nomination("政党", names, who="示例总支部")))


@breaks("C222")
def one_nominates_more_than_seats_in_two_goes(ward: Constituency) -> Constituency | None:
    first, rest = ward.nominees[: ward.seats], ward.nominees[ward.seats : ward.seats + 1]
    both = (Nomination("人民团体", first, who="示例总会"), Nomination("人民团体", rest, who="示例总会"))
    return replace(ward, nominations=(*ward.nominations, *both))


@breaks("C242")
def four_mandates(ward: Constituency) -> Constituency | None:
    return replace(ward, most_mandates=4)


@breaks("C227")
def a_relative_counts(ward: Constituency) -> Constituency | None:
    return replace(ward, workers=((person(ward.setting.name, ward.number, 23), ward.candidates[0]),))


@breaks("C210")
def the_voter_list_a_day_late(ward: Constituency) -> Constituency | None:
    return _late(ward, "voter_list")


@breaks("C210")
def the_nominees_a_day_late(ward: Constituency) -> Constituency | None:
    return _late(ward, "nominees_list")


@breaks("C210")
def the_candidates_a_day_late(ward: Constituency) -> Constituency | None:
    return _late(ward, "candidates_list")


def _late(ward: Constituency, name: str) -> Constituency:
    return replace(ward, lists={**ward.lists, name: ward.held - (NOT_LATER_THAN[name] - 1) * DAY})


@breaks("C210")
def the_result_a_day_late(ward: Constituency) -> Constituency | None:
    """Gansu, article 37: within three days after voting ended."""
    if ward.setting.province != "gansu" or ward.reruns or "result_list" not in ward.lists:
        return None
    last = ward.polling_until or ward.held
    return replace(ward, lists={**ward.lists, "result_list": last + 4 * DAY})


@breaks("C210")
def the_result_of_a_later_vote_a_day_late(ward: Constituency) -> Constituency | None:
    held = last_rerun(ward) if known(ward) and ward.setting.province == "gansu" else None
    return with_rerun(ward, replace(held[0], published=held[0].day + 4 * DAY)) if held and held[0].day else None


@breaks("C210")
def the_result_of_a_by_election_a_day_late(ward: Constituency) -> Constituency | None:
    held = by_election(ward) if ward.setting.province == "gansu" else None
    return with_by_election(ward, replace(held[0], published=held[0].day + 4 * DAY)) if held and held[0].day else None


@breaks("C210")
def the_notice_of_a_by_election_a_day_late(ward: Constituency) -> Constituency | None:
    """Gansu: seven days before the by-election."""
    vote = ward.by_elections[0] if ward.by_elections and ward.setting.province == "gansu" else None
    return with_by_election(ward, replace(vote, announced=vote.day - 6 * DAY)) if vote and vote.day else None


@breaks("C213")
def nominees_before_the_voters(ward: Constituency) -> Constituency | None:
    return replace(ward, lists={**ward.lists, "nominees_list": ward.lists["voter_list"] - DAY})


@breaks("C213")
def the_result_before_the_vote(ward: Constituency) -> Constituency | None:
    return replace(ward, lists={**ward.lists, "result_list": ward.held - DAY})


@breaks("C225")
def a_candidate_of_two_constituencies(ward: Constituency) -> Constituency | None:
    first = replace(ward, first=None, reruns=(), recalls=(), by_elections=(), congress=None, review=None)
    return replace(first, beside=(replace(first, number=ward.number + BESIDE),))


@breaks("C271")
def four_times_the_people_for_a_deputy(ward: Constituency) -> Constituency | None:
    other = replace(ward, number=ward.number + BESIDE, population=4000 * ward.seats, candidates=(), withdrawn={})
    other = replace(other, nominees=(), nominations=(), first=None, reruns=(), recalls=(), by_elections=(), workers=())
    return replace(ward, population=1000 * ward.seats, beside=(other,), congress=None, review=None)


@breaks("C203")
def one_seat_more_than_the_congress_has(ward: Constituency) -> Constituency | None:
    return replace(ward, congress=ward.seats + 1) if ward.level == "乡级" and not ward.review else None


@breaks("C251")
def not_the_day_that_it_was_put_off_to(ward: Constituency) -> Constituency | None:
    return replace(ward, polling_day=ward.setting.polling_day) if ward.postponed else None


@breaks("C270")
def put_off_after_the_vote(ward: Constituency) -> Constituency | None:
    day = ward.setting.polling_day
    return replace(ward, postponed=replace(ward.postponed, decided=day + DAY)) if ward.postponed else None


@breaks("C270")
def put_off_to_an_earlier_day(ward: Constituency) -> Constituency | None:
    if not ward.postponed or ward.first:
        return None
    return replace(ward, postponed=replace(ward.postponed, until=ward.setting.polling_day - DAY))


@breaks("C273")
def put_off_a_day_too_long(ward: Constituency) -> Constituency | None:
    if ward.setting.province != "gansu" or "ahead" in ward.kinds or not ward.postponed:
        return None
    day = ward.setting.polling_day
    return replace(ward, postponed=Postponement(day - DAY, day + 8 * DAY))


@breaks("C273")
def held_anew_a_day_too_late(ward: Constituency) -> Constituency | None:
    if ward.setting.province != "gansu" or not ward.reruns or not known(ward) or not judged(ward)[0].void:
        return None
    last = ward.polling_until or ward.held
    again = replace(ward.reruns[0], day=last + 8 * DAY, published=last + 9 * DAY)
    return replace(ward, reruns=(again,), by_elections=(), recalls=())
