"""ffmpeg as a program: what it makes, how it fails, and that it never hangs."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceremonie.diagnostics import MachineError, RenderingError
from ceremonie.tools import ffmpeg


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
