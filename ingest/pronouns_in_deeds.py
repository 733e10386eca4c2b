"""Pronouns whose actor a deed tells: "criticized the US for ITS support", "took Israel to court, accusing IT"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest.language import Language
from ingest.open_clauses import WAITING
from ingest.party import Party
from ingest.reach import may_harm
from ingest.roles import agents, objects
from ingest.subjects import asked_behind
from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, SUBJECTS, children, has_mark, is_plural, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

ANSWERS = frozenset({"response", "retaliation", "reaction", "reply", "answer"})
"""What one does because of another's deed."""

TAKING_UP = frozenset({"it", "him", "her", "them"})
"""Pronouns of those to whom something is done."""

AGAINST = frozenset({"ASSAULT", "MOBILIZE"})
"""What is done to another's people and land, and not to one's own."""

TARGETED = frozenset({"on", "to", "against", "with"})
"""Prepositions of those whom something is held against."""

OWNING_UP = frozenset({"apologize", "apologise", "answer", "atone", "pay"})
"""Verbs of those who did themselves what they are sorry for."""

INTO = frozenset({"into", "in", "inside", "over", "through"})
"""Prepositions that tell whose land was entered; "along its border" is one's own."""

SERVICES = frozenset({"security", "intelligence", "police", "secret", "border", "prison", "immigration", "customs"})
"""Of what services are that do something themselves: "Chad's SECURITY service said it had arrested ten"."""


