"""A hundred thousand bytes of what was made to do harm, to be given to every reader."""

from __future__ import annotations

import random

SIZE = 100_000
SECONDS = 5
"""Of the processor, for each."""

FILLERS = {
    "letters": "A",
    "names": "Iran, ",
    "many names": "A; B;",
    "brackets": "(",
    "digits": "9",
    "digits and a point": "9.",
    "marks on letters": "e\u0301\u0323",
    "zeros": "\x00",
    "escape sequences": "\x1b[31m\x07",
    "turned writing": "\u202e\u2066\u200b",
    "capitals and points": "U.S. ",
    "addresses": "https://",
    "spaces": " ",
    "of": " of the",
    "flags": "🇮🇷",
    "minus": "-",
}

BODIES = {
    "bytes at random": random.Random(1).randbytes(SIZE),
    "lines of bytes at random": b"\n".join(random.Random(n).randbytes(20) for n in range(SIZE // 20)),
    "a line without an end": b"a" * SIZE,
    "empty lines": b"\n" * SIZE,
    "carriage returns": b"\r" * SIZE,
    "zeros": b"\x00" * SIZE,
    "no UTF-8": b"\xff" * SIZE,
    "controls": bytes(range(32)) * (SIZE // 32),
    "quotation marks": b'"' * SIZE,
    "a quotation mark in each line": b'"\n' * (SIZE // 2),
    "a quotation mark that nobody closes": b'"' + b"a\n" * (SIZE // 2),
    "tabs": b"\t" * SIZE,
    "commas": b"," * SIZE,
    "semicolons": b";" * SIZE,
    "JSON lists in lists": b"[" * SIZE,
    "JSON objects in objects": b'{"a":' * (SIZE // 5),
    "a JSON number": b'{"subject": ' + b"9" * SIZE + b"}",
    "a JSON list in a field": b'{"subject": ' + b"[" * 900 + b"]" * 900 + b', "relation": "attacks"}',
    "a JSON key": b'{"' + b"k" * SIZE + b'": 1, "subject": "Iran", "relation": "attacks", "object": "Israel"}',
}
