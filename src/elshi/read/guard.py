"""What a page may cost: its size, its tags, how deep they nest."""

from __future__ import annotations

import re

from elshi.errors import TooLarge

LIMIT = 50 * 1024 * 1024
"""Largest input that is taken as one article, in bytes."""
PAGE_LIMIT = 8_000_000
"""Largest page, in characters, once scripts, styles, comments and embedded pictures are out."""
TAG_LIMIT = 60_000
DEPTH_LIMIT = 500
ATTRIBUTE_LIMIT = 100_000

_BALLAST = re.compile(
    r"<(script|style|svg|noscript|template)\b[^>]*>.*?</\1\s*>|<!--.*?-->"
    r"""|(?<=["'(])data:[a-z]+/[\w.+-]+;base64,[A-Za-z0-9+/=\s]*""",
    re.IGNORECASE | re.DOTALL,
)
_JSON_LD = re.compile(r"<script[^>]{0,200}ld\+json", re.IGNORECASE)
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|main|table|tbody|tr|td|ul|ol|b|i|em|strong|font|blockquote"
    r"|a|center|small|big|u|form|fieldset|label)\b",
    re.IGNORECASE,
)
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{ATTRIBUTE_LIMIT}}}")


def size(count: int) -> None:
    """Raise TooLarge where an article has more bytes than the limit."""
    if count > LIMIT:
        raise TooLarge(
            f"more than {LIMIT >> 20} MB, the limit for an article: split it, or give only its text"
        )


def page(html: str) -> str:
    """The page without its ballast (scripts, styles, pictures within), if it can be parsed.

    Raises TooLarge where it has too many tags or they nest too deep: such pages are made to
    exhaust a parser.
    """
    slim = html if len(html) < 200_000 else _BALLAST.sub(_kept, html)
    if len(slim) > PAGE_LIMIT:
        raise TooLarge(f"a page of {len(slim):,} characters of markup: give only its text")
    if (tags := slim.count("<")) > TAG_LIMIT:
        raise TooLarge(f"a page with {tags:,} tags: give only the article's text")
    if _LONG_TAG.search(slim):
        raise TooLarge("a tag of more than 100,000 characters: give only the article's text")
    if (depth := _depth(slim)) > DEPTH_LIMIT:
        raise TooLarge(f"tags nested {depth:,} deep: give only the article's text")
    return slim


def _kept(match: re.Match[str]) -> str:
    """Linked data stays: it holds the title and the date."""
    return match[0] if _JSON_LD.match(match[0]) and len(match[0]) < ATTRIBUTE_LIMIT else " "


def _depth(html: str) -> int:
    depth = deepest = 0
    for match in _NESTING.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
