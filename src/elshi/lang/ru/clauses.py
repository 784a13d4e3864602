"""Russian clauses: predicates with their arguments, from the dependency tree.

    Президент провёл в Астане переговоры с премьером Венгрии
    subject── light─ in─────  predicate  with───────────────

A light verb and its event noun are one clause; infinitives, gerunds, participles and conjoined
verbs get the subject that the sentence gives them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.lang.ru.arguments import Found, Prepositions, argument, deeper, of_noun, of_verb
from elshi.lang.ru.circumstances import circumstances
from elshi.lang.ru.mend import mended
from elshi.lang.ru.mood import event_modality, negated, tense, verb_modality
from elshi.lang.ru.subjects import antecedent, given, owner
from elshi.lang.ru.tree import Tree, grow
from elshi.pack import Argument, Clause, Modality, Token, Words
from elshi.records import Span

ACCORDING = frozenset({"слово", "мнение", "оценка", "утверждение", "убеждение", "признание"})
EXCHANGES = frozenset({"обменяться", "обмениваться"})
WORDS = frozenset({"мнение", "взгляд", "оценка", "информация", "подход", "впечатление"})
TAKE_PART = "участвовать"
VISITS = frozenset({"визит", "поездка"})

CARRYING = {
    "occur": {"nsubj", "nsubj:pass", "obj"},
    "carry": {"obj", "nsubj:pass", "nmod", "obl", "nsubj"},
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by which clauses are built; see the tables in this folder."""

    predicates: frozenset[str]
    """Lemmas of verbs and nouns for which a clause is made (triggers, saying, office)."""
    events: frozenset[str]
    """Event nouns, those with an adjective included («телефонный разговор»)."""
    containers: frozenset[str]
    """Nouns that only hold an event noun: «раунд переговоров», «церемония подписания»."""
    lights: Words
    modals: Words
    prepositions: Prepositions


def clauses(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Clause, ...]:
    """All clauses of a parsed text whose predicate the tables know, in text order."""
    tree = grow(circumstances(mended(tokens)))
    nodes = [n for n in (_node(tree, i, lexicon) for i in range(len(tokens))) if n]
    carriers = {n.carrier for n in nodes if n.carrier is not None}
    kept = [n for n in nodes if n.carrier is not None or n.index not in carriers]
    kept = [n for n in kept if not _with_visit(tree, n, lexicon)]
    fences = frozenset(n.index for n in kept)
    order = {
        i: n for n, node in enumerate(kept) for i in (node.index, node.carrier) if i is not None
    }
    made = [_clause(tree, node, lexicon, fences=fences, order=order) for node in kept]
    return (*made, *(c for i in range(len(tokens)) if (c := _according(tree, i))))


def _according(tree: Tree, index: int) -> Clause | None:
    """«По словам министра, …»: the noun says what a verb of saying would."""
    token = tree.tokens[index]
    owner = next(tree.of(index, "nmod"), None)
    if token.lemma not in ACCORDING or owner is None or token.head is None:
        return None
    if not any(tree.tokens[child].lemma == "по" for child in tree.of(index, "case")):
        return None
    whole, own = tree.span(token.head), tree.span(index)
    if not whole.covers(own) or whole == own:
        return None
    rest = Span(own.end, whole.end) if own.end < whole.end else Span(whole.start, own.start)
    return Clause(
        sentence=token.sentence,
        span=whole,
        predicate=token.span,
        lemma=f"по {token.lemma}",
        arguments=(
            Argument("subject", tree.span(owner), (tree.span(owner),), (tree.tokens[owner].span,)),
            Argument("that", rest, (rest,)),
        ),
    )


@dataclass(frozen=True, slots=True)
class Node:
    """A predicate in the tree: its token, and the light verb that carries it, if any."""

    index: int
    lemma: str
    noun: bool
    carrier: int | None = None


def _node(tree: Tree, index: int, lexicon: Lexicon) -> Node | None:
    token = tree.tokens[index]
    if (token.pos in {"VERB", "AUX"} or token.form) and not _event_for_sure(token, lexicon):
        lemma = next((key for key in (token.lemma, *token.keys) if key in lexicon.predicates), "")
        lemma = TAKE_PART if _takes_part(tree, index) else lemma
        lemma = lemma if _of_words(tree, index, lemma) else ""
        return Node(index, lemma, noun=False) if lemma else None
    if token.pos not in {"NOUN", "PROPN"} and not _event_for_sure(token, lexicon):
        return None
    lemma = _event(tree, index, lexicon)
    return Node(index, lemma, noun=True, carrier=_carrier(tree, index, lexicon)) if lemma else None


def _of_words(tree: Tree, index: int, lemma: str) -> bool:
    """«обменялись мнениями» is talks, «обменялись пленными» is none."""
    if lemma not in EXCHANGES:
        return True
    return any(tree.tokens[child].lemma in WORDS for child in tree.children[index])


def _event_for_sure(token: Token, lexicon: Lexicon) -> bool:
    """«телеграмму» that the model takes for a verb: the dictionary knows it as an event only."""
    return all(key in lexicon.events for key in token.keys)


