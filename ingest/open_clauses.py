"""Clauses that tell what is still to be done, may be done or waits for something: "needs TO JOIN it", "IF it joins"."""

from __future__ import annotations

import re

from graph.vocabulary import vocabulary
from ingest.language import Language
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, has_mark, is_passive, obliques, prepositions
from ingest.tree_mending import opening

CONDITIONS = frozenset({"if", "unless"})

WAITING = CONDITIONS | {"until"}
"""Words that open the clause which tells for what somebody waits."""

ASKING = frozenset({"whether", "if"})
"""Words that open an indirect question."""

TURNED = frozenset({"had", "should", "were"})
"""Auxiliaries that open a condition."""

WAITED_FOR = frozenset({"before", "once"})
"""Words that open what has to come first, where it is still to come."""

OPENING = TURNED | CONDITIONS | WAITED_FOR
"""Words without which no clause is a condition."""

MEANWHILE = frozenset({"in", "during", "at", "after", "following"})
"""Prepositions that bring in a meeting in which somebody does something, or after which he does it."""

COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "can", "could"})
"""Auxiliaries of what is to come."""

SEEMING = frozenset({"appear", "seem", "prove", "turn"})
"""Verbs of what is so, as far as one sees."""

TELLING = frozenset({"had", "has", "have", "is", "are", "was", "were", "did", "does", "do", "will"})
"""Auxiliaries of what is told as so, and not asked for."""

WARNING = frozenset({"warn", "caution", "advise"})
"""Verbs behind which "against" tells what somebody is not to do."""

ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twelf)(?:th)?$")
"""Numbers by which those who did something are counted."""

COUNTED = frozenset({"last", "latest", "only"})
"""Words for a place among those who did something; who is "next to" do it has not done it yet."""

HAVING = frozenset({"has", "have", "had", "did"})
"""Auxiliaries of what was done."""


def opens_condition(predicate: Token, language: Language) -> bool:
    """Whether the clause is an "if" clause, or has one."""
    words = predicate.sent.words
    if words.isdisjoint(OPENING) and words.isdisjoint(language.modality.conditions):
        return False
    if _waits(predicate, language):
        return is_condition(predicate, language)
    below = [clause for clause in children(predicate, "advcl") if not _is_question(clause)]
    if _is_past(predicate):
        # "SUMMONED the envoy, and warned it IF it did not leave"
        joined = [verb.i for verb in children(predicate, "conj") if verb.pos_ == "VERB"]
        below = [clause for clause in below if not any(predicate.i < place < clause.i for place in joined)]
    return any(has_mark(clause, CONDITIONS) or _is_turned(clause) or _is_once_then(clause) for clause in below)


def _is_question(clause: Token) -> bool:
    """Whether "if" asks: "criticized them, asking them IF they knew"."""
    opens = next((child for child in children(clause, "mark") if child.lower_ == "if"), None)
    before = clause.doc.tokens[max(0, opens.i - 3) : opens.i] if opens is not None else ()
    return any(word.lemma_.lower() in {"ask", "wonder", "inquire"} for word in before)


def is_condition(clause: Token, language: Language) -> bool:
    """Whether a clause tells for what something waits, and it has not come yet."""
    return clause.dep_ == "advcl" and _waits(clause, language) and not _is_until_then(clause)


def _waits(clause: Token, language: Language) -> bool:
    opens = has_mark(clause, language.modality.conditions) or _is_turned(clause)
    return opens or _is_before_then(clause) or _is_once_then(clause)


def _is_before_then(clause: Token) -> bool:
    """Whether a clause tells of what has not come yet: "will not leave BEFORE Hamas frees them"."""
    finite = "Fin" in clause.morph.get("VerbForm", []) or bool(children(clause, "aux", "cop"))
    return has_mark(clause, {"before"}) and finite and not _is_past(clause)


def _is_once_then(clause: Token) -> bool:
    """Whether a clause tells what something waits for: "will cease its raids ONCE a truce is reached"."""
    waits = any(child.lower_ in COMING for child in children(clause.head, "aux"))
    return waits and has_mark(clause, {"once"})


