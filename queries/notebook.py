"""Notebook: the page inside a notebook, in a frame that can neither reach the notebook nor be reached by it."""

from __future__ import annotations

import dataclasses
import datetime
import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.fetching import RELATION_LIMIT, fetch
from queries.page import page
from queries.view import View, seen_types

if TYPE_CHECKING:
    from graph.store import Store
    from queries.choice import Choice

SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What the frame may do: run its own script, save pictures, and open the sources that are linked, in tabs of their own.
Without ``allow-same-origin`` nothing in it can touch the notebook."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that a notebook shows as the value of a cell.

    Attributes:
        page: its HTML.
        height: of the frame, in pixels.
    """

    page: str
    height: int = 680

    def _repr_html_(self) -> str:
        framed = html.escape(self.page, quote=True)
        return (
            f'<iframe sandbox="{SANDBOX}" srcdoc="{framed}" title="Who is said to do what to whom" '
            f'style="width: 100%; height: {self.height:d}px; border: 1px solid #ccc; border-radius: 6px"></iframe>'
        )


def show(
    store: Store,
    *,
    actor: str | None = None,
    path: tuple[str, str] | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    view: View | None = None,
    limit: int = RELATION_LIMIT,
    height: int = 680,
) -> Inline:
    """The page of ``rapport show``, for a notebook.

    Args:
        store: what is read.
        actor: only the relations of this actor, by any name.
        path: only the shortest paths between two actors, by any name.
        since: nothing that ended before this day.
        until: nothing that began after this day.
        view: which relations count; by default all.
        limit: how many relations at most, the strongest first.
        height: of the frame, in pixels.

    Raises:
        AmbiguousName: if a name fits several actors.
        UnknownName: if it fits none.
        NoPath: if nothing joins the two actors of ``path``.
    """
    seen = view or seen_types()
    seen = dataclasses.replace(seen, since=since or seen.since, until=until or seen.until)
    return Inline(page(fetch(store, _choice(store, seen, actor, path), limit=limit)), height)


def _choice(store: Store, view: View, actor: str | None, path: tuple[str, str] | None) -> Choice:
    from graph.stored_actors import find_actor
    from queries.choice import Choice
    from queries.choosing import along_paths
    from queries.subgraph import ShownActor

    if path is not None:
        start, goal = (find_actor(store, name, view.office_day) for name in path)
        return along_paths(store, view, start, goal)
    if actor is None:
        return Choice(view=view)
    found = find_actor(store, actor, view.office_day).actor
    return Choice(view=view, actor=ShownActor(id=found.id, name=found.name))
