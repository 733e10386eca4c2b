"""Actors, claims and relations as rows, and actors back."""

from __future__ import annotations

from graph.actors import Actor, ActorKind
from graph.projection import evidence, project
from graph.rows import (
    CLAIM_PROPERTIES,
    END_PROPERTIES,
    LINK_PROPERTIES,
    RELATION_PROPERTIES,
    REPORT_PROPERTIES,
    actor_of,
    actor_row,
    claim_row,
    relation_row,
    report_row,
)
from tests.graph.claim_samples import claim, report, unnamed


def test_an_actor_comes_back_as_it_was_written() -> None:
    actor = Actor(id="IRN", name="Iran", kind=ActorKind.STATE, wikidata="Q794", aliases=("Persia",))
    assert actor_of(actor_row(actor)["properties"]) == actor


def test_an_actor_that_lacks_its_lists_is_read_without_them() -> None:
    assert actor_of({"id": "x", "name": "X", "kind": "unknown", "aliases": None}) == Actor(id="x", name="X")


def test_an_actor_in_a_form_that_is_not_known_is_none() -> None:
    assert actor_of({"id": "No Id", "name": "X"}) is None


def test_what_stands_in_a_row_is_what_the_write_statements_name() -> None:
    source = report()
    said = claim(source, chain=(unnamed(),))
    piece = evidence(said, source.published)
    row = claim_row(said, piece)
    assert tuple(row["properties"]) == CLAIM_PROPERTIES
    assert tuple(row["subject"]["properties"]) == END_PROPERTIES
    assert tuple(row["links"][0]["properties"]) == LINK_PROPERTIES
    assert tuple(report_row(source)["properties"]) == REPORT_PROPERTIES
    assert piece is not None
    relation = project([piece]).relations[0]
    assert tuple(relation_row(relation)["properties"]) == RELATION_PROPERTIES
