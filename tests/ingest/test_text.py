"""Preparing text: plain signs, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text import LONGEST_PASSAGE, passages


def test_paragraphs_are_passages_and_the_first_without_a_full_stop_is_the_headline() -> None:
    found = list(passages("Israel strikes Beirut\n\nIsrael struck Beirut on Friday.\n"))
    assert [passage.headline for passage in found] == [True, False]


@pytest.mark.parametrize(
    "dateline",
    ["WASHINGTON, October 8. /TASS/. ", "BEIRUT, Oct 1 (Reuters) - ", "JERUSALEM (AP) — ", "Tehran, IRNA – "],
)
def test_a_dateline_is_not_read(dateline: str) -> None:
    (passage,) = passages(f"{dateline}Iran attacked Israel.")
    assert passage.text == "Iran attacked Israel."
    assert passage.original(0, 4) == (len(dateline), len(dateline) + 4)


def test_marks_that_are_not_seen_are_passed_over() -> None:
    text = "Is\u200brael \u202estruck\u202c Iran\u2019s army."
    (passage,) = passages(text)
    assert passage.text == "Israel struck Iran's army."
    start, end = passage.original(0, 6)
    assert text[start:end] == "Is\u200brael"


def test_five_megabytes_on_one_line_are_cut_at_sentence_ends() -> None:
    found = list(passages("Israel struck Hezbollah on Friday. " * 150_000))
    assert max(len(passage.text) for passage in found) <= LONGEST_PASSAGE + 1
    assert all(passage.text.endswith(".") for passage in found)


@given(st.text(max_size=300))
def test_every_character_leads_back_into_the_text(text: str) -> None:
    for passage in passages(text):
        start, end = passage.original(0, len(passage.text))
        assert 0 <= start < end <= len(text)
        for index in range(len(passage.text)):
            first, last = passage.original(index, index + 1)
            assert 0 <= first <= last <= len(text)
