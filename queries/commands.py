"""The commands that this package brings to ``rapport``: query, cypher, path and show."""

from __future__ import annotations

import typer

from queries.cypher_command import cypher
from queries.path_command import path
from queries.query_command import query
from queries.show_command import show


def mount(app: typer.Typer) -> None:
    """Add this package's commands to the command line.

    Args:
        app: what ``rapport`` runs.
    """
    app.command()(query)
    app.command()(cypher)
    app.command()(path)
    app.command()(show)
