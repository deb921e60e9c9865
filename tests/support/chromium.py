"""The built site in Chromium: a server, a browser, and a reader who notes all that goes wrong.

A test file takes the fixtures over by name (`site = chromium.site`); they live as long as that file's tests.
"""

import gzip
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

PHONE, DESKTOP = 360, 1280
_QUIET = (  # no sandbox, as containers run us as root; and nothing that Chromium does of its own accord
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other host can be reached, nor any need be
)


@dataclass
class Reader:
    """A reader of the site: `troubles` has all that went wrong on the way, `loaded` the paths of all files."""

    site: str
    page: Page
    troubles: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Go to a page, with its styles and scripts."""
        self.page.goto(self.site + address)

    def settle(self) -> None:
        """Wait until the page has fetched all it wants to fetch, the search among it."""
        self.page.wait_for_load_state("networkidle")

    def slow_down(self, times: int) -> None:
        """Read on a device so many times slower than this machine."""
        self.page.context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", {"rate": times})

    def sees(self, script: str) -> Any:  # noqa: ANN401  # whatever the script gives
        """Ask the page."""
        return self.page.evaluate(script)

    def heard(self, message: ConsoleMessage) -> None:
        if self.page.url.endswith("/404.html") and urlsplit(message.location["url"]).path == "/favicon.ico":
            return  # browsers ask for it by themselves where a page names no icon; this one may lie at any depth
        if message.type in {"error", "warning"}:
            self.troubles.append(f"{message.type}: {message.text}")

    def fetched(self, response: Response) -> None:
        self.loaded.append(urlsplit(response.url).path)
        if response.status >= 400:  # 304 is a file that the browser has already
            self.troubles.append(f"{response.status}: {response.url}")

    def failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # given up because the reader went on to another page
            self.troubles.append(f"{request.failure}: {request.url}")

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.troubles.append(f"outside the site: {request.url}")


@contextmanager
def reading(
    browser: Browser,
    site: str,
    *,
    width: int = PHONE,
    scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
) -> Iterator[Reader]:
    """Give a reader who was never here before, with a screen of this width, who wants no movement on it."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    yield _reader(site, context)
    context.close()


def _reader(site: str, context: BrowserContext) -> Reader:
    context.set_default_timeout(10_000)
    reader = Reader(site, context.new_page())
    reader.page.on("request", reader.asked)
    reader.page.on("requestfailed", reader.failed)
    reader.page.on("response", reader.fetched)
    reader.page.on("console", reader.heard)
    reader.page.on("pageerror", lambda error: reader.troubles.append(f"error: {error}"))
    return reader


@contextmanager
def served(folder: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve a folder on this machine, compressed as web servers do it or plainly; gives its address."""
    handler = _Compressed if compressed else _Silent
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on to another page drops what it was loading; that is no fault of the site."""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name in the standard library
        """Leave the tests' output alone."""


class _Compressed(_Silent):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the Chromium of HUANJIE_CHROMIUM, else the one on PATH."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next(filter(None, map(shutil.which, (os.environ.get("HUANJIE_CHROMIUM", ""), *names))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_QUIET])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of a file."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """The address of the repository's own site."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="module")
def regular(browser: Browser) -> Iterator[BrowserContext]:
    """What a regular visitor's phone keeps from page to page, the files of the site among it: that saves the time."""
    context = browser.new_context(viewport={"width": PHONE, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def phone(site: str, regular: BrowserContext) -> Iterator[Reader]:
    """A regular visitor on a phone, for what does not depend on who comes for the first time."""
    reader = _reader(site, regular)
    yield reader
    reader.page.close()
