"""Heads: which of two words is told of the other, where the parser takes it the wrong way round."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import CAPTURING, OBJECTS, OBLIQUES, SUBJECTS, children, prepositions
from ingest.tree_mending import NOUNS, hang, head_of_name, opening

OWNING = frozenset({"government", "board", "council", "commission", "ministry", "parliament"})
"""Bodies that are called by what they are of: "the GOVERNMENT of Chad"."""

TALKS = frozenset({"talk", "negotiation", "discussion"})

MEETING = frozenset({"MEETS", "SPEAKS_WITH", "HOSTS", "INFORMS"})
"""Relations of those who come together, whoever the people are."""

LEADING = frozenset({"lead", "head", "represent", "chair", "command"})


def give_to_deed(owner: Token) -> None:
    """A body is not what its deed is told of: in "the GOVERNMENT of Chad's attack", the attack is the head."""
    deed = owner.head
    body = deed.head
    of = next((child for child in children(deed, "case") if child.lower_ == "of"), None)
    if of is None or deed.dep_ != "nmod" or deed.pos_ != "NOUN" or body.head is body:
        return
    nouns = english().nouns
    if of.i != body.i + 1 or body.lemma_.lower() not in OWNING or deed.lemma_.lower() in nouns.persons | nouns.places:
        return
    hang(deed, body.head, body.dep_)
    for child in children(body, "case", "cc", "mark"):
        hang(child, deed, child.dep_)
    hang(body, deed, "nmod:poss")
    hang(owner, body, "nmod")
    hang(of, owner, "case")


def give_to_end(deed: Token) -> None:
    """What ends hangs on its end, and a neighbour on the border: "demanded an END to Saudi AIRSTRIKES on Yemen"."""
    case = next((child for child in deed.children if child.dep_ == "case"), None)
    if case is None or case.lower_ not in {"to", "with"} or case.i == deed.sent.start:
        return
    end = case.before
    # "sent troops to its BORDER with CHAD"
    told = english().modality.ends if case.lower_ == "to" else english().nouns.borders
    beside = end.head is deed.head and end.dep_ in OBJECTS | OBLIQUES and end.lemma_.lower() in told
    if beside and not children(end, "nmod"):
        hang(deed, end, "nmod")


def part_from_place(name: Token) -> None:
    """A place that opens a sentence is no part of the name behind it: "In CHAD Minister Ann Hart met …"."""
    case = next((child for child in children(name, "case") if child.lower_ in {"in", "at"}), None)
    if case is None or case.i != name.sent.start or name.head is name:
        return
    place, title = name.doc[case.i + 1], name.doc[case.i + 2]
    titled = title.i < name.i and title.pos_ == "PROPN" and title.lower_ in english().syntax.not_names
    if titled and place.pos_ == "PROPN" and place.dep_ == "compound" and name.is_ancestor(place):
        hang(place, name.head, "obl")
        hang(case, place, "case")


def mend_ruling_of(gerund: Token) -> None:
    """What stands behind letters in brackets is theirs: "welcomed the World Court (WCT) RULING on Chad"."""
    verb, letters = gerund.head, gerund.before.head
    body = next((child for child in children(verb, "obj") if child.i < letters.i), gerund)
    beside = letters.dep_ in {"appos", "parataxis", "dep"} and letters.head in {body, verb}
    spelt = gerund.before.text == ")" and gerund.before.head is letters and beside and body is not gerund
    if not spelt or not gerund.lower_.endswith("ing"):
        return
    gerund.pos_, gerund.lemma_, gerund.morph = "NOUN", gerund.lower_, {"Number": ["Sing"]}
    hang(gerund, verb, "obj")
    hang(body, gerund, "compound")
    for child in children(gerund, "obl"):
        child.dep_ = "nmod"


def part_from_joined(office: Token) -> None:
    """An office of something is joined to what is behind "and": "met the SECRETARY of State and officials"."""
    other = office.head
    of = any(c.lower_ == "of" for n in children(office, "nmod") for c in children(n, "case"))
    joins = next((word for word in office.doc.tokens[office.i + 1 : other.i] if word.dep_ == "cc"), None)
    if not of or joins is None or other.head is other or any(c.text[:1] in "'’" for c in children(office, "case")):
        return
    hang(office, other.head, other.dep_)
    hang(other, office, "conj")
    hang(joins, other, "cc")
    for child in [child for child in children(other, "det", "case") if child.i < office.i]:
        hang(child, office, child.dep_)


def mend_surname(word: Token) -> None:
    """What ends in "-ly" and is written large behind a name is a part of it: "Ann CONNOLLY"."""
    if word.pos_ == "ADV" and word.text[:1].isupper() and word.before is word.head and word.head.pos_ == "PROPN":
        word.pos_ = "PROPN"


def part_from_name(word: Token) -> None:
    """A name behind another one's comma and an office is who has the office: "Ann Hill, her counterpart LEA MARN"."""
    office = word.before
    name = office.head
    told = office.pos_ == "NOUN" and word.head in {name, office} and office.dep_ == "appos" and name.i < office.i
    named = word.pos_ == name.pos_ == "PROPN"
    if not named or not told or not children(office, "nmod:poss") or office.before.is_punct:
        return
    hang(word, name, "conj")
    hang(office, word, "nmod:desc")
    for child in [child for child in office.children if child.dep_ == "conj" and child.i > word.i]:
        hang(child, name, "conj")


