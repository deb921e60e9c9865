"""The MkDocs events. Only this package imports mkdocs; here and in `commands` the clock is read and files are written.

An event reads what MkDocs gives, calls one function and hands back. The site is built beside the old one and takes its
place at the end (`swap`), so a build that fails or is killed leaves a whole site; `mkdocs serve` works the same way.
"""

import gc
import re
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from huanjie.checks.report import check
from huanjie.site import entries, mkdocs_log, settings, styles, swap
from huanjie.site.build import TODAY, Build, RefusedError, above, shown_root
from huanjie.site.failures import clear, could_not, stopping
from huanjie.site.preview.livereload import OvertakenError, answering, free, guard, once_more, overtaken
from huanjie.site.preview.panel import Panel
from huanjie.site.preview.refresh import Preview
from huanjie.site.preview.waiting_page import first_good
from huanjie.site.record_page import RecordPage, place, source_name
from huanjie.site.share_card import card
from huanjie.system import clock, streams
from huanjie.system.errors import sentence

THEME = Path(__file__).parent.parent / "pages" / "theme"
# Files of the theme that no page of ours asks for: its script and search, its other colours, our sheets before they
# are joined.
UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette", f"{styles.FOLDER}/")
CARD = "assets/card.png"
# HTML knows no such attribute of a check box; the theme's two have it.
_CHECK_BOX = re.compile(r'(<input[^>]* type="checkbox"[^>]*?) autocomplete="off"')
REFUSED_STRICTLY = "有警告，按 --strict 的要求没有生成网站，原来的网站没有动。"


