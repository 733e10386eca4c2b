"""Who sent what did it: "the STRIKE killed him", "a car BOMB went off"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.forms import FormKind
from graph.vocabulary import vocabulary
from ingest import roles, tree
from ingest.clauses import is_negated
from ingest.language import Language
from ingest.noun_phrases import is_capital_before
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.reach import may_harm
from ingest.several import is_between_partners, with_partners
from ingest.subjects import subjects
from ingest.tokens import Token
from ingest.told_beside import shown_by
from ingest.whereabouts import is_town
from ingest.words import NounWords

TAKEN_UP = 0.55
"""Confidence of an actor that is only taken up by a deed told before."""

ANSWERING = frozenset({"responsibility", "credit"})
"""What one claims for a deed that he says he did."""


CARRYING = frozenset({"carry", "launch", "conduct", "mount", "stage", "unleash", "perpetrate", "execute", "commit"})
"""Verbs of who does a deed of arms: "CARRIED out a raid"."""


class Senders:
    """Finds who is behind a thing or a deed that did something.

    Args:
        parties: resolves noun phrases.
        language: things that are sent, and deeds of arms.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._nouns = language.nouns
        self.last_deed: tuple[Party, Party] | None = None
        """Doer and sufferer of the last deed of arms that the text told."""

    def of(self, verb: Token) -> list[Party]:
        """Who sent what did it: "the STRIKE killed him", "he was killed in an Israeli STRIKE", "the MISSILES hit"."""
        things = roles.agents(verb)
        if tree.is_passive(verb):
            causing = self._language.syntax.causing
            hurting = self._language.syntax.harming
            hurt = verb.lemma_.lower() in hurting and not any(child.dep_ in tree.OBLIQUES for child in verb.children)
            # "ten were KILLED and 20 were wounded in an Israeli raid"
            beside = [other for other in tree.children(verb, "conj") if other.lemma_.lower() in hurting] if hurt else []
            near = (child for told in (verb, *beside) for child in told.children if child.dep_ in tree.OBLIQUES)
            things += [child for child in near if tree.prepositions(child) & causing]
        if verb.dep_ == "acl:relcl" and self._is_ground(verb.head):
            things += self._deed_before(verb.head)
        for thing in (deed for token in things for deed in passed(token, self._nouns)):
            if not self._is_deed(thing.lemma_.lower()) and not self._is_one_of_deeds(thing):
                continue
            if tree.obliques(thing, "between"):
                # "the war BETWEEN them has killed ten people": nobody tells which of the two did.
                return []
            # "the FALLUJAH fighting killed many" in that town.
            own = tree.owners(thing)
            if is_between_partners(thing, own, self._parties, self._language):
                return []
            owners = (token for token in with_partners(own, self._parties) if not self.is_place_of_deed(token))
            owner = (
                self._parties.of_all(owners)
                or self._parties.of_all(roles.leaders(thing, "led"))
                or self._parties.of_all(tree.obliques(thing, "by"))
                or self._parties.of_all(self._firing(thing))
            )
            owner = (
                owner
                or self._parties.of_all((*self.makers(thing), *_carriers(thing)))
                or self._parties.of_all(self._claimers(thing))
            )
            if owner:
                return owner
            definite = any(child.lower_ in {"the", "this", "these", "those"} for child in tree.children(thing, "det"))
            # "the BUS ambush" is another than the last.
            if definite and not tree.children(thing, "compound") and self.last_deed is not None:
                return [self.last_deed[0]._replace(head=thing.i, confidence=TAKEN_UP)]
        return []

    def is_where(self, party: Party) -> bool:
        """Whether a party is only where a deed was done: "the FALLUJAH fighting killed many", "a raid in BEIRUT"."""
        deed = self._parties.token(party)
        if self._is_capital_where(deed):
            return True
        owners = tree.owners(deed)
        if not owners:
            return False
        lemma = deed.lemma_.lower()
        sent = lemma in self._nouns.sent or lemma in self._nouns.weapons
        return (sent or may_harm(deed, self._language)) and any(map(self.is_place_of_deed, owners))

    def is_place_of_deed(self, owner: Token) -> bool:
        """Whether the name before a deed is only the town where it was done: "the KABUL bombing"."""
        return is_capital_before(owner, self._parties.name_at(owner)) or is_town(owner, self._parties)

    def _is_ground(self, noun: Token) -> bool:
        town = self._is_capital_where(noun) or is_town(noun, self._parties)
        return town or noun.lemma_.lower() in self._nouns.places

    def _is_capital_where(self, noun: Token) -> bool:
        # "in DAMASCUS, SYRIA, which killed ten"
        place = noun.head if noun.dep_ == "appos" else noun
        name = self._parties.name_at(place)
        return name is not None and name.kind is FormKind.METONYM and "in" in tree.prepositions(place)

    def _deed_before(self, place: Token) -> list[Token]:
        """The deed that killed, where the tree makes it the town: "attacks in KABUL, which killed ten people"."""
        before = (t for t in reversed(list(place.sent)) if t.i < place.i and t.pos_ == "NOUN")
        return [deed for deed in before if self._is_deed(deed.lemma_.lower())][:1]

    def untold(self, verb: Token) -> list[Party]:
        """Those of whom nothing is told but what killed: "a car BOMB killed him", "was killed in a car BOMB attack"."""
        near = (c for c in verb.children if c.dep_ in tree.OBLIQUES and tree.prepositions(c) & {"in", "by"})
        things = (*roles.agents(verb), *near) if tree.is_passive(verb) else roles.agents(verb)
        if things and (claimers := self._parties.of_all(self._claimers(things[0]))):
            return claimers
        for thing in things:
            words = {thing.lemma_.lower(), *(child.lemma_.lower() for child in tree.children(thing, "compound"))}
            if words & self._nouns.deadly and (party := self._parties.apart.attackers(thing)):
                return [party]
        return []

    def warning(self, carrier: Token) -> list[Token]:
        """Who warns of a deed would do it: "IRAN warned that Israel would see strikes"."""
        above = carrier.head
        warns = carrier.dep_ == "ccomp" and above.lemma_.lower() in self._language.modality.threatened
        return roles.agents(above) if warns else []

    def makers(self, thing: Token) -> list[Token]:
        """Who made what did it, or did it: "killed in a raid CONDUCTED by the army", "attacks CLAIMED by the group"."""
        made = (verb for verb in tree.children(thing, "acl") if verb.lemma_.lower() in self._nouns.making)
        return [maker for verb in made if tree.is_passive(verb) for maker in roles.agents(verb)] or shown_by(thing)

    def _claimers(self, deed: Token) -> list[Token]:
        """Who says that it was he: "CLAIMED responsibility for an attack that killed ten", anywhere in the sentence."""
        for word in deed.sent:
            verb = word.head
            own = word is deed and verb.lemma_.lower() == "claim"
            if word.dep_ == "obj" and (own or word.lemma_.lower() in ANSWERING) and _claims(verb):
                return roles.agents(verb)
        return []

    def _firing(self, thing: Token) -> list[Token]:
        """Who fired: "was hit by rocket FIRE FROM THE REBELS"."""
        frames = self._language.by_lemma.get(("noun", thing.lemma_.lower()), ())
        fired = any(frame.by == ("from",) for frame in frames)
        return [token for word in (thing, thing.head) for token in tree.obliques(word, "from")] if fired else []

    def _is_one_of_deeds(self, noun: Token) -> bool:
        """Whether a number counts deeds told before it: "the attacks, including ONE claimed by the rebels"."""
        above = noun.head
        return noun.pos_ == "NUM" and noun.dep_ == "nmod" and noun.i > above.i and self._is_deed(above.lemma_.lower())

    def _is_deed(self, lemma: str) -> bool:
        """Whether a noun is a deed of arms, or a thing that is sent."""
        frames = self._language.by_lemma.get(("noun", lemma), ())
        return lemma in self._nouns.sent or any(vocabulary()[frame.type].event == "ASSAULT" for frame in frames)

    def claimed(self, verb: Token) -> list[Party]:
        """Who suffered the deed told before, where no doer was named: "The group CLAIMED responsibility"."""
        if self.last_deed is None or self.last_deed[0].confidence > UNNAMED or not _claims(verb):
            return []
        told = [t for noun in (verb, *roles.objects(verb)) for t in tree.obliques(noun, "for")]
        # "The group claimed THE ATTACK"
        told += [noun for noun in roles.objects(verb) if noun.lemma_.lower() not in ANSWERING]
        again = (t.pos_ == "PRON" or self._is_taken_up(t) for t in told)
        return [self.last_deed[1]._replace(confidence=TAKEN_UP)] if all(again) else []

    def _is_taken_up(self, deed: Token) -> bool:
        """Whether a deed was told before, and nothing more of it is told here: "the ATTACK"."""
        definite = any(child.lower_ in {"the", "this", "both"} for child in tree.children(deed, "det"))
        more = any(child.pos_ in {"NOUN", "PROPN"} and child.i > deed.i for child in deed.children)
        return definite and not more and self._is_deed(deed.lemma_.lower())

    def taken_up(self, doers: list[Party]) -> list[Party]:
        """To whom the last deed was done, where its doer is told only by what it sent: "the MISSILES hit".

        People without a name do it to whom it was done in the same sentence: "killed two Kenyans and WOUNDED others".
        """
        if self.last_deed is None or len(doers) != 1:
            return []
        sufferer, doer = self.last_deed[1], doers[0]
        same_sentence = self._parties.token(sufferer).sent is self._parties.token(doer).sent
        if doer.confidence == TAKEN_UP or (doer.confidence == UNNAMED and same_sentence):
            return [sufferer._replace(head=doer.head, confidence=TAKEN_UP)]
        return []


