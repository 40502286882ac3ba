"""Several pieces of music, each with its part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ceremonie.media.material import Clip, Extent, Picture, Sound, SubtitleCue, Tempo, Track
from ceremonie.planning.model import Shot
from ceremonie.planning.score import CHANGE, check, music
from ceremonie.planning.timeline import heard
from ceremonie.storyboard.media import Music
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour
from ceremonie.units import samples
from tests.film.plans import shot

SECOND = 48_000
DAYS = 20 * 25
"""Frame with which the days begin; the film is 60 s long, its last shot 10 s."""


def shots() -> tuple[Shot, ...]:
    places = (
        (0, DAYS, Section.TITLE),
        (DAYS, 30 * 25, Section.DAYS),
        (50 * 25, 250, Section.CREDITS),
    )
    return tuple(
        replace(shot(0, start, length, Colour.DEEP), section=section)
        for start, length, section in places
    )


def track(name: str, seconds: float, index: int = 0, **entry: object) -> Track:
    """At 120 beats a minute; the first bar begins after one second."""
    count = round(seconds * SECOND)
    extent = Extent(0, 0, count, count, max(0, count - SECOND))
    sound = Sound(name, count, tempo=Tempo(0.5, 0.5, 1, 4), extent=extent)
    return Track(sound, Music.model_validate({"fichier": name, **entry}), ("musique", index))


def sounding(name: str) -> Clip:
    return Clip(name, 320, 180, 50, True, Picture("", 320, 180, ""), "")


def test_a_piece_begins_with_its_part_on_a_bar() -> None:
    first, second = music([track("a", 90), track("b", 90, 1, partie="jours")], shots())
    assert (first.start, first.offset) == (0, 0)
    assert second.start + second.rise == samples(DAYS)
    assert second.offset + second.rise == SECOND
    assert first.start + first.samples == second.start + CHANGE
    assert first.fall == second.rise == CHANGE


def test_a_piece_without_a_part_follows_the_one_before() -> None:
    cues = music([track("a", 21), track("b", 90, 1)], shots())
    assert [cue.source.digest for cue in cues] == ["a", "b"]
    assert cues[1].start + cues[1].rise == 21 * SECOND
    assert cues[1].start + cues[1].samples == samples(shots()[-1].span.stop)


def test_a_piece_begins_and_ends_where_it_is_written() -> None:
    cues = music([track("a", 90, de=10, a=30)], shots())
    assert cues[0].offset == 10 * SECOND
    assert max(cue.offset + cue.samples for cue in cues) <= 30 * SECOND
    assert len(cues) > 2


def test_volume_is_a_gain() -> None:
    (cue,) = music([track("a", 90, volume="50 %")], shots())
    assert cue.gain == pytest.approx(-6.02, abs=0.01)


def test_a_long_piece_fades_under_the_last_shot() -> None:
    (cue,) = music([track("a", 1200)], shots())
    assert cue.samples == samples(shots()[-1].span.stop)
    assert cue.fall == 4 * SECOND


def test_a_piece_that_is_a_little_too_long_leaps_to_its_own_end() -> None:
    cues = music([track("a", 65)], shots())
    assert len(cues) == 2
    assert cues[-1].offset + cues[-1].samples == pytest.approx(65 * SECOND, abs=SECOND)


@pytest.mark.parametrize(
    ("lines", "said"),
    [(("Bonjour à tous.",), True), (("[Les oiseaux", "chantent.]"), False), (("♪ La la ♪",), False),
     (("(rires) Merci !",), True)],
)  # fmt: skip
def test_who_reads_subtitles_hears_somebody_unless_they_describe(
    lines: tuple[str, ...], said: bool
) -> None:
    clip = replace(sounding("a"), subtitles=(SubtitleCue(10, 20, lines),))
    cue = heard(clip, 100)
    assert cue is not None
    assert cue.start == samples(100)
    assert cue.spoken == (((samples(10), samples(20)),) if said else ())


def test_a_clip_that_is_to_be_mute_is_not_heard() -> None:
    assert heard(replace(sounding("a"), manner="coupé"), 0) is None
    cue = heard(replace(sounding("a"), manner="fond"), 0)
    assert cue is not None
    assert cue.manner == "fond"


def test_no_music_is_none() -> None:
    assert music([], shots()) == ()
    assert music([track("a", 90)], ()) == ()


def test_what_the_film_cannot_give_is_told() -> None:
    asked = [
        track("a", 90, 0, partie="jours"),
        track("b", 90, 1, partie="prix"),
        track("c", 90, 2, partie="jours"),
    ]
    told = {(one.slug, one.path) for one in check(asked, shots())}
    assert told == {
        ("musique-partie-absente", ("musique", 1, "partie")),
        ("musique-partie-double", ("musique", 2, "partie")),
    }
    assert {cue.source.digest for cue in music(asked, shots())} == {"a"}
