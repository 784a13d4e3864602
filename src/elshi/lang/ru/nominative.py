"""The nominative of a name, whichever case it stands in.

    с Урсулой фон дер Ляйен    ins fem     Урсула фон дер Ляйен
    к Си Цзиньпину             dat masc    Си Цзиньпин
    у Биньямина Нетаньяху      gen masc    Биньямин Нетаньяху

Case and gender hold for the whole name, so they are chosen for all its words together: each
pair of a case and a gender is scored by the best nominative that it gives to each word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from elshi.lang.ru import models
from elshi.lang.ru.morph import CASES, fold
from elshi.ontology.tables import rows

CONSONANT = "бвгджзклмнпрстфхцчшщ"
_VOWEL = "аеёиоуыэюя"
_HUSH = "[жшщчц]"
_HARD = "[гкхжшщч]"
_POSSESSIVE = "(?:ов|ев|ёв|ин|ын)"

# gender, cases, ending as it stands, ending of the nominative, what the stem must end in, how
# likely at sight. The stem's last letter decides; the news vocabulary decides among what is left.
_BACK: tuple[tuple[str, str, str, str, str, float], ...] = (
    ("masc", "ins", "ым", "", _POSSESSIVE, 1.5),
    ("masc", "ins", "ым", "ый", "[^гкхжшщчц]", 0.4),
    ("masc", "ins", "ым", "ой", "[^гкхжшщчцс]", 0.1),
    ("masc", "ins", "им", "ий", ".", 0.9),
    ("masc", "ins", "ом", "", f"[{CONSONANT}]", 1.0),
    ("masc", "ins", "ем", "", _HUSH, 1.0),
    ("masc", "ins", "ем", "й", f"[{_VOWEL}]", 1.0),
    ("masc", "ins", "ем", "ь", f"[{CONSONANT}]", 0.8),
    ("masc", "ins", "ем", "я", ".", -1.0),
    ("masc", "ins", "цем", "ец", f"[{CONSONANT}]", 0.2),
    ("masc", "ins", "цом", "ец", f"[{CONSONANT}]", 0.6),
    ("masc", "ins", "ой", "а", f"[{CONSONANT}]", 0.8),
    ("masc", "ins", "ей", "я", ".", 0.7),
    ("masc", "ins", "ей", "а", _HUSH, 0.9),
    ("masc", "gen acc", "ого", "ий", "[гкхсц]к|[гкхжшщч]", 1.2),
    ("masc", "gen acc", "ого", "ый", "[^гкхжшщч]", 0.9),
    ("masc", "gen acc", "ого", "ой", "[^жшщч]", 0.4),
    ("masc", "gen acc", "его", "ий", ".", 0.9),
    ("masc", "gen acc", "а", "", f"[{CONSONANT}]", 1.0),
    ("masc", "gen acc", "ца", "ец", f"[{CONSONANT}]", 0.2),
    ("masc", "gen acc", "я", "й", "[аеёоуыэюя]", 1.0),
    ("masc", "gen acc", "я", "й", "и", 0.2),
    ("masc", "gen acc", "я", "ь", f"[{CONSONANT}]", 0.9),
    ("masc", "gen", "ы", "а", f"[{CONSONANT}]", 0.8),
    ("masc", "gen", "и", "а", _HARD, 0.6),
    ("masc", "gen", "и", "я", "[^гкхжшщч]", 0.4),
    ("masc", "acc", "у", "а", f"[{CONSONANT}]", 0.6),
    ("masc", "acc", "ю", "я", ".", 0.6),
    ("masc", "dat", "ому", "ий", "[гкхсц]к|[гкхжшщч]", 1.2),
    ("masc", "dat", "ому", "ый", "[^гкхжшщч]", 0.9),
    ("masc", "dat", "ому", "ой", "[^жшщч]", 0.4),
    ("masc", "dat", "ему", "ий", ".", 0.9),
    ("masc", "dat", "у", "", f"[{CONSONANT}]", 1.0),
    ("masc", "dat", "цу", "ец", f"[{CONSONANT}]", 0.2),
    ("masc", "dat", "ю", "й", f"[{_VOWEL}]", 1.0),
    ("masc", "dat", "ю", "ь", f"[{CONSONANT}]", 0.9),
    ("masc", "dat loc", "е", "а", f"[{CONSONANT}]", 0.8),
    ("masc", "dat loc", "е", "я", ".", 0.5),
    ("masc", "dat loc", "и", "я", "и", 0.6),
    ("masc", "loc", "е", "", f"[{CONSONANT}]", 1.0),
    ("masc", "loc", "е", "й", f"[{_VOWEL}]", 0.9),
    ("masc", "loc", "е", "ь", f"[{CONSONANT}]", 0.6),
    ("masc", "loc", "и", "й", "и", 0.9),
    ("masc", "loc", "ом", "ий", "[сц]к", 1.0),
    ("masc", "loc", "ом", "ый", f"[{CONSONANT}]", 0.3),
    ("fem", "gen dat ins loc", "ой", "а", _POSSESSIVE, 1.4),
    ("fem", "gen dat ins loc", "ой", "ая", "[сц]к", 1.3),
    ("fem", "gen dat ins loc", "ой", "ая", f"[{CONSONANT}]", 0.2),
    ("fem", "gen dat ins loc", "ей", "яя", "н", 0.2),
    ("fem", "gen dat ins loc", "ей", "ая", _HUSH, 0.2),
    ("fem", "ins", "ой", "а", f"[{CONSONANT}]", 1.0),
    ("fem", "ins", "ей", "я", ".", 0.9),
    ("fem", "ins", "ей", "а", _HUSH, 1.0),
    ("fem", "ins", "ью", "ь", f"[{CONSONANT}]", 1.0),
    ("fem", "gen", "ы", "а", f"[{CONSONANT}]", 1.0),
    ("fem", "gen", "и", "а", _HARD, 0.9),
    ("fem", "gen", "и", "я", "[^гкхжшщч]", 0.6),
    ("fem", "gen dat loc", "и", "ь", f"[{CONSONANT}]", 0.2),
    ("fem", "dat loc", "е", "а", f"[{CONSONANT}]", 0.9),
    ("fem", "dat loc", "е", "я", ".", 0.7),
    ("fem", "dat loc", "и", "я", "и", 1.0),
    ("fem", "acc", "у", "а", f"[{CONSONANT}]", 1.0),
    ("fem", "acc", "ю", "я", ".", 0.9),
    ("fem", "acc", "ую", "ая", f"[{CONSONANT}]", 1.2),
)
_ASKED = 1.6
"""What the preposition or the post before a name weighs, beside 1.2 for the model's own case of
each word: it is right more often on a name that it has never seen."""
_OBLIQUE = ("gen", "dat", "acc", "ins", "loc")
GENDERS = ("masc", "fem")
_NAMES = frozenset({"Name", "Surn", "Patr"})
_GENDER = {"masc": "masc", "femn": "fem", "ms-f": ""}
_SYLLABLE = re.compile(r"(?:[нйл]|нь)(?:а|у|я|ю|ом|ем|е)$")
"""No syllable of Chinese or Korean ends so: «Сюэсяна» is an oblique case."""
_SLOPE = re.compile(r"(?:ом|ем|ым|им|ого|его|ому|ему|ой|ую)$")
"""Endings that a name in the nominative seldom has."""


class Choice(NamedTuple):
    """A nominative that a word may have, and how likely it is."""

    form: str
    score: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name with what the model of the sentence says of it."""

    text: str
    case: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Nominative:
    """A name's words in the nominative, with the case and the gender in which they stood."""

    words: tuple[str, ...]
    case: str
    gender: str
    margin: float

    def favoured(self, more: float) -> Nominative:
        """The same, likelier."""
        return replace(self, margin=self.margin + more)


