"""What a stick holds and an edition does not: the slideshows, the spare film, the pages as PDF."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ceremonie import cache_names
from ceremonie.deck.package.slideshow import write_slideshow
from ceremonie.diagnostics import RenderingError
from ceremonie.edition.outputs import DECK, FILM, WELCOME_DECK
from ceremonie.files import appearing
from ceremonie.messages import problem
from ceremonie.stick import wording
from ceremonie.stick.finished import Finished
from ceremonie.stick.placing import PAGES, PLACES, SLIDESHOW, SPARE, WELCOME_SHOW
from ceremonie.stick.stick_file import StickFile, Use
from ceremonie.tools import ffmpeg, office
from ceremonie.unchanged import Digests

PICTURE = (
    *("-vf", "scale=1280:720:force_original_aspect_ratio=decrease:force_divisible_by=2"),
    *("-c:v", "libx264", "-profile:v", "baseline", "-level:v", "3.1", "-pix_fmt", "yuv420p"),
    *("-preset", "veryfast", "-crf", "21", "-maxrate", "4M", "-bufsize", "4M", "-threads", "1"),
)
"""H.264 Constrained Baseline at level 3.1, 1280 × 720: what every decoder of H.264 since 2005 plays
(ISO/IEC 14496-10, annex A), also without help of the graphics card; PowerPoint from 2013 on,
Impress, VLC, televisions and projectors with a port for sticks among them. An older format would
need fewer licences and play in fewer of them.
"""

SOUND = ("-c:a", "aac", "-ac", "2", "-ar", "48000", "-b:a", "160k")

WRAPPED = (
    *("-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1"),
    *("-movflags", "+faststart", "-f", "mp4"),
)


@dataclass(frozen=True)
class Made:
    """Further files of the stick, and sentences on what could not be made."""

    files: tuple[StickFile, ...]
    left_out: tuple[str, ...]


def made(edition: Finished, cache: Path, scratch: Path, digests: Digests) -> Made:
    """`cache` keeps what costs time, by the digest of what it is made from; `scratch` is there as
    long as the stick is written. Raises RenderingError where a deck or the film cannot be read.
    """
    kept = cache / cache_names.STICKS
    kept.mkdir(parents=True, exist_ok=True)
    shows = tuple(_slideshows(edition, scratch))
    spare = tuple(_spare(edition, kept, digests))
    pages, left_out = _pages(edition, kept, digests)
    return Made((*shows, *spare, *pages, *_how_to_install(edition)), left_out)


def _slideshows(edition: Finished, scratch: Path) -> Iterator[StickFile]:
    shows = ((DECK, Use.DECK.holding(SLIDESHOW)), (WELCOME_DECK, Use.WELCOME.holding(WELCOME_SHOW)))
    for deck, name in shows:
        if deck in edition.names:
            target = scratch / Path(name).name
            try:
                write_slideshow(edition.folder / deck, target)
            except zipfile.BadZipFile as error:
                raise RenderingError(problem("usb-illisible", name=deck)) from error
            yield StickFile(name, target, deck)


def _how_to_install(edition: Finished) -> Iterator[StickFile]:
    if any(name not in PLACES for name in edition.names):
        text = _for_windows(wording.FONTS_TEXT)
        yield StickFile(Use.FONTS.holding(wording.FONTS_NAME), text)


def _spare(edition: Finished, kept: Path, digests: Digests) -> Iterator[StickFile]:
    if FILM not in edition.names:
        return
    film = edition.folder / FILM
    arguments = (*PICTURE, *SOUND, *WRAPPED, *ffmpeg.BITEXACT)
    name = f"{_key(digests.of(film), ffmpeg.version(), *arguments)}.mp4"

    def lighter(target: Path) -> None:
        ffmpeg.run((*ffmpeg.file_input(film), *arguments, ffmpeg.file_output(target)))

    yield StickFile(Use.FILM.holding(SPARE), _kept_or_made(kept / name, lighter), FILM)


def _pages(
    edition: Finished, kept: Path, digests: Digests
) -> tuple[tuple[StickFile, ...], tuple[str, ...]]:
    if DECK not in edition.names:
        return (), ()
    try:
        written = pages_of(edition.folder / DECK, kept, digests)
    except office.OfficeError:
        return (), (wording.NO_PDF if office.program() is None else wording.PDF_FAILED,)
    return (StickFile(Use.DECK.holding(PAGES), written, DECK),), ()


def pages_of(deck: Path, kept: Path, digests: Digests) -> Path:
    """The slides of a deck as PDF, in the folder `kept` of the cache. Raises as
    `office.write_pdf` does.
    """
    if office.program() is None:
        raise office.OfficeError
    file = kept / f"{_key(digests.of(deck), 'pdf')}.pdf"
    return _kept_or_made(file, lambda target: office.write_pdf(deck, target))


def _kept_or_made(path: Path, make: Callable[[Path], None]) -> Path:
    if path.is_file():
        path.touch()  # the cache keeps what was used last
        return path
    with appearing(path, there=path.is_file) as partial:
        make(partial)
    return path


def _key(*facts: str) -> str:
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()


def _for_windows(text: str) -> bytes:
    """As Notepad has read it at all times: with its mark, and with both ends of lines."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
