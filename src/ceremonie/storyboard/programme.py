"""The parts of a ceremony, by their words in a storyboard, and the themes of its workshops."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The parts of a ceremony, in its own order; `film` is where the deck shows the film."""

    TITLE = "titre"
    OPENING = "ouverture"
    SPEECHES = "discours"
    RELAY = "flamme"
    MAP = "carte"
    DAYS = "jours"
    FIGURES = "chiffres"
    FILM = "film"
    TESTIMONIES = "temoignages"
    ATHLETES = "athletes"
    PRIZES = "prix"
    PERFORMANCES = "spectacle"
    INTERLUDES = "moments"
    CUSTOM = "sur_mesure"
    PARTNERS = "partenaires"
    VOLUNTEERS = "benevoles"
    CLOSING = "cloture"
    CREDITS = "generique"


class Role(StrEnum):
    """A colour of the event by its role, as a storyboard says it."""

    BRIGHT = "vif"
    MIDDLE = "moyen"
    DEEP = "profond"
    INK = "encre"
    PAPER = "papier"


@dataclass(frozen=True)
class Topic:
    """A theme: its name, the pictogram of a workshop that has none of its own, and the roles of its
    badge: the ground, and the pictogram on it.
    """

    name: str
    pictogram: str
    ground: Role
    symbol: Role


SPORT = Topic("sport", "handball", Role.INK, Role.BRIGHT)
HANDISPORT = Topic("handisport", "fauteuil", Role.INK, Role.MIDDLE)
HEALTH = Topic("santé", "bien-etre", Role.DEEP, Role.PAPER)
WORK = Topic("insertion professionnelle", "metier", Role.INK, Role.PAPER)
CULTURE = Topic("culture", "musique", Role.MIDDLE, Role.INK)
TOGETHER = Topic("inclusion", "ensemble", Role.BRIGHT, Role.INK)

HOUSE_TOPICS = (SPORT, HANDISPORT, HEALTH, WORK, CULTURE, TOGETHER)
"""The six of the house."""
