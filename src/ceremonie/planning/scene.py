"""What a scene kind gives that still says and draws at once: gone when the last one is parted."""

from __future__ import annotations

from dataclasses import dataclass

from ceremonie.media.material import Clip, Materials
from ceremonie.planning.content import Drawn
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Link
from ceremonie.planning.moment import Moment, Path, Script
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames


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


def moments(scenes: tuple[Scene, ...], lead: int) -> tuple[Moment, ...]:
    return tuple(
        Moment(
            id=scene.id,
            kind=scene.kind,
            section=scene.section,
            title=scene.title,
            path=scene.path,
            screen=Drawn(scene.shot) if scene.shot else None,
            slide=Drawn(scene.page) if scene.page else None,
            frames=scene.shot.frames - lead if scene.shot else 0,
            notes=scene.notes,
            links=scene.links,
            clip=scene.clip,
            film=scene.film,
        )
        for scene in scenes
    )


def stage(script: Script) -> Stage:
    return Stage(script.storyboard, script.materials, frames(script.storyboard.film.crossfade))
