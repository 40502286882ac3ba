"""What has to be examined and prepared: each file once between the same bounds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from ceremonie.media import clips
from ceremonie.media.kinds import Kind
from ceremonie.treatment import AS_IT_IS, Treatment

MOVING = {Kind.CLIP, Kind.CODE}


@dataclass(frozen=True)
class Task:
    """`function` is the one to call in a file of code; `faces` says that a picture is looked at for
    them; a clip that is `calmed` loses contrast where it flashes. `treatment` is what is done to
    the copy for those who may not see or hear all of it.
    """

    file: Path
    kind: Kind
    cut: clips.Stretch
    function: str = ""
    faces: bool = False
    calmed: bool = False
    treatment: Treatment = AS_IT_IS

    @property
    def order(self) -> tuple[bool, str]:
        """What moves comes first: it takes longest."""
        return self.kind not in MOVING, str(self.file)


def plain(task: Task) -> Task:
    """The file as it is, which is what was examined."""
    return replace(task, treatment=AS_IT_IS)


def is_calmed(entry: Mapping[str, Any]) -> bool:
    """Whether an entry asks for less contrast where its clip flashes."""
    return entry.get("flashs") == "attenuer"


def cut_of(entry: Mapping[str, Any]) -> clips.Stretch:
    """The bounds as far as they are numbers; what else stands there is told by the reading."""
    start, stop = _second(entry.get("de")), _second(entry.get("a"))
    if start is not None and stop is not None and stop <= start:
        stop = None
    return clips.Stretch(start or Fraction(0), stop)


def _second(value: Any) -> Fraction | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    usable = math.isfinite(number) and number >= 0 and not isinstance(value, bool)
    return Fraction(str(number)) if usable else None
