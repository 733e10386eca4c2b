"""Text for a terminal: what comes from reports, feeds and servers may hold signs that drive the terminal itself."""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    r"\x1b\][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC: titles, links, the clipboard
    r"|\x1b[PX^_][^\x1b\x9c]*(?:\x1b\\|\x9c)?"  # DCS, SOS, PM, APC: strings that only the terminal reads
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, movement, erasing
    r"|\x1b[ -/]*[0-~]?"
)
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
HOSTILE = "\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Control characters, signs that turn the direction of writing, and signs that cannot be seen, for a regular
expression's brackets. The joiners U+200C and U+200D stay: Persian and several other scripts are spelled with them."""
_HOSTILE = re.compile(f"[{HOSTILE}\ud800-\udfff]")


def printable(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey and nothing that cannot be seen.

    Escape sequences go with what they carry, line breaks and tabs become a space.
    """
    return _HOSTILE.sub("", _BREAKS.sub(" ", _SEQUENCES.sub("", text)))


def printable_json(encoded: str) -> str:
    r"""Encoded JSON that says the same with every hostile sign written as ``\uXXXX``, so that it can be shown."""
    return re.sub(f"(?!\n)[{HOSTILE}\ud800-\udfff]", _escaped, encoded)


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
