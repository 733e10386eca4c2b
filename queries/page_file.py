"""Page file: writing a page to where the user wants it, and saying plainly why it cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import Misuse, RapportError
from queries.choice import EVERYTHING

if TYPE_CHECKING:
    from queries.rendering.spacing import Point
    from queries.subgraph import Subgraph


def check_target(out: Path) -> None:
    """Refuse a target that is no file of ours to write, before anything is read.

    A page that stands there already is written anew; a file of another kind is left alone.

    Raises:
        Misuse: if ``out`` is a folder, lies in none, or is a file that is no HTML page.
    """
    if out.is_dir():
        raise Misuse(f"{out} is a folder: name a file with --out, such as {out / 'rapport.html'}.")
    if not out.parent.is_dir():
        raise Misuse(f"There is no folder {out.parent}: make it first, or name another file with --out.")
    if out.is_file() and out.suffix.lower() not in {".html", ".htm"} and out.stat().st_size:
        raise Misuse(f"{out} is there already and is no HTML page: name another file with --out.")


def written(shown: Subgraph, out: Path, like: Path | None = None) -> None:
    """Write a page; actors keep the places that they have on ``like``, else on the page that is written anew.

    Args:
        shown: what it shows.
        out: the file.
        like: a page written before.

    Raises:
        RapportError: if there is nothing to show, or the file cannot be written.
    """
    from queries.page import write
    from queries.rendering.places import islands_on

    known = places_before(like) if like else places_of_same(shown, out)
    islands = islands_on(like or out) if known else None
    with writable(shown, out):
        write(shown, out, known or None, islands)


@contextmanager
def writable(shown: Subgraph, out: Path) -> Iterator[None]:
    """Around the writing of a page: refuse an empty one, and say plainly why a file cannot be written.

    Raises:
        RapportError: if there is nothing to show, or the file cannot be written.
    """
    if not shown.relations:
        raise RapportError(
            "No relation fits: choose another actor or other days."
            if shown.filters or shown.title != EVERYTHING
            else "The graph holds no relation yet: read a report first, with rapport ingest article FILE."
        )
    try:
        yield
    except OSError as error:
        raise RapportError(
            f"{out} cannot be written: {error.strerror or error}. Name another file with --out."
        ) from error


def places_before(page: Path) -> dict[str, Point]:
    """Where actors stand on a page written before."""
    from queries.rendering.places import places_on

    return places_on(page)


def places_of_same(shown: Subgraph, out: Path) -> dict[str, Point]:
    """The places on the page that stands at ``out``, where it shows the same part of the graph and half its actors."""
    from queries.rendering.page_data import plain
    from queries.rendering.places import places_on, title_of

    if not out.is_file() or title_of(out) != plain(shown.title):
        return {}
    known = places_on(out)
    kept = sum(actor.id in known for actor in shown.actors)
    return known if 2 * kept >= len(shown.actors) else {}


def counted(shown: int, total: int) -> str:
    """How much of what fits is on the page: "The strongest 300 of 5,225 relations"."""
    if shown < total:
        return f"The strongest {shown:,} of {total:,} relations"
    return f"{total:,} relation{'' if total == 1 else 's'}"


def finish(words: str, out: Path, *, open_it: bool) -> None:
    """Say what was written, unless there are no words for it, and show it in the browser where that is asked for."""
    import typer

    from graph.terminal import printable

    if words:
        typer.echo(printable(words))
    if open_it and typer.launch(out.resolve().as_uri()) != 0:
        typer.echo("No browser could be started here; open the file by hand.", err=True)
