"""Persons: what the model found, repaired where it cuts a name, misses it or calls it an ORG.

Foreign Minister of Uzbekistan Bakhtiyor Saidov received H.E. Mr. Jan-Christian Kaack
                               PERSON──────────                   PERSON─────────────
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from elshi.lang.en import words
from elshi.lang.en.capitals import (
    CAPITAL,
    given_names,
    is_given,
    is_state,
    is_title,
    is_word,
    may_be_name,
)
from elshi.lang.en.morph import fold
from elshi.lang.en.titled import ends_there, one_man, past_honours, past_office, past_state
from elshi.lang.en.tree import Tree
from elshi.names import surname_first
from elshi.pack import Token
from elshi.records import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Run = tuple[int, int]
"""Tokens [first, after the last)."""

# Endings of surnames from Kazakhstan and around it; few other English words in capitals have them.
_SURNAME = re.compile(
    r"[A-Z][\w'’-]+(?:yev|ayev|bayev|iev|ev|ov|yov|yeva|eva|ova|skiy|sky|skaya|bek|bay|bai|uly"
    r"|ulu|kyzy|qyzy|zhan|jan|zade|zadeh|dze|shvili|enko|yan|ian|oglu|ogly|khan|nov|nova|in|ina)"
)
_NUMERAL = re.compile(r"(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})")
_ARTICLED = re.compile(r"(?:al|el|as|ash|an|ad|ar|at|az)-[A-Z][\w'’-]+")
_MAX_NAME = 6
_FEW = 4
_LEADING = frozenset({"ADP", "VERB", "AUX", "CCONJ", "PUNCT"})
"""What may stand before a name that opens a phrase."""
_WISHED = frozenset({"on", "for", "upon", "over"})
"""What opens the occasion of good wishes."""
_MONTHS = frozenset({"january", "march", "april", "may", "june", "july", "august"})
# States whose names are given to persons, too.
_ALSO_GIVEN = frozenset({"jordan", "chad", "georgia", "israel", "kenya", "malta"})
_REPAIRED = frozenset({"ORG", "GPE", "FAC", "NORP", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT"})


def names(tree: Tree, read: Sequence[tuple[int, Doc]]) -> tuple[Mention, ...]:
    """The persons named in the text, in text order, each as it stands there without honorifics."""
    found = ((_unrepeated(tree, run), rule) for run, rule in _candidates(tree, read))
    runs = {run: rule for run, rule in found if _is_name(tree, run)}
    taken = {i for start, end in runs for i in range(start, end)}
    for run in _repeated(tree, _surnames(tree, runs), taken):
        runs.setdefault(run, "en.name.surname-again")
    return tuple(_mention(tree, run, runs[run]) for run in _disjoint(runs))


def named(tokens: Sequence[Token], names: Sequence[Mention]) -> frozenset[int]:
    """The indices of the tokens that stand in names."""
    inside: set[int] = set()
    ordered, at = sorted(names, key=lambda name: name.span), 0
    for index, token in enumerate(tokens):
        while at < len(ordered) and ordered[at].span.end <= token.span.start:
            at += 1
        if at < len(ordered) and ordered[at].span.overlaps(token.span):
            inside.add(index)
    return frozenset(inside)


def _mention(tree: Tree, run: Run, rule: str) -> Mention:
    span = Span(tree.tokens[run[0]].span.start, tree.tokens[run[1] - 1].span.end)
    return Mention("person", span, " ".join(span.of(tree.text).split()), rule)


def _candidates(tree: Tree, read: Sequence[tuple[int, Doc]]) -> Iterator[tuple[Run, str]]:
    at = {token.span.start: index for index, token in enumerate(tree.tokens)}
    for offset, doc in read:
        for entity in doc.ents:
            first = at[offset + entity.start_char]
            run = _trimmed(tree, (first, first + len(entity)))
            if entity.label_ == "PERSON":
                yield _grown(tree, run), "en.name.model"
            elif entity.label_ in _REPAIRED and _evidence(tree, run):
                yield _grown(tree, run), "en.name.repaired"
    yield from ((run, "en.name.after-title") for run in _after_titles(tree))
    yield from ((run, "en.name.ending") for run in _by_ending(tree))
    yield from ((run, "en.name.given") for run in _by_given(tree))
    yield from ((run, "en.name.pronoun") for run in _by_pronoun(tree))
    yield from ((run, "en.name.before-title") for run in _before_titles(tree))


def _trimmed(tree: Tree, run: Run) -> Run:
    """Without titles, honorifics and states before it, without 's and signs after it."""
    start, end = run
    while end > start and not _ends_name(tree.tokens[end - 1].text):
        end -= 1
    for index in range(end - 1, start - 1, -1):
        word = fold(tree.tokens[index].text)
        if is_title(word) or word in words.honorifics():
            return index + 1, end
        if is_state(word) and not _borne(tree, (start, end), index):
            return index + 1, end
    return start, end


