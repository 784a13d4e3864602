"""The machine under each pack's grammar of times: words become letters, rules match the letters.

    с     25     по    27     марта   этого   года        the text
    f     D      t     D      M       X       y           one letter a token, from the pack's table
          └────────── span of the rule `D t D M X y` ───┘

A rule is a regular expression over letters, so the grammar reads as what it means and costs
nothing where a text tells no time. The text itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from elshi.records import Span
from elshi.when.expr import Bound, TimeExpr

KINDS = {
    "month": "M",
    "month name": "H",  # a month's form that is also a name, when capitalised: Марта, Қазан
    "month short": "B",  # сент., Mar.
    "month bare": "B",  # наурыз: a month or a feast, until a year or day stands beside it
    "month adjective": "A",  # мартовский
    "weekday": "W",
    "weekday short": "L",
    "weekday plain": "U",  # in a case or number that tells no day on its own
    "weekday adjective": "7",  # пятничный
    "season": "S",
    "season in": "s",  # осенью: «in autumn» by itself
    "day": "d",
    "night": "N",
    "week": "w",
    "month word": "m",
    "year": "y",
    "year short": "G",  # г.
    "days": "1",  # plurals, where «next days» must tell no day
    "weeks": "2",
    "months": "3",
    "years": "5",
    "quarter": "q",
    "half": "h",
    "weekend": "e",
    "clock": "R",
    "shift": "X",  # прошлый -1, этот 0, следующий 1
    "nearest": "n",
    "same": "z",
    "very": "Z",  # же
    "dayword": "E",  # вчера, сегодня
    "eve": "v",  # накануне
    "not eve of": "V",
    "yearword": "J",  # былтыр, прошлогодний
    "part": "P",  # начало -1, середина 0, конец 1
    "count": "C",
    "tens": "T",
    "ordinal": "O",
    "suffix": "o",  # -го, th
    "decade": "x",  # -х, -е
    "date": "K",  # числа
    "ago": "a",
    "earlier": "b",
    "later": "l",
    "in how long": "c",  # через
    "after how long": "6",  # спустя
    "from": "f",
    "to": "t",
    "until": "u",
    "by": "k",
    "since": "i",
    "in": "p",
    "and": "&",
    "between": "r",
    "of": "g",
    "the": "j",
    "named": "Q",
    "own": "Y",
    "not date": "F",
    "deed": "9",  # Act, Treaty: a year right after it is its own
    "put off": "8",  # отложен, postponed: «до марта» after it is the new date, no bound
}
"""What a table may call a word, and the letter that stands for it in the rules."""

PLAIN = ("_", 0)
YEAR, DAY, NUMBER, ISO, TIME, BREAK = "4", "D", "0", "I", ":", "|"
SIGNS = {
    "-": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    ".": ".",
    ",": ",",
    "(": "(",
    ")": ")",
    "/": "/",
    "'": "'",
    "’": "'",
}

TOKEN = re.compile(
    r"""(?P<word>[^\W\d_]+)
    |(?P<iso>(?<![\d.-])\d{4}-\d\d-\d\d(?![\d-]))
    |(?P<dotted>(?<![\d.])(?:\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d)(?!\d|\.\d))
    |(?P<slashed>(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/]))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?)
    |(?P<grouped>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+[.,]\d+)
    |(?P<number>\d+)
    |(?P<blank>\n\s*\n)
    |(?P<sign>[^\w\s])""",
    re.VERBOSE,
)


WORD = re.compile(r"[^\W\d_]+")
FIGURES = re.compile(r"(?<!\d)(?:1[7-9]|2[01])\d\d(?!\d)|\d\d?\.\d\d?\.\d\d|\d-\d\d-\d|\d/\d\d?/\d")


class Token(NamedTuple):
    """A word or sign, the letter of its kind, and its number (a month, a day, an offset)."""

    start: int
    end: int
    letter: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A pack's words of time: folded form → letter and value; `exact` forms keep their case."""

    folded: Mapping[str, tuple[str, int]]
    exact: Mapping[str, tuple[str, int]]
    fold: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match, as its builder sees it: numbers by the names of the rule's groups."""

    tokens: list[Token]
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether the rule has that group and it matched."""
        return self.match.groupdict().get(name) is not None

    def value(self, name: str) -> int | None:
        """The sum of the group's numbers («двадцать шестого» is 26); None where it is absent."""
        if not self.has(name):
            return None
        return sum(token.value for token in self.tokens[slice(*self.match.span(name))])

    def span(self) -> Span:
        """The group `t` where the rule marks one, else all of it."""
        first, end = self.match.span("t" if "t" in self.match.re.groupindex else 0)
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def around(self) -> tuple[str, str]:
        """The letters before and after the span, for what bounds it."""
        first, end = self.match.span("t" if "t" in self.match.re.groupindex else 0)
        return self.match.string[:first], self.match.string[end:]


