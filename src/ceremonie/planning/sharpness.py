"""Pictures that are drawn much larger than they are, logos too flat to be read: told, once each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.formats import WIDE, Format, Shape
from ceremonie.media import kinds
from ceremonie.media.material import Clip, Picture
from ceremonie.media.picture.remarks import TINY
from ceremonie.messages import (
    ALONE_IN_ITS_RANK,
    ENLARGED,
    FRAMED_SMALL,
    IN_A_FILM,
    ON_SCREEN,
    TRIMMED,
    decimal,
    problem,
)
from ceremonie.planning import cropping
from ceremonie.planning.camera import LARGEST
from ceremonie.planning.camera_move import ALWAYS
from ceremonie.planning.drawing import Fit, Footage, Photo
from ceremonie.planning.logos import LOGO_FLOOR
from ceremonie.planning.model import Plan
from ceremonie.planning.tracing import Marked, Trace, shown_media
from ceremonie.storyboard.programme import Section
from ceremonie.text import quotable

ROUNDING = 0.01
"""By so much a factor may be beyond: whole px of a clip."""

WHOLE = 10
"""Times from which nobody asks for the tenth."""

LOGO, FILE = "logo", "fichier"


@dataclass(frozen=True)
class _Drawn:
    """A medium as an element shows it, `scale` times as large as it is at the most. Where it is
    kept small, for it has not the pixels, it would be `wanted` times as large.
    """

    medium: Picture | Clip
    scale: float
    canvas: Format
    wanted: float = 0

    @property
    def size(self) -> tuple[int, int]:
        return round(self.medium.width * self.scale), round(self.medium.height * self.scale)


def check(trace: Trace, traced: Plan) -> Iterator[Diagnostic]:
    """A warning for each medium of the marked storyboard that `traced`, its plan, enlarges beyond
    `LARGEST`, and for each logo that it draws under `LOGO_FLOOR`. What is code has its own size.
    """
    for mark, drawn in _by_mark(traced).items():
        marked = trace.marks[mark]
        largest, smallest = max(drawn, key=_scale), min(drawn, key=_scale)
        if marked.path[0] == Section.CUSTOM:
            continue
        if not _is_told_otherwise(largest.medium):
            yield from _told(marked, drawn)
        if LOGO in marked.path and min(smallest.size) < LOGO_FLOOR:
            yield _squeezed(marked, smallest)


def _by_mark(traced: Plan) -> dict[str, list[_Drawn]]:
    drawn = defaultdict(list)
    for canvas, element, medium in shown_media(traced):
        scale, wanted = _enlargement(element, medium), _wanted(element, medium, canvas)
        drawn[medium.digest].append(_Drawn(medium, scale, canvas, wanted))
    return drawn


def _told(marked: Marked, drawn: Sequence[_Drawn]) -> Iterator[Diagnostic]:
    """Where it is enlarged too much, else where it is small."""
    largest, smallest = max(drawn, key=_scale), max(drawn, key=lambda one: one.wanted)
    if largest.scale > LARGEST + ROUNDING:
        yield _enlarged(marked, replace(largest, wanted=smallest.wanted), largest.scale)
    elif smallest.wanted > LARGEST + ROUNDING:
        yield _enlarged(marked, smallest, smallest.wanted)


def _wanted(element: Photo | Footage, medium: Picture | Clip, canvas: Format) -> float:
    """How many times as large it would fill the canvas, of one that may not be any larger; an
    upright one would be as high.
    """
    whole = isinstance(element, Footage) or element.loose == ALWAYS
    if not whole or _enlargement(element, medium) < LARGEST - ROUNDING:
        return 0.0
    wide, high = canvas.width / medium.width, canvas.height / medium.height
    return min(wide, high) if medium.portrait else max(wide, high)


def _scale(drawn: _Drawn) -> float:
    return drawn.scale


def _enlargement(element: Photo | Footage, medium: Picture | Clip) -> float:
    """How many times its own size the medium has on the canvas, at the end of its slow zoom."""
    wide, high = element.width / medium.width, element.height / medium.height
    if isinstance(element, Footage):
        return max(wide, high)
    if element.fit is Fit.CONTAIN:
        return min(wide, high)
    return 0.0 if element.dimmed else cropping.move(element).largest


def _is_told_otherwise(medium: Picture | Clip) -> bool:
    """A clip's copy never exceeds the frame: its file may have all the pixels that one can want. Of
    an icon its examination says that it is one.
    """
    if isinstance(medium, Clip):
        sides = sorted((medium.width, medium.height))
        return sides[1] >= WIDE.width or sides[0] >= WIDE.height
    return not medium.alpha and max(medium.width, medium.height) <= TINY


def _enlarged(marked: Marked, drawn: _Drawn, scale: float) -> Diagnostic:
    medium, shape = drawn.medium, drawn.canvas.shape
    more = max(scale, drawn.wanted) / LARGEST
    small = drawn.scale <= LARGEST + ROUNDING
    effect = FRAMED_SMALL.format(largest=decimal(LARGEST)) if small else ENLARGED
    return problem(
        "photo-petite",
        path=(*marked.path, FILE),
        severity=Severity.WARNING,
        noun=kinds.noun(marked.text, marked.path),
        name=quotable(marked.text),
        width=medium.width,
        height=medium.height,
        where=ON_SCREEN if shape is Shape.WIDE else IN_A_FILM.format(format=shape),
        trimmed=TRIMMED if isinstance(medium, Picture) and medium.alpha else "",
        effect=effect.format(times=_times(scale)),
        least_width=math.ceil(medium.width * more),
        least_height=math.ceil(medium.height * more),
    )


def _times(scale: float) -> str:
    """« 12 », « 2,6 »; never rounded down to what would be allowed."""
    if scale >= WHOLE:
        return f"{scale:.0f}"
    return decimal(math.ceil(scale * 10) / 10)


def _squeezed(marked: Marked, drawn: _Drawn) -> Diagnostic:
    width, height = drawn.size
    return problem(
        "logo-illisible",
        path=(*marked.path, FILE),
        severity=Severity.WARNING,
        name=quotable(marked.text),
        width=width,
        height=height,
        screen=f"{drawn.canvas.width} × {drawn.canvas.height}",
        least=LOGO_FLOOR,
        alone=ALONE_IN_ITS_RANK if marked.path[0] == Section.PARTNERS else "",
    )
