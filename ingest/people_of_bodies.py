"""People of whom a text tells no more than whose they are: "MEMBERS of the union", "EXPERTS from the museum"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated
from ingest.language import Language, english
from ingest.noun_phrases import is_turned, names_a_body, number_of
from ingest.office_types import COALITIONS
from ingest.parties import Parties
from ingest.party import Party
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import children, conjuncts, is_plural, obliques, prepositions

BODIES = frozenset(
    {
        ActorKind.BODY,
        ActorKind.ORGANISATION,
        ActorKind.PARTY,
        ActorKind.ARMED_GROUP,
        ActorKind.ALLIANCE,
        ActorKind.COMPANY,
        ActorKind.UNKNOWN,
    }
)
"""Who has people that are told apart from it."""

LETTERS = 2
"""No name of a tribe is as short: "the AL bu Nimr tribe"."""

KINDRED = frozenset({"tribe", "clan", "militia", "faction", "movement", "brigade"})
"""Bodies that are told apart from others by the name before them."""

SENT = frozenset({"deploy", "visit", "arrive", "come", "draw", "send", "hail", "dispatch", "detach", "second"})
"""Participles behind which "from" tells whose people are."""

COUNTED = frozenset({"team", "group", "pair", "handful", "number", "delegation"})

TEAMS = frozenset({"team", "delegation"})
"""Words behind which stand people, whatever they do: "a team of RESTORERS"."""

ONE = frozenset({"a", "an", "one"})
"""Words by which one of many is told."""

NOT_THEM = frozenset({
    "no", "any", "former", "ex", "retired", "other", "alleged", "suspected", "possible", "potential", "would-be", "non",
})  # fmt: skip
"""Words by which people are not told to belong to a body."""


ARMED = frozenset({ActorKind.ARMED_GROUP})
"""From whom people who serve nobody may as well have fled."""


def people_of_bodies(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every body whose people a sentence tells, where none of them is named."""
    nouns = language.nouns
    roles, persons = nouns.serving, nouns.persons
    for token in sentence:
        lemma = token.lemma_.lower()
        serving = lemma in roles
        if not (serving or lemma in persons or (token.dep_ == "nmod" and token.head.lemma_.lower() in TEAMS)):
            continue
        if not _are_people(token, language):
            continue
        if any(child.lower_ in NOT_THEM for child in token.children) or token.head.lemma_.lower() in nouns.parting:
            continue
        bodies = [t for t in _whose(token, language, serving=serving) if _is_body(t, parties)]
        bodies = [t for t in bodies if serving or parties.kind_at(t) not in ARMED]
        people = parties.apart.from_body(token) if bodies else None
        if people is None:
            continue
        found = parties.of_all(bodies, {people.actor})
        for body in found:
            if parties.kind_of(body.actor) is ActorKind.STATE:
                continue
            if len(found) == 1:
                parties.place(people.actor, parties.state_of(body.actor))
            yield Tie("MEMBER_OF", people, body, token)


def _are_people(noun: Token, language: Language) -> bool:
    """Whether a noun tells of somebody whom no name tells: "EXPERTS from the museum", "AN ENGINEER of the brigade"."""
    if noun.dep_ in {"appos", "xcomp"} or children(noun, "appos", "flat") or "as" in prepositions(noun):
        return False
    if children(noun, "cop") and not children(noun, "csubj"):
        # But "waiting there were 300 AIRMEN from the wing" tells of no others.
        return False
    if noun.head.lower_ == "one" and (children(noun.head, "cop") or "as" in prepositions(noun.head)):
        # "Fiji is one of the MEMBERS of the alliance"
        return False
    if noun.head.lemma_.lower() in language.nouns.holding_office and noun.dep_ == "obj":
        # "Ann Hart remained a MEMBER of the union"
        return False
    lemma = noun.lemma_.lower()
    nouns = language.nouns
    body = lemma != "force" and (lemma in language.syntax.generic or lemma in nouns.wholes)
    if body and lemma not in nouns.people and lemma not in nouns.serving:
        # "COMPANIES from Google" are no people.
        return False
    if is_plural(noun) or noun.lower_.endswith("men"):
        return noun.pos_ in {"NOUN", "PROPN"}
    return noun.pos_ == "NOUN" and any(child.lower_ in ONE for child in children(noun, "det", "nummod"))


