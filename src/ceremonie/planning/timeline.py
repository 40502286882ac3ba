"""What clips say on the film's clock: cues and subtitles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.planning.model import Cue, Shot, Subtitle
from ceremonie.planning.moment import Moment
from ceremonie.units import FrameSpan, samples


def speech(moments: Iterable[Moment], shots: Sequence[Shot], plays: int) -> tuple[Cue, ...]:
    """The clips that are heard, where their shots stand: each from frame `plays` of its shot on."""
    start_of = {shot.id: shot.span.start for shot in shots}
    cues = (heard(m.clip, start_of[m.id] + plays) for m in moments if m.clip and m.id in start_of)
    return tuple(cue for cue in cues if cue)


def heard(clip: Clip, start: int) -> Cue | None:
    """What a clip lets hear from film frame `start` on; who reads subtitles, hears someone."""
    if not clip.has_sound or clip.manner == "coupé":
        return None
    spoken = tuple((samples(c.start), samples(c.stop)) for c in clip.subtitles if _is_said(c.lines))
    length = samples(clip.frames)
    return Cue(clip, samples(start), 0, length, manner=clip.manner, spoken=spoken)


def _is_said(lines: Iterable[str]) -> bool:
    """« [Les oiseaux chantent.] » describes what is heard, as ♪ does: nobody speaks."""
    left = re.sub(r"\[[^]]*\]|\([^)]*\)|♪.*", "", " ".join(lines))
    return any(character.isalnum() for character in left)


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
