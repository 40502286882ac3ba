"""Prepared copies, kept under keys of what they were made from; whole or not there at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from ceremonie import cache_names
from ceremonie.cache import reachable
from ceremonie.files import appearing, move, remove
from ceremonie.seal import opened, sealed
from ceremonie.unchanged import Digests, digest_of


class Workspace:
    """The part of the cache that holds media. Raises MachineError where it cannot be written.

    `abandoned` is set when what is being made in it will not be asked for any more; `digests` are
    those of the user's files.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path / cache_names.COPIES
        self.abandoned = Event()
        self.digests = Digests(path / cache_names.RECORD)
        with reachable(path):
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.scratch(".essai") as trial:
                trial.touch()

    def kept(self, key: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """The facts under this key, made if they are not there as they were written, or if one of
        the `files` that they name no longer has the digest that they tell. They and these files
        count as used now.
        """
        facts = self._facts(key)
        if facts is None:
            facts = make()
            self._write(key, facts)
        return facts

    def kept_of(
        self, file: Path, key: Callable[[str], str], make: Callable[[], dict[str, Any]]
    ) -> dict[str, Any]:
        """The same of what is made from one file, under the key of its digest. What was made while
        it was being saved is not kept: nobody knows of which bytes it is.
        """
        digest = self.digests.of(file)
        name = key(digest)
        facts = self._facts(name)
        if facts is None:
            facts = make()
            if self.digests.of(file) == digest:
                self._write(name, facts)
        return facts

    def store(self, unfinished: Path, ending: str) -> tuple[str, str]:
        """Name a finished temporary file by its digest: (digest, name)."""
        digest = digest_of(unfinished)
        target = cache_names.copy(self.folder, digest, ending)
        with reachable(self.folder):
            move(
                unfinished,
                target,
                there=lambda: target.is_file() and digest_of(target) == digest,
            )
        return digest, target.name

    @contextmanager
    def scratch(self, ending: str) -> Iterator[Path]:
        """A temporary name in the workspace; gone afterwards unless it was stored."""
        unfinished = cache_names.unfinished(self.folder, ending)
        try:
            with reachable(self.folder):
                yield unfinished
        finally:
            remove(unfinished)

    def _write(self, key: str, facts: dict[str, Any]) -> None:
        text = json.dumps(facts, sort_keys=True).encode()
        path, there = cache_names.facts(self.folder, key), partial(self._is_kept, key)
        with reachable(self.folder), appearing(path, there=there) as unfinished:
            unfinished.write_bytes(sealed(text))

    def _is_kept(self, key: str) -> bool:
        return self._facts(key) is not None

    def _facts(self, key: str) -> dict[str, Any] | None:
        path = cache_names.facts(self.folder, key)
        try:
            text = opened(path.read_bytes())
            if text is None:
                return None
            facts: dict[str, Any] = json.loads(text)
            files: dict[str, str] = facts.get("files", {})
            whole = all(digest_of(self.folder / n) == digest for n, digest in files.items())
            for used in (path, *(self.folder / name for name in files)):
                os.utime(used)  # the cache keeps what was used last
        except OSError:
            return None
        return facts if whole else None


def key(*parts: object) -> str:
    """A name for what is made from these parts."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:32]
