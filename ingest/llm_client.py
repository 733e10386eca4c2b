"""A thin client for any endpoint that speaks the chat-completions protocol: bounded in time, size and retries."""

from __future__ import annotations

import datetime
import email.utils
import math
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from pydantic import ConfigDict, Field, ValidationError

from graph.errors import RapportError
from graph.model import Model
from graph.terminal import printable
from ingest.llm_endpoint import Endpoint
from ingest.llm_usage import Usage

if TYPE_CHECKING:
    import httpx

LARGEST_ANSWER = 4_000_000
"""Bytes; ten times what the longest useful answer takes."""

LONGEST_WAIT = 120.0
"""Seconds. An endpoint that asks to wait longer has run out of quota, and the user should know it."""

WAITS_DOUBLE_UP_TO = 30.0
"""Seconds between two attempts, where the endpoint does not say how long to wait."""

PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""Statuses after which the same request may succeed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to go on with one request.

    Attributes:
        attempts: how often it is sent at most.
        timeout: seconds in which the whole answer has to arrive.
        first_wait: seconds before the second attempt; each further wait may be twice as long.
    """

    attempts: int = 5
    timeout: float = 180.0
    first_wait: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes:
        content: what the model wrote; None where it wrote nothing.
        cut: whether it was cut off at the endpoint's limit of tokens.
        usage: of this one request.
    """

    content: str | None
    cut: bool
    usage: Usage


class Unanswered(RapportError):
    """One request came to nothing; the next report's may well be answered."""


class _Told(Model):
    model_config = ConfigDict(extra="ignore")


class _Message(_Told):
    content: str | None = None


class _Choice(_Told):
    message: _Message
    finish_reason: str | None = None


class _Completion(_Told):
    choices: tuple[_Choice, ...] = Field(min_length=1)
    usage: object = None


class _Tokens(_Told):
    prompt_tokens: int = Field(ge=0, lt=10**12)
    completion_tokens: int = Field(ge=0, lt=10**12)


class _Passing(Exception):
    """An attempt failed in a way that may pass; with the seconds that the endpoint asks to wait."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        self.wait = wait
        super().__init__(why)


class ChatClient:
    """Sends one request at a time.

    Args:
        endpoint: where to.
        patience: for how long.
    """

    def __init__(self, endpoint: Endpoint, patience: Patience | None = None) -> None:
        self._endpoint = endpoint
        self._patience = patience or Patience()

    def complete(self, body: Mapping[str, Any]) -> Answer:
        """Send a request, and again where that may help: after 429, server faults, broken connections and timeouts.

        Args:
            body: of the request, as ``ingest.llm_prompt.request`` makes it.

        Raises:
            Unanswered: if no attempt is answered, or the endpoint refuses this request.
            RapportError: if it would refuse every request. No message holds the key.
        """
        for attempt in range(1, self._patience.attempts + 1):
            try:
                return self._answer(self._send(body))
            except _Passing as failure:
                if attempt == self._patience.attempts:
                    raise Unanswered(f"{self._host} {failure}, {_times(attempt)}; try again later.") from None
                wait = self._wait(attempt) if failure.wait is None else failure.wait
                if wait > LONGEST_WAIT:
                    raise RapportError(f"{self._host} {failure} and asks to wait {wait:.0f} seconds.") from None
            time.sleep(wait)
        raise AssertionError("an attempt is answered or fails")

    def _wait(self, attempt: int) -> float:
        """Twice as long each time, and at random between half of that and all, so that many do not return together."""
        longest = min(self._patience.first_wait * 2.0 ** (attempt - 1), WAITS_DOUBLE_UP_TO)
        return random.SystemRandom().uniform(longest / 2, longest)

    def _send(self, body: Mapping[str, Any]) -> bytes:
        """One attempt.

        Raises:
            _Passing: if a later attempt may succeed.
            RapportError: if none can.
        """
        import httpx

        headers = {"Authorization": f"Bearer {self._endpoint.key}"} if self._endpoint.key else {}
        try:
            with (
                httpx.Client(timeout=self._patience.timeout, headers=headers) as client,
                client.stream("POST", self._address, json=dict(body)) as response,
            ):
                content = self._received(response)
        except httpx.TimeoutException:
            raise _Passing(f"did not answer within {self._patience.timeout:g} seconds") from None
        except httpx.ConnectError:
            raise RapportError(f"{self._host} does not answer; check RAPPORT_LLM_URL and the network.") from None
        except httpx.HTTPError:
            raise _Passing("broke off the connection") from None
        except (httpx.InvalidURL, ValueError, ImportError):
            raise RapportError(f"{self._host} cannot be asked; check the proxy that the environment names.") from None
        if response.status_code != 200:
            self._refused(response, content)
        return content

    def _received(self, response: httpx.Response) -> bytes:
        """The body, which has to be whole in time: a server that sends a byte a minute never trips a read timeout."""
        import httpx

        deadline = time.monotonic() + self._patience.timeout
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > LARGEST_ANSWER:
                raise Unanswered(f"{self._host} sends more than {LARGEST_ANSWER:,} bytes, which is no answer.")
            if time.monotonic() > deadline:
                raise httpx.ReadTimeout("slow")
        return bytes(content)

    def _refused(self, response: httpx.Response, content: bytes) -> NoReturn:
        status = response.status_code
        if status in PASSING:
            raise _Passing(f"answers with status {status}", _retry_after(response.headers.get("retry-after")))
        told = printable(self._endpoint.hidden(content.decode("utf8", "replace"))).strip()[:300]
        match status:
            case 401 | 403:
                raise RapportError(f"{self._host} refuses the key (status {status}); check RAPPORT_LLM_KEY.")
            case 404:
                advice = "check RAPPORT_LLM_URL and RAPPORT_LLM_MODEL"
            case 300 | 301 | 302 | 303 | 307 | 308:
                advice = "it stands elsewhere; put its own address into RAPPORT_LLM_URL"
            case _:
                advice = "the model has to take a JSON schema, temperature 0 and the report's length"
        failure = RapportError if status == 404 or status < 400 else Unanswered
        raise failure(f"{self._host} refuses the request (status {status}); {advice}. It says: {told or 'nothing'}")

    def _answer(self, content: bytes) -> Answer:
        try:
            completion = _Completion.model_validate_json(content)
        except ValidationError:
            raise RapportError(
                f"{self._host} answers, but not as a chat-completions endpoint does; check RAPPORT_LLM_URL."
            ) from None
        choice = completion.choices[0]
        text = choice.message.content
        try:
            tokens = _Tokens.model_validate(completion.usage)
            usage = Usage(1, 0, tokens.prompt_tokens, tokens.completion_tokens)
        except ValidationError:
            usage = Usage(requests=1, uncounted=1)
        return Answer(text, choice.finish_reason == "length", usage)

    @property
    def _address(self) -> httpx.URL:
        import httpx

        base = httpx.URL(self._endpoint.base_url)
        return base.copy_with(path=base.path.rstrip("/").removesuffix("/chat/completions") + "/chat/completions")

    @property
    def _host(self) -> str:
        return f"The LLM endpoint {self._endpoint.hidden(self._address.netloc.decode('ascii'))}"


def _retry_after(header: str | None) -> float | None:
    """Seconds to wait, from a number of seconds or a date; None where it tells neither."""
    if header is None:
        return None
    try:
        seconds = float(header)
        return max(0.0, seconds) if math.isfinite(seconds) else None
    except ValueError:
        pass
    try:
        until = email.utils.parsedate_to_datetime(header)
        return max(0.0, (until - datetime.datetime.now(datetime.UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
