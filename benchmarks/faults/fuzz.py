"""Feeds mutated bytes to a reader or the extractor, led by which branches they reach, until it breaks or time is up.

Usage: ``python -m benchmarks.faults.fuzz TARGET [SECONDS]`` with one of the targets below (300 seconds unless told).

It needs atheris (``pip install atheris``, Apache-2.0), which is no dependency of Rapport. Seeds are made from the rows
and texts of the tests; what breaks a target is kept in ``benchmarks/faults/seeds/TARGET`` and tried first. A fault is
an exception other than a plain refusal, an input that takes more than five seconds, or rows that are neither read nor
rejected.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SEEDS = Path(__file__).with_name("seeds")
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
    """The rows of a feed; the first byte says of which."""
    from tests.ingest.feeds.test_hostile_files import FIRST_ROWS, account

    first = list(FIRST_ROWS.values())[content[0] % len(FIRST_ROWS)] if content else "x"
    found, read, rejected = account(first, content[1:]) if content else (0, 0, 0)
    assert read + rejected == found


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
    "archive": archive,
}


def seeds(target: str) -> list[bytes]:
    """Where mutation begins."""
    import gzip
    import zipfile

    from tests.ingest.feeds.test_hostile_files import FIRST_ROWS
    from tests.ingest.test_hostile_text import NAMES

    samples = [path.read_bytes()[:LONGEST] for path in sorted(Path("ingest/samples").glob("*.txt"))]
    if target == "rows":
        return [bytes([n]) + f"{row}\n{row}".encode() for n, row in enumerate(FIRST_ROWS.values())]
    if target == "archive":
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("a.csv", FIRST_ROWS["table"])
        yaml = b"- subject: Iran\n  relation: attacks\n  object: Israel\n"
        return [b"\0" + held.getvalue(), b"\1" + gzip.compress(FIRST_ROWS["table"].encode()), b"\2" + yaml]
    page = b"<!DOCTYPE html><html><head><title>A</title></head><body><p>Iran attacked Israel.</p></body></html>"
    return [*samples, page, " ".join(NAMES).encode()]


def main(target: str, seconds: int) -> None:
    """Fuzz one target."""
    import atheris

    with atheris.instrument_imports(include=["ingest", "graph"]):
        import ingest.article_files
        import ingest.feeds.portions
        import ingest.feeds.sources
        import ingest.frame_extractor  # noqa: F401
    for seed in seeds(target):
        TARGETS[target](seed)  # what is loaded at the first input is not its fault
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(target)):
            (Path(folder) / f"seed-{number}").write_bytes(seed)
        kept = SEEDS / target
        kept.mkdir(parents=True, exist_ok=True)
        flags = [
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            f"-max_total_time={seconds}",
            f"-artifact_prefix={kept}/",
        ]
        atheris.Setup([sys.argv[0], *flags, "-rss_limit_mb=4096", folder, str(kept)], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300)
