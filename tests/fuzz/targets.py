"""What is thrown at with bytes: each target answers with what it told, or raises what it must not.

A target lets no error pass but the typed ones of `diagnostics` and `fault`; whatever else escapes
is a finding. The answer is a short signature: bytes that change it are worth keeping.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from ceremonie.audiences import Audience
from ceremonie.deck.received import receive
from ceremonie.desk import import_table
from ceremonie.diagnostics import CeremonieError, Diagnostic, errors
from ceremonie.media import kinds
from ceremonie.media.examining import examine
from ceremonie.media.fault import UnusableError
from ceremonie.media.kinds import Kind
from ceremonie.media.material import Materials
from ceremonie.media.means import Means, at_work
from ceremonie.media.subtitles import cues, hurried
from ceremonie.media.subtitles.reading import track
from ceremonie.rereading.correction import corrections
from ceremonie.rereading.expected import Expected, expected
from ceremonie.rights import Showing
from ceremonie.storyboard import Reading
from ceremonie.storyboard.checks.places import FILE
from ceremonie.storyboard.editing import edit
from ceremonie.storyboard.reading import read_bytes
from ceremonie.territory import geojson

from . import seeds

Answer = frozenset[str]

LENGTH = 2500
"""Frames of the clip that subtitles are laid on."""

WHERE = ("jours", 0, "ateliers", 0, "medias", 0, "sous_titres")


def subtitles(data: bytes) -> Answer:
    """Read as either format: in order, never two at a time, every message whole."""
    return frozenset().union(*(_track(data, name) for name in ("a.srt", "a.vtt")))


def storyboard(data: bytes) -> Answer:
    """Read and checked: without an error there is a storyboard, and only then."""
    reading = read_bytes(data, Path("storyboard.yaml"))
    assert (reading.storyboard is None) == bool(errors(reading.diagnostics))
    return _told(reading.diagnostics)


def probing(data: bytes, ending: str) -> Answer:
    """A file of these bytes and this ending, named by a storyboard and examined as `verifier` does.
    The decoders stay from one call to the next, as in one run.
    """
    folder, means = _means()
    file = folder / f"essai{ending}"
    file.write_bytes(data)
    try:
        examined = examine(_naming(file), means)
        return _told(examined.diagnostics)
    except CeremonieError as error:
        return _told(error.diagnostics)
    finally:
        file.unlink()


def deck(data: bytes) -> Answer:
    """A deck that came back, or the markup of its one slide: read, compared with the storyboard of
    the seed, and its corrections written where they can be.
    """
    folder, _ = _means()
    file = folder / "recu.pptx"
    file.write_bytes(data if data.startswith(b"PK") else seeds.deck(data))
    try:
        received = receive(file)
    except CeremonieError as error:
        return _told(error.diagnostics)
    finally:
        file.unlink()
    reading, pages = _pages(folder / "storyboard.yaml")
    made = corrections(reading, pages, received)
    revision = edit(seeds.BOARD, made.changes, reading.path)
    sizes = {f"{len(made.changes)} changes", f"{len(revision.refused)} refused"}
    return _told(made.told) | sizes


def table(data: bytes) -> Answer:
    """A colleague's spreadsheet: read, compared with the storyboard of the seed and, where nothing
    is wrong with it, taken over; then there is nothing left to take over.
    """
    folder, _ = _means()
    board, file = folder / "tableau.yaml", folder / "tableau.xlsx"
    file.write_bytes(data)
    board.write_bytes(seeds.BOARD)
    try:
        made = import_table(file, storyboard=board)
        assert made.as_json()
        if not made.wrong:
            made.apply()
            assert import_table(file, storyboard=board).empty
        return _told(made.diagnostics) | {
            f"{len(part.added)} {part.kind.key}" for part in made.parts
        }
    except CeremonieError as error:
        return _told(error.diagnostics)
    finally:
        file.unlink()


@lru_cache(maxsize=1)
def _pages(path: Path) -> tuple[Reading, tuple[Expected, ...]]:
    reading = read_bytes(seeds.BOARD, path)
    assert reading.storyboard
    return reading, expected(Showing(Audience.HALL, reading.storyboard), Materials({}))


def _track(data: bytes, name: str) -> Answer:
    try:
        made = track(data, name, WHERE)
    except UnusableError as refused:
        return _told((refused.at(WHERE),))
    starts = [spoken.start for spoken in made.spoken]
    assert starts == sorted(starts)
    shown = cues(made, Fraction(1, 3), LENGTH)
    assert all(0 <= cue.start < cue.stop <= LENGTH and cue.lines for cue in shown)
    assert all(before.stop <= after.start for before, after in pairwise(shown))
    quick = hurried(made, WHERE, Fraction(0), None)
    sizes = {f"{name}:{min(len(shown), 8)}", f"{name}:{min(len(made.diagnostics), 4)}!"}
    return _told((*made.diagnostics, *quick)) | sizes


def _told(diagnostics: tuple[Diagnostic, ...]) -> Answer:
    """Each message can be shown: on a terminal, as JSON, with a remedy."""
    for diagnostic in diagnostics:
        assert diagnostic.remedy, diagnostic.slug
        assert diagnostic.render().encode("utf-8")
        assert diagnostic.as_json()["message"]
    return frozenset(f"{d.severity}:{d.slug}" for d in diagnostics)


@lru_cache(maxsize=1)
def _means() -> tuple[Path, Means]:
    """A folder for the files, and decoders at work until this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="ceremonie-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    stack = ExitStack()
    means = stack.enter_context(at_work(folder / "cache"))
    atexit.register(stack.close)
    edition = folder / "2024"
    edition.mkdir()
    return edition, means


def _naming(file: Path) -> Reading:
    """A storyboard that names the file where its kind may stand."""
    if kinds.of(file.name) is Kind.SOUND:
        entry = f"musique: {{fichier: {file.name}}}\n"
        medium = ""
    else:
        entry = ""
        medium = f", medias: [{{fichier: {file.name}, alt: Un essai, personnes: aucune}}]"
    text = (
        'edition: "2024"\ntitre: Essai\norganisateur: Préfecture\n'
        "ceremonie: {date: 2024-12-06, lieu: Salle}\n"
        f"jours: [{{date: 2024-11-28, ateliers: [{{titre: Boxe, commune: Créteil{medium}}}]}}]\n"
        + entry
    )
    return read_bytes(text.encode(), file.parent / "storyboard.yaml")


def contours(data: bytes) -> Answer:
    """Contours of one's own: every commune is closed and named, or the fault is told."""
    try:
        made = geojson.territory(data, "quartiers")
    except geojson.ContoursError as fault:
        return _told((UnusableError(fault.slug, name="a", **fault.values).at(FILE),))
    for commune in made.communes:
        assert commune.name
        assert all(len(ring) > 3 and ring[0] == ring[-1] for ring in commune.rings)
        assert made.commune(commune.name)
    return frozenset({f"{min(len(made.communes), 8)} communes"})


TARGETS: dict[str, Callable[[bytes], Answer]] = {
    "subtitles": subtitles,
    "storyboard": storyboard,
    "deck": deck,
    "table": table,
    "contours": contours,
}
"""Those that take bytes alone."""
