"""How far a run is: steps tell it, whoever started the run decides what to show."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    READ = "lecture du storyboard"
    EXAMINATION = "examen des médias"
    MEDIA = "préparation des médias"
    FILM = "rendu du film"
    SOUND = "mixage du son"
    DECK = "écriture du diaporama"
    EDITION = "documents de l'édition"


Progress = Callable[[Step, float], None]
"""Called with the step under way and the part of it that is done, 0 to 1."""


def silent(step: Step, part: float) -> None:
    """Tells nobody."""
