"""How far a post reaches: what stands before its title and after it.

первый заместитель председателя комитета по международным делам Сейма Польши | Марцин …
rank── title────── genitive──────────── по + dative──────────── genitive──── | name
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from elshi.lang.ru.scene import EX, UNLISTED, Row, Scene, governs, head_offset, is_, may_be
from elshi.pack import Token
from elshi.records import Mention


@dataclass(frozen=True, slots=True)
class Phrase:
    """A post in a text, as indices of tokens: `first` to `after`, exclusive."""

    first: int
    start: int
    """The first of the title's own words, as the table has them."""
    head: int
    title: int
    """The token after the title's own words."""
    after: int
    rows: tuple[Row, ...]
    serves: int | None = None
    """Where the part opens that says where the office is served and not for whom: «в США»."""
    former: bool = False
    acting: bool = False
    inner: tuple[int, tuple[Row, ...]] | None = None
    """A title in the genitive within: «советник президента»; its place and rows."""


def phrases(scene: Scene) -> list[Phrase]:
    """All posts of a text, none within another, in text order."""
    found: list[Phrase] = []
    for start, (_, end, title_rows) in sorted(scene.titles.items()):
        head = start + head_offset(title_rows[0].form)
        if found and (start < found[-1].after or _is_honour(scene, start, found[-1])):
            continue
        if not _within_mark(scene, start, end):
            found.append(_extent(scene, head, start, end, title_rows))
    return found


def _is_honour(scene: Scene, start: int, before: Phrase) -> bool:
    """«Эмир Катара | шейх Тамим»: it goes with the name."""
    return start == before.after and is_(scene.tokens[start], "honour")


def _within_mark(scene: Scene, start: int, end: int) -> bool:
    """«Администрация Президента», «Высший совет глав государств»: a title in the name of a body."""
    mark = scene.marks.get(start)
    return mark is not None and mark[2].kind == "institution" and mark[0] < start and end <= mark[1]


def _extent(scene: Scene, head: int, start: int, end: int, title: tuple[Row, ...]) -> Phrase:
    end = max(end, _mark_end(scene, start, end))
    if (
        scene.same(end, head)
        and scene.tokens[end].text == "."
        and scene.tokens[head].text in _SHORT
    ):
        end += 1
    first, former = _leftwards(scene, head, start)
    after, serves = rightwards(scene, head, end, title)
    inner = next(((n, scene.titles[n][2]) for n in range(end, after) if n in scene.titles), None)
    ex = scene.tokens[head].text.lower().startswith(EX)
    phrase = Phrase(first, start, head, end, after, title, serves, former or ex, inner=inner)
    return _acting(scene, phrase)


_SHORT = frozenset({"зав", "зам", "нач", "Зав", "Зам", "Нач"})
"""Titles cut short, with a stop after them."""


def _mark_end(scene: Scene, start: int, end: int) -> int:
    """A title that ends in the midst of a body's name goes on to its end: «глава МИД | РФ»."""
    mark = scene.marks.get(end - 1)
    return mark[1] if mark is not None and start < mark[0] < end else end


def _leftwards(scene: Scene, head: int, start: int) -> tuple[int, bool]:
    """The first word of a post, and whether it says that the office is no longer held."""
    first, former = start, False
    while scene.same(first - 1, head) and first - 1 not in scene.names:
        token = scene.tokens[first - 1]
        if token.pos not in {"ADJ", "VERB", "DET"} or not agrees(token, scene.tokens[head]):
            break
        if is_(token, "former"):
            former = True
        elif not (is_(token, "rank") or _is_of_land(scene, first - 1)):
            break
        first -= 1
    return first, former


def _is_of_land(scene: Scene, n: int) -> bool:
    """«казахстанский», «подмосковный», «калужский»."""
    if re.search(
        r"(?:[сц]к|московн)(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими?)$", scene.tokens[n].text
    ):
        return True
    mark = scene.marks.get(n)
    return mark is not None and mark[2].rule.endswith("adjective")


def agrees(token: Token, head: Token) -> bool:
    """Whether an adjective can stand in the case of its noun."""
    return not head.case or may_be(token, head.case)


def _acting(scene: Scene, phrase: Phrase) -> Phrase:
    """«и. о. министра», «временно исполняющий обязанности главы»."""
    n = phrase.first - 1
    if not scene.same(n, phrase.head):
        return phrase
    token = scene.tokens[n]
    if {"и.о.", "врио"} & set(token.keys) or token.text.lower() in {"ио", "врио"}:
        return replace(phrase, first=n, start=n, head=n, acting=True)
    if (
        "обязанность" in token.keys
        and scene.same(n - 1, n)
        and "исполнять" in scene.tokens[n - 1].keys
    ):
        before = scene.tokens[n - 2].text.lower() if scene.same(n - 2, n) else ""
        return replace(
            phrase, first=n - 1 - (before == "временно"), start=n - 1, head=n - 1, acting=True
        )
    return phrase


