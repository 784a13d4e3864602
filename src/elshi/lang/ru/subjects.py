"""Who does what a Russian predicate says, where the sentence does not repeat it."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.lang.ru.arguments import Found
from elshi.lang.ru.tree import Tree

MARGINS = frozenset({"кулуары", "кулуар", "поле", "полях"})
"""Where one meets beside a gathering, which is then nobody's."""
PLANS = frozenset({"планировать", "намереваться", "собираться", "рассчитывать", "хотеть"})
"""Verbs whose present tells of somebody's plan, though it has no gender."""


def antecedent(tree: Tree, found: Found) -> Found:
    """«президент, который прибыл»: whom the relative pronoun stands for."""
    token = tree.tokens[found.index]
    if token.lemma != "который" or token.head is None:
        return found
    verb = tree.tokens[token.head]
    if verb.rel.startswith("acl") and verb.head is not None:
        return Found(found.marker, verb.head)
    return found


def given(tree: Tree, verb: int, depth: int = 0) -> Iterator[Found]:
    """The subject that the sentence gives a verb without one of its own.

    «прибыл и встретился», «планирует посетить», «отметив», «прибывший с визитом министр».
    """
    token = tree.tokens[verb]
    if token.head is None or depth > 4:
        return
    governor = tree.tokens[token.head]
    if token.rel in {"acl", "amod"} and governor.pos in {"NOUN", "PROPN"}:
        yield Found("object" if token.voice == "pass" else "subject", token.head)
    elif token.rel in {"conj", "xcomp", "advcl", "csubj", "ccomp", "parataxis"}:
        aside = token.rel in {"ccomp", "parataxis"} and token.form != "infinitive"
        if aside and not _own_plan(tree, verb):
            return
        subject = next(tree.of(token.head, "nsubj"), None)
        if subject is None:
            subject = next(tree.of(token.head, "nsubj:pass"), None)
        if subject is not None:
            yield Found("subject", subject)
        else:
            yield from given(tree, token.head, depth + 1)


def _own_plan(tree: Tree, verb: int) -> bool:
    """«заявил, что намерен приехать»: who says it means himself."""
    token = tree.tokens[verb]
    alone = next(tree.of(verb, "nsubj", "nsubj:pass", "csubj"), None) is None
    personal = token.gender in {"masc", "fem"} or token.lemma in PLANS
    one = token.number == "sing" and personal and token.voice != "pass"
    return token.rel == "ccomp" and alone and one


def owner(tree: Tree, index: int) -> Iterator[Found]:
    """Whose event a bare noun tells: «на встрече с послом министр сказал», «рассказал о визите».

    The subject of the verb above it, where nobody else owns the event.
    """
    at = tree.tokens[index].head
    for _ in range(6):
        if at is None or tree.tokens[at].lemma in MARGINS:
            return
        if tree.tokens[at].pos == "VERB":
            own = [*tree.of(at, "nsubj", "nsubj:pass")][:1]
            yield from (Found("subject", child) for child in own if child != index)
            if not own:
                yield from given(tree, at)
            return
        at = tree.tokens[at].head
