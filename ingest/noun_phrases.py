"""What can be told of a noun phrase by its own words: whose it is not, and where it begins and ends."""

from __future__ import annotations

import re

from graph.forms import FormKind
from ingest.language import english
from ingest.name import Name
from ingest.tokens import Token
from ingest.tree import OBLIQUES, children, is_plural, joined_before, obliques, prepositions

WHOLE = frozenset({"state", "government", "country", "nation", "republic"})
"""Of what a leader is who leads all of it."""

LED_WHOLE = WHOLE | {
    "people",
    "army",
    "military",
    "force",
    "regime",
    "authority",
    "group",
    "movement",
    "party",
    "delegation",
}
"""Of what a leader is whom the adjective before it tells: "the head of the Israeli ARMY"."""

OWNED = frozenset({"det", "nmod:poss", "amod", "compound"})
"""How hangs before a noun what tells which one it is, or whose."""

AGAINST = ("of", "on", "against")
"""Prepositions of the one against whom a deed is: "criticism OF Kenya"."""

ORDINAL = re.compile(r"\d+(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
"""Words that tell one unit from another."""

ONE_OF_MANY = frozenset({"a", "an", "another", "one", "some", "any", "no", "every", "each", "other"})
"""Words before one of several who are called so: "killed A Hamas leader"."""

RANKING = frozenset({
    "senior", "top", "local", "regional", "key", "prominent", "leading", "ranking", "high-ranking", "mid-level",
    "junior", "field", "district", "provincial", "tribal", "influential", "alleged", "suspected", "reputed", "wanted",
})  # fmt: skip
"""Words for one of the many who lead a group somewhere: "the SENIOR Hamas leader"."""

OFFICE_OF = frozenset({"of", "for"})
"""Prepositions that tell what somebody leads: "commander OF the corps", "commander FOR the south"."""

MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"})

BODIES = frozenset({
    "party", "country", "nation", "group", "organization", "organisation", "government", "state", "community",
    "company", "union",
})  # fmt: skip
"""Words for one actor each, so that several of them are no single one named before: "the PARTIES should talk"."""

PARTS = frozenset({"branch", "department", "division", "section", "chapter", "cell", "desk", "faculty"})
"""Words for a part of a body, told apart by what stands before them."""

CAPTIVES = frozenset({"hostage", "captive", "prisoner"})
"""What people are taken as."""


def is_ethnic(token: Token) -> bool:
    """Whether people are told by their descent, so that the state is not meant: "ETHNIC ALBANIANS"."""
    return any(child.lower_ == "ethnic" for child in token.children) or (
        token.i > 0 and token.before.lower_ in {"ethnic", "ethnically"}
    )


def has_narrower_office(token: Token) -> bool:
    """Whether a leader leads less than the one who owns him: "the SECURITY chief" of Egypt, an ISIL GANG leader."""
    if token.lower_ not in {"chief", "head", "leader", "boss", "commander"}:
        return False
    beside = [child for child in children(token, "compound", "amod") if child.text.islower()]
    apart = english().nouns.apart
    if any((child.pos_ == "NOUN" and child.dep_ == "compound") or child.lemma_.lower() in apart for child in beside):
        return True
    # "the Palestinian head OF SECURITY"
    return any(
        child.lower_ == "staff"
        # "leader of the local BRANCH of Hamas"
        or (child.lemma_.lower() in PARTS and child.text.islower() and bool(children(child, "amod", "compound")))
        or (child.lemma_.lower() not in WHOLE and all(word.text.islower() for word in child.subtree))
        # "chief of OPERATIONS for northern Mali", "the head of Turkish INTELLIGENCE"
        or (
            child.text.islower()
            and child.lemma_.lower() not in LED_WHOLE
            and (not children(child, *OWNED) or _is_of_state(child))
        )
        for child in told_behind(token)
        if prepositions(child) & OFFICE_OF
    )


def told_behind(office: Token) -> list[Token]:
    """What the prepositions of an office bring in, the one just behind it also where the tree hangs it elsewhere."""
    found = children(office, "nmod")
    noun = office.behind.head
    beside = office.behind.dep_ == "case" and noun.dep_ in OBLIQUES and noun.i > office.i
    return [*found, noun] if beside and noun not in found else found


def _is_of_state(noun: Token) -> bool:
    """Whether a noun is told by whose it is: "TURKISH intelligence", "IRAN's police", but "the AL QAEDA network"."""
    told = children(noun, "amod", "nmod:poss")
    return noun.pos_ == "NOUN" and any(word.text[:1].isupper() or word.pos_ == "PROPN" for word in told)


def is_capital_before(owner: Token, name: Name | None) -> bool:
    """Whether a name before a noun is only a capital's, that may tell where: "the KABUL bombing"."""
    return name is not None and name.kind is FormKind.METONYM and owner.dep_ == "compound"


def tells_sufferer(deed: Token) -> bool:
    """Whether it is told behind a deed who suffers it, so that who is told before it did it: "the Moscow raid ON X"."""
    return any(obliques(deed, place) for place in AGAINST)


def is_one_of_many(office: Token, *, group: bool) -> bool:
    """Whether others are called so too: "A Hamas leader", "the SENIOR Hamas leader", of a group any COMMANDER.

    Args:
        office: the word for it.
        group: whether it is in a group that has many who lead somewhere, as an armed group has.
    """
    before = {child.lower_ for child in office.children if child.i < office.i}
    if not before.isdisjoint(ONE_OF_MANY):
        return True
    # "the Hamas leader IN GAZA"
    where = (noun for noun in told_behind(office) if "in" in prepositions(noun))
    somewhere = any(noun.text[:1].isupper() or noun.lemma_.lower() in english().nouns.places for noun in where)
    return group and (somewhere or office.lemma_.lower() == "commander" or not before.isdisjoint(RANKING))


def is_second(title: Token) -> bool:
    """Whether an office is that of a second, who leads nothing: "the DEPUTY prime minister", "a VICE president"."""
    before = title.doc.tokens[max(0, title.i - 2) : title.i]
    return any(word.lower_ in english().nouns.seconds for word in before)


def is_out_of_office(token: Token) -> bool:
    """Whether the one meant speaks for nobody any more: "a FORMER US minister"; but a "PREVIOUS demand" was made."""
    if not token.children:
        return False
    told = {child.lower_ for child in children(token, "amod", "advmod", "compound")} & english().syntax.not_in_office
    if told != {"previous"}:
        return bool(told)
    nouns = english().nouns
    return token.lemma_.lower() in nouns.persons | nouns.relational | {"member"}


def is_nobodys(token: Token) -> bool:
    """Whether a noun does not stand for the actor beside it: "the Iran DEAL"."""
    return token.lemma_.lower() in english().nouns.not_owned and not children(token, "nmod:poss")


def is_relational(token: Token) -> bool:
    """Whether a noun stands for others than its owner: "Russia's ALLIES"."""
    return token.lemma_.lower() in english().nouns.relational


def extent(token: Token, name: Name | None) -> tuple[int, int]:
    """The noun phrase without its clauses: from its first modifier to the end of its name."""
    first = last = token.i
    for child in token.children:
        if child.dep_ in MODIFIERS:
            below = [t.i for t in child.subtree] if child.children else [child.i]
            first = min(first, *below)
            last = max(last, child.i if child.dep_ == "amod" else max(below))
    if name is not None:
        first, last = min(first, name.start), max(last, name.end - 1)
    tokens = token.doc.tokens
    return tokens[first].idx, tokens[last].idx + len(tokens[last].text)


def is_turned(token: Token) -> bool:
    """Whether a prefix turns the name into something else: "anti-Israel", "pro-Russian"."""
    if token.i < 2:
        return False
    tokens = token.doc.tokens
    if tokens[token.i - 1].lower_ in {"anti", "counter"} and tokens[token.i - 1].head in {token, token.head}:
        # "the COUNTER ISIL coalition"
        return True
    before = joined_before(token)
    # An "EX-minister" is still somebody.
    former = before is not None and before.lower_ == "ex" and token.pos_ == "NOUN"
    return before is not None and not former and before.lower_ in english().syntax.turning


def is_ordinal(token: Token) -> bool:
    """Whether a number in digits tells which of several: "9TH"."""
    return token.text[:1].isdigit() and token.lower_.endswith(("st", "nd", "rd", "th"))


def is_generic(token: Token) -> bool:
    """Whether a word tells no actor from another: every country has a "SUPREME COURT"."""
    word = token.lower_
    generic = english().generic
    if is_ordinal(token):
        return True
    return word in generic or word.removesuffix("s") in generic or (word.removesuffix("ies") + "y") in generic


def names_a_body(text: str) -> bool:
    """Whether a name that nobody knows is that of a body: letters alone, or with a word that bodies have in theirs."""
    nouns = english().nouns
    words = {word.lower() for word in text.split()}
    if not words.isdisjoint(nouns.grounds):
        return False
    letters = text.isupper() and len(text) > 2
    return letters or not (words.isdisjoint(english().generic) and words.isdisjoint(nouns.apart))


def number_of(noun: Token) -> str | None:
    """The number by which a unit is told: "the 9TH regiment"; None where none is told."""
    return next((child.lower_ for child in noun.children if ORDINAL.fullmatch(child.lower_)), None)


def is_bare(noun: Token) -> bool:
    """Whether no word tells which is meant, so that it is a thing: "threatened to use military FORCE"."""
    return not is_plural(noun) and not children(noun, "det", "nmod:poss", "nummod", "compound")


def are_bodies(noun: Token) -> bool:
    """Whether a noun is for several bodies, none of which it takes up alone."""
    return noun.pos_ == "NOUN" and is_plural(noun) and noun.lemma_.lower() in BODIES


def is_sort(noun: Token) -> bool:
    """Whether a noun tells only a sort, or how things are: "SECURITY cooperation", "the STATE of alert"."""
    if noun.lemma_ == "state":
        return any(child.lemma_.lower() in english().nouns.conditions for child in children(noun, "nmod"))
    sort = noun.lemma_ == "security" and noun.dep_ in {"conj", "compound"}
    return sort and noun.behind.lemma_.lower() in english().syntax.secured
