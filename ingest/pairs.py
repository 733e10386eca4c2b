"""Two who were told together, taken up again: "THE TWO LEADERS", "BOTH COUNTRIES", "THE TWO SIDES"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.forms import FormKind
from ingest.language import Language
from ingest.name import Name
from ingest.party import Party
from ingest.roles import agents
from ingest.tokens import Doc, Span, Token
from ingest.tree import OBJECTS, OBLIQUES, SUBJECTS, conjuncts, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

SENTENCES = 3
"""How many sentences of the passage before are looked through."""

NEAR = 6
"""Names of the passages before among which the two are looked for: about two sentences of news."""

WHERE = frozenset({"in", "at", "near", "from"})
"""Prepositions of a place, which is none of the two: "met IN GENEVA"."""

SIDES = frozenset({ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ALLIANCE, ActorKind.COMPANY})
"""Who can be a side of two, beside persons."""


class Pairs:
    """Finds the two of whom a passage speaks as two.

    Where more than two can be meant, nobody is.

    Args:
        parties: resolves the noun phrases that can be meant.
        doc: the parsed passage.
        names: the passage's names, by token.
        before: the actors named in the passages before, nearest last.
        language: nouns that take up two.
    """

    def __init__(
        self, parties: Parties, doc: Doc, names: Mapping[int, Name], before: Iterable[str], language: Language
    ) -> None:
        self._parties = parties
        self._doc = doc
        self._names = names
        self._before = tuple(before)
        self._nouns = language.nouns.pairs

    def is_one(self, noun: Token) -> bool:
        """Whether a noun speaks of two at once: "the two LEADERS", "both SIDES"."""
        if noun.lemma_.lower() not in self._nouns:
            return False
        if _are_all(noun):
            return True
        if noun.lower_ == "two":
            # "THE TWO refused to meet"
            alone = noun.dep_ in SUBJECTS | OBJECTS | OBLIQUES and len(noun.children) == 1
            return alone and any(child.lower_ == "the" for child in noun.children)
        words = {child.lower_ for child in noun.children if child.i < noun.i}
        return "both" in words or ("two" in words and not words.isdisjoint({"the", "these", "those"}))

    def told(self, noun: Token, exclude: Collection[str]) -> list[Party]:
        """The two that a noun takes up; none where nothing tells who they are.

        Args:
            noun: one that ``is_one``.
            exclude: actors that act on them, and so cannot be meant.
        """
        sort = self._nouns[noun.lemma_.lower()]
        # States and groups are sides before their people are.
        sorts = ("group", sort) if sort == "side" else (sort,)
        verb = noun.head
        # "Chad urged BOTH COUNTRIES to settle it": Chad is none of the two.
        urging = agents(verb) if noun.dep_ in OBJECTS | OBLIQUES and verb.pos_ == "VERB" else []
        acting = {party.actor for party in self._parties.of_all(urging)}
        return next((two for kind in sorts if (two := self._of_sort(noun, kind, {*exclude, *acting}))), [])

    def _of_sort(self, noun: Token, sort: str, exclude: Collection[str]) -> list[Party]:
        """The two of one sort that were told last."""
        found: dict[str, Token] = {}
        earlier = [span for span in self._doc.sents if span.end <= noun.sent.start][-SENTENCES:]
        if _are_all(noun):
            # "Iran and China met. THE COUNTRIES signed a deal": only those who were just told together.
            return self._joined(earlier[-1], sort) if earlier else []
        for span in (self._doc[noun.sent.start : noun.i], *reversed(earlier)):
            if (joined := self._joined(span, sort)) and not found:
                return joined
            named = self._named(span, sort).items()
            found |= {actor: token for actor, token in named if actor not in found and actor not in exclude}
            if len(found) > 1:
                break
        if len(found) < 2:
            near = (self._as_sort(actor, sort) for actor in self._before[-NEAR:])
            found |= {actor: noun for actor in near if actor and actor not in found and actor not in exclude}
        return self._both(found)

    def _both(self, found: Mapping[str, Token]) -> list[Party]:
        # Two groups of one state are no two sides.
        states = {self._parties.state_of(actor) for actor in found}
        if len(found) != 2 or (len(states) == 1 and None not in states and states.isdisjoint(found)):
            return []
        parties = (self._parties.at(token, actor, 0.6) for actor, token in found.items())
        return [party for party in parties if party is not None]

    def _joined(self, span: Span, sort: str) -> list[Party]:
        """Two who do or suffer something together: "KENYA AND UGANDA criticized Chad. Both countries …"."""
        for token in sorted(span, key=lambda token: token.dep_ not in SUBJECTS):
            members = conjuncts(token) if token.dep_ in SUBJECTS | OBJECTS else []
            if len(members) == 2:
                told = [self._parties.of(member) for member in members if not self._parties.is_being_read(member)]
                parties = {party.actor: party for party in told if party and self._fits(party.actor, sort)}
                if len(parties) == 2:
                    return list(parties.values())
        return []

    def _named(self, span: Span, sort: str) -> dict[str, Token]:
        """Who is named in a part of the passage and can be one of the two, in order."""
        found: dict[str, Token] = {}
        for token in span:
            name = self._names.get(token.i)
            meant = None if name is None or self._is_beside(token, name, sort) else self._as_sort(name.actor, sort)
            if meant is not None:
                found.setdefault(meant, token)
        return found

    def _is_beside(self, token: Token, name: Name, sort: str) -> bool:
        """Whether a name only tells where something is done, or whose a person is."""
        if token.dep_ in OBLIQUES and prepositions(token) & WHERE:
            return True
        whose = token.head if token.dep_ in {"amod", "compound"} else token
        return (
            sort in {"side", "group", "anybody"}
            and whose is not token
            and name.kind is FormKind.DEMONYM
            and whose.i in self._names
        )

    def _as_sort(self, actor: str, sort: str) -> str | None:
        """An actor as one of the two: where countries are meant, a person's is."""
        if sort == "state" and self._parties.kind_of(actor) is ActorKind.PERSON:
            return self._parties.state_of(actor)
        return actor if self._fits(actor, sort) else None

    def _fits(self, actor: str, sort: str) -> bool:
        kind = self._parties.kind_of(actor)
        if sort == "person":
            return self._parties.may_be_person(actor)
        if sort == "state":
            return kind is ActorKind.STATE
        return kind in SIDES or (sort in {"side", "anybody"} and self._parties.may_be_person(actor))


def _are_all(noun: Token) -> bool:
    """Whether a noun takes up all who were told, without saying how many: "THE COUNTRIES"."""
    alone = len(noun.children) == 1 and noun.children[0].lower_ == "the"
    return alone and noun.lower_ in {"countries", "nations", "sides", "governments"}
