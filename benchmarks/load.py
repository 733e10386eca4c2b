"""How a store grows: the rate of ingest, memory, disk, and how long the saved queries take at each size.

Usage: ``python -m benchmarks.load FOLDER [SIZE …] [--bulk [--files=MADE]]`` (10,000 100,000 1,000,000 5,000,000 unless
told; MADE holds files of the last size that ``rapport ingest gdelt --admin-import`` made before)

The rows are made by a seeded generator in GDELT's layout and go into a local Neo4j of its own that is thrown away: by
the command's own run over Bolt, or with ``--bulk`` as files for neo4j-admin, which imports them, each size anew; then
further rows are written over Bolt on top of each size, so that the rates are those of one hour and one machine. At
each size every saved query is asked with its example, but about the states that are in most relations; the second time
counts, and one that takes longer than half a minute is broken off.

What is measured goes to FOLDER as JSON lines; ``python -m benchmarks.load_report`` makes the table and the plot.
"""

from __future__ import annotations

import itertools
import json
import shlex
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import neo4j
import psutil

from benchmarks import gdelt_rows
from benchmarks.feed_memory import held
from benchmarks.write_speed import COUNT, read
from graph.loading import import_files_into
from graph.local import LocalServer
from graph.settings import Address
from graph.store import Store
from ingest.feeds.bulk_run import BulkRun
from ingest.feeds.layouts import layouts_of
from ingest.feeds.sources import Source
from ingest.processes import all_processors
from queries.assignments import pairs
from queries.saved import SHIPPED, run
from queries.saved import read as read_query

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
LIMIT = 30
"""Seconds after which a query is broken off."""

EVERY = 100_000
"""Rows between two measurements of the rate."""

ON_TOP = (20_000, 50_000)
"""Rows that are written over Bolt on top of what was imported: to warm up, and timed."""

MOST = """
MATCH (a:State)-[r]->(:Actor) WITH a, count(r) AS count ORDER BY count DESC, a.id LIMIT 3 RETURN a.id AS actor
"""
ONE = "MATCH (:Actor)-[r]->(:Actor) WHERE r.claims > 1 RETURN r.id AS relation LIMIT 1"


class Limited(Store):
    """A store whose answers are broken off after a while."""

    def cypher(
        self, query: str, parameters: Mapping[str, Any] | None = None, /, *, write: bool = False, **more: Any
    ) -> list[dict[str, Any]]:
        """See ``Store.cypher``."""
        with self._driver.session(default_access_mode=neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS) as session:
            return session.run(neo4j.Query(query, timeout=LIMIT), {**(parameters or {}), **more}).data()  # type: ignore[arg-type]


def asked(store: Store) -> dict[str, float | None]:
    """Seconds that each saved query takes the second time; None where it takes too long."""
    found: dict[str, float | None] = {}
    most = [row["actor"] for row in store.cypher(MOST)]
    told = {"Israel": most[0], "Iran": most[1], "Hezbollah": most[2], "missiles": f"{most[0]}GOV"}
    told |= {
        "relation-1f0c22ab": store.cypher(ONE)[0]["relation"],
        "2024-10-01": "2019-01-01",
        "2024-09-01": "2019-01-01",
    }
    for path in sorted(SHIPPED.glob("*.cypher")):
        query = read_query(path)
        example = pairs([word for word in shlex.split(query.header.example) if word != "--param"])
        given = {name: told.get(value, value) for name, value in example.items()}
        try:
            for _ in range(2):
                began = time.perf_counter()
                run(store, query, given)
                found[query.name] = round(time.perf_counter() - began, 4)
        except neo4j.exceptions.Neo4jError as error:
            if not any(word in (error.code or "") for word in ("Timeout", "TimedOut", "Terminated")):
                raise
            found[query.name] = None
    return found


def measured(server: LocalServer, address: Address, rows: int, road: str) -> dict[str, Any]:
    """What a store of a size takes, and its queries."""
    with Limited(address.uri, address.username, address.password) as store:
        records = store.cypher(COUNT)[0]["records"]
        claims = store.cypher("MATCH (c:Claim) RETURN count(c) AS claims")[0]["claims"]
        relations = store.cypher("MATCH (:Actor)-[r]->(:Actor) RETURN count(r) AS relations")[0]["relations"]
        return {
            "road": road,
            "rows": rows,
            "claims": claims,
            "relations": relations,
            "records": records,
            "disk_mb": round(server.folder.size() / 1e6),
            "neo4j_mb": round(_server_memory(server)),
            "queries": asked(store),
        }


def _server_memory(server: LocalServer) -> float:
    running = server.folder.running()
    return psutil.Process(running.pid).memory_info().rss / 1e6 if running else 0


def files(folder: Path, sizes: list[int]) -> Iterator[tuple[int, Path]]:
    """A file of the rows that make a size out of the one before it, for each."""
    rows = gdelt_rows.rows(sizes[-1])
    before = 0
    for size in sizes:
        path = folder / f"rows-{size}.CSV"
        with path.open("w", encoding="utf8") as file:
            file.writelines(f"{row}\n" for row in itertools.islice(rows, size - before))
        before = size
        yield size, path


