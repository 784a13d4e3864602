"""Kazakh verbs: stem, voice, negation, tense and form under the endings.

    кездеспеді          кездеспек        талқыланды            қатысқандар        кездесетін
    кездес +not +past   кездес +plan     талқыла +passive +past қатыс +part +plur  кездес +habitual

Only stems of `verbs.tsv` are read as verbs: a word of unknown stem ending in -ды may be an
accusative as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from elshi.lang.kk.morph import SOUNDS
from elshi.ontology.tables import rows
from elshi.turkic import Suffix, class_of, endings, harmony_of

_C = frozenset({"nasal", "liquid", "glide", "sibilant", "voiceless"})
_V = frozenset({"vowel"})
_NOUNLIKE = frozenset({"part", "inf", "habitual", "plan"})
_NAMED = _NOUNLIKE | {"plur", "his", "our", "your", "my"}

_NOT = (Suffix("BA", "not"),)
_FORMS = (
    Suffix("DI", "past"),
    Suffix("п", "conv", _V | {"not"}),
    Suffix("Iп", "conv", _C),
    Suffix("пTI", "narr", _V | {"not"}),
    Suffix("IпTI", "narr", _C),
    Suffix("GAн", "part"),
    Suffix("й", "pres", _V | {"not"}),
    Suffix("A", "pres", _C),
    Suffix("йTIн", "habitual", _V | {"not"}),
    Suffix("AтIн", "habitual", _C),
    Suffix("йTIн", "habitual", _V),
    Suffix("у", "inf"),
    Suffix("BAK", "plan"),
    Suffix("BAKшI", "plan"),
    Suffix("сA", "cond"),
    Suffix("Aр", "aorist", _C),
    Suffix("р", "aorist", _V),
    Suffix("с", "aorist", frozenset({"not"})),
    Suffix("GAлI", "purpose"),
    Suffix("GIсI", "wish"),
    Suffix("сIн", "jussive"),
    Suffix("AйIK", "jussive", _C),
    Suffix("йIK", "jussive", _V),
    Suffix("сAK", "cond"),
    Suffix("GAндAй", "likeness"),
    Suffix("GAнша", "purpose"),
    Suffix("GAнше", "purpose"),
)
_PLURAL = (
    Suffix("лAр", "plur", frozenset({"inf"})),
    Suffix("дAр", "plur", frozenset({"part", "habitual"})),
)
_OWNER = (
    Suffix("I", "his", _NOUNLIKE | {"plur"}),
    Suffix("дIGI", "his", frozenset({"part", "habitual"})),  # келгендігін, өтетіндігін
    Suffix("Iм", "my", _NOUNLIKE),
    Suffix("IмIз", "our", _NOUNLIKE),
    Suffix("IңIз", "your", _NOUNLIKE),
)
_END = (
    Suffix("NIң", "gen", _NAMED),
    Suffix("GA", "dat", _NAMED - {"his"}),
    Suffix("нA", "dat", frozenset({"his"})),
    Suffix("YI", "acc", _NAMED - {"his"}),
    Suffix("н", "acc", frozenset({"his"})),
    Suffix("DA", "loc", _NAMED - {"his"}),
    Suffix("нDA", "loc", frozenset({"his"})),
    Suffix("ZAн", "abl", _NAMED - {"his"}),
    Suffix("нAн", "abl", frozenset({"his"})),
    Suffix("Mен", "ins", _NAMED),
    Suffix("нDAGI", "loc", frozenset({"his"})),
    Suffix("DAGI", "loc", _NAMED - {"his"}),
    Suffix("дI", "third", frozenset({"pres"})),
    Suffix("мIн", "first", frozenset({"pres", "part", "plan"})),
    Suffix("мIз", "first", frozenset({"pres"})),
    Suffix("бIз", "first", frozenset({"part", "plan"})),
    Suffix("сIз", "second", frozenset({"pres", "part", "plan"})),
    Suffix("м", "first", frozenset({"past", "cond"})),
    Suffix("ңIз", "second", frozenset({"past", "cond"})),
)
CHAINS = endings((_NOT, _FORMS, _PLURAL, _OWNER, _END), SOUNDS)

_CASES = frozenset({"gen", "dat", "acc", "loc", "abl", "ins"})
_MARK_FORM = {
    "past": "finite", "narr": "finite", "third": "finite", "plan": "finite", "cond": "gerund",
    "aorist": "participle", "conv": "gerund", "pres": "gerund", "part": "participle",
    "habitual": "participle", "inf": "infinitive", "purpose": "gerund", "jussive": "finite",
    "wish": "gerund", "likeness": "gerund",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a word as a verb."""

    stem: str
    mood: str
    """past narr part pres habitual inf plan cond conv aorist purpose jussive."""
    passive: bool = False
    negated: bool = False
    case: str = ""
    """Of an infinitive or participle that stands as a noun."""
    possessive: bool = False
    person: str = ""
    plural: bool = False
    """«кездесулер», «қатысқандар»."""

    @property
    def lemma(self) -> str:
        """The infinitive: «кездесу», «қою», «тану»."""
        return infinitive(self.stem)

    @property
    def form(self) -> str:
        """finite, participle, gerund (a converb) or infinitive, as `pack.Token.form`."""
        if self.mood == "pres" and self.person:
            return "finite"
        return _MARK_FORM[self.mood]


