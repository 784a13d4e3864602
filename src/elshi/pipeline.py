"""The whole path on one page: from an article to its reading.

Reading is a pure function of one article: the same article and version give the same bytes,
with no clock, network or environment.
"""

from __future__ import annotations

from elshi.cast import cast
from elshi.elected import elected
from elshi.frame import drafts
from elshi.gather import gatherings, in_order
from elshi.ground import ground, whens_of
from elshi.lang import load
from elshi.mark import mark
from elshi.records import Article, Reading, Span, Unread
from elshi.statements import at_accounts, once, statements
from elshi.tenures import tenures
from elshi.voices import voices

VERSION = "1"
"""Changes with every rule that can change a reading."""
LONGEST = 100_000
"""Characters of a text that are read: a long transcript, not a book sent to keep us busy."""


def read(article: Article, *, whole: bool = False) -> Reading:
    """Everything that one article says of contacts, offices and statements.

    A text without a word that could tell of any is not parsed, and its ledger says so; `whole`
    parses it all the same. Raises NoPack where there is no pack for its language.
    """
    pack = load(article.lang)
    if not whole and not pack.triage(article.text):
        reason = "no word that tells of a contact or an office: not parsed"
        return Reading(VERSION, article, unread=(Unread(reason, "triage"),))
    parsed = pack.parse(_readable(article.text))
    marks = mark(parsed, pack, outlet=article.outlet.span if article.outlet else None)
    marks = elected(parsed, marks, pack)
    figures = cast(marks.mentions)
    whens = whens_of(article, parsed, marks)
    parsed, gathered = gatherings(parsed, marks, figures)
    told = in_order(drafts(parsed, marks, figures, pack), gathered)
    accounts, left = ground(article, parsed, marks, told, cast=figures, whens=whens)
    said, silent = statements(article, parsed, marks, figures, pack)
    return Reading(
        version=VERSION,
        article=article,
        mentions=tuple(sorted((*marks.mentions, *marks.bodies), key=lambda m: (m.span, m.kind))),
        accounts=tuple(accounts),
        statements=tuple(
            at_accounts(once(said, article.title.span if article.title else None), accounts)
        ),
        tenures=tuple(tenures(parsed, marks, figures, pack, whens)),
        voices=tuple(voices(article, marks)),
        unread=(*left, *silent, *_rest(article.text)),
    )


def _readable(text: str) -> str:
    """The text, or as much of it as is read, up to the end of a line or a word."""
    if len(text) <= LONGEST:
        return text
    line, word = (text.rfind(sign, LONGEST // 2, LONGEST) for sign in "\n ")
    return text[: next((end for end in (line, word) if end > 0), LONGEST)]


def _rest(text: str) -> tuple[Unread, ...]:
    """What of a very long text is not read."""
    start = len(_readable(text))
    reason = "the text is too long: from here on it is not read"
    return (Unread(reason, "long", Span(start, len(text))),) if start < len(text) else ()
