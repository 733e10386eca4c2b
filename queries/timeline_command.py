"""``rapport timeline``: what two actors did to each other, in the order of days."""

from __future__ import annotations

from pathlib import Path
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
    Valence,
    WithoutSource,
)

if TYPE_CHECKING:
    from graph.store import Store
    from queries.view import View


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
    limit: Annotated[
        int, typer.Option(min=1, help="How many rows at most, the earliest; on a page, the strongest.")
    ] = 500,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page to look at, with a mark a relation.", show_default=False),
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Write the page, and open it in the browser.")] = False,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show what two actors are reported to have done to each other, and to be to each other, in the order of days.

    Each row quotes the surest claim and says who says so. What no report dates comes last.

    With --html, a page shows a mark for each relation, by its day and how friendly it is, with the evidence on click.

    Example: rapport timeline Israel Hezbollah --since 2024-09-01 --known-at 2024-10-01
    """
    import graph.connection
    from graph.options import wants_json
    from graph.table import show
    from queries.options import asked_view, find_shown, open_view
    from queries.page_file import check_target
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
    page = html or (Path("timeline.html") if open_it else None)
    if page is not None:
        check_target(page)
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        first, second = (find_shown(store, view, name) for name in (one, other))
        if page is not None:
            _draw(store, view, first, second, page, limit=limit, open_it=open_it)
            return
        rows = rows_of(store, first, second, view, limit=limit)
    hidden = {"subject_id", "object_id", "valence", "claims", "reports", "outlet", "published", "type"}
    show([row.model_dump(exclude=None if wants_json(as_json) else hidden) for row in rows], as_json=as_json)


def _draw(store: Store, view: View, one: str, other: str, page: Path, *, limit: int, open_it: bool) -> None:
    """Write the page of the two."""
    from graph.errors import Misuse
    from queries.choice import Choice
    from queries.fetching import fetch
    from queries.page_file import counted, finish, writable
    from queries.seen import names_of
    from queries.timeline_page import write

    if one == other:
        raise Misuse(f"Both names mean {one}: name two actors.")
    names = names_of(store, (one, other))
    title = f"{names[one]} and {names[other]} over time"
    shown = fetch(store, Choice(view=view, pairs=((one, other),), title=title), limit=limit)
    with writable(shown, page):
        write(shown, one, other, page)
    finish(f"{counted(len(shown.relations), shown.total)} written to {page.resolve()}", page, open_it=open_it)