def _borne(tree: Tree, run: Run, index: int) -> bool:
    """Whether a state's word is a part of a name: «Jordan Spieth», «Johnny English»."""
    start, end = run
    if index == start < end - 1:
        led = start > 0 and tree.tokens[start - 1].text == "of"  # «King of Jordan Abdullah II»
        return not led and fold(tree.tokens[index].text) in _ALSO_GIVEN
    return start < index == end - 1 and fold(tree.tokens[start].text) in given_names()


def _ends_name(word: str) -> bool:
    return CAPITAL.match(word) is not None or _ARTICLED.fullmatch(word) is not None


def _grown(tree: Tree, run: Run) -> Run:
    """With the rest of a name that the model cut: «Mohammed | bin Salman», «Tokayev» → whole."""
    start, end = run
    while start < end and start > 0 and _continues(tree, start - 1) and end - start < _MAX_NAME:
        start -= 1
    while start < end < len(tree.tokens) and end - start < _MAX_NAME and _goes_on(tree, end):
        end += 1
    while end > start and fold(tree.tokens[end - 1].text) in words.particles():
        end -= 1
    return start, end


def _continues(tree: Tree, index: int) -> bool:
    """Whether the token before a name is its first part, a word in capitals."""
    token, after = tree.tokens[index], tree.tokens[index + 1]
    glued = token.rel in {"compound", "nmod"} and token.head is not None and token.head > index
    glued = glued or is_given(token.text)
    return glued and token.sentence == after.sentence and may_be_name(tree, index)


def _goes_on(tree: Tree, index: int) -> bool:
    token, before = tree.tokens[index], tree.tokens[index - 1]
    if token.sentence != before.sentence:
        return False
    if fold(token.text) in words.particles():
        return index + 1 < len(tree.tokens) and _goes_on_after(tree, index + 1)
    if _NUMERAL.fullmatch(token.text) or _ARTICLED.fullmatch(token.text):
        return CAPITAL.fullmatch(before.text) is not None
    if fold(before.text) in words.particles():
        return _capital(token.text)
    return before.rel == "compound" and may_be_name(tree, index)


def _goes_on_after(tree: Tree, index: int) -> bool:
    """After a particle comes a word in capitals, or another particle: «von der Leyen»."""
    if fold(tree.tokens[index].text) in words.particles() and index + 1 < len(tree.tokens):
        index += 1
    return _capital(tree.tokens[index].text)


def _capital(word: str) -> bool:
    """Whether a word behind a particle can be a name, whatever the model takes it for."""
    return bool(CAPITAL.fullmatch(word)) and not word.isupper() and not is_word(fold(word))


def _evidence(tree: Tree, run: Run) -> bool:
    """Whether a phrase that the model called something else is a person after all."""
    start, end = run
    if not 1 < end - start <= _MAX_NAME or not all(_namely(tree, i) for i in range(start, end)):
        return False
    return (
        _SURNAME.fullmatch(tree.tokens[end - 1].text) is not None
        or _title_beside(tree, run)
        or fold(tree.tokens[start].text) in given_names()
    )


