"""Who does what a clause says, where the parser hangs the clause on somebody else."""

from __future__ import annotations

from graph.days import WEEKDAYS
from ingest.language import english
from ingest.reach import may_harm
from ingest.subjects import ACCUSING, asked_behind
from ingest.tokens import Token
from ingest.tree import (
    OBJECTS,
    OBLIQUES,
    SUBJECTS,
    children,
    first_joined,
    has_agent,
    has_mark,
    is_plural,
    prepositions,
)
from ingest.tree_mending import NOUNS, hang, head_of_name

MEETING = frozenset(
    {"visit", "meet", "see", "greet", "address", "thank", "praise", "join", "arrest", "detain", "disperse", "support"}
)
"""Verbs behind whose object stands what those are doing, and not how it is done."""

DAYS = WEEKDAYS | {"today", "yesterday", "meanwhile"}
"""Words before a comma that tell when, and not who."""

ADDRESSING = frozenset({"warn", "threaten", "accuse", "blame", "caution"})
"""Verbs of who speaks to or of another, beside those of who asks him."""

FIGHTERS = frozenset(
    {"troop", "soldier", "force", "fighter", "rebel", "militant", "mercenary", "peacekeeper", "volunteer", "marine"}
)
"""Those who fight, where a text tells of them in passing."""

SERVING = frozenset({"fight", "battle", "help", "assist", "serve", "guard"})

FAR = 8
"""How many words before a participle those are looked for who do it."""

FINDING = frozenset({"find", "rule"})
"""Verbs by which a court says something."""


LED = frozenset({"headed", "led", "chaired", "commanded", "run", "founded"})
"""Participles of bodies of which it is told who leads them."""


def give_to_passive(noun: Token) -> None:
    """Who did it stands behind what it was made: "was listed as a terrorist organisation BY CANADA"."""
    made = noun.head
    verb = made.head
    behind = "by" in prepositions(noun) and made.dep_ == "obl" and "as" in prepositions(made)
    if behind and noun.i > made.i and children(verb, "aux:pass") and not has_agent(verb):
        hang(noun, verb, "obl:agent")


def give_to_controller(verb: Token) -> None:
    """What several are brought to do hangs on the verb that brings them to it: "prompted Mali and Niger TO CUT it"."""
    last = verb.head
    first = first_joined(last)
    above = first.head
    brought = first.dep_ in OBJECTS and above.lemma_.lower() in english().syntax.object_controlled
    # "called on all parties TO STOP"
    brought = (brought and first is not last) or last in asked_behind(above)
    if brought and has_mark(verb, {"to"}) and last.lemma_.lower() not in english().nouns.aims:
        hang(verb, above, "xcomp")


def give_to_led(verb: Token) -> None:
    """Who is led is told just before it: "its support to the COUNCIL, HEADED by Ann Hill"."""
    thing, comma = verb.head, verb.before
    led = head_of_name(comma.before) if comma.text == "," and verb.lower_ in LED and has_agent(verb) else thing
    bodies = english().generic | english().syntax.body_words
    if led.i > thing.i and {thing.pos_, led.pos_} == NOUNS and led.lower_ in bodies and thing.is_ancestor(led):
        hang(verb, led, "acl")


def give_from_aside(subject: Token) -> None:
    """Who does it is told before an aside, and is not the aside's: "KENYA, in close contact with Chad, SENT aid"."""
    noun = subject.head
    verb = noun.head
    aside = noun.pos_ == "NOUN" and bool(children(noun, "case")) and not children(noun, "cop")
    fits = aside and noun.dep_ in {"obl", *SUBJECTS} and verb.pos_ == "VERB" and subject.i < noun.i < verb.i
    if fits and all(other is noun for other in children(verb, "expl", *SUBJECTS)):
        noun.dep_ = "obl"
        hang(subject, verb, "nsubj:pass" if children(verb, "aux:pass") else "nsubj")


