"""Actors as rows, and back."""

from __future__ import annotations

from graph.actors import Actor, ActorKind
from graph.rows import actor_of, actor_row


def test_an_actor_comes_back_as_it_was_written() -> None:
    actor = Actor(id="IRN", name="Iran", kind=ActorKind.STATE, wikidata="Q794", aliases=("Persia",))
    assert actor_of(actor_row(actor)["properties"]) == actor


def test_an_actor_that_lacks_its_lists_is_read_without_them() -> None:
    assert actor_of({"id": "x", "name": "X", "kind": "unknown", "aliases": None}) == Actor(id="x", name="X")


def test_an_actor_in_a_form_that_is_not_known_is_none() -> None:
    assert actor_of({"id": "No Id", "name": "X"}) is None
