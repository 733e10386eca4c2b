"""Words that take up an actor told before: pronouns, "the movement", and "we" in a quotation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.forms import FormKind
from ingest.given_names import has_given_name, named_so
from ingest.groups import Groups
from ingest.language import Language
from ingest.mended_words import STATES
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.noun_phrases import has_narrower_office, number_of
from ingest.pairs import Pairs
from ingest.party import Party
from ingest.pronouns_in_deeds import PronounsInDeeds, is_for_several
from ingest.tokens import Doc, Token
from ingest.tree import SUBJECTS, antecedent, children, conjuncts, joined_before, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties


PERSONS = frozenset({"person"})

BODIES = frozenset({"party", "country", "nation", "group", "organization", "organisation", "government", "state"})
"""Words for one actor each, so that several of them are no single one named before: "the PARTIES should talk"."""

NEAR = 8
"""Names of the passages before through which a pronoun looks: about two sentences of news."""


class References:
    """Resolves the words of one passage that take up an actor.

    Args:
        parties: resolves the noun phrases that can be meant.
        doc: the parsed passage.
        names: the passage's names, by token.
        before: the actors named in the passages before, nearest last.
        language: pronouns, and nouns for actors of a sort.
        made: tells the actors' names.
    """

    def __init__(
        self,
        parties: Parties,
        doc: Doc,
        names: Mapping[int, Name],
        before: Iterable[str],
        language: Language,
        made: NewActors,
    ) -> None:
        self._parties = parties
        self._doc = doc
        self._names = names
        self._before = tuple(before)
        self._made = made
        self._language = language
        self._syntax = language.syntax
        self._in_deeds = PronounsInDeeds(parties, language)
        self.groups = Groups(parties, doc, names, language)
        self.pairs = Pairs(parties, doc, names, self._before, language)
        self.speakers: dict[int, str] = {}
        """Who says "we", by token."""

    def taken_up(self, token: Token, exclude: Collection[str]) -> Party | None:
        """The actor last named that a word such as "the movement" can mean.

        Args:
            token: the word.
            exclude: actors that act on it, and so cannot be meant.
        """
        kinds = self._language.nouns.takes_up.get(token.lemma_.lower())
        counted = bool(children(token, "nummod"))
        bodies = is_for_several(token) and token.lemma_.lower() in BODIES and not counted
        if (
            kinds is None
            or bodies
            or number_of(token)
            or self.pairs.is_one(token)
            or not any(child.lower_ in self._syntax.definite for child in children(token, "det", "nmod:poss"))
        ):
            return None
        office = self._office(token) if kinds == PERSONS else None
        if office and has_narrower_office(token):
            return None
        if token.lemma_.lower() == "government" and self._is_of_doer(token, exclude):
            return None
        return self._last(token, lambda actor: self._is_called(actor, kinds, office), exclude)

    def _is_of_doer(self, government: Token, exclude: Collection[str]) -> bool:
        """Whether people act on their own government: "LEBANESE marched against THE GOVERNMENT"."""
        for place in range(government.sent.start, government.i):
            name = self._names.get(place)
            if name is None or name.actor not in exclude:
                continue
            dep = self._doc[place].dep_
            # "TEACHERS IN ARGENTINA went on strike against the government"
            if dep == "nmod" or (name.kind is FormKind.DEMONYM and dep not in {"amod", "compound"}):
                return True
        return False

    @staticmethod
    def _office(token: Token) -> str:
        """The office that a noun names: no minister is the PRIME minister."""
        prime = any(child.lower_ == "prime" for child in token.children)
        return f"prime {token.lemma_.lower()}" if prime else token.lemma_.lower()

    def _is_called(self, actor: str, kinds: Collection[str], office: str | None) -> bool:
        """Whether a text can take up an actor so; who is called by an office must have held such a one."""
        if self._parties.kind_of(actor).value not in kinds:
            return False
        return office is None or self._parties.has_held(actor, office)

    def pronoun(self, token: Token, exclude: Collection[str]) -> Party | None:
        """The actor that a pronoun takes up."""
        word = token.lower_
        if word in self._syntax.speaker:
            return self._parties.at(token, self._speaking(token), 0.6)
        taken_up = antecedent(token)
        if taken_up is not token:
            return self._parties.of(taken_up, exclude)
        if (
            exclude
            and self._in_deeds.may_be_speaker(token)
            and (told := self.pronoun(token, ()))
            and told.actor in exclude
        ):
            # "The company warned that IT could fail": it is who warns, and nobody else is sought.
            return None
        if token.dep_ == "nmod:poss" and any(child.lower_ == "own" for child in token.head.children):
            return self._nearest(token)
        if (meant := self._in_deeds.meant(token, exclude)) is not None:
            return meant
        if word in self._syntax.persons:
            full = partial(self._parties.may_be_person, pronoun=word)
            return self._last(token, full, exclude, NEAR, partial(self._parties.may_be_surname, pronoun=word))
        if word in self._syntax.several and (group := self.groups.told(token, exclude)):
            return group[0]
        if word in self._syntax.several and prepositions(token) & {"between", "among"}:
            # "dialogue between THEM": nobody alone.
            return None
        if word in self._syntax.things:
            plain = {ActorKind.PERSON, ActorKind.OUTLET}
            one = word in {"it", "its"}
            return self._last(token, lambda actor: self._is_thing(actor, plain, one=one), exclude, NEAR)
        return None

    def _is_thing(self, actor: str, plain: Collection[ActorKind], *, one: bool) -> bool:
        """Whether "they" or "it" can mean an actor; no "it" means somebody with a given name."""
        return self._parties.kind_of(actor) not in plain and not (one and has_given_name(self._made.actor(actor).name))

    def _speaking(self, token: Token) -> str | None:
        """Who is meant by "I", and by "we": those for whom an official speaks."""
        speaker = self.speakers.get(token.i)
        kind = self._parties.kind_of(speaker) if speaker else None
        alone = token.lower_ not in self._syntax.jointly and not any(t.lower_ == "behalf" for t in token.sent)
        if kind is ActorKind.OUTLET or (kind is ActorKind.STATE and alone):
            # What an outlet quotes is not its own word, and no state says "I", but who speaks on its behalf does.
            return None
        return self._parties.spoken_for(speaker) if speaker and token.lower_ in self._syntax.jointly else speaker

    def _nearest(self, token: Token) -> Party | None:
        """Who is told just before "ITS OWN": the one who does it."""
        for position in range(token.i - 1, token.sent.start - 1, -1):
            name = self._names.get(position)
            if name is not None and not self._parties.is_being_read(self._doc[position]):
                return self._parties.at(self._doc[position], name.actor, 0.6)
        return None

    def _last(
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
                    if token.lower_ in {"it", "its"} and is_for_several(candidate):
                        continue
                    if self._in_deeds.is_thing(token, candidate):
                        return None
                    for member in conjuncts(candidate):
                        party = self._parties.of(member, exclude)
                        if party is not None and party.actor not in exclude and as_subject(party.actor):
                            return party
                    if token.dep_ in SUBJECTS and token.lower_ in self._syntax.persons and self._is_somebody(candidate):
                        return None
        for candidate in sentence.root.children:
            # "When North Korea threatened IT, South Korea …": what is taken up stands behind.
            if candidate.dep_ in SUBJECTS and candidate.i > token.i and token.i < sentence.root.i:
                party = self._parties.of(candidate, exclude)
                if party is not None and party.actor not in exclude and fits(party.actor):
                    return party
        here = token.lower_ == "it"
        for position, name in sorted(self._names.items(), reverse=True):
            if here and position < sentence.start:
                # Of other actors named before nothing tells that "it" means them, and not a thing.
                return None
            if position < token.i and name.actor not in exclude and fits(name.actor) and not self._is_backer(position):
                return self._parties.at(self._doc[position], name.actor, 0.6)
        for actor in () if here else reversed(self._before[-reach:] if reach else self._before):
            if actor not in exclude and fits(actor):
                return self._parties.at(token, actor, 0.6)
        return None

    def _is_relative(self, token: Token) -> bool:
        """Whether a subject is that of a clause that only tells of somebody: "a charge that THE STATE denies"."""
        return token.dep_ in SUBJECTS and (token.lower_ in self._syntax.relative or token.head.dep_ == "acl:relcl")

    def _is_backer(self, position: int) -> bool:
        """Whether a name only tells by whom others are backed: "an IRAN-backed group"."""
        behind = self._doc.tokens[position + 2] if position + 2 < len(self._doc) else None
        if behind is None or joined_before(behind) is None:
            return False
        return behind.lower_ in STATES or behind.lemma_.lower() in self._language.helping_verbs

    def _is_somebody(self, noun: Token) -> bool:
        """Whether a noun is for one person whose name nobody tells, who is "he" then: "AN OFFICIAL said that he …"."""
        one = noun.pos_ == "NOUN" and noun.morph.get("Number", []) == ["Sing"]
        return one and noun.lemma_.lower() in self._language.nouns.persons and noun.i not in self._names

    def _beside_speaker(self, token: Token, fits: Callable[[str], bool], exclude: Collection[str]) -> Party | None:
        """Whom "they" takes up where "we" is the subject, the one named last: "we fight ISIL and THEIR allies"."""
        subjects = [t for t in token.sent if t.i < token.i and t.dep_ in SUBJECTS]
        if not subjects or subjects[-1].lower_ not in self._syntax.speaker:
            return None
        for position in range(token.i - 1, token.sent.start - 1, -1):
            name = self._names.get(position)
            if name is not None and name.actor not in exclude and fits(name.actor):
                return self._parties.at(self._doc[position], name.actor, 0.6)
        return None
