"""``rapport disputes``: asserted beside denied, and differing figures beside each other."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.options import AsJson, Uri
from queries.options import AsOf, Families, KnownAt, NotTypes, Rolled, RollUp, Since, Types, Until, WithoutSource

Name = Annotated[str | None, typer.Argument(help="An actor, by any name; give two or none.", show_default=False)]


def disputes(
    one: Name = None,
    other: Name = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    never: NotTypes = None,
    families: Families = None,
    without: WithoutSource = None,
    roll_up: Rolled = RollUp.NONE,
    limit: Annotated[int, typer.Option(min=1, help="How many disputes at most, the latest.")] = 100,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show what some assert and others deny, and where they tell it with differing figures.

    One row a claim; rows with one number belong to one dispute. Nothing is resolved: the newer word does not win.

    Example: rapport disputes Iran Israel --since 2024-10-01
    """
    import graph.connection
    from graph.errors import Misuse
    from graph.options import wants_json
    from graph.table import show
    from queries.disputes import disputes as found_disputes
    from queries.options import asked_view, find_shown, open_view

    if one is not None and other is None:
        raise Misuse("Name two actors, or none for all disputes.")
    view = asked_view(
        since=since, until=until, as_of=as_of, known_at=known_at, only=only, never=never, families=families
    )
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        pair = None
        if one is not None and other is not None:
            pair = (find_shown(store, view, one), find_shown(store, view, other))
        rows = found_disputes(store, view, pair, limit=limit)
    hidden = None if wants_json(as_json) else {"url", "outlet", "published"}
    show([row.model_dump(mode="json", exclude=hidden) for row in rows], as_json=as_json)
