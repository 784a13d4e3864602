"""When and how a Russian predicate is told: its tense, whether it is denied, planned, put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.ru.tree import Tree
from elshi.pack import Modality, Tense, Words

MODALITIES: tuple[Modality, ...] = ("cancelled", "postponed", "possible", "wanted", "planned")
"""Strongest first: «отменил визит, намеченный на март» is cancelled."""
TENSES: dict[str, Tense] = {"past": "past", "future": "future", "present": "present"}
OCCUR = "состояться"
"""«визит не состоится» is called off, «не состоялся» says no more than that it was not."""
HIGH = 4
"""Nouns above an event noun that may say that it is only thought of."""
INFINITIVES = frozenset({"xcomp", "csubj", "ccomp", "obl", "conj", "acl", "nmod"})
"""Relations of an infinitive to what it depends on: «готов встретиться», «готовность принять»."""
OBJECTS = frozenset({"obj", "nsubj:pass"})
AIMS = frozenset({"цель", "задача"})
TRAVELS = frozenset(
    {"прибыть", "прибывать", "приехать", "приезжать", "прилететь", "прилетать", "отправиться"}
    | {"отправляться", "направиться", "направляться", "вылететь", "вылетать", "отбыть", "поехать"}
)
"""Verbs of going somewhere for the sake of something."""
VISITING = frozenset({"посетить"})


def tense(tree: Tree, verb: int | None) -> Tense | None:
    """The tense of a verb or of its auxiliary («будет подписан»); an infinitive's governor's."""
    if verb is None:
        return None
    token = tree.tokens[verb]
    helpers = [tree.tokens[c] for c in tree.of(verb, "aux", "aux:pass", "cop")]
    if any(helper.text.lower().startswith("буд") for helper in helpers):
        return "future"  # the model takes «будет» for a present
    told = next((c.tense for c in (*helpers, token) if c.tense in TENSES), None)
    if told is not None:
        return TENSES[told]
    if token.form == "infinitive" and token.head is not None:
        return tense(tree, token.head) if tree.tokens[token.head].pos == "VERB" else None
    return None


def negated(tree: Tree, verb: int) -> bool:
    """Whether «не» stands with a verb."""
    return any(tree.tokens[c].lemma == "не" for c in tree.of(verb, "advmod"))


def event_modality(
    tree: Tree, noun: int, verb: int | None, adjectives: Sequence[str], modals: Words
) -> Modality | None:
    """What the words around an event noun, and around the verb that carries it, make of it."""
    own = [*adjectives, *(_around(tree, noun) if verb is None else _around(tree, verb))]
    if verb is not None and tree.tokens[verb].lemma == OCCUR and negated(tree, verb):
        return "cancelled" if tree.tokens[verb].tense == "future" else None
    own += _thoughts(tree, noun) if verb is None else _ends(tree, verb)
    told = _strongest(own, modals)
    meant = _is_purpose(tree, noun) if verb is None else _is_aim(tree, verb)
    return told or ("meant" if meant else None)


def _thoughts(tree: Tree, noun: int) -> list[str]:
    """Lemmas of what holds an event: «сценарии начала переговоров», «опроверг слухи о встрече»."""
    found: list[str] = []
    at = noun
    while tree.tokens[at].rel == "nmod" and len(found) < HIGH:
        head = tree.tokens[at].head
        if head is None or tree.tokens[head].pos not in {"NOUN", "PROPN"}:
            break
        found.append(tree.tokens[head].lemma)
        at = head
    verb = tree.tokens[at].head if found and tree.tokens[at].rel in OBJECTS else None
    return found if verb is None else [*found, tree.tokens[verb].lemma]


def _ends(tree: Tree, verb: int) -> list[str]:
    """«чтобы начать переговоры, надо …»: an end in view; who «прибыл, чтобы …» has come for it."""
    token = tree.tokens[verb]
    marks = {tree.tokens[child].lemma for child in tree.of(verb, "mark")}
    if token.form != "infinitive" or "чтобы" not in marks or token.head is None:
        return []
    return [] if tree.tokens[token.head].lemma in TRAVELS else ["чтобы"]


def verb_modality(tree: Tree, verb: int, modals: Words) -> Modality | None:
    """What the words around a verb make of it: planned, cancelled, possible, wanted."""
    if _is_called_off(tree, verb):
        return "cancelled"
    return _strongest(list(_around(tree, verb)), modals)


def _is_called_off(tree: Tree, verb: int) -> bool:
    """«не приедет», «не сможет посетить»: a journey told in the future that will not be."""
    token = tree.tokens[verb]
    if token.lemma not in TRAVELS | VISITING:
        return False
    if token.form == "infinitive" and token.head is not None:
        able = tree.tokens[token.head]
        return able.lemma == "смочь" and negated(tree, token.head) and able.tense == "future"
    return token.tense == "future" and negated(tree, verb)


def _strongest(words: Sequence[str], modals: Words) -> Modality | None:
    found = {modals[word] for word in words if word in modals}
    return next((each for each in MODALITIES if each in found), None)


def _around(tree: Tree, index: int) -> Iterator[str]:
    """A verb with its adverbs and auxiliaries, and what it depends on; a noun only the latter."""
    if tree.tokens[index].pos not in {"NOUN", "PROPN"}:
        yield tree.tokens[index].lemma
        yield from (tree.tokens[c].lemma for c in tree.of(index, "advmod", "aux", "cop"))
    yield from _governors(tree, index)


def _is_aim(tree: Tree, verb: int) -> bool:
    """«целью визита стала встреча»."""
    below = (child for child in tree.children[verb])
    return any(tree.tokens[child].lemma in AIMS for child in below)


def _is_purpose(tree: Tree, index: int) -> bool:
    """«прибыл для переговоров», «прилетел на встречу»: what somebody travels for."""
    token = tree.tokens[index]
    words = {tree.tokens[child].lemma for child in tree.of(index, "case")}
    at = token.head
    if at is not None and tree.tokens[at].pos in {"NOUN", "PROPN"}:
        at = tree.tokens[at].head  # «в Рим ← для переговоров»
    if at is None or tree.tokens[at].lemma not in TRAVELS:
        return False
    return "для" in words or ("на" in words and token.case == "acc")


def _governors(tree: Tree, index: int) -> Iterator[str]:
    """Lemmas of the words that an infinitive or an event noun depends on directly."""
    token = tree.tokens[index]
    if token.head is None:
        return
    direct = token.form == "infinitive" and token.rel in INFINITIVES
    if direct or token.rel in {"nsubj", "nsubj:pass", "obj"}:
        yield tree.tokens[token.head].lemma
    if direct and token.rel == "conj":
        yield from _governors(tree, token.head)
