"""The finished package: the same bytes for the same plan, put in place at once."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from ceremonie.diagnostics import RenderingError
from ceremonie.files import appearing, disk_is_full
from ceremonie.messages import problem

_CONTENT_TYPES = "[Content_Types].xml"
_STORED = {".mp4", ".jpg", ".jpeg", ".png"}
"""Already compressed."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {"fntdata": "application/x-fontdata", "vtt": "text/vtt"}


def sealed(package: io.BytesIO) -> io.BytesIO:
    """The package with fixed dates and order: content types first, then by name."""
    result = io.BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(result, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != _CONTENT_TYPES, n)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            stored = Path(name).suffix in _STORED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            blob = source.read(name)
            target.writestr(entry, _by_extension(blob) if name == _CONTENT_TYPES else blob)
    return result


def _by_extension(types: bytes) -> bytes:
    """Fonts and captions are declared by extension, as PowerPoint itself writes them."""
    text = types.decode()
    for extension, kind in _DEFAULTS.items():
        text, count = re.subn(rf'<Override PartName="[^"]*\.{extension}"[^>]*/>', "", text)
        default = f'<Default Extension="{extension}" ContentType="{kind}"/>' if count else ""
        text = re.sub(r"(<Types[^>]*>)", rf"\g<1>{default}", text, count=1)
    return text.encode()


def replace(target: Path, package: io.BytesIO) -> None:
    """Writes beside the target, then takes its place.

    Raises RenderingError where the folder or the former deck cannot be written.
    """
    try:
        with appearing(target) as partial:
            partial.write_bytes(package.getbuffer())
    except OSError as error:
        if disk_is_full(error):
            raise
        raise RenderingError(problem("diaporama-inaccessible", name=target.name)) from error
