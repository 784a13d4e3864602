"""Which language a text is in: by its letters and small words first, by a model where unclear."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from elshi.errors import NoPack
from elshi.extract.tables import rows
from elshi.lang import codes

_SAMPLE = 6000
"""Characters looked at: the language of a report does not change after them."""
_FEW = 150
"""Fewer letters than this decide nothing against the script's own pack."""
_SURE = 1.15
"""How much more frequent the best language's small words and letters are than the next one's."""
_STRONG = 0.2
"""The share of small words that overrules what the letters say."""
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259\u1e00-\u1eff]+")
_LETTER = re.compile(r"[^\W\d_]+")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_FOREIGN = re.compile("[їєґўјљњђћџѓќѕӣӯҷҳҗҙҫҡ]", re.IGNORECASE)
_RUSSIAN = re.compile("[ыэё]", re.IGNORECASE)
_NOT_KYRGYZ = re.compile("[қғәұ]", re.IGNORECASE)
_RUSSIAN_WORDS = re.compile(
    r"\b(?:и|в|во|на|с|со|по|что|не|для|из|от|о|об|к|за|при|до|у|его|как)\b|(?:ый|ого|ился|ает|ла|ли)\b",
    re.IGNORECASE,
)
_NOT_ENGLISH = re.compile("[\u00c0-\u024f\u0259\u1e00-\u1eff]")
_THE = re.compile(r"\b(?:the|of|and|to|in|for|with|that)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\W\d_’'ʻ‘]*")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…\n]*")
_ALIASES = {"kz": "kk", "kaz": "kk", "rus": "ru", "eng": "en"}
_OTHER_SCRIPTS = (
    ("Chinese or Japanese", re.compile("[\u3040-\u30ff\u3400-\u9fff]")),
    ("Korean", re.compile("[\uac00-\ud7af]")),
    ("Arabic script", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("Georgian", re.compile("[\u10a0-\u10ff]")),
    ("Armenian", re.compile("[\u0530-\u058f]")),
    ("Greek", re.compile("[\u0370-\u03ff]")),
    ("Hebrew", re.compile("[\u0590-\u05ff]")),
    ("an Indian script", re.compile("[\u0900-\u0dff]")),
    ("Thai", re.compile("[\u0e00-\u0e7f]")),
)


@dataclass(frozen=True, slots=True)
class _Profile:
    code: str
    name: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]


@cache
def _profiles() -> tuple[_Profile, ...]:
    return tuple(
        _Profile(
            row["code"],
            row["name"],
            row["script"],
            frozenset(row["letters"]),
            frozenset(row["words"].split()),
        )
        for row in rows("languages.tsv")
    )


def language(text: str) -> str:
    """The ISO 639-1 code of the pack that reads this text.

    Raises NoPack, naming the language it seems to be in, where there is no pack for it. A text
    without a single letter counts as English: no pack reads anything from it.
    """
    return _packed(_language(text[:_SAMPLE]))


def given_language(said: str) -> str:
    """The pack that an input's `lang` field asks for (`ru`, `kk-KZ`, `eng`)."""
    code = re.split(r"[-_]", said.strip().lower())[0]
    return _packed(_ALIASES.get(code, code))


def _packed(code: str) -> str:
    if code in _packs():
        return code
    there = ", ".join(_packs())
    if code == "kk-latn":
        raise NoPack(
            "not read: script: it seems to be Kazakh in Latin letters, and the Kazakh pack reads"
            " Cyrillic; give the Cyrillic version of the page"
        )
    name = next((profile.name for profile in _profiles() if profile.code == code), code)
    raise NoPack(
        f"it seems to be in {name}, and there are packs for {there} only;"
        " if that is wrong, say so in the field 'lang'"
    )


def _count(runs: re.Pattern[str], text: str) -> int:
    """How many letters of a kind, counted by runs: a list of each letter takes thrice as long."""
    return sum(map(len, runs.findall(text)))


@cache
def _packs() -> tuple[str, ...]:
    return codes()


