"""What a post says: the office in the nominative, its rung, its institution, whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

from elshi.lang.ru import models
from elshi.lang.ru.country import of_the_country, told_before
from elshi.lang.ru.morph import CASES, words
from elshi.lang.ru.nominative import styled
from elshi.lang.ru.phrase import Phrase
from elshi.lang.ru.scene import UNLISTED, Row, Scene, is_, may_be, single_titles, span
from elshi.ontology.tables import table
from elshi.pack import Token
from elshi.records import Level, Mention, Office, Span

LEVELS: tuple[Level, ...] = get_args(Level)
_GENERIC = ("state", "land", "region", "organisation", "institution", "place")
_DEPUTY: dict[str, Level] = {
    "head of state": "senior official",
    "head of government": "minister",
    "foreign minister": "senior official",
    "minister": "senior official",
    "speaker of parliament": "parliamentarian",
    "parliamentarian": "parliamentarian",
    "ambassador": "senior official",
    "senior official": "senior official",
    "official": "official",
}
_AIDE: dict[str, Level] = {"head of state": "senior official", "head of government": "official"}
_DEPUTIES = ("заместитель", "зам", "замглавы", "вице")
_AIDES = ("советник", "помощник", "пресс-секретарь", "секретарь", "представитель")
_REGIONS = frozenset(
    {"область", "край", "округ", "район", "город", "регион", "штат", "провинция", "губерния"}
)
VAGUE = frozenset({"лидер", "правитель"})
"""Words for whoever rules a state, which name no office of it."""
_OF_LAND = frozenset({"страна", "республика", "государство", "королевство", "держава", "нация"})

NUMBERS = frozenset({"два", "оба", "двое", "три", "трое", "четыре", "пять"})
SEVERAL = NUMBERS | {"наш", "ряд", "некоторый"}


def office(scene: Scene, phrase: Phrase) -> Office:
    """The office that a post phrase names."""
    own = list(_own(scene, phrase))
    side, side_span = _side(phrase, own)
    if side is None and not own and of_the_country(scene, phrase):
        side, side_span = told_before(scene, phrase)
    institution = _institution(scene, phrase, own)
    return Office(
        title=title(scene, phrase),
        level=_level(scene, phrase, own),
        institution=institution[0] if institution else None,
        institution_span=institution[1] if institution else None,
        side=side,
        side_span=side_span,
        former=phrase.former,
        acting=phrase.acting,
        plural=is_plural(scene, phrase),
        vague=institution is None and phrase.rows[0].form in VAGUE,
        trade=(institution is None or all(map(_of_press, phrase.rows)))
        and all("trade" in row.note.split() for row in phrase.rows),
    )


def _of_press(row: Row) -> bool:
    """Who writes for a house does not take part for it: «корреспондент агентства»."""
    return row.form.endswith(("корреспондент", "журналист", "журналистка"))


def is_plural(scene: Scene, phrase: Phrase) -> bool:
    """«президенты двух стран»: one phrase for several persons."""
    many = _counted(scene, phrase.first) or _of_many(scene, phrase)
    return (scene.tokens[phrase.head].number == "plur" or many) and not phrase.acting


def _counted(scene: Scene, first: int) -> bool:
    """«оба президента», «три министра»: a number before the phrase."""
    return (
        first > 0
        and scene.same(first - 1, first)
        and bool(NUMBERS & set(scene.tokens[first - 1].keys))
    )


def _of_many(scene: Scene, phrase: Phrase) -> bool:
    """«главы внешнеполитических ведомств» read as a genitive: many houses have many heads."""
    head = scene.tokens[phrase.head]
    inside = scene.tokens[phrase.head + 1 : phrase.after]
    noun = next((t for t in inside if t.pos == "NOUN"), None)
    many = noun is not None and noun.number == "plur" and noun.case == "gen"
    return many and head.case == "gen" and _before(scene, phrase.head) is None


def _before(scene: Scene, at: int) -> str | None:
    """The word before a phrase in its sentence, where it can govern a genitive."""
    token = scene.tokens[at - 1] if at else None
    if token is None or token.sentence != scene.tokens[at].sentence:
        return None
    return token.text if token.pos in {"NOUN", "PROPN", "ADP", "VERB"} else None


def title(scene: Scene, phrase: Phrase) -> str:
    """The post in the nominative singular, its genitives as they are written."""
    head = scene.tokens[phrase.head]
    gender = "" if phrase.acting else head.gender
    made, at = [], scene.tokens[phrase.first].span.start
    text = scene.parsed.text
    for n in range(phrase.first, phrase.after if not _of_several(scene, phrase) else phrase.title):
        token = scene.tokens[n]
        made.append(text[at : token.span.start] + _word(token, n, phrase, gender))
        at = token.span.end
    return " ".join("".join(made).split())


def _of_several(scene: Scene, phrase: Phrase) -> bool:
    """«президенты двух стран»: what each holds is «президент»."""
    inside = scene.tokens[phrase.title : phrase.after]
    return is_plural(scene, phrase) and any(SEVERAL & set(token.keys) for token in inside)


def _word(token: Token, n: int, phrase: Phrase, gender: str) -> str:
    if phrase.start <= n <= phrase.head and not phrase.acting:
        form = words(phrase.rows[0].form)[n - phrase.start]
        if form.startswith("зам") and token.text.lower().endswith("а"):
            return token.text
        ex = token.text[:4] if token.text.lower().startswith("экс-") else ""
        return ex + styled(form, token.text[len(ex) :])
    if n == phrase.head:
        return singular(token)
    if n < phrase.head and token.pos in {"ADJ", "VERB", "DET", "NUM"}:
        return adjective(token, gender)
    return token.text


def singular(token: Token) -> str:
    """A head noun in the nominative singular: «министрами» → «министр»."""
    word = token.text
    if len(word) > 1 and word.isupper():
        return word
    found = [p for p in models.parses(word) if "NOUN" in p.tag or p.tag.POS is None]
    fitting = [p for p in found if _fits(p, token)] or found
    if not fitting:
        return adjective(token, "masc")
    best = max(fitting, key=lambda p: ("anim" in p.tag, p.is_known))
    made = best.inflect({"nomn", "sing"})
    return styled(made.word, word) if made else word


def _fits(parse: Any, token: Token) -> bool:
    tag = parse.tag
    same_number = not token.number or str(tag.number) == token.number
    return same_number and (not token.case or CASES.get(str(tag.case)) == token.case)


def adjective(token: Token, gender: str) -> str:
    """An adjective in the nominative singular, in the gender of its noun."""
    wanted = {"nomn", "sing", {"fem": "femn", "neut": "neut"}.get(gender, "masc")}
    for parse in models.parses(token.text):
        if str(parse.tag.POS) in {"ADJF", "PRTF", "NPRO", "NUMR"}:
            made = parse.inflect(wanted)
            return styled(made.word, token.text) if made else token.text
    return token.text


def _own(scene: Scene, phrase: Phrase) -> Iterator[tuple[int, int, Mention]]:
    """The states, bodies and places of an office; not those in «по делам …», «в …», «при …»."""
    end = phrase.serves if phrase.serves is not None else phrase.after
    n = phrase.first
    while n < end:
        mark = scene.marks.get(n)
        if mark is None or (mark[0] != n and n != phrase.first):
            n += 1
            continue
        if not _is_governed(scene, mark, phrase):
            yield mark
        n = n + 1 if mark[2].rule == UNLISTED else mark[1]


def _is_governed(scene: Scene, mark: tuple[int, int, Mention], phrase: Phrase) -> bool:
    """Whether a preposition stands right before: «по Афганистану», «с Россией»."""
    n = mark[0] - 1
    if mark[2].value[0].islower() and mark[2].kind == "institution":
        return any(t.lemma == "по" for t in scene.tokens[phrase.head : mark[0]])
    while n > phrase.head and scene.tokens[n].pos in {"ADJ", "DET"}:
        n -= 1
    return n > phrase.head and scene.tokens[n].pos == "ADP" and scene.tokens[n].lemma != "от"


def _side(
    phrase: Phrase, own: Sequence[tuple[int, int, Mention]]
) -> tuple[str | None, Span | None]:
    """For whom: the state beside the title, else the side of its body, else the organisation."""
    states = [mark for _, _, mark in own if mark.kind == "state"]
    if states:
        return states[-1].code, states[-1].span
    bodies = [mark for _, _, mark in own if mark.kind == "institution"]
    for body in bodies:
        if body.side:
            return body.side, body.span
    for body in bodies:
        if body.rule.startswith("gazetteer.organisation"):
            return _whole(body.code), body.span
    told = next((row.note[5:] for row in phrase.rows if row.note.startswith("side=")), None)
    return told, None


@cache
def _parents() -> dict[str, str]:
    return {
        code: parent
        for code, _, parent, _ in table("organisations.tsv", "code", "kind", "parent", "name")
    }


def _whole(code: str) -> str:
    """The organisation of a body: UN of the UN Secretariat."""
    return _parents().get(code) or code


def _level(scene: Scene, phrase: Phrase, own: Sequence[tuple[int, int, Mention]]) -> Level | None:
    head = phrase.rows[0].form
    codes = _codes(scene, phrase, own)
    rung = _rung(phrase.rows, codes)
    if phrase.inner is not None and (head.startswith(_DEPUTIES) or head in _AIDES):
        within = _rung(phrase.inner[1], codes)
        ladder = _DEPUTY if head.startswith(_DEPUTIES) else _AIDE
        return ladder.get(within or "") or rung
    if rung in {"head of state", "head of government"} and _is_lesser(scene, phrase, own, codes):
        return "senior official" if "place" in codes else None
    return rung


def _is_lesser(
    scene: Scene, phrase: Phrase, own: Sequence[tuple[int, int, Mention]], codes: set[str]
) -> bool:
    """«президент компании», «премьер-министр провинции»: of something that is no state."""
    rest = scene.tokens[phrase.title : phrase.after]
    if not rest or "state" in codes or " " in phrase.rows[0].form:
        return False
    return not any(_OF_LAND & set(token.keys) for token in rest)


def _codes(scene: Scene, phrase: Phrase, own: Sequence[tuple[int, int, Mention]]) -> set[str]:
    """What an office is of, as the table of titles asks for it.

    Only what the title has right beside it: «глава МИД» is of a ministry, «глава департамента
    МИД» of some institution, «глава палестинской делегации» of no state.
    """
    side = _side(phrase, own)[0]
    codes = {side} if side else set()
    if any(_REGIONS & set(t.keys) for t in scene.tokens[phrase.title : phrase.after]):
        codes |= {"region"}
    if any(_OF_LAND & set(t.keys) for t in scene.tokens[phrase.title : phrase.after]):
        codes |= {"land"}
    for first, _, mark in own:
        direct = _is_beside(scene, phrase, first, mark)
        if mark.kind != "institution":
            codes |= {mark.kind} if direct else set()
        elif mark.rule.startswith("gazetteer.organisation"):
            codes |= {"organisation", mark.code} if direct else {"institution"}
        else:
            codes |= (
                {"institution", mark.code, mark.code.split(".")[0]} if direct else {"institution"}
            )
    return codes


def _is_beside(scene: Scene, phrase: Phrase, first: int, mark: Mention) -> bool:
    if first < phrase.title:
        return True
    if mark.rule.endswith("adjective"):
        return False
    return all(t.pos in {"ADJ", "DET"} for t in scene.tokens[phrase.title : first])


def _rung(rows: Sequence[Row], codes: set[str]) -> Level | None:
    """The rung of the row that fits best: one body, one state; a kind of body; any."""
    fitting = [row for row in rows if not row.of or row.of in codes]
    fitting.sort(key=lambda row: (not row.of, row.of in _GENERIC, -len(row.of)))
    level = fitting[0].level if fitting else ""
    return next((rung for rung in LEVELS if rung == level), None)


def _institution(
    scene: Scene, phrase: Phrase, own: Sequence[tuple[int, int, Mention]]
) -> tuple[str, Span] | None:
    """The body of an office, nominative, with what stands in the genitive after it.

    The one that opens first: «пресс-службы МЧС» is of the press service.
    """
    end = phrase.serves if phrase.serves is not None else phrase.after
    known = next((mark for mark in own if mark[2].kind == "institution"), None)
    opens = _opening(scene, phrase, end)
    if known is not None and (opens is None or known[0] <= opens) and known[2].rule != UNLISTED:
        return _known_body(scene, phrase, known, end)
    if opens is not None:
        return _other_body(scene, phrase, opens, end)
    return _known_body(scene, phrase, known, end) if known is not None else None


def _known_body(
    scene: Scene, phrase: Phrase, known: tuple[int, int, Mention], end: int
) -> tuple[str, Span]:
    first, after, mark = known
    opens, end = _adjectives(scene, phrase, first), _closing(scene, after, end)
    gender = next((t.gender for t in scene.tokens[first:after] if t.pos == "NOUN"), "")
    before = [adjective(token, gender) for token in scene.tokens[opens:first]]
    rest = scene.parsed.text[mark.span.end : scene.tokens[end - 1].span.end] if end > after else ""
    words = [*before, *(mark.value + rest.lstrip('»”"')).split()]
    return " ".join(words), span(scene, opens, max(after, end))


def _adjectives(scene: Scene, phrase: Phrase, noun: int) -> int:
    """Where the adjectives of a body open, without its state: «государственной | комиссии»."""
    at = noun
    while at - 1 > phrase.head and at - 1 >= phrase.title and _qualifies(scene, at - 1):
        at -= 1
    return at + (at < noun and scene.tokens[at - 1].pos == "ADV")


def _qualifies(scene: Scene, n: int) -> bool:
    token, mark = scene.tokens[n], scene.marks.get(n)
    own = mark is None or mark[2].kind != "state" or _opens_name(scene, n)
    return token.pos == "ADJ" and may_be(token, "gen") and own


def _opens_name(scene: Scene, n: int) -> bool:
    """«Российского института культуры»: a capital letter that only a name gives it."""
    after = scene.tokens[n + 1 : n + 2]
    return scene.tokens[n].text[0].isupper() and any(t.text[0].islower() for t in after)


def _closing(scene: Scene, at: int, end: int) -> int:
    """Where a body's name ends: «комитета по спорту», «комитета при суде», «НАСА | по»."""
    for n in range(at, end):
        token = scene.tokens[n]
        mark = scene.marks.get(n)
        within = mark is not None and mark[0] < n
        if token.pos == "ADP" and not (within or token.lemma == "при" or _is_field(scene, n)):
            return n
    return end