_build: Build | None = None  # `serve` keeps this module alive between builds, so it is replaced whole
_staging: swap.Staging | None = None  # where the site grows, from the beginning of a build to its end
_serving = False  # whether an editor waits for the site: then the first build waits for records that are right


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001  # MkDocs passes both by name
    """Note what the run is for, and see to what MkDocs says of it."""
    global _serving  # noqa: PLW0603  # see above
    _serving = command == "serve"
    streams.legible()
    mkdocs_log.listen()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before MkDocs touches a file; raises Abort when a record is wrong."""
    global _build, _staging  # noqa: PLW0603  # the one module state, see above
    settings.refuse_unsafe(config)
    if _serving and _build is None:
        free(*config.dev_addr)
        _build = first_good(config, lambda: Build(config, clock.today()).checked())
    else:
        _build = Build(config, clock.today(), _build).checked()
    entries.refuse_strangers(_build.keeping, _build.target)
    _staging = swap.stage(_build.target)
    settings.settle(config)
    config.site_dir = str(_staging.path)
    config.extra["invented"] = _build.invented
    config.theme.dirs.insert(0, str(THEME))
    config.extra_css.insert(0, styles.ADDRESS)
    config.extra_javascript.insert(0, "assets/huanjie.js")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish our pages and what of the theme's files they ask for, and nothing that lies in the content folder."""
    assert _build is not None  # noqa: S101  # MkDocs calls on_config first
    for file in [file for file in files if settings.is_record(file, config) or file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    labels = dict(settings.nav_entries(config.nav))
    _build.place = _build.reached(place(config))
    for address, pieces in _build.by_mkdocs(labels):
        name = source_name(address)
        inclusion = InclusionLevel.INCLUDED if name in labels else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, name, content="", inclusion=inclusion)
        label = labels.get(name) or (_build.title(address) if name in labels else address)
        RecordPage(address, label, file, config, pieces)
        files.append(file)
    files.append(File.generated(config, styles.ADDRESS, content=styles.style_sheet(THEME)))
    if config.site_url:  # chat apps fetch the picture, so they need its whole address
        files.append(File.generated(config, CARD, content=card(_build.polling_day)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001  # MkDocs passes by name
    """Give every page the section it belongs to, so that tabs and breadcrumbs are right without a nav that grows."""
    sections = {page.url: page.parent for page in nav.pages}
    for file in files.documentation_pages():
        if file.page is not None and file.page.parent is None and file.page.url not in sections:
            file.page.parent = next((sections[above] for above in above(file.page.url) if above in sections), None)
    return nav


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG001  # as above
    """Take the frame off a page that was rendered with marks: it is written when it is filled."""
    assert _build is not None  # noqa: S101  # MkDocs calls on_config first
    output = _CHECK_BOX.sub(r"\1", output)
    if not isinstance(page, RecordPage) or not page.marked:
        return output
    _build.framed(page.address, output)
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """Put the finished site in place of the old one."""
    assert _build is not None  # noqa: S101  # MkDocs calls on_config first
    assert _staging is not None  # noqa: S101  # on_config aborts otherwise
    _build.fill(_staging.path)
    entries.remember(_build.keeping, _build.target, _staging.path)
    _staging.replace(_build.target)
    config.site_dir = str(_build.target)


def on_build_error(error: Exception) -> None:
    """Remove what was built so far; the old site was never touched. Raises CouldNotError where the system could not."""
    clear(_staging)
    if isinstance(error, OSError | MemoryError):
        raise could_not(error, _staging) from error


def on_shutdown() -> None:
    """Remove what was built and not put in place: also where somebody pressed Ctrl+C."""
    clear(_staging)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Keep the preview up to date in place; while a record is wrong, it answers with the last good site."""
    assert _build is not None  # noqa: S101  # it was built before it is served
    gc.disable()  # looking for garbage among 10,000 records takes longer than showing an edit (measured)
    preview, panel = Preview(_build, config, partial(overtaken, server)), Panel()
    panel.tell(_build.report, _build.report.records)
    server.set_app(panel.around(server.serve_request, server.mount_path))
    guard(server, config.dev_addr.host)

    def update() -> None:
        try:
            if preview.show_edit():
                once_more(server)
                return
            build = _again(server, preview, builder)
            panel.tell(build.report, build.report.records)
        except OvertakenError:
            return
        except RefusedError as refused:
            assert _build is not None  # noqa: S101  # as above
            panel.tell(refused.report, _build.report.records)
            sys.stderr.write(f"{refused}\n")
        except Abort as abort:  # the findings are told and the last site stands
            sys.stderr.write(f"{abort}\n")
        except OSError as why:  # an edit could not be shown in place
            sys.stderr.write(f"{sentence(why)}\n")

    server.builder = update
    return server


_EVENTS = (
    on_startup,
    on_config,
    on_files,
    on_nav,
    on_post_page,
    on_post_build,
    on_build_error,
    on_shutdown,
    on_serve,
)
EVENTS: settings.Events = {event.__name__: event for event in _EVENTS}


def _again(server: LiveReloadServer, preview: Preview, builder: Callable[[], None]) -> Build:
    """Bring the whole site up to date, in place where that can be."""
    global _build  # noqa: PLW0603  # see above
    with answering(server):
        build = preview.update(clock.today())
    if build:
        _build = build
        return build
    builder()
    assert _build is not None  # noqa: S101  # as above
    preview.begin(_build)
    return _build


def build(config_file: Path, *, strict: bool, today: date | None = None, timing: bool = False) -> str:
    """Build a site as of a day and say so; raises MisconfiguredError, RefusedError for records, or CouldNotError."""
    with stopping(lambda: _staging):
        config = settings.read(config_file)
        settings.hook(config, EVENTS)
        config.extra[TODAY] = today
        if strict and (report := check(Path(config.docs_dir), clock.today())).fails_strictly:
            sys.stderr.write(report.text(shown_root(report.content)))
            raise RefusedError(report, REFUSED_STRICTLY)
        start = perf_counter()
        mkdocs_build(config)
    assert _build is not None  # noqa: S101  # on_config has run
    table = _build.timing(perf_counter() - start) if timing else ""
    return f"{table}网站已经生成：{_build.target / 'index.html'}，共 {len(_build.planned)} 页。\n"
