"""A film as those who do not hear or see it, or see it badly, meet it."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av

from ceremonie.audiences import HALL_LOUDNESS, WEB_LOUDNESS
from ceremonie.control.accessibility.measures import FilmMeasures
from ceremonie.control.accessibility.outcome import (
    Criterion,
    Outcome,
    counted,
    judged,
    signed,
    without,
)
from ceremonie.control.finding import Finding, Measured, finding
from ceremonie.control.piece import at_time
from ceremonie.diagnostics import Place, Severity
from ceremonie.film.sound import mastering
from ceremonie.messages import decimal
from ceremonie.theme.palette import MINIMUM_CONTRAST
from ceremonie.tools import ffmpeg

NEAR = 0.5
"""LU that a programme may be louder or softer than its target (EBU R128)."""

FASTEST = 5.0
"""Per cent a second by which a picture may grow: more makes some people dizzy (house rule, after
WCAG 2.3.3).
"""

SILENT = -70.0
"""LUFS: what is softer is not counted (ITU-R BS.1770, absolute gate)."""

CHAPTERS = Criterion(
    "film-sans-chapitres",
    "Le film a des chapitres, par lesquels on y navigue",
    "",
    "RGAA 4.1, critère 12.8",
)
LANGUAGE = Criterion(
    "film-sans-langue", "La langue de chaque piste est dite", "", "RGAA 4.1, critère 8.3"
)
LOUDNESS = Criterion(
    "film-niveau",
    "Le son a le même niveau que les autres programmes",
    f"{signed(HALL_LOUDNESS)} LUFS dans la salle, {signed(WEB_LOUDNESS)} en ligne, à "
    f"{decimal(NEAR)} près",
    "EBU R128",
)
PEAK = Criterion(
    "film-crete", "Aucune crête ne sature", f"{signed(mastering.PEAK)} dBTP au plus", "EBU R128"
)
FLASHES = Criterion(
    "film-flashs",
    "Rien ne clignote plus de trois fois par seconde",
    "3 flashs par seconde sur un quart de la fenêtre",
    "RGAA 4.1, critère 13.7 (WCAG 2.3.1, ITU-R BT.1702)",
)
CONTRAST = Criterion(
    "film-contraste",
    "Les mots se détachent de ce qui est derrière eux, image après image",
    f"{decimal(MINIMUM_CONTRAST, 1)}:1 (5e centile des points derrière les lettres)",
    "RGAA 4.1, critère 3.2",
)
MOTION = Criterion(
    "film-mouvement",
    "Aucune image ne grandit trop vite",
    f"{FASTEST:.0f} % par seconde",
    "règle de la maison, d'après WCAG 2.3.3",
)


@dataclass(frozen=True)
class Film:
    """A film of a folder; `target` is the loudness in LUFS that its audience is due."""

    folder: Path
    name: str
    target: float
    measures: FilmMeasures | None

    @property
    def path(self) -> Path:
        return self.folder / self.name

    @property
    def whole(self) -> Place:
        return Place(self.name, line=0)


def outcomes(film: Film) -> Iterator[Outcome]:
    yield _chapters(film)
    yield _languages(film)
    yield from _sound(film)
    if film.measures is None:
        for criterion in (FLASHES, CONTRAST, MOTION):
            yield without(criterion, "film modifié depuis sa production : à mesurer de nouveau")
        return
    yield judged(FLASHES, (), "aucun passage, mesuré à chaque image")
    yield _contrast(film, film.measures)
    yield _motion(film, film.measures)


def _chapters(film: Film) -> Outcome:
    with av.open(str(film.path)) as opened:
        count = len(opened.chapters())
    return judged(
        CHAPTERS, () if count else (finding(CHAPTERS.code, film.whole),), counted(count, "chapitre")
    )


def _languages(film: Film) -> Outcome:
    with av.open(str(film.path)) as opened:
        tracks = [s for s in opened.streams if s.type in ("audio", "subtitle")]
        silent = [s.type for s in tracks if s.metadata.get("language") in (None, "und")]
    findings = [finding(LANGUAGE.code, film.whole, kind=_KINDS[kind]) for kind in silent]
    return judged(LANGUAGE, findings, counted(len(tracks), "piste"))


_KINDS = {"audio": "sonore", "subtitle": "de sous-titres"}


def _sound(film: Film) -> Iterator[Outcome]:
    measures = film.measures
    loudness, peak = (measures.loudness, measures.peak) if measures else heard(film.path)
    if loudness is None or peak is None:
        yield without(LOUDNESS, "film sans son")
        yield without(PEAK, "film sans son")
        return
    level = f"{signed(loudness)} LUFS"
    off = finding(
        LOUDNESS.code,
        film.whole,
        measured=Measured(level, LOUDNESS.threshold, LOUDNESS.source),
        measure=level,
        wanted=signed(film.target),
    )
    yield judged(LOUDNESS, (off,) if abs(loudness - film.target) > NEAR else (), level)
    level = f"{signed(peak)} dBTP"
    measured = Measured(level, PEAK.threshold, PEAK.source)
    high = finding(PEAK.code, film.whole, measured=measured, measure=level)
    yield judged(PEAK, (high,) if peak > mastering.PEAK else (), level)


def heard(film: Path) -> tuple[float | None, float | None]:
    """Integrated loudness in LUFS and true peak in dBTP of the first sound track; None where
    nothing is heard.
    """
    loudness, peak = mastering.metered((*ffmpeg.file_input(film), "-map", "0:a:0"))
    return (loudness, peak) if loudness > SILENT and peak > -math.inf else (None, None)


def sound_digest(film: Path) -> str:
    """SHA-256 of its first sound track as it is coded: films of other pictures may share it."""
    digest = hashlib.sha256()
    with av.open(str(film), options={"skip_frame": "all"}) as opened:
        for packet in opened.demux(opened.streams.audio[0]):
            digest.update(bytes(packet))
    return digest.hexdigest()


def _contrast(film: Film, measures: FilmMeasures) -> Outcome:
    worst = min((shot.contrast for shot in measures.shots if shot.contrast), default=None)
    measure = f"{decimal(worst, 1)}:1 au plus bas" if worst else "aucun mot"
    return judged(CONTRAST, _dim(film, measures), measure)


def _dim(film: Film, measures: FilmMeasures) -> Iterator[Finding]:
    for shot in measures.shots:
        if shot.contrast and shot.contrast < MINIMUM_CONTRAST:
            measured = Measured(
                f"{decimal(shot.contrast, 1)}:1", CONTRAST.threshold, CONTRAST.source
            )
            place = at_time(film.name, shot.start)
            yield finding(CONTRAST.code, place, measured=measured, words=shot.words)


def _motion(film: Film, measures: FilmMeasures) -> Outcome:
    fastest = max((shot.zoom for shot in measures.shots), default=0.0)
    findings = [
        finding(
            MOTION.code,
            at_time(film.name, shot.start),
            measured=Measured(
                f"{decimal(shot.zoom, 1)} % par seconde", MOTION.threshold, MOTION.source
            ),
            severity=Severity.WARNING,
        )
        for shot in measures.shots
        if shot.zoom > FASTEST + 0.05
    ]
    return judged(MOTION, findings, f"{decimal(fastest, 1)} % par seconde au plus")
