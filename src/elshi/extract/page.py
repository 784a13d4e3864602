"""An HTML page → headline, date line and paragraphs, as lines; and what its head says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from elshi.errors import EmptyInput
from elshi.extract.lines import tidied
from elshi.extract.stamp import stamp
from elshi.text import cleaned

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "article:published",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "mediator_published_time",
        "date",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
}
_NEAR = 25
"""Pieces of text after the headline among which the visible date is looked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is read from a page before its lines are cleaned like any other text's."""

    lines: tuple[str, ...]
    title: str = ""
    said: tuple[tuple[str, str], ...] = field(default=())
    """Title, published, outlet, url, as the page's head states them."""


def page(html: str) -> Page:
    """The report on a page, by trafilatura; its headline, date and address by its own head.

    Raises EmptyInput where the page holds no report.
    """
    tree = _tree(html)
    said = dict(_metadata(tree)) if tree is not None else {}
    body = tidied(cleaned(_body(html)))
    if not body and tree is not None:
        body = [line for line in tidied(cleaned(_all_text(tree))) if len(line) > 60]
    if not body:
        raise EmptyInput("the page holds no text of a report: give the article's text itself")
    headline = _headline(tree, said.get("title", "")) if tree is not None else ""
    dated = _visible_date(tree, headline) if tree is not None else ""
    lines = [line for line in (headline, dated) if line and line not in body[:3]]
    return Page((*lines, *body), headline, tuple(said.items()))


def _tree(html: str) -> Any:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(
            _DECLARATION.sub("", html), parser=HTMLParser(huge_tree=False, remove_comments=True)
        )
    except (etree.ParserError, ValueError):
        return None


def _body(html: str) -> str:
    import trafilatura

    text = trafilatura.extract(
        _DECLARATION.sub("", html),
        include_comments=False,
        include_tables=True,
        favor_precision=False,
        with_metadata=False,
        output_format="txt",
    )
    return re.sub(r"\n+", "\n\n", text or "")


def _metadata(tree: Any) -> Iterator[tuple[str, str]]:
    """What the page's head says of itself: meta tags, linked data, the canonical address."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), cleaned(meta.get("content") or ""))
    linked = _linked(tree)
    for name, keys in _METAS.items():
        value = next((metas[key] for key in keys if metas.get(key)), "") or linked.get(name, "")
        if value:
            yield name, value
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    if canonical.startswith("http") and "og:url" not in metas:
        yield "url", canonical


def _linked(tree: Any) -> dict[str, str]:
    """Headline and date of the linked data (JSON-LD) or of `<time datetime>`."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        try:
            found = _article(json.loads(script))
        except (ValueError, RecursionError):
            continue
        if found:
            return found
    moment = tree.xpath("string(//time[@datetime][1]/@datetime)")
    return {"published": moment} if moment else {}


def _article(data: object) -> dict[str, str]:
    nodes = data if isinstance(data, list) else [data]
    for node in nodes:
        if isinstance(node, dict) and isinstance(node.get("@graph"), list):
            nodes = [*nodes, *node["@graph"]]
    for node in nodes:
        if isinstance(node, dict) and isinstance(node.get("datePublished"), str):
            return {"title": str(node.get("headline") or ""), "published": node["datePublished"]}
    return {}


def _headline(tree: Any, said: str) -> str:
    """The page's headline: its `h1`, or what its head says, without the site's name."""
    heads = [" ".join(cleaned(head.text_content()).split()) for head in tree.iter("h1")]
    heads = [head for head in heads if head.count(" ") >= 1 and len(head) < 400]
    if said:
        inside = [head for head in heads if head in said or said in head]
        return inside[0] if inside else heads[0] if len(heads) == 1 else said
    title = cleaned(str(tree.xpath("string(//title)")))
    matching = [head for head in heads if title.startswith(head)]
    return (matching or heads or [re.split(r"\s+[|–—-]\s+(?=[^|–—]*$)", title)[0]])[0]


def _visible_date(tree: Any, headline: str) -> str:
    """The line near the headline on which the reader sees the date."""
    if not headline:
        return ""
    texts = [text for text in _pieces(tree) if text]
    start = next((number for number, text in enumerate(texts) if text == headline), None)
    if start is None:
        return ""
    near = [*texts[start + 1 : start + _NEAR], *reversed(texts[max(0, start - 10) : start])]
    return next((text for text in near if len(text) <= 80 and stamp(text)), "")


def _pieces(tree: Any) -> Iterator[str]:
    """The texts of the page in order, those within one small element together."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title", "meta"):
            continue
        if element.tag in ("h1", "time") or not len(element):
            yield " ".join(cleaned(element.text_content()).split())
        elif element.text and element.text.strip():
            yield " ".join(cleaned(element.text).split())
        if element.tail and element.tail.strip():
            yield " ".join(cleaned(element.tail).split())


def _all_text(tree: Any) -> str:
    return "\n".join(_pieces(tree))
