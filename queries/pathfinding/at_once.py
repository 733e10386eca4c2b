"""One shortest path in one statement: found by Neo4j's own search, and told with its relations and claims at once.

Every further statement costs a round trip, which takes longer than the search itself. What is told is what
``queries.pathfinding.hops.tell`` tells of the same route; it holds where no view asks the claims and days are free.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from graph.vocabulary import vocabulary
from queries.pathfinding.hops import Path
from queries.pathfinding.legs import along
from queries.pathfinding.walk import Rank

if TYPE_CHECKING:
    from graph.store import Store
    from queries.pathfinding.walk import Walk
    from queries.view import View

# Days come as text, for of each day the driver makes two objects, in more time than the model takes to read it.
_HOP = {
    "start": "s.id",
    "start_name": "coalesce(s.name, s.id)",
    "goal": "g.id",
    "goal_name": "coalesce(g.name, g.id)",
    "type": "type(r)",
    "relation": "r.id",
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
    "outlet": "head([(p)-[:PUBLISHED_BY]->(outlet) | outlet.name])",
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
WITH nodes(p) AS stops
UNWIND range(0, size(stops) - 2) AS place
WITH place, stops[place] AS s, stops[place + 1] AS g
MATCH (s)-[r:{types}]-{arrow}(g) WHERE r.id IS NOT NULL AND {seen}
WITH place, s, g, collect(r) AS between
WITH place, s, g, {strongest} AS r, size(between) AS relations
OPTIONAL MATCH (c:Claim {{identity: r.identity}})-[:MADE_IN]->(p:Report) WHERE c.asserts AND r.id IN c.relation
WITH place, s, g, r, relations, c, p
ORDER BY coalesce(c.confidence, 1.0) DESC, COUNT {{ (c)-[:ATTRIBUTED_TO]->() }} DESC, c.id DESC
WITH place, s, g, r, relations, head(collect([c, p])) AS surest
WITH place, s, g, r, relations, surest[0] AS c, surest[1] AS p
RETURN collect([place, startNode(r) = s, [{hop}], [(c)-[t:ATTRIBUTED_TO]->(who:Actor) | [t.position, {link}]]]) AS hops
"""

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
    hops = _hops(store, start, goal, view, along(view, walk), walk)
    if [start, *(hop["goal"] for hop in hops)] != [*(hop["start"] for hop in hops), goal]:
        # No path, or one of which a hop is missing: what another program drew there is no relation of ours.
        hops = _hops(store, start, goal, view, f"{along(view, walk)} AND {_OURS}", walk)
    return Path.model_validate({"hops": hops}) if hops else None


def _hops(store: Store, start: str, goal: str, view: View, along_it: str, walk: Walk) -> list[dict[str, Any]]:
    conditions = view.conditions
    values = {"start": start, "goal": goal, "avoid": list(walk.avoid), **(view.parameters if conditions else {})}
    statement = _statement(view.types, int(walk.most_hops), walk.directed, along_it, conditions)
    (answer,) = store.cypher(statement, values)  # one row, for each takes the driver longer than its values do
    return [_hop(*told) for told in sorted(answer["hops"], key=_PLACE)]


@lru_cache(maxsize=64)
def _statement(types: tuple[str, ...], hops: int, directed: bool, along_it: str, seen: str) -> str:
    arrow = ">" if directed else ""
    return _PATH.format(
        types="|".join(types),
        hops=hops,
        arrow=arrow,
        along=along_it,
        seen=seen or "true",
        strongest=_STRONGEST,
        hop=", ".join(_HOP.values()),
        link=", ".join(_LINK.values()),
    )


_PLACE = itemgetter(0)


def _hop(_: int, forward: bool, cells: list[Any], chain: list[list[Any]]) -> dict[str, Any]:
    """The fields of a hop; the model checks all of them at once, which takes a third of the time of one by one."""
    told = dict(zip(_HOP, cells, strict=True))
    kind = vocabulary()[told["type"]]
    told["phrase"] = kind.active if forward else kind.passive
    told["lasts"] = kind.lasts
    ends = told["start"], told["goal"]
    told["subject"], told["object"] = ends if forward else reversed(ends)
    told["attribution"] = [dict(zip(_LINK, link[1:], strict=True)) for link in sorted(chain, key=_PLACE)]
    return told