def part_from_other(noun: Token) -> None:
    """Who did not do it is not joined to who did: "Russia and NOT UKRAINE attacked Georgia"."""
    told = {child.lower_ for child in noun.children}
    if noun.pos_ in NOUNS and "not" in told and "only" not in told:
        noun.dep_ = "dep"


def give_to_other(clause: Token) -> None:
    """What another did is told of that other: "it was RUSSIA, not Ukraine, that attacked Georgia"."""
    noun = clause.head
    told = noun.head
    if any(child.lower_ == "not" for child in noun.children) and told is not noun and told.pos_ in NOUNS:
        hang(clause, told, "acl:relcl")


def part_from_said(verb: Token) -> None:
    """Who finds something asks something: "found that Uganda had plundered it and ORDERED IT to pay"."""
    said = verb.head
    lemma = verb.lemma_.lower()
    asks = (lemma in english().modality.demanded or lemma in ADDRESSING) and not children(verb, *SUBJECTS)
    if not asks or said.dep_ != "ccomp" or not children(said, "nsubj"):
        return
    lemma = said.head.lemma_.lower()
    told = lemma in english().attribution.saying or lemma in FINDING
    if told and any(child.pos_ == "PRON" for child in children(verb, *OBJECTS)):
        hang(verb, said.head, "conj")


def give_subject(verb: Token) -> None:
    """A name between commas is the subject of a verb that has none: "with the help of Chad, the ARMY, …, took it"."""
    if verb.pos_ != "VERB" or not children(verb, "aux") or children(verb, "aux:pass", "mark", *SUBJECTS):
        return
    before = [child for child in verb.children if child.i < verb.i and child.dep_ in OBJECTS | OBLIQUES]
    whole = before[-1] if before else verb
    names = [word for word in whole.subtree if word.dep_ == "appos" and word.pos_ == "PROPN" and word.i < verb.i]
    if whole is verb or not names or not children(whole, "case"):
        return
    for clause in [clause for clause in children(whole, "acl:relcl") if clause.i > names[-1].i]:
        hang(clause, names[-1], "acl:relcl")
    hang(names[-1], verb, "nsubj")


def give_over_aside(participle: Token) -> None:
    """What somebody is accused of is told over an aside: "accused Wagner, MADE UP of Russians, of plundering Mali"."""
    verb = participle.head
    accused = next((child for child in children(verb, "obj") if child.i < participle.i), None)
    gerund = next((child for child in children(participle, "advcl") if has_mark(child, {"of"})), None)
    if accused is None or gerund is None or verb.lemma_.lower() not in ACCUSING:
        return
    if children(participle, "cc", *SUBJECTS) or participle.before.text != ",":
        return
    hang(gerund, verb, "advcl")
    hang(participle, accused, "acl")


def give_from_participle(clause: Token) -> None:
    """A participle behind a noun tells of it and leaves it to the verb: "ROCKETS fired from Mali LANDED in Chad"."""
    verb = clause.head
    noun = next(iter(children(clause, "nsubj:pass")), None)
    told = noun is None or children(clause, "aux", "aux:pass", "mark", "cc") or clause.morph.get("Tense") != ["Past"]
    if told or noun is None or verb.pos_ != "VERB" or not noun.i < clause.i < verb.i:
        return
    others = [child for child in children(verb, "aux:pass", *SUBJECTS) if child is not clause]
    if others or verb.doc[verb.i - 1].is_punct:
        return
    hang(noun, verb, "nsubj")
    hang(clause, noun, "acl")


def part_from_day(noun: Token) -> None:
    """No day is told of in apposition: in "Today, TWO RAIDS, claimed by rebels, have killed ten" the raids have."""
    day = noun.head
    verb = noun.sent.root
    if day.lower_ not in DAYS or verb.pos_ != "VERB" or verb.i < noun.i or children(verb, *SUBJECTS):
        return
    clause = day.head
    hang(noun, verb, "nsubj")
    hang(day, verb, "obl:unmarked")
    if clause is not verb and noun.i < clause.i < verb.i and has_agent(clause):
        hang(clause, noun, "acl")


