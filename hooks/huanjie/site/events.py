"""The MkDocs events: `hooks/main.py` hands them on, and `build` has MkDocs call them where the configuration does not.

An event reads what MkDocs gives, calls one function and hands back. The site is built beside the old one and takes its
place at the end (`swap`), so a build that fails or is killed leaves a whole site; `mkdocs serve` works the same way.
"""

import gc
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from huanjie.site import entries, mkdocs_log, settings, styles, swap
from huanjie.site.build import Build, RefusedError, above
from huanjie.site.failures import clear, could_not
from huanjie.site.preview.livereload import OvertakenError, answering, free, guard, once_more, overtaken
from huanjie.site.preview.panel import Panel
from huanjie.site.preview.refresh import Preview
from huanjie.site.preview.waiting_page import first_good
from huanjie.site.record_page import RecordPage, site_info, source_name
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


@dataclass
class _Run:
    """A run of MkDocs: it keeps this module alive between the builds of a preview."""

    last: Build | None = None  # that was not refused
    staging: swap.Staging | None = None  # where the site grows, from the beginning of a build to its end
    serving: bool = False  # whether an editor waits for the site: then the first build waits for records that are right

    @property
    def build(self) -> Build:
        """The last build; MkDocs calls on_config, which makes it, before any event that asks for it."""
        assert self.last is not None  # noqa: S101  # see above
        return self.last


run = _Run()


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001  # MkDocs passes both by name
    """Note what the run is for, and see to what MkDocs says of it."""
    run.serving = command == "serve"
    streams.legible()
    mkdocs_log.listen()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before MkDocs touches a file; raises Abort when a record is wrong."""
    settings.refuse_unsafe(config)
    if run.serving and run.last is None:
        free(*config.dev_addr)
        run.last = first_good(config, lambda: Build(config, clock.today()).checked())
    else:
        run.last = Build(config, clock.today(), run.last).checked()
    entries.refuse_strangers(run.build.cache, run.build.target)
    run.staging = swap.stage(run.build.target)
    settings.settle(config)
    config.site_dir = str(run.staging.path)
    config.extra["invented"] = run.build.invented
    config.theme.dirs.insert(0, str(THEME))
    config.extra_css.insert(0, styles.ADDRESS)
    config.extra_javascript.insert(0, "assets/huanjie.js")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish our pages and what of the theme's files they ask for, and nothing that lies in the content folder."""
    for file in [file for file in files if settings.is_record(file, config) or file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    labels = dict(settings.nav_entries(config.nav))
    run.build.site_info = run.build.with_contact(site_info(config))
    for address, pieces in run.build.by_mkdocs(labels):
        name = source_name(address)
        inclusion = InclusionLevel.INCLUDED if name in labels else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, name, content="", inclusion=inclusion)
        label = labels.get(name) or (run.build.title(address) if name in labels else address)
        RecordPage(address, label, file, config, pieces)
        files.append(file)
    files.append(File.generated(config, styles.ADDRESS, content=styles.style_sheet(THEME)))
    if config.site_url:  # chat apps fetch the picture, so they need its whole address
        files.append(File.generated(config, CARD, content=card(run.build.polling_day)))
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
    output = _CHECK_BOX.sub(r"\1", output)
    if not isinstance(page, RecordPage) or not page.marked:
        return output
    run.build.framed(page.address, output)
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """Put the finished site in place of the old one."""
    build, staging = run.build, run.staging
    assert staging is not None  # noqa: S101  # on_config aborts otherwise
    build.fill(staging.path)
    entries.remember(build.cache, build.target, staging.path)
    staging.replace(build.target)
    config.site_dir = str(build.target)


def on_build_error(error: Exception) -> None:
    """Remove what was built so far; the old site was never touched. Raises CouldNotError where the system could not."""
    clear(run.staging)
    if isinstance(error, OSError | MemoryError):
        raise could_not(error, run.staging) from error


def on_shutdown() -> None:
    """Remove what was built and not put in place: also where somebody pressed Ctrl+C."""
    clear(run.staging)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Keep the preview up to date in place; while a record is wrong, it answers with the last good site."""
    gc.disable()  # looking for garbage among 10,000 records takes longer than showing an edit (measured)
    preview, panel = Preview(run.build, config, partial(overtaken, server)), Panel()
    panel.tell(run.build.report, run.build.report.records)
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
            panel.tell(refused.report, run.build.report.records)
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
    with answering(server):
        build = preview.update(clock.today())
    if build:
        run.last = build
        return build
    builder()
    preview.begin(run.build)
    return run.build
