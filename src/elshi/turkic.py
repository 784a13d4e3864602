"""Suffix chains of Turkic languages: how endings are spelled after a stem, and how to strip them.

A suffix is written once, with capitals for the sounds that change, and realised by a language's
`Sounds` after every kind of stem:

    stem + L A r + I + N I ŋ      министр-лер-і-нің      қала-лар-ы-ның      АҚШ-тың
           plural  his  genitive

A language gives its sounds and its slots once; `endings` realises all chains, `strip` looks the
end of a word up in them. Kazakh is the first user; Kyrgyz and Uzbek need tables of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Harmony = str
"""`back` or `front`."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """The letters of a language as its suffixes see them."""

    back: frozenset[str]
    front: frozenset[str]
    neutral: frozenset[str]
    """Vowels after which either row may follow (и, у)."""
    either: tuple[str, ...]
    """Ends of stems after which either row may follow: loans like -ев (Тоқаевтың)."""
    classes: Mapping[str, str]
    """Letter → class of stem end (vowel, nasal, liquid, glide, sibilant, voiceless …)."""
    silent: frozenset[str]
    """Letters that a suffix looks through (ь)."""
    archi: Mapping[str, Mapping[str, str]]
    """Changing sound → class of the letter before it → the letter; `back/front` where two."""
    softened: Mapping[str, tuple[str, ...]]
    """Letter before a suffix that begins with a vowel → the stem's own (г ← к)."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """One ending: how it is written, what it says, and after what it may stand."""

    shape: str
    mark: str
    after: frozenset[str] = frozenset()
    """Marks, or the stem's classes, after one of which it stands; empty: after all."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A realised chain: the marks it carries, and the stems that it fits."""

    marks: tuple[str, ...]
    stem_class: str
    harmony: Harmony
    opens_with_vowel: bool
    kept: int
    """How many letters of it stand before its last suffix."""


@dataclass(frozen=True, slots=True)
class Stripped:
    """A stem and the marks of what was cut off; `strict` where the vowels agree."""

    stem: str
    marks: tuple[str, ...]
    strict: bool
    base: str
    """The word without its last suffix, as it is spelled: «төрағасымен» → «төрағасы»."""


Endings = Mapping[str, tuple[Ending, ...]]


def endings(slots: Sequence[Sequence[Suffix]], sounds: Sounds) -> Endings:
    """All chains of the slots, each slot filled or left empty, as they are spelled."""
    found: dict[str, list[Ending]] = {}
    for stem_class in sorted(set(sounds.classes.values())):
        for harmony in ("back", "front"):
            for parts, marks in _chains(slots, sounds, last=stem_class, harmony=harmony, marks=()):
                if parts:
                    text = "".join(parts)
                    vowel = sounds.classes.get(text[0]) == "vowel"
                    kept = len(text) - len(parts[-1])
                    made = Ending(marks, stem_class, harmony, vowel, kept)
                    found.setdefault(text, []).append(made)
    return {text: tuple(made) for text, made in found.items()}


def _chains(
    slots: Sequence[Sequence[Suffix]],
    sounds: Sounds,
    *,
    last: str,
    harmony: Harmony,
    marks: tuple[str, ...],
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if not slots:
        yield (), marks
        return
    yield from _chains(slots[1:], sounds, last=last, harmony=harmony, marks=marks)
    for suffix in slots[0]:
        if not _stands(suffix, last, marks):
            continue
        text = realise(suffix.shape, sounds, last=last, harmony=harmony)
        after = sounds.classes[text[-1]]
        chain = (*marks, suffix.mark)
        for rest, all_marks in _chains(slots[1:], sounds, last=after, harmony=harmony, marks=chain):
            yield (text, *rest), all_marks


def _stands(suffix: Suffix, last: str, marks: tuple[str, ...]) -> bool:
    return not suffix.after or last in suffix.after or bool(marks and marks[-1] in suffix.after)


def realise(shape: str, sounds: Sounds, *, last: str, harmony: Harmony) -> str:
    """A suffix as it is spelled after a letter of class `last` in a stem of this harmony."""
    text = ""
    for sound in shape:
        letter = sound
        if sound in sounds.archi:
            table = sounds.archi[sound]
            pair = table.get(last, table[""])
            letter = pair if "/" not in pair else pair.split("/")[harmony == "front"]
        text += letter
        last = sounds.classes.get(letter, last)
    return text


def harmony_of(stem: str, sounds: Sounds) -> Harmony | None:
    """The row of a stem's last vowel; None where it may take either."""
    if stem.endswith(sounds.either):
        return None
    for letter in reversed(stem):
        if letter in sounds.neutral:
            return None
        if letter in sounds.back:
            return "back"
        if letter in sounds.front:
            return "front"
    return None


def class_of(stem: str, sounds: Sounds) -> str | None:
    """The class of a stem's end; None for a figure or a letter of another alphabet."""
    for letter in reversed(stem):
        if letter not in sounds.silent:
            return sounds.classes.get(letter)
    return None


def strip(word: str, chains: Endings, sounds: Sounds, *, shortest: int = 2) -> list[Stripped]:
    """What `word` may consist of, the word itself first, then from the shortest ending on."""
    found = [Stripped(word, (), True, word)]
    for cut in range(len(word) - 1, shortest - 1, -1):
        for ending in chains.get(word[cut:], ()):
            found += _fits(word, cut, ending, sounds)
    return _unlike(found)


def _fits(word: str, cut: int, ending: Ending, sounds: Sounds) -> Iterator[Stripped]:
    strict = harmony_of(word[:cut], sounds) in (None, ending.harmony)
    for stem in _stems(word[:cut], ending, sounds):
        if class_of(stem, sounds) in (None, ending.stem_class):
            yield Stripped(stem, ending.marks, strict, word[: cut + ending.kept])


def _stems(stem: str, ending: Ending, sounds: Sounds) -> Iterator[str]:
    """The stem as it is without its ending: «министрліг» → «министрлік»."""
    letters = sounds.softened.get(stem[-1]) if ending.opens_with_vowel else None
    if letters is None:
        yield stem
    else:
        yield from (stem[:-1] + letter for letter in letters)


def _unlike(found: list[Stripped]) -> list[Stripped]:
    """Each stem with each chain once; the strict reading of two."""
    best: dict[tuple[str, tuple[str, ...]], Stripped] = {}
    for item in found:
        key = (item.stem, item.marks)
        if key not in best or (item.strict and not best[key].strict):
            best[key] = item
    return list(best.values())
