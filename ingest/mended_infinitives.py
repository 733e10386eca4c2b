"""What an infinitive goes on from or is for, where the parser hangs it on another word."""

from __future__ import annotations

from ingest.language import english
from ingest.subjects import APPEALS
from ingest.tokens import Token
from ingest.tree import OBJECTS, SUBJECTS, children, first_joined, has_mark, is_passive, prepositions
from ingest.tree_mending import hang, head_of_name, is_bare_infinitive, opening


def mend_infinitives(verb: Token) -> None:
    """An infinitive goes on with another, and with no verb that has a tense: "asked him to go and TO LIFT the ban"."""
    above = verb.head
    told = verb.pos_ == "VERB" and has_mark(verb, {"to"}) and above.pos_ == "VERB" and not has_mark(above, {"to"})
    if not told or children(verb, *SUBJECTS):
        return
    earlier = [word for word in above.subtree if above.i < word.i < verb.i and word.pos_ == "VERB"]
    first = next((word for word in reversed(earlier) if word is not verb and has_mark(word, {"to"})), None)
    if first is not None and not verb.is_ancestor(first):
        hang(verb, first, "conj")


def mend_bare_infinitive(verb: Token) -> None:
    """Who is to do one thing is to do the next: "wanted to praise those who fought for Mali and THANK Chad"."""
    above = verb.head
    bare = is_bare_infinitive(verb)
    joins = verb.before
    if bare and joins.dep_ == "cc" and joins.before.pos_ == "VERB" and has_mark(joins.before, {"to"}):
        # "has continued TO BACK and ARM them"
        hang(verb, joins.before, "conj")
        return
    # "is EXPECTED to attend the summit and MEET them"
    below = above.dep_ in {"acl:relcl", "advcl", "ccomp"} or is_passive(above)
    # "CALLS on Chad to leave, respect the truce and TAKE part"
    alone = above.lower_ != above.lemma_ and above.lower_.endswith("s")
    if not bare or not (alone or (below and above.morph.get("Tense", []) == ["Past"])):
        return
    # "used a trick TO LAND the jet and ARREST him"
    near = (word for word in above.subtree if above.i < word.i < verb.i)
    aims = (word for word in (*near, *above.ancestors) if word.pos_ == "VERB" and has_mark(word, {"to"}))
    aim = next((word for word in aims if word.lower_ == word.lemma_), None)
    if aim is not None:
        hang(verb, aim, "conj")


def mend_thanks(verb: Token) -> None:
    """Who praises goes on to thank, over what others did: "to PRAISE those who fought to free it and THANK Chad"."""
    aim = verb.head
    if not is_bare_infinitive(verb) or not _praises(verb) or not has_mark(aim, {"to"}) or _praises(aim):
        return
    above = list(aim.ancestors)
    within = next((place for place, word in enumerate(above) if word.dep_ == "acl:relcl"), len(above))
    praise = next((word for word in above[within + 1 :] if has_mark(word, {"to"}) and _praises(word)), None)
    if praise is not None:
        hang(verb, praise, "conj")


def give_to_asked(clause: Token) -> None:
    """What somebody is to do is told of the asking: "to press THE REGIME TO CEASE its raids"."""
    asked = clause.head
    if asked.dep_ not in OBJECTS or not has_mark(clause, {"to"}):
        return
    verb, words = asked.head, english()
    asking, lemma = verb.lemma_.lower(), asked.lemma_.lower()
    asks = verb.pos_ == "VERB" and asking in words.modality.demanded and asking in words.syntax.object_controlled
    if asks and (lemma in words.nouns.persons or lemma in words.nouns.state_itself):
        hang(clause, verb, "xcomp")


def _praises(verb: Token) -> bool:
    frames = english().by_lemma.get(("verb", verb.lemma_.lower()), ())
    return any(frame.type in {"PRAISES", "CRITICIZES"} and not frame.complement for frame in frames)


def give_to_aim(verb: Token) -> None:
    """What an effort is for hangs on the effort just before it: "shows the strength of its effort TO WIN"."""
    opens = opening(verb) if verb.pos_ == "VERB" else 0
    if opens == 0 or verb.doc[opens].lower_ != "to" or opens > verb.i:
        return
    noun = verb.doc[opens - 1]
    whose = first_joined(head_of_name(noun))  # "calls for CHAD and Mali to withdraw"
    asked = whose.head.lemma_.lower() in APPEALS and "for" in prepositions(whose)
    if whose.dep_ == "nmod" and (asked or prepositions(whose) & {"from", "by"}):
        # "a promise FROM CHAD to withdraw", "calls FOR CHAD to withdraw"
        noun = whose.head
    if noun.pos_ == "NOUN" and (asked or noun.lemma_.lower() in english().nouns.aims) and verb.head is not noun:
        hang(verb, noun, "acl")


def give_back(noun: Token) -> None:
    """What an infinitive is done to is no second subject: "its plan to defeat ISLAMIC STATE has failed"."""
    first = next((c for c in noun.head.children if c.dep_ == noun.dep_), noun)
    start = opening(noun) if first.i < noun.i else 0
    if start == 0:
        return
    verb = noun.doc[start - 1]
    ends = verb.pos_ == "VERB" and verb.dep_ == "acl" and not any(c.dep_ == "obj" for c in verb.children)
    if ends and first.is_ancestor(verb) and any(c.lower_ == "to" for c in verb.children):
        hang(noun, verb, "obj")
