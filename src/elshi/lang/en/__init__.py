"""English: spaCy's small model for the tree, our own rules for names, posts and clauses."""

from __future__ import annotations

from elshi.lang.en.morph import keys
from elshi.lang.en.posts import cut, posts
from elshi.pack import Pack, Parsed, Tables
from elshi.records import Span
from elshi.when import TimeExpr


def pack() -> Pack:
    """The English pack; the model is loaded when `parse` is first called."""
    return Pack(
        code="en",
        triage=lambda text: True,
        parse=parse,
        posts=posts,
        times=_times,
        keys=keys,
        words=cut,
        tables=Tables(),
    )


def parse(text: str) -> Parsed:
    """Sentences, tokens, names and clauses of an English text."""
    from elshi.lang.en import model, morph, names  # noqa: PLC0415 - the model is heavy

    read = list(model.docs(text))
    tree, sentences = morph.tree(text, read)
    return Parsed(text, "en", sentences, tree.tokens, names.names(tree, read))


def _times(text: str) -> list[tuple[Span, TimeExpr]]:
    return []
