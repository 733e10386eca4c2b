"""The commands that this package brings to ``rapport``: ingest and extract."""

from __future__ import annotations

import typer

from ingest.extract_command import extract
from ingest.ingest_commands import app as ingest_app


def mount(app: typer.Typer) -> None:
    """Add this package's commands to the command line."""
    app.add_typer(ingest_app, name="ingest")
    app.command()(extract)
