"""The write statements, made from the vocabulary, and the rows that go into them.

Relation types and kinds of actor are the only words that are set into a statement, and both come from Rapport's own
files. All else is a parameter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.actors import Actor, ActorKind
from graph.claims import Claim
from graph.days import Precision, When
from graph.projection import Evidence
from graph.relations import Relation
from graph.reports import Report

Row = dict[str, Any]

KIND_LABELS = ":".join(kind.label for kind in ActorKind)

# Every actor of a batch is set, the known ones too: that locks them in the order of their ids, so that two writers who
# name the same actors project one after the other.
UNKNOWN_ACTORS = """
UNWIND $rows AS row MERGE (a:Actor {id: row.id})
ON CREATE SET a:Unknown, a += row.properties
ON MATCH SET a.id = row.id
"""

REPORTS = """
UNWIND $rows AS row MERGE (r:Report {id: row.id}) ON CREATE SET r += row.properties
WITH r, row WHERE row.outlet IS NOT NULL
MATCH (o:Actor {id: row.outlet}) MERGE (r)-[:PUBLISHED_BY]->(o)
"""

CLAIMS = """
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
MATCH (subject:Actor {id: row.subject.actor})
MERGE (c:Claim {id: row.id}) ON CREATE SET c += row.properties
MERGE (c)-[:MADE_IN]->(report)
MERGE (c)-[s:SUBJECT]->(subject) ON CREATE SET s.start = row.subject.start, s.end = row.subject.end
WITH c, row WHERE row.object IS NOT NULL
MATCH (object:Actor {id: row.object.actor})
MERGE (c)-[o:OBJECT]->(object) ON CREATE SET o.start = row.object.start, o.end = row.object.end
"""

ATTRIBUTIONS = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (a:Actor {id: row.actor})
MERGE (c)-[t:ATTRIBUTED_TO {position: row.position}]->(a) ON CREATE SET t += row.properties
"""

EVIDENCE = """
UNWIND $identities AS identity
MATCH (c:Claim {identity: identity})-[:MADE_IN]->(r:Report)
RETURN c.id AS claim, c.identity AS identity, c.on AS on, c.until AS until, c.precision AS precision,
       c.asserts AS asserts, c.disputes AS disputes, c.origin AS origin, c.mode AS mode, r.id AS report,
       r.published AS published
"""

BEARING = "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) SET c.relation = row.relations"


def known_actors(kind: ActorKind) -> str:
    """Writes actors of one kind; what was unknown before becomes known."""
    return (
        "UNWIND $rows AS row MERGE (a:Actor {id: row.id}) "
        f"REMOVE a:{KIND_LABELS} SET a:{kind.label}, a += row.properties"
    )


def stale(type_name: str) -> str:
    """Removes the edges of a group that no claim supports any more."""
    return (
        f"UNWIND $rows AS row MATCH (s:Actor {{id: row.subject}})-[r:{type_name}]->(o:Actor {{id: row.object}}) "
        "WHERE NOT r.id IN row.keep DELETE r"
    )


def edges(type_name: str) -> str:
    """Writes the edges of one relation type."""
    return (
        "UNWIND $rows AS row MATCH (s:Actor {id: row.subject}) MATCH (o:Actor {id: row.object}) "
        f"MERGE (s)-[r:{type_name} {{id: row.id}}]->(o) SET r = row.properties"
    )


def identity_of(group: tuple[str, str, str]) -> str:
    """How a group is written on its claims and edges: ``"ISR STRIKES hezbollah"``."""
    return " ".join(group)


def actor_row(actor: Actor) -> Row:
    """An actor as a row; roles stay in the gazetteer, for nobody reported them."""
    return {
        "id": actor.id,
        "properties": {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "country": actor.country,
            "wikidata": actor.wikidata,
            "aliases": list(actor.aliases),
        },
    }


def report_row(report: Report) -> Row:
    """A report as a row."""
    return {"id": report.id, "outlet": report.outlet, "properties": report.model_dump(exclude={"outlet"})}


def claim_row(claim: Claim, piece: Evidence | None) -> Row:
    """A claim as a row."""
    return {
        "id": claim.id,
        "report": claim.report,
        "subject": claim.subject.model_dump(),
        "object": claim.object.model_dump() if claim.object else None,
        "properties": {
            "type": claim.type,
            "identity": identity_of(piece.group) if piece else None,
            "on": claim.when.on,
            "until": claim.when.until,
            "precision": claim.when.precision.value if claim.when.known else None,
            "modality": claim.modality.value,
            "negated": claim.negated,
            "asserts": claim.asserts,
            "disputes": claim.disputes,
            "mode": claim.mode,
            "origin": claim.origin,
            "quote": claim.quote,
            "start": claim.start,
            "end": claim.end,
            "confidence": claim.confidence,
            "extractor": claim.extractor,
            "relation": [],
        },
    }


def attribution_rows(claim: Claim) -> list[Row]:
    """The links of a claim's attribution chain as rows, outermost at position 0."""
    return [
        {
            "claim": claim.id,
            "actor": link.actor,
            "position": position,
            "properties": {"verb": link.verb, "anonymous": link.anonymous, "count": link.count},
        }
        for position, link in enumerate(claim.attribution)
    ]


def relation_row(relation: Relation) -> Row:
    """A relation as a row."""
    group = (relation.subject, relation.type, relation.object)
    return {
        "id": relation.id,
        "subject": relation.subject,
        "object": relation.object,
        "properties": {
            "id": relation.id,
            "identity": identity_of(group),
            "on": relation.when.on,
            "until": relation.when.until,
            "precision": relation.when.precision.value if relation.when.known else None,
            **relation.model_dump(exclude={"type", "subject", "object", "when"}),
        },
    }


def evidence_of(row: Mapping[str, Any]) -> Evidence:
    """The evidence that a row of ``EVIDENCE`` holds; days are ``datetime.date``."""
    subject, type_name, target = row["identity"].split(" ")
    return Evidence(
        claim=row["claim"],
        group=(subject, type_name, target),
        when=When(on=row["on"], until=row["until"], precision=Precision(row["precision"] or Precision.DAY)),
        asserts=row["asserts"],
        disputes=row["disputes"],
        report=row["report"],
        published=row["published"],
        origin=row["origin"],
        mode=row["mode"],
    )
