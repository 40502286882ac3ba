"""What clips say in their subtitles, as an audience is given it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from ceremonie.diagnostics import NodePath
from ceremonie.media.entries import entries
from ceremonie.media.subtitles import Track
from ceremonie.media.subtitles.rolling import Spoken
from ceremonie.rights import Showing
from ceremonie.rights.naming import Naming
from ceremonie.storyboard.media import Media


def quotes(showing: Showing, tracks: Mapping[NodePath, Track]) -> dict[NodePath, str]:
    """The words within the bounds of each clip, by the path of its entry in the source, as are
    `tracks`.
    """
    if showing.storyboard is None:
        return {}
    shown = ((showing.origin(path), entry) for path, entry in entries(showing.storyboard))
    return {
        path: "\n\n".join(one.text for one in _within(entry, tracks[path]))
        for path, entry in shown
        if entry.subtitles and path in tracks
    }


def _within(entry: Media, track: Track) -> Iterator[Spoken]:
    start, stop = Fraction(str(entry.start)), entry.stop
    for spoken in track.spoken:
        if spoken.stop > start and (stop is None or spoken.start < stop):
            yield spoken


def hushed(track: Track, naming: Naming) -> Track:
    """Without the names that may not be said. One may go on in the next cue: what stands for it is
    said where it begins, and a cue that held nothing but its end leaves.
    """
    text = _NEXT.join(one.text for one in track.spoken)
    names = tuple(naming.replaced(text))
    cues, begin = [], 0
    for one in track.spoken:
        cues.append(_hushed(one, begin, names, naming))
        begin += len(one.text) + len(_NEXT)
    return replace(track, spoken=tuple(cue for cue in cues if any(cue.lines)))


_NEXT = "\n"
"""Between two cues, which no sentence ends."""

_Name = tuple[int, int, str]
"""Where it begins and ends in the words of all cues, and what is said instead."""


def _hushed(one: Spoken, begin: int, names: tuple[_Name, ...], naming: Naming) -> Spoken:
    """A cue whose words begin at `begin` of those of all."""
    end, done = begin + len(one.text), begin
    parts: list[str] = []
    for start, stop, words in names:
        if start < end and stop > begin:
            parts += [one.text[done - begin : max(start, begin) - begin]]
            parts += [words] if start >= begin else []
            done = min(stop, end)
    if not parts:
        return one
    rest = one.text[done - begin :]
    said = "".join((*parts, rest)) if any(parts) else rest.lstrip(" ,\n")
    voices = tuple(map(naming.said, one.voices))
    return replace(one, lines=tuple(said.split("\n")), voices=voices)
