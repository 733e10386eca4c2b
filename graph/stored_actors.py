"""The store's own actors: found by name beside the gazetteer's, and those of whom nobody knows yet who they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import gazetteer
from graph.actors import OF_ONE_REPORT, Actor, actor_id
from graph.errors import UnknownName
from graph.names import Match, Names
from graph.rows import actor_of

if TYPE_CHECKING:
    from graph.identities import Identities
    from graph.store import Store

NAMES_COMPARED = 50_000
"""How many of the store's names are compared with one that none fits: about a second's work."""

SUGGESTED = 3
"""How many known actors are named beside an unknown one."""

_CALLED = """
MATCH (a:Actor)
WHERE a.id IN [$name, $slug] OR toLower(a.name) = toLower($name)
   OR any(alias IN a.aliases WHERE toLower(alias) = toLower($name))
RETURN a {.id, .name, .kind, .country, .aliases} AS actor ORDER BY a.id LIMIT 100
"""

_OTHERS = """
MATCH (a:Actor) WHERE NOT a.id IN $known
RETURN a {.id, .name, .kind, .country, .aliases} AS actor ORDER BY a.id LIMIT $limit
"""

_UNRESOLVED = """
MATCH (a:Actor:Unknown)
WITH a, coalesce($renamed[a.id], a.id) AS id
WHERE NOT id IN $known AND ($all OR NOT id =~ $of_one_report)
OPTIONAL MATCH (canonical:Actor {id: id})
WITH a, id, canonical WHERE canonical IS NULL OR canonical:Unknown
OPTIONAL MATCH (a)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)
OPTIONAL MATCH (c)-[:MADE_IN]->(p:Report)
WITH id, min(coalesce(canonical.name, a.name)) AS name, collect(DISTINCT a) AS actors,
     count(DISTINCT c) AS claims, count(DISTINCT p) AS reports
ORDER BY claims DESC, id LIMIT $limit
CALL (actors) {
  UNWIND actors AS one
  OPTIONAL MATCH (one)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(c:Claim)-[:MADE_IN]->(p:Report)
  RETURN c.quote AS first_quote ORDER BY p.published, p.id, c.start, c.id LIMIT 1
}
RETURN id, name, claims, reports, first_quote ORDER BY claims DESC, id
"""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An actor of unknown kind.

    Args:
        id: by which it goes.
        name: as the first report that names it writes it.
        claims: in how many claims it acts, is acted upon or is who says so.
        reports: in how many reports these stand.
        first_quote: the words of the first of these claims, by the day of publication; None where there is none.
        nearest: ``(actor id, name)`` of the known actors that it may be, the nearest first.
    """

    id: str
    name: str
    claims: int
    reports: int
    first_quote: str | None
    nearest: tuple[tuple[str, str], ...]


def find_actor(store: Store, name: str, on: datetime.date | None = None, identities: Identities | None = None) -> Match:
    """The actor that a name means, among the gazetteer's and the store's.

    Args:
        store: whose own actors are asked too.
        name: an id, a name, an alias, or an office ("US Secretary of Defense").
        on: the day on which an office was held; today where None.
        identities: as for ``Names``.

    Raises:
        AmbiguousName: if several actors fit.
        UnknownName: if none does.
    """
    known = gazetteer.load()
    called = store.cypher(_CALLED, name=name.strip(), slug=_slug(name))
    try:
        return Names(known, _actors(called), identities).find(name, on)
    except UnknownName:
        # Only now is it worth reading all names of the store, for one that is spelled nearly so.
        others = store.cypher(_OTHERS, known=sorted(known.entries), limit=NAMES_COMPARED)
        return Names(known, _actors(others), identities).find(name, on)


def unresolved(
    store: Store, identities: Identities, *, of_one_report: bool = False, limit: int = 100
) -> list[Unresolved]:
    """The actors of unknown kind, those with the most claims first.

    Actors that were decided to be the same are told once, with the claims of all; those that are the same as one that
    is known are not told.

    Args:
        store: where they stand.
        identities: what was decided.
        of_one_report: whether to tell also the people without a name who belong to one report.
        limit: the most to tell.
    """
    known = gazetteer.load()
    rows = store.cypher(
        _UNRESOLVED,
        renamed=dict(identities.renamed),
        known=sorted(known.entries),
        all=of_one_report,
        of_one_report=OF_ONE_REPORT,
        limit=limit,
    )
    names = Names(known, identities=identities)
    return [Unresolved(**row, nearest=_nearest(names, identities, row["id"], row["name"])) for row in rows]


def _nearest(names: Names, identities: Identities, actor: str, name: str) -> tuple[tuple[str, str], ...]:
    """The known actors that an unknown one may be; not those that it was decided not to be."""
    near = ((other, label) for other, label in names.nearest(name) if not identities.different(actor, other))
    return tuple(near)[:SUGGESTED]


def _slug(name: str) -> str:
    try:
        return actor_id(name)
    except ValueError:
        return name


def _actors(rows: Iterable[dict[str, Any]]) -> Iterator[Actor]:
    """The actors of some rows; one that another program wrote in a form that Rapport does not know is passed over."""
    return (actor for row in rows if (actor := actor_of(row["actor"])))
