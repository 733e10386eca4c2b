"""The sentences composed for the parser's training: their word lists load, and every sentence is a sound tree."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

TRAINING = Path(__file__).parents[2] / "training"
sys.path.append(str(TRAINING))
lexicon: Any = pytest.importorskip("lexicon")


def grammar(seed: int) -> Any:
    """A grammar, where the package that inflects verbs is installed."""
    pytest.importorskip("lemminflect", reason="needed for training only: pip install 'rapport[training]'")
    return pytest.importorskip("grammar").Grammar(seed)


def test_every_row_of_the_word_lists_loads() -> None:
    found = lexicon.lexicon()
    assert len({verb for row in found.verbs for verb in row.verbs}) > 400
    assert all(found.nouns.values())
    assert lexicon.shapes().mass


def test_a_pattern_with_a_kind_that_no_list_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="names a kind that no list holds"):
        lexicon.Lexicon(verbs=({"verbs": ["bomb"], "takes": ["obj:unicorn"]},), nouns={}, words={})


def test_every_composed_sentence_is_one_tree_whose_arcs_do_not_cross() -> None:
    composer = grammar(7)
    for _ in range(200):
        rows, _ = composer.sentence()
        heads = [int(row[6]) for row in rows]
        assert heads.count(0) == 1
        assert not crossing(heads)


def test_the_same_seed_composes_the_same_sentences() -> None:
    first, second = grammar(7), grammar(7)
    assert [first.sentence() for _ in range(20)] == [second.sentence() for _ in range(20)]


def crossing(heads: list[int]) -> bool:
    """Whether two arcs of a tree cross."""
    arcs = [(min(place, head), max(place, head)) for place, head in enumerate(heads, start=1) if head]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)
