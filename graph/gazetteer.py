"""The gazetteer: every actor that Rapport knows by itself, and the offices that persons held on a day."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from graph.actors import ActorKind, Role
from graph.entries import Entry
from graph.errors import UnknownName
from graph.forms import Form, FormKind, normalised
from graph.gazetteer_files import read_entries, read_titles, shipped_files, user_files
from graph.titles import Titles

__all__ = ["Entry", "Gazetteer", "load"]


class Office(NamedTuple):
    """A role with its holder, and every word for it, normalised."""

    role: Role
    holder: Entry
    words: frozenset[str]


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All entries, checked against each other.

    It has no slots because its two indexes are made when they are first asked for, and kept.

    Args:
        entries: by id, in the order of the files.
        titles: words for offices.
    """

    entries: Mapping[str, Entry]
    titles: Titles

    def actor(self, actor_id: str) -> Entry:
        """The entry with this id.

        Raises:
            UnknownName: if there is none.
        """
        try:
            return self.entries[actor_id]
        except KeyError:
            raise UnknownName(actor_id) from None

    def roles_on(self, day: datetime.date) -> Iterator[tuple[Entry, Role]]:
        """Every role held on ``day`` with its holder; a role whose bounds are not known counts as held."""
        for entry in self.entries.values():
            for role in entry.roles:
                if role.held_on(day):
                    yield entry, role

    def holder(self, title: str, of: str, day: datetime.date) -> Entry | None:
        """Who held an office on a day.

        Args:
            title: the office in any of its usual words: "defence minister", "top diplomat", "leader".
            of: id of the actor that the office belongs to.
            day: the day; on a day of handing over, the newcomer holds it.
        """
        asked = normalised(title)
        held = [office for office in self.offices.get(of, ()) if office.role.held_on(day)]
        found = [office for office in held if asked in office.words]
        if self.titles.leads(asked):
            leading = [office for office in held if office.role.relation == "LEADS"]
            found = self._first_led_by(of, leading) or found or leading
        return max(found, key=_latest).holder if found else None

    def _first_led_by(self, of: str, offices: Sequence[Office]) -> list[Office]:
        """Those of ``offices`` that go before the others, as ``led_by`` of the titles orders them."""
        for title in self.titles.order_of_leading(of):
            found = [office for office in offices if title in office.words]
            if found:
                return found
        return []

    @cached_property
    def offices(self) -> Mapping[str, tuple[Office, ...]]:
        """Every office, by the actor that it belongs to."""
        found: dict[str, list[Office]] = {}
        for entry in self.entries.values():
            for role in entry.roles:
                words = self.titles.words_for((role.title, *role.also))
                found.setdefault(role.of, []).append(Office(role, entry, words))
        return {of: tuple(offices) for of, offices in found.items()}

    def names(self) -> Mapping[str, tuple[Form, ...]]:
        """Every surface form, by its normalised spelling (``graph.forms.normalised``).

        Where one spelling stands for several actors, all stand in the list, in the order of the files. Forms whose
        ``cased`` is true must be met in capitals in a text: "US" and "WHO" are actors, "us" and "who" are not.
        """
        return self._forms

    def by_letters(self, actors: Collection[str]) -> list[str]:
        """Those of several with the same name who are meant where no state is told: armed groups, if any are.

        An armed group is mostly told by its letters, and an army by its state: "the ADF".
        """
        return [a for a in actors if self.entries[a].kind is ActorKind.ARMED_GROUP] or list(actors)

    def called(self, name: str, on: datetime.date) -> tuple[Form, ...]:
        """The forms that ``name`` can be read as, narrowed by the day where they stand for several actors.

        "Belgrade" is Yugoslavia in 1999 and Serbia in 2024; a surname is that of the person in office. Where the day
        tells nothing, all stand.
        """
        forms = self._forms.get(normalised(name), ())
        if len({form.actor for form in forms}) < 2:
            return forms
        return tuple(form for form in forms if self._is_about(form, on)) or forms

    def _is_about(self, form: Form, day: datetime.date) -> bool:
        """Whether the day speaks for a form: its actor existed, and a person called by surname was in office."""
        entry = self.entries[form.actor]
        return entry.existed_on(day) and (form.kind is not FormKind.SURNAME or entry.in_office_on(day))

    @cached_property
    def _forms(self) -> Mapping[str, tuple[Form, ...]]:
        found: dict[str, dict[tuple[str, str], Form]] = {}
        for entry in self.entries.values():
            for kind, written in entry.forms():
                # An entry's first form of one spelling is the most telling: its name before its capital.
                found.setdefault(normalised(written), {}).setdefault(
                    (entry.id, kind.value), Form(entry.id, kind, written)
                )
        found.pop("", None)
        return {key: tuple(forms.values()) for key, forms in found.items()}


def _latest(office: Office) -> tuple[bool, datetime.date]:
    """Sorts an office with a known beginning after one without, and the latest beginning last."""
    return (office.role.since is not None, office.role.since or datetime.date.min)


def load(extra: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer that Rapport ships, with what the user adds to it.

    The user's files are those in ``RAPPORT_GAZETTEER`` (a file or a folder), in ``RAPPORT_HOME/gazetteer`` and in
    ``extra``, in this order. The answer is kept until one of the files changes.

    Args:
        extra: further files of the user, or folders of such files.

    Raises:
        Misuse: if a row breaks the schema, names an actor that does not exist or stands twice; the message names the
            file and the row.
    """
    files = [(path, False) for path in shipped_files()] + [(path, True) for path in user_files(extra)]
    return _load(tuple((path, added, path.stat().st_mtime_ns) for path, added in files))


@lru_cache(maxsize=4)
def _load(files: tuple[tuple[Path, bool, int], ...]) -> Gazetteer:
    """Read the files, each with whether the user added it, and the time of its last change as a key to the cache."""
    entries = read_entries([(path, added) for path, added, _ in files])
    return Gazetteer(entries=entries, titles=read_titles())
