"""The brief: what the sources tell of two sides, in sentences, each with its source.

compose(told, said, asked) ─▶ Brief(sections of sentences) ─▶ as_text
"""

from elshi.brief.compose import Asked, brief
from elshi.brief.record import Brief, Section, Sentence, Source
from elshi.brief.text import as_text

__all__ = ["Asked", "Brief", "Section", "Sentence", "Source", "as_text", "brief"]
