"""Event words: which relation type each kind of event in a feed makes, from the files in ``data``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graph.errors import RapportError
from graph.vocabulary import vocabulary
from ingest.feeds.data_files import DATA, load
from ingest.feeds.telling import Unreadable

OTHER = "other"

Types = Mapping[str, str | None]


@lru_cache(maxsize=1)
def icews_events() -> Mapping[str, str]:
    """The CAMEO code of each of ICEWS's words for events, in lower case."""
    rows: dict[str, str] = load(DATA / "icews_events.yaml")
    return {words.lower(): code for words, code in rows.items()}


@lru_cache(maxsize=1)
def relations() -> Mapping[str, Mapping[str, Types]]:
    """The file ``relations.yaml``: by feed and kind of event, the type of each sub-event and that of others.

    Raises:
        RapportError: if it names a type that the vocabulary does not have.
    """
    rows: dict[str, Any] = load(DATA / "relations.yaml")
    found: dict[str, dict[str, Types]] = {}
    for feed, kinds in rows.items():
        if isinstance(kinds, list):
            found[feed] = {kind: {} for kind in kinds}
            continue
        found[feed] = {
            str(kind).lower(): types if isinstance(types, dict) else {OTHER: types} for kind, types in kinds.items()
        }
        for kind, types in found[feed].items():
            for name in types.values():
                if name is not None and name not in vocabulary().types:
                    raise RapportError(f"relations.yaml: {feed}, {kind}: the vocabulary has no type {name}.")
    return found


def relation_of(feed: str, kind: str | None, sub_kind: str | None = None) -> str:
    """The relation type of a kind of event.

    Args:
        feed: as in ``relations.yaml``.
        kind: the provider's word or number for it.
        sub_kind: his word for what it is more exactly.

    Raises:
        Unreadable: if the kind is not known, or tells no relation.
    """
    types = relations()[feed].get((kind or "").lower())
    if types is None:
        raise Unreadable("The kind of event is not one that its provider describes.")
    name = types.get((sub_kind or "").lower(), types.get(OTHER))
    if name is None:
        raise Unreadable("This kind of event tells no relation between its two actors.")
    return name
