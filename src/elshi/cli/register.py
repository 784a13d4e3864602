"""`elshi register`: registers of office holders that the user brings."""

from __future__ import annotations

from pathlib import Path

import click

from elshi.cli.options import Side, chronicle, opened


@click.group()
def register() -> None:
    """Loads registers of office holders, and flags titles in reports that contradict them."""


@register.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--side", type=Side(), help="Whose posts these are, where the titles do not say.")
@chronicle()
def load(file: Path, *, side: str | None, chronicle: str) -> None:
    """Loads a CSV FILE with columns post, person, start, end (and person_id, side).

    A file of the same name takes the place of what was loaded before.
    """
    from elshi.chronicle.register import holders
    from elshi.store.given import load_register

    text = file.read_text(encoding="utf-8")
    found = list(holders(text, file.name, side=side or ""))
    once = list({(h.post, h.person, h.start): h for h in found}.values())
    with opened(chronicle) as store:
        load_register(store, file.name, once)
    unknown = sorted({h.post for h in once if not h.level})
    click.echo(f"{len(once)} holders loaded from {file.name}", err=True)
    if unknown:
        click.echo(f"{len(unknown)} titles not understood: {'; '.join(unknown[:5])}", err=True)


@register.command()
@chronicle()
def check(*, chronicle: str) -> None:
    """Lists titles in reports that the register gives to another man on that day."""
    from elshi.chronicle.stored import register_of
    from elshi.chronicle.tenures import contradictions, evidence
    from elshi.cli.named import day, short

    with opened(chronicle) as store:
        found = [each for reading in store.readings() for each in evidence(reading)]
        known = register_of(store)
    for each in contradictions(found, known):
        told, given = each.evidence, each.registered
        click.echo(
            f"{short(told.article)} {day(told.day)}: {told.name}, {told.title}; "
            f"{given.source}: {given.name}, {given.title}"
        )
