"""Offices that the parser takes for deeds: in "the COMMANDING GENERAL, Ann Hart, met X" nobody commands her."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import HYPHENS, OBJECTS, OBLIQUES, SUBJECTS, children, climb
from ingest.tree_mending import NOUNS, hang, head_of_name, opening, raise_over

COMMANDING = frozenset({"general", "officer"})
"""What one is who commands a unit."""


def mend_allies(word: Token) -> None:
    """Whose allies people are from is told by a noun: "ministers from US ALLIES Japan and Chad met"."""
    case = next((child for child in children(word, "case") if child.i < word.i), None)
    whose = next((child for child in children(word, "compound", "amod") if child.i == word.i - 1), None)
    if word.pos_ != "VERB" or case is None or whose is None or case.i == word.sent.start:
        return
    people = head_of_name(case.before)
    verb = next((child for child in children(word, "ccomp", "parataxis", "conj") if child.i > word.i), None)
    subject = next((child for child in children(word, *SUBJECTS) if child.i < case.i), None)
    if verb is None or subject is None:
        return
    raise_over(verb, word)
    named = [*children(word, "obj"), *(own for own in children(verb, *SUBJECTS) if own.i == word.i + 1)]
    for name in named:
        hang(name, word, "appos")
    hang(subject, verb, "nsubj")
    hang(word, people if people.pos_ == "NOUN" else subject, "nmod")
    word.pos_, word.lemma_, word.morph = "NOUN", "ally", {"Number": ["Plur"]}


def mend_commanding(word: Token) -> None:
    """Who is commanding is an officer, whatever the tree says: "the 5th Corps COMMANDING general, Ann Hart"."""
    doc = word.doc
    office = word.behind
    above = word.head
    if office.lower_ not in COMMANDING or office.head is not word or above is word:
        return
    opens = _opening(word)
    name = head_of_name(doc[opens - 2]) if opens > 1 and doc[opens - 1].text == "," else word
    if name.pos_ == "PROPN" and name.i < opens:
        if name.head is word:
            hang(name, above, "nsubj" if above.pos_ == "VERB" else word.dep_)
        hang(office, name, "appos")
    else:
        does = above.pos_ == "VERB" and above.i > word.i
        hang(office, above, "nsubj" if does and not any(c.dep_ in SUBJECTS for c in above.children) else "nmod")
    beside = doc.tokens[opens : word.i]
    for token in beside:
        if token.head not in beside:
            hang(token, office, "det" if token.pos_ == "DET" else "compound")
    for child in [child for child in word.children if child.i > office.i]:
        hang(child, office, child.dep_)
    hang(word, office, "amod")
    word.pos_ = "ADJ"


def mend_acting(word: Token) -> None:
    """Who is acting in an office does nothing by it: "Haiti's ACTING prime minister Ann Hart met X"."""
    holder = next((child for child in children(word, "obj") if child.i > word.i), word)
    offices = english().nouns.leads | english().nouns.represents
    told = (holder, *children(holder, "nmod:desc"))
    office = next((noun for noun in told if noun.i > word.i and noun.lemma_.lower() in offices), word)
    if office is word or word.dep_ not in SUBJECTS | OBJECTS | OBLIQUES:
        return
    hang(holder, word.head, word.dep_)
    for child in list(word.children):
        hang(child, holder, child.dep_)
    hang(word, office, "amod")
    word.pos_ = "ADJ"


def _opening(word: Token) -> int:
    """Where the noun phrase before a word begins: "THE 5th Corps commanding"."""
    start = word.i
    while start > word.sent.start:
        before = word.doc[start - 1]
        if before.pos_ not in {"PROPN", "NUM", "ADJ", "DET"} and before.text not in HYPHENS:
            break
        start -= 1
        if before.pos_ == "DET":
            break
    return start


def mend_title(title: Token) -> None:
    """What brings in a title brings in who has it: "talks WITH the Irish premier ANN HART"."""
    name = title.head
    case = next((child for child in children(title, "case") if child.i < title.i), None)
    if case is not None and title.i < name.i and not children(name, "case"):
        hang(case, name, "case")


def mend_portfolio(word: Token) -> None:
    """What a minister is for is no part of a name: "Minister of the INTERIOR Ann Hart"."""
    name, office = word.head, word.head.head
    if not word.text[:1].isupper() or word.dep_ not in {"amod", "compound"} or name.i != word.i + 1:
        return
    person = name.behind
    if name.pos_ != "PROPN" or name.dep_ != "nmod" or office.dep_ != "nmod:desc" or office.head is not person:
        return
    for child in children(name, "case", "det"):
        hang(child, word, child.dep_)
    hang(word, office, "nmod")
    word.pos_ = "NOUN"
    hang(name, person, "compound")


def mend_rank(rank: Token) -> None:
    """A rank before a name is no other person: "Air Chief MARSHAL Ann Hart visited the troops"."""
    name = rank.behind
    above = rank.head
    if rank.lower_ == "general" and above is rank.before and above.pos_ in NOUNS:
        # "the DIRECTOR GENERAL of Unesco, Ann Hart"
        rank.pos_ = "ADJ"
        for child in [child for child in rank.children if child.i > rank.i]:
            hang(child, above, child.dep_)
    if not rank.text[:1].isupper() or name.pos_ != "PROPN" or name.lower_ in english().syntax.not_names:
        return
    consul = rank.before.before
    if consul.lower_ == "consul" and name.head is consul and name.dep_ == "flat" and consul.dep_ == "compound":
        # "Consul-GENERAL Ann Hill"
        hang(name, consul.head, "compound")
        return
    if name.head is rank and name.dep_ == "flat":
        raise_over(name, rank)
        for child in [child for child in rank.children if child.i > name.i or child.dep_ == "case"]:
            hang(child, name, child.dep_)
    elif rank.dep_ == "ROOT" and name.dep_ in SUBJECTS and name.head.head is rank:
        raise_over(name.head, rank)
    elif name.dep_ != rank.dep_ or name.head is not above:
        return
    hang(rank, name, "nmod:desc")


def mend_office(word: Token) -> None:
    """An office between commas is no further actor, nor is what it is of: "Ann Hart, COMMANDER, Land Forces"."""
    if any(child.dep_ == "cc" for child in word.children):
        return
    start = opening(word)
    if start < word.sent.start + 2 or word.doc[start - 1].text != ",":
        return
    before = word.doc[start - 2]
    if _is_office(word) and start == word.i:
        name = head_of_name(before)
        if name.pos_ == "PROPN" and name.i < word.i:
            hang(word, name, "appos")
    elif _is_office(before) and before.dep_ == "appos" and word.pos_ == "PROPN" and not _is_titled(word):
        hang(word, before, "nmod:unmarked")


def _is_office(word: Token) -> bool:
    """Whether a word is an office, written small and without an article: "COMMANDER", "director"."""
    nouns = english().nouns
    lemma = word.lemma_.lower()
    told = lemma in nouns.leads or lemma in nouns.represents or lemma in nouns.roles
    return told and word.pos_ == "NOUN" and word.text.islower() and not any(c.dep_ == "det" for c in word.children)


def _is_titled(name: Token) -> bool:
    """Whether a name is a person's, told by the title before it or by what is told of it behind."""
    return any(child.dep_ in {"nmod:desc", "appos", "acl:relcl"} for child in name.children)


def mend_closing_office(word: Token) -> None:
    """An office that closes a name is no part of it: "the Task Force – Horn COMMANDER, Gen. Ann Hill, said"."""
    if word.dep_ != "flat" or not word.text[:1].isupper() or word.behind.text != ",":
        return
    ranks = []
    person = word.behind.behind
    ranked = english().syntax.not_names | {""}
    while person.lower_.rstrip(".") in ranked and person.behind is not person:
        ranks.append(person)
        person = person.behind
    person = head_of_name(person)
    body = climb(word, lambda step: step.dep_ in {"flat", "appos", "compound"} and step.head.i < word.i)
    closed = any(t.text == "," and t.behind.lower_ != "and" for t in (person.right_edge, person.right_edge.behind))
    if body is word or body.left_edge.lower_ != "the" or not children(person, "flat") or not closed:
        return
    raise_over(word, body)
    hang(body, word, "compound")
    for child in [child for child in body.children if child.dep_ == "det" or child.i > word.i]:
        hang(child, word, child.dep_)
    hang(person, word, "appos")
    for rank in ranks:
        hang(rank, person, "nmod:desc")
