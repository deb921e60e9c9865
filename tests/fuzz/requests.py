"""Requests to the desk, over a socket: each has an answer, and none makes the server stumble."""

import json
import random
import shutil
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread

from huanjie.cli import desk
from huanjie.model import KINDS
from tests.conftest import FIXTURES, ROOT
from tests.fuzz.mutations import TOKENS, mutated
from tests.fuzz.target import Attempt, WrongError

_PATHS = (
    "meetings/2016-05-31.yml",
    "sources/report.yml",
    "election.yml",
    "themes/progress.yml",
    "areas/x.yml",
    "../a",
    "",
)
_ACTIONS = (
    "entriesByFolder",
    "entriesByFiles",
    "getEntry",
    "getMedia",
    "fileName",
    "persistEntry",
    "told",
    "info",
    "x",
)
_FORM = {"title": "会", "date": "2016-05-31", "sort": "推进会", "summary": "做了什么。", "source": ["report"]}


def any_request(dice: random.Random) -> bytes:
    """A request of Decap's, with something wrong in it: as JSON, in one of its values, or altogether."""
    action = dice.choice(_ACTIONS)
    path = dice.choice(_PATHS)
    form = _FORM | {dice.choice([*_FORM, "note", "speeches", "_opened"]): _any_value(dice, 0)}
    raw = json.dumps(form) if dice.random() < 0.9 else dice.choice(TOKENS).decode("utf-8", "replace")  # a few
    params: dict[str, object] = {
        "folder": dice.choice([*KINDS, "x"]),
        "files": [{"path": path}],
        "path": path,
        "kind": dice.choice([*KINDS, "x"]),
        "filled": form,
        "dataFiles": [{"path": path, "raw": raw}],
        "options": {"newEntry": dice.random() < 0.5},  # either
    }
    if dice.random() < 0.4:  # a few
        params[dice.choice([*params])] = _any_value(dice, 0)
    typed = json.dumps({"action": action, "params": params}).encode()
    return mutated(typed, [typed], dice) if dice.random() < 0.4 else typed  # a few


def _any_value(dice: random.Random, depth: int) -> object:
    """Any value that JSON can write."""
    kind = dice.randrange(9 if depth < 4 else 7)  # deep enough
    if kind == 7:  # one in nine
        return [_any_value(dice, depth + 1) for _ in range(dice.randrange(4))]
    if kind == 8:  # the last of nine
        return {dice.choice(["value", "name", "title", "points", "x"]): _any_value(dice, depth + 1) for _ in range(3)}
    return (
        None,
        True,
        -1,
        1e300,
        "",
        "x" * dice.choice((1, 70, 100_000)),
        dice.choice(TOKENS).decode("utf-8", "replace"),
    )[kind]


def answer(folder: Path) -> Attempt:
    """The desk answers every request."""
    content = folder / "content"
    shutil.copytree(FIXTURES / "smallest", content)
    server = desk.server(content, ROOT / "desk", 0)
    Thread(target=server.serve_forever, daemon=True).start()
    own = f"http://127.0.0.1:{server.server_port}"

    def attempt(case: bytes) -> None:
        connection = HTTPConnection("127.0.0.1", server.server_port)
        try:
            connection.request("POST", "/records", case, {"Origin": own, "Content-Type": "application/json"})
            answered = connection.getresponse()
            said = answered.read()
        except (HTTPException, OSError) as error:
            raise WrongError(case[:500]) from error
        finally:
            connection.close()
        if answered.status >= 500:  # the server's own mistake
            raise WrongError(said.decode("utf-8", "replace"))

    return attempt
