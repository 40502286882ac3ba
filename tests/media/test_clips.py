"""Clips at the door: whatever a phone or a messenger makes, one form leaves."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from ceremonie.media.material import Clip
from ceremonie.tools import ffmpeg
from tests.hearing import samples
from tests.media.editions import H264, Edition, colours, tone

BT709, LIMITED = 1, 1
"""In ffmpeg's numbers."""


def assert_normal(clip: Clip) -> None:
    """What every copy is, told by the file itself."""
    with av.open(str(clip.path)) as opened:
        picture, context = opened.streams.video[0], opened.streams.video[0].codec_context
        assert (context.name, context.pix_fmt, picture.average_rate) == ("h264", "yuv420p", 25)
        assert (context.width, context.height) == (clip.width, clip.height)
        tags = (context.color_range, context.color_primaries, context.color_trc, context.colorspace)
        assert tags == (LIMITED, BT709, BT709, BT709)
        assert picture.sample_aspect_ratio in {None, Fraction(1)}
        assert bool(opened.streams.audio) == clip.has_sound
        for sound in opened.streams.audio:
            heard = sound.codec_context
            assert (heard.name, heard.sample_rate, heard.layout.name) == ("aac", 48_000, "stereo")
        shown = list(opened.decode(video=0))
    assert len(shown) == clip.frames
    assert [one.pts * one.time_base for one in shown] == [
        Fraction(n, 25) for n in range(len(shown))
    ]
    assert shown[0].rotation == 0
    head = clip.path.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat"), "faststart"


