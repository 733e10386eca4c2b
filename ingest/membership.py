"""Membership in a text: who belongs to which coalition, body or unit."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated
from ingest.fellow_members import fellow_members
from ingest.headcounts import headcounts
from ingest.language import Language
from ingest.members import LEAGUES, members
from ingest.noun_phrases import ORDINAL, is_out_of_office, names_a_body, number_of, told_behind
from ingest.office_types import EMPLOYERS, MOVEMENTS
from ingest.parties import Parties
from ingest.roles import agents, objects
from ingest.structure import Tie
from ingest.subjects import subjects
from ingest.tokens import Span, Token
from ingest.tree import children, conjuncts, is_plural, obliques, owners, prepositions
from ingest.wholes import is_told, is_whole, ties, wholes

UNDECIDED = frozenset({"company", "group", "command", "force", "wing", "division", "troop"})
"""Units that may as well be no military ones: "the German COMPANY Siemens" is no part of Germany."""

YEAR = 4
"""Digits of a year."""

WITHIN = ("in", "with", "at")
"""Prepositions that bring in the body where somebody serves."""

SERVING_FOR = frozenset({
    "recruiter", "fighter", "operative", "financier", "facilitator", "propagandist", "courier", "commander", "planner",
    "coordinator", "militant", "bomb-maker", "gunman",
})  # fmt: skip
"""Whose movement is told by "for" as well: "a RECRUITER for the group", but no lawyer."""

PARTS = frozenset({
    "office", "department", "division", "section", "unit", "bureau", "desk", "branch", "program", "programme",
    "operation", "research", "study", "affair", "communication", "policy", "security", "intelligence", "finance",
    "service",
})  # fmt: skip
"""What somebody leads who serves the body where it is: "head of RESEARCH at the World Bank"."""

BECOMING = frozenset({"become", "form", "constitute"})
"""Verbs by which something is told to be a part: "the brigade FORMS part of the Front"."""

COMMANDS = frozenset({ActorKind.BODY, ActorKind.ALLIANCE, ActorKind.ARMED_GROUP, ActorKind.UNKNOWN})
"""To whom units belong."""

JOINED = frozenset({"appos", "conj", "list", "nmod:unmarked", "parataxis"})
"""How the parser hangs a unit behind the one that is a part of it: "2nd Battalion, 9th REGIMENT"."""


def memberships(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every membership that the words of a sentence tell."""
    for token in sentence:
        lemma = token.lemma_.lower()
        if lemma in language.nouns.telling_membership:
            yield from _by_word(token, lemma, parties, language)
        if token.pos_ == "PROPN" and token.children:
            yield from _of_a_body(token, parties, language)
    yield from wholes(sentence, parties, language)
    yield from members(sentence, parties)
    yield from fellow_members(sentence, parties)
    yield from headcounts(sentence, parties, language)


def _by_word(token: Token, lemma: str, parties: Parties, language: Language) -> Iterator[Tie]:
    """The memberships that one word tells: "PARTNER in the coalition", "ASSIGNED to the regiment"."""
    nouns = language.nouns
    if lemma in nouns.partaking and token.pos_ in {"NOUN", "ADJ"} and lemma not in nouns.wholes:
        yield from _partakes(token, parties, language)
    elif lemma in nouns.assigning and token.pos_ == "VERB":
        yield from _assigned(token, parties, language)
    elif lemma == "part" and (token.head.lemma_ in BECOMING or "as" in prepositions(token)):
        yield from _as_part(token, parties, language)
    elif lemma in nouns.units:
        yield from _unit_of(token, parties, language)
        yield from _unit_of_a_body(token, parties, language)
    elif (lemma in nouns.roles or lemma in nouns.leads) and (
        token.dep_ == "appos" or (children(token, "cop") and token.pos_ == "NOUN")
    ):
        yield from _serves(token, parties, language)


def _employs(noun: Token, parties: Parties, language: Language) -> bool:
    """Whether somebody can be told to be of it: a body, or a unit with a number."""
    name = parties.name_at(noun)
    if name is None:
        return number_of(noun) is not None and noun.lemma_.lower() in language.nouns.units
    kind = parties.kind_of(name.actor)
    ship = name.text.split()[0].lower() in language.syntax.ship_prefixes
    unknown = kind is ActorKind.UNKNOWN and names_a_body(name.text) and not parties.is_place(name.actor)
    return kind in EMPLOYERS or unknown or ship


