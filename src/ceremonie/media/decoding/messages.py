"""How parent and child talk: JSON with its length before it, one message after the other."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

HEAD = struct.Struct(">I")
LONGEST = 1 << 24
"""Bytes of a message: far more than any needs. What claims to be longer is no message."""

Message = dict[str, Any]


def send(pipe: IO[bytes], message: Message) -> None:
    data = json.dumps(message).encode()
    pipe.write(HEAD.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Message | None:
    """The next message; None where the other side is gone."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size or (size := HEAD.unpack(head)[0]) > LONGEST:
        return None
    data = pipe.read(size)
    return json.loads(data) if len(data) == size else None
