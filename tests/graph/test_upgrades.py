"""Upgrades: a store of the first layout becomes one of this, and one of a layout that nobody knows is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import schema, upgrades
from graph.checking import check
from graph.errors import RapportError
from graph.findings import Fault
from graph.store import Store
from tests.graph.claim_samples import claim, record, report

if TYPE_CHECKING:
    from graph.settings import Address

pytestmark = pytest.mark.neo4j

# As the first version laid it out: a denial is not yet found by what it denies, and a claim knows no feed.
FIRST_LAYOUT = """
CREATE (:Rapport {schema: 1})
CREATE (isr:Actor:State {id: 'ISR', name: 'Israel', kind: 'state', country: 'ISR', aliases: []})
CREATE (hez:Actor:ArmedGroup {id: 'hezbollah', name: 'Hezbollah', kind: 'armed-group', country: 'LBN', aliases: []})
CREATE (tass:Actor:Outlet {id: 'tass', name: 'TASS', kind: 'outlet', country: 'RUS', aliases: []})
CREATE (r:Report {id: 'report-1', sha256: 'ab', published: date('2024-10-08'), language: 'en'})-[:PUBLISHED_BY]->(tass)
CREATE (isr)-[:STRIKES {id: 'relation-308ab05e3074bce53e7d25b6', identity: 'ISR STRIKES hezbollah',
        on: date('2024-09-23'), precision: 'day', mode: 'aerial', valence: -9.5, claims: 1, reports: 1, origins: 1,
        first_reported: date('2024-10-08'), last_reported: date('2024-10-08'), disputed: true}]->(hez)
WITH isr, hez, tass, r
UNWIND ['asserted', 'denied'] AS modality
CREATE (c:Claim {id: 'claim-' + modality, type: 'STRIKES', identity: 'ISR STRIKES hezbollah', on: date('2024-09-23'),
        precision: 'day', modality: modality, negated: false, asserts: modality = 'asserted',
        disputes: modality = 'denied', origin: 'tass', quote: 'it struck', start: 0, end: 9, confidence: 1.0,
        extractor: 'by hand', relation: ['relation-308ab05e3074bce53e7d25b6']})
CREATE (c)-[:MADE_IN]->(r)
CREATE (c)-[:SUBJECT {start: 0, end: 3}]->(isr)
CREATE (c)-[:OBJECT {start: 5, end: 9}]->(hez)
CREATE (c)-[:ATTRIBUTED_TO {position: 0, verb: 'said', anonymous: false}]->(tass)
"""


@pytest.fixture
def first(store: Store, server: Address) -> Store:
    """A store of the first layout, opened by this Rapport."""
    for kind, name in (("CONSTRAINT", "claim_id"), ("INDEX", "claim_denies"), ("INDEX", "claim_row")):
        store.cypher(f"DROP {kind} {name} IF EXISTS", write=True)
    store.cypher(FIRST_LAYOUT, write=True)
    return Store(server.uri, server.username, server.password)


def test_a_store_of_the_first_layout_is_read_as_it_is(first: Store) -> None:
    assert first.cypher("MATCH ()-[r:STRIKES]->() RETURN r.claims AS claims") == [{"claims": 1}]
    assert Fault.OLD_SCHEMA in {finding.fault for finding in check(first)}


def test_writing_to_it_brings_it_to_this_version_first(first: Store) -> None:
    source = report("reuters")
    first.write(record(source, claim(source)))
    (edge,) = first.cypher("MATCH ()-[r:STRIKES]->() RETURN r.claims AS claims, r.disputed AS disputed")
    assert edge == {"claims": 2, "disputed": True}
    assert first.cypher(schema.READ_VERSION) == [{"schema": schema.SCHEMA_VERSION}]
    assert list(check(first)) == []


def test_steps_are_taken_one_after_the_other(first: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = {**upgrades.STEPS, 2: ("MATCH (r:Rapport {schema: 2}) SET r.seen = 'two'",)}
    monkeypatch.setattr(schema, "STEPS", steps)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", 3)
    first.prepare()
    assert first.cypher("MATCH (r:Rapport) RETURN r.schema AS schema, r.seen AS seen") == [{"schema": 3, "seen": "two"}]
    assert first.cypher("MATCH (c:Claim) WHERE c.denies IS NOT NULL RETURN count(c) AS n") == [{"n": 1}]


def test_every_version_has_a_step_to_the_next() -> None:
    assert sorted(upgrades.STEPS) == list(range(1, schema.SCHEMA_VERSION))


@pytest.mark.parametrize(
    ("stored", "sentence"), [("99", "newer Rapport"), ("0", "no Rapport has made"), ("'two'", "no Rapport has made")]
)
def test_a_version_that_nobody_here_knows_is_refused(store: Store, server: Address, stored: str, sentence: str) -> None:
    store.cypher(f"MERGE (r:Rapport) SET r.schema = {stored}", write=True)
    with pytest.raises(RapportError, match=sentence):
        Store(server.uri, server.username, server.password)


def test_a_store_that_was_brought_further_meanwhile_is_not_written_to(store: Store) -> None:
    store.cypher("MERGE (r:Rapport) SET r.schema = 99", write=True)
    source = report()
    with pytest.raises(RapportError, match="newer Rapport"):
        store.write(record(source, claim(source)))
    assert store.cypher("MATCH (c:Claim) RETURN count(c) AS n") == [{"n": 0}]