def part_from_leader(body: Token) -> None:
    """Who is joined behind a comma does not lead too: "the government, led by Ann Hart, and the UNION"."""
    leader = body.head
    verb = leader.head
    led = verb.lemma_.lower() in LEADING and verb.pos_ == "VERB" and leader.dep_ in OBLIQUES
    joins = next(iter(children(body, "cc")), None)
    if not led or joins is None or joins.i == 0 or body.doc[joins.i - 1].text != ",":
        return
    noun = verb.head if verb.dep_ == "acl" else _described(verb)
    if noun is not None and noun.i < verb.i and len(children(leader, "conj")) == 1:
        hang(body, noun, "conj")
        for child in [child for child in leader.children if child.i > body.i and child.dep_ in {"acl", "acl:relcl"}]:
            hang(child, body, child.dep_)


def _described(participle: Token) -> Token | None:
    """The noun before a participle between commas: "the GOVERNMENT of Chad, led by …"."""
    if participle.i < 2 or participle.doc[participle.i - 1].text != ",":
        return None
    noun = head_of_name(participle.doc[participle.i - 2])
    if noun.dep_ == "nmod" and any(child.lower_ == "of" for child in children(noun, "case")):
        noun = noun.head
    return noun if noun.pos_ in NOUNS else None


def join_compound(noun: Token) -> None:
    """A noun right before another one only tells its sort: "a series of PRECISION U.S. airstrikes"."""
    if any(child.dep_ == "case" for child in noun.children):
        return
    start = noun.left_edge.i
    if noun.doc[start].is_punct:
        # "the men of the brigade, TOGETHER WITH THEIR PARTNERS"
        return
    sort = noun.doc[start - 1] if start else noun
    case = next(iter(children(sort, "case")), None)
    if sort.head is noun.head and sort.dep_ == "nmod" and sort.pos_ == "NOUN" and case is not None and case.i < sort.i:
        hang(case, noun, "case")
        hang(sort, noun, "compound")


def mend_preposition(case: Token) -> None:
    """A preposition brings in a whole name, and no word within it: "assigned TO Mobile Supply Unit Two"."""
    inner = case.head
    name = inner
    # "leader OF Hamas's fighters"
    while name.dep_ in {"compound", "nmod:poss"} and name.head.i > name.i:
        name = name.head
    if name is not inner and case.i < inner.i and not children(name, "case"):
        hang(case, name, "case")


