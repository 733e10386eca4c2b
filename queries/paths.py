"""Paths: how two actors are joined by relations, with what is said at each hop.

A path is a row of actors, no actor twice. That two actors are joined by twenty strikes makes one path, not twenty: each
hop shows its strongest relation, and counts the others. Fewest hops come first, then the strongest relations.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import Field

from graph.days import Precision
from graph.errors import Misuse, NoPath
from graph.model import Model
from queries.neighbourhood import CHOSEN, Filter, Neighbourhood, fewest_hops
from queries.subgraph import ShownAttribution

if TYPE_CHECKING:
    from graph.store import Store

HOPS_AT_MOST = 15
PATHS_AT_MOST = 100
DETOUR = 2
"""Where there are fewer shortest paths than asked for, longer ones follow, but none more than this many hops longer:
nearly everybody is joined to everybody in a few more hops, which says nothing and reads half the graph."""

Route = tuple[str, ...]

_HOPS = f"""
UNWIND $hops AS hop
MATCH (a:Actor {{id: hop[0]}}) MATCH (b:Actor {{id: hop[1]}})
MATCH (a)-[r]-(b) WHERE ($directed = false OR startNode(r) = a) AND {CHOSEN}
WITH a, b, r ORDER BY r.origins DESC, r.claims DESC, coalesce(r.on, date('0001-01-01')) DESC, r.id
WITH a, b, collect(r) AS relations
WITH a, b, relations[0] AS r, size(relations) AS relations
OPTIONAL CALL (r) {{
  MATCH (c:Claim {{identity: r.identity}})-[:MADE_IN]->(report:Report) WHERE c.asserts AND r.id IN c.relation
  WITH c, report ORDER BY c.confidence DESC, COUNT {{ (c)-[:ATTRIBUTED_TO]->() }} DESC, c.id LIMIT 1
  RETURN c.id AS claim, c.quote AS quote, report.title AS title, report.url AS url, report.published AS published,
         head([(report)-[:PUBLISHED_BY]->(o:Actor) | o.name]) AS outlet,
         COLLECT {{
           MATCH (c)-[t:ATTRIBUTED_TO]->(s:Actor)
           RETURN {{actor: s.id, name: s.name, kind: s.kind, verb: t.verb, anonymous: coalesce(t.anonymous, false),
                   count: t.count}} AS source
           ORDER BY t.position
         }} AS attribution
}}
RETURN a.id AS start, a.name AS start_name, b.id AS goal, b.name AS goal_name,
       type(r) AS type, startNode(r).id AS subject, endNode(r).id AS object, r.id AS relation,
       r.on AS on, r.until AS until, coalesce(r.precision, 'day') AS precision,
       r.claims AS claims, r.reports AS reports, r.origins AS origins, r.disputed AS disputed, relations,
       claim, quote, coalesce(attribution, []) AS attribution, outlet, title, url, published
