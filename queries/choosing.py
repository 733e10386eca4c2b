"""Choosing: what a page shows where it is asked for a path, or for the answer of a saved query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.errors import RapportError
from queries.choice import Choice

if TYPE_CHECKING:
    from graph.names import Match
    from graph.store import Store
    from queries.paths import Path
    from queries.view import View

TEXTS_AT_MOST = 20_000
"""How many different texts of an answer are looked up in the store."""

_RELATIONS = "MATCH (:Actor)-[r]->(:Actor) WHERE r.id IN $texts RETURN DISTINCT r.id AS id ORDER BY id"
_OF_CLAIMS = "MATCH (c:Claim) WHERE c.id IN $texts UNWIND c.relation AS id RETURN DISTINCT id ORDER BY id"
_BY_ID = "MATCH (a:Actor) WHERE a.id IN $texts RETURN a.id AS id ORDER BY id"
_BY_NAME = "MATCH (a:Actor) WHERE a.name IN $texts RETURN a.id AS id ORDER BY id"


def along_paths(store: Store, view: View, start: Match, goal: Match, *, paths: int = 3) -> Choice:
    """The relations along the shortest paths between two actors; the page begins with these paths.

    Raises:
        Misuse: if both are one actor.
        NoPath: if nothing joins them.
    """
    from queries.pathfinding.walk import Walk
    from queries.paths import find_paths
    from queries.view import over_traversable

    first, last = (view.standing.on(end.actor.id, view.office_day) for end in (start, goal))
    return of_paths(view, find_paths(store, first, last, over_traversable(view), Walk(paths)), "shortest")


def of_paths(view: View, found: Sequence[Path], rank: str) -> Choice:
    """The relations along some paths between two actors; the page begins with these paths.

    Args:
        view: which relations count.
        found: the paths, at least one.
        rank: what they come first by, as an adjective: "shortest".
    """
    steps = {(min(hop.start, hop.goal), max(hop.start, hop.goal)) for one in found for hop in one.hops}
    first, last = found[0].hops[0], found[0].hops[-1]
    return Choice(
        view=view,
        pairs=tuple(sorted(steps)),
        title=f"From {first.start_name} to {last.goal_name}",
        told=(f"the {len(found)} {rank} paths" if len(found) > 1 else f"the {rank} path",),
        start={"from": first.start, "to": last.goal},
    )


def of_query(
    store: Store, view: View, title: str, rows: Iterable[Mapping[str, Any]], matches: Iterable[Match]
) -> Choice:
    """The relations that the rows of an answer speak of.

    Relations and claims are known by their ids. Rows of actors give the relations between these actors, and to those
    that were asked about.

    Args:
        store: that gave the answer.
        view: which relations count.
        title: heads the page.
        rows: of the answer.
        matches: the actors that were asked about.

    Raises:
        RapportError: if the rows name no relation, claim or actor.
    """
    texts = sorted({text for row in rows for value in row.values() for text in _texts(value)})[:TEXTS_AT_MOST]
    for statement in (_RELATIONS, _OF_CLAIMS):
        relations = _ids(store, statement, texts)
        if relations:
            return Choice(view=view, relations=relations, title=title)
    actors = _ids(store, _BY_ID, texts) or _ids(store, _BY_NAME, texts)
    if not actors:
        raise RapportError(f"'{title}' answers with no relation and no actor, so there is nothing to draw.")
    among = sorted({*actors, *(match.actor.id for match in matches)})
    return Choice(view=view, among=tuple(among), title=title, told=("between the actors of the answer",))


def _ids(store: Store, statement: str, texts: list[str]) -> tuple[str, ...]:
    return tuple(row["id"] for row in store.cypher(statement, texts=texts))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value of a row, lists and maps included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
