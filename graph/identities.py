"""Identities: what the decisions on who is who come to together."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from graph.decisions import Decision, Ledger, Verdict, standing
from graph.errors import Misuse

if TYPE_CHECKING:
    import networkx


class Identities:
    """Which actors are the same, and by which id they go.

    Actors are the same that a chain of decisions joins. They go by the one of them that no decision of the chain gave
    up; should there be several such, or none, by the first of these in the order of the alphabet. So only the
    decisions that stand matter, and not the order in which they were taken.

    Args:
        decisions: of a ledger, the oldest first, those undone included.

    Raises:
        Misuse: if actors that were decided to be different are the same by other decisions.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        stand = standing(decisions)
        self._same = [decision for decision in stand if decision.verdict is Verdict.SAME]
        self._different = [decision for decision in stand if decision.verdict is Verdict.DIFFERENT]
        self._members: dict[str, tuple[str, ...]] = {}
        self._canonical: dict[str, str] = {}
        given_up = {actor for decision in self._same for actor in decision.actors if actor != decision.kept}
        for members in self._groups():
            first = min(members - given_up or members)
            self._members[first] = tuple(sorted(members))
            self._canonical.update(dict.fromkeys(members, first))
        for decision in self._different:
            one, other = decision.actors
            if self.same(one, other):
                raise _decided_otherwise(decision)

    def canonical(self, actor: str) -> str:
        """The id by which an actor goes; its own where nothing was decided on it."""
        return self._canonical.get(actor, actor)

    def same(self, one: str, other: str) -> bool:
        """Whether two ids stand for one actor."""
        return self.canonical(one) == self.canonical(other)

    def members(self, actor: str) -> tuple[str, ...]:
        """Every id that stands for the same actor, its own included, in the order of the alphabet."""
        return self._members.get(self.canonical(actor), (actor,))

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that was decided to stand for the same actor as another."""
        return tuple(sorted(self._canonical))

    @property
    def renamed(self) -> Mapping[str, str]:
        """The id by which each actor goes that goes by another's."""
        return {actor: canonical for actor, canonical in self._canonical.items() if actor != canonical}

    def different(self, one: str, other: str) -> Decision | None:
        """The decision by which two actors are different, be it on them or on others that are the same as they."""
        asked = {self.canonical(one), self.canonical(other)}
        return next(
            (decision for decision in self._different if {self.canonical(actor) for actor in decision.actors} == asked),
            None,
        )

    def chain(self, one: str, other: str) -> tuple[Decision, ...]:
        """The decisions by which two actors are the same, from the one to the other; the fewest that do it.

        Empty where they are not the same, or nothing was decided on either.
        """
        if one == other or not self.same(one, other):
            return ()
        import networkx

        graph = self._graph()
        steps = networkx.shortest_path(graph, one, other)
        return tuple(graph.edges[step]["decision"] for step in itertools.pairwise(steps))

    def _groups(self) -> list[set[str]]:
        """The ids that stand for one actor, for every actor that has several."""
        if not self._same:
            return []  # networkx takes a while to import, and most have decided nothing
        import networkx

        return [set(found) for found in networkx.connected_components(self._graph())]

    def _graph(self) -> networkx.Graph[str]:
        import networkx

        graph: networkx.Graph[str] = networkx.Graph()
        for decision in self._same:
            graph.add_edge(*decision.actors, decision=decision)
        return graph


def load() -> Identities:
    """What the user's ledger comes to.

    Raises:
        Misuse: if a line of it is no decision, or two contradict each other.
    """
    return Identities(Ledger().read())


def decide(ledger: Ledger, decision: Decision) -> Identities:
    """Add a decision to a ledger, unless it contradicts what stands there.

    Args:
        ledger: where it goes.
        decision: that two actors are the same, or different.

    Returns:
        What all decisions come to, this one included.

    Raises:
        Misuse: if it contradicts another decision; nothing is written.
        RapportError: if the ledger cannot be written.
    """
    one, other = decision.actors
    with ledger.locked():
        before = ledger.read()
        chain = Identities(before).chain(one, other) if decision.verdict is Verdict.DIFFERENT else ()
        if chain:
            steps = " and ".join(f"{' and '.join(step.actors)} on {step.day}" for step in chain)
            raise Misuse(f"{one} and {other} are the same by what was decided on {steps}: undo one of these first.")
        after = Identities((*before, decision))
        ledger.append(decision)
    return after


def _decided_otherwise(decision: Decision) -> Misuse:
    one, other = decision.actors
    return Misuse(f"{one} and {other} were decided to be different on {decision.day}: undo that first.")
