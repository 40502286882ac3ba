"""What is heard and written on the film's clock: cues and subtitles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ceremonie.media.material import Track
from ceremonie.planning.model import Cue, Shot, Subtitle
from ceremonie.planning.moment import Moment
from ceremonie.units import SAMPLE_RATE, FrameSpan, samples


def speech(moments: Iterable[Moment], shots: Sequence[Shot], plays: int) -> tuple[Cue, ...]:
    """The clips that are heard, where their shots stand: each from frame `plays` of its shot on."""
    start_of = {shot.id: shot.span.start for shot in shots}
    return tuple(
        Cue(m.clip, start_of[m.id] + plays, 0, samples(m.clip.frames))
        for m in moments
        if m.clip and m.clip.has_sound and m.id in start_of
    )


def music(tracks: Sequence[Track], frames: int) -> tuple[Cue, ...]:
    """The music under the whole film; it starts again as often as the film needs it, unless it
    breaks off.
    """
    if not tracks:
        return ()
    sound, offset = tracks[0].sound, round(tracks[0].entry.start * SAMPLE_RATE)
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


def subtitles(moments: Iterable[Moment], shots: Sequence[Shot], plays: int) -> tuple[Subtitle, ...]:
    """What the clips say, on the film's clock."""
    span_of = {shot.id: shot.span for shot in shots}
    spoken = [(m.clip, span_of[m.id]) for m in moments if m.clip and m.id in span_of]
    return tuple(
        Subtitle(_within(FrameSpan(c.start, c.stop).shifted(span.start + plays), span), c.lines)
        for clip, span in spoken
        for c in clip.subtitles
    )


def _within(span: FrameSpan, shot: FrameSpan) -> FrameSpan:
    return replace(span, stop=max(span.start, min(span.stop, shot.stop)))
