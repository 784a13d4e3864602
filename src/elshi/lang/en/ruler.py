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

        patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]
        self._ruler, self._set = ruler, set_token_attrs
        self._named = _Forms(word for pattern in patterns for word in pattern)
        self._leads = _Forms(pattern[0] for pattern in patterns if len(pattern) > 1)
        self._said: dict[Kind, dict[Any, Any]] = {}
        self._expletive = ruler.vocab.strings.add("expl")

    def __call__(self, doc: Doc) -> Doc:
        """Sets parts of speech, forms and some lemmas of a text."""
        kinds = [self._kind(word) for word in doc]
        if any(kind not in self._said for kind in kinds) or any(map(self._leading, doc)):
            return self._learn(doc, kinds)
        for word, kind in zip(doc, kinds, strict=True):
            if said := self._said[kind]:
                self._set(word, said)
        return doc

    def _kind(self, word: Word) -> Kind:
        return word.tag, word.dep, self._named.of(word), word.is_space

    def _leading(self, word: Word) -> bool:
        """Whether a rule of two words may begin here: "let's", "there are"."""
        return word.dep == self._expletive or self._leads.of(word) != UNNAMED

    def _learn(self, doc: Doc, kinds: list[Kind]) -> Doc:
        """Applies the rules themselves; what they say of one word alone is remembered."""
        matches = self._ruler.match(doc)
        said: list[dict[Any, Any]] = [{} for _ in kinds]
        for attr_id, _, start, end in matches:
            if end - start == 1:
                said[start].update(self._ruler.attrs[attr_id])
        self._said.update(zip(kinds, said, strict=True))
        self._ruler.set_annotations(doc, matches)
        return doc


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
