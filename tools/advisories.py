"""Which pinned packages have a known vulnerability, by a copy of OSV's advisories on this machine; asks no network.

Usage: ``python tools/advisories.py all.zip [FILE]``

``all.zip`` is OSV's export of its advisories for PyPI: one JSON file for each, in OSV's own schema. FILE names the
versions: ``constraints.txt`` unless told, or a CycloneDX list as ``make release`` makes it. Prints each advisory that
fits, and how old the newest of the copy is. Ends with 1 where one fits, and with 2 where the copy or the list is none.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

ECOSYSTEM = "PyPI"
Pins = Mapping[str, Version]
"""The version of each package, by its name as PyPI compares names."""


def key(name: str) -> str:
    """The name of a package, as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(file: Path) -> Pins:
    """The versions that a list names.

    Args:
        file: lines of ``name==version``, or CycloneDX as JSON.
    """
    text = file.read_text("utf8")
    if file.suffix == ".json":
        told = [(one["name"], one["version"]) for one in json.loads(text).get("components", ()) if one.get("version")]
    else:
        told = re.findall(r"^([\w.\-]+)(?:\[[^\]]*\])?==([^\s;#]+)", text, re.MULTILINE)
    return {key(name): Version(version) for name, version in told}


def advisories(copy: Path) -> Iterator[dict[str, Any]]:
    """Every advisory of a copy that was not withdrawn."""
    with zipfile.ZipFile(copy) as archive:
        for name in archive.namelist():
            if name.endswith(".json"):
                told = json.loads(archive.read(name))
                if not told.get("withdrawn"):
                    yield told


def fitting(advisory: Mapping[str, Any], pins: Pins) -> Iterator[tuple[str, Version]]:
    """The pinned packages of which an advisory speaks."""
    for affected in advisory.get("affected", ()):
        package = affected.get("package", {})
        name = key(package.get("name", ""))
        if package.get("ecosystem") == ECOSYSTEM and name in pins and _affects(affected, pins[name]):
            yield name, pins[name]


def _speaks_of_ours(advisory: Mapping[str, Any]) -> bool:
    return any(one.get("package", {}).get("ecosystem") == ECOSYSTEM for one in advisory.get("affected", ()))


def _affects(affected: Mapping[str, Any], version: Version) -> bool:
    """Whether a version is listed, or lies in a range, by the rule of OSV's schema."""
    if any(_version(listed) == version for listed in affected.get("versions", ())):
        return True
    ranges = (one for one in affected.get("ranges", ()) if one.get("type") in ("ECOSYSTEM", "SEMVER"))
    return any(_within(one.get("events", ()), version) for one in ranges)


def _within(events: Sequence[Mapping[str, str]], version: Version) -> bool:
    told = [(at, what) for event in events for what, written in event.items() if (at := _version(written))]
    inside = False
    for at, what in sorted(told, key=lambda event: (event[0], event[1] != "introduced")):
        if what == "introduced" and version >= at:
            inside = True
        elif (what in ("fixed", "limit") and version >= at) or (what == "last_affected" and version > at):
            inside = False
    return inside


def _version(written: str) -> Version | None:
    try:
        return Version(written)
    except InvalidVersion:
        return None


def main(copy: Path, file: Path) -> int:
    """Print what fits; gives the exit code."""
    try:
        pins = pinned(file)
        read = list(advisories(copy))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        print(f"{copy} or {file} cannot be read: {error}", file=sys.stderr)
        return 2
    spoken = [one for one in read if _speaks_of_ours(one)]
    if not pins or not spoken:
        print(f"{copy} holds {len(spoken)} advisories of {ECOSYSTEM}, {file} {len(pins)} versions.", file=sys.stderr)
        return 2
    found = sorted({(name, str(version), one["id"]) for one in spoken for name, version in fitting(one, pins)})
    for name, version, identifier in found:
        print(f"{name} {version}: {identifier}")
    newest = max(str(one.get("modified", "")) for one in spoken)
    print(f"{len(pins)} versions, {len(spoken):,} advisories, the newest of {newest[:10]}: {len(found)} fit.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "constraints.txt")))