class PronounsInDeeds:
    """Resolves the pronouns of deeds that tell who is meant, and tells which pronouns mean no actor named before.

    Args:
        parties: resolves the noun phrases that can be meant.
        language: pronouns, struggles and deeds.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._syntax = language.syntax

    def meant(self, token: Token, exclude: Collection[str]) -> Party | None:
        """The actor that a pronoun takes up; None where no deed tells.

        Args:
            token: the pronoun.
            exclude: actors that act on it, and so cannot be meant.
        """
        tellers = (
            self._whose_deed,
            self._who_complains,
            self._who_is_threatened,
            self._who_is_warned,
            self._whose_leader,
            self._who_stops,
            self._who_suffers_both,
            self._who_is_helped,
            self._who_is_treated,
        )
        return next((told for tell in tellers if (told := tell(token, exclude)) is not None), None)

    def may_be_speaker(self, token: Token) -> bool:
        """Whether a pronoun can take up who says its clause; who demands something demands it of another."""
        above = token.head.head
        told = token.dep_ in SUBJECTS and token.head.dep_ in {"ccomp", "advcl"}
        return told and above.lemma_.lower() not in self._language.modality.demanded

    def is_thing(self, token: Token, noun: Token) -> bool:
        """Whether "it" takes up a thing, and so no actor: "The BILL passed. It bans the party"."""
        if token.lower_ != "it" or noun.pos_ != "NOUN" or self._parties.name_at(noun) is not None:
            return False
        if noun.is_ancestor(token):
            # "Serbia's DENIAL that it …"
            return False
        nouns = self._language.nouns
        lemma = noun.lemma_.lower()
        if lemma == "service" and any(child.lower_ in SERVICES for child in children(noun, "compound", "amod")):
            return False
        return lemma not in nouns.persons | nouns.others | nouns.state_itself | nouns.wholes | nouns.takes_up.keys()

    def _whose_deed(self, token: Token, exclude: Collection[str]) -> Party | None:
        """What "its" means in "criticized the US FOR ITS support": the one who is criticized, thanked or blamed."""
        noun = token.head
        if token.dep_ != "nmod:poss" or noun.dep_ not in OBLIQUES:
            return None
        told = prepositions(noun)
        if "in" in told and noun.lemma_.lower() in self._language.nouns.struggles:
            return self._whose_struggle(noun, exclude, is_one=token.lower_ == "its")
        if told & {"to", "for"} and noun.head.lemma_.lower() in ANSWERS and noun.head.dep_ in OBLIQUES:
            return self._who_is_answered(token, noun.head, exclude)
        if not told & {"for", "over"}:
            return None
        verb = noun.head
        if verb.lemma_.lower() in OWNING_UP:
            return None
        criticized = children(verb, "obj")
        # "imposed sanctions ON BELARUS over its support", "halted aid TO MALI over its support"
        near = [child for word in (verb, *criticized) for child in word.children if child.i < noun.i]
        targets = [child for child in near if child.dep_ in OBLIQUES and prepositions(child) & TARGETED]
        return next(iter(self._parties.of_all((*criticized, *targets), exclude)), None)

    def _who_is_answered(self, token: Token, answer: Token, exclude: Collection[str]) -> Party | None:
        """Whose deed is answered, the last actor named before: "sanctioned Iraq in response to ITS invasion"."""
        doers = {party.actor for party in self._parties.of_all(agents(answer.head))}
        behind = token.doc.tokens[answer.head.i + 1 : answer.i]
        named = [noun for noun in behind if self._parties.name_at(noun) is not None]
        return next(iter(self._parties.of_all(reversed(named), {*exclude, *doers})), None)

    def _who_is_treated(self, token: Token, exclude: Collection[str]) -> Party | None:
        """What "it" means in "took Israel to court, ACCUSING IT of genocide": whom the verb above is done to."""
        clause = token.head
        # but "accused the company OF intimidating them"
        participle = clause.dep_ == "advcl" and clause.lower_.endswith("ing") and not children(clause, "mark")
        if token.dep_ != "obj" or not participle or any(child.dep_ in SUBJECTS for child in clause.children):
            return None
        above = (noun for noun in clause.head.children if noun.dep_ == "obj" and noun.pos_ != "PRON")
        person = token.lower_ in self._syntax.persons
        told = self._parties.of_all(above, exclude)
        return next((party for party in told if person is self._parties.may_be_person(party.actor)), None)

    def _whose_leader(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Whose people somebody harms, just after he harmed them: "banned a GROUP and detained ITS leader"."""
        noun = token.head
        verb = noun.head
        if token.dep_ != "nmod:poss" or noun.dep_ != "obj" or verb.dep_ != "conj":
            return None
        nouns, lemma = self._language.nouns, noun.lemma_.lower()
        if not (lemma in nouns.leads or lemma in nouns.serving) or not may_harm(verb, self._language, part="verb"):
            return None
        return next(iter(self._parties.of_all(children(verb.head, "obj"), exclude)), None)

    def _who_stops(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Whose deed another is to stop: "urged ISRAEL to halt ITS raids"."""
        verb = token.head.head
        stops = verb.dep_ == "xcomp" and verb.lemma_.lower() in self._language.modality.stopping
        asked = stops and (children(verb.head, *OBJECTS) or asked_behind(verb.head))
        if token.dep_ != "nmod:poss" or token.head.dep_ != "obj" or not asked:
            return None
        return next(iter(self._parties.of_all(agents(verb), exclude)), None)

    def _who_suffers_both(self, token: Token, exclude: Collection[str]) -> Party | None:
        """What "it" means in "to starve REBELS and force THEM to yield": who suffers the first of two deeds."""
        deed = token.head
        first = deed.head
        joined = deed.dep_ == "conj" and first.pos_ == "VERB" and not children(deed, *SUBJECTS)
        if token.dep_ != "obj" or token.lower_ not in TAKING_UP or not joined:
            return None
        persons = token.lower_ in self._syntax.persons
        told = self._parties.of_all((noun for noun in children(first, "obj") if noun.pos_ != "PRON"), exclude)
        kinds = (self._parties.kind_of(party.actor) is ActorKind.PERSON for party in told)
        return told[0] if len(told) == 1 and persons is next(kinds) else None

    def _who_is_helped(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Who does something while he is helped: "pledged support for CHAD as IT tries to repel the rebels"."""
        clause = token.head
        opens = next((mark for mark in children(clause, "mark") if mark.lower_ in {"as", "while"}), None)
        if token.dep_ != "nsubj" or token.lower_ != "it" or opens is None:
            return None
        above = opens.before.head
        helps = above.lemma_.lower() in self._language.helping or above.lemma_.lower() in self._language.helping_verbs
        return (
            self._parties.of(opens.before, exclude) if helps and opens.before.dep_ in {"nmod", "obl", "obj"} else None
        )

    def _who_complains(self, token: Token, _: Collection[str]) -> Party | None:
        """Who says or answers that another struck what is his: "KENYA says that Somali troops shelled ITS villages"."""
        verb = token.head.head
        entered = token.head.dep_ == "obl" and bool(prepositions(token.head) & INTO)
        suffers = token.dep_ == "nmod:poss" and (token.head.dep_ in {"obj", "nsubj:pass"} or entered)
        said = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in self._language.attribution.saying
        # "JAPAN sent up jets AFTER a Chinese plane entered ITS airspace"
        answered = verb.dep_ == "advcl" and has_mark(verb, {"after"})
        if not suffers or not (said or answered):
            return None
        frames = self._language.by_lemma.get(("verb", verb.lemma_.lower()), ())
        if not any(vocabulary()[frame.type].event in AGAINST and not frame.object for frame in frames):
            return None
        doers = {party.actor for party in self._parties.of_all(agents(verb))}
        persons = token.lower_ in self._syntax.persons
        told = self._parties.of_all(agents(verb.head), doers)
        return next((one for one in told if persons or self._parties.kind_of(one.actor) is not ActorKind.PERSON), None)

    def _who_is_threatened(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Whose doing a threat waits for: "threatened to strike ISRAEL if IT entered Lebanon"."""
        clause = token.head
        if token.dep_ != "nsubj" or clause.dep_ != "advcl" or not has_mark(clause, WAITING):
            return None
        deeds = (
            deed
            for deed in (clause.head, *children(clause.head, "xcomp"))
            if may_harm(deed, self._language, part="verb")
        )
        return next(iter(self._parties.of_all((noun for deed in deeds for noun in objects(deed)), exclude)), None)

    def _who_is_warned(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Who is to suffer what he is warned of: "warned AFGHANISTAN that IT would face strikes"."""
        clause = token.head
        suffers = clause.dep_ == "ccomp" and clause.lemma_.lower() in self._language.nouns.suffering
        if token.dep_ != "nsubj" or not suffers or clause.head.lemma_.lower() not in self._language.modality.threatened:
            return None
        return next(iter(self._parties.of_all(children(clause.head, *OBJECTS), exclude)), None)

    def _whose_struggle(self, noun: Token, exclude: Collection[str], *, is_one: bool) -> Party | None:
        """Who struggles in "supports Iraq IN ITS FIGHT": the one who is helped, behind the word for the help."""
        above = noun.head
        if above.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "nmod" and not self._parties.is_being_read(above):
            # "support of Iraq IN ITS FIGHT": the struggle hangs on the one who is helped, or on the help.
            told = self._parties.of(above, exclude)
            if told is not None and above.lemma_.lower() not in self._language.helping:
                return told
        helped = [t for t in above.children if t.i < noun.i and (t.dep_ == "obj" or t.dep_ in OBLIQUES)]
        if is_one and all(is_for_several(t) for t in helped):
            # "the coalition supports the rebels in ITS efforts"
            return None
        return next(iter(self._parties.of_all(reversed(helped), exclude)), None)


def is_for_several(noun: Token) -> bool:
    """Whether a noun stands for more than one, so that "its" cannot mean it."""
    return noun.pos_ == "NOUN" and is_plural(noun)


def fellow_of(pronoun: Token) -> Token | None:
    """Whose others are, who are told beside them: "THE CARRIER and ITS destroyers", "HAMAS and ITS allies"."""
    noun = pronoun.head
    first = noun.head
    beside = noun.dep_ == "conj" and first.i < pronoun.i and first.pos_ in {"NOUN", "PROPN"}
    if pronoun.dep_ != "nmod:poss" or pronoun.lower_ != "its" or not beside or is_for_several(first):
        return None
    between = pronoun.doc.tokens[first.i + 1 : pronoun.i]
    # "the Oromo Front (OF) and ITS army"
    joined = (word.dep_ in {"flat", "cc", "punct"} or word.before.text == "(" for word in between)
    return first if all(joined) else None
