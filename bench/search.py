"""The quality and the cost of our search: shares of right first results, bytes, requests and time.

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
# Pages about other elections and services, which belong to other offices.
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
    """Ask every query, each in a browser without anything loaded."""
    lines = "\n".join(map(json.dumps, queries)) + "\n"
    command = ["node", str(ROOT / "bench" / "search_node.js"), str(folder)]
    printed = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)  # noqa: S603  # our own
    return [json.loads(line) for line in printed.stdout.splitlines()]


def right(answer: dict[str, Any], expected: list[str], first: int) -> bool:
    """Whether an expected page, or a place on it, is among the first results.

    Where nothing is expected: whether nothing was found, or first of all a page that tells such things apart.
    """
    results = answer["addresses"][:first]
    if not expected:
        return not results or results[0] in APART
    return bool({*results, *(address.split("#")[0] for address in results)} & set(expected))


def main(folder: Path, queries: Path, *, everything: bool) -> None:
    """Print each query that was not answered right, and the shares."""
    table = yaml.safe_load(queries.read_text("utf-8"))
    given = answers(folder, [str(row["q"]) for row in table])
    weights = {path.name: len(gzip.compress(path.read_bytes())) for path in folder.iterdir()}
    for row, answer in zip(table, given, strict=True):
        if everything or not right(answer, row["first"], 1):
            sign = "=" if right(answer, row["first"], 1) else "~" if right(answer, row["first"], 3) else "!"
            results = [*zip(answer["addresses"][:4], answer["coverage"], answer["scores"], strict=False)]
            sys.stdout.write(f"{sign} {row['q']}  {answer['count']} {answer['meant']} {results}\n")
    for name, none in (("found", False), ("nothing", True)):
        answered = [(row, answer) for row, answer in zip(table, given, strict=True) if (row["first"] == []) == none]
        shares = (
            [mean(right(answer, row["first"], first) for row, answer in answered) for first in (1, 3)]
            if answered
            else []
        )
        sys.stdout.write(f"{name}: {len(answered)} queries, first and top 3: {[f'{share:.1%}' for share in shares]}\n")
    sizes = sorted(sum(weights[name] for name in answer["loaded"]) for answer in given)
    requests = sorted(len(answer["loaded"]) for answer in given)
    times = sorted(answer["time"] for answer in given)
    for name, values in (("bytes", sizes), ("requests", requests), ("ms in node", times)):
        sys.stdout.write(f"{name}: median {values[len(values) // 2]:.0f}, most {values[-1]:.0f}\n")


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    main(files[0], files[1] if len(files) > 1 else DEVELOPMENT, everything="--all" in sys.argv)
