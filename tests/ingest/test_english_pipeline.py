"""The shipped pipeline as Rapport runs it tells what spaCy tells, and leaves the rest of the process alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.tokens import Doc
from threadpoolctl import threadpool_info, threadpool_limits

from ingest.english_pipeline import PASSAGES_AT_ONCE, loaded, parsed_together
from ingest.parsing import parse
from tests.ingest.behaviour_cases import groups

MANY = [case.text for group in groups() for case in group.sentences][: 4 * PASSAGES_AT_ONCE]


def tree(parsed: Doc) -> list[tuple[str, int, str, str, str]]:
    """The words of a passage, each with its head, relation, part of speech and features."""
    return [(word.text, word.head.i, word.dep_, word.pos_, str(word.morph)) for word in parsed]


def test_the_trees_are_those_that_spacy_tells_as_it_comes() -> None:
    assert [tree(parsed) for parsed in parsed_together(MANY)] == [tree(parsed) for parsed in loaded().pipe(MANY)]


def test_numpy_multiplies_on_as_many_processors_after_a_passage_as_before() -> None:
    parsed_together(["Israel did not attack Iran."])
    with threadpool_limits(limits=2, user_api="blas"):
        before = threadpool_info()
        assert before
        if not any(pool["user_api"] == "blas" and pool["num_threads"] == 2 for pool in before):
            pytest.skip("numpy cannot be told here on how many processors to multiply")
        passages = parse(MANY)
        next(passages)
        assert threadpool_info() == before


@pytest.mark.parametrize("number", [0, 1, PASSAGES_AT_ONCE, PASSAGES_AT_ONCE + 1])
def test_passages_are_parsed_in_order_however_many_there_are(number: int) -> None:
    assert [passage.text for passage in parse(MANY[:number])] == MANY[:number]


def test_no_more_passages_are_asked_for_than_are_parsed_together() -> None:
    asked: list[str] = []

    def coming() -> Iterator[str]:
        for text in MANY:
            asked.append(text)
            yield text

    next(parse(coming()))
    assert len(asked) == PASSAGES_AT_ONCE
