"""Names across scripts: whether two spellings are one person's, and why.

    Маулен Ашимбаев · Мәулен Әшімбаев · Maulen Ashimbayev · АШИМБАЕВ Маулен Сагатханович
    key: aXimbaev maulen

A name is cut into words, each folded to a skeleton that no usual transliteration changes; words
that transliteration cannot bring together (Энтони / Anthony) share an alias.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import iuliia
from rapidfuzz.fuzz import ratio

Answer = Literal["same", "possible", "different"]

_KAZAKH = str.maketrans("әғқңөұүһіӣӯҳҷ", "агкноуухииухж")
# Letters whose plain form would lose the sound: Turkish and Slavic Latin, Azerbaijani.
_LATIN = {
    "ş": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ź": "zh",
    "ğ": "g", "ı": "y", "ə": "a", "ł": "l", "đ": "d", "ø": "o", "æ": "e", "ß": "ss", "ñ": "n",
    "þ": "t", "ð": "d",
}  # fmt: skip
_SKELETON = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"shch|sch|sh", "X"),
        (r"dzh|dj|zh|j", "J"),
        (r"tch|ch", "C"),
        (r"kh|h", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"ck|[qc]", "k"),
        (r"w", "v"),
        (r"t[sz]$|z$", "z"),
        (r"tz", "ts"),
        (r"ou|oo", "u"),
        (r"[yi]+(?=[aoeu])", ""),
        (r"[yi]+", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "as",
        "ash",
        "an",
        "ar",
        "ad",
        "at",
        "bin",
        "ben",
        "ibn",
        "bint",
        "abu",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "zu",
        "ter",
        "ал",
        "аль",
        "ас",
        "аш",
        "эль",
        "ель",
        "бин",
        "бен",
        "бинт",
        "ибн",
        "де",
        "дель",
        "ди",
        "да",
        "ван",
        "фон",
        "дер",
        "ден",
        "ла",
        "ле",
        "дос",
    ]
)
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|ar|аль|ал|ас|аш|эль|эд|ад|ар)-(?=.)")
_PATRONYMIC = re.compile(
    r".{2,}(?:ович|евич|ьич|овна|евна|ична|инична|ұлы|улы|қызы|кызы|оглы|оғлы|огли|ovich|evich"
    r"|ovna|evna|ichna|uly|ulu|kyzy|qyzy|gyzy|ogly|oglu|oghlu|uulu|уулу)"
)
_VOWELS = 70.0
"""Ratio from which two skeletons with the same consonants are one word: Kamilov, Komilov."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NEAR = 88.0
"""Ratio from which two skeletons of five letters or more are one word: the least at which no two
of the persons in `eval/names.tsv` meet."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two names are one person's, how sure that is (0 to 1), and why, in words."""

    answer: Answer
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as written, its skeletons (alias included), and what it is."""

    text: str
    forms: frozenset[str]
    initial: bool = False
    patronymic: bool = False


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """The folding key: the skeletons of a name's words in alphabetical order, aliases made one.

    Initials, patronymics and particles are left out, so equal keys are the same name.
    """
    full = [w for w in words(name) if not w.initial and not w.patronymic]
    return " ".join(sorted(min(word.forms) for word in full))


def same(a: str, b: str) -> Verdict:
    """Whether two spellings of names are one person's.

    A surname alone is never more than `possible`: others bear it, too.
    """
    if a == b:
        return Verdict("same", 1.0, "the same spelling")
    if key(a) == key(b) and " " in key(a):
        return Verdict("same", 0.99, "the same words once transliterated")
    one, other = sorted((words(a), words(b)), key=_weight)
    return _compared(one, other) if one and other else Verdict("different", 0.0, "no name")


def fullest(names: Sequence[str]) -> str:
    """The fullest of several spellings of one person's name; the first of equals."""
    return max(names, key=lambda name: (_weight(words(name)), len(name)))


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[Word, ...]:
    """The words of a name without particles; Chinese names in pinyin syllables."""
    plain = _pinyin(name) or _korean(name) or name
    parts = [part for part in re.split(r"[\s,]+", _spaced(plain)) if part.strip(".'’-")]
    made = [_word(part) for part in parts if part.lower().strip(".") not in _PARTICLES]
    kept = [word for word in made if word.forms]
    return tuple(_placed(word, n, len(kept)) for n, word in enumerate(kept))


