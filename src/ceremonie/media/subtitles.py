"""Subtitles of a clip: .srt and .vtt files into cues on the clip's own frames."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.media.entries import Path as Way
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import SubtitleCue
from ceremonie.messages import problem
from ceremonie.storyboard.words import shown
from ceremonie.units import frames, timecode

LINES = 2
LINE_LENGTH = 36
"""At most two lines of 36 signs (charter of the CSA, now Arcom)."""

READ_IN = ((0, 0), (1, 12), (2, 20), (3, 36), (4, 60))
"""Seconds, and the signs that can be read in them (same charter)."""

TOLERATED = Fraction(6, 5)
"""One fifth more is accepted (same charter)."""

GAP = 2
"""Frames between two subtitles, so that the change is seen."""

MAXIMUM_BYTES = 2_000_000

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?$")
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_NOT_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class Spoken:
    """Words from `start` to `stop`, in seconds of the file."""

    start: Fraction
    stop: Fraction
    text: str


@dataclass(frozen=True)
class Track:
    """What a file says; `diagnostics` tell what was read in spite of a fault."""

    name: str
    spoken: tuple[Spoken, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read(file: Path, name: str, path: Way) -> Track:
    """`path` leads to the entry in the storyboard. Raises UnusableError where nothing is said."""
    text, guessed = _text(file, name)
    spoken: list[Spoken] = []
    told: list[Diagnostic] = []
    if guessed:
        told.append(
            problem("sous-titres-encodage", path=path, severity=Severity.WARNING, name=name)
        )
    for number, block in _blocks(text):
        found = _cue(block)
        if isinstance(found, Spoken):
            spoken.append(found)
        elif found is not None:
            told.append(
                problem(
                    "sous-titres-ligne",
                    path=path,
                    name=name,
                    line=number + found,
                    text=shown(block[found]),
                )
            )
    if not spoken and not told:
        raise UnusableError("sous-titres-illisibles", name=name)
    spoken.sort(key=lambda s: (s.start, s.stop))
    return Track(name, tuple(s for s in spoken if s.text), tuple(told))


def cues(track: Track, start: Fraction, length: int) -> tuple[SubtitleCue, ...]:
    """On the frames of a clip cut at `start` seconds and `length` frames long: in order, never two
    at a time. Words that begin on the same frame are shown together.
    """
    texts, stops = _by_first_frame(track, start, length)
    firsts = sorted(texts)
    parts: list[SubtitleCue] = []
    for first, after in zip(firsts, [*firsts[1:], length + GAP], strict=False):
        parts += _parted(first, min(stops[first], max(first + 1, after - GAP)), texts[first])
    following = [*(part.start for part in parts[1:]), length + GAP]
    cut = (
        replace(part, stop=min(part.stop, max(part.start + 1, after - GAP)))
        for part, after in zip(parts, following, strict=False)
    )
    return tuple(part for part in cut if part.stop > part.start)


def _by_first_frame(
    track: Track, start: Fraction, length: int
) -> tuple[dict[int, str], dict[int, int]]:
    """What is said from each frame on, and until which frame; nothing that the cut leaves out."""
    texts: dict[int, str] = {}
    stops: dict[int, int] = {}
    for spoken in track.spoken:
        first = frames(max(Fraction(0), spoken.start - start))
        stop = min(length, frames(max(Fraction(0), spoken.stop - start)))
        if stop > first:
            texts[first] = f"{texts[first]}\n{spoken.text}" if first in texts else spoken.text
            stops[first] = max(stop, stops.get(first, 0))
    return texts, stops


def hurried(
    track: Track, path: Way, start: Fraction, stop: Fraction | None
) -> tuple[Diagnostic, ...]:
    """A warning for every subtitle between these seconds that is gone before it can be read."""
    found: list[Diagnostic] = []
    for spoken in _between(track, start, stop):
        duration = spoken.stop - spoken.start
        count, limit = len(" ".join(spoken.text.split())), readable(duration)
        if count > limit * TOLERATED:
            found.append(
                problem(
                    "sous-titres-rapides",
                    path=path,
                    severity=Severity.WARNING,
                    name=track.name,
                    at=timecode(frames(spoken.start))[3:8],
                    count=count,
                    seconds=f"{float(duration):.1f}".replace(".", ","),
                    limit=int(limit),
                )
            )
    return tuple(found)


def left_out(
    track: Track, path: Way, start: Fraction, stop: Fraction | None
) -> tuple[Diagnostic, ...]:
    """A warning where none of the words are said between these seconds."""
    if not track.spoken or _between(track, start, stop):
        return ()
    return (
        problem("sous-titres-hors-extrait", path=path, severity=Severity.WARNING, name=track.name),
    )


def _between(track: Track, start: Fraction, stop: Fraction | None) -> list[Spoken]:
    return [s for s in track.spoken if s.stop > start and (stop is None or s.start < stop)]


def readable(duration: Fraction) -> Fraction:
    """The signs that can be read in so many seconds."""
    for (t0, n0), (t1, n1) in pairwise(READ_IN):
        if duration <= t1:
            return n0 + (duration - t0) * Fraction(n1 - n0, t1 - t0)
    last = READ_IN[-1]
    return duration * Fraction(last[1], last[0])


def _text(file: Path, name: str) -> tuple[str, bool]:
    """The text, and whether its encoding had to be guessed."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAXIMUM_BYTES + 1)
    except OSError:
        raise UnusableError("media-illisible", noun=Kind.SUBTITLES.noun, name=name) from None
    if len(data) > MAXIMUM_BYTES or b"\0" in data:
        raise UnusableError("sous-titres-illisibles", name=name)
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number (from 1) of the first line, and the lines up to an empty one."""
    block: list[str] = []
    lines = re.split(r"\r\n|\r|\n", text)
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(block: Sequence[str]) -> Spoken | int | None:
    """What the block says; the index of a line that is no timing; None if it is no subtitle."""
    if block[0].startswith(_NOT_CUES):
        return None
    for index, line in enumerate(block[:2]):
        timing = _TIMING.match(line)
        if timing:
            start, stop = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
            return Spoken(start, stop, _words(block[index + 1 :])) if stop > start else index
    return next((i for i, line in enumerate(block) if "--" in line), min(1, len(block) - 1))


def _seconds(parts: Sequence[str | None]) -> Fraction:
    hours, minutes, whole, thousandths = (part or "0" for part in parts)
    return (
        (int(hours) * 60 + int(minutes)) * 60
        + int(whole)
        + Fraction(int(thousandths.ljust(3, "0")), 1000)
    )


def _words(lines: Sequence[str]) -> str:
    """Without the tags of either format; lines as they were cut."""
    bare = (html.unescape(_TAG.sub("", line)) for line in lines)
    printable = ("".join(c for c in line if c.isprintable()).strip() for line in bare)
    return "\n".join(line for line in printable if line)


def _parted(start: int, stop: int, text: str) -> list[SubtitleCue]:
    """Two lines at most at a time; a longer text is shown in parts, each as long as its share."""
    parts = _screens(text)
    total = sum(len(" ".join(lines)) for lines in parts)
    made: list[SubtitleCue] = []
    said = 0
    for lines in parts:
        first = start + (stop - start) * said // total
        said += len(" ".join(lines))
        made.append(SubtitleCue(first, start + (stop - start) * said // total, lines))
    return made


def _screens(text: str) -> list[tuple[str, ...]]:
    lines = text.split("\n")
    if len(lines) > LINES or any(len(line) > LINE_LENGTH for line in lines):
        lines = wrapped(" ".join(text.split()))
    return [tuple(lines[i : i + LINES]) for i in range(0, len(lines), LINES)]


def wrapped(text: str) -> list[str]:
    """Lines of 36 signs at most, as equal in length as their number allows."""
    count = len(_filled(text, LINE_LENGTH))
    width = next(w for w in range(1, LINE_LENGTH + 1) if len(_filled(text, w)) <= count)
    return _filled(text, width)


def _filled(text: str, width: int) -> list[str]:
    """Greedy lines; only a word longer than the line is cut, and no-break spaces hold."""
    lines: list[str] = []
    for word in re.split(r"[ \t]+", text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
            continue
        lines += [word[i : i + width] for i in range(0, len(word), width)]
    return lines
