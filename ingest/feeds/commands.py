"""The commands for feeds: ``rapport ingest gdelt`` and its sisters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from graph.options import AsJson, Quiet, Uri

Files = Annotated[
    list[str],
    typer.Argument(help="Files, folders, patterns, .zip or .gz; - reads standard input.", show_default=False),
]
Retract = Annotated[bool, typer.Option("--retract", help="Take back what these files' rows said, instead.")]
Key = Annotated[
    str,
    typer.Argument(help="Id of a run, as ingest tells it, or of a report (its beginning will do).", show_default=False),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", min=0, max=64, help="Processes that read beside the one that writes.", show_default=False
    ),
]
Afresh = Annotated[bool, typer.Option("--afresh", help="Begin anew with files whose reading was stopped.")]
AdminImport = Annotated[
    Path | None,
    typer.Option(
        "--admin-import",
        help="Write the files for neo4j-admin into this new folder, for a first load of very many rows.",
        show_default=False,
    ),
]
FirstLoad = Annotated[
    bool | None,
    typer.Option(
        "--first-load/--row-by-row",
        help="Make the files the graph at once, which wants an empty local graph, or write them into it row by row; "
        "unless told, large files are made an empty graph at once, for that is quicker.",
        show_default=False,
    ),
]
Rejects = Annotated[
    Path | None,
    typer.Option("--rejects", help="Where rejected rows are kept; else the data folder.", show_default=False),
]


@dataclass(frozen=True, slots=True)
class Feed:
    """One command.

    Attributes:
        readers: whose layouts its files may have.
        help: what it reads, and an example.
    """

    readers: tuple[str, ...]
    help: str


FEEDS: Mapping[str, Feed] = {
    "gdelt": Feed(
        ("gdelt", "gdelt-mentions"),
        "Read GDELT: events 1.0 and 2.0, and mentions (after the events that they mention).\n\n"
        "Example: rapport ingest gdelt 20191024143000.export.CSV.zip",
    ),
    "icews": Feed(("icews",), "Read ICEWS: events, or quadruples.\n\nExample: rapport ingest icews events.2018.tab"),
    "polecat": Feed(("polecat",), "Read POLECAT.\n\nExample: rapport ingest polecat ngecEvents.DV.2023.txt.zip"),
    "acled": Feed(("acled",), "Read ACLED, as its export tool gives it.\n\nExample: rapport ingest acled 2024.csv"),
    "ucdp": Feed(
        ("ucdp", "ucdp-dyadic"),
        "Read UCDP: georeferenced events, and dyads by the year.\n\nExample: rapport ingest ucdp ged241-csv.zip",
    ),
    "cow": Feed(
        ("cow-mid", "cow-mid-dyadic", "cow-alliances", "cow-diplomacy", "atop"),
        "Read the Correlates of War (disputes, alliances, diplomatic exchange) and ATOP's alliances.\n\n"
        "Example: rapport ingest cow MIDB-5.0.csv",
    ),
    "table": Feed(
        ("table",),
        "Read relations that you typed in: CSV, TSV, JSON lines or YAML.\n\n"
        "Columns: subject, relation, object, day, quote, source, url (docs/feeds.md has all of them).\n\n"
        "Example: rapport ingest table relations.csv",
    ),
}


def mount(app: typer.Typer) -> None:
    """Add one command a feed, and the one that takes back."""
    app.command()(retract)
    for name, feed in FEEDS.items():
        app.command(name, help=feed.help)(_command(feed.readers))


def retract(key: Key, uri: Uri = None, as_json: AsJson = None, quiet: Quiet = False) -> None:
    """Take back what one report or one run said, and the edges that stand on nothing else.

    Example: rapport ingest retract run-20241008t120000-1f0c8a
    """
    from graph.connection import connect
    from graph.errors import Misuse
    from ingest.feeds.reporting import finish_retraction

    with connect(uri) as store:
        claims, changed = store.retract(key)
    if not claims:
        raise Misuse(f"Nothing in the graph comes from '{key}': name a run, as ingest told it, or a report by its id.")
    finish_retraction(claims, changed, as_json=as_json, quiet=quiet)


def _command(readers: Sequence[str]) -> Any:  # noqa: ANN401
    def ingest(
        files: Files,
        retract: Retract = False,
        workers: Workers = None,
        afresh: Afresh = False,
        rejects: Rejects = None,
        admin_import: AdminImport = None,
        first_load: FirstLoad = None,
        uri: Uri = None,
        as_json: AsJson = None,
        quiet: Quiet = False,
    ) -> None:
        from graph.errors import Misuse
        from graph.settings import data_folder, named_server
        from ingest.feeds.calls import Call
        from ingest.feeds.layouts import layouts_of
        from ingest.feeds.sources import find_sources

        if admin_import and (retract or uri or first_load):
            raise Misuse("--admin-import writes files and no graph: leave --retract, --uri and --first-load out.")
        if first_load and retract:
            raise Misuse("--first-load reads what --retract takes back: leave one of them out.")
        if first_load and named_server(uri):
            raise Misuse("--first-load is for the local graph; --admin-import makes files for another server.")
        place = rejects or data_folder() / "rejects.jsonl"
        call = Call(find_sources(files), layouts_of(readers), place, workers, afresh, uri, as_json, quiet)
        if admin_import:
            call.to_files(admin_import)
        elif retract:
            call.take_back()
        elif first_load:
            call.at_once()
        elif first_load is None:
            call.by_itself()
        else:
            call.row_by_row()

    return ingest
