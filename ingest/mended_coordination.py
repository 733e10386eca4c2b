"""What is joined to what, where the parser hangs a member of a list on something else."""

from __future__ import annotations

from ingest.language import english
from ingest.roles import EXEMPLIFYING
from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, SUBJECTS, children, has_mark, is_plural, owners, prepositions
from ingest.tree_mending import NOUNS, hang, head_of_name, raise_over

OPENING = frozenset(words.split()[0] for words in EXEMPLIFYING)

SPECIAL = frozenset({"especially", "particularly", "notably", "specifically"})

CLAUSES = frozenset({"acl", "advcl"})

BLAMING = frozenset({"accuse", "blame"})
"""What those who suffer something do not do in the same breath: "said ten men were shot and BLAMED Chad"."""


def mend_as_well(joins: Token) -> None:
    """Who is told behind "as well as" is one more of the same: "met Iran's envoy, AS WELL AS the Omani minister"."""
    noun = joins.head
    if joins.lower_ != "as" or not joins.children or noun.pos_ not in NOUNS or noun.i < joins.i:
        return
    if noun.dep_ not in OBJECTS | OBLIQUES | SUBJECTS | {"dep", "appos"} or children(noun, "case"):
        return
    first = _noun_before(joins)
    if first is None or first.is_ancestor(noun):
        return
    clause = noun.head
    if noun.dep_ in SUBJECTS and (clause.dep_ not in CLAUSES or first is clause or not clause.is_ancestor(noun)):
        return
    is_subject = noun.dep_ in SUBJECTS
    hang(noun, first, "conj")
    if is_subject:
        # "as well as groups working in Gaza": who works there is no subject of a clause of its own.
        hang(clause, noun, "acl")


def mend_example(noun: Token) -> None:
    """Who is told by "including" is one of the many just before: "talks with ministers INCLUDING ANN HART"."""
    if noun.dep_ == "obl" and not children(noun, "case"):
        _mend_special(noun)
        return
    case = next((child for child in noun.children if child.dep_ == "case"), noun)
    if case.lower_ not in OPENING or not prepositions(noun) & EXEMPLIFYING:
        return
    many = _noun_before(case)
    if many is None or many is noun.head or not is_plural(many):
        return
    if not many.head.is_ancestor(noun) and not noun.head.is_ancestor(many):
        return
    hang(noun, many, "nmod")


def mend_including(gerund: Token) -> None:
    """What an aim is made up of hangs on it: "vowed to reach its goals, INCLUDING TOPPLING the junta"."""
    opens = next((child for child in children(gerund, "mark", "case") if child.lower_ == "including"), None)
    aim = None if opens is None or gerund.pos_ != "VERB" else _noun_before(opens)
    if aim is not None and aim.pos_ == "NOUN" and is_plural(aim) and not gerund.is_ancestor(aim):
        hang(gerund, aim, "acl")


def mend_one(word: Token) -> None:
    """One of several deeds is such a deed: "attacks on towns, including ONE by rebels"."""
    if "including" not in prepositions(word):
        return
    before = word.doc.tokens[word.sent.start : word.i][::-1]
    deed = next((t for t in before if t.pos_ == "NOUN" and is_plural(t) and t.lemma_.lower() in english().deeds), None)
    if deed is not None:
        hang(word, deed, "nmod")
        word.pos_, word.lemma_, word.morph = "NOUN", deed.lemma_, {"Number": ["Sing"]}


def mend_women(women: Token) -> None:
    """Those who are told as one are one: "the men and WOMEN of the brigade"."""
    men = women.head
    if women.dep_ == "conj" and men.lemma_.lower() == "man" and (owners(men) or children(men, "nmod")):
        women.dep_ = "dep"


def _mend_special(noun: Token) -> None:
    """Who is told by "especially" is one of those just before: "thanked its partners, ESPECIALLY CHAD"."""
    special = next((child for child in children(noun, "advmod") if child.lower_ in SPECIAL and child.i < noun.i), None)
    many = None if special is None else _noun_before(special)
    if many is None or not is_plural(many):
        return
    if many.head.is_ancestor(noun) or noun.head.is_ancestor(many):
        hang(noun, many, "appos")