def _spaced(name: str) -> str:
    """Initials set apart: «К.-Ж.Токаев» → «К.-Ж. Токаев»."""
    return re.sub(r"\.(?=[^\W\d_]{2,})", ". ", name)


def _word(part: str) -> Word:
    initial = re.fullmatch(r"(?:[^\W\d_]{1,2}\.-?)+(?:[^\W\d_]\.?)?|[^\W\d_]", part) is not None
    low = _ARTICLE.sub("", part.lower())
    forms = frozenset({low[0]}) if initial else frozenset()
    if initial:
        return Word(part, frozenset({skeleton(low.replace(".", "")[:1])}), initial=True)
    bones = {skeleton(low), skeleton(low.replace("x", "kh"))}
    named = {name for form in (low, *bones) for name in _aliases().get(form, ())}
    forms = frozenset((bones | named) - {""})
    return Word(part, forms, patronymic=_PATRONYMIC.fullmatch(low) is not None)


def _placed(word: Word, place: int, count: int) -> Word:
    """A patronymic is never the first word nor one of two: «Gurbanguly Berdimuhamedov»."""
    return word if place and count > 2 else Word(word.text, word.forms, word.initial)


@cache
def skeleton(word: str) -> str:
    """A word folded to what all transliterations of it share."""
    low = unicodedata.normalize("NFC", word).lower().translate(_KAZAKH)
    if _CYRILLIC.search(low):
        low = str(iuliia.WIKIPEDIA.translate(low)).lower()
    low = "".join(_LATIN.get(letter, letter) for letter in low)
    bare = "".join(c for c in unicodedata.normalize("NFKD", low) if c.isascii() and c.isalpha())
    for pattern, to in _SKELETON:
        bare = pattern.sub(to, bare)
    return bare


@cache
def _aliases() -> dict[str, frozenset[str]]:
    """Word of a name, as written or as skeleton → the names it goes by."""
    found: dict[str, set[str]] = {}
    for form, name in _rows("aliases.tsv"):
        for spelled in (form, skeleton(form)):
            found.setdefault(spelled, set()).add(f"={name}")
    return {form: frozenset(names) for form, names in found.items()}


@cache
def _syllables() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("palladius.tsv")}


