"""Where a language model answers, and with which key: from arguments, else from the environment.

===================== ==========================================================================================
``RAPPORT_LLM_URL``   what stands before ``/chat/completions``, such as ``http://127.0.0.1:8080/v1``
``RAPPORT_LLM_MODEL`` the model, as the endpoint calls it
``RAPPORT_LLM_KEY``   sent as a bearer token; unset for a server that asks for none
===================== ==========================================================================================
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from graph.errors import Misuse


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a language model answers.

    Attributes:
        base_url: what stands before ``/chat/completions``, such as ``http://127.0.0.1:8080/v1``.
        model: the model, as the endpoint calls it.
        key: sent as a bearer token; empty for a server that asks for none. Never shown.
    """

    base_url: str
    model: str
    key: str = field(default="", repr=False)

    def hidden(self, text: str) -> str:
        """``text`` without the key, should the endpoint have sent it back."""
        return text.replace(self.key, "[key]") if self.key else text


def endpoint(base_url: str | None = None, model: str | None = None, key: str | None = None) -> Endpoint:
    """The endpoint that arguments name, else ``RAPPORT_LLM_URL``, ``RAPPORT_LLM_MODEL`` and ``RAPPORT_LLM_KEY``.

    Raises:
        Misuse: if the address or the model is missing, or one of the three cannot be what it should be.
    """
    import httpx

    url = (base_url or os.environ.get("RAPPORT_LLM_URL", "")).strip()
    name = (model or os.environ.get("RAPPORT_LLM_MODEL", "")).strip()
    secret = (os.environ.get("RAPPORT_LLM_KEY", "") if key is None else key).strip()
    if not url or not name:
        missing = "RAPPORT_LLM_MODEL names no model" if url else "RAPPORT_LLM_URL names no endpoint"
        raise Misuse(f"{missing}; docs/llm.md shows what the LLM extractor needs.")
    # A key with such signs would be shown by the very error that refuses to send it.
    if not (secret.isascii() and secret.isprintable()) or " " in secret:
        raise Misuse("RAPPORT_LLM_KEY holds signs that no key has; it may have been copied with something beside it.")
    if not name.isprintable():
        raise Misuse("RAPPORT_LLM_MODEL holds signs that cannot be printed; write the model as the endpoint calls it.")
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError):
        parsed = httpx.URL("")
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise Misuse("RAPPORT_LLM_URL is no http or https address, such as http://127.0.0.1:8080/v1.")
    if parsed.userinfo:
        raise Misuse("RAPPORT_LLM_URL holds a user or a password; the key belongs in RAPPORT_LLM_KEY.")
    return Endpoint(url, name, secret)
