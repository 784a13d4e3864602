"""The contract between a language and everything above it.

A pack turns text into sentences, tokens, names and **clauses with neutral markers**, and offers
two small grammars (posts, times) and its tables of words. Above this line nobody asks which
language it is.

    Председатель Сената Маулен Ашимбаев встретился с сенатором США Стивом Дэйнсом
    subject──────────────────────────── predicate─ with──────────────────────────
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from elshi.records import Mention, Span
from elshi.when import TimeExpr

Marker = Literal[
    "subject",
    "object",
    "with",
    "by",
    "to",
    "from",
    "in",
    "at",
    "between",
    "about",
    "of",
    "during",
    "after",
    "that",
]
"""What an argument is to its predicate. `of`: the genitive of a noun («визит президента»,
«встреча министров»); `that`: a content clause («сообщил, что …»); `by`: a leader or agent that
is not the subject («делегация во главе с», "led by"); a passive's agent is `subject` and its
subject is `object`: the pack turns every clause into the active."""

Tense = Literal["past", "present", "future"]
Modality = Literal["planned", "cancelled", "postponed", "possible", "wanted", "meant"]
"""`planned`: намечен, состоится, собирается, "is scheduled to"; `cancelled`: отменён, сорван;
`postponed`: отложен, перенесён (cancelled on its old date, planned without one);
`possible`: может, не исключил, вероятно; `wanted`: пригласил посетить, хотел бы, предложил;
`meant`: an event noun for whose sake somebody travels («прибыл для переговоров»): planned, unless
the report tells that it was held."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign. `keys` are its possible lemmas, folded: tables match on any of them."""

    span: Span
    text: str
    lemma: str
    keys: tuple[str, ...]
    pos: str
    """A UD part of speech: NOUN, PROPN, VERB, ADJ, ADP, PUNCT …"""
    sentence: int
    case: str = ""
    """nom gen dat acc ins loc abl, or empty."""
    number: str = ""
    """sing, plur, or empty."""
    gender: str = ""
    """masc, fem, neut, or empty."""
    form: str = ""
    """Of a verb: finite infinitive gerund participle short, or empty."""
    tense: str = ""
    """Of a verb form: past present future, or empty."""
    voice: str = ""
    """Of a verb form: act pass mid, or empty."""
    head: int | None = None
    """Index in `Parsed.tokens` of the governor; None at a root and in packs without trees."""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase that stands to its predicate in one neutral role.

    `heads` are its coordinated parts, one span each: «с министром и послом» has two.
    """

    marker: Marker
    span: Span
    heads: tuple[Span, ...]
    nuclei: tuple[Span, ...] = ()
    """The head word of each of `heads` («министром», «послом»), where the pack knows it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments: a verb («встретился с»), or an event noun («встреча с»).

    An event noun that a light or support verb carries («провёл встречу», «состоялась встреча»,
    "held talks", «кездесу өткізді») is **one** clause: its lemma is the noun's, its predicate span
    the noun's, the verb gives tense, negation, modality, subject and circumstances.
    """

    sentence: int
    span: Span
    """Its whole extent: predicate, arguments and adverbials."""
    predicate: Span
    lemma: str
    nominal: bool = False
    """An event noun with no finite verb of its own («после встречи с …»)."""
    tense: Tense | None = None
    negated: bool = False
    modality: Modality | None = None
    arguments: tuple[Argument, ...] = ()
    parent: int | None = None
    """Index in `Parsed.clauses` of the clause that contains this one."""
    plural: bool = False
    """An event noun in the plural («встречи», "meetings")."""
    attributes: tuple[str, ...] = ()
    """Lemmas of the adjectives of an event noun (официальный, телефонный, рабочий)."""

    def having(self, *markers: Marker) -> Iterator[Argument]:
        """Its arguments with one of these markers, in text order."""
        return (argument for argument in self.arguments if argument.marker in markers)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as its pack sees it. Names are mentions of kind `person`, nominative."""

    text: str
    lang: str
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    names: tuple[Mention, ...] = ()
    clauses: tuple[Clause, ...] = ()
    bodies: tuple[Mention, ...] = ()
    """Organisations and places by name that the language sees without a table, of no known side."""

    def words(self, span: Span) -> Sequence[Token]:
        """The tokens that lie wholly within a span, in text order."""
        first = bisect_left(self.tokens, span.start, key=lambda t: t.span.start)
        last = bisect_right(self.tokens, span.end, key=lambda t: t.span.end)
        return self.tokens[first:last]

    def sentence(self, span: Span) -> Span:
        """The sentence in which something begins; the span itself where it is in none."""
        at = bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1
        found = self.sentences[at] if at >= 0 else span
        return found if found.start <= span.start < found.end else span


Words = dict[str, str]
"""A table of words: a lemma, or lemmas joined by a space, → what it means in neutral terms."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of a pack that stages above it ask for; each is a TSV in the pack's folder."""

    triggers: Words = field(default_factory=dict)
    """Predicate lemma → frame (see `ontology/frames.toml`)."""
    speech: Words = field(default_factory=dict)
    """Verb of saying → act (see `records.Act`)."""
    acts: Words = field(default_factory=dict)
    """A noun beside a verb of saying that makes the act (выразил благодарность) → act."""
    cues: Words = field(default_factory=dict)
    """A word or phrase → `recall` (напомним, ранее), `editor` (отметим), `planned`, `cancelled`,
    `possible`, `sidelines` (на полях), `invitation` (по приглашению), `online` …"""
    roles: Words = field(default_factory=dict)
    """A word that stands for participants → `interlocutor`, `interlocutors`, `sides`, `guest`,
    `colleague`, `he`, `she`, `they`."""
    spheres: Words = field(default_factory=dict)
    """A topic word → sphere (see `records.Sphere`)."""
    agenda: Words = field(default_factory=dict)
    """A verb or noun that opens the topics (обсудить, на повестке дня) → `topic`."""
    offices: Words = field(default_factory=dict)
    """A verb or noun of taking or leaving office → `appointed`, `dismissed`."""
    voices: Words = field(default_factory=dict)
    """A word or phrase → `press service`, `agency` (пресс-служба), `source` (сообщение), `letter`
    (телеграмма), `ascribed` (по словам)."""
    said: Words = field(default_factory=dict)
    """Words in what is said that make the act of a verb that tells none («это важный шаг») → act,
    or `ready` (готов), which is a pledge whatever the verb."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A language: five functions and its tables. Made by `elshi.lang.<code>.pack()`.

    Nothing heavy is imported before `parse` is first called.
    """

    code: str
    triage: Callable[[str], bool]
    """Whether the text can tell of a contact, a post or a statement at all; very fast, no model."""
    parse: Callable[[str], Parsed]
    posts: Callable[[Parsed, Sequence[Mention]], list[Mention]]
    """Post phrases, given the names and what the gazetteer found (states, institutions…)."""
    times: Callable[[str], list[tuple[Span, TimeExpr]]]
    """Time expressions, not yet resolved against any date."""
    keys: Callable[[str], tuple[str, ...]]
    """The folded lemmas under which one word is looked up in a table; used to load tables too."""
    words: Callable[[str], list[str]]
    """A table's form cut into words just as a text is."""
    tables: Tables