def nominative(
    words: Sequence[Word], *, cases: str = "", seen: frozenset[str] = frozenset()
) -> Nominative:
    """The nominative of a name.

    `cases`: those that the words before it ask for; `seen`: names (folded) that stand in the
    nominative elsewhere in the text.
    """
    moving = _moving(words)
    readings = (
        _read(words, moving, (case, gender), seen).favoured(_ASKED * (case in cases.split()))
        for case in ("nom", *_OBLIQUE)
        for gender in GENDERS
    )
    ranked = sorted(readings, key=lambda read: -read.margin)
    best = ranked[0]
    other = next((r.margin for r in ranked if r.words != best.words), best.margin - 9)
    rival = next(r.margin for r in ranked if r.gender != best.gender)
    gender = best.gender if best.margin - rival > 0.4 else ""
    return Nominative(best.words, best.case, gender, best.margin - other)


def name_gender(word: str) -> str:
    """Gender of a given name or a patronymic, by the dictionary; empty where unsure."""
    if role(word) in GENDERS:
        return role(word)
    found = {
        _GENDER.get(str(p.tag.gender), "")
        for p in models.parses(word)
        if p.is_known and ("Name" in p.tag or "Patr" in p.tag)
    }
    return found.pop() if len(found) == 1 else ""


@cache
def role(word: str) -> str:
    """What a small word is in a name: `particle`, `asian`, `fixed`, or nothing."""
    return _roles().get(fold(word), "")