class Growth:
    """Is told how far a run is, and keeps the rate of each stretch.

    Args:
        before: rows that stand already.
        out: where the rates are kept.
    """

    def __init__(self, before: int, out: Path) -> None:
        self._before = self._shown = before
        self._out = out
        self._last = time.monotonic()
        self.most = 0.0

    def look(self) -> None:
        """See how much memory is held."""
        self.most = max(self.most, held())

    def __call__(self, doing: str, *_: int) -> None:
        """See ``ingest.feeds.runs.Progress``."""
        self.look()
        rows = self._before + int(doing.split(": ")[1].split(" rows")[0].replace(",", ""))
        if rows - self._shown >= EVERY:
            now = time.monotonic()
            rate = round((rows - self._shown) / (now - self._last))
            note(self._out, {"road": "bolt", "at": rows, "rate": rate, "rapport_mb": round(self.most)})
            self._last, self._shown = now, rows


def over_bolt(sizes: list[int], folder: Path, out: Path) -> None:
    """Grow one store by the command's own run."""
    server = LocalServer(folder / "home", idle=600)
    address = server.start()
    try:
        before = 0
        for size, path in files(folder, sizes):
            growth = Growth(before, out)
            with Store(address.uri, address.username, address.password) as store:
                seconds = read(store, path, growth).seconds
            told = {"seconds": round(seconds, 1), "rate": round((size - before) / seconds)}
            note(out, {**measured(server, address, size, "bolt"), **told, "rapport_mb": round(growth.most)})
            before = size
            path.unlink()
    finally:
        server.stop()


def bulk(sizes: list[int], folder: Path, out: Path, made: Path | None) -> None:
    """Import each size from files."""
    for size in sizes:
        told: dict[str, Any] = {}
        made_here = made if size == sizes[-1] else None
        if made_here is None:
            path, made_here = folder / "rows.CSV", folder / f"files-{size}"
            gdelt_rows.write(path, size)
            told = make_files(path, made_here, Growth(0, out))
            told["bulk_rate"] = round(size / told["seconds"])
        server = LocalServer(folder / f"home-{size}", idle=600)
        server.start()
        server.stop()
        began = time.monotonic()
        run_import(server, made_here)
        told["import_seconds"] = round(time.monotonic() - began, 1)
        address = server.start()
        try:
            began = time.monotonic()
            with Store(address.uri, address.username, address.password) as store:
                store.prepare()
            told["index_seconds"] = round(time.monotonic() - began, 1)
            told |= {**measured(server, address, size, "bulk"), "rate": on_top(address, size, folder)}
            note(out, told)
            note(out, {"road": "bolt", "at": size, "rate": told["rate"]})
        finally:
            server.stop()


def on_top(address: Address, size: int, folder: Path) -> int:
    """Rows a second at which more rows of the same feed are written over Bolt into a graph of a size."""
    warm, timed = ON_TOP
    rows = itertools.islice(gdelt_rows.rows(size + warm + timed), size, None)
    rate = 0.0
    with Store(address.uri, address.username, address.password) as store:
        for number in ON_TOP:
            path = folder / "on-top.CSV"
            path.write_text("".join(f"{row}\n" for row in itertools.islice(rows, number)), "utf8")
            rate = number / read(store, path).seconds
    return round(rate)


def make_files(path: Path, folder: Path, growth: Growth) -> dict[str, Any]:
    """Turn rows into files; how long it took, and in how much memory."""
    rejects = folder.with_suffix(".rejects")
    run = BulkRun(folder, layouts_of(["gdelt"]), rejects, all_processors(), lambda _: None, lambda *_: growth.look())
    seconds = run.ingest([Source(str(path), path)]).seconds
    return {"seconds": round(seconds, 1), "rapport_mb": round(growth.most)}


def run_import(server: LocalServer, files_folder: Path) -> None:
    """Let neo4j-admin make the database of a server that stands still."""
    if fault := import_files_into(server.folder, files_folder):
        sys.exit(f"neo4j-admin failed: {fault}")


def note(out: Path, row: dict[str, Any]) -> None:
    """Keep what was measured."""
    with out.open("a", encoding="utf8") as file:
        file.write(json.dumps(row) + "\n")
    print(json.dumps({key: value for key, value in row.items() if key != "queries"}), flush=True)


def main() -> None:
    """Measure each size."""
    out = Path(sys.argv[1]) / "load.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    sizes = sorted(int(word) for word in sys.argv[2:] if word.isdigit()) or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        if "--bulk" in sys.argv:
            named = [word.split("=", 1)[1] for word in sys.argv if word.startswith("--files=")]
            bulk(sizes, Path(folder), out, Path(named[0]) if named else None)
        else:
            over_bolt(sizes, Path(folder), out)


if __name__ == "__main__":
    main()
