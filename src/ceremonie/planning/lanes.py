"""Bundles of lanes and what is made of them: bands, lines, start bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceremonie.planning import motion
from ceremonie.planning.drawing import Stroke
from ceremonie.theme.grid import line_width
from ceremonie.theme.palette import Colour
from ceremonie.theme.track import Outline, Track


@dataclass(frozen=True)
class Bundle:
    """Lanes of one pitch on a track, the first at offset `first`; None is a lane left unfilled."""

    track: Track
    pitch: float
    colours: tuple[Colour | None, ...]
    first: float
    line: Colour = Colour.PAPER
    line_px: float | None = None

    def middle(self, lane: int) -> float:
        return self.first + (lane + 0.5) * self.pitch

    def course(self, lane: int, start: float = 0, stop: float | None = None) -> Outline:
        return self.track.line(self.middle(lane), start, stop)


def bands(bundle: Bundle, start: int, starts: Sequence[float] | None = None) -> tuple[Stroke, ...]:
    """The lit lanes, each from its own start line on."""
    return tuple(
        Stroke(
            name=f"couloir {lane + 1}",
            entrance=motion.lane(start, lane),
            course=bundle.course(lane, starts[lane] if starts else 0),
            width=bundle.pitch,
            colour=colour,
        )
        for lane, colour in enumerate(bundle.colours)
        if colour
    )


def lines(bundle: Bundle, start: int) -> tuple[Stroke, ...]:
    """The lines on both sides of every lane."""
    return tuple(
        Stroke(
            name=f"ligne {index + 1}",
            entrance=motion.lane(start, min(index, len(bundle.colours) - 1)),
            course=bundle.track.line(bundle.first + index * bundle.pitch),
            width=bundle.line_px or line_width(bundle.pitch),
            colour=bundle.line,
        )
        for index in range(len(bundle.colours) + 1)
    )


def start_bar(
    bundle: Bundle, lane: int, *, at: float, width: float, colour: Colour, start: int
) -> Stroke:
    """A bar across lane `lane`, `width` px of running direction before position `at`."""
    return Stroke(
        name=f"départ {lane + 1}",
        entrance=motion.bar(start, lane),
        course=bundle.course(lane, at - width, at),
        width=bundle.pitch,
        colour=colour,
    )
