"""What there is in the world of contacts: states, organisations, forums, levels, spheres, frames.

Codes only, no words: the words for them are each language's own, in `elshi.lang.<code>`.
"""
