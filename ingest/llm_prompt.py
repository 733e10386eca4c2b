"""What a language model is asked: the instructions, which are kept as data, and the report, which is only material."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any

from graph.gazetteer import Gazetteer, load
from graph.reports import Report
from graph.terminal import printable_json
from graph.vocabulary import vocabulary
from ingest.extractor import Extraction
from ingest.llm_schema import answer_schema

PROMPT_FILE = Path(__file__).parent / "data" / "llm_prompt.md"

LONGEST_PART = 24_000
"""Characters that are sent at once: about 6,000 tokens, which fit a context of 16,000 beside the instructions and the
answer. A longer report is sent in parts, each cut at the end of a paragraph."""


@lru_cache(maxsize=1)
def instructions() -> str:
    """The system message: the prompt file with the vocabulary's relation types written into it."""
    rows = [
        f"- {kind.name} ({kind.extent.value}): … {kind.active} … {kind.description}"
        for kind in vocabulary().types.values()
    ]
    return Template(PROMPT_FILE.read_text(encoding="utf8")).substitute(types="\n".join(rows))


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Where to cut a text into parts that can be sent, as offsets; parts without a letter are left out."""
    start = 0
    while start < len(text):
        end = min(start + LONGEST_PART, len(text))
        if end < len(text):
            ends = (text.rfind(sign, start, end) + len(sign) for sign in ("\n", ". ", " "))
            end = next((cut for cut in ends if cut > start + LONGEST_PART // 2), end)
        if any(map(str.isalpha, text[start:end])):
            yield start, end
        start = end


def messages(text: str, report: Report, outlet: str | None) -> list[dict[str, str]]:
    """What is sent for one part of a report.

    The report stands as a JSON string in the user's message: it cannot end the string, and so cannot pass for anything
    but the text.

    Args:
        text: the part.
        report: gives the day.
        outlet: the outlet's name.
    """
    told = {"outlet": outlet, "published": report.published and report.published.isoformat(), "text": text}
    return [
        {"role": "system", "content": instructions()},
        {"role": "user", "content": printable_json(json.dumps(told, ensure_ascii=False))},
    ]


def request(model: str, said: list[dict[str, str]]) -> dict[str, Any]:
    """The body of a request to a chat-completions endpoint.

    Args:
        model: as the endpoint calls it.
        said: the messages.
    """
    return {
        "model": model,
        "messages": said,
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": answer_schema()},
        },
    }


def outlet_name(report: Report, gazetteer: Gazetteer) -> str | None:
    """What the report's outlet is called; its id where the gazetteer does not know it."""
    entry = gazetteer.entries.get(report.outlet or "")
    return entry.name if entry else report.outlet


class DryRun:
    """An extractor that sends nothing and finds nothing: it shows what would be sent. It needs no endpoint and no key.

    Args:
        show: takes each prompt, which is safe to print in a terminal.
        gazetteer: the known actors; the shipped ones unless given.
    """

    def __init__(self, show: Callable[[str], object], gazetteer: Gazetteer | None = None) -> None:
        self._show = show
        self._gazetteer = gazetteer or load()

    @property
    def name(self) -> str:
        """Its name; it stands on no claim."""
        return "dry-run"

    def extract(self, text: str, report: Report) -> Extraction:
        """Show the prompt of each part of a report."""
        for start, end in parts(text):
            system, user = messages(text[start:end], report, outlet_name(report, self._gazetteer))
            schema = json.dumps(answer_schema())
            self._show(
                f"[system]\n{system['content']}\n[user]\n{user['content']}\n\n[schema of the answer]\n{schema}\n"
            )
        return Extraction()

    def extract_all(self, reports: Iterable[tuple[str, Report]]) -> Iterator[Extraction]:
        """Show the prompts of many reports."""
        for text, report in reports:
            yield self.extract(text, report)
