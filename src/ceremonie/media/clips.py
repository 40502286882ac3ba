"""Clips: cut to their bounds, upright, 25 frames a second, BT.709, with 48 kHz stereo sound.

Child processes open them (`decoding`): one reader serves the examination and the copy alike
(decision 5).
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict, dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from ceremonie.media import blurring, decoding, pictures, telling
from ceremonie.media.decoding import BrokenError, Decoders
from ceremonie.media.examination import Examination
from ceremonie.media.kinds import Kind
from ceremonie.media.means import Means
from ceremonie.media.pictures import Copy
from ceremonie.media.workspace import Workspace, key
from ceremonie.treatment import AS_IT_IS, Treatment

VERSION = 8
"""Part of every key: raise it whenever the copies or the answers change."""


Spans = tuple[tuple[int, int], ...]
"""Frames, from and to before."""


@dataclass(frozen=True)
class CutClip:
    """A normalised clip in the workspace. `veiled` are the frames that are blurred whole because
    nobody can say where in them a face is that is to be blurred.
    """

    copy: Copy
    frames: int
    has_sound: bool
    poster: Copy
    veiled: Spans = ()


@dataclass(frozen=True)
class Handling:
    """How a copy differs from its file: little contrast in the frames `calmed`, and what is done
    for those who may not see or hear all of it.
    """

    calmed: Spans = ()
    treatment: Treatment = AS_IT_IS

    @property
    def recipe(self) -> tuple[object, ...]:
        """What the key of the copy holds of it."""
        muted = ("muted",) if self.treatment.muted else ()
        following = decoding.followers() if self.treatment.regions else ()
        return self.calmed, *blurring.recipe(self.treatment), *following, *muted

    def asked(self) -> dict[str, Any]:
        """How a child is told."""
        return {"calmed": self.calmed, "treatment": asdict(self.treatment)}


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


def prepare(file: Path, name: str, cut: Stretch, means: Means, handling: Handling) -> CutClip:
    """The normalised clip. Raises UnusableError where it cannot be decoded, MachineError where the
    disk is full.
    """
    workspace = means.workspace

    def make() -> dict[str, Any]:
        try:
            return _made({**_request(file, cut), **handling.asked()}, means)
        except BrokenError:
            raise telling.damaged(Kind.CLIP, name) from None

    made_of = partial(key, "clip", VERSION, *decoding.libraries(), cut, *handling.recipe)
    return restored(workspace.kept_of(file, made_of, make), workspace)


def restored(facts: dict[str, Any], workspace: Workspace) -> CutClip:
    picture = facts["picture"]
    return CutClip(
        Copy(**picture, path=workspace.folder / facts["file"]),
        facts["frames"],
        facts["has_sound"],
        pictures.restored(facts["poster"], workspace),
        tuple((first, last) for first, last in facts.get("veiled", ())),
    )


def _request(file: Path, cut: Stretch) -> dict[str, Any]:
    """How a child is told what to read: seconds as text, exact."""
    stop = None if cut.stop is None else str(cut.stop)
    return {"file": str(file), "start": str(cut.start), "stop": stop, "pictures": True}


def _made(request: dict[str, Any], means: Means) -> dict[str, Any]:
    workspace = means.workspace
    with ExitStack() as stack:
        target, poster, table = (
            stack.enter_context(workspace.scratch(ending)) for ending in (".mp4", ".rgb", ".cube")
        )
        places = {"target": str(target), "poster": str(poster), "table": str(table)}
        made = means.decoders.ask("copy", **request, **places)
        still = pictures.write(_still(poster, made["size"]), workspace)
        return stored(target, made, still, workspace)


def stored(
    clip: Path, made: dict[str, Any], poster: dict[str, Any], workspace: Workspace
) -> dict[str, Any]:
    """The facts of a clip put away: `made` tells its size, its frames, whether it has sound, and
    which frames were veiled.
    """
    digest, name = workspace.store(clip, ".mp4")
    width, height = made["size"]
    return {
        "file": name,
        "files": {name: digest, **poster["files"]},
        "picture": {"digest": digest, "width": width, "height": height, "alpha": False},
        "frames": made["frames"],
        "has_sound": made["sound"],
        "veiled": made.get("veiled", []),
        "poster": poster,
    }


def _still(raw: Path, size: list[int]) -> Any:
    """A picture of rows of red, green, blue."""
    from PIL import Image

    return Image.frombytes("RGB", (size[0], size[1]), raw.read_bytes())
