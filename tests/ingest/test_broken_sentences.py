"""Sentences that nobody wrote as they stand: cut off, run together, in small letters, in another order."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.reports import Report, text_hash
from ingest.frame_extractor import FrameExtractor
from ingest.parsing import parse
from tests.ingest.behaviour_cases import groups
from tests.ingest.test_mended_trees import is_tree
from tests.processor_time import processor_seconds

SENTENCES = [case.text for group in groups() for case in group.sentences]
WORDS = sorted({word for text in SENTENCES for word in text.split()})


@cache
def extractor() -> FrameExtractor:
    return FrameExtractor()


def read(text: str) -> None:
    with processor_seconds(20):
        assert all(is_tree(doc) for doc in parse([text]))
        extraction = extractor().extract(text, Report(sha256=text_hash(text), outlet="reuters"))
    assert all(text[claim.start : claim.end] == claim.quote for claim in extraction.claims)
    assert not [reject for reject in extraction.rejects if "Error" in reject.reason]


@st.composite
def parts(draw: st.DrawFn) -> str:
    """Some words of a sentence, from anywhere to anywhere."""
    words = draw(st.sampled_from(SENTENCES)).split()
    start = draw(st.integers(0, len(words) - 1))
    return " ".join(words[start : draw(st.integers(start + 1, len(words)))])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(parts(), min_size=1, max_size=3).map(" ".join), st.sampled_from([str, str.lower, str.upper]))
def test_parts_of_sentences_run_together_are_read_to_the_end(text: str, written: type[str]) -> None:
    read(written(text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=25).map(" ".join))
def test_words_in_any_order_are_read_to_the_end(text: str) -> None:
    read(text)


@pytest.mark.parametrize("text", ["trade talks with China", "visitors clash and", "peace talks"])
def test_a_text_that_begins_with_a_small_letter_is_read_to_the_end(text: str) -> None:
    read(text)


def test_an_office_before_the_last_full_stop_is_read_to_the_end() -> None:
    read("Ain Commander,.")