def _is_until_then(clause: Token) -> bool:
    """Whether a clause tells of a deed that ended another: "held the town UNTIL French troops DROVE them out"."""
    return has_mark(clause, {"until"}) and _is_past(clause) and _is_past(clause.head)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what happened, and not what was to come."""
    auxiliaries = children(verb, "aux", "aux:pass", "cop")
    told = auxiliaries[0] if auxiliaries else verb
    return told.morph.get("Tense", []) == ["Past"] and "Fin" in told.morph.get("VerbForm", ["Fin"])


def _is_turned(clause: Token) -> bool:
    """Whether a clause opens with its auxiliary, as conditions do: "HAD it attacked, France would have helped"."""
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    opens = (child for child in children(clause, "aux", "aux:pass", "cop") if child.lower_ in TURNED)
    return subject is not None and clause.dep_ == "advcl" and any(child.i < subject.i for child in opens)


def is_asked(clause: Token) -> bool:
    """Whether a clause only asks: "it is unclear WHETHER Iran attacked", "asked IF Iran attacked"."""
    return has_mark(clause, {"whether"}) or (clause.dep_ == "ccomp" and has_mark(clause, {"if"}))


def is_insisted(clause: Token, lemma: str) -> bool:
    """Whether who insists tells, and does not ask: "insists that it HAD foiled the raid", but "that it LEAVE"."""
    told = clause.morph.get("Tense", []) == ["Past"] and "Fin" in clause.morph.get("VerbForm", [])
    told = told or any(child.lower_ in TELLING for child in children(clause, "aux", "cop"))
    return lemma == "insist" and clause.dep_ == "ccomp" and told


def is_warned_off(clause: Token) -> bool:
    """Whether somebody is told not to do what the clause says: "warned it AGAINST ATTACKING Chad"."""
    return clause.head.lemma_.lower() in WARNING and has_mark(clause, {"against"})


def is_counted(clause: Token) -> bool:
    """Whether an infinitive tells who did what by his place among others: "was the FIRST state TO RECOGNIZE it"."""
    if not has_mark(clause, {"to"}):
        return False
    noun = clause.doc[max(0, opening(clause) - 1)]
    counted = [noun.lower_, *(child.lower_ for child in children(noun, "amod"))]
    return any(word in COUNTED or ORDINAL.match(word) for word in counted)


def is_purpose(predicate: Token) -> bool:
    """Whether the clause is an infinitive of purpose: "on their way TO CARRY OUT a strike"."""
    return has_mark(predicate, {"to"}) and not is_counted(predicate)


def is_thought(verb: Token, language: Language) -> bool:
    """Whether a verb only tells on whose word or how surely something is so: "APPEARS to be Chad's raid"."""
    return verb.lemma_.lower() in language.attribution.saying or verb.lemma_.lower() in SEEMING


def is_open(clause: Token, dep: str, language: Language) -> bool:
    """Whether an infinitive tells what is still to be done: "NEEDS to join it", and not "was FORCED to join it"."""
    if dep != "xcomp" or not is_purpose(clause) or clause.lower_.endswith("ing"):
        return False
    words, lemma = language.modality, clause.head.lemma_.lower()
    done = lemma in words.factual or lemma in words.lasting or lemma in words.brought_about
    # Those who are "KNOWN to support it" do.
    return not done and not (is_passive(clause.head) and lemma in language.attribution.saying)


def only_enables(verb: Token, lemma: str, language: Language) -> bool:
    """Whether a verb tells what may be done, and not what was: "a law that ALLOWS the police to detain people"."""
    past = verb.morph.get("Tense", []) == ["Past"] or any(child.lower_ in HAVING for child in children(verb, "aux"))
    return lemma in language.modality.enabling and not past


def is_before(clause: Token) -> bool:
    """Whether a clause tells what waits for something else: "demanded a truce BEFORE allowing aid"."""
    return has_mark(clause, {"before"})


def tells_meanwhile(noun: Token, language: Language) -> bool:
    """Whether a meeting is told beside what else was done, and not as what was meant: "IN A CALL with Chad, urged"."""
    beside = noun.dep_ == "obl" and noun.head.pos_ == "VERB" and bool(prepositions(noun) & MEANWHILE)
    if not beside or not obliques(noun, "with"):
        return False
    frames = language.by_lemma.get(("noun", noun.lemma_.lower()), ())
    return any(vocabulary()[frame.type].event == "CONSULT" for frame in frames)
