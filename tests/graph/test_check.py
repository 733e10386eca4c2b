"""Checking and repairing: a store that was broken in each way is told of, and is whole again afterwards."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.checking import check
from graph.claims import Modality
from graph.findings import Fault
from graph.repairing import repair
from graph.store import Store
from tests.command import rapport
from tests.graph.claim_samples import claim, record, report

if TYPE_CHECKING:
    from graph.settings import Address

pytestmark = pytest.mark.neo4j

EDGES = (
    "MATCH (a:Actor)-[r]->(b:Actor) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p ORDER BY p.id, p.on"
)
CLAIMS = "MATCH (c:Claim) RETURN c {.*} AS c ORDER BY c.id"

BREAKS = {
    "an edge is gone": ("MATCH (:Actor)-[r:STRIKES]->() DELETE r", {Fault.NO_RELATION: 2}),
    "an edge was drawn by hand": (
        "MATCH (a:Actor {id: 'USA'}) MATCH (b:Actor {id: 'IRN'}) CREATE (a)-[:STRIKES {id: 'x', claims: 9}]->(b)",
        {Fault.NO_CLAIM: 1},
    ),
    "an edge of a day of which nobody speaks": (
        "MATCH (a)-[r:MEETS]->(b) CREATE (a)-[s:MEETS]->(b) SET s = properties(r), s.id = 'relation-x'",
        {Fault.NO_CLAIM: 1},
    ),
    "an edge stands twice": (
        "MATCH (a)-[r:MEETS]->(b) CREATE (a)-[s:MEETS]->(b) SET s = properties(r)",
        {Fault.TWICE: 1},
    ),
    "a count was raised": ("MATCH ()-[r:MEETS]->() SET r.claims = 7", {Fault.OFF: 1}),
    "a day was lost": ("MATCH ()-[r:MEETS]->() REMOVE r.on", {Fault.OFF: 1}),
    "an edge is no longer disputed": (
        "MATCH ()-[r:STRIKES]->() WHERE r.disputed SET r.disputed = false",
        {Fault.OFF: 1},
    ),
    "a claim bears on nothing": ("MATCH (c:Claim {type: 'MEETS'}) SET c.relation = []", {Fault.BEARING: 1}),
    "a claim bears on what is not there": (
        "MATCH (c:Claim {type: 'MEETS'}) SET c.relation = c.relation + 'relation-x'",
        {Fault.BEARING: 1},
    ),
    "a threat bears on something": (
        "MATCH (c:Claim {modality: 'threatened'}) SET c.relation = ['relation-x']",
        {Fault.BEARING: 1},
    ),
    "a claim that names no object bears on something": (
        "MATCH (c:Claim {type: 'LEADS'}) SET c.relation = ['relation-x']",
        {Fault.UNTRUE: 1},
    ),
    "a denial is not found by what it denies": ("MATCH (c:Claim) REMOVE c.denies", {Fault.UNTRUE: 1}),
    "a threat asserts": (
        "MATCH (c:Claim {modality: 'threatened'}) SET c.asserts = true",
        {Fault.UNTRUE: 1, Fault.NO_RELATION: 1, Fault.BEARING: 1},
    ),
    "an origin is made up": ("MATCH (c:Claim {type: 'MEETS'}) SET c.origin = 'me'", {Fault.UNTRUE: 1}),
    "a claim speaks of others than its ends": (
        "MATCH (c:Claim {type: 'MEETS'}) SET c.identity = 'IRN MEETS ISR'",
        {Fault.UNTRUE: 1, Fault.NO_RELATION: 1, Fault.NO_CLAIM: 1, Fault.BEARING: 1},
    ),
}
ONE_OF_EACH = tuple({tuple(sorted(expected)): how for how, (_, expected) in BREAKS.items()}.values())
"""A way for each set of faults that the ways lead to."""

SCHEMA_BREAKS = {
    "a constraint is gone": "DROP CONSTRAINT claim_id",
    "an index is gone": "DROP INDEX claim_identity",
    "an index over edges is gone": "DROP INDEX meets_id",
    "the index of words is gone": "DROP INDEX claim_quote",
}
LOSSES = {
    "its report": ("MATCH (c:Claim {type: 'MEETS'})-[r:MADE_IN]->() DELETE r", "It has no report."),
    "its subject": ("MATCH (c:Claim {type: 'MEETS'})-[r:SUBJECT]->() DELETE r", "It has no subject."),
    "its object": ("MATCH (c:Claim {type: 'MEETS'})-[r:OBJECT]->() DELETE r", "It has no object."),
    "its one subject": (
        "MATCH (c:Claim {type: 'MEETS'}) MATCH (a:Actor {id: 'IRN'}) CREATE (c)-[:SUBJECT]->(a)",
        "It has 2 subjects.",
    ),
    "its modality": ("MATCH (c:Claim {type: 'MEETS'}) SET c.modality = 'sung'", "Nobody knows the modality sung."),
    "its day": ("MATCH (c:Claim {type: 'MEETS'}) SET c.precision = 'about'", "Its days cannot be read."),
}


@pytest.fixture
def whole(newest_store: Store) -> Store:
    return _whole(newest_store)


@pytest.fixture
def whole_on_each(store: Store) -> Store:
    return _whole(store)


def _whole(store: Store) -> Store:
    """A store with events on two days, a state, a denial, a threat and a claim without an object."""
    first, second = report(), report("reuters")
    store.write(
        [
            record(
                first,
                claim(first),
                claim(first, when="2024-09-25"),
                claim(first, "USA", "MEETS", "ISR"),
                claim(first, "IRN", "BACKS", "hezbollah", None),
                claim(first, "IRN", "ATTACKS", "ISR", None, modality=Modality.THREATENED),
                claim(first, "jake-sullivan", "LEADS", None),
            ),
            record(second, claim(second), claim(second, modality=Modality.DENIED)),
        ]
    )
    return store


def faults(store: Store) -> Counter[Fault]:
    return Counter(finding.fault for finding in check(store))


def test_a_store_in_which_nothing_was_written_is_whole(store: Store) -> None:
    store.cypher("DROP INDEX claim_quote IF EXISTS", write=True)
    assert list(check(store)) == []


@pytest.mark.parametrize("how", BREAKS)
def test_what_was_broken_is_told_and_mended(whole: Store, how: str, tmp_path: Path) -> None:
    told_and_mended(whole, how, tmp_path)


def test_each_fault_is_told_and_mended_on_each_version(whole_on_each: Store, tmp_path: Path) -> None:
    assert list(check(whole_on_each)) == []
    for how in ONE_OF_EACH:
        told_and_mended(whole_on_each, how, tmp_path)
    whole_on_each.cypher(LOSSES["its report"][0], write=True)
    assert faults(whole_on_each)[Fault.BROKEN] == 1
    list(repair(whole_on_each, tmp_path / "removed"))
    assert list(check(whole_on_each)) == []


def told_and_mended(whole: Store, how: str, tmp_path: Path) -> None:
    statement, expected = BREAKS[how]
    before = whole.cypher(EDGES), whole.cypher(CLAIMS)
    whole.cypher(statement, write=True)
    assert faults(whole) == expected
    assert list(repair(whole, tmp_path / "removed"))
    assert list(check(whole)) == []
    assert (whole.cypher(EDGES), whole.cypher(CLAIMS)) == before


@pytest.mark.parametrize("how", SCHEMA_BREAKS)
def test_what_the_schema_lacks_is_told_and_made(whole_on_each: Store, how: str, tmp_path: Path) -> None:
    whole = whole_on_each
    name = SCHEMA_BREAKS[how].split()[-1]
    whole.cypher(SCHEMA_BREAKS[how], write=True)
    assert [(found.fault, found.about) for found in check(whole)] == [(Fault.NO_INDEX, name)]
    list(repair(whole, tmp_path / "removed"))
    assert list(check(whole)) == []


@pytest.mark.parametrize("lost", LOSSES)
def test_a_claim_that_lost_something_is_taken_out_kept_in_a_file_and_can_be_read_again(
    whole: Store, lost: str, tmp_path: Path
) -> None:
    statement, detail = LOSSES[lost]
    before = whole.cypher(EDGES), whole.cypher(CLAIMS)
    whole.cypher(statement, write=True)
    (broken,) = (found for found in check(whole) if found.fault is Fault.BROKEN)
    assert broken.detail == detail
    list(repair(whole, tmp_path / "removed"))
    assert list(check(whole)) == []
    (kept,) = map(json.loads, (tmp_path / "removed").read_text().splitlines())
    assert kept["claim"]["id"] == broken.about
    source = report()
    whole.write(record(source, claim(source, "USA", "MEETS", "ISR")))
    assert (whole.cypher(EDGES), whole.cypher(CLAIMS)) == before


def test_actors_reports_and_claims_that_stand_twice_become_one(whole_on_each: Store, tmp_path: Path) -> None:
    whole = whole_on_each
    before = whole.cypher(EDGES), whole.cypher(CLAIMS)
    for label in ("actor", "report", "claim"):
        whole.cypher(f"DROP CONSTRAINT {label}_id", write=True)
        whole.cypher(f"MATCH (n:{label.capitalize()}) CREATE (m:{label.capitalize()}) SET m = n", write=True)
    whole.cypher(
        "MATCH (c:Claim)-[r:SUBJECT]->(a:Actor {id: 'ISR'}) MATCH (b:Actor {id: 'ISR'}) WHERE b <> a "
        "CREATE (c)-[s:SUBJECT]->(b) SET s = properties(r) DELETE r",
        write=True,
    )
    assert faults(whole)[Fault.TWINS] == 8 + 2 + 8
    list(repair(whole, tmp_path / "removed"))
    assert list(check(whole)) == []
    assert (whole.cypher(EDGES), whole.cypher(CLAIMS)) == before


def test_a_type_that_the_vocabulary_does_not_have_is_told_and_left(whole: Store, tmp_path: Path) -> None:
    whole.cypher("MATCH (c:Claim {type: 'LEADS'}) SET c.type = 'ADOPTS'", write=True)
    whole.cypher("MATCH (a:Actor {id: 'USA'}), (b:Actor {id: 'IRN'}) CREATE (a)-[:ADOPTS {id: 'x'}]->(b)", write=True)
    before = whole.cypher(EDGES), whole.cypher(CLAIMS)
    expected = {Fault.UNKNOWN: 1, Fault.NO_CLAIM: 1}
    assert faults(whole) == expected
    list(repair(whole, tmp_path / "removed"))
    assert faults(whole) == expected
    assert (whole.cypher(EDGES), whole.cypher(CLAIMS)) == before


def test_a_removed_claim_that_cannot_be_kept_is_not_removed(whole: Store, tmp_path: Path) -> None:
    whole.cypher("MATCH (:Claim {type: 'MEETS'})-[r:MADE_IN]->() DELETE r", write=True)
    (tmp_path / "file").touch()
    with pytest.raises(Exception, match="make room, or let RAPPORT_HOME name another folder"):
        list(repair(whole, tmp_path / "file" / "removed"))
    assert faults(whole)[Fault.BROKEN] == 1


class TestTheCommand:
    @pytest.fixture
    def told(self, newest_store: Store) -> Store:
        source = report()
        newest_store.write(record(source, claim(source), claim(source, "USA", "MEETS", "ISR")))
        return newest_store

    def test_a_whole_graph_ends_with_0(self, told: Store, local_server: Address, tmp_path: Path) -> None:
        ran = rapport("db", "check", "--json", home=tmp_path, store=local_server)
        assert (ran.code, json.loads(ran.out)) == (0, [])
        assert ran.sentence.startswith("The graph is whole")

    def test_a_broken_one_ends_with_1_and_repairing_it_with_0(
        self, told: Store, local_server: Address, tmp_path: Path
    ) -> None:
        told.cypher("MATCH ()-[r:MEETS]->() SET r.claims = 2", write=True)
        told.cypher("MATCH (:Claim {type: 'STRIKES'})-[r:MADE_IN]->() DELETE r", write=True)
        ran = rapport("db", "check", "--json", home=tmp_path, store=local_server)
        assert ran.code == 1
        assert "mend it with rapport db check --repair" in ran.sentence
        told_of = {row["fault"]: row["detail"] for row in json.loads(ran.out)}
        assert told_of["relation off"] == "ISR MEETS USA: claims is 2 and should be 1."
        assert told_of["claim broken"] == "It has no report."
        ran = rapport("db", "check", "--repair", "--json", home=tmp_path, store=local_server)
        assert ran.code == 0
        assert all(row["mended"] for row in json.loads(ran.out))
        assert str(tmp_path / "removed-claims.jsonl") in ran.sentence
        assert rapport("db", "check", home=tmp_path, store=local_server).code == 0
