"""Writing in batches: however claims are parted, the graph is what they project to together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.batches import ready
from graph.claims import Modality
from graph.projection import evidence, project
from graph.rows import edge_properties
from graph.written import Written
from tests.graph.claim_samples import claim, record, report

if TYPE_CHECKING:
    from graph.claims import Claim
    from graph.records import Record
    from graph.store import Store

pytestmark = pytest.mark.neo4j

EDGES = "MATCH (:Actor)-[r]->(:Actor) RETURN properties(r) AS edge"
BEARING = "MATCH (c:Claim) RETURN c.id AS claim, coalesce(c.relation, []) AS relations"
EMPTY = "MATCH (n) WHERE NOT n:Rapport DETACH DELETE n"


@st.composite
def said(draw: st.DrawFn) -> Record:
    """A report with a few claims that fall together with those of others: few actors, types and days."""
    source = report(draw(st.sampled_from(["tass", "reuters", "axios"])), text=str(draw(st.integers(0, 5))))
    days = st.sampled_from(["2024-09-23", "2024-09-24", None])
    told = st.tuples(
        st.sampled_from(["ISR", "IRN"]), st.sampled_from(["STRIKES", "TRUSTS", "MEETS"]), st.just("hezbollah"), days
    )
    modality = st.sampled_from([Modality.ASSERTED, Modality.ASSERTED, Modality.DENIED, Modality.PLANNED])
    claims = {c.id: c for c in draw(st.lists(st.builds(lambda t, m: claim(source, *t, modality=m), told, modality)))}
    return record(source, *claims.values())


def expected(records: list[Record]) -> tuple[dict[str, dict[str, object]], dict[str, set[str]]]:
    """The edges by their ids, and on which each claim bears, where all claims are projected together."""
    claims: dict[str, tuple[Claim, Record]] = {c.id: (c, one) for one in records for c in one.claims}
    projection = project(p for c, one in claims.values() if (p := evidence(c, one.report.published)))
    edges = {relation.id: edge_properties(relation) for relation in projection.relations}
    told = {key: {name: value for name, value in edge.items() if value is not None} for key, edge in edges.items()}
    return told, {key: set(projection.bearing.get(key, ())) for key in claims}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(said(), max_size=3), max_size=4))
def test_batches_leave_what_all_their_claims_project_to(newest_store: Store, batches: list[list[Record]]) -> None:
    newest_store.cypher(EMPTY, write=True)
    for batch in batches:
        newest_store.write(batch)
    edges, bearing = expected([one for batch in batches for one in batch])
    found = [row["edge"] for row in newest_store.cypher(EDGES)]
    assert {edge["id"]: edge for edge in found} == edges
    assert len(found) == len(edges)
    assert {row["claim"]: set(row["relations"]) for row in newest_store.cypher(BEARING)} == bearing


def test_an_actor_that_somebody_took_away_is_written_again(store: Store) -> None:
    first, second = report("tass"), report("reuters")
    store.write(record(first, claim(first)))
    store.cypher("MATCH (n) WHERE n:Actor OR n:Claim OR n:Report DETACH DELETE n", write=True)
    store.write(record(second, claim(second)))
    (row,) = store.cypher("MATCH (a)-[r:STRIKES]->(b) RETURN a.name AS a, b.name AS b, r.claims AS claims")
    assert row == {"a": "Israel", "b": "Hezbollah", "claims": 1}


def test_a_batch_is_the_same_after_it_was_written(newest_store: Store) -> None:
    first, second = report("tass"), report("reuters")
    newest_store.write(record(first, claim(first)))
    batch = ready([record(second, claim(second))])
    before = repr(batch)
    (written,) = newest_store.write_batches([batch])
    assert (written.claims, written.relations) == (1, 0)
    assert repr(batch) == before
    assert list(newest_store.write_batches([batch])) == [Written()]


def test_what_stands_is_not_drawn_again_beside_what_is_new(store: Store) -> None:
    first, second = report("tass"), report("reuters")
    standing = record(first, claim(first))
    store.write(standing)
    written = store.write([standing, record(second, claim(second, "IRN", "TRUSTS", "hezbollah"))])
    assert (written.claims, written.relations) == (1, 1)
    drawn = store.cypher("MATCH (:Actor)-[r]->(:Actor) RETURN type(r) AS type, r.claims AS claims ORDER BY type")
    assert drawn == [{"type": "STRIKES", "claims": 1}, {"type": "TRUSTS", "claims": 1}]
