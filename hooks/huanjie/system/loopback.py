"""An edge: the base of the two servers on this machine, the desk and the preview.

They show records that are not public yet, and any page in the same browser can send them requests. So a request must
name this machine as its host (else a site could read answers by DNS rebinding), and its target must be an address that
a site of ours can have. Every other request gets a sentence that says why it is refused.
"""

import io
import re
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from socket import SHUT_WR, socket
from time import monotonic
from typing import Any, ClassVar
from urllib.parse import unquote

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
EVERYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104  # as an editor may have set it, not as we do
# For every answer: the browser trusts the content type, and gives other sites no access.
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
PATIENCE = 30.0  # seconds in which a request must have come
_LINGER = 3.0  # seconds for which the rest of a refused request is taken, so that the answer can be read
_LONGEST = 2_000  # characters of an address
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?")
_SENTENCES = {
    HTTPStatus.FORBIDDEN: "这里只给这台电脑上的浏览器看：请用 http://127.0.0.1 开头的网址打开",
    HTTPStatus.NOT_FOUND: "没有这个网址",
    HTTPStatus.METHOD_NOT_ALLOWED: "这个网址不能这样访问",
    HTTPStatus.REQUEST_TIMEOUT: "等了太久，请求还没有收全",
    HTTPStatus.LENGTH_REQUIRED: "请求没有写明有多长",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "请求太大",
    HTTPStatus.REQUEST_URI_TOO_LONG: "网址太长",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "请求的内容应当是 JSON",
}


class LocalHandler(BaseHTTPRequestHandler):
    """A connection with a time limit for its requests; every refusal is a sentence."""

    methods: ClassVar[tuple[str, ...]] = ("GET", "HEAD")
    hosts: frozenset[str] = LOCAL

    def setup(self) -> None:
        """Read by a deadline: a client that sends a byte now and then must not hold a thread for ever."""
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_UntilThen(self.connection, PATIENCE))

    def handle(self) -> None:
        """Answer, and pass over clients that are gone or send nothing."""
        with suppress(ConnectionError, TimeoutError):
            super().handle()

    def finish(self) -> None:
        """Close after the client has read the answer: a client that is still sending would see an error instead."""
        with suppress(OSError):
            super().finish()
            self.connection.shutdown(SHUT_WR)
            rest = _UntilThen(self.connection, _LINGER)
            while rest.read(65_536):
                pass

    def parse_request(self) -> bool:
        """Read a request and refuse it where it is not allowed; give whether it is to be answered."""
        if not super().parse_request():
            return False
        if refused := self._refused():
            self.send_error(refused)
        return not refused

    def _refused(self) -> HTTPStatus | None:
        named = self.headers.get_all("Host", [])
        if len(named) != 1:
            return HTTPStatus.BAD_REQUEST
        if not is_named(named[0], self.hosts):
            return HTTPStatus.FORBIDDEN
        if self.command not in self.methods:
            return HTTPStatus.METHOD_NOT_ALLOWED
        if len(self.path) > _LONGEST:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        return None if is_plain(self.path) else HTTPStatus.NOT_FOUND

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse a request in one sentence, `message` where it is ours."""
        if code == HTTPStatus.NOT_IMPLEMENTED:  # a method that no server of ours knows
            code = HTTPStatus.METHOD_NOT_ALLOWED
        self.log_error("%d %s", code, explain or message or "")
        self.request_version = "HTTP/1.0"  # also where it could not be read
        self.answer(code, "text/plain; charset=utf-8", f"{sentence(code)}\n".encode())

    def answer(self, status: int, kind: str, body: bytes, headers: Iterable[tuple[str, str]] = ()) -> None:
        """Send a whole answer."""
        self.send_response(status)
        allowed = [("Allow", ", ".join(self.methods))] if status == HTTPStatus.METHOD_NOT_ALLOWED else []
        own = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Connection", "close")]
        for name, value in (*own, *allowed, *HEADERS, *headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def version_string(self) -> str:
        """Keep Python's version from clients."""
        return "huanjie"


class _UntilThen(io.RawIOBase):
    """The bytes that a client sends within some seconds; raises TimeoutError after that."""

    def __init__(self, connection: socket, seconds: float) -> None:
        super().__init__()
        self._connection = connection
        self._end = monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # any buffer
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(PATIENCE)  # for the answer


def sentence(status: int) -> str:
    """Say in Chinese why a request was refused."""
    known = _SENTENCES.get(HTTPStatus(status))
    return known or ("看不懂这个请求" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "这里出了意外")


def is_named(host: str, hosts: frozenset[str]) -> bool:
    """Whether a Host header names one of some hosts; for a server on all addresses, also any IP address."""
    match = _HOST.fullmatch(host)
    if not match:
        return False
    name = (match[1] or match[2]).lower()
    return name in hosts or bool(hosts & EVERYWHERE and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_plain(target: str) -> bool:
    """Whether a request's target is a plain address below this server, without `..` and the like."""
    path = target.partition("?")[0]
    if not path.startswith("/") or not path.isascii() or re.search("%(?![0-9A-Fa-f]{2})", path):
        return False
    try:
        name = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return False
    steps = name.removeprefix("/").removesuffix("/").split("/")
    tricks = any(step in {".", ".."} for step in steps) or "" in steps[1:] or (steps[0] == "" and len(name) > 1)
    return name.isprintable() and not set(name) & set("\\:") and not tricks
