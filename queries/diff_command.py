"""``rapport diff``: what began, ended and changed from one day to another."""

from __future__ import annotations

from typing import Annotated

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
    Types,
    Valence,
    WithoutSource,
)


def diff(
    earlier: Annotated[str, typer.Argument(metavar="DAY1", help="The earlier day.", show_default=False)],
    later: Annotated[str, typer.Argument(metavar="DAY2", help="The later day.", show_default=False)],
    reported: Annotated[
        bool, typer.Option("--reported/--happened", help="By what had been reported, or by what had happened.")
    ] = False,
    by_outlet: Annotated[bool, typer.Option("--by-outlet", help="One row for each outlet that tells of it.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    never: NotTypes = None,
    families: Families = None,
    valence: Valence = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show what began, ended and changed from one day to another.

    By what had happened, relations that no report dates are left out. With --reported, the graph as it could be known
    on the one day is compared with that of the other.

    Example: rapport diff 2024-09-30 2024-10-08 --reported --by-outlet
    """
    import graph.connection
    from graph.errors import Misuse
    from graph.options import day, wants_json
    from graph.table import show
    from queries.diff import diff as found_diff
    from queries.options import asked_view, open_view

    first, last = day(earlier, "DAY1"), day(later, "DAY2")
    if (reported and known_at) or (not reported and as_of):
        raise Misuse("The two days are those of this clock already: give --as-of with --reported, else --known-at.")
    view = asked_view(
        as_of=as_of,
        known_at=known_at,
        only=only,
        never=never,
        families=families,
        valence=valence,
        min_origins=min_origins,
    )
    if first is None or last is None or first >= last:
        raise Misuse(f"{earlier} does not lie before {later}: give the earlier day first.")
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        rows = found_diff(store, view, first, last, reported=reported, by_outlet=by_outlet)
    hidden = None if wants_json(as_json) else {"until"} | (set() if by_outlet else {"outlet"})
    show([row.model_dump(mode="json", exclude=hidden) for row in rows], as_json=as_json)
