"""Kazakh phrases: a sentence as noun phrases, groups of verbs and borders between them.

    Қазақстан Президенті Қасым-Жомарт Тоқаев | Астанада | Владимир Путинмен | кездесіп, | …
    nom──────────────────────────────────────  loc───────  ins──────────────   verb

A phrase ends at the word that bears a case, at a name, at a post, at a postposition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from elshi.lang.kk.lexicon import pairs
from elshi.lang.kk.morph import nouns
from elshi.lang.kk.verbs import Verb
from elshi.lang.kk.words import Words, postpositions, titles
from elshi.text import fold

CASED = frozenset({"dat", "acc", "loc", "abl", "ins"})
COORDINATORS = frozenset({"мен", "бен", "пен", "және", "әрі", "немесе"})
AUXILIARIES = frozenset(
    "ал бер кел бар отыр тұр жат жүр қой жібер өт шық кет бол сал қал көр баста біт".split()
)
"""Verbs that only colour a converb before them: «талқылап жатыр», «айтып берді»."""
COPULAS = frozenset("екен еді емес жоқ".split())
LEADING = frozenset("басшылығымен төрағалығымен жетекшілігімен шақыруымен қатысуымен".split())
"""Nouns that serve as postpositions after a genitive or a name: «Тоқаевтың басшылығымен»."""
PRONOUNS = frozenset("ол оның оған оны онымен одан олар олардың оларға оларды олармен".split())
_PRONOUN_CASE = {
    "оның": "gen", "оған": "dat", "оны": "acc", "онымен": "ins", "одан": "abl",
    "бұған": "dat", "бұдан": "abl", "содан": "abl", "осыған": "dat",
    "олардың": "gen", "оларға": "dat", "оларды": "acc", "олармен": "ins", "олардан": "abl",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [start, end), its head word, and what it is to a verb."""

    start: int
    end: int
    head: int
    case: str
    marker: str = ""
    """Given by a postposition."""
    splits: tuple[int, ...] = ()
    """Tokens that coordinate its parts."""
    possessed: bool = False
    """Its head is somebody's: «төрағасы», «сапары»."""
    after_comma: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One verb with its auxiliaries: «кездесетін болады», «талқылап жатыр»."""

    start: int
    end: int
    verb: Verb
    tail: tuple[Verb, ...] = ()
    words: tuple[str, ...] = ()
    """Folded copulas and modal words after it: емес, жоқ, тиіс, мүмкін."""


@dataclass(frozen=True, slots=True)
class Border:
    """A sign, a quotation or a word that parts phrases; `[start, end)` are its tokens."""

    start: int
    end: int
    sign: str = ""


Item = Phrase | Group | Border


@dataclass(slots=True)
class _Open:
    """A phrase that is being read."""

    start: int
    splits: list[int] = field(default_factory=list)


def items(words: Words, start: int, end: int) -> list[Item]:
    """The tokens [start, end) of a sentence as phrases, verb groups and borders."""
    found = list(_scan(words, start, end))
    return _merged(words, found)


def _scan(words: Words, start: int, end: int) -> Iterator[Item]:
    at = start
    while at < end:
        item = _next(words, at, end)
        yield item
        at = item.end


def _next(words: Words, at: int, end: int) -> Item:
    token = words.tokens[at]
    if token.text == "«":
        return _quotation(words, at, end)
    if token.text in "([":
        return _bracket(words, at, end)
    if at in words.times or token.pos in {"PUNCT", "ADV", "PART"}:
        return Border(at, at + 1, token.text)
    if _is_verb(words, at, end):
        return _group(words, at, end)
    if token.pos == "ADP" or fold(token.text) in COORDINATORS | {"ал"}:
        return Border(at, at + 1, token.text)
    return _phrase(words, at, end)


def _quotation(words: Words, at: int, end: int) -> Item:
    """A name in quotation marks begins a phrase; a sentence in them is a border."""
    close = next((n for n in range(at, end) if words.tokens[n].text == "»"), end - 1)
    if close - at > 1 and _is_speech(words, at, close):
        return Border(at, close + 1, "«»")
    return _phrase(words, at, end)


def _is_speech(words: Words, at: int, close: int) -> bool:
    after = words.tokens[close + 1 : close + 2]
    if after and after[0].text in ",–—" and close - at > 2:
        return any(v is not None for v in words.verbs[at:close]) or close - at > 6
    return any(v and v.form == "finite" for v in words.verbs[at:close]) or close - at > 10


def _bracket(words: Words, at: int, end: int) -> Border:
    close = next((n for n in range(at, end) if words.tokens[n].text in ")]"), at)
    return Border(at, close + 1, "()")


def _is_verb(words: Words, at: int, end: int) -> bool:
    read = words.verbs[at]
    if read is None or words.tokens[at].pos == "PROPN":
        return False
    if read.mood != "inf":
        return True
    if read.case == "loc" and not read.possessive:
        return at + 1 >= end or words.tokens[at + 1].pos == "PUNCT"
    return _governed(words, at, end)


def _governed(words: Words, at: int, end: int) -> bool:
    """An infinitive before a word that makes it a wish, a plan: «баруы мүмкін», «баруды жоспарлап»."""
    if at + 1 >= end:
        return False
    following = words.tokens[at + 1]
    if fold(following.text) in {"мүмкін", "тиіс", "керек", "қажет", "ықтимал", "үшін"}:
        return True
    read = words.verbs[at + 1]
    if read is None or words.verbs[at] is None:
        return False
    return _modal(read) and words.tokens[at].case in {"acc", "dat"} and read.mood != "inf"


def _modal(read: Verb) -> bool:
    return read.lemma in modals()


@cache
def modals() -> dict[str, str]:
    """Words that make a plan, a wish, a cancellation of the predicate beside them."""
    return pairs("modals.tsv", "form", "modality")


def _group(words: Words, at: int, end: int) -> Group:
    first = words.verbs[at]
    assert first is not None
    tail: list[Verb] = []
    after: list[str] = []
    to, last = at + 1, first
    while to < end:
        read, text = words.verbs[to], fold(words.tokens[to].text)
        if text in COPULAS or text in {"тиіс", "мүмкін", "керек", "қажет", "ықтимал"}:
            after.append(text)
        elif read is not None and _colours(last, read):
            tail.append(read)
            last = read
        else:
            break
        to += 1
    return Group(at, to, first, tuple(tail), tuple(after))


def _colours(last: Verb, read: Verb) -> bool:
    """Whether a verb is only an auxiliary of the one right before it."""
    if last.mood in {"conv", "pres"} and not last.person:
        return read.stem in AUXILIARIES
    if last.mood == "wish":
        return read.stem == "кел"
    return last.form in {"participle", "finite"} and read.stem == "бол"


def _phrase(words: Words, at: int, end: int) -> Phrase:
    open_ = _Open(at)
    to = at
    while to < end:
        if to > at and _stops(words, to, end):
            break
        if _ends_here(words, open_, to, end):
            to += 1
            break
        to += 1
    return _closed(words, open_, max(to, at + 1), end)


def _stops(words: Words, to: int, end: int) -> bool:
    """Whether a token cannot belong to the phrase before it."""
    token = words.tokens[to]
    if to in words.times or token.pos == "ADV":
        return True
    if token.text in "«»" or token.text in "–—-":
        return not _inner_sign(words, to, end)
    if fold(token.text) in COORDINATORS:
        return False
    if token.pos == "ADP" and fold(token.text) in LEADING:
        return words.tokens[to - 1].case == "gen" or words.ends.get(to - 1) == "person"
    if token.pos in {"PUNCT", "PART", "ADP", "CCONJ"}:
        return True
    return _is_verb(words, to, end)


def _inner_sign(words: Words, to: int, end: int) -> bool:
    """A quotation mark of a name, or the dash of a double post."""
    token = words.tokens[to]
    if token.text == "«":
        close = next((n for n in range(to, end) if words.tokens[n].text == "»"), end)
        return not _is_speech(words, to, close)
    if token.text == "»":
        return True
    before, after = words.tokens[to - 1], words.tokens[to + 1 : to + 2]
    return bool(after) and after[0].pos in {"PROPN", "NOUN"} and before.pos != "PUNCT"


def _ends_here(words: Words, open_: _Open, to: int, end: int) -> bool:
    token = words.tokens[to]
    text = fold(token.text)
    signs = [t.text for t in words.tokens[open_.start : to + 1]]
    if signs.count("«") > signs.count("»"):
        return False
    if text in COORDINATORS:
        open_.splits.append(to)
        return False
    if token.pos == "PRON":
        return True
    if token.pos == "PROPN" and to not in words.ends and _within_known(words, to):
        return False
    if _attributive(words, to):
        return False
    if token.case in CASED:
        return not _more(words, open_, to, end)
    if token.case == "gen":
        return not _more(words, open_, to, end)
    if words.ends.get(to) == "person":
        return not _more(words, open_, to, end)
    return _bare_end(words, open_, to, end)


def _within_known(words: Words, to: int) -> bool:
    return any(
        words.starts[last] <= to < last for last in words.starts if last - to < 12 and last > to
    )


def _attributive(words: Words, to: int) -> bool:
    """«Қазақстандағы», «жөніндегі»: it only describes what follows."""
    return any(n.attributive for n in nouns(fold(words.tokens[to].text)))


def _more(words: Words, open_: _Open, to: int, end: int) -> bool:
    """Whether a coordinator follows, so that the phrase goes on."""
    if to + 2 > end - 1:
        return False
    text = fold(words.tokens[to + 1].text)
    return text in COORDINATORS and words.verbs[to + 2] is None


def _bare_end(words: Words, open_: _Open, to: int, end: int) -> bool:
    """A nominative that ends its phrase: a post with no name after it, a role, a state alone."""
    if to + 1 >= end or _more(words, open_, to, end):
        return False
    following = words.tokens[to + 1]
    if following.pos not in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} and following.text not in "–—«":
        return False
    if _is_role(words, to):
        if _possessed(words, to):
            return not _title_goes_on(words, to, end)
        return not _owner_ahead(words, to, end, reach=1)
    if open_.splits and words.ends.get(to) in {"state", "organisation"}:
        return not _shared_ahead(words, to, end)
    if _parts(words, to):
        return not _owner_ahead(words, to, end)
    if to in words.ends and words.ends[to] != "person":
        return not _owner_ahead(words, to, end)
    if titled(words, to):
        return not _title_goes_on(words, to, end)
    if words.tokens[to].case != "nom" or not _possessed(words, to):
        return False
    return not _owner_ahead(words, to, end) and not _person_at(words, to + 1)


def _parts(words: Words, to: int) -> bool:
    """«Қазақстан делегациясы | Сианьға»: somebody's noun, or a name unknown, before a known one."""
    known = any(start == to + 1 for start in words.starts.values())
    token = words.tokens[to]
    unknown = token.pos == "PROPN" and to not in words.ends and words.tokens[to + 1].case in CASED
    troop = token.text.islower() and not _TROOPS.isdisjoint(token.keys)
    return known and not titled(words, to) and (_possessed(words, to) or unknown or troop)