def give_to_met(gerund: Token) -> None:
    """What people who are met or held are doing is told of them: "visited soldiers TRAINING the police"."""
    verb = gerund.head
    people = gerund.before
    told = gerund.lower_.endswith("ing") and people.dep_ == "obj" and people.head is verb and people.pos_ == "NOUN"
    several = is_plural(people) or people.lower_ != people.lemma_
    if told and several and verb.lemma_.lower() in MEETING and people.lemma_ in english().nouns.persons:
        hang(gerund, people, "acl")


def give_to_struck(gerund: Token) -> None:
    """What people who are struck are doing is told of them: "shelled rebels FIRING on the town"."""
    verb = gerund.head
    if _tells_of_struck(gerund) and gerund.before.head is verb and not _hurts(gerund):
        hang(gerund, gerund.before, "acl")


def give_to_striker(gerund: Token) -> None:
    """Whom a deed hurts is told of who did it, and not of those whom he struck: "attacked villagers KILLING ten"."""
    struck = gerund.head
    if _tells_of_struck(gerund) and gerund.before is struck and _hurts(gerund):
        hang(gerund, struck.head, "advcl")


def _tells_of_struck(gerund: Token) -> bool:
    """Whether a gerund for a deed that harms stands just behind people to whom harm is done."""
    people = gerund.before
    if not gerund.lower_.endswith("ing") or people.dep_ != "obj" or people.pos_ != "NOUN":
        return False
    language = english()
    lemma = people.lemma_.lower()
    several = is_plural(people) and lemma in language.nouns.persons | language.nouns.others
    harms = may_harm(people.head, language, part="verb") and may_harm(gerund, language, part="verb")
    return several and harms and not _hurts(people.head)


def _hurts(verb: Token) -> bool:
    return verb.lemma_.lower() in english().syntax.harming


def give_to_fighters(verb: Token) -> None:
    """What those do who are told just before is theirs: "expelled TROOPS stationed in Chad FIGHTING rebels"."""
    if not verb.lower_.endswith("ing") or children(verb, "mark", "case", "aux", *SUBJECTS):
        return
    if verb.lemma_.lower() not in english().fighting | SERVING:
        return
    for word in verb.doc.tokens[max(verb.sent.start, verb.i - FAR) : verb.i][::-1]:
        if word.text == "," or (word.pos_ == "VERB" and word.dep_ not in {"acl", "amod"}):
            return
        if word.pos_ == "NOUN" and word.lemma_.lower() in FIGHTERS and word.lower_ != word.lemma_:
            hang(verb, word, "acl")
            return


def mend_absolute(noun: Token) -> None:
    """What is told of some behind "with" they suffer: "WITH 80 PEOPLE KILLED and more displaced, it sent troops"."""
    if any(child.lower_ == "with" for child in children(noun, "case")):
        for child in children(noun.head, "obj"):
            child.dep_ = "dep"


def mend_gerunds(gerund: Token) -> None:
    """A gerund goes on with a gerund, and with no verb that has a tense: "its role in arming and TRAINING them"."""
    above = gerund.head
    bare = gerund.pos_ == "VERB" and gerund.lower_.endswith("ing") and not children(gerund, "aux", *SUBJECTS)
    if (
        not bare
        or not children(gerund, "cc")
        or not ("Fin" in above.morph.get("VerbForm", []) or children(above, "aux"))
    ):
        return
    near = [word for word in above.subtree if above.i < word.i < gerund.i and word.lower_.endswith("ing")]
    first = [word for word in near if word.pos_ == "VERB" and (children(word, "mark", "case") or word.dep_ == "acl")]
    if first:
        hang(gerund, first[-1], "conj")
