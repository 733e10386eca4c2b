"""Paths as text: in sentences for a terminal, as rows, and as a statement for Neo4j Browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from queries.attribution import days_in_words
from queries.evidence import chain_in_words

if TYPE_CHECKING:
    from queries.paths import Hop, Path


def rows(found: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """One row a hop, with the number of its path and its place in it, both from 1."""
    for number, one in enumerate(found, start=1):
        for place, hop in enumerate(one.hops, start=1):
            yield {"path": number, "hop": place, **hop.model_dump()}


def statement(found: Sequence[Path]) -> str:
    """A statement in Cypher that shows the hops of some paths, each by its relation."""
    hops = dict.fromkeys((hop.type, hop.relation) for one in found for hop in one.hops)
    # JSON's escapes are Cypher's too.
    shown = [f"MATCH p = (:Actor)-[:{kind} {{id: {json.dumps(key)}}}]->(:Actor) RETURN p" for kind, key in hops]
    return " UNION ".join(shown)


def lines(number: int, one: Path) -> Iterator[tuple[str, str]]:
    """A path in lines of text, each with the style that it is shown in."""
    names = " → ".join([one.hops[0].start_name, *(hop.goal_name for hop in one.hops)])
    yield f"{number}. {names} ({len(one.hops)} hop{'s' * (len(one.hops) > 1)})", "bold"
    for hop in one.hops:
        yield from _hop_lines(hop)


def _hop_lines(hop: Hop) -> Iterator[tuple[str, str]]:
    told = [f"{hop.start_name} {hop.phrase} {hop.goal_name}"]
    days = days_in_words(hop.on, hop.until, hop.precision, hop.lasts)
    told += [days] if days else []
    told += ["disputed"] if hop.disputed else []
    told += [f"{hop.relations - 1} more between them"] if hop.relations > 1 else []
    yield f"   {', '.join(told)}", ""
    if hop.quote:
        yield f"      “{hop.quote}”", "italic"
    said = "; ".join(filter(None, (chain_in_words(hop.attribution, hop.outlet), days_in_words(hop.published, None))))
    for line in (said, hop.url):
        if line:
            yield f"      {line}", "dim"


def show(found: Sequence[Path]) -> None:
    """Print paths in sentences on standard output."""
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
