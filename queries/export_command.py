"""``rapport export``: the graph for other programs. Each format is a command of its own, added to ``app``."""

from __future__ import annotations

import typer

app = typer.Typer(
    help="Write the graph, or a part of it, in a format that other programs read.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def export() -> None:
    """Write the graph, or a part of it, in a format that other programs read."""
