"""The gazetteer in three languages: sentences → what stands in them; capitals, cases, signs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import razdel
from pymorphy3 import MorphAnalyzer

from elshi.ontology.compound import sides_in, stems
from elshi.ontology.gazetteer import Gazetteer, words
from elshi.ontology.words import Form, forms, gazetteer
from elshi.pack import Token
from elshi.records import Span

LANG = Path(__file__).parents[2] / "src" / "elshi" / "lang"
KAZAKH_ENDINGS = re.compile(
    "ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|ды|ді|"
    "ты|ті|ны|ні|дағы|дегі|тағы|тегі|на|не|нда|нде|н"
)


@cache
def russian() -> MorphAnalyzer:
    return MorphAnalyzer()


def ru_keys(word: str) -> tuple[str, ...]:
    lemmas = (parse.normal_form.replace("ё", "е") for parse in russian().parse(word))
    return tuple(dict.fromkeys(lemmas))


def kk_keys(word: str) -> tuple[str, ...]:
    small = word.lower()
    cuts = [n for n in range(2, len(small)) if KAZAKH_ENDINGS.fullmatch(small, n)]
    return (small, *(small[:n].rstrip("-") for n in cuts))


def en_keys(word: str) -> tuple[str, ...]:
    small = word.lower()
    return tuple(dict.fromkeys([small, small.removesuffix("s") if len(small) > 3 else small]))


def ru_tokens(text: str) -> list[str]:
    return [token.text for token in razdel.tokenize(text)]


def en_tokens(text: str) -> list[str]:
    pattern = r"(?:[A-Z]\.){2,}|['’]s\b|[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*|\d+|[^\w\s]"
    return re.findall(pattern, text)


READ: dict[str, tuple[Callable[[str], tuple[str, ...]], Callable[[str], list[str]]]] = {
    "ru": (ru_keys, ru_tokens),
    "kk": (kk_keys, words),
    "en": (en_keys, en_tokens),
}


@cache
def of(lang: str) -> Gazetteer[Form]:
    keys, tokenize = READ[lang]
    return gazetteer(LANG / lang, keys, tokenize=tokenize)


def tokens(lang: str, text: str) -> list[Token]:
    keys, tokenize = READ[lang]
    return [Token(Span(0, 0), word, word, keys(word), "X", 0) for word in tokenize(text)]


def said(form: Form) -> str:
    return f"{form.code}@{form.side}" if form.what == "institution" and form.side else form.code


def found(lang: str, text: str) -> list[str]:
    return [said(form) for _, _, form in of(lang).find(tokens(lang, text))]


RUSSIAN = {
    "formal name in the genitive": ("Президент Республики Казахстан принял посла", ["KZ"]),
    "long name before short": ("делегация Соединённых Штатов Америки", ["US"]),
    "abbreviations": ("послы РК, РФ, КНР и ОАЭ", ["KZ", "RU", "CN", "AE"]),
    "no abbreviation in small letters": ("на рф и сша", []),
    "ё written as е": ("Объединенные Арабские Эмираты", ["AE"]),
    "adjective": ("с казахстанскими и узбекскими коллегами", ["KZ", "UZ"]),
    "a child is no state": ("своего чада и мали", []),
    "no lemma of a homonym is a place": ("не день, при семье и мало", []),
    "though the sentence begins with it": ("Не переть. Мало дней", []),
    "Chad is one": ("министр из Чада", ["TD"]),
    "a continent is no state": ("страны Латинской Америки", ["-"]),
    "an ocean is no state": ("в Индийском океане", ["-"]),
    "a language is no state": ("на английском языке", ["-"]),
    "state and city of one name": ("в Сингапуре", ["SG", "SG"]),
    "city and its country": ("Переговоры в Нью-Йорке и Ново-Огарёво", ["US", "RU"]),
    "older name of a capital": ("саммит в Нур-Султане", ["KZ"]),
    "organisation within a longer one": (
        "на сессии Генеральной Ассамблеи ООН",
        ["UN General Assembly session"],
    ),
    "Security Council of the UN is no state's": ("Совет Безопасности ООН", ["UN Security Council"]),
    "Security Council of nobody named": ("секретарь Совета безопасности", ["security.council"]),
    "С5+1 with a Cyrillic letter": ("в рамках саммита «С5+1»", ["C5+1"]),
    "C5+1 with a Latin letter": ("саммит C5+1", ["C5+1"]),
    "a sign at the end": ("министры ОПЕК+", ["OPEC+"]),
    "format with a dash": ("саммит «Центральная Азия – Германия»", ["Central Asia – Germany"]),
    "Congress of religions is not America's": (
        "VII Съезд лидеров мировых и традиционных религий",
        ["Congress of Leaders of Religions"],
    ),
    "a Senate of nobody": ("Председатель Сената", ["parliament.upper"]),
    "the Senate of Kazakhstan": ("Сената Парламента Казахстана", ["parliament.upper", "KZ"]),
    "the Senate of the US": ("комитет Сената США", ["parliament.committee", "US"]),
    "Mazhilis": ("депутат Мажилиса", ["parliament.lower@KZ"]),
    "State Department": ("в Госдепартаменте", ["mfa@US"]),
    "Bundestag": ("члены Бундестага", ["parliament.lower@DE"]),
    "ministry and its state": ("в Министерстве энергетики Узбекистана", ["ministry.energy", "UZ"]),
    "European Commission": ("глава Еврокомиссии", ["eu.commission@EU"]),
    "seat of power, as side and as place": ("в Акорде", ["KZ", "KZ"]),
}  # fmt: skip

KAZAKH = {
    "state in the locative": ("Қазақстанда және Ресейде", ["KZ", "RU"]),
    "abbreviation with an ending": ("АҚШ-тың елшісі", ["US"]),
    "formal name": ("Қазақстан Республикасының Президенті", ["KZ"]),
    "adjective": ("ресейлік және америкалық әріптестер", ["RU", "US"]),
    "a continent is no state": ("Латын Америкасы елдері", ["-"]),
    "organisation": ("БҰҰ мен ЕҚЫҰ өкілдері", ["UN", "OSCE"]),
    "long name of an organisation": ("Шанхай ынтымақтастық ұйымының саммитінде", ["SCO summit"]),
    "C5+1": ("С5+1 саммиті", ["C5+1"]),
    "capital": ("Бейжіңде және Астанада", ["CN", "KZ"]),
    "Mazhilis": ("Мәжіліс депутаты", ["parliament.lower@KZ"]),
    "ministry": ("Сыртқы істер министрлігінде", ["mfa"]),
    "seat of power": ("Ақордада", ["KZ", "KZ"]),
}

ENGLISH = {
    "formal name": ("the Republic of Kazakhstan", ["KZ"]),
    "US is not us": ("The US told us so", ["US"]),
    "U.S. with stops": ("the U.S. delegation", ["US"]),
    "WHO is not who": ("the man who met WHO experts", ["WHO"]),
    "Turkey is not turkey": ("turkey was served in Turkey", ["TR"]),
    "the people's republic, apostrophe of the typesetter": ("People’s Republic of China", ["CN"]),
    "adjectives": ("Kazakh and Chinese ministers", ["KZ", "CN"]),
    "two Koreas": ("North Korea and South Korea", ["KP", "KR"]),
    "a peninsula is no state": ("on the Korean Peninsula", ["-"]),
    "possessive": ("Kazakhstan's Senate Speaker", ["KZ", "parliament.upper"]),
    "State Department": ("the State Department said", ["mfa@US"]),
    "General Assembly": ("at the UN General Assembly", ["UN General Assembly"]),
    "C5+1": ("the C5+1 summit", ["C5+1"]),
    "city": ("in Sharm el-Sheikh and Geneva", ["EG", "CH"]),
    "Kremlin, as side and as place": ("at the Kremlin", ["RU", "RU"]),
    "Federation Council": ("of the Federation Council", ["parliament.upper@RU"]),
}


@pytest.mark.parametrize(("text", "codes"), RUSSIAN.values(), ids=RUSSIAN)
def test_russian(text: str, codes: list[str]) -> None:
    assert found("ru", text) == codes


@pytest.mark.parametrize(("text", "codes"), KAZAKH.values(), ids=KAZAKH)
def test_kazakh(text: str, codes: list[str]) -> None:
    assert found("kk", text) == codes


@pytest.mark.parametrize(("text", "codes"), ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, codes: list[str]) -> None:
    assert found("en", text) == codes


COMPOUNDS = [
    ("ru", "казахстанско-американского", ("KZ", "US")),
    ("ru", "американо-китайских", ("US", "CN")),
    ("ru", "российско-казахстанско-узбекский", ("RU", "KZ", "UZ")),
    ("ru", "франко-германский", ("FR", "DE")),
    ("ru", "узбекско-шри-ланкийские", ("UZ", "LK")),
    ("ru", "Россия-ЕАЭС", ("RU", "EAEU")),
    ("ru", "торгово-экономический", ()),
    ("ru", "Нью-Йорк", ()),
    ("ru", "российский", ()),
    ("kk", "қазақ-америка", ("KZ", "US")),
    ("kk", "қазақстан-ресей", ("KZ", "RU")),
    ("kk", "сауда-экономикалық", ()),
    ("en", "Kazakh-US", ("KZ", "US")),
    ("en", "Sino-Russian", ("CN", "RU")),
    ("en", "EU–Kazakhstan", ("EU", "KZ")),
    ("en", "Franco-German", ("FR", "DE")),
    ("en", "so-called", ()),
]


@pytest.mark.parametrize(("lang", "word", "sides"), COMPOUNDS, ids=[c[1] for c in COMPOUNDS])
def test_compounds(lang: str, word: str, sides: tuple[str, ...]) -> None:
    keys, _ = READ[lang]
    assert sides_in(word, stems(forms(LANG / lang), keys), keys) == sides


def test_hits_are_half_open_ranges_of_tokens() -> None:
    text = "Главы МИД Республики Казахстан и США"
    hits = [(start, end, said(form)) for start, end, form in of("ru").find(tokens("ru", text))]
    assert hits == [(1, 2, "mfa"), (2, 4, "KZ"), (5, 6, "US")]


def test_a_longer_form_that_breaks_off_gives_the_shorter() -> None:
    small = Gazetteer.of([("Южная Корея", "KR"), ("Южная Корея и Япония", "pair")], ru_keys)
    hits = small.find(tokens("ru", "Южная Корея и Китай"))
    assert hits == [(0, 2, "KR")]


def test_nothing_is_found_in_nothing() -> None:
    assert of("ru").find([]) == []
