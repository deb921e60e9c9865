"""Pages of every kind run under the headers that docs/publish.md recommends, and nothing in them is blocked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage

from tests.conftest import ROOT, Project
from tests.support import chromium, example_site
from tests.support.chromium import DESKTOP, PHONE, Reader, reading
from tests.support.example import CONTENT
from tests.support.policy import LISTENING
from tools.shots import OPENING, kinds

pytestmark = pytest.mark.browser
browser = chromium.browser
example = example_site.example

GUIDE = (ROOT / "docs" / "publish.md").read_text("utf-8")
HEADERS = re.findall(r"^([A-Za-z-]+): (.+)$", GUIDE, re.MULTILINE)


class _Strict(SimpleHTTPRequestHandler):
    """A host as the guide wants it: the headers on every answer, 404.html where there is nothing."""

    def end_headers(self) -> None:
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: object, **__: object) -> None:
        body = next(Path(self.directory).rglob("404.html")).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name in the standard library
        """Leave the tests' output alone."""


@contextmanager
def served_strictly(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def watching(browser: Browser, site: str, width: int) -> Iterator[tuple[Reader, list[str]]]:
    """A reader, and what the console complains of, but for the icon that browsers ask for where a page has none."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and urlsplit(message.location["url"]).path != "/favicon.ico":
            complaints.append(message.text)

    with reading(browser, site, width=width) as reader:
        reader.page.add_init_script(LISTENING)
        reader.page.on("console", heard)
        yield reader, complaints


def blocked(reader: Reader) -> list[str]:
    """What the policy blocked on the page, on the screen and on paper."""
    for media in ("screen", "print", "screen"):
        reader.page.emulate_media(media=media)
        reader.sees("document.body.offsetHeight")
    reader.settle()
    said: list[str] = reader.sees("blocked")
    return said


def test_the_guide_has_the_strict_policy() -> None:
    policy = dict(HEADERS)["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"unsafe|data:|\*|https?:", policy)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_nothing_on_any_kind_of_page_is_blocked(browser: Browser, example: Path, width: int) -> None:
    found = {}
    with served_strictly(example) as site, watching(browser, site, width) as (reader, complaints):
        for address in (*kinds(CONTENT), "404.html"):
            reader.open(address)
            if said := [*blocked(reader), *complaints]:
                found[address] = said
            complaints.clear()
    assert found == {}


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("what", OPENING)
def test_nothing_that_opens_at_a_tap_is_blocked(browser: Browser, example: Path, what: str, width: int) -> None:
    address, tapped = OPENING[what]
    with served_strictly(example) as site, watching(browser, site, width) as (reader, complaints):
        reader.open(address)
        target = reader.page.locator(tapped).first
        if target.is_visible():  # the drawer is for phones
            target.click()
        assert (blocked(reader), complaints) == ([], [])


def test_a_search_is_answered_its_result_opened_and_kept_for_reading_without_a_network(
    browser: Browser, example: Path
) -> None:
    with served_strictly(example) as site, watching(browser, site, PHONE) as (reader, complaints):
        reader.open("search/?q=选民证")
        reader.page.locator(".hj-results a").first.wait_for()
        reader.sees("navigator.serviceWorker.ready")
        assert blocked(reader) == []
        reader.page.locator(".hj-results a").first.click()
        reader.page.wait_for_url(re.compile(r"/(?!search/)"))
        assert (blocked(reader), complaints) == ([], [])


def test_the_page_of_a_missing_address_has_its_style_at_any_depth(browser: Browser, project: Project) -> None:
    assert project.build(HUANJIE_SITE_URL="https://example.org/huanjie/").returncode == 0
    host = project.folder / "host"
    host.mkdir()
    project.site.rename(host / "huanjie")
    with served_strictly(host) as site, watching(browser, site, PHONE) as (reader, complaints):
        for address in ("huanjie/missing/", "huanjie/meetings/years/1/2/3/missing.html"):
            reader.open(address)
            assert blocked(reader) == []
            assert (
                reader.sees("getComputedStyle(document.querySelector('header')).backgroundColor") == "rgb(140, 28, 26)"
            )
        assert [said for said in complaints if "404" not in said] == []
