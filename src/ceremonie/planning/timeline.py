"""The one clock: scenes become shots with exact spans, cues and subtitles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from ceremonie.media.material import Sound
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.model import Cue, Shot, Subtitle
from ceremonie.planning.moment import Moment
from ceremonie.units import FrameSpan, samples


def shots(filmed: Iterable[tuple[Moment, Drawing]], crossfade: int) -> tuple[Shot, ...]:
    """Each shot begins where the one before it ends; the first has nothing to fade from."""
    placed = tuple(filmed)
    starts = accumulate((drawing.frames for _, drawing in placed), initial=0)
    return tuple(
        Shot(
            id=moment.id,
            kind=moment.kind,
            section=moment.section,
            title=moment.title,
            span=FrameSpan(start, start + drawing.frames),
            crossfade=crossfade if start else 0,
            drawing=drawing,
            path=moment.path,
        )
        for (moment, drawing), start in zip(placed, starts, strict=False)
    )


def speech(moments: Iterable[Moment], shots: Sequence[Shot], lead: int) -> tuple[Cue, ...]:
    """The clips that are heard, where their shots stand: each from frame `lead` of its shot on."""
    start_of = {shot.id: shot.span.start for shot in shots}
    return tuple(
        Cue(m.clip, start_of[m.id] + lead, 0, samples(m.clip.frames))
        for m in moments
        if m.clip and m.clip.has_sound and m.id in start_of
    )


def music(sound: Sound | None, offset: int, frames: int) -> tuple[Cue, ...]:
    """The music under the whole film; it starts again as often as the film needs it, unless it
    breaks off.
    """
    if sound is None or sound.samples <= offset:
        return ()
    cues: list[Cue] = []
    start, first = 0, offset
    while start < frames:
        wanted = samples(frames - start)
        heard = min(sound.samples - first, wanted)
        heard -= heard % samples(1) if heard < wanted else 0
        if not heard or (cues and not sound.whole):
            break
        cues.append(Cue(sound, start, first, heard))
        start += heard // samples(1)
        first = 0
    return tuple(cues)


def subtitles(moments: Iterable[Moment], shots: Sequence[Shot], lead: int) -> tuple[Subtitle, ...]:
    """What the clips say, on the film's clock."""
    span_of = {shot.id: shot.span for shot in shots}
    spoken = [(m.clip, span_of[m.id]) for m in moments if m.clip and m.id in span_of]
    return tuple(
        Subtitle(_within(FrameSpan(c.start, c.stop).shifted(span.start + lead), span), c.lines)
        for clip, span in spoken
        for c in clip.subtitles
    )


def _within(span: FrameSpan, shot: FrameSpan) -> FrameSpan:
    return replace(span, stop=max(span.start, min(span.stop, shot.stop)))
