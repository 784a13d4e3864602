"""Where a Kazakh phrase ends: at a case, a name, a post, a state, a role.

Мемлекет басшысы | Ресей Сыртқы істер министрін | қабылдады
"""

from __future__ import annotations

from dataclasses import dataclass, field

from elshi.lang.kk.items import (
    CASED,
    COORDINATORS,
    attributive,
    is_event,
    modal,
    person_at,
    possessed,
    titled,
)
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.morph import nouns
from elshi.lang.kk.words import Words
from elshi.text import fold

FIELDS = kind("fields")
LEADING = kind("leading")
"""Nouns that serve as postpositions after a genitive or a name: «Тоқаевтың басшылығымен»."""


@dataclass(slots=True)
class Open:
    """A phrase that is being read."""

    start: int
    splits: list[int] = field(default_factory=list)


def is_speech(words: Words, at: int, close: int) -> bool:
    """Whether quotation marks hold words said, not a name."""
    after = words.tokens[close + 1 : close + 2]
    if after and after[0].text in ",–—" and close - at > 2:
        return any(v is not None for v in words.verbs[at:close]) or close - at > 6
    return any(v and v.form == "finite" for v in words.verbs[at:close]) or close - at > 10


def is_verb(words: Words, at: int, end: int) -> bool:
    """Whether a token is a verb of its sentence; an infinitive mostly is a noun."""
    read = words.verbs[at]
    if read is None or words.tokens[at].pos == "PROPN" or _of_post(words, at, end):
        return False
    if read.mood != "inf":
        return True
    if read.case == "loc" and not read.possessive:
        return at + 1 >= end or words.tokens[at + 1].pos == "PUNCT"
    return _governed(words, at, end)


_MODIFIERS = kind("modifiers")


def _of_post(words: Words, at: int, end: int) -> bool:
    """«сайланған президенті»: a participle that is part of a post."""
    return at + 1 < end and fold(words.tokens[at].text) in _MODIFIERS and titled(words, at + 1)


_AHEAD = frozenset({"мүмкін", "тиіс", "керек", "қажет", "ықтимал", "үшін", "мақсатында"})
"""Words before which an infinitive is a verb."""


def _governed(words: Words, at: int, end: int) -> bool:
    """An infinitive before a word that makes it a plan: «баруы мүмкін», «баруды жоспарлап»."""
    if at + 1 >= end:
        return False
    following = words.tokens[at + 1]
    if fold(following.text) in _AHEAD:
        return True
    read = words.verbs[at + 1]
    if read is None or words.verbs[at] is None:
        return False
    return modal(read) and words.tokens[at].case in {"acc", "dat"} and read.mood != "inf"


def stops(words: Words, to: int, end: int) -> bool:
    """Whether a token cannot belong to the phrase before it."""
    token = words.tokens[to]
    if to in words.times or token.pos == "ADV" or _points(words, to):
        return True
    if token.text in "«»" or token.text in "–—-":
        return not _inner_sign(words, to, end)
    others = token.pos == "PART" and fold(words.tokens[to - 1].text) in {"өзге", "басқа", "тағы"}
    if fold(token.text) in COORDINATORS or others:
        return False  # «өзге де тұлғалар»
    if token.pos == "ADP":
        return _closes_it(words, to, end)
    if token.pos in {"PUNCT", "PART", "CCONJ", "PRON"}:
        return True
    return is_verb(words, to, end)


def _closes_it(words: Words, to: int, end: int) -> bool:
    """Whether a postposition ends a phrase: not within a post, nor as a noun with its owner."""
    if _of_field(words, to, end):
        return False
    noun = fold(words.tokens[to].text) in LEADING
    return not noun or words.tokens[to - 1].case == "gen" or words.ends.get(to - 1) == "person"


def _of_field(words: Words, to: int, end: int) -> bool:
    """«қауіпсіздік жөніндегі | кеңесшісі»: the field of a post, part of its name."""
    if fold(words.tokens[to].text) not in FIELDS:
        return False
    after = range(to + 1, min(end, to + 4))
    return any(titled(words, at) and possessed(words, at) for at in after)


def _points(words: Words, to: int) -> bool:
    """«… президенті | бұл сапарда»: a demonstrative begins a phrase."""
    return fold(words.tokens[to].text) in {"бұл", "осы", "сол"}


def _inner_sign(words: Words, to: int, end: int) -> bool:
    """A quotation mark of a name, or the dash of a double post."""
    token = words.tokens[to]
    if token.text == "«":
        close = next((n for n in range(to, end) if words.tokens[n].text == "»"), end)
        return not is_speech(words, to, close)
    if token.text == "»":
        return True
    before, after = words.tokens[to - 1], words.tokens[to + 1 : to + 2]
    return bool(after) and after[0].pos in {"PROPN", "NOUN"} and before.pos != "PUNCT"


def ends_here(words: Words, open_: Open, to: int, end: int) -> bool:
    """Whether a token is the last of its phrase."""
    token = words.tokens[to]
    if fold(token.text) in COORDINATORS and not _unfinished(words, open_, to):
        open_.splits.append(to)
        return False
    if _unfinished(words, open_, to) or attributive(words, to):
        return False
    if token.pos == "PRON":
        return True
    if token.case in CASED or token.case == "gen" or words.ends.get(to) == "person":
        return not _more(words, open_, to, end)
    return _bare_end(words, open_, to, end)


