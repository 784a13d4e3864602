"""Sentences and words of a Russian text, with what each word is.

Глава   МИД   С.Лавров   прибыл   на   саммит   С5+1
NOUN    PROPN PROPN      VERB     ADP  NOUN     one word
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from elshi.lang.ru import models
from elshi.pack import Token
from elshi.records import Span

_CAPITAL = re.compile(r"(?<=[а-яё]) ([А-ЯЁ][а-яё]{4,})(?= [а-яё])")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_LONGEST = 250
"""Words in a sentence before it is cut in two: a table or a list without stops is no sentence,
and a tree costs the square of its length."""

_WHOLE = re.compile(
    r"""
      https?://[^\s<>«»"]+                                       # address of a page
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # of a mailbox
    | \b[\w-]+(?:\.[\w-]+)*\.(?:kz|ru|com|org|net|info|uz|kg|az|tj|tm|by|ua|am|ge|eu|int|me|tv|рф)\b
    | \b[A-ZА-ЯЁ]?\d{1,2}(?:\s?\+\s?\d{1,2})+\b                  # С5+1, 3+3
    | \b[иИ]\.\s?[оО]\.(?=\s)                                    # и. о.
    | \b[вВ]\.\s?[рР]\.\s?[иИ]\.\s?[оО]\.
    | \b[А-ЯЁ]\.-[А-ЯЁ]\.                                         # К.-Ж. Токаев
    | \b[вВ]р\.\s?и\.\s?о\.
    """,
    re.VERBOSE,
)
_OPEN_END = re.compile(
    r"(?:(?<![^\W\d_])[А-ЯЁ]\.|(?<![^\W\d_])(?:Дж|Ю|Я|К\.-Ж)\."
    r"|(?<![^\W\d_])(?:гг?|им|ул|пр|обл|св|проф|акад|ген|тов|гос|зам|нач|мин|деп|ред|корр|пос|д-р|г-н|г-жа|и\.\s?о)\.)$"
)
"""An initial or an abbreviation that stands before a name: no sentence ends there."""
_DATELINE = re.compile(
    r"(?=[^\n]{0,70}(?:[А-ЯЁA-Z]{4,}|/))[А-ЯЁA-Z«][^\n–—]{1,60}?\s?/?\s[-–—]\s(?=[А-ЯЁ«\"])"
)
"""«АСТАНА. КАЗИНФОРМ – », «БАКУ /Trend/ - »: who reports from where, before the first sentence."""
_MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_PLAIN = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\d\s?гг?\.$")
_ACTING = {"и.о.": "и.о.", "в.р.и.о.": "врио", "вр.и.о.": "врио"}

_UD = {
    "NOUN": {"NOUN", "PROPN"},
    "ADJF": {"ADJ", "DET", "PROPN", "NOUN", "NUM"},
    "ADJS": {"ADJ"},
    "COMP": {"ADJ", "ADV"},
    "VERB": {"VERB", "AUX"},
    "INFN": {"VERB", "AUX"},
    "GRND": {"VERB"},
    "PRTF": {"VERB", "ADJ"},
    "PRTS": {"VERB", "ADJ"},
    "NUMR": {"NUM", "DET"},
    "ADVB": {"ADV"},
    "NPRO": {"PRON", "DET"},
    "PREP": {"ADP"},
    "CONJ": {"CCONJ", "SCONJ"},
    "PRCL": {"PART"},
    "PRED": {"VERB", "ADV", "ADJ"},
}
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Abbr"})
_FORMS = {"Fin": "finite", "Inf": "infinitive", "Conv": "gerund", "Part": "participle"}
_TENSES = {"Past": "past", "Pres": "present", "Fut": "future"}
CASES = {
    "nomn": "nom",
    "gent": "gen",
    "gen1": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc1": "loc",
    "loc2": "loc",
    "voct": "nom",
}


def tokens(text: str) -> tuple[tuple[Span, ...], tuple[Token, ...]]:
    """The sentences of a text, and its words with part of speech, case, number, lemmas."""
    cut = [(span, words) for span in _sentences(text) for words in _pieces(_words(text, span))]
    spans = tuple(Span(words[0].start, words[-1].end) for _, words in cut)
    tagged = models.tags([[word.of(text) for word in words] for _, words in cut])
    found = (
        _token(text, word, n, tag)
        for n, ((_, words), tags) in enumerate(zip(cut, tagged, strict=True))
        for word, tag in zip(words, tags, strict=True)
    )
    return spans, tuple(found)


def trees(tokens: Sequence[Token], wanted: Callable[[int], bool]) -> tuple[Token, ...]:
    """The same tokens, those of the wanted sentences (by number) with head and relation."""
    ranges = [(first, last) for n, first, last in _ranges(tokens) if wanted(n)]
    texts = [[token.text for token in tokens[first:last]] for first, last in ranges]
    grown = list(tokens)
    for (first, last), heads in zip(ranges, models.heads(texts), strict=True):
        for n, (head, rel) in enumerate(heads):
            grown[first + n] = _hung(tokens[first + n], n, (head, rel), first, last)
    return tuple(grown)


@lru_cache(1 << 16)
def keys(word: str) -> tuple[str, ...]:
    """All lemmas that a word can have, folded (small letters, е for ё), the likeliest first."""
    if "." in word and (acting := _ACTING.get(word.replace(" ", "").lower())):
        return (acting,)
    return tuple(dict.fromkeys(fold(parse.normal_form) for parse in models.parses(word)))


def fold(word: str) -> str:
    """A word in small letters, with е for ё: as long as it was."""
    return word.lower().replace("ё", "е")


def words(text: str) -> list[str]:
    """A form of a table cut into words just as a text is."""
    return [word.of(text) for word in _words(text, Span(0, len(text)))]


def _hung(token: Token, n: int, head: tuple[int, str], first: int, last: int) -> Token:
    """A token under its governor; one that points at itself or out of its sentence is a root."""
    governor = first + head[0] - 1
    if head[0] < 1 or governor >= last or head[0] - 1 == n:
        return replace(token, head=None, rel="root")
    return replace(token, head=governor, rel=head[1])


def _ranges(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Number, first token and end of each sentence."""
    first = 0
    for n in range(1, len(tokens) + 1):
        if n == len(tokens) or tokens[n].sentence != tokens[first].sentence:
            yield tokens[first].sentence, first, n
            first = n


