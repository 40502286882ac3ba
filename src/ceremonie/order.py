"""What a run is asked for, and what it gives back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic
from ceremonie.edition.outputs import Part
from ceremonie.formats import Shape
from ceremonie.progress import Progress, Step


@dataclass(frozen=True)
class Order:
    """What `production.produce` is asked to make, and where; `shapes` is empty where those of the
    storyboard are meant; `output` is None where it does not matter.
    """

    output: Path | None
    only: Part | None = None
    shapes: tuple[Shape, ...] = ()
    draft: bool = False
    code_local: bool = False
    cluster: str | None = None
    replace_other: bool = False

    @property
    def told(self) -> str:
        """What makes a difference to what comes out."""
        shapes = sorted({str(shape) for shape in self.shapes})
        return f"{self.only} {shapes} {self.draft} {self.code_local}"


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


@dataclass(frozen=True)
class Survey:
    """What is to be told of a storyboard. `film` says how long the film would be, and each of its
    parts, as `rapport.json` does; None where the storyboard cannot be read.
    """

    diagnostics: tuple[Diagnostic, ...]
    film: Mapping[str, Any] | None = None


def files_in(folder: Path) -> tuple[Path, ...]:
    """What lies in an edition, folders left out."""
    return tuple(sorted(p for p in folder.iterdir() if p.is_file()))


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
