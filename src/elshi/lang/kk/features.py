"""What the model of Kazakh names is shown: a word, its neighbours, the tables that know it.

    Сенат        төрағасы       Мәулен       Әшімбаев
    institution  title, his     given, X     X, te2=ев

Made here for training and reading alike; everything about a word alone is kept once it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from elshi.lang.kk.lexicon import called, gazetted
from elshi.lang.kk.morph import nouns
from elshi.text import fold

OPENERS = frozenset('—–-«"“:.!?(')
"""After these a word has its capital from its place."""
STEPS = (-2, -1, 1, 2)
"""Where the words stand whose features a word has beside its own."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a word shows by itself."""

    own: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]
    """What it tells each of its neighbours, by `STEPS`."""
    shape: str
    stem: str
    case: str
    """Its case and whose it is: `genhis`."""
    capital: str
    """X, or x."""
    tables: tuple[str, ...]
    people: tuple[str, ...]
    """Whether it is called like a person or a post."""


EDGE = Look((), (), "", "^", "", "^", (), ())


def features(words: Sequence[str]) -> list[list[str]]:
    """The features of every word of a sentence."""
    seen = [_look(word) for word in words]
    quoted, opened = _quoted(words), _opened(words)
    return [
        [*_beside(seen, at), quoted[at], *_in_context(seen, at), *_at_start(seen[at], opened[at])]
        for at in range(len(words))
    ]


@lru_cache(maxsize=200_000)
def _look(word: str) -> Look:
    folded, shape = fold(word), _shape(word)
    readings = [noun for noun in nouns(folded) if not noun.bare and noun.strict]
    first, last = (readings[0], readings[-1]) if readings else (None, None)
    stem = last.stem if last else folded
    case = f"{first.case}{first.possessive}" if first else ""
    capital = "X" if word[:1].isupper() else "x"
    tables = gazetted(folded)
    return Look(
        own=(*_letters(folded, shape), *_endings(folded, tables), *_capitals(stem, case, capital)),
        near=_told((f"w={folded}", f"s={shape}", f"e={folded[-3:]}", f"t={stem}",
                    *(f"g={name}" for name in tables))),
        shape=shape,
        stem=stem,
        case=case,
        capital=capital,
        tables=tables,
        people=called(word),
    )  # fmt: skip


def _told(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(f"{step}{name}" for name in names) for step in STEPS)


def _letters(folded: str, shape: str) -> Iterator[str]:
    """The word, its beginnings and ends."""
    yield from ("1", f"w={folded}", f"s={shape}")
    yield from (f"e{n}={folded[-n:]}" for n in range(1, 6) if len(folded) > n)
    yield from (f"b{n}={folded[:n]}" for n in range(2, 6) if len(folded) > n)


def _endings(folded: str, tables: Sequence[str]) -> Iterator[str]:
    """Stem and case, the ends of the stem, the tables that know it."""
    readings = [noun for noun in nouns(folded) if not noun.bare and noun.strict]
    stem = folded
    if readings and len(readings[0].stem) > 1:
        stem = readings[0].stem
        yield f"c={readings[0].case}{readings[0].possessive}"
        yield f"r={readings[-1].stem}"
    yield f"t={stem}"
    yield from (f"te{n}={stem[-n:]}" for n in (2, 3, 4))
    yield from (f"g={name}" for name in tables)


def _capitals(stem: str, case: str, capital: str) -> Iterator[str]:
    """How the stem of a capitalised word ends and begins: «…баев», «…жан»."""
    yield from (f"k{n}={capital}{stem[-n:]}" for n in (2, 3, 4))
    yield from (f"kb={capital}{stem[:3]}", f"kc={capital}{case}")


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    kinds = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
                    for c in word)  # fmt: skip
    short = "".join(c for n, c in enumerate(kinds) if n == 0 or kinds[n - 1] != c)
    return short[:8]


def _quoted(words: Sequence[str]) -> list[str]:
    """Whether a word stands between « and »; how near its end the next » is."""
    found, open_ = [], False
    for at, word in enumerate(words):
        open_ = (open_ or word == "«") and word != "»"
        near = open_ and "»" in words[at : at + 6]
        found.append("q=name" if near else "q=quote" if open_ else "q=out")
    return found


def _opened(words: Sequence[str]) -> list[bool]:
    """Whether a word begins the sentence, or what stands after a dash or in marks."""
    found, opened = [], True
    for word in words:
        found.append(opened)
        opened = word in OPENERS or (opened and not word[:1].isalnum())
    return found


def _beside(seen: Sequence[Look], at: int) -> Iterator[str]:
    """A word's own features, and those of two on either side."""
    yield from seen[at].own
    for n, step in enumerate(STEPS):
        if 0 <= at + step < len(seen):
            yield from seen[at + step].near[n]
        else:
            yield f"{step}none"
    if at:
        yield f"-1,0={seen[at - 1].stem},{seen[at].stem}"
    if at + 1 < len(seen):
        yield f"0,1={seen[at].stem},{seen[at + 1].stem}"
        yield f"0,1s={seen[at].stem},{seen[at + 1].shape}"


def _in_context(seen: Sequence[Look], at: int) -> Iterator[str]:
    """The case chain around a word («облысының әкімі»), and what kind of names stand there."""
    one = seen[at]
    before = seen[at - 1] if at else EDGE
    after = seen[at + 1] if at + 1 < len(seen) else EDGE
    role = f"{one.capital}{one.case}"
    yield f"pc={before.capital}{before.case},{one.stem}"
    yield f"kk={before.capital}{before.case},{role},{after.capital}"
    yield f"nk={one.stem}{one.case},{after.capital}"
    yield from (f"ng={one.case}{one.capital},{after.capital}{g}" for g in after.tables or ("",))
    yield from (
        f"pg={before.case}{before.capital}{g},{one.capital}" for g in before.tables or ("",)
    )
    yield from (f"l+={who}{role}" for who in after.people)
    yield from (f"l-={who}{role}" for who in before.people)
    yield from (f"{step}t={seen[at + step].stem}" for step in (-3, 3) if 0 <= at + step < len(seen))


def _at_start(one: Look, opened: bool) -> Iterator[str]:
    """What its capital, the tables and its being called like a man are worth at this place."""
    yield f"o={one.capital}{opened}"
    yield from (f"og={one.capital}{opened}{g}" for g in one.tables or ("",))
    yield from (f"kg={one.capital}{g}" for g in one.tables or ("",))
    yield from (f"l={who}" for who in one.people)
    yield from (f"lo={who}{opened}" for who in one.people)
