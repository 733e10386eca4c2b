"""The store's schema: constraints, indexes, and the version that a store was made with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.errors import RapportError
from graph.upgrades import STEPS
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

INDEX_SECONDS = 6 * 3600
"""How long indexes may take to be made: no time in an empty store, and minutes in one that was imported."""

SCHEMA_VERSION = 2
"""Raised whenever what is written changes shape, with a step in ``graph.upgrades`` for the stores that stand. A store
made by a newer version is never touched."""

READ_VERSION = "OPTIONAL MATCH (r:Rapport) RETURN max(r.schema) AS schema"
WRITE_VERSION = "MERGE (r:Rapport) SET r.schema = $schema"

SHOW_INDEXES = """
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, state, owningConstraint
RETURN name, type, entityType, labelsOrTypes, properties, state, owningConstraint
"""


@dataclass(frozen=True, slots=True)
class Index:
    """One index, or the uniqueness constraint that owns one.

    Attributes:
        name: by which the server knows it.
        of: the label of its nodes, or the type of its edges.
        properties: which it finds.
        sort: "unique" for a constraint; "edge" for an index over edges; "text" for words in a text.
    """

    name: str
    of: str
    properties: tuple[str, ...]
    sort: Literal["unique", "node", "edge", "text"] = "node"

    @property
    def statement(self) -> str:
        """What makes it; again changes nothing."""
        found = ", ".join(f"n.{name}" for name in self.properties)
        match self.sort:
            case "unique":
                return f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR (n:{self.of}) REQUIRE {found} IS UNIQUE"
            case "node":
                return f"CREATE INDEX {self.name} IF NOT EXISTS FOR (n:{self.of}) ON ({found})"
            case "edge":
                return f"CREATE INDEX {self.name} IF NOT EXISTS FOR ()-[n:{self.of}]-() ON ({found})"
            case "text":
                return (
                    f"CREATE FULLTEXT INDEX {self.name} IF NOT EXISTS FOR (n:{self.of}) ON EACH [{found}] "
                    "OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}"
                )

    def is_shown(self, row: Mapping[str, Any]) -> bool:
        """Whether a row of ``SHOW_INDEXES`` is of this one, under whatever name, and in working order."""
        return (
            row["type"] == ("FULLTEXT" if self.sort == "text" else "RANGE")
            and row["entityType"] == ("RELATIONSHIP" if self.sort == "edge" else "NODE")
            and (row["labelsOrTypes"], row["properties"]) == ([self.of], list(self.properties))
            and row["state"] != "FAILED"
            and (self.sort != "unique" or row["owningConstraint"] is not None)
        )


def indexes() -> Iterator[Index]:
    """Every constraint and index that a store has."""
    for label in ("Actor", "Report", "Claim"):
        yield Index(f"{label.lower()}_id", label, ("id",), "unique")
    yield Index("claim_identity", "Claim", ("identity",))
    yield Index("claim_day", "Claim", ("identity", "on"))
    yield Index("claim_denies", "Claim", ("denies",))
    yield Index("claim_row", "Claim", ("row", "feed"))
    yield Index("claim_run", "Claim", ("run",))
    yield Index("actor_name", "Actor", ("name",))
    yield Index("report_published", "Report", ("published",))
    yield Index("claim_quote", "Claim", ("quote",), "text")
    for name in sorted(vocabulary().types):
        yield Index(f"{name.lower()}_id", name, ("id",), "edge")


def missing(shown: Collection[Mapping[str, Any]]) -> list[Index]:
    """The constraints and indexes that a store lacks.

    Args:
        shown: the rows of ``SHOW_INDEXES``.
    """
    return [index for index in indexes() if not any(index.is_shown(row) for row in shown)]


def make(session: Session) -> None:
    """Make the constraints and indexes, bring an older store to this version and say so. Again changes nothing.

    Raises:
        RapportError: as for ``stored_version``.
    """
    stored = stored_version(session)
    if lacking := missing([row.data() for row in session.run(SHOW_INDEXES)]):
        session.execute_write(_make_all, lacking)
    session.run("CALL db.awaitIndexes($seconds)", seconds=INDEX_SECONDS).consume()
    for version in range(stored or SCHEMA_VERSION, SCHEMA_VERSION):
        for statement in STEPS[version]:
            session.run(statement).consume()
        session.run(WRITE_VERSION, schema=version + 1).consume()
    if stored is None:
        session.run(WRITE_VERSION, schema=SCHEMA_VERSION).consume()


def stored_version(session: Session) -> int | None:
    """The version that a store was made with; None for one to which Rapport has written nothing yet.

    Raises:
        RapportError: if this Rapport cannot bring it to its own version.
    """
    row = session.run(READ_VERSION).single()
    stored = row["schema"] if row else None
    if stored is None or stored in STEPS or stored == SCHEMA_VERSION:
        return stored
    if isinstance(stored, int) and stored > SCHEMA_VERSION:
        raise RapportError(
            f"This graph was made by a newer Rapport (schema {stored}, this one knows {SCHEMA_VERSION}): upgrade "
            "Rapport to use it."
        )
    raise RapportError(
        f"This graph says that its schema is {stored!r}, which no Rapport has made: find out who changed it, or bring "
        "back a backup."
    )


def _make_all(transaction: ManagedTransaction, wanted: Iterable[Index]) -> None:
    """All of it in one transaction, which is several times quicker than one a statement."""
    for index in wanted:
        transaction.run(index.statement).consume()