_TROOPS = frozenset(["делегация", "топ", "құрама", "тарап", "өкіл", "қонақ", "мейман", "дипломат"])


def _is_role(words: Words, to: int) -> bool:
    return not _ROLES.isdisjoint(words.tokens[to].keys) and words.tokens[to].number == "plur"


_ROLES = frozenset(
    "тарап көшбасшы президент министр басшы депутат сенатор дипломат әңгімелесуші елші ел".split()
)


def titled(words: Words, to: int) -> bool:
    """Whether a token is the head of a post."""
    return not titles().isdisjoint(words.tokens[to].keys)


def _title_goes_on(words: Words, to: int, end: int) -> bool:
    """A name, a dash, or a title that the word only describes («Премьер-министр орынбасары»)."""
    following = words.tokens[to + 1]
    if following.text in "–—-" or following.text == "«":
        return True
    if titled(words, to + 1) and following.case == "gen":
        return False
    if (
        titled(words, to + 1)
        or words.tokens[to].number == "sing"
        and _owner_ahead(words, to, end, reach=1)
    ):
        return True
    return _person_at(words, to + 1)


def _person_at(words: Words, at: int) -> bool:
    return any(words.ends.get(n) == "person" and words.starts[n] == at for n in range(at, at + 6))


def _owner_ahead(words: Words, to: int, end: int, reach: int = 7) -> bool:
    """Whether the word describes a noun with a possessive ahead: «Қазақстан … министрлігі»."""
    for at in range(to + 1, min(end, to + 1 + reach)):
        token = words.tokens[at]
        if at in words.times or token.pos in {"PUNCT", "VERB", "ADV", "PART"}:
            return False
        if words.verbs[at] is not None and words.tokens[at].pos != "NOUN":
            return False
        if _possessed(words, at) and token.pos != "ADP":
            return True
        if _person_at(words, at) or (token.case in CASED and not _attributive(words, at)):
            return False
        if at in words.ends and words.ends[at] == "state":
            return False
    return False


