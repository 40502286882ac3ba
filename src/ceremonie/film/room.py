"""How much room on the disk films take: known before the first frame is painted."""

from __future__ import annotations

import math
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from ceremonie.diagnostics import MachineError
from ceremonie.files import existing, free_bytes
from ceremonie.film.coding.encode import DNXHD, PRORES, Quality
from ceremonie.film.commission import Film, Sound
from ceremonie.film.sound.stems import PCM_BYTES, Form
from ceremonie.film.work.segments import Segment
from ceremonie.media.sound import FRAME_BYTES
from ceremonie.messages import decimal, problem
from ceremonie.units import FRAME_RATE, samples

DENSITIES = {DNXHD.encoder: 917_504 / (1920 * 1080), PRORES.encoder: 0.47}
"""Bytes for each px of a picture, by encoder. DNxHR HQ gives every picture the same, ProRes photos
that grow as much as this, and those of the sample 0.30: too much is asked rather than too little.
"""

DENSITY = 0.01
"""The same of x264: 0.0084 for photos that grow."""

SCRATCH = 3 * FRAME_BYTES + 3 * PCM_BYTES
"""Bytes for each sample of the film while it is mixed and divided."""

GIGABYTE = 10**9

Pieces = Iterable[tuple[Segment, Iterable[Quality]]]
"""What is still to be painted, and in which qualities."""


def check(films: Sequence[Film], pieces: Pieces, sounds: Sequence[Sound], workspace: Path) -> None:
    """Raises MachineError where a disk has no room for all `films` and for the `pieces` and
    `sounds` of them that are kept in the workspace.
    """
    needed: Counter[int] = Counter()
    places: dict[int, Path] = {}
    for place, size in _each(films, pieces, sounds, workspace):
        device = existing(place).stat().st_dev
        needed[device] += size
        places.setdefault(device, place)
    for device, size in needed.items():
        free = free_bytes(places[device])
        if size > free:
            needs, has = (f"{decimal(count / GIGABYTE, 2)} Go" for count in (size, free))
            raise MachineError(problem("disque-trop-petit", needed=needs, free=has))


def _each(
    films: Iterable[Film], pieces: Pieces, sounds: Iterable[Sound], workspace: Path
) -> Iterator[tuple[Path, int]]:
    """Where something will lie, and its bytes."""
    for film in films:
        yield film.target.parent, of_film(film)
        yield from ((target.parent, _of_stem(film)) for target in film.stems)
    for segment, qualities in pieces:
        yield from ((workspace, _of_piece(segment, quality)) for quality in qualities)
    for sound in sounds:
        if sound.form is not Form.CODED:
            yield workspace, samples(sound.plan.frames) * PCM_BYTES
            if sound.form is Form.WHOLE:
                yield Path(tempfile.gettempdir()), samples(sound.plan.frames) * SCRATCH


def of_film(film: Film) -> int:
    """The bytes of its file, roughly: of that for a technician, every picture counts; of another,
    those that move.
    """
    if film.master is None:
        return sum(_of_piece(part.segment, film.quality) for part in film.parts)
    pixels = math.prod(film.plan.format.reduced(film.quality.reduction))
    pictures = film.master.frames(film.plan.frames)
    return _bytes(pictures, pixels, film.quality) + _of_stem(film)


def _of_stem(film: Film) -> int:
    assert film.master
    lasting = Fraction(film.master.frames(film.plan.frames), film.master.rate)
    return int(samples(1) * lasting * FRAME_RATE) * PCM_BYTES


def _of_piece(segment: Segment, quality: Quality) -> int:
    written = quality.written(*segment.size(quality))
    return _bytes(len(segment.due(quality)), math.prod(written), quality)


def _bytes(pictures: int, pixels: int, quality: Quality) -> int:
    return int(pictures * pixels * DENSITIES.get(quality.encoder, DENSITY))
