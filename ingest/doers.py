"""Who does what a frame says: the subject, an owner, who carries the noun, or who sent what did it."""

from __future__ import annotations

from graph.actors import ActorKind
from graph.forms import FormKind
from graph.vocabulary import vocabulary
from ingest import roles, tree
from ingest.assistance import helpers_behind
from ingest.befallen import sufferers
from ingest.clauses import particle
from ingest.frames import Frame
from ingest.language import Language
from ingest.modality import is_rejected
from ingest.noun_phrases import tells_sufferer
from ingest.open_clauses import tells_meanwhile
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.reach import TIMES
from ingest.senders import Senders
from ingest.several import with_partners
from ingest.struggles import helped_fighters, with_fellows
from ingest.subjects import carried_by, subjects
from ingest.tokens import Token
from ingest.told_beside import told_with
from ingest.whereabouts import is_only_place

HOSTING = frozenset({"host", "sponsor", "arrange", "mediate", "broker", "support", "back"})
"""Verbs of those who bring others together, and do not meet them."""

HURT = frozenset({"kill", "wound", "injure", "die", "shoot", "capture"})
"""What befalls those who fight."""

CAUSES = frozenset({"because of", "due to", "owing to", "thanks to", "amid"})
"""Prepositions of what is only why somebody suffers."""

DYING = frozenset({"die", "perish"})
"""Verbs that suffer a deed only where it is told in what they died: "died IN an ambush"."""

HOLDING_OFF = frozenset({"fight", "beat", "fend", "ward", "stave", "hold", "push", "drive", "throw"})
"""Verbs of those who FIGHT OFF or BEAT BACK an attack."""

INVOLVED = frozenset({"involve", "involved", "engaged"})
"""Participles whose subject does what they bring in: "was INVOLVED in the raid"."""

MEETING = frozenset({"MEETS", "SPEAKS_WITH"})
"""Relations of those who meet where only with whom is told."""