def _namely(tree: Tree, index: int) -> bool:
    return may_be_name(tree, index) or fold(tree.tokens[index].text) in words.particles()


def _title_beside(tree: Tree, run: Run) -> bool:
    """«President X Y», «X Y, Chairman of …»."""
    start, end = run
    if start and fold(tree.tokens[start - 1].text) in words.title_heads():
        return True
    after = tree.tokens[end : end + 6]
    return (
        len(after) > 1
        and after[0].text == ","
        and any(fold(token.text) in words.title_heads() for token in after[1:])
        and after[1].text[0].isupper()
    )


def _after_titles(tree: Tree) -> Iterator[Run]:
    """Words in capitals right after a title: «Ambassador Yerzhan», «Minister Wang Yi»."""
    for index, (token, after) in enumerate(pairwise(tree.tokens)):
        title = fold(token.text) in words.title_heads() and token.text[0].isupper()
        before = tree.tokens[index - 1].text if index else ""
        title = title and words.is_written(token.text, before)
        if title and after.sentence == token.sentence:
            start = past_honours(tree, past_state(tree, index + 1))
            if may_be_name(tree, start):
                yield _grown(tree, (start, _end_of_capitals(tree, start)))
            elif (whole := past_office(tree, index + 1)) > start:
                end = _end_of_capitals(tree, whole)
                if end - whole > 1 or (one_man(token) and ends_there(tree, end)):
                    yield whole, end
            elif one_man(token) and (named := _past_comma(tree, index + 1)) is not None:
                yield named


def _before_titles(tree: Tree) -> Iterator[Run]:
    """«Piyush Goyal, | Union Minister of Commerce»: words in capitals that an office explains."""
    for index, token in enumerate(tree.tokens):
        if token.text != "," or not _title_follows(tree, index + 1):
            continue
        start = index
        while start and index - start < _MAX_NAME and may_be_name(tree, start - 1):
            start -= 1
        alone = start == 0 or tree.tokens[start - 1].sentence != token.sentence
        if 1 < index - start <= _FEW and (alone or tree.tokens[start - 1].pos in _LEADING):
            yield start, index


def _title_follows(tree: Tree, at: int) -> bool:
    """Whether a phrase that ends in a title begins here: «Union Minister», «the Kazakh envoy»."""
    near = list(tree.tokens[at : at + _FEW])
    if near and fold(near[0].text) == "the":
        near = near[1:]
    for token in near:
        if fold(token.text) in words.title_heads():
            return token.text[0].isupper()
        if not token.text[0].isupper():
            return False
    return False


def _past_comma(tree: Tree, index: int) -> Run | None:
    """«Ambassador of Japan to Kazakhstan, | Yasumasa Iijima | today said»."""
    at = past_office(tree, index, stop=",")
    if at == index:
        return None
    start = past_honours(tree, at + 1)
    end = _end_of_capitals(tree, start) if may_be_name(tree, start) else start
    return (start, end) if end - start > 1 and ends_there(tree, end, told=True) else None


def _by_pronoun(tree: Tree) -> Iterator[Run]:
    """«congratulations to | Katalin Novák | on her election»: words in capitals that are a she."""
    for index, (token, after) in enumerate(pairwise(tree.tokens)):
        if fold(token.text) in _WISHED and fold(after.text) in {"his", "her"}:
            start = index
            while start and may_be_name(tree, start - 1) and index - start < _MAX_NAME:
                start -= 1
            if index - start > 1 and tree.tokens[start].sentence == token.sentence:
                yield start, index


def _end_of_capitals(tree: Tree, index: int) -> int:
    end, sentence = index + 1, tree.tokens[index].sentence
    while end < len(tree.tokens) and end - index < _MAX_NAME:
        inside = tree.tokens[end].sentence == sentence and may_be_name(tree, end)
        if not inside and not _goes_on(tree, end):
            break
        end += 1
    return end


