"""How a relation stands in its sentence: asserted, denied, threatened, planned, demanded, conditional or imagined."""

from __future__ import annotations

from typing import NamedTuple

from graph.claims import Modality
from ingest.clauses import is_beside, is_cleft_away, is_marked_off, is_negated, with_particle
from ingest.language import Language
from ingest.open_clauses import (
    ASKING,
    WAITED_FOR,
    is_asked,
    is_before,
    is_condition,
    is_insisted,
    is_open,
    is_purpose,
    is_thought,
    is_warned_off,
    only_enables,
    opens_condition,
    tells_meanwhile,
)
from ingest.presupposed import is_presupposed, is_told_of_body, is_told_of_known, is_told_of_target
from ingest.roles import agents
from ingest.subjects import is_governed
from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, children, conjuncts, is_passive, prepositions
from ingest.unreal import unreal_cue, whose_fear

EMBEDDING = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "csubj", *OBJECTS, *OBLIQUES, "nsubj:pass", "conj", "appos", "compound"}
)
TOLD = frozenset({*OBJECTS, "nsubj"})
CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl"})
AIMING = frozenset({"acl", "advcl", "csubj"})


class Standing(NamedTuple):
    """How a relation stands.

    Attributes:
        modality: see ``graph.claims.Modality``.
        negated: whether it is said not to be so.
        cue: the word that decided, for explanations.
        lemma: its lemma.
        governor: the word itself, where it governs the clause.
    """

    modality: Modality = Modality.ASSERTED
    negated: bool = False
    cue: str | None = None
    lemma: str | None = None
    governor: Token | None = None


