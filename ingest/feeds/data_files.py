"""Data files: those in ``data`` that say what feeds mean, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from graph.errors import RapportError
from graph.model import Model, first_fault

DATA = Path(__file__).parent / "data"

AnyModel = TypeVar("AnyModel", bound=Model)


def load(path: Path) -> Any:  # noqa: ANN401 (whatever stands in the file)
    """What stands in a file."""
    return yaml.load(path.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)


def checked(place: str, model: type[AnyModel], row: dict[str, Any]) -> AnyModel:
    """A row of a file as a model.

    Args:
        place: the file and the row, for the error.
        model: which.
        row: the row.

    Raises:
        RapportError: if the row breaks the model.
    """
    try:
        return model(**row)
    except (ValidationError, TypeError) as error:
        reason = ": ".join(filter(None, first_fault(error))) if isinstance(error, ValidationError) else error
        raise RapportError(f"{place} is off: {reason}") from error
