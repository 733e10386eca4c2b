"""The files for neo4j-admin that are made of feeds: imported, they are the graph that the same feeds make over Bolt."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from graph.settings import Address
from graph.store import Store
from ingest.feeds import bulk_run, runs, scratch
from ingest.feeds.bulk_run import BulkRun
from ingest.feeds.layouts import layouts_of
from ingest.feeds.sources import Source
from tests.command import rapport
from tests.importing import imported, whole
from tests.ingest.feeds.feed_rows import gdelt_actor, gdelt_row, written

CODES = ("190", "193", "057", "040", "112", "0211", "036", "99", "1053")
"""Events, states, talks, and one that is no code."""


def rows(numbers: range, chance: random.Random) -> list[str]:
    """Rows between few actors on few days, so that many share a relation; some name nobody, or nobody's police."""
    actors = [gdelt_actor(code, code, code[:3]) for code in ("USA", "IRN", "ISRGOV", "RUSMIL", "SYRREB", "LBN")]
    actors += [gdelt_actor("COP", "POLICE", ""), gdelt_actor("", "", "")]
    return [
        gdelt_row(
            number,
            code=chance.choice(CODES),
            subject=chance.choice(actors),
            target=chance.choice(actors),
            day=f"2019102{chance.randint(1, 4)}",
            url=f"https://www.site{chance.randint(1, 5)}.org/{chance.randint(1, 3)}",
        )
        for number in numbers
    ]


def lines_of(folder: Path) -> dict[str, list[str]]:
    return {path.name: sorted(path.read_text("utf8").splitlines()) for path in folder.glob("*.csv")}


def test_many_parts_and_processes_make_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_run, "run_id", lambda: "run-1")
    monkeypatch.setattr(bulk_run, "SMALL", 0)
    monkeypatch.setattr(runs, "ROWS_AT_ONCE", 70)
    chance = random.Random(7)
    first = written(tmp_path, "1.CSV", *rows(range(300), chance))
    corrected = written(tmp_path, "2.CSV", *rows(range(200, 400), chance), *rows(range(100), chance))
    made = []
    for workers, size in ((0, 10**9), (2, 4_000)):
        monkeypatch.setattr(scratch, "BYTES_OF_A_PART", size)
        folder = tmp_path / f"files-{workers}"
        run = BulkRun(folder, layouts_of(["gdelt"]), tmp_path / "x", workers, lambda _: None, lambda *_: None)
        told = run.ingest([Source(str(path), path) for path in (first, corrected)]).as_row()
        made.append((lines_of(folder), {**told, "seconds": 0}))
    assert made[0] == made[1]
    assert made[0][1]["replaced_claims"] > 50


@pytest.mark.neo4j
def test_the_graph_is_that_of_the_same_files_over_bolt(
    newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    chance = random.Random(5)
    first = written(tmp_path, "1.CSV", *rows(range(200), chance))
    corrected = written(tmp_path, "2.CSV", *rows(range(150, 300), chance))
    names = ["ingest", "gdelt", str(first), str(corrected), "--json"]
    over_bolt = json.loads(rapport(*names, home=tmp_path / "bolt", store=local_server).out)
    files, place = tmp_path / "files", tmp_path / "rejects"
    run = BulkRun(files, layouts_of(["gdelt"]), place, 0, lambda _: None, lambda *_: None)
    told = run.ingest([Source(str(path), path) for path in (first, corrected)]).as_row()
    same = ("rows", "claims", "rejected", "replaced_claims", "rejects_by_reason")
    assert {name: told[name] for name in same} == {name: over_bolt[name] for name in same}
    newest_store.cypher("MATCH (c:Claim) SET c.run = 'one'", write=True)
    with imported(files, tmp_path / "imported") as store:
        store.cypher("MATCH (c:Claim) SET c.run = 'one'", write=True)
        assert whole(store) == whole(newest_store)


def test_no_server_is_asked_and_the_command_says_how_to_import(tmp_path: Path) -> None:
    path = written(tmp_path, "1.CSV", gdelt_row(1), gdelt_row(1, code="057"))
    files = tmp_path / "files"
    result = rapport("ingest", "gdelt", str(path), "--admin-import", str(files), "--table", home=tmp_path)
    assert result.code == 0
    assert f"neo4j-admin database import full @{files}/import.arguments neo4j" in result.out
    assert (files / "claims.csv").read_text("utf8").count("SIGNS_WITH") == 2
    assert not [path for path in files.iterdir() if path.is_dir()]
    again = rapport("ingest", "gdelt", str(path), "--admin-import", str(files), home=tmp_path)
    assert again.code == 2
    assert "is not empty" in again.sentence


def test_files_and_a_graph_are_not_asked_for_together(tmp_path: Path) -> None:
    path = written(tmp_path, "1.CSV", gdelt_row(1))
    result = rapport("ingest", "gdelt", str(path), "--admin-import", str(tmp_path / "x"), "--retract", home=tmp_path)
    assert result.code == 2
    assert "--retract" in result.sentence
