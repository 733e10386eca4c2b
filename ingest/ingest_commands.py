"""``rapport ingest``: turn sources into claims and write them to the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.options import AsJson, Quiet, Uri, wants_json
from ingest.extractors import Chosen, DryRunOption, Price, Reader, Workers, chosen
from ingest.feeds.commands import mount as mount_feeds

if TYPE_CHECKING:
    from graph.gazetteer import Gazetteer
    from graph.records import Record
    from graph.store import Store
    from ingest.article_files import Article
    from ingest.extractor import Extractor, Reject

WRITTEN_AT_ONCE = 64
"""Articles that are read before they are written; what waits is all that memory holds."""

app = typer.Typer(
    help="Turn reports into claims and write them to the graph.", no_args_is_help=True, rich_markup_mode=None
)

Files = Annotated[
    list[str], typer.Argument(help="Files of plain text or HTML; - reads standard input.", show_default=False)
]
Outlet = Annotated[
    str | None,
    typer.Option(
        "--outlet", help="Who published it: a name or an id; else who its dateline names.", show_default=False
    ),
]
Published = Annotated[
    str | None, typer.Option("--published", help="The day that it bears, as 2024-10-08.", show_default=False)
]
Url = Annotated[str | None, typer.Option("--url", help="Where it stands.", show_default=False)]
Title = Annotated[str | None, typer.Option("--title", help="Its headline.", show_default=False)]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help="Of the files; found out unless given.", show_default=False)
]
NewOutlet = Annotated[bool, typer.Option("--new-outlet", help="Let an unknown outlet become a new one.")]
Rejects = Annotated[
    Path | None,
    typer.Option(
        "--rejects", help="Where what cannot be read is kept; in the data folder unless given.", show_default=False
    ),
]


@app.command()
def article(
    files: Files,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    title: Title = None,
    encoding: Encoding = None,
    new_outlet: NewOutlet = False,
    rejects: Rejects = None,
    extractor: Chosen = Reader.FRAMES,
    dry_run: DryRunOption = False,
    llm_prices: Price = None,
    workers: Workers = 1,
    uri: Uri = None,
    as_json: AsJson = None,
    quiet: Quiet = False,
) -> None:
    """Read articles, and write what they say to the graph.

    What the options leave out is taken from the file: front matter of a plain text, the head of a web page. A file
    that cannot be read is told, kept among the rejects and counted; the others are read all the same.

    Example: rapport ingest article report.txt --outlet TASS --published 2024-10-08
    """
    from graph.errors import Misuse
    from graph.gazetteer import load

    if len(files) > 1 and (url or title):
        raise Misuse("--url and --title belong to one article; with several files put them into their front matter.")
    told = told_by_options(outlet, published, url, title)
    gazetteer = load()
    with chosen(extractor, gazetteer, dry_run=dry_run, prices=llm_prices, workers=workers) as reading:
        done, rejected = _write_all(
            files, told, encoding, reading, gazetteer, new_outlet=new_outlet, uri=uri, quiet=quiet, dry_run=dry_run
        )
    if dry_run:
        return
    _finish(dict(done), rejected, rejects, as_json=as_json, quiet=quiet)


def told_by_options(
    outlet: str | None, published: str | None, url: str | None = None, title: str | None = None
) -> Article:
    """What the options tell of articles, in place of what their files say; it has no text.

    Raises:
        Misuse: if ``--published`` is no day.
    """
    from ingest.article_files import Article, parse_day

    day = parse_day(published, "--published") if published else None
    return Article(text="", outlet=outlet, published=day, url=url, title=title)


def _write_all(
    files: Sequence[str],
    told: Article,
    encoding: str | None,
    extractor: Extractor,
    gazetteer: Gazetteer,
    *,
    new_outlet: bool,
    uri: str | None,
    quiet: bool,
    dry_run: bool,
) -> tuple[Counter[str], list[Reject]]:
    """Read the articles and write them, some at a time; what was done is counted."""
    from graph.connection import connect
    from graph.progress import shown
    from ingest.articles import ReadArticle, find_outlet
    from ingest.many_articles import read_many, sources_of

    if told.outlet:
        find_outlet(told.outlet, gazetteer, new=new_outlet)
    done: Counter[str] = Counter(articles=0, claims=0)
    rejected: list[Reject] = []
    records: list[Record] = []
    with shown(quiet, unit="articles") as progress, ExitStack() as stack:
        store = None
        sources = sources_of(files, told, encoding)
        for found in read_many(sources, extractor, gazetteer, new_outlet=new_outlet, alone=len(files) == 1):
            if isinstance(found, ReadArticle):
                records.append(found.record)
                rejected += found.rejects
            else:
                rejected.append(found)
            progress("Reading", done["articles"] + len(records) + len(rejected), len(files))
            if len(records) == WRITTEN_AT_ONCE and not dry_run:
                store = store or stack.enter_context(connect(uri))
                done.update(_written(store, records))
                records = []
        if records and not dry_run:
            store = store or stack.enter_context(connect(uri))
            done.update(_written(store, records))
    return done, rejected


def _written(store: Store, records: Sequence[Record]) -> Counter[str]:
    """Write some records, and count them and what is new of them."""
    written = store.write(records)
    return Counter(
        articles=len(records),
        claims=sum(len(record.claims) for record in records),
        new_reports=written.reports,
        new_claims=written.claims,
        new_actors=written.actors,
        new_relations=written.relations,
    )


def _finish(
    summary: dict[str, Any], rejected: Sequence[Reject], rejects: Path | None, *, as_json: bool | None, quiet: bool
) -> None:
    """Say what was done; exit code 1 where something was rejected."""
    import json

    from graph.settings import data_folder
    from graph.terminal import printable
    from ingest.rejects import write_rejects

    place = rejects or data_folder() / "rejects.jsonl"
    count = write_rejects(rejected, place)
    summary["rejected"] = count
    if wants_json(as_json):
        typer.echo(json.dumps(summary))
    elif not quiet:
        typer.echo(_sentence(summary))
    for reject in rejected:
        typer.echo(printable(f"Rejected {reject.place}: {reject.reason}"), err=True)
    if count:
        typer.echo(f"{count} rejected; they stand in {place}.", err=True)
        raise typer.Exit(1)


def _sentence(summary: dict[str, Any]) -> str:
    if not summary["articles"]:
        return "No article was read."
    new = f"{summary['new_reports']} reports, {summary['new_claims']} claims, {summary['new_relations']} relations"
    return f"Read {summary['articles']} articles with {summary['claims']} claims. New in the graph: {new}."


mount_feeds(app)
