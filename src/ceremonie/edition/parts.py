"""The two parts of an edition, which can be made alone; the other comes along as it is."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from ceremonie.diagnostics import Diagnostic, Severity
from ceremonie.edition import manifest
from ceremonie.messages import problem
from ceremonie.planning.model import Plan
from ceremonie.unchanged import digest_of

FILM, DECK = "film.mp4", "diaporama.pptx"
SUBRIP, WEBVTT = "film.fr.srt", "film.fr.vtt"
TRANSCRIPT, SHEET = "transcription.html", "planche.jpg"
OF_THE_FILM = (SUBRIP, WEBVTT, TRANSCRIPT, SHEET)
"""They tell what a film shows, so they come and go with it."""

REPORT = ("rapport.html", "rapport.json")
"""Written last, since they tell of the others."""

DRAFT, CONTENT = "brouillon", "contenu"


class Part(StrEnum):
    """What may be made alone; the other is then kept from the edition that is there."""

    FILM = "film"
    DECK = "diaporama"


COMING_ALONG = {None: (), Part.DECK: (FILM, *OF_THE_FILM), Part.FILM: (DECK,)}
"""What is made alone → the files that are not made then, and come along."""


def along(former: Path, only: Part | None) -> tuple[str, ...]:
    """What comes along from the edition that is there."""
    return tuple(name for name in COMING_ALONG[only] if (former / name).is_file())


def keep(former: Path, folder: Path, only: Part | None) -> None:
    """Copy what comes along."""
    for name in along(former, only):
        shutil.copy2(former / name, folder / name)


def film_facts(plan: Plan, *, draft: bool) -> dict[str, Any]:
    """What the manifest tells of a film: whether it is a draft, and a digest of all that it shows
    and says, from which another plan can be told.
    """
    shots = [(s.section, s.title, s.span, s.crossfade, s.drawing) for s in plan.shots]
    content = repr((plan.title, shots, plan.music, plan.speech, plan.subtitles))
    return {DRAFT: draft, CONTENT: hashlib.sha256(content.encode()).hexdigest()}


def told(plan: Plan, former: Path, folder: Path, *, only: Part | None) -> Iterator[Diagnostic]:
    """What a part that was made alone does to the other."""
    if not any(page.film for page in plan.pages):
        return
    if only is Part.FILM and (folder / DECK).is_file():
        yield problem("diaporama-ancien-film", severity=Severity.WARNING)
    if only is Part.DECK:
        slug = _of_the_film(plan, former, folder / FILM)
        if slug:
            yield problem(slug, severity=Severity.WARNING)


def _of_the_film(plan: Plan, former: Path, film: Path) -> str | None:
    """What is wrong with the film that came along into a new deck."""
    if not film.is_file():
        return "film-absent"
    if manifest.made(former).get(FILM) != digest_of(film):
        return "film-etranger"
    facts: Mapping[str, Any] = manifest.film(former)
    if facts.get(DRAFT):
        return "film-brouillon"
    if facts.get(CONTENT) != film_facts(plan, draft=False)[CONTENT]:
        return "film-perime"
    return None