def _sentences(text: str) -> Iterator[Span]:
    """Sentences; none crosses a line break, none ends after an initial."""
    from razdel import sentenize

    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        head = _dateline(paragraph.group())
        if head:
            yield Span(start, start + head)
        start += head
        rest = sentenize(paragraph.group()[head:])
        found = [Span(start + s.start, start + s.stop) for s in rest]
        whole = _joined(text, [span for span in found if span.of(text).strip()])
        yield from (part for span in whole for part in _parted(text, span))


def _parted(text: str, span: Span) -> Iterator[Span]:
    """A headline run into its lead: «… с Президентом Трампом | Состоялся разговор …»."""
    start = span.start
    for match in _CAPITAL.finditer(text, span.start, span.end):
        if _is_deed(match[1]):
            yield Span(start, match.start())
            start = match.start(1)
    yield Span(start, span.end)


def _is_deed(word: str) -> bool:
    """A finite verb that is no name: it opens a sentence where it is written large."""
    return all(p.is_known and p.tag.POS == "VERB" for p in models.parses(word))


def _dateline(paragraph: str) -> int:
    """How far the dateline of a paragraph reaches, its dash included; 0 where there is none.

    It has an agency in capitals or between strokes, and no small word but a month.
    """
    found = _DATELINE.match(paragraph)
    if found is None:
        return 0
    small = [w for w in _PLAIN.findall(found.group()) if w.islower() and w[:3] not in _MONTHS]
    return 0 if small else found.end()


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and _runs_on(last.of(text), span.of(text)):
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _runs_on(before: str, after: str) -> bool:
    """Whether a stop was taken for the end of a sentence wrongly: «С. Лавров», «г. Алматы»."""
    if after[0].islower() and before.endswith("."):
        return True
    if _YEAR.search(before):
        return False
    return bool(_OPEN_END.search(before)) and after[0].isupper()


