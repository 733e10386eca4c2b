"""``rapport db check``: whether a graph is whole, and making it so again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import AsJson, Quiet, Uri

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.findings import Finding

REMOVED = "removed-claims.jsonl"
"""In the data folder: the broken claims that were taken out."""


def check(
    repair: Annotated[bool, typer.Option("--repair", help="Mend what is off.")] = False,
    uri: Uri = None,
    as_json: AsJson = None,
    quiet: Quiet = False,
) -> None:
    """Say whether the graph is whole: its indexes, its claims, and its relations as their claims make them.

    Ends with 1 where something is off. With --repair missing indexes are made, relations are projected again from their
    claims, and claims that lost their report or an actor are taken out and kept in removed-claims.jsonl in the data
    folder; it ends with 1 where something is still off then. It is best run while nothing is written.

    Example: rapport db check --json
    """
    from graph import checking, repairing
    from graph.connection import connect
    from graph.progress import shown
    from graph.settings import data_folder
    from graph.table import show

    removed = data_folder() / REMOVED
    mended: list[Finding] = []
    with connect(uri) as store, shown(quiet, unit="claims") as progress:
        if repair:
            mended = list(repairing.repair(store, removed, progress))
        off = list(checking.check(store, progress)) if mended or not repair else []
    if not quiet:
        still = {(finding.fault, finding.about) for finding in off}
        rows = [
            {**finding.as_row(), **({"mended": (finding.fault, finding.about) not in still} if repair else {})}
            for finding in ([*mended, *(found for found in off if found not in mended)] if repair else off)
        ]
        show(rows, as_json=as_json)
        typer.echo(_summary(mended, off, removed, repaired=repair), err=True)
    if off:
        raise typer.Exit(1)


def _summary(mended: Sequence[Finding], off: Sequence[Finding], removed: Path, *, repaired: bool) -> str:
    """What was found, in one sentence, with what to do next."""
    from graph.findings import Fault

    if not mended and not off:
        return "The graph is whole: its claims are sound, and its relations are what their claims make them."
    if not repaired:
        return f"{_counted(off)}: mend it with rapport db check --repair."
    took = sum(finding.fault is Fault.BROKEN for finding in mended)
    said = f"{_counted(mended)}: " + (f"{len(off)} still off." if off else "all of it is mended.")
    if took:
        said += f" Broken claims were taken out and are kept in {removed}; read their sources again to have them back."
    if any(finding.fault is Fault.UNKNOWN for finding in off):
        said += " Relation types that the vocabulary does not have came from another Rapport: use that one."
    return said


def _counted(findings: Sequence[Finding]) -> str:
    kinds = Counter(finding.fault.value for finding in findings)
    listed = ", ".join(f"{count:,} × {kind}" for kind, count in kinds.most_common())
    return f"{len(findings):,} {'thing is' if len(findings) == 1 else 'things are'} off ({listed})"
