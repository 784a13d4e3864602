"""What a Kazakh sentence is cut into: noun phrases, groups of verbs, borders between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import pairs
from elshi.lang.kk.morph import nouns
from elshi.lang.kk.titles import titles, unowned
from elshi.lang.kk.verbs import Verb
from elshi.lang.kk.words import Words
from elshi.text import fold

CASED = frozenset({"dat", "acc", "loc", "abl", "ins"})


COORDINATORS = kind("coordinators")


COPULAS = kind("copulas")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [start, end), its head word, and what it is to a verb."""

    start: int
    end: int
    head: int
    case: str
    marker: str = ""
    """Given by a postposition."""
    splits: tuple[int, ...] = ()
    """Tokens that coordinate its parts."""
    possessed: bool = False
    """Its head is somebody's: «төрағасы», «сапары»."""
    after_comma: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One verb with its auxiliaries: «кездесетін болады», «талқылап жатыр»."""

    start: int
    end: int
    verb: Verb
    tail: tuple[Verb, ...] = ()
    words: tuple[str, ...] = ()
    """Folded copulas and modal words after it: емес, жоқ, тиіс, мүмкін."""


@dataclass(frozen=True, slots=True)
class Border:
    """A sign, a quotation or a word that parts phrases; `[start, end)` are its tokens."""

    start: int
    end: int
    sign: str = ""


Item = Phrase | Group | Border


def modal(read: Verb) -> bool:
    """Whether a verb makes a plan or a wish of the one before it."""
    return read.lemma in modals()


@cache
def modals() -> dict[str, str]:
    """Words that make a plan, a wish, a cancellation of the predicate beside them."""
    return pairs("modals.tsv", "form", "modality")


def attributive(words: Words, to: int) -> bool:
    """«Қазақстандағы», «жөніндегі»: it only describes what follows."""
    return any(n.attributive for n in nouns(fold(words.tokens[to].text)))


def titled(words: Words, to: int) -> bool:
    """Whether a token is the head of a post."""
    return not titles().isdisjoint(words.tokens[to].keys)


def person_at(words: Words, at: int) -> bool:
    """Whether a person's name begins at a token."""
    return any(words.ends.get(n) == "person" and words.starts[n] == at for n in range(at, at + 6))


def possessed(words: Words, at: int) -> bool:
    """Whether a noun carries the possessive of the third person."""
    token = words.tokens[at]
    read = words.verbs[at]
    if read is not None and token.pos == "NOUN":
        return read.possessive
    folded = fold(token.text)
    if not folded.endswith("ь") and any(key.endswith("ь") for key in token.keys):
        return True  # «королі» of король
    if token.pos == "PROPN" and words.ends.get(at) in {"person", "state", "place"}:
        return False
    if unowned(folded):
        return False
    return folded[-1:] in "ыіңнаеі" and any(
        n.possessive == "his" and n.case == token.case and n.strict for n in nouns(folded)
    )


def is_event(words: Words, head: int) -> bool:
    """Whether a phrase's head is an event noun."""
    return not events().isdisjoint(words.tokens[head].keys)


@cache
def events() -> frozenset[str]:
    """Nouns that name an event by one word."""
    table = pairs("triggers.tsv", "form", "frame")
    carried = {"send", "congratulate", "credentials", "call"}
    last = {form.split()[-1] for form, frame in table.items() if frame in carried}
    return frozenset(form for form in table if " " not in form) | last
