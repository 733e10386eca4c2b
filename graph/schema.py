"""The store's schema: constraints, indexes, and the version that a store was made with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

SCHEMA_VERSION = 2
"""Raised whenever what is written changes shape. A store made by a newer version is never touched."""

READ_VERSION = "OPTIONAL MATCH (r:Rapport) RETURN max(r.schema) AS schema"
WRITE_VERSION = "MERGE (r:Rapport) SET r.schema = $schema"

UPGRADE = """
MATCH (c:Claim) WHERE c.disputes AND c.identity IS NOT NULL AND c.denies IS NULL
CALL (c) { SET c.denies = c.identity } IN TRANSACTIONS OF 20000 ROWS
"""
"""Brings a store of schema 1 to schema 2, in which denials are found by what they deny. Again changes nothing."""


def make(session: Session) -> None:
    """Make the constraints and indexes, and say which version they are of. Again changes nothing."""
    session.execute_write(_make_all)
    session.run("CALL db.awaitIndexes(60)").consume()
    session.run(UPGRADE).consume()
    session.run(WRITE_VERSION, schema=SCHEMA_VERSION).consume()


def _make_all(transaction: ManagedTransaction) -> None:
    """All of it in one transaction, which is several times quicker than one a statement."""
    for statement in statements():
        transaction.run(statement).consume()


def statements() -> Iterator[str]:
    """The schema statements; running them again changes nothing."""
    for label in ("Actor", "Report", "Claim"):
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    yield "CREATE INDEX claim_identity IF NOT EXISTS FOR (n:Claim) ON (n.identity)"
    yield "CREATE INDEX claim_day IF NOT EXISTS FOR (n:Claim) ON (n.identity, n.on)"
    yield "CREATE INDEX claim_denies IF NOT EXISTS FOR (n:Claim) ON (n.denies)"
    yield "CREATE INDEX claim_row IF NOT EXISTS FOR (n:Claim) ON (n.row, n.feed)"
    yield "CREATE INDEX claim_run IF NOT EXISTS FOR (n:Claim) ON (n.run)"
    yield "CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)"
    yield "CREATE INDEX report_published IF NOT EXISTS FOR (n:Report) ON (n.published)"
    yield (
        "CREATE FULLTEXT INDEX claim_quote IF NOT EXISTS FOR (n:Claim) ON EACH [n.quote] "
        "OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}"
    )
    for name in sorted(vocabulary().types):
        yield f"CREATE INDEX {name.lower()}_id IF NOT EXISTS FOR ()-[r:{name}]-() ON (r.id)"
