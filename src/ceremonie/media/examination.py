"""What one decode of a medium shows: the facts that count, and what a person must hear of.

`verifier` tells it, `produire` plans with it, and both keep it by the file's digest: so it names no
file and no folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.material import Extent, Tempo
from ceremonie.messages import problem

FILE = "fichier"


@dataclass(frozen=True)
class Remark:
    """A problem that leaves the medium usable: its slug, the values of its message besides the
    medium's name, and the key of the entry that is meant: `fichier` for the file (also where the
    entry names it by another key), `de`, `a`.
    """

    slug: str
    values: tuple[tuple[str, str], ...] = ()
    key: str = FILE

    def at(self, path: NodePath, name: str, file: str = FILE) -> Diagnostic:
        """The warning at the entry that `path` leads to; `name` is what the user calls the file,
        and `file` the key of the entry that names it.
        """
        values: dict[str, Any] = {"name": name, **dict(self.values)}
        key = file if self.key == FILE else self.key
        return problem(self.slug, path=(*path, key), severity=Severity.WARNING, **values)


Face = tuple[float, float, float, float]
"""Left, top, right, bottom of the box around a head, 0 to 1 from the picture's top left."""

Swatch = tuple[int, int, int, float]


@dataclass(frozen=True)
class Examination:
    """`width` and `height` are those of the prepared copy, upright, in px (0 for sound); `frames`
    those of a clip between its bounds at 25 a second; `samples` those of a sound file at 48 kHz,
    and `whole` whether it ends where it says, with its steady beat if there is one, and its extent.
    `swatches` are the main colours of what is seen of a picture with transparency, which shows how
    it stands out from a ground: red, green, blue (0 to 255) and the part of the whole (0 to 1).
    `faces` are the boxes around the heads of a picture that was looked at for them, the largest
    first.
    `flashes` are the frames, from and to before, in which a clip flashes more than three times a
    second. `spoken` are the seconds of its excerpt, from and to, in which somebody speaks.
    """

    width: int = 0
    height: int = 0
    alpha: bool = False
    frames: int = 0
    has_sound: bool = False
    samples: int = 0
    whole: bool = True
    swatches: tuple[Swatch, ...] = ()
    remarks: tuple[Remark, ...] = ()
    flashes: tuple[tuple[int, int], ...] = ()
    tempo: Tempo | None = None
    extent: Extent | None = None
    faces: tuple[Face, ...] = ()
    spoken: tuple[tuple[float, float], ...] = ()
