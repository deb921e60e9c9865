"""Pages -> HTML, by one Jinja environment of our own: autoescape on, and a missing value is an error."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from huanjie.model.base import Entry
from huanjie.model.facts import Gap
from huanjie.pages import Page, address_of
from huanjie.pages.facts import GAPS
from huanjie.pages.prose import inline, prose

TEMPLATES = Path(__file__).parent


def render(page: Page) -> str:
    """Render the content of a page: what stands between the site's header and footer."""
    return _environment().get_template(page.template).render(page=page, **page.context)


def to(origin: str, address: str) -> str:
    """Give the relative link from one page's address to another's: the site works under any path."""
    return "../" * origin.count("/") + address or "./"


@pass_context
def _link(context: Context, target: Entry | str) -> str:
    return to(context["page"].address, target if isinstance(target, str) else address_of(target))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": prose, "inline": inline, "gap": GAPS.__getitem__}
    environment.tests |= {"gap": lambda value: isinstance(value, Gap)}
    environment.globals |= {"to": _link}
    return environment
