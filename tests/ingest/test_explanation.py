"""Why a sentence gave its claims, or none."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.reports import Report, text_hash
from ingest.explanation import Explanation
from ingest.frame_extractor import LONGEST_SENTENCE, FrameExtractor
from ingest.readings import Found, Reading
from ingest.tokens import Span
from tests.command import rapport


@cache
def extractor() -> FrameExtractor:
    return FrameExtractor()


def explained(text: str) -> Explanation:
    report = Report(sha256=text_hash(text), outlet="tass", published=datetime.date(2024, 10, 8))
    (explanation,) = extractor().explain(text, report)
    return explanation


def test_names_are_shown_with_their_actors() -> None:
    assert explained("Israel attacked Hizballah.").names == (
        ("Israel", "ISR", "name"),
        ("Hizballah", "hezbollah", "alias"),
    )


def test_the_word_that_made_a_claim_and_the_cue_of_its_modality_are_shown() -> None:
    (found,) = explained("Iran denied attacking Israel.").found
    assert (found.word, found.cue) == ("attacking", "denied")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("It rained all day.", "no actor is named"),
        ("France and Spain hoped for peace.", "no verb, noun or adjective"),
        ("Israel attacked.", "ATTACKS by ISR, but not to whom"),
    ],
)
def test_what_was_missing_is_told(text: str, missing: str) -> None:
    explanation = explained(text)
    assert explanation.found == ()
    assert missing in (explanation.missing or "")


def test_where_there_is_a_claim_nothing_is_missing() -> None:
    assert explained("Israel attacked Iran.").missing is None


def test_a_sentence_that_breaks_a_rule_is_explained_by_its_fault_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_once(reading: Reading, sentence: Span) -> Iterator[Found]:
        if sentence.text.startswith("Iran"):
            raise ValueError("the chain is broken")
        yield from found(reading, sentence)

    found = Reading.found
    monkeypatch.setattr(Reading, "found", break_once)
    report = Report(sha256=text_hash("two"), outlet="tass", published=datetime.date(2024, 10, 8))
    first, second = extractor().explain("Iran attacked Israel. Israel attacked Iran.", report)
    assert "the chain is broken" in (first.missing or "")
    assert second.missing is None


def test_a_sentence_that_is_too_long_is_explained_too() -> None:
    text = "Israel attacked " + "Iran and " * 500 + "Syria."
    assert f"more than {LONGEST_SENTENCE}" in (explained(text).missing or "")


def test_the_command_explains_each_sentence(tmp_path: Path) -> None:
    text = b"Israel attacked Iran. It rained."
    ran = rapport("extract", "-", "--explain", home=tmp_path, given=text)
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert first["claims"][0]["type"] == "ATTACKS"
    assert second["missing"] == "no actor is named"
    assert (
        "'attacked' -> ISR ATTACKS IRN"
        in rapport("extract", "-", "--explain", "--table", home=tmp_path, given=text).out
    )
