"""The bulk road: from the rows of feeds to the files for ``neo4j-admin database import``, without a store.

What a store is asked over Bolt is found by parting what the rows say over files on disk, so that each process holds one
part at a time, and every step is done by all processors.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph import import_files
from graph.written import Written
from ingest.feeds.gathering import Counts, Part, find_superseded, project_claims, write_actors, write_reports
from ingest.feeds.scratch import Scratch
from ingest.feeds.spreading import Counted, Numbered, spread
from ingest.processes import InOrder

Progress = Callable[[str, int], None]


class Bulk:
    """Takes the rows of feeds, and writes the files.

    Args:
        folder: for the files; made with ``graph.import_files.make_folder``.
        scratch: for what is parted; about as much is written there.
        gives_out: gives the work to several processes.
        progress: told what is being done, and how many lines have been written.
    """

    def __init__(
        self, folder: Path, scratch: Scratch, gives_out: InOrder, progress: Progress = lambda *_: None
    ) -> None:
        self._folder = folder
        self._scratch = scratch
        self._gives_out = gives_out
        self._progress = progress

    def take(self, tasks: Iterable[Numbered]) -> Iterator[Counted]:
        """Read rows; what has a higher number corrects what has a lower one.

        Args:
            tasks: the rows, taken lazily.
        """
        return self._gives_out(spread, tasks)

    def write(self, retold: int = 0) -> Written:
        """Write the files.

        Args:
            retold: how many claims of what was taken were told again within one portion.

        Returns:
            What the graph that is imported from them holds.
        """
        for file in import_files.FILES:
            (self._folder / f"{file.name}.csv").write_text(file.header, "utf8")
        scratch = self._scratch
        scratch.begin_again()
        self._progress("Looking for corrections", 0)
        replaced = sum(self._gives_out(find_superseded, self._parts(scratch.tellings.parts)))
        some = any(scratch.folder.glob(f"{scratch.superseded.name}-*"))
        counts = self._gathered("Projecting claims", project_claims, self._parts(scratch.parts, some))
        counts += self._gathered("Writing reports", write_reports, self._parts(scratch.reports.parts, some))
        counts += self._gathered("Writing actors", write_actors, self._parts(scratch.actors.parts, some))
        import_files.write_arguments(self._folder)
        return Written(
            reports=counts["reports"],
            claims=counts["claims"],
            actors=counts["actors"],
            relations=counts["relations"],
            replaced=replaced + retold,
        )

    def _parts(self, count: int, some_superseded: bool = False) -> Iterator[Part]:
        return (Part(number, self._scratch, some_superseded) for number in range(count))

    def _gathered(self, doing: str, work: Callable[[Part], Counts], parts: Iterable[Part]) -> Counter[str]:
        """Put the lines of each part, as they are made, behind those of the parts before it; how many there are."""
        total: Counter[str] = Counter()
        waiting = list(parts)
        for part, counts in zip(waiting, self._gives_out(work, waiting), strict=True):
            for name in counts:
                made = part.file(name)
                with made.open("rb") as lines, (self._folder / f"{name}.csv").open("ab") as file:
                    shutil.copyfileobj(lines, file, 1 << 20)
                made.unlink()
            total.update(counts)
            self._progress(doing, total.total())
        return total
