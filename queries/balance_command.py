"""``rapport balance``: friends and enemies, and the sides that they fall into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import AsJson, Uri
from queries.options import (
    AsOf,
    Families,
    KnownAt,
    MinOrigins,
    NotTypes,
    Rolled,
    RollUp,
    Since,
    Types,
    Until,
    WithoutSource,
)

if TYPE_CHECKING:
    from queries.sides.balance import Balance

LINES = 15
"""How many pairs, triads and common enemies a person is shown; --json gives more."""


def balance(
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    never: NotTypes = None,
    families: Families = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="How long the search for an exact answer may take for one group of actors.")
    ] = 20.0,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show who is friends and enemies with whom, how balanced that is, and the two sides that fit it best.

    The valence of what joins two actors makes them friends or enemies. An exact answer for the sides needs the extra
    "sides" (pip install 'rapport[sides]'); without it, a search gives sides and tells how near they are.

    Example: rapport balance --since 2024-09-01 --until 2024-10-31 --roll-up state
    """
    import graph.connection
    from graph.options import wants_json
    from graph.table import as_json_text
    from graph.terminal import printable
    from queries.options import asked_view, open_view
    from queries.sides.balance import balance as found_balance

    view = asked_view(
        since=since,
        until=until,
        as_of=as_of,
        known_at=known_at,
        only=only,
        never=never,
        families=families,
        min_origins=min_origins,
    )
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        found = found_balance(store, view, seconds=seconds)
    if wants_json(as_json):
        typer.echo(as_json_text([found.model_dump(mode="json")]))
        return
    for line in lines(found):
        typer.echo(printable(line))


def lines(found: Balance) -> Iterator[str]:
    """What the signed view tells, in lines of text."""
    names = found.names
    friends = sum(pair.sign > 0 for pair in found.pairs)
    enemies = sum(pair.sign < 0 for pair in found.pairs)
    yield f"{len(names)} actors, {friends} pairs of friends, {enemies} of enemies."
    if found.balance is not None:
        kinds = ", ".join(f"{number} {kind}" for kind, number in found.triads.items())
        yield f"Triads: {kinds}; {found.balance:.0%} are balanced."
    proven = "no split does better" if found.exact else f"none can do better than {found.bound}"
    yield f"Sides: contradicted by {found.frustration} of {len(found.pairs)} pairs; {proven}."
    for number, split in enumerate((split for split in found.sides if len(split.sides[0] + split.sides[1]) > 2), 1):
        for letter, side in zip("AB", split.sides, strict=True):
            yield f"  {number}{letter}: {_listed(names[actor] for actor in side)}"
        against = [f"{names[one]} and {names[other]}" for one, other in split.frustrated]
        if against:
            yield f"      against it: {_listed(against)}"
    hostile = [pair for pair in found.pairs if pair.sign < 0]
    for heading, pairs in (("Most hostile", hostile), ("Most friendly", [p for p in found.pairs[::-1] if p.sign > 0])):
        if pairs:
            yield f"{heading}:"
        for pair in pairs[:LINES]:
            counted = f"{pair.relations} relation{'s' * (pair.relations != 1)}"
            yield f"  {pair.net:+6.1f}  {names[pair.one]} and {names[pair.other]} ({counted})"
    if found.common_enemies:
        yield "Enemies in common, and no relation yet:"
    for common in found.common_enemies[:LINES]:
        yield f"  {names[common.one]} and {names[common.other]}: {_listed(names[enemy] for enemy in common.enemies)}"


def _listed(words: Iterable[str]) -> str:
    told = list(words)
    more = f" and {len(told) - LINES} more" if len(told) > LINES else ""
    return ", ".join(told[:LINES]) + more or "nobody"
