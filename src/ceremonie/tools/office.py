"""LibreOffice, where the system has it: finds it, has it write a PDF.

It runs with a profile of its own, so that an open window of the user's neither stops it nor is
disturbed, and is ended with all its children when it takes too long.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from ceremonie.scratch import scratch
from ceremonie.tools.process import Child, Patience

LONGEST = 300.0
"""Seconds for one deck: the sample's takes a tenth of it; who waits longer waits for nothing."""

MEMORY = 4_000_000_000
"""Bytes that Windows gives it at most."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


_OF_THIS_RUN = re.compile(rb"(?<=/CreationDate\(D:)[0-9]{14}|(?<=[</])[0-9A-F]{32}(?=[>\n])")
"""What differs from run to run in what it writes (LibreOffice 7.4 and 24.8): the instant, and what
is counted from that: the two ids and the checksum at the end.
"""

_INSTANT = b"19800101000000"

EVERYWHERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
"""It writes the zone of the computer and the language of its user into a PDF. This language is on
every system, whichever others are installed, and knows the accents in names of folders: of one that
is not there it reads no path but ASCII.
"""


class OfficeError(Exception):
    """It wrote nothing."""


@cache
def program() -> str | None:
    """Where it is; None where it is not installed."""
    on_path = (shutil.which(name) for name in _NAMES)
    in_place = (place for place in _PLACES if Path(place).is_file())
    return next((one for one in (*on_path, *in_place) if one), None)


def write_pdf(deck: Path, target: Path) -> None:
    """The slides of a deck, one a page; hidden ones are left out. Raises OfficeError where there is
    no LibreOffice, or where it does not write it in time; OSError as the system does.
    """
    office = program()
    if office is None:
        raise OfficeError
    with scratch() as folder:
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        options = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder))
        _run([office, profile, *options, str(deck)])
        written = folder / f"{deck.stem}.pdf"
        if not written.is_file() or not written.stat().st_size:
            raise OfficeError
        target.write_bytes(_settled(written.read_bytes()))


def _settled(pdf: bytes) -> bytes:
    """The same bytes for the same slides; nothing changes its place."""
    without = _OF_THIS_RUN.sub(lambda match: b"0" * len(match[0]), pdf)
    own = hashlib.sha256(without).hexdigest().upper()[:32].encode()
    return _OF_THIS_RUN.sub(lambda m: _INSTANT if len(m[0]) == len(_INSTANT) else own, pdf)


def _run(command: list[str]) -> None:
    quiet = subprocess.DEVNULL
    try:
        own = {**os.environ, **EVERYWHERE}
        streams = {"stdin": quiet, "stdout": quiet, "stderr": quiet}
        process = Child(command, memory=MEMORY, env=own, **streams)
    except OSError as error:
        raise OfficeError from error
    try:
        with Patience(process, LONGEST) as patience, patience.waiting():
            code = process.wait()
    finally:
        process.end()
    if code:
        raise OfficeError
