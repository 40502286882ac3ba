"""The music under the film, as a cutter lays it."""

from __future__ import annotations

from collections.abc import Sequence

from ceremonie.media.material import Track
from ceremonie.planning.model import Cue
from ceremonie.units import SAMPLE_RATE, samples


def opening(track: Track) -> int:
    """The sample of its file with which a piece begins: the one that is written, or the first that
    is heard.
    """
    written = round(track.entry.start * SAMPLE_RATE)
    begins = track.sound.extent.begins if track.sound.extent else 0
    return max(written, begins)


def music(tracks: Sequence[Track], frames: int) -> tuple[Cue, ...]:
    """The music under the whole film; it starts again as often as the film needs it, unless it
    breaks off.
    """
    if not tracks:
        return ()
    sound, offset = tracks[0].sound, opening(tracks[0])
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