def rightwards(scene: Scene, head: int, at: int, title: tuple[Row, ...]) -> tuple[int, int | None]:
    """Where a post ends that opens before `at`, and where it says «в …», if it does."""
    cases, serves, start = {"gen", governs(title)}, None, at
    while scene.same(at, head) and at not in scene.names:
        step = _noun(scene, at, cases, head) if not _is_other(scene, at, title) else at
        if step == at and (at > start or not title[0].level):
            step = _quoted(scene, at)
        if step > at:
            at = step
        elif (opened := _preposition(scene, at, title)) is not None:
            serves = (
                at if scene.tokens[at].lemma in {"в", "во", "на"} and serves is None else serves
            )
            cases, at = opened, at + 1
        elif _goes_on(scene, at, start, title):
            at += 1
        else:
            break
    end = _trimmed(scene, start, at)
    return end, serves if serves is not None and serves < end else None


def _noun(scene: Scene, at: int, cases: set[str], head: int) -> int:
    """After the noun, adjective or known name at a token that stands in one of these cases."""
    mark = scene.marks.get(at)
    token = scene.tokens[at]
    if mark is not None and (end := _over_mark(scene, at, mark, cases)) is not None:
        return end
    if token.pos == "ADV" and scene.same(at + 1, head) and scene.tokens[at + 1].pos == "ADJ":
        return at + 1 if may_be(scene.tokens[at + 1], "gen") and at > head + 1 else at
    if token.pos not in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "X"} or is_(token, "honour"):
        return at
    if token.text[0].isdigit() or _is_rival(scene, at, head):
        return at
    if _is_proper_name_of(scene, at):
        return at + 1
    return at + 1 if any(may_be(token, case) for case in cases) else at


def _over_mark(
    scene: Scene, at: int, mark: tuple[int, int, Mention], cases: set[str]
) -> int | None:
    """After a known name that fits here, `at` where it does not; None where none opens here."""
    first, after, known = mark
    if first == at and not known.rule.endswith("adjective"):
        fits = any(may_be(scene.tokens[n], c) for n in range(at, after) for c in cases)
        return after if fits or _is_proper_name_of(scene, at) else at
    return after if first < at and known.rule == UNLISTED else None


_LOFTY = frozenset(
    {"head of state", "head of government", "foreign minister", "minister", "parliamentarian"}
)


def _is_other(scene: Scene, at: int, title: tuple[Row, ...]) -> bool:
    """A title after one that has none under it: «президента | футболиста Кавелашвили»."""
    return at in scene.titles and any(row.level in _LOFTY and not row.of for row in title)


def _is_proper_name_of(scene: Scene, at: int) -> bool:
    """«района | Отрадное», «клуба | Тоттенхэм Хотспур»: the name of the thing before it."""
    before, token = scene.tokens[at - 1], scene.tokens[at]
    if token.text.startswith(("аль-", "ас-")):
        return True
    named = before.pos == "NOUN" and before.text[0].islower() and may_be(before, "gen")
    named = named or (before.pos in {"PROPN", "X"} and before.case == token.case)
    return token.text[0].isupper() and token.pos in {"PROPN", "X"} and named


def _is_rival(scene: Scene, at: int, head: int) -> bool:
    """A title in the case of the head is another's: «министра обороны генерала Иванова»."""
    return (
        at in scene.titles
        and scene.tokens[at].case == scene.tokens[head].case
        and scene.tokens[at].case != "gen"
    )


def _quoted(scene: Scene, at: int) -> int:
    """After a name in quotation marks: «директор фонда „Открытый мир“»."""
    if scene.tokens[at].text not in {"«", "“", "„", '"', "'"} or at + 1 in scene.names:
        return at
    for n in range(at + 2, min(at + 10, len(scene.tokens))):
        if not scene.same(n, at):
            return at
        if scene.tokens[n].text in {"»", "”", "“", '"', "'"}:
            return n + 1
    return at


_PREPOSITIONS = {"по": {"dat", "gen"}, "при": {"loc", "gen"}, "без": {"gen"}}
_SERVING = {"в": {"loc", "acc", "gen"}, "во": {"loc", "gen"}, "на": {"loc", "gen"}}
_RELATION = frozenset({"связь", "отношение", "сотрудничество", "взаимодействие", "работа"})
_NO_FIELD = frozenset(
    {
        "собственный", "просьба", "линия", "слово", "итог", "мнение", "данные", "приглашение",
        "случай", "повод", "указание", "решение", "прибытие", "обвинение", "телевидение", "телефон",
        "оценка", "сообщение", "информация", "подозрение", "статья", "окончание", "видеосвязь",
        "инициатива", "традиция", "поручение", "дорога", "путь", "мера", "состояние", "причина",
    }
)  # fmt: skip
"""What follows «по» and is no field of an office: «по собственной просьбе», «по итогам»."""
_UNIONS = frozenset({"движение", "союз", "партия", "фронт", "борьба", "комитет", "фонд"})
_REGIONS = frozenset({"регион", "страна", "округ", "область", "республика", "город", "край"})
_OF_PLACE = frozenset(
    {"сенатор", "конгрессмен", "депутат", "представитель", "член", "наблюдатель", "делегат"}
)


