"""The commands that this package brings to ``rapport``: what is asked of the graph, shown and exported."""

from __future__ import annotations

import typer

from queries.balance_command import balance
from queries.cypher_command import cypher
from queries.diff_command import diff
from queries.disputes_command import disputes
from queries.export_command import app as export_app
from queries.import_command import app as import_app
from queries.path_command import path
from queries.query_command import query
from queries.show_command import show
from queries.sources_command import origins, sources
from queries.timeline_command import timeline


def mount(app: typer.Typer) -> None:
    """Add this package's commands to the command line.

    Args:
        app: what ``rapport`` runs.
    """
    app.command(context_settings={"help_option_names": []})(query)
    app.command()(cypher)
    app.command()(path)
    app.command()(timeline)
    app.command()(sources)
    app.command()(origins)
    app.command()(disputes)
    app.command()(diff)
    app.command()(balance)
    app.command()(show)
    app.add_typer(export_app, name="export")
    app.add_typer(import_app, name="import")
