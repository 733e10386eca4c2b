"""``rapport path``: how two actors are joined, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.options import AsJson, Uri

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.paths import Hop, Path

TypeNames = list[str] | None


def path(
    start: Annotated[str, typer.Argument(help="The actor to start from, by any name.", show_default=False)],
    goal: Annotated[str, typer.Argument(help="The actor to reach.", show_default=False)],
    paths: Annotated[int, typer.Option("-k", "--paths", help="How many paths at most.")] = 3,
    most_hops: Annotated[int, typer.Option("--max-hops", help="How many hops a path has at most.")] = 6,
    directed: Annotated[
        bool, typer.Option("--directed/--either", help="Walk only from subject to object, or either way.")
    ] = False,
    since: Annotated[str | None, typer.Option(help="Nothing that ended before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Nothing that began after this day.", show_default=False)] = None,
    only: Annotated[
        TypeNames, typer.Option("--type", help="Only this relation type; may be given again.", show_default=False)
    ] = None,
    never: Annotated[
        TypeNames, typer.Option("--not-type", help="Not this relation type; may be given again.", show_default=False)
    ] = None,
    as_json: AsJson = None,
    uri: Uri = None,
) -> None:
    """Show how two actors are joined: the shortest paths, and for each hop who says what, when.

    Where several relations join two actors, the one with the most origins is shown and the others are counted.

    Example: rapport path Hezbollah "United States" -k 2 --since 2024-09-01
    """
    import dataclasses

    import graph.connection
    from graph.options import days, wants_json
    from graph.stored_actors import find_actor
    from graph.table import as_json_text
    from graph.terminal import printable
    from queries.actors import told
    from queries.parameters import relation_type
    from queries.paths import find_paths, traversable

    kept = traversable([relation_type(name) for name in only or ()], [relation_type(name) for name in never or ()])
    first, last = days(since, until)
    wanted = dataclasses.replace(kept, since=first, until=last, directed=directed)
    with graph.connection.connect(uri) as store:
        ends = [find_actor(store, name, last or first) for name in (start, goal)]
        for name, match in zip((start, goal), ends, strict=True):
            typer.echo(printable(told(name, match)), err=True)
        found = find_paths(store, ends[0].actor.id, ends[1].actor.id, wanted, paths=paths, most_hops=most_hops)
    if wants_json(as_json):
        typer.echo(as_json_text(list(rows(found))))
    else:
        _show(found)


def rows(found: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """One row a hop, with the number of its path and its place in it, both from 1."""
    for number, one in enumerate(found, start=1):
        for place, hop in enumerate(one.hops, start=1):
            yield {"path": number, "hop": place, **hop.model_dump()}


def lines(number: int, one: Path) -> Iterator[tuple[str, str]]:
    """A path in lines of text, each with the style that it is shown in."""
    names = " → ".join([one.hops[0].start_name, *(hop.goal_name for hop in one.hops)])
    yield f"{number}. {names} ({len(one.hops)} hop{'s' * (len(one.hops) > 1)})", "bold"
    for hop in one.hops:
        yield from _hop_lines(hop)


def _hop_lines(hop: Hop) -> Iterator[tuple[str, str]]:
    from queries.attribution import days_in_words

    told = [f"{hop.start_name} {hop.phrase} {hop.goal_name}"]
    days = days_in_words(hop.on, hop.until, hop.precision, hop.lasts)
    told += [days] if days else []
    told += ["disputed"] if hop.disputed else []
    told += [f"{hop.relations - 1} more between them"] if hop.relations > 1 else []
    yield f"   {', '.join(told)}", ""
    if hop.quote:
        yield f"      “{hop.quote}”", "italic"
    for line in (_who_says_so(hop), hop.url):
        if line:
            yield f"      {line}", "dim"


def _who_says_so(hop: Hop) -> str:
    """Outlet and chain, outermost first, and the day of the report: "TASS, citing Axios; 24 September 2024"."""
    from queries.attribution import days_in_words, in_words

    speakers = [in_words(link) for link in hop.attribution]
    if hop.outlet and hop.outlet not in speakers[:1]:
        speakers.insert(0, hop.outlet)
    return "; ".join(filter(None, (", citing ".join(speakers), days_in_words(hop.published, None))))


def _show(found: Sequence[Path]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from graph.terminal import printable

    console = Console(highlight=False, emoji=False)
    for number, one in enumerate(found, start=1):
        if number > 1:
            console.print()
        for line, style in lines(number, one):
            text = Text(printable(line.strip()), style=style, overflow="fold")
            indent = len(line) - len(line.lstrip())
            if line.lstrip().startswith("http"):
                # An address that is broken into lines can neither be clicked nor copied.
                console.print(Text(" " * indent) + text, soft_wrap=True)
            else:
                console.print(Padding(text, (0, 0, 0, indent), expand=False))
