"""The two actors of a frame: where in the tree its doer and its receiver are looked for."""

from __future__ import annotations

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest import tree
from ingest.assistance import helpers_behind
from ingest.bystanders import Bystanders
from ingest.clause_actors import BESIDE_NOUNS, CLAUSE_DEPTH, ClauseActors
from ingest.frames import Frame
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.preference import preferred
from ingest.reach import APART, addressees, harmed, in_reach, is_behind_time, strayed
from ingest.senders import Senders, passed
from ingest.struggles import helped_fighters, with_fellows
from ingest.tokens import Token
from ingest.whereabouts import is_only_place, struck_in

STRAYING = frozenset({"to", "with", "against", "into", "on"})
"""Prepositions whose noun is often hung on the noun before it: "returned a bust of Marcus Aurelius TO ALGERIA"."""

HOSTING = frozenset({"host", "sponsor", "arrange", "mediate", "broker", "support", "back"})
"""Verbs of those who bring others together, and do not meet them."""

FELLOWS = frozenset({"other", "others", "another"})
"""Words one of which tells that something is done to each other."""

DYING = frozenset({"die", "perish"})
"""Verbs that suffer a deed only where it is told in what they died: "died IN an ambush"."""


class Arguments:
    """Finds the actors of frames in one passage.

    Args:
        parties: resolves noun phrases.
        language: nouns that carry, pass on and suffer.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._nouns = language.nouns
        self.senders = Senders(parties, language)
        self._clauses = ClauseActors(parties, language)
        self._bystanders = Bystanders(parties, language)

    def doers(self, frame: Frame, trigger: Token, carrier: Token) -> list[Party]:
        """Who does what the frame says.

        Args:
            frame: the frame.
            trigger: the word that makes it.
            carrier: the verb that carries it where it is a noun, else the trigger.
        """
        if frame.part_of_speech == "verb":
            helpers = self._parties.of_all(helpers_behind(trigger, self._language))
            found = helpers or self._able(frame, self._parties.of_all(tree.agents(trigger))) or self.senders.of(trigger)
            if not found and vocabulary()[frame.type].event == "ASSAULT":
                found = self.senders.untold(trigger)
            told_by_noun = trigger.dep_ == "acl" and trigger.lower_.endswith("ing")
            if not found and told_by_noun and not tree.children(trigger, "mark", "case"):
                # "approved a bill BANNING the party": a bill does nothing, who approved it does.
                found = self._parties.of_all(tree.carried_by(trigger.head))
            if found and frame.type == "CLASHES_WITH":
                found = with_fellows(found, trigger, self._parties, self._language)
            return found or self._sent_away(frame, trigger)
        if frame.part_of_speech == "adjective":
            return self._parties.of_all(tree.subjects(trigger))
        for place in frame.by:
            found = self._parties.of_all(self._by(frame, trigger, place))
            if not found and place == "between":  # "the agreement reached yesterday BETWEEN A AND B"
                above = tree.children(carrier, "obl") if carrier.pos_ == "VERB" else []
                near = [*tree.children(trigger, "nmod"), *(noun for noun in above if noun.i > trigger.i)]
                dated = [noun for noun in near if noun.pos_ in {"NUM", "PROPN"}]
                near = [*tree.children(trigger, "acl"), *dated, *([carrier] if carrier.pos_ == "VERB" else [])]
                found = self._parties.of_all(noun for word in near for noun in tree.obliques(word, place))
            # "launched a SNIPER attack": who launched it did it.
            idle = place == "owner" and all(one.confidence <= UNNAMED for one in found) and self._is_carried(carrier)
            if found and not idle:
                return self._able(frame, found)
        if frame.type == "CLASHES_WITH" and (helped := helped_fighters(trigger, self._language)):
            return self._parties.of_all(helped)
        if carrier.i == trigger.i or frame.by == ("copula",):
            return []
        if trigger.lemma_.lower() in self._language.helping and "with" in tree.prepositions(trigger):
            # "WITH the support of France, it attacked": who attacks is helped, and does not help.
            return []
        if frame.type == "MEETS" and carrier.lemma_.lower() in HOSTING:
            # "Kenya and Djibouti HOSTED the talks"
            return []
        if carrier.lemma_.lower() in self._nouns.carriers:
            return self._parties.of_all(tree.agents(carrier))
        if self._suffers(frame, trigger, carrier) and carrier.pos_ == "VERB":
            told = tree.obliques(carrier, "from") or tree.obliques(carrier, "by")
            return self._parties.of_all(told or self.senders.warning(carrier))
        return []

    def _suffers(self, frame: Frame, trigger: Token, carrier: Token) -> bool:
        """Whether the subject of a verb suffers the deed that it carries."""
        lemma = carrier.lemma_.lower()
        if lemma in {*DYING, "intercept"} and vocabulary()[frame.type].event != "ASSAULT":
            return False
        return lemma in self._nouns.suffering and (lemma not in DYING or "in" in tree.prepositions(trigger))

    def _sent_away(self, frame: Frame, verb: Token) -> list[Party]:
        """Who expels those who "were expelled FROM CHAD": the state, where nobody else is told."""
        if frame.type not in {"EXPELS", "DEPORTS"} or not tree.is_passive(verb):
            return []
        told = self._parties.of_all(tree.obliques(verb, "from"))
        return [one for one in told if self._parties.kind_of(one.actor) is ActorKind.STATE]

    def _is_carried(self, carrier: Token) -> bool:
        return carrier.pos_ == "VERB" and carrier.lemma_.lower() in self._nouns.carriers and bool(tree.agents(carrier))

    def _able(self, frame: Frame, doers: list[Party]) -> list[Party]:
        """Those who can do it: no town and no area takes up arms, only its people do."""
        if vocabulary()[frame.type].event != "ASSAULT":
            return doers
        able = (doer for doer in doers if not is_only_place(doer, self._parties, self._language))
        return [doer for doer in able if not self.senders.is_where(doer)]

    def receivers(self, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> list[Party]:
        """To whom it is done.

        Args:
            frame: the frame.
            trigger: the word that makes it.
            carrier: as for ``doers``.
            exclude: the doers.
        """
        if trigger.lemma_.lower() in self._nouns.asked_of_doer and "at" in tree.prepositions(trigger):
            return self._parties.of_all(tree.agents(carrier), exclude)
        own: list[Party] = []
        struck: list[Token] = []
        for place in frame.receivers:
            if place == "deed":
                return self.senders.claimed(trigger)
            tokens = self._places(place, frame, trigger, carrier, exclude)
            nouns = self._bystanders.among_nouns(frame, place, trigger, tokens)
            found = self._bystanders.among_parties(frame, place, self._parties.of_all(nouns, exclude))
            if found and not own and vocabulary()[frame.type].valence > 0 and self._are_own(found, exclude):
                own = found
            elif found:
                return found
            elif place == "from" and tokens and frame.type == "DEMANDS_OF":
                # "demanded an explanation FROM A CLERK for charging protesters": nobody else was asked.
                return []
            struck += nouns if place in {"on", "against", "object"} else []
        if own:
            return own
        armed = vocabulary()[frame.type].event == "ASSAULT"
        if armed and (where := self._parties.of_all(struck_in(struck, carrier, self._parties), exclude)):
            return where
        if frame.part_of_speech != "noun" or carrier.i == trigger.i:
            return []
        if self._suffers(frame, trigger, carrier):
            tokens = tree.subjects(carrier) if carrier.pos_ == "VERB" else tree.owners(carrier)
            return self._parties.of_all(tokens, exclude)
        given = [child for child in carrier.children if child.dep_ == "iobj"]
        if given:
            return self._parties.of_all(given, exclude)
        helps = trigger.lemma_.lower() in self._language.helping
        if trigger.dep_ == "obl" and "with" in tree.prepositions(trigger) and not helps:
            return self._parties.of_all(tree.objects(carrier), exclude)
        return []

    def others(self, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> bool:
        """Whether several do it with somebody else, and not with each other: "X and Y met Z", "held talks WITH Z"."""
        if self.each_other(frame, trigger):
            return False
        # "signed a PACT with Manila"
        beside = (
            [t for word in (carrier, trigger) for t in tree.obliques(word, "with")] if carrier.i != trigger.i else []
        )
        told = self._places("with", frame, trigger, carrier, exclude) if "with" in frame.receivers else beside
        if frame.part_of_speech == "verb" and "object" in frame.receivers:
            told += [noun for noun in tree.objects(trigger) if self._bystanders.is_person_or_state(noun)]
        if frame.by == ("copula",):
            # "Iran and Belarus, allies OF RUSSIA"
            told += [*tree.obliques(trigger, "of"), *tree.owners(trigger)]
        return bool(self._parties.of_all(told, exclude))

    def _are_own(self, parties: list[Party], doers: set[str]) -> bool:
        """Whether people are those of the doer's own state, so that another may be meant."""
        return all(self._parties.state_of(party.actor) in doers for party in parties)

    def each_other(self, frame: Frame, trigger: Token) -> bool:
        """Whether the doers do it to each other in so many words."""
        if "object" not in frame.receivers and any(noun.lower_ in {"each", "one"} for noun in tree.objects(trigger)):
            # Those who "fought EACH OTHER" fought beside nobody.
            return False
        if trigger.sent.words.isdisjoint(FELLOWS):
            return False
        behind = trigger.doc[trigger.i + 1 : trigger.i + 6].text.lower()
        return "each other" in behind or "one another" in behind

    def _by(self, frame: Frame, noun: Token, preposition: str) -> list[Token]:
        """A preposition brings in the doer only where it is not the one that brings in the receiver."""
        if preposition == "owner":
            sorts = self._nouns.sorts_of_deed
            idle = sorts | self._nouns.seats if frame.type == "MEETS" else sorts
            return [token for token in tree.owners(noun) if token.lemma_.lower() not in idle]
        if preposition == "copula":
            said_of = tree.of_which_it_is_said(noun)
            return [token for token in said_of if self._parties.name_at(token) or token.pos_ == "PRON"]
        if preposition in frame.receivers and not (frame.reciprocal and preposition == "between"):
            return []
        found = tree.obliques(noun, preposition)
        if not found and preposition == "by" and "of" in frame.receivers:
            # "the killing of ten men BY REBELS" is read as if the men were theirs.
            found = [t for suffering in tree.obliques(noun, "of") for t in tree.obliques(suffering, "by")]
        return found

    def _places(self, place: str, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> list[Token]:
        match place:
            case "object":
                # What is given is not the one to whom it is given: "sent Israeli JETS".
                transfer = frame.type in {"AIDS", "ARMS", "SPEAKS_WITH"} and "to" in frame.to
                given = {*frame.complement, *(frame.object if transfer else ())}
                return [token for token in tree.objects(trigger) if token.lemma_.lower() not in given]
            case "owner":
                return tree.objects(trigger) if frame.part_of_speech == "verb" else tree.owners(trigger)
            case "clause" if frame.type == "AGREES_WITH":
                return self._clauses.agreed(trigger, exclude)
            case "clause" if frame.type == "WARNS":
                told = self._clauses.subjects(trigger, exclude)
                return [noun for noun in told if self._bystanders.is_person_or_state(noun)]
            case "clause":
                hostile = vocabulary()[frame.type].valence < 0
                return self._clauses.of(trigger, exclude, APART - {"against"} if hostile else APART)
            case "addressee":
                return addressees(trigger)
            case "reach":
                if frame.type == "AGREES_WITH":
                    near = in_reach(trigger, CLAUSE_DEPTH, BESIDE_NOUNS)
                    return preferred(
                        (noun for noun in near if not self._clauses.is_founded(noun)), self._parties, exclude, UNNAMED
                    )
                said = () if vocabulary()[frame.type].event == "AID" else frame.object
                below = [token for token in in_reach(trigger, CLAUSE_DEPTH) if token.lemma_.lower() not in said]
                if trigger.lemma_ in {"help", "assist", "aid"}:
                    below = [token for token in below if not harmed(token, trigger, self._language)]
                return preferred(below, self._parties, exclude)
        if place == "by" and trigger.pos_ == "VERB" and tree.is_passive(trigger):
            return []
        found = [noun for noun in tree.obliques(trigger, place) if not is_behind_time(trigger, noun)]
        # "sent a team IN AGAINST them"
        found = [noun for noun in found if place == "against" or "against" not in tree.prepositions(noun)]
        if not found and frame.complement:
            found = [t for child in tree.children(trigger, "xcomp") for t in tree.obliques(child, place)]
        if not found and trigger.pos_ == "VERB":
            nouns = [told for noun in tree.direct_objects(trigger) for told in passed(noun, self._nouns)]
            found = [t for noun in nouns for t in tree.obliques(noun, place)]
            if not found:
                # "declared a state of siege IN the province"
                found = [t for noun in nouns for of in tree.obliques(noun, "of") for t in tree.obliques(of, place)]
        if not found and carrier.i != trigger.i and carrier.pos_ == "VERB" and place not in {"of", "by"}:
            found = tree.obliques(carrier, place)
        if found or place not in STRAYING or "VERB" not in {trigger.pos_, carrier.pos_}:
            return found
        far = strayed(trigger if trigger.pos_ == "VERB" else carrier, place)
        # "agreed TO US MEDIATION in the talks with Syria": what hangs on the verb itself goes before what strayed.
        near = (near for other in frame.receivers if other in STRAYING for near in tree.obliques(trigger, other))
        return [] if far and self._parties.of_all(near, exclude) else far
