"""Who is called by an office that he held once: "President Reagan", "the minister"."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence

from graph.actors import Role
from graph.forms import Form, normalised
from graph.gazetteer import Gazetteer
from ingest.tokens import Token

WORDS = 2
"""How many words before a surname may be an office: "PRIME MINISTER Thatcher"."""


def titled(forms: Sequence[Form], surname: Token, gazetteer: Gazetteer, day: datetime.date) -> Form | None:
    """Who of several is called by his surname and an office, whoever holds it on the day.

    Of several the last who had come into it by the day is meant.

    Args:
        forms: the persons who have this surname.
        surname: its first word.
        gazetteer: the known offices.
        day: the day of the report.
    """
    opens = max(surname.sent.start, surname.i - WORDS)
    called = {normalised(surname.doc[index : surname.i].text) for index in range(opens, surname.i)}
    held = [(since, form) for form in forms for since in _held_since(form.actor, called, gazetteer)]
    if not held:
        return None
    come = [pair for pair in held if pair[0] <= day]
    return (max(come, key=_since) if come else min(held, key=_since))[1]


def _held_since(actor: str, called: Collection[str], gazetteer: Gazetteer) -> Iterator[datetime.date]:
    """The days on which an actor came into an office that goes by one of some words."""
    for role in gazetteer.actor(actor).roles:
        if not gazetteer.titles.words_for((role.title, *role.also)).isdisjoint(called):
            yield role.since or datetime.date.min


def _since(held: tuple[datetime.date, Form]) -> datetime.date:
    return held[0]


def has_held(roles: Iterable[Role], office: str) -> bool:
    """Whether somebody has held an office that is called so: "the MINISTER", "the LEADER".

    Args:
        roles: the offices that he has held.
        office: the word, in small letters.
    """
    leads = office in {"leader", "chief"}
    return any((leads and role.relation == "LEADS") or _is_title(office, role.title.lower()) for role in roles)


def _is_title(office: str, title: str) -> bool:
    """Whether an office goes by a word: "minister" is said of every minister but a prime one."""
    return office in title.split() and "prime" not in title if office == "minister" else f" {office} " in f" {title} "
