"""Event nouns and the verbs that carry them: «held talks», «the visit was postponed».

The Presidents | had | a telephone conversation     carry: the subject takes part
Talks          | took place                         occur: the event is the subject
The visit      | was postponed                      cancelled
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.lang.en.lexicon import Lexicon
from elshi.lang.en.subjects import subject
from elshi.lang.en.tree import Tree, conjuncts
from elshi.lang.en.verbs import is_passive

_TRAVELS = frozenset(["visit", "trip", "tour", "journey"])
_PURPOSE = frozenset({"on", "for", "with"})


@dataclass(frozen=True, slots=True)
class Event:
    """An event noun: its words, and the lemma under which the triggers know it."""

    noun: int
    first: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A verb that carries an event noun, and how."""

    verb: int
    role: str


def events(tree: Tree, lexicon: Lexicon) -> dict[int, Event]:
    """The event nouns of a text, by the index of the noun."""
    return {
        index: event
        for index, token in enumerate(tree.tokens)
        if token.pos in {"NOUN", "PROPN", "VERB", "ADJ"}
        and (event := _event(tree, index, lexicon)) is not None
    }


def _event(tree: Tree, index: int, lexicon: Lexicon) -> Event | None:
    token = tree.tokens[index]
    if token.pos in {"VERB", "ADJ"} and not _misread(tree, index):
        return None
    if token.rel in {"compound", "amod"} and token.head is not None and token.head > index:
        return None
    for first, form in _forms(tree, index):
        if form in _NO_EVENTS:
            return None
        if form in lexicon.events and _reads_as_event(tree, index, form):
            return Event(index, first, "phone call" if form == "call" else form)
    return None


# What looks like a meeting of two sides and is none.
_NO_EVENTS = frozenset(
    [
        "press conference",
        "news conference",
        "press briefing",
        "cabinet meeting",
        "government meeting",
        "board meeting",
        "staff meeting",
        "security council meeting",
        "working day",
        "press conference room",
        "protocol order",
        "field trip",
        "business trip",
        "school visit",
        "question and answer session",
        "training session",
        "town hall meeting",
        "meeting room",
        "open letter",
        "cover letter",
    ]
)


def _misread(tree: Tree, index: int) -> bool:
    """A verb to the tagger, a noun by its article: «the | meeting», «his | visit»."""
    return any(tree.under(index, "det", "poss")) and tree.tags[index] in {"VBG", "VB", "JJ"}


def _forms(tree: Tree, index: int) -> Iterator[tuple[int, str]]:
    """The noun with what stands before it, the longest first, and with «of …» behind it."""
    nouns = tree.tokens[index].keys
    for key in nouns:
        yield from _with_of(tree, index, key)
    for size in (3, 2, 1):
        before = range(index - size, index)
        if index >= size and all(_modifies(tree, i, index) for i in before):
            words = " ".join(tree.tokens[i].text.lower() for i in before)
            yield from ((before[0], f"{words} {key}") for key in nouns)
    yield from ((index, key) for key in nouns)


def _with_of(tree: Tree, index: int, key: str) -> Iterator[tuple[int, str]]:
    for preposition in tree.under(index, "prep"):
        if tree.word(preposition) == "of":
            for noun in tree.under(preposition, "pobj"):
                yield from ((index, f"{key} of {inner}") for inner in tree.tokens[noun].keys)


def _modifies(tree: Tree, index: int, noun: int) -> bool:
    token = tree.tokens[index]
    return token.sentence == tree.tokens[noun].sentence and token.rel in {
        "compound",
        "amod",
        "nmod",
    }


def _reads_as_event(tree: Tree, index: int, form: str) -> bool:
    """«a call with», not «a call for peace»; «in session»; verbs that look like nouns are none."""
    prepositions = {tree.word(i) for i in tree.under(index, "prep")}
    head = tree.tokens[index].head
    if tree.tokens[index].rel == "pobj" and head is not None and tree.word(head) in _BY_MEANS:
        return False
    if form in {"call", "talk"} and tree.tokens[index].number == "sing":
        return bool(prepositions & {"with", "between", "from", "to"}) and "for" not in prepositions
    return True


_COUNTS = frozenset(
    ["number", "series", "round", "set", "range", "host", "couple", "variety", "plenty", "lot"]
)
# «via videoconference» is how, not what.
_BY_MEANS = frozenset({"via", "by", "over", "through"})


