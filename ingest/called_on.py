"""What somebody is called on to do: "endorsed calls FOR CHAD to leave TOGO"."""

from __future__ import annotations

from ingest.subjects import APPEALS
from ingest.tokens import Token
from ingest.tree import prepositions


def is_asked_for(noun: Token, above: Token) -> bool:
    """Whether a noun stands in what somebody is called on to do: "endorsed calls FOR CHAD to leave TOGO"."""
    for step in (noun, *noun.ancestors):
        if step is above:
            return False
        if step.head.lemma_.lower() in APPEALS and (step.dep_ == "acl" or "for" in prepositions(step)):
            return True
    return False
