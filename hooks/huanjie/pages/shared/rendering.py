"""Pages -> HTML, by our own Jinja environment: autoescape on, and a missing value is an error."""

from collections.abc import Callable, Collection
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from huanjie.law.citations import citations
from huanjie.law.deadlines import written
from huanjie.law.pack import Version, events, legal_rules
from huanjie.law.references import filled
from huanjie.model.base import Record
from huanjie.model.facts import Gap
from huanjie.pages import Page, address_of, article_address, rule_address
from huanjie.pages.law.glossary import Words
from huanjie.pages.shared.facts import GAPS, day
from huanjie.pages.shared.phones import dialling
from huanjie.pages.shared.place_words import compact, either
from huanjie.pages.shared.prose import Linked, inline, prose
from huanjie.pages.shared.qr_codes import Code, code

TEMPLATES = Path(__file__).parents[1]


def _nowhere(address: str) -> str:  # noqa: ARG001  # stands in where the site's own address is not known
    return ""


def render(page: Page, public: Callable[[str], str] = _nowhere, dials: Collection[str] = ()) -> str:
    """Render the content of a page, between header and footer.

    `public` gives the public address of a page; `dials` are the numbers of offices, which dial at a tap.
    """
    template = _environment().get_template(page.template)
    by_election = bool(page.statute and page.statute.by_election)
    own = {"page": page, "public": public, "dials": dials, "statute": page.statute, "words": Words()}
    own["by_election"] = by_election
    return template.render(own, **page.context)


def render_part(template: str, **context: object) -> str:
    """Render a piece of a page that belongs to the site rather than to the page's own content."""
    return _environment().get_template(template).render(context)


def to(origin: str, address: str) -> str:
    """Give the relative link from a page's address to another page's: the site works under any path."""
    return "../" * origin.count("/") + address or "./"


class _Context(Context):
    """Calls macros without asking what else they could be, which took more time than most of them."""

    def call(self, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # Jinja's signature
        if type(called) is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(self.eval_ctx, *args, **kwargs)
        return super().call(called, *args, **kwargs)


class _Environment(Environment):
    context_class = _Context


@pass_context
def _link(context: Context, target: Record | str) -> str:
    return to(context["page"].address, target if isinstance(target, str) else address_of(target))


@pass_context
def _link_to_rule(context: Context, rule: str) -> str:
    return to(context["page"].address, rule_address(legal_rules()[rule]))


@pass_context
def _code(context: Context, address: str) -> Code | None:
    """The code of a page's public address; None where that is not known: a code of half an address leads nowhere."""
    public = context["public"](address)
    return code(public) if public else None


def _in_force(version: Version) -> str:
    """Say from when until when a version of a law is in force."""
    unknown = f"施行日期不详，这里从通过的第二天（{written(version.applied_from)}）起引用"
    since = f"{written(version.since)}起施行" if version.since else unknown
    return since + (f"，到{written(version.until)}" if version.until else "")


@pass_context
def _prose(context: Context, text: str) -> Markup:
    marked: Markup = context["words"].mark(_verbatim(context, text))
    return dialling(marked, context["dials"])


@pass_context
def _verbatim(context: Context, text: str) -> Markup:
    """Prose as it is posted or published elsewhere: nothing is explained inside it."""
    text = filled(text, context["statute"])
    return prose(text, _cited(context, text), partial(_link, context))


@pass_context
def _inline(context: Context, text: str) -> Markup:
    text = filled(text, context["statute"])
    return dialling(inline(text, _cited(context, text), partial(_link, context)), context["dials"])


def _cited(context: Context, text: str) -> list[Linked]:
    """The citations of articles in a text, each a link with what the article says on hover."""
    return [
        Linked(
            citation.start,
            citation.end,
            citation.typed,
            to(context["page"].address, article_address(citation.law, citation.article)),
            citation.article.says(citation.dated or str(citation.version.id if citation.version else "")),
        )
        for citation in citations(text, context["statute"])
        if citation.article
    ]


@cache
def _environment() -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": _prose, "verbatim": _verbatim, "inline": _inline}
    environment.filters |= {"written": written, "gap": GAPS.get, "day": day}
    environment.filters |= {"event": lambda event: events()[event].title}
    environment.filters |= {"compact": compact, "either": either}
    environment.tests |= {"gap": lambda value: isinstance(value, Gap)}
    environment.globals |= {"to": _link, "to_rule": _link_to_rule, "in_force": _in_force, "code_of": _code}
    return environment
