"""The table and the plot of how a store grows, of what ``benchmarks.load`` measured.

Usage: ``python -m benchmarks.load_report LOAD.jsonl PLOT.png``; prints the table as Markdown
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("agg")
import matplotlib.pyplot as plt

from benchmarks.load import LIMIT

SHOWN_APART = 6
"""Queries that grow most, which get lines of their own in the plot."""


def main(measured: Path, plot: Path) -> None:
    """Print the table and draw the plot."""
    rows = [json.loads(line) for line in measured.read_text("utf8").splitlines()]
    sizes = sorted((row for row in rows if "queries" in row), key=lambda row: int(row["rows"]))
    print("\n".join(table(sizes)))
    draw(sizes, [row for row in rows if "at" in row], plot)


def table(sizes: Sequence[dict[str, Any]]) -> list[str]:
    """Markdown: what a store of each size takes, and the seconds of each query, with how they grow."""
    columns = [f"{size['rows']:,} ({size['road']})" for size in sizes]
    lines = [f"| rows | {' | '.join(columns)} | grows as |", f"| --- |{' ---: |' * (len(columns) + 1)}"]
    for name, key in (
        ("claims", "claims"),
        ("relations", "relations"),
        ("rows a second, over Bolt", "rate"),
        ("rows a second, into files", "bulk_rate"),
        ("Rapport's memory, MB", "rapport_mb"),
        ("Neo4j's memory, MB", "neo4j_mb"),
        ("on disk, MB", "disk_mb"),
    ):
        told = [f"{size[key]:,}" if size.get(key) is not None else "" for size in sizes]
        lines.append(f"| {name} | {' | '.join(told)} | |")
    for query in sorted(sizes[0]["queries"]):
        seconds = [size["queries"].get(query) for size in sizes]
        told = [f"> {LIMIT} s" if second is None else f"{second:.3f} s" for second in seconds]
        lines.append(f"| `{query}` | {' | '.join(told)} | {growth(sizes, query)} |")
    return lines


def growth(sizes: Sequence[dict[str, Any]], query: str) -> str:
    """The power of the number of rows by which a query's time grew from the size before the last one to the last."""
    known = [(size["rows"], size["queries"][query]) for size in sizes if size["queries"].get(query)]
    if len(known) < 2:
        return ""
    (less, quick), (more, slow) = known[-2:]
    return f"n^{math.log(slow / quick) / math.log(more / less):.1f}"


def draw(sizes: Sequence[dict[str, Any]], rates: Sequence[dict[str, Any]], plot: Path) -> None:
    """Left the queries' times, right the rate of ingest as the store grows."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.5), width_ratios=(2, 1))
    last = sizes[-1]["queries"]
    slowest = sorted(last, key=lambda name: -(last[name] or 60))[:SHOWN_APART]
    for name in sorted(last):
        points = [(size["rows"], size["queries"][name]) for size in sizes if size["queries"].get(name)]
        label, color = (name, None) if name in slowest else (None, "#bbb")
        left.plot(*zip(*points, strict=True), marker="o", label=label, color=color)
    left.set(xscale="log", yscale="log", xlabel="rows", ylabel="seconds", title="Saved queries")
    left.legend(fontsize=8)
    right.plot([row["at"] for row in rates], [row["rate"] for row in rates], marker="o")
    right.set(
        xscale="log", xlabel="rows that stand already", ylabel="rows a second", title="Ingest over Bolt", ylim=(0, None)
    )
    figure.tight_layout()
    figure.savefig(plot, dpi=110)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
