"""The towns and regions that tell whose a thing is."""

from __future__ import annotations

from graph.actors import ActorKind
from graph.forms import normalised
from graph.gazetteer import load
from ingest.language import english, rows


def test_every_place_lies_in_a_state_of_the_gazetteer() -> None:
    entries = load().entries
    assert {state for state in english().places.values() if entries[state].kind is not ActorKind.STATE} == set()


def test_no_place_stands_in_two_states() -> None:
    places = [normalised(place) for named in rows("places.yaml").values() for place in named]
    assert sorted(places) == sorted(set(places))


def test_no_place_is_a_word_for_an_actor() -> None:
    assert set(english().places) & set(load().names()) == set()
