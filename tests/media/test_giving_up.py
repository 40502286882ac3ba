"""Ctrl-C while clips are being prepared: over at once, and nothing left behind."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image

from ceremonie import media
from ceremonie.media.decoding import Decoders
from ceremonie.progress import Step
from ceremonie.tools import ffmpeg
from ceremonie.tools.process import AbandonedError
from tests.media.editions import H264, Edition, colours, whole


def test_a_running_clip_is_dropped(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clip alone would take seconds; the interruption comes while a child is at it."""
    edition.record("long.mp4", *colours("640x360", seconds=20), *H264)
    Image.new("RGB", (2, 2)).save(edition.folder / "photo.png")
    reading = edition.reading({"fichier": "long.mp4"}, {"fichier": "photo.png"})
    begun = threading.Event()
    ask = Decoders.ask

    def watched(decoders: Decoders, job: str, **values: object) -> dict[str, object]:
        if job == "copy":
            begun.set()
        return ask(decoders, job, **values)

    def interrupted(step: Step, part: float) -> None:
        if step is Step.MEDIA and part > 0:
            assert begun.wait(30)
            raise KeyboardInterrupt

    monkeypatch.setattr(Decoders, "ask", watched)
    with (
        pytest.raises(KeyboardInterrupt),
        media.at_work(edition.workspace, workers=2, progress=interrupted) as means,
    ):
        media.gather(media.examine(reading, means), whole(reading), means)
    left = [file.suffix for file in (edition.workspace / "medias").iterdir()]
    assert ".mp4" not in left
    assert ".partiel" not in left


def test_ffmpeg_ends_once_its_work_is_given_up(tmp_path: Path) -> None:
    abandoned = threading.Event()
    abandoned.set()
    endless = ("-f", "lavfi", "-re", "-i", "anullsrc", "-f", "null", "-")
    with pytest.raises(AbandonedError):
        ffmpeg.run(endless, abandoned=abandoned)
