"""The desk over a raw socket: every request has an answer with a status and a sentence, and only our page is served."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from huanjie.cli import desk
from huanjie.desk.backend import FormBackend
from huanjie.system import loopback
from tests.conftest import ROOT, Write
from tests.support.desk import MEETING, keep, opened
from tests.support.raw import answer, requests, status

CHINESE = re.compile("[一-鿿]")
Served = tuple[Path, int]


@pytest.fixture
def served(folder: Write) -> Iterator[Served]:
    content = folder({"meetings/2016-06-02.yml": MEETING})
    with desk.server(content, ROOT / "desk", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield content, server.server_port
        server.shutdown()


def posted(port: int, body: bytes, headers: str = "", length: str | None = None) -> bytes:
    """A POST to the records, from our own page unless the headers say otherwise."""
    own = f"127.0.0.1:{port}"
    known = f"{headers}\r\n" if headers else ""
    for name, value in (
        ("Host", own),
        ("Origin", f"http://{own}"),
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body)) if length is None else length),
    ):
        if f"{name}:" not in known and value:
            known += f"{name}: {value}\r\n"
    return f"POST /records HTTP/1.1\r\n{known}\r\n".encode() + body


def refusal(said: bytes) -> str:
    """The sentence of an answer that refuses."""
    sentence: str = json.loads(said.partition(b"\r\n\r\n")[2])["error"]
    return sentence


def test_every_odd_request_has_an_answer(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    _, port = served
    wrong = {}
    for request, right in requests(port).items():
        said = answer(port, request)
        if status(said) not in right:
            wrong[request[:100]] = said[:100]
        if status(said) >= 400:
            assert CHINESE.search(said.decode())
            assert b"nosniff" in said
    assert wrong == {}
    assert len(requests(port)) > 60
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")


DEEP = b"[" * 100_000
HUGE = b"1" + b"0" * 10_000
GET_ENTRY = b'{"action": "getEntry", "params": {"path": %s}}'
FILL = b'{"action": "fileName", "params": {"kind": "meetings", "filled": %s}}'
KEEP = b'{"action": "persistEntry", "params": {"dataFiles": %s, "options": {"newEntry": %s}}}'
BODIES = {
    b"": 400,
    b"{": 400,
    b"null": 400,
    b"[]": 400,
    b"1": 400,
    b'"text"': 400,
    b"\xff\xfe": 400,
    b"\xef\xbb\xbf{}": 400,
    b"{}": 400,
    b"NaN": 400,
    DEEP: 400,
    b'{"action":' * 5_000: 400,
    HUGE: 400,
    b'{"action": 1}': 400,
    b'{"action": null}': 400,
    b'{"action": ["getEntry"]}': 400,
    b'{"action": {}}': 400,
    b'{"action": "rm -rf"}': 400,
    b'{"action": "deleteFiles", "params": {"paths": ["meetings/2016-06-02.yml"]}}': 400,
    b'{"action": "persistMedia", "params": {"asset": {"path": "../x", "content": "eA=="}}}': 400,
    b'{"action": "getEntry"}': 400,
    b'{"action": "getEntry", "params": []}': 400,
    b'{"action": "getEntry", "params": null}': 400,
    b'{"action": "getEntry", "params": "x"}': 400,
    GET_ENTRY % b"1": 400,
    GET_ENTRY % b"null": 400,
    GET_ENTRY % b'["x"]': 400,
    GET_ENTRY % b'{"x": 1}': 400,
    GET_ENTRY % HUGE: 400,
    GET_ENTRY % b"1e999": 400,
    GET_ENTRY % b'"\\ud800"': 400,
    GET_ENTRY % b'"\\u0000"': 400,
    GET_ENTRY % b'"meetings/\\u0000.yml"': 400,
    GET_ENTRY % b'""': 422,
    GET_ENTRY % b'"../etc/passwd"': 422,
    GET_ENTRY % b'"nothing/x.yml"': 422,
    GET_ENTRY % b'"meetings/../../x.yml"': 404,
    GET_ENTRY % (b'"meetings/' + b"a" * 5_000 + b'.yml"'): 404,
    GET_ENTRY % '"meetings/\u202e.yml"'.encode(): 404,
    b'{"action": "entriesByFolder", "params": {"folder": 1}}': 400,
    b'{"action": "entriesByFolder", "params": {"folder": ".."}}': 422,
    b'{"action": "entriesByFolder", "params": {"folder": "\\ud800"}}': 400,
    b'{"action": "entriesByFiles", "params": {"files": "x"}}': 400,
    b'{"action": "entriesByFiles", "params": {"files": [1]}}': 400,
    b'{"action": "entriesByFiles", "params": {"files": [{"path": 1}]}}': 400,
    b'{"action": "entriesByFiles", "params": {}}': 400,
    FILL % b"1": 400,
    FILL % b"[]": 400,
    FILL % b'{"date": 20160602}': 400,
    FILL % b'{"date": true}': 400,
    FILL % b'{"date": 1e5}': 400,
    FILL % (b'{"date": ' + HUGE + b"}"): 400,
    FILL % b'{"date": "\\udfff"}': 400,
    FILL % b'{"date\\u0000": "x"}': 400,
    FILL % b'{"date": {"value": []}}': 422,
    FILL % b'{"date": null}': 422,
    FILL % (b'{"date": ' + b"[" * 150 + b"]" * 150 + b"}"): 400,
    FILL % (b'{"date": ' + b"[" * 30 + b"]" * 30 + b"}"): 422,
    KEEP % (b"1", b"true"): 400,
    KEEP % (b"[]", b"true"): 400,
    KEEP % (b"[1]", b"true"): 400,
    KEEP % (b"[{}]", b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml"}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": 1}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{"}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "[]"}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{}"}]', b"1"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{}"}]', b'"yes"'): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{}"}, {}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{\\"title\\": 1}"}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{\\"title\\": \\"\\\\ud800\\"}"}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{\\"title\\": \\"\\\\u0000\\"}"}]', b"true"): 400,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{\\"title\\": [[[]]], \\"speeches\\": \\"x\\"}"}]', b"true"): 422,
    KEEP % (b'[{"path": "meetings/' + b"a" * 300 + b'.yml", "raw": "{}"}]', b"true"): 422,
    KEEP % (b'[{"path": "meetings/a.yml", "raw": "{}"}]', b"true"): 422,
    KEEP % (b'[{"path": "meetings/2016-06-02.yml", "raw": "{}"}]', b"false"): 422,
    KEEP % (b'[{"path": "meetings/none.yml", "raw": "{}"}]', b"false"): 422,
    KEEP % (b'[{"path": "sources.yml", "raw": "{}"}]', b"true"): 422,
    b'{"action": "told"}': 200,
    b'{"action": "told", "action": "getMedia"}': 200,
    b'{"action": "unpublishedEntries"}': 200,
}


def test_every_odd_body_has_an_answer_and_changes_nothing(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    content, port = served
    before = {path: path.read_bytes() for path in content.parent.rglob("*.yml")}
    wrong = {}
    for body, right in BODIES.items():
        said = answer(port, posted(port, body))
        if status(said) != right:
            wrong[body[:120]] = said[:300].decode()
        if status(said) >= 400:
            assert CHINESE.search(refusal(said))
    assert wrong == {}
    assert {path: path.read_bytes() for path in content.parent.rglob("*.yml")} == before
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "")


TOLD = b'{"action": "told"}'


@pytest.mark.parametrize(
    ("body", "headers", "length", "right"),
    [
        (TOLD, "", None, 200),
        (TOLD, "", "", 411),  # none
        (TOLD, "Transfer-Encoding: chunked", "", 411),
        (TOLD, "Transfer-Encoding: chunked", None, 411),
        (b"5\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked", "", 411),
        (TOLD, "", "-1", 400),
        (TOLD, "", "+18", 400),
        (TOLD, "", "1_8", 400),
        (TOLD, "", "18.0", 400),
        (TOLD, "", "0x12", 400),
        (TOLD, "", "eighteen", 400),
        (TOLD, "", "\uff11\uff18", 400),
        (TOLD, "", "9" * 50, 400),
        (TOLD, "Content-Length: 18\r\nContent-Length: 19", None, 400),
        (TOLD, "", "5", 400),  # cut off
        (TOLD, "", "500", 400),  # more was promised
        (TOLD, "", "5000001", 413),
        (TOLD, "", "999999999999", 413),
        (b" " * 6_000_000, "", None, 413),
        (b" " * 4_000_000 + TOLD, "", None, 200),
        (TOLD, "Content-Type: text/plain", None, 415),
        (TOLD, "Content-Type: application/x-www-form-urlencoded", None, 415),
        (TOLD, "Content-Type: ", None, 415),
        (TOLD, "Content-Type: application/json; charset=utf-8", None, 200),
        (TOLD, "Origin: null", None, 403),
        (TOLD, "Origin: http://evil.example", None, 403),
        (TOLD, "Origin: ", None, 403),
    ],
)
def test_a_body_is_read_only_as_it_says_it_is(
    served: Served, body: bytes, headers: str, length: str | None, right: int
) -> None:
    said = answer(served[1], posted(served[1], body, headers, length))
    assert status(said) == right
    if right != 200:
        assert CHINESE.search(refusal(said))


def test_who_sends_too_slowly_is_told_so(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    _, port = served
    monkeypatch.setattr(loopback, "PATIENCE", 0.3)
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(posted(port, b"{", length="500"))
        said = connection.recv(65_536)
    assert status(said) == 408
    for begun in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: "):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(begun)
            assert connection.recv(65_536) == b""  # closed


def takes_one_more(connection: socket.socket) -> bool:
    """Send a byte; False where the other side has closed."""
    try:
        connection.sendall(b"G")
        return connection.recv(1) != b""
    except TimeoutError:
        return True
    except ConnectionError:
        return False


def test_who_sends_a_byte_now_and_then_does_not_hold_the_desk_for_ever(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loopback, "PATIENCE", 0.5)
    monkeypatch.setattr(loopback, "_LINGER", 0.5)
    with socket.create_connection(("127.0.0.1", served[1]), timeout=0.05) as connection:
        sent = 0
        while sent < 1_000 and takes_one_more(connection):
            sent += 1
    assert sent < 200


@pytest.mark.parametrize(
    "path",
    ["/package.json", "/package-lock.json", "/node_modules/", "/node_modules/decap-cms/package.json", "/desk.py"],
)
def test_nothing_but_the_page_is_served(served: Served, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    assert status(answer(served[1], request)) == 404


@pytest.mark.parametrize("path", ["/", "/index.html", "/start.js", "/desk.js", "/desk.css", "/desk.svg", "/config.yml"])
def test_the_page_cannot_be_framed_nor_taken_for_something_else(served: Served, path: str) -> None:
    said = answer(served[1], f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert status(said) == 200
    head = said.partition(b"\r\n\r\n")[0].decode()
    for header in (
        "X-Frame-Options: DENY",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: same-origin",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
    ):
        assert header in head
    assert "frame-ancestors 'none'" in head


def test_what_nobody_foresaw_is_told_in_a_line_and_answered(
    served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        message = "odd \x1b[2J"
        raise ValueError(message)

    monkeypatch.setattr(FormBackend, "records", broken)
    said = answer(served[1], posted(served[1], b'{"action": "entriesByFolder", "params": {"folder": "meetings"}}'))
    assert (status(said), refusal(said)) == (500, "编辑台出了意外，没有存；窗口里有一行说明")
    assert capfd.readouterr().err == "编辑台出了意外：ValueError('odd \\x1b[2J')\n"


# ---- Links ------------------------------------------------------------------

NOTICE = {"title": "公告", "date": "2016-06-09", "sort": "其他", "summary": "说了事。", "source": ["report"]}


def test_a_folder_that_is_a_link_is_not_written_through(served: Served, tmp_path: Path) -> None:
    content, port = served
    away = tmp_path / "away"
    away.mkdir()
    (content / "notices").symlink_to(away)
    said, answered = keep(port, "notices/2016-06-09.yml", NOTICE, new=True)
    assert said == 422
    assert CHINESE.search(answered["error"])
    assert [*away.iterdir()] == []


@pytest.mark.parametrize("file", ["sources.yml", "bodies.yml", "coverage.yml"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_file_that_is_a_link_to_the_outside_is_neither_read_nor_written(
    served: Served, tmp_path: Path, file: str, *, exists: bool
) -> None:
    content, port = served
    away = tmp_path / "away.yml"
    if exists:
        away.write_text("- {id: secret, label: 机密, summary: 别处的。}\n", "utf-8")
    (content / file).unlink(missing_ok=True)
    (content / file).symlink_to(away)
    kind = file.removesuffix(".yml")
    path = file if kind == "coverage" else f"{kind}/new.yml"
    said, answered = keep(port, path, {"id": "new", "label": "新", "title": "新", "summary": "说了事。"}, new=True)
    assert said == 422
    assert "机密" not in answered["error"]
    assert away.exists() == exists
    if exists:
        assert away.read_text("utf-8") == "- {id: secret, label: 机密, summary: 别处的。}\n"


def test_a_record_that_changed_while_it_was_checked_is_not_written_over(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, port = served
    path = "meetings/2016-06-02.yml"
    form = opened(port, path)
    newer = MEETING.replace("推进会", "别人改的")
    real = FormBackend._changed  # noqa: SLF001

    def changed(*given: object) -> tuple[bytes, bytes]:
        made = real(*given)  # type: ignore[arg-type]
        (content / path).write_text(newer, "utf-8")
        return made

    monkeypatch.setattr(FormBackend, "_changed", changed)
    said, answered = keep(port, path, form | {"title": "我改的"})
    assert (said, "刚才在别处改过" in answered["error"]) == (422, True)
    assert (content / path).read_text("utf-8") == newer
