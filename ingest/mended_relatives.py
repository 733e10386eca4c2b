"""Relative clauses, and those in which somebody is said to say the rest: "Hezbollah, WHICH ISRAEL SAYS attacked it"."""

from __future__ import annotations

from ingest.language import english
from ingest.mended_relative_verbs import mend_relative_verb
from ingest.reach import may_harm
from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, SUBJECTS, children, has_mark, is_plural
from ingest.tree_mending import NOUNS, hang, head_of_name, raise_over

SPEAKER = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""What the phrase for who speaks is made of."""

BETWEEN = frozenset({"ADV", "AUX", "PART"})
"""What may stand between the verb of saying and the verb of what is said."""

LONGEST = 5
"""Words that the phrase for who speaks may have."""

WITHIN = frozenset({"nmod", "flat", "compound", "appos", "nmod:unmarked"})
"""How the words of a noun phrase hang on its head."""

SHORES = frozenset({"coast", "shore", "coastline", "water", "sea", "border", "port", "airport"})
"""Where something is, and what does nothing itself."""

MAIN = frozenset({"ccomp", "parataxis", "conj", "advcl"})
"""How a clause hangs that is a main clause, or was taken for one."""


def mend_relative(clause: Token) -> None:
    """A clause with a relative pronoun tells of the noun before it: "it was RUSSIA that attacked Georgia"."""
    if clause.head.pos_ in NOUNS:
        clause.dep_ = "acl:relcl"


def mend_complete(clause: Token) -> None:
    """A clause with a conjunction lacks no noun: "allegations THAT it armed them" is no relative clause."""
    if has_mark(clause, {"that"}):
        clause.dep_ = "acl"


def _give_to_one(pronoun: Token) -> None:
    """What is told of one is told of no several: "talks with the MOVEMENT, which OCCUPIES the town"."""
    clause, near = pronoun.head, noun_before(pronoun)
    # "attacks, including ONE claimed by the group that targeted a church"
    counted = next((word for word in clause.head.children if word.lower_ == "one" and children(word, "acl")), None)
    if counted is not None and counted.right_edge.i + 1 == pronoun.i and clause.dep_ == "acl:relcl":
        hang(clause, counted, "acl:relcl")
    one = clause.lower_ != clause.lemma_.lower() and clause.lower_.endswith("s") and clause.pos_ == "VERB"
    one = one or any(child.lower_ in {"is", "has", "was"} for child in children(clause, "aux", "aux:pass", "cop"))
    if clause.dep_ == "acl:relcl" and one and near is not None and is_plural(clause.head) and not is_plural(near):
        hang(clause, near, "acl:relcl")


def _give_to_thing(pronoun: Token) -> None:
    """A "that" without a comma tells of no name and no coast: "a SHIP off the coast of Chad THAT CARRIED arms"."""
    clause, name = pronoun.head, pronoun.head.head
    if name.dep_ == "obl" and name.lemma_.lower() in SHORES and clause.dep_ == "acl:relcl":
        taken = [child for child in children(name.head, "obj") if child.i < name.i]
        if taken:
            hang(clause, taken[-1], "acl:relcl")
        return
    bare = name.pos_ == "PROPN" and not children(name, "det", "amod", "compound", "nmod:poss")
    if pronoun.lower_ != "that" or clause.dep_ != "acl:relcl" or not bare or pronoun.before.text == ",":
        return
    noun = name
    while noun.dep_ in {"nmod", "appos", "conj"}:
        noun = noun.head
    if noun.pos_ == "NOUN" and noun.i < name.i:
        hang(clause, noun, "acl:relcl")


def _part_from_object(pronoun: Token) -> None:
    """What a noun does by a pronoun is no adjective of its object: "a bombing THAT TARGETED Kenyans killed ten"."""
    verb, taken = pronoun.head, pronoun.head.head
    noun = next(iter(children(taken.head, *SUBJECTS)), None)
    if verb.dep_ != "amod" or pronoun.i + 1 != verb.i or taken.dep_ not in SUBJECTS or taken.head.i < taken.i:
        return
    own = children(verb, *SUBJECTS)
    noun = own[0] if own[0] is not pronoun else noun
    if noun is None or noun is taken or noun.i > pronoun.i:
        return
    main = taken.head
    hang(noun, main, "nsubj")
    hang(verb, noun, "acl:relcl")
    hang(taken, verb, "obj")


def _give_to_people(pronoun: Token) -> None:
    """No land is a "who": "FORCES working in the north of the country WHO fight the rebels"."""
    clause = pronoun.head
    step, nouns = clause.head, english().nouns
    land = step.lemma_.lower() in nouns.lands | nouns.places and step.pos_ == "NOUN" and clause.dep_ == "acl:relcl"
    while land and step.lemma_.lower() not in nouns.persons and step.head is not step and step.head.i < step.i:
        step = step.head
    if land and step.pos_ in NOUNS and step.lemma_.lower() in nouns.persons - nouns.places:
        hang(clause, step, "acl:relcl")


def _make_clause(pronoun: Token) -> None:
    """A deed behind "that" is no sort of those who suffer it: "bombings that TARGETED SOLDIERS"."""
    place = pronoun.i + 1
    while place < pronoun.sent.end - 1 and pronoun.doc[place].pos_ == "ADV":
        place += 1
    verb = pronoun.doc[place]
    taken = verb.head
    past = verb.pos_ == "VERB" and verb.dep_ == "amod" and "Past" in verb.morph.get("Tense", [])
    if pronoun.pos_ == "DET" or not past or (taken is not verb.behind.head and taken is not verb.behind):
        return
    noun = noun_before(pronoun)
    while noun is not None and noun.pos_ == "PROPN" and noun.head is not noun and noun.head.i < noun.i:
        # "one CLAIMED BY the group that targeted soldiers"
        noun = noun.head if noun.head.dep_ != "acl" else noun.head.head
    hurts = may_harm(verb, english(), part="verb")
    if noun is None or not hurts or taken.dep_ in SUBJECTS or not is_plural(taken) or taken.is_ancestor(noun):
        return
    hang(verb, noun, "acl:relcl")
    hang(taken, verb, "obj")
    hang(pronoun, verb, "nsubj")
    pronoun.pos_ = "PRON"


def mend_relative_pronoun(pronoun: Token) -> None:
    """A relative pronoun hangs on what is told of its noun, and not on who says so or on the sentence."""
    if pronoun.lower_ == "that":
        _make_clause(pronoun)
    mend_relative_verb(pronoun)
    if pronoun.dep_ in SUBJECTS:
        _part_from_object(pronoun)
        if pronoun.lower_ == "who":
            _give_to_people(pronoun)
        _give_to_one(pronoun)
        _give_to_thing(pronoun)
    said = _said_of(pronoun)
    if said is not None:
        hang(pronoun, said, "obj")
    elif pronoun.before.dep_ == "case" and pronoun.before.head is pronoun:
        _give_to_noun(pronoun)
    else:
        _give_what_is_said(pronoun)


def _give_what_is_said(pronoun: Token) -> None:
    """What is said, and not what says it, has the pronoun as its subject: "a group THAT ISRAEL SAYS attacked it"."""
    saying = _saying(pronoun)
    said = _said(saying) if saying is not None else None
    if saying is None or said is None:
        return
    noun = next((verb.head for verb in (saying, said) if verb.dep_ == "acl:relcl"), None) or noun_before(pronoun)
    if noun is None or noun is saying or noun is said:
        return
    if said.lower_ == said.lemma_.lower() and saying.i + 1 == said.i and not is_plural(noun):
        # "CHANGES in the country that observers say UNDERMINE it"
        noun = next((word for word in noun.ancestors if word.pos_ == "NOUN" and is_plural(word)), noun)
    speaker = head_of_name(pronoun.doc[saying.i - 1], saying.i)
    if said.is_ancestor(noun):
        _give_main_clause(noun, said)
        if said.is_ancestor(noun):
            return
    hang(saying, noun, "acl:relcl")
    saying.pos_ = "VERB"
    modified = said.head if said.dep_ == "amod" else None
    hang(said, saying, "ccomp")
    said.pos_ = "VERB"
    if modified is not None:
        # "which the US says ARMED HAMAS"
        hang(modified, said, "obj")
    for child in [child for child in saying.children if child.i > said.i and child.dep_ in OBJECTS | OBLIQUES]:
        hang(child, said, child.dep_)
    hang(speaker, saying, "nsubj")
    hang(pronoun, said, "nsubj")


def _give_to_noun(pronoun: Token) -> None:
    """A clause that opens with "for which" tells of the noun before it: "the attack, FOR WHICH they CLAIMED it"."""
    verb = pronoun.head
    place = pronoun.before.i - 1
    apart = place > pronoun.sent.start and pronoun.doc[place].text == ","
    if verb.pos_ != "VERB" or not apart or (verb.dep_ not in MAIN and verb.dep_ != "acl:relcl"):
        return
    noun = head_of_name(pronoun.doc[place - 1], place)
    if not (noun.pos_ == "PROPN" and children(verb.head, "cop")):
        # else "Jordan is an ally of the UNITED STATES, from which it receives aid"
        if verb.dep_ not in MAIN:
            return
        while noun.head.i < noun.i and noun.dep_ in WITHIN:
            noun = noun.head
    if noun.pos_ in NOUNS:
        hang(verb, noun, "acl:relcl")


def _said_of(pronoun: Token) -> Token | None:
    """What somebody is said to do with the pronoun's noun: "the drones, WHICH Ukraine says Iran SUPPLIED"."""
    saying = pronoun.head
    told = pronoun.dep_ == "obj" and saying.dep_ == "acl:relcl"
    if not told or saying.lemma_.lower() not in english().attribution.saying:
        return None
    said = children(saying, "ccomp")
    return next((verb for verb in said if children(verb, *SUBJECTS) and not children(verb, "obj", "cop")), None)


