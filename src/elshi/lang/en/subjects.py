"""Who does it: the subject of a verb, stated, shared, controlled, or the antecedent of «who»."""

from __future__ import annotations

from elshi.lang.en.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_DEPTH = 8
# «sent a message congratulating X»: who sends it congratulates.
_WRITTEN = frozenset(["message", "letter", "telegram", "cable", "note", "statement"])
# «promised him to come»: the subject comes; with other verbs it is the object.
_OF_SUBJECT = frozenset({"promise", "vow", "pledge", "threaten", "agree"})


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The head word of a verb's surface subject (of a passive, what it is done to)."""
    own = next(tree.under(verb, *_SUBJECTS), None)
    if own is not None:
        return _antecedent(tree, verb) if tree.tags[own] in _RELATIVES else own
    head = tree.tokens[verb].head
    if head is None or depth > _DEPTH:
        return _from_complement(tree, verb)
    return _shared(tree, verb, head, depth)


def _shared(tree: Tree, verb: int, head: int, depth: int) -> int | None:
    rel = tree.tokens[verb].rel
    if rel in {"acl", "relcl"}:
        return _of_noun(tree, verb, head, depth)
    if rel == "xcomp" or (rel == "ccomp" and tree.tags[verb] in {"VB", "VBG"}):
        return _controller(tree, head, depth)
    if rel in {"conj", "advcl", "parataxis", "dep"} and tree.tokens[head].pos in {"VERB", "AUX"}:
        return subject(tree, head, depth + 1)
    if rel in {"pcomp", "prep"}:
        above = _verb_over(tree, head)
        return None if above is None else subject(tree, above, depth + 1)
    if rel == "conj":
        return _shared(tree, head, tree.tokens[head].head or head, depth + 1)
    return None


def _antecedent(tree: Tree, verb: int) -> int | None:
    """What «who», «which» stand for."""
    token = tree.tokens[verb]
    while token.rel == "conj" and token.head is not None:
        verb, token = token.head, tree.tokens[token.head]
    return token.head if token.rel in {"relcl", "acl"} else None


def _of_noun(tree: Tree, verb: int, head: int, depth: int) -> int | None:
    """Of «the delegation visiting Astana» the noun; of «plans to visit», whose plans they are."""
    written = tree.tags[verb] == "VBG" and tree.tokens[head].lemma in _WRITTEN
    if not written and (tree.tags[verb] != "VB" or tree.tokens[verb].rel == "relcl"):
        return head
    if any(tree.under(verb, "auxpass")):
        return head
    owner = next(tree.under(head, "poss"), None)
    if owner is not None:
        return owner
    above = _verb_over(tree, head)
    return None if above is None or depth > _DEPTH else subject(tree, above, depth + 1)


def _controller(tree: Tree, head: int, depth: int) -> int | None:
    """Of «invited X to visit» X; of «plans to visit» its own subject."""
    asked = next(tree.under(head, "dobj", "dative"), None)
    if asked is not None and tree.tokens[head].lemma not in _OF_SUBJECT:
        return asked
    above = _verb_over(tree, head)
    return subject(tree, above, depth + 1) if above is not None and depth < _DEPTH else None


def _from_complement(tree: Tree, verb: int) -> int | None:
    """«X had talks with Y and said …» read as what was said: the subject is X all the same."""
    inner = next(tree.under(verb, "ccomp"), None)
    if inner is None or inner > verb:
        return None
    return next(tree.under(inner, "nsubj"), None)


def _verb_over(tree: Tree, index: int) -> int | None:
    at: int | None = index
    while at is not None and tree.tokens[at].pos not in {"VERB", "AUX"}:
        at = tree.tokens[at].head
    return at
