"""Prepared copies, kept under keys of what they were made from; whole or not there at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

from ceremonie.cache import MEDIA, reachable
from ceremonie.files import appearing


def file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Workspace:
    """The part of the cache that holds media. Raises MachineError where it cannot be written.

    `abandoned` is set when what is being made in it will not be asked for any more.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path / MEDIA
        self.abandoned = Event()
        with reachable(path):
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.appearing("essai") as trial:
                trial.touch()
            (self.folder / "essai").unlink(missing_ok=True)

    @contextmanager
    def appearing(self, name: str) -> Iterator[Path]:
        """A temporary name, renamed to `name` at the end, removed if anything goes wrong."""
        with reachable(self.folder), appearing(self.folder / name) as partial:
            yield partial

    def kept(self, key: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """The facts under this key, made if they are not there, or if a file that they name by
        `file` no longer has the digest that they tell.
        """
        facts = self._facts(key)
        if facts is None:
            facts = make()
            with self.appearing(f"{key}.json") as partial:
                partial.write_text(json.dumps(facts, sort_keys=True), "utf-8")
        return facts

    def store(self, partial: Path, ending: str) -> tuple[str, str]:
        """Name a finished temporary file by its digest: (digest, name)."""
        digest = file_digest(partial)
        name = f"{digest}{ending}"
        with reachable(self.folder):
            partial.replace(self.folder / name)
        return digest, name

    @contextmanager
    def scratch(self, ending: str) -> Iterator[Path]:
        """A temporary name in the workspace; gone afterwards unless it was stored."""
        partial = self.folder / f".{uuid4().hex}{ending}"
        try:
            with reachable(self.folder):
                yield partial
        finally:
            partial.unlink(missing_ok=True)

    def _facts(self, key: str) -> dict[str, Any] | None:
        try:
            facts: dict[str, Any] = json.loads((self.folder / f"{key}.json").read_text("utf-8"))
            files = facts.get("files", {})
            whole = all(file_digest(self.folder / n) == digest for n, digest in files.items())
            for name in (f"{key}.json", *files):
                os.utime(self.folder / name)  # used now: the cache keeps what was used last
        except (OSError, ValueError, AttributeError):
            return None
        return facts if whole else None


def key(*parts: object) -> str:
    """A name for what is made from these parts."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:32]
