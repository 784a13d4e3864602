"""Kazakh names of persons: the model's stretches mended by rule, in the nominative.

    … АҚШ Президенті Дональд Трамппен, Қ.-Ж. Тоқаевтың, Си Цзиньпинге …
                     Дональд Трамп     Қ.-Ж. Тоқаев     Си Цзиньпин

Only the last word of a name takes an ending, and only an ending that a person is likely to have:
nobody is stripped of a locative (Дуда, Кишида).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from elshi.lang.kk.crf import Chunk
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import adjectives, gazetted, given, post_heads, surnames, words_of
from elshi.lang.kk.morph import nouns
from elshi.lang.kk.nominative import SURNAME, bare_words, case_of, likely, mention, stems
from elshi.records import Mention, Span
from elshi.text import fold

_INITIAL = re.compile(r"^(?:Дж|\w)\.(?:-?)$")
_SIGN = re.compile(r"^[^\w]+$")
_HONOUR = kind("honour")
_NO_NAME = kind("no name")


def names(
    text: str,
    tokens: Sequence[Span],
    chunks: Sequence[Chunk],
    *,
    taken: frozenset[int],
    sentences: Sequence[tuple[int, int]],
) -> list[Mention]:
    """The persons of a text. `taken` are tokens that tables know as something else."""
    words = [span.of(text) for span in tokens]
    found = [c for start, end in sentences for c in _in_sentence(words, chunks, taken, start, end)]
    found = [*found, *_in_full(words, found, taken)]
    found = _with_surnames(words, _apart([*found, *_again(words, found, taken)]))
    found = _with_given(words, found)
    found = [c for c in _completed(words, found) if not _monument(words, c)]
    found = [c for c in found if not all(word.isascii() for word in words[c.start : c.end])]
    bare = bare_words(words, found)
    return [mention(text, tokens, words, chunk, bare) for chunk in found]


def _in_sentence(
    words: Sequence[str], chunks: Sequence[Chunk], taken: frozenset[int], start: int, end: int
) -> Iterator[Chunk]:
    """The names of one sentence: none goes on into the next."""
    own = [Chunk(c.start - start, c.end - start, c.label) for c in chunks if start <= c.start < end]
    known = frozenset(at - start for at in taken if start <= at < end)
    for chunk in _mended(words[start:end], own, known):
        yield Chunk(chunk.start + start, chunk.end + start, chunk.label)


def _mended(words: Sequence[str], chunks: Iterable[Chunk], taken: frozenset[int]) -> list[Chunk]:
    """The model's persons cut at signs and titles, with initials, and those that it missed."""
    persons = [c for chunk in chunks if chunk.label == "PERSON" for c in _cut(words, chunk, taken)]
    used = {at for chunk in persons for at in range(chunk.start, chunk.end)} | taken
    persons += _missed(words, used)
    used |= {at for chunk in persons for at in range(chunk.start, chunk.end)}
    persons += [*_titled(words, used), *_surnames(words, used)]
    used |= {at for chunk in persons for at in range(chunk.start, chunk.end)}
    persons = [_widened(words, chunk, used) for chunk in persons]
    return _apart(persons)


def _cut(words: Sequence[str], chunk: Chunk, taken: frozenset[int]) -> Iterator[Chunk]:
    """The parts of a stretch that a name can be: no title before, no sign or state within."""
    start = chunk.start
    for at in range(chunk.start, chunk.end + 1):
        sign = at == chunk.end or (_SIGN.match(words[at]) and words[at] not in "'’-")
        if start < at < chunk.end and at not in taken and not sign and _is_over(words, at):
            yield from _trimmed(words, start, at)
            start = at
        if sign or at in taken:
            yield from _trimmed(words, start, at)
            start = at + 1


def _is_over(words: Sequence[str], at: int) -> bool:
    """Whether a name has ended before a word: after a surname, a genitive, before an adjective."""
    last, word = words[at - 1], words[at]
    if _PATRONYMIC.search(fold(word)) or any(_PATRONYMIC.search(s) for s in stems(word)):
        return False
    foreign = fold(word) in adjectives() or fold(word) in _NO_NAME
    return fold(last) in surnames() or _is_owner(last) or _is_turned(last) or foreign


def _is_turned(word: str) -> bool:
    """Whether a word is a surname in an oblique case: «Тоқаевқа | Назарбаевпен»."""
    if given(fold(word)) or fold(word) in surnames():
        return False
    return any(n.stem in surnames() or _SURE.search(n.stem) for n in likely(word) if n.strict)


def _is_owner(word: str) -> bool:
    """Whether a word is in the genitive: no name goes on after one («Трамптың | Goop»)."""
    if given(fold(word)) or fold(word) in surnames():
        return False
    return any(n.case == "gen" and n.strict and len(n.stem) > 3 for n in nouns(fold(word)))