def infinitive(stem: str) -> str:
    """The infinitive of a stem: қой → қою, таны → тану, тап → табу, шық → шығу."""
    if stem[-1] == "й":
        return stem[:-1] + "ю"
    if stem[-1] in "ыі":
        return stem[:-1] + "у"
    if stem[-1] in _SOFT:
        return stem[:-1] + _SOFT[stem[-1]] + "у"
    return stem + "у"


_STANDING = {
    "отыр": "отыр", "жатыр": "жат", "тұр": "тұр", "жүр": "жүр",
    "отырмыз": "отыр", "жатырмыз": "жат", "тұрмыз": "тұр", "жүрміз": "жүр",
    "отырмын": "отыр", "жатырмын": "жат", "тұрмын": "тұр", "жүрмін": "жүр",
}  # fmt: skip
"""Verbs of posture, present in the bare stem: «талқылап жатыр», «сапармен жүр»."""
_SOFT = {"п": "б", "к": "г", "қ": "ғ"}


@lru_cache(maxsize=100_000)
def verb(word: str) -> Verb | None:
    """The reading of a folded word as a form of a known verb; None where it is none.

    The longest stem wins («қабылдан» before «қабылда»), then the longest ending.
    """
    if word in _STANDING:
        return Verb(_STANDING[word], "pres", person="third")
    for spelled, stem, passive in _candidates(word):
        found = list(_readings(word[len(spelled) :], spelled, stem, passive))
        if found:
            return min(found, key=_plainness)
    return None


def _plainness(made: Verb) -> int:
    return (made.negated is False) + (made.mood in {"jussive", "aorist", "purpose"}) * 2


def _candidates(word: str) -> Iterator[tuple[str, str, bool]]:
    table = _stems()
    for cut in range(min(len(word) - 1, 14), 0, -1):
        for stem, passive in table.get(word[:cut], ()):
            yield word[:cut], stem, passive


def _readings(rest: str, spelled: str, stem: str, passive: bool) -> Iterator[Verb]:
    for text, own in _spellings(rest, spelled):
        for ending in CHAINS.get(text, ()):
            row = harmony_of(own, SOUNDS)
            if not _MARK_FORM.keys() & set(ending.marks):
                continue
            if ending.stem_class == class_of(own, SOUNDS) and row in (None, ending.harmony):
                yield _verb(stem, passive, ending.marks)


def _spellings(rest: str, spelled: str) -> Iterator[tuple[str, str]]:
    """The ending as it is and, after a stem in й, with ю and я as й+у, й+а."""
    if rest[:1] in ("ю", "я"):
        yield {"ю": "у", "я": "а"}[rest[0]] + rest[1:], spelled + "й"
    elif rest:
        yield rest, spelled


def _verb(stem: str, passive: bool, marks: tuple[str, ...]) -> Verb:
    return Verb(
        stem=stem,
        mood=next(mark for mark in marks if mark in _MARK_FORM and mark != "third"),
        passive=passive,
        negated="not" in marks,
        case=next((mark for mark in marks if mark in _CASES), ""),
        possessive=not {"his", "my", "our", "your"}.isdisjoint(marks),
        plural="plur" in marks,
        person=next((m for m in marks if m in {"first", "second", "third"}), ""),
    )


@cache
def _stems() -> dict[str, list[tuple[str, bool]]]:
    """A stem as spelled before an ending → the stem as in the table, and whether passive."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for stem, passive in rows(files(__package__) / "verbs.tsv", "stem", "passive"):
        for spelled in _variants(stem):
            found.setdefault(spelled, []).append((stem, False))
        for made in [passive] if passive else _passives(stem):
            for spelled in _variants(made):
                found.setdefault(spelled, []).append((stem, True))
    return found


def _variants(stem: str) -> Iterator[str]:
    yield stem
    if stem[-1] in _SOFT:
        yield stem[:-1] + _SOFT[stem[-1]]
    elif stem[-1] == "й" or stem[-1] in "ыі":
        yield stem[:-1]


def _passives(stem: str) -> Iterator[str]:
    """Passive stems: талқыла-н, айт-ыл, ал-ын."""
    front = harmony_of(stem, SOUNDS) == "front"
    vowel, last = "іы"[not front], class_of(stem, SOUNDS)
    if last == "vowel":
        yield from (stem + "н", stem + "л")
    elif last == "liquid":
        yield f"{stem}{vowel}н"
    elif stem[-1] in _SOFT:
        yield f"{stem[:-1]}{_SOFT[stem[-1]]}{vowel}л"
    else:
        yield f"{stem}{vowel}л"


_LAST = re.compile(
    r"^(.{2,}?)(?:(ма|ме|ба|бе|па|пе)?(?:(ды|ді|ты|ті)|(ған|ген|қан|кен)|([аей]й?ды|[аей]ді)))$"
)


@lru_cache(maxsize=20_000)
def last_verb(word: str) -> Verb | None:
    """The reading of a sentence's last word as a verb, its stem known or not."""
    read = verb(word)
    match = _LAST.match(word)
    if read is not None or match is None:
        return read
    mood = "past" if match[3] else "part" if match[4] else "pres"
    return Verb(match[1], mood, negated=bool(match[2]), person="third" if mood == "pres" else "")
