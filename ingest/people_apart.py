"""People who are told apart from the state or the body whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.actors import ActorKind
from ingest.language import english
from ingest.new_actors import NewActors
from ingest.noun_phrases import is_ethnic
from ingest.party import UNNAMED, Party
from ingest.tokens import Doc, Token
from ingest.tree import children, obliques, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties


class PeopleApart:
    """Tells people of one passage apart from those for whom they could stand.

    Args:
        parties: resolves their noun phrases.
        doc: the parsed passage.
        made: takes the actors that the gazetteer does not know.
    """

    def __init__(self, parties: Parties, doc: Doc, made: NewActors) -> None:
        self._parties = parties
        self._doc = doc
        self._made = made
        self._states: dict[str, str] = {}

    def from_body(self, people: Token) -> Party | None:
        """People told apart from the one whose they are: the MEMBERS of the union, and not the union."""
        return self._parties.at(people, self._made.unnamed(people), UNNAMED)

    def attackers(self, thing: Token) -> Party | None:
        """People of whom nothing is told but the thing that they sent or laid."""
        return self._parties.at(thing, self._made.some("attackers"), UNNAMED)

    def struck(self, place: Token) -> Party | None:
        """A place that is nobody, where a deed of arms was done to it: "bombed a BUS STATION"."""
        words = [*(child.lower_ for child in children(place, "compound") if child.text.islower()), place.lower_]
        return self._parties.at(place, self._made.some(" ".join(words), domestic=False), UNNAMED)

    def from_state(self, party: Party) -> Party | None:
        """People who stand for their state, told apart from it: the INDIAN WORKERS who strike against India."""
        if self._parties.kind_of(party.actor) is not ActorKind.STATE:
            return None
        head = self._noun(party)
        made = self._made.people(party.actor) if self._parties.are_people(head) else None
        if made is None and self._parties.name_at(head) is None:
            made = self._made.part(head, party.actor, alone=True)
        return party._replace(actor=made) if made else None

    def acting_alone(self, party: Party, other: Party) -> Party:
        """Who acts, where people would stand for their state: a TURKISH CITIZEN who attacks is not Turkey.

        Args:
            party: who acts.
            other: on whom; where he is of the same state, its people are not the state: "KENYANS marched against Ruto".
        """
        if self._parties.kind_of(party.actor) is not ActorKind.STATE:
            return party
        head = self._noun(party)
        made = self._made.private(head, party.actor)
        many = any(self._parties.are_people(noun) for noun in (head, *obliques(head, "of")))
        if made is None and many and self._parties.state_of(other.actor) == party.actor:
            made = self._made.people(party.actor)
        return party._replace(actor=made) if made else party

    def harmed(self, party: Party) -> Party:
        """Who is harmed, where an outlet's people are and not the outlet: "killed a REUTERS JOURNALIST"."""
        noun = self._noun(party)
        outlet = self._parties.kind_of(party.actor) is ActorKind.OUTLET
        if not outlet or noun.lemma_.lower() not in english().nouns.persons:
            return party
        return self.from_body(noun) or party

    def speaking(self, party: Party) -> Party:
        """Who says something, where people would stand for their state: UKRAINIAN JOURNALISTS are not Ukraine."""
        if self._parties.kind_of(party.actor) is not ActorKind.STATE:
            return party
        made = self._made.private(self._noun(party), party.actor)
        if made is None:
            return party
        self._states[made] = party.actor
        return party._replace(actor=made)

    def state_of_speaker(self, speaker: str) -> str:
        """The state for which people who said something could stand; else the speaker himself."""
        return self._states.get(speaker, speaker)

    def are_elsewhere(self, token: Token) -> bool:
        """Whether people of a state's name live in another: "ETHNIC ALBANIANS", "the ALBANIANS of Serbia"."""
        if is_ethnic(token):
            return True
        if not self._parties.are_people(token):
            return False
        places = (child for child in children(token, "nmod") if prepositions(child) & {"of", "in"})
        named = [name for child in places if (name := self._parties.name_at(child)) is not None]
        own = self._parties.name_at(token)
        # "Palestinians of the WEST BANK" are at home.
        return any(
            self._parties.is_place(name.actor) and (own is None or self._parties.state_of(name.actor) != own.actor)
            for name in named
        )

    def _noun(self, party: Party) -> Token:
        """The noun that tells a party; of one that a word takes up, the noun that was taken up."""
        return self._doc[party.taken_from] if party.taken_from is not None else self._parties.token(party)
