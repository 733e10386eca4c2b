"""Windows: the days on which the hops of a path can be walked one after the other, as intervals."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

Days = tuple[int, int]
"""The first and the last day, both counted, as ``datetime.date.toordinal`` counts them."""

EVER: Days = (datetime.date.min.toordinal(), datetime.date.max.toordinal())


def crossed(reached: Sequence[Days], days: Sequence[Days], gap: float) -> list[Days]:
    """The days on which a hop can be walked after the hop before it.

    Args:
        reached: the days on which the hop before could be walked, as intervals; empty for the first hop.
        days: those of each relation of this hop.
        gap: days between the two at most.

    Returns:
        Intervals in order, none touching another.
    """
    if not reached:
        return joined(days)
    found = [
        (max(begin, first), int(min(end + gap, last)))
        for begin, end in reached
        for first, last in days
        if max(begin, first) <= min(end + gap, last)
    ]
    return joined(found)


def joined(days: Iterable[Days]) -> list[Days]:
    """Intervals put together, in order, none touching another."""
    together: list[Days] = []
    for first, last in sorted(days):
        if together and first <= together[-1][1] + 1:
            together[-1] = (together[-1][0], max(together[-1][1], last))
        else:
            together.append((first, last))
    return together


def onward(allowed: Iterable[Days], days: Iterable[Days], gap: float, *, backwards: bool = False) -> list[Days]:
    """The days on which the next hop can be walked.

    Args:
        allowed: the days on which this hop can be walked, as intervals.
        days: those of each of its relations.
        gap: days between two hops at most.
        backwards: whether the next hop is the one before, on a way that is followed from its end.
    """
    walked = [
        (max(begin, first), min(end, last))
        for begin, end in allowed
        for first, last in days
        if max(begin, first) <= min(end, last)
    ]
    if backwards:
        return joined((int(max(first - gap, EVER[0])), last) for first, last in walked)
    return joined((first, int(min(last + gap, EVER[1]))) for first, last in walked)


def schedule(hops: Sequence[Sequence[Days]], gap: float) -> list[int]:
    """The day of each hop on the way that arrives first, each as late as that allows.

    Args:
        hops: for each hop the days of its relations.
        gap: days between two hops at most.
    """
    reached: list[list[Days]] = []
    for days in hops:
        reached.append(crossed(reached[-1] if reached else (), days, gap))
    chosen = [reached[-1][0][0]]
    for days in reversed(reached[:-1]):
        after = chosen[-1]
        chosen.append(max(min(last, after) for first, last in days if first <= after and last >= after - gap))
    return chosen[::-1]
