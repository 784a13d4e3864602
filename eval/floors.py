"""Floors under the figures: what may not quietly fall, pinned with the digest of the gold.

Raising is free. Lowering needs a reason, and the reason stays in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from figures import ELSHI, Figure, Measured

SLACK = 0.0005
"""What rounding may cost."""
QUICK = "quick"
FULL = "full"


class Refused(Exception):
    """A floor would be lowered, and no reason is given."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure under its floor, or a gold that is not the one the floor was set on."""

    key: str
    floor: float
    value: float
    why: str = "under its floor"

    def __str__(self) -> str:
        return f"{self.key}: {self.value:.4f}, floor {self.floor:.4f} ({self.why})"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one run (full or quick): by figure, with the digest of each gate's gold."""

    values: tuple[tuple[str, float], ...] = ()
    golds: tuple[tuple[str, str], ...] = ()
    lowered: tuple[str, ...] = ()
    """Each floor that was ever lowered, and why."""


def falls(floors: Floors, measured: Iterable[Measured], slack: float = SLACK) -> list[Fall]:
    """What stands under its floor; figures without a floor pass, gates not measured too."""
    pinned, golds = dict(floors.values), dict(floors.golds)
    found = []
    for gate in measured:
        known = golds.get(gate.gate)
        if known and gate.digest and known != gate.digest:
            found.append(Fall(gate.gate, 0, 0, "its gold has changed: look, then --update"))
        found += _under(pinned, gate.figures, slack)
    return found


def _under(pinned: dict[str, float], figures: Iterable[Figure], slack: float) -> list[Fall]:
    ours = [figure for figure in figures if figure.system == ELSHI and figure.key in pinned]
    return [
        Fall(figure.key, pinned[figure.key], figure.value)
        for figure in ours
        if loss(figure, pinned[figure.key]) > slack
    ]


def loss(figure: Figure, floor: float) -> float:
    """How much worse than the floor a figure is."""
    return figure.value - floor if figure.lower else floor - figure.value


def raised(floors: Floors, measured: Sequence[Measured], reason: str = "") -> Floors:
    """The floors of what was measured. Raises Refused where one would fall without a reason.

    A better figure raises its floor; a worse one lowers it, with the reason written down.
    """
    lower = [fall for fall in falls(floors, measured) if fall.why == "under its floor"]
    if lower and not reason:
        raise Refused("\n".join(map(str, lower)))
    values = dict(floors.values)
    for figure in (f for gate in measured for f in gate.figures if f.system == ELSHI):
        worse = figure.key in values and loss(figure, values[figure.key]) > 0
        if not worse or figure.key in {fall.key for fall in lower}:
            values[figure.key] = round(figure.value, 4)
    golds = dict(floors.golds) | {gate.gate: gate.digest for gate in measured if gate.digest}
    lowered = tuple(f"{fall.key} {fall.floor:.4f} → {fall.value:.4f}: {reason}" for fall in lower)
    return replace(
        floors,
        values=tuple(sorted(values.items())),
        golds=tuple(sorted(golds.items())),
        lowered=floors.lowered + lowered,
    )


def load(path: Path, run: str) -> Floors:
    """The floors of a run; none where the file has none."""
    tree = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    part = tree.get(run, {})
    return Floors(
        tuple(part.get("values", {}).items()),
        tuple(part.get("golds", {}).items()),
        tuple(part.get("lowered", ())),
    )


def save(path: Path, run: str, floors: Floors) -> None:
    """Writes the floors of one run beside those of the other."""
    tree = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    part = {"golds": dict(floors.golds), "values": dict(floors.values)}
    tree[run] = part | {"lowered": list(floors.lowered)}
    _write(path, tree)


def keep(path: Path, measured: Iterable[Measured]) -> None:
    """Writes what was measured last, gate by gate: the documentation is made of it."""
    kept = {gate.gate: gate for gate in kept_of(path)} | {
        gate.gate: gate for gate in measured if gate.figures
    }
    _write(path, [asdict(replace(kept[name], seconds=0.0)) for name in sorted(kept)])


def kept_of(path: Path) -> list[Measured]:
    """What was measured last."""
    trees = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [
        Measured(tree["gate"], tuple(Figure(**f) for f in tree["figures"]), tree["digest"])
        for tree in trees
    ]


def _write(path: Path, tree: object) -> None:
    path.write_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
