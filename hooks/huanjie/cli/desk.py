"""`huanjie desk`: forms in the browser, on this machine, for editors who would rather not write YAML."""

import gc
import json
import re
from argparse import Namespace
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from huanjie.cli import CLEAN, complain, could_not, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.desk.backend import FormBackend, MissingError, RefusedError
from huanjie.desk.requests import BadRequestError, Form, Request, length, read
from huanjie.findings import escaping
from huanjie.system.inside import NotWrittenError
from huanjie.system.loopback import LocalHandler, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

HELP = "在浏览器里填表：新建、修改记录，存在内容文件夹里"
PROGRAM = "node_modules/decap-cms/dist/decap-cms.js"
_MOST = 5_000_000  # bytes of one request; the longest record has a hundredth of it
_RECORDS = "/records"
_OWN = r"index\.html|start\.js|desk\.js|desk\.css|desk\.svg|config\.yml"
_PAGE = re.compile(_OWN + r"|node_modules/decap-cms/dist/\w[\w.-]*\.js")  # Decap CMS loads pieces of it when needed
_KINDS = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "yml": "text/yaml; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
# What Decap CMS needs: it makes its check of config.yml out of text, and writes styles into the page. Nothing is loaded
# from another host or sent there; and the page must not be framed, or a click into a form could be stolen.
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_WITH_PAGE = (("Content-Security-Policy", _POLICY), ("X-Frame-Options", "DENY"), ("Cache-Control", "no-cache"))
_NOT_HERE = ("unpublishedEntries", "unpublishedEntry", "getDeployPreview")  # what Decap asks of every backend


def add(parser: Parser) -> None:
    """Say what may be written."""
    content, content_help = Path("content"), "内容文件夹；不写就是 content"
    page, page_help = Path("desk"), "编辑台的网页；不写就是 desk"
    parser.arguments.add_argument(
        "content", nargs="?", type=Path, default=content, metavar="CONTENT", help=content_help
    )
    parser.arguments.add_argument("--port", type=int, default=8010, metavar="PORT", help="端口；不写就是 8010")
    parser.arguments.add_argument("--page", type=Path, default=page, metavar="FOLDER", help=page_help)


def run(options: Namespace) -> int:
    """Serve the forms until somebody stops it."""
    if not options.content.is_dir():
        return usage_error(f"没有内容文件夹“{options.content}”")
    if not (options.page / PROGRAM).is_file():
        return usage_error(f"编辑台的程序还没有装，请运行 make desk（在 {options.page} 里找 {PROGRAM}）")
    gc.enable()  # this command does not end soon
    try:
        serving = server(options.content, options.page, options.port)
    except OverflowError:
        return usage_error(f"没有端口 {options.port}；端口是 1 到 65535 的数")
    except OSError:
        return could_not(f"端口 {options.port} 用不了，多半已经有程序在用；请换一个，如 --port {options.port + 1}")
    with serving:
        say(f"编辑台：http://127.0.0.1:{serving.server_port}/ ；按 Ctrl+C 结束。\n")
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            return CLEAN
    return CLEAN


def server(content: Path, page: Path, port: int) -> ThreadingHTTPServer:
    """Make the server, in threads: a browser keeps connections open on which it asks for nothing."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Desk, FormBackend(content), page))


class _Desk(LocalHandler):
    """The page and its script as files; the records at /records, as Decap's proxy backend asks for them."""

    methods = ("GET", "HEAD", "POST")
    _turn = Lock()  # one request for records at a time: nobody saves into the middle of another's check

    def __init__(self, backend: FormBackend, page: Path, *request: Any) -> None:  # noqa: ANN401  # the server's own
        self._backend, self._page = backend, page
        super().__init__(*request)

    def do_GET(self) -> None:  # noqa: N802  # the server's own name
        """Send a file that the page is made of, and nothing else that lies beside these files."""
        name = self.path.partition("?")[0].removeprefix("/") or "index.html"
        try:
            body = (self._page / name).read_bytes() if _PAGE.fullmatch(name) else None
        except OSError:
            body = None
        if body is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.answer(HTTPStatus.OK, _KINDS[name.rpartition(".")[2]], body, _WITH_PAGE)

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:  # noqa: N802
        """Answer what the forms ask."""
        try:
            if self.path != _RECORDS:
                self.send_error(HTTPStatus.NOT_FOUND)
            elif refused := self._wrong_headers():
                self._say(refused, {"error": sentence(refused)})
            else:
                self._say(HTTPStatus.OK, self._done(read(self._body())))
        except MissingError as why:
            self._say(HTTPStatus.NOT_FOUND, {"error": escaping.line(f"没有“{why}”")})
        except (RefusedError, NotWrittenError) as why:
            self._say(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": escaping.lines(str(why))})
        except BadRequestError as why:
            self._say(HTTPStatus.BAD_REQUEST, {"error": escaping.line(str(why))})
        except TimeoutError:
            self._say(HTTPStatus.REQUEST_TIMEOUT, {"error": sentence(HTTPStatus.REQUEST_TIMEOUT)})
        except ConnectionError:
            raise  # nobody is there to be answered
        except Exception as error:  # noqa: BLE001  # whatever it is, an editor who saves must be told
            complain(f"编辑台出了意外：{error!a}")
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": "编辑台出了意外，没有存；窗口里有一行说明"})

    def _wrong_headers(self) -> HTTPStatus | None:
        """Why a request is not taken, if so: another site open in the same browser must not write records."""
        if self.headers.get_all("Origin", []) != [f"http://{self.headers['Host']}"]:
            return HTTPStatus.FORBIDDEN
        if self.headers.get_content_type() != "application/json":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        lengths = self.headers.get_all("Content-Length", [])
        if not lengths or "Transfer-Encoding" in self.headers:
            return HTTPStatus.LENGTH_REQUIRED
        size = length(lengths)
        if size is None:
            return HTTPStatus.BAD_REQUEST
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if size > _MOST else None

    def _body(self) -> bytes:
        size = length(self.headers.get_all("Content-Length", [])) or 0
        raw = self.rfile.read(size)
        if len(raw) < size:
            incomplete = "请求没有收全"
            raise BadRequestError(incomplete)
        return raw

    def _done(self, request: Request) -> object:
        """Do what the request names; Decap knows actions that records have no use for."""
        backend = self._backend
        actions: dict[str, Callable[[], object]] = {
            "entriesByFolder": lambda: [_record(path, form) for path, form in backend.records(request.text("folder"))],
            "entriesByFiles": lambda: [_record(path, backend.record(path)) for path in request.paths("files")],
            "getEntry": lambda: _record(request.text("path"), backend.record(request.text("path"))),
            "getMedia": list,
            "fileName": lambda: {"name": backend.name(request.text("kind"), request.form("filled"))},
            "persistEntry": lambda: self._keep(*request.record()),
            "told": lambda: {"told": backend.remarks},
            **dict.fromkeys(_NOT_HERE, lambda: None),
        }
        if request.action not in actions:
            unknown = f"编辑台不会“{request.action[:40]}”"
            raise BadRequestError(unknown)
        with self._turn:
            return actions[request.action]()

    def _keep(self, path: str, filled: Form, new: bool) -> object:  # noqa: FBT001  # as the request has it
        self._backend.keep(path, filled, new=new)
        return {"message": "存好了"}

    def _say(self, status: HTTPStatus, payload: object) -> None:
        self.answer(status, _KINDS["json"], escaping.as_json(payload).encode("utf-8", "replace"))

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def _record(path: str, form: Form) -> dict[str, object]:
    return {"data": json.dumps(form, ensure_ascii=False), "file": {"path": path, "id": None}}
