"""`--complet`: films and sounds decoded to their last frame, and held against the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, Place
from ceremonie.edition import manifest, report
from ceremonie.edition.outputs import FILM, FILMS
from ceremonie.film import soundness
from ceremonie.integrity.opening import FILMS as ENDINGS
from ceremonie.messages import decimal, problem

TOLERANCE = 0.5
"""LU by which a film may differ from what its audience is given (EBU R128, 3)."""

SILENCE = -60.0
"""LUFS: below, a film has no sound to speak of, and no level is asked of it."""


def told(folder: Path, name: str, at: Place) -> Iterator[Diagnostic]:
    file = folder / name
    if file.suffix.lower() not in ENDINGS:
        return
    decoded = soundness.decoded(file)
    if decoded.cause:
        yield problem("controle-ne-souvre-pas", place=at, cause=decoded.cause)
        return
    frames = _frames(folder, name)
    if frames is not None and frames != decoded.frames:
        yield problem("controle-images", place=at, count=decoded.frames, wanted=frames)
    wanted = _loudness(folder, name)
    heard = decoded.loudness
    if wanted is None or heard is None or heard < SILENCE:
        return
    if abs(heard - wanted) > TOLERANCE:
        yield problem("controle-niveau", place=at, heard=decimal(heard), wanted=decimal(wanted))


def _frames(folder: Path, name: str) -> int | None:
    """What the report tells of the film of this file, where it does."""
    audience, own = _parted(name)
    facts: Any = report.read(folder)
    if audience is not Audience.HALL:
        facts = report.publics(facts, (audience,)).get(str(audience), {})
    film = facts.get("film") if own in FILMS.values() else None
    count = film.get("images") if isinstance(film, dict) else None
    return count if isinstance(count, int) and count else None


def _loudness(folder: Path, name: str) -> float | None:
    """None of a draft, whose level is no promise, and of films that are for other ears."""
    audience, own = _parted(name)
    drafts = manifest.publics(folder).get(audience, {}).get("brouillon", True)
    if drafts or own != FILM:
        return None
    return audience.manner.loudness


def _parted(name: str) -> tuple[Audience, str]:
    """Whose file it is, and its name in their folder."""
    path = PurePosixPath(name)
    audience = next((one for one in Audience if one.folder == path.parts[0]), Audience.HALL)
    return audience, str(path.relative_to(audience.folder)) if audience.folder else name
