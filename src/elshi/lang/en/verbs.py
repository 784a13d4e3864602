"""The verb group: when it happened, whether at all, and in whose voice it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from elshi.lang.en.lexicon import Lexicon
from elshi.lang.en.tree import Tree
from elshi.pack import Modality, Tense

_FUTURE = frozenset({"will", "shall", "'ll", "would"})
_POSSIBLE = frozenset({"may", "might", "could", "can"})
_NEGATIVE = frozenset({"not", "n't", "never", "neither", "without"})


@dataclass(frozen=True, slots=True)
class Mood:
    """What a verb group says beside its verb."""

    tense: Tense | None = None
    negated: bool = False
    modality: Modality | None = None
    passive: bool = False


def mood(tree: Tree, verb: int, lexicon: Lexicon) -> Mood:
    """The tense, denial, modality and voice of a verb, with what governs it taken in."""
    own = Mood(
        tense=_tense(tree, verb),
        negated=any(tree.word(i) in _NEGATIVE for i in tree.under(verb, "neg", "preconj")),
        modality=_modal(tree, verb),
        passive=is_passive(tree, verb),
    )
    return _governed(tree, verb, own, lexicon)


def is_passive(tree: Tree, verb: int) -> bool:
    """«was received», «the talks held in Astana»; of coordinated participles, the first tells."""
    if any(tree.under(verb, "auxpass", "nsubjpass")):
        return True
    token = tree.tokens[verb]
    if tree.tags[verb] != "VBN" or token.head is None:
        return False
    if token.rel == "conj" and not any(tree.under(verb, "aux")):
        return tree.tags[token.head] == "VBN" and is_passive(tree, token.head)
    return token.rel in {"acl", "advcl"} and not any(tree.under(verb, "aux"))


def _tense(tree: Tree, verb: int) -> Tense | None:
    helpers = [tree.word(i) for i in tree.under(verb, "aux", "auxpass")]
    tags = {tree.tags[i] for i in tree.under(verb, "aux", "auxpass")}
    if set(helpers) & _FUTURE:
        return "future"
    if "have" in helpers or "has" in helpers or "had" in helpers or tags & {"VBD"}:
        return "past"
    if tags & {"VBZ", "VBP", "MD"}:
        return "present"
    return _by_form(tree, verb)


def _by_form(tree: Tree, verb: int) -> Tense | None:
    """The tense of a verb without helpers; participles take that of their governor."""
    tag, token = tree.tags[verb], tree.tokens[verb]
    if tag == "VBD":
        return "past"
    if tag in {"VBZ", "VBP"}:
        return "present"
    infinitive = tag == "VB" and token.rel in {"acl", "relcl", "amod"}
    if infinitive:
        return "future"
    if tag == "VBN" and token.rel in {"acl", "relcl"}:
        return "past"
    if token.head is None:
        return "past" if tag == "VBN" else None
    governor = _verb_above(tree, verb)
    return None if governor is None else _tense(tree, governor)


def _verb_above(tree: Tree, index: int) -> int | None:
    head = tree.tokens[index].head
    while head is not None and tree.tokens[head].pos not in {"VERB", "AUX"}:
        head = tree.tokens[head].head
    return head


def _modal(tree: Tree, verb: int) -> Modality | None:
    helpers = {tree.word(i) for i in tree.under(verb, "aux")}
    return "possible" if helpers & _POSSIBLE else None


def _governed(tree: Tree, verb: int, own: Mood, lexicon: Lexicon) -> Mood:
    """«is scheduled to visit» is planned, «invited him to visit» wanted, «refused to» denied."""
    token = tree.tokens[verb]
    if tree.tags[verb] == "VB" and "to" in {tree.word(i) for i in tree.under(verb, "aux")}:
        to_be = token.rel in {"acl", "relcl"} and any(tree.under(verb, "auxpass"))
        own = replace(own, modality=own.modality or ("planned" if to_be else None))
    if token.head is None or token.rel not in {"xcomp", "ccomp", "acl", "pcomp", "conj"}:
        return own
    if token.rel == "ccomp" and tree.tags[verb] not in {"VB", "VBG"}:
        return own
    if token.rel == "conj":
        return _shared(tree, verb, own, lexicon)
    return _under(tree, verb, own, lexicon)


def _shared(tree: Tree, verb: int, own: Mood, lexicon: Lexicon) -> Mood:
    """«will visit Baku and meet …», «plans to visit and meet»: the first verb's mood holds on."""
    head = tree.tokens[verb].head
    if head is None or tree.tags[verb] not in {"VB", "VBN", "VBG"}:
        return own
    if tree.tokens[head].pos not in {"VERB", "AUX"} or any(tree.under(verb, "nsubj", "nsubjpass")):
        return own
    first = mood(tree, head, lexicon)
    return replace(
        own,
        tense=first.tense if not any(tree.under(verb, "aux", "auxpass")) else own.tense,
        modality=own.modality or first.modality,
        negated=own.negated or (first.negated and tree.tags[verb] == "VB"),
    )


def _under(tree: Tree, verb: int, own: Mood, lexicon: Lexicon) -> Mood:
    """The mood that a governing verb, adjective or noun gives to its infinitive."""
    head = tree.tokens[verb].head
    if head is None:
        return own
    if tree.tokens[verb].rel == "pcomp":
        above = tree.tokens[head].head
        head = head if above is None else above
    role = next((lexicon.modals[k] for k in _said(tree, head) if k in lexicon.modals), None)
    if role is None:
        return own
    upper = mood(tree, head, lexicon) if tree.tokens[head].pos in {"VERB", "AUX"} else Mood()
    if role in {"not", "held"}:
        denied = own.negated or upper.negated or role == "not"
        return replace(own, tense=upper.tense, negated=denied, modality=upper.modality)
    modality: Modality | None = role if role in _MODALITIES else None  # type: ignore[assignment]
    return replace(own, modality=own.modality or modality, negated=own.negated or upper.negated)


_MODALITIES = frozenset({"planned", "cancelled", "postponed", "possible", "wanted"})


def _said(tree: Tree, head: int) -> tuple[str, ...]:
    """The keys of a governor; of «is ready to», those of the adjective."""
    complements = list(tree.under(head, "acomp", "attr"))
    keys = [key for i in complements for key in tree.tokens[i].keys]
    return (*keys, tree.tokens[head].lemma, *tree.tokens[head].keys)
