"""Verbs that the parser takes for nouns or adjectives: "to DEFEAT the rebels", "is SHELLING positions"."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import CALLING, children, has_mark, is_plural
from ingest.tree_mending import NOUNS, hang, opening, raise_over

DEEPER = frozenset({"deep", "deeper", "further", "farther", "closer", "directly", "straight"})
"""Adverbs between a verb and where somebody goes."""

TAKEN = frozenset({"amod", "compound"})
"""How the parser hangs a verb that it takes for an adjective on the noun that is its object."""


def mend_verb(word: Token) -> None:
    """A word that is never an adjective is a verb behind "to" or "and": "to DEFEAT the rebels", "kill and INJURE"."""
    noun = word.head
    if word.dep_ == "conj" and noun.pos_ == "VERB" and word.lower_ in english().syntax.never_adjectives:
        word.pos_, word.lemma_ = "VERB", word.lower_
    if word.dep_ not in TAKEN or noun.i <= word.i or word.i == 0:
        return
    if word.lower_ not in english().syntax.never_adjectives:
        return
    before = word.doc[word.i - 1]
    if before.lower_ == "to" and before.head is noun and before.dep_ == "case":
        _make_verb(word, noun, "acl" if noun.head.pos_ in NOUNS else "advcl", noun.head)
        hang(before, word, "mark")
    elif before.dep_ == "cc" and before.head is noun and noun.dep_ == "conj" and noun.head.pos_ == "VERB":
        _make_verb(word, noun, "conj", noun.head)
        hang(before, word, "cc")


def _make_verb(word: Token, noun: Token, dep: str, above: Token) -> None:
    """Make a verb of a word; the noun on which it hung is its object."""
    word.pos_, word.lemma_ = "VERB", word.lower_
    word.morph = {"VerbForm": ["Inf"]}
    hang(word, above, dep)
    hang(noun, word, "obj")


def mend_aim(noun: Token) -> None:
    """Behind a verb for what somebody will do, "to" opens a clause: "threatened to SHELL the town's posts"."""
    thing = noun.head
    before = noun.before
    verb = thing.head
    aims = verb.pos_ == "VERB" and verb.lemma_.lower() in english().syntax.to_do and before.i == verb.i + 1
    if noun.text != noun.lemma_ or before.lower_ != "to" or before.head is not thing or not aims:
        return
    if ("verb", noun.lemma_) in english().by_lemma and thing.i > noun.i:
        _make_verb(noun, thing, "xcomp", verb)
        hang(before, noun, "mark")


def mend_to_infinitive(word: Token) -> None:
    """What has "to" before it as a verb does is a verb: "told him to JAIL extremists"."""
    if word.pos_ == "NOUN" and word.text == word.lemma_ and ("verb", word.lemma_) in english().by_lemma:
        opens = next((child for child in word.children if child.lower_ == "to" and child.dep_ == "mark"), None)
        if opens is not None and opens.i == word.i - 1:
            word.pos_, word.morph = "VERB", {"VerbForm": ["Inf"]}


def mend_infinitive(verb: Token) -> None:
    """An infinitive that a frame knows is a clause: "works as part of the union TO HELP Chad"."""
    told = verb.dep_ in {"obl", "nmod", "advmod"} and ("verb", verb.lemma_.lower()) in english().by_lemma
    if told and has_mark(verb, {"to"}):
        # "continued TO BACK it"
        near = verb.dep_ == "advmod" and verb.head.pos_ == "VERB"
        verb.dep_ = "acl" if verb.head.pos_ in NOUNS else "xcomp" if near else "advcl"


def mend_warning(gerund: Token) -> None:
    """What a body does beside is told by a verb: "struck it, WITH the Ministry WARNING of more"."""
    opens = next((child for child in children(gerund, "case") if child.lower_ == "with"), None)
    doer = next((child for child in children(gerund, "compound") if child.text[:1].isupper()), None)
    lemma = _verb_of(gerund) if gerund.lower_.endswith("ing") else ""
    if opens is None or doer is None or not doer.i > opens.i or ("verb", lemma) not in english().by_lemma:
        return
    gerund.pos_, gerund.lemma_, gerund.dep_ = "VERB", lemma, "advcl"
    opens.dep_, doer.dep_ = "mark", "nsubj"
    gerund.morph = {"VerbForm": ["Part"], "Tense": ["Pres"]}
    for child in [child for child in gerund.children if opens.i < child.i < doer.i and not child.is_punct]:
        hang(child, doer, child.dep_)


def mend_deeper(noun: Token) -> None:
    """Where somebody goes hangs on the verb: "advanced deeper INTO CHAD"."""
    adverb = noun.head
    verb = adverb.head
    if adverb.lower_ in DEEPER and adverb.dep_ == "advmod" and verb.pos_ == "VERB" and noun.i > adverb.i:
        hang(noun, verb, "obl")


def mend_opened(noun: Token) -> None:
    """What people do behind "as" or "while" is a verb: "as Chad's TROOPS ADVANCE on the town"."""
    opens = next((child for child in children(noun, "case") if child.pos_ == "SCONJ"), None)
    doers = noun.before
    people = doers.dep_ == "compound" and doers.head is noun and "Sing" not in doers.morph.get("Number", [])
    if opens is None or not people or noun.text != noun.lemma_ or ("verb", noun.lemma_) not in english().by_lemma:
        return
    noun.pos_, noun.dep_, noun.morph = "VERB", "advcl", {"VerbForm": ["Fin"], "Tense": ["Pres"]}
    opens.dep_, doers.dep_ = "mark", "nsubj"
    for child in [child for child in noun.children if child not in {opens, doers}]:
        if child.i < doers.i and not child.is_punct:
            hang(child, doers, child.dep_)
        elif child.dep_ == "nmod":
            child.dep_ = "obl"


def mend_governed(gerund: Token) -> None:
    """What stands just behind a verb that asks for it is what is meant: "backed JOINING the union"."""
    verb = gerund.head
    near = gerund.lower_.endswith("ing") and gerund.before is verb and not children(gerund, "mark", "case")
    if near and verb.lemma_.lower() in english().modality.governing:
        gerund.dep_ = "xcomp"


def mend_progressive(noun: Token) -> None:
    """One who "is SHELLING positions" is no positions: what ends in "-ing" behind a form of "be" is the verb."""
    deed = next((child for child in children(noun, "compound") if child.lower_.endswith("ing")), None)
    if deed is None:
        return
    be = next((child for child in children(noun, "cop") if child.i == deed.i - 1), None)
    subject = next((child for child in children(noun, "nsubj") if be is not None and child.i < be.i), None)
    if be is None or subject is None or not is_plural(noun) or is_plural(subject):
        return
    lemma = _verb_of(deed)
    if ("verb", lemma) not in english().by_lemma:
        return
    deed.pos_, deed.lemma_, deed.morph = "VERB", lemma, {"VerbForm": ["Part"], "Tense": ["Pres"]}
    raise_over(deed, noun)
    for child in [child for child in noun.children if child.i < deed.i]:
        hang(child, deed, "aux" if child.dep_ == "cop" else child.dep_)
    hang(noun, deed, "obj")


def mend_gerund(name: Token) -> None:
    """A gerund is no part of a name: "denied BOMBING Chad"."""
    deed = name.head
    verb = deed.head
    if deed.pos_ != "NOUN" or not deed.text.islower() or not deed.lower_.endswith("ing") or name.i != deed.i + 1:
        return
    if name.pos_ == "PROPN" and verb.pos_ == "VERB" and deed.dep_ == "obj":
        _make_gerund(deed)
        name.dep_ = "obj"


def mend_named(name: Token) -> None:
    """A name behind a verb is its object, whatever it ends in: "fined BOEING over the sales"."""
    plain = name.pos_ == "PROPN" and not children(name, "mark", "cop", "case")
    if plain and name.i == name.head.i + 1 and name.head.pos_ == "VERB" and not children(name.head, "obj"):
        name.dep_ = "obj"


def mend_called(noun: Token) -> None:
    """What somebody is called is no second object: "branded Hill a TERRORIST"."""
    first = next((child for child in children(noun.head, "obj") if child.i < noun.i), noun)
    article = any(child.lower_ in {"a", "an"} for child in children(noun, "det"))
    if (
        noun.head.lemma_.lower() in CALLING
        and first is not noun
        and article
        and noun.doc[opening(noun) - 1].text != ","
    ):
        noun.dep_ = "xcomp"


def mend_headline(verb: Token) -> None:
    """A verb with a subject is no part of a name: "US and UK LAUNCH strikes on targets"."""
    noun = verb.head
    if verb.pos_ != "VERB" or verb.i > noun.i:
        return
    own = [child for child in children(verb, "nsubj") if child.pos_ in NOUNS]
    taken = [] if own else _taken_subject(verb, noun)
    if taken or own:
        raise_over(verb, noun)
        hang(noun, verb, "obj")
    for word in taken:
        hang(word, *((verb, "nsubj") if word is taken[-1] else (taken[-1], word.dep_)))


def _taken_subject(verb: Token, noun: Token) -> list[Token]:
    """The name before a verb that both were taken for parts of its object's: "IRAN arms groups"."""
    name = verb.before
    inflected = verb.lower_ != verb.lemma_.lower() and not verb.lower_.endswith("ing")
    if not inflected or noun.dep_ != "ROOT" or name.pos_ != "PROPN" or name.head is not noun or name.i + 1 != verb.i:
        return []
    return [child for child in noun.children if child.i < verb.i]