def _saying(pronoun: Token) -> Token | None:
    """The verb of saying behind a relative pronoun and the one who says it."""
    sentence = pronoun.sent
    for place in range(pronoun.i + 1, min(pronoun.i + 2 + LONGEST, sentence.end)):
        word = pronoun.doc[place]
        if word.lemma_.lower() in english().attribution.saying and word.pos_ in {"VERB", "AUX"}:
            return word if place > pronoun.i + 1 and word.i + 1 < sentence.end else None
        if word.pos_ not in SPEAKER:
            return None
    return None


def _said(saying: Token) -> Token | None:
    """The verb of what is said, which has no subject of its own: it stands just behind the verb of saying."""
    place = saying.i + 1
    while place < saying.sent.end - 1 and saying.doc[place].pos_ in BETWEEN:
        place += 1
    word = saying.doc[place]
    opened = saying.doc[saying.i + 1].lower_ == "to"
    return word if word.pos_ == "VERB" and not opened and not word.lower_.endswith("ing") else None


def noun_before(pronoun: Token) -> Token | None:
    """The noun that the pronoun takes up: the head of the phrase just before it."""
    place = pronoun.i - 1
    if place > pronoun.sent.start and pronoun.doc[place].text == ",":
        place -= 1
    last = pronoun.doc[max(place, 0)]
    # "Task FORCE 51, which"
    noun = head_of_name(last.head if last.dep_ == "nummod" and last.head.i + 1 == last.i else last, pronoun.i)
    return noun if place >= pronoun.sent.start and noun.pos_ in NOUNS and noun.i < pronoun.i else None


def _give_main_clause(noun: Token, said: Token) -> None:
    """What was taken for the main verb is only said: "the militia that officials say ATTACKED the base IS BACKED"."""
    main = next((c for c in said.children if c.i > said.i and c.dep_ in MAIN and c.pos_ in {"VERB", "ADJ"}), None)
    if main is None:
        return
    taken = [child for child in children(main, *SUBJECTS) if said.i < child.i < main.i]
    raise_over(main, said)
    hang(said, main, "dep")
    for child in taken:
        hang(child, said, "obj")
    hang(noun, main, "nsubj:pass" if children(main, "aux:pass") else "nsubj")
