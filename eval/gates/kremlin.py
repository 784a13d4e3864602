"""Gate: kremlin.ru, Russian and English: what the title says against what is read from the text.

The title is never given to the reader. Of the English releases two inputs are read: the page as it
stands (lead and text), and the text alone: what follows the lead, often without a word of who met
whom. What only the title tells is not asked, but counted in rows of its own («…, not told»; the
rules stand in told.py); whether a place is told is asked where the text says a word of it. The
Kremlin as a place is Moscow. Lists of participants are read as pages with their lines, and run into
one line (see lists.py); below the stars a list says no side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from corpora import ROOT, corpus, json_lines, reading
from elshi.lang import load
from elshi.ontology.tables import rows as table
from elshi.records import Account, Participant, Reading
from elshi.text import fold
from figures import Figure, share
from lists import Line, lines, page_of
from told import LITTLE, Asked, kind_told, named, post_told, side_told

NAME = "kremlin"
GOLD = ROOT / "eval" / "gold" / "kremlin.tsv"
UNTOLD = ("kind, not told", "counterpart, not told", "side, not told", "post, not told")
FIELDS = ("kind", "counterpart", "side", "post", "date", "place", *UNTOLD, "place told", "silent")
COLUMNS = ("lang", "number", "kind", "announced", "side", "name", "post")


class Row(NamedTuple):
    """What a title says of one contact with one counterpart; `-` is not said."""

    lang: str
    number: str
    kind: str
    announced: str
    side: str
    name: str
    post: str


@dataclass(slots=True)
class Tally:
    """Right and asked, by field, with the errors in words."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, right: bool, where: str) -> None:
        """One answer."""
        self.right[name] += right
        self.asked[name] += 1
        if not right and name not in {"place told", *UNTOLD}:
            self.errors.append(f"{name}\t{where}")


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield GOLD
    yield corpus("kremlin/ru.dev.jsonl")
    yield corpus("kremlin/en.dev.jsonl")


def gate(every: int = 1) -> list[Figure]:
    """Fields of the contacts that titles tell; lines of participants; silence on the rest."""
    figures = []
    for lang, alone in (("ru", False), ("en", False), ("en", True)):
        tally = _tally(lang, alone, every)
        for name in FIELDS[: -2 if alone else None]:
            shown = f"{name}, text alone" if alone else name
            counts = tally.right[name], tally.asked[name]
            figures.append(share(NAME, lang, shown, counts))
    return [*figures, *_lists()]


def errors(every: int = 1) -> list[str]:
    """What is read otherwise than the title says, and contacts read where it says none."""
    told = [
        f"{lang}{' text' if alone else ''}\t{line}"
        for lang, alone in (("ru", False), ("en", False), ("en", True))
        for line in _tally(lang, alone, every).errors
    ]
    told.sort(key=lambda line: FIELDS.index(line.split("\t")[1]))
    return [*told, *_list_errors()]


@cache
def _rows() -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for cells in table(GOLD, *COLUMNS):
        row = Row(*cells)
        found.setdefault((row.lang, row.number), []).append(row)
    return found


@cache
def _tally(lang: str, alone: bool, every: int) -> Tally:
    tally = Tally()
    for item in json_lines(f"kremlin/{lang}.dev.jsonl")[::every]:
        wanted = _rows().get((lang, item["url"].rsplit("/", 1)[1]), [])
        if any(row.kind == "any" for row in wanted) or (alone and not wanted):
            continue
        found = _read(item, alone)
        for row in wanted:
            _compare(tally, found, row, item, alone=alone)
        if not wanted and not alone:
            main = [a for a in found.accounts if a.role.value == "main"]
            tally.add("silent", not main, f"{item['title']}\t{'; '.join(map(_told, main))}")
    return tally


def _read(item: dict[str, Any], alone: bool) -> Reading:
    """An item as input: English leads stand in the page, in Russian the text holds them."""
    given = [("lang", item["lang"])]
    if item["published"]:
        given.append(("published", item["published"]))
    return reading(_given(item, alone), given)


def _given(item: dict[str, Any], alone: bool) -> str:
    lead = "" if alone or item["lang"] == "ru" else (item["summary"] or "")
    return f"{lead}\n\n{item['text']}".strip()


def _compare(tally: Tally, found: Reading, row: Row, item: dict[str, Any], *, alone: bool) -> None:
    asked = Asked(row.lang, row.kind, row.side, row.name, row.post)
    text = _given(item, alone)
    known = named(asked, text, alone=alone)
    where = f"{item['title']}\tread {'; '.join(map(_told, found.accounts)) or 'nothing'}"
    of_kind = [a for a in found.accounts if a.kind.value == row.kind]
    here = [(a, p) for a in found.accounts for p in a.participants if _is(p, row)]
    kind = any(a in of_kind for a, _ in here) if here else bool(of_kind)
    tally.add("kind" if known and kind_told(asked, text) else UNTOLD[0], kind, where)
    if row.side == "-":
        return
    tally.add("counterpart" if known else UNTOLD[1], bool(here), where)
    if not known:
        return
    here.sort(key=lambda pair: (pair[0].kind.value != row.kind, pair[0].role.value != "main"))
    account, participant = here[0] if here else (None, None)
    side = "side" if side_told(asked, text) else UNTOLD[2]
    tally.add(side, bool(participant and _side(participant) == row.side), where)
    if row.post != "-":
        told = post_told(asked, text, alone=alone)
        right = bool(participant and _holds(participant, row))
        tally.add("post" if told else UNTOLD[3], right, where)
    if account:
        tally.add("date", _dated(account, row, item), where)
        tally.add("place", _placed(account, item), where)
        if row.kind in {"meeting", "visit"} and _names_its_place(item, text):
            tally.add("place told", account.place is not None, where)