def _trimmed(words: Sequence[str], start: int, end: int) -> Iterator[Chunk]:
    start += next((n for n, w in enumerate(words[start:end]) if _capital(w)), end - start)
    while start < end and _is_title(words[start]) and start + 1 < end:
        start += 1
    while start < end and (_is_place(words[start]) or fold(words[start]) in adjectives()):
        start += 1
    while start < end and not _capital(words[end - 1]):
        end -= 1
    if end - start > 2 and _is_place(words[end - 1]):  # «Дональд Трамп Аляскада»
        end -= 1
    if start < end and not _only_title(words[start:end]):
        yield Chunk(start, end, "PERSON")


def _is_place(word: str) -> bool:
    """Whether a word is in the locative, as no person's name is: «Будапештте»."""
    folded = fold(word)
    if given(folded) or folded in surnames():
        return False
    return any(n.case == "loc" and n.strict and len(n.stem) > 3 for n in nouns(folded))


def _only_title(words: Sequence[str]) -> bool:
    return all(_is_title(w) or fold(w) in _NO_NAME for w in words) or not any(
        len(w) > 2 for w in words
    )


def _is_title(word: str) -> bool:
    tables, folded = gazetted(fold(word)), fold(word)
    if "title" not in tables:
        return False
    owned = any(n.possessive == "his" and n.strict for n in nouns(folded))  # «Катар Әмірі»
    return "given" not in tables or (owned and not given(folded))


def _capital(word: str) -> bool:
    return word[:1].isupper() and not (word.isupper() and len(word) > 1 and "." not in word)


def _missed(words: Sequence[str], used: set[int]) -> Iterator[Chunk]:
    """A given name or initial with a capitalised word after it, which the model left out."""
    at = 0
    while at < len(words) - 1:
        opens = at not in used and _opens_name(words[at])
        end = at + 1
        while opens and end < len(words) and end not in used and _joins(words[end]):
            end += 1
        if opens and end - at > 1 and len(words[end - 1]) > 2:
            yield Chunk(at, end, "PERSON")
        at = max(end, at + 1)


def _titled(words: Sequence[str], used: set[int]) -> Iterator[Chunk]:
    """Capitalised words right after a post: «Рим Папасы Франциск»."""
    for at in range(1, len(words)):
        if at in used or at - 1 in used or not _name_like(words[at]) or not _is_head(words[at - 1]):
            continue
        end = at + 1
        while end < len(words) and end not in used and _name_like(words[end]) and end < at + 4:
            end += 1
        yield Chunk(at, end, "PERSON")


def _is_head(word: str) -> bool:
    """Whether a word closes a post: nominative, its own or somebody's."""
    return word[-1:].isalpha() and fold(word) in post_heads()


def _name_like(word: str) -> bool:
    if not _capital(word) or _is_title(word) or len(word) < 3 or fold(word) in _NO_NAME:
        return False
    return not any(n.possessive and n.strict and n.case == "nom" for n in nouns(fold(word)))


_SURE = re.compile(r"(?:ов|ев|ёв|ова|ева|ёва|ский|ская|ұлы|қызы)$")


def _surnames(words: Sequence[str], used: set[int]) -> Iterator[Chunk]:
    """A lone surname that its end gives away: «Лавров», «Путинмен» where Путин is known."""
    for at, word in enumerate(words):
        free = at not in used and len(word) > 3 and _capital(word) and "-" not in word
        if free and any(_SURE.search(stem) or stem in surnames() for stem in stems(word)):
            yield Chunk(at, at + 1, "PERSON")


def _joins(word: str) -> bool:
    named = _capital(word) and not _is_title(word) and fold(word) not in _NO_NAME
    return bool(_INITIAL.match(word)) or named


def _widened(words: Sequence[str], chunk: Chunk, taken: set[int]) -> Chunk:
    """With initials and a given name before, with a patronymic or surname after."""
    start, end = chunk.start, chunk.end
    while start and start - 1 not in taken and _opens_name(words[start - 1]):  # fmt: skip
        start -= 1
    while end < len(words):
        step = _particles(words, end)
        if end + step in taken and not (step and end + step + 1 < len(words)):
            break
        alone = _may_go_on(words[start:end])
        if step == 0 and not _goes_on(words[end - 1], words[end], alone=alone):
            break
        end += step + 1
    return Chunk(start, end, chunk.label)


_PARTICLES = kind("particles")


def _particles(words: Sequence[str], end: int) -> int:
    """How many small words stand before the rest of a name: «Урсула фон дер Ляйен»."""
    step = 0
    while end + step < len(words) and words[end + step] in _PARTICLES:
        step += 1
    rest = end + step
    return step if step and rest < len(words) and _capital(words[rest]) else 0


def _opens_name(word: str) -> bool:
    """An initial, a first name, a king's number: «II Абдалла»."""
    roman = re.fullmatch(r"[IVX]{1,5}", word)
    return bool(_INITIAL.match(word) or roman) or (_capital(word) and given(fold(word)))


def _may_go_on(name: Sequence[str]) -> bool:
    """Whether a name lacks its rest: a lone first name, the syllables of «Юн Сок | Ёль»."""
    if len(name) == 1:
        return _is_given(name[0])
    return len(name) == 2 and all(len(word) <= 4 for word in name)


