"""Pages of a path, of a saved query, and of what was true or known on a day."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

import pytest

from graph.errors import NoPath, RapportError
from graph.stored_actors import find_actor
from queries import saved
from queries.choice import Choice
from queries.choosing import along_paths, of_query
from queries.fetching import fetch
from queries.notebook import show
from queries.view import seen_types
from tests.queries.sample import sample_records

if TYPE_CHECKING:
    from graph.store import Store

VIEW = seen_types()


@pytest.fixture
def filled(newest_store: Store) -> Store:
    newest_store.write(sample_records())
    return newest_store


def sayings(store: Store, choice: Choice) -> set[str]:
    return {f"{r.subject} {r.type} {r.object}" for r in fetch(store, choice).relations}


def answer(store: Store, name: str, **given: str) -> Choice:
    asked = saved.find(name)
    found = saved.run(store, asked, given)
    return of_query(store, VIEW, asked.header.title, found.rows, found.matches.values())


def test_a_path_brings_every_relation_between_its_neighbours_and_no_other(filled: Store) -> None:
    start, goal = (find_actor(filled, name) for name in ("Jake Sullivan", "Houthis"))
    shown = fetch(filled, along_paths(filled, VIEW, start, goal, paths=2))
    assert {actor.id for actor in shown.actors} == {"jake-sullivan", "USA", "ISR", "houthis", "ron-dermer"}
    assert sayings(filled, along_paths(filled, VIEW, start, goal, paths=2)) >= {"USA DISTRUSTS ISR", "ISR INFORMS USA"}
    assert dict(shown.start) == {"from": "jake-sullivan", "to": "houthis"}
    assert shown.title == "From Jake Sullivan to Houthis"


def test_where_nothing_joins_two_actors_there_is_no_page(filled: Store) -> None:
    start, goal = (find_actor(filled, name) for name in ("Jake Sullivan", "France"))
    with pytest.raises(NoPath):
        along_paths(filled, VIEW, start, goal)


def test_a_query_of_relations_shows_these(filled: Store) -> None:
    assert sayings(filled, answer(filled, "disputed")) == {"idf INVADES LBN"}


def test_a_query_of_claims_shows_the_relations_that_they_bear_on(filled: Store) -> None:
    assert sayings(filled, answer(filled, "anonymous")) == {
        "USA DISTRUSTS ISR",
        "ISR WITHHOLDS_FROM USA",
        "jake-sullivan DEMANDS_OF ron-dermer",
        "ISR INFORMS USA",
    }


def test_a_query_of_actors_shows_what_is_between_them_and_whom_was_asked_about(filled: Store) -> None:
    found = sayings(filled, answer(filled, "allies", actor="Iran"))
    assert {"IRN BACKS houthis", "IRN BACKS hezbollah"} <= found
    assert not any("USA" in saying for saying in found)


def test_an_answer_without_relations_and_actors_says_so(filled: Store) -> None:
    with pytest.raises(RapportError, match="nothing to draw"):
        of_query(filled, VIEW, "Numbers", [{"count": 3, "words": ["none of these", {"deep": "neither"}]}], [])


def test_what_is_threatened_between_the_actors_comes_along(filled: Store) -> None:
    shown = fetch(filled)
    assert [(c.subject, c.type, c.object, c.modality.value) for c in shown.undrawn] == [
        ("ISR", "STRIKES", "IRN", "threatened")
    ]
    assert shown.undrawn[0].report in {report.id for report in shown.reports}


def test_a_page_of_what_was_known_on_a_day_has_never_heard_of_later_reports(filled: Store) -> None:
    view = dataclasses.replace(VIEW, known_at=datetime.date(2024, 10, 2))
    shown = fetch(filled, Choice(view=view))
    assert {str(report.published) for report in shown.reports} == {"2024-10-02"}
    attack = next(r for r in shown.relations if (r.subject, r.type, r.object) == ("IRN", "STRIKES", "ISR"))
    assert (attack.claims, len(attack.evidence), attack.reports) == (2, 2, 2)
    assert "what had been reported by 2024-10-02" in shown.filters
    assert shown.total == len(shown.relations)


def test_both_roads_to_a_page_give_the_same(filled: Store) -> None:
    written = fetch(filled)
    late = dataclasses.replace(VIEW, known_at=datetime.date(2030, 1, 1))
    projected = fetch(filled, Choice(view=late))
    assert [r.model_dump(exclude={"evidence"}) for r in projected.relations] == [
        r.model_dump(exclude={"evidence"}) for r in written.relations
    ]
    assert {r.id: set(r.evidence) for r in projected.relations} == {r.id: set(r.evidence) for r in written.relations}


def test_a_notebook_shows_the_page_in_a_frame_that_cannot_reach_it(filled: Store) -> None:
    framed = show(filled, actor="Hezbollah", height=500)._repr_html_()
    assert framed.startswith('<iframe sandbox="allow-scripts ')
    assert "allow-same-origin" not in framed
    assert framed.count("<") == 2, "all of the page is escaped"
    assert "500px" in framed