def standing(trigger: Token, carrier: Token, language: Language) -> Standing:
    """Read the words around and above a predicate.

    Args:
        trigger: the word that makes the frame.
        carrier: the verb that carries it where it is a noun, else the trigger.
        language: the cues.

    The nearest word that governs decides between plan, threat, demand and imagination; a denial further up goes before
    it, and so does a condition before a mere "will". What is said, and no more, stands as asserted: on whose word is
    attribution.
    """
    words = language.modality
    negated = is_negated(trigger) or is_cleft_away(trigger) or is_warned_off(trigger)
    modality, cue = _by_auxiliary(trigger, language)
    if is_presupposed(trigger, language) or (carrier.i != trigger.i and cue):
        return Standing(modality, negated, cue)
    if trigger.dep_ == "nsubj" and trigger.head.lemma_.lower() in words.occurring and not cue:
        # "The talks MAY begin": what is said of its beginning is said of the deed.
        trigger = trigger.head
        negated = negated or is_negated(trigger)
        modality, cue = _by_auxiliary(trigger, language)
    if modality is Modality.ASSERTED and (unreal := unreal_cue(trigger, language)):
        modality, cue = Modality.HYPOTHETICAL, unreal
    word: str | None = None
    governor: Token | None = None
    step, above_speech, under_way, aside = trigger, False, False, False
    conditional = opens_condition(trigger, language)
    asks = not ASKING.isdisjoint(trigger.sent.words)
    if asks and is_asked(trigger):
        return Standing(Modality.HYPOTHETICAL, is_negated(trigger), "whether")
    if trigger.dep_ == "obl" and (feared := whose_fear(trigger, language)) is not None:
        return Standing(Modality.HYPOTHETICAL, negated, feared.text)
    while (step.dep_ in EMBEDDING or is_rejected(step, language)) and step.head.i != step.i and not is_marked_off(step):
        head, dep = step.head, step.dep_
        if step.dep_ in OBLIQUES and not prepositions(step).isdisjoint(language.syntax.told_in_time):
            # "vowed revenge AFTER A STRIKE on it"
            break
        if is_told_of_known(step, language) or is_told_of_target(step, language) or is_told_of_body(step):
            break
        if asks and is_asked(step):
            return Standing(Modality.HYPOTHETICAL, is_negated(trigger), "whether")
        lemma = "" if tells_meanwhile(step, language) else with_particle(head)
        if dep == "acl" and any(child.lower_ == "alleged" for child in children(head, "amod")):
            return Standing(Modality.HYPOTHETICAL, negated, "alleged")
        if dep == "conj":
            conditional = conditional or is_condition(head, language)
            shared = _by_auxiliary(head, language)
            modality, cue = (modality, cue) if cue else shared
            step = head
            continue
        if is_governed(step):
            dep = "xcomp"
        if dep == "xcomp" and modality is Modality.ASSERTED and _is_laid_to(head, lemma, language):
            modality, cue = Modality.HYPOTHETICAL, head.text
        saying = lemma in language.attribution.saying and dep in {"ccomp", "parataxis", "advcl"}
        saying = saying or _is_content(step, language)
        governing = _governing(step, lemma, language)
        carried_noun = dep not in CLAUSES and (
            (lemma in words.carrying and not _is_asked_for(step, governing)) or step.pos_ not in {"NOUN", "PROPN"}
        )
        if step.i != trigger.i and is_rejected(step, language):
            return Standing(Modality.DENIED, False, head.text, lemma)
        if lemma in words.negated and not carried_noun and dep != "advcl" and not above_speech:
            negated, cue, word, governor = True, cue or head.text, word or lemma, governor or head
        elif governing is Modality.DENIED:
            if is_beside(step):  # "denied the claim, ACCUSING Chad of lying"
                break
            return Standing(Modality.HYPOTHETICAL if is_negated(head) else Modality.DENIED, False, head.text, lemma)
        elif under_way and (governing is Modality.PLANNED or (governing is None and is_purpose(step))):
            pass  # "the need TO CONTINUE the talks": they are held already
        elif governing is not None and not carried_noun and modality is Modality.ASSERTED and dep != "advcl":
            asked = dep == "xcomp" and governing is Modality.PLANNED and bool(children(head, "obj", "iobj"))
            modality, cue = (Modality.DEMANDED if asked else governing), head.text
            word, governor = lemma, head
        elif dep == "advcl" and modality is Modality.ASSERTED and governing is not None and is_before(step):
            modality, cue = Modality.CONDITIONAL, "before"
        elif modality is Modality.ASSERTED and dep == "xcomp" and only_enables(head, lemma, language):
            modality, cue = Modality.HYPOTHETICAL, head.text
        elif modality is Modality.ASSERTED and is_open(step, dep, language) and not above_speech:
            # "is eligible TO JOIN it", "lobbied TO JOIN it"
            modality, cue = Modality.PLANNED, "to"
        elif modality is Modality.ASSERTED and dep in AIMING and is_purpose(step) and not above_speech:
            # "it USED TO meet them", but "courts will be USED TO meet them", "COULD use the law to detain people"
            factual = lemma in words.factual and not (lemma == "use" and is_passive(head))
            modality, cue = _by_auxiliary(head, language) if factual else (Modality.PLANNED, "to")
        if not saying and not above_speech and dep != "advcl":
            negated = negated or (dep not in OBLIQUES and is_negated(head))
            if (
                modality is Modality.ASSERTED
                and dep not in {"acl:relcl"}
                and not (
                    _goes_on(head, dep, language) and (step.i in {trigger.i, carrier.i} or trigger in conjuncts(step))
                )
            ):
                told = head.pos_ in {"VERB", "ADJ"}
                modality, cue = _by_auxiliary(head, language, aside=aside) if told else (modality, cue)
            conditional = conditional or opens_condition(head, language)
        aside = aside or dep == "advcl"
        under_way = under_way or (step.i in {trigger.i, carrier.i} and _goes_on(head, dep, language))
        above_speech = above_speech or saying
        step = head
    if conditional and modality in {Modality.ASSERTED, Modality.PLANNED, Modality.HYPOTHETICAL}:
        opens = (word.text for word in trigger.sent if word.lower_ in words.conditions or word.lower_ in WAITED_FOR)
        modality, cue = Modality.CONDITIONAL, cue or next(opens, "if")
    return Standing(modality, negated, cue, word or (cue.lower() if cue else None), governor)


def _governing(clause: Token, lemma: str, language: Language) -> Modality | None:
    """What the word above, of such a lemma, makes of a clause or a noun below it; None where it tells it as so."""
    words = language.modality
    if is_insisted(clause, lemma):
        return None
    if is_warned_off(clause):
        return Modality.DEMANDED
    planned = clause.head.pos_ == "ADJ" and lemma in words.planned_adjectives
    return Modality.PLANNED if planned else words.governing.get(lemma)


