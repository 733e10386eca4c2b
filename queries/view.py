"""View: which relations an answer counts, by the clock, by what they are and by who says so."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.days import end_of
from graph.errors import Misuse
from queries.standing import Standing
from queries.within_days import WITHIN_DAYS

if TYPE_CHECKING:
    from graph.relations import Relation

LOWEST, HIGHEST = -10.0, 10.0
"""The bounds of valence."""

HOLDS_STILL = """($as_of IS NULL OR NOT type(r) IN $lasting OR r.until IS NULL OR r.until
  + duration(CASE r.precision WHEN 'year' THEN 'P1Y' WHEN 'month' THEN 'P1M' ELSE 'P1D' END) > $as_of)"""
"""A condition on ``r``: where it is a state, it has not ended before the day ``$as_of``."""

WELL_SUPPORTED = "(r.origins >= $min_origins OR startNode(r).id IN $moved OR endNode(r).id IN $moved)"
"""A condition on ``r``: it rests on enough origins, or may do so together with those of others."""


@dataclass(frozen=True, slots=True)
class View:
    """Which relations count.

    Attributes:
        types: names of relation types.
        lasting: names of the types that are states.
        since, until: the days within which a relation happened or held; None for no bound.
        as_of: what was true on this day: what had happened by then, and the states that held; None for no bound.
        known_at: only what had been reported by this day; None for no bound.
        without: ids of sources; what they say, or hand on, does not count.
        min_origins: on how many origins a relation rests at least.
        lowest, highest: the valence of its type, both counted.
        standing: who stands for whom.
    """

    types: tuple[str, ...]
    lasting: tuple[str, ...]
    since: datetime.date | None = None
    until: datetime.date | None = None
    as_of: datetime.date | None = None
    known_at: datetime.date | None = None
    without: tuple[str, ...] = ()
    min_origins: int = 1
    lowest: float = LOWEST
    highest: float = HIGHEST
    standing: Standing = field(default_factory=Standing)

    @property
    def parameters(self) -> dict[str, Any]:
        """The values that ``conditions`` ask for."""
        return {
            "lasting": list(self.lasting),
            "since": self.since,
            "until": self.last_day,
            "as_of": self.as_of,
            "known_at": self.known_at,
            "lowest": self.lowest,
            "highest": self.highest,
            "min_origins": self.min_origins,
            "moved": sorted(self.standing.moved),
        }

    @property
    def conditions(self) -> str:
        """A condition on ``r``, of one of the types: it may be seen in this view. It asks for ``parameters``.

        Where the view asks the claims, some that meet it are not seen; none that does not meet it is.
        """
        asked = {
            WITHIN_DAYS: self.since or self.last_day,
            HOLDS_STILL: self.as_of,
            "r.first_reported <= $known_at": self.known_at,
            "r.valence >= $lowest": self.lowest > LOWEST,
            "r.valence <= $highest": self.highest < HIGHEST,
            WELL_SUPPORTED: self.min_origins > 1,
        }
        return " AND ".join(condition for condition, needed in asked.items() if needed)

    @property
    def pattern(self) -> str:
        """The types, as they stand in a pattern of Cypher: only they are looked at, not the claims of an actor."""
        return "|".join(self.types)

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which a relation may begin."""
        return min(filter(None, (self.until, self.as_of)), default=None)

    @property
    def asks_claims(self) -> bool:
        """Whether a relation itself does not tell all: it must be projected from the claims that count."""
        return self.known_at is not None or bool(self.without) or self.standing.moves

    @property
    def office_day(self) -> datetime.date | None:
        """The day for which offices are read, in names and where a thing has no day of its own; None for today."""
        return self.as_of or self.until or self.since or self.known_at

    def admits(self, relation: Relation) -> bool:
        """Whether a relation is seen, claims apart: the same rule as ``conditions``."""
        return (
            relation.type in self.types
            and relation.origins >= self.min_origins
            and self.lowest <= relation.valence <= self.highest
            and self._meets_days(relation)
        )

    def _meets_days(self, relation: Relation) -> bool:
        when, lasts = relation.when, relation.type in self.lasting
        if self.since is None and self.last_day is None:
            return True
        if not when.known or (self.last_day and when.on and when.on > self.last_day):
            return False
        ends = (
            None if lasts and when.until is None else end_of(when.until or when.on or datetime.date.max, when.precision)
        )
        if self.since and ends and ends < self.since:
            return False
        return not (self.as_of and lasts and ends and ends < self.as_of)


def span(relation: Relation, lasting: Sequence[str]) -> tuple[datetime.date, datetime.date] | None:
    """The days on which a relation can have happened or held, open sides as far as days reach; None where undated."""
    when = relation.when
    if not when.known:
        return None
    open_end = when.until is None and relation.type in lasting
    end = datetime.date.max if open_end else end_of(when.until or when.on or datetime.date.max, when.precision)
    return when.on or datetime.date.min, end


def seen_types(
    only: Sequence[str] = (), never: Sequence[str] = (), families: Sequence[str] = (), *, traversable: bool = False
) -> View:
    """A view of the relations of some types.

    Args:
        only: names of types, of which one must be it; none for all.
        never: names of types that it must not be.
        families: names of families, of which one must be its; none for all.
        traversable: whether only types that carry paths count.

    Raises:
        Misuse: if a type that must carry a path carries none, or no type is left.
    """
    from graph.vocabulary import vocabulary

    types = vocabulary().types
    barred = next((name for name in only if traversable and not types[name].traversable), None)
    if barred:
        raise Misuse(f"No path runs over {barred}: the vocabulary says that it carries none.")
    left = sorted(
        name
        for name, kind in types.items()
        if (kind.traversable or not traversable)
        and (not only or name in only)
        and name not in never
        and (not families or kind.family in families)
    )
    if not left:
        raise Misuse("No relation type is left: name fewer with --not-type, or others with --type or --family.")
    return View(tuple(left), tuple(name for name in left if types[name].lasts))


def over_traversable(view: View) -> View:
    """A view narrowed to the types that carry paths."""
    from graph.vocabulary import vocabulary

    types = tuple(name for name in view.types if vocabulary()[name].traversable)
    return replace(view, types=types, lasting=tuple(name for name in view.lasting if name in types))