@cache
def _roles() -> dict[str, str]:
    table = files(__package__) / "name_words.tsv"
    return {form: role for form, role in rows(table, "form", "role")}  # noqa: C416 - typed pairs


def _moving(words: Sequence[Word]) -> tuple[bool, ...]:
    """Which words change with case: no initials, no particles, of Asian names the last alone."""
    last = len(words) - 1
    asian = _is_asian(words)
    return tuple(
        not (asian and n < last) and len(word.text) > 1 and _cyrillic(word.text)
        and role(word.text) not in {"particle", "fixed"} and not word.text.endswith(".")
        for n, word in enumerate(words)
    )  # fmt: skip


def _is_asian(words: Sequence[Word]) -> bool:
    """«Си Цзиньпин», «Ким Чен Ын»: a family name of one syllable first."""
    first, *rest = words
    return bool(rest) and role(first.text) == "asian" and not any(map(_is_given, rest))


def _is_given(word: Word) -> bool:
    return len(word.text) > 11 or bool(name_gender(word.text))


def _cyrillic(word: str) -> bool:
    return "а" <= fold(word)[-1] <= "я"


def _read(
    words: Sequence[Word], moving: Sequence[bool], reading: tuple[str, str], seen: frozenset[str]
) -> Nominative:
    """A name read as one case and gender; its margin is the score."""
    case, gender = reading
    score, forms = 0.0, []
    for n, word in enumerate(words):
        score += 1.2 * (word.case == case) + 0.6 * (word.gender == gender)
        score -= 3.0 * (role(word.text) in GENDERS and role(word.text) != gender)
        if not moving[n]:
            forms.append(word.text)
            continue
        best = max(
            (_with_evidence(c, seen) for c in choices(word.text, case, gender)),
            key=lambda choice: choice.score,
        )
        score += best.score
        forms.append(best.form)
    if case == "nom" and _is_asian(words) and _SYLLABLE.search(fold(words[-1].text)):
        score -= 1.5
    return Nominative(tuple(forms), case, gender, score - 0.3 * (case == "loc"))


def _with_evidence(choice: Choice, seen: frozenset[str]) -> Choice:
    return Choice(choice.form, choice.score + 2.5) if fold(choice.form) in seen else choice


@lru_cache(1 << 15)
def choices(word: str, case: str, gender: str) -> tuple[Choice, ...]:
    """The nominatives that a word in this case and gender may have; never empty."""
    if "-" in word.strip("-"):
        return tuple(_hyphened(word, case, gender))
    if case == "nom":
        return (Choice(word, _as_it_stands(word, gender)),)
    found = [Choice(word, _unchanged(word, case, gender))]
    found += _by_dictionary(word, case, gender)
    found += _by_ending(word, case, gender)
    return tuple(found)


def _hyphened(word: str, case: str, gender: str) -> Iterator[Choice]:
    """«Касым-Жомартом», «Косиняком-Камышем»: the last part changes, the others where they must."""
    *first, last = word.split("-")
    for choice in choices(last, case, gender):
        forms = [_part(part, case, gender) for part in first]
        whole = "-".join([*(form for form, _ in forms), choice.form])
        yield Choice(whole, choice.score + sum(bonus for _, bonus in forms) + _known(whole))


def _part(part: str, case: str, gender: str) -> tuple[str, float]:
    if case == "nom" or role(part) or part.endswith(("ым", "им")) or not _SLOPE.search(fold(part)):
        return part, 0.0  # Касым-, Ибрагим-: no adjective stands first in a double name
    best = max(choices(part, case, gender), key=lambda choice: choice.score)
    return best.form, 0.1


