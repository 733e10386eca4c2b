"""The graph in formats that other programs read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import networkx as nx
import pytest

from graph.claims import Provided
from graph.errors import Misuse, RapportError
from graph.records import Record
from graph.store import Store
from graph.vocabulary import vocabulary
from queries.exports import records as records_module
from queries.exports.entities import entities
from queries.exports.networks import GEXF, network, write_gexf, write_graphml
from queries.exports.part import Part, part
from queries.exports.records import Refused, read_records, records, write_records
from queries.exports.tables import write_csv, write_parquet
from queries.view import seen_types
from tests.hostile_content import BODIES, SECONDS
from tests.processor_time import processor_seconds
from tests.queries.reported import ACTORS, claim, day, report

ALL = seen_types()


@pytest.fixture
def held(told: Store) -> Part:
    """All of ``told``, and a quote that would like to be a formula and holds a sign that XML cannot."""
    made_in = report("irna", "2024-10-09")
    hostile = claim(made_in, "IRN WARNS ISR", "2024-10-08", "=HYPERLINK(1)\x08, <b>they said</b>")
    told.write(Record(report=made_in, claims=(hostile,), actors=tuple(ACTORS.values())))
    told.cypher("MATCH ()-[r:BACKS]->() SET r.on = date('2020-01-01')", write=True)
    return part(told, ALL)


def test_networkx_reads_graphml_back_equal(held: Part, tmp_path: Path) -> None:
    out = tmp_path / "graph.graphml"
    write_graphml(held, out)
    drawn = network(held)
    again: Any = nx.read_graphml(out, force_multigraph=True)
    assert list(again.nodes(data=True)) == list(drawn.nodes(data=True))
    assert sorted(again.edges(keys=True)) == sorted(drawn.edges(keys=True))
    for start, end, key, told in drawn.edges(keys=True, data=True):
        assert again.edges[start, end, key] == told


def test_gexf_has_the_days_of_each_relation_as_spells(held: Part, tmp_path: Path) -> None:
    out = tmp_path / "graph.gexf"
    write_gexf(held, out, vocabulary().lasting)
    space = {"g": GEXF}
    root = Xml.parse(out).getroot()
    [graph] = root.findall("g:graph", space)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    spells = {
        edge.get("kind"): [spell.attrib for spell in edge.findall("g:spells/g:spell", space)]
        for edge in graph.findall("g:edges/g:edge", space)
    }
    assert spells["BACKS"] == [{"start": "2020-01-01"}]
    assert spells["MEETS"] == [{"start": "2024-09-01", "end": "2024-09-30"}]
    assert spells["DISTRUSTS"] == []
    assert len(graph.findall("g:nodes/g:node", space)) == len(held.actors)


def test_csv_has_a_row_for_each_thing_and_nothing_that_a_spreadsheet_runs(held: Part, tmp_path: Path) -> None:
    paths = write_csv(held, tmp_path / "tables")
    rows: dict[str, list[dict[str, str]]] = {}
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows[path.stem] = list(csv.DictReader(file))
    assert {name: len(listed) for name, listed in rows.items()} == {
        "actors": 6,
        "relations": 8,
        "claims": 12,
        "reports": 4,
    }
    quotes = {row["quote"] for row in rows["claims"]}
    assert any(quote.startswith("'=HYPERLINK") for quote in quotes)
    assert not any(cell.startswith("=") for listed in rows.values() for row in listed for cell in row.values())


def test_parquet_keeps_types(held: Part, tmp_path: Path) -> None:
    import polars

    paths = {path.stem: path for path in write_parquet(held, tmp_path / "tables")}
    frame = polars.read_parquet(paths["relations"])
    assert frame.schema["on"] == polars.Date
    assert frame.filter(polars.col("type") == "BACKS")["on"].to_list() == [day("2020-01-01")]
    assert polars.read_parquet(paths["actors"]).schema["aliases"] == polars.List(polars.String)


def test_entities_are_those_of_follow_the_money(held: Part) -> None:
    found = {entity["id"]: entity for entity in entities(held)}
    assert found["actor-ISR"] == {
        "id": "actor-ISR",
        "schema": "PublicBody",
        "properties": {"name": ["Israel"], "country": ["il"]},
    }
    [met] = [entity for entity in found.values() if entity["properties"].get("role") == ["meets"]]
    assert (met["schema"], met["properties"]["date"]) == ("UnknownLink", ["2024-09"])
    assert all(
        isinstance(value, str)
        for entity in found.values()
        for listed in entity["properties"].values()
        for value in listed
    )


def test_the_library_of_follow_the_money_validates_every_entity(held: Part) -> None:
    follow_the_money = pytest.importorskip("followthemoney")
    for entity in entities(held):
        read = follow_the_money.model.get_proxy(entity, cleaned=False)
        follow_the_money.model.get(read.schema.name).validate(entity)
        for name, values in entity["properties"].items():
            assert sorted(read.get(name)) == sorted(values), name


def contents(store: Store) -> list[Any]:
    nodes = "MATCH (n) WHERE NOT n:Rapport RETURN labels(n) AS labels, properties(n) AS told ORDER BY n.id"
    edges = (
        "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS goal, properties(r) AS told "
        "ORDER BY start, type, goal, told.id, told.position"
    )
    return [store.cypher(nodes), store.cypher(edges)]


def fed() -> Iterator[Record]:
    made_in = report("axios", "2024-11-01")
    told = claim(made_in, "IRN CRITICIZES ISR", "2024-10-31", "a row of a feed")
    provided = told.model_copy(update={"provided": Provided(feed="gdelt", row="1", code="112", score=-2.0)})
    yield Record(report=made_in, claims=(provided,), actors=tuple(ACTORS.values()))


def test_what_is_exported_as_records_comes_back_equal(told: Store, tmp_path: Path) -> None:
    told.write(fed())
    out, again = tmp_path / "backup.jsonl", tmp_path / "again.jsonl"
    assert write_records(told, out) == (4, [])
    before = contents(told)
    told.cypher("MATCH (n) DETACH DELETE n", write=True)
    with out.open("rb") as lines:
        found = list(read_records(lines))
    told.write(one for one in found if isinstance(one, Record))
    assert contents(told) == before
    write_records(told, again)
    assert again.read_bytes() == out.read_bytes()


def test_a_line_that_is_no_record_is_told_and_stops_nothing(told: Store) -> None:
    sound = [one.model_dump_json(exclude={"report": {"id"}}) for one in records(told) if isinstance(one, Record)]
    lines = [sound[0], "{", '{"report": {}}', "", sound[1]]
    found = list(read_records(io.BytesIO("\n".join(lines).encode())))
    assert [type(one) for one in found] == [Record, Refused, Refused, Record]
    assert [one.place for one in found if isinstance(one, Refused)] == ["line 2", "line 3"]


@pytest.mark.parametrize("body", BODIES)
def test_every_line_of_a_backup_is_a_record_or_refused(body: str) -> None:
    lines = sum(bool(line.strip()) for line in io.BytesIO(BODIES[body]))
    with processor_seconds(SECONDS):
        found = list(read_records(io.BytesIO(BODIES[body])))
    assert len(found) == lines
    assert all(isinstance(one, Refused) for one in found)


def test_a_line_that_is_too_long_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "LONGEST_LINE", 10)
    found = list(read_records(io.BytesIO(b"[" * 35 + b"\n{}\n")))
    assert [one.place for one in found if isinstance(one, Refused)] == ["line 1", "line 2"]


def test_what_another_program_broke_is_refused_and_the_rest_written(told: Store, tmp_path: Path) -> None:
    told.cypher("MATCH (c:Claim {quote: 'some 180 missiles'}) SET c.modality = 'maybe'", write=True)
    number, refused = write_records(told, tmp_path / "backup.jsonl")
    assert (number, len(refused)) == (2, 1)
    assert "modality" in refused[0].reason


def test_a_backup_that_cannot_be_written_is_one_plain_sentence(told: Store, tmp_path: Path) -> None:
    (tmp_path / "backup.jsonl").mkdir()
    (tmp_path / "backup.jsonl" / "kept").touch()
    with pytest.raises(RapportError, match="cannot be written"):
        write_records(told, tmp_path / "backup.jsonl")
    assert not list(tmp_path.glob("*.partial"))


def test_an_export_holds_only_what_is_asked_for(told: Store) -> None:
    asked = part(told, replace(ALL, known_at=day("2024-10-02")), "IRN")
    assert sorted(relation.type for relation in asked.relations) == ["BACKS", "STRIKES"]
    with pytest.raises(RapportError, match="nothing to export"):
        part(told, replace(ALL, known_at=day("2020-01-01")))


@pytest.mark.parametrize("name", ["graphml", "gexf", "csv", "parquet", "ftm", "jsonl"])
def test_the_command_writes_each_format(rapport: Callable[..., str], tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    assert str(out) in rapport("export", name, str(out))
    assert out.exists()
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize(
    ("asked", "relations"),
    [
        ("--actor Iran", 3),
        ("--since 2024-10-01", 1),
        ("--until 2024-09-01", 1),
        ("--as-of 2024-09-25", 3),
        ("--known-at 2024-10-02", 5),
        ("--type STRIKES", 3),
        ("--min-origins 2", 2),
        ("--without-source TASS", 6),
    ],
)
def test_the_command_writes_only_what_is_asked_for(
    rapport: Callable[..., str], tmp_path: Path, asked: str, relations: int
) -> None:
    out = tmp_path / "relations"
    assert f" and {relations} relations written to {out}" in rapport("export", "csv", str(out), *asked.split())


def test_the_command_reads_back_and_keeps_what_is_refused(
    rapport: Callable[..., str], told: Store, tmp_path: Path
) -> None:
    out = tmp_path / "backup.jsonl"
    rapport("export", "jsonl", str(out))
    out.write_bytes(out.read_bytes() + b"no record\nno UTF-8: \xff\n")
    told.cypher("MATCH (n) DETACH DELETE n", write=True)
    assert "3 reports, 12 claims and 7 relations are new" in rapport("import", "jsonl", str(out))
    kept = (tmp_path / "backup.jsonl.rejects.jsonl").read_text("utf8").splitlines()
    assert [json.loads(line)["place"] for line in kept] == ["line 4", "line 5"]
    assert "not UTF-8" in kept[1]


def test_a_quiet_command_writes_its_file_and_says_nothing(
    rapport: Callable[..., str], told: Store, tmp_path: Path
) -> None:
    for name in ("graphml", "csv", "jsonl"):
        out = tmp_path / name
        assert rapport("export", name, str(out), "--quiet") == ""
        assert out.exists()
    assert rapport("import", "jsonl", str(tmp_path / "jsonl"), "--quiet") == ""


def test_a_target_that_cannot_be_written_is_misuse(rapport: Callable[..., str], tmp_path: Path) -> None:
    with pytest.raises(Misuse):
        rapport("export", "graphml", str(tmp_path))
    with pytest.raises(Misuse):
        rapport("export", "gexf", str(tmp_path / "nowhere" / "x.gexf"))
    (tmp_path / "file").touch()
    with pytest.raises(Misuse):
        rapport("export", "csv", str(tmp_path / "file"))
    with pytest.raises(Misuse):
        rapport("import", "jsonl", str(tmp_path / "nowhere.jsonl"))


def test_a_file_that_is_no_export_is_misuse(rapport: Callable[..., str], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Dear diary\n", "utf8")
    with pytest.raises(Misuse, match="is nothing that 'rapport export jsonl' wrote: line 1"):
        rapport("import", "jsonl", str(other))
    assert list(tmp_path.iterdir()) == [other]
