"""From a capture to an article: one cleaned text, with its title, date, rubric, outlet, language."""

from elshi.extract.article import article
from elshi.extract.language import language
from elshi.extract.outlets import Outlet, named, of_url

__all__ = ["Outlet", "article", "language", "named", "of_url"]