def join_to_participle(verb: Token) -> None:
    """A participle is joined to a participle, and to no noun: "the group, trained and SUPPORTED by Iran"."""
    noun = verb.head
    passive = verb.pos_ == "VERB" and "Pass" in verb.morph.get("Voice", [])
    if passive and noun.pos_ in NOUNS and not any(child.dep_ in SUBJECTS for child in verb.children):
        first = next((clause for clause in children(noun, "acl") if clause.i < verb.i), None)
        if first is not None and "Pass" in first.morph.get("Voice", []):
            hang(verb, first, "conj")


def mend_finite(verb: Token) -> None:
    """A verb with a tense goes on with another such: "accused it of lying and CALLED on Togo to act"."""
    gerund = verb.head
    above = gerund.head
    told = verb.morph.get("Tense", []) == ["Past"] and not any(c.dep_ in SUBJECTS | {"aux"} for c in verb.children)
    bare = gerund.lower_.endswith("ing") or has_mark(gerund, {"to"})
    if not told or verb.pos_ != "VERB" or not bare or gerund.dep_ not in CLAUSES | {"xcomp"}:
        return
    if above.pos_ == "VERB" and above.i < gerund.i and not above.lower_.endswith("ing"):
        hang(verb, above, "conj")


def mend_tense(verb: Token) -> None:
    """Past goes on with past, over a clause that tells of now: "feared a war that IS raging and URGED talks"."""
    clause = verb.head
    if clause.dep_ == "ccomp" and _goes_on_with(verb, clause.head) and not _goes_on_with(verb, clause):
        # "HAS SAID that ten were killed and HAS ACCUSED Chad"
        hang(verb, clause.head, "conj")
        return
    told = verb.morph.get("Tense", []) == ["Past"] and verb.morph.get("VerbForm", []) == ["Fin"]
    if not told or any(c.dep_ in SUBJECTS | {"aux", "aux:pass"} for c in verb.children):
        return
    if clause.dep_ == "ccomp":
        _join_over_told(verb, clause)
    if clause.dep_ != "acl:relcl":
        return
    now = clause.morph.get("Tense", []) == ["Pres"] or any(c.lower_ in {"is", "are"} for c in clause.children)
    above = next((word for word in clause.ancestors if word.pos_ == "VERB"), verb)
    if now and above.morph.get("Tense", []) == ["Past"] and above.i < clause.i:
        hang(verb, above, "conj")


def _goes_on_with(verb: Token, first: Token) -> bool:
    """Whether a verb without a subject has the auxiliary of one before it: "HAS SAID … and HAS ACCUSED"."""
    own, shared = ({child.lower_ for child in children(word, "aux")} & {"has", "have"} for word in (verb, first))
    return bool(own & shared) and first.i < verb.i and not children(verb, *SUBJECTS)


def _join_over_told(verb: Token, clause: Token) -> None:
    """Who says what will be or had been does more than say it: "said it WILL SEND troops and URGED Togo to leave"."""
    above, words = clause.head, english().modality
    auxiliaries = {child.lower_ for child in children(clause, "aux")}
    if above.pos_ != "VERB" or above.i > clause.i:
        return
    suffering = [noun for noun in children(clause, "nsubj:pass") if noun.pos_ == "NOUN"]
    if "had" in auxiliaries or suffering:
        # "said that Togo HAD not signed and CALLED Chad's claim a lie", "said ten men WERE SHOT and ACCUSED Chad"
        lemma = verb.lemma_.lower()
        speaks = lemma in words.naming or lemma in words.demanded or lemma in english().attribution.saying
        asks = lemma in words.demanded or lemma in BLAMING
        goes_on = (asks if suffering else speaks) and bool(children(above, *SUBJECTS))
    else:
        modal = not (auxiliaries.isdisjoint(words.future) and auxiliaries.isdisjoint(words.imagining))
        goes_on = modal and verb.lower_ != verb.lemma_
    if goes_on:
        hang(verb, above, "conj")


