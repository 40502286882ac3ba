"""Copies made to last: the deck's pages as PDF, and the film without loss, as FFV1 in Matroska.

The film is decoded from the one that was shown. Rendering its frames once more would give pictures
that nobody saw, and asks for all sources and for the program as it was; what is kept here are the
very pictures of the evening, in a form that needs no patent and checks itself (RFC 9043: a checksum
for each slice). That they are the same is compared picture by picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ceremonie import cache_names
from ceremonie.archiving import layout, wording
from ceremonie.archiving.bag import BagFile
from ceremonie.archiving.subject import Subject
from ceremonie.diagnostics import Diagnostic, RenderingError, Severity, UsageError
from ceremonie.edition.outputs import DECK, FILM
from ceremonie.files import appearing
from ceremonie.messages import problem
from ceremonie.stick.making import pages_of
from ceremonie.tools import ffmpeg, office
from ceremonie.unchanged import Digests

LOSSLESS = (
    *("-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1"),
    *("-c:v", "ffv1", "-level", "3", "-g", "1", "-slices", "4", "-slicecrc", "1"),
    *("-c:a", "flac", "-sample_fmt", "s32", "-f", "matroska"),
)
"""As the Library of Congress and the archives of film ask for: version 3, every picture by itself,
in slices that each have a checksum.
"""

PIECE = 1 << 16


def pages(
    subject: Subject, cache: Path, digests: Digests
) -> tuple[tuple[BagFile, ...], tuple[Diagnostic, ...]]:
    """The pages of the deck, where LibreOffice is there to write them."""
    if DECK not in subject.outputs:
        return (), ()
    kept = cache / cache_names.STICKS
    kept.mkdir(parents=True, exist_ok=True)
    try:
        written = pages_of(subject.folder / DECK, kept, digests)
    except office.OfficeError:
        told = problem("archive-sans-pdf", severity=Severity.NOTE, why=wording.NO_PDF)
        return (), (told,)
    return (BagFile(layout.PAGES, written, digests.of(written)),), ()


def film(subject: Subject, stage: Path) -> BagFile:
    """The film without loss, in the place in `stage` that it has in the bag. One that an earlier
    run has finished there stays. Raises UsageError where there is no film, RenderingError where it
    does not come out the same.
    """
    if FILM not in subject.outputs:
        raise UsageError(problem("archive-sans-film", name=subject.folder))
    source, target = subject.folder / FILM, stage / layout.FILM
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        with appearing(target) as partial:
            arguments = (*LOSSLESS, *ffmpeg.BITEXACT, ffmpeg.file_output(partial))
            ffmpeg.run((*ffmpeg.file_input(source), *arguments))
            if _pictures(source) != _pictures(partial):
                raise RenderingError(problem("archive-film"))
    return BagFile(layout.FILM, target)


def _pictures(path: Path) -> str:
    """A digest of all decoded pictures, whatever they are coded in."""
    told = ("-map", "0:v:0", "-f", "rawvideo", "-pix_fmt", "yuv420p", ffmpeg.PIPE)
    digest = hashlib.sha256()
    for piece in _decoded((*ffmpeg.file_input(path), *told)):
        digest.update(piece)
    return digest.hexdigest()


def _decoded(arguments: tuple[str, ...]) -> Iterator[bytes]:
    return ffmpeg.decoded(arguments, PIECE)
