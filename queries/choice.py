"""Choice: which relations a page shows, and how it tells what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.vocabulary import vocabulary
from queries.standing import in_store
from queries.subgraph import ShownActor
from queries.view import HIGHEST, LOWEST, View, seen_types

Pair = tuple[str, str]

EVERYTHING = "Who is said to do what to whom"
"""Heads a page that shows no part in particular."""

_FROM_STARTS = "UNWIND $starts AS id MATCH (s:Actor {{id: id}})-[r:{types}]->(o:Actor) WHERE"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which relations a page shows; what is None chooses nothing.

    Attributes:
        view: which relations count at all.
        actor: only its relations.
        pairs: only relations between the two actors of one of these pairs of ids.
        among: only relations between two of these actors, by id.
        relations: only these relations, by id.
        title: heads the page.
        told: further filters in words, of whoever made the choice.
        start: see ``queries.subgraph.Subgraph``.
    """

    view: View = field(default_factory=seen_types)
    actor: ShownActor | None = None
    pairs: tuple[Pair, ...] | None = None
    among: tuple[str, ...] | None = None
    relations: tuple[str, ...] | None = None
    title: str = EVERYTHING
    told: tuple[str, ...] = ()
    start: Mapping[str, str] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """The page's title, with the actor's name where it shows one."""
        return f"{self.title}: {self.actor.name}" if self.actor else self.title

    @property
    def in_words(self) -> tuple[str, ...]:
        """Each filter that was applied."""
        return (*self.told, *(str(told) for told in self._filters() if told))

    def _filters(self) -> Iterator[object]:
        view, types = self.view, vocabulary().types
        yield self.actor and f"relations of {self.actor.name}"
        yield view.since and f"from {view.since}"
        yield view.until and f"until {view.until}"
        yield view.as_of and f"what was true on {view.as_of}"
        yield view.known_at and f"what had been reported by {view.known_at}"
        left_out = set(types) - set(view.types)
        if left_out:
            kept = sorted(types[name].active for name in view.types)
            yield f"only: {', '.join(kept)}" if len(kept) <= 6 else f"{len(kept)} of {len(types)} relation types"
        if (view.lowest, view.highest) != (LOWEST, HIGHEST):
            yield f"valence from {view.lowest:g} to {view.highest:g}"
        yield f"{view.min_origins} origins or more" if view.min_origins > 1 else None
        yield f"without {', '.join(view.without)}" if view.without else None

    @property
    def parameters(self) -> dict[str, Any]:
        """What ``match`` asks for."""
        pairs = None if self.pairs is None else [list(pair) for one in self.pairs for pair in (one, one[::-1])]
        return {
            **self.view.parameters,
            "actors": in_store(self.view.standing, [self.actor.id]) if self.actor else [],
            "pairs": pairs,
            "starts": list(self.among or sorted({start for start, _ in pairs or ()})),
            "relations": None if self.relations is None else list(self.relations),
        }

    @property
    def match(self) -> str:
        """The clause that finds the relations ``r`` from ``s`` to ``o``, by the shortest way."""
        types = self.view.pattern
        if self.pairs is not None:
            found = f"{_FROM_STARTS.format(types=types)} [s.id, o.id] IN $pairs AND"
        elif self.among is not None:
            found = f"{_FROM_STARTS.format(types=types)} o.id IN $starts AND"
        elif self.actor:
            found = (
                f"UNWIND $actors AS id MATCH (:Actor {{id: id}})-[r:{types}]-(:Actor) "
                "WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o WHERE"
            )
        else:
            found = f"MATCH (s:Actor)-[r:{types}]->(o:Actor) WHERE"
        asked = ("r.id IS NOT NULL", "($relations IS NULL OR r.id IN $relations)", self.view.conditions)
        return f"{found} {' AND '.join(filter(None, asked))}"
