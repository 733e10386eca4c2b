"""Who was last named, and can be meant by a word that takes somebody up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from ingest.given_names import named_so
from ingest.language import Language
from ingest.mended_words import STATES
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.party import Party
from ingest.pronouns_in_deeds import PronounsInDeeds, is_for_several
from ingest.tokens import Doc, Token
from ingest.tree import SUBJECTS, antecedent, children, conjuncts, joined_before, obliques, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

WHERE = frozenset({"at", "in", "near", "outside", "around"})
"""Prepositions behind which a name tells where something is."""


class LastNamed:
    """Finds the actors named before the words of one passage.

    Args:
        parties: resolves the noun phrases that can be meant.
        doc: the parsed passage.
        names: the passage's names, by token.
        before: the actors named in the passages before, nearest last.
        language: pronouns.
        made: tells the actors' names.
        in_deeds: tells which pronouns a deed resolves.
    """

    def __init__(
        self,
        parties: Parties,
        doc: Doc,
        names: Mapping[int, Name],
        before: tuple[str, ...],
        language: Language,
        made: NewActors,
        in_deeds: PronounsInDeeds,
    ) -> None:
        self._parties = parties
        self._doc = doc
        self._names = names
        self._before = before
        self._language = language
        self._syntax = language.syntax
        self._made = made
        self._in_deeds = in_deeds

    def nearest(self, token: Token) -> Party | None:
        """Who is told just before "ITS OWN": the one who does it."""
        return self._nearest(token, lambda word, _: not self._parties.is_being_read(word))

    def _nearest(self, token: Token, fits: Callable[[Token, str], bool]) -> Party | None:
        """The name told last before a word in its sentence, of those whose word and actor fit."""
        for position in range(token.i - 1, token.sent.start - 1, -1):
            name = self._names.get(position)
            if name is not None and fits(self._doc[position], name.actor):
                return self._parties.at(self._doc[position], name.actor, 0.6)
        return None

    def _acted_on(self, token: Token, fits: Callable[[str], bool], exclude: Collection[str]) -> Party | None:
        """Who is told last before a word, and not only as where something is done: "at ISRAEL", but "in Chad"."""
        apart = {"amod", "compound"}  # "VIETNAMESE-led forces"

        def acts(word: Token, actor: str) -> bool:
            return actor not in exclude and fits(actor) and word.dep_ not in apart and "in" not in prepositions(word)

        return self._nearest(token, acts)

    def last(
        self,
        token: Token,
        fits: Callable[[str], bool],
        exclude: Collection[str],
        reach: int | None = None,
        as_subject: Callable[[str], bool] | None = None,
    ) -> Party | None:
        """The actor last named before ``token`` that fits; subjects of this sentence and the one before go first.

        Args:
            token: the word that takes it up.
            fits: whether an actor can be meant.
            exclude: actors that cannot.
            reach: how many names of the passages before are looked through; all that are remembered where None.
            as_subject: whether the subject of this sentence or the one before can be meant, where that asks for less.
        """
        as_subject = named_so(token.lower_, as_subject or fits, self._made)
        fits = named_so(token.lower_, fits, self._made)
        sentence = token.sent
        previous = [s for s in self._doc.sents if s.end <= sentence.start][-1:]
        if (
            token.lower_ not in self._syntax.speaker
            and (told := self._beside_speaker(token, fits, exclude)) is not None
        ):
            return told
        for span in (sentence, *previous):
            backward = list(span)[::-1]
            # "Israel blames Hamas, WHICH rules Gaza. Its jets …": who a clause only tells of comes last.
            for candidate in backward if span is sentence else sorted(backward, key=self._is_relative):
                if candidate.lower_ in self._syntax.speaker:
                    # "WE support THEIR efforts": they are others.
                    continue
                if candidate.i < token.i and candidate.dep_ in SUBJECTS and not self._parties.is_being_read(candidate):
                    if token.lower_ in {"it", "its"} and is_for_several(antecedent(candidate)):
                        continue
                    if self._in_deeds.is_thing(token, candidate):
                        return None
                    for member in conjuncts(candidate):
                        # Whom "she" takes up does not depend on whom the next pronoun can mean.
                        party = self._parties.of(member, () if member.pos_ == "PRON" else exclude)
                        if party is None or party.actor in exclude or not as_subject(party.actor):
                            continue
                        if token.dep_ != "nmod:poss" or not self._is_thing_somewhere(member, party):
                            return party
                    if (whose := self._whose(candidate, token, exclude, fits)) is not None:
                        return whose
                    if candidate.lower_ == "it" and token.lower_ == "its" and candidate.head.is_ancestor(token):
                        # "IT reiterates ITS support": nobody tells who that is.
                        return None
                    if token.dep_ in SUBJECTS and token.lower_ in self._syntax.persons and self._is_somebody(candidate):
                        return None
            suffers = span is sentence and token.dep_ == "obj" and token.lower_ == "it"
            # "Iran struck ISRAEL after blaming IT": who is told here goes before who did something before.
            if suffers and (near := self._object_above(token, fits, exclude) or self._acted_on(token, fits, exclude)):
                return near
        says = sentence.root.lemma_.lower() in self._language.attribution.saying
        for candidate in sentence.root.children if not says else ():
            # "When North Korea threatened IT, South Korea …": what is taken up stands behind. But "it was shelled,
            # Thai OFFICIALS said".
            if candidate.dep_ in SUBJECTS and candidate.i > token.i and token.i < sentence.root.i:
                party = self._parties.of(candidate, exclude)
                if party is not None and party.actor not in exclude and fits(party.actor):
                    return party
        if (whom := self._object_above(token, fits, exclude)) is not None:
            return whom
        here = token.lower_ == "it"
        for position, name in sorted(self._names.items(), reverse=True):
            if here and position < sentence.start:
                # Of other actors named before nothing tells that "it" means them, and not a thing.
                return None
            if position >= token.i or name.actor in exclude or not fits(name.actor):
                continue
            if not self._is_backer(position) and not (token.dep_ == "nmod:poss" and self._is_where(position)):
                return self._parties.at(self._doc[position], name.actor, 0.6)
        for actor in () if here else reversed(self._before[-reach:] if reach else self._before):
            if actor not in exclude and fits(actor):
                return self._parties.at(token, actor, 0.6)
        return None

    def _whose(
        self, subject: Token, token: Token, exclude: Collection[str], fits: Callable[[str], bool]
    ) -> Party | None:
        """Whose a subject is, of which a noun tells the body: "BOKO HARAM'S clerics denounced IS. The GROUP …"."""
        taken_up = token.pos_ == "NOUN" or token.lower_ in {"it", "its"}
        own = children(subject, "nmod:poss") if taken_up else []
        told = (self._parties.of(owner) for owner in own if owner.pos_ != "PRON")
        return next((p for p in told if p is not None and p.actor not in exclude and fits(p.actor)), None)

    def _object_above(self, token: Token, fits: Callable[[str], bool], exclude: Collection[str]) -> Party | None:
        """To whom a verb above is done: "accuse the PARTY of turning to Moscow since IT won"."""
        if token.lower_ not in self._syntax.things or token.head.dep_ != "advcl":
            return None
        above = (noun for verb in token.head.ancestors for noun in children(verb, "obj") if noun.i < token.i)
        party = next((p for noun in above if (p := self._parties.of(noun)) is not None), None)
        return party if party is not None and party.actor not in exclude and fits(party.actor) else None

    def _is_relative(self, token: Token) -> bool:
        """Whether a subject is that of a clause that only tells of somebody: "a charge that THE STATE denies"."""
        return token.dep_ in SUBJECTS and (token.lower_ in self._syntax.relative or token.head.dep_ == "acl:relcl")

    def _is_backer(self, position: int) -> bool:
        """Whether a name only tells by whom others are backed: "an IRAN-backed group"."""
        behind = self._doc.tokens[position + 2] if position + 2 < len(self._doc) else None
        if behind is None or joined_before(behind) is None:
            return False
        return behind.lower_ in STATES or behind.lemma_.lower() in self._language.helping_verbs

    def _is_thing_somewhere(self, noun: Token, party: Party) -> bool:
        """Whether a thing has nothing but a place: "the TERMINAL AT BREGA was taken after ITS troops left"."""
        unknown = self._parties.kind_of(party.actor) is ActorKind.UNKNOWN
        places = (place for preposition in WHERE for place in obliques(noun, preposition))
        return unknown and noun.i not in self._names and any(place.i in self._names for place in places)

    def _is_where(self, position: int) -> bool:
        """Whether a name of which nothing is known only tells where something is: "the terminal AT BREGA"."""
        word = self._doc[position]
        unknown = self._parties.kind_of(self._names[position].actor) is ActorKind.UNKNOWN
        return unknown and not WHERE.isdisjoint(prepositions(word))

    def _is_somebody(self, noun: Token) -> bool:
        """Whether a noun is for one person whose name nobody tells, who is "he" then: "AN OFFICIAL said that he …"."""
        one = noun.pos_ == "NOUN" and noun.morph.get("Number", []) == ["Sing"]
        return one and noun.lemma_.lower() in self._language.nouns.persons and noun.i not in self._names

    def _beside_speaker(self, token: Token, fits: Callable[[str], bool], exclude: Collection[str]) -> Party | None:
        """Whom "they" takes up where "we" is the subject, the one named last: "we fight ISIL and THEIR allies"."""
        subjects = [t for t in token.sent if t.i < token.i and t.dep_ in SUBJECTS]
        if not subjects or subjects[-1].lower_ not in self._syntax.speaker:
            return None
        return self._nearest(token, lambda _, actor: actor not in exclude and fits(actor))