class Doers:
    """Finds the doers of frames in one passage.

    Args:
        parties: resolves noun phrases.
        language: nouns that carry and suffer.
        senders: tell who is behind a thing or a deed.
    """

    def __init__(self, parties: Parties, language: Language, senders: Senders) -> None:
        self._parties = parties
        self._language = language
        self._nouns = language.nouns
        self._senders = senders

    def of(self, frame: Frame, trigger: Token, carrier: Token) -> list[Party]:
        """Who does what the frame says.

        Args:
            frame: the frame.
            trigger: the word that makes it.
            carrier: the verb that carries it where it is a noun, else the trigger.
        """
        if frame.part_of_speech == "verb":
            helpers = self._parties.of_all(helpers_behind(trigger, self._language))
            found = (
                helpers or self._able(frame, self._parties.of_all(roles.agents(trigger))) or self._senders.of(trigger)
            )
            told_by_noun = trigger.dep_ == "acl" and trigger.lower_.endswith("ing")
            if not found and told_by_noun and not tree.children(trigger, "mark", "case"):
                # "approved a bill BANNING the party": a bill does nothing, who approved it does; but nothing is done by
                # who "resigned after protests CALLING for it".
                told_by_noun = tree.prepositions(trigger.head).isdisjoint(TIMES)
                found = self._parties.of_all(carried_by(trigger.head)) if told_by_noun else []
            if not found and vocabulary()[frame.type].event == "ASSAULT":
                found = self._senders.untold(trigger)
            if not found and is_rejected(trigger.head, self._language):
                # "DENIED claims of assisting the rebels"
                found = self._parties.of_all(roles.agents(trigger.head.head)) if trigger.dep_ == "acl" else []
            if found and frame.type == "CLASHES_WITH":
                found = with_fellows(found, trigger, self._parties, self._language)
            return found or self._sent_away(frame, trigger)
        if frame.part_of_speech == "adjective":
            return self._parties.of_all(subjects(trigger))
        for place in frame.by:
            found = self._parties.of_all(self._by(frame, trigger, place))
            if not found and place == "between":  # "the agreement reached yesterday BETWEEN A AND B"
                above = tree.children(carrier, "obl") if carrier.pos_ == "VERB" else []
                near = [*tree.children(trigger, "nmod"), *(noun for noun in above if noun.i > trigger.i)]
                dated = [noun for noun in near if noun.pos_ in {"NUM", "PROPN"}]
                near = [*tree.children(trigger, "acl"), *dated, *([carrier] if carrier.pos_ == "VERB" else [])]
                found = self._parties.of_all(noun for word in near for noun in tree.obliques(word, place))
            # "launched a SNIPER attack": who launched it did it.
            idle = place == "owner" and all(map(self._is_idle, found)) and self._is_carried(carrier)
            if found and not idle:
                return self._able(frame, found)
        if frame.type == "CLASHES_WITH" and (helped := helped_fighters(trigger, self._language)):
            return self._parties.of_all(helped)
        if frame.type in MEETING and (found := self._parties.of_all(self._who_meets(trigger))):
            return found
        beside = told_with(trigger) if vocabulary()[frame.type].event == "ASSAULT" else []
        if found := self._parties.of_all(beside):
            return found
        if carrier.i == trigger.i or frame.by == ("copula",):
            return []
        brought_by = tree.prepositions(trigger)
        if trigger.lemma_.lower() in self._language.helping and "with" in brought_by and "in" not in brought_by:
            # "WITH the support of France, it attacked": who attacks is helped, and does not help.
            return []
        if frame.type == "SUPPORTS" and carrier.lemma_.lower() in self._nouns.winning and tree.obliques(trigger, "of"):
            return []
        if frame.type == "CLASHES_WITH" and carrier.lemma_.lower() in HURT and "in" in tree.prepositions(trigger):
            # "was KILLED IN a firefight with soldiers"; who kills women in a war did not have them fight in it.
            hurt = [] if tree.children(carrier, "obj") else roles.objects(carrier) or subjects(carrier)
            return self._parties.of_all(hurt)
        if frame.type == "MEETS" and carrier.lemma_.lower() in HOSTING:
            # "Kenya and Djibouti HOSTED the talks"
            return []
        if INVOLVED & {carrier.lemma_.lower(), carrier.lower_} and "in" in brought_by:
            return self._parties.of_all(subjects(carrier))
        if _phrase(carrier) in self._nouns.carriers or _answers_with(carrier, trigger, self._language):
            found = self._parties.of_all(roles.agents(carrier))
            helps = not found and trigger.lemma_.lower() in self._language.helping and carrier.dep_ == "acl"
            # "conducted raids coordinated IN SUPPORT of Iraq"
            return self._parties.of_all(carried_by(carrier.head)) if helps else found
        if self.suffers(frame, trigger, carrier) and carrier.pos_ == "VERB":
            told = tree.obliques(carrier, "from") or tree.obliques(carrier, "by")
            return self._parties.of_all(told or self._senders.warning(carrier))
        return []

    def suffers(self, frame: Frame, trigger: Token, carrier: Token) -> bool:
        """Whether the subject of a verb suffers the deed that it carries."""
        lemma = _phrase(carrier)
        if frame.type in {"MEETS", "VISITS"} or _answers_with(carrier, trigger, self._language):
            return False
        if trigger.dep_ in tree.SUBJECTS or tree.prepositions(trigger) & CAUSES:
            # "an ATTACK would be met with a response", "suffer BECAUSE OF the war"
            return False
        if lemma in {*DYING, "intercept"} and vocabulary()[frame.type].event != "ASSAULT":
            return False
        return lemma in self._nouns.suffering and (lemma not in DYING or "in" in tree.prepositions(trigger))

    def _sent_away(self, frame: Frame, verb: Token) -> list[Party]:
        """Who expels those who "were expelled FROM CHAD": the state, where nobody else is told."""
        if frame.type not in {"EXPELS", "DEPORTS"} or not tree.is_passive(verb):
            return []
        told = self._parties.of_all(tree.obliques(verb, "from"))
        return [one for one in told if self._parties.kind_of(one.actor) is ActorKind.STATE]

    def _is_idle(self, owner: Party) -> bool:
        """Whether who is told before a deed need not have done it: "a SNIPER attack", "the BAGHDAD attack"."""
        return owner.confidence <= UNNAMED or self._senders.is_place_of_deed(self._parties.token(owner))

    def _is_carried(self, carrier: Token) -> bool:
        return carrier.pos_ == "VERB" and carrier.lemma_.lower() in self._nouns.carriers and bool(roles.agents(carrier))

    def _able(self, frame: Frame, doers: list[Party]) -> list[Party]:
        """Those who can do it: no town and no area takes up arms, only its people do."""
        if vocabulary()[frame.type].event != "ASSAULT":
            return doers
        able = (doer for doer in doers if not is_only_place(doer, self._parties, self._language))
        return [doer for doer in able if not self._senders.is_where(doer)]

    def _by(self, frame: Frame, noun: Token, preposition: str) -> list[Token]:
        """A preposition brings in the doer only where it is not the one that brings in the receiver."""
        if preposition == "owner":
            sorts = self._nouns.sorts_of_deed
            if frame.type != "MEETS":
                suffer = sufferers(noun, self._parties, self._language)
                whose = tree.owners(noun) if frame.reciprocal else with_partners(tree.owners(noun), self._parties)
                found = [t for t in whose if t not in suffer and t.lemma_.lower() not in sorts]
                if vocabulary()[frame.type].event == "ASSAULT" and not tells_sufferer(noun):
                    # "the PARIS attacks"
                    found = [token for token in found if not self._senders.is_place_of_deed(token)]
                return roles.leaders(noun, "led") or found
            # "Syria's GENEVA talks"
            told = [token for token in tree.owners(noun) if token.dep_ != "compound" or not self._is_seat(token)]
            return [token for token in told if token.lemma_.lower() not in sorts | self._nouns.seats]
        if preposition == "copula":
            said_of = roles.of_which_it_is_said(noun)
            return [token for token in said_of if self._parties.name_at(token) or token.pos_ == "PRON"]
        if preposition in frame.receivers and not (frame.reciprocal and preposition == "between"):
            return []
        found = tree.obliques(noun, preposition)
        if not found and preposition == "by":
            # "the killing of ten men BY REBELS" is read as if the men were theirs.
            suffering = (t for place in frame.receivers for t in tree.obliques(noun, place))
            found = [t for sufferer in suffering for t in tree.obliques(sufferer, "by")]
            if not found and vocabulary()[frame.type].event == "ASSAULT":
                found = self._senders.makers(noun)
        return found

    def _is_seat(self, owner: Token) -> bool:
        """Whether a name before talks may be only the town where they are held."""
        name = self._parties.name_at(owner)
        return name is None or name.kind is None or name.kind is FormKind.METONYM

    def _who_meets(self, meeting: Token) -> list[Token]:
        """Who meets where only with whom is told: "In a call with Chad, FRANCE criticized Mali"."""
        verb = meeting.head
        # "said that Chad is a partner, in calls with Mali": behind a clause it is not clear who calls.
        own = meeting.i < verb.i or verb.dep_ == "ROOT"
        return roles.agents(verb) if own and tells_meanwhile(meeting, self._language) else []


def _phrase(carrier: Token) -> str:
    """A verb with the particle by which an attack is held off: who "FOUGHT OFF a raid" fights no raid of his own."""
    lemma = carrier.lemma_.lower()
    # "HOLD OFF on further attacks"
    held = lemma in HOLDING_OFF and particle(carrier) in {"off", "back"} and bool(tree.children(carrier, "obj"))
    return "repel" if held else lemma


def _answers_with(carrier: Token, deed: Token, language: Language) -> bool:
    """Whether somebody answers with a deed: "RESPONDED WITH a strike on Iran"."""
    answers = carrier.pos_ == "VERB" and carrier.lemma_.lower() in language.syntax.answering
    return answers and "with" in tree.prepositions(deed)
