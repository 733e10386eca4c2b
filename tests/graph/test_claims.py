"""What a claim is, and when two are one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from graph.claims import Attribution, Claim, Mention, Modality
from tests.graph.claim_samples import claim, report, unnamed


def test_the_same_words_about_the_same_thing_make_the_same_id() -> None:
    assert claim(report()).id == claim(report()).id


@pytest.mark.parametrize(
    "other",
    [
        claim(report(text="another text")),
        claim(report(), type_name="ATTACKS"),
        claim(report(), target="IRN"),
        claim(report(), when="2024-09-24"),
        claim(report(), negated=True),
        claim(report(), modality=Modality.PLANNED),
        claim(report(), chain=(unnamed(),)),
        claim(report(), quote="other words"),
    ],
)
def test_any_difference_in_what_is_said_makes_another_id(other: Claim) -> None:
    assert other.id != claim(report()).id


def test_who_extracted_it_makes_no_difference() -> None:
    made = claim(report())
    assert made.model_copy(update={"extractor": "another", "confidence": 0.2}).id == made.id


def test_only_an_asserted_claim_that_is_not_negated_draws_an_edge() -> None:
    asserting = [claim(report(), modality=m, negated=n).asserts for m in Modality for n in (False, True)]
    assert asserting.count(True) == 1
    assert claim(report()).asserts


def test_a_denial_and_a_negated_assertion_dispute() -> None:
    assert claim(report(), modality=Modality.DENIED).disputes
    assert claim(report(), negated=True).disputes
    assert not claim(report(), modality=Modality.THREATENED, negated=True).disputes


def test_nobody_does_something_to_himself() -> None:
    with pytest.raises(ValidationError, match="both sides"):
        claim(report(), subject="ISR", target="ISR")


def test_a_type_that_the_vocabulary_lacks_is_refused() -> None:
    with pytest.raises(ValidationError, match="vocabulary"):
        claim(report(), type_name="LIKES_A_LOT")


def test_a_claim_never_changes() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        claim(report()).quote = "other"


def test_a_symmetric_relation_has_its_ends_in_one_order() -> None:
    one = claim(report(), "USA", "MEETS", "ISR")
    other = claim(report(), "ISR", "MEETS", "USA")
    assert one.pair == other.pair == ("ISR", "USA")


def test_a_claim_without_an_object_has_no_pair() -> None:
    assert claim(report(), target=None).pair is None


class TestOrigin:
    def test_it_is_the_innermost_source(self) -> None:
        chain = (Attribution(actor="axios"), Attribution(actor="jake-sullivan"))
        assert claim(report(), chain=chain).origin == "jake-sullivan"

    def test_outlets_that_relay_the_same_unnamed_source_share_it(self) -> None:
        chain = (Attribution(actor="axios"), unnamed())
        assert claim(report("tass"), chain=chain).origin == claim(report("reuters"), chain=chain).origin

    def test_unnamed_sources_of_two_outlets_are_two(self) -> None:
        one = claim(report("tass"), chain=(unnamed(),))
        other = claim(report("reuters"), chain=(unnamed(),))
        assert one.origin != other.origin

    def test_a_report_without_attribution_is_its_own(self) -> None:
        bare = Claim(
            report="report-1", type="MEETS", subject=Mention(actor="USA"), object=Mention(actor="ISR"), quote="q",
            extractor="by hand",
        )  # fmt: skip
        assert bare.origin == "report report-1"
