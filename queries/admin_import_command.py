"""``rapport export admin-import``: the graph as files for ``neo4j-admin database import``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.options import AsJson, Quiet, Uri, wants_json

Folder = Annotated[Path, typer.Argument(help="A new or empty folder.", show_default=False)]


def admin_import(folder: Folder, uri: Uri = None, as_json: AsJson = None, quiet: Quiet = False) -> None:
    """Write the files from which neo4j-admin builds a database at once, without a server.

    Rapport makes its indexes there when it writes to it first.

    Example: rapport export admin-import files
    """
    import json

    from graph.connection import connect
    from graph.import_files import how_to_import
    from graph.progress import shown
    from queries.admin_import import write

    with connect(uri) as store, shown(quiet, unit="rows") as progress:
        counts = write(store, folder, lambda name, count: progress(f"Writing {name}: {count:,}", 0, 0))
    if wants_json(as_json):
        typer.echo(json.dumps(counts))
    elif not quiet:
        typer.echo(f"Wrote {sum(counts.values()):,} rows into {len(counts)} files in {folder}. To import them:")
        typer.echo(how_to_import(folder))
