"""Who did a deed of arms that is told beside something else of him."""

from __future__ import annotations

from ingest.clauses import is_negated
from ingest.language import english
from ingest.roles import agents, direct_objects
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, has_agent, obliques, owners

SHOWING = frozenset({
    "show", "demonstrate", "reveal", "prove", "underline", "underscore", "illustrate", "reflect", "expose", "highlight",
    "display", "confirm",
})  # fmt: skip
"""Verbs by which a deed tells of its doer."""

SIGNS = frozenset(
    {"sign", "proof", "example", "evidence", "reminder", "testament", "demonstration", "illustration", "display"}
)
"""What a deed is told to be of its doer's nature: "is another SIGN of its cowardice"."""

CRUELTY = frozenset({"barbarity", "brutality", "cruelty", "savagery", "inhumanity"})
"""What somebody is, and does."""

NATURE = CRUELTY | {
    "barbarism", "ruthlessness", "cowardice", "depravity", "bestiality", "viciousness", "malice", "evil", "contempt",
    "disregard",
}  # fmt: skip
"""What somebody must be who did it."""


def told_with(deed: Token) -> list[Token]:
    """Who did a deed that is told behind a comma with another: "abuses committed BY THE ARMY, WITH SHELLING"."""
    case = next((child for child in children(deed, "case", "mark") if child.lower_ == "with"), None)
    if case is None or case.before.text != ",":
        return []
    before = deed.doc.tokens[deed.sent.start : case.i][::-1]
    done = next((verb for verb in before if verb.dep_ == "acl" and has_agent(verb)), None)
    return agents(done) if done is not None and done.lemma_.lower() in english().nouns.making else []


def shown_by(deed: Token) -> list[Token]:
    """Who is told to have done a deed by what it shows of him.

    Args:
        deed: a noun for a deed.
    """
    tells = deed.head
    if deed.dep_ not in SUBJECTS or is_negated(tells):
        return []
    if tells.lemma_.lower() in SHOWING:
        natures = direct_objects(tells)
    elif tells.lemma_.lower() in SIGNS and children(tells, "cop"):
        natures = obliques(tells, "of")
    else:
        return []
    natures = [noun for noun in natures if noun.lemma_.lower() in NATURE]
    return [owner for nature in natures for owner in (*owners(nature), *obliques(nature, "of")) if _is_told(owner)]


def _is_told(owner: Token) -> bool:
    """Whether an owner is somebody, and no word for how he is: "the SHEER brutality"."""
    return owner.dep_ in {"nmod:poss", "nmod"} or owner.text[:1].isupper()
