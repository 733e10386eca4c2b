"""Hops: a path told step by step, each with its strongest relation and who says so."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from graph.days import Precision
from graph.model import Model
from graph.vocabulary import vocabulary
from queries.evidence import Told, surest, told_of
from queries.pathfinding.ranks import strongest
from queries.pathfinding.windows import schedule
from queries.seen import names_of, see
from queries.subgraph import ShownAttribution
from queries.view import span

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.pathfinding.neighbourhood import Pair
    from queries.pathfinding.walk import Walk
    from queries.view import View


class Hop(Model):
    """One step of a path, with its strongest relation and that relation's best quote.

    Args:
        start, goal: ids of the actors that are walked from and to.
        start_name, goal_name: their names.
        type: relation type.
        phrase: how it reads in the direction walked: "strikes", or "is struck by".
        lasts: whether it is a state and not an event.
        subject, object: the relation's ends, as it stands.
        relation: its id in the store; of several that fall together, that of one.
        on, until, precision: its day or interval.
        valence, claims, reports, origins, disputed: as in ``graph.relations.Relation``.
        relations: how many relations join the two actors.
        walked: where days may not go backwards, the day on which this hop is walked on the way that arrives first; None
            elsewhere, and where it holds since ever.
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
    valence: float = 0.0
    claims: int = 1
    reports: int = 1
    origins: int = 1
    disputed: bool = False
    relations: int = Field(default=1, ge=1)
    walked: datetime.date | None = None
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


def tell(store: Store, routes: Sequence[Sequence[str]], view: View, walk: Walk) -> list[Path]:
    """Routes with what is said at each hop.

    Args:
        store: what is read.
        routes: rows of actors; each two neighbours are joined in the view.
        view: which relations count.
        walk: how the paths run, and by what the relation to show is chosen.
    """
    steps = {step for route in routes for step in itertools.pairwise(route)}
    seen = see(store, view, pairs=steps)
    between = walk.steps(seen.relations)
    chosen = [_chosen(route, between, view, walk) for route in routes]
    shown = {relation.id: relation for row in chosen for relation, _ in row}
    claims = told_of(store, seen, tuple(shown.values()))
    names = names_of(store, (actor for route in routes for actor in route))
    quoted = {key: surest(listed) for key, listed in claims.items()}
    return [
        Path(
            hops=tuple(
                _hop(step, relation, seen.ids[relation.id], len(between[step]), day, names, quoted[relation.id])
                for step, (relation, day) in zip(itertools.pairwise(route), row, strict=True)
            )
        )
        for route, row in zip(routes, chosen, strict=True)
    ]


def _chosen(
    route: Sequence[str], between: dict[Pair, list[Relation]], view: View, walk: Walk
) -> list[tuple[Relation, datetime.date | None]]:
    """The relation to show at each hop of a route, with the day on which it is walked where days matter."""
    best = strongest(walk.rank)
    steps = list(itertools.pairwise(route))
    if not walk.in_time:
        return [(max(between[step], key=best), None) for step in steps]
    spans = [
        [
            (held[0].toordinal(), held[1].toordinal(), relation)
            for relation in between[step]
            if (held := span(relation, view.lasting))
        ]
        for step in steps
    ]
    gap = math.inf if walk.max_gap is None else walk.max_gap
    days = schedule([[(first, last) for first, last, _ in hop] for hop in spans], gap)
    return [
        (
            max((relation for first, last, relation in hop if first <= day <= last), key=best),
            datetime.date.fromordinal(day) if day > 1 else None,
        )
        for hop, day in zip(spans, days, strict=True)
    ]


def _hop(
    step: Pair,
    relation: Relation,
    key: str,
    relations: int,
    walked: datetime.date | None,
    names: dict[str, str],
    quoted: Told | None,
) -> Hop:
    kind = vocabulary()[relation.type]
    start, goal = step
    evidence = (
        quoted.model_dump(include={"quote", "title", "url", "published"})
        | {"claim": quoted.id, "attribution": quoted.attribution, "outlet": quoted.outlet_name}
        if quoted
        else {}
    )
    return Hop(
        start=start,
        start_name=names[start],
        goal=goal,
        goal_name=names[goal],
        type=relation.type,
        phrase=kind.active if relation.subject == start else kind.passive,
        lasts=kind.lasts,
        subject=relation.subject,
        object=relation.object,
        relation=key,
        on=relation.when.on,
        until=relation.when.until,
        precision=relation.when.precision,
        valence=relation.valence,
        claims=relation.claims,
        reports=relation.reports,
        origins=relation.origins,
        disputed=relation.disputed,
        relations=relations,
        walked=walked,
        **evidence,
    )
