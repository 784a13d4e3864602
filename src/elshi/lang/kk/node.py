"""A Kazakh predicate as clauses are built from it."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.lang.kk.verbs import Verb
from elshi.pack import Modality, Tense


@dataclass(frozen=True, slots=True)
class Node:
    """A predicate: its tokens [start, end), what carries it, and what its verb says."""

    at: int
    """Index of the item that ends it: its verb, or the event noun itself."""
    start: int
    end: int
    last: int
    """Where its last verb ends."""
    opens: int
    """First token of its region."""
    lemma: str
    nominal: bool = False
    event: int | None = None
    """Index of the event's phrase, where a verb carries it."""
    verb: Verb | None = None
    tense: Tense | None = None
    negated: bool = False
    modality: Modality | None = None
    plural: bool = False
    attributes: tuple[str, ...] = ()
    finite: bool = False
    said: bool = False
    """A verb of saying: what other nominatives stand before it are of its content."""
    gist: bool = False
    """«министрдің айтуынша»: the speaker in the genitive, the content after it."""

    @property
    def passive(self) -> bool:
        """Whether its verb's nominative is what the deed is done to."""
        return self.verb is not None and self.verb.passive

    @property
    def relative(self) -> bool:
        """Whether its verb is a participle that describes the noun after it."""
        return self.verb is not None and self.verb.form == "participle" and not self.verb.case
