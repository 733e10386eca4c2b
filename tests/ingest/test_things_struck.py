"""Places without a name that were struck, each an actor of its own."""

from __future__ import annotations

import pytest

from graph.reports import Report, text_hash
from ingest.frame_extractor import FrameExtractor


def struck(text: str) -> set[str]:
    """The names of those to whom a deed of arms was done."""
    extraction = FrameExtractor().extract(text, Report(sha256=text_hash(text)))
    names = {actor.id: actor.name for actor in extraction.actors}
    return {names[claim.object.actor] for claim in extraction.claims if claim.object and claim.asserts}


def test_each_of_a_list_of_places_is_struck() -> None:
    assert struck("Kenya bombed civilian infrastructure such as hospitals, schools and markets.") == {
        "infrastructure",
        "hospitals",
        "schools",
        "markets",
    }


def test_what_targets_include_is_struck_with_all_that_goes_on_behind_the_comma() -> None:
    told = struck(
        "Kenyan airstrikes delivered 24 munitions against rebel targets, which include two tactical units, "
        "a command-and-control node and five supply routes."
    )
    assert {"units", "command node", "supply routes"} <= told


def test_what_further_raids_hit_is_struck() -> None:
    assert struck("Kenya carried out ten raids, including raids against an oil refinery.") == {"oil refinery"}


@pytest.mark.parametrize(
    "text",
    [
        "The new duties hit the market.",
        "Katrina devastated refineries and sent prices to a record high.",
        "A strike by workers hit the refinery.",
        "Police raided a market in Nairobi.",
    ],
)
def test_no_place_is_struck_by_a_storm_a_tariff_or_the_police(text: str) -> None:
    assert not {name for name in struck(text) if name in {"market", "refinery", "refineries"}}
