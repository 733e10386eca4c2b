"""Balance: friends and enemies in a view, how far they fall into two sides, and who might come together next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Model
from queries.seen import names_of, see
from queries.sides.frustration import SECONDS, splits
from queries.sides.signed import SignedPair, common_enemies, signed_graph, signed_pairs
from queries.sides.triads import Triad, census

if TYPE_CHECKING:
    from graph.store import Store
    from queries.view import View


class Sides(Model):
    """Two sides of actors that friends and enemies join together.

    Args:
        sides: ids of the actors of each, the larger first.
        frustrated: pairs of ids that contradict the split: enemies within, or friends across.
        bound: no split is contradicted by fewer pairs.
        exact: whether this one is proven to be contradicted by the fewest.
    """

    sides: tuple[tuple[str, ...], tuple[str, ...]]
    frustrated: tuple[tuple[str, str], ...]
    bound: int
    exact: bool


class CommonEnemy(Model):
    """Two actors that have enemies in common and no relation yet: ids of the two and of the enemies."""

    one: str
    other: str
    enemies: tuple[str, ...]


class Balance(Model):
    """What the signed view tells.

    Args:
        names: of every actor in it, by id.
        pairs: how the two of each pair stand to each other, the most hostile first.
        triads: how many there are of each kind.
        balance: the share of balanced triads, 0 to 1; None where there are none.
        unbalanced: some of the unbalanced triads.
        frustration: by how many pairs the best split found is contradicted, all groups together.
        bound: no split is contradicted by fewer.
        exact: whether the two are the same for every group.
        sides: the split of each group that friends and enemies join together, the largest first.
        common_enemies: who has enemies in common and no relation yet.
    """

    names: dict[str, str]
    pairs: tuple[SignedPair, ...]
    triads: dict[str, int]
    balance: float | None
    unbalanced: tuple[Triad, ...]
    frustration: int
    bound: int
    exact: bool
    sides: tuple[Sides, ...]
    common_enemies: tuple[CommonEnemy, ...]


def balance(store: Store, view: View, *, seconds: float = SECONDS, listed: int = 100) -> Balance:
    """The signed view of the relations of a view.

    Args:
        store: what is read.
        view: which relations count; its days are the window.
        seconds: how long the solver may take for each group.
        listed: how many unbalanced triads and common enemies to tell at most.
    """
    relations = see(store, view).relations
    pairs = signed_pairs(relations)
    graph = signed_graph(pairs)
    counted = census(graph, listed=listed)
    found = splits(graph, seconds=seconds)
    shared = common_enemies(graph, ((relation.subject, relation.object) for relation in relations))[:listed]
    return Balance(
        names=names_of(store, (end for pair in pairs for end in (pair.one, pair.other))),
        pairs=tuple(pairs),
        triads=counted.kinds,
        balance=counted.balance,
        unbalanced=counted.unbalanced,
        frustration=sum(len(split.frustrated) for split in found),
        bound=sum(split.bound for split in found),
        exact=all(split.exact for split in found),
        sides=tuple(
            Sides(sides=split.sides, frustrated=split.frustrated, bound=split.bound, exact=split.exact)
            for split in found
        ),
        common_enemies=tuple(CommonEnemy(one=one, other=other, enemies=enemies) for one, other, enemies in shared),
    )
