"""Checking a store: whether its claims are whole, and its relations the projection of its claims.

Everything is read in portions, so that a million claims fit. Whoever writes meanwhile may be seen half-way, so what
looks off is looked at twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph import schema
from graph.claim_checks import OF_ALL, OF_SOME, claim_finding
from graph.findings import Fault, Finding
from graph.relation_checks import LONELY, compared, readable

if TYPE_CHECKING:
    from graph.store import Store

CLAIMS_AT_ONCE = 20_000
"""Claims that are compared with their relations at once; a group that has more is compared as a whole."""

_GROUPS = """
MATCH (c:Claim) WHERE c.identity IS NOT NULL RETURN c.identity AS identity, count(*) AS claims ORDER BY identity
"""

Progress = Callable[[str, int, int], None]


def check(store: Store, progress: Progress = lambda *_: None) -> Iterator[Finding]:
    """Everything that is off in a store.

    Where indexes are missing, or the schema is an older one, the rest is not looked at: it would take for ever.

    Args:
        store: which is read only.
        progress: told what is being looked at, and how many claims of how many it was.
    """
    incomplete = list(schema_findings(store))
    yield from incomplete
    if incomplete:
        return
    (row,) = store.cypher("MATCH (c:Claim) RETURN count(c) AS claims")
    yield from claim_findings(store, progress, row["claims"])
    yield from relation_findings(store, progress, row["claims"])
    yield from lonely_relations(store)


def schema_findings(store: Store) -> Iterator[Finding]:
    """Constraints and indexes that are missing, what stands twice for want of them, and whether the schema is old."""
    if not store.cypher("MATCH (n) RETURN 1 AS any LIMIT 1"):
        return  # nothing was ever written, and the first writing makes them
    (row,) = store.cypher(schema.READ_VERSION)
    if row["schema"] is not None and row["schema"] < schema.SCHEMA_VERSION:
        detail = f"The store has version {row['schema']}; this Rapport writes {schema.SCHEMA_VERSION}."
        yield Finding(Fault.OLD_SCHEMA, "schema", detail)
    for index in schema.missing(store.cypher(schema.SHOW_INDEXES)):
        sort = "uniqueness constraint" if index.sort == "unique" else "index"
        yield Finding(Fault.NO_INDEX, index.name, f"There is no {sort} on {index.of}({', '.join(index.properties)}).")
        if index.sort == "unique":
            twins = f"MATCH (n:{index.of}) WITH n.id AS id, count(*) AS many WHERE many > 1 AND id IS NOT NULL"
            for found in store.stream(f"{twins} RETURN id, many"):
                detail = f"{found['many']} nodes {index.of} have this id."
                yield Finding(Fault.TWINS, str(found["id"]), detail, label=index.of)


def claim_findings(store: Store, progress: Progress = lambda *_: None, total: int = 0) -> Iterator[Finding]:
    """Claims that lack an end, or whose properties do not follow from what they say."""
    suspects: list[str] = []
    for number, row in enumerate(store.stream(OF_ALL), 1):
        if claim_finding(row):
            suspects.append(row["claim"])
        if number % CLAIMS_AT_ONCE == 0:
            progress("Looking at claims", number, total)
            yield from _looked_at_again(store, suspects)
            suspects = []
    yield from _looked_at_again(store, suspects)


def _looked_at_again(store: Store, claims: Sequence[str]) -> Iterator[Finding]:
    rows = store.cypher(OF_SOME, ids=claims) if claims else ()
    yield from (found for row in rows if (found := claim_finding(row)))


def relation_findings(store: Store, progress: Progress = lambda *_: None, total: int = 0) -> Iterator[Finding]:
    """Where the relations of groups that claims speak of differ from what the claims project to."""
    done = 0
    for groups, claims in portions(store):
        done += claims
        suspects = {found.groups for found in compared(store, groups)}
        if suspects:
            yield from compared(store, sorted({group for found in suspects for group in found}))
        progress("Comparing relations with claims", done, total)


def portions(store: Store) -> Iterator[tuple[list[str], int]]:
    """The groups that claims speak of, some at a time, with the number of their claims."""
    groups: list[str] = []
    claims = 0
    for row in store.stream(_GROUPS):
        if not readable(row["identity"]):
            continue
        groups.append(row["identity"])
        claims += row["claims"]
        if claims >= CLAIMS_AT_ONCE:
            yield groups, claims
            groups, claims = [], 0
    if groups:
        yield groups, claims


def lonely_relations(store: Store) -> Iterator[Finding]:
    """Relations of groups of which no claim speaks."""
    for row in store.stream(LONELY):
        group = row["identity"]
        detail = f"No claim speaks of {group}."
        yield Finding(Fault.NO_CLAIM, str(row["relation"]), detail, groups=(group,) if readable(group) else ())
