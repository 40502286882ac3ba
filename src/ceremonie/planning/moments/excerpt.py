"""A clip with its sound, as the film and a slide of its own show it."""

from __future__ import annotations

from ceremonie.diagnostics import NodePath
from ceremonie.media.material import Clip
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.pictured_content import Framed
from ceremonie.planning.reading import lasting

TAIL = 12
"""Frames on the last picture before the next shot fades in."""


def moment(name: str, title: str, path: NodePath, content: Framed, language: Language) -> Moment:
    """The whole clip that `content` holds, and what it says."""
    clip = content.medium
    assert isinstance(clip, Clip)
    return Moment(
        id=name,
        kind="extrait",
        section=content.subject.section,
        title=title,
        path=path,
        screen=content,
        slide=content,
        length=lasting(clip.frames + TAIL),
        notes=Notes(do=(language.click_clip,), know=items(clip.caption), playing=clip.frames),
        clip=clip,
    )
