"""Options that several commands of this package take, worded once, and the view that they make."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import day, days

if TYPE_CHECKING:
    from graph.names import Match
    from graph.store import Store
    from queries.view import View


class RollUp(StrEnum):
    """Who answers for whom."""

    NONE = "none"
    STATE = "state"


Since = Annotated[str | None, typer.Option(help="Nothing that ended before this day.", show_default=False)]
Until = Annotated[str | None, typer.Option(help="Nothing that began after this day.", show_default=False)]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="What was true on this day: what had happened, and what held.", show_default=False),
]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", help="Only what had been reported by this day.", show_default=False)
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", help="Only this relation type; may be given again.", show_default=False),
]
NotTypes = Annotated[
    list[str] | None, typer.Option("--not-type", help="Not this relation type; may be given again.", show_default=False)
]
Families = Annotated[
    list[str] | None,
    typer.Option(
        "--family",
        help="Only this family (verbal-conflict, stance, structure …); may be given again.",
        show_default=False,
    ),
]
Valence = Annotated[
    str | None,
    typer.Option(help="friendly, hostile, neutral, or bounds such as -10..-5.", show_default=False),
]
MinOrigins = Annotated[int, typer.Option("--min-origins", min=1, help="Only what rests on at least so many origins.")]
WithoutSource = Annotated[
    list[str] | None,
    typer.Option(
        "--without-source",
        help="As if this source had said nothing and handed nothing on; may be given again.",
        show_default=False,
    ),
]
Rolled = Annotated[
    RollUp,
    typer.Option("--roll-up", help="state: ministries, forces and leaders count as their state, by the day's offices."),
]


def asked_view(
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    known_at: str | None = None,
    only: list[str] | None = None,
    never: list[str] | None = None,
    families: list[str] | None = None,
    valence: str | None = None,
    min_origins: int = 1,
    traversable: bool = False,
) -> View:
    """The view that options ask for, before the store is opened; sources and standing follow with ``open_view``.

    Raises:
        Misuse: if an option is not what it should be.
    """
    from queries.parameters import family, relation_type, valences
    from queries.view import seen_types

    first, last = days(since, until)
    view = seen_types(
        [relation_type(name) for name in only or ()],
        [relation_type(name) for name in never or ()],
        [family(name) for name in families or ()],
        traversable=traversable,
    )
    lowest, highest = valences(valence)
    return dataclasses.replace(
        view,
        since=first,
        until=last,
        as_of=day(as_of, "--as-of"),
        known_at=day(known_at, "--known-at"),
        min_origins=min_origins,
        lowest=lowest,
        highest=highest,
    )


def open_view(store: Store, view: View, roll_up: RollUp = RollUp.NONE, without: list[str] | None = None) -> View:
    """The view with who stands for whom, and without the sources that are named; says on stderr whom it matched.

    Raises:
        AmbiguousName: if a source's name fits several actors.
        UnknownName: if it fits none.
    """
    from queries.standing import standing

    stand = standing(store, roll_up)
    sources = [member for name in without or () for member in stand.same(find(store, view, name).actor.id)]
    return dataclasses.replace(view, standing=stand, without=tuple(sources))


def find(store: Store, view: View, name: str) -> Match:
    """The actor that a name means, by the offices of the view's day and by what was decided; says so on stderr.

    Raises:
        AmbiguousName: if several actors fit.
        UnknownName: if none does.
    """
    from graph.identities import load
    from graph.stored_actors import find_actor
    from graph.terminal import printable
    from queries.actors import told

    match = find_actor(store, name, view.office_day, load())
    typer.echo(printable(told(name, match)), err=True)
    return match


def find_shown(store: Store, view: View, name: str) -> str:
    """The id of the actor that a name means, or of the state for which it stands in the view."""
    return view.standing.on(find(store, view, name).actor.id, view.office_day)
