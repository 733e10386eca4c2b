"""The vocabulary: every row loads, every CAMEO code has its place."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from graph.errors import RapportError
from graph.vocabulary import Extent, Family, read, vocabulary


def test_every_relation_type_is_complete() -> None:
    for name, kind in vocabulary().types.items():
        assert name == kind.name
        assert kind.active
        assert kind.passive
        assert kind.identity[:3] == ("subject", "type", "object")


def test_every_family_has_types() -> None:
    assert {kind.family for kind in vocabulary().types.values()} == set(Family)


def test_events_have_days_and_states_have_intervals() -> None:
    for kind in vocabulary().types.values():
        assert ("on" in kind.identity) is (kind.extent is Extent.EVENT)


def test_symmetric_types_read_the_same_both_ways() -> None:
    for kind in vocabulary().types.values():
        if kind.symmetric:
            assert kind.active == kind.passive, kind.name


def test_friendly_quads_have_friendly_valence() -> None:
    for kind in vocabulary().types.values():
        if kind.quad in {1, 2}:
            assert kind.valence > 0, kind.name
        if kind.quad == 4:
            assert kind.valence < 0, kind.name


@pytest.mark.parametrize("word", ["TRUSTS", "DISTRUSTS", "SUPPORTS", "OPPOSES", "LEADS", "MEMBER_OF", "ALLIED_WITH"])
def test_what_plover_cannot_say_has_no_event(word: str) -> None:
    assert vocabulary()[word].event is None
    assert vocabulary()[word].quad is None


def test_an_unknown_type_is_told_in_a_sentence() -> None:
    with pytest.raises(RapportError, match="no relation type 'LOVES'"):
        vocabulary()["LOVES"]


@pytest.mark.shared
def test_every_cameo_code_lands_on_a_type_or_on_a_reason(shared: Path) -> None:
    rows = list(csv.DictReader((shared / "lookups/CAMEO.eventcodes.txt").open(encoding="utf8"), delimiter="\t"))
    codes = {row["CAMEOEVENTCODE"] for row in rows}
    assert len(codes) == 310
    for code in codes | {"106"}:
        kind = vocabulary().of_cameo(code)
        assert kind is not None or len(vocabulary().no_relation[code]) > 20, code


@pytest.mark.shared
def test_codes_go_where_cameo2plover_sends_them(shared: Path) -> None:
    ontology = json.loads((shared / "lookups/plover_ontology.json").read_text(encoding="utf8"))
    for code, row in ontology["cameo_to_plover"].items():
        kind = vocabulary().of_cameo(code)
        assert kind is not None, code
        assert kind.event == row["event"], code


@pytest.mark.shared
def test_valences_are_plovers_scores(shared: Path) -> None:
    """ACCUSE is printed as +3 beside modes of -2.0 and -3.5; every other score is taken as it stands."""
    events = json.loads((shared / "lookups/plover_ontology.json").read_text(encoding="utf8"))["events"]
    for kind in vocabulary().types.values():
        if kind.event is not None:
            row = events[kind.event]
            score = row["mode_scores"].get(kind.mode, row["score"])
            assert kind.valence == score, kind.name


def test_a_row_that_breaks_the_schema_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "vocabulary.yaml"
    broken.write_text(
        "identity: {event: [subject, type, object]}\n"
        "types: {SHOUTS_AT: {family: stance, valence: 99, extent: event, active: a, passive: b, "
        "description: shouts loudly}}\n"
        "no_relation: {}\n",
        encoding="utf8",
    )
    with pytest.raises(RapportError, match="SHOUTS_AT"):
        read(broken)
