"""How far a run is: steps tell it, whoever started the run decides what to show."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    EXAMINATION = "examen des médias"
    PHOTOS = "examen des photos"
    COPIES = "copie des photos"
    MEDIA = "préparation des médias"
    PLAN = "mise en page"
    FILM = "rendu du film"
    DECK = "écriture du diaporama"
    EDITION = "documents de l'édition"
    INSTALLATION = "paquets de l'installation"
    STICK = "copie sur la clé"
    CONTROL = "contrôle des fichiers"
    ARCHIVE = "mise en archive"
    UNPACKING = "ouverture de l'archive"
    COMPARISON = "comparaison avec l'archive"


Progress = Callable[[Step, float], None]
"""Called with the step under way and the part of it that is done, 0 to 1; again and again, with the
same part, while something is waited for.
"""


def silent(step: Step, part: float) -> None:
    """Tells nobody."""
