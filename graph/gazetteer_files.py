"""The files of the gazetteer: found, read, merged, and checked against each other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from graph.actors import Role
from graph.entries import NOT_STATES, Entry
from graph.errors import Misuse
from graph.model import first_fault
from graph.settings import data_folder
from graph.titles import Titles

FOLDER = Path(__file__).parent / "data" / "gazetteer"
TITLES_FILE = FOLDER / "titles.yaml"

ADDABLE = ("aliases", "demonyms", "metonyms", "descriptions", "surnames", "part_of", "member_of")
"""Fields that a user's row may add to an entry that exists; its roles are added too."""


class _Rows(yaml.CBaseLoader):
    """Reads every scalar as text ("NO" is no boolean, a day is checked by the schema) and refuses a key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            keys = [self.construct_object(key) for key, _ in node.value]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise yaml.constructor.ConstructorError(
                None, None, f"'{twice}' stands twice", next(k.start_mark for k, _ in node.value if k.value == twice)
            )
        return mapping


def shipped_files() -> list[Path]:
    """The files of entries that Rapport ships, those that others refer to first."""
    return sorted(path for path in FOLDER.glob("*.yaml") if path != TITLES_FILE)


def user_files(extra: Iterable[Path] = ()) -> list[Path]:
    """The files that the user adds: ``RAPPORT_GAZETTEER``, ``RAPPORT_HOME/gazetteer`` and ``extra``.

    Raises:
        Misuse: if a named file does not exist.
    """
    named = os.environ.get("RAPPORT_GAZETTEER")
    places = [*([Path(named)] if named else []), *extra]
    missing = next((place for place in places if not place.exists()), None)
    if missing is not None:
        raise Misuse(f"There is no gazetteer file {missing}; check the path or RAPPORT_GAZETTEER.")
    found: list[Path] = []
    for place in [*places, data_folder() / "gazetteer"]:
        found += sorted(place.glob("*.yaml")) if place.is_dir() else [place] if place.exists() else []
    return list(dict.fromkeys(path.resolve() for path in found))


def read_titles() -> Titles:
    """The words for offices that Rapport ships."""
    return Titles.model_validate(_rows(TITLES_FILE))


def read_entries(files: Sequence[tuple[Path, bool]]) -> dict[str, Entry]:
    """Read files of entries.

    Args:
        files: each with whether the user added it; only such a file may add to an entry that exists.

    Raises:
        Misuse: as for ``graph.gazetteer.load``.
    """
    entries: dict[str, Entry] = {}
    places: dict[str, Path] = {}
    for path, added in files:
        rows = _rows(path)
        defaults = rows.pop("defaults", {})
        for actor_id, row in rows.items():
            if not isinstance(row, dict):
                raise _fault(path, actor_id, "is not a list of fields")
            known = entries.get(actor_id)
            if known is not None and not added:
                raise _fault(path, actor_id, f"stands in {places[actor_id].name} already")
            try:
                entries[actor_id] = _extend(known, row) if known else _entry(actor_id, {**defaults, **row})
            except (ValidationError, TypeError) as error:
                raise _fault(path, actor_id, _reason(error)) from None
            places[actor_id] = path
    _check_references(entries, places)
    return entries


def _rows(path: Path) -> dict[str, Any]:
    """The rows of a file by their key.

    Raises:
        Misuse: if the file cannot be read as a YAML mapping.
    """
    try:
        rows = yaml.load(path.read_text(encoding="utf8"), Loader=_Rows)  # noqa: S506
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise Misuse(f"{path.name}{where}: {getattr(error, 'problem', None) or 'this is no YAML'}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"The gazetteer file {path} cannot be read as UTF-8 text: {error}.") from None
    if rows in (None, ""):
        return {}
    if not isinstance(rows, dict) or not all(isinstance(key, str) for key in rows):
        raise Misuse(f"{path.name}: a gazetteer file lists entries by their id, as 'hamas: {{name: Hamas}}'.")
    return rows


def _entry(actor_id: str, row: dict[str, Any]) -> Entry:
    """A new entry; a state's kind and country follow from its id, which is its ISO code."""
    if actor_id.isupper():
        row = {"kind": "state", "country": actor_id, **row}
    return Entry(id=actor_id, **row)


def _extend(known: Entry, row: dict[str, Any]) -> Entry:
    """An entry with what a user's row adds to it; a role with the title and beginning of a known one replaces it."""
    row = {field: value for field, value in row.items() if field not in ("name", "kind") or value != known.name}
    fixed = sorted(row.keys() - {*ADDABLE, "roles", "kind"})
    if fixed:
        raise TypeError(f"exists already, so a row can add {', '.join(ADDABLE)} and roles, but not {fixed[0]}")
    addition = Entry(id=known.id, name=known.name, kind=known.kind, **{k: v for k, v in row.items() if k != "kind"})
    told = {(role.title, role.of, role.since) for role in addition.roles}
    kept = tuple(role for role in known.roles if (role.title, role.of, role.since) not in told)
    merged = {field: tuple(dict.fromkeys((*getattr(known, field), *getattr(addition, field)))) for field in ADDABLE}
    return known.model_copy(update={**merged, "roles": (*kept, *addition.roles)})


def _check_references(entries: dict[str, Entry], places: dict[str, Path]) -> None:
    """Check that what an entry refers to exists, and that no Wikidata id is given twice.

    Raises:
        Misuse: with the first row that is off.
    """
    items: dict[str, str] = {}
    for entry in entries.values():
        place = places[entry.id]
        if entry.country and entry.country not in NOT_STATES and entry.country not in entries:
            raise _fault(place, entry.id, f"has the country '{entry.country}', which is no state of the gazetteer")
        for actor_id in _referred(entry.roles, entry):
            if actor_id not in entries:
                raise _fault(place, entry.id, f"refers to '{actor_id}', which is no entry")
        if entry.wikidata and items.setdefault(entry.wikidata, entry.id) != entry.id:
            raise _fault(place, entry.id, f"has the Wikidata id of {items[entry.wikidata]}, {entry.wikidata}")


def _referred(roles: Iterable[Role], entry: Entry) -> Iterable[str]:
    yield from (role.of for role in roles)
    yield from (membership.of for membership in (*entry.part_of, *entry.member_of))


def _reason(error: ValidationError | TypeError) -> str:
    if isinstance(error, TypeError):
        return str(error)
    place, reason = first_fault(error)
    return f"is off{f' at {place}' if place else ''}: {reason}"


def _fault(path: Path, actor_id: object, reason: str) -> Misuse:
    return Misuse(f"{path.name}: the row '{actor_id}' {reason}.")
