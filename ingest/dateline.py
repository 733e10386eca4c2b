"""Datelines: where, when and by which agency a wire item was written, at the head of a paragraph."""

from __future__ import annotations

import datetime
import itertools
import re

from graph.actors import ActorKind
from graph.gazetteer import Gazetteer

PARAGRAPHS = 6
"""How many paragraphs from the top a dateline may stand: headline, summary and byline go before it."""

_REST = r"(?:[ ,/]+[A-Z][A-Za-z.'’/-]*){0,5}"
_PLACE = rf"[A-Z][A-Za-z.'’/-]*{_REST}"
_LOUD = rf"[A-Z]{{3,}}[A-Z.'’/-]*{_REST}"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?)"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})\.?,?\s*(?:\d{{4}},?\s*)?"
_DASH = r"\s*[-–—]{1,2}\s+"

LONGEST_DATELINE = 300
"""Characters from the top of a paragraph that are looked at; longer runs of capitals would keep the pattern busy."""

DATELINE = re.compile(
    rf"""\s*(?:
      {_PLACE},?\s*(?:{_DAY})?/(?P<a>[A-Z][\w\ .-]*)/\.?\s*
    | {_PLACE},?\s*(?:{_DAY})?\((?P<b>[A-Z][\w\ .,-]{{1,30}})\)(?:{_DASH}|\s*:\s+)
    | {_PLACE},?\s*{_DAY}\((?P<c>[A-Z][\w\ .,-]{{1,30}})\)\s+
    | {_LOUD},?\s*\((?P<d>[A-Z]{{2,8}}|Reuters|Xinhua|Sputnik|Bloomberg)\)\s*["“]?\s+
    | {_LOUD},?\s*(?:{_DAY})(?:{_DASH})
    | [A-Z][A-Za-z.'’-]+,\s(?P<f>[A-Z]{{3,8}}){_DASH}
    | (?:[A-Z]{{5,}}|[A-Z]{{3,}}(?:\ [A-Z]{{2,}})+){_REST}{_DASH}
    | [A-Z]{{3,}}{_REST}\s*(?:--|—)\s+
    | \((?P<e>[A-Z]{{2,8}}|Reuters|Xinhua|Sputnik|Bloomberg)\)(?:{_DASH}|\s+)
    | [A-Z]{{4,}}(?:\ [A-Z]{{3,}})?:\s+(?=[A-Z][a-z\ ])
    )""",
    re.VERBOSE,
)
"""Matches "WASHINGTON, October 8. /TASS/. ", "Beirut, 1 Oct (Reuters) - ", "(CNN) ", "MANILA -- ", "ANKARA: "."""


def agency(text: str, gazetteer: Gazetteer, day: datetime.date | None = None) -> str | None:
    """The outlet that a report's dateline names, where it is a known one.

    Args:
        text: the report's text.
        gazetteer: the known outlets.
        day: the day of the report; today unless given.
    """
    lines = (line for line in text.splitlines() if line.strip())
    for line in itertools.islice(lines, PARAGRAPHS):
        found = DATELINE.match(line[:LONGEST_DATELINE])
        named = next(filter(None, found.groups()), None) if found else None
        for form in gazetteer.called(named, day or datetime.date.today()) if named else ():
            if gazetteer.actor(form.actor).kind is ActorKind.OUTLET:
                return form.actor
    return None
