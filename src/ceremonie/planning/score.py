"""The music under the film, as a cutter lays it: each piece with its part, on the beat, as long as
the film, and to its own end.

A piece that is too short leaps back, by whole bars from the start of a bar to the start of another,
before its own fade begins; so its beats go on unbroken. Leaps are as long as what is missing: the
piece's own end falls on the film's. Without a beat it leaps where it is quietest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.media.material import Extent, Track
from ceremonie.messages import listed, problem
from ceremonie.planning.model import Cue, Plan, Shot
from ceremonie.storyboard.programme import Section
from ceremonie.units import SAMPLE_RATE, samples

ON_BEAT = SAMPLE_RATE * 6 // 100
"""Samples over which one bar leads into another: the new one is there when its first beat sounds,
which nothing dulls.
"""

FREELY = 2 * SAMPLE_RATE
"""Where nothing beats: as long as one sound may turn into another unnoticed."""

CHANGE = SAMPLE_RATE // 2
"""From one piece to the next."""

PAST = 10 * SAMPLE_RATE
"""What is left of a piece at the film's end that is worth a leap forward to its own end."""

SHORTEST_LEAP = SAMPLE_RATE // 2
"""What is shorter is no music: it is heard once."""

DIES_AWAY = 3 * SAMPLE_RATE // 2
"""Where a piece breaks off."""

ROUND = 4 * SAMPLE_RATE
"""Over which the end of what goes round leads into its beginning."""

LEAST_FADE, MOST_FADE = 2 * SAMPLE_RATE, 4 * SAMPLE_RATE
"""Under the last shot, where the film ends before the music does."""


def opening(track: Track) -> int:
    """The sample of its file with which a piece begins: the one that is written, or the first that
    is heard.
    """
    written = round(track.entry.start * SAMPLE_RATE)
    begins = track.sound.extent.begins if track.sound.extent else 0
    return min(max(written, begins), track.sound.samples)


def music(tracks: Sequence[Track], shots: Sequence[Shot]) -> tuple[Cue, ...]:
    """The pieces under the whole film, each from the first shot of its part on, or after the one
    before it.
    """
    if not shots:
        return ()
    starts = _starts(shots)
    groups = sorted(_groups(tracks, starts), key=lambda group: group.start)
    cues: list[Cue] = []
    for group, following in pairwise(groups):
        cues = _changed(cues, group.laid(following.start + CHANGE, 0))
    for group in groups[-1:]:
        fade = min(max(samples(len(shots[-1].span)), LEAST_FADE), MOST_FADE)
        cues = _changed(cues, group.laid(samples(shots[-1].span.stop), fade))
    return tuple(cues)


def around(tracks: Sequence[Track], length: int) -> tuple[Cue, ...]:
    """The pieces, which belong to no part, one after the other in a film of `length` frames that
    goes round: the last one sounds past its end, over the beginning of the first.
    """
    groups = list(_groups(tracks, {}))
    cues = groups[0].laid(samples(length) + ROUND, 0) if groups else []
    for last in cues[-1:]:
        cues[-1] = replace(last, fall=min(ROUND, last.samples - last.rise))
    for first in cues[:1]:
        cues[0] = replace(first, rise=min(ROUND, first.samples - first.fall))
    return tuple(cues)


def check(tracks: Sequence[Track], shots: Sequence[Shot]) -> Iterator[Diagnostic]:
    """What is asked of the music that the film cannot give: a part that it has not, two pieces that
    begin together.
    """
    starts, taken = _starts(shots), dict[Section, NodePath]()
    for track in tracks:
        part, place = track.entry.part, (*track.path, "partie")
        if part is None:
            continue
        if shots and part not in starts:
            yield problem(
                "musique-partie-absente", path=place, severity=Severity.WARNING, part=str(part)
            )
        elif part in taken:
            first = taken[part]
            yield problem("musique-partie-double", path=place, also=(first,), part=str(part))
        taken.setdefault(part, place)


def undeclared(planned: Plan) -> Iterator[Diagnostic]:
    """What is not said of pieces that are heard and have to be declared; a mention may say it."""
    heard = {cue.source for film in _films(planned) for cue in film.music if cue.samples}
    for track in planned.tracks:
        entry = track.entry
        told = {"titre": entry.title, "auteur": entry.author, "licence": entry.licence}
        missing = [key for key, value in told.items() if not value]
        if missing and not entry.credit and track.sound in heard:
            keys = listed([f"« {key} »" for key in missing])
            yield problem(
                "musique-a-declarer", path=track.path, severity=Severity.NOTE, missing=keys
            )


