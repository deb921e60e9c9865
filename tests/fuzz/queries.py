"""What readers type into the search, answered by its own script in node."""

import json
import random
import resource
import subprocess
from functools import cache
from pathlib import Path

import yaml

from huanjie.checks.report import check_folder
from huanjie.pages import Edition, plan
from huanjie.pages.shared.rendering import render
from huanjie.search import build, of_page
from tests.conftest import FIXTURES, ROOT
from tests.fuzz.mutations import mutated
from tests.fuzz.target import Attempt, WrongError
from tests.support.example import TODAY

AT_ONCE = 40  # queries of a case: node takes as long to begin as for all of them


@cache
def typed() -> tuple[bytes, ...]:
    """What people were seen to type."""
    table = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
    return tuple(str(row["q"]).encode() for row in table)


def any_queries(dice: random.Random) -> bytes:
    """Lines of JSON, each a query with something wrong with it."""
    several = (mutated(dice.choice(typed()), typed(), dice)[:100_000] for _ in range(AT_ONCE))
    return "".join(f"{json.dumps(_of_browsers(one))}\n" for one in several).encode()


def _of_browsers(raw: bytes) -> str:
    """As text of a browser, which may hold half a character."""
    return raw.decode("utf-8", "surrogatepass") if raw[:3] == b"\xed\xa0\x80" else raw.decode("utf-8", "replace")


def ask(folder: Path) -> Attempt:
    """Every query is answered by pages that are in the index, or by none."""
    report = check_folder(FIXTURES / "smallest", TODAY)
    pages = [one for planned in plan(Edition.of(report)) for one in of_page(planned.page, render(planned.page))]
    for name, content in build(pages).items():
        (folder / name).write_bytes(content)
    known = {page.address for page in pages}
    command = ["node", "--max-old-space-size=500", str(ROOT / "bench" / "search_node.js"), str(folder)]

    def attempt(case: bytes) -> None:
        done = subprocess.run(
            command, input=case, capture_output=True, check=False, preexec_fn=_unlimited
        )  # no threads here
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if done.returncode or len(answers) != case.count(b"\n"):
            raise WrongError(done.stderr.decode("utf-8", "replace")[-2000:])
        if any(not known.issuperset(one["addresses"]) for one in answers):
            raise WrongError(case)

    return attempt


def _unlimited() -> None:
    """Node takes room for what it may never use."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
