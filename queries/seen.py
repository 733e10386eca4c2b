"""The relations that are seen in a view, each with the claims that it rests on.

Where a view asks the claims (what had been reported by a day; without a source; actors that stand for others),
relations are projected afresh from the claims that count, by the rule by which they were written
(``graph.projection``).
So counts, intervals and disputes are those that the graph would have, had it never heard of the rest.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.relations import Relation
from graph.rows import when_of
from queries.reprojection import Seen, projected
from queries.standing import in_store
from queries.view import View

if TYPE_CHECKING:
    from graph.store import Store

Pair = tuple[str, str]

_EVERYWHERE = "MATCH (s:Actor)-[r:{types}]->(o:Actor)"
_AROUND = """
UNWIND $around AS id MATCH (:Actor {{id: id}})-[r:{types}]-(:Actor)
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
"""
_BETWEEN = """
UNWIND $pairs AS pair MATCH (:Actor {{id: pair[0]}})-[r:{types}]-(:Actor {{id: pair[1]}})
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
"""
_NAMED = "MATCH (s:Actor)-[r:{types}]->(o:Actor) WHERE r.id IN $ids WITH r, s, o"
_RELATIONS = """
WHERE r.id IS NOT NULL{seen}
RETURN r.id AS id, r.identity AS identity, type(r) AS type, s.id AS subject, o.id AS object, r.on AS on,
       r.until AS until, r.precision AS precision, r.mode AS mode, r.valence AS valence, r.claims AS claims,
       r.reports AS reports, r.origins AS origins, r.first_reported AS first_reported, r.last_reported AS last_reported,
       coalesce(r.disputed, false) AS disputed
"""
_CLAIMS = """
UNWIND $relations AS relation
MATCH (c:Claim {identity: relation.identity}) WHERE (c.asserts OR c.disputes) AND relation.id IN c.relation
RETURN relation.id AS relation, c.id AS claim
"""
_NAMES = "UNWIND $ids AS id MATCH (a:Actor {id: id}) RETURN a.id AS id, a.name AS name, a.kind AS kind"


def see(
    store: Store,
    view: View,
    *,
    around: Sequence[str] | None = None,
    pairs: Collection[Pair] | None = None,
    relations: Sequence[str] | None = None,
) -> Seen:
    """The relations that are seen: all, or some.

    Args:
        store: what is read.
        view: which relations count.
        around: only those of these actors.
        pairs: only those between the two actors of each pair, either way.
        relations: only those with these ids in the store.
    """
    rows = _rows(store, view, around, pairs, relations)
    asked = [row for row in rows if _asks_claims(view, row)]
    found = projected(store, view, sorted({row["identity"] for row in asked if row["identity"]}), relations)
    told = {row["identity"] for row in asked}
    plain = [row for row in rows if row["identity"] not in told]
    direct = {relation.id: (relation, row) for row in plain if view.admits(relation := _relation(row))}
    wanted = _wanted(around, pairs)
    kept = [relation for relation in found.relations if wanted(relation)]
    every = {relation.id: relation for relation in (*(one for one, _ in direct.values()), *kept)}
    return Seen(
        tuple(every[key] for key in sorted(every)),
        {**{key: row["id"] for key, (_, row) in direct.items()}, **found.ids},
        {**{key: (row["identity"] or "",) for key, (_, row) in direct.items()}, **found.identities},
        found.claims,
    )


def claims_behind(store: Store, seen: Seen, relations: Iterable[Relation]) -> dict[str, tuple[str, ...]]:
    """For each of some seen relations, the ids of the claims that assert or dispute it.

    Args:
        store: what is read.
        seen: what they were seen in.
        relations: some of it.
    """
    found = {relation.id: seen.claims[relation.id] for relation in relations if relation.id in seen.claims}
    missing = [
        {"id": seen.ids[relation.id], "identity": identity}
        for relation in relations
        if relation.id not in found
        for identity in seen.identities[relation.id]
    ]
    listed: dict[str, list[str]] = {}
    for row in store.cypher(_CLAIMS, relations=missing) if missing else ():
        listed.setdefault(row["relation"], []).append(row["claim"])
    for relation in relations:
        found.setdefault(relation.id, tuple(listed.get(seen.ids[relation.id], ())))
    return found


def names_of(store: Store, actors: Iterable[str]) -> dict[str, str]:
    """The names of some actors; an actor that nobody names goes by its id."""
    from graph import gazetteer

    wanted = sorted(set(actors))
    found = {row["id"]: row["name"] or row["id"] for row in store.cypher(_NAMES, ids=wanted)}
    entries = gazetteer.load().entries
    return {actor: found.get(actor) or (entries[actor].name if actor in entries else actor) for actor in wanted}


def _rows(
    store: Store,
    view: View,
    around: Sequence[str] | None,
    pairs: Collection[Pair] | None,
    relations: Sequence[str] | None,
) -> list[dict[str, Any]]:
    values: dict[str, Any] = {}
    if relations is not None:
        scope, values["ids"] = _NAMED, list(relations)
    elif pairs is not None:
        scope, values["pairs"] = _BETWEEN, [list(pair) for pair in sorted(_in_store(view, pairs))]
    elif around is not None:
        scope, values["around"] = _AROUND, in_store(view.standing, around)
    else:
        scope = _EVERYWHERE
    seen = view.conditions
    statement = (scope + _RELATIONS).format(types=view.pattern, seen=f" AND {seen}" if seen else "")
    return store.cypher(statement, {**view.parameters, **values})


def _in_store(view: View, pairs: Collection[Pair]) -> set[Pair]:
    """The pairs of ids in the store that may stand for some pairs, each once."""
    members = view.standing.members
    return {
        (min(one, other), max(one, other))
        for start, goal in pairs
        for one, other in itertools.product(members(start), members(goal))
        if one != other
    }


def _asks_claims(view: View, row: Mapping[str, Any]) -> bool:
    """Whether a relation must be projected afresh.

    Where sources were merged, that is so for whatever rests on several: two of them may be one.
    """
    if view.known_at is not None or view.without:
        return True
    standing = view.standing
    ends = row["subject"] in standing.moved or row["object"] in standing.moved
    return ends or (standing.merges and row["origins"] > 1)


def _wanted(around: Sequence[str] | None, pairs: Collection[Pair] | None) -> Callable[[Relation], bool]:
    """Tells whether a relation is one of those asked for, once its ends stand for whom they stand."""
    if pairs is not None:
        both = {frozenset(pair) for pair in pairs}
        return lambda relation: frozenset((relation.subject, relation.object)) in both
    if around is not None:
        some = frozenset(around)
        return lambda relation: relation.subject in some or relation.object in some
    return lambda _: True


def _relation(row: Mapping[str, Any]) -> Relation:
    """A relation of the store as it stands, whatever its actors' ids look like."""
    relation = Relation.model_construct(
        type=row["type"],
        subject=row["subject"],
        object=row["object"],
        when=when_of(row),
        mode=row["mode"],
        valence=row["valence"],
        claims=row["claims"],
        reports=row["reports"],
        origins=row["origins"],
        first_reported=row["first_reported"],
        last_reported=row["last_reported"],
        disputed=row["disputed"],
    )
    relation.__dict__["id"] = row["id"]  # the cached property: as the store has it
    return relation