def _unfinished(words: Words, open_: Open, to: int) -> bool:
    """Within quotation marks, or within a name that goes on."""
    signs = [t.text for t in words.tokens[open_.start : to + 1]]
    if signs.count("«") > signs.count("»"):
        return True
    inner = words.tokens[to].pos == "PROPN" and to not in words.ends
    return inner and _within_known(words, to)


def _within_known(words: Words, to: int) -> bool:
    return any(
        words.starts[last] <= to < last for last in words.starts if last - to < 12 and last > to
    )


def _more(words: Words, open_: Open, to: int, end: int) -> bool:
    """Whether a coordinator follows, so that the phrase goes on."""
    if to + 2 > end - 1:
        return False
    text = fold(words.tokens[to + 1].text)
    return text in COORDINATORS and words.verbs[to + 2] is None


def _bare_end(words: Words, open_: Open, to: int, end: int) -> bool:
    """A nominative that ends its phrase: a post with no name after it, a role, a state alone."""
    if to + 1 >= end or _more(words, open_, to, end):
        return False
    following = words.tokens[to + 1]
    if following.pos not in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} and following.text not in "–—«":
        return False
    if _is_role(words, to) and not possessed(words, to) and not person_at(words, to + 1):
        return not _owner_ahead(words, to, end, reach=1)
    if open_.splits and words.ends.get(to) in {"state", "organisation"}:
        return not _shared_ahead(words, to, end)
    if titled(words, to) and to not in words.ends:
        return not _title_goes_on(words, to, end)
    return _owns_nothing(words, to) or (_closes(words, to) and not _owner_ahead(words, to, end))


def _owns_nothing(words: Words, to: int) -> bool:
    """«басшыларының кездесуі | Бішкек қаласында өтті»: an event that is somebody's."""
    return is_event(words, to) and possessed(words, to) and to not in words.ends


def _closes(words: Words, to: int) -> bool:
    """What ends a phrase unless it describes an owner's noun ahead: a state, «делегациясы»."""
    if to in words.ends or _parts(words, to):
        return True
    owner = words.tokens[to].case == "nom" and possessed(words, to)
    return owner and not person_at(words, to + 1)


def _parts(words: Words, to: int) -> bool:
    """«Қазақстан делегациясы | Сианьға»: somebody's noun, or a name unknown, before a known one."""
    known = any(start == to + 1 for start in words.starts.values())
    token = words.tokens[to]
    unknown = token.pos == "PROPN" and to not in words.ends and words.tokens[to + 1].case in CASED
    troop = token.text.islower() and not _TROOPS.isdisjoint(token.keys)
    return known and not titled(words, to) and (possessed(words, to) or unknown or troop)


_TROOPS = kind("troops")


def _is_role(words: Words, to: int) -> bool:
    return not _ROLES.isdisjoint(words.tokens[to].keys) and words.tokens[to].number == "plur"


_ROLES = kind("roles")


def _title_goes_on(words: Words, to: int, end: int) -> bool:
    """A name, a dash, or a title that the word only describes («Премьер-министр орынбасары»)."""
    following = words.tokens[to + 1]
    if following.text in "–—-" or following.text == "«":
        return True
    if titled(words, to + 1) and following.case == "gen":
        return False
    if words.tokens[to].number == "plur" and person_at(words, to + 1):
        return _listed(words, to + 1, end)
    if _his_own(words, to) and _another(words, to + 1):
        return person_at(words, _after_rank(words, to + 1, end))
    single = words.tokens[to].number == "sing" and _owner_ahead(words, to, end, reach=1)
    goes_on = _of_body(words, to + 1) or titled(words, to + 1) or single
    return goes_on or person_at(words, _after_rank(words, to + 1, end))


def _of_body(words: Words, at: int) -> bool:
    """«қорғаныс министрлері | кеңесінің отырысы»."""
    return not _BODIES.isdisjoint(words.tokens[at].keys) and possessed(words, at)


def _listed(words: Words, at: int, end: int) -> bool:
    """«депутаттар А, Б және В»: a list of names; «көшбасшылары | Пашинянмен» is another man."""
    last = next(n for n in range(at, at + 6) if words.starts.get(n) == at)
    after = fold(words.tokens[last + 1].text) if last + 1 < end else ""
    return after in COORDINATORS or after == ","


def _his_own(words: Words, to: int) -> bool:
    """«Сенат төрағасы», of one man."""
    return words.tokens[to].number == "sing" and possessed(words, to)


def _another(words: Words, to: int) -> bool:
    """«… төрағасы | әріптесіне», «… төрағасы | елшіні»: another man than the one before."""
    other = titled(words, to) and not possessed(words, to)
    return other or not _FELLOWS.isdisjoint(words.tokens[to].keys)


_FELLOWS = kind("fellows")


_BODIES = kind("bodies")
RANKS = kind("ranks")


def _after_rank(words: Words, at: int, end: int) -> int:
    """Where a name may begin after «авиация генерал-лейтенанты»."""
    while at < end and not RANKS.isdisjoint(words.tokens[at].keys):
        at += 1
    return at


def _owner_ahead(words: Words, to: int, end: int, reach: int = 7) -> bool:
    """Whether the word describes a noun with a possessive ahead: «Қазақстан … министрлігі»."""
    for at in range(to + 1, min(end, to + 1 + reach)):
        token = words.tokens[at]
        if at in words.times or token.pos in {"PUNCT", "VERB", "ADV", "PART"}:
            return False
        if words.verbs[at] is not None and words.tokens[at].pos != "NOUN":
            return False
        if possessed(words, at) and token.pos not in {"ADP", "ADJ"}:
            return True
        if person_at(words, at) or (token.case in CASED and not attributive(words, at)):
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
