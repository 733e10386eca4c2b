"""Reporting: what a run says while it goes on and when it ends."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from graph.errors import Misuse, RapportError
from graph.import_files import how_to_import
from graph.options import wants_json
from graph.terminal import printable
from graph.written import Written
from ingest.feeds.summary import Summary

REASONS_SHOWN = 10

READING_STOPPED = "What was read stands in the graph; the same command goes on where this one stopped."
LOADING_STOPPED = "The graph is as empty as before; what was read is kept, and the same command goes on there."


def tell(quiet: bool) -> Callable[[str], None]:
    """Says a sentence on stderr, unless it is to be quiet."""

    def say(sentence: str) -> None:
        if not quiet:
            typer.echo(printable(sentence), err=True)

    return say


@contextmanager
def stopping(how: str) -> Iterator[None]:
    """Says how to go on where a run is stopped, be it by Ctrl-C or because the server or the disk gives up.

    Args:
        how: the sentence that says so.
    """
    try:
        yield
    except (KeyboardInterrupt, SystemExit, RapportError) as error:
        if not isinstance(error, Misuse):
            typer.echo(how, err=True)
        raise


@contextmanager
def tidied_up() -> Iterator[None]:
    """Lets SIGTERM end the command as Ctrl-C does: files that are of no use half made, and processes, go with it."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def finish(summary: Summary, rejects: Path, *, files: Path | None = None, as_json: bool | None, quiet: bool) -> None:
    """Say what a run did; exit code 1 where no row became a claim.

    Args:
        summary: what it did.
        rejects: where the rejected rows are kept.
        files: the folder of the files that it wrote where it wrote no graph.
        as_json: as for ``wants_json``.
        quiet: say nothing but JSON.
    """
    if wants_json(as_json):
        typer.echo(json.dumps(summary.as_row(), ensure_ascii=False))
    elif not quiet:
        typer.echo(_sentences(summary, files))
    if summary.rejects and not quiet:
        for reason, count in summary.rejects.most_common(REASONS_SHOWN):
            typer.echo(printable(f"{count:>9,} rejected: {reason}"), err=True)
        others = len(summary.rejects) - REASONS_SHOWN
        if others > 0:
            typer.echo(f"          and {others} other reasons", err=True)
        typer.echo(f"The rejected rows stand in {rejects}.", err=True)
    if summary.rejects and not summary.claims:
        raise typer.Exit(1)


def finish_retraction(claims: int, changed: Written, *, as_json: bool | None, quiet: bool) -> None:
    """Say what was taken back."""
    if wants_json(as_json):
        typer.echo(json.dumps({"retracted_claims": claims, "removed_relations": changed.removed}))
    elif not quiet:
        typer.echo(f"Took back {claims:,} claims; {changed.removed:,} relations stood on nothing else and are gone.")


def _sentences(summary: Summary, files: Path | None) -> str:
    written = summary.written
    read = f"Read {summary.rows:,} rows in {summary.seconds:,.1f} seconds"
    new = f"{written.claims:,} claims, {written.relations:,} relations, {written.actors:,} actors"
    lines = [
        f"{read}: {summary.claims:,} claims, {summary.rejects.total():,} rows rejected.",
        f"{'In the files' if files else 'New in the graph'}: {new}, {written.reports:,} reports.",
    ]
    if written.replaced:
        lines.append(
            f"{written.replaced:,} claims were replaced, for their rows say something else now; "
            f"{written.removed:,} relations went with them."
        )
    if files:
        return "\n".join([*lines, "To import them into a new database:", how_to_import(files)])
    return "\n".join([*lines, f"To take it back: rapport ingest retract {summary.run}"])
