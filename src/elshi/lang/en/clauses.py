"""Clauses: each predicate with its arguments in the active voice, from the tree.

Senate Speaker M. Ashimbayev | was received by | President of Uzbekistan Sh. Mirziyoyev
object──────────────────────   receive           subject───────────────────────────────
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.lang.en.arguments import Phrase, argument, phrase, prepositional
from elshi.lang.en.events import Carried, Event, carriers, events, purpose
from elshi.lang.en.lexicon import Lexicon
from elshi.lang.en.names import named
from elshi.lang.en.predicates import goal, travels
from elshi.lang.en.predicates import lemma as lemma_of
from elshi.lang.en.subjects import subject
from elshi.lang.en.tree import Tree, cover, subtree
from elshi.lang.en.verbs import Mood, mood
from elshi.pack import Argument, Clause, Modality
from elshi.records import Mention, Span

_MODALITIES: dict[str, Modality] = {
    "planned": "planned",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "possible": "possible",
    "wanted": "wanted",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """What the building of clauses needs to know of a text."""

    tree: Tree
    lexicon: Lexicon
    named: frozenset[int]
    """Tokens of persons' names."""
    events: dict[int, Event]
    carried: dict[int, list[Carried]]


def clauses(tree: Tree, names: Sequence[Mention], lexicon: Lexicon) -> tuple[Clause, ...]:
    """All clauses of a text, in the order of their predicates."""
    found = events(tree, lexicon)
    reader = Reader(tree, lexicon, named(tree.tokens, names), found, carriers(tree, found, lexicon))
    made = sorted(_all(reader), key=lambda pair: pair[0].predicate)
    return tuple(_nested(tree, made))


Made = tuple[Clause, frozenset[int]]
"""A clause and the tokens that are its predicate: the noun and the verbs that carry it."""


def _all(reader: Reader) -> Iterator[Made]:
    carrying = {c.verb for carried in reader.carried.values() for c in carried}
    travel = {
        n
        for verb in _verbs(reader)
        if travels(reader.tree, verb)
        for n in purpose(reader.tree, verb)
    }
    for noun, event in reader.events.items():
        if noun not in travel:
            yield _of_event(reader, event)
    for verb in _verbs(reader):
        if verb not in carrying:
            yield _of_verb(reader, verb)


def _verbs(reader: Reader) -> Iterator[int]:
    for index, token in enumerate(reader.tree.tokens):
        if index in reader.events:
            continue
        copula = token.pos == "AUX" and token.rel not in {"aux", "auxpass"}
        if copula or (token.pos == "VERB" and token.rel not in {"aux", "auxpass", "amod", "prep"}):
            yield index


def _nested(tree: Tree, made: Sequence[Made]) -> Iterator[Clause]:
    """The clauses, each with the index of the one that contains it."""
    owner = {token: index for index, (_, tokens) in enumerate(made) for token in tokens}
    for index, (clause, tokens) in enumerate(made):
        yield replace(clause, parent=_parent(tree, min(tokens), index, owner))


def _parent(tree: Tree, token: int, index: int, owner: dict[int, int]) -> int | None:
    at = tree.tokens[token]
    while at.head is not None:
        if owner.get(at.head, index) != index and at.rel != "conj":
            return owner[at.head]
        at = tree.tokens[at.head]
    return None


def _of_verb(reader: Reader, verb: int) -> Made:
    tree = reader.tree
    lemma, first = _lemma(reader, verb)
    own = mood(tree, verb, reader.lexicon)
    if lemma == "expect in":  # «is expected in Astana»: he will travel
        own = replace(own, passive=False, modality="planned")
    swallowed = list(purpose(tree, verb)) if travels(reader.tree, verb) else []
    swallowed += [n for n in tree.under(verb, "dobj") if lemma in _CALLS and _is_call(tree, n)]
    phrases = [*_core(reader, verb, own), *_around(reader, [verb, *swallowed])]
    phrases = [
        _governed(found, lemma, reader)
        for found in phrases
        if not set(found.heads) & {*first, *swallowed}
    ]
    attributes = [word for noun in swallowed for word in _attributes(tree, noun)]
    attributes += [tree.word(mark) for mark in tree.under(verb, "mark")]  # «since they met»
    clause = Clause(
        sentence=tree.tokens[verb].sentence,
        span=_extent(reader, verb, phrases),
        predicate=tree.tokens[verb].span,
        lemma=lemma,
        tense=own.tense,
        negated=own.negated,
        modality=own.modality,
        arguments=_arguments(tree, phrases),
        attributes=tuple(attributes),
    )
    return clause, frozenset({verb, *swallowed})


