"""`huanjie desk`: forms in the browser, on this machine, for editors who would rather not write YAML."""

import gc
import json
from argparse import Namespace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from huanjie import escaping
from huanjie.commands import CLEAN, misused, say
from huanjie.commands.filing import Filing, Form, MissingError, RefusedError
from huanjie.commands.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable

HELP = "在浏览器里填表：新建、修改记录，存在内容文件夹里"
PROGRAM = "node_modules/decap-cms/dist/decap-cms.js"
_MOST = 5_000_000  # bytes of one request; the longest record has a hundredth of it


def add(parser: Parser) -> None:
    """Say what may be written."""
    content, content_help = Path("content"), "内容文件夹；不写就是 content"
    page, page_help = Path("desk"), "编辑台的网页；不写就是 desk"
    parser.said.add_argument("content", nargs="?", type=Path, default=content, metavar="CONTENT", help=content_help)
    parser.said.add_argument("--port", type=int, default=8010, metavar="PORT", help="端口；不写就是 8010")
    parser.said.add_argument("--page", type=Path, default=page, metavar="FOLDER", help=page_help)


def run(options: Namespace) -> int:
    """Serve the forms until somebody stops it."""
    if not options.content.is_dir():
        return misused(f"没有内容文件夹“{options.content}”")
    if not (options.page / PROGRAM).is_file():
        return misused(f"编辑台的程序还没有装，请运行 make desk（在 {options.page} 里找 {PROGRAM}）")
    gc.enable()  # this command does not end soon
    try:
        serving = server(options.content, options.page, options.port)
    except OSError:
        return misused(f"端口 {options.port} 用不了，多半已经有程序在用；请换一个，如 --port {options.port + 1}")
    with serving:
        say(f"编辑台：http://127.0.0.1:{serving.server_port}/ ；按 Ctrl+C 结束。\n")
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            return CLEAN
    return CLEAN


def server(content: Path, page: Path, port: int) -> ThreadingHTTPServer:
    """Make the server, in threads: a browser keeps connections open on which it asks for nothing."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Desk, Filing(content), directory=str(page)))


class _Desk(SimpleHTTPRequestHandler):
    """The page and its script as files; the records at /records, as Decap's proxy backend asks for them."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".yml": "text/yaml; charset=utf-8"}

    _turn = Lock()  # one request for records at a time: nobody saves into the middle of another's check

    def __init__(self, filing: Filing, *request: Any, **options: Any) -> None:  # noqa: ANN401  # the server's own
        self._filing = filing
        super().__init__(*request, **options)

    def do_POST(self) -> None:
        """Answer what the forms ask."""
        if not self._is_own():
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        asked = json.loads(self.rfile.read(min(int(self.headers["Content-Length"]), _MOST)))
        try:
            with self._turn:
                done = self._done(asked["action"], asked.get("params", {}))
            self._answer(HTTPStatus.OK, done)
        except MissingError as why:
            self._answer(HTTPStatus.NOT_FOUND, {"error": escaping.line(f"没有“{why}”")})
        except RefusedError as why:
            self._answer(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": escaping.lines(str(why))})

    def _is_own(self) -> bool:
        """Whether our own page asks: another site open in the same browser must not write records."""
        own = {f"{host}:{self.server.server_port}" for host in ("127.0.0.1", "localhost")}  # type: ignore[attr-defined]  # an HTTPServer
        return self.headers["Host"] in own and self.headers["Origin"] == f"http://{self.headers['Host']}"

    def _done(self, action: str, given: dict[str, Any]) -> object:
        """Do what is asked for; Decap asks for more than records have, such as how their publication goes on."""
        filing = self._filing
        actions: dict[str, Callable[[], object]] = {
            "entriesByFolder": lambda: [_entry(path, form) for path, form in filing.entries(given["folder"])],
            "entriesByFiles": lambda: [_entry(file["path"], filing.entry(file["path"])) for file in given["files"]],
            "getEntry": lambda: _entry(given["path"], filing.entry(given["path"])),
            "getMedia": list,
            "fileName": lambda: {"name": filing.name(given["kind"], given["filled"])},
            "persistEntry": lambda: self._keep(*given["dataFiles"], new=given["options"]["newEntry"]),
            "told": lambda: {"told": filing.told},
        }
        return actions[action]() if action in actions else None

    def _keep(self, file: dict[str, str], *, new: bool) -> object:
        filled: Form = json.loads(file["raw"])
        self._filing.keep(file["path"], filled, new=new)
        return {"message": "存好了"}

    def _answer(self, status: HTTPStatus, said: object) -> None:
        body = escaping.as_json(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def _entry(path: str, form: Form) -> dict[str, object]:
    return {"data": json.dumps(form, ensure_ascii=False), "file": {"path": path, "id": None}}
