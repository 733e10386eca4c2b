"""``rapport export``: the graph for other programs. Each format is a command of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import Uri
from queries.admin_import_command import admin_import
from queries.options import AsOf, KnownAt, MinOrigins, Rolled, RollUp, Since, Types, Until, WithoutSource

if TYPE_CHECKING:
    from queries.exports.part import Part

app = typer.Typer(
    help="Write the graph, or a part of it, in a format that other programs read.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Out = Annotated[Path, typer.Argument(help="The file to write.", show_default=False)]
Folder = Annotated[Path, typer.Argument(help="The folder to write into; made if it is not there.", show_default=False)]
OfActor = Annotated[str | None, typer.Option("--actor", help="Only the relations of this actor.", show_default=False)]


@app.callback()
def export() -> None:
    """Write the graph, or a part of it, in a format that other programs read."""


@app.command()
def graphml(
    out: Out,
    actor: OfActor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    uri: Uri = None,
) -> None:
    """Write GraphML, for networkx, yEd, igraph and Gephi.

    Example: rapport export graphml graph.graphml --since 2024-09-01
    """
    from queries.exports.files import check_file, whole
    from queries.exports.networks import write_graphml

    check_file(out)
    held = _part(actor, since, until, as_of, known_at, only, min_origins, without, roll_up, uri)
    whole(out, lambda partial: write_graphml(held, partial))
    _say(held, out)


@app.command()
def gexf(
    out: Out,
    actor: OfActor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    uri: Uri = None,
) -> None:
    """Write GEXF for Gephi, each relation with the days on which it happened or held.

    Example: rapport export gexf graph.gexf --roll-up state
    """
    from graph.vocabulary import vocabulary
    from queries.exports.files import check_file, whole
    from queries.exports.networks import write_gexf

    check_file(out)
    held = _part(actor, since, until, as_of, known_at, only, min_origins, without, roll_up, uri)
    whole(out, lambda partial: write_gexf(held, partial, vocabulary().lasting))
    _say(held, out)


@app.command()
def csv(
    out: Folder,
    actor: OfActor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    uri: Uri = None,
) -> None:
    """Write four CSV files: actors, relations, claims and reports.

    Texts that a spreadsheet would run as a formula get an apostrophe before them; Parquet leaves them as they are.

    Example: rapport export csv tables --known-at 2024-10-08
    """
    from queries.exports.files import check_folder
    from queries.exports.tables import write_csv

    check_folder(out)
    held = _part(actor, since, until, as_of, known_at, only, min_origins, without, roll_up, uri)
    write_csv(held, out)
    _say(held, out)


@app.command()
def parquet(
    out: Folder,
    actor: OfActor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    uri: Uri = None,
) -> None:
    """Write four Parquet files, for data frames: actors, relations, claims and reports.

    Example: rapport export parquet tables
    """
    from queries.exports.files import check_folder
    from queries.exports.tables import write_parquet

    check_folder(out)
    held = _part(actor, since, until, as_of, known_at, only, min_origins, without, roll_up, uri)
    write_parquet(held, out)
    _say(held, out)


@app.command()
def ftm(
    out: Out,
    actor: OfActor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    uri: Uri = None,
) -> None:
    """Write FollowTheMoney entities, one JSON object a line, for Aleph and OpenSanctions.

    Example: rapport export ftm entities.ftm.json --actor Hezbollah
    """
    from queries.exports.entities import write_entities
    from queries.exports.files import check_file, whole

    check_file(out)
    held = _part(actor, since, until, as_of, known_at, only, min_origins, without, roll_up, uri)
    whole(out, lambda partial: write_entities(held, partial))
    _say(held, out)


@app.command()
def jsonl(out: Out, uri: Uri = None) -> None:
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
    typer.echo(f"{number:,} report{'s' * (number != 1)} written to {out.resolve()}")
    tell_refused(out, refused)


def _part(
    actor: str | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    known_at: str | None,
    only: list[str] | None,
    min_origins: int,
    without: list[str] | None,
    roll_up: RollUp,
    uri: str | None,
) -> Part:
    import graph.connection
    from queries.exports.part import part
    from queries.options import asked_view, find_shown, open_view

    view = asked_view(since=since, until=until, as_of=as_of, known_at=known_at, only=only, min_origins=min_origins)
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        return part(store, view, None if actor is None else find_shown(store, view, actor))


def _say(held: Part, out: Path) -> None:
    typer.echo(f"{len(held.actors):,} actors and {len(held.relations):,} relations written to {out.resolve()}")


app.command("admin-import")(admin_import)
