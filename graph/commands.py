"""The commands that this package brings to ``rapport``: db and actors."""

from __future__ import annotations

import typer

from graph.actor_commands import app as actors_app
from graph.database_commands import app as database_app


def mount(app: typer.Typer) -> None:
    """Add this package's commands to the command line."""
    app.add_typer(database_app, name="db")
    app.add_typer(actors_app, name="actors")
