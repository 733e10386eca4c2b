"""The commands that this package brings to ``rapport``: query, cypher, path, timeline, show and export."""

from __future__ import annotations

import typer

from queries.cypher_command import cypher
from queries.export_command import app as export_app
from queries.path_command import path
from queries.query_command import query
from queries.show_command import show
from queries.timeline_command import timeline


def mount(app: typer.Typer) -> None:
    """Add this package's commands to the command line.

    Args:
        app: what ``rapport`` runs.
    """
    app.command()(query)
    app.command()(cypher)
    app.command()(path)
    app.command()(timeline)
    app.command()(show)
    app.add_typer(export_app, name="export")
