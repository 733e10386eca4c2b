"""Claims of a feed's rows in the store: told once, told anew, and projected day by day."""

from __future__ import annotations

import datetime
import random
from typing import TYPE_CHECKING

import pytest

from graph.claims import Claim, Modality, Provided
from graph.store import Store
from tests.graph.claim_samples import claim, record, report

if TYPE_CHECKING:
    from graph.reports import Report

pytestmark = pytest.mark.neo4j

EDGES = "MATCH (a:Actor)-[r]->(b:Actor) RETURN r ORDER BY r.id"


def told(source: Report, row: str, code: str = "190", score: float = -10.0, **more: object) -> Claim:
    provided = Provided(feed="gdelt", row=row, code=code, score=score)
    return claim(source, **more).model_copy(update={"provided": provided})  # type: ignore[arg-type]


def test_the_providers_code_score_and_row_stand_on_the_claim(store: Store) -> None:
    source = report()
    store.write(record(source, told(source, "7")))
    (row,) = store.cypher("MATCH (c:Claim) RETURN c.feed AS feed, c.row AS row, c.code AS code, c.score AS score")
    assert row == {"feed": "gdelt", "row": "7", "code": "190", "score": -10.0}


def test_a_row_told_anew_replaces_its_claim(store: Store) -> None:
    source = report()
    store.write(record(source, told(source, "7"), told(source, "8", when="2024-09-24")))
    written = store.write(record(source, told(source, "7", when="2024-09-25")))
    assert (written.replaced, written.claims, written.relations, written.removed) == (1, 1, 1, 1)
    days = store.cypher("MATCH (:Actor)-[r:STRIKES]->(:Actor) RETURN r.on AS on ORDER BY on")
    assert [row["on"].isoformat() for row in days] == ["2024-09-24", "2024-09-25"]


def test_a_row_told_anew_within_one_batch_counts_as_it_was_told_last(store: Store) -> None:
    first, second = report(text="first"), report(text="second")
    written = store.write([record(first, told(first, "7")), record(second, told(second, "7", when="2024-09-25"))])
    assert (written.replaced, written.claims) == (1, 1)
    assert [row["r"]["on"].isoformat() for row in store.cypher(EDGES)] == ["2024-09-25"]


def test_a_report_that_only_a_replaced_row_told_of_goes_with_it(store: Store) -> None:
    first, second = report(text="first"), report(text="second")
    store.write(record(first, told(first, "7")))
    store.write(record(second, told(second, "7")))
    assert store.cypher("MATCH (r:Report) RETURN r.id AS id") == [{"id": second.id}]


def test_what_is_projected_day_by_day_is_what_all_claims_say(store: Store) -> None:
    """Events and states, asserted and denied, dated and not, in many small batches."""
    chance = random.Random(7)
    for number in range(40):
        source = report(chance.choice(["tass", "reuters"]), text=f"text {number}")
        day = datetime.date(2024, 9, chance.randint(1, 4)).isoformat()
        modality = chance.choices([Modality.ASSERTED, Modality.DENIED], [4, 1])[0]
        when = chance.choice([day, day, None])
        type_name = chance.choice(["STRIKES", "MEETS", "SUPPORTS"])
        one = claim(source, "ISR", type_name, "IRN", when, modality=modality)
        store.write(record(source, one, told(source, str(chance.randint(1, 9)), when=day)))
    edges = store.cypher(EDGES)
    bearing = store.cypher("MATCH (c:Claim) UNWIND c.relation AS r RETURN c.id AS claim, r ORDER BY claim, r")
    store.rebuild()
    assert store.cypher(EDGES) == edges
    assert store.cypher("MATCH (c:Claim) UNWIND c.relation AS r RETURN c.id AS claim, r ORDER BY claim, r") == bearing
    assert len(edges) > 10
