"""``rapport show``: the graph as a page to open in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.options import Uri

RELATION_LIMIT = 300
"""As ``queries.subgraph.RELATION_LIMIT``, which is too slow to import for ``--help``; a test holds the two together."""


def show(
    actor: Annotated[str | None, typer.Option(help="Only the relations of this actor.", show_default=False)] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")] = Path("rapport.html"),
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    since: Annotated[str | None, typer.Option(help="Nothing that ended before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Nothing that began after this day.", show_default=False)] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="How many relations at most, the strongest first.")
    ] = RELATION_LIMIT,
    uri: Uri = None,
) -> None:
    """Write the graph as an HTML page: who is said to do what to whom, with every claim beside its line.

    The page needs no network and can be sent by mail. Relations with the most origins come first, then those with the
    most claims, then the latest reported. With --since or --until, relations that no report dates are left out.

    Example: rapport show --actor Hezbollah --since 2024-09-01 --open
    """
    import graph.connection
    from graph.errors import RapportError
    from graph.options import days
    from graph.stored_actors import find_actor
    from graph.terminal import printable
    from queries.actors import told
    from queries.page import write
    from queries.subgraph import ShownActor, fetch

    first, last = days(since, until)
    _check_target(out)
    with graph.connection.connect(uri) as store:
        chosen = None
        if actor is not None:
            match = find_actor(store, actor, last or first)
            typer.echo(printable(told(actor, match)), err=True)
            fields = match.actor.model_dump(include=set(ShownActor.model_fields))
            chosen = ShownActor.model_validate(fields)
        shown = fetch(store, actor=chosen, since=first, until=last, limit=limit)
        if not shown.relations:
            narrowed = bool(actor or first or last)
            raise RapportError(
                "No relation fits: choose another actor or other days."
                if narrowed
                else "The graph holds no relation yet: read a report first, with rapport ingest article FILE."
            )
    try:
        write(shown, out)
    except OSError as error:
        raise RapportError(
            f"{out} cannot be written: {error.strerror or error}. Name another file with --out."
        ) from error
    typer.echo(printable(f"{_count(len(shown.relations), shown.total)} written to {out.resolve()}"))
    if open_it and typer.launch(out.resolve().as_uri()) != 0:
        typer.echo("No browser could be started here; open the file by hand.", err=True)


def _check_target(out: Path) -> None:
    """Refuse a target that is no file of ours to write, before anything is read.

    A page that stands there already is written anew; a file of another kind is left alone.

    Raises:
        Misuse: if ``out`` is a folder, lies in none, or is a file that is no HTML page.
    """
    from graph.errors import Misuse

    if out.is_dir():
        raise Misuse(f"{out} is a folder: name a file with --out, such as {out / 'rapport.html'}.")
    if not out.parent.is_dir():
        raise Misuse(f"There is no folder {out.parent}: make it first, or name another file with --out.")
    if out.is_file() and out.suffix.lower() not in {".html", ".htm"} and out.stat().st_size:
        raise Misuse(f"{out} is there already and is no HTML page: name another file with --out.")


def _count(shown: int, total: int) -> str:
    if shown < total:
        return f"The strongest {shown:,} of {total:,} relations"
    return f"{total:,} relation{'' if total == 1 else 's'}"
