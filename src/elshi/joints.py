"""Men named in a row: whom «и», "and" or a comma joins, where the tree was not sure.

Президент России Владимир Путин   и   Президент США Джо Байден   провели
unit───────────────────────────   ╰─▶ unit────────────────────
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from elshi.records import Mention, Span

NEAR = 3
"""Characters between a post and the name that it stands with, at most."""


def joined(
    people: Sequence[Mention], small: Sequence[tuple[Span, str]], text: str
) -> Iterator[tuple[Mention, Mention]]:
    """Each pair of men with only a conjunction, or a comma of such a list, between them.

    `small` are the little words of the text: each `and`, and each `article`, which tells nothing.
    """
    units = list(_units(people))
    links = [_link(a, b, small, text) for a, b in itertools.pairwise(units)]
    for n, (first, second) in enumerate(itertools.pairwise(units)):
        if links[n] == "and" or (links[n] == "comma" and _ends_in_and(links, n)):
            yield first[1], second[1]


def _ends_in_and(links: Sequence[str], n: int) -> bool:
    """Whether a row of commas from here on comes to an «и»."""
    rest = next((link for link in links[n:] if link != "comma"), "")
    return rest == "and"


def _units(people: Sequence[Mention]) -> Iterator[tuple[Span, Mention]]:
    """Names with their posts as one span each, in text order, and the mention to speak of."""
    posts = {p.holder: p for p in people if p.kind == "post" and p.holder}
    taken = {span for span in posts if span is not None}
    found = []
    for mention in people:
        if mention.kind == "post" and mention.holder and not _beside(mention):
            continue
        if mention.kind == "person" and mention.span in taken and _beside(posts[mention.span]):
            continue
        end = mention.holder or mention.span
        whole = Span(min(mention.span.start, end.start), max(mention.span.end, end.end))
        found.append((whole, mention))
    yield from sorted(found, key=lambda unit: (unit[0], unit[1].kind))


def _beside(post: Mention) -> bool:
    """Whether a post stands right before or after its name."""
    name = post.holder or post.span
    gap = max(name.start - post.span.end, post.span.start - name.end)
    return gap <= NEAR


def _link(
    one: tuple[Span, Mention],
    other: tuple[Span, Mention],
    small: Sequence[tuple[Span, str]],
    text: str,
) -> str:
    """How two units are linked: `and`, `comma`, or not at all."""
    between = Span(one[0].end, max(one[0].end, other[0].start))
    inside = [(span, word) for span, word in small if between.covers(span)]
    words = between.of(text).strip()
    for span, word in inside:
        words = words.removesuffix(span.of(text)).rstrip() if word == "article" else words
    if any(word == "and" and span.of(text) == words.strip(", ") for span, word in inside):
        return "and"
    return "comma" if words == "," else ""