def _films(planned: Plan) -> tuple[Plan, ...]:
    """Whatever has music that people in the hall hear."""
    return (planned, planned.welcome.loop) if planned.welcome else (planned,)


def _starts(shots: Sequence[Shot]) -> dict[Section, int]:
    """The film's sample with which each part begins."""
    return {shot.section: samples(shot.span.start) for shot in reversed(shots)}


@dataclass(frozen=True)
class _Piece:
    """A track and its places, in samples of its file."""

    track: Track

    @cached_property
    def extent(self) -> Extent:
        """As far as the storyboard lets it be heard."""
        sound, entry = self.track.sound, self.track.entry
        own = sound.extent or Extent(0, 0, sound.samples, sound.samples, sound.samples)
        stop = own.ends if entry.stop is None else round(entry.stop * SAMPLE_RATE)
        first, last = opening(self.track), max(opening(self.track), min(stop, own.ends))
        full, fades, seam = (
            min(max(place, first), last) for place in (own.full, own.fades, own.seam)
        )
        return Extent(first, full, fades, last, seam)

    @property
    def enters(self) -> int:
        """What falls on a cut: the beginning of its first bar."""
        return min(round(self.first_bar), self.extent.ends)

    @property
    def leaves(self) -> int:
        """Where the next piece may come in: on a bar, before it fades."""
        fades = self.extent.fades
        return round(self.on_bar(fades, up=False)) if self.bar else fades

    @cached_property
    def bar(self) -> float:
        """Samples of a bar; 0 without a steady beat."""
        tempo = self.track.sound.tempo
        return tempo.bar * tempo.period * SAMPLE_RATE if tempo else 0.0

    @cached_property
    def first_bar(self) -> float:
        """The first bar that is heard begins here; a bar before may be heard in part."""
        tempo = self.track.sound.tempo
        if not tempo:
            return float(self.extent.begins)
        downbeat = (tempo.first + tempo.downbeat * tempo.period) * SAMPLE_RATE
        return downbeat + math.ceil((self.extent.begins - downbeat) / self.bar) * self.bar

    def on_bar(self, place: float, *, up: bool) -> float:
        """The start of the bar next to a place, after it or before."""
        count = (place - self.first_bar) / self.bar
        return self.first_bar + (math.ceil(count) if up else math.floor(count)) * self.bar

    @cached_property
    def loop(self) -> _Loop:
        """How it can start again."""
        extent = self.extent
        if self.bar:
            stop = self.on_bar(extent.fades, up=False)
            start = self.on_bar(max(extent.full, extent.begins + ON_BEAT), up=True)
            if stop - start >= self.bar:
                return _Loop(stop, stop - start, self.bar, ON_BEAT)
        over = min(FREELY, (extent.fades - extent.full) // 4)
        stop = float(max(extent.seam, extent.full + 2 * over))
        return _Loop(stop, stop - extent.full - over, 1.0, over)

    @property
    def gain(self) -> float:
        """dB."""
        volume = self.track.entry.volume
        return 20 * math.log10(volume / 100) if volume else -math.inf

    def cue(self, start: int, offset: int, stop: int) -> Cue:
        """From sample `offset` of the file to `stop`, at the film's sample `start`."""
        return Cue(self.track.sound, start, offset, stop - offset, gain=self.gain)


@dataclass(frozen=True)
class _Loop:
    """Leaps end at `stop`, are `longest` at most and whole `steps`; `over` samples before it, one
    place begins to lead into the other.
    """

    stop: float
    longest: float
    step: float
    over: int

    def leaps(self, missing: float, *, up: bool) -> list[float]:
        """How far back to go, and how often, so that so much more is heard: whole steps, the
        nearest or, with `up`, no fewer; as alike as they can be.
        """
        steps = math.ceil(missing / self.step - 1e-6) if up else round(missing / self.step)
        most = int(self.longest / self.step + 1e-6)
        if steps <= 0 or most <= 0 or self.longest < SHORTEST_LEAP:
            return []
        count = math.ceil(steps / most)
        return [(steps // count + (index < steps % count)) * self.step for index in range(count)]


@dataclass(frozen=True)
class _Group:
    """Pieces that follow one another from the film's sample `start` on; the last one goes on."""

    start: int
    pieces: tuple[_Piece, ...]

    def laid(self, stop: int, fade: int) -> list[Cue]:
        """Until the film's sample `stop`; with a `fade`, the film ends there."""
        cues: list[Cue] = []
        start = self.start
        for piece in self.pieces[:-1]:
            entered = _entering(piece, start)
            following = entered.start + piece.leaves - entered.offset
            if following >= stop:
                return _changed(cues, _laid(piece, start, stop, fade))
            cues = _changed(cues, [entered])
            start = following
        return _changed(cues, _laid(self.pieces[-1], start, stop, fade))


def _groups(tracks: Sequence[Track], starts: dict[Section, int]) -> Iterator[_Group]:
    """One for each piece that has a place in the film of its own, with those that follow it."""
    pieces: list[_Piece] = []
    start, taken = 0, set[Section]()
    for track in tracks:
        part = track.entry.part
        if part is not None and (part not in starts or part in taken):
            continue
        if part is not None:
            taken.add(part)
            if pieces:
                yield _Group(start, tuple(pieces))
            pieces, start = [], starts[part]
        if track.sound.samples > opening(track):
            pieces.append(_Piece(track))
    if pieces:
        yield _Group(start, tuple(pieces))


def _entering(piece: _Piece, start: int) -> Cue:
    """From its opening at the start of the film, and elsewhere with the first beat of a bar on
    `start`, what is before it under the end of the other piece; to its own end.
    """
    offset, rise = piece.extent.begins, 0
    if start or piece.track.entry.part:
        rise = min(CHANGE, piece.enters - offset, start)
        offset = piece.enters - rise
    return replace(piece.cue(start - rise, offset, piece.extent.ends), rise=rise)


def _laid(piece: _Piece, start: int, stop: int, fade: int) -> list[Cue]:
    """One piece for so long: once where it is long enough or breaks off, else with leaps."""
    entered = _entering(piece, start)
    wanted = stop - entered.start
    if not piece.track.sound.whole:
        heard = min(entered.samples, wanted)
        return [replace(entered, samples=heard, fall=min(DIES_AWAY, heard))]
    worth = PAST if fade else 0
    if entered.samples >= wanted + worth:
        return [replace(entered, samples=wanted, fall=min(fade, wanted))]
    cues = _with_leaps(piece, entered, wanted)
    return [*cues[:-1], _ending(piece, cues[-1], fade)]


def _ending(piece: _Piece, last: Cue, fade: int) -> Cue:
    """It fades where the film ends before the piece does, or before its own fade."""
    left = piece.extent.fades - (last.offset + last.samples)
    return replace(last, fall=min(fade, last.samples - last.rise)) if left > 0 else last


def _with_leaps(piece: _Piece, entered: Cue, wanted: int) -> list[Cue]:
    """Back before its fade as often as it must to fill `wanted` samples with its own end, or once
    forward where it is a little too long.
    """
    leaps = _leaps(piece, entered, wanted)
    cues, start, offset = list[Cue](), entered.start, float(entered.offset)
    for leap in leaps:
        place = piece.loop.stop + min(leap, 0)
        cues.append(piece.cue(start, round(offset), round(place)))
        start += round(place) - round(offset)
        offset = place - leap
    stop = min(piece.extent.ends, round(offset) + entered.start + wanted - start)
    cues.append(piece.cue(start, round(offset), stop))
    cues[0] = replace(cues[0], rise=entered.rise)
    return _joined(cues, piece.loop.over)


def _leaps(piece: _Piece, entered: Cue, wanted: int) -> list[float]:
    """In samples, back; forward below 0."""
    loop, missing = piece.loop, wanted - entered.samples
    if missing >= 0:
        return loop.leaps(missing, up=piece.extent.fades == piece.extent.ends)
    forward = round(-missing / loop.step) * loop.step
    possible = 0 < forward < loop.stop - entered.offset - loop.over
    return [-forward] if possible else []


def _joined(cues: Sequence[Cue], over: int) -> list[Cue]:
    """Each leads into the next over so many samples before it begins."""
    joined = [cues[0]]
    for before, after in pairwise(cues):
        lead = min(over, after.offset, before.samples)
        joined[-1] = replace(joined[-1], fall=lead)
        joined.append(
            replace(
                after,
                start=after.start - lead,
                offset=after.offset - lead,
                samples=after.samples + lead,
                rise=lead,
            )
        )
    return joined


def _changed(before: Sequence[Cue], after: Sequence[Cue]) -> list[Cue]:
    """One piece after another, which gives way to it."""
    if not before or not after:
        return [*before, *after]
    *kept, last = before
    heard = min(last.samples, after[0].start + CHANGE - last.start)
    fall = min(heard, last.start + heard - after[0].start)
    given_way = replace(last, samples=heard, fall=fall) if fall > 0 else last
    return [*kept, given_way, *after]
