"""A picture or a clip with its heading: full frame first, then in the bend or in the arch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.media.material import Clip, Picture
from ceremonie.planning import motion
from ceremonie.planning.compositions import infield, pictures, plate, upright
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.frame import Frame
from ceremonie.planning.compositions.subtitles import subtitles
from ceremonie.planning.drawing import Drawing, Element, Stroke
from ceremonie.planning.pictured_content import Framed
from ceremonie.planning.reading import FOUND, readable
from ceremonie.planning.staging import Staging


def compose(content: Framed, staging: Staging) -> Drawing:
    medium = content.medium
    single = not content.following and not content.alone
    if isinstance(medium, Picture) and single and upright.fits(medium, staging):
        return upright.compose(content, medium, staging)
    frame = infield.frame(
        content.heading, content.detail, content.subject, staging, opening=motion.YIELD
    )
    front = *frame.front, *_captions(content, frame, staging)
    elements = (*_behind(content, frame, staging), *_leaving(content, front))
    spoken = subtitles(medium, frame.subtitles, staging) if isinstance(medium, Clip) else ()
    return staging.drawing(field_of(content.subject), (*elements, *spoken))


def _behind(content: Framed, frame: Frame, staging: Staging) -> Iterator[Element]:
    if isinstance(content.medium, Clip):
        yield from pictures.footage(content.medium, staging)
        return
    sequence = (content.medium, *(one.picture for one in content.following))
    begin = pictures.starts(_said(content), _frames(content))
    seen = staging.format.whole if content.alone else frame.box
    yield from pictures.sequence(sequence, begin, seen, _frames(content), staging)


def _leaving(content: Framed, front: tuple[Element, ...]) -> Iterator[Element]:
    """What came in over a clip leaves it again, words first; so it does where a picture is to be
    seen alone.
    """
    end = _end(content)
    if end is None:
        yield from front
        return
    words, lanes = motion.departure(end + motion.EXIT), motion.outrun(end)
    for element in front:
        yield replace(element, leaves=lanes if isinstance(element, Stroke) else words)


def _end(content: Framed) -> int | None:
    """The frame at which words leave, if they do."""
    if not content.alone and isinstance(content.medium, Picture):
        return None
    reading = readable(0, content.heading, content.detail).least - FOUND
    return motion.ending(content.frames, reading)


def _said(content: Framed) -> tuple[str, ...]:
    return content.caption, *(one.caption for one in content.following)


def _frames(content: Framed) -> int:
    """Of a shot whose length is not set yet: as it may usually be."""
    return content.frames or motion.YIELD + pictures.USUAL * len(_said(content))


def _captions(content: Framed, frame: Frame, staging: Staging) -> Iterator[Element]:
    """Each with its picture, once the lanes are there."""
    captions = _said(content)
    begin = pictures.starts(captions, _frames(content))
    if content.alone:
        captions, begin = captions[:1], begin[:1]
    ends: tuple[int | None, ...] = (*begin[1:], None)
    for number, (caption, start, end) in enumerate(zip(captions, begin, ends, strict=True), 1):
        enters = max(start, motion.YIELD) + motion.PUSH
        alone = len(captions) == 1
        yield from plate.on(
            frame.foot,
            caption,
            staging,
            name="légende" if alone else f"légende {number}",
            entrance=motion.text(enters),
            until=end,
            page=None if alone else number - 1,
        )