def _carriers(deed: Token) -> list[Token]:
    """Who did a deed of which more is told behind it: "REBELS CARRIED OUT raids that killed ten"."""
    verb = deed.head
    carried = deed.dep_ == "obj" and verb.lemma_.lower() in CARRYING and not tree.has_mark(verb, {"to"})
    meant = any(child.lower_ not in {"has", "have", "had"} for child in tree.children(verb, "aux"))
    return roles.agents(verb) if carried and not meant and not is_negated(verb) else []


def claim_of(deed: Token) -> Token | None:
    """The word by which it is told that somebody says he did a deed: "a raid CLAIMED by the rebels"."""
    return next((verb for verb in tree.children(deed, "acl") if verb.lemma_.lower() == "claim"), None)


def _claims(verb: Token) -> bool:
    """Whether somebody says that he did it, and not that "NO group claimed responsibility"."""
    nobody = any(child.lower_ in {"no", "neither"} for one in subjects(verb) for child in one.children)
    return verb.lemma_.lower() in roles.CLAIMING and not nobody and not is_negated(verb)


def passed(noun: Token, nouns: NounWords) -> Iterator[Token]:
    """A noun, and what it only passes on: "ONE of the STRIKES", "90 % of the MISSILES"."""
    yield noun
    if noun.lemma_.lower() in nouns.passing or noun.pos_ in {"NUM", "SYM", "DET", "PRON"}:
        for child in tree.obliques(noun, "of"):
            yield from passed(child, nouns)
