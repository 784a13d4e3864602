"""Persons in a Russian text: where their names stand, and the names in the nominative.

    спецпосланником Президента США Стивеном Уиткоффом 25 апреля
                                   PERSON: Стивен Уиткофф

The model's names are mended: two men glued together are parted, a surname beside «Имя Отчество»
is joined to it, a name that a post announces or that the text has elsewhere is added.
The mention's `code` is the gender where it is known: `masc` or `fem`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.lang.ru import models
from elshi.lang.ru.morph import CASES, fold
from elshi.lang.ru.nominative import Nominative, Word, name_gender, nominative, role
from elshi.lang.ru.scene import single_titles
from elshi.pack import Token
from elshi.records import Mention, Span

HONOURS = frozenset({"величество", "высочество", "превосходительство", "его", "ее"})
"""«Его Величество Маха Вачиралонгкорн»: how a man is addressed is no part of his name."""
_SURE = 1.0
"""From this margin on a name in the nominative is evidence for the others of its text; one in
another case needs twice as much."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens `first` to `last` (exclusive) that are a name, and which rule says so."""

    first: int
    last: int
    rule: str


Labelled = tuple[list[int], list[str]]
"""The tokens of a sentence, and what the model of names says each is."""


def labelled(tokens: Sequence[Token]) -> list[Labelled]:
    """The labels of the model of names, sentence by sentence."""
    sentences: dict[int, list[int]] = {}
    for n, token in enumerate(tokens):
        sentences.setdefault(token.sentence, []).append(n)
    found = models.entities([[tokens[n].text for n in places] for places in sentences.values()])
    return list(zip(sentences.values(), found, strict=True))


def names(text: str, tokens: Sequence[Token], labels: Sequence[Labelled]) -> tuple[Mention, ...]:
    """All persons of a text by name, in text order."""
    found = _mended(tokens, list(_tagged(tokens, labels)))
    read = [
        (run, _words(tokens, run), _asked(tokens, run.first) or _said(tokens, run)) for run in found
    ]
    first = [nominative(words, cases=cases) for _, words, cases in read]
    seen = frozenset(
        fold(word)
        for name in first
        if name.margin >= (_SURE if name.case == "nom" else 2 * _SURE)
        for word in name.words
    )
    return tuple(
        _mention(text, tokens, run, nominative(words, cases=cases, seen=seen))
        for run, words, cases in read
    )


def _tagged(tokens: Sequence[Token], labels: Sequence[Labelled]) -> Iterator[_Run]:
    """What the model takes for persons, and what it has overlooked."""
    for places, tags in labels:
        yield from (_Run(first, last, "name:model") for first, last in runs(places, tags, "PER"))
        yield from _overlooked(tokens, places, tags)


def _overlooked(
    tokens: Sequence[Token], places: Sequence[int], tags: Sequence[str]
) -> Iterator[_Run]:
    """A known given name and capitalised words after it: «Посла Италии | Марко Альберти»."""
    n = 1
    while n < len(places):
        last = n
        while last < len(places) and tags[last] == "O" and _is_word(tokens[places[last]].text):
            last += 1
        if last - n > 1 and _is_given(tokens[places[n]].text):
            yield _Run(places[n], places[last - 1] + 1, "name:given")
        n = max(last, n + 1)


def _is_word(text: str) -> bool:
    return len(text) > 1 and text[0].isupper() and text[1:].islower()


def _is_given(word: str) -> bool:
    """A given name before all else: no «Роман» of a writer at the head of a title."""
    best = models.parses(word)[0]
    return best.is_known and "Name" in best.tag


def runs(places: Sequence[int], tags: Sequence[str], kind: str) -> Iterator[tuple[int, int]]:
    """The stretches of one kind in a sentence: first token, and the token after the last."""
    start: int | None = None
    for n, tag in zip([*places, places[-1] + 1], [*tags, "O"], strict=True):
        if start is not None and tag != f"I-{kind}":
            yield start, n
            start = None
        if tag == f"B-{kind}" or (tag == f"I-{kind}" and start is None):
            start = n


