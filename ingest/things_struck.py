"""Places without a name that a deed of arms was done to, which are no actors else: "bombed a BUS STATION"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.actors import OF_ONE_REPORT, ActorKind
from ingest import roles
from ingest.frames import Frame
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import Party
from ingest.reach import WHERE
from ingest.tokens import Token
from ingest.tree import children, obliques, owners

ARMED = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.ARMED_GROUP, ActorKind.ALLIANCE})
"""Who takes up arms, of those of whom something is known."""

LOOSE = frozenset({"hit", "strike", "target", "attack"})
"""Verbs that are said of tariffs and storms as well, whoever a name that nobody knows is."""

UNSURE = LOOSE | {"devastate", "ravage", "destroy", "damage", "batter"}
"""Verbs of which nobody knows whether one with a name that nobody knows is a storm."""

SPARED = {"market": LOOSE - {"attack"} | {"destroy"}, "structure": LOOSE}
"""Verbs of what is done to a place in a manner of speaking: "the duties HIT the market"."""

ON = ("on", "against", "at", "of")
"""Prepositions that bring in what is struck."""


def things_struck(
    frame: Frame, trigger: Token, carrier: Token, doers: list[Party], parties: Parties, language: Language
) -> list[Party]:
    """The places that were struck.

    Args:
        frame: the deed of arms.
        trigger: the word that makes it.
        carrier: the verb that carries it where it is a noun, else the trigger.
        doers: who did it.
        parties: makes actors of the places.
        language: nouns for such places.
    """
    found: list[Party] = []
    if trigger.sent.lemmas.isdisjoint(language.nouns.targets):
        return found
    if not all(_may_strike(one, trigger, parties, language) for one in doers):
        return found
    for noun in _struck(frame, trigger, carrier):
        spared = trigger.lemma_.lower() in SPARED.get(noun.lemma_.lower(), ())
        # "the OIL REFINERIES OF CHAD": Chad is struck.
        own = parties.of(noun) is not None and not any(obliques(noun, place) for place in WHERE)
        party = parties.apart.struck(noun) if is_target(noun, language) and not (spared or own) else None
        found += [party] if party is not None else []
        if noun.lemma_ == "target" or noun.lemma_.lower() in language.nouns.targets:
            found += parties.of_all(roles.examples(noun))
    return found


def is_target(noun: Token, language: Language) -> bool:
    """Whether a noun is for a place that may be struck and is nobody: "a BUS STATION", but no "radio station"."""
    needed = language.nouns.targets.get(noun.lemma_.lower())
    if needed is None or noun.pos_ != "NOUN":
        return False
    return not needed or any(word.lemma_.lower() in needed or word.lower_ in needed for word in _before(noun))


def _before(noun: Token) -> list[Token]:
    return [below for child in children(noun, "compound", "amod") for below in child.subtree]


def _may_strike(doer: Party, trigger: Token, parties: Parties, language: Language) -> bool:
    kind, told = parties.kind_of(doer.actor), parties.token(doer)
    words = {word.lemma_.lower() for word in (told, *owners(told), *obliques(told, "by"))}
    if trigger.lemma_ in {"raid", "storm"} and not words.isdisjoint(language.nouns.domestic):
        # "POLICE RAIDED a market"
        return False
    if trigger.lemma_.lower() not in UNSURE:
        return True
    if kind is not ActorKind.UNKNOWN:
        return kind in ARMED
    # "a strike by WORKERS hit the refinery"
    civil = not words.isdisjoint(language.nouns.people) and trigger.lemma_ != "attack"
    return re.fullmatch(OF_ONE_REPORT, doer.actor) is not None and not civil


def _struck(frame: Frame, trigger: Token, carrier: Token) -> Iterator[Token]:
    places = [place for place in ON if place in frame.receivers]
    if frame.part_of_speech == "verb":
        found = [] if frame.object else roles.objects(trigger) if "object" in frame.receivers else []
        found += [noun for place in places for noun in obliques(trigger, place)]
        deeds = roles.direct_objects(trigger) if frame.object else []
    else:
        found, deeds = [], [trigger, carrier] if trigger.dep_ in {"obj", "nsubj:pass"} else [trigger]
    # "ten raids, including RAIDS AGAINST a refinery"
    deeds += [example for deed in deeds for example in roles.examples(deed)]
    found += [noun for deed in deeds for place in places for noun in obliques(deed, place)]
    for noun in found:
        yield noun
        yield from roles.examples(noun)
