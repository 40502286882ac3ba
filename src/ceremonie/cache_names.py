"""What the cache keeps is called here: by those who write it, and by who throws it away."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

COPIES, PIECES, SLIDES, RECORDS = "medias", "film", "diaporama", "releves"
CELLS, MEASURES, STICKS = "planche", "mesures", "cle"
"""Its folders: copies of media and what is known of them, pieces of films, what slides are made of,
digests, the pictures of contact sheets, what was measured of words and sound, what sticks hold that
costs time.
"""

RECORD = f"{RECORDS}/empreintes.json"
"""What is known of the user's files: their digests, while they are unchanged."""

KEPT = {
    COPIES: re.compile(r"[0-9a-f]{32}\.json|[0-9a-f]{64}\.[a-z0-9]{2,4}"),
    PIECES: re.compile(r"[0-9a-f]{64}\.mp4"),
    SLIDES: re.compile(r"[0-9a-f]{64}\.(image|diapositive)"),
    CELLS: re.compile(r"[0-9a-f]{64}\.vignette"),
    MEASURES: re.compile(r"[0-9a-f]{64}\.mesure"),
    STICKS: re.compile(r"[0-9a-f]{64}\.(mp4|pdf)"),
    RECORDS: re.compile(r"empreintes\.json"),
}
"""Folder → the names of what is kept there; whatever else lies there is not ours to touch."""

UNFINISHED = re.compile(r"\.[0-9a-f]{32}(\.[a-z0-9]+)+")
"""What a run has begun: the names of `unfinished`, and those of `files.appearing`."""


def facts(copies: Path, key: str) -> Path:
    """Where facts are kept under a key of 32 hexadecimal digits."""
    return copies / f"{key}.json"


def copy(copies: Path, digest: str, ending: str) -> Path:
    """Where a copy is kept, by the SHA-256 of its own bytes; `ending` begins with a dot."""
    return copies / f"{digest}{ending}"


def piece(pieces: Path, key: str) -> Path:
    """Where a finished piece of a film is kept, under the SHA-256 of all that it depends on."""
    return pieces / f"{key}.mp4"


def image(slides: Path, key: str) -> Path:
    """Where a picture is kept as slides store it, under the SHA-256 of all that it depends on."""
    return slides / f"{key}.image"


def slide(slides: Path, key: str) -> Path:
    """Where a finished slide or layout is kept, under the SHA-256 of all that it depends on."""
    return slides / f"{key}.diapositive"


def cell(cells: Path, key: str) -> Path:
    """Where a picture of a contact sheet is kept, under the SHA-256 of all that it depends on."""
    return cells / f"{key}.vignette"


def measure(measures: Path, key: str) -> Path:
    """Where a measure is kept, under the SHA-256 of all that it depends on."""
    return measures / f"{key}.mesure"


def unfinished(folder: Path, ending: str) -> Path:
    """A name that no other run has."""
    return folder / f".{uuid4().hex}{ending}"
