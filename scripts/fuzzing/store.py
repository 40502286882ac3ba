"""What a target learns, as files: its corpus, its findings, how far it is."""

from __future__ import annotations

import hashlib
import json
import traceback
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Store:
    """The folder of one target below the corpus."""

    folder: Path
    executions: int = 0
    known: set[str] = field(default_factory=set)

    @property
    def corpus(self) -> Path:
        return self._inside("corpus")

    @property
    def findings(self) -> Path:
        return self._inside("findings")

    @property
    def current(self) -> Path:
        """The bytes that are tried now: what a process that dies was at."""
        return self.folder / "current.bin"

    def _inside(self, name: str) -> Path:
        inside = self.folder / name
        inside.mkdir(parents=True, exist_ok=True)
        return inside

    def inputs(self) -> list[bytes]:
        return [file.read_bytes() for file in sorted(self.corpus.iterdir())]

    def keep(self, data: bytes) -> None:
        (self.corpus / _digest(data)).write_bytes(data)

    def trying(self, data: bytes) -> None:
        self.executions += 1
        self.current.write_bytes(data)

    def find(self, data: bytes, error: BaseException) -> bool:
        """Whether this is another finding than those so far: raised elsewhere, or of another
        kind.
        """
        kind = _kind(error)
        if kind in self.known:
            return False
        self.known.add(kind)
        self.write(data, "".join(traceback.format_exception(error)))
        return True

    def write(self, data: bytes, words: str) -> None:
        file = self.findings / f"{_digest(data)}.bin"
        file.write_bytes(data)
        file.with_suffix(".txt").write_text(words, "utf-8")

    def save(self) -> None:
        told = {"executions": self.executions}
        (self.folder / "progress.json").write_text(json.dumps(told), "utf-8")

    def done(self) -> int:
        """The executions that were saved last."""
        file = self.folder / "progress.json"
        return int(json.loads(file.read_text("utf-8"))["executions"]) if file.is_file() else 0

    def counts(self) -> tuple[int, int]:
        """Files of the corpus, and findings."""
        return len(list(self.corpus.iterdir())), len(list(self.findings.glob("*.txt")))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _kind(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(error).__name__} at {last.filename}:{last.lineno}" if last else repr(error)
