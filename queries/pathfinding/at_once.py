"""One shortest path in one statement: found by Neo4j's own search, and told with its relations and claims at once.

Every further statement costs a round trip, which takes longer than the search itself. What is told is what
``queries.pathfinding.hops.tell`` tells of the same route; it holds where no view asks the claims and days are free.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.vocabulary import vocabulary
from queries.pathfinding.hops import Path
from queries.pathfinding.legs import along
from queries.pathfinding.walk import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store
    from queries.pathfinding.walk import Walk
    from queries.view import View

# Days come as text, for of each day the driver makes two objects, in more time than the model takes to read it.
_HOP = {
    "relation": "r.id",
    "subject": "startNode(r).id",
    "subject_name": "coalesce(startNode(r).name, startNode(r).id)",
    "object": "endNode(r).id",
    "object_name": "coalesce(endNode(r).name, endNode(r).id)",
    "type": "type(r)",
    "on": "toString(r.on)",
    "until": "toString(r.until)",
    "precision": "coalesce(r.precision, 'day')",
    "valence": "r.valence",
    "claims": "r.claims",
    "reports": "r.reports",
    "origins": "r.origins",
    "disputed": "coalesce(r.disputed, false)",
    "relations": "relations",
    "claim": "c.id",
    "quote": "c.quote",
    "title": "p.title",
    "url": "p.url",
    "published": "toString(p.published)",
    "outlet": "outlet.name",
}
_LINK = {
    "actor": "who.id",
    "name": "who.name",
    "kind": "who.kind",
    "verb": "t.verb",
    "anonymous": "coalesce(t.anonymous, false)",
    "count": "t.count",
}
"""What is told of a hop and of a link of its attribution, by name. It comes as lists: maps take the server longer."""

_PATH = """
MATCH (a:Actor {{id: $start}}), (b:Actor {{id: $goal}})
MATCH p = shortestPath((a)-[:{types}*..{hops}]-{arrow}(b)) WHERE {along}
UNWIND relationships(p) AS found
WITH found, startNode(found) AS one, endNode(found) AS other
WITH found, one, other, {one_told} <= {other_told} AS fewer
WITH found, CASE WHEN fewer THEN one ELSE other END AS near, CASE WHEN fewer THEN other ELSE one END AS far
MATCH (near)-[r:{types}]-(end) WHERE end = far AND r.id IS NOT NULL AND {forward} AND {seen}
WITH found, collect(r) AS between
WITH {strongest} AS r, size(between) AS relations
OPTIONAL MATCH (c:Claim {{identity: r.identity}})-[:MADE_IN]->(p:Report) WHERE c.asserts AND r.id IN c.relation
WITH r, relations, c, p
ORDER BY coalesce(c.confidence, 1.0) DESC, COUNT {{ (c)-[:ATTRIBUTED_TO]->() }} DESC, c.id DESC
WITH r, relations, head(collect([c, p])) AS surest
WITH r, relations, surest[0] AS c, surest[1] AS p
OPTIONAL MATCH (p)-[:PUBLISHED_BY]->(outlet)
OPTIONAL MATCH (c)-[t:ATTRIBUTED_TO]->(who:Actor)
RETURN collect([[{hop}], [t.position, {link}]]) AS hops
"""

_TOLD_OF = "COUNT {{ ({0})<-[:SUBJECT]-() }} + COUNT {{ ({0})<-[:OBJECT]-() }}"
"""Of the two actors of a hop, that of whom fewer claims tell has fewer relations to look through, nearly always. Neo4j
would count the relations of both, of each of the many types, which takes longer than to look through them."""

_LAST = "coalesce({0}.until, {0}.on, date('0001-01-01'))"
_THIS, _BEST = _LAST.format("other"), _LAST.format("best")
_STRONGEST = f"""reduce(best = head(between), other IN tail(between) | CASE WHEN other.origins > best.origins
  OR other.origins = best.origins AND (other.claims > best.claims OR other.claims = best.claims
  AND ({_THIS} > {_BEST} OR {_THIS} = {_BEST} AND other.id > best.id)) THEN other ELSE best END)"""
"""See ``queries.pathfinding.ranks.strongest``. To sort the few relations between two actors takes the server longer."""


def fits(view: View, walk: Walk) -> bool:
    """Whether what is asked can be told at once.

    Args:
        view: which relations count.
        walk: how the path may run.
    """
    return walk.paths == 1 and walk.rank is Rank.HOPS and not walk.via and not walk.in_time and not view.asks_claims


_OURS = "all(r IN relationships(p) WHERE r.id IS NOT NULL)"


def path_at_once(store: Store, start: str, goal: str, view: View, walk: Walk) -> Path | None:
    """A path with as few hops as any; None where there is none.

    Args:
        store: what is asked.
        start: id of the actor where it begins.
        goal: id of the actor where it ends.
        view: which relations it runs over.
        walk: how it may run; see ``fits``.
    """
    along_it = along(view, walk)
    hops = _hops(store, start, goal, view, along_it, walk)
    if not hops or hops[-1]["goal"] != goal:
        # No path, or one of which a hop is missing: what another program drew there is no relation of ours.
        hops = _hops(store, start, goal, view, f"{along_it} AND {_OURS}", walk)
    return Path.model_validate({"hops": hops}) if hops else None


def _hops(store: Store, start: str, goal: str, view: View, along_it: str, walk: Walk) -> list[dict[str, Any]]:
    conditions = view.conditions
    values = {"start": start, "goal": goal, "avoid": list(walk.avoid), **(view.parameters if conditions else {})}
    statement = _statement(view.types, int(walk.most_hops), walk.directed, along_it, conditions)
    (answer,) = store.cypher(statement, values)  # one row, for each takes the driver longer than its values do
    return list(_walked(start, _told(answer["hops"])))


@lru_cache(maxsize=64)
def _statement(types: tuple[str, ...], hops: int, directed: bool, along_it: str, seen: str) -> str:
    return _PATH.format(
        types="|".join(types),
        hops=hops,
        arrow=">" if directed else "",
        along=along_it,
        one_told=_TOLD_OF.format("one"),
        other_told=_TOLD_OF.format("other"),
        forward="startNode(r) = startNode(found)" if directed else "true",
        seen=seen or "true",
        strongest=_STRONGEST,
        hop=", ".join(_HOP.values()),
        link=", ".join(_LINK.values()),
    )


def _told(cells: list[list[list[Any]]]) -> list[dict[str, Any]]:
    """The hops of an answer in no order; it tells each once for every link of its attribution.

    They are checked as one path and not one by one, which takes a third of the time.
    """
    told: dict[str, dict[str, Any]] = {}
    chains: dict[str, dict[int, list[Any]]] = {}
    for of_hop, (position, *link) in cells:
        relation = of_hop[0]
        if relation not in told:
            told[relation] = dict(zip(_HOP, of_hop, strict=True))
            chains[relation] = {}
        if position is not None:
            chains[relation][position] = link
    for relation, chain in chains.items():
        links = (chain[position] for position in sorted(chain))
        told[relation]["attribution"] = [dict(zip(_LINK, link, strict=True)) for link in links]
    return list(told.values())


def _walked(start: str, hops: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Hops in the order in which they are walked from an actor, as far as they join; each told in that direction."""
    while hops:
        for hop in hops:
            forward = hop["subject"] == start
            if forward or hop["object"] == start:
                break
        else:
            return
        hops.remove(hop)
        ends = (hop["subject"], hop.pop("subject_name")), (hop["object"], hop.pop("object_name"))
        (hop["start"], hop["start_name"]), (hop["goal"], hop["goal_name"]) = ends if forward else reversed(ends)
        kind = vocabulary()[hop["type"]]
        hop["phrase"] = kind.active if forward else kind.passive
        hop["lasts"] = kind.lasts
        start = hop["goal"]
        yield hop