_AFTER = {
    "от": (_OF_PLACE, {"gen"}),
    "против": (_UNIONS, {"gen"}),
    "за": (_UNIONS, {"acc", "gen", "ins"}),
    "с": (_RELATION, {"ins", "gen"}),
    "со": (_RELATION, {"ins", "gen"}),
}
"""Prepositions that go on only after these words, and the cases after them."""


def _preposition(scene: Scene, at: int, title: tuple[Row, ...]) -> set[str] | None:
    """The cases after a preposition that a post can go on with."""
    token = scene.tokens[at]
    if token.pos != "ADP" or not scene.same(at + 1, at) or at + 1 in scene.names:
        return None
    if token.lemma in _SERVING:
        serving = any("in" in row.note for row in title) or _serves_body(scene, at, title)
        return _SERVING[token.lemma] if serving and _is_somewhere(scene, at + 1) else None
    if token.lemma in _AFTER:
        words, cases = _AFTER[token.lemma]
        near = {*scene.tokens[at - 1].keys, *title[0].form.split()}
        return cases if words & near else None
    if token.lemma == "по" and _NO_FIELD & set(scene.tokens[at + 1].keys):
        return None
    if token.lemma == "без" and "портфель" not in scene.tokens[at + 1].keys:
        return None
    return _PREPOSITIONS.get(token.lemma)


def _is_somewhere(scene: Scene, at: int) -> bool:
    """«в Казахстане», «на Южном Кавказе», «в регионе»."""
    token = scene.tokens[at]
    return at in scene.marks or token.text[0].isupper() or bool(_REGIONS & set(token.keys))


def _serves_body(scene: Scene, at: int, title: tuple[Row, ...]) -> bool:
    """«заместитель … в Совете Федерации», «корреспондент в Москве»."""
    there = {"корреспондент", "полпред", "координатор", "представитель", "директор"}
    return bool(there & set(title[0].form.split()))


def _goes_on(scene: Scene, at: int, start: int, title: tuple[Row, ...]) -> bool:
    """Whether «и» or a comma joins more of the same: «культуры и информации», «образования, …»."""
    text = scene.tokens[at].text
    if scene.tokens[at - 1].number == "" or text not in {"и", ","} or not scene.same(at + 1, at):
        return False
    after = scene.tokens[at + 1]
    if at + 1 in scene.names or at + 1 in scene.titles or scene.tokens[at - 1].pos == "PUNCT":
        return False
    if text == ",":
        several = _is_plural(scene, at, title)
        return several or (title[0].form.startswith("министр") and _list_closes(scene, at + 1))
    if _is_listed(scene, at + 1) or _is_listed(scene, at - 1):
        return _is_plural(scene, at, title) or _is_of_both(scene, at)
    return (
        after.text[0].islower() == scene.tokens[at - 1].text[0].islower()
        and after.pos in {"NOUN", "ADJ", "PROPN"}
        and after.case == scene.tokens[at - 1].case
        and bool(after.case)
    )


def _is_plural(scene: Scene, at: int, title: tuple[Row, ...]) -> bool:
    """«президенты Казахстана и США», «посол в Австрии и Словении»."""
    both = at + 1 in scene.marks and at - 1 in scene.marks
    heads = (scene.tokens[n] for n in range(at - 1, max(at - 8, -1), -1) if n in scene.titles)
    head = next(heads, None)
    serving = any("in" in row.note for row in title)
    return both and (serving or (head is not None and head.number == "plur"))


def _is_listed(scene: Scene, n: int) -> bool:
    return n in scene.marks and scene.marks[n][2].rule != UNLISTED


def _is_of_both(scene: Scene, at: int) -> bool:
    """«управления по Москве и Московской области»."""
    one = scene.marks.get(at - 1)
    before = scene.tokens[one[0] - 1].lemma if one is not None and one[0] else ""
    return at + 1 in scene.marks and before == "по" and scene.tokens[at].text == "и"


def _list_closes(scene: Scene, at: int) -> bool:
    """«…, науки и спорта»: nouns in the genitive up to an «и»."""
    for n in range(at, min(at + 8, len(scene.tokens))):
        token = scene.tokens[n]
        if token.text == "и":
            return n > at and scene.same(n + 1, n) and may_be(scene.tokens[n + 1], "gen")
        if n in scene.names or n in scene.titles:
            return False
        if token.text != "," and not (token.pos in {"NOUN", "ADJ"} and may_be(token, "gen")):
            return False
    return False


def _trimmed(scene: Scene, start: int, at: int) -> int:
    """The end of a post without the small words that open what did not come."""
    while at > start and _is_open(scene.tokens[at - 1]):
        at -= 1
    return at


def _is_open(token: Token) -> bool:
    if token.text in {"»", "”", "“", '"'}:
        return False
    if token.pos == "ADJ":
        return token.text[0].islower()
    return token.pos in {"ADP", "CCONJ", "PUNCT", "DET", "NUM"}
