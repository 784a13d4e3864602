"""What a predicate is called in the tables: the verb with its particle, preposition or object.

spoke … by phone          speak by phone
is in Astana for talks    be in
left for Vienna           leave for, and Vienna stands as behind «to»
"""

from __future__ import annotations

from collections.abc import Iterator

from elshi.lang.en.arguments import is_time
from elshi.lang.en.capitals import is_place
from elshi.lang.en.events import purpose
from elshi.lang.en.lexicon import Lexicon
from elshi.lang.en.subjects import subject
from elshi.lang.en.tree import Tree, conjuncts
from elshi.lang.en.words import title_heads

_GOING = frozenset(
    [
        "arrive",
        "come",
        "go",
        "travel",
        "fly",
        "leave",
        "depart",
        "head",
        "land",
        "visit",
        "be",
        "return",
        "set",
        "embark",
        "stay",
        "expect",
    ]
)
_FOR = frozenset({"leave", "depart", "head", "set"})
_WHOM = frozenset({"he", "she", "him", "her", "they", "them", "who", "whom", "counterpart"})
_CALLED = frozenset({"call", "ring", "phone"})
_CALLED_ON = frozenset({"call on", "call upon"})
_JOINS = frozenset({"take part", "take part in", "participate", "participate in", "attend"})
_SPOKE = frozenset({"speak with", "speak to"})
_MET = frozenset({"meet", "receive", "host", "hold", "sit", "greet", "welcome"})


# What men sit in at; a summit, a forum, a session is told for its own sake.
_TOLD = frozenset(
    [
        "meeting",
        "talk",
        "negotiation",
        "reception",
        "ceremony",
        "audience",
        "conversation",
        "discussion",
        "dinner",
        "lunch",
        "event",
    ]
)


def travels(tree: Tree, verb: int) -> bool:
    """Whether a verb can carry somebody to another state."""
    return tree.tokens[verb].lemma in _GOING


def lemma(tree: Tree, verb: int, lexicon: Lexicon, named: frozenset[int]) -> tuple[str, list[int]]:
    """The longest form of a verb that the tables know (speak by phone), else its lemma.

    With it the words of the clause that are part of the form, and stand for no argument.
    """
    for form, words in _forms(tree, verb):
        if form in _CALLED_ON and _visited(tree, verb, named):
            return "pay call on", words
        if form in lexicon.predicates and _means(tree, verb, form, named):
            return _by_wire(tree, verb, form), words
    own = tree.tokens[verb].lemma
    if own in _CALLED and _means(tree, verb, own, named):
        return "telephone", []
    if own in {"be", "stay"} and _abroad(tree, verb, named):
        return "be in", []
    known = own in lexicon.predicates and own not in _CALLED
    return (_by_wire(tree, verb, own) if known else own), []


def goal(tree: Tree, verb: int) -> Iterator[int]:
    """Where «left for», «headed for», «is expected in» lead."""
    if tree.tokens[verb].lemma in _FOR:
        holders = [verb, *tree.under(verb, "dobj")]
        for preposition in (i for at in holders for i in tree.under(at, "prep")):
            if tree.word(preposition) == "for":
                yield from (i for i in tree.under(preposition, "pobj") if _place(tree, i))


def _place(tree: Tree, index: int) -> bool:
    words = [tree.word(each) for each in conjuncts(tree, index)]
    return any(is_place(word) or word == "capital" for word in words)


def _means(tree: Tree, verb: int, form: str, named: frozenset[int]) -> bool:
    """«called Putin on Monday» is a call, «called Germany a partner», «the talks useful» none.

    Nor is «In Astana he was to take part …» a visit: "was" is none of its words.
    """
    if form == "be in":
        return _abroad(tree, verb, named)
    if form not in _CALLED:
        return True
    whom = list(tree.under(verb, "dobj", "nsubjpass", "oprd"))
    if len(whom) != 1 or any(tree.under(verb, "xcomp", "ccomp")):
        return False
    return _person(tree, whom[0], named)


def _visited(tree: Tree, verb: int, named: frozenset[int]) -> bool:
    """«called on the President»: paid him a call; «called on him to resign» urges."""
    inside = [i for i in tree.under(verb, "prep", "prt") if tree.word(i) in {"on", "upon"}]
    whom = [n for i in inside for n in tree.under(i, "pobj") if not is_time(tree, n)]
    whom = whom or list(tree.under(verb, "dobj"))
    asked = (c for at in (verb, *whom) for c in tree.under(at, "xcomp", "ccomp", "advcl", "relcl"))
    urged = any(tree.tags[c] == "VB" or tree.tokens[c].rel == "ccomp" for c in asked)
    return len(whom) == 1 and not urged and _person(tree, whom[0], named)


def _person(tree: Tree, index: int, named: frozenset[int]) -> bool:
    word = tree.word(index)
    return index in named or word in _WHOM or word in title_heads()