_CALLS = frozenset({"pay call on", "pay call to", "make call on"})
"""Of what is paid, and to whom: a visit of courtesy is a meeting."""


def _is_call(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma == "call"


def _governed(found: Phrase, lemma: str, reader: Reader) -> Phrase:
    """What «touched upon», «dwelt on», «pointed to» govern is their object."""
    if found.marker == "to" and lemma.startswith(("speak ", "talk ")):
        return replace(found, marker="with")
    if lemma in _CALLS and found.marker in {"about", "object", "to", "after"}:
        return replace(found, marker="with")
    verb, _, word = lemma.rpartition(" ")
    marker = reader.lexicon.prepositions.get(word) if verb else None
    if lemma not in reader.lexicon.contents or found.marker != marker:
        return found
    return replace(found, marker="object")


def _lemma(reader: Reader, verb: int) -> tuple[str, list[int]]:
    return lemma_of(reader.tree, verb, reader.lexicon, reader.named)


def _core(reader: Reader, verb: int, own: Mood) -> Iterator[Phrase]:
    """Subject, object, recipient and content of a verb, turned into the active."""
    tree, named = reader.tree, reader.named
    inverted = _inverted(tree, verb)
    top = subject(tree, verb) if inverted is None else inverted
    if top is not None and tree.tags[top] not in {"EX", "WDT", "WP"}:
        yield phrase(tree, "object" if own.passive else "subject", top, named)
    for agent in _agents(tree, verb, own):
        for noun in tree.under(agent, "pobj"):
            yield phrase(tree, "subject" if own.passive else "by", noun, named)
    yield from (phrase(tree, "to", noun, named) for noun in goal(tree, verb))
    lemma, inside = _lemma(reader, verb)
    mutual = lemma in reader.lexicon.mutual
    for child in tree.under(verb, "dobj", *(["oprd"] if lemma == "telephone" else [])):
        if child not in inside and child != inverted:
            left = any(goal(tree, verb))  # «left Tehran for Tashkent»
            yield phrase(tree, "with" if mutual else "from" if left else "object", child, named)
    for child in tree.under(verb, "dative"):
        yield from _recipient(reader, child)
    yield from _content(reader, verb)


def _agents(tree: Tree, verb: int, own: Mood) -> list[int]:
    """«by» after a verb; of «was received for talks by», behind what it was for."""
    direct = list(tree.under(verb, "agent"))
    if direct or not own.passive:
        return direct
    nouns = (n for i in tree.under(verb, "prep") for n in tree.under(i, "pobj"))
    return [i for n in nouns for i in tree.under(n, "prep", "agent") if tree.word(i) == "by"]


def _inverted(tree: Tree, verb: int) -> int | None:
    """«…, reported | Akorda»: what looks like the object of a verb behind its content says it."""
    said = any(child < verb for child in tree.under(verb, "ccomp"))
    if not said or any(tree.under(verb, "nsubj", "nsubjpass", "auxpass")):
        return None
    return next((child for child in tree.under(verb, "dobj") if child > verb), None)


def _recipient(reader: Reader, child: int) -> Iterator[Phrase]:
    """«sent him a letter», «sent a letter to him»."""
    inner = list(reader.tree.under(child, "pobj"))
    for noun in inner or [child]:
        yield phrase(reader.tree, "to", noun, reader.named)


def _content(reader: Reader, verb: int) -> Iterator[Phrase]:
    """What is said, thought or agreed to: a clause, or an infinitive after a verb of saying."""
    tree = reader.tree
    for child in tree.under(verb, "ccomp"):
        yield _clausal(tree, child)
    if _lemma(reader, verb)[0] in reader.lexicon.predicates:
        for child in tree.under(verb, "xcomp"):
            if tree.tokens[child].pos in {"VERB", "AUX"}:
                yield _clausal(tree, child)


def _clausal(tree: Tree, child: int) -> Phrase:
    """The content clause, without the «that» that opens it."""
    marks = frozenset(i for i in tree.under(child, "mark") if tree.word(i) == "that")
    return Phrase("that", (child,), marks)


def _around(reader: Reader, indices: Sequence[int]) -> Iterator[Phrase]:
    """What prepositions add, also those that the parser hung on a name in subject or object."""
    tree = reader.tree
    prepositions = [i for index in indices for i in tree.under(index, "prep")]
    for index in indices:
        for child in tree.under(index, "dobj", "nsubj", "nsubjpass", "dative", "agent", "poss"):
            prepositions += sorted(phrase(tree, "object", child, reader.named).left_out)
    yield from prepositional(tree, prepositions, reader.lexicon, reader.named)


def _of_event(reader: Reader, event: Event) -> Made:
    tree, noun = reader.tree, event.noun
    carried = reader.carried.get(noun, [])
    own = _event_mood(reader, noun, carried)
    phrases = list(_event_phrases(reader, noun, carried))
    top = carried[0].verb if carried else noun
    clause = Clause(
        sentence=tree.tokens[noun].sentence,
        span=_extent(reader, top, phrases),
        predicate=cover(tree, [event.first, noun]),
        lemma=_gathering(tree, event.lemma, phrases),
        nominal=not carried,
        tense=own.tense,
        negated=own.negated or any(tree.word(i) == "no" for i in tree.under(noun, "det")),
        modality=own.modality,
        arguments=_arguments(tree, phrases),
        plural=tree.tokens[noun].number == "plur" and not set(tree.tokens[noun].keys) & _TANTUM,
        attributes=tuple(_attributes(tree, noun)),
    )
    return clause, frozenset({noun, *(c.verb for c in carried)})


# «talks» with two men are one contact, «meetings» two.
_TANTUM = frozenset({"talk", "negotiation", "consultation", "discussion", "deliberation"})
_BODIES = frozenset({"council", "commission", "committee", "assembly"})


def _gathering(tree: Tree, lemma: str, phrases: Sequence[Phrase]) -> str:
    """«The Council of Foreign Ministers held its meeting»: a body meets in session."""
    subjects = [i for found in phrases if found.marker == "subject" for i in found.heads]
    body = any(tree.tokens[i].lemma.lower() in _BODIES for i in subjects)
    return "session" if lemma == "meeting" and body else lemma


def _event_mood(reader: Reader, noun: int, carried: Sequence[Carried]) -> Mood:
    """The verb's mood, with what its meaning adds (postponed), or the adjective (upcoming)."""
    own = mood(reader.tree, carried[0].verb, reader.lexicon) if carried else Mood()
    adjectives = (reader.tree.tokens[i] for i in reader.tree.under(noun, "amod"))
    words = [token.lemma for token in adjectives if token.pos != "PROPN"]
    roles = [c.role for c in carried] + [reader.lexicon.modals.get(word, "") for word in words]
    said = next((_MODALITIES[role] for role in roles if role in _MODALITIES), None)
    if carried or said is not None:
        return replace(own, modality=own.modality or said)
    return _carried_over(reader, noun, own)


def _carried_over(reader: Reader, noun: int, own: Mood) -> Mood:
    """«plans for a visit», «preparations for the summit», «an invitation to visit»."""
    tree = reader.tree
    head = tree.tokens[noun].head
    if tree.tokens[noun].rel != "pobj" or head is None or tree.word(head) != "for":
        return own
    above = tree.tokens[head].head
    keys = () if above is None else tree.tokens[above].keys
    roles = [reader.lexicon.modals.get(f"{key} for", "") for key in keys]
    return replace(own, modality=next((_MODALITIES[r] for r in roles if r in _MODALITIES), None))


def _event_phrases(reader: Reader, noun: int, carried: Sequence[Carried]) -> Iterator[Phrase]:
    tree, named = reader.tree, reader.named
    own = list(_own(reader, noun))
    between = any(found.marker == "between" for found in own)
    for child in tree.under(noun, "poss"):
        yield phrase(tree, "of", child, named)
    for child in tree.under(noun, "compound", "amod", "nmod", "nummod"):
        if _two_sides(tree.tokens[child].text):
            yield Phrase("between", (child,))
    yield from (_authored(found) for found in own)
    whose = {"of", "between", "by", "subject"} & {found.marker for found in own}
    if not (carried or whose or any(tree.under(noun, "poss"))):
        yield from _owner(reader, noun)
    for carrier in carried:
        others = between or (carrier.role != "carry" and _anothers(tree, noun))
        for found in _of_carrier(reader, carrier.verb, noun):
            if not (others and found.marker == "subject"):
                yield found


def _anothers(tree: Tree, noun: int) -> bool:
    """«looks forward to Xi's visit»: not who plans it comes, but whose visit it is."""
    return any(tree.tokens[i].pos != "PRON" for i in tree.under(noun, "poss"))


def _own(reader: Reader, noun: int) -> Iterator[Phrase]:
    """What stands around the noun; of «exchange of views on X» the noun is both words."""
    event = reader.events[noun]
    inner = [
        child
        for preposition in reader.tree.under(noun, "prep")
        for child in reader.tree.under(preposition, "pobj")
        if " of " in event.lemma and reader.tree.word(preposition) == "of"
    ]
    return (f for f in _around(reader, [noun, *inner]) if not set(f.heads) & set(inner))


def _two_sides(word: str) -> bool:
    """«Kazakh-US talks», «Tokayev-Putin meeting»."""
    parts = [part for part in word.replace("–", "-").split("-") if part]
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def _authored(found: Phrase) -> Phrase:
    """«a visit by President X»: with a noun, its author stands as with «of»."""
    return replace(found, marker="of") if found.marker == "by" else found


def _of_carrier(reader: Reader, verb: int, noun: int) -> Iterator[Phrase]:
    """Subject, recipient and circumstances that the verb adds to the event it carries."""
    tree = reader.tree
    own = mood(tree, verb, reader.lexicon)
    for found in _core(reader, verb, own):
        if found.marker in {"subject", "to"} and noun not in found.heads:
            yield _whose(tree, found, reader.named)
    yield from (f for f in _around(reader, [verb]) if noun not in f.heads)


_PLANS = frozenset(["agenda", "programme", "program", "schedule", "itinerary", "visit", "trip"])


def _whose(tree: Tree, found: Phrase, named: frozenset[int]) -> Phrase:
    """«her agenda included talks», «his visit will include»: hers are the talks, and his."""
    if len(found.heads) != 1 or tree.tokens[found.heads[0]].lemma not in _PLANS:
        return found
    owner = next(tree.under(found.heads[0], "poss"), None)
    return found if owner is None else phrase(tree, found.marker, owner, named)


_BESIDE = frozenset(
    ["on", "after", "during", "at", "following", "in", "before", "for", "through", "upon"]
)


def _owner(reader: Reader, noun: int) -> Iterator[Phrase]:
    """Whose event a bare noun tells: «after talks with X, | the Minister | said»."""
    tree = reader.tree
    at, verb = tree.tokens[noun].head, None
    if at is not None and tree.tokens[noun].rel == "pobj" and tree.word(at) in _BESIDE:
        verb = tree.tokens[at].head
        if verb is not None and verb in reader.named and tree.tokens[verb].rel == "nsubj":
            yield phrase(tree, "subject", verb, reader.named)  # «X in a meeting with Y said»
    if verb is None or tree.tokens[verb].pos != "VERB":
        return
    top = subject(tree, verb)
    if top is not None and top != noun:
        yield phrase(tree, "subject", top, reader.named)


def _attributes(tree: Tree, noun: int) -> Iterator[str]:
    for child in tree.under(noun, "amod", "compound", "nmod"):
        yield tree.tokens[child].lemma.lower()


def _arguments(tree: Tree, phrases: Sequence[Phrase]) -> tuple[Argument, ...]:
    """The arguments in text order, each said once."""
    made = {(found.marker, found.heads): argument(tree, found) for found in phrases}
    return tuple(sorted(made.values(), key=lambda a: (a.span, a.marker)))


def _extent(reader: Reader, top: int, phrases: Sequence[Phrase]) -> Span:
    """From the first to the last word of a clause, without the clauses coordinated with it."""
    tree = reader.tree
    predicates = {"conj", "parataxis"}

    def keep(child: int) -> bool:
        token = tree.tokens[child]
        verbal = token.pos in {"VERB", "AUX"}
        return not (token.rel in predicates and verbal)

    return cover(tree, subtree(tree, top, keep))