def _language(text: str) -> str:
    cyrillic, latin = _count(_CYRILLIC, text), _count(_LATIN, text)
    if cyrillic * 4 < len(text) and (cyrillic + latin) * 3 < _count(_LETTER, text):
        return _other_script(text)
    if not cyrillic + latin:
        return "en"
    # Names of firms, addresses, lines of code in Latin letters stand in many a Russian report.
    return _in_cyrillic(text, cyrillic) if cyrillic * 8 >= latin else _in_latin(text, latin)


def _other_script(text: str) -> str:
    found = ((len(letters.findall(text)), name) for name, letters in _OTHER_SCRIPTS)
    count, name = max(found)
    return name if count else "an unknown script"


def _in_cyrillic(text: str, letters: int) -> str:
    kazakh, foreign = len(_KAZAKH.findall(text)), len(_FOREIGN.findall(text))
    if foreign * 200 <= letters:
        if kazakh * 100 <= letters:
            clear = letters < _FEW or len(_RUSSIAN.findall(text)) * 200 >= letters
            return "ru" if clear else _by_words(text, "cyrillic", prior="ru")
        if kazakh * 12 >= letters and _KAZAKH_ONLY.search(text):
            return "kk"
    return _by_sentences(text)


_KAZAKH_ONLY = re.compile(
    "[ұһ]|ә[^ә]*[қғ]|[қғ][^қғ]*[әі]|і[^і]*[қғңүө]|[ңүө][^ңүө]*і", re.IGNORECASE
)
"""Letters that together only Kazakh has."""


def _in_latin(text: str, letters: int) -> str:
    strange = len(_NOT_ENGLISH.findall(text))
    words = text.count(" ") + 1
    if strange * 100 <= letters and len(_THE.findall(text)) * 10 >= words:
        return "en"
    plain = not strange and letters < _FEW
    return _by_words(text, "latin", prior="en" if plain else "")


def _by_sentences(text: str) -> str:
    """The language of most of the text: bilingual pages are read in the larger part's."""
    shares: Counter[str] = Counter()
    for match in _SENTENCE.finditer(text):
        if letters := _count(_CYRILLIC, match[0]):
            shares[_of_sentence(match[0], letters)] += letters
    (best, _), *rest = shares.most_common()
    if best in ("ru", "kk") and sum(count for _, count in rest) * 5 < shares[best]:
        return best if best == "kk" else _by_words(text, "cyrillic", prior="ru")
    by_words = _by_words(text, "cyrillic")
    return best if by_words in shares and by_words in ("ru", "kk") else by_words


def _of_sentence(sentence: str, letters: int) -> str:
    kazakh = len(_KAZAKH.findall(sentence))
    if len(_FOREIGN.findall(sentence)) * 50 > letters:
        return "other"
    if kazakh * 20 >= letters and _KAZAKH_ONLY.search(sentence):
        return "kk"
    own = _NOT_KYRGYZ.search(sentence)
    if own and kazakh * 40 >= letters and not _RUSSIAN_WORDS.search(sentence):
        return "kk"
    return "ru" if kazakh * 50 <= letters else "other"


def _by_words(text: str, script: str, *, prior: str = "") -> str:
    """The language whose small words and own letters are the most; else the model's guess."""
    words = Counter(word.lower() for word in _WORD.findall(text))
    chars = Counter(text.lower())
    scores = {
        profile.code: _score(profile, words, chars)
        for profile in _profiles()
        if profile.script == script
    }
    first, second = sorted(scores, key=lambda code: -scores[code])[:2]
    if scores[first] > _SURE * scores[second] and scores[first] > (_STRONG if prior else 0):
        return first
    return prior or _by_model(text, script, (first, second) if scores[first] else ())


def _score(profile: _Profile, words: Counter[str], chars: Counter[str]) -> float:
    small = sum(words[word] for word in profile.words) / max(1, words.total())
    own = sum(chars[letter] for letter in profile.letters) / max(1, chars.total())
    return small + 2 * own


def _by_model(text: str, script: str, among: tuple[str, ...]) -> str:
    """What py3langid says, of the packs' languages and of those that the words left possible."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    fitting = {"cyrillic": {"ru", "kk"}, "latin": {"en"}}[script] | set(among)
    known = sorted(fitting & set(model.labels))
    model.set_languages(known)
    return str(model.classify(text)[0])


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
