"""What a clip says, written into the picture for those who watch without its sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.media.subtitles.speakers import DASHES
from ceremonie.planning.drawing import Caption
from ceremonie.planning.entrances import Show
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import wrap
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

BAND = 30
"""px that the band reaches beyond its longest line, on both sides."""


SIZES = (54, 52, 50, 48, 46, 44)
"""px; the smallest is read on a phone as well as the largest in the hall: the canvas that needs it
is held upright.
"""


def subtitles(clip: Clip, baseline: float, staging: Staging) -> Iterator[Caption]:
    """One caption for each cue, the last line on `baseline`; none where somebody presents."""
    if not staging.viewing.subtitled:
        return
    room = staging.format.safe.width - 2 * BAND
    style = _style(clip, staging.scale.subtitle, room)
    for number, cue in enumerate(clip.subtitles, 1):
        start, stop = cue.start + staging.plays, cue.stop + staging.plays
        yield Caption(
            name=f"sous-titre {number}",
            cue=replace(cue, start=start, stop=stop, lines=_lines(cue.lines, style, room)),
            style=style,
            x=staging.format.width / 2,
            baseline=baseline,
            entrance=Show(start),
            until=stop,
        )


def _style(clip: Clip, usual: Style, room: float) -> Style:
    """One size for all that a clip says: the largest at which its lines stay as they were broken,
    which none of the charter's is too long for.
    """
    lines = [line for cue in clip.subtitles for line in cue.lines]
    sizes = (size for size in SIZES if all(width(line, usual.at(size)) <= room for line in lines))
    return usual.at(next(sizes, SIZES[-1]))


def _lines(lines: tuple[str, ...], style: Style, room: float) -> tuple[str, ...]:
    """As they are if they fit; else broken anew, each speaker apart."""
    if all(width(line, style) <= room for line in lines):
        return lines
    return tuple(part for words in _speakers(lines) for part in wrap(words, style, room))


def _speakers(lines: tuple[str, ...]) -> list[str]:
    spoken = [lines[0]]
    for line in lines[1:]:
        if line.startswith(DASHES):
            spoken.append(line)
        else:
            spoken[-1] = f"{spoken[-1]} {line}"
    return spoken
