"""The nouns of the chronicle: all of them derived from readings and judgements, and frozen.

Reading… → Entry… → Contact…      what happened, told by all its accounts
         → Person…  Term…         who is who, and who held which post when
         → Commitment…            who promised what to whom, and what answered it
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from elshi.chronicle.copies import Sketch, voices
from elshi.ids import content_id

Verdict = Literal["same", "not", "unsure"]
Verb = Literal["same", "not-same", "correct", "drop"]
Rung = Literal[0, 1, 2, 3, 4]
"""How exactly a contact is dated: 0 days, 1 a month, 2 a season, 3 a year, 4 not at all."""


@dataclass(frozen=True, slots=True)
class Who:
    """A participant as accounts are compared by: name key, side, rung of office, house."""

    key: str
    """Of a person, the name folded across scripts; of an institution, its code."""
    person: bool
    side: str = ""
    level: str = ""
    house: str = ""
    """Neutral code of the institution that the post belongs to: `mfa`, `parliament.upper`."""
    name: str = ""
    post: str = ""
    guess: bool = False
    """Whether the side is only inferred from the outlet's country: it speaks for nothing."""

    @property
    def open(self) -> bool:
        """A man whose side no text tells."""
        return self.person and (self.guess or not self.side)


@dataclass(frozen=True, slots=True)
class Entry:
    """An account as the chronicle sees it: neutral values only, the same in every language."""

    article: str
    account: str
    """Id of the account in its reading."""
    kind: str
    status: str
    role: str
    edtf: str = ""
    first: int = 0
    """Ordinal of the first day that the date may mean; 0 where it is not known."""
    last: int = 0
    rung: Rung = 4
    sure: bool = True
    """Whether the text dates it; else the days are a window before (or after) its publication."""
    sides: tuple[str, ...] = ()
    """Those that the text tells."""
    told_on: int = 0
    """Of what is recalled without a date: the day of the report; 0 of what is dated."""
    guessed: tuple[str, ...] = ()
    """Those that are only inferred from the outlet's country."""
    who: tuple[Who, ...] = ()
    country: str = ""
    city: str = ""
    """Neutral key of the city: `KZ:capital`, `US:newyork`."""
    city_name: str = ""
    forum: str = ""
    forum_name: str = ""
    after: bool = False
    """Whether the text says that it followed what had closed the sides' talks."""
    spheres: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    """Where its trigger stands in the text."""
    lang: str = ""
    outlet: str = ""
    published: str = ""
    sketch: Sketch = ()
    """What is kept of the article's words, by which reprints are known."""
    corrected: tuple[str, ...] = ()
    """Ids of the judgements that corrected it."""

    @property
    def open(self) -> bool:
        """Whether a man takes part whose side no text tells."""
        return any(who.open for who in self.who)

    @property
    def ref(self) -> str:
        """Article and account: unique in the chronicle."""
        return f"{self.article}/{self.account}"


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a judgement says about which account, in words that outlive the rules that read it.

    The article's id is a hash of its text and that never changes, so the place of the trigger in
    the text, the family of the kind, the sides and the surnames find the account again when a
    later version of the rules gives it another id, another kind or a fuller name.
    """

    article: str
    start: int
    end: int
    kind: str
    sides: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on two accounts, or on one; never deleted, only followed by another."""

    verb: Verb
    a: Pointer
    b: Pointer | None = None
    field: str = ""
    value: str = ""
    by: str = ""
    at: str = ""
    """When it was made, ISO 8601: of two that contradict each other, the later holds."""
    reason: str = ""

    @property
    def id(self) -> str:
        """A content id: the same decision entered twice is one."""
        parts = {
            "verb": self.verb, "a": repr(self.a), "b": repr(self.b), "field": self.field,
            "value": self.value, "by": self.by, "at": self.at, "reason": self.reason,
        }  # fmt: skip
        return content_id("judgement", **parts)


