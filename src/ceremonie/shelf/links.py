"""Which files of an edition the shelf leads to, and how they are called there."""

from __future__ import annotations

from collections.abc import Mapping

from ceremonie.audiences import Audience
from ceremonie.edition.outputs import (
    CARD,
    CHANGES,
    DECK,
    FILMS,
    NAMES,
    PAGE,
    POSTER,
    PROMPTER,
    REPORT_PAGE,
    RUNNING_ORDER,
    SHEETS,
    TECHNICAL,
    TRANSCRIPT,
    WELCOME_DECK,
)
from ceremonie.formats import Shape

MAIN: Mapping[str, str] = {
    FILMS[Shape.WIDE]: "Film",
    FILMS[Shape.SQUARE]: "Film carré",
    FILMS[Shape.TALL]: "Film debout",
    DECK: "Diaporama",
}
"""What is looked for first."""

_PAGES = {f"{one.folder}/{PAGE}": f"Page ({one})" for one in Audience if one.folder}

PAPERS: Mapping[str, str] = {
    **_PAGES,
    RUNNING_ORDER: "Conducteur",
    PROMPTER: "Prompteur",
    NAMES: "Noms à dire",
    TRANSCRIPT: "Transcription",
    SHEETS[Shape.WIDE]: "Planche",
    WELCOME_DECK: "Accueil",
    TECHNICAL: "Fiche technique",
    CHANGES: "Ce qui a changé",
    REPORT_PAGE: "Rapport",
}

POSTERS = (POSTER, CARD, *SHEETS.values())
"""Pictures that the hall may see, the best first: they are the edition's own, so that nothing is
left here of what leaves it.
"""

OFFERED = (*MAIN, *PAPERS, *POSTERS)
