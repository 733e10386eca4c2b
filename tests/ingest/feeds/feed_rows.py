"""Rows in the layouts of feeds, written for the tests, and the way from them to records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from graph.gazetteer import load
from graph.records import Record
from ingest.extractor import Reject
from ingest.feeds.detection import detect
from ingest.feeds.layouts import layouts_of
from ingest.feeds.lines import chunks
from ingest.feeds.readers import READERS, LooksAhead
from ingest.feeds.resolution import Resolver
from ingest.feeds.sources import Source
from ingest.feeds.tables import parse
from ingest.feeds.telling import Unreadable

ACTOR_COLUMNS = 10


@lru_cache(maxsize=1)
def resolver() -> Resolver:
    """Who is who, by the gazetteer that is shipped."""
    return Resolver(load())


def gdelt_actor(code: str = "", name: str = "", country: str = "", group: str = "", *types: str) -> list[str]:
    """The ten columns of one actor."""
    return [code, name, country, group, "", "", "", *types, *[""] * (3 - len(types))]


def gdelt_row(
    number: object = "1",
    subject: Sequence[str] = (),
    target: Sequence[str] = (),
    code: str = "190",
    day: str = "20191024",
    url: str = "https://www.example.org/a",
    score: str = "-10.0",
) -> str:
    """A row of GDELT 2.0's table of events."""
    head = [str(number), day, day[:6], day[:4], f"{day[:4]}.8"]
    ends = [*(subject or gdelt_actor("USA", "UNITED STATES", "USA"))], [*(target or gdelt_actor("IRN", "IRAN", "IRN"))]
    event = ["1", code, code[:3], code[:2], "4", score, "2", "1", "2", "-1.5"]
    places = ["1", "Tehran, Iran", "IR", "IR", "", "35.7", "51.4", "10074674"] * 3
    return "\t".join([*head, *ends[0], *ends[1], *event, *places, "20191024143000", url])


def written(folder: Path, name: str, *rows: str) -> Path:
    """A file of some rows."""
    path = folder / name
    path.write_text("".join(f"{row}\n" for row in rows), "utf8")
    return path


def read(path: Path, *readers: str) -> tuple[list[Record], list[Reject]]:
    """The records of a file, and what is rejected."""
    source = Source(str(path), path)
    records: list[Record] = []
    rejects: list[Reject] = []
    with source.open() as stream:
        detected = detect(stream, source.place, layouts_of(readers))
        reader = READERS[detected.layout.reader](resolver())
        for chunk in chunks(stream, 100_000, quoted=detected.layout.quoted):
            rows, bad = parse(chunk, detected, source.place)
            if isinstance(reader, LooksAhead):
                reader.look_ahead(rows)
            rejects += bad
            for row in rows:
                try:
                    records.append(reader.read(row, detected.layout.name))
                except Unreadable as reason:
                    rejects.append(Reject(row.place, str(reason), row.content))
    return records, rejects
