"""Headlines in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.gazetteer import load
from ingest.capitals import as_sentence, is_shouted


@pytest.mark.parametrize(
    ("shouted", "sentence"),
    [
        ("NORTH KOREA THREATENS SOUTH KOREA", "North Korea threatens South Korea"),
        ("US AND NATO CONDEMN RUSSIA", "US and NATO condemn Russia"),
        ("WHO SENDS AID TO SUDAN", "WHO sends aid to Sudan"),
        ("HEZBOLLAH'S LEADER KILLED IN BEIRUT", "Hezbollah's leader killed in Beirut"),
    ],
)
def test_names_keep_their_capitals(shouted: str, sentence: str) -> None:
    assert is_shouted(shouted)
    assert as_sentence(shouted, load()) == sentence


@pytest.mark.parametrize("text", ["US, UK, EU", "Israel struck Iran", "NATO", "", "123 456 789"])
def test_what_is_not_shouted_is_left(text: str) -> None:
    assert not is_shouted(text)


@given(st.text(max_size=120))
def test_every_letter_keeps_its_place(text: str) -> None:
    assert len(as_sentence(text, load())) == len(text)
