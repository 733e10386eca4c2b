"""Gathering: the later steps of the bulk road, each done for one part of what was read.

First all tellings of one row come together, of which the last counts; then all claims of one group, to be projected;
then reports and actors, each of which may have been told many times.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import import_files
from graph.projection import project
from graph.rows import relation_row
from ingest.feeds.import_lines import ClaimLines, claim_line, evidence_in
from ingest.feeds.partitions import Parting
from ingest.feeds.scratch import Scratch

Counts = dict[str, int]
Lines = defaultdict[str, list[str]]
"""Lines by the name of their file."""


@dataclass(frozen=True)
class Part:
    """One part, and what is told of the others.

    Attributes:
        number: which.
        scratch: where it lies.
        some_superseded: whether any row of any part was told anew.
    """

    number: int
    scratch: Scratch
    some_superseded: bool = False

    def file(self, name: str) -> Path:
        """Where its lines of a file go."""
        return self.scratch.folder / f"{name}-{self.number}.csv"

    def write(self, lines: Lines) -> Counts:
        """Write its lines; how many each file has."""
        for name, told in lines.items():
            self.file(name).write_text("".join(told), "utf8", errors="replace", newline="")
        return {name: len(told) for name, told in lines.items()}


def find_superseded(part: Part) -> int:
    """Say of each claim of a row that was told anew that it no longer counts; how many claims the rows say no more."""
    last: dict[str, int] = {}
    again: set[str] = set()
    tellings = list(part.scratch.tellings.take(part.number))
    for row, portion, _, _ in tellings:
        before = last.setdefault(row, portion)
        if before != portion:
            again.add(row)
            last[row] = max(before, portion)
    if not again:
        return 0
    superseded = Parting(part.scratch.superseded)
    said: set[str] = set()
    says: set[str] = set()
    for row, portion, claim, place in tellings:
        if row in again:
            (says if portion == last[row] else said).add(claim)
            if portion != last[row]:
                superseded.add(place, (claim, portion))
    superseded.write()
    return len(said - says)


def project_claims(part: Part) -> Counts:
    """Write claims with their links, and the relations that they project to; how many lines each file has."""
    lines: Lines = defaultdict(list)
    for group in _groups(_standing(part)):
        projection = project(piece for claim in group if (piece := evidence_in(claim)))
        for relation in projection.relations:
            type_name, *cells = relation_row(relation)
            lines["relations"].append(import_files.cells([*cells, type_name]) + "\n")
        for claim in group:
            lines["claims"].append(claim_line(claim, projection.bearing.get(claim.id, ())))
            lines["subjects_and_objects"].append(claim.ends)
            lines["attributions"].append(claim.attributions)
            lines["made_in"].append(claim.made_in)
    return part.write(lines)


def _standing(part: Part) -> list[ClaimLines]:
    """The claims of a part that count, in the order of their groups."""
    claims = sorted(part.scratch.claims.take(part.number))
    if not part.some_superseded:
        return [ClaimLines._make(claim) for claim in claims]
    superseded = set(part.scratch.superseded.take(part.number))
    reports, supported = part.scratch.supported, Parting(part.scratch.supported)
    standing = []
    for claim in map(ClaimLines._make, claims):
        stands = (claim.id, claim.portion) not in superseded
        supported.add(reports.of(claim.report), (claim.report, stands))
        if stands:
            standing.append(claim)
    supported.write()
    return standing


def _groups(claims: Iterable[ClaimLines]) -> Iterator[list[ClaimLines]]:
    """The claims of a group together; those that can draw no edge are of none, and come one by one."""
    for identity, members in itertools.groupby(claims, key=lambda claim: claim.identity):
        if identity:
            yield list(members)
        else:
            yield from ([claim] for claim in members)


def write_reports(part: Part) -> Counts:
    """Write reports, each as it was told first, but for those whose claims have all been superseded."""
    supported = list(part.scratch.supported.take(part.number))
    unsupported = {report for report, stands in supported if not stands}
    unsupported.difference_update(report for report, stands in supported if stands)
    lines: Lines = defaultdict(list)
    before = None
    for report, _, line, published in sorted(part.scratch.reports.take(part.number)):
        if report != before and report not in unsupported:
            lines["reports"].append(line)
            lines["published_by"].append(published)
        before = report
    return part.write(lines)


def write_actors(part: Part) -> Counts:
    """Write actors: as one that is known was told last, else as an unknown one was told first."""
    lines: Lines = defaultdict(list)
    told = sorted(part.scratch.actors.take(part.number))
    for _, tellings in itertools.groupby(told, key=lambda item: str(item[0])):
        by_known: dict[bool, str] = {}
        for _, _, _, known, line in tellings:
            if known or known not in by_known:
                by_known[known] = line
        lines["actors"].append(by_known.get(True) or by_known[False])
    return part.write(lines)
