"""Retraction: taking back what a report, some rows of a feed or a run of a command said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from graph import statements
from graph.batches import ProvidedRow
from graph.edges import reproject
from graph.errors import Misuse
from graph.rows import group_of
from graph.writing import delete_claims
from graph.written import Written

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

CLAIMS_AT_ONCE = 2_000
"""Claims that one transaction takes back; their groups are projected again as a whole."""

OF_REPORT = "MATCH (c:Claim)-[:MADE_IN]->(r:Report) WHERE r.id STARTS WITH $key RETURN c.id AS claim, r.id AS report"
OF_RUN = "MATCH (c:Claim {run: $key}) USING INDEX SEEK c:Claim(run) RETURN c.id AS claim"
OF_ROWS = """
UNWIND $rows AS row MATCH (c:Claim {row: row.row, feed: row.feed}) USING INDEX SEEK c:Claim(row, feed)
RETURN c.id AS claim
"""

_HELD = """
UNWIND $ids AS id MATCH (c:Claim {id: id})-[:MADE_IN]->(r:Report)
RETURN c.id AS claim, c.identity AS identity, r.id AS report,
       [(c)-[:SUBJECT|OBJECT|ATTRIBUTED_TO]->(a) | a.id] AS actors
"""

LOCK = "UNWIND $ids AS id MATCH (a:Actor {id: id}) SET a.id = a.id"
"""Holds actors against whoever else writes of them, in the order of the ids, until the transaction ends."""

_FORGET = "UNWIND $ids AS id MATCH (a:Actor {id: id}) WHERE NOT EXISTS { (a)--() } DELETE a"
"""Actors that nothing names any more."""


def claims_of(session: Session, *, key: str | None = None, rows: Collection[ProvidedRow] = ()) -> list[str]:
    """Ids of the claims of a report or a run, by its id, or of rows of a feed.

    Raises:
        Misuse: if the beginning of a report's id fits several.
    """
    statement = OF_ROWS if key is None else OF_REPORT if key.startswith("report-") else OF_RUN
    values = [{"feed": feed, "row": row} for feed, row in sorted(rows)]
    found = session.run(statement, rows=values, key=key).data()
    if statement == OF_REPORT and len({row["report"] for row in found}) > 1:
        raise Misuse(f"'{key}' fits several reports: give more of its digits.")
    return sorted({row["claim"] for row in found})


def retract(session: Session, claims: Sequence[str]) -> Iterator[tuple[int, Written]]:
    """Take claims back, some thousands a transaction; tells of each how many they were, and what it changed."""
    for start in range(0, len(claims), CLAIMS_AT_ONCE):
        yield session.execute_write(_retract, claims[start : start + CLAIMS_AT_ONCE])


def _retract(transaction: ManagedTransaction, claims: Sequence[str]) -> tuple[int, Written]:
    held = transaction.run(_HELD, ids=claims).data()
    actors = sorted({actor for row in held for actor in row["actors"]})
    transaction.run(LOCK, ids=actors).consume()
    delete_claims(transaction, [row["claim"] for row in held])
    changed = reproject(transaction, {group_of(row["identity"]) for row in held if row["identity"]})
    reports = sorted({row["report"] for row in held})
    transaction.run(statements.DELETE_EMPTY_REPORTS, ids=reports).consume()
    transaction.run(_FORGET, ids=actors).consume()
    return len(held), changed
