"""To whom or what something is done, where the parser hangs it on another word or takes it for no object."""

from __future__ import annotations

from ingest.language import english
from ingest.mended_asides import mend_reduced
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, climb, has_agent, is_passive, is_plural, prepositions
from ingest.tree_mending import NOUNS, hang, head_of_name, is_bare_infinitive, opening

DEMANDING = frozenset({"demand", "insist", "request", "propose", "recommend"})
"""Verbs that tell in a clause what they ask for."""

SAYING = frozenset({"say", "report", "claim", "believe", "confirm", "estimate", "announce", "allege", "add", "think"})
"""Verbs behind which nobody stands to whom it is said."""

GRANTING = frozenset({"give", "grant", "award", "lend"})
"""Verbs behind which a name is told of who gets something, and not of what he gets."""

HOLDING = frozenset({"hold", "keep", "take"})

COUNTED = frozenset({"others", "more", "several", "many", "dozens", "scores", "hundreds", "thousands", "people"})
"""Words for those who are counted, beside numbers."""


def give_to_deed_done(noun: Token) -> None:
    """Whose a deed is, is told behind it: "investigates crimes BY EXTREMISTS", "refused a request BY CHAD"."""
    verb = noun.head
    if verb.pos_ != "VERB" or "by" not in prepositions(noun) or is_passive(verb):
        return
    deed = next((child for child in children(verb, "obj") if child.i < noun.i), None)
    nouns = english().nouns
    named = noun.pos_ == "PROPN" and noun.lower_ not in english().syntax.not_names
    lemma = noun.lemma_.lower()
    acts = named or any(lemma in told for told in (nouns.persons, nouns.others, nouns.state_itself))
    if acts and deed is not None and deed.pos_ == "NOUN":
        hang(noun, deed, "nmod")


def give_to_demanded(noun: Token) -> None:
    """Who is asked does what is demanded: "demanded HANOI release them"."""
    verb = noun.head
    asked = next((child for child in children(verb, "xcomp", "ccomp") if child.i > noun.i), None)
    if asked is None or verb.lemma_.lower() not in DEMANDING or noun.pos_ not in NOUNS:
        return
    if is_bare_infinitive(asked) and noun.i > verb.i:
        hang(noun, asked, "nsubj")
        asked.dep_ = "ccomp"


def give_to_said(noun: Token) -> None:
    """Who stands behind "said" does what the clause says: "said 20 FIGHTERS from Gao HAD BEEN killed"."""
    verb = noun.head
    clause = next((child for child in children(verb, "ccomp") if child.i > noun.i), None)
    if clause is None or verb.i > noun.i or verb.lemma_.lower() not in SAYING or noun.pos_ not in NOUNS:
        return
    between = [child for child in children(verb, "obl", "nmod") if noun.i < child.i < clause.i]
    parts = {word.i for part in (noun, *between, clause) for word in part.subtree}
    close = all(i in parts and not verb.doc[i].is_punct for i in range(noun.i, clause.i) if verb.doc[i].text != "-")
    if close and children(clause, "aux", "aux:pass") and not children(clause, "mark", *SUBJECTS):
        for part in between:
            hang(part, noun, "nmod")
        hang(noun, clause, "nsubj:pass" if children(clause, "aux:pass") else "nsubj")


def give_to_gift(name: Token) -> None:
    """Who is given something is no part of it: "gave CHAD 100 million euros", "granted CHAD candidate status"."""
    verb = name.before
    whole = climb(name, lambda step: step.dep_ in {"compound", "nummod"})
    if name.pos_ != "PROPN" or verb.pos_ != "VERB" or whole.head is not verb or whole.dep_ != "obj":
        return
    granted = verb.lemma_.lower() in GRANTING and not name.text.isupper() and whole.pos_ == "NOUN"
    if granted or (name.behind.pos_ == "NUM" and verb.lemma_.lower() in english().syntax.giving):
        hang(name, verb, "iobj")


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


