"""Places: where actors stand on a page that was written before, so that a later one of the same part looks like it."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from queries.rendering.spacing import Point

_DRAWN = re.compile(r'<script type="application/json" id="actors-drawn">(.*?)</script>', re.DOTALL)
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
FARTHEST = 1_000_000.0
"""Pixels from the middle beyond which no page of ours sets an actor."""


def places_on(page: Path) -> dict[str, Point]:
    """The positions of the actors of a page; none where the file is no page of ours.

    Args:
        page: an HTML file; it is read as text, nothing in it is run.
    """
    found: dict[str, Point] = {}
    for drawn in _read(page, _DRAWN) or ():
        match drawn:
            case {"id": str(actor), "x": int() | float() as x, "y": int() | float() as y}:
                if math.hypot(x, y) < FARTHEST:
                    found[actor] = (float(x), float(y))
    return found


def islands_on(page: Path) -> list[list[str]]:
    """The islands of a page, each as its actors; none where it has none, or is no page of ours."""
    data = _read(page, _DATA)
    islands = data.get("islands") if isinstance(data, dict) else None
    return [[actor for actor in one if isinstance(actor, str)] for one in islands or () if isinstance(one, list)]


def title_of(page: Path) -> str | None:
    """What heads a page; None where the file is no page of ours."""
    data = _read(page, _DATA)
    return str(data.get("title")) if isinstance(data, dict) else None


def _read(page: Path, part: re.Pattern[str]) -> Any:  # noqa: ANN401
    """One of the page's JSON parts; None where there is none that can be read."""
    try:
        held = part.search(page.read_text(encoding="utf8", errors="replace"))
        return json.loads(held[1]) if held else None
    except (OSError, ValueError, RecursionError):
        return None
