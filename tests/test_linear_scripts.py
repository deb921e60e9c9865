"""What readers type takes the scripts no longer than its length: 10 KB and 100 KB, and names of one character."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from bench.search import answers
from huanjie.search import Indexed, build
from tests.conftest import ROOT
from tests.support.linear import LARGE, MOST, NO_TIME, SMALL, TEXTS, Make

pytestmark = [pytest.mark.build, pytest.mark.skipif(shutil.which("node") is None, reason="needs node")]
ROUNDS = 5
MS = 1000
QUERIES = TEXTS | {"pinyin": lambda size: "xuan" * (size // 4), "shi": lambda size: "shi " * (size // 4)}
PAGES = [
    Indexed(
        "questions/card/", "选民证丢了还能投票吗？", "问答", "<h1>题</h1><p>能，带身份证来。</p>", ("选民证找不到",)
    ),
    Indexed("areas/zaolin/", "枣林镇", "乡镇街道", "<h1>题</h1><p>西井洼村</p>", ("西井洼村", "井洼老庄")),
]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    for name, content in build(PAGES).items():
        (folder / name).write_bytes(content)
    return folder


def found(names: list[str], queries: list[str]) -> list[tuple[str, float]]:
    """What find.js says of each query, and how long that took it."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "support" / "find_node.js"), *names],  # noqa: S607  # the one on PATH
        input="".join(f"{json.dumps(query)}\n" for query in queries),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [(one["said"], one["time"]) for one in map(json.loads, done.stdout.splitlines())]


def even(times: list[float]) -> bool:
    """Whether the best of the second half, of what is ten times as long, is at most 15 times the best of the first."""
    small, large = min(times[:ROUNDS]), min(times[ROUNDS:])
    return large < max(NO_TIME * MS, MOST * small)


@pytest.mark.parametrize("make", QUERIES.values(), ids=QUERIES)
def test_a_query_is_answered_in_linear_time(searched: Path, make: Make) -> None:
    queries = [make(SMALL)] * ROUNDS + [make(LARGE)] * ROUNDS
    assert even([one["time"] for one in answers(searched, queries)])
    assert even([time for _, time in found(["东社区"], queries)])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("社" * 39, "找到 1 处。"),
        ("she" * 10, "找到 1 处。"),
        ("s" * 39, "找到 1 处。"),
        ("s" * 30 + "q", "没有找到"),
        ("社" * 30 + "村", "没有找到"),
        ("社" * 100_000, "没有完全一样的，相近的有 1 处。"),  # the name stands in it
    ],
)
def test_a_name_of_one_character_over_and_over_is_found_or_not_at_once(query: str, said: str) -> None:
    ((text, _),) = found(["社" * 40], [query])
    assert text.startswith(said)
