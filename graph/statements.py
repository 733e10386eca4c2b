"""The write statements, made from the vocabulary; the rows that go into them are in ``graph.sent_rows``.

Relation types and kinds of actor are the only words that are set into a statement, and both come from Rapport's own
files. All else is a parameter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.actors import ActorKind
from graph.sent_rows import (
    CLAIM_PROPERTIES,
    DAYS,
    END_PROPERTIES,
    LINK_PROPERTIES,
    RELATION_PROPERTIES,
    REPORT_PROPERTIES,
)
from graph.vocabulary import vocabulary


def _told(row: str, first: int, names: Sequence[str]) -> str:
    """Properties, each read from a cell of a row, in order from that one on; null sets none. Days are named there."""
    cells = {name: f"{row}[{place}]" for place, name in enumerate(names, first)}
    return (
        "{" + ", ".join(f"`{name}`: {f'$days[{cell}]' if name in DAYS else cell}" for name, cell in cells.items()) + "}"
    )


KIND_LABELS = ":".join(kind.label for kind in ActorKind)

# Indexes are named where they are needed, and that they are to be sought in: a plan that was made while the store was
# small goes through every claim for each row, until the server makes another.

HOLD_ACTORS = """
UNWIND $actors AS told MATCH (a:Actor {id: told[0]}) SET a.id = a.id
WITH told WHERE told[1] RETURN count(*) AS written
"""
"""Holds actors against whoever else writes of them; how many are there of those that are told to have been written."""

UNKNOWN_ACTORS = """
UNWIND $rows AS row MERGE (a:Actor {id: row.id})
ON CREATE SET a:Unknown, a += row.properties
ON MATCH SET a.id = row.id
"""

KNOWN_ACTORS = f"""
UNWIND $rows AS row MERGE (a:Actor {{id: row.id}}) REMOVE a:{KIND_LABELS} SET a:$(row.label), a += row.properties
"""
"""Writes actors of every known kind; what was unknown before becomes known."""

REPORTS = f"""
UNWIND $rows AS row MERGE (r:Report {{id: row[0]}}) ON CREATE SET r += {_told("row", 2, REPORT_PROPERTIES)}
WITH r, row WHERE row[1] IS NOT NULL
MATCH (o:Actor {{id: row[1]}}) MERGE (r)-[:PUBLISHED_BY]->(o)
"""

STORED = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.id AS claim
"""

STORED_ROWS = """
UNWIND $rows AS row
MATCH (c:Claim {row: row[1], feed: row[0]}) USING INDEX SEEK c:Claim(row, feed)
MATCH (c)-[:MADE_IN]->(r:Report)
RETURN c.id AS claim, c.identity AS identity, coalesce(c.relation, []) AS relation, r.id AS report
"""

_ENDS = len(END_PROPERTIES)
CLAIMS = f"""
UNWIND $rows AS row
MATCH (report:Report {{id: row[0]}})
MATCH (subject:Actor {{id: row[1]}})
CREATE (report)<-[:MADE_IN]-(c:Claim {_told("row", 4 + 2 * _ENDS, CLAIM_PROPERTIES)})
       -[:SUBJECT {_told("row", 4, END_PROPERTIES)}]->(subject)
WITH c, row
CALL (c, row) {{
  UNWIND row[3] AS link
  MATCH (a:Actor {{id: link[0]}})
  CREATE (c)-[:ATTRIBUTED_TO {_told("link", 1, LINK_PROPERTIES)}]->(a)
}}
WITH c, row WHERE row[2] IS NOT NULL
MATCH (object:Actor {{id: row[2]}})
CREATE (c)-[:OBJECT {_told("row", 4 + _ENDS, END_PROPERTIES)}]->(object)
"""
"""Each property is named where its node or link is made: set afterwards, all rows would wait for one another."""

# A database that neo4j-admin built has no empty lists: there a claim that bears on nothing lacks the property.
_EVIDENCE = """
RETURN c.id AS claim, c.identity AS identity, c.on AS on, c.until AS until, c.precision AS precision,
       c.asserts AS asserts, c.disputes AS disputes, c.origin AS origin, c.mode AS mode,
       coalesce(c.relation, []) AS relation, r.id AS report, r.published AS published
"""

EVIDENCE = f"""
UNWIND $identities AS identity
MATCH (c:Claim {{identity: identity}}) USING INDEX SEEK c:Claim(identity)
MATCH (c)-[:MADE_IN]->(r:Report) {_EVIDENCE}
"""
"""All that is said of some groups."""

EVIDENCE_OF_DAYS = f"""
UNWIND $rows AS row
MATCH (c:Claim {{identity: row[0], on: $days[row[1]]}}) USING INDEX SEEK c:Claim(identity, on)
WHERE c.asserts
MATCH (c)-[:MADE_IN]->(r:Report) {_EVIDENCE}
"""
"""What is said of some groups on some days."""

ANY_DENIAL = "MATCH (c:Claim) USING INDEX c:Claim(denies) WHERE c.denies IS NOT NULL RETURN 1 AS any LIMIT 1"
"""Whether anything is denied: most feeds deny nothing, and then nothing need be sought of each group."""

DENIALS = f"""
UNWIND $identities AS identity
MATCH (c:Claim {{denies: identity}}) USING INDEX SEEK c:Claim(denies)
MATCH (c)-[:MADE_IN]->(r:Report) {_EVIDENCE}
"""

BEARING = "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) SET c.relation = row.relations"

DELETE_CLAIMS = "UNWIND $ids AS id MATCH (c:Claim {id: id}) DETACH DELETE c"

DELETE_EMPTY_REPORTS = """
UNWIND $ids AS id MATCH (r:Report {id: id}) WHERE NOT EXISTS { (r)<-[:MADE_IN]-() } DETACH DELETE r
"""


EDGES = f"""
UNWIND $rows AS row MATCH (s:Actor {{id: row[1]}}) MATCH (o:Actor {{id: row[2]}})
CREATE (s)-[:$(row[0]) {_told("row", 3, RELATION_PROPERTIES)}]->(o)
"""
"""Writes edges that do not stand yet, of every relation type at once."""


def stale(type_name: str) -> str:
    """Removes the edges of a group that no claim supports any more, whatever claims say on which they bear."""
    return (
        f"UNWIND $rows AS row MATCH (s:Actor {{id: row.subject}})-[r:{type_name}]->(o:Actor {{id: row.object}}) "
        "WHERE NOT r.id IN row.keep DELETE r"
    )


@cache
def standing_edges() -> str:
    """Writes edges anew that stand already; ``$rows`` holds those of each drawn relation type, found by its index.

    One statement for all types, because each that the server plans costs as much time as some hundred rows. It is
    planned once: its plan does not depend on how many edges there are, and a growing store would plan it every ten
    seconds, which takes one.
    """
    found = " UNION ALL ".join(
        f"UNWIND $rows.{name} AS row MATCH ()-[r:{name} {{id: row[3]}}]->() USING INDEX SEEK r:{name}(id) RETURN r, row"
        for name in drawn_types()
    )
    return f"CYPHER replan=skip CALL () {{ {found} }} SET r = {_told('row', 3, RELATION_PROPERTIES)}"


@cache
def drawn_types() -> tuple[str, ...]:
    """The relation types that edges have."""
    return tuple(sorted(name for name, kind in vocabulary().types.items() if kind.drawn))


def no_longer(type_name: str) -> str:
    """Removes edges of one relation type, found by their index."""
    return f"UNWIND $ids AS id MATCH ()-[r:{type_name} {{id: id}}]->() DELETE r"
