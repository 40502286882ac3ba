"""The film's sound: mixed once, sample by sample, on the plan's clock; then brought to loudness."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ceremonie.audiences import HALL_LOUDNESS
from ceremonie.film.sound import ducking, mastering, stems
from ceremonie.film.sound.levels import level
from ceremonie.film.sound.parts import Part, decoded, parts
from ceremonie.film.sound.recording import Recording, Samples
from ceremonie.film.sound.riding import ride
from ceremonie.film.sound.stems import Form
from ceremonie.film.work.kept import Kept
from ceremonie.film.work.workers import until_stopped
from ceremonie.media.sound import FRAME_BYTES
from ceremonie.planning.model import Plan
from ceremonie.scratch import scratch
from ceremonie.units import SAMPLE_RATE, samples
from ceremonie.voices import SILENCE

FADE_OUT = SAMPLE_RATE * 3 // 2
"""Of all, at the end of the film."""

QUIET = HALL_LOUDNESS
"""dB of clips under which there is no music."""


@dataclass(frozen=True)
class Uncoded:
    """Samples as they are, of the film at a loudness in LUFS: `keys` are those under which they are
    `kept`, by what they hold.
    """

    loudness: float
    keys: Mapping[Form, str]
    kept: Kept


def mix(plan: Plan, folder: Path, music: Path | None = None) -> Recording:
    """Music under the clips' own sound, as long as the picture to the sample; `folder` is for what
    is decoded and mixed, `music` a file for the music alone, as it is heard in the mix.

    The music is evened out; each clip is brought to its level, and it gives way to the clip. What
    sounds past the end of a plan that loops is laid over its beginning.
    """
    length = samples(plan.frames)
    track = Recording.silent(folder / "mix.f32", length + _past(plan, length))
    recordings = decoded((*plan.music, *plan.speech), folder)
    _lay(track, parts(plan.music, recordings, track.length))
    usual = _usual(track)
    speech = [part.lifted(usual) for part in parts(plan.speech, recordings, track.length)]
    ducks = list(ducking.ducks(speech, track))
    bed = Recording.silent(music, track.length) if music else None
    for start, stop in until_stopped(track.spans() if plan.music or speech else ()):
        mixed = track.read(start, stop) * ducking.gain(ducks, start, stop)[:, None]
        fade = np.float32(1 if plan.loops else _fade(track.length, start, stop)[:, None])
        if bed:
            bed.write(start, mixed * fade)
        for part in speech:
            part.add(mixed, start)
        track.write(start, mixed * fade)
    if bed:
        _closed(bed, length)
    return _closed(track, length)


def _past(plan: Plan, length: int) -> int:
    """Samples that sound past the end of a plan that loops."""
    ends = [cue.start + cue.samples for cue in (*plan.music, *plan.speech)]
    return max(0, min(length, max(ends, default=0) - length)) if plan.loops else 0


def _closed(track: Recording, length: int) -> Recording:
    """What is longer is laid over the beginning, where another pass has begun meanwhile: so the
    last sample leads into the first as each does into the next.
    """
    if track.length > length:
        over = track.read(length)
        track.write(0, track.read(0, len(over)) + over)
        os.truncate(track.path, length * FRAME_BYTES)
    return track.part(0, length)


def narrated(plan: Plan, folder: Path) -> Recording:
    """The same with the voice that tells what the film shows, at the film's level; all else gives
    way to it. Where the plan has no such voice, there is none.
    """
    film, cues = mix(plan, folder), (plan.narration,) if plan.narration else ()
    aside = folder / "voix"
    aside.mkdir()
    recordings, usual = decoded(cues, aside), _usual(film)
    voices = [part.lifted(usual) for part in parts(cues, recordings, film.length)]
    ducks = [duck for voice in voices for duck in ducking.under(voice, film)]
    for start, stop in until_stopped(film.spans() if voices else ()):
        mixed = film.read(start, stop) * ducking.gain(ducks, start, stop)[:, None]
        for voice in voices:
            voice.add(mixed, start)
        film.write(start, mixed)
    return film


def _usual(track: Recording) -> float:
    """The level that what comes to it is brought to, in dB."""
    heard = level(track)
    return heard if heard > SILENCE else QUIET


def _lay(track: Recording, music: Sequence[Part]) -> None:
    """The bed: all pieces, evened out."""
    for start, stop in until_stopped(track.spans() if music else ()):
        track.write(start, _sum(music, start, stop))
    evened = ride(track, music) if music else None
    for start, stop in until_stopped(track.spans() if evened else ()):
        assert evened
        track.write(start, track.read(start, stop) * evened.over(start, stop)[:, None])


def _sum(music: Iterable[Part], start: int, stop: int) -> Samples:
    track = np.zeros((stop - start, 2), np.float32)
    for part in music:
        part.add(track, start)
    return track


def _fade(length: int, start: int, stop: int) -> npt.NDArray[np.float32]:
    """The gain of all: 1, then down to 0 at the end of the film."""
    left = np.arange(length - 1 - start, length - 1 - stop, -1)
    return np.clip(left / (min(FADE_OUT, length) - 1), 0, 1).astype(np.float32)


def levelled(plan: Plan, folder: Path) -> Recording:
    """The whole sound of the film, as loud as in its file for the hall, in a folder for it."""
    track = mix(plan, folder)
    (chain,) = mastering.levellings(track, (HALL_LOUDNESS,))
    return mastering.filtered(track, chain, folder / "son.f32")


def render(
    plan: Plan,
    loudnesses: Sequence[float] = (HALL_LOUDNESS,),
    *,
    draft: bool = False,
    described: bool = False,
    uncoded: Uncoded | None = None,
) -> tuple[bytes, ...]:
    """The whole sound of the film, mixed once: a file for each loudness, in LUFS. Of a film that is
    `described`, with the voice that does so. What is `uncoded` is kept, and not returned.
    """
    levelling = mastering.roughly_levellings if draft else mastering.levellings
    bit_rate = mastering.DRAFT_BIT_RATE if draft else mastering.BIT_RATE
    with scratch() as folder:
        music = folder / "musique.f32" if uncoded else None
        mixed = narrated(plan, folder) if described else mix(plan, folder, music)
        asked = dict.fromkeys((*loudnesses, *((uncoded.loudness,) if uncoded else ())))
        chains = dict(zip(asked, levelling(mixed, tuple(asked)), strict=True))
        if uncoded and music:
            heard = mastering.filtered(mixed, chains[uncoded.loudness], folder / "son.f32")
            _keep(uncoded, mixed, Recording(music, mixed.length), heard)
        files = []
        for loudness in loudnesses:
            target = folder / "son.m4a"
            mastering.encode(mixed, chains[loudness], bit_rate, target)
            files.append(target.read_bytes())
        return tuple(files)


def _keep(uncoded: Uncoded, mixed: Recording, music: Recording, heard: Recording) -> None:
    files = {form: mixed.path.with_name(f"{form}.pcm") for form in uncoded.keys}
    stems.write(mixed, music, heard, files)
    for form, key in uncoded.keys.items():
        uncoded.kept.put_file(key, files[form])
