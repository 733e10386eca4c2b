"""Walk: how a path may run between two actors, and which of several paths comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.errors import Misuse

if TYPE_CHECKING:
    from graph.relations import Relation
    from queries.seen import Pair

HOPS_AT_MOST = 15
PATHS_AT_MOST = 100
STOPS_AT_MOST = 4


class Rank(StrEnum):
    """Which path comes first; among equals, that with the fewest hops, then that with the strongest relations."""

    HOPS = "hops"
    SUPPORT = "support"
    RECENT = "recent"
    HOSTILE = "hostile"
    FRIENDLY = "friendly"
    EARLIEST = "earliest"


@dataclass(frozen=True, slots=True)
class Walk:
    """How a path may run.

    Attributes:
        paths: how many are wanted at most.
        most_hops: how long each is at most.
        directed: whether it is walked only from subject to object.
        via: ids of actors that it must pass, in any order.
        avoid: ids of actors that it must not pass.
        rank: which path comes first.
        in_time: whether the days may not go backwards along it.
        max_gap: days between two hops at most, where they may not go backwards; None for no bound.
    """

    paths: int = 3
    most_hops: int = 6
    directed: bool = False
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    rank: Rank = Rank.HOPS
    in_time: bool = False
    max_gap: int | None = None

    def check(self, start: str, goal: str) -> None:
        """Refuse what cannot be meant.

        Args:
            start: id of the actor where paths begin.
            goal: id of the actor where they end.

        Raises:
            Misuse: with what is off.
        """
        if start == goal:
            raise Misuse(f"Both names mean {start}: name two actors.")
        if not 1 <= self.paths <= PATHS_AT_MOST:
            raise Misuse(f"{self.paths} paths cannot be asked for; ask for 1 to {PATHS_AT_MOST}.")
        if not 1 <= self.most_hops <= HOPS_AT_MOST:
            raise Misuse(f"Paths of {self.most_hops} hops cannot be asked for; ask for 1 to {HOPS_AT_MOST}.")
        if len(self.via) > STOPS_AT_MOST:
            raise Misuse(f"A path can be led through {STOPS_AT_MOST} actors at most; name fewer with --via.")
        both = {start, goal, *self.via} & set(self.avoid)
        if both:
            raise Misuse(f"{' and '.join(sorted(both))} cannot be both on the path and avoided.")
        if {start, goal} & set(self.via):
            raise Misuse("A path begins and ends with its two actors anyway: name others with --via.")
        if self.max_gap is not None and not self.in_time:
            raise Misuse("--max-gap counts days between hops: give --time-respecting too.")
        if self.max_gap is not None and self.max_gap < 0:
            raise Misuse("--max-gap counts days: give 0 or more.")
        if self.rank is Rank.EARLIEST and not self.in_time:
            raise Misuse("--rank earliest is about when a path arrives: give --time-respecting too.")

    def steps(self, relations: Iterable[Relation]) -> dict[Pair, list[Relation]]:
        """The relations over which each step from one actor to another can be taken."""
        found: dict[Pair, list[Relation]] = {}
        for relation in relations:
            ends = (relation.subject, relation.object)
            found.setdefault(ends, []).append(relation)
            if not self.directed:
                found.setdefault(ends[::-1], []).append(relation)
        return found