def _shared_ahead(words: Words, to: int, end: int) -> bool:
    """«Қазақстан мен Өзбекстан | су дипломатиясы»: only a plural belongs to both."""
    for at in range(to + 1, min(end, to + 7)):
        token = words.tokens[at]
        if token.pos not in {"NOUN", "PROPN", "ADJ"} or words.verbs[at] is not None:
            return False
        if any(n.possessive == "his" and n.plural for n in nouns(fold(token.text))) or titled(
            words, at
        ):
            return True
    return False


def _possessed(words: Words, at: int) -> bool:
    """Whether a noun carries the possessive of the third person."""
    token = words.tokens[at]
    read = words.verbs[at]
    if read is not None and token.pos == "NOUN":
        return read.possessive
    folded = fold(token.text)
    if token.pos == "PROPN" and words.ends.get(at) in {"person", "state", "place"}:
        return False
    return folded[-1:] in "ыіңнаеі" and any(
        n.possessive == "his" and n.case == token.case and n.strict for n in nouns(folded)
    )


def _closed(words: Words, open_: _Open, to: int, end: int) -> Phrase:
    head = to - 1
    while head > open_.start and words.tokens[head].text in "»)":
        head -= 1
    token = words.tokens[head]
    case = _PRONOUN_CASE.get(fold(token.text), token.case or "nom")
    comma = open_.start > 0 and words.tokens[open_.start - 1].text == ","
    return Phrase(
        open_.start, to, head, case,
        splits=tuple(s for s in open_.splits if s < to),
        possessed=_possessed(words, head) or _inner_possessed(words, open_.start, head),
        after_comma=comma,
    )  # fmt: skip


