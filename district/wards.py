"""A constituency from its delimitation to its result, in the fields of a record."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from district.area_plans import COUNTY, TOWNSHIP, Plan
from district.candidates import Stand, stand
from district.chance import Chance
from district.delimitation import Run
from district.names import Names
from district.places import COMMUNITY, UNIT, VILLAGE, Locality
from district.votes import Count, usual
from district.yaml import Node, Record, Row
from huanjie.model.constituencies import Constituency

NOMINEES_LIST = "2026-11-02"
RESULT_LISTS = {COUNTY: "2026-11-19", TOWNSHIP: "2026-11-20"}
BOARDS = {
    VILLAGE: ("村委会公示栏", "文化广场公示栏", "小卖部门口", "卫生室门口"),
    COMMUNITY: ("居委会公示栏", "小区门口公示栏", "菜市场门口", "服务大厅"),
    UNIT: ("大门口公告栏",),
}
ROOMS = {VILLAGE: "村委会会议室", COMMUNITY: "居委会活动室", UNIT: "会议室"}
WORKERS = ("总监票人", "监票人", "监票人", "计票人", "计票人")
ORDER = tuple(Constituency.model_fields)
CUT_DOWN = (
    "推荐了 {nominees} 人。{groups} 个选民小组讨论、协商以后，按较多数选民的意见确定 {standing} 名正式候选人。",
    "初步候选人 {nominees} 名，{groups} 个选民小组在 11 月 8 日以前讨论了两轮，按较多数选民的意见留下 {standing} 名。",
    "{groups} 个选民小组分头讨论 {nominees} 名初步候选人，11 月 8 日汇总，按较多数选民的意见确定 {standing} 名。",
)


@dataclass(frozen=True)
class Days:
    """The days on which the lists of an area were published."""

    voter_list: str
    candidates_list: str


@dataclass
class Ward:
    """A constituency: its delimitation, candidates and count; and its record."""

    plan: Plan
    run: Run
    stand: Stand
    count: Count | None
    record: Record
    notes: list[str] = field(default_factory=list)
    consultation: str = ""
    outcome: str = ""  # the note on the vote, which is known only with its result
    anew: Count | None = None  # the vote that was held after a void one

    @property
    def reference(self) -> str:
        """Its address, as other records refer to it."""
        return f"{self.plan.slug}/{'county' if self.run.level == COUNTY else 'township'}-{self.run.number}"

    @property
    def voters(self) -> int:
        """The registered voters of its parts."""
        return sum(part.voters for part in self.run.parts)

    @property
    def participants(self) -> int:
        """The participants of its parts."""
        return sum(part.participants for part in self.run.parts)

    def written(self) -> Record:
        """The record with its candidates, result and notes, in the order of the fields."""
        last: Record = {"candidates": self.stand.candidates}
        if self.count:
            note: Record = {"note": self.outcome} if self.outcome else {}
            last["vote"] = self.count.record() | {"source": "result-table"} | note
        if self.consultation:
            last["consultation"] = self.consultation
        if self.notes:
            last["note"] = "".join(self.notes)
        whole = self.record | last
        return {name: whole[name] for name in ORDER if name in whole}


def ward(plan: Plan, run: Run, days: Days, names: Names, chance: Chance) -> Ward:
    """Hold the election in a constituency, with nothing special."""
    standing = stand(plan, run, names, chance)
    homes = list({part.locality.name: part.locality for part in run.parts}.values())
    record: Record = {
        "number": run.number,
        "level": run.level,
        "covers": list(_covers(plan, run, homes)),
        "seats": run.seats,
        "population": sum(part.population for part in run.parts),
        "voters": sum(part.voters for part in run.parts),
        "voter_list": days.voter_list,
        "nominees_list": NOMINEES_LIST,
        "candidates_list": days.candidates_list,
        "result_list": RESULT_LISTS[run.level],
        "posted_at": _posted(homes, chance),
        "nominations": standing.nominations,
        "nominees": standing.nominees,
        "workers": [Row({"name": names.next()[0], "role": role}) for role in WORKERS],
    }
    made = Ward(plan, run, standing, None, record | _sometimes(homes, chance), consultation=_cut_down(standing, chance))
    made.count = usual(standing.names, run.seats, made.participants, chance)
    return made


def _covers(plan: Plan, run: Run, homes: list[Locality]) -> Iterator[Node]:
    """Name each locality that is covered; a locality that is covered in part, with its groups."""
    for home in homes:
        own = [part for part in run.parts if part.locality is home]
        covered: dict[str, Node] = {"name": home.name}
        if len(own) < len(home.groups):
            covered["part"] = [part.group for part in own]
        if own[0].area != plan.slug:
            covered["area"] = own[0].area
        yield Row(covered) if len(covered) > 1 else home.name


def _posted(homes: list[Locality], chance: Chance) -> list[str]:
    if len(homes) == 1:
        boards = chance.shuffled(BOARDS[homes[0].sort])[: chance.between(1, 2)]
        return [f"{homes[0].name}{board}" for board in boards]
    return [f"{home.name}{chance.pick(BOARDS[home.sort])}" for home in chance.shuffled(homes)[: chance.between(2, 3)]]


def _sometimes(homes: list[Locality], chance: Chance) -> Record:
    """Add fields that only some constituencies record."""
    met: Record = {"candidates_meetings": [_meeting(chance.pick(homes), chance)]} if chance.happens(0.35) else {}
    return met | ({"most_mandates": chance.between(1, 3)} if chance.happens(0.4) else {})


def _meeting(home: Locality, chance: Chance) -> Row:
    day = f"2026-11-{chance.between(12, 16)}"
    begins = chance.pick(("09:30", "10:00", "15:00", "15:30", "19:00"))
    return Row({"day": day, "begins": begins, "place": f"{home.name}{ROOMS[home.sort]}"})


def _cut_down(standing: Stand, chance: Chance) -> str:
    """Describe how the nominees were cut down, where there are more of them than formal candidates."""
    put_forward, left = len(standing.nominees), len(standing.candidates)
    sentence = chance.pick(CUT_DOWN).format(nominees=put_forward, groups=chance.between(4, 14), standing=left)
    return sentence if put_forward > left else ""
