"""What a page shows, read from a real Neo4j."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from queries import fetching, show_command
from queries.choice import Choice
from queries.fetching import fetch
from queries.subgraph import ShownActor, ShownRelation, Subgraph
from queries.view import seen_types
from tests.queries.sample import TODAY, sample_records, subgraph_of

if TYPE_CHECKING:
    from graph.store import Store

ISRAEL = ShownActor(id="ISR", name="Israel", kind="state")


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(sample_records())
    return store


def within(**days: datetime.date) -> Choice:
    return Choice(view=dataclasses.replace(seen_types(), **days))  # type: ignore[arg-type]


def sayings(shown: Subgraph) -> set[str]:
    return {f"{r.subject} {r.type} {r.object} {r.on}" for r in shown.relations}


def without_order(shown: Subgraph) -> dict[str, object]:
    relations = [r.model_copy(update={"evidence": tuple(sorted(r.evidence))}) for r in shown.relations]
    by_id: Callable[[ShownRelation], str] = lambda r: r.id  # noqa: E731
    return {
        **shown.model_dump(exclude={"relations", "claims", "reports", "undrawn"}),
        "relations": sorted(relations, key=by_id),
        "claims": {claim.id: claim for claim in shown.claims},
        "reports": {report.id: report for report in shown.reports},
    }


def test_what_is_read_is_what_was_written(filled: Store) -> None:
    expected = subgraph_of(sample_records())
    assert without_order(fetch(filled, today=TODAY)) == without_order(expected)


def test_the_strongest_relations_come_first_and_the_rest_is_counted(filled: Store) -> None:
    shown = fetch(filled, limit=3)
    origins = [relation.origins for relation in fetch(filled).relations]
    assert origins == sorted(origins, reverse=True)
    assert (shown.relations[0].subject, shown.relations[0].type, shown.relations[0].object) == ("IRN", "STRIKES", "ISR")
    assert (len(shown.relations), shown.total) == (3, 29)


def test_only_the_relations_of_one_actor_are_read(filled: Store) -> None:
    shown = fetch(filled, Choice(actor=ISRAEL))
    assert all("ISR" in (relation.subject, relation.object) for relation in shown.relations)
    assert shown.total == len(shown.relations) == 17
    assert shown.filters == ("relations of Israel",)


def test_days_keep_what_may_have_happened_within_them(filled: Store) -> None:
    first, last = datetime.date(2024, 10, 14), datetime.date(2024, 10, 15)
    # The mediation is told only to the month, so that it may have been on these days.
    assert sayings(fetch(filled, within(since=first, until=last))) == {
        "LBN APPEALS_TO unifil 2024-10-14",
        "QAT MEDIATES_FOR hamas 2024-10-01",
    }


def test_a_relation_without_a_day_is_left_out_by_any_filter_on_days(filled: Store) -> None:
    assert "USA DISTRUSTS ISR None" in sayings(fetch(filled))
    assert "USA DISTRUSTS ISR None" not in sayings(fetch(filled, within(since=datetime.date(2000, 1, 1))))


def test_a_disputed_relation_comes_with_the_claims_of_both_sides(filled: Store) -> None:
    shown = fetch(filled)
    claims = {claim.id: claim for claim in shown.claims}
    invasion = next(relation for relation in shown.relations if relation.type == "INVADES")
    assert invasion.disputed
    assert sorted(claims[key].disputes for key in invasion.evidence) == [False, True]


def test_a_relation_told_a_thousand_times_brings_only_the_latest_claims(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "EVIDENCE_LIMIT", 2)
    attack = next(r for r in fetch(filled).relations if (r.subject, r.type, r.object) == ("IRN", "STRIKES", "ISR"))
    assert (attack.claims, len(attack.evidence)) == (3, 2)


def test_an_empty_store_gives_an_empty_subgraph(store: Store) -> None:
    shown = fetch(store)
    assert (shown.relations, shown.actors, shown.total) == ((), (), 0)


def test_the_command_and_the_reading_agree_on_the_limit() -> None:
    assert show_command.RELATION_LIMIT == fetching.RELATION_LIMIT