def mend_time(case: Token) -> None:
    """What opens a clause hangs on its verb, and on no subject: "AFTER police stormed its embassy"."""
    subject = case.head
    verb = subject.head
    if case.lower_ in {"after", "before", "since"} and subject.dep_ in SUBJECTS and verb.dep_ == "advcl":
        hang(case, verb, "mark")


def mend_people(name: Token) -> None:
    """A people's name is no first name of who is told behind it: "sentenced CHECHEN warlord Salman Raduyev"."""
    people = name.head
    office = next((child for child in children(name, "nmod:desc") if people.i < child.i < name.i), None)
    if office is None or people.i + 1 != opening(office) or children(people, "nmod:desc", "amod"):
        return
    hang(name, people.head, people.dep_)
    for child in [child for child in people.children if child is not name]:
        hang(child, name, child.dep_)
    hang(people, office, "amod")


def join_to_talks(subject: Token) -> None:
    """What talks are about is told before them, and is no deed beside them: "CEASEFIRE and hostage NEGOTIATIONS"."""
    talks = next((child for child in children(subject, "conj") if child.lemma_.lower() in TALKS), None)
    if talks is None or not children(talks, "compound", "amod"):
        return
    hang(talks, subject.head, subject.dep_)
    for child in [child for child in subject.children if child is not talks and child.dep_ != "cc"]:
        hang(child, talks, child.dep_)
    hang(subject, talks, "compound")


def part_from_article(name: Token) -> None:
    """A name before an article is no part of what stands behind: "called GUSTAVO PETRO an illegal drug leader"."""
    noun = name.head
    articles = (child for child in children(noun, "det") if child.lower_ in {"a", "an", "the"})
    if name.pos_ == "PROPN" and noun.head is not noun and any(name.i < article.i < noun.i for article in articles):
        hang(name, noun.head, "obj" if noun.dep_ == "xcomp" and noun.head.i < name.i else noun.dep_)


def join_name(first: Token) -> None:
    """A person's first name hangs on his last, and not on what is his: "EMMANUEL MACRON's party"."""
    last = first.behind
    names = first.pos_ == last.pos_ == "PROPN" and last is not first
    if names and last.head is first.head and last.dep_ == "nmod:poss":
        hang(first, last, "compound")


def part_from_participle(noun: Token) -> None:
    """A noun before a participle that has an object is what does it: "part of the COALITION fighting Boko Haram"."""
    verb = noun.head
    does = verb.pos_ == "VERB" and verb.i == noun.i + 1 and verb.lower_.endswith("ing")
    if (
        does
        and verb.dep_ in {"acl", "nmod", "obl", "obj"}
        and noun.pos_ in NOUNS
        and any(child.dep_ == "obj" for child in verb.children)
    ):
        hang(noun, verb.head, "nmod" if verb.dep_ == "acl" else verb.dep_)
        for child in [child for child in verb.children if child.dep_ in {"case", "det"} and child.i < noun.i]:
            hang(child, noun, child.dep_)
        hang(verb, noun, "acl")


def give_to_people(name: Token) -> None:
    """Whom somebody meets is told with where they are from: "met diplomats FROM BRITAIN and France"."""
    verb = name.head
    near = [case for case in children(name, "case") if case.lower_ == "from"]
    people = near[0].before if near else name
    if not near or people.head is not verb or people.pos_ != "NOUN" or name.pos_ != "PROPN":
        return
    meets = (frame.type for frame in english().by_lemma.get(("verb", verb.lemma_.lower()), ()))
    persons = english().nouns.persons | english().nouns.represents
    if people.lemma_.lower() in persons and not MEETING.isdisjoint(meets):
        hang(name, people, "nmod")


def give_to_capture(noun: Token) -> None:
    """From whom something is captured hangs on the verb: "recaptured villages FROM THE REBELS east of Gao"."""
    thing = noun.head
    verb = thing.head
    captured = thing.dep_ == "obj" and verb.lemma_.lower() in CAPTURING and verb.i < thing.i
    if captured and thing.lemma_.lower() in english().nouns.places and "from" in prepositions(noun):
        hang(noun, verb, "obl")
