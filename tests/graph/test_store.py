"""The store's contract, on every Neo4j that Rapport speaks to."""

from __future__ import annotations

import datetime
import threading
from typing import TYPE_CHECKING

import pytest

from graph import schema
from graph.actors import Actor, ActorKind
from graph.claims import Attribution, Modality
from graph.errors import Misuse, RapportError, StoreUnreachable
from graph.records import Record
from graph.store import Store
from graph.written import Written
from tests.graph.claim_samples import ACTORS, claim, record, report, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.batches import Batch
    from graph.settings import Address

pytestmark = pytest.mark.neo4j

COUNT = "MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r) AS edges"


def test_what_is_written_can_be_asked(store: Store) -> None:
    source = report()
    written = store.write(record(source, claim(source)))
    assert (written.reports, written.claims, written.relations) == (1, 1, 1)
    (row,) = store.cypher("MATCH (a:Actor)-[r:STRIKES]->(b:Actor) RETURN a.name AS a, b.name AS b, r.on AS on")
    assert row == {"a": "Israel", "b": "Hezbollah", "on": datetime.date(2024, 9, 23)}


def test_writing_it_again_changes_nothing(store: Store) -> None:
    source = report()
    store.write(record(source, claim(source), claim(source, "IRN", "ATTACKS", "ISR", "2024-10-01")))
    before = store.cypher(COUNT)
    assert store.write(record(source, claim(source))) == Written()
    assert store.cypher(COUNT) == before


def test_a_second_report_raises_the_counts_of_the_edge(store: Store) -> None:
    for outlet in ("tass", "reuters"):
        source = report(outlet)
        store.write(record(source, claim(source)))
    (row,) = store.cypher(
        "MATCH ()-[r:STRIKES]->() RETURN r.claims AS claims, r.reports AS reports, r.origins AS origins"
    )
    assert row == {"claims": 2, "reports": 2, "origins": 2}


def test_a_denial_draws_no_edge_but_disputes_one(store: Store) -> None:
    source, other = report(), report("reuters")
    store.write(record(other, claim(other, modality=Modality.DENIED)))
    assert store.cypher("MATCH (:Actor)-[r]->(:Actor) RETURN r") == []
    store.write(record(source, claim(source)))
    (row,) = store.cypher("MATCH ()-[r:STRIKES]->() RETURN r.disputed AS disputed, r.claims AS claims")
    assert row == {"disputed": True, "claims": 1}


def test_the_claims_behind_an_edge_are_found_by_its_id(store: Store) -> None:
    source = report()
    store.write(record(source, claim(source, quote="Israel struck Hezbollah.")))
    query = (
        "MATCH ()-[r:STRIKES]->() MATCH (c:Claim {identity: r.identity})-[:MADE_IN]->(p)-[:PUBLISHED_BY]->(o) "
        "WHERE r.id IN c.relation RETURN c.quote AS quote, o.id AS outlet"
    )
    assert store.cypher(query) == [{"quote": "Israel struck Hezbollah.", "outlet": "tass"}]


def test_the_attribution_chain_keeps_its_order(store: Store) -> None:
    source = report()
    store.write(record(source, claim(source, chain=(Attribution(actor="axios", verb="reported"), unnamed()))))
    query = (
        "MATCH (:Claim)-[t:ATTRIBUTED_TO]->(a) "
        "RETURN a.id AS id, t.anonymous AS unnamed, t.count AS count ORDER BY t.position"
    )
    assert [tuple(row.values()) for row in store.cypher(query)] == [
        ("tass", False, None),
        ("axios", False, None),
        ("USA", True, 4),
    ]


def test_an_actor_that_was_unknown_becomes_known_and_never_the_other_way(store: Store) -> None:
    store.write(Record(report=report(outlet=None), actors=(Actor(id="hezbollah", name="Hezbollah"),)))  # type: ignore[arg-type]
    store.write(Record(report=report(), actors=tuple(ACTORS.values())))
    store.write(Record(report=report(outlet=None), actors=(Actor(id="hezbollah", name="somebody"),)))  # type: ignore[arg-type]
    (row,) = store.cypher("MATCH (a:Actor {id: 'hezbollah'}) RETURN labels(a) AS labels, a.name AS name")
    assert sorted(row["labels"]) == ["Actor", ActorKind.ARMED_GROUP.label]
    assert row["name"] == "Hezbollah"


def test_rebuilding_gives_the_same_edges(store: Store) -> None:
    source, other = report(), report("reuters")
    store.write([record(source, claim(source), claim(source, "USA", "MEETS", "ISR")), record(other, claim(other))])
    edges = "MATCH (a:Actor)-[r]->(b:Actor) RETURN a.id, type(r), b.id, properties(r) AS p ORDER BY r.id"
    before = store.cypher(edges)
    store.rebuild()
    assert store.cypher(edges) == before
    assert len(before) == 2