def _mended(tokens: Sequence[Token], runs: Iterable[_Run]) -> list[_Run]:
    parted = [part for run in runs for part in _parted(tokens, run)]
    return _joined(tokens, [_widened(tokens, run) for run in parted])


def _parted(tokens: Sequence[Token], run: _Run) -> Iterator[_Run]:
    """A run cut at signs and where a name starts anew: «Юрий Ушаков | Ушаков Юрий Викторович»."""
    start = run.first
    for n in range(run.first, run.last):
        if _is_sign(tokens, n, run):
            yield from _tidy(tokens, replace(run, first=start, last=n))
            start = n + 1
        elif n > start and _starts_anew(tokens, start, n):
            cut = n - (role(tokens[n - 1].text) == "particle")
            yield from _tidy(tokens, replace(run, first=start, last=cut, rule="name:parted"))
            start = cut
    yield from _tidy(tokens, replace(run, first=start))


def _is_sign(tokens: Sequence[Token], n: int, run: _Run) -> bool:
    """A sign that is no part of a name; the stop after an initial is."""
    text = tokens[n].text
    if text[0].isalnum() or text in {"-", "’", "'"}:
        return False
    return not (text == "." and n > run.first and len(tokens[n - 1].text) <= 2)


def _starts_anew(tokens: Sequence[Token], start: int, n: int) -> bool:
    word = fold(tokens[n].text)
    if len(word) < 3 or role(word) in {"particle", "asian"}:
        return False
    return _is_another(tokens, start, n) or any(
        fold(tokens[m].text) == word for m in range(start, n)
    )


def _is_another(tokens: Sequence[Token], start: int, n: int) -> bool:
    """«вдовой Сергея Чебнёва Ольгой»: a given name in another case after a whole name."""
    given, other = tokens[start], tokens[n]
    if n - start == 2 and _two_by_two(tokens, start):
        return True
    if n - start < 2 or given.case == other.case or other.case not in _cases(other.text):
        return False
    return bool(name_gender(given.text) and name_gender(other.text)) and not _is_patronymic(
        other.text
    )


def _two_by_two(tokens: Sequence[Token], start: int) -> bool:
    """«Сергей Петров Анна Иванова» in a line of tags: given name, surname, twice."""
    words = [token.text for token in tokens[start : start + 4]]
    given = [_is_given(word) for word in words]
    odd = any(_is_patronymic(w) or "Geox" in models.parses(w)[0].tag for w in words)
    return given == [True, False, True, False] and not odd


def _cases(word: str) -> set[str]:
    """The cases in which a given name can stand: «Гани» is no dative."""
    tags = [parse.tag for parse in models.parses(word)]
    return {CASES.get(str(t.case), "") for t in tags if "Name" in t and t.number == "sing"}


def _tidy(tokens: Sequence[Token], run: _Run) -> Iterator[_Run]:
    """A run without small words at its edges, and with the stop of its last initial."""
    first, last = _without_place(tokens, run), run.last
    while first < last and not _is_capital(tokens[first]):
        first += 1
    while first < last and not _is_name_word(tokens[last - 1]):
        last -= 1
    if first < last < len(tokens) and len(tokens[last - 1].text) == 1:
        last += tokens[last].text == "." and last - first > 1
    if (
        first < last
        and any(len(t.text) > 1 for t in tokens[first:last])
        and not (last - first == 1 and _is_no_name(tokens[first].text))
    ):
        yield replace(run, first=first, last=last)


def _is_no_name(word: str) -> bool:
    """A word that can only be a verb, a particle and the like: «Погружаюсь», «Да»."""
    return all(p.is_known and p.tag.POS not in {"NOUN", "ADJF"} for p in models.parses(word))


def _without_place(tokens: Sequence[Token], run: _Run) -> int:
    """Where a name begins after a place glued to it: «Гвинея-Бисау | Умару Сиссоку Эмбало»."""
    if run.last - run.first > 2 and re.match(r"Аль-[А-ЯЁ]", tokens[run.first].text):
        return run.first + 1
    for n in range(run.last - 3, run.first - 1, -1):
        best = models.parses(tokens[n].text)[0]
        if best.is_known and "Geox" in best.tag and not {"Name", "Surn"} & best.tag.grammemes:
            return n + 1
    return run.first


