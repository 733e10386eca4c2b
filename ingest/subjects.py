"""The subject of a clause, handed down from the clause above where it has none of its own."""

from __future__ import annotations

from ingest.language import english
from ingest.open_clauses import is_warned_off
from ingest.tokens import Token
from ingest.tree import (
    OBJECTS,
    OBLIQUES,
    SUBJECTS,
    antecedent,
    children,
    climb,
    conjuncts,
    has_agent,
    has_mark,
    is_passive,
    obliques,
    owners,
    prepositions,
)

HELPING = frozenset({"help", "support", "assist", "aid", "train", "equip", "arm"})
"""Verbs behind which an infinitive tells what the one who is helped is to do."""

HELPED = frozenset({"aid", "assist", "help"})
"""Participles behind a comma that tell of the whole clause: "took the town from rebels, AIDED by France"."""

SPEAKING = frozenset({"speak", "talk", "refer", "cite", "quote", "address"})
"""Beside the verbs of saying, what who says something does meanwhile."""

ASKING = frozenset({"call", "ask", "appeal", "wait", "press", "push", "plead", "lobby", "beg"})
"""Verbs behind which "for" tells who is to do something."""

APPEALS = frozenset({"call", "appeal", "demand", "request", "plea"})
"""Nouns behind which "for" tells who is asked to do something."""

TASKING = frozenset({"charge", "task", "entrust"})
"""Verbs behind which "with" tells what another did or is to do."""

ACCUSING = frozenset({"accuse", "suspect", "convict"})
"""Verbs behind which "by" tells what the one who is accused did."""

NEAR = 3
"""Tokens within which an infinitive belongs to the verb before it, whatever the tree says."""

DEPTH = 8
"""How many clauses up a missing subject is looked for."""


def subjects(predicate: Token, depth: int = DEPTH) -> list[Token]:
    """The grammatical subjects of a verb, noun or adjective, handed down from the clause above where it has none."""
    own = [child for child in predicate.children if child.dep_ in SUBJECTS and not is_strayed(child, predicate)]
    if own:
        return [member for child in own for member in _meant(child, predicate)]
    if not depth:
        return []
    head, dep = predicate.head, predicate.dep_
    if dep == "csubj" and has_mark(predicate, {"to"}):
        # "it would be wrong FOR SERBIA to attack"
        return obliques(head, "for")
    if dep == "ccomp" and predicate.lower_.endswith("ing") and predicate.i < head.i and has_own_subject(head):
        # "on suspicion of lying and "INSULTING the state", the agency reported": who reports it does not do it
        return []
    if dep == "advcl" and has_mark(predicate, {"by"}) and is_passive(head) and predicate.lower_.endswith("ing"):
        # "BY PUNISHING Chad, we are all harmed": others do it.
        return []
    if whose := _whose_part(predicate):
        return whose
    if dep == "advcl" and (taken := _described(predicate)) is not None:
        return [taken]
    if dep == "advcl" and predicate.lower_.endswith("ing") and head.lemma_.lower() in english().attribution.saying:
        said = [clause for clause in children(head, "ccomp") if clause.i < predicate.i]
        # "accused China of firing, WOUNDING three"
        said += [clause for clause in children(head, "advcl") if clause.i < predicate.i and is_governed(clause)]
        lemma = predicate.lemma_.lower()
        words = english()
        speaks = lemma in SPEAKING or lemma in words.attribution.saying or lemma in words.modality.demanded
        if said and not speaks and not children(predicate, "mark"):
            # "The agency said that jets hit a town, KILLING ten": the jets did.
            return subjects(said[-1], depth - 1)
    if dep == "advcl" and predicate.lower_.endswith("ing") and (told := _reported(predicate)):
        return told
    if dep == "xcomp":
        nearer = [c for c in children(head, "ccomp", "xcomp") if head.i < c.i < predicate.i <= c.i + NEAR]
        if nearer:
            # "told him how Israel plans TO RESPOND": the infinitive belongs to the verb just before it.
            return subjects(nearer[-1], depth - 1)
    if dep == "xcomp" or (dep == "advcl" and has_mark(predicate, {"to"})):
        # "called on CHAD to release him"
        asked = asked_behind(head)
        if asked:
            return asked
    if is_warned_off(predicate) and not children(head, "obj"):
        # "Kenya warned AGAINST ATTACKING Chad": not itself
        return []
    if dep == "xcomp" or is_governed(predicate):
        objects = [child for child in head.children if child.dep_ in OBJECTS and not child.lower_.endswith("self")]
        done_by_object = head.lemma_ in english().syntax.object_controlled or _is_reason(predicate)
        if objects and done_by_object:
            # "the group THAT Israel accuses of attacking Syria"
            return [member for child in objects for member in conjuncts(antecedent(child))]
        return subjects(head, depth - 1)
    if dep == "acl:relcl":
        return _told_before(head, predicate)
    if dep == "acl":
        if has_mark(predicate, {"to"}):
            if head.head.lemma_.lower() in ASKING and "for" in prepositions(head):
                # "called FOR THE MISSION to be led by Chad"
                return conjuncts(head)
            if children(head, "cop"):
                # "CHAD was the first state to recognize it"
                return subjects(head, depth - 1)
            named = [t for t in owners(head) if t.dep_ == "nmod:poss" or t.text[:1].isupper()]
            # "a promise FROM CHAD to withdraw"
            if head.lemma_.lower() in APPEALS and (called := obliques(head, "for")):
                # "calls FOR CHAD to sign a deal"
                named = [noun for noun in called if noun.i < predicate.i]
            named = named or [t for place in ("from", "by") for t in obliques(head, place)]
            if not named and head.lemma_.lower() in english().nouns.aims:
                # "defended the right OF RUSSIAN TROOPS to fire"
                named = obliques(head, "of")
            return named or carried_by(head, depth - 1)
        return _told_before(head, predicate)
    if dep == "advcl" and head.lemma_.lower() in HELPING and has_mark(predicate, {"to"}):
        # "equips CHAD to fight the rebels"
        helped = [member for child in children(head, "obj") for member in conjuncts(child)]
        if helped:
            return helped
    states = head.pos_ != "NOUN" or bool(children(head, "cop"))  # "France is a DONOR, giving millions"
    if dep in {"conj", "advcl", "ccomp", "parataxis"} and head.i != predicate.i and states:
        return subjects(head, depth - 1)
    return []


