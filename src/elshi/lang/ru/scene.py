"""A text as the grammar of posts sees it: where names, states, bodies and titles stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from elshi.lang.ru import models
from elshi.lang.ru.morph import CASES, fold, keys, words
from elshi.ontology.gazetteer import Gazetteer
from elshi.ontology.tables import rows
from elshi.pack import Parsed, Token
from elshi.records import Mention, Span

CONFUSED = {"gen": "acc", "acc": "gen", "dat": "loc", "loc": "dat"}
"""Cases that look alike, and which the model therefore takes for each other."""
EX = "экс-"
BEFORE = (EX, "женщина-", "женщины-", "женщине-", "женщину-", "женщиной-")
UNLISTED = "name:model"
"""The rule of a body that only the model of names sees."""


@dataclass(frozen=True, slots=True)
class Row:
    """A title of the table: its rung, and of what the office must be for it to have that rung."""

    form: str
    of: str
    level: str
    note: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with what is known to stand at its tokens."""

    parsed: Parsed
    tokens: tuple[Token, ...]
    names: dict[int, tuple[int, int, Mention]]
    """Token → first token, token after the last, the name."""
    marks: dict[int, tuple[int, int, Mention]]
    titles: dict[int, tuple[int, int, tuple[Row, ...]]]
    states: tuple[Mention, ...] = ()
    """States in text order, those within the name of a body included."""

    def same(self, one: int, other: int) -> bool:
        """Whether two tokens are there and in the same sentence."""
        inside = 0 <= one < len(self.tokens) and 0 <= other < len(self.tokens)
        return inside and self.tokens[one].sentence == self.tokens[other].sentence


def scene(parsed: Parsed, found: Sequence[Mention]) -> Scene:
    """A text as the grammar of posts sees it."""
    tokens = tuple(_without_ex(token) for token in parsed.tokens)
    starts = [token.span.start for token in tokens]
    people = [m for m in found if m.kind == "person"]
    others = [m for m in found if m.kind in {"state", "institution", "place"}]
    others.sort(key=lambda m: m.kind == "state")  # Сингапур is a city and a state: the state's post
    unlisted = [m for m in others if m.rule == UNLISTED]
    names = dict(_at(starts, tokens, people))
    listed = dict(_at(starts, tokens, [m for m in others if m.rule != UNLISTED]))
    marks = dict(_at(starts, tokens, unlisted)) | listed
    hits = [
        (s, e, r)
        for s, e, r in gazetteer().find(tokens)
        if not any(n in names for n in range(s, e))
    ]
    heads = {start + head_offset(row[0].form) for start, _, row in hits}
    tokens = tuple(_mended(t) if n in heads else t for n, t in enumerate(tokens))
    titles = {
        start: (start, end, row)
        for start, end, row in hits
        if (
            is_title(tokens[start + head_offset(row[0].form)], row[0].form)
            and not _is_led(tokens, start)
        )
        or _is_in_charge(tokens, end, row)
    }
    states = sorted((m for m in others if m.kind == "state"), key=lambda m: m.span)
    return Scene(parsed, tokens, names, marks, titles, tuple(states))


def _is_led(tokens: Sequence[Token], n: int) -> bool:
    """«во главе с министром»: no head of anything."""
    around = [t.text.lower() for t in tokens[max(n - 1, 0) : n + 2]]
    return len(around) == 3 and around[0] == "во" and around[2] in {"с", "со"}


def _is_in_charge(tokens: Sequence[Token], end: int, rows: Sequence[Row]) -> bool:
    """«управляющий компанией» is one, though it may be a participle."""
    charge = end < len(tokens) and tokens[end].case == "ins" and tokens[end].pos in _NOUNS
    return charge and governs(rows) == "ins"


def governs(rows: Sequence[Row]) -> str:
    """The case in which a title has what it is of: «директор банка», «управляющий банком»."""
    return "ins" if any("ins" in row.note.split() for row in rows) else "gen"


_NOUNS = frozenset({"NOUN", "PROPN"})


def _at(
    starts: Sequence[int], tokens: Sequence[Token], mentions: Sequence[Mention]
) -> Iterator[tuple[int, tuple[int, int, Mention]]]:
    for mention in sorted(mentions, key=lambda m: m.span.end - m.span.start):
        first = bisect_left(starts, mention.span.start)
        after = bisect_left(starts, mention.span.end)
        for n in range(first, after):
            yield n, (first, after, mention)


