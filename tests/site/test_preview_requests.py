"""The preview over a raw socket: it shows drafts, so it answers only who names this machine, with no traceback."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from logging import StreamHandler
from pathlib import Path
from threading import Thread

import pytest
from mkdocs.livereload import LiveReloadServer, log

from huanjie.site import mkdocs_log
from huanjie.site.preview.livereload import guard
from huanjie.site.preview.panel import Panel
from tests.conftest import Project
from tests.support.raw import answer, requests, status
from tests.support.serving import read_until, started

ALL = "0.0.0.0"  # noqa: S104  # nothing listens there in this test
CHINESE = re.compile("[一-鿿]")


@contextmanager
def previewed(site: Path, host: str = "127.0.0.1", mount: str = "/") -> Iterator[int]:
    """The preview's server over a folder, as on_serve arranges it; gives its port."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site), mount)
    server.set_app(Panel().around(server.serve_request, server.mount_path))
    guard(server, host)
    server.server_bind()
    server.server_activate()
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        super(LiveReloadServer, server).shutdown()
        server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "meetings").mkdir(parents=True)
    for page in ("index.html", "meetings/index.html"):
        (site / page).write_text("<!doctype html><body><p>草稿</p></body>", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("secret", "utf-8")
    return site


@pytest.fixture
def terminal() -> Iterator[StringIO]:
    """What the log of the preview says."""
    mkdocs_log.listen()
    output = StringIO()
    handler = StreamHandler(output)
    log.logger.addHandler(handler)
    yield output
    log.logger.removeHandler(handler)


def test_every_odd_request_has_an_answer_and_no_traceback(
    site: Path, terminal: StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong = {}
    with previewed(site) as port:
        table = requests(port)
        for request, right in table.items():
            response = answer(port, request)
            if status(response) not in right or b"nosniff" not in response or b"secret" in response:
                wrong[request[:100]] = response[:200]
            if status(response) in {400, 403, 405, 414, 431, 505}:
                assert CHINESE.search(response.decode())
    assert wrong == {}
    assert len(table) > 60
    printed = "".join(capfd.readouterr()) + terminal.getvalue()
    assert "Traceback" not in printed
    assert [character for character in printed if not character.isprintable() and character != "\n"] == []
    assert not re.search("^ ?forged", printed, re.MULTILINE)


def test_a_head_has_no_body_and_the_length_of_the_page(site: Path) -> None:
    with previewed(site) as port:
        response = answer(port, b"HEAD /meetings/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        whole = answer(port, b"GET /meetings/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert response.endswith(b"\r\n\r\n")
    assert "草稿".encode() in whole


@pytest.mark.parametrize(
    ("bound", "host", "right"),
    [
        ("127.0.0.1", "mypc.lan:8000", 403),
        ("mypc.lan", "mypc.lan:8000", 200),
        ("mypc.lan", "MyPC.lan", 200),
        ("mypc.lan", "other.lan", 403),
        ("192.168.1.5", "192.168.1.5:8000", 200),
        ("192.168.1.5", "192.168.1.6:8000", 403),
        (ALL, "192.168.1.6:8000", 200),  # whatever address the machine has; none of them is a name that leads elsewhere
        (ALL, "[fe80::1]:8000", 200),
        ("::", "192.168.1.6", 200),
        (ALL, "evil.example:8000", 403),
        (ALL, "localhost", 200),
    ],
)
def test_only_the_names_of_this_machine_are_answered(site: Path, bound: str, host: str, right: int) -> None:
    with previewed(site, bound) as port:
        assert status(answer(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())) == right


def test_a_site_below_a_path_is_served_there(site: Path) -> None:
    with previewed(site, mount="/huanjie/") as port:
        assert status(answer(port, b"GET /huanjie/meetings/ HTTP/1.1\r\nHost: localhost\r\n\r\n")) == 200
        assert status(answer(port, b"GET /huanjie/meetings HTTP/1.1\r\nHost: localhost\r\n\r\n")) == 302
        assert status(answer(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")) == 302


@pytest.mark.build
@pytest.mark.parametrize("broken", [False, True])
def test_the_preview_as_it_is_started_answers_no_other_name(project: Project, *, broken: bool) -> None:
    """Also while a record is wrong from the beginning, and the page of what was found stands in for the site."""
    if broken:
        (project.content / "meetings" / "2016-10-21.yml").write_text("titel: x\n", "utf-8")
    with started(project) as (address, stream):
        read_until(stream, "Ctrl+C")
        port = int(address.rstrip("/").rpartition(":")[2])
        own = answer(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        other = answer(port, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
    assert (status(own), status(other)) == (503 if broken else 200, 403)
    for answered in (own, other):
        assert b"X-Content-Type-Options: nosniff" in answered
        assert b"Cross-Origin-Resource-Policy: same-origin" in answered
