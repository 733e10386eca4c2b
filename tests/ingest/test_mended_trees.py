"""A mended tree is a tree: one root, no circles, and each word among the children of its head alone."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.parsing import parse
from ingest.tokens import Doc
from tests.processor_time import processor_seconds

WORDS = """
Israel Iran Mali France Ann Hart General Marshal rebels troops police fighters women men one which who that attacked
killed claimed believed trained supported seized said vows trade clash fire blows raids attack talks director leader
commander envoy head chief ally rival and but or , , . " of by in on to with for against including together today
Monday the a its had has been was will to not once before until as well occupied ceasefire negotiations responded strike
wounded others 20 re-imposed ships USS ( DDG 70 ) acting president such include targets node machine gun grenade
especially component Sarmin states member praise thank scores calls urged – visitors came from & := 's "
"""
"""What the mendings look for, in any order."""


def is_tree(doc: Doc) -> bool:
    """Whether every word reaches the root of its sentence, and hangs where its head says."""
    for token in doc.tokens:
        step = token
        for _ in doc.tokens:
            step = step.head
        if step.head is not step:
            return False
        above = [word for word in doc.tokens if token in word.children]
        if above != ([] if token.head is token else [token.head]):
            return False
    return True


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS.split()), min_size=3, max_size=25))
def test_no_order_of_words_makes_a_circle(words: list[str]) -> None:
    with processor_seconds(20):
        assert all(is_tree(doc) for doc in parse([" ".join(words)]))


def test_a_noun_that_is_the_root_ends_the_way_up_the_tree() -> None:
    with processor_seconds(20):
        assert all(is_tree(doc) for doc in parse(["which Hezbollah's denied &N1 .:=鱼Ê Israel."]))


def test_who_stands_together_with_another_keeps_its_words() -> None:
    assert all(is_tree(doc) for doc in parse(["France, together with Chad, attacked the rebels."]))


def test_headlines_stay_trees() -> None:
    headlines = [
        "India, Pakistan trade fire in Kashmir",
        "Israel, Hezbollah trade fire across border",
        "Kenya police clash with protesters in Nairobi",
        "Gunmen kill ten in Mali, France offers help",
        "The Chief of the Defence Force, Air Chief Marshal Mark Hill, visited troops.",
    ]
    assert all(is_tree(doc) for doc in parse(headlines))