def join_to_name(name: Token) -> None:
    """What stands just behind a name with a preposition is a part of it: "the detention of Uighur MUSLIMS"."""
    before = name.before
    joined = name.pos_ == before.pos_ == "PROPN" and before.dep_ == "nmod" and children(before, "case")
    if joined and not any(child.i < name.i for child in name.children) and name.head.is_ancestor(before):
        hang(name, before, "flat")


def mend_second_object(name: Token) -> None:
    """A name behind one person and a comma is that person's: "arrested a tourist, former teacher ANN HILL"."""
    first = next((child for child in children(name.head, "obj") if child.i < name.i), name)
    if name.pos_ != "PROPN" or first is name or is_plural(first):
        return
    one = any(child.lower_ in {"a", "an", "another", "one"} for child in children(first, "det"))
    told = children(name, "nmod:desc") and name.doc[max(0, opening(name) - 1)].text == ","
    # "arrested Ann Hill, ANOTHER SWEDE"
    if (one and told) or (first.pos_ == "PROPN" and any(c.lower_ == "another" for c in children(name, "det"))):
        hang(name, first, "appos")


def mend_money(sign: Token) -> None:
    """What costs something is meant, and not the sum: "tariffs ON $3 million WORTH OF IMPORTS"."""
    case = next((child for child in children(sign, "case") if child.i < sign.i), None)
    behind = sign.right_edge.behind
    worth = behind.lower_ == "worth" and behind.behind.lower_ == "of"
    opens = behind.behind if worth else behind
    goods = opens.head
    taxed = worth or (case is not None and case.lower_ == "on" and opens.lower_ == "in")
    if not taxed or opens.dep_ != "case" or goods.pos_ not in NOUNS or goods.i < opens.i or goods.is_ancestor(sign):
        return
    hang(goods, sign.head, sign.dep_)
    for child in (case, opens):
        if child is not None:
            hang(child, sign if child is opens else goods, "case")
    hang(sign, goods, "nummod")


def mend_he(word: Token) -> None:
    """A capital in the middle of a sentence is a name: "the Vice Premier Liu HE"."""
    before = word.before
    if word.text != "He" or before is word or before.pos_ != "PROPN" or word.is_sent_start:
        return
    word.pos_, word.lemma_ = "PROPN", "He"
    if word.is_ancestor(before):
        hang(before, word.head, word.dep_)
    hang(word, head_of_name(before, word.i), "flat")


def mend_occupied(word: Token) -> None:
    """Before a name in a list of places it tells of the place: "in the West Bank and OCCUPIED East Jerusalem"."""
    place = next((child for child in children(word, "obj") if child.pos_ == "PROPN"), None)
    verb = word.head
    joins = word.before
    if word.pos_ != "VERB" or place is None or joins.lower_ not in {"and", ","} or opening(place) != word.i + 1:
        return
    first = head_of_name(joins.before)
    if first.dep_ != "obl" or first.pos_ != "PROPN" or children(word, "aux", "aux:pass", *SUBJECTS):
        return
    hang(place, first, "conj")
    hang(joins, place, "cc")
    for child in [child for child in children(word, "obl", "advcl") if child.i > place.i]:
        hang(child, verb, child.dep_)
    hang(word, place, "amod")
    word.pos_ = "ADJ"


def mend_hurt(verb: Token) -> None:
    """Those who are counted suffer what stands behind them: "ten were killed and 20 WOUNDED by rebels"."""
    first = verb.head.head if verb.head.dep_ == "conj" else verb.head
    counted = verb.before
    if verb.dep_ == "acl" and verb.head.dep_ == "obj" and first.head.lemma_ == "see" and verb.lower_.endswith("ed"):
        # "the fighting SAW ten men KILLED"
        hang(verb, first.head, "xcomp")
        verb.morph = {"VerbForm": ["Part"], "Tense": ["Past"], "Voice": ["Pass"]}
        return
    if not {verb.lemma_.lower(), first.lemma_.lower()} <= english().syntax.harming or not is_passive(first):
        return
    numbered = counted.pos_ == "NOUN" and bool(children(counted, "nummod"))
    many = counted.pos_ == "NUM" or counted.lower_ in COUNTED or numbered
    joined = any(word.lower_ == "and" for word in verb.doc.tokens[first.i + 1 : counted.i])
    if not many or not joined or not first.is_ancestor(verb):
        return
    hang(verb, first, "conj")
    hang(counted, verb, "nsubj:pass")
    verb.pos_ = "VERB"
    counted.pos_ = "NUM" if counted.pos_ == "ADJ" else counted.pos_
    for child in [child for child in children(counted, "acl", "cc") if child is not verb]:
        hang(child, verb, child.dep_)


