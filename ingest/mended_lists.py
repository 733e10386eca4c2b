"""Lists of names, of which the parser hangs some on another word: "sanctions on Iran, SYRIA and Chad"."""

from __future__ import annotations

from ingest.tokens import Token
from ingest.tree import children
from ingest.tree_mending import hang, head_of_name

PARTS = frozenset({"det", "compound", "amod", "flat", "nmod:desc"})
"""What stands before the head of a name in its phrase."""


def mend_names(name: Token) -> None:
    """A name with "and" behind it goes on with the list before its comma: "sanctions on Iran, SYRIA and Chad"."""
    goes_on = any(other.pos_ == "PROPN" and children(other, "cc") for other in children(name, "conj"))
    if name.pos_ != "PROPN" or not goes_on:
        return
    start = min([name.i, *(child.i for child in children(name, *PARTS) if child.i < name.i)])
    if start - 2 < name.sent.start or name.doc[start - 1].text != ",":
        return
    first = head_of_name(name.doc[start - 2], start - 1)
    if first.pos_ == "PROPN" and first.i < name.i and name.head.i not in range(first.i, name.i):
        hang(name, first, "conj")


def mend_open_list(noun: Token) -> None:
    """The second of a list that goes on with others is not the first: "of Mali, NIGER and other states"."""
    second = noun.head
    first = second.head
    other = any(child.lower_ in {"other", "others"} for child in (noun, *children(noun, "amod")))
    if other and second.dep_ == "appos" and {first.pos_, second.pos_} == {"PROPN"} and first.i < second.i < noun.i:
        hang(second, first, "conj")
        hang(noun, first, "conj")
