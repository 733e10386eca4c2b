"""Spreading: the first step of the bulk road. Each process reads rows and parts what they say over files."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extractor import Reject
from ingest.feeds.import_lines import actor_lines, claim_lines, report_lines
from ingest.feeds.partitions import Parting
from ingest.feeds.portions import Task, prepare
from ingest.feeds.scratch import Scratch


@dataclass(frozen=True, slots=True)
class Numbered:
    """Some rows to be read.

    Attributes:
        number: what has a higher one corrects what has a lower one.
        task: the rows.
        scratch: where what they say is kept.
    """

    number: int
    task: Task
    scratch: Scratch


@dataclass(frozen=True, slots=True)
class Counted:
    """How much some rows said.

    Attributes:
        lines, rows, end, rejects: as in ``ingest.feeds.portions.Portion``.
        retold: as in ``graph.batches.Batch``.
        claims: how many claims they make.
        items: how many items were kept of them.
    """

    lines: int
    rows: int
    end: int
    rejects: tuple[Reject, ...]
    retold: int
    claims: int
    items: int


def spread(numbered: Numbered) -> Counted:
    """Read some rows and keep what they say."""
    portion = prepare(numbered.task, projected=False)
    batch, number, scratch = portion.batch, numbered.number, numbered.scratch
    of_claims, of_tellings = scratch.claims, scratch.tellings
    claims, tellings = Parting(of_claims, number), Parting(of_tellings, number)
    for row, claim in claim_lines(batch, number):
        part = of_claims.of(claim.identity or claim.id)
        claims.add(part, tuple(claim))
        tellings.add(of_tellings.of(row), (row, number, claim.id, part))
    reports, actors = Parting(scratch.reports, number), Parting(scratch.actors, number)
    for report, line, published in report_lines(batch):
        reports.add(scratch.reports.of(report), (report, number, line, published))
    for place, (actor, known, line) in enumerate(actor_lines(batch)):
        actors.add(scratch.actors.of(actor), (actor, number, place, known, line))
    items = sum(parting.write() for parting in (claims, tellings, reports, actors))
    return Counted(portion.lines, portion.rows, portion.end, portion.rejects, batch.retold, portion.claims, items)
