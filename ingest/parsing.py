"""Parsing passages: parts of speech, features, lemmas and trees, as plain values."""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast

from spacy import attrs
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc as Parsed

from ingest.english_pipeline import LEMMATIZER, PASSAGES_AT_ONCE, as_one_word, parsed_together, pipeline
from ingest.lexicon import can_only_be_name, is_plain
from ingest.mended_trees import mend
from ingest.stand_ins import restore, with_stand_ins
from ingest.tokens import Doc, Morph, Span, Token, Word

LETTERS = 3
"""A word that is no longer has no plural that could be told from a name: "gas", "bus"."""

TOLD = [attrs.ORTH, attrs.SPACY, attrs.POS, attrs.DEP, attrs.MORPH, attrs.HEAD, attrs.SENT_START]

CLOSING = frozenset(".!?:;\"'”’)]…—–-*•|>")
"""Signs behind which a sentence may open."""

BACKWARD = 2**63
"""From here on a number without a sign means one below zero: a head before its word."""


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse passages, in order."""
    coming = iter(texts)
    while own := list(itertools.islice(coming, PASSAGES_AT_ONCE)):
        given = [with_stand_ins(text) for text in own]
        for text, read, parsed in zip(own, given, parsed_together(given), strict=True):
            yield plain(parsed, read, text)


def plain(parsed: Parsed, read: str, text: str) -> Doc:
    """What the parser told of a passage, as plain values.

    Args:
        parsed: what it told.
        read: what was given to it.
        text: what the passage says, letter for letter as long.
    """
    doc = Doc(read)
    tokens = doc.tokens
    heads: list[int] = []
    starts: list[int] = []
    place = 0
    for i, (orth, space, pos, dep, morph, head, opens) in enumerate(parsed.to_array(TOLD).tolist()):
        token = Token(doc, i, place, _word(orth, pos, morph), _string(dep))
        tokens.append(token)
        heads.append(i + head if head < BACKWARD else i + head - 2 * BACKWARD)
        if opens == 1 or not i:
            starts.append(i)
        place += len(token.text) + space
    starts = _joined(tokens, heads, starts)
    below: defaultdict[int, list[Token]] = defaultdict(list)
    for token, above in zip(tokens, heads, strict=True):
        token.head = tokens[above]
        if above != token.i:
            below[above].append(token)
    for above, children in below.items():
        tokens[above].children = children
    for start, end in itertools.pairwise([*starts, len(tokens)]):
        sentence = Span(doc, start, end)
        doc.sents.append(sentence)
        for token in tokens[start:end]:
            token.sent = sentence
    restore(doc, text)
    try:
        mend(doc)
    except Exception as error:
        # A defect of ours must not take the other reports with it.
        doc.failure = error
    return doc


def _joined(tokens: list[Token], heads: list[int], starts: list[int]) -> list[int]:
    """Where sentences open, but for those that open where none has closed: "Near Dayr", "Az Zawr, five strikes …"."""
    kept: list[int] = []
    for start, end in itertools.pairwise([*starts, len(tokens)]):
        last = tokens[start - 1].text[-1:]
        if not kept or last in CLOSING or last.isspace():
            kept.append(start)
            continue
        above = next((i for i in range(kept[-1], start) if heads[i] == i), start)
        for root in [i for i in range(start, end) if heads[i] == i and i != above]:
            heads[root] = above
            tokens[root].dep_ = "parataxis"
    return kept


@lru_cache(maxsize=50_000)
def _string(key: int) -> str:
    """What the parser has under a number; it makes a string anew at each look, whose hash is then not known."""
    # The very string that the code compares it with, so that a look at where it is suffices.
    return sys.intern(pipeline().vocab.strings[key])


@lru_cache(maxsize=50_000)
def _lemma(orth: int, pos: int, morph: int) -> str:
    """The lemma of a word with its part of speech and features, each as the number that the parser has for it."""
    word = Parsed(pipeline().vocab, words=[as_one_word(_string(orth))], pos=[_string(pos)], morphs=[_string(morph)])[0]
    lemmatizer = cast("Lemmatizer", pipeline().get_pipe(LEMMATIZER))
    return lemmatizer.lemmatize(word)[0]


@lru_cache(maxsize=50_000)
def _word(orth: int, pos: int, morph: int) -> Word:
    """A word with its part of speech and features; the plurals that the parser did not know have their lemma."""
    text, part, features = _string(orth), _string(pos), _features(morph)
    lemma = _lemma(orth, pos, morph)
    if part == "PROPN" and text.isalpha() and text.islower() and len(text) > LETTERS:
        # No name is written small, but for its articles: "militias".
        part = "NOUN"
    elif part == "NOUN" and can_only_be_name(text):
        # No noun but a name has a capital and is in no dictionary: "accused ARCE of lying".
        part, lemma = "PROPN", text
    if text[-1:] in {"s", "S"} and (part == "NOUN" or features.get("Number", []) == ["Plur"]):
        lemma = _singular(text, lemma)
    elif text.endswith("$"):
        # "US$3 million"
        lemma = "$"
    return Word(text, text.lower(), lemma, part, features)


@lru_cache(maxsize=10_000)
def _features(key: int) -> Morph:
    """Features as they are written in a treebank: "Number=Plur|Tense=Past"."""
    told = (feature.split("=", 1) for feature in _string(key).split("|") if "=" in feature)
    return {name: values.split(",") for name, values in told}


def _singular(word: str, lemma: str) -> str:
    """The lemma of a plural that the table of lemmas does not have."""
    small = word.lower()
    told = lemma.lower() != small or len(word) <= LETTERS or small.endswith(("ss", "us", "is", "ics", "news"))
    if told:
        return lemma
    with_y = f"{small[:-3]}y"
    return with_y if small.endswith("ies") and is_plain(with_y) else small[:-1]
