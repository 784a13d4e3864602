"""What comes in: files, folders and streams in the shapes that people have them."""

from elshi.read.captures import captures
from elshi.read.failure import Failure

__all__ = ["Failure", "captures"]