def mend_participle(verb: Token) -> None:
    """A participle between an adverb and a noun, in a list of nouns, is no verb: "with jets and NEWLY BUILT ships"."""
    noun = next((child for child in verb.children if child.i == verb.i + 1 and child.pos_ == "NOUN"), None)
    adverb = verb.before
    passive = verb.pos_ == "VERB" and "Pass" in verb.morph.get("Voice", [])
    if noun is None or adverb.dep_ != "advmod" or adverb.head is not verb or not passive:
        return
    joins = next((child for child in verb.children if child.dep_ == "cc" and child.i == adverb.i - 1), None)
    if joins is None or any(child.dep_ in SUBJECTS | {"aux", "aux:pass"} for child in verb.children):
        return
    listed = _noun_before(joins)
    if listed is None or listed.dep_ != "conj":
        return
    first = listed.head
    hang(noun, first, "conj")
    hang(joins, noun, "cc")
    for child in [child for child in verb.children if child.i > noun.i]:
        hang(child, first.head, "obl" if children(child, "case") else child.dep_)
    hang(verb, noun, "amod")


def part_from_predicate(name: Token) -> None:
    """A name is joined to no predicate, but does what comes: "said it is ready, and ANN HART in a speech TOLD them"."""
    predicate = name.head
    joins = next((child for child in children(name, "cc") if child.i < name.i), None)
    if name.pos_ != "PROPN" or joins is None or joins.before.pos_ == "VERB" or predicate.dep_ in {"amod", "compound"}:
        return
    if predicate.pos_ not in {"VERB", "ADJ"} and joins.before.text not in {'"', "”"}:
        return
    behind = (word for word in name.doc.tokens[name.i + 1 : name.sent.end] if word.pos_ == "VERB")
    verb = next((word for word in behind if "Fin" in word.morph.get("VerbForm", [])), None)
    if verb is None or verb.head is verb or children(verb, "cc", "mark", *SUBJECTS) or not verb.head.is_ancestor(name):
        return
    clause = next((word for word in (predicate, *predicate.ancestors) if word.head is verb.head), predicate)
    hang(name, verb, "nsubj")
    hang(joins, verb, "cc")
    verb.dep_ = "conj"
    for child in [child for child in clause.children if name.i < child.i < verb.i]:
        hang(child, verb, child.dep_)


def part_from_ellipsis(noun: Token) -> None:
    """Who does something, or does not, is not joined to the object: "supports Ukraine, and HUNGARY DOES NOT"."""
    verb = next((word for word in noun.ancestors if word.pos_ == "VERB"), noun)
    does = noun.behind
    alone = does.pos_ == "AUX" and does.dep_ not in {"aux", "aux:pass", "cop"} and children(noun, "cc")
    if alone and verb is not noun and verb.i < noun.i and verb.is_ancestor(does):
        hang(does, verb, "conj")
        hang(noun, does, "nsubj")


def _noun_before(word: Token) -> Token | None:
    """The noun phrase that ends before a word, over a comma."""
    place = word.i - 1
    if place > word.sent.start and word.doc[place].text == ",":
        place -= 1
    before = head_of_name(word.doc[place], word.i) if place >= word.sent.start else word
    return before if before.pos_ in NOUNS and before.i < word.i else None


def join_before_main(clause: Token) -> None:
    """What goes on a clause is not the main one: "WHEN rebels took Gao, KILLED ten and fled, Chad sent aid"."""
    deed = clause.head
    opened = bool(children(clause, "mark", "advmod")) and bool(children(clause, *SUBJECTS))
    past = "Past" in deed.morph.get("Tense", []) and deed.pos_ == "VERB" and deed.i > clause.i
    if not opened or not past or children(deed, "mark", *SUBJECTS) or deed.before.text not in {",", "and"}:
        return
    behind = [child for child in children(deed, "parataxis", "ccomp", "conj") if child.i > deed.i]
    above = [deed.head] if deed.head.i > deed.i else [word for word in behind if deed.head is deed]
    main = next((word for word in above if any(noun.i > deed.i for noun in children(word, *SUBJECTS))), None)
    if main is None:
        return
    if main.head is deed:
        raise_over(main, deed)
    hang(clause, main, "advcl")
    hang(deed, clause, "conj")
