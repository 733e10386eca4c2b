"""How the behaviour suite stands, as a table: ``python -m tests.ingest.behaviour_table``.

``--failures [GROUP]`` prints what was expected and what was found for each sentence that does not pass, and
``--write-known-failures`` writes ``behaviour/known_failures.txt`` and ``docs/behaviour.md`` anew.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from tests.ingest.behaviour_cases import FOLDER, KNOWN_FAILURES, Group, groups, outcome, written

PAGE = Path(__file__).parents[2] / "docs" / "behaviour.md"

INTRODUCTION = """# What the extractor reads

Short sentences, grouped by what is difficult in them, each with the claims that a careful reader would take from it. A
sentence passes when all of these are found with their direction, modality, day and source, and no other edge is drawn.
The sentences and the notation are in `tests/ingest/behaviour`. This page is written by
`python -m tests.ingest.behaviour_table --write-known-failures`.
"""

HEADER = """# Sentences that the extractor does not read as it should. Written by
# python -m tests.ingest.behaviour_table --write-known-failures
"""


def failing() -> frozenset[str]:
    """Texts of the sentences that do not pass now."""
    return frozenset(case.text for group in groups() for case in group.sentences if not outcome(case).passed)


def page(failures: Collection[str]) -> str:
    """The page of the docs.

    Args:
        failures: texts of the sentences that do not pass.
    """
    return f"{INTRODUCTION}\n{table(failures)}"


def table(failures: Collection[str]) -> str:
    """A row for each group: how many sentences, how many pass, and the rate."""
    rows = [
        "| group | about | sentences | passed | rate |",
        "| --- | --- | ---: | ---: | ---: |",
        *(_row(group.group, group.about, [group], failures) for group in groups()),
        _row("**all**", "", groups(), failures),
    ]
    return "\n".join(rows) + "\n"


def _row(name: str, about: str, counted: Collection[Group], failures: Collection[str]) -> str:
    texts = [case.text for group in counted for case in group.sentences]
    passed = sum(text not in failures for text in texts)
    return f"| {name} | {about} | {len(texts)} | {passed} | {passed / len(texts):.0%} |"


def failure_lines(name: str | None) -> list[str]:
    """What was expected and found for each sentence that does not pass.

    Args:
        name: only of this group; of all where it is None or "all".
    """
    lines: list[str] = []
    for group in groups():
        if name not in {None, "all", group.group}:
            continue
        for case in group.sentences:
            result = outcome(case)
            if result.passed:
                continue
            wrong = {claim.id for claim in result.wrong}
            lines.append(f"[{group.group}] {case.text}")
            lines += [f"    {'missing ' if line in result.missing else 'expected'}  {line}" for line in case.claims]
            lines += [f"    {'WRONG   ' if c.id in wrong else 'found   '}  {written(c)}" for c in result.found]
    return lines


def write_known_failures() -> None:
    """Write the list of failures and the page of the docs anew."""
    failures = failing()
    ordered = [case.text for group in groups() for case in group.sentences if case.text in failures]
    KNOWN_FAILURES.write_text(HEADER + "".join(f"{text}\n" for text in ordered), encoding="utf8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(failures), encoding="utf8")
    print(f"{len(ordered)} failures are listed in {KNOWN_FAILURES.relative_to(FOLDER.parents[2])}")


def main() -> None:
    """Print or write what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.ingest.behaviour_table", description=__doc__)
    parser.add_argument("--failures", nargs="?", const="all", metavar="GROUP", help="expected and found, by sentence")
    parser.add_argument("--write-known-failures", action="store_true", help="write the list and the docs page anew")
    chosen = parser.parse_args()
    names = {group.group for group in groups()}
    if chosen.failures not in {None, "all", *names}:
        parser.error(f"no group '{chosen.failures}'; there are {', '.join(sorted(names))}")
    if chosen.write_known_failures:
        write_known_failures()
    elif chosen.failures:
        print("\n".join(failure_lines(chosen.failures)))
    else:
        print(table(failing()), end="")


if __name__ == "__main__":
    main()
