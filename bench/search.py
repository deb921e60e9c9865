"""How well and how cheaply the search answers: shares of right first results, bytes, requests and time.

    .venv/bin/python -m bench.search INDEX-FOLDER [QUERIES.yml] [--all]

The queries are answered in node by the reader's own script. `--all` also lists the queries that were answered right.
"""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
DEVELOPMENT = ROOT / "tests" / "search" / "queries-dev.yml"
# The pages that say what is not this election, and whose business it is.
APART = {
    f"questions/{slug}/"
    for slug in (
        "other-elections",
        "other-services",
        "other-troubles",
        "party-elections",
        "residents-committee-elections",
        "village-committee-elections",
    )
}


def answers(folder: Path, queries: list[str]) -> list[dict[str, Any]]:
    """Ask them all, each as somebody who comes for the first time."""
    asked = "\n".join(map(json.dumps, queries)) + "\n"
    command = ["node", str(ROOT / "bench" / "search_node.js"), str(folder)]
    said = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)  # noqa: S603  # our own
    return [json.loads(line) for line in said.stdout.splitlines()]


def right(answer: dict[str, Any], expected: list[str], first: int) -> bool:
    """Whether what was expected is among the first, a page at any of its places.

    Where nothing is expected: whether nothing was found, or first of all a page that tells such things apart.
    """
    found = answer["addresses"][:first]
    if not expected:
        return not found or found[0] in APART
    return bool({*found, *(one.split("#")[0] for one in found)} & set(expected))


def main(folder: Path, queries: Path, *, everything: bool) -> None:
    """Tell each query that was not answered right, and the shares."""
    table = yaml.safe_load(queries.read_text("utf-8"))
    given = answers(folder, [str(row["q"]) for row in table])
    weights = {path.name: len(gzip.compress(path.read_bytes())) for path in folder.iterdir()}
    for row, answer in zip(table, given, strict=True):
        if everything or not right(answer, row["first"], 1):
            sign = "=" if right(answer, row["first"], 1) else "~" if right(answer, row["first"], 3) else "!"
            shown = [*zip(answer["addresses"][:4], answer["coverage"], answer["scores"], strict=False)]
            sys.stdout.write(f"{sign} {row['q']}  {answer['count']} {answer['meant']} {shown}\n")
    for name, none in (("found", False), ("nothing", True)):
        several = [(row, one) for row, one in zip(table, given, strict=True) if (row["first"] == []) == none]
        shares = [mean(right(one, row["first"], first) for row, one in several) for first in (1, 3)] if several else []
        sys.stdout.write(f"{name}: {len(several)} queries, first and top 3: {[f'{share:.1%}' for share in shares]}\n")
    sizes = sorted(sum(weights[name] for name in one["loaded"]) for one in given)
    requests = sorted(len(one["loaded"]) for one in given)
    times = sorted(one["time"] for one in given)
    for name, values in (("bytes", sizes), ("requests", requests), ("ms in node", times)):
        sys.stdout.write(f"{name}: median {values[len(values) // 2]:.0f}, most {values[-1]:.0f}\n")


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    main(files[0], files[1] if len(files) > 1 else DEVELOPMENT, everything="--all" in sys.argv)
