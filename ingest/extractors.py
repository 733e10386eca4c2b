"""Which extractor reads: the options that choose it, and the choice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.gazetteer import Gazetteer
    from ingest.extractor import Extractor


class Reader(StrEnum):
    """The extractors that can be chosen."""

    FRAMES = "frames"
    LLM = "llm"


Chosen = Annotated[
    Reader, typer.Option("--extractor", help="frames reads offline; llm asks a language model (docs/llm.md).")
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="With llm: print what would be sent, and send nothing.")]
Price = Annotated[
    tuple[float, float] | None,
    typer.Option("--llm-prices", help="Of a million tokens sent, and received; tells the cost.", show_default=False),
]


Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that read; with frames.")]


@contextmanager
def chosen(
    reader: Reader,
    gazetteer: Gazetteer | None = None,
    *,
    dry_run: bool = False,
    prices: tuple[float, float] | None = None,
    workers: int = 1,
) -> Iterator[Extractor]:
    """The extractor for a block of reading; after it, what a language model took is told.

    Raises:
        Misuse: if ``llm`` lacks its settings, or its options stand without it.
    """
    from graph.errors import Misuse

    if reader is Reader.FRAMES:
        if dry_run or prices:
            raise Misuse("--dry-run and --llm-prices go with --extractor llm.")
        if workers > 1:
            from ingest.parallel_extractor import ParallelExtractor

            yield ParallelExtractor(workers, gazetteer)
        else:
            from ingest.frame_extractor import FrameExtractor

            yield FrameExtractor(gazetteer)
    elif workers > 1:
        raise Misuse("--workers goes with --extractor frames; a language model is asked one report at a time.")
    elif dry_run:
        from ingest.llm_prompt import DryRun

        yield DryRun(typer.echo, gazetteer)
    else:
        from ingest.llm_extractor import LlmExtractor
        from ingest.llm_usage import Prices

        extractor = LlmExtractor(gazetteer=gazetteer, prices=Prices(*prices) if prices else None)
        try:
            yield extractor
        finally:
            typer.echo(extractor.spent(), err=True)
