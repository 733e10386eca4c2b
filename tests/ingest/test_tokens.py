"""The plain trees are the parser's own: every walk over them meets the same words in the same order."""

from __future__ import annotations

import itertools
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as Parsed

from ingest.english_pipeline import pipeline
from ingest.parsing import parse, plain
from ingest.tokens import Doc
from tests.ingest.test_parsing import SENTENCES

TEXT = "Iran, which Israel's forces attacked on Oct. 1, didn't respond... It will \"soon\", said four U.S. officials!"
TEXTS = [TEXT, " two  spaces\tand a tab ", "", "".join(SENTENCES.splitlines()[1:40:2])]


@cache
def both(text: str) -> tuple[Parsed, Doc]:
    """A text as spaCy has it, and as plain values."""
    parsed = pipeline()(text)
    return parsed, plain(parsed, text, text)


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_tells_what_the_parsers_own_tells(text: str) -> None:
    parsed, doc = both(text)
    assert doc.text == parsed.text
    assert len(doc) == len(parsed)
    for own, token in zip(parsed, doc, strict=True):
        assert (token.i, token.idx, token.text, token.lower_) == (own.i, own.idx, own.text, own.lower_)
        assert (token.pos_, token.dep_) == (own.pos_, own.dep_)
        assert token.head.i == own.head.i
        assert (token.is_space, token.is_punct) == (own.is_space, own.is_punct)
        assert {name: values.split(",") for name, values in own.morph.to_dict().items()} == token.morph


@pytest.mark.parametrize("text", TEXTS)
def test_walks_meet_the_same_tokens_in_the_same_order(text: str) -> None:
    parsed, doc = both(text)
    for own, token in zip(parsed, doc, strict=True):
        assert [child.i for child in token.children] == [child.i for child in own.children]
        assert [below.i for below in token.subtree] == [below.i for below in own.subtree]
        assert [above.i for above in token.ancestors] == [above.i for above in own.ancestors]
        assert token.right_edge.i == own.right_edge.i
        assert [token.is_ancestor(other) for other in doc] == [own.is_ancestor(other) for other in parsed]


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_and_their_parts_are_cut_as_the_parser_cuts_them(text: str) -> None:
    parsed, doc = both(text)
    assert [(s.start, s.end, s.start_char, s.end_char, s.text) for s in doc.sents] == [
        (s.start, s.end, s.start_char, s.end_char, s.text) for s in parsed.sents
    ]
    assert [(t.is_sent_start, t.is_sent_end) for t in doc] == [(bool(t.is_sent_start), t.is_sent_end) for t in parsed]
    for start, end in itertools.combinations(range(min(30, len(doc) + 1)), 2):
        part, own = doc[start:end], parsed[start:end]
        assert (part.text, part.root.i, len(part)) == (own.text, own.root.i, len(own))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
def test_the_tokens_that_cover_some_characters_are_the_parsers(start: int, length: int) -> None:
    parsed, doc = both(TEXT)
    end = min(len(TEXT), start + length)
    if TEXT[start:end].strip() != TEXT[start:end]:
        return
    own, part = parsed.char_span(start, end, alignment_mode="expand"), doc.covering(start, end)
    assert own is not None
    assert part is not None
    assert (part.start, part.end) == (own.start, own.end)


@pytest.mark.parametrize("text", TEXTS)
def test_lemmas_are_the_parsers_but_for_plurals_that_it_does_not_know(text: str) -> None:
    parsed, doc = both(text)
    for own, token in zip(parsed, doc, strict=True):
        plural = own.lemma_.lower() == token.lower_ and token.lemma_ == token.lower_.removesuffix("s")
        assert token.lemma_ == own.lemma_ or plural


def test_parsing_many_texts_gives_the_lemmas_of_each() -> None:
    for text, doc in zip(TEXTS, parse(TEXTS), strict=True):
        _, alone = both(text)
        assert [token.lemma_ for token in doc] == [token.lemma_ for token in alone]