def _whose(people: Token, language: Language, *, serving: bool) -> Iterator[Token]:
    """Whose people they may be told to be, by what stands behind them."""
    if not people.children and people.dep_ not in {"nmod", "nsubj"}:
        return
    yield from _behind(people, "from")
    if serving:
        for place in ("of", "at"):
            yield from _behind(people, place)
    elif people.children:
        # "elders OF THE ZAGHAWA TRIBE"
        yield from (t for t in obliques(people, "of") if t.lemma_.lower() in KINDRED)
    verbs = children(people, "acl")
    if people.dep_ == "nsubj" and people.head.i == people.i + 1:
        # "SAILORS ASSIGNED to the fleet arrived": the participle is read as the verb now and then.
        verbs.append(people.head)
    for verb in verbs:
        lemma = verb.lemma_.lower()
        if lemma in SENT:
            yield from obliques(verb, "from")
        if not is_negated(verb):
            yield from (t for place in language.nouns.assigning.get(lemma, ()) for t in obliques(verb, place))


def _behind(people: Token, place: str) -> list[Token]:
    """What a preposition brings in just behind a noun, also where the tree hangs it on the noun above."""
    found = obliques(people, place)
    if not found and people.dep_ == "nmod" and people.head.lemma_.lower() in COUNTED and "of" in prepositions(people):
        # "a team of experts FROM THE MUSEUM": what tells whose they are hangs on the team.
        found = [t for t in obliques(people.head, place) if t.i > people.i]
    case = people.behind
    near = case.head if case.lower_ == place and case.dep_ == "case" else None
    return found if found or near is None else conjuncts(near)


def _is_body(noun: Token, parties: Parties) -> bool:
    """Whether a noun phrase names a body, or is headed by a word for one and stands with "the"."""
    name = parties.name_at(noun)
    lemma = noun.lemma_.lower()
    if name is None and lemma in english().nouns.units and number_of(noun):
        return True
    if name is None and lemma in KINDRED:
        # "members of the Zaghawa TRIBE"
        named = (parties.name_at(child) for child in children(noun, "compound", "amod"))
        return any(own is not None and len(own.text) > LETTERS for own in named)
    if name is None:
        definite = any(child.lower_ == "the" for child in children(noun, "det"))
        return definite and lemma in english().nouns.leagues
    kind = parties.kind_of(name.actor)
    if kind not in BODIES or parties.is_place(name.actor):
        return False
    return kind is not ActorKind.UNKNOWN or names_a_body(name.text)


def at_war(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every coalition that is told by the armed group that it fights: "the COALITION against Boko Haram"."""
    if sentence.lemmas.isdisjoint(COALITIONS):
        return
    for token in sentence:
        if token.lemma_.lower() not in COALITIONS or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        if not any(child.lower_ in {"the", "'s", "’s"} for child in token.children):
            continue
        enemies = [*obliques(token, "against"), *_turned_against(token)]
        for verb in _purposes(token):
            ends = [v for v in conjuncts(verb) if v.lemma_.lower() in language.nouns.ending | language.fighting]
            enemies += [child for v in ends for child in v.children if child.dep_ == "obj"]
        yield from _fights(token, enemies, parties)


def _purposes(noun: Token) -> list[Token]:
    """What a coalition is for, also where the tree hangs it on the verb: "works in the coalition TO DEFEAT rebels"."""
    found = children(noun, "acl")
    near = noun.behind
    verb = near.head
    if near.lower_ == "to" and near.dep_ == "mark" and verb not in found and verb.dep_ in {"advcl", "xcomp"}:
        found = [*found, verb]
    return found


def _turned_against(noun: Token) -> list[Token]:
    """Whom a coalition is "ANTI-" or "COUNTER-"."""
    return [token for token in children(noun, "amod", "compound", "nmod:desc") if is_turned(token)]


def _fights(noun: Token, enemies: list[Token], parties: Parties) -> Iterator[Tie]:
    coalition: Party | None = parties.of(noun) if enemies else None
    if coalition is None:
        return
    for enemy in enemies:
        name = parties.name_at(enemy)
        if name is None or parties.kind_of(name.actor) is not ActorKind.ARMED_GROUP or name.actor == coalition.actor:
            continue
        party = parties.at(enemy, name.actor, 0.9)
        if party is not None:
            yield Tie("CLASHES_WITH", coalition, party, noun)
