"""Clips: cut to their bounds, upright, 25 frames a second, BT.709, with 48 kHz stereo sound.

Child processes open them (`decoding`): one reader serves the examination and the copy alike
(decision 5).
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from ceremonie.media import decoding, pictures, telling
from ceremonie.media.decoding import BrokenError, Decoders
from ceremonie.media.examination import Examination
from ceremonie.media.kinds import Kind
from ceremonie.media.pictures import Copy
from ceremonie.media.workspace import Workspace, key

VERSION = 7
"""Part of every key: raise it whenever the copies or the answers change."""


Spans = tuple[tuple[int, int], ...]
"""Frames, from and to before."""


@dataclass(frozen=True)
class CutClip:
    """A normalised clip in the workspace."""

    copy: Copy
    frames: int
    has_sound: bool
    poster: Copy


@dataclass(frozen=True)
class Stretch:
    """Seconds of the source; `stop` is None where it runs to the end."""

    start: Fraction
    stop: Fraction | None


def examine(file: Path, name: str, cut: Stretch, decoders: Decoders) -> Examination:
    """What one decode between the bounds shows. Raises UnusableError where there is no picture to
    show, or where the bounds lie past the end that was counted.
    """
    try:
        looked = decoders.ask("examine", **_request(file, cut))
    except BrokenError as error:
        raise telling.damaged(Kind.CLIP, name) from error
    return telling.of_clip(looked, name, cut.start, cut.stop)


def prepare(
    file: Path,
    name: str,
    cut: Stretch,
    workspace: Workspace,
    decoders: Decoders,
    calmed: Spans = (),
) -> CutClip:
    """The normalised clip, with little contrast in the frames `calmed`. Raises UnusableError where
    it cannot be decoded, MachineError where the disk is full.
    """

    def make() -> dict[str, Any]:
        try:
            return _made({**_request(file, cut), "calmed": calmed}, workspace, decoders)
        except BrokenError:
            raise telling.damaged(Kind.CLIP, name) from None

    made_of = key("clip", VERSION, *decoding.libraries(), cut, calmed, workspace.digests.of(file))
    return restored(workspace.kept(made_of, make), workspace)


def restored(facts: dict[str, Any], workspace: Workspace) -> CutClip:
    picture = facts["picture"]
    return CutClip(
        Copy(**picture, path=workspace.folder / facts["file"]),
        facts["frames"],
        facts["has_sound"],
        pictures.restored(facts["poster"], workspace),
    )


def _request(file: Path, cut: Stretch) -> dict[str, Any]:
    """How a child is told what to read: seconds as text, exact."""
    stop = None if cut.stop is None else str(cut.stop)
    return {"file": str(file), "start": str(cut.start), "stop": stop, "pictures": True}


def _made(request: dict[str, Any], workspace: Workspace, decoders: Decoders) -> dict[str, Any]:
    with ExitStack() as stack:
        target, poster, table = (
            stack.enter_context(workspace.scratch(ending)) for ending in (".mp4", ".rgb", ".cube")
        )
        places = {"target": str(target), "poster": str(poster), "table": str(table)}
        made = decoders.ask("copy", **request, **places)
        still = pictures.write(_still(poster, made["size"]), workspace)
        return stored(target, made, still, workspace)


def stored(
    clip: Path, made: dict[str, Any], poster: dict[str, Any], workspace: Workspace
) -> dict[str, Any]:
    """The facts of a clip put away: `made` tells its size, its frames and whether it has sound."""
    digest, name = workspace.store(clip, ".mp4")
    width, height = made["size"]
    return {
        "file": name,
        "files": {name: digest, **poster["files"]},
        "picture": {"digest": digest, "width": width, "height": height, "alpha": False},
        "frames": made["frames"],
        "has_sound": made["sound"],
        "poster": poster,
    }


def _still(raw: Path, size: list[int]) -> Any:
    """A picture of rows of red, green, blue."""
    from PIL import Image

    return Image.frombytes("RGB", (size[0], size[1]), raw.read_bytes())
