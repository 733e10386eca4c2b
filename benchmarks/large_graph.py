"""A large graph to measure on: 50,000 actors and a million relations by default, each with its claims, always the same.

A few actors are in many relations and most in few, as in real events. Relations bear days of two years, rest on one to
three origins, and have one claim for each.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from graph.store import Store

ACTORS, RELATIONS, OUTLETS, DAYS = 50_000, 1_000_000, 50, 730
FIRST_DAY = datetime.date(2023, 1, 1)
AT_ONCE = 20_000
SEED = 7

_ACTORS = "UNWIND $rows AS id CREATE (:Actor:Unknown {id: id, name: id, kind: 'unknown'})"
_REPORTS = """
UNWIND $rows AS row MATCH (o:Actor {id: row.outlet})
CREATE (:Report {id: row.id, title: row.id, published: row.published})-[:PUBLISHED_BY]->(o)
"""
_RELATIONS = """
UNWIND $rows AS row MATCH (s:Actor {{id: row.subject}}) MATCH (o:Actor {{id: row.object}})
CREATE (s)-[r:{type}]->(o) SET r = row.properties
"""
_CLAIMS = """
UNWIND $rows AS row
MATCH (p:Report {id: row.report}) MATCH (s:Actor {id: row.subject}) MATCH (o:Actor {id: row.object})
MATCH (a:Actor {id: row.properties.origin})
CREATE (c:Claim) SET c = row.properties
CREATE (c)-[:MADE_IN]->(p) CREATE (c)-[:SUBJECT]->(s) CREATE (c)-[:OBJECT]->(o)
CREATE (c)-[:ATTRIBUTED_TO {position: 0, anonymous: false}]->(a)
"""


def actor(number: int) -> str:
    """The id of an actor by its number."""
    return f"actor-{number:05d}"


def load(store: Store, relations: int = RELATIONS, actors: int = ACTORS) -> None:
    """Write the graph to an empty store.

    Args:
        store: where to.
        relations: how many relations.
        actors: how many actors; the first ``OUTLETS`` are the outlets too.
    """
    store.prepare()
    _write(store, _ACTORS, (actor(number) for number in range(actors)))
    days = [FIRST_DAY + datetime.timedelta(days=number) for number in range(DAYS + 3)]
    _write(
        store,
        _REPORTS,
        (
            {"id": f"report-{number}-{outlet}", "outlet": actor(outlet), "published": published}
            for number, published in enumerate(days)
            for outlet in range(OUTLETS)
        ),
    )
    by_type: dict[str, list[dict[str, Any]]] = {}
    claims: list[dict[str, Any]] = []
    for row, behind in _rows(relations, actors):
        waiting = by_type.setdefault(row["type"], [])
        waiting.append(row)
        claims += behind
        if len(waiting) >= AT_ONCE // 4:
            _write(store, _RELATIONS.format(type=row["type"]), by_type.pop(row["type"]))
        if len(claims) >= AT_ONCE:
            _write(store, _CLAIMS, claims)
            claims = []
    for name, waiting in by_type.items():
        _write(store, _RELATIONS.format(type=name), waiting)
    _write(store, _CLAIMS, claims)


def _rows(relations: int, actors: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    chance = np.random.default_rng(SEED)
    types = [kind for kind in vocabulary().types.values() if kind.traversable and not kind.symmetric and not kind.lasts]
    weights = 1 / np.sqrt(np.arange(1, actors + 1))
    ends = chance.choice(actors, size=(relations, 2), p=weights / weights.sum())
    kinds = chance.integers(len(types), size=relations)
    days = chance.integers(DAYS, size=relations)
    origins = chance.choice([1, 2, 3], p=[0.7, 0.2, 0.1], size=relations)
    for number in range(relations):
        subject, target = (int(end) for end in ends[number])
        if subject == target:
            continue
        kind, day, many = types[kinds[number]], int(days[number]), int(origins[number])
        on = FIRST_DAY + datetime.timedelta(days=day)
        told = {"subject": actor(subject), "object": actor(target)}
        identity = f"{told['subject']} {kind.name} {told['object']}"
        relation = f"relation-{number:024x}"
        properties = {
            "id": relation,
            "identity": identity,
            "on": on,
            "precision": "day",
            "valence": kind.valence,
            "claims": many,
            "reports": many,
            "origins": many,
            "first_reported": on,
            "last_reported": on + datetime.timedelta(days=many - 1),
            "disputed": False,
        }
        behind = [
            {
                **told,
                "report": f"report-{day + late}-{(number + late) % OUTLETS}",
                "properties": {
                    "id": f"claim-{number:020x}{late:04x}",
                    "type": kind.name,
                    "identity": identity,
                    "on": on,
                    "precision": "day",
                    "modality": "asserted",
                    "negated": False,
                    "asserts": True,
                    "disputes": False,
                    "origin": actor((number + late) % OUTLETS),
                    "quote": "it happened",
                    "confidence": 0.9,
                    "extractor": "made up",
                    "relation": [relation],
                },
            }
            for late in range(many)
        ]
        yield {"type": kind.name, "properties": properties, **told}, behind


def _write(store: Store, statement: str, rows: Any) -> None:  # noqa: ANN401
    listed = list(rows)
    for start in range(0, len(listed), AT_ONCE):
        store.cypher(statement, rows=listed[start : start + AT_ONCE], write=True)
