"""A scene of one's own: code named in the storyboard, run apart, becomes a clip like any other.

Whoever calls `prepare` has been allowed to run the code; `examine` never runs it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from sys import version_info
from threading import Event
from typing import Any

from ceremonie.files import is_stray
from ceremonie.media import clips, custom_process, scene_copy
from ceremonie.media.custom_process import FAULT, FRAME, HEAD, SOUND, THE_END
from ceremonie.media.decoding.settings import TAGGED
from ceremonie.media.decoding.size import even
from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.media.workspace import Workspace, key
from ceremonie.messages import SCENE_CAUSES, SCENE_FILES, SCENE_LINE, SCENE_SIZE
from ceremonie.storyboard.suggestions import did_you_mean, nearest
from ceremonie.tools import ffmpeg, python
from ceremonie.tools.process import AbandonedError
from ceremonie.tools.python import Running
from ceremonie.units import CANVAS_HEIGHT, CANVAS_WIDTH

VERSION = 1
"""Part of every key: raise it whenever the copies change."""

MOST_FILES = 200
MOST_MEGABYTES = 200
"""What may lie beside a scene: all of it is read at every run, to know whether it changed."""

MEGABYTE = 1_000_000
LIBRARIES = ("moviepy", "numpy", "pillow")


@dataclass(frozen=True)
class Announced:
    """What a scene says of itself before its first frame; `rate` is None where it has no sound."""

    frames: int
    width: int
    height: int
    rate: int | None


def inspect(file: Path, name: str) -> None:
    """Raises UnusableError where too much lies beside the file to be looked at each time."""
    files = beside(file)
    if len(files) > MOST_FILES:
        raise UnusableError("scene-dossier", name=name, what=SCENE_FILES.format(limit=MOST_FILES))
    if sum(one.stat().st_size for one in files) > MOST_MEGABYTES * MEGABYTE:
        what = SCENE_SIZE.format(limit=MOST_MEGABYTES)
        raise UnusableError("scene-dossier", name=name, what=what)


def examine(file: Path, name: str) -> Examination:
    """What can be known without running it: its size. Raises UnusableError as `inspect` does."""
    inspect(file, name)
    return Examination(CANVAS_WIDTH, CANVAS_HEIGHT, frames=1)


def beside(file: Path) -> tuple[Path, ...]:
    """Every file in the folder of this one, itself among them, as far as `inspect` allows so many;
    hidden ones and what programs leave behind do not count.
    """
    files = (one for one in file.parent.iterdir() if one.is_file() and one.name[0] != ".")
    neighbours = (one for one in files if not is_stray(one.name))
    return tuple(sorted(islice(neighbours, MOST_FILES + 1)))


def prepare(file: Path, name: str, function: str, workspace: Workspace) -> clips.CutClip:
    """The clip that the file's function gives, 1920 × 1080 at 25 frames a second. The code is run
    only if it, what lies beside it, or a library changed. Raises UnusableError where it fails.
    """

    inspect(file, name)

    def make() -> dict[str, Any]:
        return _rendered(file, name, function, workspace)

    return clips.restored(workspace.kept(_key(file, function, workspace), make), workspace)


def _key(file: Path, function: str, workspace: Workspace) -> str:
    files = [f"{one.name!r} {workspace.digests.of(one)}" for one in beside(file)]
    programs = (ffmpeg.version(), *map(version, LIBRARIES), version_info[:2])
    return key("scene", VERSION, clips.VERSION, *programs, repr(function), repr(file.name), *files)


def _rendered(file: Path, name: str, function: str, workspace: Workspace) -> dict[str, Any]:
    arguments, given_up = (str(file), function), workspace.abandoned
    with (
        workspace.scratch(".silent.mp4") as silent,
        workspace.scratch(".f32") as heard,
        python.running(custom_process.__name__, arguments, given_up) as scene,
    ):
        reports = _told(scene, name, function, given_up)
        announced = Announced(**json.loads(next(reports)[1]))
        _write(reports, announced, silent, heard)
        count = scene_copy.count(silent)
        if count != announced.frames:
            raise _fault(name, "nombre", found=count, wanted=announced.frames)
        sound = _sound_input(announced, heard)
        size = (CANVAS_WIDTH, CANVAS_HEIGHT)
        return scene_copy.stored(silent, size, count, sound, workspace)


def _told(
    scene: Running, name: str, function: str, given_up: Event
) -> Iterator[tuple[bytes, bytes]]:
    """Header, frames, sound. Raises UnusableError where the code failed or fell silent."""
    while True:
        head = scene.read(HEAD.size)
        if given_up.is_set():
            raise AbandonedError
        if len(head) < HEAD.size:
            raise _fault(name, "fige" if scene.hung else "arret", code=scene.code())
        kind, size = HEAD.unpack(head)
        data = scene.read(size)
        if len(data) < size:
            raise _fault(name, "fige" if scene.hung else "arret", code=scene.code())
        if kind == FAULT:
            raise _failed(json.loads(data), name, function)
        if kind == THE_END:
            return
        yield kind, data


def _write(
    reports: Iterator[tuple[bytes, bytes]], announced: Announced, silent: Path, heard: Path
) -> None:
    with (
        ffmpeg.encoder(_picture_arguments(announced, silent)) as picture,
        heard.open("wb") as sound,
    ):
        for kind, data in reports:
            {FRAME: picture, SOUND: sound}[kind].write(data)


def _picture_arguments(announced: Announced, target: Path) -> tuple[str, ...]:
    """Scaled to fit whole, in the middle of a black field."""
    width, height = _fitted(announced)
    filters = (
        f"scale={width}:{height}:flags=lanczos+accurate_rnd+full_chroma_int"
        ":out_color_matrix=bt709:out_range=tv",
        "format=yuv420p",
        f"pad={CANVAS_WIDTH}:{CANVAS_HEIGHT}:(ow-iw)/2:(oh-ih)/2:color=black",
        "setsar=1",
        TAGGED,
    )
    return (
        *scene_copy.picture_input((announced.width, announced.height)),
        *("-an", "-vf", ",".join(filters)),
        *scene_copy.picture_output(target),
    )


def _fitted(announced: Announced) -> tuple[int, int]:
    scale = min(Fraction(CANVAS_WIDTH, announced.width), Fraction(CANVAS_HEIGHT, announced.height))
    return even(announced.width * scale), even(announced.height * scale)


def _sound_input(announced: Announced, heard: Path) -> tuple[str, ...] | None:
    if announced.rate is None or not heard.stat().st_size:
        return None
    form = ("-f", "f32le", "-ar", str(announced.rate), "-ac", "2")
    return (*form, *ffmpeg.file_input(heard))


def _failed(report: dict[str, Any], name: str, function: str) -> UnusableError:
    near = did_you_mean(nearest(function, report.get("names", ())))
    return _fault(name, report.pop("cause"), remedy=near or None, function=function, **report)


def _fault(
    name: str, cause: str, *, line: int | None = None, remedy: str | None = None, **values: Any
) -> UnusableError:
    return UnusableError(
        "scene-sur-mesure",
        remedy=remedy,
        name=name,
        line=SCENE_LINE.format(line=line) if line else "",
        cause=SCENE_CAUSES[cause].format(**values),
    )
