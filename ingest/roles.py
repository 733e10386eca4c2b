"""Who does what a word says, and to whom it is done, in a Universal Dependencies tree."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import (
    OBJECTS,
    OBLIQUES,
    SUBJECTS,
    antecedent,
    children,
    conjuncts,
    has_mark,
    is_passive,
    is_plural,
    joined_before,
    obliques,
    owners,
    prepositions,
)

EXEMPLIFYING = frozenset({"including", "such as"})
"""Prepositions that bring in some of those for whom a noun stands."""

HELPING = frozenset({"help", "support", "assist", "aid", "train", "equip", "arm"})
"""Verbs behind which an infinitive tells what the one who is helped is to do."""

HELPED = frozenset({"aid", "assist", "help"})
"""Participles behind a comma that tell of the whole clause: "took the town from rebels, AIDED by France"."""

CLAIMING = frozenset({"claim", "take", "assume", "admit", "accept"})
"""Verbs by which somebody says that he did it: "CLAIMED responsibility"."""

SPEAKING = frozenset({"speak", "talk", "refer", "cite", "quote", "address"})
"""Beside the verbs of saying, what who says something does meanwhile."""

BEING = frozenset({"remain", "become", "stay"})
"""Verbs that say of their subject what a noun behind them tells: "Iran REMAINS an ally"."""

ADVERBIAL = frozenset({"where", "when", "why", "wherein", "whereby"})

NEAR = 3
"""Tokens within which an infinitive belongs to the verb before it, whatever the tree says."""

DEPTH = 8
"""How many clauses up a missing subject is looked for."""


def subjects(predicate: Token, depth: int = DEPTH) -> list[Token]:
    """The grammatical subjects of a verb, noun or adjective, handed down from the clause above where it has none."""
    own = [child for child in predicate.children if child.dep_ in SUBJECTS and not is_strayed(child, predicate)]
    if own:
        return [member for child in own for member in conjuncts(antecedent(child))]
    if not depth:
        return []
    head, dep = predicate.head, predicate.dep_
    if dep == "csubj" and has_mark(predicate, {"to"}):
        # "it would be wrong FOR SERBIA to attack"
        return obliques(head, "for")
    if dep == "advcl" and (taken := _described(predicate)) is not None:
        return [taken]
    if dep == "advcl" and predicate.lower_.endswith("ing") and head.lemma_.lower() in english().attribution.saying:
        said = [clause for clause in children(head, "ccomp") if clause.i < predicate.i]
        # "accused China of firing, WOUNDING three"
        said += [clause for clause in children(head, "advcl") if clause.i < predicate.i and is_governed(clause)]
        lemma = predicate.lemma_.lower()
        speaks = lemma in SPEAKING or lemma in english().attribution.saying
        if said and not speaks and not children(predicate, "mark"):
            # "The agency said that jets hit a town, KILLING ten": the jets did.
            return subjects(said[-1], depth - 1)
    if dep == "xcomp":
        nearer = [c for c in children(head, "ccomp", "xcomp") if head.i < c.i < predicate.i <= c.i + NEAR]
        if nearer:
            # "told him how Israel plans TO RESPOND": the infinitive belongs to the verb just before it.
            return subjects(nearer[-1], depth - 1)
    if asked_behind(head) and (dep == "xcomp" or (dep == "advcl" and has_mark(predicate, {"to"}))):
        # "called on CHAD to release him"
        return asked_behind(head)
    if dep == "xcomp" or is_governed(predicate):
        objects = [child for child in head.children if child.dep_ in OBJECTS and not child.lower_.endswith("self")]
        done_by_object = head.lemma_ in english().syntax.object_controlled or _is_reason(predicate)
        if objects and done_by_object:
            # "the group THAT Israel accuses of attacking Syria"
            return [member for child in objects for member in conjuncts(antecedent(child))]
        return subjects(head, depth - 1)
    if dep == "acl:relcl":
        return conjuncts(head)
    if dep == "acl":
        if has_mark(predicate, {"to"}):
            named = [t for t in owners(head) if t.dep_ == "nmod:poss" or t.text[:1].isupper()]
            # "a promise FROM CHAD to withdraw"
            named = named or [t for place in ("from", "by") for t in obliques(head, place)]
            if not named and head.lemma_.lower() in english().nouns.aims:
                # "defended the right OF RUSSIAN TROOPS to fire"
                named = obliques(head, "of")
            return named or carried_by(head, depth - 1)
        # "the group, LED by X, and the union": what comes behind is not meant.
        return [member for member in conjuncts(head) if member.i < predicate.i] or [head]
    if dep == "advcl" and head.lemma_.lower() in HELPING and has_mark(predicate, {"to"}):
        # "equips CHAD to fight the rebels"
        helped = [member for child in children(head, "obj") for member in conjuncts(child)]
        if helped:
            return helped
    states = head.pos_ != "NOUN" or bool(children(head, "cop"))  # "France is a DONOR, giving millions"
    if dep in {"conj", "advcl", "ccomp", "parataxis"} and head.i != predicate.i and states:
        return subjects(head, depth - 1)
    return []


def asked_behind(verb: Token) -> list[Token]:
    """Who is asked behind a preposition: "called ON CHAD to …", "appealed TO CHAD to …"."""
    brings_in = english().syntax.asked_behind.get(verb.lemma_.lower())
    asked = (child for child in children(verb, "obl") if brings_in and prepositions(child) & brings_in)
    return [member for child in asked for member in conjuncts(child)]


def _is_reason(clause: Token) -> bool:
    """Whether a clause tells what the object is treated so for: "sanctioned firms FOR AIDING Russia"."""
    return clause.dep_ == "advcl" and has_mark(clause, {"for"})


def _described(participle: Token) -> Token | None:
    """The noun just before a participle between commas, whatever the tree says: "the GOVERNMENT of Peru, led by X"."""
    comma = participle.doc[participle.i - 1] if participle.i > 1 else None
    if comma is None or comma.text != "," or not is_passive(participle) or participle.lemma_.lower() in HELPED:
        return None
    if not any("by" in prepositions(child) for child in participle.children):
        return None
    noun = participle.doc[comma.i - 1]
    while noun.dep_ in {"flat", "compound"} or (noun.dep_ in OBLIQUES and "of" in prepositions(noun)):
        noun = noun.head
    return noun if noun.pos_ in {"NOUN", "PROPN"} and noun.i < comma.i else None


def is_governed(predicate: Token) -> bool:
    """Whether a clause without a subject fills a slot of the verb above: "accused Iran OF ATTACKING"."""
    if predicate.dep_ == "ccomp":
        return "Fin" not in predicate.morph.get("VerbForm", [])
    if predicate.dep_ != "advcl" or any(child.dep_ in SUBJECTS for child in predicate.children):
        return False
    marks = {child.lower_ for child in children(predicate, "mark", "case")}
    charged = predicate.head.lemma_ == "charge" and "with" in marks
    return charged or bool(marks & {"of", "against", "from", "for", "about", "as"})


def is_strayed(noun: Token, predicate: Token) -> bool:
    """Whether a noun before "that" was given to the clause behind it: "told DERMER that Washington expects …"."""
    for child in predicate.children:
        if child.dep_ == "mark" and noun.i < child.i and child.lower_ in {"that", "whether"}:
            return True
    return False


def leaders(noun: Token, *words: str) -> list[Token]:
    """Who is told to lead by one of some words and a hyphen: "a SAUDI-led air strike", "VIETNAMESE-led forces"."""
    led = (word for word in children(noun, "amod", "acl") if word.lower_ in words)
    return [leader for word in led if (leader := joined_before(word)) is not None]


def carried_by(noun: Token, depth: int = DEPTH) -> list[Token]:
    """The subjects of the verb that ``noun`` belongs to: "Israel announced the start of a RAID"."""
    step = noun
    while step.dep_ in {"nmod", "conj", "compound", "appos"} and step.head.i != step.i:
        step = step.head
    return subjects(step.head, depth) if step.dep_ in OBJECTS | OBLIQUES | {"xcomp", "acl"} else []


def of_which_it_is_said(noun: Token) -> list[Token]:
    """Of whom a noun is said: "IRAN is an ally", "IRAN, an ally of Russia", "allies including IRAN"."""
    if any(child.dep_ == "cop" for child in noun.children):
        return subjects(noun)
    if noun.dep_ == "xcomp" and noun.head.lemma_.lower() in BEING:
        return subjects(noun.head)
    if noun.dep_ == "appos":
        plural = is_plural(noun)
        # "Russia and IRAN, allies of Syria"
        return [t for t in conjuncts(noun.head) if t.i < noun.i] if plural else [noun.head]
    near = noun.dep_ == "nmod:desc" and all(t.pos_ == "PROPN" for t in noun.doc.tokens[noun.i + 1 : noun.head.i + 1])
    if near and any(child.dep_ == "nmod:poss" for child in noun.children):
        # "Syria's ally RUSSIA"
        return [noun.head]
    if noun.dep_ == "nmod" and noun.head.lower_ == "one" and "of" in prepositions(noun):
        # "JORDAN is one of the allies of Iraq"
        return of_which_it_is_said(noun.head)
    told = [child for child in noun.children if child.dep_ == "nmod" and prepositions(child) & EXEMPLIFYING]
    if told:
        return [member for child in told for member in conjuncts(child)]
    return [member for child in children(noun, "appos") if child.pos_ == "PROPN" for member in conjuncts(child)]


def objects(verb: Token) -> list[Token]:
    """What ``verb`` is done to, in the active or the passive voice."""
    if is_passive(verb):
        return subjects(verb)
    own = [child for child in verb.children if child.dep_ in OBJECTS or (child.dep_ in OBLIQUES and _is_counted(child))]
    if not own:
        clauses_below = children(verb, "ccomp")
        own = [t for c in clauses_below for t in children(c, *SUBJECTS) if t.i > verb.i and is_strayed(t, c)]
    if not own:
        # "armed and trained UKRAINE": the object stands at the last of the verbs.
        alone = all(c.dep_ in {"cc", "punct", "conj", "advmod"} for c in verb.children if c.i > verb.i)
        joined = [
            c
            for c in (children(verb, "conj") if alone else ())
            if c.pos_ == "VERB" and not any(g.dep_ in SUBJECTS for g in c.children)
        ]
        own = [child for other in joined for child in other.children if child.dep_ == "obj"]
    if (
        not own
        and verb.dep_ == "acl:relcl"
        and not _tells_where(verb)
        and any(child.dep_ in SUBJECTS for child in verb.children)
    ):
        subject = [antecedent(child) for child in verb.children if child.dep_ in SUBJECTS]
        if verb.head not in subject:
            return conjuncts(verb.head)
    return [member for child in own for member in conjuncts(antecedent(child))]


def _tells_where(clause: Token) -> bool:
    """Whether a relative clause tells where or when, so that its noun is no object: "a town WHERE most back it"."""
    return any(child.lower_ in ADVERBIAL for child in clause.children)


def _is_counted(noun: Token) -> bool:
    """Whether "to" only bounds a number: "kidnapped up TO 16 advisers"."""
    bounds = (case.i for case in children(noun, "case") if case.lower_ == "to")
    return any(i and noun.doc[i - 1].lower_ == "up" for i in bounds)


def direct_objects(verb: Token) -> list[Token]:
    """The direct objects alone, without those to whom something is given."""
    found = objects(verb)
    return [t for t in found if t.dep_ != "iobj"] or found


def agents(verb: Token) -> list[Token]:
    """Who does what ``verb`` says, in the active or the passive voice."""
    if not is_passive(verb):
        return subjects(verb)
    by = [child for child in verb.children if child.dep_ in OBLIQUES and "by" in prepositions(child)]
    if not by:
        # "were killed AT THE HANDS OF X"
        hands = (c for c in obliques(verb, "at") if c.lemma_.lower() == "hand")
        by = [t for hand in hands for t in hand.children if t.dep_ == "nmod:poss" or "of" in prepositions(t)]
    if not by:
        # "was sentenced to prison BY A COURT": what is behind "by" hangs on the noun before it now and then.
        between = (c for c in verb.children if c.dep_ in OBLIQUES and c.i > verb.i)
        between = (c for c in between if c.lemma_.lower() not in english().deeds)
        by = [t for c in between for t in c.children if t.dep_.startswith("obl") and "by" in prepositions(t)]
    return [member for child in by for member in conjuncts(child)]
