"""Headlines with a capital at every word, written again as sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.gazetteer import load
from ingest.title_case import as_plain, is_titled

HEADLINES = {
    "Israel Strikes Hezbollah Targets in Lebanon After Rocket Attack": (
        "Israel strikes Hezbollah targets in Lebanon after rocket attack"
    ),
    "Iran-Backed Militia Attacks US Base in Iraq": "Iran-backed militia attacks US base in Iraq",
    "Iran May Attack Israel, Bush Says": "Iran may attack Israel, Bush says",
    "Gaurav Ahluwalia Meets Mohammad Qureshi in Islamabad": "Gaurav Ahluwalia meets Mohammad Qureshi in Islamabad",
    "Rebels Storm Mosul From Hills Near the Town": "Rebels storm Mosul from hills near the town",
}

NO_HEADLINES = [
    "The European Union met Jan Kubis on Monday.",
    "Israel strikes Hezbollah targets in Lebanon after rocket attack",
    "Kenya's National Security Council met Chad.",
    "United Nations Security Council",
    "Ann Hill and Mark Hart",
    "IRAN ATTACKS ISRAEL",
    "Yes",
    "",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_keeps_the_capitals_of_names_alone(headline: str) -> None:
    assert is_titled(headline)
    assert as_plain(headline, load()) == HEADLINES[headline]


@pytest.mark.parametrize("line", NO_HEADLINES)
def test_sentences_names_and_capitals_are_no_such_headlines(line: str) -> None:
    assert not is_titled(line)


@given(st.text(max_size=60))
def test_a_line_keeps_its_letters(line: str) -> None:
    assert as_plain(line, load()).lower() == line.lower()
    assert len(as_plain(line, load())) == len(line)