def _is_capital(token: Token) -> bool:
    if not single_titles().isdisjoint(token.keys) or not HONOURS.isdisjoint(token.keys):
        return False
    return token.text[0].isupper() or role(token.text) == "particle"


def _is_name_word(token: Token) -> bool:
    if not single_titles().isdisjoint(token.keys):
        return False
    return token.text[0].isupper() or token.text == "." or _is_after_particle(token)


def _is_after_particle(token: Token) -> bool:
    """«оглы», «аль-Масри», «ас-Сиси»."""
    return role(token.text.split("-")[0]) == "particle"


def _widened(tokens: Sequence[Token], run: _Run) -> _Run:
    """A run with the words at its edges that belong to it: initials, particles, «оглы»."""
    first, last = run.first, run.last
    while (step := _initial_before(tokens, first)) > 0:
        first -= step
    while last < len(tokens) and _belongs_after(tokens, last):
        last += 1
    return run if (first, last) == (run.first, run.last) else _Run(first, last, "name:widened")


def _initial_before(tokens: Sequence[Token], first: int) -> int:
    """How many tokens of an initial stand right before: «С .» two, «К.-Ж.» one, or none."""
    if first >= 1 and re.fullmatch(r"[А-ЯЁ]\.-[А-ЯЁ]\.", tokens[first - 1].text):
        return 1
    if (
        first < 2
        or tokens[first - 1].text != "."
        or tokens[first].sentence != tokens[first - 2].sentence
    ):
        return 0
    return 2 if re.fullmatch(r"[А-ЯЁ]|Дж|Ю", tokens[first - 2].text) else 0


def _belongs_after(tokens: Sequence[Token], last: int) -> bool:
    token = tokens[last]
    if token.sentence != tokens[last - 1].sentence:
        return False
    return token.text in {"оглы", "оглу", "кызы", "гызы", "улы", "уулу", "кизи", "угли"}


def _joined(tokens: Sequence[Token], runs: Sequence[_Run]) -> list[_Run]:
    """A lone surname and the «Имя Отчество» beside it made one: «Собянин | Сергей Семёнович»."""
    done: list[_Run] = []
    for run in sorted(runs, key=lambda r: (r.first, -r.last)):
        if done and run.first < done[-1].last:
            continue
        if done and _is_one(tokens, done[-1], run):
            done[-1] = _Run(done[-1].first, run.last, "name:joined")
        else:
            done.append(_with_surname(tokens, run, done[-1].last if done else 0))
    return done


def _is_one(tokens: Sequence[Token], before: _Run, run: _Run) -> bool:
    if before.last != run.first or tokens[before.first].sentence != tokens[run.first].sentence:
        return False
    alone = before.last - before.first == 1 and not name_gender(tokens[before.first].text)
    return alone and _is_given_and_patronymic(tokens, run)


def _is_given_and_patronymic(tokens: Sequence[Token], run: _Run) -> bool:
    return run.last - run.first == 2 and _is_patronymic(tokens[run.last - 1].text)


def _is_patronymic(word: str) -> bool:
    return bool(re.search(r"(?:ович|евич|ьич|овн|евн|ичн|инич)[а-яё]{0,2}$", fold(word)))


def _with_surname(tokens: Sequence[Token], run: _Run, floor: int) -> _Run:
    """«Егоровой Марине Игоревне»: the surname that the model left out."""
    n = run.first - 1
    if n < floor or not _is_given_and_patronymic(tokens, run):
        return run
    token = tokens[n]
    surname = (
        token.text[0].isupper()
        and token.sentence == tokens[run.first].sentence
        and any("Surn" in parse.tag for parse in models.parses(token.text))
    )
    return _Run(n, run.last, "name:surname") if surname else run


