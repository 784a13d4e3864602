"""A store of so many contacts: the made corpus, told in the words of the demo reports.

The accounts are those of `world`; text, mentions, statements and voices are read from a demo report
of the same language, so that pages have as much to show as they have in life.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from world import REPORTS, corpus, hash_of

from elshi.ids import content_id
from elshi.pipeline import read
from elshi.records import Account, Article, Mention, Reading, Statement, Tenure, Value
from elshi.store import Store

A_CONTACT = 1.68
"""Articles of the made corpus that one contact takes."""
SHORT = 900
"""Characters of a demo report that serves as a model: most news are no longer, and 100,000
contacts need 168,000 of them."""


def chronicle_at(path: Path, contacts: int) -> str:
    """The store at `path`, made if it is not there."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with Store(str(part), make=True) as store:
            for reading in readings(contacts):
                store.add(reading)
        part.replace(path)
    return str(path)


def readings(contacts: int) -> Iterator[Reading]:
    """Readings that tell about so many contacts."""
    for said in corpus(int(contacts * A_CONTACT)):
        yield _told(said.reading)


def _told(made: Reading) -> Reading:
    """A reading with the words of a demo report; a last line makes its text its own."""
    models = _models()[made.article.lang]
    model = models[hash_of(made.article.id) % len(models)]
    text = f"{model.article.text}\n{made.article.text}"
    ident = content_id("article", text=text)
    article = replace(made.article, id=ident, text=text, title=model.article.title)
    triggers = [m for m in model.mentions if m.kind == "trigger"] or list(model.mentions)
    return replace(
        model, article=article,
        accounts=tuple(_placed(a, n, triggers) for n, a in enumerate(made.accounts)),
        statements=tuple(_said(s, ident, made) for s in model.statements),
        tenures=tuple(_served(made)),
    )  # fmt: skip


def _placed(account: Account, n: int, triggers: list[Mention]) -> Account:
    """An account with a place in the text, so that it can be pointed to."""
    mention = triggers[n % len(triggers)]
    return replace(account, kind=replace(account.kind, span=mention.span))


def _said(statement: Statement, article: str, made: Reading) -> Statement:
    """A statement of somebody who takes part."""
    ident = content_id("statement", of=article, like=statement.id)
    account = made.accounts[0] if made.accounts else None
    men = [p for p in account.participants if p.kind == "person"] if account else []
    speaker = statement.speaker
    if speaker is None or not men:
        return replace(statement, id=ident, account=None)
    named = replace(speaker, name=replace(speaker.name, value=men[0].name.value), side=men[0].side)
    return replace(statement, id=ident, speaker=named, account=account and account.id)


def _served(made: Reading) -> Iterator[Tenure]:
    """The posts of those who take part."""
    for who in {p.name.value: p for a in made.accounts for p in a.participants}.values():
        if who.kind == "person" and who.level and " " in who.name.value:
            title = Value(who.level, None, "made", "given")
            yield Tenure(who.name, title, "holds", side=who.side, level=who.level)


@cache
def _models() -> dict[str, list[Reading]]:
    """The demo reports, read, by language."""
    found: dict[str, list[Reading]] = {"kk": [], "ru": [], "en": []}
    for path in sorted(REPORTS.glob("*.txt")):
        lang, text = path.name.split(".")[-2], path.read_text(encoding="utf-8")
        title = Value(text.split("\n", 1)[0], None, "given", "given")
        article = Article(content_id("article", text=text), text, lang, title=title)
        if len(text) < SHORT:
            found[lang].append(read(article))
    return found
