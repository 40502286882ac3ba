"""The template of an institution that `theme: gabarit` names: the file, not what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ceremonie.diagnostics import Diagnostic, NodePath
from ceremonie.media.fault import UnusableError
from ceremonie.media.names import Folder
from ceremonie.storyboard import Reading
from ceremonie.storyboard.query import find

KEY: NodePath = ("theme", "gabarit")


@dataclass(frozen=True)
class Template:
    """`file` is None where none is named, or none that may be used; `name` is what is written."""

    file: Path | None = None
    name: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


NO_TEMPLATE = Template()


def template(reading: Reading) -> Template:
    """What the storyboard names, valid or not; what is in the file shows when the deck opens it."""
    for path, written in find(reading.source.data, *KEY):
        if isinstance(written, str) and written.strip():
            try:
                return Template(Folder(reading.path.parent).file(written, path), written)
            except UnusableError as fault:
                return Template(None, written, (fault.at(path),))
    return NO_TEMPLATE
