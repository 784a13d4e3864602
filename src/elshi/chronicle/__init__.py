"""The chronicle: contacts, persons, posts and commitments from readings and judgements.

    Reading… ─entries─▶ Entry… ─block, score─▶ pairs ─cluster─▶ Contact…
             ─persons─▶ Person…   ─tenures─▶ Term…   ─commitments─▶ Commitment…
    Judgement… ─judged─▶ corrections, ties and bars

A pure function of readings and judgements that does not depend on their order.
"""

from elshi.chronicle.explain import Explanation, explain
from elshi.chronicle.growth import Growth, grown
from elshi.chronicle.records import Contact, Entry, Identity, Judgement, Pointer, Withdrawal

__all__ = [
    "Contact",
    "Entry",
    "Explanation",
    "Growth",
    "Identity",
    "Judgement",
    "Pointer",
    "Withdrawal",
    "explain",
    "grown",
]
