"""What a sentence takes as known: "the response to IRAN'S ATTACK", "will condemn ISRAEL'S RAID"."""

from __future__ import annotations

from ingest.frames import PartOfSpeech
from ingest.language import Language
from ingest.reach import ANSWERING, HURTFUL, may_harm
from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, children, climb, has_agent, has_mark, owners, prepositions

ASKING = frozenset({"question", "query", "inquiry", "ask", "comment", "statement", "speak", "talk", "information"})
"""Words for what is asked or said about a deed that was done."""

ONGOING = frozenset({"ongoing", "continued", "continuing", "continuous", "current", "recent", "latest"})
"""Words for a deed that was done or is being done, whatever is to come of it."""

GIVING = frozenset({"give", "provide", "lend", "extend", "offer", "carry", "launch", "conduct", "impose", "deliver"})
"""Participles that tell by whom a deed was done."""

LOOSE = frozenset({"any", "no", "a", "an", "some"})
"""Articles of what need not be."""

CARRIED = OBJECTS | OBLIQUES

ANSWERED = frozenset({"for", "to", "over"})
"""Prepositions of that to which something is an answer."""

LASTING = frozenset({"lead", "head", "command", "chair", "back", "sponsor", "fund", "control", "rule"})
"""Verbs of what somebody is to a body for long: "the force COMMANDED by Ann Hart"."""

ANYBODY = frozenset({"people", "person", "anyone", "anybody", "someone", "those", "individual", "citizen", "one"})
"""Words for those of whom it is not told that there are any: "vowed to jail ANYONE aiding them"."""


def is_presupposed(noun: Token, language: Language) -> bool:
    """Whether a noun speaks of a deed as known: "the response to IRAN'S ATTACK" holds whatever the response is."""
    if noun.pos_ != "NOUN" or noun.head.i == noun.i:
        return False
    own = owners(noun)
    named = any(owner.text[:1].isupper() for owner in own)
    owned = named or any(owner.dep_ == "nmod:poss" for owner in own)
    articles = {child.lower_ for child in children(noun, "det")}
    if not (owned or "the" in articles) or not articles.isdisjoint(LOOSE):
        return False
    above = noun.head.lemma_.lower()
    if above in language.nouns.suffering and above not in language.modality.governing:
        return True
    if named and noun.dep_ in CARRIED and above in language.condemning:
        return True
    if above in ANSWERING and not prepositions(noun).isdisjoint(ANSWERED):
        return True
    if owned and above in ASKING and "about" in prepositions(noun):
        return True
    # "met to discuss IRAN'S ONGOING SUPPORT for the Houthis"
    goes_on = owned and any(child.lower_ in ONGOING for child in children(noun, "amod"))
    # "the support GIVEN by Iran is not enough"
    goes_on = goes_on or any(c.lemma_.lower() in GIVING and has_agent(c) for c in children(noun, "acl"))
    words = language.modality
    return goes_on and not any(above in undone for undone in (words.denied, words.negated, words.ceasing))


def is_told_of_known(clause: Token, language: Language) -> bool:
    """Whether a participle tells more of a known deed: "vowed to answer IRAN'S BARRAGE of missiles FIRED at it"."""
    # The parser takes such a participle for a past tense as well.
    if clause.dep_ != "acl" or "Past" not in clause.morph.get("Tense", []) or has_mark(clause, {"that"}):
        return False
    deed = climb(clause.head, lambda step: step.dep_ == "nmod" and "of" in prepositions(step))
    return is_presupposed(deed, language)


def is_told_of_body(clause: Token) -> bool:
    """Whether a participle tells what a body is known for: "wants to join the force LED BY CHAD"."""
    lasting = clause.dep_ == "acl" and clause.lemma_.lower() in LASTING and has_agent(clause)
    return lasting and any(child.lower_ == "the" for child in children(clause.head, "det"))


def is_told_of_target(clause: Token, language: Language) -> bool:
    """Whether a participle tells what those do against whom a deed is meant: "to target rebels FIRING on it"."""
    if clause.dep_ != "acl" or not clause.lower_.endswith("ing") or has_mark(clause, {"of", "for", "to"}):
        return False
    doer = clause.head
    lemma = doer.lemma_.lower()
    people = doer.pos_ == "PROPN" or (lemma in language.nouns.others and lemma not in ANYBODY)
    if not people or any(child.lower_ in {"any", "no"} for child in children(doer, "det")):
        return False
    part: PartOfSpeech = "verb" if doer.dep_ == "obj" else "noun"
    aimed = doer.dep_ == "obj" or bool(prepositions(doer) & {"against", "on"})
    # "to STOP the rebels attacking it"
    hindered = doer.head.lemma_.lower() in language.modality.negated
    return aimed and not hindered and may_harm(doer.head, language, HURTFUL, part)