def _of_a_body(name: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """Whose a named person is, or in which alliance a state acts: "Ann Hill OF the Red Cross", "Turkey WITHIN NATO"."""
    own = parties.name_at(name)
    if own is None or own.start > name.i or own.end <= name.i:
        return
    kind = parties.kind_of(own.actor)
    if kind is ActorKind.STATE:
        bodies = [t for t in (*obliques(name, "within"), *_beside_object(name)) if parties.kind_at(t) in LEAGUES]
    elif kind is ActorKind.PERSON or parties.may_be_person(own.actor):
        bodies = [t for place in ("of", "from") for t in obliques(name, place) if _employs(t, parties, language)]
    else:
        return
    yield from ties("MEMBER_OF", [name] if bodies else [], bodies[:1], name, parties)


def _beside_object(name: Token) -> list[Token]:
    """What "within" brings in beside a name, where the tree hangs both on the verb: "works with Turkey WITHIN NATO"."""
    return [t for t in obliques(name.head, "within") if t.head is name.head and name.i < t.i <= name.i + 3]


def _assigned(verb: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """Who serves in a unit: "Hall was ASSIGNED to the regiment", "she SERVES with the brigade"."""
    if is_negated(verb):
        return
    places = language.nouns.assigning[verb.lemma_.lower()]
    found = [t for place in places for t in obliques(verb, place) if is_whole(t, parties, language)]
    passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    serving = objects(verb) if passive else agents(verb) if "to" not in places else []
    if verb.dep_ == "acl" and "to" in places:
        # "Ann Hill, ASSIGNED to the brigade", "Ann Hill, a medic ASSIGNED to it"
        serving = [verb.head]
    # "Hall, a lawyer who WORKS for the company"
    serving = [t.head if t.dep_ == "appos" and not is_told(t, parties) else t for t in serving]
    if "into" in places:
        # "HMS Kent has INTEGRATED WITH the task force", but a band integrates with another.
        found = [t for t in found if t.lemma_.lower() in language.nouns.units or "with" not in prepositions(t)]
        # A town that "was incorporated into" an empire is no member of it.
        serving = [t for t in serving if _employs(t, parties, language)]
    told = [t for t in serving if is_told(t, parties)]
    yield from ties("MEMBER_OF", told, found[:1], verb, parties, as_told=True)


def _partakes(word: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """Who is told to be in something with others: "Fiji is a PARTNER in the coalition", "fighters ACTIVE with X"."""
    places = language.nouns.partaking[word.lemma_.lower()]
    wholes = [t for place in places for t in obliques(word, place) if is_whole(t, parties, language)]
    one = subjects(word) if children(word, "cop") else [word.head] if word.dep_ in {"appos", "acl", "amod"} else []
    told = [t for t in one if is_told(t, parties)]
    yield from ties("MEMBER_OF", [] if is_negated(word) else told, wholes[:1], word, parties, as_told=True)


def _as_part(part: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """Who acts as a part of a whole, or becomes one: "Britain, as PART of the coalition, …"."""
    whole = [t for t in obliques(part, "of") if is_whole(t, parties, language)]
    above = part.head
    if "as" not in prepositions(part) and part.dep_ not in {"xcomp", "obj"}:
        return
    doers = agents(above) if above.pos_ in {"VERB", "ADJ"} else conjuncts(above)
    told = [t for t in doers if is_told(t, parties) or t.pos_ == "PRON" or number_of(t)]
    yield from ties("MEMBER_OF", told, whole[:1], part, parties, as_told=True)


def _unit_of(unit: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """The larger unit behind a unit, and whose a named ship or unit is: "the French frigate SURCOUF"."""
    numbered = any(child.i < unit.i and ORDINAL.fullmatch(child.lower_) for child in unit.children)
    larger = [
        child
        for child in children(unit, *JOINED)
        if child.lemma_.lower() in language.nouns.units and child.i > unit.i and not children(child, "cc")
        if unit.doc[child.left_edge.i - 1].text == "," or unit.doc[child.left_edge.i].text == ","
    ]
    yield from ties("PART_OF", [unit], larger[:1] if numbered else [], unit, parties)
    named = [t for t in children(unit, "flat", "appos", "nmod:desc", "compound", "obj") if t.left_edge.i == unit.i + 1]
    if unit.lemma_.lower() in UNDECIDED:
        return
    named += [unit.head] if unit.dep_ == "nmod:desc" and unit.head.i == unit.i + 1 else []
    if unit.dep_ == "compound" and unit.behind.lower_ in language.syntax.ship_prefixes:
        # "met the UK SHIPS HMS Bay and HMS Kent"
        named.append(unit.head)
    if is_plural(unit):
        # "the French frigates NIVOSE and VENTOSE"
        named = [member for t in named for member in conjuncts(t) if t.pos_ == "PROPN"]
    named = [t for t in named if is_told(t, parties) and parties.name_at(t) != parties.name_at(unit)]
    state = [t for t in owners(unit) if parties.kind_at(t) is ActorKind.STATE]
    yield from ties("PART_OF", named, state[:1], unit, parties)


def _unit_of_a_body(unit: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """The body whose a unit with a name is: "Central Command's TASK FORCE 51"."""
    owning = children(unit, "nmod:poss")
    if parties.name_at(unit) is not None:
        # "the 3rd Sahel Brigade OF the Liberation Army"
        owning += [t for t in obliques(unit, "of") if _employs(t, parties, language)]
    bodies = [t for t in owning if is_told(t, parties) and parties.kind_at(t) in COMMANDS]
    larger = [t for t in bodies if (name := parties.name_at(t)) and not parties.is_place(name.actor)]
    if larger and _is_large(unit):
        yield from ties("PART_OF", [unit], larger[:1], unit, parties)


def _is_large(unit: Token) -> bool:
    """Whether a unit is written as a name is: "TASK FORCE 51", and no "task force"."""
    return unit.text[:1].isupper()


def _has_ended(role: Token) -> bool:
    """Whether somebody is told to have had a role up to a day: "was a professor FROM 1893 TO 1925"."""
    words = list(role.subtree)
    return any(
        word.lower_ in {"until", "till"} or (word.lower_ == "to" and after.text.isdigit() and len(after.text) == YEAR)
        for word, after in itertools.pairwise(words)
    )


def _serves(role: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """Who has a role in a body: "Hall, an engineer WITH the commission", "he was an officer IN the navy"."""
    if is_negated(role) or is_out_of_office(role) or _has_ended(role):
        return
    # "a LEADER IN the group" is one of several.
    places = WITHIN if role.lemma_.lower() in language.nouns.roles else ("in",)
    bodies = [t for place in places for t in obliques(role, place) if t.dep_ != "conj"]
    bodies = [t for t in bodies if is_whole(t, parties, language)]
    inside = _at_behind(role)
    bodies += [t for t in inside if parties.kind_at(t) in EMPLOYERS]
    ministries = [t for t in inside if t.lemma_.lower() == "ministry" and parties.name_at(t) is None]
    before = role.doc.tokens[role.left_edge.i : role.i]
    if any(parties.kind_at(word) in MOVEMENTS for word in before):
        # "a Taliban chief in JILIB": it is told whose he is.
        return
    if role.lemma_.lower() in SERVING_FOR:
        bodies += [t for t in obliques(role, "for") if parties.kind_at(t) in MOVEMENTS]
    one = role.head if role.dep_ == "appos" else next(iter(subjects(role)), None)
    if one is None or not (bodies or ministries):
        return
    person = parties.of(one)
    if person is None or parties.kind_of(person.actor) not in {ActorKind.PERSON, ActorKind.UNKNOWN}:
        return
    yield from ties("MEMBER_OF", [one], bodies[:1], role, parties)
    of_state = [t for t in ministries if (own := parties.of(t)) and parties.kind_of(own.actor) is ActorKind.STATE]
    yield from ties("REPRESENTS", [one], of_state[:1], role, parties)


def _at_behind(role: Token) -> list[Token]:
    """Where somebody is told to have a part of a body: "director of operations AT THE RED CROSS"."""
    below = [noun for noun in told_behind(role) if noun.lemma_.lower() in PARTS]
    deeper = [*below, *(t for noun in below for t in obliques(noun, "of"))]
    return [t for noun in (role, *deeper) for t in obliques(noun, "at")] if below else []
