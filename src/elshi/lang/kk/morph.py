"""Kazakh nouns: stems under case, possessive and plural endings.

министрлігінің      Әшімбаевпен      АҚШ-тың       Қазақстандағы       еліміздің
министрлік +his+gen Әшімбаев +ins    АҚШ +gen      Қазақстан +loc      ел +our+gen
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from elshi.lang.kk.kinds import kind
from elshi.text import fold
from elshi.turkic import Sounds, Stripped, Suffix, endings, strip

_VOICELESS = "пфкқтсшщцчхһбвгд"  # б в г д sound voiceless at the end of a loan: Құнанбаевқа
_CLASSES = {
    **dict.fromkeys("аәеэоөұүыіяё", "vowel"),
    **dict.fromkeys("мнң", "nasal"),
    "л": "liquid",
    **dict.fromkeys("рйуию", "glide"),
    **dict.fromkeys("зжғ", "sibilant"),
    **dict.fromkeys(_VOICELESS, "voiceless"),
}
SOUNDS = Sounds(
    back=frozenset("аоұыяё"),
    front=frozenset("әеөүіэ"),
    neutral=frozenset("иую"),
    either=("ев", "ёв"),
    classes=_CLASSES,
    silent=frozenset("ьъ'’-"),
    archi={
        "A": {"": "а/е"},
        "I": {"": "ы/і"},
        "G": {"voiceless": "қ/к", "": "ғ/г"},
        "K": {"": "қ/к"},
        "D": {"voiceless": "т", "": "д"},
        "N": {"voiceless": "т", "vowel": "н", "nasal": "н", "": "д"},  # genitive
        "Y": {"voiceless": "т", "vowel": "н", "": "д"},  # accusative
        "Z": {"voiceless": "т", "nasal": "н", "": "д"},  # ablative
        "M": {"voiceless": "п", "sibilant": "б", "": "м"},  # instrumental
        "B": {"voiceless": "п", "nasal": "б", "sibilant": "б", "": "м"},  # not
        "T": {"": "т"},
        "L": {"voiceless": "т", "vowel": "л", "glide": "л", "": "д"},  # plural
    },
    softened={"б": ("п", "б"), "г": ("к", "г"), "ғ": ("қ",)},
)

LIKE = ("дай", "дей", "тай", "тей")
LIKENED = 7
"""«Құрама Штаттардағыдай», «Қазақстандай»: like it; shorter words are stems (жағдай, мұндай)."""
ACRONYM = 6
"""Letters of the longest acronym and of the longest ending that is read after one."""
_VOWEL = frozenset({"vowel"})
_CONSONANT = frozenset({"nasal", "liquid", "glide", "sibilant", "voiceless"})
_HIS = frozenset({"his"})

_PLURAL = (Suffix("LAр", "plur"),)
_POSSESSIVE = (
    Suffix("сI", "his", _VOWEL),
    Suffix("I", "his", _CONSONANT),
    Suffix("мIз", "our", _VOWEL),
    Suffix("IмIз", "our", _CONSONANT),
    Suffix("ңIз", "your", _VOWEL),
    Suffix("IңIз", "your", _CONSONANT),
)
_CASES = (
    Suffix("NIң", "gen"),
    Suffix("GA", "dat"),
    Suffix("нA", "dat", _HIS),
    Suffix("YI", "acc"),
    Suffix("н", "acc", _HIS),
    Suffix("DA", "loc"),
    Suffix("нDA", "loc", _HIS),
    Suffix("ZAн", "abl"),
    Suffix("нAн", "abl", _HIS),
    Suffix("Mен", "ins"),
    Suffix("DAGI", "in"),
    Suffix("нDAGI", "in", _HIS),
)
CHAINS = endings((_PLURAL, _POSSESSIVE, _CASES), SOUNDS)

_CASE_MARKS = {"gen", "dat", "acc", "loc", "abl", "ins", "in"}
_POSSESSIVE_MARKS = {"his", "our", "your"}
_SHORTENED = {
    "халқ": "халық", "орн": "орын", "мойн": "мойын", "ерн": "ерін", "қойн": "қойын",
    "көңл": "көңіл", "әрп": "әріп", "құлқ": "құлық", "ырқ": "ырық", "кейп": "кейіп",
    "нарқ": "нарық", "парқ": "парық", "ғұрп": "ғұрып", "құрп": "құрып", "қыртс": "қыртыс",
    "ынтымағ": "ынтымақ", "тобығ": "топ", "мұрн": "мұрын",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """One reading of a word as a noun: stem, case, whose it is, one or many."""

    stem: str
    base: str
    """The word without its case alone: «төрағасымен» → «төрағасы», nominative as it is."""
    case: str = "nom"
    possessive: str = ""
    plural: bool = False
    attributive: bool = False
    """«Қазақстандағы», "that is in Kazakhstan"."""
    strict: bool = True

    @property
    def bare(self) -> bool:
        """Whether nothing was cut off."""
        return self.case == "nom" and not self.possessive and not self.plural


@lru_cache(maxsize=100_000)
def nouns(word: str) -> tuple[Noun, ...]:
    """All readings of a folded word, bare first, readings whose vowels agree before others."""
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail in CHAINS and head:
        return (Noun(word, word), *_after_hyphen(head, tail))
    found = [_noun(item, word) for item in strip(word, CHAINS, SOUNDS)]
    return tuple(sorted(found, key=lambda noun: not noun.strict))


def _after_hyphen(head: str, tail: str) -> tuple[Noun, ...]:
    chains = {ending.marks: ending.kept for ending in CHAINS[tail]}
    return tuple(
        _noun(Stripped(head, marks, strict=True, base=head + tail[:kept]), f"{head}-{tail}")
        for marks, kept in chains.items()
    )


def _noun(item: Stripped, word: str) -> Noun:
    marks = set(item.marks)
    case = next(iter(marks & _CASE_MARKS), "nom")
    return Noun(
        stem=_SHORTENED.get(item.stem, item.stem) if marks else item.stem,
        base=word if case == "nom" else item.base,
        case="loc" if case == "in" else case,
        possessive=next(iter(marks & _POSSESSIVE_MARKS), ""),
        plural="plur" in marks,
        attributive=case == "in",
        strict=item.strict,
    )


_SHORT = kind("short")


def _before_hyphen(word: str) -> list[str]:
    """An acronym before its ending, whatever the ending: «АҚШ-ың» for «АҚШ-тың»."""
    head, hyphen, tail = word.partition("-")
    acronym = hyphen and 1 < len(head) <= ACRONYM and head.isupper() and tail.islower()
    return [fold(head)] if acronym and len(tail) <= ACRONYM else []


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """The folded stems under which a word is looked up, the word itself first.

    A word without its case alone and without possessive too: «министрлігінің» has
    министрлігінің, министрлігі, министрлік.
    """
    folded = fold(word)
    if len(folded) > 1:
        folded = folded.strip("-'")
    if folded.endswith(LIKE) and len(folded) > LIKENED:
        return tuple(dict.fromkeys((folded, *stems(folded[:-3]))))
    found = [folded, *_before_hyphen(word)]
    for noun in nouns(folded):
        if len(noun.stem) > 2 or noun.stem in _SHORT or "-" in folded:
            found += [noun.stem, noun.base] if noun.case != "nom" else [noun.stem]
            if noun.possessive and noun.stem.endswith("л"):
                found.append(noun.stem + "ь")  # the soft sign goes: «королі»
    return tuple(dict.fromkeys(found))
