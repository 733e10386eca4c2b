"""What stands beside a clause between commas, which the parser often hangs on the wrong word."""

from __future__ import annotations

from ingest.language import english
from ingest.subjects import HELPED, subjects
from ingest.tokens import Token
from ingest.tree import OBLIQUES, SUBJECTS, children, has_agent, has_mark, is_passive, prepositions
from ingest.tree_mending import NOUNS, hang, head_of_name, opening, raise_over

COMING = frozenset({"come", "follow", "happen", "occur"})
"""Verbs that only tell when something is."""

LATER = frozenset({"xcomp", "ccomp", "advcl", "parataxis"})
"""How the parser hangs a main verb on a participle that it takes for one."""

PARTICIPLES = ("ed", "en", "wn", "nt", "ld", "ught", "lt", "ept", "eft", "ade", "aid", "rung", "hot", "un", "et")
"""What participles end in."""

UNCHANGED = frozenset({"hit", "hurt", "cut", "shut", "beat", "set", "put", "burst"})
"""Verbs whose past is their infinitive."""

TOGETHER = frozenset({"together", "along"})


def mend_aside(verb: Token) -> None:
    """What a participle between commas tells is told of a noun: "attacks, also CLAIMED by the rebels, killed ten"."""
    above = verb.head
    opens = children(verb, "obl:unmarked")
    # "Today, ATTACKS claimed by rebels killed ten": a day that opens the sentence is often taken for the subject.
    own = children(verb, "nsubj:pass") or [t for day in opens for t in children(day, "appos") if t.i < verb.i]
    if above.i <= verb.i or not own or children(verb, "aux:pass", "aux") or children(above, *SUBJECTS):
        return
    noun = own[0]
    first = next((t for t in verb.subtree if t.i > noun.i and t not in set(noun.subtree)), verb)
    if (first.text == "," or first is verb) and has_agent(verb):
        hang(noun, above, "nsubj")
        _tell_of(verb, noun)


def mend_reduced(verb: Token) -> None:
    """What is told of a subject by a participle is no main clause: "Rockets FIRED by rebels hit the town"."""
    if verb.pos_ != "VERB" or not verb.lower_.endswith(PARTICIPLES):
        return
    own = children(verb, "nsubj", "nsubj:pass")
    if len(own) != 1 or own[0].i > verb.i or children(verb, "obj", "aux", "aux:pass", "cop", "cc"):
        return
    if not (children(verb, "obl") or has_agent(verb)):
        return
    later = [child for child in verb.children if child.i > verb.i and child.dep_ in LATER and child.pos_ == "VERB"]
    main = later[0] if len(later) == 1 else None
    if main is None or not _goes_on(main, verb):
        return
    raise_over(main, verb)
    hang(own[0], main, "nsubj")
    _tell_of(verb, own[0])


def _tell_of(participle: Token, noun: Token) -> None:
    """Have a participle tell what a noun suffered."""
    hang(participle, noun, "acl")
    participle.morph = {"VerbForm": ["Part"], "Tense": ["Past"], "Voice": ["Pass"]}


def _goes_on(main: Token, participle: Token) -> bool:
    """Whether a verb in the past follows on what a participle tells, with nothing between and no subject of its own."""
    told = children(main, *SUBJECTS, "mark", "aux", "aux:pass", "cop", "cc")
    if told or not children(main, "obj", "obl") or main.before.text in {",", ";"} or main.lower_.endswith("ing"):
        return False
    return main.lower_ != main.lemma_.lower() or has_agent(participle) or main.lower_ in UNCHANGED


def mend_helped(verb: Token) -> None:
    """Help behind a comma is for what was done: "took the town from rebels, AIDED by France"."""
    noun = verb.head
    before = verb.before
    if verb.lemma_.lower() not in HELPED or before.text != "," or noun.dep_ in SUBJECTS or not is_passive(verb):
        return
    above = noun
    while above.dep_ in {*OBLIQUES, "obj", "conj"} and above.head.i != above.i and above.pos_ != "VERB":
        above = above.head
    if above.pos_ == "VERB" and above.i < verb.i and above is not noun:
        hang(verb, above, "advcl")


