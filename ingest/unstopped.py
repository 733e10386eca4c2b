"""What somebody is asked, plans or refuses to stop is under way: "urged Israel to STOP bombing Gaza"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims import Attribution, Modality
from ingest.event import Event
from ingest.language import Language
from ingest.modality import Standing, standing
from ingest.parties import Parties
from ingest.roles import agents
from ingest.sourcing import link
from ingest.tokens import Token
from ingest.tree import OBJECTS, children, has_mark

HINDERING = frozenset({"from", "by"})
"""Words behind which stands what is kept from happening: "stop Iran FROM arming them"."""

OWN = frozenset({"its", "their", "his", "her", "your", "our", "my"})


def unstopped(event: Event, language: Language) -> Standing | None:
    """How the stopping of a deed stands, where it has not been stopped yet; None where it has, or nothing is stopped.

    Args:
        event: the deed.
        language: the words by which a deed ends.
    """
    verb = _stopping(event, language)
    if verb is None:
        return None
    stands = standing(verb, verb, language)
    return None if stands.modality is Modality.ASSERTED and not stands.negated else stands


def _stopping(event: Event, language: Language) -> Token | None:
    """The verb by which its doer ends a deed: "STOP bombing Gaza", "HALT its raids on Gaza"."""
    ceasing = language.modality.ceasing
    if event.carrier is not event.trigger:
        own = any(child.lower_ in OWN for child in children(event.trigger, "nmod:poss"))
        ends = event.carrier.lemma_.lower() in ceasing and event.trigger.dep_ == "obj"
        return event.carrier if own and ends else None
    deed = event.trigger
    while deed.dep_ == "conj" and deed.head.pos_ == "VERB":
        deed = deed.head
    verb = deed.head
    if not deed.lower_.endswith("ing") or deed.dep_ not in {"xcomp", "ccomp", "advcl", "obj"} or deed.i < verb.i:
        return None
    hindered = has_mark(deed, HINDERING) or any(child is not deed for child in children(verb, *OBJECTS))
    return verb if verb.lemma_.lower() in ceasing and not hindered else None


def on_whose_word(stopping: Standing, parties: Parties) -> Iterator[Attribution]:
    """Who tells that a deed is under way by asking that it be stopped."""
    if stopping.modality is Modality.DEMANDED and stopping.governor is not None:
        for party in parties.of_all(agents(stopping.governor)):
            yield link(party.actor, stopping.governor.text)
