"""Feeds mutated bytes to a reader or the extractor, led by which branches they reach, until it breaks or time is up.

Usage: ``python -m benchmarks.faults.fuzz TARGET [SECONDS]`` with one of the targets below (300 seconds unless told).

It needs atheris (``pip install atheris``, Apache-2.0), which is no dependency of Rapport. Seeds are made from the rows
and texts of the tests; inputs that reach a new branch, and what breaks a target, are kept in
``benchmarks/faults/seeds/TARGET`` (named by RAPPORT_SEEDS where that is set), where the next run goes on. A fault is an
exception other than a plain refusal, an input that takes more than five seconds, or rows that are neither read nor
rejected.

The shortest inputs that reached a new branch stand, as base64, in ``benchmarks/faults/seeds/TARGET.txt``: every run
begins with them too, and ``tests/test_hostile_seeds.py`` reads them. ``python -m benchmarks.faults.fuzz keep TARGET``
writes that file anew.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import importlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from graph.store import Store
    from ingest.feeds.readers import Reader

KEPT = Path(__file__).with_name("seeds")
SEEDS = Path(os.environ.get("RAPPORT_SEEDS") or KEPT)
INSTRUMENTED = (
    "ingest.article_files",
    "ingest.feeds.gdelt_mentions",
    "ingest.feeds.portions",
    "ingest.feeds.sources",
    "ingest.frame_extractor",
    "queries.exports.records",
)
MOST_KEPT = 80
"""Inputs of a target, the shortest of those that reached a new branch."""

LONGEST = 4_000
SLOWEST = 5


def article(content: bytes) -> None:
    """An article file, plain or HTML, with or without front matter."""
    from graph.errors import Misuse
    from ingest.article_files import read_article

    with suppress(Misuse):
        read_article(content, "a file")


def extractor(content: bytes) -> None:
    """A text, read with frames; quotes must stand in it."""
    from graph.reports import Report, text_hash
    from tests.ingest.test_hostile_text import extractor

    text = content.decode("utf8", "replace")
    extraction = extractor().extract(text, Report(sha256=text_hash(text), outlet="reuters"))
    assert all(text[claim.start : claim.end] == claim.quote for claim in extraction.claims)


def rows(content: bytes) -> None:
    """The rows of a feed; the first byte says in which form."""
    from tests.ingest.feeds.accounting import account, forms

    known = [form for form in forms().values() if form[0].reader != "gdelt-mentions"]
    layout, first = known[content[0] % len(known)] if content else known[0]
    found, read, rejected = account(layout, first, content[1:])
    assert read + rejected == found


def mentions(content: bytes) -> None:
    """Rows of GDELT's table of mentions, of events that the graph knows or does not know."""
    from tests.ingest.feeds.accounting import account, forms

    layout, first = next(form for form in forms().values() if form[0].reader == "gdelt-mentions")
    found, read, rejected = account(layout, first, content, _mentions_reader())
    assert read + rejected == found


class _KnownEvents:
    """Answers for the graph, as if every other event stood there."""

    def cypher(self, _: str, /, *, rows: list[str], feed: str) -> list[dict[str, Any]]:  # noqa: ARG002
        iran, israel = ({"id": key, "name": key, "kind": "state", "country": key} for key in ("IRN", "ISR"))
        event = {"type": "ATTACKS", "on": datetime.date(2024, 10, 1), "code": "190", "score": -10.0, "quote": "so"}
        return [{"row": row, "subject": iran, "object": israel, **event} for row in rows[::2]]


@cache
def _mentions_reader() -> Mapping[str, Reader]:
    from ingest.feeds.gdelt_mentions import GdeltMentionsReader

    return {"gdelt-mentions": GdeltMentionsReader(cast("Store", _KnownEvents()))}


def records(content: bytes) -> None:
    """A backup; every line is a record, or refused."""
    from queries.exports.records import read_records

    lines = sum(1 for line in io.BytesIO(content) if line.strip())
    assert len(list(read_records(io.BytesIO(content)))) == lines


def archive(content: bytes) -> None:
    """An archive, or a YAML table; the first byte says which."""
    from graph.errors import Misuse
    from ingest.feeds.lines import chunks
    from ingest.feeds.sources import find_sources

    end = (".zip", ".csv.gz", ".yaml")[content[0] % 3] if content else ".zip"
    with tempfile.NamedTemporaryFile(suffix=end) as file, suppress(Misuse):
        file.write(content[1:])
        file.flush()
        for source in find_sources([file.name]):
            with source.open() as stream:
                list(chunks(stream, 1000))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "article": article,
    "extractor": extractor,
    "rows": rows,
    "mentions": mentions,
    "records": records,
    "archive": archive,
}


