"""The one clock: scenes become shots with exact spans, cues and subtitles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from ceremonie.media.material import Clip, Sound
from ceremonie.planning.model import Cue, Shot, Subtitle
from ceremonie.planning.scene import Scene
from ceremonie.units import FrameSpan, samples


def shots(scenes: Iterable[Scene], crossfade: int, *, still: bool) -> tuple[Shot, ...]:
    """Each shot begins where the one before it ends; the first has nothing to fade from."""
    filmed = [(scene, scene.shot) for scene in scenes if scene.shot]
    starts = accumulate((drawing.frames for _, drawing in filmed), initial=0)
    return tuple(
        Shot(
            scene.id,
            scene.kind,
            scene.section,
            scene.title,
            FrameSpan(start, start + drawing.frames),
            crossfade if start else 0,
            drawing.still() if still else drawing,
            scene.path,
        )
        for (scene, drawing), start in zip(filmed, starts, strict=False)
    )


def speech(scenes: Iterable[Scene], shots: Sequence[Shot]) -> tuple[Cue, ...]:
    """The clips that are heard, where their shots stand."""
    start_of = {shot.id: shot.span.start for shot in shots}
    return tuple(
        Cue(s.clip, start_of[s.id] + s.clip_start, 0, samples(s.clip.frames))
        for s in scenes
        if s.clip and s.clip.has_sound and s.id in start_of
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


def subtitles(scenes: Iterable[Scene], shots: Sequence[Shot]) -> tuple[Subtitle, ...]:
    """What the clips say, on the film's clock."""
    spans = {shot.id: shot.span for shot in shots}
    return tuple(
        Subtitle(_within(FrameSpan(cue.start, cue.stop).shifted(first), spans[scene.id]), cue.lines)
        for scene in scenes
        if scene.id in spans
        for clip, first in _clip_of(scene, spans[scene.id].start)
        for cue in clip.subtitles
    )


def _clip_of(scene: Scene, start: int) -> list[tuple[Clip, int]]:
    return [(scene.clip, start + scene.clip_start)] if scene.clip else []


def _within(span: FrameSpan, shot: FrameSpan) -> FrameSpan:
    return replace(span, stop=max(span.start, min(span.stop, shot.stop)))
