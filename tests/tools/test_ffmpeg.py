"""What ffmpeg says of a file, read in the words of several of its versions."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from ceremonie.diagnostics import MachineError, RenderingError
from ceremonie.tools import ffmpeg

PHONE = """\
Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:a.mov':
  Duration: 00:01:02.50, start: 0.000000, bitrate: 9000 kb/s
  Stream #0:0[0x1](und): Video: hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, \
bt2020nc/bt2020/arib-std-b67), 1920x1080 [SAR 1:1 DAR 16:9], 8800 kb/s, 29.98 fps, 30 tbr, 600 tbn
      Side data:
        {matrix} of -90.00 degrees
  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 96 kb/s
"""

COVERED = """\
  Duration: N/A, start: 0.000000
  Stream #0:0: Video: mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown), 300x300, 90k tbr, \
90k tbn (attached pic)
  Stream #0:1: Video: vp9 (Profile 0), yuv420p(tv, progressive), 640x359, SAR 4:3 DAR 16:9, \
25 fps, 25 tbr, 1k tbn (default)
"""


@pytest.mark.parametrize("matrix", ["displaymatrix: rotation", "Display Matrix: rotation"])
def test_a_phone_s_clip(matrix: str) -> None:
    facts = ffmpeg.facts(PHONE.format(matrix=matrix))
    assert facts.seconds == Fraction("62.5")
    assert facts.video is not None
    assert (facts.video.codec, facts.video.width, facts.video.height) == ("hevc", 1920, 1080)
    assert facts.video.rotation == 90
    assert facts.video.rate == Fraction("29.98")
    assert facts.video.pixel_format == "yuv420p10le"
    assert "arib-std-b67" in facts.video.tags
    assert facts.sound == ffmpeg.SoundFacts("aac", 44_100, "mono")


def test_a_cover_is_no_film() -> None:
    facts = ffmpeg.facts(COVERED)
    assert facts.seconds is None
    assert facts.video is not None
    assert (facts.video.codec, facts.video.height) == ("vp9", 359)
    assert facts.video.pixel_aspect == Fraction(4, 3)
    assert facts.sound is None


def test_only_a_cover() -> None:
    assert ffmpeg.facts(COVERED.splitlines()[1]).video is None


def test_no_media(tmp_path: Path) -> None:
    file = tmp_path / "-a.mp4"
    file.write_text("#EXTM3U\n#EXTINF:1,\nb.ts\n")
    assert ffmpeg.probe(file) is None
    assert ffmpeg.probe(tmp_path / "absent.mp4") is None


def test_failures_carry_ffmpeg_s_words(tmp_path: Path) -> None:
    with pytest.raises(RenderingError) as error:
        ffmpeg.run((*ffmpeg.file_input(tmp_path / "absent.mp4"), "-f", "null", "-"))
    assert error.value.diagnostics[0].slug == "ffmpeg-echec"
    full = ffmpeg.failure("av_interleaved_write_frame(): No space left on device", 1)
    assert isinstance(full, MachineError)


def test_pipe_in_pipe_out_and_count(tmp_path: Path) -> None:
    target = tmp_path / "a.mkv"
    raw = ("-f", "rawvideo", "-pix_fmt", "gray", "-s", "16x16", "-r", "25", "-i", ffmpeg.PIPE)
    with ffmpeg.encoder((*raw, "-c:v", "ffv1", ffmpeg.file_output(target))) as pipe:
        for level in range(7):
            pipe.write(bytes([level]) * 256)
    assert ffmpeg.frame_count(target) == 7
    back = (*ffmpeg.file_input(target), "-f", "rawvideo", ffmpeg.PIPE)
    assert [piece[0] for piece in ffmpeg.decoded(back, 256)] == list(range(7))


def test_pipe_that_ffmpeg_closes() -> None:
    def write() -> None:
        with ffmpeg.encoder(("-f", "absent", "-i", ffmpeg.PIPE)) as pipe:
            for _ in range(100):
                pipe.write(bytes(1 << 16))

    with pytest.raises(RenderingError):
        write()


def test_program_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ffmpeg, "executable", lambda: str(tmp_path / "ffmpeg"))
    with pytest.raises(MachineError) as told:
        ffmpeg.run(("-version",))
    assert told.value.diagnostics[0].slug == "ffmpeg-absent"


def test_pipe_closed_before_its_end_without_a_fault(tmp_path: Path) -> None:
    """ffmpeg ends well after one frame; what is still written to it must not be lost unsaid."""
    gray = ("-f", "rawvideo", "-pix_fmt", "gray", "-s", "64x64", "-i", ffmpeg.PIPE)
    arguments = (*gray, "-frames:v", "1", ffmpeg.file_output(tmp_path / "a.png"))
    with pytest.raises(RenderingError), ffmpeg.encoder(arguments) as pipe:
        pipe.write(bytes(64 * 64 * 10_000))


def test_nothing_written_is_a_failure(tmp_path: Path) -> None:
    """Past the end of its input, ffmpeg ends well and writes no picture."""
    film = tmp_path / "a.mkv"
    source = ("-f", "lavfi", "-i", "color=red:s=64x64:d=0.2:r=25")
    ffmpeg.run((*source, "-c:v", "ffv1", ffmpeg.file_output(film)))
    picture = ffmpeg.file_output(tmp_path / "a.png")
    with pytest.raises(RenderingError):
        ffmpeg.run(("-ss", "5", *ffmpeg.file_input(film), "-frames:v", "1", picture))


def test_a_title_cannot_pass_for_a_duration(tmp_path: Path) -> None:
    film = tmp_path / "a.mkv"
    source = ("-f", "lavfi", "-i", "color=red:s=64x64:d=0.2:r=25", "-c:v", "ffv1")
    title = ("-metadata", "title=Duration: 09:00:00.00")
    ffmpeg.run((*source, *title, ffmpeg.file_output(film)))
    facts = ffmpeg.probe(film)
    assert facts is not None
    assert facts.seconds == Fraction(1, 5)
