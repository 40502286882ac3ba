"""The lists of a bag: BagIt 1.0 (RFC 8493), with SHA-512."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha512.txt", "tagmanifest-sha512.txt"
PAYLOAD = "data"

_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_WRITTEN_AS = {"%": "%25", "\r": "%0D", "\n": "%0A"}
"""Signs that a path in a manifest may not hold as they are (RFC 8493, 2.1.3)."""


@dataclass(frozen=True)
class BagFile:
    """`name` is its path in the bag, with slashes; `source` is a file that has the bytes, or the
    bytes themselves; `digest` is the SHA-256 that it has as far as is known, empty where it is not;
    `of` is the file of the edition or of the sources that it is, as messages call it.
    """

    name: str
    source: Path | bytes
    digest: str = ""
    of: str = ""

    @cached_property
    def size(self) -> int:
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size


@dataclass(frozen=True)
class Written:
    """A file as it was written: its digests are those of the bytes that went into the bag."""

    name: str
    size: int
    sha512: str
    sha256: str

    @property
    def is_payload(self) -> bool:
        return self.name.startswith(f"{PAYLOAD}/")


def declaration() -> BagFile:
    return BagFile(DECLARATION, _DECLARED)


def manifest(files: Iterable[Written]) -> BagFile:
    """Of the payload, in the order of the paths."""
    return BagFile(MANIFEST, _lines(one for one in files if one.is_payload))


def tag_manifest(files: Iterable[Written]) -> BagFile:
    """Of all that lies beside the payload, but itself."""
    return BagFile(TAG_MANIFEST, _lines(one for one in files if not one.is_payload))


def info(told: Mapping[str, str], files: Iterable[Written]) -> BagFile:
    """What is `told` of the bag, where there is something to tell, and how much is in it."""
    payload = [one for one in files if one.is_payload]
    oxum = f"{sum(one.size for one in payload)}.{len(payload)}"
    lines = [
        f"{label}: {' '.join(value.split())}\n"
        for label, value in {**told, "Payload-Oxum": oxum}.items()
        if value.strip()
    ]
    return BagFile(INFO, "".join(lines).encode())


def _lines(files: Iterable[Written]) -> bytes:
    listed = sorted(files, key=lambda one: one.name)
    return "".join(f"{one.sha512}  {written(one.name)}\n" for one in listed).encode()


def written(name: str) -> str:
    """A path as a manifest has it."""
    return "".join(_WRITTEN_AS.get(sign, sign) for sign in name)
