"""The base of every model: frozen, strict about unknown fields, checked at the border."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A value that never changes once it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)
