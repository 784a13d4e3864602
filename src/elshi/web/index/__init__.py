"""The page index: what pages and API ask, worked out beforehand from the chronicle.

A SQLite file that may be thrown away at any time. `build` writes it anew and puts it in the place
of the old one at once; `ask` reads it. No page asks anything that grows with the whole chronicle.
"""
