"""What the extractor knows of English: frames, cues, verbs of saying and nouns, read from ``data`` and checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from graph.errors import RapportError
from graph.forms import normalised
from graph.model import Model
from graph.vocabulary import vocabulary
from ingest.frames import Frame, PartOfSpeech
from ingest.syntax_words import SyntaxWords
from ingest.words import AttributionWords, ModalityWords, NounWords

DATA = Path(__file__).parent / "data"

PARTS: Mapping[str, PartOfSpeech] = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
"""Parts of speech as frames name them, under the tags of the trees."""


class Language(Model):
    """All of it."""

    frames: tuple[Frame, ...]
    modality: ModalityWords
    attribution: AttributionWords
    nouns: NounWords
    syntax: SyntaxWords
    places: Mapping[str, str]
    """The state that a town or region lies in, by the place's normalised name."""

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Nouns for what one actor does to another in conflict: "attack", "killing", "arrest"."""
        types = vocabulary().types
        return frozenset(w for frame in self.frames for w in frame.nouns if (types[frame.type].quad or 0) == 4)

    @cached_property
    def helping(self) -> frozenset[str]:
        """Nouns for what one actor does for another: "support", "aid"."""
        return frozenset(w for frame in self.frames for w in frame.nouns if frame.type in {"AIDS", "SUPPORTS", "ARMS"})

    @cached_property
    def helping_verbs(self) -> frozenset[str]:
        """Verbs for what one actor does for another: "support", "arm"."""
        plain = (f for f in self.frames if not (f.object or f.complement or f.subject or f.particle or f.bare))
        return frozenset(w for f in plain for w in f.verbs if f.type in {"AIDS", "SUPPORTS", "ARMS", "BACKS"})

    @cached_property
    def fighting(self) -> frozenset[str]:
        """Verbs of those who fight each other: "counter", "defeat"."""
        return frozenset(
            w for frame in self.frames for w in frame.verbs if frame.type == "CLASHES_WITH" and not frame.object
        )

    @cached_property
    def abusive(self) -> frozenset[str]:
        """Words by which one calls another names, as in "called him a TYRANT"."""
        frames = self.by_lemma[("verb", "call")]
        return frozenset(
            word
            for frame in frames
            if frame.type == "CRITICIZES" and "owner" not in frame.to
            for word in frame.complement
        )

    @cached_property
    def condemning(self) -> frozenset[str]:
        """Verbs by which one speaks against what another has done: "condemn", "protest"."""
        plain = (f for f in self.frames if not (f.object or f.complement or f.particle or f.reverse or f.bare))
        return frozenset(w for f in plain for w in f.verbs if f.type in {"CRITICIZES", "PROTESTS_AGAINST"})

    @cached_property
    def generic(self) -> frozenset[str]:
        """Words that tell no actor from another."""
        return self.syntax.generic | self.nouns.unnamed

    @cached_property
    def not_persons(self) -> frozenset[str]:
        """Words that are in no person's name, so that no "he" takes up a name with one."""
        return self.generic | self.syntax.named_things | self.syntax.named_bodies | self.syntax.ship_prefixes

    @cached_property
    def civilians(self) -> frozenset[str]:
        """Nouns for people who bear no arms and hold no office, which "people" stands for in a frame."""
        return self.nouns.people | (self.nouns.domestic - self.nouns.unnamed) | self.nouns.crowds

    @cached_property
    def telling(self) -> Mapping[str, frozenset[str]]:
        """The words that make a frame, alone or behind another, under each part of speech as a tree names it."""
        of: dict[PartOfSpeech, set[str]] = {"verb": set(), "adjective": set(), "noun": {*self.behind_others}}
        for part, lemma in self.by_lemma:
            of[part].add(lemma)
        return {pos: frozenset(of[part]) for pos, part in PARTS.items()}

    @cached_property
    def behind_others(self) -> frozenset[str]:
        """Nouns that make a frame behind another word: "strike" of "air-strike"."""
        parts = (noun.split("-") for frame in self.frames for noun in frame.nouns)
        return frozenset("-".join(words[at:]) for words in parts for at in range(1, len(words)))

    @cached_property
    def between(self) -> Mapping[str, tuple[Frame, ...]]:
        """What two have with each other, by the noun that tells it behind their names: "the IRAN-IRAQ war"."""
        mutual = (frame for frame in self.frames if frame.reciprocal and "between" in frame.by)
        found: defaultdict[str, list[Frame]] = defaultdict(list)
        for frame in mutual:
            for lemma in frame.nouns:
                found[lemma].append(frame)
        return {lemma: tuple(frames) for lemma, frames in found.items()}

    @cached_property
    def by_lemma(self) -> Mapping[tuple[PartOfSpeech, str], tuple[Frame, ...]]:
        """The frames of a word, in the order of the file but those that ask for more first."""
        found: defaultdict[tuple[PartOfSpeech, str], list[Frame]] = defaultdict(list)
        for frame in self.frames:
            for lemma in frame.lemmas:
                found[frame.part_of_speech, lemma].append(frame)
        return {key: tuple(sorted(frames, key=Frame.openness)) for key, frames in found.items()}


def rows(name: str) -> dict[str, Any]:
    """A data file with every scalar as text, so that "on" and "no" stay the words that they are."""
    loaded: dict[str, Any] = yaml.load((DATA / name).read_text(encoding="utf8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return loaded


@lru_cache(maxsize=1)
def english() -> Language:
    """What Rapport knows of English.

    Raises:
        RapportError: if a row of a data file breaks the schema.
    """
    frames: list[Frame] = []
    for type_name, listed in rows("frames.yaml").items():
        for number, row in enumerate(listed, 1):
            try:
                frames.append(Frame(type=type_name, **row))
            except (ValidationError, TypeError) as error:
                raise RapportError(f"frames.yaml: row {number} of {type_name} does not fit: {error}") from error
    return Language(
        frames=tuple(frames),
        modality=ModalityWords(**rows("modality.yaml")),
        attribution=AttributionWords(**rows("attribution.yaml")),
        nouns=NounWords(**rows("nouns.yaml")),
        syntax=SyntaxWords(**rows("syntax.yaml")),
        places={normalised(place): state for state, places in rows("places.yaml").items() for place in places},
    )
