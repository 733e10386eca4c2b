"""The base of every model: frozen, strict about unknown fields, checked at the border."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, ValidationError


class Model(BaseModel):
    """A value that never changes once it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """A value of what is known to be right: nothing is checked, which takes a tenth of the time.

        For feeds of millions of rows, whose parts were checked one by one before.

        Args:
            values: every field, those with a default too, each of the very type that the model gives it; it becomes a
                part of the value, so nobody may change it afterwards.
        """
        made = cls.__new__(cls)
        put = object.__setattr__
        put(made, "__dict__", values)
        put(made, "__pydantic_fields_set__", _fields(cls))
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
        return made


@cache
def _fields(model: type[Model]) -> set[str]:
    """All fields of a model; pydantic copies the set before it changes one."""
    return set(model.model_fields)


class Fault(NamedTuple):
    """What is off with a value that was refused.

    Args:
        place: the path to the field, such as "roles.0.title"; "" where it is the value as a whole.
        reason: what is wrong with it.
    """

    place: str
    reason: str


def first_fault(error: ValidationError) -> Fault:
    """The first of the faults for which a model refused a value, without the value itself."""
    fault = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part)[:40] for part in fault["loc"])
    return Fault(place, fault["msg"].removeprefix("Value error, "))
