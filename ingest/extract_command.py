"""``rapport extract``: print what reports say, without storing it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.options import AsJson, Quiet, wants_json
from ingest.extractors import Chosen, DryRunOption, Price, Reader, Workers, chosen
from ingest.ingest_commands import Encoding, NewOutlet, Outlet, Published, told_by_options

if TYPE_CHECKING:
    from graph.jars import Progress
    from ingest.extractor import Extractor

Texts = Annotated[
    list[str] | None, typer.Argument(help="Files of plain text or HTML; - reads standard input.", show_default=False)
]
Lines = Annotated[
    str | None,
    typer.Option(
        "--jsonl",
        help='Read lines of {"id", "text", "published"} from this file; - is standard input.',
        show_default=False,
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show for each sentence why it gave its claims, or none.")]


def extract(
    files: Texts = None,
    jsonl: Lines = None,
    outlet: Outlet = None,
    published: Published = None,
    encoding: Encoding = None,
    new_outlet: NewOutlet = False,
    explain: Explain = False,
    extractor: Chosen = Reader.FRAMES,
    dry_run: DryRunOption = False,
    llm_prices: Price = None,
    workers: Workers = 1,
    as_json: AsJson = None,
    quiet: Quiet = False,
) -> None:
    """Print the claims that reports make, without storing them.

    In a pipe, and with --jsonl, each claim is a JSON object on a line of its own. With --explain, each sentence is
    shown with the names in it, the word that made each claim and the cue of how it stands, or with what was missing.

    Example: rapport extract report.txt --outlet TASS --published 2024-10-08
    """
    from graph.errors import Misuse
    from graph.progress import shown

    if bool(files) == bool(jsonl):
        raise Misuse("Name files to read, or give --jsonl with a file of lines; rapport extract --help shows both.")
    if explain and jsonl:
        raise Misuse("--explain goes with files, and not with --jsonl; write the text of the line to a file.")
    if explain and extractor is not Reader.FRAMES:
        raise Misuse("--explain goes with --extractor frames; a language model does not tell why.")
    if explain:
        _print_explanations(
            files or [], outlet, published, encoding, new_outlet=new_outlet, as_lines=wants_json(as_json)
        )
        return
    in_lines = bool(jsonl) or dry_run or wants_json(as_json)
    # Where lines come out on the terminal, they show how far the reading is.
    still = quiet or (in_lines and sys.stdout.isatty())
    with (
        chosen(extractor, dry_run=dry_run, prices=llm_prices, workers=workers) as reading,
        shown(still, unit="lines" if jsonl else "reports") as progress,
    ):
        if jsonl:
            from ingest.json_lines import claims_of_lines

            _print_lines(claims_of_lines(jsonl, _outlet(outlet, new=new_outlet), reading, progress))
            return
        rows = _of_files(files or [], outlet, published, encoding, reading, progress, new_outlet=new_outlet)
        if in_lines:
            _print_lines(rows)
        else:
            from graph.table import show_table

            show_table([_short(row) for row in rows])


def _outlet(name: str | None, *, new: bool) -> str | None:
    from graph.gazetteer import load
    from ingest.articles import find_outlet

    return find_outlet(name, load(), new=new).id if name else None


def _of_files(
    files: Iterable[str],
    outlet: str | None,
    published: str | None,
    encoding: str | None,
    extractor: Extractor,
    progress: Progress,
    *,
    new_outlet: bool,
) -> Iterator[dict[str, Any]]:
    from graph.gazetteer import load
    from graph.terminal import printable
    from ingest.claim_rows import claim_row
    from ingest.extractor import Reject
    from ingest.many_articles import read_many, sources_of

    gazetteer = load()
    told = told_by_options(outlet, published)
    names = list(files)
    rejected = 0
    sources = sources_of(names, told, encoding)
    read = read_many(sources, extractor, gazetteer, new_outlet=new_outlet, alone=len(names) == 1)
    for count, found in enumerate(read, 1):
        progress("Reading", count, len(names))
        if isinstance(found, Reject):
            rejected += 1
            typer.echo(printable(f"Rejected {found.place}: {found.reason}"), err=True)
            continue
        actors = {actor.id: actor for actor in found.record.actors}
        yield from (claim_row(claim, actors) for claim in found.record.claims)
        for reject in found.rejects:
            typer.echo(printable(f"Rejected {reject.place}: {reject.reason}"), err=True)
    if rejected:
        raise typer.Exit(1)


def _print_explanations(
    files: Iterable[str],
    outlet: str | None,
    published: str | None,
    encoding: str | None,
    *,
    new_outlet: bool,
    as_lines: bool,
) -> None:
    from graph.gazetteer import load
    from graph.reports import Report, text_hash
    from graph.terminal import printable
    from ingest.article_files import read_source
    from ingest.dateline import agency
    from ingest.frame_extractor import FrameExtractor

    gazetteer = load()
    extractor = FrameExtractor(gazetteer)
    told = told_by_options(outlet, published)
    for name in files:
        article = read_source(name, encoding).with_told(told)
        source = _outlet(article.outlet, new=new_outlet) or agency(article.text, gazetteer, article.published)
        report = Report(sha256=text_hash(article.text), published=article.published, outlet=source)
        for explanation in extractor.explain(article.text, report):
            if as_lines:
                _print_lines([explanation.row()])
            else:
                typer.echo("\n".join(printable(line) for line in explanation.lines()) + "\n")


def _print_lines(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def _short(row: dict[str, Any]) -> dict[str, Any]:
    """What a person looks at first."""
    sources = " < ".join(
        f"unnamed, {link['name']}" if link["anonymous"] else link["name"] for link in row["attribution"]
    )
    stands = ("not " if row["negated"] else "") + row["modality"]
    return {
        "subject": row["subject"]["name"],
        "type": row["type"],
        "object": row["object"]["name"] if row["object"] else None,
        "on": row["on"],
        "stands": stands,
        "source": sources,
        "quote": row["quote"],
    }
