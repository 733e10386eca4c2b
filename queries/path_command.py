"""``rapport path``: how two actors are joined, and who says so."""

from __future__ import annotations

from pathlib import Path
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
from queries.pathfinding.walk import Rank, Walk

Names = list[str] | None

ADJECTIVES = {
    Rank.HOPS: "shortest",
    Rank.SUPPORT: "best supported",
    Rank.RECENT: "most recent",
    Rank.HOSTILE: "most hostile",
    Rank.FRIENDLY: "most friendly",
    Rank.EARLIEST: "earliest",
}


def path(
    start: Annotated[str, typer.Argument(help="The actor to start from, by any name.", show_default=False)],
    goal: Annotated[str, typer.Argument(help="The actor to reach.", show_default=False)],
    paths: Annotated[int, typer.Option("-k", "--paths", help="How many paths at most.")] = 3,
    most_hops: Annotated[int, typer.Option("--max-hops", help="How many hops a path has at most.")] = 6,
    rank: Annotated[
        Rank,
        typer.Option(
            help="What comes first: the fewest hops, or the path whose worst hop is best: on the most origins, most "
            "recent, most hostile, most friendly; or, with --time-respecting, the earliest arrival."
        ),
    ] = Rank.HOPS,
    directed: Annotated[
        bool, typer.Option("--directed/--either", help="Walk only from subject to object, or either way.")
    ] = False,
    via: Annotated[
        Names, typer.Option("--via", help="Only paths by way of this actor; may be given again.", show_default=False)
    ] = None,
    avoid: Annotated[
        Names, typer.Option("--avoid", help="No path by way of this actor; may be given again.", show_default=False)
    ] = None,
    in_time: Annotated[
        bool, typer.Option("--time-respecting", help="Days do not go backwards along the path.")
    ] = False,
    max_gap: Annotated[
        int | None,
        typer.Option("--max-gap", help="Days between two hops at most, with --time-respecting.", show_default=False),
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
    html: Annotated[
        Path | None,
        typer.Option("--html", help="Write the paths as a page into this file.", show_default=False),
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    as_cypher: Annotated[
        bool, typer.Option("--cypher", help="Print a statement that shows the same paths in Neo4j Browser.")
    ] = False,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show how two actors are joined: the shortest paths, and for each hop who says what, when.

    Where several relations join two actors, the one with the most origins is shown and the others are counted. Ends
    with exit code 3 where a name is unknown, 2 where it fits several actors, 4 where no path joins the two.

    Example: rapport path Hezbollah "United States" -k 2 --since 2024-09-01 --without-source TASS
    """
    import dataclasses

    import graph.connection
    from graph.errors import Misuse
    from graph.options import wants_json
    from graph.table import as_json_text
    from graph.terminal import printable
    from queries.choosing import of_paths
    from queries.fetching import fetch
    from queries.options import asked_view, find_shown, open_view
    from queries.page_file import check_target, counted, finish, written
    from queries.path_text import rows, show, statement
    from queries.paths import find_paths

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
        traversable=True,
    )
    walk = Walk(paths, most_hops, directed, rank=rank, in_time=in_time, max_gap=max_gap)
    walk.check("", " ")  # before a server is started for nothing
    if html:
        check_target(html)
    elif open_it:
        raise Misuse("--open opens a page: name its file with --html.")
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up, without)
        first, last = find_shown(store, view, start), find_shown(store, view, goal)
        stops, avoided = (tuple(find_shown(store, view, name) for name in names or ()) for names in (via, avoid))
        found = find_paths(store, first, last, view, dataclasses.replace(walk, via=stops, avoid=avoided))
        page = fetch(store, of_paths(view, found, ADJECTIVES[rank])) if html else None
    if html and page:
        written(page, html)
        finish(f"{counted(len(page.relations), page.total)} written to {html.resolve()}", html, open_it=open_it)
    elif as_cypher:
        typer.echo(printable(statement(found)))
    elif wants_json(as_json):
        typer.echo(as_json_text(list(rows(found))))
    else:
        show(found)
