"""Kazakh predicates: verbs, verbs with their nouns, and event nouns with the verbs that carry them.

қол қойды          атап өтті        келіссөз жүргізді     ресми сапармен келді
one predicate      one predicate    талк carried          сапармен келу, attribute ресми
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.lang.kk.events import event_lemma, is_plural, named_event
from elshi.lang.kk.items import Border, Group, Item, Phrase
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.modifiers import MANY, modifiers, of_forum
from elshi.lang.kk.mood import described, final, modality, negated, reads, role_of, tense
from elshi.lang.kk.node import Node
from elshi.lang.kk.senses import means_else, region
from elshi.lang.kk.words import Words
from elshi.pack import Modality
from elshi.text import fold

GISTS = kind("gists")


_STAGES = kind("stages")


_REACH = 7
"""Items between an event noun and the verb that carries it, at most."""


JOURNEYS = kind("journeys")


MOVES = kind("moves")


_CARRIED = kind("carried only")
"""Nouns that name an event only where a verb carries them: «кеңес өтті», a council is none."""


DEEDS = kind("deeds")
"""Infinitives that name an event."""


SENT = frozenset({"send", "congratulate"})
JOINED = "кездесуге қатысу"
"""The lemma of taking part in talks that are told elsewhere."""


def nodes(words: Words, found: Sequence[Item], lexicon: Lexicon) -> Iterator[Node]:
    """The predicates of a sentence that the tables know, in text order."""
    made = [n for at in range(len(found)) if (n := _verbal(words, found, at, lexicon))]
    carried = {node.event for node in made if node.event is not None}
    for at, item in enumerate(found):
        if isinstance(item, Phrase) and at not in carried:
            node = _nominal(words, found, at, lexicon)
            if node is not None and not any(m.start <= node.start < m.end for m in made):
                made.append(node)
        elif isinstance(item, Border) and fold(words.tokens[item.start].text) in GISTS:
            made.append(_gist(words, found, at))
    return iter(sorted(made, key=lambda node: (node.at, node.start)))


def _gist(words: Words, found: Sequence[Item], at: int) -> Node:
    item = found[at]
    return Node(
        at,
        item.start,
        item.end,
        item.end,
        opens(found, at),
        "айту",
        finite=True,
        gist=True,
        tense="past",
    )


def _verbal(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Node | None:
    group = found[at]
    if isinstance(group, Phrase) and is_gist(words, group):
        return Node(
            at,
            group.head,
            group.head + 1,
            group.end,
            opens(found, at),
            "айту",
            finite=True,
            gist=True,
            tense="past",
        )
    if not isinstance(group, Group):
        return None
    event = _carried(words, found, at, lexicon)
    if event is not None:
        return _with_event(words, found, at, event, lexicon)
    lemma, start = _lemma(words, group, lexicon)
    if lemma.startswith("сапармен "):
        lemma, start = lemma.split()[-1], group.start
    lemma, attributes = _journey(words, found, at, lemma)
    if lexicon.triggers.get(lemma) == "meet" and _of_many_subject(words, found, at, start):
        lemma = MANY
    known = lemma in lexicon.predicates and not _only_quotes(found, at, lemma)
    if not known or means_else(words, found, at, lemma):
        return None
    made = _made(words, found, at, lemma, (start, group.end), lexicon)
    own = None if lemma in lexicon.modals else made.modality  # «шақырды» does not wish itself
    return replace(made, attributes=attributes, modality=own)


def _of_many_subject(words: Words, found: Sequence[Item], at: int, start: int) -> bool:
    """«С5+1» министрлері бас қосты."""
    group = found[at]
    assert isinstance(group, Group)
    gathers = fold(words.tokens[start].text) in {"бас", "басқосты"} or group.verb.lemma == "жиналу"
    return gathers and of_forum(words, start)


def _only_quotes(found: Sequence[Item], at: int, lemma: str) -> bool:
    """«… деп | атап өтті»: the second verb says it."""
    group = found[at]
    follows = at + 1 < len(found) and isinstance(found[at + 1], Group)
    return lemma == "деу" and isinstance(group, Group) and group.verb.mood == "conv" and follows


def is_gist(words: Words, phrase: Phrase) -> bool:
    """«айтуынша», by his words."""
    return fold(words.tokens[phrase.head].text) in GISTS


def _made(
    words: Words,
    found: Sequence[Item],
    at: int,
    lemma: str,
    predicate: tuple[int, int],
    lexicon: Lexicon,
) -> Node:
    """The node of a verb group; what it carries and its attributes are put in after."""
    group = found[at]
    assert isinstance(group, Group)
    said = lemma in lexicon.speech
    return Node(
        at=at,
        start=predicate[0],
        end=predicate[1],
        last=group.end,
        opens=opens(found, at),
        lemma=lemma,
        said=said,
        verb=group.verb,
        tense=tense(words, found, at, said),
        negated=negated(group),
        modality=modality(words, found, at, lexicon),
        finite=final(group) or not _before_noun(found, at),
    )


def _before_noun(found: Sequence[Item], at: int) -> bool:
    """Whether a participle describes what follows; else it ends its clause as a verb does."""
    group = found[at]
    assert isinstance(group, Group)
    last = group.tail[-1] if group.tail else group.verb
    follows = found[at + 1] if at + 1 < len(found) else None
    return (
        last.form != "participle"
        or bool(last.case)
        or isinstance(follows, Phrase)
        or _said(follows)
    )


def _said(item: Item | None) -> bool:
    return isinstance(item, Group) and item.verb.lemma != "деу"


def opens(found: Sequence[Item], at: int) -> int:
    """Where the region of a predicate begins: after the last verb that ends a clause before it."""
    for before in range(at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Group) and final(item):
            return item.end
        if isinstance(item, Border) and item.sign in {"»", ":", ";"}:
            return item.end
    return found[0].start


def _lemma(words: Words, group: Group, lexicon: Lexicon) -> tuple[str, int]:
    """The longest known predicate that ends with the group, and its first token."""
    verbs = [(group.start + n, v) for n, v in enumerate((group.verb, *group.tail))]
    for token, read in reversed(verbs):
        for form in lexicon.by_last.get(read.lemma, ()):
            start = token - len(form) + 1
            if start >= 0 and reads(words, start, form[:-1]):
                return " ".join(form), start
    return group.verb.lemma, group.start


def _journey(
    words: Words, found: Sequence[Item], at: int, lemma: str
) -> tuple[str, tuple[str, ...]]:
    """«ресми сапармен келді»: the journey of which kind; «Парижде болды»: a stay."""
    if lemma not in MOVES:
        return lemma, ()
    for item in region(found, at):
        if item.case == "ins" and not JOURNEYS.isdisjoint(words.tokens[item.head].keys):
            return f"сапармен {lemma}", _adjectives(words, item)
    stays = [
        i
        for i in region(found, at)
        if i.case == "loc" and words.ends.get(i.head) in {"place", "state"}
    ]
    person = [
        i for i in region(found, at) if i.case == "nom" and words.ends.get(i.head) == "person"
    ]
    if lemma == "болу" and stays and person:
        return "сапармен болу", ()
    if lemma == "жүру" and stays and stays[0] is found[at - 1]:
        return "сапармен болу", ()  # «Тбилисиде жүрген»
    return lemma, ()


def _adjectives(words: Words, phrase: Phrase) -> tuple[str, ...]:
    return tuple(
        fold(words.tokens[n].text) for n in range(phrase.start, phrase.head)
        if words.tokens[n].pos in {"ADJ", "NOUN"} and words.tokens[n].case in {"", "nom"}
    )  # fmt: skip


def _carried(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> int | None:
    """The phrase of the event that a light or modal verb carries."""
    group = found[at]
    assert isinstance(group, Group)
    role = role_of(words, group, lexicon)
    if role is None or _describes_event(words, found, at, lexicon):
        return None
    for before in _within_reach(words, found, at):
        item = found[before]
        if isinstance(item, Group) and not (item.verb.form == "participle" and not item.verb.case):
            return None
        if isinstance(item, Phrase) and _carries(words, item, role, lexicon, group):
            return before
        if isinstance(item, Phrase) and before and _itself(words, item, found[before - 1]):
            own = found[before - 1]
            assert isinstance(own, Phrase)
            if event_lemma(words, own, lexicon) is not None:
                return before - 1
    return None


def _within_reach(words: Words, found: Sequence[Item], at: int) -> Iterator[int]:
    """Items before a verb, the nearest first, as far as its event may stand; times cost nothing."""
    left = _REACH
    for before in range(at - 1, -1, -1):
        item = found[before]
        left -= not (isinstance(item, Border) and _of_time(words, item))
        if left < 0:
            return
        yield before


def _of_time(words: Words, item: Border) -> bool:
    return any(at in words.times for at in range(item.start, item.end))


def _itself(words: Words, item: Phrase, before: Item) -> bool:
    """«саммиттің | өзі», «келіссөздің | үшінші раунды»: the event itself, a part of it."""
    head = words.tokens[item.head]
    own = item.case == "nom" and fold(head.text) == "өзі"
    part = item.case in {"nom", "acc"} and not _STAGES.isdisjoint(head.keys)
    return (own or part) and isinstance(before, Phrase) and before.case == "gen"


def _describes_event(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """«Сеулде өткен | кездесудің жалғасы»: a participle is of the event after it."""
    group, follows = found[at], found[at + 1] if at + 1 < len(found) else None
    assert isinstance(group, Group)
    last = group.tail[-1] if group.tail else group.verb
    if last.form != "participle" or last.case or not isinstance(follows, Phrase):
        return False
    range_ = range(follows.start, follows.head + 1)
    return any(named_event(words, n, lexicon) for n in range_)


_GATHERED = frozenset({"conference", "session", "meet", "event"})
_ENTERED = {
    **dict.fromkeys(("келу", "бару", "жиналу"), _GATHERED),
    "өту": frozenset({"meet", "talks"}),  # «шағын құрамдағы кездесуге өтті»
}
"""Verbs of going that carry an event in the dative, and the frames of such events."""


def _carries(words: Words, item: Phrase, role: str, lexicon: Lexicon, group: Group) -> bool:
    if item.marker and item.marker != "none":
        return False
    named = event_lemma(words, item, lexicon)
    if named is None or named[2] > group.start:
        return False
    frame, lemma = lexicon.triggers[named[0]], group.verb.lemma
    if frame == "event" and role == "join":
        return False  # «Шараға … қатысты»: it adds men to what was told
    if item.case == "dat" and lemma in _ENTERED:
        return frame in _ENTERED[lemma]
    if lemma in {"қабылдау", "тапсыру", "табыстау", "ұсыну", "алу", "беру", "жеткізу"}:
        return frame in {"credentials", *SENT} and item.case in {"acc", "nom"}
    fits = {
        "occur": item.case == "nom"
        or (item.case == "gen" and group.verb.possessive)  # «рәсімнің … өткенін айтты»
        or (frame == "receive" and item.case == "loc"),
        "carry": item.case in {"nom", "acc"},
        "join": item.case == "dat" and frame != "visit",
        "arrive": item.case == "nom" and frame in SENT,
        "modal": item.case in {"nom", "acc", "abl"},
    }
    return fits[role]


def _with_event(
    words: Words, found: Sequence[Item], at: int, event: int, lexicon: Lexicon
) -> Node | None:
    phrase = found[event]
    assert isinstance(phrase, Phrase)
    named = event_lemma(words, phrase, lexicon)
    assert named is not None
    lemma, start, end = named
    if _is_joined(words, found, at, event, lemma, lexicon):
        lemma = JOINED
    made = _made(words, found, at, lemma, (start, end), lexicon)
    plural = is_plural(words, named, lexicon)
    return replace(made, attributes=_adjectives(words, phrase), event=event, plural=plural)


def _is_joined(
    words: Words, found: Sequence[Item], at: int, event: int, lemma: str, lexicon: Lexicon
) -> bool:
    """«Келіссөздерге министрлер де қатысты»: in the talks that were just told."""
    group = found[at]
    assert isinstance(group, Group)
    joins = role_of(words, group, lexicon) == "join" and found[event].case == "dat"  # type: ignore[union-attr]
    named = lexicon.triggers.get(lemma) in {"meet", "talks"}
    return joins and named and not any(modifiers(words, found, event, lemma, lexicon))


def _nominal(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Node | None:
    phrase = found[at]
    assert isinstance(phrase, Phrase)
    named = event_lemma(words, phrase, lexicon)
    if named is None or phrase.marker == "about" or named[0] in _CARRIED:
        return None
    if words.verbs[named[2] - 1] and named[0].split()[-1] not in DEEDS:
        return None
    journey = not JOURNEYS.isdisjoint(words.tokens[phrase.head].keys)
    if journey and phrase.case == "ins" and not phrase.marker:
        return None
    return Node(
        at=at,
        start=named[1],
        end=named[2],
        last=phrase.end,
        opens=_own_start(words, found, at, named[0], lexicon),
        lemma=named[0],
        nominal=True,
        plural=is_plural(words, named, lexicon),
        attributes=_adjectives(words, phrase),
        tense="past" if phrase.case == "loc" and lexicon.triggers[named[0]] in SENT else None,
        modality=described(found, at, words, lexicon) or _thought_of(words, phrase, lexicon),
    )


def _thought_of(words: Words, phrase: Phrase, lexicon: Lexicon) -> Modality | None:
    """«ықтимал кездесуі»: only possible."""
    said = (lexicon.modals.get(word) for word in _adjectives(words, phrase))
    return "possible" if "possible" in said else None


def _own_start(words: Words, found: Sequence[Item], at: int, lemma: str, lexicon: Lexicon) -> int:
    own = [p for p, _ in modifiers(words, found, at, lemma, lexicon)]
    return min([found[at].start, *(p.start for p in own)])
