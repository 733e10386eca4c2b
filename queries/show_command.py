"""``rapport show``: the graph as a page to open in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import Uri

if TYPE_CHECKING:
    import datetime

    from graph.names import Match
    from graph.store import Store
    from queries.fetching import Choice

RELATION_LIMIT = 300
"""As ``queries.fetching.RELATION_LIMIT``, which is too slow to import for ``--help``; a test holds the two together."""


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
    since: Annotated[str | None, typer.Option(help="Nothing that ended before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Nothing that began after this day.", show_default=False)] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="What was true on this day.", show_default=False)] = None,
    limit: Annotated[
        int, typer.Option(min=1, help="How many relations at most, the strongest first.")
    ] = RELATION_LIMIT,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")] = Path("rapport.html"),
    like: Annotated[
        Path | None,
        typer.Option(help="A page written before: actors stand where they stand there.", show_default=False),
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    uri: Uri = None,
) -> None:
    """Write the graph as an HTML page: who is said to do what to whom, with every claim beside its line.

    The page needs no network and can be sent by mail. Relations with the most origins come first, then those with the
    most claims, then the latest reported. With a day, relations that no report dates are left out. Where the file holds
    the same part of the graph already, actors keep their places.

    Example: rapport show --path Hezbollah "United States" --since 2024-09-01 --open
    """
    import dataclasses

    import graph.connection
    from graph.errors import Misuse
    from graph.options import day, days
    from graph.terminal import printable
    from queries.fetching import fetch
    from queries.page_file import check_target, counted, places_before, written

    if sum(choice is not None for choice in (actor, path, query)) > 1:
        raise Misuse("A page shows an actor, a path or a query: give one of --actor, --path and --query.")
    if parameters and query is None:
        raise Misuse("--param belongs to a saved query: name one with --query.")
    first, last = days(since, until)
    seen_on = day(as_of, "--as-of")
    check_target(out)
    if like is not None and not places_before(like):
        raise Misuse(f"{like} is no page of Rapport's: name one with --like.")
    with graph.connection.connect(uri) as store:
        choice = _choice(store, actor, path, query, parameters or [], seen_on or last or first, first, last)
        choice = dataclasses.replace(choice, since=first, until=last, as_of=seen_on)
        shown = fetch(store, choice, limit=limit)
    written(shown, out, like)
    typer.echo(printable(f"{counted(len(shown.relations), shown.total)} written to {out.resolve()}"))
    if open_it and typer.launch(out.resolve().as_uri()) != 0:
        typer.echo("No browser could be started here; open the file by hand.", err=True)


def _choice(
    store: Store,
    actor: str | None,
    path: tuple[str, str] | None,
    query: str | None,
    parameters: list[str],
    office_day: datetime.date | None,
    since: datetime.date | None,
    until: datetime.date | None,
) -> Choice:
    """What is asked for; says on stderr who is meant by each name."""
    from graph.stored_actors import find_actor
    from graph.terminal import printable
    from queries.actors import told
    from queries.fetching import Choice
    from queries.subgraph import ShownActor

    def find(name: str) -> Match:
        match = find_actor(store, name, office_day)
        typer.echo(printable(told(name, match)), err=True)
        return match

    if actor is not None:
        return Choice(
            actor=ShownActor.model_validate(find(actor).actor.model_dump(include=set(ShownActor.model_fields)))
        )
    if path is not None:
        from queries.choosing import along_paths

        return along_paths(store, find(path[0]), find(path[1]), since=since, until=until)
    if query is not None:
        from queries.assignments import pairs
        from queries.choosing import of_query
        from queries.parameters import check_names
        from queries.saved import find as find_query
        from queries.saved import run

        asked, given = find_query(query), pairs(parameters)
        check_names(asked.header.parameters, given)
        answer = run(store, asked, given)
        return of_query(store, asked.header.title, answer.rows, answer.matches.values())
    return Choice()