def _inner_possessed(words: Words, start: int, head: int) -> bool:
    """«Президенті Владимир Путинмен»: the owner's noun stands before the name."""
    return (
        any(_possessed(words, at) for at in range(start, head)) and words.ends.get(head) == "person"
    )


def _merged(words: Words, found: list[Item]) -> list[Item]:
    """Postpositions joined to their phrases, lists joined, genitives to what they own."""
    joined = _with_owners(words, _with_lists(words, _with_postpositions(words, found)))
    return _with_bare_posts(words, joined)


def _with_bare_posts(words: Words, found: Sequence[Item]) -> list[Item]:
    """«Мемлекет басшысы | Энтони Блинкенді қабылдады»: without another subject the post is it."""
    made: list[Item] = []
    subject = False
    for item in found:
        cut = None if subject or not isinstance(item, Phrase) else _bare_post(words, item)
        if cut is not None:
            assert isinstance(item, Phrase)
            made.append(Phrase(item.start, cut, cut - 1, "nom", possessed=True))
            item = replace(item, start=cut)  # noqa: PLW2901
        subject = subject or (isinstance(item, Phrase) and item.case == "nom" and not item.marker)
        made.append(item)
    nominative = any(
        isinstance(i, Phrase) and i.case == "nom" and not i.marker and _nameable(words, i.head)
        for i in found
    )
    return list(found) if nominative else made


_DOMESTIC = frozenset("мемлекет президент үкімет премьер-министр сенат мәжіліс ел".split())


def _bare_post(words: Words, item: Phrase) -> int | None:
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
        and marker in {"between", "by", "during", "with", "host"}
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
    return text == "," and _kin(words, first, item)


def _kin(words: Words, first: Phrase, item: Phrase) -> bool:
    """Parts of a list: both names, posts, states; the last one closed by a coordinator or a case."""
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


def _owned(words: Words, last: Item | None, item: Item) -> bool:
    if not isinstance(last, Phrase) or not isinstance(item, Phrase) or last.end != item.start:
        return False
    if last.case != "gen" or last.marker:
        return False
    if words.ends.get(last.head) == "person" and item.start in words.starts.values():
        return False  # «Тоқаевтың | Украина Президенті … Зеленскиймен | әңгімесі»
    return item.possessed and not is_event(words, item.head)


def is_event(words: Words, head: int) -> bool:
    """Whether a phrase's head is an event noun."""
    return not events().isdisjoint(words.tokens[head].keys)


@cache
def events() -> frozenset[str]:
    """Nouns that name an event by one word."""
    table = pairs("triggers.tsv", "form", "frame")
    carried = {"send", "congratulate", "credentials", "call"}
    last = {form.split()[-1] for form, frame in table.items() if frame in carried}
    return frozenset(form for form in table if " " not in form) | last