def _by_wire(tree: Tree, verb: int, form: str) -> str:
    """What a form of the tables means here: a call, a welcome, one more who takes part."""
    if form in _CALLED:
        return "telephone"
    if form in _JOINS and _in_it(tree, verb):
        return "take part in it"
    if form == "welcome" and _for_talks(tree, verb):
        return "receive"
    if form in {"meet", "meet with", "receive"} and _at(
        tree, verb, frozenset({"airport", "airfield"})
    ):
        return "welcome"
    return "speak by phone" if _wired(tree, verb, form) else form


def _for_talks(tree: Tree, verb: int) -> bool:
    """«welcomed the President to the headquarters, for talks»: received him."""
    around = [verb, *tree.under(verb, "dobj")]
    places = [n for at in around for i in tree.under(at, "prep") for n in tree.under(i, "pobj")]
    holders = [*around, *places]
    inside = (i for at in holders for i in tree.under(at, "prep") if tree.word(i) == "for")
    return any(set(tree.tokens[n].keys) & _TOLD for i in inside for n in tree.under(i, "pobj"))


def _wired(tree: Tree, verb: int, form: str) -> bool:
    """Ministers who «spoke with» each other, with no place and no meeting told, did so by phone."""
    if form == "speak at":
        return _at(tree, verb, frozenset({"request", "initiative"}))
    if form not in _SPOKE or any(tree.word(i) in {"in", "at"} for i in tree.under(verb, "prep")):
        return False
    head = tree.tokens[verb].head
    joined = tree.tokens[verb].rel in {"conj", "advcl", "relcl"} and head is not None
    return not (joined and head is not None and tree.tokens[head].lemma in _MET)


def _at(tree: Tree, verb: int, wanted: frozenset[str]) -> bool:
    """«spoke at the request of the other side»: no forum, a call; «met him at the airport»."""
    holders = [verb, *tree.under(verb, "dobj", "nsubjpass")]
    inside = (i for at in holders for i in tree.under(at, "prep"))
    return any(tree.word(n) in wanted for i in inside for n in tree.under(i, "pobj"))


def _in_it(tree: Tree, verb: int) -> bool:
    """«took part in it», «the meeting was also attended by»: in what was just told."""
    holders = [verb, *tree.under(verb, "dobj")]
    inside = [i for at in holders for i in tree.under(at, "prep") if tree.word(i) == "in"]
    nouns = [n for i in inside for n in tree.under(i, "pobj")]
    return any(_just_told(tree, n) for n in (*nouns, *tree.under(verb, "dobj", "nsubjpass")))


def _just_told(tree: Tree, noun: int) -> bool:
    """«it», «the talks», «X's meeting with Y»; «a meeting of the Council» is news of its own."""
    if tree.word(noun) == "it":
        return True
    owned = any(tree.word(i) == "the" for i in tree.under(noun, "det")) or any(
        tree.under(noun, "poss")
    )
    bodies = any(tree.word(i) in {"of", "on"} for i in tree.under(noun, "prep"))
    return owned and not bodies and bool(set(tree.tokens[noun].keys) & _TOLD)


def _abroad(tree: Tree, verb: int, named: frozenset[int]) -> bool:
    """«Blinken is in Astana», «was in Kazakhstan on a visit»: one person, and a place."""
    top = subject(tree, verb)
    if any(tree.under(verb, "xcomp", "auxpass")):
        return False
    if top is None or not (_person(tree, top, named) or any(purpose(tree, verb))):
        return False
    inside = (i for i in tree.under(verb, "prep") if tree.word(i) in {"in", "on"})
    return any(purpose(tree, verb)) or any(
        _place(tree, noun) for i in inside for noun in tree.under(i, "pobj")
    )


def _forms(tree: Tree, verb: int) -> Iterator[tuple[str, list[int]]]:
    own = tree.tokens[verb].lemma
    passive = "nsubjpass" if any(tree.under(verb, "auxpass")) else "dobj"
    for part in tree.under(verb, "prt", "dobj", passive, "acomp", "prep", "agent"):
        for noun in tree.under(part, "pobj"):
            for key in tree.tokens[noun].keys:
                yield f"{own} {tree.word(part)} {key}", [noun]
        if tree.tokens[part].rel in {"dobj", "nsubjpass"}:
            yield from _with_object(tree, own, part)
    for part in tree.under(verb, "advmod"):
        yield f"{own} {tree.word(part)}", [part]
    for part in _small(tree, verb):
        yield f"{own} {tree.word(part)}", [part] if tree.tokens[part].rel == "prt" else []
    for part in tree.under(verb, "acomp"):
        yield f"{own} {tree.word(part)}", [part]


def _small(tree: Tree, verb: int) -> list[int]:
    """Particles and prepositions; «called him | on Friday» is no «call on»."""
    parts = tree.under(verb, "prt", "prep")
    return [p for p in parts if not any(is_time(tree, n) for n in tree.under(p, "pobj"))]


def _with_object(tree: Tree, own: str, noun: int) -> Iterator[tuple[str, list[int]]]:
    for key in tree.tokens[noun].keys:
        for preposition in tree.under(noun, "prep"):
            yield f"{own} {key} {tree.word(preposition)}", []
        yield f"{own} {key}", [noun] if key in {"part", "place"} else []
