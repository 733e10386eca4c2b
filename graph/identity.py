"""Deterministic ids: the hash of canonical content, so that the same thing said again is the same thing."""

from __future__ import annotations

import hashlib
import json.encoder
from collections.abc import Sequence

ID_LENGTH = 24
"""Hex digits kept of a SHA-256: 96 bits, so that a billion ids collide with a chance below 1 in 10^10."""

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)
_MAKE_ENCODER = getattr(json.encoder, "c_make_encoder", None)
_AT_ONCE = _MAKE_ENCODER and _MAKE_ENCODER(
    None, str, json.encoder.encode_basestring, None, ":", ",", False, False, True
)
"""What ``_CANONICAL`` makes anew for each content, where Python has it: ids are half of the work of reading a row."""


def content_id(prefix: str, content: Sequence[object]) -> str:
    """The id of some content, such as ``claim-1f0c…``.

    Args:
        prefix: what the id is of: "report", "claim" or "relation".
        content: the parts that make the thing what it is, in a fixed order; dates as ISO strings.
    """
    text = "".join(_AT_ONCE(content, 0)) if _AT_ONCE else _CANONICAL.encode(content)
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]}"
