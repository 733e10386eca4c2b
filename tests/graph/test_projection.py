"""From claims to edges: identity, counts, intervals, disputes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Attribution, Claim, Modality
from graph.days import Precision, When
from graph.projection import Projection, evidence, project
from graph.relations import Relation
from graph.reports import Report
from graph.vocabulary import vocabulary
from tests.graph.claim_samples import claim, day, report, unnamed

PUBLISHED = datetime.date(2024, 10, 8)


def projected(claims: Iterable[Claim], published: datetime.date | None = PUBLISHED) -> Projection:
    return project(piece for c in claims if (piece := evidence(c, published)) is not None)


def only(claims: Iterable[Claim]) -> Relation:
    (relation,) = projected(claims).relations
    return relation


def test_an_asserted_claim_draws_an_edge() -> None:
    relation = only([claim(report())])
    assert (relation.subject, relation.type, relation.object) == ("ISR", "STRIKES", "hezbollah")
    assert relation.valence == vocabulary()["STRIKES"].valence


@pytest.mark.parametrize("modality", [m for m in Modality if m is not Modality.ASSERTED])
def test_what_is_not_asserted_draws_none(modality: Modality) -> None:
    assert projected([claim(report(), modality=modality)]).relations == ()


def test_what_is_negated_draws_none() -> None:
    assert projected([claim(report(), negated=True)]).relations == ()


def test_a_claim_without_an_object_draws_none() -> None:
    assert projected([claim(report(), target=None)]).relations == ()


def test_two_strikes_in_one_week_stay_two() -> None:
    assert len(projected([claim(report()), claim(report(), when="2024-09-25")]).relations) == 2


def test_a_strike_in_september_does_not_swallow_the_one_on_the_first() -> None:
    whole_month = claim(report(), when=day("2024-09-01", Precision.MONTH))
    assert len(projected([claim(report(), when="2024-09-01"), whole_month]).relations) == 2


def test_an_undated_strike_is_a_relation_of_its_own() -> None:
    relations = projected([claim(report()), claim(report(), when=None)]).relations
    assert {r.when.on for r in relations} == {datetime.date(2024, 9, 23), None}


def test_claims_reports_and_origins_are_counted_apart() -> None:
    officials = (Attribution(actor="axios"), unnamed())
    relayed = [claim(report(outlet), chain=officials) for outlet in ("tass", "reuters")]
    own = claim(report("tass"), chain=(Attribution(actor="ISR"),))
    relation = only([*relayed, own])
    assert (relation.claims, relation.reports, relation.origins) == (3, 2, 2)


def test_a_claim_given_twice_counts_once() -> None:
    assert only([claim(report()), claim(report())]).claims == 1


def test_first_and_last_reported_are_publication_days() -> None:
    early, late = datetime.date(2024, 9, 24), datetime.date(2024, 10, 1)
    pieces = [evidence(claim(report("tass")), late), evidence(claim(report("reuters")), early)]
    (relation,) = project(p for p in pieces if p).relations
    assert (relation.first_reported, relation.last_reported) == (early, late)


def test_a_meeting_is_one_relation_whoever_is_named_first() -> None:
    assert only([claim(report(), "USA", "MEETS", "ISR"), claim(report("reuters"), "ISR", "MEETS", "USA")]).claims == 2


class TestDisputes:
    def test_a_denial_of_the_same_day_disputes(self) -> None:
        denial = claim(report("reuters"), modality=Modality.DENIED)
        projection = projected([claim(report()), denial])
        assert projection.relations[0].disputed
        assert projection.bearing[denial.id] == (projection.relations[0].id,)

    def test_a_denial_does_not_count_as_support(self) -> None:
        assert only([claim(report()), claim(report("reuters"), negated=True)]).claims == 1

    def test_a_denial_of_another_day_does_not(self) -> None:
        assert not only([claim(report()), claim(report(), when="2024-09-25", negated=True)]).disputed

    def test_a_denial_of_the_whole_month_does(self) -> None:
        month = day("2024-09-01", Precision.MONTH)
        assert only([claim(report()), claim(report(), when=month, negated=True)]).disputed

    @pytest.mark.parametrize(("happened", "disputed"), [("2024-09-23", True), ("2024-04-13", False)])
    def test_an_undated_denial_reaches_back_a_month(self, happened: str, disputed: bool) -> None:
        denial = claim(report(), when=None, modality=Modality.DENIED)
        assert only([claim(report(), when=happened), denial]).disputed is disputed

    def test_a_threat_disputes_nothing(self) -> None:
        assert not only([claim(report()), claim(report(), modality=Modality.THREATENED, negated=True)]).disputed


class TestStates:
    def test_claims_of_a_state_are_one_relation(self) -> None:
        said = [claim(report(o), "USA", "DISTRUSTS", "ISR", None) for o in ("tass", "reuters")]
        assert only(said).claims == 2

    def test_intervals_that_touch_are_joined(self) -> None:
        first = When(on=datetime.date(2010, 1, 1), until=datetime.date(2010, 12, 31))
        second = When(on=datetime.date(2011, 1, 1), until=datetime.date(2012, 1, 1))
        relation = only([claim(report(), "USA", "BACKS", "ISR", w) for w in (first, second)])
        assert (relation.when.on, relation.when.until) == (first.on, second.until)

    def test_a_gap_parts_them(self) -> None:
        first = When(on=datetime.date(1950, 1, 1), until=datetime.date(1960, 1, 1))
        second = When(on=datetime.date(1980, 1, 1), until=datetime.date(1990, 1, 1))
        assert len(projected([claim(report(), "USA", "BACKS", "IRN", w) for w in (first, second)]).relations) == 2

    def test_a_state_that_nobody_ended_is_open(self) -> None:
        since = claim(report(), "USA", "BACKS", "ISR", "2010-01-01")
        assert only([since]).when.until is None


DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 3, 1))
WHENS = st.one_of(
    st.just(When()),
    DAYS.map(lambda d: When(on=d)),
    st.tuples(DAYS, DAYS).map(lambda pair: When(on=min(pair), until=max(pair))),
    DAYS.map(lambda d: When(on=d.replace(day=1), precision=Precision.MONTH)),
)
REPORTS: list[Report] = [report(outlet) for outlet in ("tass", "reuters", "axios")]
CLAIMS = st.builds(
    claim,
    st.sampled_from(REPORTS),
    st.sampled_from(["ISR", "IRN"]),
    st.sampled_from(["STRIKES", "MEETS", "DISTRUSTS", "BACKS"]),
    st.sampled_from(["USA", "hezbollah"]),
    WHENS,
    modality=st.sampled_from(Modality),
    negated=st.booleans(),
)


@given(st.lists(CLAIMS, max_size=12))
def test_every_asserted_claim_supports_one_edge_and_every_edge_has_support(claims: list[Claim]) -> None:
    projection = projected(claims)
    ids = {relation.id for relation in projection.relations}
    assert len(ids) == len(projection.relations)
    asserted = {c.id for c in claims if c.asserts}
    for identifier in asserted:
        assert len(projection.bearing[identifier]) == 1
    assert sum(relation.claims for relation in projection.relations) == len(asserted)
    assert {edge for c in asserted for edge in projection.bearing[c]} == ids


@given(st.lists(CLAIMS, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_claims_makes_no_difference(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = projected(claims), projected(shuffled)
    assert sorted(one.relations, key=lambda r: r.id) == sorted(other.relations, key=lambda r: r.id)
    assert {k: set(v) for k, v in one.bearing.items()} == {k: set(v) for k, v in other.bearing.items()}
