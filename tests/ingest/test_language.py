"""The data files of English: every row loads."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from graph.vocabulary import vocabulary
from ingest.frames import Frame
from ingest.language import english, rows


def test_every_frame_loads_and_keeps_its_words() -> None:
    listed = sum(len(frames) for frames in rows("frames.yaml").values())
    assert len(english().frames) == listed


def test_every_relation_type_that_a_text_can_tell_has_a_frame_or_comes_from_offices() -> None:
    told = {frame.type for frame in english().frames} | {f.negated for f in english().frames} | {"PART_OF"}
    assert {name for name, kind in vocabulary().types.items() if kind.drawn} - told == set()


def test_the_word_no_stays_a_word() -> None:
    assert "no" in english().syntax.negations
    assert "on" in {place for frame in english().frames for place in frame.receivers}


def test_the_frame_that_asks_for_most_is_tried_first() -> None:
    launch = english().by_lemma["verb", "launch"]
    assert [bool(frame.object) for frame in launch] == sorted((bool(frame.object) for frame in launch), reverse=True)


@pytest.mark.parametrize(
    "row", [{}, {"verbs": ["hit"], "nouns": ["hit"]}, {"verbs": ["hit"], "negated": "NOTHING"}, {"verb": ["hit"]}]
)
def test_a_row_that_breaks_the_schema_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Frame(type="STRIKES", **row)  # type: ignore[arg-type]