def mend_done(noun: Token) -> None:
    """What has a subject and an object is a verb: "France, Germany LAUNCH talks with Iran"."""
    if noun.pos_ == "NOUN" and children(noun, "nsubj") and children(noun, "obj") and not children(noun, "cop", "det"):
        noun.pos_ = "VERB"


def mend_begun(deed: Token) -> None:
    """What somebody begins or stops to do to others is no part of them: "stopped SHELLING Chad"."""
    name = deed.head
    verb = name.head
    suffers = name.pos_ == "PROPN" or name.lemma_.lower() in english().nouns.others
    if deed.dep_ not in TAKEN or not deed.lower_.endswith("ing") or not suffers or name.i != deed.i + 1:
        return
    words = english().modality
    phase = verb.lemma_.lower() in words.ceasing | words.lasting | words.occurring
    if phase and verb.pos_ == "VERB" and verb.i == deed.i - 1 and name.dep_ == "obj":
        hang(deed, verb, "xcomp")
        _make_gerund(deed)
        hang(name, deed, "obj")


def _make_gerund(deed: Token) -> None:
    deed.pos_, deed.dep_, deed.lemma_ = "VERB", "xcomp", _verb_of(deed)


def _verb_of(gerund: Token) -> str:
    """The verb of a word in "-ing"."""
    stem = gerund.lower_.removesuffix("ing")
    return stem if ("verb", stem) in english().by_lemma else f"{stem}e"


def mend_nominal(word: Token) -> None:
    """An object without an object of its own is a noun, whatever it ends in: "froze FUNDING to Chad"."""
    own = {child.dep_ for child in word.children} - {"amod", "compound", "nmod:poss", "punct", "nmod"}
    if word.pos_ == "VERB" and word.lower_.endswith("ing") and not own and word.head.pos_ == "VERB":
        word.pos_, word.lemma_ = "NOUN", word.lower_
