"""Logos drawn in SVG: checked, drawn once by a child process, then pictures like any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ceremonie.media import blurring, pictures
from ceremonie.media.decoding import BrokenError, Decoders
from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.pictures import Copy
from ceremonie.media.plain_drawing import MAXIMUM_BYTES, NotPlainError, PlainDrawing, plain
from ceremonie.media.workspace import Workspace, key
from ceremonie.treatment import AS_IT_IS, Treatment

VERSION = 1
"""Part of every key: raise it whenever the copies change."""


def examine(file: Path, name: str, workspace: Workspace, decoders: Decoders) -> Examination:
    """As `pictures.examine`. Raises UnusableError where it is no plain drawing."""
    with _drawn(file, name, workspace, decoders) as picture:
        return pictures.examine(picture, name)


def prepare(
    file: Path,
    name: str,
    workspace: Workspace,
    decoders: Decoders,
    treatment: Treatment = AS_IT_IS,
) -> Copy:
    """As `pictures.prepare`. Raises UnusableError where it is no plain drawing."""

    def make() -> dict[str, Any]:
        with _drawn(file, name, workspace, decoders) as picture:
            image = pictures.decode(picture, name).image
            return pictures.write(blurring.treated(image, treatment), workspace)

    blur = blurring.recipe(treatment)
    made_of = partial(key, "drawing", VERSION, *libraries(), *blur)
    return pictures.restored(workspace.kept_of(file, made_of, make), workspace)


def libraries() -> tuple[str, ...]:
    """Another version may draw other pixels."""
    return version("resvg_py"), *pictures.libraries()


@contextmanager
def _drawn(file: Path, name: str, workspace: Workspace, decoders: Decoders) -> Iterator[Path]:
    drawing = _plain(file, name)
    with workspace.scratch(".png") as picture:
        try:
            decoders.ask("draw", text=drawing.text, ratio=drawing.ratio, to=str(picture))
        except BrokenError:
            raise _damaged(name) from None
        yield picture


def _plain(file: Path, name: str) -> PlainDrawing:
    with file.open("rb") as opened:
        data = opened.read(MAXIMUM_BYTES + 1)
    try:
        return plain(data)
    except NotPlainError as fault:
        raise UnusableError("dessin-refuse", name=name, holds=fault.holds) from None
    except ValueError:
        raise _damaged(name) from None


def _damaged(name: str) -> UnusableError:
    return UnusableError("media-abime", noun=Kind.DRAWING.noun, name=name)
