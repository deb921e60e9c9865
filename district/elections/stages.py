"""The stages before a vote: who is put forward, who stands; names that nobody shares."""

from collections.abc import Sequence

from district.chance import Chance
from district.elections.records import Nomination

FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "一二三五六七八九十千万子丰云文方书玉正平生立永成江安宇兴华志"


def person(setting: str, number: int, place: int) -> str:
    """A name that nobody else in the election has."""
    count = (ord(setting[0]) - ord("a")) * 7 + number * 30 + place
    first, rest = divmod(count, len(GIVEN) ** 2)
    second, third = divmod(rest, len(GIVEN))
    return FAMILY[first % len(FAMILY)] + GIVEN[second] + GIVEN[third]


def formal(chance: Chance, names: Sequence[str], seats: int) -> tuple[str, ...]:
    """Formal candidates: a third to once more than there are seats."""
    most = 2 * seats
    return tuple(names[: chance.between(-(-4 * seats // 3), most)])


def nominated(chance: Chance, names: Sequence[str], seats: int) -> tuple[tuple[Nomination, ...], tuple[str, ...]]:
    """Who put the nominees forward, nobody more than there are seats; and the list of nominees."""
    nominations = []
    for place in range(0, len(names), seats):
        group = tuple(names[place : place + seats])
        if chance.happens(0.4):
            nominations.append(Nomination("选民联名", group, voters=chance.between(10, 21)))
        else:
            by = chance.pick(("政党", "人民团体"))
            nominations.append(Nomination(by, group, who=f"示例{by}第{place + 1}支部"))
    return tuple(nominations), tuple(names)
