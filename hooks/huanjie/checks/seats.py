"""Checks on seats and delimitation: numbers of deputies, their sums, places in two constituencies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter

from huanjie.checks import check
from huanjie.checks.sums import at_level, congresses_of_county
from huanjie.content.records import Records
from huanjie.election.votes import constituencies
from huanjie.findings import BREACH, WARNING, Finding
from huanjie.law import Statute
from huanjie.law.seats import SEAT_RULES, seats, with_addition
from huanjie.model.areas import Area
from huanjie.model.constituencies import Constituency
from huanjie.model.election import Election
from huanjie.model.facts import Facts

FAR_APART = 4  # times; ours: the law says only that they are to be roughly equal
WITHOUT_ADDITION = ("区", "市")  # districts and cities: the law names counties, townships and ethnic ones alone


@check("C201", WARNING, "county-seats", "township-seats", "extra-five-percent")
def total_outside_what_population_allows(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """代表总名额和按人口算出来的不符。

    总名额由法律按人口定。多了少了，多半是名额或者人口抄错了；没有错，群众也会问多出来的是从哪里来的。
    错：2016 年，某镇人口 30,000，代表总名额 61 名
    对：2016 年，某镇人口 30,000，代表总名额 60 名
    """
    if statute.by_election:
        return  # the seats of the congress were set and shared out at the election of the term
    election = records.one(Election)
    for congress in congresses_of_county(records):
        more = not election.area.endswith(WITHOUT_ADDITION)
        yield from _outside(statute, "county", congress.seats, congress.population, may_add=more)
    for area in _with_congress(records):
        more = area.sort in ("乡", "民族乡")
        yield from _outside(statute, "township", area.seats, area.population, may_add=more)


def _outside(
    statute: Statute, level: str, stated: Facts[int], population: Facts[int], *, may_add: bool
) -> Iterator[Finding]:
    people = population.agreed
    if people is None or not statute.article(SEAT_RULES[level]):
        return
    allowed = seats(statute, level, people)
    for total in (total for total in stated if not total.note):
        if not allowed.least <= total.value <= allowed.most:
            right = (
                f"人口 {people:,}，应在 {allowed.least} 至 {allowed.most} 名之间（{allowed.sum}，{allowed.cited.text}）"
            )
            added, article = with_addition(statute, allowed.most), statute.article("extra-five-percent")
            if may_add and article and allowed.most < total.value <= added:
                right += f"；省级人大常委会决定另加名额的，最多 {added} 名（{article}），请在这个数的 note 里写明"
            yield Finding(total.at, f"代表总名额写 {total.value} 名", right)


@check("C202", BREACH, "constituency-seats")
def too_many_seats_for_a_constituency(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """选区的应选名额不在法律规定的范围里。

    选区太大，选民不认识候选人，也不容易找到自己的代表。
    错：选区应选 4 名代表
    对：选区应选 3 名代表
    """
    for _, constituency, law in constituencies(records, statute):
        allowed, seats = law.between("constituency-seats"), constituency.seats.agreed
        if allowed and seats is not None and not allowed[0] <= seats <= allowed[1]:
            right = f"每个选区应选 {allowed[0]} 至 {allowed[1]} 名（{law.article('constituency-seats')}）"
            yield Finding(constituency.seats[0].at, f"应选 {seats} 名代表", right)


@check("C203", WARNING, "constituency-seats-sum")
def seats_do_not_add_up(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """各选区的名额加起来不等于总名额。

    每个名额都要落到一个选区，县级还有由军队选的；加起来不对，多半是漏了选区，或者抄错了名额。
    有的地方预留几个名额，写进 reserved_seats 就对得上；另有原因的，在这个数的 note 里写明。
    选区的名额没有全部查到时，不作比较。
    错：总名额 40 名，5 个选区各 1 名 + 18 个选区各 2 名 = 41
    对：总名额 40 名，4 个选区各 1 名 + 18 个选区各 2 名 = 40
    """
    if statute.by_election:
        return  # only vacant seats are filled
    areas = records.of(Area)
    county = at_level("县级", areas)
    for congress in congresses_of_county(records):
        outside = {"军队": congress.army_seats, "预留": congress.reserved_seats}
        yield from _sum(congress.seats, county, outside)
    for area in _with_congress(records):
        yield from _sum(area.seats, at_level("乡级", [area]), {"预留": area.reserved_seats})


def _sum(total: Facts[int], inside: Sequence[Constituency], outside: Mapping[str, Facts[int]]) -> Iterator[Finding]:
    """Report seats that do not add up; silent while their number outside the constituencies is not known."""
    if any(facts.agreed is None and (facts or facts.gaps) for facts in outside.values()):
        return
    whole, known = total.agreed, [constituency.seats.agreed for constituency in inside]
    parts = Counter(seats for seats in known if seats is not None)
    apart = {name: count for name, facts in outside.items() if (count := facts.agreed)}
    added = sum(parts.elements()) + sum(apart.values())
    noted = any(fact.note for fact in total)
    if whole is None or not inside or None in known or added == whole or noted:
        return
    terms = [f"{times} 个选区各 {seats} 名" for seats, times in sorted(parts.items())]
    terms += [f"{name} {count} 名" for name, count in apart.items()]
    difference = f"少 {whole - added}" if added < whole else f"多 {added - whole}"
    hints = {"军队": "由军队选的写进 army_seats，", "预留": "预留的写进 reserved_seats，"}
    absent = "".join(hint for name, hint in hints.items() if name in outside and name not in apart)
    missing = f"{absent}还没有录入的选区请补上" if added < whole else ""
    yield Finding(
        total[0].at,
        f"名额合计 {' + '.join(terms)} = {added}，总名额是 {whole}，{difference}",
        f"请核对各选区的 seats 和这个总名额{f'；{missing}' if missing else ''}",
    )


@check("C204", WARNING)
def number_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一级人大的两个选区用了同一个编号，或者都没有编号、名称又一样。

    选民按编号找自己的选区；两个选区一个号，就会走错投票站，看错候选人。县级的编号全县不重复，乡级的一个乡镇里不重复；
    用字母、汉字编号的，没有编号只有名称的，一个乡镇、街道里不重复。
    错：两个县级选区都写 number: 12
    对：一个写 number: 12，一个写 number: 13
    """
    first: dict[tuple[str, str, str], Constituency] = {}
    for area, constituency, _ in constituencies(records, statute):
        number = str(constituency.number or "")
        everywhere = constituency.level == "县级" and number.isdecimal()
        within = "" if everywhere else area.slug
        key = (str(constituency.level), within, number.casefold() or constituency.label)
        known = first.setdefault(key, constituency)
        if known is not constituency:
            before = f"{known.at.file} 第 {known.at.line} 行"
            wrong = f"{constituency.by_number}在 {before}已经写过"
            what = "编号" if number else "名称"
            right = f"请核对{what}；同一个选区写了两次的，请合成一条"
            yield Finding(constituency.place_of("number" if number else "name"), wrong, right)


