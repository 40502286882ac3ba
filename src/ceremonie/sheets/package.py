"""What a spreadsheet's file is, and its parts: looked at before anything is read."""

from __future__ import annotations

import io
import zipfile
from enum import Enum

MOST_UNPACKED = 80_000_000
"""Bytes of all parts of a spreadsheet: one of 10 000 rows has about ten million."""

MOST_CELLS = 1_000_000
"""Of a sheet, from A1 to the last that is filled, empty ones included."""


class Kind(Enum):
    EXCEL = "xlsx"
    OPEN_DOCUMENT = "ods"
    TEXT = "csv"


class RefusedError(Exception):
    """`slug` tells why it is not read; `form` what it is instead, in French."""

    def __init__(self, slug: str, form: str = "") -> None:
        super().__init__(slug)
        self.slug, self.form = slug, form


_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of a document that a password protects ([MS-OFFCRYPTO] 2.3.4.4)."""

_OTHERS = {
    b"%PDF": "un document PDF",
    b"\xff\xd8\xff": "une photo JPEG",
    b"\x89PNG": "une image PNG",
    b"{\\rtf": "un document RTF",
    b"<!DOCTYPE": "une page web",
    b"<html": "une page web",
}
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def kind(data: bytes) -> Kind:
    """By what is in it: an ending may be wrong. Raises RefusedError for what is no spreadsheet."""
    if data.startswith(_ZIP):
        return _packed(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise RefusedError("tableau-protege")
        raise RefusedError("tableau-autre-format", "un ancien document (.xls, .doc)")
    for magic, name in _OTHERS.items():
        if data.startswith(magic):
            raise RefusedError("tableau-autre-format", name)
    return Kind.TEXT


def _packed(data: bytes) -> Kind:
    with opened(data) as archive:
        names = set(archive.namelist())
        if sum(item.file_size for item in archive.infolist()) > MOST_UNPACKED:
            raise RefusedError("tableau-trop-grand")
        if len(names) < len(archive.namelist()):  # which of two is meant, nobody knows
            raise RefusedError("tableau-abime")
        if "xl/workbook.xml" in names:
            return Kind.EXCEL
        if "xl/workbook.bin" in names:
            raise RefusedError("tableau-autre-format", "un classeur Excel binaire (.xlsb)")
        if "content.xml" in names and part(archive, "mimetype").strip().startswith(_ODS):
            if b"encryption-data" in part(archive, "META-INF/manifest.xml"):
                raise RefusedError("tableau-protege")
            return Kind.OPEN_DOCUMENT
    raise RefusedError("tableau-autre-format", "un autre document, ou une archive ZIP")


def opened(data: bytes) -> zipfile.ZipFile:
    """Raises RefusedError for what is no whole package."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise RefusedError("tableau-abime") from None


def part(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes:
    """Empty where there is none. Never more than it says in the list of parts."""
    try:
        with archive.open(name) as content:
            return content.read(MOST_UNPACKED)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        raise RefusedError("tableau-abime") from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise RefusedError("tableau-abime") from None
