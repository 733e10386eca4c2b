"""The second actor in a complement clause: "demanded that ISRAEL withdraw", "agreed to help SYRIA"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.actors import ActorKind
from ingest import clauses, tree
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import UNNAMED
from ingest.preference import preferred
from ingest.reach import APART, reached
from ingest.subjects import subjects
from ingest.tokens import Token

CLAUSE_DEPTH = 3
"""How many clauses down an actor is looked for."""

BESIDE_NOUNS = frozenset({"acl", "acl:relcl", "advcl"})
"""Clauses that tell more of a noun or of the deed: whoever is in them was not agreed with."""


MOVING = frozenset({"VISITS", "WITHDRAWS_FROM"})
"""Relations whose object may be only a place."""


class ClauseActors:
    """Finds actors in the clauses of one passage.

    Args:
        parties: resolves noun phrases.
        language: nouns that decide.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._nouns = language.nouns
        self._modality = language.modality

    def of(self, trigger: Token, exclude: set[str], apart: frozenset[str]) -> list[Token]:
        """An actor in the complement clause: its own subject first, then whom its verb reaches.

        Args:
            trigger: the verb or noun above.
            exclude: the doers.
            apart: prepositions behind which stands somebody else.
        """
        return self._below(trigger, exclude, lambda predicate: reached(predicate, CLAUSE_DEPTH, apart))

    def subjects(self, trigger: Token, exclude: set[str]) -> list[Token]:
        """Who is told to do or suffer something, and nobody told beside: "warned that CHAD would see strikes"."""
        return self._below(trigger, exclude, lambda _: ())

    def agreed(self, trigger: Token, exclude: set[str]) -> list[Token]:
        """With whom one agrees to do something: whom the deed itself reaches, and nobody told in passing."""

        def met(predicate: Token) -> Iterator[Token]:
            return (token for token in reached(predicate, 1, APART, BESIDE_NOUNS) if not self.is_outside(token))

        return self._below(trigger, exclude, met, UNNAMED)

    def _is_doer(self, subject: Token, trigger: Token, exclude: set[str]) -> bool:
        """Whether a clause is about the doer himself, who warns nobody by it: "warned that IT could fail in May"."""
        if subject.pos_ != "PRON" or trigger.lemma_.lower() in self._modality.demanded:
            return False
        told = self._parties.of(subject)
        return told is not None and told.actor in exclude

    def _is_for_nobody(self, predicate: Token) -> bool:
        """Whether nothing tells who is to do what is demanded: "demanded that HE surrender to Chad"."""
        told = (noun for noun in subjects(predicate) if noun.lower_ in {"he", "she", "they"})
        return any(self._parties.of(noun) is None for noun in told)

    def is_outside(self, noun: Token) -> bool:
        """Whether a noun in what is agreed is for nobody who agrees."""
        return self._is_founded(noun) or self._is_destination(noun)

    def _is_destination(self, noun: Token) -> bool:
        """Whether somebody only goes to a town that nobody knows, or leaves it: "is willing to travel to ABA"."""
        frames = self._language.by_lemma.get(("verb", noun.head.lemma_.lower()), ())
        moves = noun.dep_ == "obl" and any(frame.type in MOVING for frame in frames)
        party = self._parties.of(noun) if moves else None
        return party is not None and self._parties.kind_of(party.actor) is ActorKind.UNKNOWN

    def _is_founded(self, noun: Token) -> bool:
        """Whether something comes to be only by what is agreed: "agreed to set up an INSTITUTE"."""
        return noun.dep_ == "obj" and noun.head.lemma_.lower() in self._nouns.founding

    def _below(
        self, trigger: Token, exclude: set[str], reach: Callable[[Token], Iterable[Token]], above: float = 0.0
    ) -> list[Token]:
        demanded = trigger.lemma_.lower() in self._modality.demanded
        for predicate in clauses.clauses(trigger):
            own = tree.children(predicate, *tree.SUBJECTS)
            if any(self._is_doer(noun, trigger, exclude) for noun in own):
                continue
            if demanded and self._is_for_nobody(predicate):
                continue
            # "warned AGAINST relying on Chad": Chad is not warned.
            told = [] if "against" in tree.prepositions(predicate) else reach(predicate)
            if found := preferred([*own, *told], self._parties, exclude, above):
                return found
        return []