def mend_together(noun: Token) -> None:
    """Who is told beside a subject does what it does: "France, TOGETHER with Chad, attacked the rebels"."""
    if "with" not in {case.lower_ for case in children(noun, "case")}:
        return
    if noun.head.lower_ in TOGETHER and noun.head.i < noun.i:
        # "the men of the brigade, TOGETHER with our partners, work hard"
        together = noun.head
        hang(noun, together.head, "nmod" if together.head.dep_ in SUBJECTS else noun.dep_)
        hang(together, noun, "advmod")
    if not any(child.lower_ in TOGETHER and child.i < noun.i for child in children(noun, "advmod", "case")):
        return
    above = noun.head if noun.dep_ == "nmod" else next(iter(children(noun.head, *SUBJECTS)), noun)
    if above.dep_ in SUBJECTS and above.i < noun.i < above.head.i:
        hang(noun, above, "conj")
        for child in children(noun, "case", "advmod"):
            child.dep_ = "cc"


def mend_according(word: Token) -> None:
    """On whose word a sentence is told behind its last comma tells of all: "killed ten, hurting two, PER X"."""
    source = word.head
    comma = word.before.text == "," and word.dep_ == "case"
    behind = source.right_edge.behind
    if not comma or not (behind.is_punct or behind is source.right_edge) or behind.text == ",":
        return
    verb = source.head
    while verb.head is not verb and not (verb.pos_ == "VERB" and children(verb, *SUBJECTS)):
        verb = verb.head
    if verb is not source.head and verb.pos_ == "VERB" and verb.i < word.i:
        hang(source, verb, "obl")


def mend_comment(noun: Token) -> None:
    """What a noun behind a comma says of a whole sentence is not its root: "Iran attacked Iraq, a CHARGE it denies"."""
    verb = next((child for child in noun.children if child.dep_ in {"ccomp", "parataxis"} and child.i < noun.i), None)
    if verb is None or noun.pos_ != "NOUN":
        return
    start = _opening_of_noun(noun)
    if start == noun.sent.start or noun.doc[start - 1].text != ",":
        return
    if children(verb, *SUBJECTS) and children(noun, "acl:relcl", "acl") and not children(noun, "cop", *SUBJECTS):
        raise_over(verb, noun)
        hang(noun, verb, "parataxis")


def mend_move(noun: Token) -> None:
    """What a noun behind a comma calls a deed is told of the deed: "expelled the envoy, a MOVE that Chad condemned"."""
    start = _opening_of_noun(noun)
    article = noun.doc[start].lower_ in {"a", "an"}
    told = article and start > noun.sent.start and noun.doc[start - 1].text == ","
    verb = next((word for word in noun.ancestors if word.pos_ == "VERB" and word.i < start), None)
    if verb is not None and verb.lemma_.lower() in COMING:
        # "The talks come after Chad expelled the envoy, a MOVE that Togo condemned"
        verb = next((child for child in children(verb, "advcl") if child.i < start and child.pos_ == "VERB"), verb)
    if told and verb is not None and children(noun, "acl:relcl", "acl") and not children(noun, "case", "cop"):
        hang(noun, verb, "parataxis")


def _opening_of_noun(noun: Token) -> int:
    """Where a noun begins with its article and its adjectives."""
    before = [child.i for child in children(noun, "det", "amod", "compound", "nummod") if child.i < noun.i]
    return min([*before, noun.i])


