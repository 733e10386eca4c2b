"""Datelines: what they name, and that they are no part of the sentence."""

from __future__ import annotations

import pytest

from graph.gazetteer import load
from graph.reports import Report, text_hash
from ingest.dateline import DATELINE, agency
from ingest.frame_extractor import FrameExtractor


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("WASHINGTON, October 8. /TASS/. The ministers met.", "tass"),
        ("Talks in Cairo\n\nCAIRO, Oct 1 (Reuters) - The ministers met.", "reuters"),
        ("(CNN) The ministers met.", "cnn"),
        ("JERUSALEM (AP) -- The ministers met.", "ap"),
        ("MANILA, Philippines -- The ministers met.", None),
        ("SAN FRANCISCO - The ministers met.", None),
        ("The ministers met, Reuters reported.", None),
    ],
)
def test_the_agency_of_a_dateline_is_the_outlet(text: str, outlet: str | None) -> None:
    assert agency(text, load()) == outlet


@pytest.mark.parametrize(
    "text",
    ["Iran — which threatened Israel — attacked.", "US - Iran talks fail.", "The European Union (EU) met Turkey."],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert DATELINE.match(text) is None


@pytest.mark.parametrize("dateline", ["ANKARA: ", "SAN FRANCISCO - ", "CAIRO, Egypt (AP) -- "])
def test_the_town_of_a_dateline_does_nothing(dateline: str) -> None:
    text = f"{dateline}Greek police arrested three Syrians."
    claims = FrameExtractor().extract(text, Report(sha256=text_hash(text))).claims
    assert [(claim.subject.actor, claim.type) for claim in claims] == [("GRC", "ARRESTS")]
