"""What a clip says, written into the picture for those who watch without its sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.planning.drawing import Caption
from ceremonie.planning.entrances import Show
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import wrap
from ceremonie.theme.type import Style
from ceremonie.theme.typeface import width

BAND = 30
"""px that the band reaches beyond its longest line, on both sides."""

DASHES = ("–", "—", "-")
"""What opens the words of another speaker: they keep a line of their own."""


def subtitles(clip: Clip, baseline: float, staging: Staging) -> Iterator[Caption]:
    """One caption for each cue, the last line on `baseline`; none where somebody presents."""
    if not staging.audience.subtitled:
        return
    room, style = staging.format.safe.width - 2 * BAND, staging.scale.subtitle
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