Build = Callable[[Hit], TimeExpr | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Letters → what they say; `build` answers None where the values make no sense."""

    letters: re.Pattern[str]
    build: Build
    bounded: bool = True
    """Whether words around it bound it: not where it is an attribute («после июньской встречи»)."""


Bounds = Callable[[TimeExpr, str, str], Bound | None]


@dataclass(frozen=True, slots=True)
class Grammar:
    """A pack's words and rules, and how words around a time bound it («до», «кейін», "since")."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    trigger: re.Pattern[str]
    """A letter without which no rule can match."""
    bounds: Bounds
    words: frozenset[str]
    """The words that have such a letter."""


def grammar_of(
    lexicon: Lexicon, rules: tuple[Rule, ...], *, trigger: re.Pattern[str], bounds: Bounds
) -> Grammar:
    """A grammar, with the words that can be part of a trigger gathered for the first look."""
    known = [*lexicon.folded.items(), *((lexicon.fold(w), to) for w, to in lexicon.exact.items())]
    words = frozenset(word for word, (letter, _) in known if letter in trigger.pattern)
    return Grammar(lexicon, rules, trigger, bounds, words)


def rule(letters: str, build: Build, *, bounded: bool = True) -> Rule:
    """A line of a grammar."""
    return Rule(re.compile(letters), build, bounded)


def load_lexicon(
    table: Path,
    *,
    fold: Callable[[str], str],
    forms: Callable[[str, str], Iterator[str]] = lambda kind, form: iter((form,)),
) -> Lexicon:
    """A pack's `times.tsv`: kind, value, forms. A form with a capital counts only with it.

    `forms` adds the endings of a form, where a language is written as stem and suffix.
    """
    folded: dict[str, tuple[str, int]] = {}
    exact: dict[str, tuple[str, int]] = {}
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        if not line or line.startswith("#"):
            continue
        kind, value, words = line.split("\t")
        for stem in words.split():
            for form in forms(kind, stem):
                plain = form == form.lower()
                target, key = (folded, fold(form)) if plain else (exact, form)
                target.setdefault(key, (KINDS[kind], int(value)))
    return Lexicon(folded, exact, fold)


def scan(text: str, grammar: Grammar) -> list[tuple[Span, TimeExpr]]:
    """All times of a text, in order; where two rules meet, the earlier and longer one stands."""
    folded = grammar.lexicon.fold(text)
    if not _tells_time(folded, grammar.words):
        return []
    tokens = list(tokenize(text, folded, grammar.lexicon))
    letters = "".join([token.letter for token in tokens])
    if not grammar.trigger.search(letters):
        return []
    found: list[tuple[Span, TimeExpr]] = []
    for span, expr in sorted(_hits(tokens, letters, grammar), key=lambda hit: _order(hit[0])):
        if not found or found[-1][0].end <= span.start:
            found.append((span, expr))
    return found


def _tells_time(folded: str, words: frozenset[str]) -> bool:
    """Whether any word or figure of it could be a time: most paragraphs cost no more than this."""
    return bool(FIGURES.search(folded)) or not words.isdisjoint(WORD.findall(folded))


def tokenize(text: str, folded: str, lexicon: Lexicon) -> Iterator[Token]:
    """Words, numbers and signs with their letters."""
    plain, exact = lexicon.folded.get, lexicon.exact.get
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "word":
            known = plain(folded[start:end], PLAIN)
            letter, value = exact(match[0], known)
        else:
            letter, value = _sign(match)
        yield Token(start, end, letter, value)


def _sign(match: re.Match[str]) -> tuple[str, int]:
    kind, text = match.lastgroup or "", match.group()
    if kind == "number":
        return _number(text)
    if kind == "sign":
        return SIGNS.get(text, "~"), 0
    if kind in ("iso", "dotted", "slashed"):
        return _numeric(kind, text)
    return {"clock": TIME, "blank": BREAK}.get(kind, NUMBER), 0


def _number(text: str) -> tuple[str, int]:
    value = int(text[:9])
    if len(text) == 4 and 1700 <= value <= 2199:
        return YEAR, value
    return (DAY if len(text) <= 2 and 1 <= value <= 31 else NUMBER), value


def _numeric(kind: str, text: str) -> tuple[str, int]:
    """A date in figures, as 20240326; «26.03.24» is of this century. 03/04/2024 is ambiguous."""
    parts = [int(part) for part in re.split(r"[-./]", text)]
    if kind == "iso":
        year, month, day = parts
    else:
        day, month, year = parts
    if kind == "slashed":
        if day <= 12 and month <= 12 and day != month:
            return NUMBER, 0
        day, month = max(day, month), min(day, month)
    year += 2000 if year < 100 else 0
    sane = 1 <= month <= 12 and 1 <= day <= 31 and 1700 <= year <= 2199
    return (ISO, year * 10000 + month * 100 + day) if sane else (NUMBER, 0)


def _hits(tokens: list[Token], letters: str, grammar: Grammar) -> Iterator[tuple[Span, TimeExpr]]:
    for one in grammar.rules:
        for match in one.letters.finditer(letters):
            hit = Hit(tokens, match)
            expr = one.build(hit)
            if expr is not None:
                around = grammar.bounds(expr, *hit.around()) if one.bounded else None
                bound = expr.bound or around
                yield hit.span(), replace(expr, bound=bound)


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end