def _by_dictionary(word: str, case: str, gender: str) -> Iterator[Choice]:
    for parse in models.parses(word):
        tag = parse.tag
        if not (parse.is_known and _NAMES & tag.grammemes and _fits(tag, case, gender)):
            continue
        form = parse.inflect({"nomn", "sing", "femn" if gender == "fem" else "masc"})
        if form is not None:
            yield Choice(styled(form.word, word), 2.6 + 0.5 * ("Patr" in tag))


def _fits(tag: object, case: str, gender: str) -> bool:
    """Whether a tag of pymorphy is in the singular, in this case and gender."""
    grammemes = str(tag).replace(" ", ",").split(",")
    right_case = any(CASES.get(g) == case for g in grammemes)
    right_gender = any(_GENDER.get(g) in {gender, ""} for g in grammemes if g in _GENDER)
    return right_case and right_gender and "plur" not in grammemes


def _by_ending(word: str, case: str, gender: str) -> Iterator[Choice]:
    low = word.lower()
    for sex, cases, ending, nom, stem, score in _BACK:
        if sex != gender or case not in cases or not low.endswith(ending):
            continue
        rest = low[: len(low) - len(ending)]
        if len(rest) > 1 and re.search(f"(?:{stem})$", rest):
            form = styled(rest + nom, word)
            listed = 1.6 * (role(form) == gender)
            yield Choice(form, score + listed + _attested(form, rest, word))


_ENDINGS = ("", "а", "я", "ь", "й", "у", "ю", "ом", "ем", "ой", "ей", "ы", "и", "е", "ым", "ою")


def _attested(form: str, stem: str, word: str) -> float:
    """How well the press knows a nominative, or else the other cases of it."""
    if _known(form):
        return 1.0
    return 0.7 if _declines(stem, word.lower()) else 0.0


@lru_cache(1 << 14)
def _declines(stem: str, word: str) -> bool:
    """Whether the press has a stem with another ending than that of this word."""
    if len(stem) < 3:
        return False
    return any(stem + e in models.vocabulary() for e in _ENDINGS if stem + e != word)


def _known(form: str) -> float:
    """A form that the press uses: in the vocabulary of a billion words of news."""
    return 1.0 if form.lower() in models.vocabulary() else 0.0


def _unchanged(word: str, case: str, gender: str) -> float:
    """How likely a name stands in an oblique case as it stands in the nominative."""
    low = fold(word)
    end = low[-1]
    known = 0.6 * _known(word) * (not _declines(low[:-1], low)) + 1.6 * _is_fixed(word, gender)
    if end == "о" and _SLOPE.search(low):
        return 0.2 + known
    if end in "оэ":
        return 1.2 + known
    if end in "иуюые":
        return (1.0 if low[-2] in _VOWEL else 0.75) + known
    if gender == "fem" and _SLOPE.search(low):
        return known + 0.2
    if gender == "fem":
        return known + (1.0 if end in CONSONANT else 0.6 if end in "ьй" else -0.6)
    return known - (1.5 if end in CONSONANT else 0.0 if low.endswith("ия") else 1.0)


def _is_fixed(word: str, gender: str) -> bool:
    return any(
        p.is_known and "Fixd" in p.tag and {"Name", "Surn"} & p.tag.grammemes
        and _GENDER.get(str(p.tag.gender), "") in {gender, ""}
        for p in models.parses(word)
    )  # fmt: skip


def _as_it_stands(word: str, gender: str) -> float:
    """How likely a word is the nominative of a name of this gender."""
    low = fold(word)
    score = 0.8 + 0.4 * _known(word) - 0.9 * bool(_SLOPE.search(low))
    if role(word) == gender:
        return score + 2.0
    for parse in models.parses(word):
        tag = parse.tag
        if parse.is_known and _NAMES & tag.grammemes and _fits(tag, "nom", gender):
            return score + 2.0 + 0.5 * ("Patr" in tag)
    if gender == "fem":
        return score - (0.5 if low[-1] in CONSONANT + "й" else 0.0)
    return score - 0.6 * bool(re.search(_POSSESSIVE + "а$|ская$|цкая$", low))


def styled(form: str, like: str) -> str:
    """A form with the capitals of the word that it comes from."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    kept = "".join(a if fold(a) == fold(b) else b for a, b in zip(like, form, strict=False))
    return kept + form[len(like) :]