def kept(target: str) -> list[bytes]:
    """Inputs that reached a new branch in runs before, and are kept."""
    return [base64.b64decode(line) for line in (KEPT / f"{target}.txt").read_text("ascii").split()]


def keep(target: str) -> None:
    """Keep the shortest inputs that reached a new branch."""
    found = {path.read_bytes() for path in (SEEDS / target).iterdir() if path.is_file()}
    shortest = sorted(found, key=lambda content: (len(content), content))[:MOST_KEPT]
    lines = sorted(base64.b64encode(content).decode("ascii") for content in shortest if content)
    KEPT.mkdir(exist_ok=True)
    (KEPT / f"{target}.txt").write_text("".join(f"{line}\n" for line in lines), "ascii")


def seeds(target: str) -> list[bytes]:
    """Where mutation begins: with what is made from samples, and with what is kept."""
    return [*made(target), *kept(target)]


def made(target: str) -> list[bytes]:
    """What is made from the samples of the tests."""
    import gzip
    import zipfile

    from tests.ingest.feeds.accounting import forms
    from tests.ingest.feeds.layout_samples import TABLE
    from tests.ingest.test_hostile_text import NAMES

    samples = [path.read_bytes()[:LONGEST] for path in sorted(Path("ingest/samples").glob("*.txt"))]
    if target == "rows":
        firsts = [first for layout, first in forms().values() if layout.reader != "gdelt-mentions"]
        return [bytes([n]) + f"{first}\n{first}".encode() for n, first in enumerate(firsts)]
    if target == "mentions":
        cells = ["7", "20241001120000", "20241001121500", "1", "bbc.co.uk", "https://bbc.co.uk/a", "1", *["-1"] * 4]
        return ["\t".join([*cells, str(sure), "2500", "-3.5", "", ""]).encode() for sure in (100, 20)]
    if target == "records":
        from graph.reports import Report

        report = Report(sha256="0" * 64, published=datetime.date(2024, 10, 1))
        ends = {"subject": {"actor": "IRN"}, "object": {"actor": "ISR"}, "when": {"on": "2024-10-01"}}
        claim = {"report": report.id, "type": "ATTACKS", "quote": "so", "extractor": "by hand", **ends}
        actors = [{"id": key, "name": key, "kind": "state"} for key in ("IRN", "ISR")]
        told = {"report": report.model_dump(mode="json", exclude={"id"}), "claims": [claim], "actors": actors}
        return [json.dumps(told).encode()]
    if target == "archive":
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("a.csv", TABLE)
        yaml = b"- subject: Iran\n  relation: attacks\n  object: Israel\n"
        return [b"\0" + held.getvalue(), b"\1" + gzip.compress(TABLE.encode()), b"\2" + yaml]
    page = b"<!DOCTYPE html><html><head><title>A</title></head><body><p>Iran attacked Israel.</p></body></html>"
    return [*samples, page, " ".join(NAMES).encode()]


def main(target: str, seconds: int) -> None:
    """Fuzz one target."""
    import atheris

    with atheris.instrument_imports(include=["ingest", "graph", "queries"]):
        for module in INSTRUMENTED:
            importlib.import_module(module)
    for seed in seeds(target):
        TARGETS[target](seed)  # what is loaded at the first input is not its fault
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(target)):
            (Path(folder) / f"seed-{number}").write_bytes(seed)
        kept = SEEDS / target
        kept.mkdir(parents=True, exist_ok=True)  # the first folder named to atheris gets what reaches new branches
        flags = [
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            f"-max_total_time={seconds}",
            f"-artifact_prefix={kept}/",
        ]
        flags += ["-rss_limit_mb=4096", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *flags, str(kept), folder], _keeping(TARGETS[target], kept))
        atheris.Fuzz()


def _keeping(target: Callable[[bytes], None], kept: Path) -> Callable[[bytes], None]:
    """A target that keeps what raises in it; atheris does so only for what ends the process."""

    def run(content: bytes) -> None:
        try:
            target(content)
        except BaseException:
            (kept / f"crash-{hashlib.sha256(content).hexdigest()[:16]}").write_bytes(content)
            raise

    return run


if __name__ == "__main__":
    if sys.argv[1] == "keep":
        keep(sys.argv[2])
    else:
        main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300)