def _words(text: str, sentence: Span) -> list[Span]:
    from razdel import tokenize

    at, quote = sentence.start, sentence.of(text)
    whole = [Span(at + m.start(), at + m.end()) for m in _WHOLE.finditer(quote)]
    found = (Span(at + t.start, at + t.stop) for t in tokenize(quote))
    if not whole:
        return list(found)
    rest = [span for span in found if not any(span.overlaps(w) for w in whole)]
    return sorted(rest + whole)


def _pieces(words: list[Span]) -> Iterator[list[Span]]:
    for n in range(0, len(words), _LONGEST):
        yield words[n : n + _LONGEST]


def _token(text: str, span: Span, sentence: int, tag: tuple[str, dict[str, str]]) -> Token:
    word = span.of(text)
    pos, feats = _after_all(word, tag)
    case, number, gender = (feats.get(name, "").lower() for name in ("Case", "Number", "Gender"))
    return Token(
        span=span,
        text=word,
        lemma=lemma(word, pos, case, number),
        keys=keys(word),
        pos=pos,
        sentence=sentence,
        case=case,
        number=number,
        gender=gender,
        form=_form(feats),
        tense=_TENSES.get(feats.get("Tense", ""), ""),
        voice=feats.get("Voice", "").lower(),
    )


def _after_all(word: str, tag: tuple[str, dict[str, str]]) -> tuple[str, dict[str, str]]:
    """The model's tag, but where the dictionary knows the word for certain as something else."""
    if tag[0] == "PROPN":
        return _verb_after_all(word) or tag
    nouns = all(p.is_known and str(p.tag.POS) == "NOUN" for p in models.parses(word))
    if tag[0] == "VERB" and nouns:  # «направил … телеграмму»
        return "NOUN", {name: tag[1][name] for name in ("Case", "Number") if name in tag[1]}
    return tag


def _verb_after_all(word: str) -> tuple[str, dict[str, str]] | None:
    """«Председательствовал …» opens a sentence: a name for the model, a verb in the dictionary."""
    parses = models.parses(word)
    if not all(parse.is_known and str(parse.tag.POS) == "VERB" for parse in parses):
        return None
    tense = {"past": "Past", "pres": "Pres", "futr": "Fut"}.get(str(parses[0].tag.tense), "")
    return "VERB", {"VerbForm": "Fin", "Tense": tense}


def _form(feats: dict[str, str]) -> str:
    if feats.get("Variant") == "Short" and feats.get("VerbForm") == "Part":
        return "short"
    return _FORMS.get(feats.get("VerbForm", ""), "")


@lru_cache(1 << 16)
def lemma(word: str, pos: str, case: str = "", number: str = "") -> str:
    """The dictionary form of a word that is this part of speech, in this case and number."""
    if len(known := keys(word)) == 1:
        return known[0]
    best = max(models.parses(word), key=lambda parse: agreement(parse, pos, case, number))
    return fold(best.normal_form)


def agreement(parse: Any, pos: str, case: str, number: str) -> int:
    """How well a parse of pymorphy fits what the model of the sentence says of the word."""
    tag = parse.tag
    same_pos = pos in _UD.get(str(tag.POS), ())
    same_case = CASES.get(str(tag.case), "") == case
    same_number = str(tag.number) == number
    name = pos == "PROPN" and not tag.grammemes.isdisjoint(_NAMES)
    return 8 * same_pos + 4 * name + 2 * same_case + same_number
