"""``rapport timeline``: what two actors did to each other, in the order of days."""

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
    Since,
    Types,
    Until,
    Valence,
    WithoutSource,
)


def timeline(
    one: Annotated[str, typer.Argument(metavar="A", help="An actor, by any name.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.", show_default=False)],
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    never: NotTypes = None,
    families: Families = None,
    valence: Valence = None,
    min_origins: MinOrigins = 1,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    limit: Annotated[int, typer.Option(min=1, help="How many rows at most, the earliest.")] = 500,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show what two actors are reported to have done to each other, and to be to each other, in the order of days.

    Each row quotes the surest claim and says who says so. What no report dates comes last.

    Example: rapport timeline Israel Hezbollah --since 2024-09-01 --known-at 2024-10-01
    """
    import graph.connection
    from graph.table import show
    from queries.options import asked_view, find_shown, open_view
    from queries.timeline import timeline as rows_of

    view = asked_view(
        since=since,
        until=until,
        as_of=as_of,
        known_at=known_at,
        only=only,
        never=never,
        families=families,
        valence=valence,
        min_origins=min_origins,
    )
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        first, second = (find_shown(store, view, name) for name in (one, other))
        rows = rows_of(store, first, second, view, limit=limit)
    hidden = {"subject_id", "object_id", "valence", "claims", "reports", "outlet", "published", "type"}
    show([row.model_dump(exclude=None if _json(as_json) else hidden) for row in rows], as_json=as_json)


def _json(as_json: bool | None) -> bool:
    from graph.options import wants_json

    return wants_json(as_json)
