"""`huanjie fix`: broken records become the good ones that they were."""

from collections.abc import Iterator
from itertools import count, islice
from random import Random

from huanjie.curing import cured
from huanjie.reading import reading
from tests.conftest import ROOT
from tests.slips import SLIPS

EXAMPLE = ROOT / "examples" / "shili" / "content"
GOOD = sorted(
    path.relative_to(EXAMPLE).as_posix()
    for folder in ("meetings", "policies", "stories", "questions", "notices")
    for path in (EXAMPLE / folder).glob("*.yml")
)


def broken() -> Iterator[tuple[str, str, bytes, bytes, int]]:
    """Slip, file, bytes as meant, broken bytes, line of the slip: the same hundred every time."""
    chance = Random(2026)  # noqa: S311  # the same every time is what is wanted
    names = list(SLIPS)
    for turn in count():
        name, file = names[turn % len(names)], chance.choice(GOOD)
        good = (EXAMPLE / file).read_text("utf-8").split("\n")
        if slipped := SLIPS[name](good, chance):
            lines, line, meant = slipped
            raw = lines if isinstance(lines, bytes) else "\n".join(lines).encode()
            yield name, file, "\n".join(meant or good).encode(), raw, line


HUNDRED = list(islice(broken(), 100))


def test_each_of_a_hundred_slips_is_told_on_its_line_and_nine_in_ten_are_cured() -> None:
    missed = []
    restored = 0
    for name, file, good, bad, line in HUNDRED:
        if line not in {one.at.line for one in reading((file, bad)).findings}:
            missed.append((name, file, line))
        entries = reading((file, good)).entries
        assert entries, (name, file)
        restored += reading((file, cured(file, bad))).entries == entries
    assert missed == []
    assert restored >= 95
