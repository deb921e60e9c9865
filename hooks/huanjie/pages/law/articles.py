"""Official texts of articles that the office collected: a page each, beside the article's plain words."""

from collections.abc import Iterator

from huanjie.law.citations import law_named
from huanjie.model.articles import ArticleText
from huanjie.pages import Edition, Page, article_address, last_change
from huanjie.pages.shared.facts import named
from huanjie.pages.shared.prose import plain


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each text."""
    for text in edition.records.of(ArticleText):
        law = law_named(str(text.law))
        article = law.article(str(text.version), text.number) if law else None
        if law and article:  # L210 has refused a text of no article
            yield Page(
                address=f"articles/{text.slug}/",
                title=f"{text.heading}原文",
                template="law/article_text.html",
                description=plain(text.text)[:100],
                context={
                    "text": text,
                    "article": article_address(law, article),
                    "sources": named(edition.records, text.source),
                },
                record=text.at.file,
                changed=last_change(edition.records, text),
            )
