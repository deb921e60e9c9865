"""The stages before a vote: nominations, formal candidates, lists; and names that nobody shares."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from district.chance import Chance
from district.elections.records import Constituency, Nomination, Postponement, Setting, sure

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "一二三五六七八九十千万子丰云文方书玉正平生立永成江安宇兴华志"
VOTERS = (21, 22, 60, 100, 101, 333, 999, 1000, 1561, 3120, 8001, 40_000)


def person(setting: str, number: int, place: int) -> str:
    """Give a name that nobody else in the election has."""
    count = (ord(setting[0]) - ord("a")) * 7 + number * 30 + place
    first, rest = divmod(count, len(GIVEN) ** 2)
    second, third = divmod(rest, len(GIVEN))
    return FAMILY[first % len(FAMILY)] + GIVEN[second] + GIVEN[third]


def formal(chance: Chance, names: Sequence[str], seats: int) -> tuple[str, ...]:
    """Choose formal candidates: a third more than the seats, up to twice the seats."""
    most = 2 * seats
    return tuple(names[: chance.between(-(-4 * seats // 3), most)])


def nominated(chance: Chance, names: Sequence[str], seats: int) -> tuple[tuple[Nomination, ...], tuple[str, ...]]:
    """Draw who nominates whom, nobody more people than there are seats; and the list of nominees."""
    nominations = []
    for place in range(0, len(names), seats):
        group = tuple(names[place : place + seats])
        if chance.happens(0.4):
            nominations.append(Nomination("选民联名", group, voters=chance.between(10, 21)))
        else:
            by = chance.pick(("政党", "人民团体"))
            nominations.append(Nomination(by, group, who=f"示例{by}第{place + 1}支部"))
    return tuple(nominations), tuple(names)


def called(chance: Chance, setting: Setting, number: int) -> Constituency:
    """Make a constituency before its vote: voters, seats, lists, candidates."""
    seats, voters = chance.between(1, 3), chance.pick(VOTERS)
    postponed, until = _put_off(chance, setting.polling_day)
    lists = _lists(chance, postponed.until if postponed and postponed.until else setting.polling_day)
    names = [person(setting.name, number, place) for place in range(9)]
    candidates = formal(chance, names, seats)
    nominations, nominees = nominated(chance, names[: len(candidates) + chance.between(0, 2)], seats)
    ward = Constituency(
        setting,
        number,
        chance.pick(("县级", "乡级")),
        seats,
        sure(voters),
        lists,
        nominations,
        nominees,
        candidates,
        polling_until=until,
        postponed=postponed,
        workers=((names[8], ""),) if chance.happens(0.3) else (),
        most_mandates=chance.between(0, 3) if chance.happens(0.4) else None,
        kinds=("postponed",) if postponed else ("several days",) if until else (),
    )
    return _one_withdrew(ward) if len(candidates) > -(-4 * seats // 3) and chance.happens(0.3) else ward


def _put_off(chance: Chance, day: date) -> tuple[Postponement | None, date | None]:
    """Let some constituencies vote on a later day, and others for two or three days."""
    if chance.happens(0.08):
        until = day + timedelta(days=chance.between(5, 7))
        return Postponement(day - timedelta(days=chance.between(0, 3)), until), None
    return None, day + timedelta(days=chance.between(1, 2)) if chance.happens(0.1) else None


def _lists(chance: Chance, begins: date) -> dict[str, date]:
    return {
        "voter_list": begins - timedelta(days=chance.between(20, 27)),
        "nominees_list": begins - timedelta(days=chance.between(15, 18)),
        "candidates_list": begins - timedelta(days=chance.between(7, 12)),
    }


def _one_withdrew(ward: Constituency) -> Constituency:
    gone = {ward.candidates[0]: ward.lists["candidates_list"] - timedelta(days=1)}
    return replace(ward, withdrawn=gone, kinds=(*ward.kinds, "withdrew"))
