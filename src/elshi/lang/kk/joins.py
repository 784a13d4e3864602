"""Kazakh phrases joined: with postpositions, in lists, with their owners.

Қазақстанның + Президенті Тоқаев        Тоқаев, Путин және Макрон        сапар + барысында
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.lang.kk.items import COORDINATORS, Border, Item, Phrase, is_event, possessed, titled
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.words import Words, postpositions
from elshi.text import fold


def merged(words: Words, found: list[Item]) -> list[Item]:
    """Postpositions joined to their phrases, lists joined, genitives to what they own."""
    joined = _with_owners(words, _with_lists(words, _with_postpositions(words, found)))
    return _with_bare_posts(words, _with_envoys(words, joined))


def _with_envoys(words: Words, found: Sequence[Item]) -> list[Item]:
    """«елшісі | Трампқа сенім грамотасын тапсырды»: the envoy is the subject."""
    made: list[Item] = []
    for item in found:
        if isinstance(item, Phrase) and _presents(words, item):
            name = words.starts[item.head]
            made.append(Phrase(item.start, name, name - 1, "nom", possessed=True))
            item = replace(item, start=name)
        made.append(item)
    return made


def _with_bare_posts(words: Words, found: Sequence[Item]) -> list[Item]:
    """«Мемлекет басшысы | Энтони Блинкенді қабылдады»: without another subject the post is it."""
    made: list[Item] = []
    subject, headline = False, _is_headline(words, found)
    for item in found:
        free = isinstance(item, Phrase) and not subject
        cut = _bare_post(words, item, headline=headline) if free else None  # type: ignore[arg-type]
        if cut is not None:
            assert isinstance(item, Phrase)
            made.append(Phrase(item.start, cut, cut - 1, "nom", possessed=True))
            item = replace(item, start=cut)
        subject = subject or (isinstance(item, Phrase) and item.case == "nom" and not item.marker)
        made.append(item)
    nominative = any(
        isinstance(i, Phrase) and i.case == "nom" and not i.marker and _nameable(words, i.head)
        for i in found
    )
    return list(found) if nominative else made


def _is_headline(words: Words, found: Sequence[Item]) -> bool:
    """Whether a sentence opens the text, and nothing in it is somebody's."""
    owned = any(isinstance(item, Phrase) and item.case == "gen" for item in found)
    return bool(found) and words.tokens[found[0].start].sentence == 0 and not owned


def _presents(words: Words, item: Phrase) -> bool:
    """«елшісі | Трампқа сенім грамотасын тапсырды»: an envoy presents credentials, never gets."""
    name = words.starts.get(item.head, item.start)
    if words.ends.get(item.head) != "person" or item.case != "dat" or item.splits:
        return False
    return (
        name > item.start
        and fold(words.tokens[name - 1].text).startswith("елші")
        and any(fold(t.text) == "сенім" for t in words.tokens[item.end : item.end + 3])
    )


_DOMESTIC = kind("domestic")


def _bare_post(words: Words, item: Phrase, *, headline: bool) -> int | None:
    """Where the name begins after a post that names no state, the whole in an oblique case."""
    if (
        words.ends.get(item.head) != "person"
        or item.case not in {"acc", "ins", "dat"}
        or item.splits
    ):
        return None
    name = words.starts[item.head]
    if not item.start < name <= item.start + 3 or not titled(words, name - 1):
        return None
    first = words.tokens[item.start]
    known = any(item.start <= end < name and words.ends[end] == "state" for end in words.ends)
    if known and headline:
        return name  # a headline leaves nobody out: «Польша премьері Макронмен кездесті»
    return name if not known and not _DOMESTIC.isdisjoint(first.keys) else None


def _with_postpositions(words: Words, found: Sequence[Item]) -> list[Item]:
    made: list[Item] = []
    for item in found:
        last = made[-1] if made else None
        sense = _postposition(words, item, last, found)
        if sense and isinstance(last, Phrase):
            made[-1] = replace(last, marker=sense, end=item.end)
        else:
            made.append(item)
    return made