@check("C205", WARNING)
def covered_twice(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个村、社区或者单位写在两个选区里。

    那里的选民会不知道自己在哪个选区投票，也可能被登记两次。只比较同一个乡镇、街道里的：别的乡镇可以有同名的村。
    错：第 1 选区和第 2 选区的 covers 都写“东村”
    对：第 1 选区写 {name: 东村, part: 一组}，第 2 选区写 {name: 东村, part: 二组}
    """
    covering: dict[tuple[str, str, str], list[Constituency]] = defaultdict(list)
    for area, constituency, _ in constituencies(records, statute):
        for covered in constituency.covers:
            place = covered.area.slug if covered.area else area.slug
            known = covering[place, constituency.level, str(covered.name)]
            others = (other for other in known if other is not constituency)
            if shared := next((other for other in others if any(map(covered.meets, other.covers))), None):
                wrong = f"“{covered.text}”写在{constituency.title}里，{shared.title}也有（第 {shared.at.line} 行）"
                right = "请核对属于哪一个选区；分在两个选区的，请在 part 里写明各是哪几个组"
                yield Finding(covered.name.at, wrong, right)
            known.append(constituency)


@check("C271", WARNING, "constituency-equality")
def people_per_deputy_far_apart(records: Records, statute: Statute, today: date) -> Iterator[Finding]:
    """同一个乡镇、街道里，两个选区每名代表的人口相差几倍。

    各选区每名代表的人口应当大体相等，不然一个地方的一票顶别处的几票。相差太多，多半是人口或者名额抄错了；
    真是这样划分的，在选区的 note 里写明原因。
    错：一个选区 9,000 人选 1 名，另一个选区 2,000 人选 1 名，没有 note
    对：一个选区 9,000 人选 3 名，另一个选区 2,900 人选 1 名
    """
    if statute.by_election:
        return  # a constituency may have more deputies than seats that are vacant
    for group in _by_area_and_level(records).values():
        figures = ((constituency.population.agreed, constituency.seats.agreed, constituency) for constituency in group)
        each = [(people / seats, constituency) for people, seats, constituency in figures if people and seats]
        (least, smallest), (most, largest) = (pick(each, key=itemgetter(0), default=(0, None)) for pick in (min, max))
        article = statute.article("constituency-equality")
        if smallest and largest and article and most >= FAR_APART * least and not (smallest.note or largest.note):
            wrong = f"{largest.heading}每名代表 {most:,.0f} 人，{smallest.title}每名代表 {least:,.0f} 人"
            right = f"应当大体相等（{article}）；请核对人口和名额，真是这样的请在选区的 note 里写明原因"
            yield Finding(largest.population[0].at, wrong, right)


def _by_area_and_level(records: Records) -> dict[tuple[str, str], list[Constituency]]:
    groups: dict[tuple[str, str], list[Constituency]] = defaultdict(list)
    for area in records.of(Area):
        for constituency in area.constituencies:
            groups[area.slug, str(constituency.level)].append(constituency)
    return groups


def _with_congress(records: Records) -> Iterable[Area]:
    """The areas that elect a congress of their own."""
    return (area for area in records.of(Area) if area.has_congress)