def give_to_answer(deed: Token) -> None:
    """What is done back hangs on the answer: "responded to the strike WITH A RAID on Togo"."""
    answered = deed.head
    verb = answered.head
    told = "with" in prepositions(deed) and verb.pos_ == "VERB" and verb.lemma_.lower() in english().syntax.answering
    if told and answered.dep_ == "obl" and "to" in prepositions(answered):
        hang(deed, verb, "obl")


def give_to_accused(gerund: Token) -> None:
    """What somebody is accused of doing is no sort of people: "accusing Kyiv OF SUPPORTING REBELS"."""
    noun = gerund.head
    verb = noun.head
    of = next((child for child in children(gerund, "mark", "case") if child.lower_ == "of"), None)
    accused = next((child for child in children(verb, "obj") if child.i < gerund.i), None)
    if of is None or accused is None or noun.dep_ != "obj" or noun.i < gerund.i or not gerund.lower_.endswith("ing"):
        return
    hang(gerund, verb, "advcl")
    hang(of, gerund, "mark")
    hang(noun, gerund, "obj")


def part_from_clause(noun: Token) -> None:
    """Who stands behind a clause and a comma does what comes: "before Russia invaded it, VISITORS from abroad came"."""
    clause = noun.head
    main = clause.head
    opens = opening(noun)
    behind = clause.i < opens and main.pos_ == "VERB" and noun.i < main.i and clause.dep_ == "advcl"
    if not behind or noun.doc[max(0, opens - 1)].text != "," or children(main, *SUBJECTS):
        return
    if any(child.i < opens for child in children(clause, "obj")):
        for child in [child for child in clause.children if noun.i < child.i < main.i]:
            hang(child, main, child.dep_)
        hang(noun, main, "nsubj")


def give_to_near(noun: Token) -> None:
    """What stands just behind a verb is its object: "continues to back and FUND THE REBELS", "cease at once RAIDS"."""
    verb = noun.head
    if noun.i < verb.i:
        return
    near = noun.doc[max(0, opening(noun) - 1)]
    if near.lower_ == "once" and near.before.lower_ == "at":
        near = near.before.before
    loose = near.pos_ == "VERB" and near is not verb and near.i > verb.i and verb.is_ancestor(near)
    if loose and not noun.is_ancestor(near) and not children(near, "obj", "ccomp", "xcomp") and not is_passive(near):
        hang(noun, near, "obj")


def mend_at_once(once: Token) -> None:
    """What stands behind "at once" is done: "urged it to end AT ONCE its ATTACKS on Chad"."""
    verb = once.before.before
    if once.before.lower_ == "at" and verb.pos_ == "VERB":
        for noun in [child for child in once.children if child.i > once.i and child.pos_ in NOUNS]:
            hang(noun, verb, "obj")


def mend_captive(noun: Token) -> None:
    """What people are held as is no object: "loyalists held PRISONER in Chad", "Israelis held HOSTAGE by Hamas"."""
    verb = noun.head
    if noun.dep_ not in {"obj", "xcomp"} or verb.lemma_.lower() not in HOLDING or noun.before is not verb:
        return
    noun.dep_ = "xcomp"
    holders = [child for child in children(noun, "nmod") if "by" in prepositions(child)]
    for holder in holders:
        hang(holder, verb, "obl:agent")
    if has_agent(verb) and not children(verb, "obj"):
        for held in children(verb, "nsubj"):
            held.dep_ = "nsubj:pass"
        mend_reduced(verb)
