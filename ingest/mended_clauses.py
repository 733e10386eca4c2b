"""Whose a verb is, where the parser hangs a noun on another verb or a verb on a noun."""

from __future__ import annotations

from ingest.language import english
from ingest.reach import may_harm
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, climb, first_joined, has_agent, has_mark, prepositions
from ingest.tree_mending import NOUNS, hang, head_of_name, opening, raise_over

BLAMING = frozenset({"accuse", "suspect", "convict", "acquit", "blame", "warn"})
"""Verbs behind which a gerund tells for what."""

TIMING = frozenset({"after", "before", "since", "until"})
"""Words that open a clause as well as a phrase for a time."""

CAUSING = frozenset({"prompting", "forcing", "causing", "leading", "triggering", "sparking", "drawing", "making"})
"""Participles of what a deed brings about."""

NOW = frozenset({"is", "are", "has", "have", "will"})
"""Auxiliaries of what is so when it is told."""

LOOSE = frozenset({"advcl", "conj", "parataxis", "acl", "ccomp", "xcomp"})
"""How the parser hangs a verb of which it has given the subject to the list before it."""

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM", "ADJ"})
"""What a member of a list can be, or hang on."""


def give_to_verb(subject: Token) -> None:
    """What an auxiliary is given is its verb's: "the COUNCIL HAS so far REFUSED"."""
    auxiliary = subject.head
    if auxiliary.dep_ in {"aux", "aux:pass", "cop"} and auxiliary.head is not auxiliary:
        hang(subject, auxiliary.head, subject.dep_)


def part_from_aim(noun: Token) -> None:
    """A noun with a preposition is no subject: "works WITH OMAN to defeat them"."""
    clause = noun.head
    verb = clause.head
    brought = [child for child in children(noun, "case") if child.i < noun.i]
    before = noun.doc[brought[0].i - 1] if brought and brought[0].i else noun
    if brought and brought[0].lower_ == "by" and before.pos_ == "VERB" and before.dep_ == "acl":
        # "a government led BY ANN HART took office"
        hang(noun, before, "obl:agent")
        return
    aims = has_mark(clause, {"to"})
    if brought and aims and clause.dep_ in {"ccomp", "xcomp", "advcl"} and verb.pos_ == "VERB" and verb.i < noun.i:
        hang(noun, verb, "obl")
        clause.dep_ = "advcl"


def mend_sort(noun: Token) -> None:
    """A noun just before a name, both subjects, only tells who has the name: "Mali's ALLY Russia bombed it"."""
    verb = noun.head
    name = noun.behind
    if noun.pos_ == "NOUN" and name.pos_ == "PROPN" and name.head is verb and name.dep_ == noun.dep_:
        hang(noun, name, "nmod:desc")


def mend_name(word: Token) -> None:
    """A part of a name is no auxiliary: "Theresa MAY met him"."""
    before = word.before
    if word.pos_ == "PROPN" and before.pos_ == "PROPN" and before is not word:
        hang(word, head_of_name(before, word.i), "flat")


def join_to_noun(noun: Token) -> None:
    """A noun is joined to a noun, and to no verb: "accused Chad AND TOGO of lying", "from Chad AND FROM TOGO"."""
    verb = noun.head
    joins = next((child for child in children(noun, "cc") if child.i < noun.i), None)
    if verb.pos_ != "VERB" or noun.pos_ not in NOUNS or children(noun, "cop", *SUBJECTS):
        return
    if joins is None and not children(noun, "conj"):
        return
    place = (opening(noun) if joins is None else joins.i) - 1
    while place > verb.i and noun.doc[place].is_punct:
        place -= 1
    told = prepositions(noun)

    def goes_on(step: Token) -> bool:
        nominal = step.head.pos_ in NOMINAL and step.head.i > verb.i
        return nominal and not (told and told == prepositions(step))

    first = climb(noun.doc[place], goes_on)
    fits = first.pos_ in NOMINAL and first.dep_ not in SUBJECTS and told <= prepositions(first) and not first.is_space
    if fits and verb.i < first.i < noun.i and verb.is_ancestor(first):
        hang(noun, first, "conj")


