"""The nominative of a Kazakh name: what the ending of its last word leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from elshi.lang.kk.crf import Chunk
from elshi.lang.kk.lexicon import given, surnames
from elshi.lang.kk.morph import Noun, nouns
from elshi.records import Mention, Span
from elshi.text import fold

SURNAME = re.compile(
    r"(?:ов|ев|ёв|ова|ева|ёва|ин|ина|ын|ына|ский|ская|ской|цкий|цкая|баев|баева|бек|бай|вич|вна|ұлы|қызы"
    r"|ев|енко|ко|ук|юк|чук|ян|дзе|швили|ия|ани|сон|ман|берг|ер|ель|ич|ез|ау|он|ан|ен|им|мп)$"
)
"""How surnames end."""
STRIPPED = frozenset({"gen", "dat", "acc", "abl", "ins"})


def stems(word: str) -> tuple[str, ...]:
    """A name's last word as it may be in the nominative."""
    return (fold(word), *(n.stem for n in likely(word)))


def likely(word: str) -> Iterator[Noun]:
    """The cases that a name's last word may stand in."""
    for noun in nouns(fold(word)):
        if (
            noun.case in STRIPPED
            and not noun.possessive
            and not noun.plural
            and not noun.attributive
        ):
            yield noun


def bare_words(words: Sequence[str], chunks: Iterable[Chunk]) -> frozenset[str]:
    """Last words of the text's names as they stand: what one of them may be the nominative of."""
    return frozenset(fold(words[chunk.end - 1]) for chunk in chunks)


def mention(
    text: str, tokens: Sequence[Span], words: Sequence[str], chunk: Chunk, bare: frozenset[str]
) -> Mention:
    """A name as a mention, its last word in the nominative."""
    span = Span(tokens[chunk.start].start, tokens[chunk.end - 1].end)
    word = words[chunk.end - 1]
    noun = case_of(word, bare)
    quote = span.of(text)
    value = quote[: len(quote) - len(word)] + (word if noun is None else as_spelled(word, noun))
    return Mention(
        "person", span, " ".join(value.split()), "kk.names", code=noun.case if noun else "nom"
    )


def as_spelled(word: str, noun: Noun) -> str:
    """The stem in the text's own letters, what was softened hardened again (Әлібегін → Әлібек)."""
    kept = word[: len(noun.stem)]
    return kept if fold(kept) == noun.stem else kept[:-1] + noun.stem[-1]


def case_of(word: str, bare: frozenset[str]) -> Noun | None:
    """The ending that the last word of a name takes; None where it stands in the nominative."""
    if given(fold(word)) or fold(word) in surnames():
        return None
    found = [n for n in likely(word) if _plausible(n, fold(word), bare)]
    return max(found, key=lambda n: _weight(n, bare), default=None)


def _plausible(noun: Noun, word: str, bare: frozenset[str]) -> bool:
    """Whether a name's last word may well bear this ending."""
    known = noun.stem in bare or given(noun.stem) or noun.stem in surnames()
    hyphened = "-" in word and noun.stem == word.rpartition("-")[0]
    if known or (hyphened and len(word) - len(noun.stem) < 6):
        return True
    if noun.case in {"gen", "ins"}:
        return len(noun.stem) > 1
    if noun.case == "abl":  # «Байден» is no ablative: only a long stem, or a surname by its look
        return len(noun.stem) > 3 and bool(SURNAME.search(noun.stem) or _long(noun))
    return not word.endswith("берді") and len(noun.stem) > 3 - noun.strict


def _long(noun: Noun) -> bool:
    return noun.strict and len(noun.stem) > 4


def _weight(noun: Noun, bare: frozenset[str]) -> tuple[bool, bool, int]:
    return (
        noun.stem in bare or given(noun.stem) or noun.stem in surnames(),
        bool(SURNAME.search(noun.stem)),
        len(noun.stem),
    )
