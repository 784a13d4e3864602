"""Times: what the words say (`TimeExpr`), and the EDTF date they come to beside an anchor.

    «26 марта» ─scan─▶ TimeExpr(month=3, day=26) ─resolve, anchor 2024-03-28─▶ 2024-03-26, relative

`expr` is the neutral noun, `scan` the small machine on which each pack's grammar runs,
`resolve` finds the date, `edtf` compares dates to the precision that they have.
"""

from elshi.when.edtf import (
    compatible,
    contains,
    edtf_range,
    precision,
    published_bound,
    published_day,
)
from elshi.when.expr import TimeExpr
from elshi.when.resolve import resolve, times_in_text

__all__ = [
    "TimeExpr",
    "compatible",
    "contains",
    "edtf_range",
    "precision",
    "published_bound",
    "published_day",
    "resolve",
    "times_in_text",
]