def part_from_list(noun: Token) -> None:
    """Behind a comma a list may end, and a clause begin: "cut ties with Peru, AND BRAZIL AND CHILE CONDEMNED it"."""
    first = noun.head
    joins = next((child for child in children(noun, "cc") if child.i < noun.i), None)
    if joins is None or not {noun.pos_, first.pos_} <= NOUNS:
        return
    comma = joins.doc[joins.i - 1].text == ","
    members = [child for child in children(first, "conj") if child.i >= noun.i]
    place = max(token.i for token in members[-1].subtree) + 1
    doc = noun.doc
    told = comma and children(noun, "appos") and children(noun, "nmod:poss")  # "and its HEAD, Ann Hill, THANKED it"
    while place < len(doc) and (doc[place].pos_ in {"AUX", "ADV"} or (told and doc[place].text == ",")):
        place += 1
    verb = doc[place] if place < noun.sent.end else noun
    if joins.lower_ == "but" and verb.text == ",":
        # "refused to talk to the police, BUT SOME MEMBERS, including Ann Hill, WERE HEARD"
        verb = next((word for word in doc.tokens[place : noun.sent.end] if children(word, "aux", "aux:pass")), noun)
    above = next((word for word in first.ancestors if word.pos_ == "VERB"), None)
    idle = verb.dep_ in (LOOSE if comma else LOOSE - {"acl", "conj"}) and not children(verb, "mark", *SUBJECTS)
    whole = children(verb, "obj", "ccomp", "aux:pass")
    if verb.pos_ != "VERB" or above is None or above.i > first.i or not idle or not whole:
        return
    hang(verb, above, "conj")
    hang(noun, verb, "nsubj:pass" if children(verb, "aux:pass") else "nsubj")
    for member in members[1:]:
        hang(member, noun, "conj")


def give_to_blame(gerund: Token) -> None:
    """For what somebody is blamed is told of the blame: "accused Chad and Togo OF ARMING them"."""
    noun = gerund.head
    verb = first_joined(noun.head)
    verb = verb.head if verb.pos_ != "VERB" else verb
    if has_mark(gerund, {"of"}) and verb.lemma_.lower() in BLAMING:
        hang(gerund, verb, "advcl")


def give_to_told(clause: Token) -> None:
    """What an allegation says hangs on it: "rejected ACCUSATIONS that it had ARMED them"."""
    verb = clause.head
    # "that" is taken for the object now and then.
    mark = next((child for child in children(clause, "mark", "obj") if child.lower_ == "that"), None)
    noun = next((child for child in children(verb, "obj", "obl") if mark is not None and child.i == mark.i - 1), None)
    if noun is not None and noun.lemma_.lower() in english().attribution.told and verb.i < noun.i:
        hang(clause, noun, "acl")


def mend_root(noun: Token) -> None:
    """A sentence that ends is no noun with a participle: "Chad's troops CROSSED into Niger."."""
    verb = next((child for child in children(noun, "acl") if child.i > noun.i), None)
    if verb is None or noun.pos_ not in NOUNS or noun.sent[len(noun.sent) - 1].text != ".":
        return
    told = "Past" in verb.morph.get("Tense", []) and any(
        child.dep_ in {"obj", "obl", "ccomp"} for child in verb.children
    )
    by = any(case.lower_ == "by" for child in verb.children for case in children(child, "case"))
    others = any(word.dep_ in SUBJECTS or word.dep_ == "cop" for word in noun.sent)
    if not told or by or others:
        return
    raise_over(verb, noun)
    for child in [child for child in noun.children if child.i > verb.i]:
        hang(child, verb, child.dep_)
    hang(noun, verb, "nsubj")


def give_to_gerund(of: Token) -> None:
    """What opens a gerund hangs on it, over an adverb: "accused it OF long USING civilians"."""
    adverb = of.head
    gerund = adverb.head
    if of.lower_ == "of" and adverb.pos_ == "ADV" and adverb.dep_ == "advmod" and gerund.lower_.endswith("ing"):
        hang(of, gerund, "mark")


def give_to_cause(verb: Token) -> None:
    """What a deed brings about hangs on the deed: "sentenced him to be shot, PROMPTING Chad to accuse it"."""
    above = verb.head
    if verb.lower_ in CAUSING and verb.before.text == "," and has_mark(above, {"to"}) and above.head.i < above.i:
        hang(verb, above.head, "advcl")


def give_to_main(verb: Token) -> None:
    """Whom a deed hurts is told of the deed, over what tells of its place: "bombed Gao, where he is, KILLING ten"."""
    clause = verb.head
    hurts = verb.lower_.endswith("ing") and verb.lemma_.lower() in english().syntax.harming
    if not hurts or clause.dep_ != "acl:relcl" or verb.doc[verb.i - 1].text != ",":
        return
    comma = any(token.text == "," for token in verb.doc.tokens[clause.head.i : clause.i])
    deed = next((word for word in clause.ancestors if word.pos_ == "VERB"), None)
    if comma and deed is not None and may_harm(deed, english(), part="verb"):
        hang(verb, deed, "advcl")


