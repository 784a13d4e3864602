"""Pictures worked out on the server: plain records of bars and dots that a template draws as SVG.

Each has a table beside it that says the same in words.
"""