def _is_given(word: str) -> bool:
    """A lone first name: no surname by its look, and in the nominative."""
    folded = fold(word)
    if folded in surnames() or any(_SURE.search(stem) for stem in stems(word)):
        return False
    return case_of(word, frozenset()) is None


def _goes_on(last: str, word: str, *, alone: bool) -> bool:
    third = alone and any(len(stem) == 2 for stem in stems(word))  # «Ел» of «Юн Сок Ел» is no ел
    region = any(stem in _NO_NAME for stem in stems(word))
    if not _capital(word) or region or (_is_title(word) and not third) or not words_of(last):
        return False
    tail = bool(re.search(r"(?:ұлы|қызы|вич|вна)(?:[а-яіңғқ]{0,4})?$", fold(word)))
    opened = bool(_INITIAL.match(last)) or last in _PARTICLES or given(fold(last))
    return tail or alone or opened or _is_particle(word)


def _is_particle(word: str) -> bool:
    return fold(word) in {"оглы", "заде"}


def _again(words: Sequence[str], found: Sequence[Chunk], taken: frozenset[int]) -> Iterator[Chunk]:
    """A surname of the text that the model did not know again."""
    known = {fold(stem) for c in found for stem in stems(words[c.end - 1])}
    used = {at for chunk in found for at in range(chunk.start, chunk.end)} | taken
    for at, word in enumerate(words):
        free = at not in used and len(word) > 3 and _capital(word) and not _is_title(word)
        same = (len(s) > 3 and s in known and SURNAME.search(s) for s in stems(word))
        if free and any(same):
            yield Chunk(at, at + 1, "PERSON")


def _in_full(
    words: Sequence[str], found: Sequence[Chunk], taken: frozenset[int]
) -> Iterator[Chunk]:
    """A name of two words that the text writes again, where the model did not know it."""
    used = {at for chunk in found for at in range(chunk.start, chunk.end)} | taken
    known = {
        (words[c.start], s) for c in found if c.end - c.start == 2 for s in stems(words[c.end - 1])
    }
    for at in range(len(words) - 1):
        again = any((words[at], stem) in known for stem in stems(words[at + 1]))
        if again and used.isdisjoint({at, at + 1}):
            yield Chunk(at, at + 2, "PERSON")


def _completed(words: Sequence[str], found: Sequence[Chunk]) -> list[Chunk]:
    """A name that the text writes in full elsewhere: «Режеп Тайип | Ердоған» is one."""
    full = {tuple(fold(w) for w in words[c.start : c.end]) for c in found if c.end - c.start > 1}
    return _apart(_whole(words, chunk, full) for chunk in found)


def _whole(words: Sequence[str], chunk: Chunk, full: set[tuple[str, ...]]) -> Chunk:
    """A chunk with the rest of the full name that begins as it does."""
    own = tuple(fold(w) for w in words[chunk.start : chunk.end])
    for name in sorted(full, key=len, reverse=True):
        size = len(name)
        rest = words[chunk.start : chunk.start + size]
        if size > len(own) and name[: len(own)] == own and len(rest) == size:
            inner = all(fold(w) == known for w, known in zip(rest[:-1], name[:-1], strict=True))
            if inner and name[-1] in stems(rest[-1]):
                return Chunk(chunk.start, chunk.start + size, chunk.label)
    return chunk


_MONUMENTS = kind("monuments")


def _monument(words: Sequence[str], chunk: Chunk) -> bool:
    """«Абайдың ескерткішіне», «Абай атындағы»: a name that nobody bears who takes part."""
    after = fold(words[chunk.end]) if chunk.end < len(words) else ""
    return any(stem in _MONUMENTS for stem in (after, *(n.stem for n in nouns(after))))


_PATRONYMIC = re.compile(r"(?:ұлы|қызы|вич|вна)$")


def _with_surnames(words: Sequence[str], chunks: Sequence[Chunk]) -> list[Chunk]:
    """«Тоқаев Қасым-Жомарт Кемелұлы»: the surname before name and patronymic."""
    made: list[Chunk] = []
    for chunk in chunks:
        full = any(_PATRONYMIC.search(stem) for stem in stems(words[chunk.end - 1]))
        last = made[-1] if made else None
        if full and last and last.end == chunk.start and last.end - last.start == 1:
            made[-1] = Chunk(last.start, chunk.end, chunk.label)
        else:
            made.append(chunk)
    return made


def _with_given(words: Sequence[str], chunks: Sequence[Chunk]) -> list[Chunk]:
    """«Владимир | Зеленский»: a lone first name and the surname right after it are one man's."""
    made: list[Chunk] = []
    for chunk in chunks:
        last = made[-1] if made else None
        alone = last is not None and last.end == chunk.start and last.end - last.start == 1
        if (
            last
            and alone
            and given(fold(words[last.start]))
            and not given(fold(words[chunk.start]))
        ):
            made[-1] = Chunk(last.start, chunk.end, chunk.label)
        else:
            made.append(chunk)
    return made


def _apart(chunks: Iterable[Chunk]) -> list[Chunk]:
    kept: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda c: (c.start, -c.end)):
        if not kept or chunk.start >= kept[-1].end:
            kept.append(chunk)
    return kept
