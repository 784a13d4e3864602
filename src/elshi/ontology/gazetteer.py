"""The gazetteer: finds the forms of tables of words in a text, in any case and number.

    Президент   Республики   Казахстан   прибыл   в   США
                KZ─────────────────────                US─

A form is matched word by word: a word fits where it shares a folded lemma (a *key*) with the
form's word, and where its capitals are those that the table asks for:

    Чад, Республика     a capital in the table asks for one in the text (no «чад», no "turkey")
    США, БиГ, US, WHO   capitals inside a word of up to six letters ask for the same (no "us")
    казахстанский       small letters fit any, and so do all words of a form after its first
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from elshi.pack import Token
from elshi.text import fold

Payload = TypeVar("Payload")
Keys = Callable[[str], tuple[str, ...]]
Tokenize = Callable[[str], list[str]]

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|\d+|[^\w\s]")
_ACRONYM_LETTERS = 6


def words(form: str) -> list[str]:
    """A form cut into words, numbers and signs; hyphens and apostrophes stay inside a word."""
    return _WORD.findall(form)


@dataclass(slots=True)
class _Node(Generic[Payload]):
    """What has been matched so far: the forms that end here, and the words that may follow."""

    word: str = ""
    payloads: list[Payload] = field(default_factory=list)
    after: dict[str, list[_Node[Payload]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gazetteer(Generic[Payload]):
    """Forms in a trie of words; made once by `of`, asked many times by `find`."""

    root: _Node[Payload]

    @classmethod
    def of(
        cls, entries: Iterable[tuple[str, Payload]], keys: Keys, *, tokenize: Tokenize = words
    ) -> Gazetteer[Payload]:
        """A gazetteer of (form, payload). `keys` and `tokenize` are those of the text's tokens."""
        root: _Node[Payload] = _Node()
        for form, payload in entries:
            _add(root, [(word, _own(word, keys(word))) for word in tokenize(form)], payload)
        return cls(root)

    def find(self, tokens: Sequence[Token]) -> list[tuple[int, int, Payload]]:
        """What stands where: (first token, token after the last, payload), in text order.

        Leftmost and longest; a form that stands for several things (Люксембург, the state and
        the city) gives one hit for each, in the order in which they were entered.
        """
        found: list[tuple[int, int, Payload]] = []
        after, end = self.root.after, 0
        for start, token in enumerate(tokens):
            for key in token.keys:
                if key in after and start >= end:
                    end = _add_hits(found, self.root, tokens, start) or end
                    break
        return found


def _add(
    root: _Node[Payload], form: Sequence[tuple[str, tuple[str, ...]]], payload: Payload
) -> None:
    node = root
    for word, keys in form:
        inner = node is not root and not _is_acronym(word)
        node = _child(node, word.lower() if inner else word, keys)
    if node is not root and payload not in node.payloads:
        node.payloads.append(payload)


def _child(node: _Node[Payload], word: str, keys: tuple[str, ...]) -> _Node[Payload]:
    for known in node.after.get(keys[0], ()):
        if known.word == word:
            return known
    child: _Node[Payload] = _Node(word)
    for key in keys:
        node.after.setdefault(key, []).append(child)
    return child


def _own(word: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys under which a word of a table is entered.

    Tables are written in the nominative: a word that can be its own lemma is just that. Else
    Неом and Дели would be found wherever «не» and «день» stand (their homonyms' lemmas).
    """
    itself = fold(word)
    return (itself,) if itself in keys else tuple(dict.fromkeys(keys))


def _add_hits(
    found: list[tuple[int, int, Payload]], root: _Node[Payload], tokens: Sequence[Token], start: int
) -> int:
    """Adds the longest matches from `start`; their end, or 0 where there is none."""
    ends = list(_walk(root, tokens, start))
    longest = max((end for end, _ in ends), default=0)
    payloads = [payload for end, node in ends if end == longest for payload in node.payloads]
    for n, payload in enumerate(payloads):
        if payload not in payloads[:n]:
            found.append((start, longest, payload))
    return longest


def _walk(
    node: _Node[Payload], tokens: Sequence[Token], at: int
) -> Iterator[tuple[int, _Node[Payload]]]:
    """All nodes at which a form ends, with the index after its last token."""
    if node.payloads:
        yield at, node
    if at == len(tokens) or not node.after:
        return
    token = tokens[at]
    for key in token.keys:
        for child in node.after.get(key, ()):
            if capitals_fit(child.word, token.text):
                yield from _walk(child, tokens, at + 1)


def capitals_fit(word: str, text: str) -> bool:
    """Whether a word of the text has the capitals that the word of the table asks for.

    An acronym may carry an ending after it («АҚШ-тың», "UN's"). Only the case is compared: the
    keys have agreed already, and С5+1 may be written with a Latin or a Cyrillic letter.
    """
    if not word[0].isupper():
        return True
    if not _is_acronym(word):
        return text[0].isupper()
    pairs = zip(word, text, strict=False)
    return (
        len(text) >= len(word)
        and all(have.isupper() or not want.isupper() for want, have in pairs)
        and not text[len(word) :][:1].isupper()
    )


def _is_acronym(word: str) -> bool:
    """Whether a word is short and has capitals inside: США, БиГ, IsDB."""
    return len(word) <= _ACRONYM_LETTERS and any(letter.isupper() for letter in word[1:])