def _by_ending(tree: Tree) -> Iterator[Run]:
    """Two to four words in capitals of which the last ends like a surname."""
    for index, token in enumerate(tree.tokens):
        last = not _goes_on(tree, index + 1) if index + 1 < len(tree.tokens) else True
        if last and _SURNAME.fullmatch(token.text):
            start = index
            while start and _continues(tree, start - 1):
                start -= 1
            if start < index and all(may_be_name(tree, i) for i in range(start, index + 1)):
                yield start, index + 1


def _by_given(tree: Tree) -> Iterator[Run]:
    """A given name that we know, with the words in capitals and the particles after it."""
    for index, token in enumerate(tree.tokens):
        if fold(token.text) in given_names() and token.text[0].isupper():
            end = _end_of_capitals(tree, index)
            if end - index > 1:
                yield index, end


def _surnames(tree: Tree, runs: Iterable[Run]) -> dict[str, set[str]]:
    """The last words of the full names, each with the words that stand before it."""
    found: dict[str, set[str]] = {}
    for start, end in runs:
        first, *others = (token.text for token in tree.tokens[start:end])
        *before, last = first, *others
        if before and not _NUMERAL.fullmatch(last):
            found.setdefault(last, set()).update(before)
        if others and surname_first(" ".join([first, *others])):
            found.setdefault(first, set())
    return found


def _repeated(tree: Tree, surnames: dict[str, set[str]], taken: set[int]) -> Iterator[Run]:
    """Surnames that stand alone (or whole names that the model overlooked here)."""
    for index, token in enumerate(tree.tokens):
        if index in taken or token.text not in surnames or _inside_title(tree, index):
            continue
        start = index
        while start and tree.tokens[start - 1].text in surnames[token.text]:
            start -= 1
        yield start, index + 1


def _inside_title(tree: Tree, index: int) -> bool:
    """«Nazarbayev University» is no person."""
    after = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
    if after is None or after.sentence != tree.tokens[index].sentence:
        return False
    return fold(after.text) in words.not_names() and after.text[0].isupper()


def _is_name(tree: Tree, run: Run) -> bool:
    start, end = run
    tokens = tree.tokens[start:end]
    if not tokens or not all(CAPITAL.match(t.text) or _small(t) for t in tokens):
        return False
    words_ = [i for i in range(start, end) if is_word(fold(tree.tokens[i].text))]
    if not all(_borne(tree, run, i) for i in words_) or _inside_title(tree, end - 1):
        return False
    return len(tokens) > 1 or (len(tokens[0].text) > 1 and _stands_alone(tree, start))


def _stands_alone(tree: Tree, index: int) -> bool:
    """Whether one word can be a person: it does not modify a common noun («the Baikal tunnel»)."""
    token = tree.tokens[index]
    if token.head is None or token.rel not in {"compound", "nmod", "amod"}:
        return fold(token.text) not in words.cities()
    return tree.tokens[token.head].pos == "PROPN" and fold(token.text) not in words.cities()


def _unrepeated(tree: Tree, run: Run) -> Run:
    """Cut where a page says the name again: «Sergei Shoigu | Shoigu Sergei Defence Minister»."""
    start, end = run
    if end - start > 2 and fold(tree.tokens[start].text) in _MONTHS:
        start += 1  # «In May | Kassym-Jomart Tokayev …»
    for index in range(start + 1, end):
        again = any(tree.tokens[i].text == tree.tokens[index].text for i in range(start, index))
        if again and not _small(tree.tokens[index]):
            return start, index
    return start, end


def _small(token: Token) -> bool:
    return fold(token.text) in words.particles() or _ARTICLED.fullmatch(token.text) is not None


def _disjoint(runs: Iterable[Run]) -> list[Run]:
    """The longest of those that overlap, in text order."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (run[0] - run[1], run)):
        if all(run[1] <= other[0] or other[1] <= run[0] for other in kept):
            kept.append(run)
    return sorted(kept)
