"""The bulk road: from the rows of feeds to the files for ``neo4j-admin database import``, without a store.

What a store is asked over Bolt is found by sorting on disk, so that the memory holds one group of claims at a time:
first all tellings of one row come together, of which the last counts; then all claims of one group, to be projected.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from graph import import_files
from graph.projection import project
from graph.rows import evidence_of, relation_row
from graph.writing import Written
from ingest.feeds.import_lines import ClaimLines, PortionLines, claim_line
from ingest.feeds.spill import IN_MEMORY, Item, Spill

EVERY = 10_000
"""Rows between two words on how far it is."""

Progress = Callable[[str, int], None]


class Bulk:
    """Takes the rows of feeds, and writes the files.

    Args:
        folder: for the files; made with ``graph.import_files.make_folder``.
        scratch: for what is sorted; about as much is written there.
        in_memory: items of each kind that are held before they are written to it.
    """

    def __init__(self, folder: Path, scratch: Path, in_memory: int = IN_MEMORY) -> None:
        self._folder = folder
        self._rows = Spill(scratch, "rows", in_memory)
        self._groups = Spill(scratch, "groups", in_memory)
        self._reports = Spill(scratch, "reports", in_memory)
        self._actors = Spill(scratch, "actors", in_memory)
        self._number = 0
        self._retold = 0
        self._unsupported: set[str] = set()

    def take(self, portion: PortionLines) -> None:
        """Take some rows; what is taken later corrects what was taken before."""
        self._number += 1
        self._retold += portion.retold
        for claim in portion.claims:
            self._rows.add((claim.row, self._number, claim))
        for report, line, published in portion.reports:
            self._reports.add((report, self._number, line, published))
        for order, (actor, known, line) in enumerate(portion.actors):
            self._actors.add((actor, (self._number, order), known, line))

    def write(self, progress: Progress = lambda *_: None) -> Written:
        """Write the files.

        Args:
            progress: told what is being done, and how many rows it has done.

        Returns:
            What the graph that is imported from them holds.
        """
        replaced = self._last_tellings(progress)
        with ExitStack() as stack:
            files: dict[str, IO[str]] = {}
            for file in import_files.FILES:
                path = self._folder / f"{file.name}.csv"
                files[file.name] = stack.enter_context(path.open("w", encoding="utf8", errors="replace", newline=""))
                files[file.name].write(file.header)
            claims, relations = self._write_claims(files, progress)
            reports = self._write_reports(files)
            actors = self._write_actors(files["actors"])
        import_files.write_arguments(self._folder)
        return Written(
            reports=reports, claims=claims, actors=actors, relations=relations, replaced=replaced + self._retold
        )

    def _last_tellings(self, progress: Progress) -> int:
        """Hand on what each row says in the end; how many claims it said before, and says no more."""
        replaced = done = 0
        for _, tellings in itertools.groupby(self._rows.sorted(), key=lambda item: str(item[0])):
            latest: dict[str, ClaimLines] = {}
            before: dict[str, str] = {}
            for _, told in itertools.groupby(tellings, key=lambda item: int(item[1])):
                before |= {claim.id: claim.report for claim in latest.values()}
                latest = {item[2].id: item[2] for item in told}
            dropped = {key: report for key, report in before.items() if key not in latest}
            replaced += len(dropped)
            self._unsupported.update(dropped.values())
            for claim in latest.values():
                self._groups.add((claim.identity, claim.id, claim))
                done += 1
                if done % EVERY == 0:
                    progress("Sorting claims", done)
        return replaced

    def _write_claims(self, files: dict[str, IO[str]], progress: Progress) -> tuple[int, int]:
        """Write claims with their links, and the relations that they project to; how many of both."""
        claims = relations = 0
        for identity, items in itertools.groupby(self._groups.sorted(), key=lambda item: str(item[0])):
            for group in self._groups_of(identity, items):
                projection = project(evidence_of(claim.evidence) for claim in group if claim.evidence)
                for relation in projection.relations:
                    row = relation_row(relation)
                    ends = {":START_ID(Actor)": row["subject"], ":END_ID(Actor)": row["object"], ":TYPE": row["type"]}
                    files["relations"].write(import_files.RELATIONS.line({**row["properties"], **ends}))
                    relations += 1
                for claim in group:
                    files["claims"].write(claim_line(claim, projection.bearing.get(claim.id, ())))
                    files["subjects_and_objects"].write(claim.ends)
                    files["attributions"].write(claim.attributions)
                    files["made_in"].write(claim.made_in)
                    self._unsupported.discard(claim.report)
                    claims += 1
                    if claims % EVERY == 0:
                        progress("Projecting claims", claims)
        return claims, relations

    @staticmethod
    def _groups_of(identity: str, items: Iterable[Item]) -> Iterator[list[ClaimLines]]:
        """The claims of a group together; those that can draw no edge are of none, and come one by one."""
        if identity:
            yield [item[2] for item in items]
        else:
            for item in items:
                yield [item[2]]

    def _write_reports(self, files: dict[str, IO[str]]) -> int:
        """Write reports, each as it was told first, but for those whose claims have all been replaced."""
        count = 0
        for report, tellings in itertools.groupby(self._reports.sorted(), key=lambda item: str(item[0])):
            if report in self._unsupported:
                continue
            _, _, line, published = next(tellings)
            files["reports"].write(line)
            files["published_by"].write(published)
            count += 1
        return count

    def _write_actors(self, file: IO[str]) -> int:
        """Write actors: as one that is known was told last, else as an unknown one was told first."""
        count = 0
        for _, tellings in itertools.groupby(self._actors.sorted(), key=lambda item: str(item[0])):
            lines: defaultdict[bool, list[str]] = defaultdict(list)
            for _, _, known, line in tellings:
                lines[known] = [line] if known else lines[known] or [line]
            file.write((lines[True] or lines[False])[0])
            count += 1
        return count
