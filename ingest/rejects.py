"""Rejects: what could not be read is kept with its place and reason, and counted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from graph.errors import Misuse
from graph.private import owner_only, private_folder
from ingest.extractor import Reject


def write_rejects(rejects: Iterable[Reject], path: Path) -> int:
    """Add rejects to a file, one JSON object a line; makes the file only where there is one to write.

    Args:
        rejects: what could not be read.
        path: the file; its folder is made.

    Returns:
        How many were written.

    Raises:
        Misuse: if the file cannot be written.
    """
    lines = [json.dumps(asdict(reject), ensure_ascii=False) + "\n" for reject in rejects]
    if not lines:
        return 0
    try:
        private_folder(path.parent)
        with open(path, "a", encoding="utf8", errors="backslashreplace", opener=owner_only) as file:
            file.writelines(lines)
    except OSError as error:
        raise Misuse(
            f"The rejects file {path} cannot be written: {error.strerror}; name another with --rejects."
        ) from None
    return len(lines)
