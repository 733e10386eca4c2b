"""YAML that somebody else wrote: scalars, lists and mappings, and nothing that grows or calls when it is read."""

from __future__ import annotations

from typing import Any

from graph.errors import Misuse

DEEPEST = 20
"""Lists and mappings within each other; what is known to Rapport has three."""


def outside_yaml(text: str, place: str, part: str = "", first_line: int = 1) -> Any:  # noqa: ANN401 (whatever stands in the text)
    """What stands in a text, every scalar as it is written there.

    The loader makes text, lists and mappings only. Aliases (``*name``) are refused, because a few lines of them can
    stand for more than any memory holds.

    Args:
        text: the YAML.
        place: how its file is called, for messages.
        part: of the file, for messages: " of its front matter".
        first_line: of the file, on which the text begins.

    Raises:
        Misuse: if it is no YAML, uses aliases, or nests too deep.
    """
    import yaml

    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                line = first_line + getattr(event.start_mark, "line", 0)
                raise Misuse(
                    f"{place}: line {line}{part} stands for something told before (*{event.anchor}): write it out."
                )
            if depth > DEEPEST:
                raise Misuse(f"{place}: lists stand more than {DEEPEST} deep within each other; write it flat.")
        return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (makes text, lists and mappings only)
    except yaml.YAMLError as error:
        line = first_line + getattr(getattr(error, "problem_mark", None), "line", 0)
        raise Misuse(f"{place}: line {line}{part} is not YAML.") from None