def _mended(token: Token) -> Token:
    """A title with the case and the number that its form allows: «Президенты» is no genitive."""
    found = [
        (CASES.get(str(p.tag.case), ""), str(p.tag.number))
        for p in models.parses(token.text)
        if p.is_known and fold(p.normal_form) in token.keys and p.tag.POS in {"NOUN", "ADJF"}
    ]
    if not found or not token.case or (token.case, token.number) in found:
        return token
    near = [pair for pair in found if pair[0] == token.case]
    near = near or [pair for pair in found if pair[1] == token.number] or found
    return replace(token, case=near[0][0], number=near[0][1])


def _without_ex(token: Token) -> Token:
    """«экс-президент», «женщина-спикер» are looked up as what they are."""
    before = next((b for b in BEFORE if token.text.lower().startswith(b)), "")
    rest = token.text[len(before) :]
    if not before or len(rest) < 4:
        return token
    case, number = token.case, token.number
    if token.pos not in {"NOUN", "PROPN"}:
        tag = models.parses(rest)[0].tag
        case, number = CASES.get(str(tag.case), ""), str(tag.number)
    return replace(token, pos="NOUN", case=case, number=number, keys=(*token.keys, *keys(rest)))


@cache
def gazetteer() -> Gazetteer[tuple[Row, ...]]:
    """Titles by form; one form with all its rows."""
    table: dict[str, list[Row]] = {}
    source = files(__package__) / "titles.tsv"
    for form, of, level, note in rows(source, "form", "of", "level", "note"):
        table.setdefault(form, []).append(Row(form, of, level, note))
    return Gazetteer.of(
        ((form, tuple(found)) for form, found in table.items()), keys, tokenize=words
    )


@cache
def roles() -> dict[str, frozenset[str]]:
    """What small words do around a title: role → words."""
    table: dict[str, set[str]] = {}
    for form, role in rows(files(__package__) / "title_words.tsv", "form", "role"):
        table.setdefault(role, set()).add(fold(form))
    return {role: frozenset(forms) for role, forms in table.items()}


def is_(token: Token, role: str) -> bool:
    """Whether a word plays this role around a title."""
    return not roles()[role].isdisjoint(token.keys)


@cache
def single_titles() -> frozenset[str]:
    """Titles of one word that no person bears as a name."""
    forms = {
        form for form, *_ in rows(files(__package__) / "titles.tsv", "form", "of", "level", "note")
    }
    return frozenset(fold(form) for form in forms if " " not in form and not _is_name(form))


def _is_name(form: str) -> bool:
    return any(p.is_known and {"Name", "Surn"} & p.tag.grammemes for p in models.parses(form))


@cache
def head_offset(form: str) -> int:
    """Which word of a title is its head noun: «чрезвычайный и полномочный посол», 3."""
    found = words(form)
    small = [n for n, word in enumerate(found) if models.parses(word)[0].tag.POS == "PREP"]
    before = small[0] if small else len(found)
    for n, word in enumerate(found[:before]):
        if str(models.parses(word)[0].tag.POS) in {"NOUN", "None"} or "-" in word:
            return n
    return before - 1 if small else 0


def may_be(token: Token, case: str) -> bool:
    """Whether a word can stand in a case: as the model says, or where its form allows it."""
    if token.case == case:
        return True
    word = token.text.split("-")[-1] if token.text.startswith(("аль-", "ас-")) else token.text
    if not ("а" <= fold(word)[-1] <= "я"):
        return word[0].isupper() and word[0].isalpha()
    if len(word) > 1 and sum(letter.isupper() for letter in word) > 1 and "-" not in word:
        return True
    if token.case not in {CONFUSED.get(case, ""), ""} and token.pos != "PROPN":
        return False
    if token.pos not in {"NOUN", "PROPN", "ADJ", "VERB", "DET", "NUM"}:
        return False
    return any(CASES.get(str(p.tag.case)) == case for p in models.parses(word))


def is_title(token: Token, form: str) -> bool:
    """Whether a word is the title here, and not «политика», «рабочий визит», «ведущая роль»."""
    if token.pos not in {"NOUN", "PROPN"} or " " in form:
        return " " in form
    word = fold(words(form)[head_offset(form)])
    return (
        token.lemma in {word, *(before + word for before in BEFORE)}
        or word.startswith("зам")
        or (word.endswith("й") and word in token.keys)
    )


def span(scene: Scene, first: int, after: int) -> Span:
    """The characters of tokens `first` to `after`, exclusive."""
    return Span(scene.tokens[first].span.start, scene.tokens[after - 1].span.end)