def test_text_with_quotes_and_cypher_stays_text(store: Store) -> None:
    source = report()
    nasty = "'}) DETACH DELETE n //\" `x` \\u0027 $id {{}}"
    store.write(record(source, claim(source, quote=nasty)))
    assert store.cypher("MATCH (c:Claim) RETURN c.quote AS quote") == [{"quote": nasty}]
    assert store.cypher("MATCH (c:Claim {quote: $quote}) RETURN count(c) AS n", quote=nasty) == [{"n": 1}]


def test_two_writers_at_once_lose_nothing(store: Store) -> None:
    sources = [report("tass", text=f"text {number}") for number in range(24)]
    store.prepare()

    def write(mine: slice) -> None:
        for source in sources[mine]:
            store.write(record(source, claim(source)))

    threads = [threading.Thread(target=write, args=(slice(start, None, 4),)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.cypher("MATCH ()-[r:STRIKES]->() RETURN r.claims AS n") == [{"n": 24}]


def test_a_batch_that_fails_leaves_nothing_half_written(store: Store) -> None:
    source = report()
    store.prepare()
    good = record(source, claim(source))
    unstorable = claim(source, "IRN", "ATTACKS", "ISR", "2024-10-01").model_copy(update={"extractor": {"no": "text"}})
    broken = good.model_copy(update={"claims": (*good.claims, unstorable)})
    with pytest.raises(RapportError):
        store.write(broken)
    assert store.cypher("MATCH (n) WHERE n:Claim OR n:Report RETURN count(n) AS n") == [{"n": 0}]


def test_writes_are_refused_unless_asked_for(store: Store) -> None:
    with pytest.raises(Misuse, match="--write"):
        store.cypher("CREATE (:Actor {id: 'x'})")
    store.cypher("CREATE (:Actor {id: 'x'})", write=True)
    assert store.cypher("MATCH (a:Actor {id: 'x'}) RETURN count(a) AS n") == [{"n": 1}]


def test_a_wrong_statement_is_told_in_one_sentence(store: Store) -> None:
    with pytest.raises(Misuse, match="cannot run this statement") as caught:
        store.cypher("MATCH (a RETURN a")
    assert "\n" not in str(caught.value)


def test_rows_become_a_data_frame(store: Store) -> None:
    source = report()
    store.write(record(source, claim(source)))
    frame = store.to_pandas("MATCH (a:Actor)-[r]->(b:Actor) RETURN a.id AS subject, type(r) AS type, b.id AS object")
    assert frame.to_dict("records") == [{"subject": "ISR", "type": "STRIKES", "object": "hezbollah"}]


def test_the_graph_becomes_a_multigraph_with_every_property(store: Store) -> None:
    source = report()
    store.write(record(source, claim(source), claim(source, when="2024-09-25")))
    drawn = store.to_networkx()
    assert drawn.number_of_edges("ISR", "hezbollah") == 2
    assert drawn.nodes["hezbollah"]["name"] == "Hezbollah"
    days = {attributes["on"] for _, _, attributes in drawn.edges(data=True)}
    assert days == {datetime.date(2024, 9, 23), datetime.date(2024, 9, 25)}


def test_a_graph_made_by_a_newer_rapport_is_left_alone(store: Store, server: Address) -> None:
    store.prepare()
    store.cypher("MATCH (r:Rapport) SET r.schema = $newer", write=True, newer=schema.SCHEMA_VERSION + 1)
    with pytest.raises(RapportError, match="newer Rapport"):
        Store(server.uri, server.username, server.password)


def test_the_wrong_password_is_told_in_one_sentence(server: Address) -> None:
    with pytest.raises(StoreUnreachable, match="refused the password") as caught:
        Store(server.uri, server.username, "wrong")
    assert caught.value.exit_code == 5


def test_a_server_that_is_not_there_is_told_in_one_sentence() -> None:
    with pytest.raises(StoreUnreachable, match="No Neo4j server answers"):
        Store("bolt://127.0.0.1:1", "neo4j", "x")


def test_an_address_that_is_none_is_misuse() -> None:
    with pytest.raises(Misuse, match="not the address"):
        Store("http://127.0.0.1:7474", "neo4j", "x")


def test_what_fails_where_batches_are_read_is_not_laid_on_the_server(newest_store: Store) -> None:
    def batches() -> Iterator[Batch]:
        yield from ()
        raise OSError("The disk is gone.")

    with pytest.raises(OSError, match="The disk is gone"):
        list(newest_store.write_batches(batches()))
