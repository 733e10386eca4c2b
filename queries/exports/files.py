"""Files: writing an export whole or not at all, and keeping what was refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graph.errors import Misuse, RapportError

if TYPE_CHECKING:
    from queries.exports.records import Refused


def check_file(out: Path) -> None:
    """Refuse a target that can be no file of ours, before anything is read.

    Args:
        out: the file to write.

    Raises:
        Misuse: if it is a folder, or lies in none.
    """
    if out.is_dir():
        raise Misuse(f"{out} is a folder: name a file.")
    if not out.absolute().parent.is_dir():
        raise Misuse(f"There is no folder {out.parent}: make it first.")


def check_folder(out: Path) -> None:
    """Refuse a target that can be no folder of ours, before anything is read.

    Args:
        out: the folder to write into.

    Raises:
        Misuse: if it is a file.
    """
    if out.exists() and not out.is_dir():
        raise Misuse(f"{out} is a file: name a folder.")


def whole(out: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole or not at all.

    Args:
        out: the file.
        write: writes into the file that it is given.

    Raises:
        RapportError: if it cannot be written.
    """
    partial = out.with_name(f"{out.name}.partial")
    try:
        write(partial)
        partial.replace(out)
    except OSError as error:
        raise RapportError(f"{out} cannot be written: {error.strerror or error}.") from error
    finally:
        partial.unlink(missing_ok=True)


def tell_refused(beside: Path, refused: Sequence[Refused]) -> None:
    """Say how much was refused, and keep it in a file with its place and reason.

    Args:
        beside: the file beside which it is kept.
        refused: what was refused; where it is nothing, nothing is said.
    """
    if not refused:
        return
    rejects = beside.with_name(f"{beside.name}.rejects.jsonl")
    lines = [json.dumps({"place": one.place, "reason": one.reason}, ensure_ascii=False) for one in refused]
    rejects.write_text("\n".join(lines) + "\n", encoding="utf-8")
    typer.echo(f"{len(refused):,} could not be read; {rejects} says which, and why.", err=True)
