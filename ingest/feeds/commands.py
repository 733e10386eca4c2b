"""The commands for feeds: ``rapport ingest gdelt`` and its sisters."""

from __future__ import annotations

import os
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
    bool,
    typer.Option(
        "--first-load", help="Make the files the graph at once, where the local graph is empty: the quick way."
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


def usual_workers() -> int:
    """How many processes read beside the one that writes: one is enough for two processors, and four for any number."""
    return max(1, min(4, (os.cpu_count() or 1) - 1))


def all_processors() -> int:
    """How many processes do the work where this one only gives it out."""
    return max(1, min(8, os.cpu_count() or 1))


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
        first_load: FirstLoad = False,
        uri: Uri = None,
        as_json: AsJson = None,
        quiet: Quiet = False,
    ) -> None:
        from graph.connection import connect
        from graph.errors import Misuse
        from graph.local import LocalServer
        from graph.progress import shown
        from graph.settings import data_folder, named_server
        from ingest.feeds.bulk_run import BulkRun
        from ingest.feeds.first_load import first_load as load_first
        from ingest.feeds.layouts import layouts_of
        from ingest.feeds.reporting import finish, finish_retraction, stopping, tell, tidied_up
        from ingest.feeds.retracting import take_back
        from ingest.feeds.runs import Run
        from ingest.feeds.sources import find_sources

        sources = find_sources(files)
        address = named_server(uri)
        place = rejects or data_folder() / "rejects.jsonl"
        if admin_import or first_load:
            if admin_import and (retract or uri or first_load):
                raise Misuse("--admin-import writes files and no graph: leave --retract, --uri and --first-load out.")
            if address and first_load:
                raise Misuse("--first-load is for the local graph; --admin-import makes files for another server.")
            if retract:
                raise Misuse("--first-load reads what --retract takes back: leave one of them out.")
            working = all_processors() if workers is None else workers
            with shown(quiet, unit="%") as progress, tidied_up():

                def reading(folder: Path) -> BulkRun:
                    return BulkRun(folder, layouts_of(readers), place, working, tell(quiet), progress)

                if admin_import:
                    done = reading(admin_import).ingest(sources)
                else:
                    done = load_first(LocalServer(data_folder()), reading, sources, progress)
            finish(done, place, files=admin_import, as_json=as_json, quiet=quiet)
            return
        with connect(uri) as store, shown(quiet, unit="%") as progress, stopping():
            run = Run(
                store=store,
                address=address.uri if address else "local",
                layouts=layouts_of(readers),
                rejects=place,
                workers=usual_workers() if workers is None else workers,
                tell=tell(quiet),
                progress=progress,
                afresh=afresh,
            )
            taken = take_back(run, sources) if retract else None
            summary = run.ingest(sources) if not retract else None
        if taken:
            finish_retraction(*taken, as_json=as_json, quiet=quiet)
        if summary:
            finish(summary, place, as_json=as_json, quiet=quiet)

    return ingest