"""


class Hop(Model):
    """One step of a path, with its strongest relation and that relation's best quote.

    Args:
        start, goal: ids of the actors that are walked from and to.
        start_name, goal_name: their names.
        type: relation type.
        phrase: how it reads in the direction walked: "strikes", or "is struck by".
        lasts: whether it is a state and not an event.
        subject, object: the relation's ends, as it stands.
        relation: its id.
        on, until, precision: its day or interval.
        claims, reports, origins, disputed: as in ``graph.relations.Relation``.
        relations: how many relations join the two actors.
        claim: id of the asserting claim with the highest confidence, then the longest chain; None where none is kept.
        quote: its words.
        attribution: who says so, outermost first.
        outlet, title, url, published: its report's.
    """

    start: str
    start_name: str
    goal: str
    goal_name: str
    type: str
    phrase: str
    lasts: bool = False
    subject: str
    object: str
    relation: str
    on: datetime.date | None = None
    until: datetime.date | None = None
    precision: Precision = Precision.DAY
    claims: int = 1
    reports: int = 1
    origins: int = 1
    disputed: bool = False
    relations: int = Field(default=1, ge=1)
    claim: str | None = None
    quote: str | None = None
    attribution: tuple[ShownAttribution, ...] = ()
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: datetime.date | None = None


class Path(Model):
    """A path: its hops in order."""

    hops: tuple[Hop, ...] = Field(min_length=1)


def traversable(only: Sequence[str] = (), never: Sequence[str] = ()) -> Filter:
    """The relations that paths may run over: those of the vocabulary's traversable types.

    Args:
        only: names of types, of which one must be it; none for all.
        never: names of types that it must not be.

    Raises:
        Misuse: if a type carries no path, or no type is left.
    """
    from graph.vocabulary import vocabulary

    types = vocabulary().types
    barred = next((name for name in only if not types[name].traversable), None)
    if barred:
        raise Misuse(f"No path runs over {barred}: the vocabulary says that it carries none.")
    left = sorted(
        name for name, kind in types.items() if kind.traversable and (not only or name in only) and name not in never
    )
    if not left:
        raise Misuse("No relation type is left to walk over: name fewer with --not-type, or others with --type.")
    return Filter(tuple(left), tuple(name for name in left if types[name].lasts))


def find_paths(
    store: Store, start: str, goal: str, wanted: Filter, *, paths: int = 3, most_hops: int = 6
) -> list[Path]:
    """The shortest paths between two actors, shortest first, the stronger first among those of one length.

    Args:
        store: what is asked.
        start: id of the actor where they begin.
        goal: id of the actor where they end.
        wanted: which relations they run over; see ``traversable``.
        paths: how many at most.
        most_hops: how long at most.

    Raises:
        Misuse: if both are one actor, or a number is out of its bounds.
        NoPath: if nothing joins them.
    """
    if start == goal:
        raise Misuse(f"Both names mean {start}: name two actors.")
    if not 1 <= paths <= PATHS_AT_MOST:
        raise Misuse(f"{paths} paths cannot be asked for; ask for 1 to {PATHS_AT_MOST}.")
    if not 1 <= most_hops <= HOPS_AT_MOST:
        raise Misuse(f"Paths of {most_hops} hops cannot be asked for; ask for 1 to {HOPS_AT_MOST}.")
    routes = list(itertools.islice(_routes(store, start, goal, wanted, paths, most_hops), paths))
    if not routes:
        raise NoPath(_no_path(store, start, goal, wanted, most_hops))
    return _told(store, routes, wanted)


def _routes(store: Store, start: str, goal: str, wanted: Filter, paths: int, most_hops: int) -> Iterator[Route]:
    """The rows of actors, best first; the graph around them grows only while too few are found."""
    fewest = fewest_hops(store, start, goal, most_hops, wanted)
    if fewest is None:
        return
    around = Neighbourhood(store, start, goal, wanted)
    longest = min(most_hops, fewest + DETOUR)
    for hops in range(fewest, longest + 1):
        found = list(itertools.islice(_within(around, start, goal, hops), paths))
        if len(found) == paths or hops == longest:
            yield from found
            return


def _within(around: Neighbourhood, start: str, goal: str, hops: int) -> Iterator[Route]:
    """All rows of actors of up to a number of hops, best first."""
    import networkx as nx

    for route in nx.shortest_simple_paths(around.reaching(hops), start, goal, weight="weight"):
        if len(route) > hops + 1:
            return
        yield tuple(route)


def _no_path(store: Store, start: str, goal: str, wanted: Filter, most_hops: int) -> str:
    """Why there is no path, and what may help."""
    rows = store.cypher("MATCH (a:Actor) WHERE a.id IN $ids RETURN a.id AS id", ids=[start, goal])
    strange = [actor for actor in (start, goal) if actor not in {row["id"] for row in rows}]
    if strange:
        return f"No report in the graph speaks of {' or '.join(strange)}, so no path leads there."
    narrow = "allow either direction, " if wanted.directed else ""
    return (
        f"No path of up to {most_hops} hops joins {start} and {goal}: {narrow}allow more hops, more relation types or "
        "more days."
    )


def _told(store: Store, routes: Sequence[Route], wanted: Filter) -> list[Path]:
    """Routes with what is said at each hop."""
    from graph.vocabulary import vocabulary

    steps = sorted({step for route in routes for step in itertools.pairwise(route)})
    values: dict[str, Any] = {"hops": [list(step) for step in steps], "directed": wanted.directed}
    hops: dict[tuple[str, str], Hop] = {}
    for row in store.cypher(_HOPS, {**wanted.parameters, **values}):
        kind = vocabulary()[row["type"]]
        phrase = kind.active if row["subject"] == row["start"] else kind.passive
        hops[row["start"], row["goal"]] = Hop(phrase=phrase, lasts=row["type"] in wanted.lasting, **row)
    return [Path(hops=tuple(hops[step] for step in itertools.pairwise(route))) for route in routes]
