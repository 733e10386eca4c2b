"""Where the relations of some groups differ from what their claims project to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from graph import statements
from graph.findings import Fault, Finding
from graph.projection import Evidence, project
from graph.rows import Row, edge_properties, evidence_of, group_of, identity_of
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from graph.store import Store

LONELY = """
MATCH (s:Actor)-[r]->(o:Actor)
WITH r, s.id + ' ' + type(r) + ' ' + o.id AS identity
WHERE identity IS NULL OR NOT EXISTS { MATCH (c:Claim {identity: identity}) }
RETURN r.id AS relation, coalesce(identity, type(r) + ' at an actor without an id') AS identity
"""
"""Relations of groups of which no claim speaks."""


def edges(type_name: str) -> str:
    """Reads the edges of one relation type that some subjects have.

    To look for the edges of each group between its two actors would take longer the more others each of them has.
    """
    return (
        f"UNWIND $subjects AS subject MATCH (:Actor {{id: subject}})-[r:{type_name}]->(o:Actor) "
        "RETURN subject, o.id AS object, properties(r) AS properties"
    )


def readable(identity: str) -> bool:
    """Whether a group is one that this Rapport can project."""
    parts = identity.split(" ")
    return len(parts) == 3 and parts[1] in vocabulary().types


def _drawn(store: Store, groups: Sequence[str]) -> dict[tuple[str, str], list[Mapping[str, Any]]]:
    """The properties of the edges that some groups have, by group and id."""
    subjects: defaultdict[str, set[str]] = defaultdict(set)
    for subject, type_name, _ in map(group_of, groups):
        subjects[type_name].add(subject)
    asked = frozenset(groups)
    found: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for type_name, those in sorted(subjects.items()):
        for row in store.stream(edges(type_name), {"subjects": sorted(those)}):
            identity = identity_of((row["subject"], type_name, str(row["object"])))
            if identity in asked:
                found[identity, str(row["properties"].get("id"))].append(row["properties"])
    return found


def compared(store: Store, groups: Sequence[str]) -> Iterator[Finding]:
    """What is off with the relations of some groups, and with what their claims say that they bear on.

    Args:
        store: which is read only.
        groups: readable ones.
    """
    claims = {row["claim"]: row for row in store.cypher(statements.EVIDENCE, identities=list(groups))}
    projection = project(_sound(claims.values()))
    wanted = {relation.id: edge_properties(relation) for relation in projection.relations}
    drawn = _drawn(store, groups)
    for relation in projection.relations:
        identity = identity_of((relation.subject, relation.type, relation.object))
        found = drawn.pop((identity, relation.id), [])
        yield from _of_relation(relation.id, identity, wanted[relation.id], found)
    for identity, left in sorted(drawn):
        yield Finding(Fault.NO_CLAIM, left, f"No claim asserts this {identity}.", groups=(identity,))
    for claim, row in claims.items():
        bears = set(projection.bearing.get(claim, ()))
        if bears != set(row["relation"]):
            detail = f"It says that it bears on {_listed(row['relation'])}, and bears on {_listed(bears)}."
            yield Finding(Fault.BEARING, claim, detail, groups=(row["identity"],))


def _sound(rows: Iterable[Row]) -> Iterator[Evidence]:
    """The evidence of claims; what cannot be read was found where claims are looked at by themselves."""
    for row in rows:
        with suppress(ValueError):
            yield evidence_of(row)


def _of_relation(
    relation: str, identity: str, wanted: Mapping[str, Any], found: Sequence[Mapping[str, Any]]
) -> Iterator[Finding]:
    if not found:
        yield Finding(
            Fault.NO_RELATION, relation, f"Claims assert {identity}, and no edge shows it.", groups=(identity,)
        )
    if len(found) > 1:
        yield Finding(Fault.TWICE, relation, f"{len(found)} edges show one {identity}.", groups=(identity,))
    told = {name: value for name, value in wanted.items() if value is not None}
    for edge in found[:1]:
        wrong = sorted(name for name in {*told, *edge} if told.get(name) != edge.get(name))
        if wrong:
            said = "; ".join(
                f"{name} is {_said(edge.get(name))} and should be {_said(told.get(name))}" for name in wrong
            )
            yield Finding(Fault.OFF, relation, f"{identity}: {said}.", groups=(identity,))


def _said(value: object) -> str:
    return "missing" if value is None else str(value)


def _listed(relations: Iterable[str]) -> str:
    return ", ".join(sorted(relations)) or "nothing"
