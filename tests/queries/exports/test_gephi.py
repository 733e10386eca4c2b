"""GEXF as Gephi's own importer reads it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.jars import Lock, fetched
from graph.store import Store
from graph.vocabulary import vocabulary
from queries.exports.networks import write_gexf
from queries.exports.part import part
from queries.view import seen_types

GEPHI = Path(__file__).with_name("gephi.lock")
A_DAY = 24 * 3600 * 1000
FIRST_OF_SEPTEMBER_2024 = 1_725_148_800_000
"""In milliseconds since 1970, as Gephi counts."""


@pytest.fixture
def imported(told: Store, tmp_path: Path) -> dict[str, Any]:
    out = tmp_path / "graph.gexf"
    told.cypher("MATCH ()-[r:BACKS]->() SET r.on = date('2020-01-01')", write=True)
    write_gexf(part(told, seen_types()), out, vocabulary().lasting)
    [jar] = fetched(Lock.model_validate(tomllib.loads(GEPHI.read_text("utf-8"))))
    command = [sys.executable, "-m", "tests.queries.exports.gephi_import", str(jar), str(out)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr
    held: dict[str, Any] = json.loads(ran.stdout)
    return held


def test_gephi_holds_every_actor_and_every_relation_with_its_days(told: Store, imported: dict[str, Any]) -> None:
    held = part(told, seen_types())
    assert imported["complaints"] == []
    assert imported["nodes"] == {actor["id"]: actor["name"] for actor in held.actors}
    weights: Counter[tuple[str, str, str]] = Counter()
    for relation in held.relations:
        weights[relation.subject, relation.type, relation.object] += relation.origins
    edges = {(edge["subject"], edge["type"], edge["object"]): edge for edge in imported["edges"]}
    assert {ends: edge["weight"] for ends, edge in edges.items()} == dict(weights)
    assert all(edge["label"] == edge["type"] for edge in edges.values())
    days = {edge["type"]: edge["interval"] for edge in edges.values()}
    last = FIRST_OF_SEPTEMBER_2024 + 29 * A_DAY
    assert imported["time_format"] == "DATE"
    assert days["MEETS"] == f"<[{float(FIRST_OF_SEPTEMBER_2024)!r}, {float(last)!r}]>".replace("e+12", "E12")
    assert "Infinity" in days["BACKS"], "a state that goes on has no last day"
    assert days["DISTRUSTS"] == "None"
