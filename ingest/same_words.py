"""Words that take up an actor by a word of its name, or by the word that told it before: "the CARTEL", "the REGIME"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from ingest.language import Language
from ingest.last_named import LastNamed
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.party import Party
from ingest.tokens import Doc, Token
from ingest.tree import children, owners

if TYPE_CHECKING:
    from ingest.parties import Parties

UNTELLING = frozenset({"state", "kingdom", "republic", "house", "nation", "people", "group", "member"})
"""Words in which names end that take up others too: "the STATE" is not the Islamic State."""

TELLING = frozenset({"union", "league", "court", "front"})
"""Words in which names end that are written large for the one named before: "the UNION"."""

RULING = frozenset({"military", "ruling", "interim"})
"""Words that tell of a government that need not be that of the state told last."""


class SameWords:
    """Finds whom a word takes up that is a part of its name, or that told it before.

    Args:
        parties: resolves the noun phrases that can be meant.
        doc: the parsed passage.
        names: the passage's names, by token.
        earlier: the actors named in the passages before, nearest last.
        language: nouns for those who rule and for units.
        made: tells the actors' names.
        named: finds who was named last.
    """

    def __init__(
        self,
        parties: Parties,
        doc: Doc,
        names: Mapping[int, Name],
        earlier: tuple[str, ...],
        language: Language,
        made: NewActors,
        named: LastNamed,
    ) -> None:
        self._parties = parties
        self._doc = doc
        self._names = names
        self._earlier = earlier
        self._language = language
        self._made = made
        self._named = named

    def regime(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Whose regime "the REGIME" is: the one told before, else that of the only state of which the text speaks."""
        if (told := self._owned_before(token)) is not None or self._made.is_told(token):
            return told
        named = {*(name.actor for place, name in self._names.items() if place < token.i), *self._earlier}
        states = {actor for actor in named.difference(exclude) if self._parties.kind_of(actor) is ActorKind.STATE}
        return self._named.last(token, lambda actor: actor in states, exclude) if len(states) == 1 else None

    def so_called(self, token: Token) -> Party | None:
        """The actor last named whose name ends in the word: "the Medellin drug cartel … THE CARTEL", whoever acts."""
        word = token.lemma_.lower()
        if token.text.istitle() and word in TELLING and all(child.lower_ == "the" for child in token.children):
            return self._only_one_named(token, word)
        if not token.text.islower() or not any(child.lower_ == "the" for child in children(token, "det")):
            return None
        named = None if word in UNTELLING else self._named.last(token, partial(self._is_named_so, word), ())
        return named or self._owned_before(token)

    def _only_one_named(self, token: Token, word: str) -> Party | None:
        """The only body named before whose name ends in a word: "the African Union … THE UNION"."""
        before = (name.actor for place, name in self._names.items() if place < token.i)
        told = {actor for actor in (*before, *self._earlier) if self._is_named_so(word, actor)}
        return self._named.last(token, lambda actor: actor in told, ()) if len(told) == 1 else None

    def _owned_before(self, token: Token) -> Party | None:
        """Whose they are is told before, of the same word: "Ukraine's MILITARY struck. THE MILITARY said …"."""
        lemma = token.lemma_.lower()
        if lemma not in self._language.nouns.state_itself and lemma not in self._language.nouns.units:
            return None
        same = (t for t in reversed(self._doc.tokens[: token.i]) if t.lemma_.lower() == lemma and owners(t))
        told = next((self._parties.of(t) for t in same if not self._parties.is_being_read(t)), None)
        person = told is not None and self._parties.kind_of(told.actor) is ActorKind.PERSON
        # "Hill's OFFICIALS" are not Hill, but "the Hill REGIME" is.
        return None if person and not is_regime(token) else told

    def _is_named_so(self, word: str, actor: str) -> bool:
        """Whether a name of a body ends in a word."""
        if self._parties.kind_of(actor) in {ActorKind.STATE, ActorKind.PERSON, ActorKind.OUTLET}:
            return False
        known = self._made.actor(actor)
        return any(name.lower().endswith(f" {word}") for name in (known.name, *known.aliases))


def is_regime(noun: Token) -> bool:
    """Whether a noun is for rulers who may be told without their state: "the REGIME", "the military GOVERNMENT"."""
    lemma = noun.lemma_.lower()
    ruling = lemma == "government" and any(child.lower_ in RULING for child in children(noun, "amod"))
    return lemma == "regime" or ruling
