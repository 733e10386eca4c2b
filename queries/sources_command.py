"""``rapport sources`` and ``rapport origins``: who says so, and what rests on one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.options import AsJson, Uri
from queries.options import AsOf, KnownAt, Rolled, RollUp, Since, Types, Until

if TYPE_CHECKING:
    from graph.store import Store
    from queries.sources import Sources


def sources(
    one: Annotated[str, typer.Argument(metavar="RELATION|A", help="A relation's id, or an actor.", show_default=False)],
    other: Annotated[str | None, typer.Argument(metavar="[B]", help="Another actor.", show_default=False)] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    roll_up: Rolled = RollUp.NONE,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show on whose word a relation rests, or all that is between two actors.

    Each origin stands once, however many outlets hand it on; unnamed ones are marked, and so is who only relays. The
    ids of relations stand in the answers of other commands; their first characters are enough.

    Example: rapport sources Israel Hezbollah --since 2024-09-01
    """
    import graph.connection
    from graph.options import wants_json
    from graph.table import as_json_text
    from queries.options import asked_view, find_shown, open_view
    from queries.sources import sources as found_sources

    view = asked_view(since=since, until=until, as_of=as_of, known_at=known_at, only=only)
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up)
        if other is None:
            found = found_sources(store, view, relations=_relation(store, one))
        else:
            pair = (find_shown(store, view, one), find_shown(store, view, other))
            found = found_sources(store, view, pair=pair)
    if wants_json(as_json):
        typer.echo(as_json_text([found.model_dump()]))
    else:
        _show(found)


def origins(
    falls: Annotated[
        str | None,
        typer.Option(
            "--if-falls",
            metavar="SOURCE",
            help="What rests on this source, and what falls without it.",
            show_default=False,
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    only: Types = None,
    roll_up: Rolled = RollUp.NONE,
    limit: Annotated[int, typer.Option(min=1, help="How many rows at most.")] = 200,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show what rests on one source without a name, or what falls if a source falls.

    Example: rapport origins --if-falls Axios
    """
    import graph.connection
    from graph.table import show
    from queries.options import asked_view, find, open_view
    from queries.origins import falling_with, on_one_unnamed

    view = asked_view(since=since, until=until, as_of=as_of, known_at=known_at, only=only)
    with graph.connection.connect(uri) as store:
        view = open_view(store, view, roll_up)
        if falls is None:
            rows = on_one_unnamed(store, view, limit=limit)
        else:
            source = view.standing.same(find(store, view, falls).actor.id)
            rows = falling_with(store, view, source, limit=limit)
    hidden = {"origins_left", "falls"} if falls is None else {"origin"}
    show([row.model_dump(exclude=hidden) for row in rows], as_json=as_json)


def _relation(store: Store, beginning: str) -> list[str]:
    """The id of the relation that begins so.

    Raises:
        Misuse: if none does, or several do.
    """
    from graph.errors import Misuse

    rows = store.cypher(
        "MATCH (:Actor)-[r]->(:Actor) WHERE r.id STARTS WITH $beginning RETURN DISTINCT r.id AS id LIMIT 2",
        beginning=beginning.strip(),
    )
    if not beginning.startswith("relation-") or not rows:
        raise Misuse(f"No relation has the id '{beginning}': name two actors, or an id such as relation-1f0c22ab.")
    if len(rows) > 1:
        raise Misuse(f"The ids of several relations begin with '{beginning}': give more of it.")
    return [rows[0]["id"]]


def _show(found: Sources) -> None:
    from graph.terminal import printable
    from queries.sources import lines

    counted = [
        f"{number:,} {word}{'' if number == 1 else 's'}"
        for number, word in (
            (found.relations, "relation"),
            (found.claims, "claim"),
            (found.reports, "report"),
            (found.origins, "origin"),
        )
    ]
    typer.echo(", ".join(counted))
    for line in lines(found.speakers):
        indent = len(line) - len(line.lstrip())
        typer.echo(" " * indent + printable(line.strip()))
    relaying = [printable(outlet.name) for outlet in found.outlets if outlet.only_relays]
    if relaying:
        typer.echo(f"Only relaying what other outlets report: {', '.join(relaying)}")
