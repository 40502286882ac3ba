"""Clips as programs, phones and broken drives leave them: shown in time, told where they fail."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from ceremonie.media.decoding import copying
from ceremonie.media.material import Clip
from ceremonie.tools import ffmpeg
from tests.hearing import samples
from tests.media.editions import H264, Edition, colours, tone, whole

pytestmark = pytest.mark.slow


def pictures(clip: Clip) -> list[np.ndarray]:
    """All frames of a copy, RGB."""
    with av.open(str(clip.path)) as opened:
        shown = opened.decode(video=0)
        return [one.to_ndarray(format="rgb24", src_colorspace="ITU709") for one in shown]


def pitch(heard: np.ndarray, start: float, stop: float) -> float:
    """The loudest frequency in Hz between two seconds; 0 for silence."""
    part = heard[int(start * 48_000) : int(stop * 48_000), 0]
    if np.abs(part).max() < 0.01:
        return 0
    return float(np.abs(np.fft.rfft(part)).argmax() * 48_000 / len(part))


def sine(pitch: int, seconds: float = 2, layout: str = "mono") -> tuple[str, ...]:
    each = "|".join([f"0.2*sin(2*PI*{pitch}*t)"] * (2 if layout == "stereo" else 1))
    return ("-f", "lavfi", "-i", f"aevalsrc={each}:s=48000:d={seconds}:c={layout}")


TITLES = {
    "une piste de timecode": ("-timecode", "10:00:00:00"),
    "une langue": ("-metadata:s:a:0", "language=fr-FR"),
    "un titre qui parle de vidéo": ("-metadata", "title=Video: h264, 9x9, 3 fps"),
    "un titre qui parle de durée": ("-metadata", "title=Duration: 09:00:00.00, start: 0"),
    "un titre sur deux lignes": ("-metadata", "title=a\nStream #0:7: Video: ffv1, 1x1"),
}


@pytest.mark.parametrize("more", TITLES.values(), ids=TITLES.keys())
def test_what_a_file_says_in_words_changes_nothing(edition: Edition, more: tuple[str, ...]) -> None:
    edition.record("a.mov", *colours(seconds=2), *sine(440), *H264, "-c:a", "aac", *more)
    clip = edition.clip("a.mov")
    assert (clip.frames, clip.width, clip.height) == (50, 160, 90)
    assert pitch(samples(clip), 0.5, 1.5) == pytest.approx(440, abs=3)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_chapters_change_nothing(edition: Edition, count: int) -> None:
    told = edition.folder / "chapitres.txt"
    chapter = "[CHAPTER]\nTIMEBASE=1/10\nSTART={}\nEND={}\ntitle=Chapitre\n"
    told.write_text(";FFMETADATA1\n" + "".join(chapter.format(n, n + 1) for n in range(count)))
    source = (*colours(seconds=2), *sine(440), "-f", "ffmetadata", *ffmpeg.file_input(told))
    edition.record("a.mp4", *source, "-map_chapters", "2", *H264, "-c:a", "aac")
    assert edition.clip("a.mp4").frames == 50


@pytest.mark.parametrize(
    ("flags", "wanted"),
    [
        (("-disposition:a:0", "0", "-disposition:a:1", "default"), 1500),
        (("-disposition:a:0", "default", "-disposition:a:1", "0"), 440),
        (("-disposition:a:0", "0", "-disposition:a:1", "0"), 440),
    ],
)
def test_the_sound_that_players_choose_is_heard(
    edition: Edition, flags: tuple[str, ...], wanted: int
) -> None:
    tracks = (*colours(seconds=2), *sine(440), *sine(1500), "-map", "0", "-map", "1", "-map", "2")
    edition.record("a.mkv", *tracks, *H264, "-c:a", "aac", *flags)
    assert pitch(samples(edition.clip("a.mkv")), 0.5, 1.5) == pytest.approx(wanted, abs=3)


def unreadable(file: Path, count: int) -> None:
    """The first sound tracks get a codec that nobody knows."""
    data = file.read_bytes().replace(b"mp4a\0\0\0\0", b"apac\0\0\0\0", count)
    file.write_bytes(data.replace(b"esds", b"none", count))


def test_a_sound_that_cannot_be_read_gives_way_to_one_that_can(edition: Edition) -> None:
    tracks = (*colours(seconds=2), *sine(440), *sine(1500), "-map", "0", "-map", "1", "-map", "2")
    unreadable(edition.record("a.mov", *tracks, *H264, "-c:a", "aac"), 1)
    assert pitch(samples(edition.clip("a.mov")), 0.5, 1.5) == pytest.approx(1500, abs=3)


def test_a_clip_whose_sound_cannot_be_read_is_silent_and_told(edition: Edition) -> None:
    unreadable(edition.record("a.mov", *colours(seconds=2), *sine(440), *H264, "-c:a", "aac"), 1)
    clip, told = prepared(edition, "a.mov")
    assert told == {"video-son-illisible"}
    assert (clip.frames, clip.has_sound) == (50, False)


def prepared(edition: Edition, name: str, **more: object) -> tuple[Clip, set[str]]:
    """A clip, and the slugs of what both doors tell of it."""
    entry = {"fichier": name, "alt": "Un essai", **more}
    materials, told = edition.gather(entry)
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    assert edition.inspect(entry) == told
    return clip, {one.slug for one in told}


def joined(edition: Edition, *parts: tuple[str, ...]) -> None:
    """Recordings put one behind the other as bytes: each starts its time stamps anew."""
    files = [edition.record(f"{n}.ts", *part) for n, part in enumerate(parts)]
    (edition.folder / "a.mts").write_bytes(b"".join(file.read_bytes() for file in files))


PLAIN = "color=0xC83C28:r=25:d=2:s="


def test_a_phone_turned_on_the_way_stays_upright_and_in_time(edition: Edition) -> None:
    """The whole is played though the file announces half of it; a square stays a square."""
    square = ",drawbox=x=(iw-40)/2:y=(ih-40)/2:w=40:h=40:c=white:t=fill"
    lying, standing = (("-f", "lavfi", "-i", PLAIN + s + square) for s in ("160x90", "90x160"))
    joined(edition, (*lying, *sine(440), *H264), (*standing, *sine(880), *H264))
    clip, told = prepared(edition, "a.mts")
    assert not told
    assert (clip.frames, clip.width, clip.height) == (100, 160, 90)
    shown = pictures(clip)
    assert shown[75][45, 10].max() < 40, "a bar"
    for frame in (shown[25], shown[75]):
        white = np.argwhere(frame.min(axis=2) > 180)
        height, width = np.ptp(white, axis=0)
        assert abs(int(height) - int(width)) <= 3
    heard = samples(clip)
    assert pitch(heard, 0.5, 1.5) == pytest.approx(440, abs=3)
    assert pitch(heard, 2.5, 3.5) == pytest.approx(880, abs=3)


def test_sound_that_becomes_stereo_is_heard_to_the_end(edition: Edition) -> None:
    picture = colours(seconds=2)
    mono = (*picture, *sine(440), *H264, "-c:a", "ac3")
    joined(edition, mono, (*picture, *sine(880, layout="stereo"), *H264, "-c:a", "ac3"))
    heard = samples(edition.clip("a.mts"))
    assert pitch(heard, 0.5, 1.5) == pytest.approx(440, abs=3)
    assert pitch(heard, 2.5, 3.5) == pytest.approx(880, abs=3)


@pytest.mark.parametrize("form", ["yuvj420p", "yuv422p", "yuv420p10le"])
def test_a_change_of_range_or_format_keeps_the_colours(edition: Edition, form: str) -> None:
    plain = ("-f", "lavfi", "-i", PLAIN + "160x90", "-c:v", "libx264", "-pix_fmt")
    joined(edition, (*plain, "yuv420p"), (*plain, form))
    clip, told = prepared(edition, "a.mts")
    assert not told
    assert clip.frames == 100
    shown = pictures(clip)
    assert np.abs(shown[20].astype(int) - shown[80]).max() <= 4


@pytest.mark.parametrize("name", ["a.mts", "a.mpg", "a.mp4", "a.mkv"])
@pytest.mark.parametrize("start", [1.48, 3.2])
def test_an_extract_starts_at_its_very_picture(edition: Edition, name: str, start: float) -> None:
    """Each picture is a little lighter than the one before; key frames are far apart."""
    ramp = "color=black:s=64x36:r=25:d=5,geq=lum='30+N':cb=128:cr=128"
    codec = ("-c:v", "mpeg2video", "-q:v", "2") if name == "a.mpg" else H264
    edition.record(name, "-f", "lavfi", "-i", ramp, *sine(440, 5), *codec, "-g", "250")
    clip = edition.clip(name, de=start)
    level = float(pictures(clip)[0].mean())
    assert level == pytest.approx((30 + start * 25 - 16) * 255 / 219, abs=1.1)
    assert clip.frames == 125 - round(start * 25)


def test_a_variable_rate_shows_what_is_on_the_screen_at_each_instant(edition: Edition) -> None:
    ramp = "color=black:s=64x36:r=50:d=2,geq=lum='30+N':cb=128:cr=128,select='lt(n,20)+gt(n,70)'"
    edition.record("a.mkv", "-f", "lavfi", "-i", ramp, "-fps_mode", "vfr", *H264)
    clip, told = prepared(edition, "a.mkv")
    assert not told, "a picture that stands still is no damage"
    levels = [float(frame.mean()) for frame in pictures(clip)]
    shown = [(2 * n if 2 * n < 20 else 19 if 2 * n < 71 else 2 * n) for n in range(50)]
    assert np.allclose(levels, [(30 + n - 16) * 255 / 219 for n in shown], atol=1.5)


def holed(file: Path, first: float = 0.4, last: float = 0.6) -> None:
    data = bytearray(file.read_bytes())
    start, stop = int(len(data) * first), int(len(data) * last)
    data[start:stop] = bytes(stop - start)
    file.write_bytes(data)


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.mts", "a.mpg"])
def test_a_hole_in_the_middle_is_told_with_its_time(edition: Edition, name: str) -> None:
    codec = ("-c:v", "mpeg2video") if name == "a.mpg" else (*H264, "-g", "25")
    front = ("-movflags", "+faststart") if name == "a.mp4" else ()
    holed(edition.record(name, *colours(seconds=10), *sine(440, 10), *codec, *front))
    clip, told = prepared(edition, name)
    assert told == {"media-passages-abimes"}
    assert clip.frames == 250
    (remark,) = edition.inspect({"fichier": name, "alt": "Un essai"})
    assert re.search("image de (3,9|4|4,1) à [567][, \u00a0]", remark.message)
    healthy, told = prepared(edition, name, a=3)
    assert not told, "what is used of it is whole"
    assert healthy.frames == 75


def test_a_card_that_stands_still_in_silence_is_no_damage(edition: Edition) -> None:
    still = ("-f", "lavfi", "-i", "color=0x204080:s=160x90:d=4:r=25")
    edition.record("a.mp4", *still, "-f", "lavfi", "-i", "anullsrc=d=4", *H264, "-c:a", "aac")
    assert not prepared(edition, "a.mp4")[1]


@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.m4v"])
def test_a_file_of_zeros_is_refused_by_both_doors(edition: Edition, name: str) -> None:
    front = ("-movflags", "+faststart")
    file = edition.record(name, *colours(seconds=10), *tone(10), *H264, "-c:a", "aac", *front)
    data = file.read_bytes()
    media = data.index(b"mdat") + 4
    file.write_bytes(data[:media] + bytes(len(data) - media))
    assert edition.refused(name) == ("media-abime",)


@pytest.mark.parametrize(("rate", "shown"), [("25", "40"), ("50", "40"), ("1000", "40")])
def test_a_single_picture_is_told(edition: Edition, rate: str, shown: str) -> None:
    edition.record("a.mp4", *colours(rate=int(rate)), "-frames:v", "1", *H264)
    (told,) = edition.inspect({"fichier": "a.mp4", "alt": "Un essai"})
    assert told.slug == "video-une-image"
    assert f"{shown} ms" in told.message
    assert edition.gather({"fichier": "a.mp4", "alt": "Un essai"})[1] == (told,)


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.mov"])
def test_a_video_without_pictures_is_told_by_what_it_is(edition: Edition, name: str) -> None:
    edition.record(name, *tone(), "-c:a", "aac")
    assert edition.refused(name) == ("video-sans-image",)


def test_a_black_clip_is_told(edition: Edition) -> None:
    edition.record("a.mp4", "-f", "lavfi", "-i", "color=black:s=160x90:d=1:r=25", *H264)
    assert prepared(edition, "a.mp4")[1] == {"video-noire"}


def test_transparent_pictures_lie_on_white(edition: Edition) -> None:
    """Half of the picture is opaque and red; what lies unseen under the rest is black."""
    half = "color=red:s=160x90:d=0.4:r=25,format=yuva420p,geq=lum='p(X,Y)':a='255*lt(X,80)'"
    edition.record("a.webm", "-f", "lavfi", "-i", half, "-c:v", "libvpx-vp9", "-lossless", "1")
    clip, told = prepared(edition, "a.webm")
    assert told == {"video-transparente"}
    frame = pictures(clip)[3].astype(int)
    assert frame[45, 120].min() > 245
    assert frame[45, 40, 0] > 200
    assert frame[45, 40, 1:].max() < 60


def test_the_length_that_counts_is_the_one_that_was_decoded(edition: Edition) -> None:
    edition.record("a.mp4", *colours(seconds=2), *sine(440, 6), *H264, "-c:a", "aac")
    clip, told = prepared(edition, "a.mp4")
    assert told == {"video-son-plus-long"}
    assert clip.frames == 50
    (longer,) = edition.inspect({"fichier": "a.mp4", "alt": "Un essai"})
    assert "s'arrête à 2 s, mais son son continue jusqu'à 6 s" in longer.message
    (refused,) = edition.inspect({"fichier": "a.mp4", "alt": "Un essai", "de": 3})
    assert refused.slug == "extrait-hors-limites"
    assert "dure 2 s" in refused.message
    assert Fraction(clip.frames, 25) == 2


@pytest.mark.parametrize(
    ("offset", "cut", "sounds"),
    [
        (0, {"de": 3}, False),  # it has ended before
        (0, {"de": 14}, False),  # and too long before to be met at all
        (3, {"a": 2}, False),  # it begins afterwards
        (12, {"a": 2}, False),
        (0, {"de": 1}, True),
        (3, {"de": 2}, True),
    ],
)
def test_sound_counts_where_it_is_heard_between_the_bounds(
    edition: Edition, offset: int, cut: dict[str, int], sounds: bool
) -> None:
    """Both doors say the same, and nothing of a sound that could not be read."""
    late = ("-itsoffset", str(offset), *sine(440))
    edition.record("a.mkv", *colours(seconds=16), *late, *H264, "-g", "25", "-c:a", "aac")
    entry = {"fichier": "a.mkv", "alt": "Un essai", **cut}
    examined = edition.examine(entry)
    assert not examined.diagnostics
    (assumed,) = examined.materials(whole(examined.reading)).media.values()
    assert isinstance(assumed, Clip)
    assert assumed.has_sound == edition.clip("a.mkv", **cut).has_sound == sounds


def test_a_picture_may_be_shown_for_longer_than_a_program_may_hang(edition: Edition) -> None:
    """As on the recording of a screen on which nothing moves: each picture that is written is a
    sign of life.
    """
    still = ("-vf", "select='lt(n,2)+eq(n,1499)'", "-fps_mode", "vfr")
    file = edition.record("a.mkv", *colours(seconds=60), *still, *H264)
    signs: list[int] = []
    places = {name: str(edition.folder / name) for name in ("target", "poster", "table")}
    untouched = {"whole": False, "regions": [], "muted": False}
    bounds: dict[str, object] = {"start": "0", "stop": None, "pictures": True}
    changes = {"calmed": [], "treatment": untouched}
    made = copying.copied(
        {"file": str(file), **bounds, **changes, **places}, lambda: signs.append(1)
    )
    assert made["frames"] == 1500
    assert len(signs) >= 1500


def test_interlaced_pictures_are_made_whole(edition: Edition) -> None:
    """A bar that moves sideways between two fields has combs where they are only put together."""
    moving = "color=black:s=720x576:r=50:d=2[g];color=white:s=40x400:r=50:d=2[b];"
    moving += "[g][b]overlay=x='40+12*n':y=88"
    woven = ("-vf", "tinterlace=4,setfield=tff", "-c:v", "mpeg2video", "-flags", "+ildct+ilme")
    edition.record("a.mpg", "-f", "lavfi", "-i", moving, *woven, "-q:v", "2")
    shown = pictures(edition.clip("a.mpg"))
    assert len(shown) == 50
    for picture in shown[5:40]:
        rows = picture[120:450, :, 1].astype(int)
        assert np.abs(rows[1:] - rows[:-1]).max() < 60
    whites = [int(np.median(np.nonzero(p[300, :, 1] > 128)[0])) for p in shown[5:25]]
    assert np.diff(whites).tolist() == pytest.approx([24] * 19, abs=2)


@pytest.mark.parametrize("name", ["a.mp4", "a.mov"])
def test_what_an_edit_list_leaves_out_is_no_damage(edition: Edition, name: str) -> None:
    """Cut on a phone, or without encoding anew: the file still holds what comes before."""
    moving = ("-f", "lavfi", "-i", "testsrc=s=160x90:r=25:d=6")
    whole = edition.record("b.mp4", *moving, *sine(440, 6), *H264, "-g", "75", "-c:a", "aac")
    edition.record(name, "-ss", "4.6", *ffmpeg.file_input(whole), "-c", "copy")
    clip = edition.clip(name)
    assert clip.frames == pytest.approx(35, abs=1)
    assert pitch(samples(clip), 0.2, 1.2) == pytest.approx(440, abs=3)


def test_an_extract_of_which_nothing_useful_plays_is_refused(edition: Edition) -> None:
    """Zeros where its pictures were, but for its first ones; one that lies elsewhere plays."""
    moving = ("-f", "lavfi", "-i", "testsrc=s=160x90:r=25:d=8")
    file = edition.record("a.mp4", *moving, *H264, "-g", "25", "-bf", "0")
    with av.open(str(file)) as opened:
        packets = [packet for packet in opened.demux(video=0) if packet.size]
        lost = [p for p in packets if 1.3 < float(p.pts * p.time_base) < 7]
    data = bytearray(file.read_bytes())
    for packet in lost:
        data[packet.pos : packet.pos + packet.size] = bytes(packet.size)
    file.write_bytes(data)
    assert edition.refused("a.mp4", de=1.2, a=6.8) == ("media-abime",)
    assert edition.clip("a.mp4", a=1).frames == 25
