"""Tables that people type in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.ingest.feeds.feed_rows import read, written
from tests.ingest.feeds.layout_samples import TABLE, row, said

TYPED = {
    "subject": "Israel",
    "relation": "strikes",
    "object": "Hizbullah",
    "day": "2024-09-23",
    "quote": "Jets struck, twice.",
    "source": "Reuters",
    "url": "https://x.org/1",
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", f"{TABLE}\n{row(TABLE, TYPED, ',')}\n"),
        ("t.tsv", "\t".join(TYPED) + "\n" + "\t".join(TYPED.values()) + "\n"),
        ("t.jsonl", json.dumps(TYPED) + "\n"),
        ("t.yaml", yaml.safe_dump([TYPED])),
    ],
)
def test_a_table_is_read_however_it_is_written(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf8")
    (record,), rejects = read(path, "table")
    assert rejects == []
    assert said(record.claims[0]) == ("ISR", "STRIKES", "hezbollah")
    assert record.claims[0].quote == "Jets struck, twice."
    assert (record.report.outlet, record.report.url) == ("reuters", "https://x.org/1")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Israel,loves,Hezbollah,2024-09-23,,,", "no relation type of that name"),
        ("Israel,strikes,Hezbollah,yesterday,,,", "not written as"),
        ("Israel,strikes,Israel,2024-09-23,,,", "on both sides"),
        (",strikes,Israel,2024-09-23,,,", "lacks its subject"),
        ("Congo,strikes,Hezbollah,2024-09-23,,,", "fits several actors"),
    ],
)
def test_a_typed_row_that_is_off_says_how(line: str, reason: str, tmp_path: Path) -> None:
    _, rejects = read(written(tmp_path, "t.csv", TABLE, line), "table")
    assert reason in rejects[0].reason
