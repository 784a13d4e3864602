"""A brief as a record, from which a text, a page or a document is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence comes from: the words of its footnote."""

    outlet: str
    published: str
    """The day of publication, in words."""
    where: str
    """Url, or the name of the file."""
    quote: str = ""
    """The words of the report; empty where the sentence itself quotes them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One or a few sentences that give what one report says."""

    text: str
    source: Source
    others: tuple[Source, ...] = ()
    """Further sources that tell the same."""


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading; `more` were left out because a section holds only the latest."""

    title: str
    sentences: tuple[Sentence, ...] = ()
    sections: tuple[Section, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """What the sources tell of two sides."""

    lang: str
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    withheld: int = 0
    """Sentences whose evidence does not hold."""
