"""The commands for feeds, as their user runs them."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from graph.settings import Address
from graph.store import Store
from tests.command import ROOT, Result, heed_interrupts, rapport
from tests.ingest.feeds.feed_rows import gdelt_actor, gdelt_row, written

pytestmark = pytest.mark.neo4j

CLAIMS = "MATCH (c:Claim) RETURN c.row AS row, c.type AS type ORDER BY row"


def ingest(home: Path, store: Address, *arguments: str, given: bytes = b"") -> tuple[Result, dict[str, Any]]:
    result = rapport("ingest", "gdelt", *arguments, "--json", home=home, store=store, given=given)
    return result, json.loads(result.out) if result.out else {}


def test_a_file_is_read_and_told_of(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    path = written(tmp_path, "events.CSV", gdelt_row(1), gdelt_row(2), gdelt_row(3, code="99"))
    result, summary = ingest(tmp_path, local_server, str(path))
    assert result.code == 0
    assert (summary["rows"], summary["claims"], summary["new_relations"], summary["rejected"]) == (3, 2, 1, 1)
    assert summary["rejects_by_reason"] == {"The event code is not CAMEO's.": 1}
    assert "GDELT 2.0 events" in result.err
    rejects = (tmp_path / "rejects.jsonl").read_text().splitlines()
    assert json.loads(rejects[0])["place"] == f"{path}:3"
    (edge,) = newest_store.cypher(
        "MATCH (:Actor)-[r:ATTACKS]->(:Actor) RETURN r.claims AS claims, r.reports AS reports"
    )
    assert edge == {"claims": 2, "reports": 1}


def test_reading_it_again_changes_nothing(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    path = written(tmp_path, "events.CSV", gdelt_row(1))
    ingest(tmp_path, local_server, str(path))
    _, summary = ingest(tmp_path, local_server, str(path))
    assert (summary["claims"], summary["new_claims"], summary["new_relations"], summary["replaced_claims"]) == (
        1,
        0,
        0,
        0,
    )


def test_a_corrected_row_replaces_its_claim_and_is_told(
    newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    ingest(tmp_path, local_server, str(written(tmp_path, "events.CSV", gdelt_row(1), gdelt_row(2))))
    corrected = written(tmp_path, "corrected.CSV", gdelt_row(1, code="057", score="8.0"), gdelt_row(2))
    result = rapport("ingest", "gdelt", str(corrected), "--table", home=tmp_path, store=local_server)
    assert "1 claims were replaced" in result.out
    assert newest_store.cypher(CLAIMS) == [{"row": "1", "type": "SIGNS_WITH"}, {"row": "2", "type": "ATTACKS"}]


def test_what_a_file_said_can_be_taken_back(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    both = written(tmp_path, "both.CSV", gdelt_row(1), gdelt_row(2, gdelt_actor("RUS", "RUSSIA", "RUS")))
    ingest(tmp_path, local_server, str(both))
    _, taken = ingest(tmp_path, local_server, str(written(tmp_path, "one.CSV", gdelt_row(2))), "--retract")
    assert taken == {"retracted_claims": 1, "removed_relations": 1}
    assert [row["row"] for row in newest_store.cypher(CLAIMS)] == ["1"]


def test_what_a_run_said_can_be_taken_back(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    _, first = ingest(tmp_path, local_server, str(written(tmp_path, "first.CSV", gdelt_row(1))))
    ingest(tmp_path, local_server, str(written(tmp_path, "second.CSV", gdelt_row(2))))
    result = rapport("ingest", "retract", first["run"], "--json", home=tmp_path, store=local_server)
    assert json.loads(result.out) == {"retracted_claims": 1, "removed_relations": 0}
    (edge,) = newest_store.cypher("MATCH (:Actor)-[r]->(:Actor) RETURN r.claims AS claims")
    assert edge == {"claims": 1}
    again = rapport("ingest", "retract", first["run"], home=tmp_path, store=local_server)
    assert (again.code, "Nothing in the graph comes from" in again.sentence) == (2, True)


def test_what_a_report_said_can_be_taken_back(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    ingest(
        tmp_path, local_server, str(written(tmp_path, "events.CSV", gdelt_row(1), gdelt_row(2, url="https://x.org/2")))
    )
    (row,) = newest_store.cypher("MATCH (r:Report {url: 'https://x.org/2'}) RETURN r.id AS id")
    result = rapport("ingest", "retract", row["id"][:15], "--json", home=tmp_path, store=local_server)
    assert json.loads(result.out)["retracted_claims"] == 1
    assert [row["row"] for row in newest_store.cypher(CLAIMS)] == ["1"]


def test_archives_folders_patterns_and_standard_input_are_read(
    newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    folder = tmp_path / "feed"
    folder.mkdir()
    with zipfile.ZipFile(folder / "one.CSV.zip", "w") as archive:
        archive.writestr("one.CSV", gdelt_row(1) + "\n")
    (folder / "two.CSV.gz").write_bytes(gzip.compress(f"{gdelt_row(2)}\n".encode()))
    _, summary = ingest(tmp_path, local_server, str(folder))
    assert summary["rows"] == 2
    _, summary = ingest(tmp_path, local_server, str(folder / "*.zip"))
    assert (summary["rows"], summary["new_claims"]) == (1, 0)
    _, summary = ingest(tmp_path, local_server, "-", given=f"{gdelt_row(3)}\n".encode())
    assert (summary["rows"], summary["new_claims"]) == (1, 1)


def test_workers_read_the_same(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    path = tmp_path / "many.CSV.gz"
    path.write_bytes(gzip.compress("".join(f"{gdelt_row(number)}\n" for number in range(6000)).encode()))
    _, summary = ingest(tmp_path, local_server, str(path), "--workers", "1")
    assert (summary["rows"], summary["claims"], summary["new_claims"]) == (6000, 6000, 6000)
    (edge,) = newest_store.cypher("MATCH (:Actor)-[r]->(:Actor) RETURN r.claims AS claims, r.reports AS reports")
    assert edge == {"claims": 6000, "reports": 1}


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.CSV", b"", "is empty"),
        ("prose.CSV", b"A sentence, and no table.\n", "no file of GDELT"),
        ("broken.zip", b"PK\x03\x04 no archive", "broken or no archive"),
        ("broken.gz", b"no archive either", "broken or no archive"),
        ("none.CSV", None, "There is no file"),
    ],
)
def test_a_wrong_file_is_one_plain_error(
    name: str, content: bytes | None, says: str, newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result, _ = ingest(tmp_path, local_server, str(tmp_path / name))
    assert result.code == 2
    assert says in result.sentence


def test_mentions_add_reports_to_the_events_that_stand(
    newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    ingest(tmp_path, local_server, str(written(tmp_path, "events.CSV", gdelt_row(1))))
    mention = "1\t20191024143000\t20191025000000\t1\ttass.com\thttps://tass.com/x\t2\t5\t9\t20\t1\t70\t900\t-1\t\t"
    unknown = mention.replace("1", "77", 1)
    _, summary = ingest(tmp_path, local_server, str(written(tmp_path, "mentions.CSV", mention, unknown)))
    assert (summary["claims"], summary["new_relations"], summary["rejected"]) == (1, 0, 1)
    (edge,) = newest_store.cypher("MATCH (:Actor)-[r]->(:Actor) RETURN r.reports AS reports, r.origins AS origins")
    assert edge == {"reports": 2, "origins": 2}


def test_a_run_that_was_stopped_goes_on_where_it_was(
    newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    lines = "".join(f"{gdelt_row(number, url=f'https://example.org/{number}')}\n" for number in range(12_000))
    path = tmp_path / "events.CSV.gz"
    path.write_bytes(gzip.compress(lines.encode(), mtime=0))
    command = [sys.executable, str(ROOT / "rapport.py"), "ingest", "gdelt", str(path), "--workers", "0"]
    settings = {
        **os.environ,
        "RAPPORT_HOME": str(tmp_path),
        "NEO4J_URI": local_server.uri,
        "NEO4J_USERNAME": local_server.username,
        "NEO4J_PASSWORD": local_server.password,
    }
    running = subprocess.Popen(
        command, env=settings, stderr=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=heed_interrupts
    )
    until = time.monotonic() + 120
    while not list(tmp_path.glob("checkpoints/*.json")) and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=120)
    assert running.returncode == 130
    assert b"goes on where this one stopped" in said
    result, summary = ingest(tmp_path, local_server, str(path))
    assert "going on behind its first" in result.err
    assert 0 < summary["rows"] < 12_000
    assert newest_store.cypher("MATCH (c:Claim) RETURN count(c) AS n") == [{"n": 12_000}]
    assert list(tmp_path.glob("checkpoints/*")) == []