def give_to_time(verb: Token) -> None:
    """What stands between "after" and a verb is its subject: "AFTER THOUSANDS OF WORKERS VOTED to strike"."""
    finite = verb.pos_ == "VERB" and verb.morph.get("Tense", []) == ["Past"] and not children(verb, "mark", *SUBJECTS)
    place = verb.i - 1
    while finite and place > verb.sent.start and verb.doc[place].pos_ in {"ADV", "AUX"}:
        place -= 1
    noun = verb.doc[place] if finite and place >= 0 else verb
    while noun.dep_ in {"nmod", "obj", "acl:relcl"} and noun.head.i < noun.i:
        # "hours after RAIDS THAT HIT TOWNS across Mali KILLED ten"
        noun = noun.head
    case = next((child for child in children(noun, "case") if child.lower_ in TIMING), None)
    if case is None or noun.head is not verb.head or noun.dep_ != "obl" or noun.pos_ not in NOUNS:
        return
    hang(noun, verb, "nsubj")
    hang(case, verb, "mark")
    verb.dep_ = "advcl"


def part_from_told(verb: Token) -> None:
    """A participle tells of the subject of the next verb: "A raid CLAIMED by rebels killed ten"."""
    subjects = children(verb, "nsubj", "nsubj:pass") if verb.lower_.endswith(("ed", "en", "ought", "nown")) else []
    subject = next((child for child in subjects if child.i < verb.i), None)
    if subject is None or subject.pos_ not in NOUNS or children(verb, "aux", "aux:pass", "obj", "mark"):
        return
    joined = [child for child in children(verb, "conj", "ccomp", "parataxis") if child.pos_ == "VERB"]
    told = any(map(has_agent, (verb, *joined[:-1])))
    # "Gunmen BELIEVED to be rebels killed ten"
    told = told or (verb.lemma_.lower() in english().attribution.saying and bool(children(verb, "xcomp")))
    # "Raids, also CLAIMED by the rebels, have killed ten"
    over = [verb.head] if verb.dep_ in {"parataxis", "ccomp"} and verb.head.i > verb.i else []
    below = [child for child in [*joined, *over] if not children(child, "cc", "mark", *SUBJECTS)]
    # "rebels trained and armed by Sudan ATTACKED Chad"
    below = [child for child in below if child.dep_ != "conj" or not child.before.is_punct]
    main = next((c for c in below if "Fin" in c.morph.get("VerbForm", []) or children(c, "aux", "aux:pass")), None)
    if told and main is not None:
        _make_participle(verb, subject, main)


def part_from_aside(verb: Token) -> None:
    """A participle between commas behind a name is no main verb: "Iran, BLAMED for it, stayed silent"."""
    subjects = children(verb, "nsubj", "nsubj:pass") if verb.lower_.endswith(("ed", "en")) else []
    subject = next((child for child in subjects if child.i < verb.i), None)
    main = next((child for child in children(verb, "conj") if child.pos_ == "VERB"), None)
    if subject is None or main is None or children(verb, "aux", "aux:pass") or children(main, "cc", *SUBJECTS):
        return
    commas = (verb.doc[verb.i - 1].text, verb.doc[opening(main) - 1].text)
    if commas == (",", ",") and verb.head is verb:
        _make_participle(verb, subject, main)


def _make_participle(verb: Token, subject: Token, main: Token) -> None:
    """Make what the parser took for the main verb tell of its subject, whose verb is another."""
    if main is not verb.head:
        raise_over(main, verb)
    hang(subject, main, "nsubj")
    hang(verb, subject, "acl")
    verb.morph = {"VerbForm": ["Part"], "Tense": ["Past"]}


def join_to_told(clause: Token) -> None:
    """What is so now was told, and is not done by the teller: "reported that he plans to go but IS READY to stay"."""
    teller = clause.head
    now = any(child.lower_ in NOW for child in children(clause, "aux", "aux:pass", "cop"))
    now = now or clause.morph.get("Tense", []) == ["Pres"]
    past = teller.morph.get("Tense", []) == ["Past"] and teller.lemma_.lower() in english().attribution.saying
    told = [child for child in children(teller, "ccomp") if teller.i < child.i < clause.i and has_mark(child, {"that"})]
    if now and past and told and not children(clause, *SUBJECTS):
        hang(clause, told[-1], "conj")
