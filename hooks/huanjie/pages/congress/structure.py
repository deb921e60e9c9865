"""The structure of deputies and candidates: sums with shares and a picture; nothing that would point at a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from huanjie.content.records import Records
from huanjie.model.base import Record
from huanjie.model.sources import Source
from huanjie.model.structure import Part, Structure
from huanjie.pages import Edition, Page, last_change
from huanjie.pages.shared.facts import FactView, day, named, number, view

FEW = 4  # where so few are meant, neighbours know who
FEW_HIDDEN, HIDDEN = "少于 5 人，不显示", "不显示"
WIDE, ROW = 360, 52  # the picture: its width, and the height of a part with its line of text and its bar


@dataclass(frozen=True)
class Row:
    """A part as readers see it; `hidden` replaces the count, and then the share is hidden too."""

    name: str
    count: FactView
    exact: int | None
    share: str
    hidden: str

    @property
    def text(self) -> str:
        """The part in a line, for the picture."""
        return f"{self.name} {self.exact:,} 名" + (f"，占 {self.share}" if self.share else "")


@dataclass(frozen=True)
class Bar:
    """A part on the picture: how far down it begins, and how long its bar is."""

    y: int
    width: int
    text: str


@dataclass(frozen=True)
class StructureSection:
    """A structure as readers see it."""

    structure: Structure
    area: Record | None
    total: FactView
    rows: list[Row]
    bars: list[Bar]
    published: FactView
    sources: tuple[Source, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of structure; no page while no sums are recorded."""
    records = edition.records
    structures = records.of(Structure)
    if not structures:
        return
    sections = [_section(records, structure) for structure in structures]
    yield Page(
        address="structure/",
        title="代表构成",
        template="congress/structure.html",
        description="代表和候选人按性别、民族、学历等分，各有多少；只有合计数，不逐人统计。",
        context={"structures": sections, "hiding": any(row.hidden for section in sections for row in section.rows)},
        record=structures[0].at.file,
        changed=last_change(records, *structures),
    )


def suppressed(counts: Sequence[int | None], *, overlapping: bool = False) -> frozenset[int]:
    """The places of the counts that are not shown: those of few people, and what would tell them by subtraction.

    Where parts do not overlap, what is shown taken from the total leaves the sum of what is hidden. The next smallest
    counts are hidden until that sum tells nothing; a 0 comes last, since it would add nothing to the sum.
    """
    known = {place: count for place, count in enumerate(counts) if count is not None}
    hidden = [place for place, count in known.items() if 0 < count <= FEW]
    others = sorted(known.keys() - {*hidden}, key=lambda place: (known[place] == 0, known[place], place))
    few = 0 if overlapping else len(hidden)
    while few and others and _tells(sum(known[place] for place in hidden), few, len(hidden) - few, known[others[0]]):
        hidden.append(others.pop(0))
    return frozenset(hidden)


def _tells(whole: int, few: int, added: int, following: int) -> bool:
    """Whether a sum of `few` counts from 1 to 4 and `added` counts from 5 to `following` gives one of the few away.

    `following` is the smallest count still shown; where that is 0, nothing limits what was added.
    """
    most = min(few * FEW, whole - added * (FEW + 1))
    least = max(few, whole - added * following) if following or not added else few
    return most <= few or least >= few * FEW or (few == 1 and least >= most)


def _section(records: Records, structure: Structure) -> StructureSection:
    rows = _rows(records, structure)
    return StructureSection(
        structure=structure,
        area=records.find(structure.area) if structure.area and structure.area in records else None,
        total=view(structure.total, records, structure.source, number),
        rows=rows,
        bars=_bars([row for row in rows if row.exact is not None and not row.hidden]),
        published=view(structure.published, records, structure.source, day),
        sources=named(records, structure.source),
    )


def _rows(records: Records, structure: Structure) -> list[Row]:
    counts = [min(part.count.values, default=None) for part in structure.parts]
    places = suppressed(counts, overlapping=bool(structure.overlapping))
    few = [FEW_HIDDEN if count is not None and count <= FEW else HIDDEN for count in counts]
    hidden = [few[place] if place in places else "" for place in range(len(counts))]
    return [_row(records, structure, part, instead) for part, instead in zip(structure.parts, hidden, strict=True)]


def _row(records: Records, structure: Structure, part: Part, hidden: str) -> Row:
    exact, whole = part.count.agreed, structure.total.agreed
    share = f"{exact / whole:.1%}" if exact is not None and whole else ""
    share = HIDDEN if hidden else share
    return Row(str(part.name), view(part.count, records, structure.source, number), exact, share, hidden)


def _bars(rows: Sequence[Row]) -> list[Bar]:
    longest = max((row.exact or 0 for row in rows), default=0) or 1
    return [Bar(place * ROW, WIDE * (row.exact or 0) // longest, row.text) for place, row in enumerate(rows)]
