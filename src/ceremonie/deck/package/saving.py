"""The finished package: the same bytes for the same plan, put in place at once.

python-pptx would hold every part in memory and deflate all of them, videos too. Here each part goes
straight into the file; what is compressed already is stored as it is.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import PACKAGE_URI

from ceremonie.deck.markup.xml import NAMESPACES, clark, document
from ceremonie.deck.package.parts import FilePart
from ceremonie.deck.package.unpacked import CONTENT_TYPES
from ceremonie.diagnostics import RenderingError
from ceremonie.files import appearing, disk_is_full, drive_is_gone
from ceremonie.messages import problem

_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_DEFAULTS = {"rels": _RELATIONSHIPS, "xml": "application/xml"}

_STORED = {".mp4", ".jpg", ".jpeg", ".png"}
"""Already compressed."""

_EPOCH = (1980, 1, 1, 0, 0, 0)

Content = bytes | FilePart


def save(package: OpcPackage, target: Path | io.BytesIO) -> None:
    """Writes the package with fixed dates and order: content types first, then by name.

    Raises OSError as the system does.
    """
    parts = tuple(package.iter_parts())
    contents = dict(_contents(package, parts))
    with zipfile.ZipFile(target, "w") as archive:
        _add(archive, CONTENT_TYPES, _content_types(parts))
        for name in sorted(contents):
            _add(archive, name, contents[name])


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A file to write beside the target, whose place it takes at the end.

    Raises RenderingError where the folder or the former deck cannot be written.
    """
    try:
        with appearing(target) as partial:
            yield partial
    except OSError as error:
        elsewhere = error.filename and Path(error.filename).parent != target.parent
        if elsewhere or disk_is_full(error) or drive_is_gone(error):
            raise
        raise RenderingError(problem("diaporama-inaccessible", name=target.name)) from error


def _contents(package: OpcPackage, parts: Iterable[Part]) -> Iterator[tuple[str, Content]]:
    """Name in the archive → what lies there, relationships among it."""
    yield PACKAGE_URI.rels_uri.membername, package._rels.xml
    for part in parts:
        yield part.partname.membername, part if isinstance(part, FilePart) else part.blob
        if part._rels:
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: Iterable[Part]) -> bytes:
    """XML is declared part by part, all else by its extension, as PowerPoint itself does."""
    types = {str(part.partname): part.content_type for part in parts}
    by_extension = {
        name.rpartition(".")[2]: kind for name, kind in types.items() if not name.endswith(".xml")
    }
    defaults = sorted((_DEFAULTS | by_extension).items())
    overrides = sorted((name, kind) for name, kind in types.items() if name.endswith(".xml"))
    root = etree.Element(clark("ct:Types"), nsmap={None: NAMESPACES["ct"]})  # LibreOffice asks so
    for extension, kind in defaults:
        etree.SubElement(root, clark("ct:Default"), Extension=extension, ContentType=kind)
    for name, kind in overrides:
        etree.SubElement(root, clark("ct:Override"), PartName=name, ContentType=kind)
    return document(root)


def _add(archive: zipfile.ZipFile, name: str, content: Content) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 0
    stored = Path(name).suffix in _STORED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    if isinstance(content, bytes):
        archive.writestr(entry, content)
        return
    entry.file_size = content.length  # says whether the entry needs 64 bits
    with archive.open(entry, "w") as place:
        for piece in content.pieces():
            place.write(piece)
