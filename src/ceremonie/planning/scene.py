"""What a scene kind gives to the plan: its shot of the film, its slide, or both."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.media.material import Clip, Materials
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Link
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Stage:
    """What every scene may look at. `lead` is the crossfade at the head of each shot, in frames:
    a scene brings nothing in before it is over.
    """

    storyboard: Storyboard
    materials: Materials
    lead: int


@dataclass(frozen=True)
class Scene:
    """`path` leads to its storyboard node. A clip plays from frame `clip_start` of the shot."""

    id: str
    kind: str
    section: Section
    title: str
    path: Path
    shot: Drawing | None = None
    page: Drawing | None = None
    notes: str = ""
    links: tuple[Link, ...] = ()
    clip: Clip | None = None
    clip_start: int = 0
    film: bool = False
