"""``rapport show``: the graph as a page to open in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import Quiet, Uri
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
    from queries.choice import Choice
    from queries.view import View

RELATION_LIMIT = 300
"""As ``queries.fetching.RELATION_LIMIT``, which is too slow to import for ``--help``; a test holds the two together."""

Out = Annotated[Path, typer.Option("--out", "-o", help="The file to write.")]
OpenIt = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def show(
    actor: Annotated[str | None, typer.Option(help="Only the relations of this actor.", show_default=False)] = None,
    path: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Only the shortest paths between two actors.", show_default=False),
    ] = None,
    query: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this saved query answers.", show_default=False)
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", help="A parameter of --query, as name=value.", show_default=False),
    ] = None,
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
        int, typer.Option(min=1, help="How many relations at most, the strongest first.")
    ] = RELATION_LIMIT,
    out: Out = Path("rapport.html"),
    like: Annotated[
        Path | None,
        typer.Option(help="A page written before: actors stand where they stand there.", show_default=False),
    ] = None,
    open_it: OpenIt = False,
    quiet: Quiet = False,
    uri: Uri = None,
) -> None:
    """Write the graph as an HTML page: who is said to do what to whom, with every claim beside its line.

    The page needs no network and can be sent by mail. Relations with the most origins come first, then those with the
    most claims, then the latest reported. With a day, relations that no report dates are left out. Where the file holds
    the same part of the graph already, actors keep their places.

    Example: rapport show --path Hezbollah "United States" --since 2024-09-01 --open
    """
    import graph.connection
    from graph import progress
    from graph.errors import Misuse
    from queries.fetching import fetch
    from queries.options import asked_view, open_view
    from queries.page_file import check_target, counted, finish, places_before, written

    if sum(choice is not None for choice in (actor, path, query)) > 1:
        raise Misuse("A page shows an actor, a path or a query: give one of --actor, --path and --query.")
    if parameters and query is None:
        raise Misuse("--param belongs to a saved query: name one with --query.")
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
    check_target(out)
    if like is not None and not places_before(like):
        raise Misuse(f"{like} is no page of Rapport's: name one with --like.")
    with progress.shown(quiet) as tell:
        tell("Reading the graph", 0, 0)
        with graph.connection.connect(uri) as store:
            view = open_view(store, view, roll_up, without)
            shown = fetch(store, _choice(store, view, actor, path, query, parameters or []), limit=limit)
        tell(f"Placing {len(shown.actors):,} actors", 0, 0)
        written(shown, out, like)
    words = f"{counted(len(shown.relations), shown.total)} written to {out.resolve()}"
    finish("" if quiet else words, out, open_it=open_it)


def _choice(
    store: Store,
    view: View,
    actor: str | None,
    path: tuple[str, str] | None,
    query: str | None,
    parameters: list[str],
) -> Choice:
    """What is asked for; says on stderr who is meant by each name."""
    from queries.choice import Choice
    from queries.choosing import along_paths, of_query
    from queries.options import find, find_shown
    from queries.seen import names_of
    from queries.subgraph import ShownActor

    if actor is not None:
        key = find_shown(store, view, actor)
        return Choice(view=view, actor=ShownActor(id=key, name=names_of(store, [key])[key]))
    if path is not None:
        return along_paths(store, view, find(store, view, path[0]), find(store, view, path[1]))
    if query is not None:
        from queries.assignments import pairs
        from queries.parameters import check_names
        from queries.saved import find as find_query
        from queries.saved import run

        asked, given = find_query(query), pairs(parameters)
        check_names(asked.header.parameters, given)
        answer = run(store, asked, given, view)
        return of_query(store, view, asked.header.title, answer.rows, answer.matches.values())
    return Choice(view=view)
