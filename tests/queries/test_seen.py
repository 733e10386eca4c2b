"""What is seen by a day, without a source, and where actors stand for others."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

import pytest

from graph import gazetteer
from graph.claims import Claim
from graph.decisions import Decision, Verdict
from graph.identities import Identities
from graph.projection import evidence, project
from graph.records import Record
from graph.relations import Relation
from graph.store import Store
from queries.options import RollUp
from queries.seen import claims_behind, see
from queries.standing import Standing, standing
from queries.view import View, seen_types
from tests.queries.reported import ACTORS, claim, day, records, report

EVERYTHING = seen_types()


def merged(*pairs: tuple[str, str]) -> Identities:
    """Decisions by which the first of each pair goes by the second's id."""
    moment = datetime.datetime(2024, 10, 9, tzinfo=datetime.UTC)
    return Identities(Decision(verdict=Verdict.SAME, actors=pair, kept=pair[1], decided=moment) for pair in pairs)


def projected(claims: Iterable[tuple[Claim, datetime.date | None]]) -> dict[str, Relation]:
    """What claims come to, in memory."""
    pieces = [piece for one, published in claims if (piece := evidence(one, published))]
    return {relation.id: relation for relation in project(pieces).relations}


def all_claims() -> list[tuple[Claim, datetime.date | None]]:
    return [(one, record.report.published) for record in records() for one in record.claims]


def by_id(store: Store, view: View) -> dict[str, Relation]:
    return {relation.id: relation for relation in see(store, view).relations}


def test_with_nothing_asked_everything_is_seen_as_it_was_written(told: Store) -> None:
    assert by_id(told, EVERYTHING) == projected(all_claims())


@pytest.mark.parametrize("known_at", ["2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04"])
def test_known_at_a_day_the_graph_is_as_if_nothing_later_had_been_reported(told: Store, known_at: str) -> None:
    view = replace(EVERYTHING, known_at=day(known_at))
    assert by_id(told, view) == projected(one for one in all_claims() if one[1] and one[1] <= day(known_at))


@pytest.mark.parametrize("source", ["axios", "tass", "USA", "IRN"])
def test_without_a_source_nothing_counts_that_it_said_or_handed_on(told: Store, source: str) -> None:
    view = replace(EVERYTHING, without=(source,))
    left = [one for one in all_claims() if source not in {link.actor for link in one[0].attribution}]
    assert by_id(told, view) == projected(left)


def test_as_of_a_day_what_has_ended_holds_no_more_and_what_comes_later_is_not_yet(told: Store) -> None:
    told.cypher("MATCH ()-[r:BACKS]->() SET r.on = date('2020-01-01'), r.until = date('2022-01-01')", write=True)
    types = {
        as_of: sorted(one.type for one in see(told, replace(EVERYTHING, as_of=day(as_of))).relations)
        for as_of in ("2019-01-01", "2021-01-01", "2024-09-23")
    }
    assert types == {
        "2019-01-01": [],
        "2021-01-01": ["BACKS"],
        "2024-09-23": ["MEETS", "PROTESTS_AGAINST", "STRIKES"],
    }


def test_actors_that_were_merged_are_one_with_what_was_said_of_both(told: Store) -> None:
    axios = report("axios", "2024-10-05")
    told.write(
        Record(
            report=axios,
            claims=(claim(axios, "ISR STRIKES harbour-workers-of-haifa", "2024-09-23", "raids on the docks"),),
            actors=tuple(ACTORS.values()),
        )
    )
    view = replace(EVERYTHING, standing=Standing(merged(("harbour-workers-of-haifa", "hezbollah"))))
    seen = see(told, view, pairs=[("ISR", "hezbollah")])
    on_the_day = [relation for relation in seen.relations if relation.when.on == day("2024-09-23")]
    assert [(one.subject, one.object, one.claims, one.reports) for one in on_the_day] == [("ISR", "hezbollah", 3, 3)]
    assert {relation.type for relation in seen.relations} == {"STRIKES", "PROTESTS_AGAINST"}
    assert len(claims_behind(told, seen, on_the_day)[on_the_day[0].id]) == 4  # with the one that denies it


def test_sources_that_were_merged_are_one_origin(store: Store) -> None:
    for outlet in ("tass", "irna"):
        made_in = report(outlet, "2024-10-05")
        told = claim(made_in, "IRN MEETS hezbollah", "2024-10-04", "they met")
        store.write(Record(report=made_in, claims=(told,), actors=tuple(ACTORS.values())))
    [apart] = see(store, EVERYTHING).relations
    [as_one] = see(store, replace(EVERYTHING, standing=Standing(merged(("irna", "tass"))))).relations
    assert (apart.origins, as_one.origins) == (2, 1)


def test_rolled_up_a_ministry_and_a_minister_count_as_their_state_while_he_is_in_office(store: Store) -> None:
    entries = gazetteer.load().entries
    told = report("axios", "2024-10-10")
    actors = tuple(entries[key].plain() for key in ("ISR", "idf", "yoav-gallant", "USA", "hezbollah", "axios"))
    store.write(
        Record(
            report=told,
            claims=(
                claim(told, "idf STRIKES hezbollah", "2024-10-01", "the army struck"),
                claim(told, "yoav-gallant THREATENS hezbollah", "2024-10-02", "he threatened"),
                claim(told, "yoav-gallant CRITICIZES USA", "2024-12-02", "out of office he spoke"),
            ),
            actors=actors,
        )
    )
    rolled = replace(EVERYTHING, standing=standing(store, RollUp.STATE, Identities()))
    assert sorted((one.subject, one.type) for one in see(store, rolled).relations) == [
        ("ISR", "STRIKES"),
        ("ISR", "THREATENS"),
        ("yoav-gallant", "CRITICIZES"),
    ]
    assert len(see(store, rolled, pairs=[("ISR", "hezbollah")]).relations) == 2
    assert not see(store, EVERYTHING, pairs=[("ISR", "hezbollah")]).relations
