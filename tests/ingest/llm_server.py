"""A real server on this machine that speaks the chat-completions protocol, and answers as a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-a-secret-that-nobody-may-see"


@dataclass(frozen=True)
class Reply:
    """One answer of the server."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    drip: float = 0


@dataclass
class Server:
    """What the server was asked, and what it will answer; the last answer stands for all further requests."""

    url: str
    replies: list[Reply] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


def says(content: object, tokens: object = (1000, 200), finish: str = "stop") -> Reply:
    """A completion with this content; what is no text becomes JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]} if isinstance(tokens, tuple) else tokens
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return Reply(json.dumps({"id": "1", "object": "chat.completion", "choices": [choice], "usage": usage}).encode())


def fails(status: int, message: str = "no", **headers: str) -> Reply:
    """An error as such servers tell it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps({"error": {"message": message}}).encode(), status, named)


def party(name: str, words: str | None = None) -> dict[str, Any]:
    return {"name": name, "words": words or name}


def claim(quote: str, subject: str, relation: str, target: str | None, **changes: object) -> dict[str, Any]:
    """A claim as a model writes it; ``changes`` go over its fields."""
    return {
        "quote": quote,
        "type": relation,
        "subject": party(subject),
        "object": party(target) if target else None,
        "on": None,
        "until": None,
        "modality": "asserted",
        "negated": False,
        "sources": [],
    } | changes


def claims(*found: object) -> Reply:
    return says({"claims": list(found)})


@contextmanager
def running() -> Iterator[Server]:
    """The server, on a free port, until the block ends."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server = Server(f"http://127.0.0.1:{http.server_port}/v1")
    http.RequestHandlerClass = _handler(server)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def _handler(server: Server) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.times.append(time.monotonic())
            server.asked.append(asked)
            server.keys.append(self.headers["Authorization"])
            reply = server.replies.pop(0) if len(server.replies) > 1 else server.replies[0]
            if self.path != "/v1/chat/completions":
                reply = fails(404, f"no such path {self.path}")
            time.sleep(reply.delay)
            try:
                self._send(reply)
            except OSError:
                return  # the client did not want to wait

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if not reply.drip:
                self.wfile.write(reply.body)
                return
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip)

        def log_message(self, *_: object) -> None:
            return

    return Handler
