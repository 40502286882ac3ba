"""Films that go round, and films that move but once a second, as a player gives them."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np

from ceremonie.film.coding.encode import SPARING
from ceremonie.film.painting.stills import paint
from ceremonie.film.work.segments import render, segments
from ceremonie.media.material import Extent, Sound, Track
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Countdown
from ceremonie.planning.model import Plan
from ceremonie.planning.score import ROUND, around
from ceremonie.planning.staging import Staging
from ceremonie.storyboard.media import Music
from ceremonie.theme.palette import Colour
from ceremonie.units import samples
from tests.hearing import mix_of
from tests.music import noise, write

from .plans import plan_of, shot

FRAMES = 20 * 25


def going_round(folder: Path, seconds: float) -> tuple[Plan, Sound]:
    made = noise(seconds, 0.2)
    path = write(folder / "attente.wav", made)
    extent = Extent(0, 0, len(made), len(made), len(made))
    sound = Sound("attente", len(made), path=path, extent=extent)
    track = Track(sound, Music(file=path.name), ("accueil", "musique"))
    plan = plan_of(shot(0, 0, FRAMES, Colour.DEEP), music=around([track], FRAMES))
    return replace(plan, loops=True), sound


def test_the_first_sample_of_a_loop_follows_its_last_in_the_very_same_piece(
    tmp_path: Path,
) -> None:
    """At the seam the old pass is whole and the new one silent: the wave is that of the piece."""
    plan, sound = going_round(tmp_path, 60)
    mixed, length = mix_of(plan)[:, 0], samples(FRAMES)
    assert len(mixed) == length
    piece = np.frombuffer(sound.path.read_bytes()[44:], np.int16)[::2] / 32768
    before, after = mixed[length - 480 :], mixed[:480]
    gain = before @ piece[length - 480 : length] / (piece[length - 480 : length] ** 2).sum()
    assert np.abs(before - gain * piece[length - 480 : length]).max() < 0.002
    assert np.abs(after - gain * piece[length : length + 480]).max() < 0.002


def test_a_loop_is_as_loud_over_its_seam_as_elsewhere(tmp_path: Path) -> None:
    """Also where the piece must begin again several times to fill it."""
    for seconds in (60, 7):
        mixed = mix_of(going_round(tmp_path, seconds)[0])
        levels = [np.sqrt((part**2).mean()) for part in np.array_split(mixed, 40)]
        assert min(levels) > 0.7 * max(levels)
        over = np.sqrt((mixed[:ROUND] ** 2).mean())
        assert 0.8 < over / np.median(levels) < 1.25


def test_what_moves_once_a_second_is_painted_once_a_second_and_held_to_the_bit() -> None:
    content = Countdown("Dans", "Fête", left=120, seconds=3, whole=300)
    before = shot(0, 0, 75, Colour.INK)
    drawing = replace(compose(content, Staging()), frames=75)
    (segment,) = segments(plan_of(replace(before, drawing=drawing)), SPARING.reach)
    assert len(segment.due(SPARING)) <= 4
    with av.open(io.BytesIO(render(segment, SPARING))) as opened:
        seen = [frame.to_ndarray(format="rgb24") for frame in opened.decode(video=0)]
    assert len(seen) == 75
    changes = [n for n, (a, b) in enumerate(pairwise(seen), 1) if (a != b).any()]
    assert changes == [25, 50]
    wanted = [paint(drawing, frame).astype(int) for frame in (0, 30, 74)]
    for number, frame in enumerate((0, 30, 74)):
        apart = [np.abs(seen[frame] - one).mean() for one in wanted]
        assert apart[number] == min(apart) < 2