def _takes_part(tree: Tree, index: int) -> bool:
    """«принял участие» says what «участвовал» says."""
    objects = {tree.tokens[child].lemma for child in tree.of(index, "obj")}
    return "участие" in objects and tree.tokens[index].lemma in {"принять", "принимать"}


def _event(tree: Tree, index: int, lexicon: Lexicon) -> str:
    """The lemma of an event noun, with its adjective where the table has the two together.

    A «церемония встречи» at an airport is no meeting.
    """
    token = tree.tokens[index]
    above = "" if token.head is None else tree.tokens[token.head].lemma
    if (token.lemma, above) == ("встреча", "церемония"):
        return ""
    for adjective in _adjectives(tree, index):
        for key in token.keys:
            if f"{adjective} {key}" in lexicon.events:
                return f"{adjective} {key}"
    return next((key for key in (token.lemma, *token.keys) if key in lexicon.events), "")


def _adjectives(tree: Tree, index: int) -> tuple[str, ...]:
    """Adjectives of a noun: those that the tree gives it, and those that stand right before it."""
    hung = set(tree.of(index, "amod"))
    at = index - 1
    while at >= 0 and tree.tokens[at].pos == "ADJ":
        hung.add(at)
        at -= 1
    return tuple(tree.tokens[child].lemma for child in sorted(hung))


def _carrier(tree: Tree, index: int, lexicon: Lexicon) -> int | None:
    """The light verb of an event noun: «провёл», «состоялась», «принял участие в»."""
    at = _climb(tree, index, lexicon)
    token = tree.tokens[at]
    if token.head is None:
        return _relative(tree, index, lexicon)
    governor = tree.tokens[token.head]
    if governor.lemma == "участие":
        return _taking_part(tree, token.head)
    role = lexicon.lights.get(governor.lemma)
    if _on_a_visit(tree, at):
        return token.head if governor.lemma not in lexicon.predicates else None
    if role == "join":
        return token.head if _joined(tree, at, lexicon) else None
    carried = bool(role) and token.rel in CARRYING[role or ""] and not _prepositional(tree, at)
    return token.head if carried and not _is_agent(tree, at, role) else None


def _is_agent(tree: Tree, index: int, role: str | None) -> bool:
    """«визит имеет большое значение»: the visit does something, nobody makes it."""
    token = tree.tokens[index]
    acts = role == "carry" and token.rel == "nsubj" and token.head is not None
    return acts and next(tree.of(token.head or 0, "obj"), None) is not None


def _relative(tree: Tree, index: int, lexicon: Lexicon) -> int | None:
    """«к визиту, который состоится 27 ноября»: the verb that carries the noun through «который».

    «в заседании Совета ОДКБ, которое …»: of the words of a phrase it is of the one that agrees.
    """
    owner = tree.tokens[index]
    for at in (index, *tree.of(index, "nmod")):
        for child in tree.of(at, "acl:relcl", "acl"):
            subjects = [tree.tokens[c] for c in tree.of(child, "nsubj", "nsubj:pass")]
            which = next((t for t in subjects if t.lemma == "который"), None)
            agrees = which and (at == index or _agree(which, owner, tree.tokens[at]))
            if agrees and lexicon.lights.get(tree.tokens[child].lemma) == "occur":
                return child
    return None


def _agree(which: Token, owner: Token, other: Token) -> bool:
    """Whether «который» can be of one noun only."""
    forms = [(t.gender, t.number) for t in (which, owner, other)]
    return forms[0] == forms[1] != forms[2]


def _climb(tree: Tree, index: int, lexicon: Lexicon) -> int:
    """From a noun up to what it is coordinated with, and to a noun that only holds it."""
    token = tree.tokens[index]
    if token.head is None:
        return index
    governor = tree.tokens[token.head]
    if token.rel == "conj" and governor.pos == "NOUN":
        return _climb(tree, token.head, lexicon)
    if (
        token.rel == "nmod"
        and governor.lemma in lexicon.containers
        and not _prepositional(tree, index)
    ):
        return _climb(tree, token.head, lexicon)
    return index


def _prepositional(tree: Tree, index: int) -> bool:
    return next(tree.of(index, "case"), None) is not None


def _taking_part(tree: Tree, index: int) -> int | None:
    head = tree.tokens[index].head
    if head is not None and tree.tokens[head].lemma in {"принять", "принимать"}:
        return head
    return None


