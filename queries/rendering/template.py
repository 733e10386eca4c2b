"""Template: the readable parts of a page put together into one file that fetches nothing and runs only its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent / "page_template"
PAGE = "page.html"


def environment(title: str, data: Mapping[str, Any], scripts: Sequence[str], library: str = "") -> Environment:
    """What fills the template; every text is escaped, since it comes from reports.

    Args:
        title: heads the page.
        data: what its script reads.
        scripts: names of the script's parts, in the order in which they stand on one another; the last starts it.
        library: a script of somebody else's that ours stands on.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    own = _script(scripts)
    style = (FOLDER / "page.css").read_text(encoding="utf8")
    filled = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    # Legends keep the order of the declarations.
    filled.policies["json.dumps_kwargs"] = {"sort_keys": False}
    filled.globals.update(
        title=title,
        policy=_policy(tuple(filter(None, (library, own))), style),
        vis=Markup(library),  # noqa: S704  from our own installation
        own=Markup(own),  # noqa: S704  our own file
        style=Markup(style),  # noqa: S704  our own file
        data=data,
    )
    return filled


def _script(names: Sequence[str]) -> str:
    """The page's own script: its parts, in one scope of their own."""
    parts = [(FOLDER / f"{name}.js").read_text(encoding="utf8") for name in names]
    return '"use strict";(() => {\n' + "\n".join(parts) + "})();\n"


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """A content security policy under which only these scripts run, only this style applies, and nothing is fetched."""

    def named(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; script-src {' '.join(named(script) for script in scripts)}; style-src {named(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
