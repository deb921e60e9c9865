"""A district from a seed: `python -m district --out FOLDER [--areas N] [--seed S] [--totals]`.

Without `--areas` it is 示例区 of the example site, with its special cases.
"""

import argparse
import sys
from pathlib import Path

from district.generate import SEED, district, example, shili
from district.totals import totals


def main() -> None:
    """Write the files, or print the totals."""
    parser = argparse.ArgumentParser(prog="python -m district", description=__doc__)
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


if __name__ == "__main__":
    main()
