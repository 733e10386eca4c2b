"""Headers of feeds, and the short way from rows to what is claimed."""

from __future__ import annotations

from pathlib import Path

import yaml

from graph.claims import Claim
from graph.records import Record
from tests.ingest.feeds.feed_rows import read, written

HEADERS = yaml.safe_load((Path(__file__).parent / "headers.yaml").read_text("utf8"))
ICEWS, POLECAT = ("\t".join(HEADERS[name]) for name in ("ICEWS", "POLECAT"))
GED, MIDB = (",".join(HEADERS[name]) for name in ("GED", "MIDB"))
ACLED_DIALECTS = [",".join(HEADERS[name]) for name in ("ACLED_25", "ACLED_27", "ACLED_31", "ACLED_31_OLD")]
ACLED_31 = ACLED_DIALECTS[2]
TABLE = "subject,relation,object,day,quote,source,url"


def row(header: str, values: dict[str, str], separator: str) -> str:
    named = {key.lower(): value for key, value in values.items()}
    cells = [named.get(column.lower(), "") for column in header.split(separator)]
    return separator.join(f'"{cell}"' if separator in cell else cell for cell in cells)


def one(folder: Path, reader: str, *lines: str) -> Record:
    (record,), rejects = read(written(folder, "file.txt", *lines), reader)
    assert rejects == []
    return record


def claim(folder: Path, reader: str, *lines: str) -> Claim:
    (found,) = one(folder, reader, *lines).claims
    return found


def said(found: Claim) -> tuple[str, str, str | None]:
    return found.subject.actor, found.type, found.object.actor if found.object else None
