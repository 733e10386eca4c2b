"""Words that the parser takes for another part of speech, where only one can be meant."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import HYPHENS, OBLIQUES, children, has_mark
from ingest.tree_mending import NAMES, NOUNS, hang, head_of_name, raise_over

BORDERING = frozenset({"neighbouring", "neighboring", "surrounding"})
"""Words for where a place lies, which the parser takes for what somebody does."""

NEAR = 5
"""Tokens of the longest name behind "the ruling"."""

STATES = frozenset({"allied", "affiliated", "aligned"})
"""Participles that tell how somebody stands to another."""


def mend_call(word: Token) -> None:
    """What has an article is a noun, and what it is for hangs on it: "rejected a CALL to release them"."""
    noun = word.pos_ == "VERB" and not word.lower_.endswith("ing") and any(c.dep_ == "det" for c in word.children)
    if not noun or any(child.dep_ in {"aux", "obj"} for child in word.children):
        return
    word.pos_, word.morph = "NOUN", {"Number": ["Sing"]}
    for clause in children(word.head, "advcl", "xcomp"):
        opens = word.i + 1 < len(word.doc) and word.doc[word.i + 1].head is clause
        if opens and has_mark(clause, {"to"}):
            hang(clause, word, "acl")


def mend_ruling(verb: Token) -> None:
    """Who is told behind "the RULING" is who rules: "accused the RULING Mole Party of lying"."""
    party = next((child for child in children(verb, "appos", "obj") if child.pos_ in NOUNS), None)
    if party is None or party.i < verb.i or not children(verb, "det") or party.i - verb.i > NEAR:
        return
    if any(token.text == "," for token in verb.doc[verb.i : party.i]) or verb.head is verb:
        return
    hang(party, verb.head, verb.dep_)
    for child in [child for child in verb.children if child is not party]:
        hang(child, party, child.dep_)
    verb.pos_ = "ADJ"
    hang(verb, party, "amod")


def mend_fixed(noun: Token) -> None:
    """A noun is no part of a preposition, but what it brings in: "met today WITH the MINISTER"."""
    case = noun.head
    below = case.head
    if noun.pos_ not in NOUNS or case.dep_ != "case" or noun.i < case.i or below.head is below:
        return
    hang(noun, below.head, "obl" if below.head.pos_ == "VERB" else "nmod")
    hang(case, noun, "case")


def mend_over(particle: Token) -> None:
    """Who hands people over does not hand "more than" so many: "handed OVER two prisoners"."""
    number = particle.head
    verb = particle.before
    if number.pos_ == "NUM" and verb.pos_ == "VERB" and verb.lemma_ in {"hand", "turn", "give"}:
        hang(particle, verb, "compound:prt")


def mend_side(word: Token) -> None:
    """What hangs on the second of "shoulder to shoulder" is beside the verb: "stand shoulder to SHOULDER with Chad"."""
    first = word.head
    verb = first if first.pos_ == "VERB" else first.head
    if word.i < 2 or word.doc[word.i - 2].lower_ != "shoulder" or verb.pos_ != "VERB" or verb is word:
        return
    for child in [child for child in word.children if child.i > word.i and not child.is_punct]:
        hang(child, verb, "obl" if child.dep_ in OBLIQUES else child.dep_)
    word.pos_ = "NOUN"


def mend_feared(verb: Token) -> None:
    """What is feared or alleged hangs on the word for it, also without "that": "over fears they HELPED the rebels"."""
    start = min(token.i for token in verb.subtree)
    noun = verb.doc[start - 1] if start else verb
    if noun.pos_ != "NOUN" or noun is verb or verb.is_ancestor(noun):
        return
    lemma = noun.lemma_.lower()
    if lemma in english().modality.hypothetical or lemma in english().attribution.told:
        hang(verb, noun, "acl")


def mend_joined(name: Token) -> None:
    """A name joined to a place just before it is a place as well: "its campaign in Niger and CHAD"."""
    noun = name.head
    if name.pos_ != "PROPN" or noun.pos_ != "NOUN" or noun.i > name.i:
        return
    joins = next((child for child in name.children if child.dep_ == "cc"), None)
    if joins is None or joins.i == 0 or joins.i + 1 != min(child.i for child in name.subtree if child is not joins):
        return
    place = head_of_name(joins.doc[joins.i - 1], joins.i)
    if place.pos_ == "PROPN" and place.head is noun and any(child.lower_ == "in" for child in children(place, "case")):
        hang(name, place, "conj")


def mend_country(name: Token) -> None:
    """A country told behind a town is joined to nothing: "hit two lorries near Zinder, NIGER, and left"."""
    if name.pos_ != "PROPN":
        return
    start = name.left_edge.i
    if start < 2 or name.doc[start].lower_ in {"and", "or"} or name.doc[name.i - 1].text != ",":
        return
    town = head_of_name(name.doc[name.i - 2], name.i)
    ends = name.i + 1 >= len(name.doc) or name.doc[name.i + 1].is_punct
    lies = any(child.lower_ in {"in", "near", "at", "outside"} for child in children(town, "case"))
    listed = any(child is not name and child.i > name.i for child in children(name.head, "conj"))
    if town.pos_ == "PROPN" and town is not name.head and lies and ends and not listed:
        hang(name, town, "appos")


def mend_number(number: Token) -> None:
    """A name is the head of the number behind it, and not the other way round: "joined Task Force 51"."""
    name = number.before
    if name.head is not number or name.dep_ not in NAMES or name.pos_ != "PROPN" or number.head is number:
        return
    dep = "obl" if number.dep_ == "obl:unmarked" and any(c.dep_ == "case" for c in number.children) else number.dep_
    hang(name, number.head, dep)
    for child in list(number.children):
        hang(child, name, child.dep_)
    hang(number, name, "nummod")


def mend_state(word: Token) -> None:
    """Who "is ALLIED with" somebody is told to be so, and nobody made him so."""
    if word.lower_ not in STATES or not any(child.dep_ == "aux:pass" for child in word.children):
        return
    word.pos_, word.lemma_ = "ADJ", word.lower_
    for child in word.children:
        child.dep_ = {"aux:pass": "cop", "nsubj:pass": "nsubj"}.get(child.dep_, child.dep_)


def mend_plural(word: Token) -> None:
    """No ships send anything before the name of one, and no "member STATES" say it: "the UK SHIPS HMS Bay and X"."""
    after = word.behind
    if word.lower_ == "states" and word.before.lower_ == "member":
        word.pos_, word.lemma_, word.morph = "NOUN", "state", {"Number": ["Plur"]}
    if word.pos_ != "VERB" or after.lower_ not in english().syntax.ship_prefixes or not after.text.isupper():
        return
    word.pos_, word.lemma_, word.morph = "NOUN", "ship", {"Number": ["Plur"]}
    for child in word.children:
        if child.dep_ == "nsubj" and child.i < word.i:
            child.dep_ = "compound"
        elif child.dep_ == "obj":
            child.dep_ = "appos"


def mend_border(word: Token) -> None:
    """A place beside another does nothing to it: "rebels in NEIGHBOURING Chad"."""
    if word.lower_ not in BORDERING:
        return
    place = next(iter(children(word, "obj")), word)
    opens = next(iter(children(word, "mark", "case")), word)
    if place.i > word.i and opens.i == word.i - 1 and word.head is not word:
        hang(place, word.head, "obl" if word.head.pos_ == "VERB" else "nmod")
        hang(opens, place, "case")
        hang(word, place, "amod")
        word.pos_ = "ADJ"


def mend_active(subject: Token) -> None:
    """What suffers nothing is an active subject: "UNITS threatened to attack", "TROOPS crossed into Sudan"."""
    verb = subject.head
    behind = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    active = behind in english().syntax.never_passive.get(verb.lemma_.lower(), ())
    if active and not any(child.dep_ == "aux:pass" for child in verb.children):
        subject.dep_ = "nsubj"


def mend_perfect(verb: Token) -> None:
    """A participle behind "had" is the verb: "it had EXPELLED diplomats" tells of no expelled diplomats."""
    noun, place = verb.head, verb.i - 1
    had = verb.doc[place] if place >= 0 else verb
    if had.lemma_.lower() != "have" or noun.head is not had or noun.dep_ != "obj" or had.head is verb:
        return
    if "Part" not in verb.morph.get("VerbForm", []) or any(child.i < verb.i for child in noun.children):
        return
    raise_over(verb, had)
    for child in [child for child in had.children if child is not noun]:
        hang(child, verb, child.dep_)
    hang(noun, verb, "obj")
    hang(had, verb, "aux")


def mend_described(verb: Token) -> None:
    """A participle between a verb and a title tells of the person: "question OUSTED President Park"."""
    above = verb.before
    person = next((child for child in verb.children if child.dep_ == "obj"), None)
    if person is None or above.pos_ != "VERB" or children(above, "obj") or verb.is_ancestor(above):
        return
    titled = any(child.dep_ == "nmod:desc" and child.i == verb.i + 1 for child in person.children)
    if verb.morph.get("Tense", []) != ["Past"] or not titled or children(verb, "mark", "aux", "nsubj"):
        return
    for child in [child for child in verb.children if child is not person]:
        hang(child, above, child.dep_)
    hang(person, above, "obj")
    hang(verb, person, "amod")


def mend_guilty(word: Token) -> None:
    """Who is found guilty is the object: "found the REGIME guilty of murder"."""
    told = next((child for child in word.children if child.dep_ == "compound" and child.i < word.i), None)
    if word.dep_ not in {"obj", "xcomp"} or told is None or word.head.lemma_.lower() not in {"find", "declare", "rule"}:
        return
    verb = word.head
    hang(told, verb, "obj")
    for child in [child for child in word.children if child.i < told.i]:
        hang(child, told, child.dep_)
    word.pos_ = "ADJ"
    hang(word, verb, "xcomp")


def mend_visiting(verb: Token) -> None:
    """Who is "visiting" behind a preposition is visited by nobody: "a lawsuit against the VISITING prince"."""
    case = next(
        (child for child in verb.children if child.dep_ == "mark" and child.lower_ in {"against", "with"}), None
    )
    guest = next((child for child in verb.children if child.dep_ == "obj"), None)
    if verb.pos_ != "VERB" or case is None or guest is None:
        return
    above = verb.head
    hang(guest, above, "nmod" if above.pos_ in NOUNS else "obl")
    hang(case, guest, "case")
    hang(verb, guest, "amod")


def mend_former(prefix: Token) -> None:
    """A prefix only tells that somebody was once what stands behind: "two EX-ministers"."""
    sign, noun = prefix.behind, prefix.behind.behind
    if sign.text not in HYPHENS or noun.pos_ != "NOUN" or noun.is_ancestor(prefix) or noun.head.pos_ != "VERB":
        return
    for child in [child for child in prefix.children if child.i < prefix.i]:
        hang(child, noun, child.dep_)
    hang(prefix, noun, "compound")
    hang(sign, prefix, "punct")
    sign.pos_ = "PUNCT"


def mend_speaker(it: Token) -> None:
    """Who says something is no empty word: "but IT insists that he leave"."""
    verb = it.head
    said = verb.lemma_.lower() in english().attribution.saying and bool(children(verb, "ccomp"))
    passive = any(child.dep_ == "aux:pass" for child in verb.children)
    if said and it.lower_ == "it" and it.i < verb.i and not passive:
        it.dep_ = "nsubj"
