"""`elshi user`: who may judge on the site."""

from __future__ import annotations

from pathlib import Path

import click

from elshi.cli.options import chronicle


@click.group()
def user() -> None:
    """Adds, lists and removes those who may judge on the site."""


@user.command()
@click.argument("name")
@click.option("--password", help="At least 12 letters; asked for if not given.")
@chronicle()
def add(name: str, password: str | None, chronicle: str) -> None:
    """Adds a user, or gives NAME a new password (old sessions then end)."""
    from elshi.web import users

    known = password or click.prompt("Password", hide_input=True, confirmation_prompt=True)
    users.add(_file(chronicle), name, known)
    click.echo(f"{name} may judge now", err=True)


@user.command("list")
@chronicle()
def list_(chronicle: str) -> None:
    """Lists the users."""
    from elshi.web import users

    for name in users.users(_file(chronicle)):
        click.echo(name)


@user.command()
@click.argument("name")
@chronicle()
def remove(name: str, chronicle: str) -> None:
    """Removes a user. What NAME judged stays."""
    from elshi.web import users

    users.remove(_file(chronicle), name)
    click.echo(f"{name} may no longer judge", err=True)


def _file(where: str) -> Path:
    from elshi.web.settings import Settings

    return Settings(where).users_file