def _meant(subject: Token, predicate: Token) -> list[Token]:
    """For whom a subject stands: those whom it names, or whom it takes up: "CHAD and MALI, who …"."""
    taken = antecedent(subject)
    return conjuncts(taken) if taken is subject else _told_before(taken, predicate)


def _told_before(noun: Token, clause: Token) -> list[Token]:
    """Those of a list whom a clause describes, and nobody behind it: "the GROUP, LED by X, and the union"."""
    return [member for member in conjuncts(noun) if member.i < clause.i] or [noun]


def _whose_part(gerund: Token) -> list[Token]:
    """Whose part in something it is that is told: "praised CHAD'S role IN HELPING Togo"."""
    opens = next((child for child in children(gerund, "mark") if child.lower_ == "in"), None)
    if opens is None or not gerund.lower_.endswith("ing") or opens.before.pos_ != "NOUN":
        return []
    return children(opens.before, "nmod:poss")


def _reported(gerund: Token) -> list[Token]:
    """Of whom there are reports that they do something: "has reports of TROOPS, among them Chadians, SHOOTING ten"."""
    told = english().attribution.told
    reports = (noun for noun in children(gerund.head, "obj") if noun.lemma_.lower() in told and noun.i < gerund.i)
    return [] if children(gerund, "mark") else [subject for noun in reports for subject in obliques(noun, "of")]


def has_own_subject(verb: Token) -> bool:
    """Whether a subject hangs on a verb itself."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def asked_behind(verb: Token) -> list[Token]:
    """Who is asked behind a preposition: "called ON CHAD to …", "appealed TO CHAD to …"."""
    brings_in = english().syntax.asked_behind.get(verb.lemma_.lower())
    if brings_in is None:
        return []
    asked = (child for child in children(verb, "obl") if prepositions(child) & brings_in)
    return [member for child in asked for member in conjuncts(child)]


def _is_reason(clause: Token) -> bool:
    """Whether a clause tells what the object is treated so for: "sanctioned firms FOR AIDING Russia"."""
    return clause.dep_ == "advcl" and has_mark(clause, {"for"})


def _described(participle: Token) -> Token | None:
    """The noun just before a participle between commas, whatever the tree says: "the GOVERNMENT of Peru, led by X"."""
    comma = participle.doc[participle.i - 1] if participle.i > 1 else None
    if comma is None or comma.text != "," or not is_passive(participle) or participle.lemma_.lower() in HELPED:
        return None
    if not has_agent(participle):
        return None
    last = participle.doc[comma.i - 1]
    # "Task FORCE 150, led by X"
    noun = climb(last.before if last.pos_ == "NUM" else last, _is_within)
    return noun if noun.pos_ in {"NOUN", "PROPN"} and noun.i < comma.i else None


def _is_within(noun: Token) -> bool:
    """Whether a word is part of a name, or stands behind "of": "the government of PERU"."""
    return noun.dep_ in {"flat", "compound"} or (noun.dep_ in OBLIQUES and "of" in prepositions(noun))


def is_governed(predicate: Token) -> bool:
    """Whether a clause without a subject fills a slot of the verb above: "accused Iran OF ATTACKING"."""
    if predicate.dep_ == "ccomp":
        return "Fin" not in predicate.morph.get("VerbForm", [])
    if predicate.dep_ != "advcl" or has_own_subject(predicate):
        return False
    marks = {child.lower_ for child in children(predicate, "mark", "case")}
    above = predicate.head.lemma_.lower()
    # "accused Israel of escalating violence BY KILLING ten"
    charged = (above in TASKING and "with" in marks) or (above in ACCUSING and "by" in marks)
    # "a meeting aimed AT ESTABLISHING close ties"
    charged = charged or (above == "aim" and "at" in marks)
    return charged or bool(marks & {"of", "against", "from", "for", "about", "as"})


def is_strayed(noun: Token, predicate: Token) -> bool:
    """Whether a noun before "that" was given to the clause behind it: "told DERMER that Washington expects …"."""
    for child in predicate.children:
        if child.dep_ == "mark" and noun.i < child.i and child.lower_ in {"that", "whether"}:
            return True
    return False


def carried_by(noun: Token, depth: int = DEPTH) -> list[Token]:
    """The subjects of the verb that ``noun`` belongs to: "Israel announced the start of a RAID"."""
    step = climb(noun, lambda step: step.dep_ in {"nmod", "conj", "compound", "appos"})
    return subjects(step.head, depth) if step.dep_ in OBJECTS | OBLIQUES | {"xcomp", "acl"} else []


def goes_on(pronoun: Token) -> Token | None:
    """Who goes on behind an aside on another: "KENYA left Juba, where Chad met Togo, and IT thanked Togo"."""
    verb = pronoun.head
    first = verb.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or verb.dep_ != "conj" or not children(verb, "cc"):
        return None
    aside = any(word.dep_ == "acl:relcl" and first.i < word.i < pronoun.i for word in first.subtree)
    return next(iter(children(first, *SUBJECTS)), None) if aside else None