def carriers(tree: Tree, found: dict[int, Event], lexicon: Lexicon) -> dict[int, list[Carried]]:
    """For each event noun the verbs that carry it, finite ones first."""
    carried: dict[int, list[Carried]] = {}
    for verb, token in enumerate(tree.tokens):
        if token.pos not in {"VERB", "AUX"} or verb in found:
            continue
        for noun, role in _carries(tree, verb, lexicon):
            if noun in found:
                carried.setdefault(noun, []).append(Carried(verb, role))
    return {
        noun: sorted(verbs, key=lambda c: tree.tokens[c.verb].rel in {"acl", "relcl"})
        for noun, verbs in carried.items()
    }


def _carries(tree: Tree, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The nouns that a verb would carry if they are events, each with the verb's role."""
    role = _role(tree, verb, lexicon)
    if role is None or _infinitive_below(tree, verb):
        return
    passive = is_passive(tree, verb)
    for noun in tree.under(verb, "dobj", "attr"):
        yield from ((each, role) for each in _counted(tree, noun))
    if passive or role == "occur":
        top = subject(tree, verb)
        if top is not None and top != verb:
            yield from (
                (each, "occur" if role == "carry" else role) for each in conjuncts(tree, top)
            )
    for both, preposition in _governing(tree, verb):
        if both in lexicon.lights:
            for noun in tree.under(preposition, "pobj"):
                yield from ((each, lexicon.lights[both]) for each in conjuncts(tree, noun))
    yield from _shared(tree, verb)


def _governing(tree: Tree, verb: int) -> Iterator[tuple[str, int]]:
    """A verb with each of its prepositions: «agree on», «look forward to»."""
    own = tree.tokens[verb].lemma
    adverbs = list(tree.under(verb, "advmod"))
    for at in (verb, *adverbs):
        for preposition in tree.under(at, "prep", "prt"):
            yield f"{own} {tree.word(preposition)}", preposition
            for adverb in adverbs:
                yield f"{own} {tree.word(adverb)} {tree.word(preposition)}", preposition


def _shared(tree: Tree, verb: int) -> Iterator[tuple[int, str]]:
    """«took part in consultations»: what was taken part in."""
    for part in tree.under(verb, "dobj"):
        if tree.word(part) == "part" and tree.tokens[verb].lemma == "take":
            inside = [i for at in (verb, part) for i in tree.under(at, "prep")]
            nouns = (n for i in inside if tree.word(i) == "in" for n in tree.under(i, "pobj"))
            yield from ((n, "carry") for n in nouns if set(tree.tokens[n].keys) & _SHARED)


def _counted(tree: Tree, noun: int) -> Iterator[int]:
    """The coordinated nouns; of «a number of talks», «a series of meetings» the latter word."""
    for each in conjuncts(tree, noun):
        inner = [
            child
            for preposition in tree.under(each, "prep")
            for child in tree.under(preposition, "pobj")
            if tree.tokens[each].lemma in _COUNTS and tree.word(preposition) == "of"
        ]
        yield from inner or [each]


def _role(tree: Tree, verb: int, lexicon: Lexicon) -> str | None:
    lemma = tree.tokens[verb].lemma
    for child in tree.under(verb, "prt", "dobj", "prep", "acomp"):
        both = f"{lemma} {tree.word(child)}"
        if both in lexicon.lights:
            return lexicon.lights[both]
    for both, _ in _governing(tree, verb):
        if both in lexicon.lights:
            return lexicon.lights[both]
    if lemma == "be":
        return "occur" if any(tree.under(verb, "expl")) else None
    if lemma == "have" and tree.tokens[verb].rel == "aux":
        return None
    transitive = any(tree.under(verb, "dobj")) or is_passive(tree, verb)
    if lemma in _BOTH:
        return "carry" if transitive else "occur"
    return lexicon.lights.get(lemma)


# «took part in consultations» tells of the consultations, «in a summit» of a conference.
_SHARED = frozenset(["consultation", "talk", "negotiation", "dialogue", "dialog"])

# «began talks» and «the talks began».
_BOTH = frozenset(["begin", "start", "open", "end", "conclude", "continue", "resume", "commence"])


def _infinitive_below(tree: Tree, verb: int) -> bool:
    """«is scheduled to take place»: the lower verb carries the event."""
    return any(tree.tags[i] == "VB" for i in tree.under(verb, "xcomp"))


def purpose(tree: Tree, verb: int) -> Iterator[int]:
    """The visit for which somebody travels: «arrived in Astana on a state | visit»."""
    for preposition in tree.under(verb, "prep"):
        if tree.word(preposition) in _PURPOSE:
            for noun in tree.under(preposition, "pobj"):
                if set(tree.tokens[noun].keys) & _TRAVELS:
                    yield noun
