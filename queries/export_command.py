"""``rapport export``: the graph for other programs. Each format is a command of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.options import Quiet, Uri
from queries.admin_import_command import admin_import
from queries.options import AsOf, KnownAt, MinOrigins, Rolled, RollUp, Since, Types, Until, WithoutSource

if TYPE_CHECKING:
    from queries.exports.part import Part

app = typer.Typer(
    help="Write the graph, or a part of it, in a format that other programs read.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

FILE = "The file to write."
FOLDER = "The folder to write into; made if it is not there."
Out = Annotated[Path, typer.Argument(help=FILE, show_default=False)]
OfActor = Annotated[str | None, typer.Option("--actor", help="Only the relations of this actor.", show_default=False)]


@app.callback()
def export() -> None:
    """Write the graph, or a part of it, in a format that other programs read."""


def _graphml(held: Part, out: Path) -> None:
    from queries.exports.networks import write_graphml

    write_graphml(held, out)


def _gexf(held: Part, out: Path) -> None:
    from graph.vocabulary import vocabulary
    from queries.exports.networks import write_gexf

    write_gexf(held, out, vocabulary().lasting)


def _csv(held: Part, out: Path) -> None:
    from queries.exports.tables import write_csv

    write_csv(held, out)


def _parquet(held: Part, out: Path) -> None:
    from queries.exports.tables import write_parquet

    write_parquet(held, out)


def _ftm(held: Part, out: Path) -> None:
    from queries.exports.entities import write_entities

    write_entities(held, out)


@dataclass(frozen=True, slots=True)
class Format:
    """One command.

    Attributes:
        write: writes a part of the graph, and imports what it needs for that only then.
        help: what it writes, and an example.
        folder: whether it writes several files into a folder, and not one.
    """

    write: Callable[[Part, Path], None]
    help: str
    folder: bool = False


FORMATS: Mapping[str, Format] = {
    "graphml": Format(
        _graphml,
        "Write GraphML, for networkx, yEd, igraph and Gephi.\n\n"
        "Example: rapport export graphml graph.graphml --since 2024-09-01",
    ),
    "gexf": Format(
        _gexf,
        "Write GEXF for Gephi, each relation with the days on which it happened or held.\n\n"
        "Example: rapport export gexf graph.gexf --roll-up state",
    ),
    "csv": Format(
        _csv,
        "Write four CSV files: actors, relations, claims and reports.\n\n"
        "Texts that a spreadsheet would run as a formula get an apostrophe before them; Parquet leaves them as they "
        "are.\n\n"
        "Example: rapport export csv tables --known-at 2024-10-08",
        folder=True,
    ),
    "parquet": Format(
        _parquet,
        "Write four Parquet files, for data frames: actors, relations, claims and reports.\n\n"
        "Example: rapport export parquet tables",
        folder=True,
    ),
    "ftm": Format(
        _ftm,
        "Write FollowTheMoney entities, one JSON object a line, for Aleph and OpenSanctions.\n\n"
        "Example: rapport export ftm entities.ftm.json --actor Hezbollah",
    ),
}


def _command(form: Format) -> Any:  # noqa: ANN401
    # A default and not an annotation, which could name nothing that differs from format to format.
    target: Any = typer.Argument(help=FOLDER if form.folder else FILE, show_default=False)

    def write(
        out: Path = target,
        actor: OfActor = None,
        since: Since = None,
        until: Until = None,
        as_of: AsOf = None,
        known_at: KnownAt = None,
        only: Types = None,
        min_origins: MinOrigins = 1,
        without: WithoutSource = None,
        roll_up: Rolled = RollUp.NONE,
        quiet: Quiet = False,
        uri: Uri = None,
    ) -> None:
        import graph.connection
        from queries.exports.files import check_file, check_folder, whole
        from queries.exports.part import part
        from queries.options import asked_view, find_shown, open_view

        (check_folder if form.folder else check_file)(out)
        view = asked_view(since=since, until=until, as_of=as_of, known_at=known_at, only=only, min_origins=min_origins)
        with graph.connection.connect(uri) as store:
            view = open_view(store, view, roll_up, without)
            held = part(store, view, None if actor is None else find_shown(store, view, actor))
        if form.folder:
            form.write(held, out)
        else:
            whole(out, lambda partial: form.write(held, partial))
        if not quiet:
            typer.echo(f"{len(held.actors):,} actors and {len(held.relations):,} relations written to {out.resolve()}")

    return write


for _name, _form in FORMATS.items():
    app.command(_name, help=_form.help)(_command(_form))


@app.command()
def jsonl(out: Out, quiet: Quiet = False, uri: Uri = None) -> None:
    """Write everything that reports told, one JSON object a report: a backup, and the way to another store.

    What was decided on who is who lies in decisions.jsonl of the data folder, and is not part of it.

    Example: rapport export jsonl backup.jsonl
    """
    import graph.connection
    from queries.exports.files import check_file, tell_refused
    from queries.exports.records import write_records

    check_file(out)
    with graph.connection.connect(uri) as store:
        number, refused = write_records(store, out)
    if not quiet:
        typer.echo(f"{number:,} report{'s' * (number != 1)} written to {out.resolve()}")
    tell_refused(out, refused)


app.command("admin-import")(admin_import)
