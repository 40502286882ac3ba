"""The order of the ceremony: which scenes each part of the storyboard gives."""

from __future__ import annotations

from collections.abc import Callable

from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import (
    athlete,
    chapter,
    closing,
    custom,
    end_credits,
    figures,
    opening,
    partners,
    performance,
    quote,
    relay,
    screening,
    title,
    workshop,
)
from ceremonie.storyboard.programme import Section


def _days(stage: Stage) -> tuple[Scene, ...]:
    return tuple(
        scene
        for day in range(len(stage.storyboard.days))
        for scene in (chapter.scene(stage, day), *workshop.scenes(stage, day))
    )


PARTS: dict[Section, Callable[[Stage], tuple[Scene, ...]]] = {
    Section.TITLE: title.scenes,
    Section.OPENING: opening.scenes,
    Section.RELAY: relay.scenes,
    Section.DAYS: _days,
    Section.FIGURES: figures.scenes,
    Section.FILM: screening.scenes,
    Section.TESTIMONIES: quote.scenes,
    Section.ATHLETES: athlete.scenes,
    Section.PERFORMANCES: performance.scenes,
    Section.CUSTOM: custom.scenes,
    Section.PARTNERS: partners.scenes,
    Section.CLOSING: closing.scenes,
    Section.CREDITS: end_credits.scenes,
}

NAMES: dict[Section, str] = {
    Section.TITLE: "Titre",
    Section.OPENING: "Ouverture",
    Section.RELAY: "La flamme en relais",
    Section.DAYS: "Les ateliers",
    Section.FIGURES: "En chiffres",
    Section.FILM: "Le film des journées",
    Section.TESTIMONIES: "Témoignages",
    Section.ATHLETES: "Rencontres sportives",
    Section.PERFORMANCES: "Sur scène",
    Section.CUSTOM: "Sur mesure",
    Section.PARTNERS: "Nos partenaires",
    Section.CLOSING: "Remerciements",
    Section.CREDITS: "Générique",
}
"""What each part is called in the running order, the deck's sections, the film's chapters."""


def scenes(stage: Stage) -> tuple[Scene, ...]:
    """Every scene of the ceremony, in the order of `deroule`."""
    return tuple(scene for part in stage.storyboard.order for scene in PARTS[part](stage))
