"""Disputes: what some assert and others deny, and where they tell it with differing figures, beside each other.

Nothing is resolved: neither the newer nor the more frequent word wins. Who says so stands with each, by side and
outlet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import gazetteer
from graph.model import Model
from queries.evidence import Told, told_of
from queries.figures import differ, figures
from queries.reprojection import Seen
from queries.seen import Pair, names_of, see

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.view import View


RELATIONS_AT_ONCE = 500
"""Of how many relations the claims are read before it is asked whether that was enough."""


class Over(StrEnum):
    """What a dispute is over."""

    WHETHER = "whether"
    FIGURES = "figures"


class DisputeRow(Model):
    """One claim in a dispute.

    Args:
        dispute: number of the dispute, from 1.
        over: whether the relation is disputed itself, or only its figures.
        on: the relation's day, or first day.
        subject, type, object: the relation, with the names of its ends.
        says: "asserts" or "denies".
        side: the state of who says so, or the speaker itself where it has none.
        figures: how many, as the quote tells it.
        quote, who_says_so, outlet, published, url: the claim's.
        id: the relation's.
    """

    dispute: int
    over: Over
    on: datetime.date | None
    subject: str
    type: str
    object: str
    says: str
    side: str
    figures: tuple[str, ...] = ()
    quote: str
    who_says_so: str
    outlet: str | None = None
    published: datetime.date | None = None
    url: str | None = None
    id: str


def disputes(store: Store, view: View, pair: Pair | None = None, *, limit: int = 100) -> list[DisputeRow]:
    """The claims of disputed relations, each side beside the other; the latest disputes first.

    Args:
        store: what is read.
        view: which relations count.
        pair: ids of two actors, as they stand in the view; None for all.
        limit: how many disputes at most.
    """
    seen = see(store, view, pairs=None if pair is None else [pair])
    open_to_doubt = [relation for relation in seen.relations if relation.disputed or relation.claims > 1]
    open_to_doubt.sort(key=_latest, reverse=True)
    found: list[tuple[Relation, Over, list[Told]]] = []
    for start in range(0, len(open_to_doubt), RELATIONS_AT_ONCE):
        found += _disputed(store, seen, open_to_doubt[start : start + RELATIONS_AT_ONCE])
        if len(found) >= limit:
            break
    found = found[:limit]
    names = names_of(store, (end for relation, _, _ in found for end in (relation.subject, relation.object)))
    sides = _sides(store, view, (claim for _, _, listed in found for claim in listed))
    return [
        _row(number, over, relation, seen.ids[relation.id], claim, names, sides)
        for number, (relation, over, listed) in enumerate(found, start=1)
        for claim in _beside_each_other(listed, over, sides)
    ]


def _disputed(store: Store, seen: Seen, relations: Sequence[Relation]) -> Iterator[tuple[Relation, Over, list[Told]]]:
    """Those of some relations that are disputed, or told with differing figures, with their claims."""
    claims = told_of(store, seen, relations)
    for relation in relations:
        listed = claims[relation.id]
        if relation.disputed:
            yield relation, Over.WHETHER, listed
        elif differ([figures(claim.quote) for claim in listed]):
            yield relation, Over.FIGURES, listed


def _latest(relation: Relation) -> tuple[datetime.date, str]:
    return (relation.last_reported or relation.when.on or datetime.date.min, relation.id)


def _beside_each_other(claims: Iterable[Told], over: Over, sides: dict[str, str]) -> list[Told]:
    """The claims that make the dispute, those that assert first, then by side and outlet."""
    kept = [claim for claim in claims if over is Over.WHETHER or figures(claim.quote)]
    return sorted(
        kept, key=lambda one: (one.disputes, sides[one.id], one.outlet_name or "", one.published or _NEVER, one.id)
    )


_NEVER = datetime.date.min


def _sides(store: Store, view: View, claims: Iterable[Told]) -> dict[str, str]:
    """For each claim, on whose side it stands: the state of its innermost named speaker, by name."""
    entries = gazetteer.load().entries
    sides: dict[str, str] = {}
    for claim in claims:
        chain: Sequence[str] = [link.actor for link in claim.attribution] or [claim.outlet or ""]
        speaker = view.standing.known(chain[-1])
        entry = entries.get(speaker)
        state = entry.state if entry else None
        sides[claim.id] = state if state and state in entries else speaker
    names = names_of(store, (side for side in sides.values() if side))
    return {claim: names.get(side, "unknown") for claim, side in sides.items()}


def _row(
    number: int, over: Over, relation: Relation, key: str, claim: Told, names: dict[str, str], sides: dict[str, str]
) -> DisputeRow:
    return DisputeRow(
        dispute=number,
        over=over,
        on=relation.when.on,
        subject=names[relation.subject],
        type=relation.type,
        object=names[relation.object],
        says="denies" if claim.disputes else "asserts",
        side=sides[claim.id],
        figures=figures(claim.quote),
        quote=claim.quote,
        who_says_so=claim.chain,
        outlet=claim.outlet_name,
        published=claim.published,
        url=claim.url,
        id=key,
    )
