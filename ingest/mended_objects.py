"""To whom or what something is done, where the parser hangs it on another word or takes it for no object."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, is_passive, prepositions
from ingest.tree_mending import NOUNS, hang, opening


def give_to_deed_done(noun: Token) -> None:
    """Whose a deed is, is told behind it: "investigates crimes BY EXTREMISTS", "refused a request BY CHAD"."""
    verb = noun.head
    if "by" not in prepositions(noun) or verb.pos_ != "VERB" or is_passive(verb):
        return
    deed = next((child for child in children(verb, "obj") if child.i < noun.i), None)
    nouns = english().nouns
    named = noun.pos_ == "PROPN" and noun.lower_ not in english().syntax.not_names
    acts = named or noun.lemma_.lower() in nouns.persons | nouns.others | nouns.state_itself
    if acts and deed is not None and deed.pos_ == "NOUN":
        hang(noun, deed, "nmod")


def give_to_object(noun: Token) -> None:
    """What no preposition brings in is the object: "condemned in strong terms THE ATTACK"."""
    within = noun.dep_ == "acl:relcl" and noun.head.dep_ == "obl"
    verb = noun.head.head if within else noun.head
    alone = noun.pos_ in NOUNS and noun.i > verb.i and children(noun, "det")
    if not alone or children(noun, "case", "cop", "mark", *SUBJECTS):
        return
    if noun.dep_ != "obl" and noun.doc[max(0, opening(noun) - 1)].is_punct:
        return
    known = verb.pos_ == "VERB" and ("verb", verb.lemma_.lower()) in english().by_lemma
    if known and not is_passive(verb) and not children(verb, "obj", "ccomp", "xcomp"):
        hang(noun, verb, "obj")


def give_to_near(noun: Token) -> None:
    """What stands just behind a verb is its object: "continues to back and FUND THE REBELS"."""
    near = noun.doc[max(0, opening(noun) - 1)]
    verb = noun.head
    loose = near.pos_ == "VERB" and near is not verb and near.i > verb.i and verb.is_ancestor(near)
    if loose and not noun.is_ancestor(near) and not children(near, "obj", "ccomp", "xcomp") and not is_passive(near):
        hang(noun, near, "obj")