@dataclass(frozen=True, slots=True)
class Identity:
    """A decision on two names: one human being, or two. A side that is empty is any."""

    verb: Literal["same", "not-same"]
    one: str
    other: str
    one_side: str = ""
    other_side: str = ""
    by: str = ""
    at: str = ""
    reason: str = ""

    @property
    def id(self) -> str:
        """A content id."""
        names = {"one": self.one, "other": self.other}
        sides = {"one_side": self.one_side, "other_side": self.other_side}
        signed = {"verb": self.verb, "by": self.by, "at": self.at, "reason": self.reason}
        return content_id("identity", **names, **sides, **signed)

    def means(self, a: tuple[str, str], b: tuple[str, str]) -> bool:
        """Whether it speaks of two names, each with its side."""
        one, other = (self.one, self.one_side), (self.other, self.other_side)
        return any(_is(x, one) and _is(y, other) for x, y in ((a, b), (b, a)))


def _is(name: tuple[str, str], asked: tuple[str, str]) -> bool:
    return name[0] == asked[0] and asked[1] in ("", name[1])


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A judgement taken back: from then on, all is as if it had never been made."""

    judgement: str
    by: str = ""
    at: str = ""
    reason: str = ""

    @property
    def id(self) -> str:
        """A content id."""
        return content_id(
            "withdrawal", judgement=self.judgement, by=self.by, at=self.at, reason=self.reason
        )


@dataclass(frozen=True, slots=True)
class Contact:
    """What happened, told by all its accounts together."""

    id: str
    kind: str
    status: str
    edtf: str
    """The most exact date that its accounts give; empty where none does."""
    first: int
    last: int
    rung: Rung
    sides: tuple[str, ...]
    who: tuple[Who, ...]
    country: str
    city: str
    forum: str
    spheres: tuple[str, ...]
    accounts: tuple[Entry, ...]
    maybe: tuple[str, ...] = ()
    """Ids of contacts that it may be the same as, where the text does not let one decide."""

    @property
    def recalled(self) -> bool:
        """Whether it is known only from recollection: no report of it at its own time."""
        return all(entry.role == "recalled" for entry in self.accounts)

    @property
    def voices(self) -> int:
        """How many independent voices tell of it: reprints of the same words are one."""
        return len(voices({entry.article: entry.sketch for entry in self.accounts}))


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A name in an article, with what is said of its bearer."""

    name: str
    side: str = ""
    level: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One human being under all names, in all scripts, that the articles use."""

    id: str
    name: str
    """The fullest of the names."""
    names: tuple[str, ...]
    sides: tuple[str, ...]
    levels: tuple[str, ...]
    articles: int
    maybe: tuple[str, ...] = ()
    """Of a bare surname: ids of the persons that it may mean."""


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """An office as such, in no language: side, rung, house."""

    side: str
    level: str = ""
    house: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report that a person holds, gets or leaves a post."""

    name: str
    """As written."""
    post: Post
    title: str
    event: str
    """holds, acting, appointed, dismissed, former (see `elshi.records.TenureEvent`)."""
    day: int
    """Ordinal of the day for which it speaks: of the event if said, else of publication; or 0."""
    article: str = ""
    start: int = 0
    end: int = 0
    said: bool = False
    """Whether the text itself dates the event."""


@dataclass(frozen=True, slots=True)
class Registered:
    """A line of a register that the user loaded: it is given, not read."""

    name: str
    post: Post
    title: str
    start: int = 0
    end: int = 0
    person_id: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """Who held a post: by evidence from a first to a last day; from and to where a source says.

    `gone` is the first day for which a report calls him former, or says that he left.
    """

    post: Post
    person: str
    name: str
    title: str
    first: int = 0
    last: int = 0
    start: int = 0
    end: int = 0
    gone: int = 0
    evidence: tuple[Evidence, ...] = ()
    register: str = ""
    """Source of a term that a register gives."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A pledge, invitation or agreement: who, to whom, what, by when, and what answered it."""

    id: str
    act: str
    article: str
    by: tuple[str, ...]
    """Sides that bind themselves."""
    to: tuple[str, ...]
    speaker: str
    text: str
    start: int
    end: int
    said_on: int
    due: str
    kind: str
    """The kind of contact that is promised, where the words say one."""
    articles: tuple[str, ...] = ()
    """All that tell of it; `article` is the first, from which the words are."""
    answered_by: str = ""
    """Id of the contact that answers it, as far as the text says."""
