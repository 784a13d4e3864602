"""`elshi serve`: the chronicle as a site."""

from __future__ import annotations

from typing import Any

import click

from elshi.cli.options import chronicle

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--closed", is_flag=True, help="Reading needs a login, too.")
@click.option("--https", is_flag=True, help="The site is reached by https, behind a proxy.")
@click.option(
    "--address", default="", metavar="URL", envvar="ELSHI_ADDRESS",
    help="How the site is called from outside; for feeds.",
)  # fmt: skip
@chronicle()
def serve(*, host: str, port: int, closed: bool, https: bool, address: str, chronicle: str) -> None:
    """Opens the chronicle as a site with an API; end it with Ctrl+C.

    Listens on this machine only, unless --host says otherwise. Judging needs a user: see
    `elshi user add`.
    """
    uvicorn = _server()
    from elshi.store import Store
    from elshi.web.app import create_app
    from elshi.web.settings import Settings

    with Store(chronicle):
        pass  # says what is wrong with it before anything listens
    settings = Settings(chronicle, closed=closed, secure=https, address=address)
    if host not in LOOPBACK:
        click.echo(f"listening on {host}: others can reach it; put a proxy with https before it",
                   err=True)  # fmt: skip
    click.echo(f"the chronicle is at http://{host}:{port}/ once it is worked out", err=True)
    uvicorn.run(
        create_app(settings), host=host, port=port, log_level="warning", server_header=False,
        proxy_headers=https, forwarded_allow_ips="127.0.0.1",
    )  # fmt: skip


def _server() -> Any:
    """The server, or what to install."""
    try:
        import uvicorn
    except ModuleNotFoundError as error:
        raise click.ClickException("the site needs: pip install 'elshi[web]'") from error
    return uvicorn