def mend_second(noun: Token) -> None:
    """A second of two with an aside of its own: "between the union, led by X, and the LEAGUE, represented by Y"."""
    agent = noun.head
    verb = agent.head
    if agent.dep_ not in OBLIQUES or "by" not in prepositions(agent) or verb.dep_ not in {"acl", "advcl"}:
        return
    joins = next((child for child in noun.children if child.dep_ == "cc"), None)
    alone = len(children(agent, "conj")) == 1
    if joins is None or not alone or noun.doc[joins.i - 1].text != "," or noun.doc[verb.i - 1].text != ",":
        return
    end = noun.right_edge.i + 1
    behind = noun.doc[end + 1] if end + 1 < len(noun.doc) else noun
    own = noun.doc[end].text == "," if end < len(noun.doc) else False
    if own and behind.pos_ == "VERB" and "Part" in behind.morph.get("VerbForm", []) and is_passive(behind):
        first = next(iter(subjects(verb)), noun)
        if first.i < verb.i:
            hang(noun, first, "conj")
            hang(behind, noun, "acl")


def mend_own_aside(verb: Token) -> None:
    """Each of two has an aside of its own: "the union, led by X, and the LEAGUE, represented by Y"."""
    noun = verb.head
    before = [child for child in children(noun, "acl") if child.i < verb.i and is_passive(child)]
    joined = [child for child in children(noun, "conj") if before and before[-1].i < child.i < verb.i]
    if joined and verb.doc[verb.i - 1].text == "," and is_passive(verb):
        hang(verb, joined[-1], "acl")


def give_result(verb: Token) -> None:
    """What came of a deed is told of that deed, and not of what followed: "vowed revenge after a raid, KILLING ten"."""
    above = verb.head
    if (
        verb.lemma_.lower() not in english().syntax.hurting
        or not verb.lower_.endswith("ing")
        or verb.before.text != ","
    ):
        return
    after = [c for c in children(above, "advcl") if above.i < c.i < verb.i and has_mark(c, {"after", "since"})]
    inside = [word for clause in after for word in clause.subtree if word.pos_ == "VERB" and word.i < verb.i]
    if inside:
        hang(verb, max(inside, key=lambda word: word.i), "advcl")


def mend_bordering(word: Token) -> None:
    """What lies beside a land is told of a place: "said rebels attacked a district BORDERING CHAD, killing ten"."""
    noun, above = word.before, word.head
    if noun.pos_ not in NOUNS or word.dep_ not in LATER or noun.is_ancestor(above):
        return
    clause = next((step for step in noun.ancestors if step.pos_ == "VERB"), above)
    for child in children(word, "advcl"):
        hang(child, clause, "advcl")
    hang(word, noun, "acl")


def mend_aside_noun(noun: Token) -> None:
    """What is told between commas behind a name tells of it: "by Russia, Assad's best ALLY, whose officials …"."""
    owner = next(iter(children(noun, "nmod:poss")), noun)
    if noun.pos_ != "NOUN" or owner is noun or children(noun, "cop", "cc", *SUBJECTS):
        return
    start = opening(owner)
    name = head_of_name(noun.doc[max(0, start - 2)], start)
    if noun.doc[max(0, start - 1)].text != "," or name.pos_ != "PROPN" or name.i >= start:
        return
    verb = next((child for child in children(noun, "ccomp") if child.i < start), noun)
    if noun.dep_ == "ROOT" and verb.is_ancestor(name):
        raise_over(verb, noun)
        hang(noun, name, "appos")
    elif noun.dep_ == "parataxis" and name.head is noun.head:
        hang(noun, name, "appos")


def mend_second_thing(noun: Token) -> None:
    """Behind a name and a comma a verb has no second object: "took control of Gao, the home TOWN of Hill"."""
    verb, start = noun.head, opening(noun)
    if noun.pos_ != "NOUN" or noun.doc[max(0, start - 1)].text != "," or children(noun, "cc", "conj"):
        return
    name = head_of_name(noun.doc[start - 2], start)
    first = any(child.i <= name.i for child in children(verb, "obj") if child.i > verb.i)
    if first and name.pos_ == "PROPN" and children(noun, "det") and not noun.is_ancestor(name):
        hang(noun, name, "appos")
