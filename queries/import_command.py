"""``rapport import``: what was exported, back into a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import Quiet, Uri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records import Record

app = typer.Typer(help="Read back what was exported.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def bring_back() -> None:
    """Read back what was exported."""


@app.command(name="jsonl")
def import_jsonl(
    file: Annotated[Path, typer.Argument(help="What rapport export jsonl wrote.", show_default=False)],
    quiet: Quiet = False,
    uri: Uri = None,
) -> None:
    """Read back what rapport export jsonl wrote; what stands there already is left as it is.

    Example: rapport import jsonl backup.jsonl
    """
    import graph.connection
    from graph.errors import Misuse
    from queries.exports.files import tell_refused
    from queries.exports.records import Refused, read_records

    if not file.is_file():
        raise Misuse(f"There is no file {file}.")
    refused: list[Refused] = []
    read = 0

    def sound() -> Iterable[Record]:
        nonlocal read
        with file.open("rb") as lines:
            for found in read_records(lines):
                if isinstance(found, Refused):
                    refused.append(found)
                else:
                    read += 1
                    yield found

    with graph.connection.connect(uri) as store:
        written = store.write(sound())
    if refused and not read:
        raise Misuse(f"{file} is nothing that 'rapport export jsonl' wrote: {refused[0].place}: {refused[0].reason}.")
    if not quiet:
        typer.echo(
            f"{written.reports:,} reports, {written.claims:,} claims and {written.relations:,} relations are new "
            f"from {file.resolve()}"
        )
    tell_refused(file, refused)