def _is_asked_for(noun: Token, governing: Modality | None) -> bool:
    """Whether somebody only wants something, and it is not done by asking: "called FOR a halt", but "called a halt"."""
    return governing is Modality.DEMANDED and noun.dep_ == "obl" and "for" in prepositions(noun)


def _is_laid_to(verb: Token, lemma: str, language: Language) -> bool:
    """Whether a deed is laid to somebody, and nobody tells it as true: "was ARRESTED for it", "is ACCUSED OF it"."""
    words = language.modality
    return lemma in words.charging or (lemma in words.blaming and is_passive(verb) and not agents(verb))


def _is_content(clause: Token, language: Language) -> bool:
    """Whether a clause is what is said, whoever is to say it: "to send the message THAT FRANCE STANDS with Ukraine"."""
    told = clause.dep_ == "acl" and clause.head.lemma_.lower() in language.attribution.told
    return told and any(child.lower_ == "that" for child in clause.children)


def is_rejected(told: Token, language: Language) -> bool:
    """Whether what is told is rejected, and so denied: "rejected ALLEGATIONS that it armed the rebels"."""
    words = language.modality
    if told.lemma_.lower() not in language.attribution.told:
        return False
    if any(child.lemma_.lower() in words.disproving for child in children(told, "amod")):
        return True
    if told.dep_ not in TOLD:
        return False
    above = told.head.lemma_.lower()
    if told.dep_ in OBJECTS and above in words.refusing | words.denied:
        return not is_negated(told.head)
    # What it is called is often hung on the clause between: "called the accusation that it invaded Ethiopia FALSE".
    named = told.head.subtree if above in words.naming else (told.head, *children(told.head, "xcomp", "obj", "obl"))
    disproved = any(word.i > told.i and word.lemma_.lower() in words.disproving for word in named)
    return disproved and not is_negated(told.head)


def _by_auxiliary(predicate: Token, language: Language, *, aside: bool = False) -> tuple[Modality, str | None]:
    """What an auxiliary or an adverb beside the predicate makes of it, or of a clause aside below it."""
    if is_purpose(predicate):
        own_subject = predicate.dep_ == "ccomp" and bool(children(predicate, "nsubj"))
        # "is believed TO BE the leader" is no plan.
        thought = predicate.dep_ == "xcomp" and is_thought(predicate.head, language)
        to_be = not thought and any(child.lemma_ == "be" for child in children(predicate, "aux", "cop"))
        if predicate.dep_ == "ROOT" or own_subject or to_be:
            return Modality.PLANNED, "to"
    # "WILL CONTINUE its strikes": they are under way.
    goes_on = predicate.lemma_.lower() in language.modality.lasting and not is_negated(predicate) and not aside
    for child in children(predicate, "aux"):
        if child.lower_ in language.modality.future and not goes_on:
            return Modality.PLANNED, child.text
        if (
            child.lower_ == "would"
            and predicate.dep_ == "ccomp"
            and predicate.head.lemma_ in language.attribution.saying
        ):
            # "said that it WOULD": what was to come when it was said.
            return Modality.PLANNED, child.text
        if child.lower_ in language.modality.imagining:
            return Modality.HYPOTHETICAL, child.text
    for child in children(predicate, "advmod", "amod"):
        if not language.modality.alleging.isdisjoint((child.lemma_.lower(), child.lower_)):
            return Modality.HYPOTHETICAL, child.text
        if child.lower_ in language.modality.to_come:
            return Modality.PLANNED, child.text
    return Modality.ASSERTED, None


def _goes_on(verb: Token, dep: str, language: Language) -> bool:
    """Whether what will go on is under way already: "will CONTINUE to support Chad" tells that it does so now."""
    words = language.modality
    goes_on = verb.lemma_.lower() in words.lasting and dep in {"xcomp", "ccomp", "obj"} and not is_negated(verb)
    return goes_on and not any(child.lower_ in words.imagining for child in children(verb, "aux"))