_PREPOSITIONS = {
    "с": "ins gen", "со": "ins gen", "к": "dat", "ко": "dat", "о": "loc", "об": "loc",
    "от": "gen", "у": "gen", "для": "gen", "до": "gen", "из": "gen", "без": "gen", "после": "gen",
    "против": "gen", "вместо": "gen", "из-за": "gen", "кроме": "gen", "помимо": "gen",
    "между": "ins", "перед": "ins", "над": "ins", "за": "ins acc", "под": "ins", "про": "acc",
    "благодаря": "dat", "вопреки": "dat", "относительно": "gen", "при": "loc", "через": "acc",
}  # fmt: skip


def _said(tokens: Sequence[Token], run: _Run) -> str:
    """«Джорджа Мелони посетила»: right before its verb a name stands in the nominative."""
    if run.last >= len(tokens) or tokens[run.last].sentence != tokens[run.first].sentence:
        return ""
    verb = tokens[run.last]
    return "nom" if verb.form == "finite" and verb.number == "sing" else ""


def _asked(tokens: Sequence[Token], first: int) -> str:
    """The cases that the words before a name ask for: a preposition, or the post in its case.

    с Президентом Узбекистана Шавкатом → ins; Председатель Совета министров Джорджа → nom
    """
    asked = ""
    for n in range(first - 1, max(first - 10, -1), -1):
        token = tokens[n]
        if token.sentence != tokens[first].sentence or token.pos not in _PHRASE:
            return asked or _after_verb(tokens, n, first)
        if token.pos == "ADP":
            return _PREPOSITIONS.get(token.lemma, "") if n == first - 1 else asked
        if token.pos == "NOUN" and token.text not in {"г", "им"} and _is_animate(token.text):
            asked = _case_of(tokens, n)
            if token.case != "gen" or (n == first - 1 and token.number == "sing"):
                return asked
        elif token.pos == "NOUN" and n == first - 1 and token.text.islower():
            return _OF
    return asked


_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "ADP"})


def _after_verb(tokens: Sequence[Token], n: int, first: int) -> str:
    """«Министр принял | Джо Байдена»."""
    verb = tokens[n]
    near = n == first - 1 and verb.sentence == tokens[first].sentence and verb.pos == "VERB"
    return "acc dat" if near and _has_subject(tokens, n) else ""


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    """«Министр принял …»: a transitive verb with its subject before it, no sign between."""
    if "tran" not in models.parses(tokens[verb].text)[0].tag:
        return False
    for n in range(verb - 1, max(verb - 7, -1), -1):
        if tokens[n].pos == "PUNCT" or tokens[n].sentence != tokens[verb].sentence:
            return False
        if tokens[n].case == "nom" and tokens[n].pos in {"NOUN", "PROPN", "PRON"}:
            return True
    return False


_OF = "gen dat ins"
"""The cases of a name right after a thing: «визит Лаврова», «письмо Лаврову», «полёт Лавровым»."""


def _is_animate(word: str) -> bool:
    best = models.parses(word)[0].tag
    return "anim" in best and "NOUN" in best


def _case_of(tokens: Sequence[Token], n: int) -> str:
    """The case of a post: what its preposition asks for, else what the model says."""
    before = tokens[n - 1] if n else tokens[n]
    if before.pos == "ADP" and before.lemma in _PREPOSITIONS:
        return _PREPOSITIONS[before.lemma]
    return tokens[n].case


def _words(tokens: Sequence[Token], run: _Run) -> list[Word]:
    """The words of a name, without signs."""
    return [
        Word(token.text, token.case, token.gender)
        for token in tokens[run.first : run.last]
        if token.text[0].isalnum()
    ]


def _mention(text: str, tokens: Sequence[Token], run: _Run, name: Nominative) -> Mention:
    span = Span(tokens[run.first].span.start, tokens[run.last - 1].span.end)
    value, forms, at = "", list(name.words), span.start
    for token in tokens[run.first : run.last]:
        if token.text[0].isalnum():
            value += text[at : token.span.start] + forms.pop(0)
            at = token.span.end
    return Mention(
        kind="person",
        span=span,
        value=re.sub(r"\s+", " ", value + text[at : span.end]),
        rule=run.rule,
        code=name.gender,
    )