def _rows(name: str, columns: int = 2) -> list[tuple[str, ...]]:
    """A table of so many columns that lies beside the ontology's own."""
    text = (files("elshi.ontology") / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")][1:]
    return [tuple(line.split("\t", columns - 1)) for line in lines]


def _pinyin(name: str) -> str | None:
    """A Chinese name in Palladius' spelling → pinyin; None where it is no Chinese name."""
    parts = name.lower().split()
    if not 2 <= len(parts) <= 3 or not _CYRILLIC.search(name):
        return None
    spelled = [_read_syllables(part.replace("-", "").replace("ъ", "")) for part in parts]
    counts = [len(read) for read in spelled]
    if not all(counts) or sum(counts) > 4 or counts[0] > 2:
        return None
    return " ".join("".join(read) for read in spelled)


def surname_first(name: str) -> bool:
    """Whether a name of two or three words is Chinese or Korean: its first word is the surname."""
    return len(name.split()) in {2, 3} and bool(_pinyin(name) or _latin(name) or _korean(name))


def _latin(name: str) -> bool:
    """Whether a name is Chinese in Latin letters: a syllable, and one or two more."""
    surname, *given = name.lower().split()
    known = frozenset(_syllables().values())
    word = "".join(given)
    cuts = (word[:n] in known and (n == len(word) or word[n:] in known) for n in range(1, 7))
    return surname in known and any(cuts)


@cache
def _korean(name: str) -> str | None:
    """A Korean name, in either script, as one spelling; None where it is none: «Юн Сок Ёль»,
    "Yoon Suk-yeol" and "Yoon Suk Yeol" are surname and two syllables."""
    parts = re.split(r"[\s-]+", name.lower().replace("ё", "е").strip())
    known = _korean_syllables()
    if len(parts) != 3 or not all(part in known for part in parts) or not known[parts[0]][1]:
        return None
    surname, first, second = (known[part][0] for part in parts)
    return f"{surname} {first}{second}"


@cache
def _korean_syllables() -> dict[str, tuple[str, bool]]:
    """Syllable as written → one spelling, and whether it can be a surname."""
    rows = _rows("korean.tsv", 3)
    return {form.replace("ё", "е"): (name, role == "s") for form, name, role in rows}


def _read_syllables(word: str) -> tuple[str, ...]:
    """The syllables of a word, the longest first; none where it cannot be cut into them."""
    if not word:
        return ()
    for size in range(min(6, len(word)), 0, -1):
        syllable = _syllables().get(word[:size])
        rest = _read_syllables(word[size:]) if syllable else ()
        if syllable and (rest or size == len(word)):
            return (syllable, *rest)
    return ()


def _weight(name: Sequence[Word]) -> tuple[int, int]:
    """How full a name is: whole words, then all."""
    return (sum(not w.initial and not w.patronymic for w in name), len(name))


def _compared(short: Sequence[Word], full: Sequence[Word]) -> Verdict:
    """Each word of the shorter name must be found in the fuller one."""
    own = [word for word in short if not word.patronymic] or short
    left, scores = list(full), []
    for word in sorted(own, key=lambda word: word.initial):
        best = max(left, key=lambda other: _alike(word, other), default=None)
        score = _alike(word, best) if best is not None else 0.0
        if best is None or score == 0.0:
            return Verdict("different", 0.0, f"«{word.text}» has no counterpart")
        left.remove(best)
        scores.append(score)
    return _verdict(own, full, min(scores))


def _verdict(own: Sequence[Word], full: Sequence[Word], score: float) -> Verdict:
    whole = [word for word in own if not word.initial]
    initials = any(word.initial for word in own)
    if len(whole) >= 2:
        reason = "all words agree" if score == 1.0 else "all words agree, allowing for spelling"
        return Verdict("same", 0.98 * score, reason)
    if len(whole) == 1 and initials and len(full) > 1:
        return Verdict("same", 0.9 * score, "surname and initial agree")
    if len(whole) == 1 and len(full) == 1:
        return Verdict("possible", 0.7 * score, "one word each, and it agrees")
    return Verdict("possible", 0.6 * score, f"only «{whole[0].text if whole else ''}» is given")


def _alike(one: Word, other: Word) -> float:
    """How alike two words of names are: 1 the same skeleton or alias, 0 different."""
    if one.initial or other.initial:
        letters = ({form.lstrip("=")[:1].lower() for form in w.forms} for w in (one, other))
        return 1.0 if set.intersection(*letters) else 0.0
    if one.forms & other.forms:
        return 1.0
    return max((_near(a, b) for a in one.forms for b in other.forms), default=0.0)


def _near(a: str, b: str) -> float:
    """How near two skeletons are; 0 below the threshold, for short words and other beginnings."""
    if a.startswith("=") or b.startswith("=") or min(len(a), len(b)) < 4:
        return 0.0
    if (
        _opening(a) != _opening(b)
        or max(len(a), len(b)) < 5
        or min(len(_consonants(a)), len(_consonants(b))) < 3
    ):
        return 0.0
    close = ratio(a, b)
    if close >= _NEAR or (close >= _VOWELS and _consonants(a) == _consonants(b)):
        return close / 100
    return 0.0


def _consonants(bones: str) -> str:
    """What is left when vowels and the h that languages drop are taken out."""
    return re.sub(r"[aeiouh]", "", bones).replace("g", "k")


def _opening(bones: str) -> str:
    """The first letter; vowels count as one, and g as k: Aripov, Oripov; Gafarova, Qafarova."""
    return "a" if bones[0] in "aeiou" else bones[0].replace("g", "k")
