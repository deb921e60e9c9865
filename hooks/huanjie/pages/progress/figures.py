"""The figures of each level in charts and a table: seats, candidates, those elected, turnout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from huanjie.model.constituencies import Constituency
from huanjie.pages import Edition
from huanjie.pages.areas.areas import LEVELS
from huanjie.pages.results.results import Summed, summed
from huanjie.pages.results.totals import Figure, label_of, stated_of_level
from huanjie.pages.shared.charts import Chart, chart
from huanjie.pages.shared.facts import number


@dataclass(frozen=True)
class LevelFigures:
    """The sums of a level's constituencies; `candidates` is None where a part is not known.

    `standing`: whether anybody stands yet; `stated`: the totals that sources state.
    """

    label: str
    whole: Summed
    candidates: int | None
    standing: bool
    chart: Chart | None
    stated: Mapping[str, Figure]


@dataclass(frozen=True)
class Figures:
    """The figures of all levels, and a chart of their turnouts."""

    levels: tuple[LevelFigures, ...]
    turnout: Chart | None


def figures(edition: Edition) -> Figures | None:
    """Add up every level that has constituencies; None where there are none."""
    constituencies = edition.records.of(Constituency)
    by_level = [
        (level, [constituency for constituency in constituencies if constituency.level == level]) for level in LEVELS
    ]
    levels = tuple(_figures(edition, level, those) for level, those in by_level if those)
    drawn = [
        (level.label, level.whole.turnout, f"{level.whole.turnout:.1f}%") for level in levels if level.whole.turnout
    ]
    return Figures(levels, chart("turnout", "投票率：参加投票的占登记选民的百分之几", drawn, 100)) if levels else None


def _figures(edition: Edition, level: str, constituencies: Sequence[Constituency]) -> LevelFigures:
    whole = summed(edition, level, "", constituencies)
    label = label_of(edition.records, level) or level
    counts = [len(constituency.standing) or constituency.candidate_count.agreed for constituency in constituencies]
    standing = sum(filter(None, counts))
    candidates = standing if all(constituency.listed for constituency in constituencies) else None
    rows = (
        ("应选代表", whole.seats),
        ("正式候选人", candidates),
        ("当选代表", whole.elected if whole.with_result else None),
    )
    drawn = [(name, count, f"{number(count)} 名") for name, count in rows if count is not None]
    slug = "county" if level == "县级" else "township"
    picture = chart(f"seats-{slug}", f"{label}的名额、候选人和当选人", drawn) if len(drawn) > 1 else None
    return LevelFigures(label, whole, candidates, standing > 0, picture, stated_of_level(edition.records, level))
