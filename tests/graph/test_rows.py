"""Actors, claims and relations as rows, and actors and evidence back."""

from __future__ import annotations

import datetime

from graph.actors import Actor, ActorKind
from graph.import_files import CLAIMS, RELATIONS, REPORTS, keys
from graph.projection import evidence, project
from graph.rows import actor_of, actor_row, claim_row, edge_properties, evidence_in, relation_row, report_row
from graph.sent_rows import CLAIM_PROPERTIES, DAYS, RELATION_PROPERTIES, REPORT_PROPERTIES, Days
from tests.graph.claim_samples import claim, report, unnamed


def test_an_actor_comes_back_as_it_was_written() -> None:
    actor = Actor(id="IRN", name="Iran", kind=ActorKind.STATE, wikidata="Q794", aliases=("Persia",))
    assert actor_of(actor_row(actor)["properties"]) == actor


def test_an_actor_that_lacks_its_lists_is_read_without_them() -> None:
    assert actor_of({"id": "x", "name": "X", "kind": "unknown", "aliases": None}) == Actor(id="x", name="X")


def test_an_actor_in_a_form_that_is_not_known_is_none() -> None:
    assert actor_of({"id": "No Id", "name": "X"}) is None


def test_evidence_comes_back_from_the_row_of_its_claim() -> None:
    source = report()
    said = claim(source, chain=(unnamed(),))
    piece = evidence(said, source.published)
    days: Days = {}
    row = claim_row(said, piece, days=days)
    assert row.on == "2024-09-23"
    assert days == {"2024-09-23": datetime.date(2024, 9, 23)}
    assert evidence_in(row, days, source.published) == piece


def test_a_claim_without_an_object_is_evidence_of_nothing() -> None:
    said = claim(report()).model_copy(update={"object": None})
    assert evidence_in(claim_row(said, None), {}, None) is None


def test_rows_hold_their_days_where_none_are_to_be_named() -> None:
    source = report()
    piece = evidence(claim(source), source.published)
    assert piece is not None
    (relation,) = project([piece]).relations
    assert edge_properties(relation)["on"] == datetime.date(2024, 9, 23)
    named = dict(zip(RELATION_PROPERTIES, relation_row(relation, {})[3:], strict=True))
    assert {name for name, value in named.items() if value != edge_properties(relation)[name]} <= set(DAYS)
    assert report_row(source).published == source.published


def test_rows_stand_in_the_order_of_the_files_for_neo4j_admin() -> None:
    assert keys(CLAIMS.columns) == (*CLAIM_PROPERTIES, ":LABEL")
    assert keys(REPORTS.columns) == ("id", *REPORT_PROPERTIES, ":LABEL")
    assert keys(RELATIONS.columns)[2:] == (*RELATION_PROPERTIES, ":TYPE")
