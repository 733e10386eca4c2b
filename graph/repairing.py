"""Repairing a store: what its schema lacks is made, and relations are projected again from their claims.

Claims are the record, so nothing is made up for them. One that has lost its report or an actor, or cannot be read, can
be cited no more and stands in the way of being read again; it is taken out and kept in a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph import checking
from graph.batches import some_at_once
from graph.edges import reproject
from graph.errors import RapportError
from graph.findings import Fault, Finding
from graph.private import owner_only, private_folder
from graph.relation_checks import readable
from graph.retraction import LOCK
from graph.rows import group_of
from graph.writing import delete_claims
from graph.written import Written

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.store import Store

GROUPS_AT_ONCE = 1_000
"""Groups that one transaction projects again."""

FINDINGS_AT_ONCE = 5_000

EDGES_AT_ONCE = 20_000

TWIN_EDGES: dict[str, tuple[str, ...]] = {
    "Claim": (),
    "Report": ("MADE_IN",),
    "Actor": ("SUBJECT", "OBJECT", "ATTRIBUTED_TO", "PUBLISHED_BY"),
}
"""By label, the edges to a node that go over to the one that is kept of several with its id: that with the most edges.
Claims come first, for what they say of reports and actors that stand twice they may say twice."""

_TWINS = """
MATCH (n:{label} {{id: $id}}) WITH n ORDER BY COUNT {{ (n)--() }} DESC, elementId(n)
WITH collect(n) AS twins UNWIND tail(twins) AS other WITH head(twins) AS kept, other
"""
_HAND_OVER = "MATCH (x)-[r:{edge}]->(other) CREATE (x)-[moved:{edge}]->(kept) SET moved = properties(r) DELETE r"

_KEPT = """
UNWIND $ids AS id MATCH (c:Claim {id: id})
RETURN c {.*} AS claim, [(c)-[t]->(other) | {as: type(t), id: other.id}] AS ends
"""
_CORRECT = "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) SET c += row.right"
_FOREIGN = """
MATCH (s:Actor)-[r]->(o:Actor)
WHERE NOT EXISTS { MATCH (c:Claim {identity: s.id + ' ' + type(r) + ' ' + o.id}) }
RETURN elementId(r) AS edge
"""
_DELETE = "UNWIND $edges AS edge MATCH ()-[r]->() WHERE elementId(r) = edge DELETE r"


def repair(store: Store, removed: Path, progress: checking.Progress = lambda *_: None) -> Iterator[Finding]:
    """Mend what is off in a store; tells what was found, once it is mended as far as it can be.

    Args:
        store: is written to.
        removed: the file to which broken claims are added before they are taken out, one JSON object a line.
        progress: as for ``checking.check``.

    Raises:
        RapportError: if that file cannot be written.
    """
    incomplete = list(checking.schema_findings(store))
    for label in TWIN_EDGES:
        for finding in incomplete:
            if finding.label == label:
                store.in_transaction(_one_of_twins(label, finding.about))
    if incomplete:
        store.prepare()
    yield from incomplete
    for found in some_at_once(checking.claim_findings(store, progress), FINDINGS_AT_ONCE):
        _keep(store, found, removed)
        store.in_transaction(_mend_claims(found))
        _mend_groups(store, found)
        yield from found
    for search in (checking.relation_findings(store, progress), checking.lonely_relations(store)):
        for found in some_at_once(search, FINDINGS_AT_ONCE):
            _mend_groups(store, found)
            yield from found


def rebuild(store: Store) -> Written:
    """Project all edges again from the claims, and remove every edge between actors of which no claim speaks."""
    total = Written()
    for groups, _ in checking.portions(store):
        total += store.in_transaction(_projected_afresh(groups))
    foreign = [row["edge"] for row in store.stream(_FOREIGN)]
    for edges in some_at_once(foreign, EDGES_AT_ONCE):
        store.in_transaction(partial(_delete, edges))
    return total


def _delete(edges: Sequence[str], transaction: ManagedTransaction) -> None:
    transaction.run(_DELETE, edges=list(edges)).consume()


def _mend_groups(store: Store, findings: Sequence[Finding]) -> None:
    groups = sorted({group for finding in findings for group in finding.groups if readable(group)})
    for some in some_at_once(groups, GROUPS_AT_ONCE):
        store.in_transaction(_projected_afresh(some))


def _projected_afresh(groups: Sequence[str]) -> Callable[[ManagedTransaction], Written]:
    """Removes the edges of some groups and draws them again; whoever writes of the same actors waits meanwhile."""

    def work(transaction: ManagedTransaction) -> Written:
        told = [group_of(identity) for identity in groups]
        transaction.run(LOCK, ids=sorted({actor for one, _, other in told for actor in (one, other)})).consume()
        return reproject(transaction, told, afresh=True)

    return work


def _mend_claims(findings: Iterable[Finding]) -> Callable[[ManagedTransaction], None]:
    listed = list(findings)
    broken = [finding.claim for finding in listed if finding.fault is Fault.BROKEN and finding.claim]
    rows = [{"claim": finding.claim, "right": dict(finding.right)} for finding in listed if finding.right]

    def work(transaction: ManagedTransaction) -> None:
        delete_claims(transaction, broken)
        if rows:
            transaction.run(_CORRECT, rows=rows).consume()

    return work


def _keep(store: Store, findings: Iterable[Finding], file: Path) -> None:
    """Add the broken claims to a file, before they go."""
    broken = [finding.claim for finding in findings if finding.fault is Fault.BROKEN]
    if not broken:
        return
    try:
        private_folder(file.parent)
        with open(file, "a", encoding="utf-8", opener=owner_only) as kept:
            for row in store.cypher(_KEPT, ids=broken):
                kept.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    except OSError as error:
        raise RapportError(
            f"Broken claims are kept in {file} before they are taken out, and it cannot be written "
            f"({error.strerror or error}): make room, or let RAPPORT_HOME name another folder."
        ) from None


def _one_of_twins(label: str, identifier: str) -> Callable[[ManagedTransaction], None]:
    """Makes one of the nodes that share an id."""

    def work(transaction: ManagedTransaction) -> None:
        twins = _TWINS.format(label=label)
        for edge in TWIN_EDGES[label]:
            transaction.run(twins + _HAND_OVER.format(edge=edge), id=identifier).consume()
        transaction.run(f"{twins} DETACH DELETE other", id=identifier).consume()

    return work
