"""What a run is asked for, and what it gives back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic
from ceremonie.edition.outputs import Part
from ceremonie.formats import Shape
from ceremonie.progress import Progress, Step


class Codec(StrEnum):
    """In which the technician is given the film."""

    PRORES = "prores"
    DNXHD = "dnxhd"


@dataclass(frozen=True)
class Order:
    """What `production.produce` is asked to make, and where; `shapes` is empty where those of the
    storyboard are meant; `output` is None where it does not matter. Of an edition that is made for
    several `audiences`, the deck is the hall's alone, and so is the `master` of the film. `keep`
    former editions stay.
    """

    output: Path | None
    only: Part | None = None
    shapes: tuple[Shape, ...] = ()
    draft: bool = False
    code_local: bool = False
    cluster: str | None = None
    replace_other: bool = False
    audiences: tuple[Audience, ...] = (Audience.HALL,)
    master: Codec | None = None
    keep: int = 0

    @property
    def told(self) -> str:
        """What makes a difference to what comes out."""
        shapes = sorted({str(shape) for shape in self.shapes})
        audiences = [str(audience) for audience in self.audiences]
        return f"{self.only} {shapes} {self.draft} {self.code_local} {audiences} {self.master}"

    @property
    def as_json(self) -> dict[str, Any]:
        """As the manifest tells what was asked for last."""
        return {
            "publics": list(map(str, self.audiences)),
            "formats": sorted({str(shape) for shape in self.shapes}),
            "brouillon": self.draft,
            "seulement": self.only,
            "code_local": self.code_local,
            "regie": self.master,
        }


@dataclass(frozen=True)
class InTemplate:
    """How many slides went on how many layouts of a template of others."""

    name: str
    pages: int
    layouts: int


@dataclass(frozen=True)
class Edition:
    """What a run made: the folder, its files, the warnings, the seconds that each step took.
    `unchanged` where nothing had to be made: all is as the run found it.
    """

    folder: Path
    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    durations: Mapping[str, float]
    unchanged: bool = False
    template: InTemplate | None = None

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "dossier": str(self.folder),
            "inchange": self.unchanged,
            "sorties": [path.name for path in self.files],
            "diagnostics": [d.as_json() for d in self.diagnostics],
            "durees": {str(step): round(s, 2) for step, s in self.durations.items()},
        }


@dataclass(frozen=True)
class Survey:
    """What is to be told of a storyboard. `film` says how long the film would be, and each of its
    parts, as `rapport.json` does; None where the storyboard cannot be read.
    """

    diagnostics: tuple[Diagnostic, ...]
    film: Mapping[str, Any] | None = None


def files_in(folder: Path) -> tuple[Path, ...]:
    """What lies in an edition, and in the folders of its audiences; other folders are left out."""
    places = (folder, *(folder / a.folder for a in Audience if a.folder))
    files = (p for place in places if place.is_dir() for p in sorted(place.iterdir()))
    return tuple(file for file in files if file.is_file())


@dataclass
class Clock:
    """Passes progress on, and measures how long each step takes."""

    progress: Progress
    durations: dict[str, float] = field(default_factory=dict)
    _last: float = field(default_factory=time.monotonic)

    def __call__(self, step: Step, part: float) -> None:
        now = time.monotonic()
        self.durations[step] = self.durations.get(step, 0.0) + now - self._last
        self._last = now
        self.progress(step, part)