def _told(account: Account) -> str:
    who = ", ".join(
        f"{p.name.value}|{p.post.value if p.post else '-'}|{_side(p)}" for p in account.participants
    )
    when = account.when.edtf if account.when else "-"
    city = account.place.city.value if account.place and account.place.city else "-"
    return f"{account.kind.value} {account.role.value} ({who}) {when} {city}"


def _side(participant: Participant) -> str | None:
    return participant.side.value if participant.side else None


def _is(participant: Participant, row: Row) -> bool:
    """By a shared word of the name (endings aside); by the side where the title names nobody."""
    if row.name == "-":
        return _side(participant) == row.side
    ours, theirs = _stems(participant.name.value), _stems(row.name)
    return bool(ours & theirs)


def _stems(name: str) -> set[str]:
    words = [word for word in re.findall(r"[\w-]+", fold(name)) if len(word) > 1]
    return {word[: max(4, len(word) - 2)] for word in words if len(word) > 3} or set(words)


def _holds(participant: Participant, row: Row) -> bool:
    """The words of the title's post, its state aside, are all in ours."""
    if participant.post is None:
        return False
    return _core(row.post, row) <= _core(participant.post.value, row)


def _core(post: str, row: Row) -> set[str]:
    keys = load(row.lang).keys
    words = {keys(word)[0] for word in re.findall(r"[\w-]+", fold(post))}
    return words - LITTLE - _state_words(row.lang, row.side)


@cache
def _state_words(lang: str, side: str) -> frozenset[str]:
    """Every word of every form of a state."""
    path = ROOT / "src" / "elshi" / "lang" / lang / "states.tsv"
    keys = load(lang).keys
    forms = [form for code, _, form in table(path, "code", "kind", "form") if code == side]
    return frozenset(
        key for form in forms for word in re.findall(r"[\w-]+", fold(form)) for key in keys(word)
    )


def _dated(account: Account, row: Row, item: dict[str, Any]) -> bool:
    """No day, or the right one: of publishing, or the one announced."""
    edtf = account.when.edtf if account.when else None
    if edtf is None or edtf.startswith("["):
        return True
    published = (item["published"] or "2025")[:10]
    if row.announced != "-":
        return row.announced in edtf.split("/")[0]
    return published in edtf or edtf in published


def _names_its_place(item: dict[str, Any], text: str) -> bool:
    """Whether the text says a word of where the page says that it was."""
    return bool(_stems(item["place"] or "") & _stems(text))


def _placed(account: Account, item: dict[str, Any]) -> bool:
    """No city, or the one of the page; nothing of a call or a message."""
    if account.place is None:
        return True
    if account.kind.value in {"call", "message"}:
        return False
    city = account.place.city
    where = f"{item['place'] or ''} {item['title']} {item['summary'] or ''} {item['text'][:400]}"
    where += " Moscow" if "Kremlin" in where else " Москва" if "Кремл" in where else ""
    return city is None or bool(_stems(city.value) & _stems(where))


@cache
def _list_answers() -> list[tuple[str, Line, bool]]:
    """Every line of the lists by side, in pages with lines and in pages run into one line."""
    answers = []
    for item in json_lines("kremlin/ru.dev.jsonl"):
        page = item["participants_page"] or ""
        if "стороны" not in page:
            continue
        for name, text in (("lines", page_of(page)), ("lines run in", page)):
            told = set(_participants(reading(text, [("lang", "ru")], whole=True)))
            answers += [(name, line, _listed(line, told)) for line in lines(page)]
    return answers


def _listed(line: Line, told: set[tuple[frozenset[str], str, str | None]]) -> bool:
    """Whether a line is read; below the stars, where a list says no side, any may be read."""
    name, post, side = _line_key(line)
    return any(n == name and p == post and side in {s, None} for n, p, s in told)


def _line_key(line: Line) -> tuple[frozenset[str], str, str | None]:
    return frozenset(fold(line.name).split()), fold(line.post), line.side


def _participants(found: Reading) -> Iterator[tuple[frozenset[str], str, str | None]]:
    """Who is read in what post for which side: as participants, or as holders of posts."""
    for account in found.accounts:
        for p in account.participants:
            post = fold(p.post.value) if p.post else ""
            yield frozenset(fold(p.name.value).split()), post, _side(p)
    for tenure in found.tenures:
        side = tenure.side.value if tenure.side else None
        yield frozenset(fold(tenure.person.value).split()), fold(tenure.post.value), side


def _lists() -> Iterator[Figure]:
    for name in ("lines", "lines run in"):
        right = [ok for form, _, ok in _list_answers() if form == name]
        yield share(NAME, "ru", name, (sum(right), len(right)))


def _list_errors() -> list[str]:
    return [
        f"ru\t{name}\t{line.name} – {line.post}\t{line.side}"
        for name, line, right in _list_answers()
        if not right
    ]
