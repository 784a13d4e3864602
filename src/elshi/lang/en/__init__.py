"""English: spaCy's small model for the tree, our own rules for names, posts and clauses."""

from __future__ import annotations

from functools import cache

from elshi.lang.en import lexicon
from elshi.lang.en.morph import keys
from elshi.lang.en.posts import cut, posts, runs
from elshi.lang.en.triage import triage
from elshi.pack import Pack, Parsed
from elshi.records import Span
from elshi.when import TimeExpr


@cache
def pack() -> Pack:
    """The English pack; the model is loaded when the first text is parsed."""
    return Pack(
        code="en",
        triage=triage,
        parse=parse,
        posts=posts,
        times=times,
        keys=keys,
        words=cut,
        tables=lexicon.tables(),
    )


def parse(text: str) -> Parsed:
    """Sentences, tokens, names and clauses of an English text."""
    from elshi.lang.en import clauses, mend, model, morph, names, tongues, units

    read = list(model.docs(text))
    tree, sentences = morph.tree(text, read)
    persons = names.names(tree, read)
    tree = units.united(tree, persons, runs(tree.tokens, persons))
    tree = tongues.without_tongues(mend.mended(tree, frozenset(lexicon.tables().speech)))
    return Parsed(
        text=text,
        lang="en",
        sentences=sentences,
        tokens=tree.tokens,
        names=persons,
        clauses=clauses.clauses(tree, persons, lexicon.lexicon()),
    )


def times(text: str) -> list[tuple[Span, TimeExpr]]:
    """Time expressions of an English text, not yet resolved."""
    from elshi.lang.en.times import times as read

    return read(text)