def frame(clip: Clip, index: int) -> np.ndarray:
    """(height, width, 3) RGB."""
    size = clip.width * clip.height * 3
    arguments = (
        *("-ss", f"{index / 25:.3f}", *ffmpeg.file_input(clip.path), "-frames:v", "1"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", ffmpeg.PIPE),
    )
    data = b"".join(ffmpeg.decoded(arguments, size))
    return np.frombuffer(data, np.uint8).reshape(clip.height, clip.width, 3)


def test_plain_clip_with_sound(edition: Edition) -> None:
    edition.record("a.mp4", *colours(), *tone(), *H264, "-c:a", "aac", "-shortest")
    clip = edition.clip("a.mp4", legende="Un ring", credit="Une autrice")
    assert_normal(clip)
    assert (clip.width, clip.height, clip.frames, clip.has_sound) == (160, 90, 25, True)
    assert (clip.poster.width, clip.poster.height) == (160, 90)
    assert (clip.caption, clip.credit, clip.alternative) == ("Un ring", "Une autrice", "Un essai")


def test_clip_without_sound_is_silence(edition: Edition) -> None:
    edition.record("a.mp4", *colours(), *H264)
    clip = edition.clip("a.mp4")
    assert_normal(clip)
    assert not clip.has_sound
    assert not samples(clip).any()
    assert samples(clip).shape == (48_000, 2)


@pytest.mark.parametrize(
    ("rate", "layout"), [(22_050, "mono"), (48_000, "5.1"), (44_100, "stereo")]
)
def test_any_sound_becomes_stereo(edition: Edition, rate: int, layout: str) -> None:
    edition.record("a.mov", *colours(), *tone(1, rate, layout), *H264, "-c:a", "pcm_s16le")
    clip = edition.clip("a.mov")
    assert_normal(clip)
    heard = samples(clip)
    assert heard.shape == (clip.frames * 1920, 2)
    assert heard.dtype == np.float32
    spectrum = np.abs(np.fft.rfft(heard[4800:43_200, 0]))
    assert abs(int(spectrum.argmax()) / 0.8 - 440) < 3
    assert np.abs(heard).max() <= 1


def test_sound_keeps_its_time(edition: Edition) -> None:
    """A beep from 0.5 s on; after a cut at 0.2 s it starts at 0.3 s."""
    beep = ("-f", "lavfi", "-i", "aevalsrc='0.5*sin(2*PI*440*t)*gte(t,0.5)':s=48000:d=1")
    edition.record("a.mp4", *colours(), *beep, *H264, "-c:a", "aac")
    heard = np.abs(samples(edition.clip("a.mp4", de=0.2))[:, 0])
    start = int(np.argmax(heard > 0.05))
    assert abs(start - 0.3 * 48_000) < 400


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_clips_come_upright(edition: Edition, angle: int) -> None:
    """The stored picture has a red left half; the display matrix says how to turn it."""
    source = "color=red:s=80x90:d=0.4,pad=160:90:0:0:blue"
    flat = edition.record("droit.mp4", "-f", "lavfi", "-i", source, *H264)
    edition.record("a.mp4", "-display_rotation", str(angle), *ffmpeg.file_input(flat), "-c", "copy")
    clip = edition.clip("a.mp4")
    assert_normal(clip)
    assert (clip.width, clip.height) == ((160, 90) if angle == 180 else (90, 160))
    found = frame(clip, 0).astype(int)
    middle_x, middle_y = clip.width // 2, clip.height // 2
    # The matrix turns counter-clockwise: left goes down, then right, then up.
    red_at = {90: (middle_x, 140), 180: (140, middle_y), 270: (middle_x, 20)}[angle]
    x, y = red_at
    assert found[y, x, 0] > 180
    assert found[y, x, 2] < 100
    assert found[clip.height - 1 - y, clip.width - 1 - x, 2] > 180


@pytest.mark.parametrize(
    ("stored", "filters", "size"),
    [
        ("161x91", "null", (160, 90)),
        ("160x120", "setsar=4/3", (214, 120)),
        ("2560x1440", "null", (1920, 1080)),
        ("360x640", "null", (360, 640)),
        ("720x1280", "null", (720, 1280)),
        ("1440x2560", "null", (1080, 1920)),
    ],
)
def test_sizes(edition: Edition, stored: str, filters: str, size: tuple[int, int]) -> None:
    arguments = ("-vf", filters, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
    edition.record("a.mkv", *colours(stored, seconds=0.2), *arguments)
    clip = edition.clip("a.mkv")
    assert_normal(clip)
    assert abs(clip.width - size[0]) <= 2
    assert abs(clip.height - size[1]) <= 2
    assert clip.width % 2 == clip.height % 2 == 0


@pytest.mark.parametrize(("rate", "count"), [(30, 25), (50, 25), (12, 25)])
def test_rates(edition: Edition, rate: int, count: int) -> None:
    edition.record("a.mp4", *colours(rate=rate), *H264)
    clip = edition.clip("a.mp4")
    assert_normal(clip)
    assert abs(clip.frames - count) <= 1


def test_variable_rate(edition: Edition) -> None:
    """Frames 0 to 9 of 50 a second, then every fifth: what is seen keeps its time."""
    drop = "select='lt(n,10)+not(mod(n,5))'"
    edition.record("a.mp4", *colours(rate=50), "-vf", drop, "-fps_mode", "vfr", *H264)
    clip = edition.clip("a.mp4")
    assert_normal(clip)
    assert abs(clip.frames - 24) <= 2


def test_bounds(edition: Edition) -> None:
    ramp = "color=black:s=64x36:r=25:d=2,geq=lum='N*4':cb=128:cr=128"
    edition.record("a.mp4", "-f", "lavfi", "-i", ramp, *H264)
    clip = edition.clip("a.mp4", de=0.52, a=1.2)
    assert_normal(clip)
    assert clip.frames == 17
    levels = [float(frame(clip, i).mean()) for i in (0, 16)]
    expected = [(n * 4 - 16) * 255 / 219 for n in (13, 29)]
    assert np.allclose(levels, expected, atol=3)


@pytest.mark.parametrize("cut", [{"de": 5}, {"de": 0, "a": 9}, {"de": 1.5}, {"de": 0.4, "a": 1.3}])
def test_bounds_past_the_end(edition: Edition, cut: dict[str, float]) -> None:
    edition.record("a.mp4", *colours(), *H264)
    (told,) = edition.inspect({"fichier": "a.mp4", "alt": "Un essai", **cut})
    assert told.slug == "extrait-hors-limites"
    assert "dure 1 s" in told.message
    assert told.path is not None
    assert told.path[-1] == ("a" if "a" in cut else "de")
    assert edition.refused("a.mp4", **cut) == ("extrait-hors-limites",)


def test_truncated_with_its_index_at_the_end(edition: Edition) -> None:
    whole = edition.record("a.mp4", *colours(seconds=2), *H264)
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert edition.refused("a.mp4") == ("media-abime",)


def test_truncated_with_its_index_in_front(edition: Edition) -> None:
    whole = edition.record(
        "a.mp4", *colours(seconds=4), *H264, "-g", "5", "-movflags", "+faststart"
    )
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    materials, told = edition.gather({"fichier": "a.mp4", "alt": "Un essai"})
    assert [d.slug for d in told] == ["video-incomplete"]
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    assert 20 < clip.frames < 80
    assert edition.refused("a.mp4", a=3.9) == ("extrait-hors-limites",)


def test_no_picture_in_it(edition: Edition) -> None:
    edition.record("a.mp4", *tone(), "-c:a", "aac")
    assert edition.refused("a.mp4") == ("video-sans-image",)


def test_playlists_are_never_followed(edition: Edition) -> None:
    draw = edition.record("b.ts", *colours(seconds=0.2), *H264)
    lists = {
        "hls.mp4": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{draw}\n#EXT-X-ENDLIST\n",
        "concat.mp4": f"ffconcat version 1.0\nfile '{draw}'\n",
    }
    for name, text in lists.items():
        (edition.folder / name).write_text(text)
        assert edition.refused(name) == ("media-abime",)


@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67"])
def test_hdr_is_brought_to_bt709(edition: Edition, transfer: str) -> None:
    """Reference white of both systems (58 % of PQ, 75 % of HLG, BT.2408) becomes light, not white
    nor grey; black stays black.
    """
    code = {"smpte2084": 0.58, "arib-std-b67": 0.75}[transfer]
    luma = round(64 + code * 876)
    halves = f"geq=lum='if(lt(X,32),64,{luma})':cb=512:cr=512"
    source = f"color=black:s=64x36:d=0.2,format=yuv420p10le,{halves}"
    tags = f"colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc"
    edition.record(
        "a.mp4", "-f", "lavfi", "-i", source, "-c:v", "libx264", "-x264-params", tags,
        *("-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc"),
    )  # fmt: skip
    clip = edition.clip("a.mp4")
    assert_normal(clip)
    found = frame(clip, 0)
    assert found[18, 10].max() < 12
    assert 195 < found[18, 50].mean() < 252


def test_colours_survive(edition: Edition) -> None:
    """Untagged standard definition is BT.601, high definition BT.709."""
    for size, matrix in (("160x90", "bt601"), ("1280x720", "bt709")):
        source = (
            f"color=0x1EC83C:s={size}:d=0.1,format=gbrp,"
            f"scale=out_color_matrix={matrix}:flags=accurate_rnd+full_chroma_int,format=yuv420p"
        )
        edition.record("a.mp4", "-f", "lavfi", "-i", source, *H264)
        clip = edition.clip("a.mp4")
        spot = np.asarray(Image.open(clip.poster.path))[40, 40].astype(int)
        assert np.abs(spot - (0x1E, 0xC8, 0x3C)).max() <= 6


def test_copies_are_kept(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    edition.record("a.mp4", *colours(seconds=0.4), *H264)
    first = edition.clip("a.mp4")
    monkeypatch.setattr("ceremonie.media.clips._made", None)
    assert edition.clip("a.mp4") == first
    assert not [f for f in edition.workspace.rglob("*") if "partiel" in f.name]


def test_music(edition: Edition) -> None:
    edition.record("musique.ogg", *tone(1.5, 44_100), "-c:a", "libvorbis")
    edition.top = {"musique": {"fichier": "musique.ogg", "credit": "Une autrice"}}
    materials, told = edition.gather()
    assert not told
    (track,) = materials.music
    assert abs(track.sound.samples - 72_000) < 100
    assert track.sound.credit == "Une autrice"
    assert samples(track.sound).shape == (track.sound.samples, 2)


def test_music_that_is_none(edition: Edition, tmp_path: Path) -> None:
    (edition.folder / "musique.mp3").write_bytes(b"no sound at all" * 40)
    edition.top = {"musique": {"fichier": "musique.mp3"}}
    materials, told = edition.gather()
    assert [d.slug for d in told] == ["media-abime"]
    assert not materials.music


def test_exact_bounds_of_a_long_rate(edition: Edition) -> None:
    edition.record("a.mp4", *colours(rate=30, seconds=2), *H264)
    clip = edition.clip("a.mp4", de=0.4, a=1.6)
    assert clip.frames == int((Fraction("1.6") - Fraction("0.4")) * 25)


def test_recordings_of_a_browser_tell_no_duration(edition: Edition) -> None:
    vp8 = (*colours(), *tone(), "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")
    streamed = b"".join(ffmpeg.decoded((*vp8, "-f", "webm", ffmpeg.PIPE), 1 << 16))
    (edition.folder / "webcam.webm").write_bytes(streamed)
    with av.open(str(edition.folder / "webcam.webm")) as opened:
        assert opened.duration is None
    clip = edition.clip("webcam.webm", de=0.2, a=0.8)
    assert_normal(clip)
    assert (clip.frames, clip.has_sound) == (15, True)
