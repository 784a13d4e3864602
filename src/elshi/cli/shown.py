"""What `elshi show` prints of a reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.cli.rows import kind, one, where
from elshi.draw import LINE, Mark, draw, visible, wrapped
from elshi.records import Account, Article, Mention, Reading, Span, Statement, Tenure

INDENT = "    "
_SHORT = {"institution": "INST"}
_CODED = ("state", "place", "time", "forum", "trigger")
"""Kinds whose code tells a reader something: KZ, 2023-09, C5+1, meet."""


def shown(reading: Reading, *, columns: int) -> Iterator[str]:
    """The article, its marks, accounts, statements, tenures, voices, and the ledger."""
    article = reading.article
    yield from _head(article)
    yield ""
    yield from draw(article.text, [_mark(each) for each in reading.mentions], width=columns)
    for title, blocks in _parts(reading):
        yield ""
        yield f"{title} {LINE * 2}"
        for block in blocks:
            yield from _wrapped(block, columns)


def _head(article: Article) -> Iterator[str]:
    fields = {
        "article": article.id,
        "title": article.title and article.title.value,
        "published": article.published and article.published.value,
        "outlet": article.outlet and article.outlet.value,
        "rubric": article.rubric and article.rubric.value,
        "language": article.lang,
        "url": article.url,
        "input": " ".join(filter(None, (article.name, article.input_id))),
    }
    for name, value in fields.items():
        if value:
            yield visible(f"{name:<10}{value}")


def _parts(reading: Reading) -> Iterator[tuple[str, list[list[str]]]]:
    text = reading.article.text
    yield "ACCOUNTS", [_account(account, text) for account in reading.accounts]
    yield "STATEMENTS", [_statement(statement) for statement in reading.statements]
    yield "TENURES", [[_tenure(tenure)] for tenure in reading.tenures]
    yield "VOICES", [[" → ".join(f"{v.name.value} ({v.kind})" for v in reading.voices)]]
    unread = [
        [f"{each.reason} ({each.rule})", *_quoted(each.span, text)] for each in reading.unread
    ]
    yield "NOT READ", unread


def _mark(mention: Mention) -> Mark:
    label = _SHORT.get(mention.kind, mention.kind.upper())
    if mention.kind not in _CODED or not mention.code:
        return Mark(mention.span, (label,))
    short = mention.code if mention.kind == "state" else label
    return Mark(mention.span, (f"{label} {mention.code}", label, short))


def _account(account: Account, text: str) -> list[str]:
    """The first line says what; the others, who, when, where, about what."""
    lines = [kind(account), *(f"who      {one(who)}" for who in account.participants)]
    if when := account.when:
        reason = f", {when.reason}" if when.reason else ""
        lines += [f"when     {when.edtf} ({when.basis}{reason})"]
    if place := where(account):
        lines += [f"where    {place}"]
    lines += [f"about    {topic.value}" for topic in account.agenda]
    if account.spheres:
        lines += [f"spheres  {', '.join(sphere.value for sphere in account.spheres)}"]
    if account.voice:
        lines += [f"voice    {account.voice.value}"]
    return [*lines, *_quoted(account.kind.span, text)]


def _statement(statement: Statement) -> list[str]:
    speaker = one(statement.speaker) if statement.speaker else "nobody is named"
    return [f"{statement.kind}, {statement.act}: {speaker}", f"«{statement.text.value}»"]


def _tenure(tenure: Tenure) -> str:
    side = f" ({tenure.side.value})" if tenure.side else ""
    when = f", {tenure.when.edtf}" if tenure.when else ""
    return f"{tenure.person.value}: {tenure.post.value}{side}, {tenure.event}{when}"


def _quoted(span: Span | None, text: str) -> list[str]:
    return (
        [f"read in  «{' '.join(span.of(text).split())}» [{span.start}, {span.end})"] if span else []
    )


def _wrapped(block: Iterable[str], columns: int) -> Iterator[str]:
    for n, line in enumerate(block):
        indent = INDENT if n else "  "
        for span in wrapped(line, columns - len(indent)):
            yield indent + visible(span.of(line))
