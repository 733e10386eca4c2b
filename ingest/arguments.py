"""The two actors of a frame: where in the tree its doer and its receiver are looked for."""

from __future__ import annotations

from graph.vocabulary import vocabulary
from ingest import reach, roles, tree
from ingest.asked_to_end import asked_to_end
from ingest.befallen import sufferers
from ingest.bystanders import Bystanders
from ingest.clause_actors import BESIDE_NOUNS, CLAUSE_DEPTH, ClauseActors
from ingest.clauses import clauses
from ingest.doers import Doers
from ingest.frames import Frame
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.preference import preferred
from ingest.reciprocity import each_other
from ingest.senders import Senders, passed
from ingest.subjects import subjects
from ingest.tokens import Token
from ingest.whereabouts import held_by, struck_in

STRAYING = frozenset({"to", "with", "against", "into", "on"})
"""Prepositions whose noun is often hung on the noun before it: "returned a bust of Marcus Aurelius TO ALGERIA"."""

ADDRESSED = {
    "DEMANDS_OF": ("from", "ended"),
    "APPEALS_TO": ("on", "upon", "ended"),
    "PROTESTS_AGAINST": ("against",),
    "ARMS": ("to",),
}
"""Prepositions that tell to whom it is done: where they bring in nobody, nobody else is meant."""


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
        self._doers = Doers(parties, language, self.senders)
        self._clauses = ClauseActors(parties, language)
        self._bystanders = Bystanders(parties, language)

    def doers(self, frame: Frame, trigger: Token, carrier: Token) -> list[Party]:
        """Who does what the frame says.

        Args:
            frame: the frame.
            trigger: the word that makes it.
            carrier: the verb that carries it where it is a noun, else the trigger.
        """
        return self._doers.of(frame, trigger, carrier)

    def receivers(self, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> list[Party]:
        """To whom it is done.

        Args:
            frame: the frame.
            trigger: the word that makes it.
            carrier: as for ``doers``.
            exclude: the doers.
        """
        if trigger.lemma_.lower() in self._nouns.asked_of_doer and "at" in tree.prepositions(trigger):
            asked = (noun for noun in roles.agents(carrier) if noun.lemma_.lower() not in self._language.deeds)
            return self._parties.of_all(asked, exclude)
        given = tree.children(trigger, "iobj") if {"to", "object"} <= {*frame.receivers} else []
        if given and (helped := self._parties.of_all(given, exclude)):
            # "lent CHAD a jet for a trip to Togo"
            return helped
        own: list[Party] = []
        struck: list[Token] = []
        armed = vocabulary()[frame.type].event == "ASSAULT"
        befell = armed and frame.part_of_speech == "noun" and self._doers.suffers(frame, trigger, carrier)
        for place in frame.receivers:
            if befell and place == "in":
                # "ten Kenyans died in an attack IN Mali"
                continue
            if place == "deed":
                return self.senders.claimed(trigger)
            tokens = self._places(place, frame, trigger, carrier, exclude)
            nouns = self._bystanders.among_nouns(frame, place, trigger, tokens)
            found = self._bystanders.among_parties(frame, place, self._parties.of_all(nouns, exclude))
            if armed and not found:
                # "retook towns HELD BY the rebels"
                held = roles.direct_objects(trigger) if place == "from" and "*" in frame.object else []
                found = self._parties.of_all(held_by([*nouns, *held]), exclude)
            if found and not own and vocabulary()[frame.type].valence > 0 and self._are_own(found, exclude):
                own = found
            elif found:
                return found
            elif tokens and (place in ADDRESSED.get(frame.type, ()) or _is_one_not_told(frame, place, tokens)):
                # "demanded an explanation FROM A CLERK for charging protesters": nobody else was asked.
                return []
            struck += nouns if place in {"on", "against", "at", "object"} else []
        if own:
            return own
        if armed and frame.part_of_speech == "noun":
            # "claimed the PARIS attacks"
            struck += [owner for owner in tree.owners(trigger) if self.senders.is_place_of_deed(owner)]
            if named := self._parties.of_all(struck, exclude):
                return named
        if armed and (where := self._parties.of_all(struck_in(struck, carrier, self._parties), exclude)):
            return where
        if frame.part_of_speech != "noun" or carrier.i == trigger.i:
            return []
        if self._doers.suffers(frame, trigger, carrier) and not (struck and carrier.lemma_.lower() == "counter"):
            tokens = subjects(carrier) if carrier.pos_ == "VERB" else tree.owners(carrier)
            return self._parties.of_all(tokens, exclude)
        given = [child for child in carrier.children if child.dep_ == "iobj"]
        if given:
            return self._parties.of_all(given, exclude)
        helps = trigger.lemma_.lower() in self._language.helping
        if trigger.dep_ == "obl" and "with" in tree.prepositions(trigger) and not helps:
            return self._parties.of_all(roles.objects(carrier), exclude)
        return []

    def others(self, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> bool:
        """Whether several do it with somebody else, and not with each other: "X and Y met Z", "held talks WITH Z"."""
        if each_other(frame, trigger):
            return False
        told: list[Token] = []
        if "with" in frame.receivers:
            told = self._places("with", frame, trigger, carrier, exclude)
            if frame.part_of_speech == "verb" and "to" in frame.receivers:
                # "are talking TO Iraq"
                told += tree.obliques(trigger, "to")
        elif carrier.i != trigger.i:
            # "signed a PACT with Manila"
            told = [t for word in (carrier, trigger) for t in tree.obliques(word, "with")]
        if frame.part_of_speech == "verb" and "object" in frame.receivers:
            told += [noun for noun in roles.objects(trigger) if self._bystanders.is_person_or_state(noun)]
        if frame.by == ("copula",):
            # "Iran and Belarus, allies OF RUSSIA"
            told += [*tree.obliques(trigger, "of"), *tree.owners(trigger)]
        return bool(self._parties.of_all(told, exclude))

    def _owners(self, noun: Token) -> list[Token]:
        """Whose a deed or an office is; no DEPUTY envoy is the deputy's."""
        told = tree.owners(noun)
        return [t for t in told if t.dep_ == "nmod:poss" or t.lemma_.lower() not in self._nouns.seconds]

    def _are_own(self, parties: list[Party], doers: set[str]) -> bool:
        """Whether people are those of the doer's own state, so that another may be meant."""
        return all(self._parties.state_of(party.actor) in doers for party in parties)

    def _is_to_harm(self, struggle: Token) -> bool:
        """Whether a struggle is told to be for harming somebody: "a campaign TO DEFEAT the rebels"."""
        lemmas = {verb.lemma_.lower() for verb in clauses(struggle)}
        told = (frame for lemma in lemmas for frame in self._language.by_lemma.get(("verb", lemma), ()))
        return any(vocabulary()[frame.type].valence < 0 for frame in told)

    def _places(self, place: str, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> list[Token]:
        aid = vocabulary()[frame.type].event == "AID"
        match place:
            case "object":
                # What is given is not the one to whom it is given: "sent Israeli JETS".
                transfer = frame.type in {"AIDS", "ARMS", "SPEAKS_WITH"} and "to" in frame.to
                given = {*frame.complement, *(frame.object if transfer else ())}
                told = [token for token in roles.objects(trigger) if token.lemma_.lower() not in given]
                return [token for token in told if not _tells_what(token, frame)]
            case "owner":
                return roles.objects(trigger) if frame.part_of_speech == "verb" else self._owners(trigger)
            case "clause" if frame.type == "AGREES_WITH":
                return self._clauses.agreed(trigger, exclude)
            case "clause" if frame.type == "APPEALS_TO" and tree.obliques(trigger, "for"):
                # "called FOR SUPPORT to protect Chad"
                return self._clauses.subjects(trigger, exclude)
            case "clause" if frame.type == "WARNS":
                told = self._clauses.subjects(trigger, exclude)
                return [noun for noun in told if self._bystanders.is_warned(noun)]
            case "clause" if frame.type == "CLASHES_WITH" and not self._is_to_harm(trigger):
                # "a campaign to persuade users"
                return []
            case "clause":
                hostile = vocabulary()[frame.type].valence < 0
                told = self._clauses.of(trigger, exclude, reach.APART - {"against"} if hostile else reach.APART)
                spared = reach.helped if frame.type == "THREATENS" else reach.harmed if aid else None
                return told if spared is None else [t for t in told if not spared(t, trigger, self._language)]
            case "addressee":
                return reach.addressees(trigger)
            case "ended":
                return asked_to_end(trigger, self._language)
            case "reach":
                if frame.type == "AGREES_WITH":
                    near = reach.in_reach(trigger, CLAUSE_DEPTH, BESIDE_NOUNS)
                    near = (token for token in near if not self._clauses.is_outside(token))
                    return preferred(near, self._parties, exclude, UNNAMED)
                said = () if aid else frame.object
                near = reach.in_reach(trigger, CLAUSE_DEPTH, opened=reach.AIMS if aid else frozenset())
                below = [token for token in near if token.lemma_.lower() not in said]
                if aid:
                    # "gave money to fight THE REBELS in Chad"
                    below = [t for t in below if t.dep_ != "obj" or not reach.harmed(t, trigger, self._language)]
                if trigger.lemma_ in {"help", "assist", "aid"}:
                    # "helped to thwart an Iranian ATTACK"
                    below = [t for t in below if not reach.may_harm(t, self._language)]
                    below = [t for t in below if not reach.harmed(t, trigger, self._language)]
                return preferred(below, self._parties, exclude)
        if place == "by" and trigger.pos_ == "VERB" and tree.is_passive(trigger):
            return []
        if place == "with" and self._bystanders.is_of_topic(trigger):
            return []
        told = [*tree.obliques(trigger, place), *(tree.predicates(trigger, place) if trigger.pos_ == "NOUN" else ())]
        found = [noun for noun in told if not reach.is_behind_time(trigger, noun)]
        if place == "in" and aid and (helped := [t for noun in found for t in tree.obliques(noun, "to")]):
            # "gave ten million euros IN AID TO CHAD"
            return [*helped, *self._places("reach", frame, trigger, carrier, exclude)]
        if place == "of" and not found and trigger.pos_ == "NOUN":
            found = sufferers(trigger, self._parties, self._language)
        # "sent a team IN AGAINST them"
        found = [noun for noun in found if place == "against" or "against" not in tree.prepositions(noun)]
        if not found and frame.complement:
            # "the use of bombs ON TOWNS"
            means = tree.obliques(trigger, "of") if frame.part_of_speech == "noun" else tree.children(trigger, "xcomp")
            found = [t for child in means for t in tree.obliques(child, place)]
        if not found and trigger.pos_ == "VERB":
            nouns = [told for noun in roles.direct_objects(trigger) for told in passed(noun, self._nouns)]
            found = [t for noun in nouns for t in tree.obliques(noun, place)]
            if not found:
                found = reach.told_below(nouns, place)
        if not found and carrier.i != trigger.i and carrier.pos_ == "VERB" and place not in {"of", "by"}:
            found = [noun for noun in tree.obliques(carrier, place) if noun is not trigger]
        near_only = place not in STRAYING or (frame.type == "VISITS" and frame.part_of_speech == "noun")
        if found or near_only or "VERB" not in {trigger.pos_, carrier.pos_}:
            # "the visit focused on support TO SYRIA"
            return found
        far = reach.strayed(trigger if trigger.pos_ == "VERB" else carrier, place)
        # "agreed TO US MEDIATION in the talks with Syria": what hangs on the verb itself goes before what strayed.
        near = (near for other in frame.receivers for near in tree.obliques(trigger, other))
        return [] if far and self._parties.of_all(near, exclude) else far


def _is_one_not_told(frame: Frame, place: str, tokens: list[Token]) -> bool:
    """Whether somebody is asked whom the text does not tell: "urged IT to spare civilians" asks no civilians."""
    return frame.type in ADDRESSED and place == "object" and all(token.pos_ == "PRON" for token in tokens)


def _tells_what(noun: Token, frame: Frame) -> bool:
    """Whether a noun says what somebody is called: "designated it A TERRORIST GROUP"."""
    called = any(child.lemma_.lower() in frame.complement for child in noun.children)
    return called and any(child.lower_ in {"a", "an"} for child in tree.children(noun, "det"))
