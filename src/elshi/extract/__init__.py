"""From a capture to an article: one cleaned text, with title, date, rubric, outlet, language."""

from elshi.extract.articles import article
from elshi.extract.languages import language
from elshi.extract.outlets import Outlet, named, of_url

__all__ = ["Outlet", "article", "language", "named", "of_url"]