def _is_field(scene: Scene, n: int) -> bool:
    """«отдела по взаимоотношениям», «МЧС по Санкт-Петербургу»: the «по» belongs to the body."""
    body = scene.tokens[n - 1]
    there = scene.marks.get(n + 1)
    return scene.tokens[n].lemma == "по" and (
        is_(body, "body") or (there is not None and there[2].kind in {"state", "place"})
    )


def _opening(scene: Scene, phrase: Phrase, end: int) -> int | None:
    """The noun of a body that no table knows: «директор Института», «помощник главы | отдела»."""
    n = phrase.head + 1
    n += n < end and scene.tokens[n].text == "."
    while n < end and _leads(scene, phrase, n):
        n += 1
    return n if n < end and _is_body(scene, n) else None


def _leads(scene: Scene, phrase: Phrase, n: int) -> bool:
    token = scene.tokens[n]
    if not single_titles().isdisjoint(token.keys):
        return n > phrase.head
    return token.pos in {"ADJ", "DET"} and may_be(token, "gen")


def _other_body(scene: Scene, phrase: Phrase, noun: int, end: int) -> tuple[str, Span]:
    """«Институт мировой экономики» of «директор Института мировой экономики»."""
    at, end = _adjectives(scene, phrase, noun), _closing(scene, noun + 1, end)
    made, start = [], scene.tokens[at].span.start
    for m in range(at, end):
        token = scene.tokens[m]
        gap = scene.parsed.text[start : token.span.start]
        word = token.text if m > noun else _nominative(token, scene.tokens[noun])
        made.append(gap + word)
        start = token.span.end
    return " ".join("".join(made).split()), span(scene, at, end)


def _nominative(token: Token, noun: Token) -> str:
    """A word of a body in the nominative: «вооружённые силы» stay many."""
    if noun.number == "plur":
        found = (p.inflect({"nomn", "plur"}) for p in models.parses(token.text))
        made = next((p.word for p in found if p is not None), token.text)
        return styled(made, token.text)
    return singular(token) if token is noun else adjective(token, noun.gender)


def _is_body(scene: Scene, n: int) -> bool:
    token = scene.tokens[n]
    if n in scene.marks and scene.marks[n][2].kind in {"state", "place"}:
        return False
    if is_(token, "body") or token.text in {"«", "“", '"', "„"}:
        return True
    return token.text[0].isupper()
