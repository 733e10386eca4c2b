"""What tells more of a noun, where the parser makes a further actor of it or hangs it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, is_plural, prepositions
from ingest.tree_mending import hang, head_of_name, opening, raise_over

BRANCHES = frozenset({
    "branch", "affiliate", "offshoot", "wing", "arm", "part", "successor", "member", "founder", "supplier", "component",
    "faction",
})  # fmt: skip
"""What one actor is of another."""

TIMES = frozenset({"once", "long", "now", "still", "formerly", "already"})
"""Adverbs before what somebody is or was."""

DEPTH = 3
"""How many bodies of bodies stand between an office and the name of who has it."""


MAINLY = frozenset({"mainly", "mostly", "chiefly", "largely", "primarily", "predominantly"})
"""Words by which somebody is told more exactly."""


def mend_second_subject(noun: Token) -> None:
    """No verb has two subjects side by side: "Ann Hill, the MINISTER of Ghana, visited Togo"."""
    verb = noun.head
    first = next((t for t in verb.children if t.dep_ in SUBJECTS), noun)
    before = noun.before
    if noun.pos_ == "PROPN" and before.lemma_.lower() in english().nouns.relational and first.is_ancestor(before):
        # "Mali and its ally RUSSIA bombed the town"
        hang(noun, before, "appos")
        return
    if first.i >= noun.i:
        return
    # "forces loyal to Chad, MAINLY BRIGADES from Gao"
    told = _is_aside(noun) or _is_told_behind(first, noun) or noun.left_edge.behind.lower_ in MAINLY
    if noun.i < verb.i and noun.pos_ == "NOUN" and told:
        hang(noun, first, "appos")
    elif noun.i < verb.i and first.pos_ == "NOUN" and _is_aside(first):
        # "according to Acme, a software COMPANY, the virus spread"
        name = head_of_name(noun.doc[max(0, opening(first) - 2)])
        if name.pos_ == "PROPN" and name.head is verb and name.dep_ not in SUBJECTS:
            hang(first, name, "appos")
    once = noun.doc[max(0, noun.left_edge.i - 1)]
    if first.i < once.i < noun.i and once.lower_ in TIMES and once.before.text == ",":
        # "Saudi Arabia, ONCE a rival of Iran, met it"
        hang(noun, first, "appos")
        hang(once, noun, "advmod")


def mend_officer(name: Token) -> None:
    """A rank and a name behind a comma tell who an officer is: "led by a Kenyan officer, COMMODORE ANN HILL"."""
    if name.pos_ != "PROPN" or children(name, "case") or not children(name, "nmod:desc"):
        return
    start = opening(name)
    officer = name.doc[max(0, start - 2)]
    one = any(child.lower_ in {"a", "an"} for child in children(officer, "det"))
    person = officer.pos_ == "NOUN" and officer.lemma_.lower() in english().nouns.roles
    if one and person and name.doc[start - 1].text == "," and not name.is_ancestor(officer):
        hang(name, officer, "appos")


def _is_told_behind(name: Token, noun: Token) -> bool:
    """Whether one is told what he is, though no comma closes it: "Ann Hill, a LEADER of the group was arrested"."""
    opens = noun.doc[max(0, opening(noun) - 1)].text == "," and not children(noun, "cc")
    return opens and name.pos_ == "PROPN" and not is_plural(noun) and bool(children(noun, "det"))


def give_to_part(name: Token) -> None:
    """A name behind a comma is that of the part before it: "the Front and its Arab component, the MOLE BRIGADE"."""
    start = opening(name)
    if name.pos_ != "PROPN" or start < name.sent.start + 2 or name.doc[start - 1].text != ",":
        return
    part = name.doc[start - 2]
    own = any(child.dep_ == "nmod:poss" for child in part.children)
    if own and part.pos_ == "NOUN" and part.lemma_.lower() in BRANCHES and name.head is not part:
        hang(name, part, "appos")


def mend_list_of_one(noun: Token) -> None:
    """What is joined by commas alone tells more of the same: "Russia, Syria's main ALLY, vetoed the text"."""
    first = noun.head
    # "the Lion Front, a GROUP led by Ann Hill, fled"
    one = noun.lemma_.lower() in english().nouns.wholes and any(c.lower_ in {"a", "an"} for c in children(noun, "det"))
    told = _is_told_of(noun) or (one and children(noun, "acl", "acl:relcl"))
    if noun.pos_ != "NOUN" or first.pos_ != "PROPN" or not told or not _is_aside(noun):
        return
    joined = [child for child in children(first, "conj") if child.i > noun.i]
    if not joined and not children(noun, "cc", "conj"):
        hang(noun, first, "appos")


def mend_between_dashes(noun: Token) -> None:
    """What stands behind a dash tells of those before it: "Egypt and Qatar – key MEDIATORS in the talks – said …"."""
    dash = noun.doc[max(0, opening(noun) - 1)]
    joined = noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN" and not children(noun, "cc")
    if joined and dash.text in {"–", "—"} and dash.i > noun.head.i:
        hang(noun, noun.head, "appos")


def mend_told_on(noun: Token) -> None:
    """Behind what tells of one person more may tell of him: "Ann Hill, a citizen, FATHER of four, was killed"."""
    name = noun.head
    told = next((child for child in children(name, "appos") if child.i < noun.i and child.pos_ == "NOUN"), None)
    one = any(child.lower_ in {"was", "is", "has"} for child in children(name.head, "aux", "aux:pass", "cop"))
    if name.pos_ == "PROPN" and noun.pos_ == "NOUN" and told is not None and one and not children(noun, "det"):
        hang(noun, told, "conj")


def mend_head_of(name: Token) -> None:
    """A person behind a comma holds the office before it: "the head of the army, ANN HILL", "the envoy to Mali, X"."""
    if name.pos_ != "PROPN" or not children(name, "flat") or children(name, "det", "compound", "amod", "case", "cc"):
        return
    start = opening(name)
    listed = name.dep_ == "conj" and (children(name, "conj") or children(name.head, "conj") != [name])
    if listed or start < name.sent.start + 2 or not _is_aside(name):
        return
    office = next((held for held in _offices_before(name, start) if not is_plural(held)), None)
    if office is not None:
        hang(name, office, "appos")


def _offices_before(name: Token, start: int) -> Iterator[Token]:
    """The offices that the prepositions before a comma are of, nearest first: "the ENVOY to Mali, X"."""
    nouns = english().nouns
    if name.head.dep_ == "nmod" and "of" in prepositions(name.head) and _is_held(name.head.head):
        # "secretary of the Metal Workers' Union (MWU), Ann Hill"
        yield name.head.head
    word = head_of_name(name.doc[start - 2])
    for _ in range(DEPTH):
        case = next((child for child in children(word, "case") if child.i < word.i), None)
        if case is None or _is_held(word) or word.lemma_.lower() in nouns.persons:
            # "a spokesman for the MINISTER, Ann Hill": she is the minister.
            return
        word = case.before
        if word.lower_ == "general" and word.head is word.before:
            # "the DIRECTOR general of Unesco, Ann Hill"
            word = word.head
        if _is_held(word):
            yield word


def _is_held(word: Token) -> bool:
    """Whether a word is for an office that one has."""
    nouns = english().nouns
    return word.lemma_.lower() in nouns.leads or word.lemma_.lower() in nouns.represents


def mend_ally(name: Token) -> None:
    """A name just behind a word for what he is to somebody is his: "Syria and its ally RUSSIA bombed the town"."""
    if name.pos_ != "PROPN" or children(name, "cc"):
        return
    start = name.left_edge.i
    told = [t for t in children(name.head, "conj") if t.i < start and _is_told_of(t)]
    if told and told[-1].i + 1 == start and any(c.dep_ == "nmod:poss" for c in told[-1].children):
        hang(name, told[-1], "appos")


def mend_allies(name: Token) -> None:
    """Names between commas behind a word for several are theirs: "Syria's allies, RUSSIA and Iran, bombed the town"."""
    if name.pos_ != "PROPN":
        return
    allies = name.head
    rest = [child for child in children(allies, "conj") if child.i > name.i] or children(name, "conj")
    told = allies.lemma_.lower() in english().nouns.relational and any(c.dep_ == "nmod:poss" for c in allies.children)
    if not told or children(name, "cc") or not rest or not children(rest[-1], "cc"):
        return
    end = rest[-1].right_edge.i + 1
    if name.doc[name.left_edge.i].text != "," or end >= len(name.doc) or name.doc[end].text != ",":
        return
    hang(name, allies, "appos")
    for other in rest:
        hang(other, name, "conj")


def mend_loyal(word: Token) -> None:
    """People of whom it is told to whom they are loyal act: "forces LOYAL to the general attacked Tripoli"."""
    people = [child for child in children(word, "nsubj") if child.i == word.i - 1]
    below = children(word, "xcomp", "ccomp", "parataxis", "advcl", "conj")
    deeds = [child for child in below if child.i > word.i and not children(child, "cc")]
    if not people or not deeds or children(word, "cop") or deeds[0].pos_ != "VERB":
        return
    if any(child.dep_ in {*SUBJECTS, "mark"} for child in deeds[0].children):
        return
    deed = deeds[0]
    raise_over(deed, word)
    hang(people[0], deed, "nsubj")
    for child in [child for child in word.children if child.i > deed.i]:
        hang(child, deed, child.dep_)
    hang(word, people[0], "amod")


def _is_told_of(noun: Token) -> bool:
    """Whether a noun tells what somebody is to others: an office, an ally, a branch."""
    nouns = english().nouns
    lemma = noun.lemma_.lower()
    return lemma in nouns.standing or lemma in BRANCHES


def _is_aside(noun: Token) -> bool:
    """Whether a noun phrase stands between commas."""
    left, right = noun.left_edge, noun.right_edge
    tokens = noun.doc.tokens
    opens = left.text == "," or (left.i > 0 and tokens[left.i - 1].text == ",")
    closes = right.text == "," or (right.i + 1 < len(tokens) and tokens[right.i + 1].text in {",", "."})
    return opens and closes


def give_to_name(noun: Token) -> None:
    """Who is told behind a person's name is that person: "an appeal by Ann Hart, the FOUNDER of Acme"."""
    if noun.head.dep_ == "flat" and noun.head.i < noun.i:
        hang(noun, head_of_name(noun.head), "appos")
    start = opening(noun)
    thing = noun.head
    if start < 2 or noun.doc[start - 1].text not in {",", "("}:
        return
    if noun.doc[start - 1].text == "(":
        full = _spelt_out(noun, start - 2)
        if full is not None and full is not thing and thing.is_ancestor(full):
            hang(noun, full, "appos")
        return
    name = head_of_name(noun.doc[start - 2])
    persons = english().nouns.persons
    person = noun.lemma_.lower() in persons and thing.pos_ == "NOUN" and thing.lemma_.lower() not in persons
    if not person or name.pos_ != "PROPN" or not thing.is_ancestor(name) or not thing.i < name.i < noun.i:
        return
    hang(noun, name, "appos")
    for child in [child for child in children(thing, "conj") if child.i > noun.i and child.lemma_.lower() in persons]:
        hang(child, noun, "conj")


def _spelt_out(letters: Token, last: int) -> Token | None:
    """The head of the name of which the letters behind it are short: "the East Mole CORPORATION (EMC)"."""
    place, rest = last, letters.text
    while rest and place >= letters.sent.start:
        word = letters.doc[place]
        if word.text[:1] == rest[-1] and word.text[:1].isupper():
            rest = rest[:-1]
        elif not word.text.islower():
            return None
        place -= 1
    if rest or len(letters.text) < 2:
        return None
    name = letters.doc.tokens[place + 1 : last + 1]
    return next((word for word in name if word.head not in name), None)