def _postposition(words: Words, item: Item, last: Item | None, found: Sequence[Item]) -> str:
    """The marker that a postposition gives the phrase before it; empty where it is none here."""
    if not isinstance(last, Phrase) or not isinstance(item, Border) or last.end != item.start:
        return ""
    text = fold(words.tokens[item.start].text)
    if item.end != item.start + 1 or text not in postpositions():
        return ""
    case, marker = postpositions()[text]
    fits = last.case == case or (
        case == "nom"
        and last.case == "gen"
        and marker in {"between", "by", "during", "with", "host", "to"}
    )
    return marker if fits else ""


def _with_lists(words: Words, found: Sequence[Item]) -> list[Item]:
    """«X, Y және Z»: phrases of one case parted by commas are one, its parts coordinated."""
    made: list[Item] = []
    for item in found:
        if (
            isinstance(item, Phrase)
            and len(made) > 1
            and _continues(words, made[-2], made[-1], item)
        ):
            first = made[-2]
            assert isinstance(first, Phrase)
            made[-2:] = [
                replace(item, start=first.start, after_comma=first.after_comma,
                        splits=(*first.splits, made[-1].start, *item.splits))
            ]  # fmt: skip
        else:
            made.append(item)
    return made


def _continues(words: Words, first: Item, sign: Item, item: Phrase) -> bool:
    if not isinstance(first, Phrase) or not isinstance(sign, Border):
        return False
    text = fold(words.tokens[sign.start].text)
    if first.end != sign.start or sign.end != item.start or first.marker:
        return False
    if text in COORDINATORS:
        return first.case == item.case or first.case in {"nom", ""}
    topic = item.marker == "about" and words.ends.get(first.head) != "person"
    if text == "," and topic and not titled(words, first.head):
        return first.case == "nom"  # «Тайвань, сауда және климат туралы»
    return text == "," and _kin(words, first, item)


def _kin(words: Words, first: Phrase, item: Phrase) -> bool:
    """Parts of a list: both names, posts or states, of one case."""
    if first.case not in {"nom", item.case}:
        return False
    return _nameable(words, first.head) and _nameable(words, item.head)


def _nameable(words: Words, head: int) -> bool:
    return head in words.ends or titled(words, head)


def _with_owners(words: Words, found: Sequence[Item]) -> list[Item]:
    """«Қазақстанның | Президенті Тоқаев» → one phrase; an event keeps its genitive apart."""
    made: list[Item] = []
    for item in found:
        last = made[-1] if made else None
        owns = isinstance(item, Phrase) and isinstance(last, Phrase)
        if owns and _owned(words, last, item):
            assert isinstance(item, Phrase)
            assert isinstance(last, Phrase)
            splits = (*last.splits, *item.splits)
            made[-1] = replace(item, start=last.start, splits=splits, after_comma=last.after_comma)
        else:
            made.append(item)
    return made


def _first_owned(words: Words, item: Phrase) -> bool:
    """«басшысы мен … министрі», «орынбасары Альберт Рау мен депутаттар»: the first part is his."""
    last = item.splits[0] - 1
    before = words.starts.get(last, last) - 1 if words.ends.get(last) == "person" else last
    return before >= item.start and possessed(words, before)


def _owned(words: Words, last: Item | None, item: Item) -> bool:
    if not isinstance(last, Phrase) or not isinstance(item, Phrase) or last.end != item.start:
        return False
    if last.case != "gen" or last.marker:
        return False
    if words.ends.get(last.head) == "person" and item.splits:
        return False  # «Помпеоның | ел басшылығы мен министрмен | кездесуі»
    if words.ends.get(last.head) == "person" and item.start in words.starts.values():
        return False  # «Тоқаевтың | Украина Президенті … Зеленскиймен | әңгімесі»
    if words.tokens[last.head].pos == "PRON" and words.ends.get(item.head) == "person":
        return False  # «оның | Ресей Президенті Путинмен | келіссөздері»
    first = bool(item.splits) and _first_owned(words, item)
    return first or (item.possessed and not is_event(words, item.head))
