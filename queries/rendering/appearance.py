"""Appearance: the colours, dashes, shapes and widths that actors and relations have on a page."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from queries.subgraph import ShownRelation

FAN_LIMIT = 6
"""Up to how many relations between two actors are drawn as lines of their own. Above, those of one type and direction
share a line that bears their number, since nobody can tell thirty curves apart."""
FAN_LIMIT_IN_CROWD = 2
"""The same where there are more than ``CROWD`` relations in all."""
CROWD = 120


class Tone(StrEnum):
    """How a relation type's valence is drawn."""

    HOSTILE = "hostile"
    FRIENDLY = "friendly"
    NEUTRAL = "neutral"


def tone(valence: float) -> Tone:
    """Hostile from -1 down, friendly from +1 up; PLOVER scores nothing that takes a side nearer to 0."""
    if valence <= -1:
        return Tone.HOSTILE
    return Tone.FRIENDLY if valence >= 1 else Tone.NEUTRAL


# Okabe and Ito's colours, which people with any colour vision tell apart; the dash says the same a second time.
# On dark, their sky blue stands for blue, which would sink into the ground. Words are thinner than lines: on light they
# are darker, so that they keep the contrast of 4.5 to 1 that WCAG 2.2 asks of text.
TONES: Mapping[Tone, Mapping[str, object]] = {
    Tone.HOSTILE: {
        "label": "Hostile",
        "light": "#D55E00",
        "dark": "#E8772A",
        "light_words": "#B24E00",
        "dark_words": "#F08A45",
        "dashes": None,
    },
    Tone.FRIENDLY: {
        "label": "Friendly",
        "light": "#0072B2",
        "dark": "#56B4E9",
        "light_words": "#0069A4",
        "dark_words": "#6BBEEE",
        "dashes": [10, 6],
    },
    Tone.NEUTRAL: {
        "label": "Neutral",
        "light": "#7A7F87",
        "dark": "#9AA3AD",
        "light_words": "#5F656E",
        "dark_words": "#A9B1BA",
        "dashes": [2, 5],
    },
}

# Shapes are vis-network's; a hollow one is drawn with an empty middle.
KINDS: Mapping[str, Mapping[str, object]] = {
    "state": {"label": "State", "shape": "square", "hollow": False},
    "body": {"label": "Government body", "shape": "diamond", "hollow": False},
    "armed-group": {"label": "Armed group", "shape": "triangle", "hollow": False},
    "alliance": {"label": "Alliance", "shape": "hexagon", "hollow": False},
    "party": {"label": "Party", "shape": "triangleDown", "hollow": False},
    "company": {"label": "Company", "shape": "diamond", "hollow": True},
    "outlet": {"label": "Outlet", "shape": "star", "hollow": False},
    "organisation": {"label": "Organisation", "shape": "hexagon", "hollow": True},
    "person": {"label": "Person", "shape": "dot", "hollow": True},
    "unknown": {"label": "Unknown", "shape": "dot", "hollow": False},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the drawing.

    Attributes:
        id: its own; relations are named by theirs.
        subject, object: actor ids.
        type: relation type.
        relations: ids of what it stands for, mostly one.
        width: in pixels.
        bend: how far it curves aside, as a share of its length; positive bends to the left of the way from the actor
            with the lesser id to the other.
    """

    id: str
    subject: str
    object: str
    type: str
    relations: tuple[str, ...]
    width: float
    bend: float


def lines(relations: Sequence[ShownRelation]) -> list[Line]:
    """The lines that stand for some relations, parallel ones fanned out."""
    between: defaultdict[tuple[str, str], list[ShownRelation]] = defaultdict(list)
    for relation in relations:
        between[min(relation.subject, relation.object), max(relation.subject, relation.object)].append(relation)
    limit = FAN_LIMIT if len(relations) <= CROWD else FAN_LIMIT_IN_CROWD
    drawn: list[Line] = []
    for (low, _), members in sorted(between.items()):
        groups: defaultdict[tuple[str, ...], list[ShownRelation]] = defaultdict(list)
        for member in sorted(members, key=lambda r: (r.subject != low, r.valence, r.type, str(r.on), r.id)):
            alone = (member.id,) if len(members) <= limit else ()
            groups[member.subject, member.object, member.type, *alone].append(member)
        for number, group in enumerate(groups.values()):
            drawn.append(_line(group, number - (len(groups) - 1) / 2, len(groups)))
    return drawn


def _line(group: Sequence[ShownRelation], offset: float, count: int) -> Line:
    first = group[0]
    return Line(
        id=f"line {first.id}",
        subject=first.subject,
        object=first.object,
        type=first.type,
        relations=tuple(relation.id for relation in group),
        width=width(max(relation.origins for relation in group)),
        bend=round(offset * min(0.24, 1.1 / count), 3),
    )


def width(origins: int) -> float:
    """A line's width in pixels. It grows with each doubling of origins: the tenth witness adds less than the second."""
    return round(min(1.5 + 1.4 * math.log2(max(origins, 1)), 8.0), 1)


def size(degree: int) -> float:
    """Half the height of an actor's shape in pixels, by how many relations it has."""
    return round(9 + min(3.2 * math.sqrt(degree), 17), 1)
