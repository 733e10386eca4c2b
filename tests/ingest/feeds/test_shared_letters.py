"""Letters that an armed group and an army share are the group's, unless the row names the army's country."""

from __future__ import annotations

import datetime

import pytest

from graph.gazetteer import load
from ingest.feeds.resolution import Resolver

DAY = datetime.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("letters", "country", "actor"),
    [
        ("ADF", None, "allied-democratic-forces"),
        ("ADF", "AUS", "australian-defence-force"),
        ("SNA", "SYR", "syrian-national-army"),
        ("SNA", "SOM", "somali-national-army"),
    ],
)
def test_the_country_of_a_row_tells_whose_letters_they_are(letters: str, country: str | None, actor: str) -> None:
    assert Resolver(load()).named(letters, DAY, country).actor.id == actor
