"""Whether what a film says and shows is told to those who do not hear or see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av

from ceremonie.control.accessibility.measures import Measures
from ceremonie.control.accessibility.outcome import Criterion, Outcome, judged, without
from ceremonie.control.finding import finding
from ceremonie.diagnostics import Place, Severity

CAPTIONS = Criterion(
    "film-sans-sous-titres",
    "Ce que l'on dit dans le film est sous-titré",
    "",
    "RGAA 4.1, critère 4.3",
)
TRANSCRIPT = Criterion(
    "film-sans-transcription",
    "Le film a sa transcription",
    "",
    "RGAA 4.1, critère 4.1",
)
DESCRIPTION = Criterion(
    "film-sans-audiodescription",
    "Ce que montre le film est décrit à qui ne le voit pas, ou la raison en est dite",
    "",
    "RGAA 4.1, critère 4.5",
)


def outcomes(folder: Path, measures: Measures) -> Iterator[Outcome]:
    """Of all films of a folder, which say and show the same."""
    films = sorted(path for path in folder.iterdir() if path.suffix == ".mp4")
    place = Place(films[0].name, line=0)
    if measures.spoken:
        captioned = any((folder / name).is_file() for name in CAPTION_FILES) or _has_track(films[0])
        yield judged(CAPTIONS, () if captioned else (finding(CAPTIONS.code, place),))
    else:
        yield without(CAPTIONS, "personne ne parle dans le film")
    has_transcript = (folder / "transcription.html").is_file()
    yield judged(TRANSCRIPT, () if has_transcript else (finding(TRANSCRIPT.code, place),))
    missing = finding(DESCRIPTION.code, place, severity=Severity.WARNING)
    yield judged(DESCRIPTION, () if measures.described else (missing,), measures.described)


CAPTION_FILES = ("film.fr.vtt", "film.fr.srt")


def _has_track(film: Path) -> bool:
    with av.open(str(film)) as opened:
        return bool(opened.streams.subtitles)
