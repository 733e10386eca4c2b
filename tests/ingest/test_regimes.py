"""Whose a regime is that somebody is to act on."""

from __future__ import annotations

import pytest

from graph.reports import Report, text_hash
from ingest.frame_extractor import FrameExtractor


@pytest.mark.parametrize(
    "text",
    [
        "Kenya urged Lavrov to press the regime to cease its raids on Togo.",
        "Kenya urged Russia to press the regime to stop bombing Togo.",
    ],
)
def test_no_regime_is_that_of_the_one_who_has_it_pressed(text: str) -> None:
    claims = FrameExtractor().extract(text, Report(sha256=text_hash(text))).claims
    assert "TGO" in {claim.object.actor for claim in claims if claim.object}
    assert "KEN" not in {claim.subject.actor for claim in claims if claim.object and claim.object.actor == "TGO"}
