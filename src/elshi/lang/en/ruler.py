"""The model's rules from tags to parts of speech, each kind of word asked only once.

The rules are 180 patterns that a matcher tries on every word of every text: a fifth of the
model's time. All but a few look at one word alone, and only at its tag, its relation, whether
it is a blank, and whether it is one of some listed forms: what they say is remembered by these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

Kind = tuple[int, int, int, bool]
"""Tag, relation, form where a rule names it, whether it is a blank."""
UNNAMED = 0
"""The form of a word that no rule names."""


class Ruler:
    """The pipe of the model's own rules; gives what they give, word for word."""

    def __init__(self, ruler: Any) -> None:
        from spacy.tokens._retokenize import set_token_attrs

        entries = list(enumerate(ruler.patterns))
        patterns = [pattern for _, entry in entries for pattern in entry["patterns"]]
        self._ruler, self._set = ruler, set_token_attrs
        self._named = _Forms(word for pattern in patterns for word in pattern)
        self._leads = _Forms(pattern[0] for pattern in patterns if len(pattern) > 1)
        self._said: dict[Kind, tuple[int, ...]] = {}
        self._merged: dict[tuple[int, ...], dict[Any, Any]] = {(): {}}
        self._expletive = ruler.vocab.strings.add("expl")
        self._pairs = _pairs(ruler, entries)

    def __call__(self, doc: Doc) -> Doc:
        """Sets parts of speech, forms and some lemmas of a text."""
        kinds = [self._kind(word) for word in doc]
        if any(kind not in self._said for kind in kinds):
            self._learn(doc, kinds)
        pairs = self._of_pairs(doc) if any(map(self._leading, doc)) else {}
        for at, word in enumerate(doc):
            rules = self._said[kinds[at]]
            if at in pairs:
                rules = tuple(sorted((*rules, *pairs[at])))
            if said := self._attributes(rules):
                self._set(word, said)
        return doc

    def _kind(self, word: Word) -> Kind:
        return word.tag, word.dep, self._named.of(word), word.is_space

    def _leading(self, word: Word) -> bool:
        """Whether a rule of two words may begin here: "let's", "there are"."""
        return word.dep == self._expletive or self._leads.of(word) != UNNAMED

    def _attributes(self, rules: tuple[int, ...]) -> dict[Any, Any]:
        """What rules say together, the later ones having the last word."""
        if rules not in self._merged:
            said: dict[Any, Any] = {}
            for rule in rules:
                said.update(self._ruler.attrs[rule])
            self._merged[rules] = said
        return self._merged[rules]

    def _learn(self, doc: Doc, kinds: list[Kind]) -> None:
        """Remembers which rules hold of each kind of word alone."""
        found: list[list[int]] = [[] for _ in kinds]
        for rule, _, start, end in self._ruler.match(doc):
            if end - start == 1:
                found[start].append(rule)
        self._said.update(zip(kinds, map(tuple, found), strict=True))

    def _of_pairs(self, doc: Doc) -> dict[int, list[int]]:
        """The rules of two words that hold in a text, by the word that they change."""
        found: dict[int, list[int]] = {}
        for match, start, end in self._pairs(doc, allow_missing=True):
            rule = int(doc.vocab.strings[match])
            at = self._ruler.indices[rule]
            found.setdefault(start + at if at >= 0 else end + at, []).append(rule)
        return found


def _pairs(ruler: Any, entries: list[tuple[int, dict[str, Any]]]) -> Any:
    """A matcher of the rules of several words alone."""
    from spacy.matcher import Matcher

    matcher = Matcher(ruler.vocab, validate=False)
    for number, entry in entries:
        patterns = [pattern for pattern in entry["patterns"] if len(pattern) > 1]
        if patterns:
            matcher.add(str(number), patterns)
    return matcher


class _Forms:
    """The forms that rules name: as they are, in lists, or by an expression."""

    def __init__(self, words: Iterable[dict[str, Any]]) -> None:
        asked: list[Any] = [word["LOWER"] for word in words if "LOWER" in word]
        tests = [form for form in asked if isinstance(form, dict)]
        self._forms = {form for form in asked if isinstance(form, str)}
        self._forms.update(form for test in tests for form in test.get("IN", ()))
        self._shapes = [re.compile(str(test["REGEX"])) for test in tests if "REGEX" in test]
        self._known: dict[int, int] = {}

    def of(self, word: Word) -> int:
        """The word's form where a rule names it."""
        lower = word.lower
        if lower not in self._known:
            self._known[lower] = lower if self._names(word.lower_) else UNNAMED
        return self._known[lower]

    def _names(self, form: str) -> bool:
        return form in self._forms or any(shape.search(form) for shape in self._shapes)
