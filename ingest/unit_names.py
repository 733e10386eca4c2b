"""Names of military units, whose words are of every part of speech: "the 507TH AIR REFUELING WING"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.actors import actor_id
from ingest.language import english
from ingest.name import Name
from ingest.noun_phrases import is_ordinal
from ingest.tokens import Doc, Token
from ingest.tree import HYPHENS

LONGEST = 7
"""Words that may stand between the number of a unit and what it is: "Explosive Ordnance Disposal Mobile UNIT Two"."""

SHORTEST = 3
"""Words; many armies have a "1st Battalion", and only one a "1st Mole Battalion"."""

TASK_FORCES = frozenset({"TF", "CTF", "JTF", "CJTF"})
"""Letters for a task force, which its number tells from others: "CTF 50"."""

LETTERS = range(2, 6)
"""How many letters stand for what a unit is: "the 407th AEG"."""


def with_units(doc: Doc, unknown: Sequence[Name], taken: set[int]) -> list[Name]:
    """Names that nobody knows, where those of units are whole.

    Args:
        doc: the passage.
        unknown: the names in it that nobody knows.
        taken: where known names stand.
    """
    units = [unit for unit in _units(doc) if taken.isdisjoint(range(unit.start, unit.end))]
    if not units:
        return list(unknown)
    inside = {at for unit in units for at in range(unit.start, unit.end)}
    rest = [name for name in unknown if inside.isdisjoint(range(name.start, name.end))]
    return sorted([*rest, *units], key=lambda name: name.start)


def _units(doc: Doc) -> list[Name]:
    found: list[Name] = []
    for word in doc:
        # "Wing" is taken for a verb now and then.
        if not word.text[:1].isupper():
            continue
        if _is_in_letters(word):
            text = doc[word.i - 1 : word.i + 1].text
            found.append(Name(word.i - 1, word.i + 1, actor_id(text), text, None))
        if word.text in TASK_FORCES and word.i + 1 < len(doc) and doc[word.i + 1].text.isdigit():
            text = doc[word.i : word.i + 2].text
            found.append(Name(word.i, word.i + 2, actor_id(text), text, None))
        if english().nouns.units.isdisjoint({word.lemma_.lower(), word.lower_}):
            continue
        start, end = word.i, word.i + 1
        first = max(word.sent.start, word.i - LONGEST)
        while start > first and doc[start - 1].text.isalpha() and doc[start - 1].text[:1].isupper():
            start -= 1
        start += doc[start].pos_ == "DET"
        numbered = start > word.sent.start and is_ordinal(doc[start - 1])
        start = start - 1 if numbered else start
        text = ""
        if end < len(doc) and not numbered and _is_number(doc[end].text):
            numbered, end = True, end + 1
        elif [t.text for t in doc.tokens[end : end + 3 : 2]] == ["(", ")"] and doc[end + 2].behind.text.isdigit():
            # "Combined Task Force (CTF) 150"
            text = f"{doc[start:end].text} {doc[end + 3].text}"
            numbered, end = True, end + 4
        if word.before.text == "Task" and not numbered and (last := _behind_dash(doc, end)) > end:
            numbered, end = True, last
        # "the NAVAL TASK GROUP": whoever was told before is another group.
        numbered = numbered or (word.before.text == "Task" and doc[start].pos_ != "DET")
        # "DIVISION 30", and no "Task Force 1"
        alone = end == word.i + 2 and len(doc[end - 1].text) > 1 and doc[end - 1].text.isdigit()
        if numbered and (end - start >= SHORTEST or alone):
            text = text or doc[start:end].text
            found.append(Name(start, end, actor_id(text), text, None))
    return found


def _behind_dash(doc: Doc, at: int) -> int:
    """Where the name of a task force ends that a dash tells apart: "Joint Task Force – NORTHERN SHIELD commander"."""
    end = at
    if at + 1 < len(doc) and doc[at].text in HYPHENS and doc[at].sent == doc[at + 1].sent:
        end = at + 1
        while end < len(doc) and doc[end].text.isalpha() and doc[end].text[:1].isupper() and not _is_office(doc[end]):
            end += 1
            if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].text[:1].isupper():
                end += 1
    return end if end > at + 1 else at


def _is_office(word: Token) -> bool:
    nouns = english().nouns
    return word.lower_ in nouns.leads or word.lower_ in nouns.represents


def _is_in_letters(word: Token) -> bool:
    """Whether letters stand for what a unit is, whose number stands before them: "the 407th AEG"."""
    letters = word.text.isalpha() and word.text.isupper() and len(word.text) in LETTERS
    if not letters or word.i == word.sent.start or not is_ordinal(word.before):
        return False
    # "the 407th AEG COMMANDER", and no "5th GDP REPORT"
    nouns = english().nouns
    return word.dep_ != "compound" or word.head.lemma_.lower() in nouns.roles | nouns.leads


def _is_number(text: str) -> bool:
    """Whether a word numbers the unit before it: "Task Force 51", "Mobile Unit TWO"."""
    return text.isdigit() or (text.istitle() and text.lower() in english().syntax.unit_numbers)
