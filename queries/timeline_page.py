"""Timeline page: what two actors did to each other, as marks over days, with the evidence for each."""

from __future__ import annotations

from pathlib import Path

from queries.rendering.page_data import page_data, plain
from queries.rendering.template import PAGE, environment
from queries.subgraph import Subgraph

SCRIPTS = (
    "state",
    "narrowing",
    "permalink",
    "theme",
    "time",
    "timeline",
    "pieces",
    "evidence",
    "actor",
    "filters",
    "legend",
    "table",
    "export",
    "page",
)
"""The page's script. It is that of ``queries.page``, with a chart over days where that has its graph."""


def timeline_page(subgraph: Subgraph, one: str, other: str) -> str:
    """The HTML of the page, which needs no network and runs nothing from the data.

    Args:
        subgraph: the relations between the two.
        one: id of the actor whose deeds are filled marks.
        other: id of the actor whose deeds are hollow ones.
    """
    data = page_data(subgraph) | {"chart": "timeline", "pair": [one, other], "islands": []}
    filled = environment(plain(subgraph.title), data, SCRIPTS)
    return filled.get_template(PAGE).render(nodes=[], edges=[], drawing_options={})


def write(subgraph: Subgraph, one: str, other: str, file: Path) -> None:
    """Write the page to ``file``, in UTF-8; see ``queries.page.write``."""
    html = timeline_page(subgraph, one, other)
    file.write_text(html, encoding="utf8", errors="replace", newline="\n")
