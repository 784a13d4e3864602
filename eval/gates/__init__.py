"""The gates of accuracy, one module each, the longest first.

Each has NAME, `files()` (its gold, for the digest), `gate(every)` (its figures, on every n-th
document) and `errors(every)` (what is wrong in words, the gravest first). One whose data is not on
this machine raises Absent.
"""

GATES = (
    "pairs",
    "kremlin",
    "nerel",
    "factrueval",
    "ntrex",
    "reports",
    "sentences",
    "times",
    "negatives",
    "names",
    "kaznerd",
    "morphology",
)
