"""Words that take up an actor told before: pronouns, "the movement", and "we" in a quotation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.forms import FormKind
from ingest.given_names import has_given_name
from ingest.groups import Groups
from ingest.known_leaders import known_as_led
from ingest.language import Language
from ingest.last_named import LastNamed
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.noun_phrases import are_bodies, has_narrower_office, is_turned, number_of
from ingest.pairs import Pairs
from ingest.party import Party
from ingest.pronouns_in_deeds import PronounsInDeeds, fellow_of, is_for_several
from ingest.reach import may_harm
from ingest.same_words import SameWords, is_regime
from ingest.subjects import goes_on, subjects
from ingest.titled import has_held
from ingest.tokens import Doc, Token
from ingest.tree import OBJECTS, SUBJECTS, antecedent, children, conjuncts, first_joined, obliques, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties


PERSONS = frozenset({"person"})

ARMED = frozenset({ActorKind.ARMED_GROUP.value})

DOING = frozenset({"nsubj", "obl:agent", "obl"})

NEAR = 8
"""Names of the passages before through which a pronoun looks: about two sentences of news."""

OTHERS = frozenset({"neighboring", "neighbouring", "other", "another", "third", "rival", "opposing"})
"""Words that tell that another is meant than the one told last."""


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
        self._made = made
        self._language = language
        self._syntax = language.syntax
        self._in_deeds = PronounsInDeeds(parties, language)
        earlier = tuple(before)
        self._named = LastNamed(parties, doc, names, earlier, language, made, self._in_deeds)
        self._same = SameWords(parties, doc, names, earlier, language, made, self._named)
        self.groups = Groups(parties, doc, names, language)
        self.pairs = Pairs(parties, doc, names, earlier, language)
        self.speakers: dict[int, str] = {}
        """Who says "we", by token."""
        self.not_meant: dict[int, str] = {}
        """Who says "he" or "she", by token."""

    def taken_up(self, token: Token, exclude: Collection[str]) -> Party | None:
        """The actor last named that a word such as "the movement" can mean.

        Args:
            token: the word.
            exclude: actors that act on it, and so cannot be meant.
        """
        kinds = self._language.nouns.takes_up.get(token.lemma_.lower())
        counted = bool(children(token, "nummod"))
        bodies = are_bodies(token) and not counted
        if (
            bodies
            or number_of(token)
            or any(is_turned(child) for child in token.children)
            or self.pairs.is_one(token)
            or not any(child.lower_ in self._syntax.definite for child in children(token, "det", "nmod:poss"))
        ):
            return None
        if any(child.lower_ in OTHERS for child in children(token, "amod")):
            # "accused THE NEIGHBORING COUNTRY of firing"
            return None
        if kinds is None:
            return self._same.so_called(token)
        # "Israel accused THE GOVERNMENT of lying": it is not Israel's own, wherever else it is asked for.
        exclude = {*exclude, *self._who_acts_on(token)}
        if kinds == PERSONS and is_for_several(token):
            # "the detained LEADERS" are not the one who was told last.
            return None
        office = self._office(token) if kinds == PERSONS else None
        if office and has_narrower_office(token):
            return None
        if token.lemma_.lower() == "government" and self._is_of_doer(token, exclude):
            return None
        if kinds > ARMED and token.dep_ in DOING and may_harm(token.head, self._language, part="verb"):
            # "attacked by THE GROUP": an armed one, where one was named, and not the party named last.
            armed = self._named.last(token, lambda actor: self._is_called(actor, ARMED, None), exclude)
            if armed is not None:
                return armed
        if is_regime(token):
            return self._same.regime(token, {*exclude, *self._who_presses(token)})
        told = self._named.last(token, lambda actor: self._is_called(actor, kinds, office), exclude)
        return told if told is not None or office else self._same.so_called(token)

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
        return office is None or has_held(self._parties.roles_of(actor), office)

    def pronoun(self, token: Token, exclude: Collection[str]) -> Party | None:
        """The actor that a pronoun takes up; also where it is told twice, side by side: "CHAD AND ITS PEOPLE"."""
        told = self._meant(token, exclude)
        last = token if told is None else self._parties.token(told)
        first = first_joined(last)
        if told is None or first is last or last.sent is not token.sent or self._parties.is_being_read(first):
            return told
        beside = (one for one in self._parties.of_all(conjuncts(first)) if one.actor == told.actor)
        return next((told._replace(start=one.start, end=one.end, head=one.head) for one in beside), told)

    def _meant(self, token: Token, exclude: Collection[str]) -> Party | None:
        word = token.lower_
        if word in self._syntax.speaker:
            return self._parties.at(token, self._speaking(token), 0.6)
        if (known := known_as_led(token, self._parties, self._language)) is not None:
            return known
        taken_up = antecedent(token)
        if taken_up is not token:
            return self._parties.of(taken_up, exclude)
        if (fellow := fellow_of(token)) is not None:
            return self._parties.of(fellow, exclude)
        if (doer := goes_on(token)) is not None and not self._in_deeds.is_thing(token, doer):
            told = self._parties.of(doer, exclude)
            if told is not None and self._parties.kind_of(told.actor) is not ActorKind.PERSON:
                return told
        exclude = {*exclude, *self._who_acts_on(token)}
        if (
            exclude
            and self._in_deeds.may_be_speaker(token)
            and (told := self.pronoun(token, ()))
            and told.actor in exclude
        ):
            # "The company warned that IT could fail": it is who warns, and nobody else is sought.
            return None
        if token.dep_ == "nmod:poss" and any(child.lower_ == "own" for child in token.head.children):
            return self._named.nearest(token)
        if (meant := self._in_deeds.meant(token, exclude)) is not None:
            return meant
        if word in self._syntax.persons:
            full = partial(self._parties.may_be_person, pronoun=word)
            others = {*exclude, *self._others(token)}
            return self._named.last(token, full, others, NEAR, partial(self._parties.may_be_surname, pronoun=word))
        if word in self._syntax.several and (group := self.groups.told(token, exclude)):
            return group[0]
        if word in self._syntax.several and prepositions(token) & {"between", "among"}:
            # "dialogue between THEM": nobody alone.
            return None
        if word in self._syntax.things:
            plain = {ActorKind.PERSON, ActorKind.OUTLET}
            one = word in {"it", "its"}
            told = self._named.last(token, partial(self._is_thing, plain=plain, one=one), exclude, NEAR)
            return told if told is None or one or not self._is_only_suffering(token, told) else None
        return None

    def _is_only_suffering(self, token: Token, told: Party) -> bool:
        """Whether it is a state that does nothing itself, which is no "they": "punished TURKEY. THEY threaten Chad"."""
        noun = self._parties.token(told)
        return noun is not token and noun.dep_ in OBJECTS and self._parties.kind_of(told.actor) is ActorKind.STATE

    def _who_acts_on(self, token: Token) -> Iterator[str]:
        """Who does to "him" what his verb says, and is not he: "ERDOGAN asked him", "his men expelled him"."""
        if token.dep_ in OBJECTS and token.head.pos_ == "VERB":
            acting = subjects(token.head)
            own = (owner for noun in acting for owner in children(noun, "nmod:poss"))
            # "the army LED BY HILL overthrew him"
            led = (leader for noun in acting for verb in children(noun, "acl") for leader in obliques(verb, "by"))
            yield from (party.actor for party in self._parties.of_all((*acting, *own, *led)))

    def _who_presses(self, regime: Token) -> Iterator[str]:
        """Whose a regime is not that somebody is to act on: "KENYA urged LAVROV to press the regime"."""
        verb = regime.head
        pressing = {*self._who_acts_on(regime)}
        while verb.dep_ == "xcomp" and verb.head is not verb and regime.dep_ in OBJECTS:
            verb = verb.head
            pressing |= {party.actor for party in self._parties.of_all(subjects(verb))}
        yield from (state for actor in pressing if (state := self._parties.state_of(actor)) is not None)

    def _others(self, token: Token) -> Iterator[str]:
        """Who is not "he": who says it in a quotation, and who is named in what he does: "HE wants to meet HILL"."""
        if token.i in self.not_meant:
            yield self.not_meant[token.i]
        if token.dep_ in SUBJECTS:
            behind = (word.i for word in token.head.subtree if word.i > token.i)
            yield from (name.actor for place in behind if (name := self._names.get(place)) is not None)

    def _is_thing(self, actor: str, plain: Collection[ActorKind], *, one: bool) -> bool:
        """Whether "they" or "it" can mean an actor; no "it" means somebody with a given name, or who leads a body."""
        person = one and (has_given_name(self._made.actor(actor).name) or self._made.served_by(actor) is not None)
        return self._parties.kind_of(actor) not in plain and not person

    def _speaking(self, token: Token) -> str | None:
        """Who is meant by "I", and by "we": those for whom an official speaks."""
        speaker = self.speakers.get(token.i)
        kind = self._parties.kind_of(speaker) if speaker else None
        alone = token.lower_ not in self._syntax.jointly and not any(t.lower_ == "behalf" for t in token.sent)
        if kind is ActorKind.OUTLET or (kind is ActorKind.STATE and alone):
            # What an outlet quotes is not its own word, and no state says "I", but who speaks on its behalf does.
            return None
        return self._parties.spoken_for(speaker) if speaker and token.lower_ in self._syntax.jointly else speaker
