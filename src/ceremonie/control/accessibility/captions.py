"""Subtitles as files, held against the charter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from ceremonie.control.accessibility.outcome import Criterion, Outcome, counted, judged
from ceremonie.control.finding import Finding, Measured, finding
from ceremonie.control.piece import at_time
from ceremonie.diagnostics import Place, Severity
from ceremonie.media.fault import UnusableError
from ceremonie.media.subtitles import Track, read
from ceremonie.media.subtitles.charter import GAP, LINE_LENGTH, LINES, signs, too_quick
from ceremonie.text import quotable
from ceremonie.units import FRAME_RATE

CHARTER = "charte relative à la qualité du sous-titrage (CSA, 2011)"

READABLE = Criterion(
    "sous-titres-fichier-illisible",
    "Les fichiers de sous-titres se lisent",
    "",
    "RGAA 4.1, critère 4.3",
)
LAYOUT = Criterion(
    "sous-titres-lignes",
    "Chaque sous-titre tient en deux lignes",
    f"{LINES} lignes de {LINE_LENGTH} signes",
    CHARTER,
)
SPEED = Criterion(
    "sous-titres-vitesse",
    "Chaque sous-titre laisse le temps de le lire",
    "12 signes en 1 s, 20 en 2 s, 36 en 3 s, 60 en 4 s, à un cinquième près",
    CHARTER,
)
APART = Criterion(
    "sous-titres-serres",
    "Un écart sépare deux sous-titres",
    f"{GAP} images",
    CHARTER,
)


@dataclass(frozen=True)
class Captions:
    """A file of subtitles; None where it cannot be read."""

    name: str
    track: Track | None


def captions(folder: Path, name: str) -> Captions:
    try:
        return Captions(name, read(folder / name, name, ()))
    except UnusableError:
        return Captions(name, None)


def outcomes(files: Sequence[Captions]) -> Iterator[Outcome]:
    broken = [one for one in files if one.track is None]
    told = (finding(READABLE.code, Place(one.name, line=0), name=one.name) for one in broken)
    yield judged(READABLE, told, counted(len(files), "fichier"))
    yield judged(LAYOUT, (f for one in files for f in _wide(one)))
    yield judged(SPEED, (f for one in files for f in _quick(one)))
    yield judged(APART, (f for one in files for f in _near(one)))


def _wide(one: Captions) -> Iterator[Finding]:
    for spoken in one.track.spoken if one.track else ():
        longest = max(map(len, spoken.lines), default=0)
        if len(spoken.lines) > LINES or longest > LINE_LENGTH:
            measure = f"{len(spoken.lines)} lignes, {longest} signes"
            yield finding(
                LAYOUT.code,
                at_time(one.name, float(spoken.start)),
                measured=Measured(measure, LAYOUT.threshold, CHARTER),
                words=quotable(spoken.text),
            )


def _quick(one: Captions) -> Iterator[Finding]:
    """A warning: somebody may speak faster than anybody reads."""
    for spoken in one.track.spoken if one.track else ():
        lasting = spoken.stop - spoken.start
        count = signs(spoken.lines)
        if too_quick(count, lasting):
            measure = f"{count} signes en {float(lasting):.1f} s".replace(".", ",")
            yield finding(
                SPEED.code,
                at_time(one.name, float(spoken.start)),
                measured=Measured(measure, SPEED.threshold, CHARTER),
                severity=Severity.WARNING,
                words=quotable(spoken.text),
            )


def _near(one: Captions) -> Iterator[Finding]:
    """Files tell milliseconds: half a frame is no difference."""
    least = (GAP - Fraction(1, 2)) / FRAME_RATE
    for before, after in pairwise(one.track.spoken if one.track else ()):
        if after.start - before.stop < least:
            yield finding(
                APART.code,
                at_time(one.name, float(after.start)),
                measured=Measured("", APART.threshold, CHARTER),
            )
