"""Parameters of saved queries: what a query's header declares, and the values that a user gives."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from graph.errors import Misuse
from graph.model import Model
from graph.options import day

ParameterName = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]


class ParameterType(StrEnum):
    """What may stand for a parameter."""

    ACTOR = "actor"
    DAY = "day"
    TEXT = "text"
    INTEGER = "integer"
    RELATION_TYPE = "relation-type"


class Parameter(Model):
    """One parameter of a saved query.

    Args:
        type: what may stand for it.
        about: what it is for, in a few words.
        default: the value where none is given, as the user would write it; None leaves the query to do without.
    """

    type: ParameterType
    about: str = Field(min_length=3)
    default: str | int | datetime.date | None = None

    @property
    def required(self) -> bool:
        """Whether a value must be given: the header names no default, not even ``null``."""
        return "default" not in self.model_fields_set

    @model_validator(mode="after")
    def _has_a_fitting_default(self) -> Parameter:
        if self.default is not None and self.type is not ParameterType.ACTOR:
            try:
                value("default", self.type, str(self.default), lambda name: name)
            except Misuse as fault:
                raise ValueError(str(fault)) from None
        return self


def checked(declared: Mapping[str, Parameter], given: Mapping[str, str], actor: Callable[[str], str]) -> dict[str, Any]:
    """The values that a query runs with: those given, checked and read by their type, and the defaults.

    Args:
        declared: the parameters of the query, by name.
        given: what the user wrote, by name.
        actor: gives the id of the actor that a name means.

    Raises:
        Misuse: if a value is missing, does not fit its type, or is for a parameter that the query does not have.
    """
    check_names(declared, given)
    found: dict[str, Any] = {}
    for name, parameter in declared.items():
        text = given.get(name, None if parameter.default is None else str(parameter.default))
        found[name] = None if text is None else value(name, parameter.type, text, actor)
    return found


def check_names(declared: Mapping[str, Parameter], given: Mapping[str, str]) -> None:
    """Check that every parameter that a query needs is given, and none that it does not have.

    Raises:
        Misuse: with what is missing or too much.
    """
    strange = next((name for name in given if name not in declared), None)
    if strange is not None:
        names = ", ".join(declared) or "none"
        raise Misuse(f"The query has no parameter '{strange}'; it has: {names}.")
    missing = [name for name, parameter in declared.items() if parameter.required and name not in given]
    if missing:
        wanted = " ".join(f"--param {name}={_EXAMPLES[declared[name].type]}" for name in missing)
        raise Misuse(f"The query needs {' and '.join(missing)}: add {wanted}.")


def value(name: str, kind: ParameterType, text: str, actor: Callable[[str], str]) -> Any:  # noqa: ANN401
    """The value that a text stands for.

    Args:
        name: the parameter's, for messages.
        kind: what the text must be.
        text: as the user wrote it.
        actor: as for ``checked``.

    Raises:
        Misuse: if the text does not fit.
    """
    text = text.strip()
    if not text:
        raise Misuse(f"The parameter '{name}' is empty: write a value after the '=', or leave it out.")
    match kind:
        case ParameterType.ACTOR:
            return actor(text)
        case ParameterType.DAY:
            return day(text, name)
        case ParameterType.INTEGER:
            return _integer(name, text)
        case ParameterType.RELATION_TYPE:
            return relation_type(text)
        case ParameterType.TEXT:
            return text


def relation_type(text: str) -> str:
    """The name of a relation type, in whatever case it is written, with spaces or hyphens for underscores.

    Raises:
        Misuse: if the vocabulary has no such type; the message names the nearest ones.
    """
    from rapidfuzz import process

    from graph.vocabulary import vocabulary

    name = "_".join(text.replace("-", " ").replace("_", " ").upper().split())
    types = vocabulary().types
    if name in types:
        return name
    near = [found for found, _, _ in process.extract(name, list(types), limit=3, score_cutoff=60)]
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise Misuse(f"The vocabulary has no relation type '{text}'.{hint}")


def family(text: str) -> str:
    """The name of a family of relation types, with spaces or underscores for hyphens.

    Raises:
        Misuse: if there is no such family.
    """
    from graph.vocabulary import Family

    name = "-".join(text.lower().replace("_", " ").replace("-", " ").split())
    known = [one.value for one in Family]
    if name not in known:
        raise Misuse(f"There is no family '{text}'; the families are: {', '.join(known)}.")
    return name


def valences(text: str | None) -> tuple[float, float]:
    """The lowest and highest valence that is asked for, both counted.

    Args:
        text: ``friendly``, ``hostile``, ``neutral``, or bounds such as ``-10..-5``; None for no bounds.

    Raises:
        Misuse: if it is none of these.
    """
    from queries.view import HIGHEST, LOWEST

    least = 0.01  # valences have one decimal
    named = {None: (LOWEST, HIGHEST), "friendly": (least, HIGHEST), "hostile": (LOWEST, -least), "neutral": (0.0, 0.0)}
    if text is None or text.strip().lower() in named:
        return named[text.strip().lower() if text else None]
    low, dots, high = text.partition("..")
    try:
        bounds = float(low or LOWEST), float(high or HIGHEST)
    except ValueError:
        bounds = None
    if not dots or bounds is None or not LOWEST <= bounds[0] <= bounds[1] <= HIGHEST:
        raise Misuse(f"'{text}' is no valence: write friendly, hostile, neutral, or bounds such as -10..-5.")
    return bounds


def _integer(name: str, text: str) -> int:
    """A whole number that Neo4j can hold and that counts something.

    Raises:
        Misuse: if the text is none.
    """
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Misuse(f"'{text}' is no whole number from 0 on, which '{name}' must be.")
    return int(text)


_EXAMPLES: Mapping[ParameterType, str] = {
    ParameterType.ACTOR: "Israel",
    ParameterType.DAY: "2024-10-01",
    ParameterType.TEXT: "TEXT",
    ParameterType.INTEGER: "10",
    ParameterType.RELATION_TYPE: "STRIKES",
}