def _joined(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[index].lemma
    words = {tree.tokens[child].lemma for child in tree.of(index, "case")}
    return lemma not in VISITS and bool(words & {"в", "на", "во"})


def _with_visit(tree: Tree, node: Node, lexicon: Lexicon) -> bool:
    """«прибыл с визитом»: the noun only says of what kind the travel is."""
    token = tree.tokens[node.index]
    if not node.noun or node.carrier is not None or token.head is None:
        return False
    return _on_a_visit(tree, node.index) and tree.tokens[token.head].lemma in lexicon.predicates


def _on_a_visit(tree: Tree, index: int) -> bool:
    """«(находится, прибыл) с визитом» under a verb."""
    token = tree.tokens[index]
    words = {tree.tokens[child].lemma for child in tree.of(index, "case")}
    with_it = bool(words & {"с", "со"}) and token.case == "ins" and token.head is not None
    return with_it and token.lemma in VISITS and tree.tokens[token.head or 0].pos == "VERB"


def _clause(
    tree: Tree, node: Node, lexicon: Lexicon, *, fences: frozenset[int], order: dict[int, int]
) -> Clause:
    verb = node.index if not node.noun else node.carrier
    found = list(_found(tree, node, lexicon, fences=fences))
    token = tree.tokens[node.index]
    return Clause(
        sentence=token.sentence,
        span=_extent(tree, node),
        predicate=token.span,
        lemma=node.lemma,
        nominal=verb is None,
        tense=tense(tree, verb),
        negated=verb is not None and negated(tree, verb),
        modality=_modality(tree, node, verb, lexicon.modals),
        arguments=_arguments(tree, found),
        parent=_parent(tree, node, order),
        plural=node.noun and token.number == "plur" and token.lemma != "переговоры",
        attributes=_attributes(tree, node),
    )


def _modality(tree: Tree, node: Node, verb: int | None, modals: Words) -> Modality | None:
    if node.noun:
        return event_modality(tree, node.index, verb, _adjectives(tree, node.index), modals)
    return verb_modality(tree, node.index, modals)


def _attributes(tree: Tree, node: Node) -> tuple[str, ...]:
    """Adjectives of the event; of a travel, those of «с … визитом»."""
    if node.noun:
        return _adjectives(tree, node.index)
    visits = [c for c in tree.of(node.index, "obl") if _on_a_visit(tree, c)]
    return tuple(lemma for child in visits for lemma in _adjectives(tree, child))


def _arguments(tree: Tree, found: list[Found]) -> tuple[Argument, ...]:
    seen: dict[int, Found] = {}
    for item in found:
        seen.setdefault(item.index, item)
    made = [argument(tree, item) for item in seen.values()]
    return tuple(sorted(made, key=lambda item: (item.span, item.marker)))


def _found(tree: Tree, node: Node, lexicon: Lexicon, *, fences: frozenset[int]) -> Iterator[Found]:
    """All phrases of a predicate: its own, its light verb's, and the subject it is given."""
    own = [antecedent(tree, item) for item in _own(tree, node, lexicon)]
    yield from own
    if not any(item.marker in {"with", "between"} for item in own):
        roots = [node.index] if node.carrier is None else [node.index, node.carrier]
        for root in roots:
            yield from deeper(tree, root, lexicon.prepositions, fences=fences)
    if not any(item.marker == "subject" for item in own):
        verb = node.carrier if node.noun else node.index
        if verb is not None and lexicon.lights.get(tree.tokens[verb].lemma) != "occur":
            yield from given(tree, verb)
        elif verb is None and not any(item.marker in {"of", "between"} for item in own):
            yield from owner(tree, node.index)


def _own(tree: Tree, node: Node, lexicon: Lexicon) -> Iterator[Found]:
    if not node.noun:
        yield from of_verb(tree, node.index, lexicon.prepositions)
        for child in tree.of(node.index, "obl"):
            if _on_a_visit(tree, child):
                yield from of_noun(tree, child, lexicon.prepositions)
        return
    yield from of_noun(tree, node.index, lexicon.prepositions)
    at = _climb(tree, node.index, lexicon)
    if at != node.index:
        yield from (f for f in of_noun(tree, at, lexicon.prepositions) if f.index != node.index)
    if node.carrier is not None:
        chain = {at, node.index, tree.tokens[at].head}
        for item in of_verb(tree, node.carrier, lexicon.prepositions):
            if item.index not in chain and not _is_conjunct_of(tree, node.index, item.index):
                yield item
        yield from _as_told(tree, node, lexicon)


def _as_told(tree: Tree, node: Node, lexicon: Lexicon) -> Iterator[Found]:
    """«примет участие в саммите, который пройдёт в Ташкенте»: where it is told to take place."""
    verb = _relative(tree, node.index, lexicon)
    if verb is not None and verb != node.carrier:
        found = of_verb(tree, verb, lexicon.prepositions)
        yield from (item for item in found if item.marker != "subject")


def _is_conjunct_of(tree: Tree, index: int, root: int) -> bool:
    return index in tree.conjuncts(root)


def _extent(tree: Tree, node: Node) -> Span:
    spans = [tree.span(node.index, conj=False)]
    if node.carrier is not None:
        spans.append(tree.span(node.carrier, conj=False))
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _parent(tree: Tree, node: Node, order: dict[int, int]) -> int | None:
    own = order[node.index]
    at = tree.tokens[node.index if node.carrier is None else node.carrier].head
    for _ in range(50):
        if at is None:
            return None
        if at in order and order[at] != own:
            return order[at]
        at = tree.tokens[at].head
    return None
