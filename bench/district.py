"""A whole district from a seed: `python -m bench.district --out FOLDER [--areas N] [--seed S] [--totals]`.

Without `--areas` it is 示例区 of the example site, with its special constituencies.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.areas import Area, area, land
from bench.dice import Dice
from bench.later import later
from bench.names import Names
from bench.plans import Plan, plans
from bench.plots import special
from bench.shili import AREAS
from bench.totals import totals
from bench.yaml import document

SEED = 2026
INVENTED = "这里的乡镇、村、社区、单位、人名和数字都是虚构的，只作演示。"
DO_NOT_EDIT = "本文件由程序生成，请不要直接改；命令是："


def shili() -> list[Area]:
    """示例区, with what is special in it."""
    areas = held(AREAS, SEED)
    named = {one.plan.slug: one for one in areas}
    special(named, SEED)
    later(named, SEED)
    return areas


def held(of: tuple[Plan, ...], seed: int) -> list[Area]:
    """Hold an election in which nothing special happens."""
    lands = {plan.slug: land(plan, seed) for plan in of}
    names = Names(Dice(seed, "names"))
    return [area(one, lands, names, seed, place) for place, one in enumerate(lands.values())]


def district(areas: int, seed: int) -> Iterator[tuple[str, str]]:
    """Make a district of so many areas: the name and the text of each file."""
    yield from files(held(tuple(plans(areas, Dice(seed, "plans"))), seed), f"--areas {areas} --seed {seed}")


def files(areas: list[Area], options: str) -> Iterator[tuple[str, str]]:
    """Write each area: the name and the text of its file."""
    for one in areas:
        comments = (f"{DO_NOT_EDIT}python -m bench.district {options}", INVENTED)
        yield f"{one.plan.slug}.yml", document(comments, one.written())


def main() -> None:
    """Write the files, or print the totals."""
    parser = argparse.ArgumentParser(prog="python -m bench.district", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder to write to")
    parser.add_argument("--areas", type=int, help="how many areas; left out: 示例区")
    parser.add_argument("--seed", type=int, default=SEED, help="with --areas: another district")
    parser.add_argument("--totals", action="store_true", help="print the totals of 示例区")
    given = parser.parse_args()
    if given.totals:
        sys.stdout.write("".join(f"{line}\n" for line in totals(shili())))
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        made = district(given.areas, given.seed) if given.areas else example()
        for name, text in made:
            (given.out / name).write_text(text, "utf-8")


def example() -> Iterator[tuple[str, str]]:
    """The files of the example site."""
    return files(shili(), "--out examples/shili/content/areas")


if __name__ == "__main__":
    main()
